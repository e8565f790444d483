/* From a node to a value: one function a type, one walk for every table. */
#pragma once

#include "base/arena.h"
#include "base/diagnostics.h"
#include "decode/schema.h"

/* What a load has made so far. */
struct decoder {
    struct arena *arena; /* of what is made */
    struct arena *scratch;
    struct veto_diagnostics *list;
    const struct record *const *tables; /* of the format, the first that of the whole; NULL at the
                                           end */
    bool cut_short;      /* a syntax error hides part of the file: what is missing may be there */
    struct known *known; /* what the reader of the format knows of the file besides, or NULL */
};

/* Decodes a mapping by its table into `target`: unknown keys, missing keys and every value that
 * does not fit are reported. False where `node` is no mapping. */
bool decode_record(struct decoder *decoder, const struct node *node, const struct record *record,
                   void *target);

/* `node` is of the kind that `what` needs; else reported. */
bool decode_expect(struct decoder *decoder, const struct node *node, enum node_kind kind,
                   const char *what);

/* The same for a word that stands for something: `what` belongs here. */
bool decode_is_word(struct decoder *decoder, const struct node *node, const char *what);

/* The same for an item of a list of mappings, with what one looks like. */
bool decode_item_of(struct decoder *decoder, const struct node *node, const char *list,
                    const char *example);

/* Reports that the value of `what` must be `wanted` and is not. */
void decode_refuse(struct decoder *decoder, const struct node *node, const char *what,
                   const char *wanted);

/* What a value says without the characters in it that only look right, which are reported; NULL
 * where it has none, or is a number or a day in another form without them. */
const char *decode_plain(struct decoder *decoder, const struct node *node);

/* The values one by one. They report what is wrong, and are false then. `what` names the value in
 * messages: a key. */
bool decode_text(struct decoder *decoder, const struct node *node, const char *what, bool prose,
                 const char **text);
bool decode_number(struct decoder *decoder, const struct node *node, const char *what, double low,
                   double high, double *number);
bool decode_word(struct decoder *decoder, const struct node *node, const char *what,
                 const char *const *words, unsigned *position);

/* An identifier of the file's own: letters, digits, - and _, a letter first. Returned as it is. */
const char *decode_id(struct decoder *decoder, const struct node *key, const char *what);

/* The first pair behind `last`, or of all where that is NULL; NULL at the end. Pairs that are none
 * are reported: see decode_slip. */
const struct pair *decode_next(struct decoder *decoder, const struct node *mapping,
                               const struct pair *last);

/* For a key that is read before the table comes to it. */
decode_function decode_elsewhere;
