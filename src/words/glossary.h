/*
 * The words that the program uses and what they mean, for `veto help words`, for the chamber and
 * for whoever looks one up. Meanings are plain text of one sentence or two.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct term {
    const char *word;    /* as it is looked up: "veto tendency" */
    const char *forms;   /* what else stands for it on a screen, divided by bars; or NULL */
    const char *meaning; /* ends with a full stop */
    const char *source;  /* "Charter, Article 27 (3)"; or NULL */
};

struct term_group {
    const char *title;
    const struct term *terms;
    size_t count;
};

enum { GLOSSARY_GROUPS = 4 };
extern const struct term_group glossary_groups[GLOSSARY_GROUPS];

/* The term that a word or one of its forms stands for, capitals or not; or NULL. */
const struct term *glossary_find(const char *word);

/* The word that was probably meant; or NULL. */
const char *glossary_nearest(const char *word);

/* Whether a term stands in a text that was folded (text_fold), by its word or a form, as words of
 * their own. */
bool glossary_stands(const struct term *term, const char *folded);
