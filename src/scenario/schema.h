/*
 * The scenario format as tables: what decodes a file is also what documents it. Every key has one
 * line in one table; docs/scenarios.md and scenarios/scenario.schema.json are held to them by
 * tests.
 */
#ifndef SCENARIO_SCHEMA_H
#define SCENARIO_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "council/words.h"
#include "veto/scenario.h"
#include "yaml/tree.h"

enum field_type {
    FIELD_TEXT,   /* const char *: one line */
    FIELD_PROSE,  /* const char *: lines and paragraphs */
    FIELD_NUMBER, /* double, low to high */
    FIELD_COUNT,  /* unsigned, low to high */
    FIELD_FLAG,   /* bool */
    FIELD_WORD,   /* an enum: the position of the word in `words` */
    FIELD_MEMBER, /* int: index of a member */
    FIELD_SET,    /* veto_set: members */
    FIELD_DRAFT,  /* int: index of a draft */
    FIELD_OTHER,  /* `decode` does it */
};

struct decoder;

typedef void decode_function(struct decoder *decoder, const struct node *node, void *target);

struct field {
    const char *key;
    enum field_type type;
    bool required;
    size_t offset; /* of the target in the record's struct */
    double low, high;
    const char *const *words; /* FIELD_WORD; NULL at the end */
    decode_function *decode;  /* FIELD_OTHER; the target is the record's struct + offset */
    /* documentation */
    const char *shape;    /* FIELD_OTHER: what it takes, in words */
    const char *fallback; /* the default, in words; NULL: none */
    const char *example;
    const char *about;
};

struct record {
    const char *path; /* "members.CODE" */
    const struct field *fields;
    size_t count;
};

/* So many keys may a table have: decode_record has room for the values of as many. */
enum { RECORD_FIELDS = 20 };

/* An array of -1 elements does not compile, and neither does a table of more keys than that. */
#define RECORD_COUNT(table) (sizeof(table) / sizeof *(table))
#define RECORD(record_path, table)                                                                 \
    {                                                                                              \
        (record_path), (table),                                                                    \
            RECORD_COUNT(table) * sizeof(char[RECORD_COUNT(table) <= RECORD_FIELDS ? 1 : -1])      \
    }

extern const struct record scenario_record, reference_record, council_record, member_record,
    bloc_record, majority_record, draft_record, statement_record, event_record, withdraw_record,
    revive_record, objection_record, question_record, recorded_record, chances_record,
    lesson_record, change_record;

/* All of them, in the order of the documentation; NULL at the end. */
extern const struct record *const schema_records[];

enum { UNKNOWN_NAMES = 32 };

/* How far it is known who sits. */
enum seats {
    SEATS_KNOWN,
    SEATS_UNSURE,  /* a code of the composition cannot be made out: an unknown one may be it */
    SEATS_UNKNOWN, /* none of it can: there are no members */
};

/* What a load has made so far. */
struct decoder {
    struct arena *arena; /* the scenario's own */
    struct arena *scratch;
    struct veto_diagnostics *list;
    struct veto_scenario *scenario;
    struct veto_member *members; /* the scenario's, while they can be changed */
    struct veto_draft *drafts;
    struct veto_reference *references;
    const struct veto_reference **sources; /* the same by their ids */
    bool no_sources;                       /* the key that holds them is misspelt */
    struct veto_date day;                  /* of this Council; all zeros where it is not known */
    const char **codes;                    /* of the members, for hints; NULL at the end */
    const char **draft_ids;                /* the same for drafts */
    enum seats seats;
    const struct node *seated_at[VETO_MAX_MEMBERS]; /* before members are put in order */
    bool of_roster; /* with SEATS_UNKNOWN: members are of some day, and not states made up */
    bool cut_short; /* a syntax error hides part of the file: what is missing may be there */
    uint32_t faulty_drafts; /* by index: with mistakes, so that what they lack says nothing */
    const char *unknown[UNKNOWN_NAMES]; /* what has been reported to be no draft, or no source */
    size_t unknown_count;
    struct programme_check *check; /* programme.c's own */
    uint32_t withdrawn;            /* a set of drafts: beforehand, or so far on some path */
};

/* Decodes a mapping by its table into `target`: unknown keys, missing keys and every value that
 * does not fit are reported. False where `node` is no mapping. */
bool decode_record(struct decoder *decoder, const struct node *node, const struct record *record,
                   void *target);

/* `node` is of the kind that `what` needs; else reported. */
bool decode_expect(struct decoder *decoder, const struct node *node, enum node_kind kind,
                   const char *what);

/* The same for an item of a list of mappings, with what one looks like. */
bool decode_item_of(struct decoder *decoder, const struct node *node, const char *list,
                    const char *example);

/* Reports that the value of `what` must be `wanted` and is not. */
struct diagnostic *decode_refuse(struct decoder *decoder, const struct node *node, const char *what,
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
bool decode_draft(struct decoder *decoder, const struct node *node, int *draft);

/* "a, b or c". `words` ends with NULL. */
const char *decode_join(struct decoder *decoder, const char *const *words);

/* Whether it has not been said before that there is no such draft or source: it is said once. */
bool decode_is_news(struct decoder *decoder, const char *name);

/* An identifier of the file's own: letters, digits, - and _, a letter first. */
bool decode_id(struct decoder *decoder, const struct node *key, const char *what);

/* ---- hints.c ---- */

/* What of `words` a word was meant to be that is none of them, where that can be told. */
void hint_word(struct decoder *decoder, struct diagnostic *entry, const char *word,
               const char *const *words);

/* What of `keys` an unknown one was meant to be, or where the format has it; else which there are.
 */
void hint_key(struct decoder *decoder, struct diagnostic *entry, const struct pair *pair,
              const char *const *keys, const struct record *here);

/* Whether no other table of scenarios has a key of this one. */
bool hint_is_only_here(const struct record *here, const char *key);

/* What was meant by a value that is none: 0,9 or 50% for a number, EGY:-0.1 for a mapping. */
void hint_value(struct decoder *decoder, struct diagnostic *entry, const struct node *node);

/* Whether a text is a number or a day, but not in the form that files have: 0,9, 2016/10/08. */
bool hint_is_other_form(struct decoder *decoder, const char *text);

/* The day that was meant, also to *date: its year at least. False where there is nothing to say. */
bool hint_date(struct decoder *decoder, struct diagnostic *entry, const char *written,
               struct veto_date *date);

/* Reports a pair that is none: `0,5` in braces is a key 5 without a value, `EGY:-0.1` a key of that
 * name. False where it is a pair. */
bool decode_slip(struct decoder *decoder, const struct node *mapping, size_t index);

/* ---- naming.c ---- */

/* Three capitals, be it the code of a state or not. */
bool decode_is_code(const char *text);

/* A member by its code, or in an override by any of its names. Anything
 * else is reported; true all the same where it is plain who was meant, so that what stands behind
 * it is looked at. */
bool decode_member(struct decoder *decoder, const struct node *node, int *member);
bool decode_set(struct decoder *decoder, const struct node *node, const char *what, veto_set *set);

/* The code of the member that the last name of a path names in another way; NULL where no member
 * stands there. */
const char *decode_member_key(const char *const *names, size_t count);

/* A code of a composition, which need not be that of a state where `own`, the mapping of members,
 * has it. What is wrong with it has been reported; false where it is not plain what was meant. */
bool decode_code(struct decoder *decoder, const struct node *item, const struct node *own,
                 char code[4]);

/* That a member needs a name of its own, or was meant for another one. */
void hint_new_member(struct decoder *decoder, struct diagnostic *entry, const char *code);

/* A member by its code (*member set, *name NULL), or the name of somebody else: of a state that
 * does not sit by its code, of anybody as it is written. */
bool decode_state(struct decoder *decoder, const struct node *node, int *member, const char **name);

/* For a key that is read before the table comes to it. */
decode_function decode_elsewhere;

/* One number a member: from a mapping of codes to numbers, where `default` says what the members
 * have that are not named. */
void decode_numbers(struct decoder *decoder, const struct node *node, const char *what, double low,
                    double high, double *numbers);

/* Besides those of council/words.h. */
extern const char *const quoting_words[];

/* Puts keys under the key that they belong under, where they are not indented, and says so. */
void indent_missing(struct decoder *decoder, struct node *root);

/* The parts, in the order in which they are decoded. */
void decode_members(struct decoder *decoder, const struct node *root);
decode_function decode_ties, decode_blocs, decode_council, decode_sources, decode_drafts,
    decode_beforehand, decode_programme, decode_recorded, decode_questions, decode_lesson;

/* An item of the programme that is words: `whole` is the item. */
void decode_statement(struct decoder *decoder, const struct node *whole, struct veto_item *item);
void decode_event(struct decoder *decoder, const struct node *whole, struct veto_item *item);

/* Where the file has no programme: a vote on each draft in the order submitted (Rule 32), and
 * before it on what bears on it. */
void default_programme(struct decoder *decoder);

#endif
