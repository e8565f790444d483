/* The scenario format: its tables, and what a load knows of a file. */
#pragma once

#include <stdint.h>

#include "council/words.h"
#include "decode/decode.h"
#include "decode/hints.h"
#include "scenario/naming.h"
#include "veto/scenario.h"

extern const struct record scenario_record, reference_record, council_record, member_record,
    bloc_record, majority_record, draft_record, statement_record, event_record, withdraw_record,
    revive_record, objection_record, question_record, recorded_record, chances_record, kind_record,
    lesson_record, change_record, item_record, early_record;

/* All of them, in the order of the documentation; NULL at the end. */
extern const struct record *const schema_records[];

enum { UNKNOWN_NAMES = 32 };

/* How far it is known who sits. */
enum seats {
    SEATS_KNOWN,
    SEATS_UNSURE,  /* a code of the composition cannot be made out: an unknown one may be it */
    SEATS_UNKNOWN, /* none of it can: there are no members */
};

/* What is known of a file so far. */
struct known {
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
    uint32_t faulty_drafts; /* by index: with mistakes, so that what they lack says nothing */
    const char *unknown[UNKNOWN_NAMES]; /* what has been reported to be no draft, or no source */
    size_t unknown_count;
    struct programme_check *check; /* programme.c's own */
    uint32_t withdrawn;            /* a set of drafts: beforehand, or so far on some path */
};

bool decode_draft(struct decoder *decoder, const struct node *node, int *draft);

/* Whether it has not been said before that there is no such draft or source: it is said once. */
bool decode_is_news(struct decoder *decoder, const char *name);

/* An override that goes on from a name that is not in a mapping made the pair at `index`, and does
 * not mean to: what stands there lacks the key that is `needed`. Reported, by a message with the
 * name in it. */
bool decode_made_by_slip(struct decoder *decoder, const struct node *mapping, size_t index,
                         const char *needed, const char *message);

/* The codes of the members that are not in a set: "FRA, GBR"; NULL where all are. */
const char *decode_others(struct decoder *decoder, veto_set named);

/* Besides those of council/words.h. */
extern const char *const quoting_words[];

/* Puts keys under the key that they belong under, where they are not indented, and says so. */
void indent_missing(struct decoder *decoder, struct node *root);

/* The parts, in the order in which they are decoded. */
void decode_members(struct decoder *decoder, const struct node *root);
decode_function decode_ties, decode_blocs, decode_council, decode_sources, decode_drafts,
    decode_beforehand, decode_programme, decode_recorded, decode_questions, decode_lesson;

/* Keys of a draft, which has kinds before it has what is given; and what goes with them. */
decode_function decode_kinds, decode_given;
void check_kinds(struct decoder *decoder, const struct node *drafts, size_t index);

/* Part of JSON Schema: a ballot that is cast. */
#define JSON_CAST "{\"enum\": [\"yes\", \"no\", \"abstain\"]}"

/* An item of the programme that is words. */
void decode_statement(struct decoder *decoder, const struct node *node, struct veto_item *item);
void decode_event(struct decoder *decoder, const struct node *node, struct veto_item *item);

/* Where the file has no programme: a vote on each draft in the order submitted (Rule 32), and
 * before it on what bears on it. */
void default_programme(struct decoder *decoder);
