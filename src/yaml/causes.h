/* Why a text could not be read on: libyaml says where it stood, and what it wanted there. */
#pragma once

#include <stdbool.h>

#include "base/source.h"

struct mended;
struct veto_diagnostics;

/* What was read last before the place of the error. */
enum last_read { LAST_OTHER, LAST_SINGLE_QUOTES, LAST_DOUBLE_QUOTES, LAST_PLAIN, LAST_BRACKETS };

/* What libyaml reads, and what it last read of that; and once it cannot read on, why. */
struct syntax {
    struct veto_diagnostics *list;
    struct source *source;
    const struct mended *mended; /* NULL where `bytes` are those of the source */
    const char *bytes;
    uint32_t length;
    enum last_read last;
    uint32_t last_start, last_end; /* bytes of `bytes`, and so are these: */
    uint32_t at, context_at;
    const char *problem, *context; /* its words; `context` may be NULL */
};

/* Reports it: by its cause where that can be told, else by libyaml's words with a hint. */
void syntax_report(const struct syntax *syntax);

/* Whether brackets end that were meant as part of a text: what was read is no list. */
bool syntax_goes_on(const struct syntax *syntax);

/* The place in the source of bytes that libyaml read. */
struct span syntax_span(const struct syntax *syntax, uint32_t from, uint32_t to);

/* Whether ` #` behind a text begins a comment that looks like more of the text, as `#2` and
 * `#Peace` do, and `# 2`. Two blanks set a comment off. `sign` is at the #, `blanks` of them before
 * it. */
bool syntax_is_cut(const char *sign, size_t length, size_t blanks);

/* Reports such a comment, which stands at `at`; `sign` is at its #. */
void syntax_report_cut(struct veto_diagnostics *list, struct span at, const char *sign);
