/* What a word, a key or a value was probably meant to be that a format does not have. */
#pragma once

#include "base/diagnostics.h"
#include "decode/schema.h"
#include "veto/roster.h"

/* "a, b or c". `words` ends with NULL. */
const char *hint_join(struct decoder *decoder, const char *const *words);

/* What of `words` a word was meant to be that is none of them, where that can be told. */
void hint_word(struct decoder *decoder, const char *word, const char *const *words);

/* What of the keys of a table an unknown one was meant to be, or where the format has it; else
 * which there are. */
void hint_key(struct decoder *decoder, const struct pair *pair, const struct record *record);

/* What was meant by a value that is none: 0,9 or 50% for a number, EGY:-0.1 for a mapping. */
void hint_value(struct decoder *decoder, const struct node *node);

/* Whether a text is a number or a day, but not in the form that files have: 0,9, 2016/10/08. */
bool hint_is_other_form(struct decoder *decoder, const char *text);

/* The day that was meant, also to *date: its year at least. False where there is nothing to say. */
bool hint_date(struct decoder *decoder, const char *written, struct veto_date *date);

/* Reports a pair that is none: `0,5` in braces is a key 5 without a value, `EGY:-0.1` a key of that
 * name. False where it is a pair. */
bool decode_slip(struct decoder *decoder, const struct node *mapping, size_t index);
