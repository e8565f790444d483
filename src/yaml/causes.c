#include "yaml/causes.h"

#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "yaml/mend.h"

struct span syntax_span(struct source *source, const struct mended *mended, uint32_t from,
                        uint32_t to) {
    return mended ? (struct span){source, mended_place(mended, from), mended_place(mended, to)}
                  : (struct span){source, from, to};
}

bool syntax_is_cut(const char *sign, size_t length, size_t blanks) {
    bool apart = length > 1 && sign[1] == ' ';
    char next = length > 1u + apart ? sign[1 + apart] : '\n';
    bool digit = next >= '0' && next <= '9';
    return digit ? blanks == 1 || !apart : blanks == 1 && !apart && !strchr(" #-=!\t\r\n", next);
}

/* ---- lines ---- */

static uint32_t start_of_line(const struct syntax_error *error, uint32_t at) {
    while (at > 0 && error->bytes[at - 1] != '\n')
        at--;
    return at;
}

static uint32_t end_of_line(const struct syntax_error *error, uint32_t at) {
    while (at < error->length && error->bytes[at] != '\n' && error->bytes[at] != '\r')
        at++;
    return at;
}

static uint32_t skip_line_blanks(const struct syntax_error *error, uint32_t at) {
    while (at < error->length && (error->bytes[at] == ' ' || error->bytes[at] == '\t'))
        at++;
    return at;
}

static void report(const struct syntax_error *error, uint32_t from, uint32_t to,
                   const char *message) {
    diagnose(error->list, syntax_span(error->source, error->mended, from, to), "%s", message);
}

/* ---- quotes and brackets that end before the text does ---- */

/* Where the text ends that began with quotes: with the line, or before what ends it in brackets. */
static uint32_t end_of_text(const struct syntax_error *error) {
    uint32_t end = end_of_line(error, error->last_end);
    bool brackets = strstr(error->problem, "',' or") != NULL;
    for (uint32_t i = error->last_end; brackets && i < end; i++)
        if (strchr(",]}", error->bytes[i]))
            end = i;
    while (end > error->last_end && error->bytes[end - 1] == ' ')
        end--;
    return end;
}

/* The whole text in quotes that it can stand in, in the list's memory; NULL for none, or too long.
 */
static const char *in_quotes(const struct syntax_error *error, uint32_t from, uint32_t to) {
    enum { LONGEST = 120 };
    if (to <= from || to - from > LONGEST) /* a quote by itself has nothing within */
        return NULL;
    const char *text = error->bytes + from;
    size_t length = to - from;
    bool single = memchr(text, '\'', length),
         other = memchr(text, '"', length) || memchr(text, '\\', length);
    if (memchr(text, '\n', length) || (single && other))
        return NULL;
    const char *quote = single ? "\"" : "'";
    return arena_printf(&error->list->arena, "%s%.*s%s", quote, (int)length, text, quote);
}

/* 'Côte d'Ivoire': a quote of its own kind ends a text in quotes. */
static void report_quotes(const struct syntax_error *error) {
    bool single = error->last == LAST_SINGLE_QUOTES;
    uint32_t start = error->last_start, end = end_of_text(error), last = end;
    report(error, error->last_end - 1, error->last_end,
           "the quotes end here, and the text goes on");
    if (memchr(error->bytes + start, '\n', error->last_end - start)) {
        diagnose_other(error->list, syntax_span(error->source, error->mended, start, start + 1),
                       "they begin here: are they never closed on this line?");
        return;
    }
    bool whole = error->bytes[end - 1] == error->bytes[start]; /* quotes were meant about it all */
    const char *meant =
        whole ? in_quotes(error, start + 1, last - 1) : in_quotes(error, start, last);
    if (meant)
        diagnose_hint(error->list, "write %s", meant);
    else
        diagnose_hint(error->list, single
                                       ? "within single quotes an apostrophe is written twice: ''"
                                       : "within double quotes a quote is written \\\"");
}

/* [Draft] of ours: to YAML it is a list. */
static void report_brackets(const struct syntax_error *error) {
    report(error, error->last_end - 1, error->last_end,
           "a list or mapping ends here, and the text goes on");
    const char *meant = in_quotes(error, error->last_start, end_of_text(error));
    if (meant)
        diagnose_hint(error->list, "write %s", meant);
    else
        diagnose_hint(error->list, "put quotes round a text that starts with [ or {");
}

static bool goes_on(const struct syntax_error *error) {
    uint32_t next = skip_line_blanks(error, error->last_end);
    const char *ends = strstr(error->problem, "mapping values") ? "\r\n,]}#" : "\r\n,]}:#";
    return error->last != LAST_OTHER && error->last != LAST_PLAIN && next < error->length &&
           next <= error->at && !strchr(ends, error->bytes[next]) &&
           end_of_line(error, error->last_end) >= error->at;
}

/* ---- comments that were meant as text ---- */

/* Of the line at `at`, the ` #` that cuts a text; NULL where there is none. */
static const char *find_cut(const struct syntax_error *error, uint32_t at) {
    uint32_t start = start_of_line(error, at), end = end_of_line(error, at);
    const char *line = error->bytes + start;
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

/* On the line of the error, on the last line with something on it before, or on that of the
 * context. */
static bool report_cut(const struct syntax_error *error) {
    uint32_t line = start_of_line(error, error->at), before = line ? line - 1 : 0;
    const uint32_t places[] = {error->context ? error->context_at : error->at, before, error->at};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *cut = find_cut(error, places[i]);
        if (!cut)
            continue;
        uint32_t at = (uint32_t)(cut - error->bytes), end = end_of_line(error, at);
        diagnose(error->list, syntax_span(error->source, error->mended, at, end),
                 "the text ends here: '%.*s' is a comment", (int)(end - at < 300 ? end - at : 300),
                 cut);
        diagnose_hint(error->list, "put quotes round a text with ' #' in it");
        return true;
    }
    return false;
}

/* ---- a colon without its space ---- */

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/* The colon of `EGY:-0.1` at the start of the line of `at`; 0 for none. */
static uint32_t find_tight_colon(const struct syntax_error *error, uint32_t at) {
    uint32_t start = skip_line_blanks(error, start_of_line(error, at)), end;
    while (start + 1 < error->length && error->bytes[start] == '-' &&
           error->bytes[start + 1] == ' ')
        start = skip_line_blanks(error, start + 1);
    for (end = start; end < error->length && is_word_byte(error->bytes[end]); end++) {
    }
    bool tight = end > start && end + 1 < error->length && error->bytes[end] == ':' &&
                 !strchr(" /\r\n\t", error->bytes[end + 1]);
    return tight ? end : 0;
}

static bool report_tight_colon(const struct syntax_error *error) {
    uint32_t line = start_of_line(error, error->at), before = line ? line - 1 : 0;
    const uint32_t places[] = {error->context ? error->context_at : error->at, before, error->at};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        uint32_t colon = find_tight_colon(error, places[i]), start = colon, end;
        if (!colon)
            continue;
        while (start > 0 && is_word_byte(error->bytes[start - 1]))
            start--;
        end = end_of_line(error, colon);
        report(error, colon, colon + 1, "a colon behind a key needs a space behind it");
        diagnose_hint(error->list, "write %.*s: %.*s",
                      (int)(colon - start < 40 ? colon - start : 40), error->bytes + start,
                      (int)(end - colon - 1 < 40 ? end - colon - 1 : 40), error->bytes + colon + 1);
        return true;
    }
    return false;
}

/* ---- other causes ---- */

/* What a merge of two versions leaves in a file. */
static bool report_conflict(const struct syntax_error *error) {
    static const char *const marks[] = {"<<<<<<<", "=======", ">>>>>>>"};
    uint32_t line = start_of_line(error, error->at),
             before = line ? start_of_line(error, line - 1) : 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const uint32_t places[] = {line, before};
        for (size_t j = 0; j < 2; j++)
            if (error->length - places[j] > 7 &&
                memcmp(error->bytes + places[j], marks[i], 7) == 0) {
                report(error, places[j], end_of_line(error, places[j]),
                       "the mark of a merge that is not finished");
                diagnose_hint(error->list, "keep one of the two versions, and take the marks out");
                return true;
            }
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
static bool report_sign(const struct syntax_error *error) {
    bool scanned = error->context && strstr(error->context, "while scanning a") != NULL;
    uint32_t at = scanned ? error->context_at : error->at, end = end_of_line(error, at);
    if (!is_of_sign(error->problem) || at >= end || error->bytes[at] == '\t' ||
        !strchr("@`%*&>|?", error->bytes[at]))
        return false;
    if (end - at > 2 && memcmp(error->bytes + at, "* ", 2) == 0) {
        report(error, at, at + 1, "an item of a list starts with '- '");
        diagnose_hint(error->list, "write - %.*s", (int)(end - at - 2 < 40 ? end - at - 2 : 40),
                      error->bytes + at + 2);
        return true;
    }
    diagnose(error->list, syntax_span(error->source, error->mended, at, at + 1),
             "a text without quotes cannot start with '%c'", error->bytes[at]);
    const char *meant = in_quotes(error, at, end);
    if (meant)
        diagnose_hint(error->list, "write %s", meant);
    else
        diagnose_hint(error->list, "put quotes round it");
    return true;
}

/* What libyaml says, in words for people who do not know its parts. */
static const char *hint_for(const struct syntax_error *error) {
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
        if (strstr(error->problem, hints[i].part))
            return hints[i].hint;
    return NULL;
}

static void report_words(const struct syntax_error *error) {
    report(error, error->at, error->at, error->problem);
    const char *hint = hint_for(error);
    if (hint)
        diagnose_hint(error->list, "%s", hint);
    if (error->context && error->context_at != error->at)
        diagnose_other(
            error->list,
            syntax_span(error->source, error->mended, error->context_at, error->context_at),
            arena_printf(&error->list->arena, "%s that starts here", error->context));
}

bool syntax_goes_on(const struct syntax_error *error) {
    return goes_on(error) && error->last == LAST_BRACKETS;
}

void syntax_report(const struct syntax_error *error) {
    if (syntax_goes_on(error))
        report_brackets(error);
    else if (goes_on(error))
        report_quotes(error);
    else if (!report_conflict(error) && !report_cut(error) && !report_tight_colon(error) &&
             !report_sign(error))
        report_words(error);
}
