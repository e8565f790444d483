/* Members by the names that people give them, and the types of keys that take them. */
#pragma once

#include "decode/decode.h"
#include "veto/council.h"

extern const struct field_type field_member, field_set, field_draft;

#define FIELD_MEMBER (&field_member) /* int: index of a member */
#define FIELD_SET    (&field_set)    /* veto_set: members */
#define FIELD_DRAFT  (&field_draft)  /* int: index of a draft */

/* Parts of JSON Schema. */
#define JSON_CODE  "{\"type\": \"string\", \"pattern\": \"^[A-Z]{3}$\"}"
#define JSON_CODES "{\"type\": \"array\", \"items\": " JSON_CODE "}"
#define JSON_NUMBERS(low, high)                                                                    \
    JSON_MAP("{\"type\": \"number\", \"minimum\": " low ", \"maximum\": " high "}")

/* Three capitals, be it the code of a state or not. */
bool decode_is_code(const char *text);

/* A member by its code, or in an override by any of its names. Anything
 * else is reported; true all the same where it is plain who was meant, so that what stands behind
 * it is looked at. */
bool decode_member(struct decoder *decoder, const struct node *node, int *member);
bool decode_set(struct decoder *decoder, const struct node *node, const char *what, veto_set *set);

/* Whether an override wrote what stands there. */
static inline bool scenario_is_set(const struct node *node) {
    return node->at.source->rank > 0;
}

/* The code of the member that the last name of a path names in another way; NULL where no member
 * stands there. */
const char *decode_member_key(const char *const *names, size_t count);

/* A code of a composition, which need not be that of a state where `own`, the mapping of members,
 * has it. What is wrong with it has been reported; false where it is not plain what was meant. */
bool decode_code(struct decoder *decoder, const struct node *item, const struct node *own,
                 char code[4]);

/* A member by its code (*member set, *name NULL), or the name of somebody else: of a state that
 * does not sit by its code, of anybody as it is written. */
bool decode_state(struct decoder *decoder, const struct node *node, int *member, const char **name);

/* One number a member: from a mapping of codes to numbers, where `default` says what the members
 * have that are not named. */
void decode_numbers(struct decoder *decoder, const struct node *node, double low, double high,
                    double *numbers);
