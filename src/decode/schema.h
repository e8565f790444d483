/*
 * A format as tables: what decodes a file is also what documents it. Every key has one line in one
 * table; the reference in the documentation and the JSON Schema for editors are made from them.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "yaml/tree.h"

struct decoder;
struct field;
struct record;

typedef void decode_function(struct decoder *decoder, const struct node *node, void *target);

/* What a key takes. Each format may have types of its own beside those below. */
struct field_type {
    void (*decode)(struct decoder *decoder, const struct node *node, const struct field *field,
                   void *target);
    const char *words; /* what it takes, in words */
    const char *json;  /* the same as JSON Schema; NULL: it is made of the field */
};

extern const struct field_type field_text, field_prose, field_number, field_count, field_flag,
    field_word, field_other, field_list, field_mapping;

#define FIELD_TEXT    (&field_text)    /* const char *: one line */
#define FIELD_PROSE   (&field_prose)   /* const char *: lines and paragraphs */
#define FIELD_NUMBER  (&field_number)  /* double, low to high */
#define FIELD_COUNT   (&field_count)   /* unsigned, low to high */
#define FIELD_FLAG    (&field_flag)    /* bool */
#define FIELD_WORD    (&field_word)    /* an enum: the position of the word in `words` */
#define FIELD_OTHER   (&field_other)   /* `decode` does it; so it does with ... */
#define FIELD_LIST    (&field_list)    /* ... a list, and nothing else, ... */
#define FIELD_MAPPING (&field_mapping) /* ... and a mapping */

/* What stands below a key, where that is made of the mappings of a table. */
enum nest {
    NEST_NONE,
    NEST_ONE,  /* one of them */
    NEST_MAP,  /* a mapping of names to them */
    NEST_LIST, /* a list of them */
};

struct field {
    const char *key;
    const struct field_type *type;
    bool required;
    size_t offset; /* of the target in the record's struct */
    double low, high;
    const char *const *words; /* FIELD_WORD; NULL at the end */
    /* FIELD_OTHER, LIST and MAPPING: what does it, with the record's struct + offset as its target;
     * what is below the key, and by which table */
    decode_function *decode;
    enum nest nest;
    const struct record *of;
    /* documentation */
    const char *json;     /* the same, without `of`: what it takes, as JSON Schema, ... */
    const char *shape;    /* ... and in words */
    const char *fallback; /* the default, in words; NULL: none */
    const char *example;
    const char *about;
};

/* Parts of JSON Schema. */
#define JSON_TEXT         "{\"type\": \"string\"}"
#define JSON_TEXTS        "{\"type\": \"array\", \"items\": " JSON_TEXT "}"

#define JSON_OBJECT       "{\"type\": \"object\"}"
#define JSON_MAP(of)      "{\"type\": \"object\", \"additionalProperties\": " of "}"
#define JSON_EITHER(a, b) "{\"anyOf\": [" a ", " b "]}"
#define JSON_DAY          "{\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}"

struct record {
    const char *path; /* "members.CODE" */
    const struct field *fields;
    size_t count;
};

/* The field of a key, or NULL. */
static inline const struct field *record_field(const struct record *record, const char *key) {
    int found = text_named(key, record->fields, record->count, sizeof *record->fields);
    return found >= 0 ? &record->fields[found] : NULL;
}

/* So many keys may a table have: decode_record has room for the values of as many. */
enum { RECORD_FIELDS = 24 };

/* An array of -1 elements does not compile, and neither does a table of more keys than that. */
#define RECORD_COUNT(table) (sizeof(table) / sizeof *(table))
#define RECORD(record_path, table)                                                                 \
    {                                                                                              \
        (record_path), (table),                                                                    \
            RECORD_COUNT(table) * sizeof(char[RECORD_COUNT(table) <= RECORD_FIELDS ? 1 : -1])      \
    }
