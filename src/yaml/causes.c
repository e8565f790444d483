#include "yaml/causes.h"

#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/text.h"
#include "yaml/mend.h"

struct span syntax_span(const struct syntax *syntax, uint32_t from, uint32_t to) {
    const struct mended *mended = syntax->mended;
    return mended
               ? (struct span){syntax->source, mended_place(mended, from), mended_place(mended, to)}
               : (struct span){syntax->source, from, to};
}

bool syntax_is_cut(const char *sign, size_t length, size_t blanks) {
    bool apart = length > 1 && sign[1] == ' ';
    char next = length > 1u + apart ? sign[1 + apart] : '\n';
    bool digit = next >= '0' && next <= '9';
    return digit ? blanks == 1 || !apart : blanks == 1 && !apart && !strchr(" #-=!\t\r\n", next);
}

void syntax_report_cut(struct veto_diagnostics *list, struct span at, const char *sign) {
    diagnose(list, at, "the text ends here: '%.*s' is a comment",
             (int)(at.end - at.start < 300 ? at.end - at.start : 300), sign);
    diagnose_hint(list, "put quotes round a text with ' #' in it");
}

/* ---- lines ---- */

static uint32_t start_of_line(const struct syntax *syntax, uint32_t at) {
    while (at > 0 && syntax->bytes[at - 1] != '\n')
        at--;
    return at;
}

static uint32_t end_of_line(const struct syntax *syntax, uint32_t at) {
    while (at < syntax->length && syntax->bytes[at] != '\n' && syntax->bytes[at] != '\r')
        at++;
    return at;
}

static uint32_t skip_line_blanks(const struct syntax *syntax, uint32_t at) {
    while (at < syntax->length && (syntax->bytes[at] == ' ' || syntax->bytes[at] == '\t'))
        at++;
    return at;
}

static void report(const struct syntax *syntax, uint32_t from, uint32_t to, const char *message) {
    diagnose(syntax->list, syntax_span(syntax, from, to), "%s", message);
}

/* ---- quotes and brackets that end before the text does ---- */

/* Where the text ends that began with quotes: with the line, or before what ends it in brackets. */
static uint32_t end_of_text(const struct syntax *syntax) {
    uint32_t end = end_of_line(syntax, syntax->last_end);
    bool brackets = strstr(syntax->problem, "',' or") != NULL;
    for (uint32_t i = syntax->last_end; brackets && i < end; i++)
        if (strchr(",]}", syntax->bytes[i]))
            end = i;
    while (end > syntax->last_end && syntax->bytes[end - 1] == ' ')
        end--;
    return end;
}

/* All of the text in quotes that it can stand in, in the list's memory; NULL: none, or too long. */
static const char *in_quotes(const struct syntax *syntax, uint32_t from, uint32_t to) {
    enum { LONGEST = 120 };
    if (to <= from || to - from > LONGEST) /* a quote by itself has nothing within */
        return NULL;
    const char *text = syntax->bytes + from;
    size_t length = to - from;
    bool single = memchr(text, '\'', length),
         other = memchr(text, '"', length) || memchr(text, '\\', length);
    if (memchr(text, '\n', length) || (single && other))
        return NULL;
    const char *quote = single ? "\"" : "'";
    return arena_printf(&syntax->list->arena, "%s%.*s%s", quote, (int)length, text, quote);
}

static void hint_quotes(const struct syntax *syntax, uint32_t from, uint32_t to,
                        const char *otherwise) {
    const char *meant = in_quotes(syntax, from, to);
    if (meant)
        diagnose_hint(syntax->list, "write %s", meant);
    else
        diagnose_hint(syntax->list, "%s", otherwise);
}

/* 'Côte d'Ivoire': a quote of its own kind ends a text in quotes. */
static void report_quotes(const struct syntax *syntax) {
    uint32_t start = syntax->last_start, end = end_of_text(syntax);
    report(syntax, syntax->last_end - 1, syntax->last_end,
           "the quotes end here, and the text goes on");
    if (memchr(syntax->bytes + start, '\n', syntax->last_end - start)) {
        diagnose_other(syntax->list, syntax_span(syntax, start, start + 1),
                       "they begin here: are they never closed on this line?");
        return;
    }
    bool whole = syntax->bytes[end - 1] == syntax->bytes[start]; /* quotes were meant about all */
    hint_quotes(syntax, start + whole, end - whole,
                syntax->last == LAST_SINGLE_QUOTES
                    ? "within single quotes an apostrophe is written twice: ''"
                    : "within double quotes a quote is written \\\"");
}

static bool goes_on(const struct syntax *syntax) {
    uint32_t next = skip_line_blanks(syntax, syntax->last_end);
    const char *ends = strstr(syntax->problem, "mapping values") ? "\r\n,]}#" : "\r\n,]}:#";
    return syntax->last != LAST_OTHER && syntax->last != LAST_PLAIN && next < syntax->length &&
           next <= syntax->at && !strchr(ends, syntax->bytes[next]) &&
           end_of_line(syntax, syntax->last_end) >= syntax->at;
}

/* ---- comments that were meant as text ---- */

/* Of the line at `at`, the ` #` that cuts a text; NULL where there is none. */
static const char *find_cut(const struct syntax *syntax, uint32_t at) {
    uint32_t start = start_of_line(syntax, at), end = end_of_line(syntax, at);
    const char *line = syntax->bytes + start;
    char quote = '\0';
    for (uint32_t i = 0; start + i < end; i++) {
        if (quote ? line[i] == quote
                  : strchr("'\"", line[i]) && i > 0 && strchr(" [{,", line[i - 1]))
            quote = quote ? '\0' : line[i];
        if (quote || line[i] != '#' || i == 0 || line[i - 1] != ' ')
            continue;
        size_t blanks = 1;
        while (blanks < i && line[i - 1 - blanks] == ' ')
            blanks++;
        return blanks < i && syntax_is_cut(line + i, end - start - i, blanks) ? line + i : NULL;
    }
    return NULL;
}

static bool report_cut(const struct syntax *syntax, uint32_t place) {
    const char *cut = find_cut(syntax, place);
    if (!cut)
        return false;
    uint32_t at = (uint32_t)(cut - syntax->bytes);
    syntax_report_cut(syntax->list, syntax_span(syntax, at, end_of_line(syntax, at)), cut);
    return true;
}

/* ---- a colon without its space ---- */

/* The colon of `EGY:-0.1` at the start of the line of `at`; 0 for none. */
static uint32_t find_tight_colon(const struct syntax *syntax, uint32_t at) {
    uint32_t start = skip_line_blanks(syntax, start_of_line(syntax, at)), end;
    while (start + 1 < syntax->length && syntax->bytes[start] == '-' &&
           syntax->bytes[start + 1] == ' ')
        start = skip_line_blanks(syntax, start + 1);
    for (end = start; end < syntax->length && text_in_word(syntax->bytes[end]); end++) {
    }
    bool tight = end > start && end + 1 < syntax->length && syntax->bytes[end] == ':' &&
                 !strchr(" /\r\n\t", syntax->bytes[end + 1]);
    return tight ? end : 0;
}

/* As many bytes as a hint quotes. */
static int in_hint(uint32_t bytes) {
    enum { MOST = 40 };
    return (int)(bytes < MOST ? bytes : MOST);
}

static bool report_tight_colon(const struct syntax *syntax, uint32_t place) {
    uint32_t colon = find_tight_colon(syntax, place), start = colon;
    if (!colon)
        return false;
    while (start > 0 && text_in_word(syntax->bytes[start - 1]))
        start--;
    report(syntax, colon, colon + 1, "a colon behind a key needs a space behind it");
    diagnose_hint(syntax->list, "write %.*s: %.*s", in_hint(colon - start), syntax->bytes + start,
                  in_hint(end_of_line(syntax, colon) - colon - 1), syntax->bytes + colon + 1);
    return true;
}

/* ---- other causes ---- */

/* What a merge of two versions leaves in a file. */
static bool report_conflict(const struct syntax *syntax) {
    static const char *const marks[] = {"<<<<<<<", "=======", ">>>>>>>"};
    uint32_t line = start_of_line(syntax, syntax->at),
             before = line ? start_of_line(syntax, line - 1) : 0;
    for (size_t i = 0; i < 2 * (sizeof marks / sizeof *marks); i++) {
        uint32_t at = i % 2 == 0 ? line : before;
        if (syntax->length - at <= 7 || memcmp(syntax->bytes + at, marks[i / 2], 7) != 0)
            continue;
        report(syntax, at, end_of_line(syntax, at), "the mark of a merge that is not finished");
        diagnose_hint(syntax->list, "keep one of the two versions, and take the marks out");
        return true;
    }
    return false;
}

static bool is_of_sign(const char *problem) {
    return strstr(problem, "found character that cannot start any token") ||
           strstr(problem, "did not find expected alphabetic or numeric character") ||
           strstr(problem, "did not find expected comment or line break") ||
           strstr(problem, "mapping keys are not allowed in this context");
}

/* A text without quotes that begins with a sign of YAML's own: *Draft*, @Draft, > Draft. */
static bool report_sign(const struct syntax *syntax) {
    bool scanned = syntax->context && strstr(syntax->context, "while scanning a") != NULL;
    uint32_t at = scanned ? syntax->context_at : syntax->at, end = end_of_line(syntax, at);
    if (!is_of_sign(syntax->problem) || at >= end || syntax->bytes[at] == '\t' ||
        !strchr("@`%*&>|?", syntax->bytes[at]))
        return false;
    if (end - at > 2 && memcmp(syntax->bytes + at, "* ", 2) == 0) {
        report(syntax, at, at + 1, "an item of a list starts with '- '");
        diagnose_hint(syntax->list, "write - %.*s", in_hint(end - at - 2), syntax->bytes + at + 2);
        return true;
    }
    diagnose(syntax->list, syntax_span(syntax, at, at + 1),
             "a text without quotes cannot start with '%c'", syntax->bytes[at]);
    hint_quotes(syntax, at, end, "put quotes round it");
    return true;
}

/* What libyaml says, in words for people who do not know its parts. */
static const char *hint_for(const struct syntax *syntax) {
    static const struct {
        const char *part, *hint;
    } hints[] = {
        {"found character that cannot start any token",
         "indent with spaces, not tabs, and put quotes round a text that starts with a sign"},
        {"mapping values are not allowed",
         "check the indentation, and put quotes round a text that has a colon in it"},
        {"could not find expected ':'", "a key needs a colon and a space behind it"},
        {"did not find expected key", "check the indentation of this line and the one above"},
        {"did not find expected '-' indicator", "items of a list start in the same column"},
        {"did not find expected ',' or ']'",
         "a list that starts with [ ends with ]; put quotes round a text with a colon or #"},
        {"did not find expected ',' or '}'",
         "a mapping that starts with { ends with }; put quotes round a text with : or #"},
        {"found unexpected end of stream", "a quote is opened and never closed"},
        {"found unknown escape character",
         "use single quotes where backslashes are meant as they stand"},
        {"found undefined tag handle", "put quotes round a text that starts with '!'"},
        {"block sequence entries are not allowed", "a list starts on a line of its own"},
        {"did not find expected node content",
         "a value is missing here; no space stands behind the sign of a number"},
        {"did not find URI escaped", "put quotes round a text that starts with '!'"},
    };
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (strstr(syntax->problem, hints[i].part))
            return hints[i].hint;
    return NULL;
}

static void report_words(const struct syntax *syntax) {
    report(syntax, syntax->at, syntax->at, syntax->problem);
    const char *hint = hint_for(syntax);
    if (hint)
        diagnose_hint(syntax->list, "%s", hint);
    if (syntax->context && syntax->context_at != syntax->at)
        diagnose_other(syntax->list, syntax_span(syntax, syntax->context_at, syntax->context_at),
                       arena_printf(&syntax->list->arena, "%s that starts here", syntax->context));
}

bool syntax_goes_on(const struct syntax *syntax) {
    return goes_on(syntax) && syntax->last == LAST_BRACKETS;
}

/* On the line of the context, on the last line with something on it before that of the error, or on
 * that itself. */
static bool report_near(const struct syntax *syntax,
                        bool (*report_at)(const struct syntax *syntax, uint32_t place)) {
    uint32_t line = start_of_line(syntax, syntax->at);
    return report_at(syntax, syntax->context_at) || report_at(syntax, line ? line - 1 : 0) ||
           report_at(syntax, syntax->at);
}

void syntax_report(const struct syntax *syntax) {
    if (syntax_goes_on(syntax)) { /* [Draft] of ours: to YAML it is a list */
        report(syntax, syntax->last_end - 1, syntax->last_end,
               "a list or mapping ends here, and the text goes on");
        hint_quotes(syntax, syntax->last_start, end_of_text(syntax),
                    "put quotes round a text that starts with [ or {");
    } else if (goes_on(syntax)) {
        report_quotes(syntax);
    } else if (!report_conflict(syntax) && !report_near(syntax, report_cut) &&
               !report_near(syntax, report_tight_colon) && !report_sign(syntax)) {
        report_words(syntax);
    }
}
