/* Files of votes as spreadsheets and downloads write them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "history/record.h"
#include "suite.h"

/* ---- help ---- */

/* What a load leaves: a line a vote, then a line a problem, then a line a message. */
struct loaded {
    char text[8000];
    enum veto_status status;
};

static void add(struct loaded *loaded, const char *format, const char *a, const char *b) {
    size_t used = strlen(loaded->text);
    snprintf(loaded->text + used, sizeof loaded->text - used, format, a, b);
}

static void add_vote(struct loaded *loaded, const struct veto_history_vote *vote) {
    static const char letters[] = "YNAX-?!";
    char figures[80];
    snprintf(figures, sizeof figures, "%u %s %d/%d/%d", vote->row, vote->date_text,
             vote->totals[VETO_TOTAL_YES], vote->totals[VETO_TOTAL_NO],
             vote->totals[VETO_TOTAL_MEMBERS]);
    add(loaded, "%s %s", figures, vote->symbol);
    for (unsigned i = 0; i < vote->ballot_count; i++)
        add(loaded, " %s%.1s", vote->ballots[i].code, &letters[vote->ballots[i].ballot]);
    add(loaded, " %s%s\n", vote->title, "");
}

static struct loaded load(const char *bytes, size_t length, enum veto_history_dates dates) {
    struct loaded loaded = {.text = ""};
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    char *copy = malloc(length + 1); /* of its own, so that reading past it shows */
    memcpy(copy, bytes, length);
    struct veto_text text = {"text.csv", copy, length};
    loaded.status = veto_history_load(&history, list, &text, dates);
    for (size_t i = 0; history && i < history->count; i++)
        add_vote(&loaded, &history->votes[i]);
    for (size_t i = 0; history && i < history->problem_count; i++)
        add(&loaded, "%s: %s\n", veto_history_problem_word(history->problems[i].kind),
            history->problems[i].text);
    for (size_t i = 0; i < veto_diagnostics_count(list); i++) {
        struct veto_diagnostic entry = veto_diagnostics_get(list, i);
        add(&loaded, "%s: %s", entry.severity == VETO_WARNING ? "warning" : "error", entry.message);
        add(&loaded, "%s%s\n", entry.hint ? " | " : "", entry.hint ? entry.hint : "");
    }
    bool is = false;
    ck_assert_int_eq(veto_history_is(&is, &text), VETO_OK);
    if (loaded.status == VETO_OK)
        ck_assert(is);
    veto_history_free(history);
    veto_diagnostics_free(list);
    free(copy);
    return loaded;
}

static void expect_bytes(const char *bytes, size_t length, const char *expected) {
    struct loaded loaded = load(bytes, length, VETO_DATES_BY_FILE);
    ck_assert_str_eq(loaded.text, expected);
}

static void expect(const char *text, const char *expected) {
    expect_bytes(text, strlen(text), expected);
}

/* A copy with each `from` replaced; the caller frees it. */
static char *replaced(const char *text, const char *from, const char *to) {
    char *copy = calloc(strlen(text) + 1, 2 + strlen(to)), *end = copy;
    size_t size = strlen(from);
    while (*text) {
        bool here = strncmp(text, from, size) == 0;
        end += here ? sprintf(end, "%s", to) : sprintf(end, "%c", *text);
        text += here ? size : 1;
    }
    return copy;
}

/* ---- separators, line ends, encodings ---- */

/* Each `;` may become another separator, each `|` a line end. */
#define TABLE                                                                                      \
    "ms_code;ms_vote;date;resolution;description;total_yes;total_no;total_ms|"                     \
    "FRA;Y;2016-12-23;S/RES/2334(2016);Caf\u00e9, \u201cquoted\u201d;14.0;0.0;15.0|"               \
    "GBR;N;2016-12-23;S/RES/2334(2016);\"More: \"\"it\"\"\";14;0;15|"                              \
    "FRA;A;2016-12-24;S/RES/2335(2016);Second;13,0;0;15|"

#define VOTES                                                                                      \
    "2 2016-12-23 14/0/15 S/RES/2334(2016) FRAY GBRN Caf\u00e9, \u201cquoted\u201d\n"              \
    "4 2016-12-24 13/0/15 S/RES/2335(2016) FRAA Second\n"

/* With one separator and one line end; commas in texts are quoted. */
static char *table(const char *separator, const char *end) {
    bool commas = *separator == ',';
    char *quoted = replaced(TABLE, "Caf\u00e9, \u201cquoted\u201d",
                            commas ? "\"Caf\u00e9, \u201cquoted\u201d\""
                                   : "Caf\u00e9, "
                                     "\u201cquoted\u201d");
    char *pointed = replaced(quoted, "13,0", commas ? "\"13,0\"" : "13,0");
    char *ended = replaced(pointed, "|", end);
    char *separated = replaced(ended, ";", separator);
    free(quoted);
    free(pointed);
    free(ended);
    return separated;
}

static const char *const separators[] = {",", ";", "\t"};
static const char *const ends[] = {"\n", "\r\n", "\r"};

START_TEST(separators_and_line_ends) {
    for (int i = 0; i < 9; i++) {
        char *text = table(separators[i / 3], ends[i % 3]);
        expect(text, VOTES);
        text[strlen(text) - 1] = '\0'; /* the last row need not end */
        expect(text, VOTES);
        free(text);
    }
}

START_TEST(a_first_line_names_the_separator) {
    static const char *const lines[] = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n"};
    char *text = table(";", "\n"), *bars = table("|", "\n"), *both = NULL;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        both = replaced("LT", "L", lines[i]);
        char *whole = replaced(both, "T", text);
        expect(whole, VOTES); /* rows are counted without that line */
        free(whole);
        free(both);
    }
    both = replaced("sep=|\nT", "T", bars); /* which can be any sign */
    expect(both, VOTES);
    free(text);
    free(bars);
    free(both);
}

/* The bytes of a text in UTF-16. */
static size_t utf16(const char *text, bool big, bool mark, char *to) {
    char *start = to;
    const char *at = mark ? "\uFEFF" : "";
    for (int pass = 0; pass < 2; pass++, at = text) {
        for (; *at; at += (unsigned char)*at < 0x80   ? 1
                          : (unsigned char)*at < 0xE0 ? 2
                          : (unsigned char)*at < 0xF0 ? 3
                                                      : 4) {
            const unsigned char *c = (const unsigned char *)at;
            unsigned code = *c < 0x80   ? *c
                            : *c < 0xE0 ? (*c & 0x1Fu) << 6 | (c[1] & 0x3Fu)
                            : *c < 0xF0 ? (*c & 0xFu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu)
                                        : (*c & 7u) << 18 | (c[1] & 0x3Fu) << 12 |
                                              (c[2] & 0x3Fu) << 6 | (c[3] & 0x3Fu);
            unsigned units[2] = {code, 0};
            if (code > 0xFFFF) {
                units[0] = 0xD800 + ((code - 0x10000) >> 10);
                units[1] = 0xDC00 + ((code - 0x10000) & 0x3FF);
            }
            for (int i = 0; i < 2 && (i == 0 || units[i]); i++) {
                *to++ = (char)(big ? units[i] >> 8 : units[i] & 0xFF);
                *to++ = (char)(big ? units[i] & 0xFF : units[i] >> 8);
            }
        }
    }
    return (size_t)(to - start);
}

START_TEST(encodings) {
    for (int i = 0; i < 9; i++) {
        char *text = table(separators[i / 3], ends[i % 3]);
        char *marked = replaced("\uFEFFT", "T", text), *wide = malloc(2 * strlen(text) + 4);
        expect(marked, VOTES);
        for (int how = 0; how < 4; how++)
            expect_bytes(wide, utf16(text, how & 1, how & 2, wide), VOTES);
        char *narrow = replaced(text, "\u00e9", "\xE9"), *more = replaced(narrow, "\u201c", "\x93");
        char *all = replaced(more, "\u201d", "\x94");
        expect(all, VOTES);
        free(all);
        free(more);
        free(narrow);
        free(wide);
        free(marked);
        free(text);
    }
}

/* What a text in the fifth column comes out as. */
static void expect_title(const char *title, size_t length, const char *expected) {
    char text[400], want[400];
    int head = snprintf(text, sizeof text,
                        "ms_code,ms_vote,date,resolution,description\n"
                        "FRA,Y,2016-12-23,S/RES/2334(2016),");
    memcpy(text + head, title, length);
    snprintf(want, sizeof want, "2 2016-12-23 -1/-1/-1 S/RES/2334(2016) FRAY %s\n", expected);
    expect_bytes(text, (size_t)head + length, want);
}

START_TEST(characters_of_each_encoding) {
    expect_title("\x80 \x8C \xDF \xFF", 7, "\u20ac \u0152 \u00df \u00ff");
    expect_title("\x81", 1, "\\x81");                         /* is no character there */
    expect_title("cut \xC3\xA9 \xC3", 8, "cut \u00e9 \\xc3"); /* UTF-8 that lacks its end */
    expect_title("cut \xC3", 5, "cut \u00c3");                /* no sign of UTF-8 */
    char wide[2000];
    const char text[] = "ms_code,ms_vote,date,resolution,description\n"
                        "FRA,Y,2016-12-23,S/RES/2334(2016),\U0001F54A peace";
    size_t length = utf16(text, false, false, wide);
    expect_bytes(wide, length, "2 2016-12-23 -1/-1/-1 S/RES/2334(2016) FRAY \U0001F54A peace\n");
    char *half = wide + length - 2 * sizeof " peace" - 2;
    memcpy(half + 2, half, 2); /* its first half twice */
    expect_bytes(wide, length, "2 2016-12-23 -1/-1/-1 S/RES/2334(2016) FRAY \uFFFD\uFFFD peace\n");
}

/* The first character beyond ASCII comes late, and wherever a piece of reading ends. */
START_TEST(decides_late_and_across_pieces) {
    enum { ROWS = 3000, PIECE = 1 << 16 };
    static const char row[] = "FRA,Y,2016-12-23,S/RES/2334(2016),0123456789\n";
    char *text = malloc(ROWS * sizeof row + 200), *wide = malloc(2 * ROWS * sizeof row + 400);
    for (size_t shift = 0; shift < 6; shift++) {
        char *to = text + sprintf(text, "ms_code,ms_vote,date,resolution,description\n");
        while (to - text < PIECE - 200)
            to += sprintf(to, "%s", row);
        to += sprintf(to, "FRA,Y,2016-12-24,S/RES/2335(2016),");
        while ((size_t)(to - text) < PIECE - shift)
            *to++ = 'x';
        char *beyond = to;
        to += sprintf(to, "\U0001F54A\n");
        for (int how = 0; how < 3; how++) {
            size_t length = (size_t)(to - text);
            if (how == 2)
                *beyond = '\xE9', beyond[1] = '\n', length = (size_t)(beyond + 2 - text);
            if (how == 1)
                length = utf16(text, true, false, wide);
            struct loaded loaded = load(how == 1 ? wide : text, length, VETO_DATES_BY_FILE);
            ck_assert_msg(strstr(loaded.text, how == 2 ? "x\u00e9\n" : "x\U0001F54A\n"), "%s",
                          loaded.text);
        }
    }
    free(text);
    free(wide);
}

START_TEST(empty_rows_are_none) {
    expect("\n  \n;;;;\nms_code;ms_vote;date;resolution\n\n;;;\n\" \";\"\n\";;\n"
           "FRA;Y;2016-12-23;S/RES/2334(2016)\n;;;\n\n;;;\n",
           "8 2016-12-23 -1/-1/-1 S/RES/2334(2016) FRAY \n");
    static const char *const nothing[] = {"", "\n\n", "\uFEFF", ";;\n;;\n", "sep=;\n", " "};
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        expect(nothing[i], "error: is empty\n");
}

/* ---- what a file is ---- */

#define ZIP(name) "PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" name

START_TEST(names_what_is_no_table) {
    static const struct {
        const char *bytes;
        size_t length;
        const char *expected;
    } cases[] = {
#define CASE(bytes, expected) {bytes, sizeof bytes - 1, "error: " expected "\n"}
        CASE(ZIP("\x13\0\0\0[Content_Types].xml"), "this is a spreadsheet (.xlsx): save it as CSV"),
        CASE(ZIP("\x0B\0\0\0_rels/.rels"), "this is a spreadsheet (.xlsx): save it as CSV"),
        CASE(ZIP("\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
             "this is a spreadsheet (.ods): save it as CSV"),
        CASE(ZIP("\x13\0\0\0[Content_Types].xml") "PK\x03\x04word/document.xml",
             "this is a text document (.docx): the votes are wanted as CSV"),
        CASE(ZIP("\x09\0\0\0votes.csv"),
             "this is a zip archive: unpack it and take the CSV file in it"),
        CASE("PK\x03\x04", "this is a spreadsheet (.xlsx): save it as CSV"),
        CASE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0",
             "this is a spreadsheet (.xls): save it as CSV"),
        CASE("\x1F\x8B\x08\0", "this is compressed (gzip): unpack it first"),
        CASE("BZh91AY", "this is compressed (bzip2): unpack it first"),
        CASE("\xFD"
             "7zXZ\0",
             "this is compressed (xz): unpack it first"),
        CASE("\x28\xB5\x2F\xFD\x04", "this is compressed (zstd): unpack it first"),
        CASE("7z\xBC\xAF\x27\x1C\0", "this is compressed (7z): unpack it first"),
        CASE("%PDF-1.7\n", "this is a PDF document: the votes are wanted as CSV"),
        CASE("{\\rtf1\\ansi", "this is a text document (.rtf): the votes are wanted as CSV"),
        CASE("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
             "this is a Git LFS pointer and not the file itself: 'git lfs pull' fetches that"),
        CASE("<!DOCTYPE html>\n<html>", "this is a web page (HTML): download the CSV file itself"),
        CASE("\uFEFF \n<HTML lang=en>", "this is a web page (HTML): download the CSV file itself"),
        CASE("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html>",
             "this is a web page (HTML): download the CSV file itself"),
        CASE("<table border=1>", "this is a web page (HTML): download the CSV file itself"),
        CASE("<?xml version=\"1.0\"?><collection><record/></collection>",
             "this is XML: the votes are wanted as CSV"),
        CASE("{\"votes\": []}", "this is JSON: the votes are wanted as CSV"),
        CASE("[\n  {\"row\": 2}]", "this is JSON: the votes are wanted as CSV"),
        CASE("<\0h\0t\0m\0l\0>\0", "this is a web page (HTML): download the CSV file itself"),
#undef CASE
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_bytes(cases[i].bytes, cases[i].length, cases[i].expected);
}

#define HINT                                                                                       \
    " | the first row must name the columns: 'UN classification' (Sciences Po) or 'ms_vote' "      \
    "(United Nations Digital Library)\n"
#define UNKNOWN "error: is in none of the known layouts of votes: its "
#define ASSEMBLY                                                                                   \
    "error: these are votes of the General Assembly | 'veto history' reads those of the Security " \
    "Council\n"

START_TEST(names_columns_that_are_not_known) {
    expect("a\n1\n", UNKNOWN "column is 'a'" HINT);
    expect("[date],a\n1,2\n", UNKNOWN "columns are '[date]' and 'a'" HINT);
    expect("year;state;vote\n", UNKNOWN "columns are 'year', 'state' and 'vote'" HINT);
    expect("a,b,c,d,e,f,g\n", UNKNOWN "columns are 'a', 'b', 'c', 'd', 'e', 'f' and 'g'" HINT);
    expect("a,b,c,d,e,f,g,h\n", UNKNOWN "columns are 'a', 'b', 'c', 'd', 'e', 'f' and 2 more" HINT);
    expect("a long line of words that is no name of a column and goes on\n",
           UNKNOWN "column is 'a long line of words that is no name of ...'" HINT);
}

START_TEST(names_votes_of_the_assembly) {
    expect("undl_id,ms_code,ms_vote,date,resolution,committee_report\n", ASSEMBLY);
    expect("rcid,ccode,member,session,vote\n1,2,1,1,1\n", ASSEMBLY);
    expect("ms_code,ms_vote,date,resolution\nFRA,Y,2023-10-27,A/RES/ES-10/21\n", ASSEMBLY);
    expect("ms_code,ms_vote,date,resolution\nFRA,Y,2023-10-27,A/RES/ES-10/21\n"
           "FRA,Y,2023-10-28,S/RES/1(2023)\n",
           "2 2023-10-27 -1/-1/-1 A/RES/ES-10/21 FRAY \n"
           "3 2023-10-28 -1/-1/-1 S/RES/1(2023) FRAY \noutcome: no outcome is stated\n");
}

/* ---- dates ---- */

/* The dates of a file of `count` votes, as read. */
static void expect_dates(const char *const *dates, size_t count, enum veto_history_dates order,
                         const char *expected) {
    char text[2000], found[2000] = "";
    struct loaded loaded = {.text = ""};
    char *to = text + sprintf(text, "ms_code;ms_vote;date;resolution\n");
    for (size_t i = 0; i < count; i++)
        to += sprintf(to, "FRA;Y;%s;S/RES/%zu\n", dates[i], i + 1);
    loaded = load(text, (size_t)(to - text), order);
    for (const char *line = loaded.text; *line >= '1' && *line <= '9';
         line = strchr(line, '\n') + 1) {
        const char *start = strchr(line, ' ') + 1, *end = strstr(start, " -1/");
        snprintf(found + strlen(found), sizeof found - strlen(found), "%s%.*s", *found ? "|" : "",
                 (int)(end - start), start);
    }
    ck_assert_str_eq(found, expected);
}

#define DATES(order, expected, ...)                                                                \
    do {                                                                                           \
        static const char *const dates[] = {__VA_ARGS__};                                          \
        expect_dates(dates, sizeof dates / sizeof *dates, order, expected);                        \
    } while (0)

START_TEST(reads_dates_in_every_form) {
    static const char *const forms[] = {
        "2016-12-23",
        "2016-12-23T00:00:00",
        "2016-12-23 00:00:00",
        "2016-12-23T00:00:00Z",
        "2016-12-23T10:15:00.000+02:00",
        "20161223",
        "2016/12/23",
        "2016.12.23",
        "23/12/2016",
        "23.12.2016",
        "23-12-2016",
        "23/12/2016 00:00",
        "12/23/2016",
        "12/23/2016 12:00:00 AM",
        "23 December 2016",
        "23 Dec 2016",
        "23-Dec-2016",
        "23-Dec-16",
        "December 23, 2016",
        "Dec. 23, 2016",
        "Friday, 23 December 2016",
        "23rd December 2016",
        "23rd of December, 2016",
        "23 DECEMBER 2016",
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        expect_dates(&forms[i], 1, VETO_DATES_BY_FILE, "2016-12-23");
    DATES(VETO_DATES_BY_FILE, "2016-01-05", "5 Jan 2016");
    DATES(VETO_DATES_BY_FILE, "2016-01-05", "2016-1-5");
    DATES(VETO_DATES_BY_FILE, "1998-12-31", "31/12/98");
    DATES(VETO_DATES_BY_FILE, "1946-12-31", "31/12/46");
    DATES(VETO_DATES_BY_FILE, "2045-12-31", "31/12/45");
}

START_TEST(decides_the_order_by_the_whole_file) {
    DATES(VETO_DATES_BY_FILE, "2016-12-05|2016-12-23", "05/12/2016", "23/12/2016");
    DATES(VETO_DATES_BY_FILE, "2016-05-12|2016-12-23", "05/12/2016", "12/23/2016");
    DATES(VETO_DATES_BY_FILE, "05/12/2016|2016-12-23", "05/12/2016", "2016-12-23");
    DATES(VETO_DATES_BY_FILE, "2016-05-05|05/06/2016", "05/05/2016", "05/06/2016");
    DATES(VETO_DATES_BY_FILE, "23/12/2016|12/23/2016", "23/12/2016", "12/23/2016");
    DATES(VETO_DATES_BY_FILE, "2016-12-05|31/02/2016|2016-12-23", "05/12/2016", "31/02/2016",
          "23/12/2016");
    DATES(VETO_DATES_BY_FILE, "23/12/16|2016-12-23", "23/12/16", "2016-12-23");
    DATES(VETO_DATES_DMY, "2016-12-05|2016-12-23", "05/12/2016", "2016-12-23");
    DATES(VETO_DATES_MDY, "2016-05-12|2016-12-23", "05/12/2016", "23 December 2016");
    DATES(VETO_DATES_MDY, "2016-05-12|23/12/2016", "05/12/2016", "23/12/2016");
    DATES(VETO_DATES_YMD, "2016-12-05|2016-12-23", "16/12/05", "2016/12/23");
}

START_TEST(takes_no_other_text_for_a_date) {
    static const char *const none[] = {
        "yesterday",   "2016",       "12/2016",     "2016-02-30", "30/02/2016",   "20160230",
        "2016-13-13",  "1/2/3/4",    "23 Foo 2016", "Dec 2016",   "23 Dec 12345", "42727",
        "00:00:00",    "0/0/2016",   "2016-12-23-", "May",        "23/December",  "2016-12-23x",
        "32 May 2016", "-5/6/2016x", "1/1/016",
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (strcmp(none[i], "2016-12-23-") != 0) /* a sign behind it does no harm */
            expect_dates(&none[i], 1, VETO_DATES_BY_FILE, none[i]);
}

#define WARNING  "warning: "
#define LEFT     ", and are left out of filters, charts and 'under'"
#define ONE_LEFT ", and is left out of filters, charts and 'under'"
#define KNOWN_DATE                                                                                 \
    " | known are 2016-12-23, 20161223, 23/12/2016, 12/23/2016, 23 December 2016 and the like\n"

START_TEST(counts_out_loud_what_cannot_be_used) {
    expect(
        "ms_code,ms_vote,date,resolution\nFRA,Y,someday,S/RES/1\nFRA,Y,05/06/2016,S/RES/2\n"
        "FRA,Y,07/06/2016,S/RES/3\nFRA,Y,,S/RES/4\nFRA,Oui,2016-01-01,S/RES/5\n"
        "FRA,Y,2016-01-01,S/RES/6\n",
        "2 someday -1/-1/-1 S/RES/1 FRAY \n"
        "3 05/06/2016 -1/-1/-1 S/RES/2 FRAY \n"
        "4 07/06/2016 -1/-1/-1 S/RES/3 FRAY \n"
        "5  -1/-1/-1 S/RES/4 FRAY \n"
        "6 2016-01-01 -1/-1/-1 S/RES/5 FRA! \n"
        "7 2016-01-01 -1/-1/-1 S/RES/6 FRAY \n"
        "unknown_ballot: the ballot of FRA is 'Oui', none of Y, N, A, NV, X and ?\n"
        "date: 'someday' is no day of the calendar\n"
        "date: '05/06/2016' is a day in more than one order\n"
        "date: '07/06/2016' is a day in more than one order\n"
        "date: no date is stated\n" WARNING "1 vote has no date (the first in row 5)" ONE_LEFT
        "\n" WARNING
        "1 vote has a date in no known form (the first in row 2: 'someday')" ONE_LEFT KNOWN_DATE
            WARNING
        "2 votes have a date of which the file does not show whether the day or the month "
        "comes first (the first in row 3: '05/06/2016')" LEFT
        " | '--dates dmy', '--dates mdy' or '--dates ymd' says it\n" WARNING
        "1 vote has no ballots that can be read (the first in row 6)" ONE_LEFT
        " | a ballot is Y, N, A, NV, X or ?, or a word as Yes, No, Abstain, Non-voting, Absent\n");
    struct loaded loaded = load("ms_code,ms_vote,date\nFRA,Y,12/23/2016\n", 38, VETO_DATES_DMY);
    ck_assert_str_eq(loaded.text,
                     "2 12/23/2016 -1/-1/-1  FRAY \noutcome: no outcome is stated\n"
                     "date: '12/23/2016' is no day in the order that was asked for\n" WARNING
                     "1 vote has a date that is no day in the order of '--dates' (the first in row "
                     "2: '12/23/2016')" ONE_LEFT "\n");
}

/* ---- ballots ---- */

START_TEST(reads_ballots_as_words) {
    static const struct {
        const char *text;
        char letter;
    } cases[] = {
        {"Y", 'Y'},
        {"y", 'Y'},
        {"Yes", 'Y'},
        {"YES", 'Y'},
        {"In favour", 'Y'},
        {"in favor", 'Y'},
        {"For", 'Y'},
        {"N", 'N'},
        {"No", 'N'},
        {"against", 'N'},
        {"A", 'A'},
        {"Abstain", 'A'},
        {"Abstained", 'A'},
        {"ABSTENTION", 'A'},
        {"abstaining", 'A'},
        {"X", 'X'},
        {"NV", 'X'},
        {"nv", 'X'},
        {"Non-voting", 'X'},
        {"NON VOTING", 'X'},
        {"Not voting", 'X'},
        {"nonvoting", 'X'},
        {"not participating", 'X'},
        {"Did not vote", 'X'},
        {"did not participate", 'X'},
        {"not_participating", 'X'},
        {"Absent", '-'},
        {"absent ", '-'},
        {"?", '?'},
        {"unknown", '?'},
        {"Yesterday", '!'},
        {"1", '!'},
        {"YN", '!'},
        {"Oui", '!'},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200], want[200];
        snprintf(text, sizeof text, "ms_code,ms_vote,date\nFRA,%s,2016-12-23\n", cases[i].text);
        snprintf(want, sizeof want, "2 2016-12-23 -1/-1/-1  FRA%c ", cases[i].letter);
        struct loaded loaded = load(text, strlen(text), VETO_DATES_BY_FILE);
        ck_assert_msg(strncmp(loaded.text, want, strlen(want)) == 0, "%s: %s", cases[i].text,
                      loaded.text);
    }
}

/* Totals do not tell absence from not taking part, and words do. */
START_TEST(counts_the_absent_as_not_voting) {
    static const char text[] =
        "UN classification,Vote outcome,Date,Yes,No,Abstentions,Non-Voting,Total,China,France,"
        "Russia,United Kingdom,United States,Japan,Malaysia,New Zealand,Senegal,Spain,Ukraine,"
        "Uruguay,Venezuela,Angola,Egypt\n"
        "S/1,adopted,2016-01-05,12,0,1,2,15,Yes,Absent,Abstain,Yes,Yes,Yes,Yes,Yes,Yes,Yes,Yes,Yes,"
        "Yes,Yes,Non-voting\n"
        "S/2,adopted,2016-01-05,12,0,1,2,15,Yes,Absent,Abstain,Yes,Yes,Yes,Yes,Yes,Yes,Yes,Yes,Yes,"
        "Yes,Yes,\n";
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_history_check *check = NULL;
    struct veto_text whole = {"text.csv", text, strlen(text)};
    struct veto_history_seating seating;
    ck_assert_int_eq(veto_history_load(&history, list, &whole, VETO_DATES_BY_FILE), VETO_OK);
    ck_assert_int_eq(veto_history_check(&check, history), VETO_OK);
    ck_assert_uint_eq(check->agree, 2);
    ck_assert_uint_eq(check->findings[0].problem_count, 0);
    ck_assert(veto_history_seat(&history->votes[1], &seating));
    ck_assert_uint_eq(veto_set_count(seating.implied), 1); /* Egypt took no part */
    veto_history_check_free(check);
    veto_history_free(history);
    veto_diagnostics_free(list);
}

/* ---- symbols ---- */

/* The symbols of a cell, as they are compared. */
static const char *symbols_of(const char *cell) {
    static char text[400];
    struct symbol symbol;
    *text = '\0';
    while (symbol_next(&cell, &symbol)) {
        size_t used = strlen(text);
        char number[40];
        snprintf(number, sizeof number, "%u(%d)", symbol.resolution, symbol.year);
        snprintf(text + used, sizeof text - used, "%s%s%s%s", used ? " " : "",
                 symbol.resolution ? number : symbol.text, *symbol.part ? ":" : "", symbol.part);
    }
    return text;
}

START_TEST(finds_symbols_in_cells) {
    static const char *const cases[][2] = {
        {"S/2016/846", "S/2016/846"},
        {"s/2004/25", "S/2004/25"},
        {" S / 2016 / 846", "S/2016/846"},
        {"S/2016/1077; S/2016/1057", "S/2016/1077 S/2016/1057"},
        {"S/552, S/PV.202", "S/552 S/PV.202"},
        {"S/3995 (incorporating the amendment)S/3998", "S/3995 S/3998"},
        {"S/471 and S/471/Add.1", "S/471 S/471/ADD.1"},
        {"S/9696 and Corr.1 & 2", "S/9696"},
        {"S/4733/Rev. 1", "S/4733/REV.1"},
        {"S/4733/Rev.1 (as amended)", "S/4733/REV.1"},
        {"S/15255/Rev.2(as corrected)", "S/15255/REV.2"},
        {"S/2002/1397 as orally revised", "S/2002/1397"},
        {"S/1994/1356, para. 4", "S/1994/1356"},
        {"para 4 of S/2002/825", "S/2002/825"},
        {"S/2005-554", "S/2005/554"},
        {"S/2016/846.", "S/2016/846"},
        {"S/PV.2970 (PartI)", "S/PV.2970:PARTI"},
        {"S/PV.2970 (Part II)(closed)", "S/PV.2970:PARTII"},
        {"S/PV.7785 (Resumption 1)", "S/PV.7785:RESUMPTION1"},
        {"S/PV.S/PV.8956", "S/PV.8956"},
        {"S/PV.PV.8780", "S/PV.8780"},
        {"S/PV.V005", "S/PV.V5"},
        {"S/PV. 473", "S/PV.473"},
        {"S/RES/2334(2016)", "2334(2016)"},
        {"S/RES/2334 (2016)", "2334(2016)"},
        {"S/Res/2334", "2334(0)"},
        {"S/RES/2334(2016) | S/RES/2335(2016)", "2334(2016) 2335(2016)"},
        {"Resolution 2334 (2016)", "2334(2016)"},
        {"SCR 2334", "2334(0)"},
        {"UNSCR 2334 (2016)", "2334(2016)"},
        {"UNSC Res. 2334", "2334(0)"},
        {"UN Security Council resolution No. 2334", "2334(0)"},
        {"United Nations Security Council Resolution 2334", "2334(0)"},
        {"RES/2334", "2334(0)"},
        {"Oral amendment", ""},
        {"A/RES/377", ""},
        {"S/", ""},
        {"SC/12657", ""},
        {"report of Committee on Admission", ""},
        {"S/RES/99999999", "S/RES/99999999"},
        {"S/2016/12345678901234567890123456789012345", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(symbols_of(cases[i][0]), cases[i][1]);
}

START_TEST(one_vote_by_many_names) {
    static const char text[] =
        "ms_code,ms_vote,date,resolution,draft,meeting\n"
        "FRA,Y,2016-12-23,2334 (2016),S/2016/1100; S/2016/1101,S/PV.S/PV.7853\n"
        "FRA,Y,1991-02-13,,s/2991 as orally revised,S/PV.2977 (PartI)\n"
        "FRA,Y,1991-02-14,Oral amendment,,S/PV.2977 (PartII)\n"
        "FRA,Y,2020-03-30,S/RES/2519(2020),,S/PV.V005\n";
    static const struct {
        const char *name;
        size_t at;
    } cases[] = {
        {"2334", 0},
        {"2334 (2016)", 0},
        {"S/RES/2334(2016)", 0},
        {"s/res/2334", 0},
        {"SCR 2334", 0},
        {"resolution 2334", 0},
        {"2334 (2015)", 4},
        {"S/2016/1100", 0},
        {" s/2016/1101 ", 0},
        {"S/PV.7853", 0},
        {"PV 7853", 0},
        {"7853rd meeting", 0},
        {"meeting 7853", 0},
        {"7853", 4},
        {"S/2991", 1},
        {"S/2991 (as orally revised)", 1},
        {"S/PV.2977", 1},
        {"S/PV.2977 (Part I)", 1},
        {"S/PV.2977 (Part II)", 2},
        {"S/PV.2977 (Part III)", 4},
        {"S/PV.V005", 3},
        {"S/PV.5", 4},
        {"oral AMENDMENT", 2},
        {"amendment", 4},
        {"", 4},
    };
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    struct veto_text whole = {"text.csv", text, strlen(text)};
    ck_assert_int_eq(veto_history_load(&history, list, &whole, VETO_DATES_BY_FILE), VETO_OK);
    ck_assert_uint_eq(history->votes[0].resolution, 2334);
    ck_assert_str_eq(history->votes[0].meeting, "S/PV.7853");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(veto_history_find(history, cases[i].name, 0) == cases[i].at, "%s",
                      cases[i].name);
    veto_history_free(history);
    veto_diagnostics_free(list);
}

static const struct suite_entry entries[] = {
    {separators_and_line_ends, 0},
    {a_first_line_names_the_separator, 0},
    {encodings, 0},
    {characters_of_each_encoding, 0},
    {decides_late_and_across_pieces, 0},
    {empty_rows_are_none, 0},
    {names_what_is_no_table, 0},
    {names_columns_that_are_not_known, 0},
    {names_votes_of_the_assembly, 0},
    {reads_dates_in_every_form, 0},
    {decides_the_order_by_the_whole_file, 0},
    {takes_no_other_text_for_a_date, 0},
    {counts_out_loud_what_cannot_be_used, 0},
    {reads_ballots_as_words, 0},
    {counts_the_absent_as_not_voting, 0},
    {finds_symbols_in_cells, 0},
    {one_vote_by_many_names, 0},
};

SUITE("downloads", entries)
