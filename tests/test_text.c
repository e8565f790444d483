/* Text: its width, its characters, its lines, and what becomes of it. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "suite.h"

static struct arena arena; /* out of memory, it would jump nowhere: that ends a test just as well */

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

/* ---- names and searches ---- */

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
};

SUITE("text", entries)
