/* What everything else stands on: memory, text, numbers, places in a source, diagnostics. */
#include "suite.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/exponential.h"
#include "base/normal.h"
#include "base/number.h"
#include "base/philox.h"
#include "base/source.h"
#include "base/text.h"

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

/* ---- text ---- */

#define FLAG   "\U0001F1EB\U0001F1F7"                       /* France */
#define FAMILY "\U0001F469\u200D\U0001F469\u200D\U0001F467" /* one cluster */
#define THUMB  "\U0001F44D\U0001F3FD"                       /* with a skin tone */

START_TEST(width_is_in_columns) {
    static const struct {
        const char *text;
        size_t width;
    } cases[] = {
        {"", 0},
        {"Aleppo", 6},
        {"caf\u00e9", 4},
        {"cafe\u0301", 4},          /* the accent apart */
        {"e\u0301\u0323\u0308", 1}, /* a pile of them */
        {"\u0301", 0},              /* an accent on nothing */
        {"\u65e5\u672c", 4},        /* Japan */
        {"\ud55c\uad6d", 4},        /* Korea */
        {"\u1112\u1161\u11ab", 2},  /* the same syllable in parts */
        {"\uff71", 1},              /* half-width katakana */
        {"\u2026\u2014\u201c", 3},
        {FAMILY, 2},
        {THUMB, 2},
        {FLAG, 2},
        {FLAG FLAG, 4},
        {"\U0001F1EB", 1},
        {"a" FAMILY "b", 4},
        {"\xff\xfe", 2},     /* no UTF-8: one each */
        {"\xe6\x97", 2},     /* cut short */
        {"\xed\xa0\x80", 3}, /* a surrogate */
        {"\xc0\xaf", 2},     /* an overlong form */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(text_width(cases[i].text) == cases[i].width, "case %zu is %zu wide", i,
                      text_width(cases[i].text));
    ck_assert_uint_eq(text_width_n("\u65e5\u672c", 3), 2);
    ck_assert_uint_eq(text_width_n("ab\0cd", 5), 2);
}
END_TEST

START_TEST(clusters_are_what_readers_count) {
    static const struct {
        const char *text;
        size_t bytes;
        unsigned width;
    } cases[] = {
        {"ab", 1, 1},
        {"e\u0301x", 3, 1},
        {FAMILY "x", sizeof FAMILY - 1, 2},
        {FLAG FLAG, sizeof FLAG - 1, 2},
        {"", 0, 0},
        {"\xff\xff", 1, 1},
        {"\u00e9\u0301", 4, 1},
        {"a\U000E0041", 1, 1}, /* an invisible tag does not hide behind a letter */
        {"a\u200b", 1, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned width = 99;
        ck_assert_uint_eq(text_cluster(cases[i].text, strlen(cases[i].text), &width),
                          cases[i].bytes);
        ck_assert_uint_eq(width, cases[i].width);
    }
}
END_TEST

START_TEST(code_points_are_decoded) {
    static const struct {
        const char *text;
        size_t length, bytes;
        uint32_t code;
    } cases[] = {
        {"a", 1, 1, 'a'},
        {"\u00e9", 2, 2, 0xE9},
        {"\u20ac", 3, 3, 0x20AC},
        {"\U0010FFFF", 4, 4, 0x10FFFF},
        {"\xf4\x90\x80\x80", 4, 0, 0}, /* beyond Unicode */
        {"\u20ac", 2, 0, 0},
        {"\x80", 1, 0, 0},
        {"\xc1\x81", 2, 0, 0},
        {"\xed\xbf\xbf", 3, 0, 0},
        {"", 1, 1, 0}, /* NUL is a code point */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t code = 0;
        ck_assert_uint_eq(text_decode(cases[i].text, cases[i].length, &code), cases[i].bytes);
        ck_assert_uint_eq(code, cases[i].code);
    }
}
END_TEST

START_TEST(some_code_points_are_forbidden) {
    static const uint32_t forbidden[] = {
        0,      1,      8,      0x0B,   0x0D,   0x1B,   0x1F,   0x7F,    0x80,    0x9B,   0x9F,
        0xAD,   0x61C,  0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,  0x202A,  0x202E, 0x2060,
        0x2066, 0x2069, 0x206F, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0xE0001, 0xE007F,
    };
    static const uint32_t allowed[] = {
        '\t',   '\n',   ' ',    '~',    0xA0,   0xAC,   0xAE,    0xE9,
        0x301,  0x200C, 0x200D, 0x2010, 0x2027, 0x202F, 0x205F,  0x2070,
        0xFE0F, 0xFFFD, 0x65E5, 0xFEFE, 0xFFF8, 0xFFFC, 0x1F469, 0x10FFFD,
    };
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        ck_assert_msg(text_forbidden(forbidden[i]), "U+%04X", (unsigned)forbidden[i]);
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        ck_assert_msg(!text_forbidden(allowed[i]), "U+%04X", (unsigned)allowed[i]);
}
END_TEST

START_TEST(other_scripts_than_latin) {
    static const uint32_t others[] = {
        0x3B1,  0x3C9,  0x439,  0x419,  0x457,  0x561,  0x5E7,  0x636,
        0x6F1,  0x907,  0x94D,  0xE01,  0xE31,  0x10E5, 0x1200, 0x13A0,
        0x1F00, 0x3042, 0x30AB, 0x3142, 0x4E2D, 0xAC00, 0xFF71, 0x20000,
    };
    static const uint32_t latin[] = {
        'a',    'Z',    '1',    '?',     0xE9,    0xF1,   0xDF,     0x131,  0x1B7,  0x259,
        0x2B0,  0x301,  0x1D00, 0x1E9E,  0x2126,  0x212B, 0x2190,   0x2C60, 0xA722, 0xAB53,
        0xFB01, 0xFF11, 0xFF51, 0x1D7CE, 0x1F600, 0xE000, 0x10FFFF, 0,      0xD800, 0xFFFFFFFF,
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(text_other_script(others[i]), "U+%04X", (unsigned)others[i]);
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        ck_assert_msg(!text_other_script(latin[i]), "U+%04X", (unsigned)latin[i]);
}
END_TEST

START_TEST(text_fits_in_whole_clusters) {
    static const char mixed[] = "a\u65e5e\u0301" FAMILY "z"; /* widths 1 2 1 2 1 */
    static const size_t ends[] = {
        0, 1, 1, 4, 7, 7, 7 + sizeof FAMILY - 1, sizeof mixed - 1, sizeof mixed - 1};
    for (size_t columns = 0; columns < sizeof ends / sizeof *ends; columns++)
        ck_assert_uint_eq(text_fit(mixed, sizeof mixed - 1, columns), ends[columns]);
    ck_assert_uint_eq(text_fit("e\u0301x", 4, 1), 3); /* what has no width still belongs */
    ck_assert_uint_eq(text_fit("", 0, 5), 0);
    ck_assert_uint_eq(text_fit("abc", 2, 5), 2);
}
END_TEST

/* The lines with '|' between them. */
static const char *wrapped(const char *text, size_t columns) {
    static char all[512];
    const char *line;
    size_t length, used = 0;
    int lines = 0;
    while (text_wrap(&text, columns, &line, &length)) {
        ck_assert_int_lt(lines, 100);
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%.*s", lines++ ? "|" : "",
                                 (int)length, line);
    }
    all[used] = '\0';
    return all;
}

START_TEST(paragraphs_wrap) {
    static const struct {
        const char *text;
        size_t columns;
        const char *lines;
    } cases[] = {
        {"", 10, ""},
        {"one two three", 20, "one two three"},
        {"one two three", 13, "one two three"},
        {"one two three", 12, "one two|three"},
        {"one two three", 7, "one two|three"},
        {"one two three", 6, "one|two|three"},
        {"one two three", 3, "one|two|thr|ee"},
        {"incomprehensible", 5, "incom|prehe|nsibl|e"},
        {"an incomprehensible word", 8, "an|incompre|hensible|word"},
        {"one   two", 4, "one|two"},
        {"one two   ", 7, "one two"},
        {"one\ntwo", 10, "one|two"},
        {"one\n\ntwo", 10, "one||two"},
        {"one  \ntwo\n", 10, "one|two"},
        {"one two\nthree", 5, "one|two|three"},
        {"\n\n", 5, "|"},
        {"abc", 0, "a|b|c"},
        {"a b", 0, "a|b"},
        {"\u65e5\u672c\u56fd", 4, "\u65e5\u672c|\u56fd"},
        {"\u65e5\u672c", 1, "\u65e5|\u672c"}, /* wider than there is room */
        {"\u65e5\u672c", 3, "\u65e5|\u672c"},
        {"e\u0301e\u0301", 1, "e\u0301|e\u0301"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(wrapped(cases[i].text, cases[i].columns), cases[i].lines);
}
END_TEST

/* Any width: no line too wide, no word lost, and it ends. */
START_TEST(wrapping_keeps_every_word) {
    static const char text[] = "The President put to the vote the draft resolution contained in "
                               "document S/2016/846.\n\nThere were eleven votes in favour.";
    for (size_t columns = 0; columns < 140; columns++) {
        const char *at = text, *line;
        size_t length;
        char kept[sizeof text] = "", *keep = kept;
        while (text_wrap(&at, columns, &line, &length)) {
            ck_assert_uint_le(text_width_n(line, length), columns ? columns : 1);
            ck_assert(length == 0 || line[length - 1] != ' ');
            for (size_t i = 0; i < length; i++)
                if (line[i] != ' ')
                    *keep++ = line[i];
        }
        const char *expected = kept;
        for (const char *c = text; *c; c++)
            if (*c != ' ' && *c != '\n')
                ck_assert_int_eq(*expected++, *c);
        ck_assert_ptr_eq(expected, keep);
    }
}
END_TEST

struct conversion {
    const char *text;
    size_t length;
    const char *expected;
};

#define CONVERSION(text, expected)                                                                 \
    { (text), sizeof(text) - 1, (expected) }

START_TEST(unsafe_text_is_made_visible) {
    static const struct conversion cases[] = {
        CONVERSION("", ""),
        CONVERSION("plain", "plain"),
        CONVERSION("a\tb\nc", "a\\tb\\nc"),
        CONVERSION("\x1b[2J", "\\x1b[2J"),
        CONVERSION("\0", "\\x00"),
        CONVERSION("\x7f", "\\x7f"),
        CONVERSION("\xc2\x85", "\\x85"),
        CONVERSION("\u202eabc", "\\u202eabc"),
        CONVERSION("\ufeffx", "\\ufeffx"),
        CONVERSION("\U000E0041", "\\ue0041"),
        CONVERSION("\xff\x80", "\\xff\\x80"),
        CONVERSION("\xe2\x82", "\\xe2\\x82"),
        CONVERSION("\u65e5 " FAMILY, "\u65e5 " FAMILY),
        CONVERSION("\u061c\u061c\u061c\u061c", "\\u061c\\u061c\\u061c\\u061c"),
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(text_visible(&arena, cases[i].text, cases[i].length), cases[i].expected);
    arena_free(&arena);
}
END_TEST

START_TEST(a_word_in_a_link_ends_nothing) {
    static const char *const cases[][2] = {
        {"", ""},
        {"members.RUS.veto_tendency=0", "members.RUS.veto_tendency=0"},
        {"drafts.a.ballots.CHN=yes,-1.5+2@/:_", "drafts.a.ballots.CHN=yes,-1.5+2@/:_"},
        {"title=a & b", "title=a%20%26%20b"},
        {"50%#\"'<>()", "50%25%23%22%27%3C%3E%28%29"},
        {"\u00e9\n", "%C3%A9%0A"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(link_word(&arena, cases[i][0]), cases[i][1]);
    arena_free(&arena);
}
END_TEST

START_TEST(text_becomes_ascii) {
    static const struct conversion cases[] = {
        CONVERSION("plain", "plain"),
        CONVERSION("C\u00f4te d\u2019Ivoire", "Cote d'Ivoire"),
        CONVERSION("T\u00fcrkiye, Curac\u0327ao", "Turkiye, Curacao"),
        CONVERSION("\u201cno\u201d \u2014 1\u20132\u2026", "\"no\" -- 1-2..."),
        CONVERSION("\u0141\u00f3d\u017a, Stra\u00dfe, \u00c6r\u00f8", "Lodz, Strasse, AEro"),
        CONVERSION("\ufb01ve \u2192 \u2264", "five -> <="),
        CONVERSION("\u65e5\u672c", "??"),
        CONVERSION("\xff!", "?!"),
        CONVERSION("\u00a7\u00a7", "section section "),
        CONVERSION("\ufdfa", "?"), /* decomposes to a whole sentence */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(text_ascii(&arena, cases[i].text, cases[i].length), cases[i].expected);
    arena_free(&arena);
}
END_TEST

START_TEST(distances_of_words) {
    static const struct {
        const char *a, *b;
        unsigned distance;
    } cases[] = {
        {"", "", 0},
        {"veto", "veto", 0},
        {"VETO", "veto", 0},
        {"veto", "vet", 1},
        {"veto", "vetos", 1},
        {"veto", "vote", 2},
        {"veto", "vtoe", 2},
        {"veto", "evto", 1}, /* an exchange of neighbours */
        {"form", "from", 1},
        {"ab", "bca", 3}, /* nothing is changed twice */
        {"tendancy", "tendency", 1},
        {"", "abc", 3},
        {"kitten", "sitting", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_uint_eq(text_distance(cases[i].a, cases[i].b, 9), cases[i].distance);
        ck_assert_uint_eq(text_distance(cases[i].b, cases[i].a, 9), cases[i].distance);
        for (unsigned most = 0; most < 4; most++) {
            unsigned capped = cases[i].distance > most ? most + 1 : cases[i].distance;
            ck_assert_uint_eq(text_distance(cases[i].a, cases[i].b, most), capped);
        }
    }
    char longer[100];
    memset(longer, 'a', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    ck_assert_uint_eq(text_distance(longer, longer, 3), 4); /* too long to be a slip */
    longer[48] = '\0';
    ck_assert_uint_eq(text_distance(longer, longer, 3), 0);
}
END_TEST

/* ---- numbers ---- */

START_TEST(numbers_are_parsed) {
    static const struct {
        const char *text;
        double number;
    } cases[] = {
        {"0", 0},     {"12", 12},     {"-0.5", -0.5}, {".5", .5},     {"-.5", -.5},
        {"5.", 5},    {"1e-3", 1e-3}, {"1E+2", 100},  {"1.5e2", 150}, {"007", 7},
        {"-0", 0},    {"-0.0", 0},    {"1e-400", 0},  {"0.1", 0.1},   {"1e308", 1e308},
        {"0e999", 0}, {"+1", 1},      {"+.5", .5},    {"+0.5e1", 5},
    };
    static const char *const wrong[] = {
        "",     "-",     ".",      "-.",    "+-1",    " 1",  "1 ",   "1,5",
        "0x10", "1e",    "1e+",    "e5",    "inf",    "nan", "-inf", "1e999",
        "--1",  "1.2.3", "9votes", "1_000", "\u0661", "1\n", "1f",
    };
    double number = 42;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_msg(number_parse(cases[i].text, &number), "%s", cases[i].text);
        ck_assert(number == cases[i].number);
        ck_assert(number != 0 || !signbit(number));
    }
    number = 42;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ck_assert_msg(!number_parse(wrong[i], &number), "%s", wrong[i]);
        ck_assert_double_eq(number, 42); /* untouched */
    }
}
END_TEST

/* Short decimals go a way of their own: to the same double, to the bit. */
START_TEST(a_number_is_what_the_c_library_reads) {
    for (uint32_t i = 0; i < 200000; i++) {
        const uint32_t counter[4] = {i, 0, 0, 0};
        struct philox_block block = philox(11, counter);
        uint64_t digits = (uint64_t)block.word[0] << 32 | block.word[1];
        char text[40];
        for (unsigned down = block.word[2] % 20; down > 0; down--)
            digits /= 10;
        int length =
            snprintf(text, sizeof text, "%s%llu", i % 2 ? "-" : "", (unsigned long long)digits);
        unsigned point = block.word[3] % 20;
        if (point < (unsigned)length - i % 2) { /* behind the sign */
            memmove(text + length - point + 1, text + length - point, point + 1);
            text[length - (int)point] = '.';
        }
        double number = 0, read = strtod(text, NULL);
        if (!number_parse(text, &number) || number != read)
            ck_abort_msg("%s: %.17g, not %.17g", text, number, read);
    }
}
END_TEST

START_TEST(whole_numbers_are_parsed) {
    static const struct {
        const char *text;
        uint64_t number;
    } cases[] = {
        {"0", 0},
        {"9", 9},
        {"007", 7},
        {"18446744073709551615", UINT64_MAX},
    };
    static const char *const wrong[] = {
        "",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1.0",
        "1e3",
        "0x1",
        "18446744073709551616",
        "99999999999999999999999",
        "one",
    };
    uint64_t number = 42;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert(number_parse_u64(cases[i].text, &number));
        ck_assert_uint_eq(number, cases[i].number);
    }
    number = 42;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ck_assert_msg(!number_parse_u64(wrong[i], &number), "%s", wrong[i]);
        ck_assert_uint_eq(number, 42);
    }
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
                  "is larger than 1 MiB, the most that a scenario may be");
    expect_unread(make_file(3 * SOURCE_LIMIT), VETO_INPUT,
                  "is larger than 1 MiB, the most that a scenario may be");
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

/* ---- random numbers ---- */

/* The known answers that are published with the generator. */
START_TEST(philox_gives_the_known_answers) {
    static const struct {
        uint32_t counter[4];
        uint64_t seed;
        uint32_t answer[4];
    } cases[] = {
        {{0, 0, 0, 0}, 0, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
         UINT64_MAX,
         {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
         UINT64_C(0x299f31d0a4093822),
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct philox_block block = philox(cases[i].seed, cases[i].counter);
        ck_assert_mem_eq(block.word, cases[i].answer, sizeof cases[i].answer);
    }
}
END_TEST

START_TEST(exponential_agrees_with_exp) {
    for (int i = 0; i <= 70000; i++) {
        double x = -i / 100., expected = exp(x);
        ck_assert_msg(fabs(exponential(x) - expected) <= 1e-15 * expected, "at %g", x);
    }
    ck_assert(exponential(0) == 1);
    ck_assert(exponential(-745) == 0);
    ck_assert(exponential(-INFINITY) == 0);
}
END_TEST

START_TEST(logarithm_agrees_with_log) {
    for (int i = 1; i <= 100000; i++) {
        double x = i / 1000., expected = log(x);
        ck_assert_msg(fabs(logarithm(x) - expected) <= 1e-15 * fmax(1, fabs(expected)), "at %g", x);
    }
    for (int i = -1074; i < 1024; i++) {
        double expected = log(ldexp(1, i));
        ck_assert_msg(fabs(logarithm(ldexp(1, i)) - expected) <= 1e-15 * fabs(expected), "2^%d", i);
    }
    ck_assert(logarithm(1) == 0);
}
END_TEST

/* To the bit, on every machine. */
START_TEST(exponential_and_logarithm_have_these_bits) {
    ck_assert(exponential(-1) == 0x1.78b56362cef38p-2);
    ck_assert(exponential(-37.5) == 0x1.dd5c566301ec8p-55);
    ck_assert(logarithm(10) == 0x1.26bb1bbb55516p+1);
    ck_assert(logarithm(1e-300) == -0x1.5963447f87fb5p+9);
}
END_TEST

START_TEST(normal_cdf_agrees_with_erfc) {
    for (int i = -36000; i <= 9000; i++) {
        double x = i / 1000. + 1e-5, expected = erfc(-x / sqrt(2)) / 2;
        ck_assert_msg(fabs(normal_cdf(x) - expected) <= 1e-12 * expected, "at %g", x);
    }
    ck_assert_double_eq(normal_cdf(0), 0.5);
    ck_assert_double_eq(normal_cdf(INFINITY), 1);
    ck_assert_double_eq(normal_cdf(-INFINITY), 0);
    ck_assert_double_eq(normal_cdf(40), 1);
    ck_assert_double_eq(normal_cdf(-40), 0);
    ck_assert_double_eq(normal_cdf(DBL_MAX), 1);
    ck_assert_double_eq(normal_cdf(-DBL_MAX), 0);
}
END_TEST

START_TEST(normal_cdf_is_monotone_and_symmetric) {
    double last = 0;
    for (int i = -400000; i <= 100000; i++) {
        double p = normal_cdf(i / 10000.);
        ck_assert_msg(p >= last, "falls at %g", i / 10000.);
        last = p;
    }
    for (int i = 0; i < 9000; i++)
        ck_assert(fabs(normal_cdf(i / 1000.) + normal_cdf(-i / 1000.) - 1) < 1e-15);
}
END_TEST

START_TEST(normal_quantile_undoes_the_cdf) {
    for (int i = -37000; i < 0; i++)
        ck_assert_msg(fabs(normal_quantile(normal_cdf(i / 1000.)) - i / 1000.) < 1e-9, "at %d", i);
    for (int i = 0; i < 5000; i++) /* near 1 a p has fewer digits to tell its x by */
        ck_assert(fabs(normal_quantile(normal_cdf(i / 1000.)) - i / 1000.) < 1e-9);
    ck_assert(fabs(normal_quantile(0.5)) < 1e-12);
    ck_assert(fabs(normal_quantile(0.975) - 1.959963984540054) < 1e-12);
    for (uint64_t word = 0; word < UINT64_C(1) << 32; word += 104729 * 31) {
        double p = ((double)word + 0.5) / 4294967296.0; /* as the model asks */
        ck_assert(normal_quantile(p) == -normal_quantile(1 - p));
        ck_assert(fabs(normal_cdf(normal_quantile(p)) - p) < 1e-12);
    }
}
END_TEST

/* ---- diagnostics ---- */

static struct veto_diagnostics *list;

static char *printed(unsigned columns, bool color) {
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(file);
    ck_assert(veto_diagnostics_print(list, file, columns, color));
    ck_assert_int_eq(fclose(file), 0);
    return text;
}

static void expect_printed(unsigned columns, bool color, const char *expected) {
    char *text = printed(columns, color);
    ck_assert_str_eq(text, expected);
    free(text);
}

static struct span span_of(const char *name, const char *text, uint32_t start, uint32_t end) {
    return (struct span){source_new(&list->arena, name, text, strlen(text)), start, end};
}

/* The span of `word` in `text`. */
static struct span span_at(const char *text, const char *word) {
    uint32_t start = (uint32_t)(strstr(text, word) - text);
    return span_of("x.yaml", text, start, start + (uint32_t)strlen(word));
}

START_TEST(diagnostics_show_the_place) {
    list = veto_diagnostics_new();
    static const char text[] = "members:\n  RUS: {veto_tendancy: 0.98}\n";
    struct diagnostic *entry =
        diagnose(list, span_at(text, "veto_tendancy"), "unknown key '%s'", "veto_tendancy");
    diagnose_nearest(list, entry, "veto_tendancy",
                     (const char *const[]){"volatility", "veto_tendency", NULL});
    expect_printed(80, false,
                   "x.yaml:2:9: error: unknown key 'veto_tendancy'\n"
                   "    2 |   RUS: {veto_tendancy: 0.98}\n"
                   "      |         ^~~~~~~~~~~~~\n"
                   " hint: did you mean 'veto_tendency'?\n");
    expect_printed(80, true,
                   "\x1b[1mx.yaml:2:9: \x1b[1;31merror:\x1b[0m unknown key 'veto_tendancy'\n"
                   "\x1b[1;34m    2 |\x1b[0m   RUS: {veto_tendancy: 0.98}\n"
                   "\x1b[1;34m      |\x1b[0m         \x1b[1;31m^~~~~~~~~~~~~\x1b[0m\n"
                   " hint: did you mean 'veto_tendency'?\n");
    veto_diagnostics_free(list);
}
END_TEST

START_TEST(columns_are_those_of_a_terminal) {
    list = veto_diagnostics_new();
    diagnose(list, span_at("\tname:\tx", "x"), "a tab before it");
    diagnose(list, span_at("\u65e5\u672c: e\u0301x", "x"), "wide before it");
    diagnose(list, span_at("a \u65e5\u672c b", "\u65e5\u672c"), "wide in it");
    diagnose(list, span_at("\x1b\u202e\xff|", "|"), "unsafe before it: %s", "\x1b[2J\u202e\xff");
    diagnose(list, span_at("a\U000E0041|", "|"), "hidden in a cluster");
    expect_printed(80, false,
                   "x.yaml:1:17: error: a tab before it\n"
                   "    1 |         name:   x\n"
                   "      |                 ^\n"
                   "x.yaml:1:8: error: wide before it\n"
                   "    1 | \u65e5\u672c: e\u0301x\n"
                   "      |        ^\n"
                   "x.yaml:1:3: error: wide in it\n"
                   "    1 | a \u65e5\u672c b\n"
                   "      |   ^~~~\n"
                   "x.yaml:1:15: error: unsafe before it: \\x1b[2J\\u202e\\xff\n"
                   "    1 | \\x1b\\u202e\\xff|\n"
                   "      |               ^\n"
                   "x.yaml:1:9: error: hidden in a cluster\n"
                   "    1 | a\\ue0041|\n"
                   "      |         ^\n");
    veto_diagnostics_free(list);
}
END_TEST

START_TEST(edges_of_a_text_can_be_shown) {
    list = veto_diagnostics_new();
    diagnose(list, span_of("x.yaml", "", 0, 0), "empty");
    diagnose(list, span_of("x.yaml", "abc\n", 3, 3), "at the end of a line");
    diagnose(list, span_of("x.yaml", "abc\n", 4, 4), "at the end of the text");
    diagnose(list, span_of("x.yaml", "abc\r\ndef", 1, 8), "over two lines");
    diagnose_file(list, "a\x1b", "is a %s", "directory");
    expect_printed(80, false,
                   "x.yaml:1:1: error: empty\n"
                   "    1 | \n"
                   "      | ^\n"
                   "x.yaml:1:4: error: at the end of a line\n"
                   "    1 | abc\n"
                   "      |    ^\n"
                   "x.yaml:2:1: error: at the end of the text\n"
                   "    2 | \n"
                   "      | ^\n"
                   "x.yaml:1:2: error: over two lines\n"
                   "    1 | abc\n"
                   "      |  ^~\n"
                   "a\\x1b: error: is a directory\n");
    veto_diagnostics_free(list);
}
END_TEST

/* Texts that are gone by the time that the diagnostics are printed, and that no NUL ended. */
START_TEST(what_is_shown_of_a_source_outlives_its_text) {
    list = veto_diagnostics_new();
    char first[9], second[6];
    memcpy(first, "is: here\n", sizeof first);
    memcpy(second, "other\n", sizeof second);
    struct source *file = source_new(&list->arena, "file", first, sizeof first);
    struct source *set = source_new(&list->arena, "--set", second, sizeof second);
    struct diagnostic *entry = diagnose(list, (struct span){file, 4, 8}, "kept");
    diagnose_other(list, entry, (struct span){set, 0, 5}, "and this");
    memset(first, 'x', sizeof first);
    memset(second, 'x', sizeof second);
    expect_printed(80, false,
                   "file:1:5: error: kept\n"
                   "    1 | is: here\n"
                   "      |     ^~~~\n"
                   "--set:1:1: note: and this\n"
                   "    1 | other\n"
                   "      | ^~~~~\n");
    veto_diagnostics_free(list);
}
END_TEST

START_TEST(a_second_place_can_be_shown) {
    list = veto_diagnostics_new();
    static const char text[] = "title: a\ndate: b\ntitle: c\n";
    struct source *source = source_new(&list->arena, "x.yaml", text, strlen(text));
    struct diagnostic *entry =
        diagnose(list, (struct span){source, 17, 22}, "duplicate key 'title'");
    diagnose_other(list, entry, (struct span){source, 0, 5}, "it is here too");
    diagnose_hint(list, entry, "take one of them away: %s", "\t");
    diagnose(list, (struct span){source, 24, 25}, "and the cursor goes on")->severity =
        VETO_WARNING;
    expect_printed(80, false,
                   "x.yaml:3:1: error: duplicate key 'title'\n"
                   "    3 | title: c\n"
                   "      | ^~~~~\n"
                   " hint: take one of them away: \\t\n"
                   "x.yaml:1:1: note: it is here too\n"
                   "    1 | title: a\n"
                   "      | ^~~~~\n"
                   "x.yaml:3:8: warning: and the cursor goes on\n"
                   "    3 | title: c\n"
                   "      |        ^\n");
    veto_diagnostics_free(list);
}
END_TEST

static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

START_TEST(long_lines_are_cut) {
    list = veto_diagnostics_new();
    diagnose(list, span_at(alphabet, "cde"), "cut on the right");
    diagnose(list, span_at(alphabet, "XYZ"), "cut on the left");
    diagnose(list, span_at(alphabet, "012"), "cut on both sides");
    diagnose(list, span_at(alphabet, alphabet), "too long itself");
    expect_printed(40, false,
                   "x.yaml:1:3: error: cut on the right\n"
                   "    1 | abcdefghijklmnopqrstuvwxyz012...\n"
                   "      |   ^~~\n"
                   "x.yaml:1:60: error: cut on the left\n"
                   "    1 | ...NOPQRSTUVWXYZ\n"
                   "      |              ^~~\n"
                   "x.yaml:1:27: error: cut on both sides\n"
                   "    1 | ...qrstuvwxyz0123456789ABCDEF...\n"
                   "      |              ^~~\n"
                   "x.yaml:1:1: error: too long itself\n"
                   "    1 | abcdefghijklmnopqrstuvwxyz012...\n"
                   "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n");
    veto_diagnostics_free(list);
}
END_TEST

/* ---- any line, any place, any width ---- */

static char monster[1200];

static void diagnose_monster(void) {
    list = veto_diagnostics_new();
    size_t length = strlen(monster);
    struct source *source = source_new(&list->arena, "x", monster, length);
    for (uint32_t start = 0; start <= length; start += 61)
        diagnose(list, (struct span){source, start, start + 5 > length ? start : start + 5}, "m");
}

/* Excerpts of what is hardest to show: the caret line never runs out of the columns. */
static void expect_monster(const char *unit, unsigned columns) {
    size_t size = strlen(unit);
    monster[0] = '\0';
    for (size_t used = 0; used + size < sizeof monster; used += size)
        memcpy(monster + used, unit, size + 1);
    diagnose_monster();
    char *text = printed(columns, false), *rest = text;
    for (char *line; (line = strtok_r(rest, "\n", &rest));) {
        ck_assert_msg(text_width(line) <= columns, "'%s' of %u columns", line, columns);
        for (const char *byte = line; *byte; byte++)
            ck_assert_int_ne(*byte, '\x1b');
    }
    free(text);
    veto_diagnostics_free(list);
}

START_TEST(no_excerpt_is_too_wide) {
    static const char *const units[] = {
        "a",
        "\t",
        "a\t",
        "\x1b",
        "\xff",
        "\x80",
        "\u65e5",
        "a\u0301",
        "\u0301",
        "\u061c",
        FAMILY,
        "\U000E0041",
        "x\U000E0041\t\u65e5\x80",
        "\u202e \xf0\x9f",
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        for (unsigned columns = 40; columns <= 400; columns += 31)
            expect_monster(units[i], columns);
}
END_TEST

static char many_lines[120001];

START_TEST(large_line_numbers_move_the_caret) {
    list = veto_diagnostics_new();
    memset(many_lines, '\n', sizeof many_lines - 1);
    memcpy(many_lines + sizeof many_lines - 4, "abc", 4);
    diagnose(list, span_at(many_lines, "bc"), "far down");
    expect_printed(80, false,
                   "x.yaml:119998:2: error: far down\n"
                   "119998 | abc\n"
                   "       |  ^~\n");
    veto_diagnostics_free(list);
}
END_TEST

static void diagnose_hundreds(void) {
    list = veto_diagnostics_new();
    for (int i = 0; i < 250; i++)
        diagnose_file(list, "f", "number %d", i);
}

START_TEST(only_a_hundred_are_printed) {
    diagnose_hundreds();
    ck_assert_uint_eq(veto_diagnostics_count(list), 250);
    ck_assert_uint_eq(veto_diagnostics_errors(list), 250);
    char *text = printed(80, false), *rest = text, *line, expected[40];
    for (int i = 0; i < 100; i++) {
        snprintf(expected, sizeof expected, "f: error: number %d", i);
        ck_assert_str_eq(strtok_r(rest, "\n", &rest), expected);
    }
    line = strtok_r(rest, "\n", &rest);
    ck_assert_str_eq(line, "... and 150 more");
    ck_assert_ptr_null(strtok_r(rest, "\n", &rest));
    free(text);
    veto_diagnostics_free(list);
}
END_TEST

START_TEST(diagnostics_are_sorted_by_place) {
    list = veto_diagnostics_new();
    static const char text[] = "one two\nthree\n";
    struct source *file = source_new(&list->arena, "file", text, strlen(text));
    struct source *set = source_new(&list->arena, "--set", text, strlen(text));
    set->rank = 1;
    diagnose(list, (struct span){set, 0, 3}, "e");
    diagnose(list, (struct span){file, 8, 13}, "c");
    diagnose(list, (struct span){file, 8, 9}, "d");
    diagnose(list, (struct span){set, 0, 3}, "f");
    diagnose(list, (struct span){file, 4, 7}, "b");
    diagnose_file(list, "all of it", "a");
    for (int i = 0; i < 40; i++)
        diagnose(list, (struct span){set, 8, 13}, "%c", 'g' + i);
    diagnostics_sort(list);
    for (size_t i = 0; i < veto_diagnostics_count(list); i++) {
        const char expected[] = {(char)('a' + (char)i), '\0'};
        ck_assert_str_eq(veto_diagnostics_get(list, i).message,
                         'a' + i == 127 ? "\\x7f" : expected);
        if (i == 25)
            break; /* behind z come signs, and they are as good as letters */
    }
    struct veto_diagnostic first = veto_diagnostics_get(list, 0);
    ck_assert_str_eq(first.file, "all of it");
    ck_assert_uint_eq(first.line, 0);
    ck_assert_uint_eq(first.column, 0);
    ck_assert_ptr_null(first.hint);
    struct veto_diagnostic second = veto_diagnostics_get(list, 1);
    ck_assert_str_eq(second.file, "file");
    ck_assert_uint_eq(second.line, 1);
    ck_assert_uint_eq(second.column, 5);
    struct veto_diagnostic third = veto_diagnostics_get(list, 2);
    ck_assert_uint_eq(third.line, 2);
    ck_assert_uint_eq(third.column, 1);
    veto_diagnostics_free(list);
}
END_TEST

START_TEST(hints_are_the_nearest_words) {
    static const char *const hints[] = {
        "did you mean 'yes'?",
        "did you mean 'abstain'?",
        "did you mean 'absent'?",
        "did you mean 'no'?",
        NULL,
        NULL,
        "did you mean 'no'?",
    };
    list = veto_diagnostics_new();
    static const char *const words[] = {"yes", "no", "abstain", "absent", "on", NULL};
    static const char *const tried[] = {"ys", "abstane", "Absent", "n", "zzz", "", "no"};
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++)
        diagnose_nearest(list, diagnose_file(list, "f", "%s", tried[i]), tried[i], words);
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        const char *hint = veto_diagnostics_get(list, i).hint;
        ck_assert_int_eq(hint == NULL, hints[i] == NULL);
        if (hint)
            ck_assert_str_eq(hint, hints[i]);
    }
    veto_diagnostics_free(list);
    veto_diagnostics_free(NULL);
}
END_TEST

START_TEST(a_failed_write_is_told) {
    diagnose_hundreds();
    FILE *file = fopen("/dev/full", "w");
    if (file) {
        setvbuf(file, NULL, _IONBF, 0);
        ck_assert(!veto_diagnostics_print(list, file, 80, false));
        fclose(file);
    }
    veto_diagnostics_free(list);
}
END_TEST

START_TEST(names_are_put_in_order_without_case_and_accents) {
    static const char *const sorted[] = {"angola",  "Côte d'Ivoire", "Cuba", "ITALY",
                                         "Türkiye", "Ukraine",       "安全"};
    enum { COUNT = sizeof sorted / sizeof *sorted };
    for (int i = 0; i < COUNT; i++)
        for (int j = 0; j < COUNT; j++)
            ck_assert_int_eq(text_compare_names(sorted[i], sorted[j]), (i > j) - (i < j));
    ck_assert_int_eq(text_compare_names("COTE D'IVOIRE", "Côte d'ivoire"), 0);
    ck_assert_int_eq(text_lower('I'), 'i');
    ck_assert_int_eq(text_upper('i'), 'I');
    ck_assert_int_eq(text_lower(0xC9), 0xC9);
}
END_TEST

START_TEST(words_are_looked_for_without_case_and_accents) {
    static const struct {
        const char *text, *words;
        bool found;
    } searches[] = {
        {"S/2016/846 Syria, vetoed by RUS", "", true},
        {"S/2016/846 Syria, vetoed by RUS", "   ", true},
        {"S/2016/846 Syria, vetoed by RUS", "syr", true},
        {"S/2016/846 Syria, vetoed by RUS", "  VETOED  2016 Syria ", true},
        {"S/2016/846 Syria, vetoed by RUS", "846", true},
        {"S/2016/846 Syria, vetoed by RUS", "s/2016/846", true},
        {"S/2016/846 Syria, vetoed by RUS", "/846", true},
        {"S/2016/846 Syria, vetoed by RUS", "46", false},
        {"S/2016/846 Syria, vetoed by RUS", "syria iraq", false},
        {"Jerusalem, a thousand days", "usa", false}, /* within a word */
        {"Jerusalem, usable", "usa", true},           /* but further on one begins so */
        {"no:usa", "usa", false},
        {"no:usa", "no:usa", true},
        {"C\u00f4te d'Ivoire", "cote", true},
        {"C\u00f4te d'Ivoire", "CO\u0302TE", true}, /* the accent as a character of its own */
        {"C\u00f4te d'Ivoire", "ivoire", true},
        {"C\u00f4te d'Ivoire", "te", false},
        {"Cote", "c\u00f4te", true},
        {"Stra\u00dfe", "STRASSE", true},
        {"\u0130stanbul", "istanbul", true},
        {"\xff nothing \xc3", "nothing", true}, /* not UTF-8 */
    };
    char text[256], words[256];
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
        text_fold(text, sizeof text, searches[i].text);
        text_fold(words, sizeof words, searches[i].words);
        ck_assert_msg(text_has_words(text, words) == searches[i].found, "'%s' in '%s'",
                      searches[i].words, searches[i].text);
    }
    ck_assert_uint_eq(text_fold(text, 4, "ABC"), 3);
    ck_assert_str_eq(text, "abc");
    ck_assert_uint_eq(text_fold(text, 3, "ABC"), 2); /* what fits */
    ck_assert_uint_eq(text_fold(text, 3, "a\u4e2d"), 1);
    ck_assert_uint_eq(text_fold(text, 1, "a"), 0);
    ck_assert_str_eq(text, "");
}
END_TEST

/* No character becomes more bytes than promised. */
START_TEST(folded_text_has_a_bound) {
    uint32_t longer = 0;
    for (uint32_t code = 1; code < 0x110000; code++) {
        char text[5], folded[256];
        size_t length = text_encode(code, text);
        if (length > 0 && text_fold(folded, sizeof folded, text) > TEXT_FOLDED * length)
            longer = code;
    }
    ck_assert_uint_eq(longer, 0);
}
END_TEST

static const struct suite_entry entries[] = {
    {words_are_looked_for_without_case_and_accents, 0},
    {folded_text_has_a_bound, 0},
    {names_are_put_in_order_without_case_and_accents, 0},
    {arena_gives_zeroed_and_aligned_memory, 0},
    {what_is_reserved_is_in_one_piece, 0},
    {arrays_grow, 0},
    {strings_are_copied_and_formatted, 0},
    {out_of_memory_ends_the_work, 0},
    {width_is_in_columns, 0},
    {clusters_are_what_readers_count, 0},
    {code_points_are_decoded, 0},
    {some_code_points_are_forbidden, 0},
    {other_scripts_than_latin, 0},
    {text_fits_in_whole_clusters, 0},
    {paragraphs_wrap, 0},
    {wrapping_keeps_every_word, 0},
    {unsafe_text_is_made_visible, 0},
    {a_word_in_a_link_ends_nothing, 0},
    {text_becomes_ascii, 0},
    {distances_of_words, 0},
    {a_number_is_what_the_c_library_reads, 0},
    {numbers_are_parsed, 0},
    {whole_numbers_are_parsed, 0},
    {sources_know_their_lines, 0},
    {files_are_read_up_to_a_limit, 0},
    {standard_input_is_read, 0},
    {philox_gives_the_known_answers, 0},
    {exponential_agrees_with_exp, 0},
    {logarithm_agrees_with_log, 0},
    {exponential_and_logarithm_have_these_bits, 0},
    {normal_cdf_agrees_with_erfc, 0},
    {normal_cdf_is_monotone_and_symmetric, 0},
    {normal_quantile_undoes_the_cdf, 0},
    {diagnostics_show_the_place, 0},
    {columns_are_those_of_a_terminal, 0},
    {edges_of_a_text_can_be_shown, 0},
    {a_second_place_can_be_shown, 0},
    {what_is_shown_of_a_source_outlives_its_text, 0},
    {long_lines_are_cut, 0},
    {no_excerpt_is_too_wide, 0},
    {large_line_numbers_move_the_caret, 0},
    {only_a_hundred_are_printed, 0},
    {diagnostics_are_sorted_by_place, 0},
    {hints_are_the_nearest_words, 0},
    {a_failed_write_is_told, 0},
};

SUITE("base", entries)
