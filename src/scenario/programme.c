/* The meeting in order: votes, motions and branches among what is said and what happens; and what
 * was said and happened before it. */
#include <string.h>

#include "base/text.h"
#include "scenario/schema.h"

/* A condition that asks for the outcome of a draft before any vote on it. */
struct early {
    const struct node *key;
    int draft;
};

/* What the list of items is, and what it has come to, to find items in the wrong order. Sets of
 * drafts. */
struct programme_check {
    const char *whole; /* "the programme", or "beforehand" */
    const char *item;  /* "an item of the programme", or the other */
    bool beforehand;   /* there is no meeting yet: words, and what Rule 35 lets come before it */
    uint32_t voted;    /* with a vote so far, on some path through the branches */
    uint32_t surely;   /* with a vote so far on all of them */
    bool unsure;       /* an item could not be made out: it may be any vote or motion */
    const struct node *votes[VETO_MAX_DRAFTS]; /* the last vote on each */
    struct early *early;
    size_t count, capacity;
};

static bool in_drafts(uint32_t drafts, int draft) {
    return (drafts >> draft & 1) != 0;
}

/* ---- votes ---- */

/* What bears on a draft is voted on before it. */
static void check_bearing(struct decoder *decoder, const struct node *vote, int index) {
    static const char *const verbs[VETO_BEARINGS] = {
        [VETO_PRELIMINARY] = "decides the question of",
        [VETO_AMENDMENT] = "amends",
        [VETO_PART] = "is part of",
    };
    const struct veto_draft *draft = &decoder->known->drafts[index];
    if (draft->bearing == VETO_PRINCIPAL || !in_drafts(decoder->known->check->surely, draft->upon))
        return;
    diagnose(decoder->list, vote->at, "'%s' %s '%s': it is voted on first", draft->id,
             verbs[draft->bearing], decoder->known->drafts[draft->upon].id);
    diagnose_other(decoder->list, decoder->known->check->votes[draft->upon]->at,
                   "the other vote is here");
}

static void decode_put(struct decoder *decoder, const struct node *node, struct veto_item *item) {
    struct programme_check *check = decoder->known->check;
    if (!decode_draft(decoder, node, &item->draft)) {
        check->unsure = true;
        return;
    }
    check_bearing(decoder, node, item->draft);
    check->voted |= (uint32_t)1 << item->draft;
    check->surely |= (uint32_t)1 << item->draft;
    check->votes[item->draft] = node;
}

/* Two votes on one draft in one list can never both be taken. */
static void check_votes(struct decoder *decoder, const struct node *list,
                        const struct veto_programme *programme) {
    const struct node *first[VETO_MAX_DRAFTS] = {0};
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        bool plain = item->kind == VETO_ITEM_VOTE;
        if ((!plain && item->kind != VETO_ITEM_WITHOUT_VOTE) || item->draft == VETO_NONE)
            continue;
        const struct node *vote = node_get(list->items[i], plain ? "vote" : "without_vote");
        if (first[item->draft]) {
            diagnose(decoder->list, vote->at, "'%s' is voted on twice", vote->text);
            diagnose_other(decoder->list, first[item->draft]->at, "the first vote is here");
        }
        first[item->draft] = vote;
    }
}

/* ---- motions ---- */

#define AT(member) offsetof(struct veto_item, member)

static const struct field withdraw_fields[] = {
    {"draft", FIELD_DRAFT, true, AT(draft), .example = "french", .about = "what is withdrawn"},
    {"by", FIELD_MEMBER, true, AT(speaker.member), .example = "FRA",
     .about = "one of those that submitted it"},
};

static const struct field revive_fields[] = {
    {"draft", FIELD_DRAFT, true, AT(draft), .example = "french",
     .about = "a draft that was withdrawn, and is to be voted on all the same"},
    {"by", FIELD_MEMBER, true, AT(speaker.member), .example = "ESP",
     .about = "one of those that seconded it"},
};

static const struct field objection_fields[] = {
    {"to", FIELD_DRAFT, true, AT(draft), .example = "paragraph",
     .about = "a part of a draft, which is not voted on separately then"},
    {"by", FIELD_MEMBER, true, AT(speaker.member), .example = "FRA",
     .about = "one of those that submitted the whole"},
};

const struct record withdraw_record = RECORD("programme.withdraw", withdraw_fields);
const struct record revive_record = RECORD("programme.revive", revive_fields);
const struct record objection_record = RECORD("programme.objection", objection_fields);

/* Whoever moves has to be among those that submitted the draft, or that seconded it. */
static void check_mover(struct decoder *decoder, const struct node *motion,
                        const struct veto_item *item, const struct veto_draft *draft,
                        bool seconder) {
    const struct node *by = node_get(motion, "by");
    veto_set movers = seconder ? draft->seconders : draft->sponsors;
    bool faulty = decoder->known->faulty_drafts >> (draft - decoder->known->drafts) & 1;
    if (faulty || item->speaker.member == VETO_NONE ||
        veto_set_has(movers, (unsigned)item->speaker.member))
        return;
    diagnose(decoder->list, by->at,
             seconder ? "'%s' did not second '%s'" : "'%s' did not submit '%s'", by->text,
             draft->id);
    diagnose_hint(decoder->list, "add it to '%s' of '%s'", seconder ? "seconded_by" : "sponsors",
                  draft->id);
}

/* False where the motion says too little to be checked. */
static bool decode_motion(struct decoder *decoder, const struct node *motion,
                          const struct record *record, struct veto_item *item) {
    if (!decode_record(decoder, motion, record, item) || item->draft == VETO_NONE) {
        decoder->known->check->unsure = true;
        return false;
    }
    item->speaker.speaks_for = item->speaker.member;
    if (!in_drafts(decoder->known->check->surely, item->draft))
        return true;
    diagnose(decoder->list, motion->at, "this comes too late: '%s' has been voted on",
             decoder->known->drafts[item->draft].id);
    diagnose_other(decoder->list, decoder->known->check->votes[item->draft]->at,
                   "the vote is here");
    return false;
}

static void decode_withdraw(struct decoder *decoder, const struct node *motion,
                            struct veto_item *item) {
    if (!decode_motion(decoder, motion, &withdraw_record, item))
        return;
    check_mover(decoder, motion, item, &decoder->known->drafts[item->draft], false);
    decoder->known->withdrawn |= (uint32_t)1 << item->draft;
}

static void decode_revive(struct decoder *decoder, const struct node *motion,
                          struct veto_item *item) {
    if (!decode_motion(decoder, motion, &revive_record, item))
        return;
    check_mover(decoder, motion, item, &decoder->known->drafts[item->draft], true);
    if (!decoder->known->check->unsure && !in_drafts(decoder->known->withdrawn, item->draft))
        diagnose(decoder->list, motion->at, "'%s' has not been withdrawn before this",
                 decoder->known->drafts[item->draft].id);
}

static void decode_objection(struct decoder *decoder, const struct node *motion,
                             struct veto_item *item) {
    if (!decode_motion(decoder, motion, &objection_record, item))
        return;
    const struct veto_draft *part = &decoder->known->drafts[item->draft];
    if (part->bearing == VETO_PART)
        check_mover(decoder, motion, item, &decoder->known->drafts[part->upon], false);
    else if (!(decoder->known->faulty_drafts >> item->draft & 1))
        diagnose(decoder->list, node_get(motion, "to")->at, "'%s' is no part of another draft",
                 part->id);
}

/* ---- branches ---- */

static void decode_outcomes(struct decoder *decoder, const struct pair *pair, unsigned *outcomes) {
    const struct node *node = pair->value;
    bool list = node->kind == NODE_SEQUENCE;
    if (list && node->count == 0)
        diagnose(decoder->list, node->at, "no outcome is in this list");
    for (size_t i = 0; i < (list ? node->count : 1); i++) {
        unsigned outcome;
        if (decode_word(decoder, list ? node->items[i] : node, pair->key->text, outcome_words,
                        &outcome))
            *outcomes |= 1u << outcome;
    }
}

static void decode_condition(struct decoder *decoder, const struct pair *pair,
                             struct veto_condition *condition) {
    struct programme_check *check = decoder->known->check;
    condition->draft = 0;
    decode_outcomes(decoder, pair, &condition->outcomes);
    if (!decode_draft(decoder, pair->key, &condition->draft))
        return;
    if (in_drafts(check->voted, condition->draft))
        return;
    *arena_add(decoder->scratch, check->early, check->count, check->capacity) =
        (struct early){pair->key, condition->draft};
}

static void decode_items(struct decoder *decoder, const struct node *node, const char *path,
                         struct veto_programme *programme);

static void decode_branch(struct decoder *decoder, const struct node *node, const char *key,
                          const char *path, struct veto_programme *programme) {
    const struct node *items = node_get(node, key);
    if (items)
        decode_items(decoder, items, arena_printf(decoder->arena, "%s.%s", path, key), programme);
}

/* Whether a `when` has a key that goes with it but for a slip, which is reported. */
static bool has_slip(const struct node *node) {
    for (size_t i = 0; i < node->pair_count; i++) {
        const char *key = node->pairs[i].key->text;
        if (strcmp(key, "when") != 0 && strcmp(key, "else") != 0 &&
            text_distance(key, "then", 2) <= 2)
            return true;
    }
    return false;
}

static void decode_when(struct decoder *decoder, const struct node *when, struct veto_item *item) {
    if (!decode_expect(decoder, when, NODE_MAPPING, "when"))
        return;
    if (when->pair_count == 0 && !when->cut_short)
        diagnose(decoder->list, when->at, "a 'when' needs a condition, as in {DRAFT: vetoed}");
    item->condition_count = when->pair_count;
    item->conditions = arena_array(decoder->arena, struct veto_condition, when->pair_count + 1);
    for (size_t i = 0; i < when->pair_count; i++)
        decode_condition(decoder, &when->pairs[i], &item->conditions[i]);
}

static void decode_branches(struct decoder *decoder, const struct node *whole,
                            struct veto_item *item) {
    struct programme_check *check = decoder->known->check;
    if (!node_get(whole, "then") && !has_slip(whole) && !whole->cut_short)
        diagnose(decoder->list, whole->at, "'then' is missing: what happens when this holds");
    uint32_t before = check->surely;
    decode_branch(decoder, whole, "then", item->path, &item->then);
    uint32_t after = check->surely;
    check->surely = before;
    decode_branch(decoder, whole, "else", item->path, &item->otherwise);
    check->surely &= after;
}

/* A condition on a vote that comes only later never holds: the items are in the wrong order. */
static void check_early(struct decoder *decoder) {
    const struct programme_check *check = decoder->known->check;
    for (size_t i = 0; i < check->count && !check->unsure; i++) {
        const struct early *early = &check->early[i];
        if (!in_drafts(check->voted, early->draft))
            continue;
        diagnose(decoder->list, early->key->at, "the vote on '%s' comes only after this 'when'",
                 early->key->text);
        diagnose_hint(decoder->list, "move the 'when' behind the vote");
    }
}

/* ---- items ---- */

/* The keys of an item: first those that need no meeting. One of them names its kind; a `when` has
 * `then` and `else` beside it. */
static const struct field item_fields[] = {
    {"statement", FIELD_OTHER, .nest = NEST_ONE, .of = &statement_record, .about = "what is said"},
    {"event", FIELD_OTHER, .nest = NEST_ONE, .of = &event_record, .about = "what happens"},
    {"withdraw", FIELD_OTHER, .nest = NEST_ONE, .of = &withdraw_record,
     .about = "a sponsor withdraws a draft (Rule 35)"},
    {"revive", FIELD_OTHER, .nest = NEST_ONE, .of = &revive_record,
     .about = "who seconded it requires a vote all the same (Rule 35)"},
    {"vote", FIELD_DRAFT, .about = "a vote on a draft"},
    {"without_vote", FIELD_DRAFT, .about = "a draft that is adopted without a vote"},
    {"objection", FIELD_OTHER, .nest = NEST_ONE, .of = &objection_record,
     .about = "a sponsor objects to a separate vote (Rule 32)"},
    {"when", FIELD_OTHER, .json = JSON_OBJECT, .about = "outcomes of drafts"},
    {"then", FIELD_OTHER, .nest = NEST_LIST, .of = &item_record,
     .about = "what happens where they are so"},
    {"else", FIELD_OTHER, .nest = NEST_LIST, .of = &item_record, .about = "and where they are not"},
};

enum { EARLY = 4 }; /* so many need no meeting */

const struct record item_record = RECORD("programme.ITEM", item_fields);
const struct record early_record = {"beforehand.ITEM", item_fields, EARLY};

static const struct item_kind {
    const char *key;
    enum veto_item_kind kind;
    bool early; /* needs no meeting */
    void (*decode)(struct decoder *decoder, const struct node *node, struct veto_item *item);
} item_kinds[] = {
    {"statement", VETO_ITEM_STATEMENT, true, decode_statement},
    {"event", VETO_ITEM_EVENT, true, decode_event},
    {"vote", VETO_ITEM_VOTE, false, decode_put},
    {"without_vote", VETO_ITEM_WITHOUT_VOTE, false, decode_put},
    {"withdraw", VETO_ITEM_WITHDRAW, true, decode_withdraw},
    {"revive", VETO_ITEM_REVIVE, true, decode_revive},
    {"objection", VETO_ITEM_OBJECTION, false, decode_objection},
    {"when", VETO_ITEM_WHEN, false, decode_when},
};

enum { ITEM_KINDS = sizeof item_kinds / sizeof *item_kinds };

static void report_no_kind(struct decoder *decoder, const struct node *node) {
    const struct programme_check *check = decoder->known->check;
    const char *keys[ITEM_KINDS + 1] = {0};
    for (size_t i = 0, count = 0; i < ITEM_KINDS; i++)
        if (item_kinds[i].early || !check->beforehand)
            keys[count++] = item_kinds[i].key;
    diagnose(decoder->list, node->pair_count ? node->pairs[0].key->at : node->at,
             "this is no item of %s", check->whole);
    if (node->pair_count)
        diagnose_nearest(decoder->list, node->pairs[0].key->text, keys);
    if (!diagnose_hinted(decoder->list))
        diagnose_hint(decoder->list, "an item is a %s", hint_join(decoder, keys));
}

/* An item is one key and its value; a `when` has `then` and `else` beside it. */
static void check_item_keys(struct decoder *decoder, const struct node *node, const char *kind) {
    bool branch = strcmp(kind, "when") == 0;
    for (size_t i = 0; i < node->pair_count; i++) {
        const struct node *key = node->pairs[i].key;
        if (strcmp(key->text, kind) == 0 ||
            (branch && (strcmp(key->text, "then") == 0 || strcmp(key->text, "else") == 0)))
            continue;
        diagnose(decoder->list, key->at, "'%s' does not go with '%s'", key->text, kind);
        diagnose_hint(decoder->list, branch ? "a 'when' has 'then' and 'else' beside it"
                                            : "start a new item with '- ', or indent it");
    }
}

static void report_too_early(struct decoder *decoder, const struct node *key, const char *what) {
    diagnose(decoder->list, key->at, "%s belongs to the meeting, and this is before it", what);
    diagnose_hint(decoder->list, "move the item to 'programme'");
}

/* Before the meeting there are only words, and drafts that are withdrawn and revived. */
static void decode_kind(struct decoder *decoder, const struct node *node,
                        const struct item_kind *kind, struct veto_item *item) {
    bool beforehand = decoder->known->check->beforehand;
    const struct pair *pair = node_pair(node, kind->key);
    if (beforehand && !kind->early) {
        report_too_early(decoder, pair->key, arena_printf(decoder->scratch, "'%s'", kind->key));
        return;
    }
    check_item_keys(decoder, node, kind->key);
    item->kind = kind->kind;
    kind->decode(decoder, pair->value, item);
    if (kind->kind == VETO_ITEM_WHEN)
        decode_branches(decoder, node, item);
    if (beforehand && item->explains_vote)
        report_too_early(decoder, node_get(pair->value, "explains_vote"), "an explanation of vote");
}

static void decode_item(struct decoder *decoder, const struct node *node, struct veto_item *item) {
    bool mapping = decode_expect(decoder, node, NODE_MAPPING, decoder->known->check->item);
    const struct item_kind *kind = NULL;
    for (size_t i = 0; mapping && !kind && i < ITEM_KINDS; i++)
        kind = node_get(node, item_kinds[i].key) ? &item_kinds[i] : NULL;
    if (kind)
        decode_kind(decoder, node, kind, item);
    else
        decoder->known->check->unsure = true;
    if (mapping && !kind && !node->cut_short)
        report_no_kind(decoder, node);
}

static void decode_items(struct decoder *decoder, const struct node *node, const char *path,
                         struct veto_programme *programme) {
    if (!decode_expect(decoder, node, NODE_SEQUENCE, path))
        return;
    programme->items = arena_array(decoder->arena, struct veto_item, node->count + 1);
    programme->count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        struct veto_item *item = &programme->items[i];
        item->path = arena_printf(decoder->arena, "%s.%zu", path, i);
        item->draft = VETO_NONE;
        item->speaker.member = item->speaker.speaks_for = VETO_NONE;
        decode_item(decoder, node->items[i], item);
    }
    check_votes(decoder, node, programme);
}

void decode_programme(struct decoder *decoder, const struct node *node, void *target) {
    (void)target;
    struct programme_check check = {.whole = "the programme", .item = "an item of the programme"};
    decoder->known->check = &check;
    decode_items(decoder, node, "programme", &decoder->known->scenario->programme);
    check_early(decoder);
    decoder->known->check = NULL;
}

void decode_beforehand(struct decoder *decoder, const struct node *node, void *target) {
    (void)target;
    struct programme_check check = {
        .whole = "beforehand", .item = "an item of beforehand", .beforehand = true};
    decoder->known->check = &check;
    decode_items(decoder, node, "beforehand", &decoder->known->scenario->beforehand);
    decoder->known->check = NULL;
}
