/* The tree: what is read, where it stood, and that nothing hostile costs much. */
#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "suite.h"
#include "yaml/tree.h"

struct reading {
    struct arena arena;
    struct veto_diagnostics *list;
    struct tree_reader reader;
    const char *text;
    size_t length;
    struct node *root;
};

static void read_work(void *context) {
    struct reading *reading = context;
    reading->reader.arena = &reading->arena;
    reading->reader.list = reading->list;
    reading->reader.source = source_new(&reading->arena, "test", reading->text, reading->length);
    reading->root = tree_read(&reading->reader);
}

static struct reading *read_bytes(const char *text, size_t length) {
    struct reading *reading = calloc(1, sizeof *reading);
    reading->list = veto_diagnostics_new();
    reading->text = text;
    reading->length = length;
    ck_assert(arenas_try(&reading->arena, &reading->list->arena, read_work, reading));
    tree_read_end(&reading->reader);
    return reading;
}

static struct reading *read_text(const char *text) {
    return read_bytes(text, strlen(text));
}

static void end(struct reading *reading) {
    veto_diagnostics_free(reading->list);
    arena_free(&reading->arena);
    free(reading);
}

START_TEST(nodes_keep_their_places) {
    static const char text[] = "é: {wide: 安全, list: [a, 'b c']}\r\nlast: \"x\\ty\"\r\n";
    struct reading *reading = read_text(text);
    ck_assert_uint_eq(reading->list->errors, 0);
    const struct node *first = node_get(reading->root, "é");
    ck_assert_int_eq(first->kind, NODE_MAPPING);
    const struct node *wide = node_get(first, "wide"), *list = node_get(first, "list");
    ck_assert_int_eq(memcmp(text + wide->at.start, "安全", 6), 0);
    ck_assert_uint_eq(wide->at.end - wide->at.start, 6);
    ck_assert_uint_eq(list->count, 2);
    ck_assert(list->items[0]->plain);
    ck_assert(!list->items[1]->plain);
    ck_assert_int_eq(memcmp(text + list->items[1]->at.start, "'b c'", 5), 0);
    const struct node *last = node_get(reading->root, "last");
    ck_assert_str_eq(last->text, "x\ty");
    source_keep(&reading->arena, last->at.source);
    ck_assert_uint_eq(source_line(last->at.source, last->at.start), 1);
    ck_assert_ptr_null(node_get(reading->root, "none"));
    end(reading);
}
END_TEST

START_TEST(a_byte_order_mark_moves_nothing) {
    struct reading *reading = read_text("\xEF\xBB\xBF"
                                        "key: value\n");
    ck_assert_uint_eq(reading->list->errors, 0);
    ck_assert_uint_eq(node_get(reading->root, "key")->at.start, 8);
    end(reading);
}
END_TEST

START_TEST(null_is_what_is_not_quoted) {
    struct reading *reading = read_text("{a: , b: ~, c: null, d: '', e: 'null', f: 0}");
    static const bool null[] = {true, true, true, false, false, false};
    for (size_t i = 0; i < 6; i++)
        ck_assert_int_eq(node_is_null(reading->root->pairs[i].value), null[i]);
    end(reading);
}
END_TEST

START_TEST(a_syntax_error_keeps_what_stands_before_it) {
    struct reading *reading = read_text("a: 1\nb: {c: 2, d: [3\ne: 4\n");
    ck_assert_uint_gt(reading->list->errors, 0);
    ck_assert_ptr_nonnull(reading->root);
    ck_assert(reading->root->cut_short);
    ck_assert_str_eq(node_get(reading->root, "a")->text, "1");
    end(reading);
}
END_TEST

START_TEST(duplicates_of_a_large_mapping) {
    enum { KEYS = 30000 };
    char *text = malloc(KEYS * 12), *to = text;
    for (int i = 0; i < KEYS; i++)
        to += sprintf(to, "k%d: 1\n", i % (KEYS - 3));
    struct reading *reading = read_text(text);
    ck_assert_uint_eq(reading->list->errors, 3);
    ck_assert_uint_eq(reading->root->pair_count, KEYS);
    ck_assert_str_eq(reading->list->all[0].message, "key 'k0' is given twice");
    end(reading);
    free(text);
}
END_TEST

/* Bytes that repeat to a megabyte. Each ends in an error, never in a crash or a long wait. */
static const char *const hostile[] = {
    "[",
    "{",
    "- ",
    "? ",
    "\"",
    "a: ",
    "\xFF",
    "\0",
    "{a: ",
    "&a ",
    "*a ",
    "!a ",
    "%",
    "\t",

    "\"a\n\n",
    "'a",
    "a: &a [*a, *a]\n",
    "[[], ",
    "<<: *a\n",
    "---\n",
    "...\n",
    "\xE2\x80\xAE",
    "x: @\n",
};

START_TEST(hostile_input) {
    size_t unit = strlen(hostile[_i]), length = 1000000;
    unit = unit ? unit : 1; /* the NUL */
    char *text = malloc(length + 1);
    for (size_t i = 0; i < length; i++)
        text[i] = hostile[_i][i % unit];
    text[length] = '\0';
    struct reading *reading = read_bytes(text, length);
    ck_assert_uint_gt(reading->list->errors, 0);
    ck_assert_uint_le(reading->list->count, DIAGNOSTICS_KEPT);
    end(reading);
    free(text);
}
END_TEST

/* Any byte at any place of a good text: an error or a tree, and the places stay inside. */
static void check_places(const struct node *node, uint32_t length) {
    ck_assert_uint_le(node->at.start, node->at.end);
    ck_assert_uint_le(node->at.end, length);
    for (size_t i = 0; node->kind == NODE_SEQUENCE && i < node->count; i++)
        check_places(node->items[i], length);
    for (size_t i = 0; node->kind == NODE_MAPPING && i < node->pair_count; i++) {
        check_places(node->pairs[i].key, length);
        check_places(node->pairs[i].value, length);
    }
}

START_TEST(one_byte_changed) {
    static const char good[] =
        "a: {b: [1, \"x\\n\", 'é'], c: >-\n    folded\n    text}\nd: |\n  x\n";
    static const char bytes[] = "\0\t\n\r !\"#%&'*,-:>?@[]`{|}~\x80\xC3\xFF<";
    char text[sizeof good];
    for (size_t at = 0; at + 1 < sizeof good; at++) {
        for (size_t b = 0; b < sizeof bytes; b++) {
            memcpy(text, good, sizeof good);
            text[at] = bytes[b];
            struct reading *reading = read_bytes(text, sizeof good - 1);
            if (reading->root)
                check_places(reading->root, sizeof good - 1);
            end(reading);
        }
    }
}
END_TEST

static const struct suite_entry entries[] = {
    {nodes_keep_their_places, 0},
    {a_byte_order_mark_moves_nothing, 0},
    {null_is_what_is_not_quoted, 0},
    {a_syntax_error_keeps_what_stands_before_it, 0},
    {duplicates_of_a_large_mapping, 0},
    {hostile_input, sizeof hostile / sizeof *hostile},
    {one_byte_changed, 0},
};

SUITE("yaml", entries)
