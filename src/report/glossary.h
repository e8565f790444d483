/*
 * What the words of the program mean: all of them, or one. As JSON:
 *
 *     [{"term", "meaning", "source"}, ...]
 *
 * `source` is null where a word has none. In CSV "term,meaning,source".
 */
#pragma once

#include "report/report.h"
#include "words/glossary.h"

struct glossary_subject {
    const struct term *only; /* NULL: all of them */
    const char *screen; /* the words that stand in this text (see text_fold) come first; or NULL */
};

extern const struct report report_glossary;
