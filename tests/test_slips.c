/*
 * Slips as people make them: each is one change of a good file, and is told by its cause, once. The
 * messages of all of them stand in tests/bad/slips.txt.
 */
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "suite.h"
#include "veto/scenario.h"

enum { ROOM = 1 << 18 };

/* Appends what a load of the text says, behind a heading; returns how many errors there are. */
static size_t load_into(char *messages, const char *heading, const char *text, size_t length) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_scenario *scenario = NULL;
    char *exact = malloc(length + 1); /* no more of it may be read, and no NUL is behind it */
    struct veto_text whole = {"x.yaml", memcpy(exact + 1, text, length), length};
    enum veto_status status = veto_scenario_load(&scenario, list, &whole, NULL, 0);
    size_t errors = veto_diagnostics_errors(list), used = strlen(messages);
    ck_assert_int_eq(status, errors ? VETO_INPUT : VETO_OK);
    if (heading) {
        FILE *file = fmemopen(messages + used, ROOM - used, "w");
        fprintf(file, "=== %s\n", heading);
        veto_diagnostics_print(list, file, 100, false);
        fclose(file);
    }
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
    free(exact);
    return errors;
}

static const char small[] = "veto: 1\n"
                            "title: A draft\n"
                            "date: 2016-10-08\n"
                            "drafts:\n"
                            "  french:\n"
                            "    title: Ours\n"
                            "    sponsors: [FRA]\n"
                            "    leanings: {default: 0.5, EGY: -0.1}\n";

/* `from` of the text above becomes `to`; "": that is appended. `errors` come of it, and where there
 * are none, warnings, or nothing at all. */
static const struct slip {
    const char *from, *to;
    size_t errors;
} slips[] = {
    /* spaces that are none */
    {"date: ", "date:\u00a0", 1},
    {"title: A", "title:\u3000A", 1},
    {"date:", "date\u00a0:", 1},
    {", EGY", ",\u00a0EGY", 1},
    {"EGY: ", "EGY:\u202f", 1},
    {"{default", "{\u00a0default", 1},
    {"0.1}", "0.1\u00a0}", 1},
    {"[FRA]", "[FRA,\u00a0GBR]", 1},
    {"[FRA]", "[\u00a0GBR]", 1},
    {"    sponsors", "\u3000\u3000sponsors", 1},
    {"    sponsors", "  \u00a0\u00a0sponsors", 1},
    {"    sponsors", "\u2003\u2003 \u00a0sponsors", 1},
    {"", "programme:\n  -\u00a0vote: french\n", 1},
    {"title: A draft", "title: |\n\u00a0\u00a0A draft\nabout: |\n  \u3000\u3000Indented.", 1},
    {"title: A draft", "title: A\u00a0draft", 0}, /* within a text it is meant */
    /* colons, commas, brackets, dashes, digits */
    {"date: ", "date：", 1},
    {"EGY: -", "EGY：-", 1},
    {"title: A", "title\uff1a A", 1},
    {"title: Ours", "title\ufe55Ours", 1},
    {"0.5, EGY", "0.5，EGY", 1},
    {"[FRA]", "[FRA、GBR]", 1},
    {"[FRA]", "［FRA, GBR］", 2},
    {"{default: 0.5, EGY: -0.1}", "｛default: 0.5, EGY: -0.1｝", 2},
    {"-0.1", "−0.1", 1},
    {"-0.1", "–0.1", 1},
    {"-0.1", "—0.1", 1},
    {"-0.1", "－０．１", 1},
    {"0.5", "٠.٥", 1},
    {"0.5", "०.५", 1},
    {"0.5", "𝟎.𝟓", 1},
    {"veto: 1", "veto: １", 1},
    {"2016", "２０１６", 1},
    {"2016-10-08", "2016–10–08", 1},
    {"2016-10-08", "2016\u201110\u201108", 1},
    {"", "programme:\n  – vote: french\n", 1},
    {"", "programme:\n  • vote: french\n", 1},
    {"", "council: {required_majority: ９}\n", 1},
    {"date: ", "date\ufe13 ", 1},
    {"date: ", "date\ua789 ", 1},
    {"date: ", "date\u0589 ", 1},
    {"date: ", "date\u05c3 ", 1},
    {"-0.1", "\u02d70.1", 1},
    {"-0.1", "\u27960.1", 1},
    {"0.5, EGY", "0.5\u060c EGY", 1},
    {"0.5", "0\u066b5", 1},
    {"0.5", "0\u30025", 1},
    {"0.5", "\u06f0.\u06f5", 1},
    {"0.5", "\u09e6.\u09eb", 1},
    {"0.5", "\u0a66.\u0a6b", 1},
    {"0.5", "\u0ae6.\u0aeb", 1},
    {"0.5", "\u1040.\u1045", 1},
    {"2016-10-08", "2016\u221510\u221508", 1},
    {"", "programme: [{event: {text: x, moves: {french: {EGY: 50％}}}}]\n", 1},
    {"", "council: {majorities: [{by: share, needed: 2\u20443}]}\n", 1},
    {"", "council: {majorities: [{by: share, needed: 2\u22153}]}\n", 1},
    /* letters of other alphabets */
    {"FRA", "FRА", 1},
    {"EGY", "ΕGY", 1},
    {"EGY", "\u054dKR", 1},
    {"title: A", "t\u0131tle: A", 1},
    {"FRA", "СНЕ", 1},
    {"FRA", "ＦＲＡ", 1},
    {"FRA", "Frаnce", 1},
    {"title: A", "tіtle: A", 1},
    {"", "programme:\n  - vote: frеnch\n", 1},
    {"", "council: {president: RUЅ}\n", 1},
    {"", "council: {composition: [FRA, GВR], required_majority: 1}\n", 2},
    {"title: A draft", "title: Проект СОР", 0},
    /* typographic quotes */
    {"title: A", "“title”: A", 1},
    {"title: A", "‘title’: A", 1},
    {"title: A", "\u00b4title\u00b4: A", 1},
    {"A draft", "\u2033Aleppo: a draft\u2033", 1},
    {"A draft", "“Aleppo: a draft”", 1},
    {"A draft", "«Alep : a draft»", 1},
    {"A draft", "“A draft”", 0},
    {"[FRA]", "[“FRA”]", 1},
    {"0.5", "“0.5”", 1},
    {"", "questions: [{ask: “Who, and why?”}]\n", 1},
    /* quotes and brackets that end too early */
    {"A draft", "'Côte d'Ivoire draft'", 1},
    {"A draft", "\"Draft\" of ours", 1},
    {"A draft", "'Draft' of ours", 1},
    {"A draft", "\"He said \"no\" twice\"", 1},
    {"A draft", "'Côte d'Ivoire's \"draft\"'", 1},
    {"A draft", "\"He said \"it's\" twice\"", 1},
    {"A draft", "[Draft] of \"it's\"", 1},
    {"A draft", "[Draft] of ours", 1},
    {"A draft", "{Draft} of ours", 1},
    {"A draft", "[Draft]: of ours", 1},
    {"", "questions: [{ask: 'It's who?', before: french}]\n", 1},
    {"", "questions: [{ask: \"Who\" will?}]\n", 1},
    {"", "questions: [{ask: [Who] will?}]\n", 1},
    {"title: A draft\n", "title: \"A draft\nabout: \"B\"\n", 1},
    {"A draft", "\"A draft", 1},
    /* texts that begin with a sign */
    {"A draft", "*A* draft", 1},
    {"A draft", "@A draft", 1},
    {"A draft", "`A` draft", 1},
    {"A draft", "%A draft", 1},
    {"A draft", "> A draft", 1},
    {"A draft", "| A draft", 1},
    {"A draft", "? A draft", 1},
    {"A draft", "- A draft", 1},
    {"A draft", "&A draft", 1},
    {"A draft", "!A draft", 1},
    {"A draft", "!A% draft", 1},
    {"A draft", "*A* \"draft\" of 'ours'", 1},
    {"A draft", "A draft: ours", 1},
    {"", "programme:\n  * vote: french\n", 1},
    {"-0.1", "- 0.1", 1},
    /* comments that were meant as text */
    {"A draft", "Draft #2 of ours", 0},
    {"A draft", "Draft # 2 of ours", 0},
    {"A draft", "We #support it", 0},
    {"[FRA]", "\n    - Draft #1", 0},
    {"A draft", "A draft # ours", 0}, /* a comment */
    {"A draft", "A draft  #ours", 0}, /* a comment */
    {"A draft", "\"A draft\" #2", 0}, /* a comment */
    {"A draft", "#1 draft", 1},
    {"A draft", "Draft of\n  ours #2 and\n  more", 1},
    {"", "questions: [{ask: Who #1 will, before: french}]\n", 1},
    /* colons without a space */
    {"EGY: -0.1", "EGY:-0.1", 1},
    {"title: A", "title:A", 1},
    {"veto: 1", "veto:1", 1},
    {"{default: 0.5, EGY: -0.1}", "\n      default: 0.5\n      EGY:-0.1\n      CHN: 1", 1},
    {"{default: 0.5, EGY: -0.1}", "\n      default:0.5\n      EGY:-0.1", 1},
    {"", "programme:\n  - vote:french\n", 1},
    {"", "members: {RUS: {firm:true}}\n", 1},
    /* numbers */
    {"0.5", "+0.5", 0},
    {"0.5", "\"0.5\"", 0},
    {"", "council: {required_majority: '8'}\n", 0},
    {"0.5", "0,5", 1},
    {"-0.1", "-0,1", 1},
    {"", "members: {EGY: {openness: 0,9, firm: true}}\n", 1},
    {"", "members:\n  EGY:\n    openness: 0,9\n", 1},
    {"", "members:\n  EGY:\n    openness: 0，9\n", 1},
    {"", "ties: {SEN: {FRA: 0,5}}\n", 1},
    {"", "council: {majorities: [{by: share, needed: 0,6}]}\n", 1},
    {"", "council:\n  majorities:\n    - by: share\n      needed: 0,6\n", 1},
    {"", "programme: [{event: {text: x, moves: {french: {EGY: 0,1}}}}]\n", 1},
    {"0.5", "50%", 1},
    {"0.5", "O.5", 1},
    {"0.5", "half", 1},
    {"0.5", "+ 0.5", 1},
    /* days */
    {"2016-10-08", "15/03/2027", 2}, /* and Egypt did not sit then */
    {"2016-10-08", "08/10/2016", 1},
    {"2016-10-08", "10/28/2016", 1},
    {"2016-10-08", "8.10.2016", 1},
    {"2016-10-08", "2016/10/08", 1},
    {"2016-10-08", "2016-10-8", 1},
    {"2016-10-08", "20161008", 1},
    {"2016-10-08", "2016-10-08T10:00:00", 1},
    {"2016-10-08", "8 October 2016", 1},
    {"2016-10-08", "October 8th, 2016", 1},
    {"2016-10-08", "2016-10-08 August 2008", 1},
    {"2016-10-08", "2016-02-30", 1},
    {"2016-10-08", "2016-31-31", 1},
    {"2016-10-08", "2016", 1},
    {"2016-10-08", "next Monday", 1},
    {"2016-10-08", "2099-10-08", 1},
    {"date: 2016-10-08", "council: {composition: 08/10/2016}", 1},
    /* keys that stand elsewhere */
    {"    title: Ours\n    sponsors: [FRA]\n    leanings",
     "  title: Ours\n  sponsors: [FRA]\n  leanings", 1},
    {"  french:\n    title: Ours\n    sponsors", "french:\n    title: Ours\n    sponsors", 1},
    {"", "council:\npresident: RUS\n", 1},
    {"", "members:\nRUS: {firm: true}\nUSA: {firm: true}\n", 1},
    {"", "members:\n  RUS:\n  firm: true\n  openness: 0.5\n", 1},
    {"", "programme:\n  - statement:\n    by: FRA\n    text: x\n", 1},
    {"", "    recorded: {yes: [FRA]}\n", 1},
    {"", "    programme: [{vote: french}]\n", 1},
    {"drafts:\n  french:\n    title: Ours\n    sponsors: [FRA]\n    leanings: {default: 0.5, EGY: -0.1}",
     "council:\n  drafts: {french: {title: Ours}}", 1},
    /* names */
    {"FRA", "NO", 1},
    {"FRA", "fra", 1},
    {"FRA", "UK", 1},
    {"FRA", "GER", 1},
    {"FRA", "Russia", 1},
    {"FRA", "Burma", 0}, /* a state outside the Council */
    {"FRA", "ISR", 0},
    {"EGY", "UK", 1},
    {"EGY", "Congo", 1},
    {"EGY", "Norway", 1},
    {"EGY", "Ukriane", 1},
    {"EGY", "RSU", 1},
    {"", "council: {composition: [CN, FRA, GER], required_majority: 2}\n", 3},
    {"", "council: {composition: [Gemany, FRA, Congo], required_majority: 2}\n", 2},
    {"", "council: {composition: [FRB, FRA, EGY], required_majority: 2}\n", 1},
    {"", "council: {composition: [ISR, EGY, FRA], required_majority: 2}\n", 0},
    /* mistakes that others would follow from */
    {"",
     "programme:\n  - vote: frensh\n  - when: {french: vetoed}\n    then: []\n  - vote: french\n",
     1},
    {"",
     "programme:\n  - vtoe: french\n  - when: {french: vetoed}\n    then: []\n  - vote: french\n",
     1},
    {"",
     "programme:\n  - withdraw: {draft: frensh, by: FRA}\n  - revive: {draft: french, by: ESP}\n",
     2},
    {"", "sorces: {press: {title: P}}\nprogramme:\n  - event: {text: x, source: press}\n", 1},
    {"", "recorded: {french: {yes: [XYZ], no: [RUS]}}\n", 1},
};

static void make(const struct slip *slip, char *text, size_t room) {
    const char *at = strstr(small, slip->from);
    ck_assert_msg(at != NULL, "'%s' is not there", slip->from);
    at = *slip->from ? at : small + strlen(small);
    snprintf(text, room, "%.*s%s%s", (int)(at - small), small, slip->to, at + strlen(slip->from));
}

START_TEST(slips_are_told_by_their_cause) {
    static char messages[ROOM], text[1 << 12], heading[1 << 12];
    *messages = '\0';
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        make(&slips[i], text, sizeof text);
        snprintf(heading, sizeof heading, "%s -> %s", slips[i].from, slips[i].to);
        size_t errors = load_into(messages, heading, text, strlen(text));
        ck_assert_msg(errors == slips[i].errors || getenv("VETO_UPDATE"), "%zu errors: %s", errors,
                      heading);
    }
    golden_compare("tests/bad/slips.txt", messages);
}
END_TEST

/* ---- whole files ---- */

#define BYTES(text) text, sizeof(text) - 1
#define FENCED      "veto: 1\ntitle: T\ndate: 2016-10-08\ndrafts: {french: {title: F}}\n"

static const struct {
    const char *what, *bytes;
    size_t length;
} files[] = {
    {"a code fence", BYTES("```yaml\n" FENCED "```\n")},
    {"a code fence in an answer", BYTES("Here it is:\n\n~~~\n" FENCED "~~~\n\nHave fun!\n")},
    {"a code fence that opens only", BYTES("```\n" FENCED)},
    {"a code fence that closes only", BYTES(FENCED "```\n")},
    {"a code fence and a mistake", BYTES("```yaml\n" FENCED "titel: x\n```\n")},
    {"a code fence behind a mark", BYTES("\xEF\xBB\xBF```yaml\r\nveto: 1\r\n```\r\n")},
    {"a web page", BYTES("<!DOCTYPE html>\n<html><body>" FENCED "</body></html>\n")},
    {"a web page, too", BYTES("\n  <HTML lang=\"en\">\n")},
    {"XML", BYTES("<?xml version=\"1.0\"?>\n<scenario/>\n")},
    {"RTF", BYTES("{\\rtf1\\ansi\\deff0 veto: 1\\par}")},
    {"a Word document",
     BYTES("PK\x03\x04\x14\0\0\0[Content_Types].xmlPK\x03\x04word/document.xml")},
    {"a spreadsheet", BYTES("PK\x03\x04\x14\0\0\0[Content_Types].xmlPK\x03\x04xl/workbook.xml")},
    {"an OpenDocument text",
     BYTES("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04")},
    {"a zip archive", BYTES("PK\x03\x04\x14\0\0\0scenario.yaml")},
    {"an old Word document", BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0")},
    {"a swap file", BYTES("b0VIM 9.0\0\0\0\0mine.yaml")},
    {"PDF", BYTES("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")},
    {"gzip", BYTES("\x1F\x8B\x08\0\0\0\0\0")},
    {"a picture", BYTES("\x89PNG\r\n\x1A\n\0\0\0")},
    {"a photograph", BYTES("\xFF\xD8\xFF\xE0\0\x10JFIF\0")},
    {"a moving picture", BYTES("GIF89a\x01\0\x01\0")},
    {"a web archive", BYTES("bplist00\xD1\x01\x02")},
    {"a web page in one file", BYTES("MIME-Version: 1.0\nContent-Type: multipart/related\n")},
    {"a presentation",
     BYTES("PK\x03\x04\x14\0\0\0[Content_Types].xmlPK\x03\x04ppt/presentation.xml")},
    {"a Pages document", BYTES("PK\x03\x04\x14\0\0\0Index/Document.iwa")},
    {"a Git LFS pointer", BYTES("version https://git-lfs.github.com/spec/v1\noid sha256:0\n")},
    {"a merge", BYTES("veto: 1\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n")},
    {"UTF-16", BYTES("\xFF\xFEv\0e\0t\0o\0:\0 \0001\0\n\0")},
    {"UTF-16 without a mark", BYTES("v\0e\0t\0o\0:\0 \0001\0\n\0")},
    {"Latin-1",
     BYTES("veto: 1\ntitle: \xC9l\xE9phant\ndate: 2016-10-08\ndrafts: {f: {title: \xE9}}\n")},
    {"a directive", BYTES("# YAML\n%YAML 1.2\n%TAG ! x\n---\n" FENCED)},
    {"a directive of a second document", BYTES(FENCED "...\n%YAML 1.2\n---\n" FENCED)},
    {"a second document", BYTES(FENCED "---\n" FENCED)},
    {"only a comment behind the end", BYTES(FENCED "...\n# done\n")},
};

START_TEST(files_are_told_for_what_they_are) {
    static char messages[ROOM];
    *messages = '\0';
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        load_into(messages, files[i].what, files[i].bytes, files[i].length);
    golden_compare("tests/bad/files.txt", messages);
}
END_TEST

/* What a message quotes is short, and so is what it hints. */
/* Codes, numbers and keys as long as what is looked at for letters of other alphabets. */
START_TEST(words_of_any_length) {
    static char none[ROOM], text[1 << 12], word[512];
    for (size_t i = 2; i < 600; i++) {
        size_t length = i / 2;
        memset(word, 'A', length);
        strcpy(word + length, i % 2 ? "" : "\u0410");
        snprintf(text, sizeof text, "%s: 1\nmembers: {%s: {firm: %s}}\ndate: %s\n", word, word,
                 word, word);
        ck_assert_uint_ge(load_into(none, NULL, text, strlen(text)), 3);
    }
}
END_TEST

START_TEST(quotes_are_short) {
    enum { LONG = 1 << 19 };
    static const char *const frames[][2] = {
        {"veto: ", ""},
        {"title: [", "]"},
        {"date: ", ""},
        {"'", "': 1"},
        {"members: {RUS: {firm: ", "}}"},
        {"council: {rules: ", "}"},
        {"title: 'a' ", ""},
        {"title: a #", ""},
        {"members: {\"", "\": {firm: true}}"},
        {"drafts: {french: {title: T, amends: ", "}}"},
        {"council: {composition: [", "]}"},
        {"blocs: {? ", " : 1}"},
        {"x: &", " 1"},
    };
    char *text = malloc(LONG + 256);
    static const char *const fills[] = {"x", "é", "安", "A", "0"};
    for (size_t i = 0; i < sizeof frames / sizeof *frames * 5; i++) {
        const char *fill = fills[i % 5];
        char *to = stpcpy(text, frames[i / 5][0]);
        while (to - text < LONG)
            to = stpcpy(to, fill);
        strcpy(to, frames[i / 5][1]);
        struct veto_diagnostics *list = veto_diagnostics_new();
        struct veto_scenario *scenario = NULL;
        struct veto_text whole = {"x.yaml", text, strlen(text)};
        ck_assert_int_eq(veto_scenario_load(&scenario, list, &whole, NULL, 0), VETO_INPUT);
        for (size_t j = 0; j < veto_diagnostics_count(list); j++) {
            struct veto_diagnostic entry = veto_diagnostics_get(list, j);
            ck_assert_msg(strlen(entry.message) < 500, "%s", entry.message);
            ck_assert_msg(!entry.hint || strlen(entry.hint) < 300, "%s", entry.hint);
        }
        veto_diagnostics_free(list);
    }
    free(text);
}
END_TEST

/* ---- one slip, one error ---- */

static const char large[] =
    "veto: 1\ntitle: Words\ndate: 2016-10-08\nmeeting: S/PV.1\n"
    "sources:\n  press: {title: Press, date: 2016}\n"
    "council:\n  composition: 2016\n  president: RUS\n  required_majority: 9\n"
    "  veto: [CHN, FRA, GBR, RUS, USA]\n  veto_needs: 1\n  override_at: 13\n  majorities:\n"
    "    - {of: [CHN, FRA], by: weight, needed: 10, weights: {default: 1, CHN: 14}, name: Big}\n"
    "    - {of: african, by: share, needed: 2/3}\n  obligatory_abstention: warn\n"
    "members:\n  RUS: {veto_tendency: 0.9, firm: true, group: african}\n  EGY: {openness: 0.6}\n"
    "ties:\n  CHN: {RUS: 0.1}\n"
    "blocs:\n  p3: {members: [FRA, GBR], cohesion: 0.8}\n"
    "drafts:\n  french:\n    title: French\n    symbol: S/2016/846\n    sponsors: [FRA, ESP]\n"
    "    seconded_by: [ESP]\n    parties: [RUS]\n    under: chapter_vi\n    matter: peace\n"
    "    question: substantive\n    put: true\n    leanings: {default: 0.5, RUS: -1}\n"
    "    ballots: {RUS: absent, CHN: {no: 0.4, abstain: 0.6}}\n"
    "  oral: {title: Oral, amends: french, removed: 2, changes: {EGY: 0.5}}\n"
    "  part: {title: Part, part_of: french}\n  asks: {title: Asks, decides: french}\n"
    "beforehand:\n  - event: {text: Before., moves: {french: {EGY: 0.1}}}\n"
    "programme:\n  - withdraw: {draft: french, by: FRA}\n  - revive: {draft: french, by: ESP}\n"
    "  - objection: {to: part, by: FRA}\n"
    "  - statement: {by: FRA, on: french, text: Yes., quoting: quotation, source: press,"
    " position: 0.9}\n"
    "  - statement: {by: Somebody, for: GBR, on: french, explains_vote: true, text: Why.}\n"
    "  - event: {text: Then., source: press}\n  - vote: oral\n  - vote: french\n"
    "  - when: {french: [vetoed, failed], oral: adopted}\n    then: [{event: {text: Over.}}]\n"
    "    else: [{event: {text: Not.}}]\n"
    "recorded:\n  french: {yes: [AGO, CHN, EGY, FRA, JPN, MYS, NZL, SEN, ESP, UKR, GBR, USA, URY,"
    " VEN], no: [RUS]}\n"
    "questions:\n  - {before: french, ask: Who.}\n";

static bool is_of_word(char c) {
    return c && strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-", c);
}

/* Four slips of a word: a letter more, one less, two in the wrong order, a false start. */
static void slip_of(char *to, const char *word, int length, int kind) {
    if (kind == 0)
        sprintf(to, "%.*sx", length, word);
    else if (kind == 1)
        sprintf(to, "%.*s", length - 1, word + 1);
    else if (kind == 2)
        sprintf(to, "%c%c%.*s", word[length > 1], word[0], length > 2 ? length - 2 : 0, word + 2);
    else
        sprintf(to, "zz%.*s", length, word);
}

/* Two motions are by France: that it is no sponsor is wrong of both. */
static bool is_two(const char *word, int length) {
    return length == 3 && strncmp(word, "FRA, ESP]", 9) == 0;
}

START_TEST(one_slip_is_one_error) {
    static char text[2 * sizeof large + 128], none[ROOM];
    size_t wrong = 0;
    ck_assert_uint_eq(load_into(none, NULL, large, sizeof large - 1), 0);
    for (const char *word = large; *word;) {
        if (!is_of_word(*word)) {
            word++;
            continue;
        }
        int length = 0;
        while (is_of_word(word[length]))
            length++;
        if (length == 1 && *word == '-') { /* of a list */
            word++;
            continue;
        }
        for (int kind = 0; kind < 4; kind++) {
            char slip[80];
            slip_of(slip, word, length, kind);
            snprintf(text, sizeof text, "%.*s%s%s", (int)(word - large), large, slip,
                     word + length);
            size_t errors = load_into(none, NULL, text, strlen(text));
            ck_assert_msg(errors <= 1 || is_two(word, length), "%.*s -> %s: %zu errors", length,
                          word, slip, errors);
            wrong += errors > 0;
        }
        word += length;
    }
    ck_assert_uint_ge(wrong, 600);
}
END_TEST

static const struct suite_entry entries[] = {
    {slips_are_told_by_their_cause, 0}, {files_are_told_for_what_they_are, 0},
    {words_of_any_length, 0},           {quotes_are_short, 0},
    {one_slip_is_one_error, 0},
};

SUITE("slips", entries)
