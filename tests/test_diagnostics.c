/* Diagnostics: the place they show, their order, and hints. */
#include <stdio.h>
#include <string.h>

#include "base/diagnostics.h"
#include "base/text.h"
#include "suite.h"

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
    diagnose(list, span_at(text, "veto_tendancy"), "unknown key '%s'", "veto_tendancy");
    diagnose_nearest(list, "veto_tendancy",
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
    diagnose(list, (struct span){file, 4, 8}, "kept");
    diagnose_other(list, (struct span){set, 0, 5}, "and this");
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
    diagnose(list, (struct span){source, 17, 22}, "duplicate key 'title'");
    diagnose_other(list, (struct span){source, 0, 5}, "it is here too");
    diagnose_hint(list, "take one of them away: %s", "\t");
    diagnose(list, (struct span){source, 24, 25}, "and the cursor goes on");
    diagnose_warning(list);
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
        "\U0001F469\u200D\U0001F469\u200D\U0001F467", /* a family, one cluster */
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
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
        diagnose_file(list, "f", "%s", tried[i]);
        diagnose_nearest(list, tried[i], words);
    }
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

static const struct suite_entry entries[] = {
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

SUITE("diagnostics", entries)
