/* Why a text could not be read on: libyaml says where it stood, and what it wanted there. */
#ifndef YAML_CAUSES_H
#define YAML_CAUSES_H

#include <stdbool.h>

#include "base/source.h"

struct mended;
struct veto_diagnostics;

/* What was read last before the place of the error. */
enum last_read { LAST_OTHER, LAST_SINGLE_QUOTES, LAST_DOUBLE_QUOTES, LAST_PLAIN, LAST_BRACKETS };

struct syntax_error {
    struct veto_diagnostics *list;
    struct source *source;
    const struct mended *mended; /* NULL where `bytes` are those of the source */
    const char *bytes;           /* what libyaml read */
    uint32_t length;
    const char *problem, *context; /* its words; `context` may be NULL */
    uint32_t at, context_at;       /* bytes of `bytes` */
    enum last_read last;
    uint32_t last_start, last_end;
};

/* Reports it: by its cause where that can be told, else by libyaml's words with a hint. */
void syntax_report(const struct syntax_error *error);

/* Whether brackets end that were meant as part of a text: what was read is no list. */
bool syntax_goes_on(const struct syntax_error *error);

/* The place in the source of bytes that libyaml read. */
struct span syntax_span(struct source *source, const struct mended *mended, uint32_t from,
                        uint32_t to);

/* Whether ` #` behind a text begins a comment that looks like more of the text, as `#2` and
 * `#Peace` do, and `# 2`. Two blanks set a comment off. `sign` is at the #, `blanks` of them before
 * it. */
bool syntax_is_cut(const char *sign, size_t length, size_t blanks);

#endif
