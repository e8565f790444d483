#include "yaml/mend.h"

#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/lookalike.h"
#include "base/text.h"

enum { REPORTED = 10 };

struct mender {
    struct arena *arena;
    struct veto_diagnostics *list;
    struct source *source;
    const char *in;
    uint32_t start, length, copied; /* of the source, behind its mark; how much is in `out` */
    char *out;
    uint32_t used;
    struct shift *shifts;
    size_t count, capacity, reported;
    unsigned depth;      /* of brackets and braces that are open */
    uint32_t text_above; /* a block of text has lines that are indented by more; else NO_TEXT */
};

#define NO_TEXT UINT32_MAX

/* ---- replacing ---- */

static void copy_to(struct mender *mender, uint32_t at) {
    memcpy(mender->out + mender->used, mender->in + mender->copied, at - mender->copied);
    mender->used += at - mender->copied;
    mender->copied = at;
}

/* Puts `text`, which is no longer, in place of the bytes from `from` to `to`. */
static void replace_range(struct mender *mender, uint32_t from, uint32_t to, const char *text) {
    uint32_t length = (uint32_t)strlen(text);
    copy_to(mender, from);
    memcpy(mender->out + mender->used, text, length);
    mender->used += length;
    mender->copied = to;
    *arena_add(mender->arena, mender->shifts, mender->count, mender->capacity) =
        (struct shift){mender->used, to};
}

static void report_mending(struct mender *mender, uint32_t from, uint32_t to, const char *whole) {
    struct span at = {mender->source, from, to};
    if (mender->reported < REPORTED)
        diagnose_lookalike(mender->list, at, whole);
    else if (mender->reported == REPORTED)
        diagnose(mender->list, at, "more characters that look like others");
    mender->reported++;
}

static void mend_range(struct mender *mender, uint32_t from, uint32_t to, const char *text) {
    report_mending(mender, from, to, NULL);
    replace_range(mender, from, to, text);
}

/* ---- looking ---- */

/* The ASCII that stands at `at`, or that what stands there looks like; 0 for anything else. Sets
 * *next to what is behind it. */
static char seems(const struct mender *mender, uint32_t at, uint32_t to, uint32_t *next) {
    const char *name;
    uint32_t code;
    if (at >= to)
        return *next = to, '\0';
    size_t bytes = text_decode(mender->in + at, to - at, &code);
    *next = at + (uint32_t)(bytes ? bytes : 1);
    return bytes == 1 ? mender->in[at] : bytes ? lookalike_of(code, &name) : '\0';
}

static bool is_alike(const struct mender *mender, uint32_t at) {
    return at < mender->length && (unsigned char)mender->in[at] >= 0x80;
}

/* Behind the spaces at `at`, be they spaces or not. */
static uint32_t skip_seeming_spaces(const struct mender *mender, uint32_t at, uint32_t to) {
    uint32_t next;
    while (at < to && seems(mender, at, to, &next) == ' ')
        at = next;
    return at;
}

/* Behind the word of ASCII at `at`. */
static uint32_t skip_word(const struct mender *mender, uint32_t at, uint32_t to) {
    while (at < to && text_in_word(mender->in[at]))
        at++;
    return at;
}

/* ---- spaces ---- */

/* Makes spaces of a run of spaces, where some are none: as many as it is wide. */
static uint32_t mend_spaces(struct mender *mender, uint32_t at, uint32_t to) {
    uint32_t end = skip_seeming_spaces(mender, at, to), next;
    bool first = true;
    for (; at < end; at = next) {
        seems(mender, at, end, &next);
        if (!is_alike(mender, at))
            continue;
        if (first)
            report_mending(mender, at, next, NULL);
        first = false;
        unsigned width;
        text_cluster(mender->in + at, next - at, &width);
        replace_range(mender, at, next, width == 2 ? "  " : " ");
    }
    return end;
}

/* ---- keys ---- */

/* Whether a typographic quote stands at `at`, which sets *next as `seems` does. */
static bool is_curly(const struct mender *mender, uint32_t at, uint32_t to, uint32_t *next) {
    char like = is_alike(mender, at) ? seems(mender, at, to, next) : '\0';
    return like == '\'' || like == '"';
}

/* A word in typographic quotes, or without any; returns what is behind it, or `at` for no word. */
static uint32_t skip_key(const struct mender *mender, uint32_t at, uint32_t to, bool *quoted) {
    uint32_t start = at, next;
    *quoted = is_curly(mender, at, to, &next);
    if (*quoted)
        start = next;
    uint32_t end = skip_word(mender, start, to);
    if (end == start)
        return at;
    if (!*quoted)
        return end;
    return end < to && is_curly(mender, end, to, &next) ? next : at;
}

static void mend_quotes(struct mender *mender, uint32_t from, uint32_t to) {
    uint32_t first, last = to - 1;
    seems(mender, from, to, &first);
    while (((unsigned char)mender->in[last] & 0xC0) == 0x80)
        last--;
    mend_range(mender, from, first, "\"");
    replace_range(mender, last, to, "\"");
}

/* A key and its colon, where they stand at `at`; returns what is behind them. */
static uint32_t mend_key(struct mender *mender, uint32_t at, uint32_t to) {
    bool quoted;
    uint32_t end = skip_key(mender, at, to, &quoted), colon = skip_seeming_spaces(mender, end, to),
             next;
    if (end == at || seems(mender, colon, to, &next) != ':')
        return at;
    bool spaced = next == to || seems(mender, next, to, &(uint32_t){0}) == ' ';
    bool odd = quoted || is_alike(mender, colon);
    for (uint32_t i = end; i < colon; i++)
        odd = odd || is_alike(mender, i);
    if (!is_alike(mender, colon) && !spaced)
        return at; /* a colon within a word */
    if (quoted)
        mend_quotes(mender, at, end);
    if (odd)
        mend_spaces(mender, end, colon);
    if (is_alike(mender, colon)) {
        const char *key = arena_copy(mender->arena, mender->in + at, end - at);
        report_mending(mender, colon, next, arena_printf(mender->arena, "%.40s: ...", key));
        replace_range(mender, colon, next, spaced ? ":" : ": ");
    }
    return mend_spaces(mender, next, to);
}

/* ---- values ---- */

/* Whether a text in typographic quotes, if they are none to YAML, comes to an end within. */
static bool needs_quotes(const struct mender *mender, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i + 1 < to; i++) {
        const char *at = mender->in + i;
        if ((at[0] == ':' && at[1] == ' ') || (at[0] == ' ' && at[1] == '#') ||
            (mender->depth > 0 && strchr(",[]{}", *at)))
            return memchr(mender->in + from, '"', to - from) == NULL;
    }
    return false;
}

/* A value that begins with a typographic quote: to the last one on the line, or, in brackets, to
 * the next one. Returns what is behind it. */
static uint32_t mend_value(struct mender *mender, uint32_t at, uint32_t to) {
    uint32_t next, inner, end = at;
    if (at >= to || !is_alike(mender, at) || seems(mender, at, to, &inner) != '"')
        return at;
    for (uint32_t i = inner; i < to; i = next)
        if (seems(mender, i, to, &next) == '"' && is_alike(mender, i)) {
            end = next;
            if (mender->depth > 0)
                break;
        }
    if (end == at || !needs_quotes(mender, inner, end))
        return at;
    mend_quotes(mender, at, end);
    return end;
}

/* ---- brackets and commas ---- */

/* Whether a comma that is none is followed by another item: a word, and then what ends it. */
static bool ends_item(const struct mender *mender, uint32_t at, uint32_t to) {
    uint32_t next, start = skip_seeming_spaces(mender, at, to), end = skip_word(mender, start, to);
    char behind = seems(mender, skip_seeming_spaces(mender, end, to), to, &next);
    return end > start && behind != '\0' && strchr(",]}:", behind);
}

/* A bracket or comma of another width, where one can stand. `open`: a value can begin here. */
static bool mend_bracket(struct mender *mender, uint32_t at, uint32_t to, uint32_t next, char like,
                         bool open) {
    char text[3] = {like, ' ', '\0'};
    bool fits = strchr("[{", like)   ? open
                : strchr("]}", like) ? mender->depth > 0
                : like == ','        ? mender->depth > 0 && ends_item(mender, next, to)
                                     : false;
    if (!fits || like == '\0')
        return false;
    text[like == ',' ? 2 : 1] = '\0';
    mend_range(mender, at, next, text);
    return true;
}

/* What a line holds behind its first key. */
static void mend_rest(struct mender *mender, uint32_t at, uint32_t to, bool open) {
    for (uint32_t next; at < to; at = next) {
        char like = seems(mender, at, to, &next);
        if (open && (like == '"' || like == '\'')) {
            const char *close = memchr(mender->in + at + 1, like, to - at - 1); /* on this line */
            if (is_alike(mender, at))
                next = mend_value(mender, at, to);
            else
                next = close ? (uint32_t)(close - mender->in) + 1 : at;
            next = next == at ? at + 1 : next;
        } else if (like == '#' && open) {
            return; /* a comment */
        } else if (like == ' ') {
            uint32_t end = skip_seeming_spaces(mender, at, to), behind;
            char then = seems(mender, end, to, &behind);
            if (open || (mender->depth > 0 && then && strchr(",]}", then)))
                mend_spaces(mender, at, to);
            next = end;
            continue;
        } else if (is_alike(mender, at) && !mend_bracket(mender, at, to, next, like, open)) {
            like = 'x'; /* a letter of a text */
        }
        mender->depth += like && strchr("[{", like) && open;
        mender->depth -= like && strchr("]}", like) && mender->depth > 0;
        open = like && (strchr("[{", like) || (mender->depth > 0 && like == ','));
        if (open) {
            next = mend_spaces(mender, next, to);
            next = mend_key(mender, next, to);
        }
    }
}

/* ---- lines ---- */

/* Whether a line is the head of a block of text: `text: |`, `- >-`. */
static bool heads_text(const struct mender *mender, uint32_t from, uint32_t to) {
    while (to > from && strchr(" \r+-0123456789", mender->in[to - 1]))
        to--;
    if (to < from + 2 || !strchr("|>", mender->in[to - 1]))
        return false;
    const char *before = mender->in + to - 2;
    return *before == ' ' && mender->depth == 0;
}

static void mend_line(struct mender *mender, uint32_t from, uint32_t to) {
    uint32_t at = from, next, column;
    while (at < to && mender->in[at] == ' ')
        at++;
    column = at - from;
    bool blank = at == to || mender->in[at] == '\r';
    if (mender->text_above != NO_TEXT && (blank || column > mender->text_above))
        return;
    bool in_text = mender->text_above != NO_TEXT && skip_seeming_spaces(mender, at, to) > at;
    at = mend_spaces(mender, at, to);
    if (in_text)
        return; /* a line of text that is not indented by spaces */
    mender->text_above = NO_TEXT;
    for (char like; (like = seems(mender, at, to, &next)) == '-' && next < to &&
                    seems(mender, next, to, &(uint32_t){0}) == ' ';) {
        if (is_alike(mender, at))
            mend_range(mender, at, next, "-");
        at = mend_spaces(mender, next, to);
    }
    uint32_t behind = mend_key(mender, at, to);
    mend_rest(mender, behind, to, true);
    if (heads_text(mender, from, to))
        mender->text_above = column;
}

/* ---- code fences ---- */

static bool is_fence(const char *line, size_t length) {
    while (length > 0 && *line == ' ')
        line++, length--;
    return length >= 3 && (memcmp(line, "```", 3) == 0 || memcmp(line, "~~~", 3) == 0);
}

/* Where a line ends: at its line feed, or at the end of the text. */
static uint32_t end_of_mended_line(const struct mender *mender, uint32_t from) {
    const char *feed = memchr(mender->in + from, '\n', mender->length - from);
    return feed ? (uint32_t)(feed - mender->in) : mender->length;
}

/* The part of the text within its first fence, or all of it. */
static void find_fence(const struct mender *mender, uint32_t *from, uint32_t *to) {
    uint32_t opened = NO_TEXT, start = *from;
    for (uint32_t line = start, end; line < mender->length; line = end + 1) {
        end = end_of_mended_line(mender, line);
        if (!is_fence(mender->in + line, end - line))
            continue;
        if (opened != NO_TEXT) {
            *to = line;
            return;
        }
        opened = line;
        *from = end + 1 < mender->length ? end + 1 : mender->length;
    }
    if (opened != NO_TEXT && *from == mender->length) { /* only a closing one */
        *from = start;
        *to = opened;
    }
}

/* Makes comments of the lines from `from` to `to`. */
static void comment_out(struct mender *mender, uint32_t from, uint32_t to) {
    for (uint32_t end; from < to; from = end + 1) {
        end = end_of_mended_line(mender, from);
        if (end > from && (unsigned char)mender->in[from] < 0x80 && mender->in[from] != '\r')
            replace_range(mender, from, from + 1, "#");
        else if (end > from && mender->in[from] != '\r')
            replace_range(mender, from, end, "#");
    }
}

static bool is_blank_range(const struct mender *mender, uint32_t from, uint32_t to) {
    while (from < to && strchr(" \t\r\n", mender->in[from]))
        from++;
    return from >= to;
}

/* What is in the text is between `from` and `to`. */
static void report_fence(struct mender *mender, uint32_t from, uint32_t to) {
    uint32_t line = from > 0 ? from - 1 : to, close = end_of_mended_line(mender, to);
    while (line > mender->start && mender->in[line - 1] != '\n')
        line--;
    bool outside = (from > 0 && !is_blank_range(mender, mender->start, line)) ||
                   !is_blank_range(mender, close, mender->length);
    diagnose(mender->list, (struct span){mender->source, line, end_of_mended_line(mender, line)},
             "a code fence is no part of the file");
    diagnose_hint(mender->list,
                  outside ? "take out the lines with %.3s and what stands outside them"
                          : "take the lines with %.3s out",
                  mender->in + line + strspn(mender->in + line, " "));
}

/* ---- the whole ---- */

static void mend(struct mender *mender) {
    uint32_t from = mender->start, to = mender->length;
    mender->out = arena_take(mender->arena, mender->length + 1);
    find_fence(mender, &from, &to);
    if (from > mender->start || to < mender->length) {
        report_fence(mender, from > mender->start ? from : 0, to);
        comment_out(mender, mender->start, from);
    }
    for (uint32_t line = from, end; line < to; line = end + 1) {
        end = end_of_mended_line(mender, line);
        mend_line(mender, line, end);
    }
    comment_out(mender, to, mender->length);
    copy_to(mender, mender->length);
    mender->out[mender->used] = '\0';
}

const struct mended *mend_text(struct arena *arena, struct veto_diagnostics *list,
                               struct source *source, const char *checked) {
    struct mender mender = {
        .arena = arena,
        .list = list,
        .source = source,
        .in = checked,
        .start = text_mark(checked, source->length),
        .length = source->length,
        .text_above = NO_TEXT,
    };
    mend(&mender);
    if (mender.count == 0)
        return NULL;
    struct mended *mended = arena_new(arena, struct mended);
    *mended = (struct mended){mender.out, mender.used, mender.shifts, mender.count};
    return mended;
}

uint32_t mended_place(const struct mended *mended, uint32_t at) {
    size_t low = 0, high = mended->count; /* shifts[low - 1] is at or before it */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (mended->shifts[middle].mended <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return at;
    return mended->shifts[low - 1].original + (at - mended->shifts[low - 1].mended);
}
