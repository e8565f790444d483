/* Memory and sources: the arena, lines of a text, files up to a limit. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/source.h"
#include "suite.h"

/* The address sanitizer is to fail an allocation as the C library does: with NULL. */
const char *__asan_default_options(void);

const char *__asan_default_options(void) {
    return "allocator_may_return_null=1";
}

static struct arena arena; /* out of memory, it would jump nowhere: that ends a test just as well */

/* ---- arena ---- */

static bool all_zero(const unsigned char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

/* Sizes around every block boundary: aligned, zeroed, apart from one another. */
static void take_many(void) {
    enum { COUNT = 600 };
    unsigned char *blocks[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        size_t size = i * 7;
        blocks[i] = arena_alloc(&arena, size);
        ck_assert_ptr_nonnull(blocks[i]);
        ck_assert_uint_eq((uintptr_t)blocks[i] % _Alignof(uint64_t), 0);
        ck_assert(all_zero(blocks[i], size));
        memset(blocks[i], (int)(i % 251 + 1), size);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < i * 7; j++)
            ck_assert_uint_eq(blocks[i][j], i % 251 + 1);
    unsigned char *large = arena_alloc(&arena, 3 << 20);
    ck_assert(all_zero(large, 3 << 20));
    memset(large, 1, 3 << 20);
    ck_assert(all_zero(arena_alloc(&arena, 100), 100));
}

START_TEST(arena_gives_zeroed_and_aligned_memory) {
    take_many();
    arena_free(&arena);
    take_many(); /* an arena that was freed is ready again */
    arena_free(&arena);
    arena_free(&arena); /* and may be freed when empty */
}
END_TEST

START_TEST(arrays_grow) {
    int *numbers = NULL;
    size_t count = 0, capacity = 0;
    for (int i = 0; i < 10000; i++) {
        arena_push(&arena, numbers, count, capacity);
        numbers[count++] = i;
    }
    for (int i = 0; i < 10000; i++)
        ck_assert_int_eq(numbers[i], i);
    ck_assert_uint_ge(capacity, count);
    double *grown = arena_regrow(&arena, (double[]){1, 2, 3}, 2, 4, sizeof(double));
    ck_assert_double_eq(grown[1], 2);
    ck_assert_double_eq(grown[2], 0);
    ck_assert_ptr_nonnull(arena_new(&arena, struct span));
    ck_assert_ptr_nonnull(arena_array(&arena, struct span, 0));
    arena_free(&arena);
}
END_TEST

START_TEST(what_is_reserved_is_in_one_piece) {
    enum { SIZE = 1 << 16, PART = 40 };
    arena_take(&arena, 8);
    arena_reserve(&arena, SIZE);
    char *first = arena_take(&arena, PART);
    arena_reserve(&arena, 0);
    arena_reserve(&arena, SIZE - PART);
    for (size_t at = PART; at + PART <= SIZE; at += PART)
        ck_assert_ptr_eq(arena_take(&arena, PART), first + at);
    arena_free(&arena);
}
END_TEST

START_TEST(strings_are_copied_and_formatted) {
    ck_assert_str_eq(arena_copy(&arena, "abcdef", 3), "abc");
    ck_assert_str_eq(arena_copy(&arena, "", 0), "");
    ck_assert_str_eq(arena_printf(&arena, "%s-%d", "x", 7), "x-7");
    ck_assert_str_eq(arena_printf(&arena, "%s", ""), "");
    char *wide = arena_printf(&arena, "%9000d", 1);
    ck_assert_uint_eq(strlen(wide), 9000);
    ck_assert_int_eq(wide[8999], '1');
    arena_free(&arena);
}
END_TEST

struct too_much {
    struct arena *arena;
    char *before;
    size_t size;
    bool returned;
};

static void work_too_much(void *context) {
    struct too_much *work = context;
    work->before = arena_copy(work->arena, "kept", 4);
    arena_alloc(work->arena, work->size);
    work->returned = true;
}

static void work_regrow_too_much(void *context) {
    struct too_much *work = context;
    work->before = arena_copy(work->arena, "kept", 4);
    arena_regrow(work->arena, NULL, 0, SIZE_MAX / 4 + 2, 4);
    work->returned = true;
}

static void expect_out_of_memory(void (*call)(void *), size_t size) {
    struct arena first = {0}, second = {0};
    for (int i = 0; i < 2; i++) {
        struct too_much work = {i ? &second : &first, NULL, size, false};
        ck_assert(!arenas_try(&first, &second, call, &work));
        ck_assert(!work.returned);
        ck_assert_str_eq(work.before, "kept"); /* the arenas still hold what they held */
        ck_assert_ptr_null(first.landing);
        ck_assert_ptr_null(second.landing);
        work.size = 10; /* and go on where there is enough */
        ck_assert(arenas_try(&first, &second, work_too_much, &work));
        ck_assert(work.returned);
    }
    arena_free(&first);
    arena_free(&second);
}

START_TEST(out_of_memory_ends_the_work) {
    expect_out_of_memory(work_too_much, SIZE_MAX / 2);
    expect_out_of_memory(work_too_much, SIZE_MAX);
    expect_out_of_memory(work_too_much, SIZE_MAX - 20);
    expect_out_of_memory(work_too_much, SIZE_MAX - 40);
    expect_out_of_memory(work_regrow_too_much, 0);
}
END_TEST

/* What a part of the work runs out of comes back to it; what comes behind it, to the whole. */
static void work_nested(void *context) {
    struct too_much *work = context;
    ck_assert(!arenas_try(work->arena, NULL, work_too_much, work));
    work_too_much(work);
}

START_TEST(work_can_be_nested) {
    struct arena own = {0};
    struct too_much work = {&own, NULL, SIZE_MAX / 2, false};
    ck_assert(!arenas_try(&own, NULL, work_nested, &work));
    ck_assert(!work.returned);
    ck_assert_ptr_null(own.landing);
    arena_free(&own);
}
END_TEST

/* ---- sources ---- */

static void expect_lines(const char *text, const char *const *lines, uint32_t count) {
    struct source *source = source_new(&arena, "x", text, strlen(text));
    source_keep(&arena, source);
    uint32_t length;
    ck_assert_uint_eq(source->lines, count);
    for (uint32_t i = 0; i < count; i++) {
        const char *line = source_line_text(source, i, &length);
        ck_assert_uint_eq(length, strlen(lines[i]));
        ck_assert_mem_eq(line, lines[i], length);
    }
    uint32_t line = 0; /* every byte, and the end, against counting */
    for (uint32_t offset = 0; offset <= source->length; offset++) {
        ck_assert_uint_eq(source_line(source, offset), line);
        line += text[offset] == '\n';
    }
}

START_TEST(sources_know_their_lines) {
    expect_lines("", (const char *const[]){""}, 1);
    expect_lines("a", (const char *const[]){"a"}, 1);
    expect_lines("a\n", (const char *const[]){"a", ""}, 2);
    expect_lines("a\nbc", (const char *const[]){"a", "bc"}, 2);
    expect_lines("a\r\nbc\r\n\r\n", (const char *const[]){"a", "bc", "", ""}, 4);
    expect_lines("\n\n\n", (const char *const[]){"", "", "", ""}, 4);
    expect_lines("a\rb\n", (const char *const[]){"a\rb", ""}, 2); /* a lone CR breaks no line */
    expect_lines("end\r", (const char *const[]){"end"}, 1);
    char many[2001];
    memset(many, '\n', 2000);
    many[2000] = '\0';
    struct source *source = source_new(&arena, "x", many, 2000);
    source_keep(&arena, source);
    ck_assert_uint_eq(source->lines, 2001);
    for (uint32_t i = 0; i <= 2000; i++)
        ck_assert_uint_eq(source_line(source, i), i);
    arena_free(&arena);
}
END_TEST

/* A file of `size` bytes under a name of its own; the caller unlinks it. */
static const char *make_file(size_t size) {
    static char path[64];
    snprintf(path, sizeof path, "/tmp/veto-test-%ld", (long)getpid());
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    for (size_t i = 0; i < size; i++)
        putc(i % 64 == 63 ? '\n' : 'a', file);
    ck_assert_int_eq(fclose(file), 0);
    return path;
}

static void expect_unread(const char *path, enum veto_status status, const char *message) {
    struct source *source = NULL;
    const char *error = NULL;
    ck_assert_int_eq(source_read(&arena, path, &source, &error), status);
    ck_assert_str_eq(error, message);
    ck_assert_ptr_null(source);
}

static void expect_read(size_t size) {
    struct source *source = NULL;
    const char *error = NULL, *path = make_file(size);
    ck_assert_int_eq(source_read(&arena, path, &source, &error), VETO_OK);
    unlink(path);
    ck_assert_str_eq(source->name, path);
    ck_assert_uint_eq(source->length, size);
    ck_assert_int_eq(source->text[size], '\0');
    source_keep(&arena, source);
    ck_assert_uint_eq(source->lines, size / 64 + 1);
    for (size_t i = 0; i < size; i++)
        if (source->text[i] != (i % 64 == 63 ? '\n' : 'a'))
            ck_abort_msg("byte %zu", i);
}

START_TEST(files_are_read_up_to_a_limit) {
    expect_unread("/tmp", VETO_INPUT, "is a directory");
    expect_unread("/tmp/veto-there-is-no-such-file", VETO_INPUT, "No such file or directory");
    expect_unread("/dev/null/x", VETO_INPUT, "Not a directory");
    expect_unread("", VETO_INPUT, "No such file or directory");
    expect_unread(make_file(SOURCE_LIMIT + 1), VETO_INPUT,
                  "is larger than 1 MiB, the most that is read");
    expect_unread(make_file(3 * SOURCE_LIMIT), VETO_INPUT,
                  "is larger than 1 MiB, the most that is read");
    expect_read(SOURCE_LIMIT);
    expect_read(SOURCE_LIMIT - 1);
    expect_read(1);
    expect_read(0);
    arena_free(&arena);
}
END_TEST

START_TEST(standard_input_is_read) {
    const char *path = make_file(100);
    ck_assert_ptr_nonnull(freopen(path, "rb", stdin));
    unlink(path);
    struct source *source = NULL;
    const char *error = NULL;
    ck_assert_int_eq(source_read(&arena, "-", &source, &error), VETO_OK);
    ck_assert_str_eq(source->name, "standard input");
    ck_assert_uint_eq(source->length, 100);
    close(STDIN_FILENO);
    expect_unread("-", VETO_SYSTEM, "Bad file descriptor");
    arena_free(&arena);
}
END_TEST

static const struct suite_entry entries[] = {
    {arena_gives_zeroed_and_aligned_memory, 0},
    {what_is_reserved_is_in_one_piece, 0},
    {arrays_grow, 0},
    {strings_are_copied_and_formatted, 0},
    {out_of_memory_ends_the_work, 0},
    {work_can_be_nested, 0},
    {sources_know_their_lines, 0},
    {files_are_read_up_to_a_limit, 0},
    {standard_input_is_read, 0},
};

SUITE("base", entries)
