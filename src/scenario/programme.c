/* The meeting in order: statements, events, votes and branches; sources; questions for the class.
 */
#include <string.h>

#include "scenario/schema.h"

const char *const outcome_words[] = {
    [VETO_ADOPTED] = "adopted",
    [VETO_VETOED] = "vetoed",
    [VETO_FAILED] = "failed",
    [VETO_NOT_PUT] = "not_put",
    NULL,
};

const char *const quoting_words[] = {
    [VETO_PARAPHRASE] = "paraphrase",
    [VETO_QUOTATION] = "quotation",
    NULL,
};

/* A condition that asks for the outcome of a draft before any vote on it. */
struct early {
    const struct node *key;
    int draft;
};

/* What the programme has come to, to find votes and conditions in the wrong order. */
struct programme_check {
    uint64_t voted; /* drafts with a vote so far, as a set */
    struct early *early;
    size_t count, capacity;
};

/* ---- sources ---- */

#define AT(member) offsetof(struct veto_reference, member)

static const struct field reference_fields[] = {
    {"title", FIELD_TEXT, true, AT(title), .example = "Record of the 7785th meeting",
     .about = "what it is called"},
    {"publisher", FIELD_TEXT, .offset = AT(publisher), .example = "United Nations",
     .about = "who published it"},
    {"date", FIELD_TEXT, .offset = AT(date), .example = "2016-10-08", .about = "when"},
    {"url", FIELD_TEXT, .offset = AT(url), .example = "https://undocs.org/S/PV.7785",
     .about = "where to find it"},
    {"note", FIELD_TEXT, .offset = AT(note), .example = "press report before the vote",
     .about = "what else a reader should know"},
};

const struct record reference_record = RECORD("sources.NAME", reference_fields);

void decode_sources(struct decoder *decoder, const struct node *node, void *target) {
    (void)target;
    if (!decode_expect(decoder, node, NODE_MAPPING, "sources"))
        return;
    size_t count = node->pair_count;
    decoder->references = arena_array(decoder->arena, struct veto_reference, count + 1);
    decoder->scenario->references = decoder->references;
    decoder->scenario->reference_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct pair *pair = &node->pairs[i];
        decode_id(decoder, pair->key, "a source");
        decoder->references[i].id = arena_copy(decoder->arena, pair->key->text, pair->key->length);
        decode_record(decoder, pair->value, &reference_record, &decoder->references[i]);
    }
}

static void report_no_source(struct decoder *decoder, const struct node *node) {
    const struct veto_scenario *scenario = decoder->scenario;
    struct diagnostic *entry =
        diagnose(decoder->list, node->at, "there is no source '%s'", node->text);
    if (diagnostics_full(decoder->list))
        return;
    const char **ids = arena_array(decoder->scratch, const char *, scenario->reference_count + 1);
    for (size_t i = 0; i < scenario->reference_count; i++)
        ids[i] = scenario->references[i].id;
    diagnose_nearest(decoder->list, entry, node->text, ids);
    if (!entry->hint)
        diagnose_hint(decoder->list, entry, "add it under 'sources'");
}

static void decode_source(struct decoder *decoder, const struct node *node, void *target) {
    const struct veto_scenario *scenario = decoder->scenario;
    const struct veto_reference **source = target;
    if (node->kind != NODE_SCALAR || node_is_null(node)) {
        diagnose(decoder->list, node->at, "the name of a source belongs here, not %s",
                 node_kind_name(node));
        return;
    }
    for (size_t i = 0; i < scenario->reference_count && !*source; i++)
        if (strcmp(scenario->references[i].id, node->text) == 0)
            *source = &scenario->references[i];
    if (!*source && !decoder->cut_short)
        report_no_source(decoder, node);
}

/* ---- statements and events ---- */

static void decode_shifts_of(struct decoder *decoder, const struct pair *pair,
                             struct veto_item *item) {
    struct veto_shift shift;
    if (!decode_draft(decoder, pair->key, &shift.draft) ||
        !decode_expect(decoder, pair->value, NODE_MAPPING, pair->key->text))
        return;
    for (size_t i = 0; i < pair->value->pair_count; i++) {
        const struct pair *amount = &pair->value->pairs[i];
        if (!decode_member(decoder, amount->key, &shift.member) ||
            !decode_number(decoder, amount->value, amount->key->text, -2, 2, &shift.amount))
            continue;
        item->shifts[item->shift_count++] = shift;
    }
}

static void decode_moves(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_item *item = target;
    size_t most = 0;
    if (!decode_expect(decoder, node, NODE_MAPPING, "moves"))
        return;
    for (size_t i = 0; i < node->pair_count; i++)
        if (node->pairs[i].value->kind == NODE_MAPPING)
            most += node->pairs[i].value->pair_count;
    item->shifts = arena_array(decoder->arena, struct veto_shift, most);
    for (size_t i = 0; i < node->pair_count; i++)
        decode_shifts_of(decoder, &node->pairs[i], item);
}

static void decode_by(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_speaker *speaker = target;
    if (decode_state(decoder, node, &speaker->member, &speaker->name))
        speaker->speaks_for = speaker->member;
}

static void decode_for(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_speaker *speaker = target;
    int member = VETO_NONE;
    if (!decode_member(decoder, node, &member))
        return;
    if (speaker->member != VETO_NONE && speaker->member != member)
        diagnose(decoder->list, node->at, "a member speaks for itself: 'for' goes with a person");
    speaker->speaks_for = member;
}

static void decode_position(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_item *item = target;
    item->has_position = decode_number(decoder, node, "position", -1, 1, &item->position);
}

#undef AT
#define AT(member) offsetof(struct veto_item, member)

static const struct field statement_fields[] = {
    {"by", FIELD_OTHER, true, AT(speaker), .decode = decode_by,
     .shape = "code of a member, or a name", .example = "FRA",
     .about = "who speaks: a member, another state or a person"},
    {"role", FIELD_TEXT, .offset = AT(speaker.role), .example = "Foreign Minister of France",
     .about = "what the speaker is"},
    {"for", FIELD_OTHER, .offset = AT(speaker), .decode = decode_for, .shape = "code of a member",
     .fallback = "`by`, where that is a member", .example = "FRA",
     .about = "the member for which a person speaks"},
    {"on", FIELD_DRAFT, .offset = AT(draft), .example = "french",
     .about = "the draft it is about; others listen to a statement on a draft"},
    {"text", FIELD_PROSE, true, AT(text), .example = "\"Do you want a cease-fire?\"",
     .about = "what is said"},
    {"quoting", FIELD_WORD, .offset = AT(quoting), .words = quoting_words, .fallback = "paraphrase",
     .example = "quotation", .about = "whether these are the speaker's own words"},
    {"source", FIELD_OTHER, .offset = AT(source), .decode = decode_source,
     .shape = "name of a source", .example = "press",
     .about = "where it comes from; a quotation needs one"},
    {"position", FIELD_OTHER, .decode = decode_position, .shape = "number, -1 to 1",
     .fallback = "the leaning of the member it speaks for", .example = "0.9",
     .about = "what it argues for"},
    {"moves", FIELD_OTHER, .decode = decode_moves,
     .shape = "mapping of draft to code to number, -2 to 2", .example = "{french: {EGY: 0.1}}",
     .about = "by how much it moves leanings besides"},
};

const struct record statement_record = RECORD("programme.statement", statement_fields);

static const struct field event_fields[] = {
    {"text", FIELD_PROSE, true, AT(text), .example = "\"The cease-fire breaks down.\"",
     .about = "what happens"},
    {"source", FIELD_OTHER, .offset = AT(source), .decode = decode_source,
     .shape = "name of a source", .example = "press", .about = "where it comes from"},
    {"moves", FIELD_OTHER, .decode = decode_moves,
     .shape = "mapping of draft to code to number, -2 to 2", .example = "{french: {EGY: -0.1}}",
     .about = "by how much it moves leanings"},
};

const struct record event_record = RECORD("programme.event", event_fields);

static void decode_statement(struct decoder *decoder, const struct node *whole,
                             struct veto_item *item) {
    const struct node *node = node_get(whole, "statement");
    if (!decode_record(decoder, node, &statement_record, item))
        return;
    if (item->quoting == VETO_QUOTATION && !node_get(node, "source") && !node->cut_short) {
        struct diagnostic *entry =
            diagnose(decoder->list, node_get(node, "quoting")->at, "a quotation needs a 'source'");
        diagnose_hint(decoder->list, entry, "or say in other words what was meant: paraphrase");
    }
}

static void decode_event(struct decoder *decoder, const struct node *whole,
                         struct veto_item *item) {
    decode_record(decoder, node_get(whole, "event"), &event_record, item);
}

/* ---- votes ---- */

static void decode_vote(struct decoder *decoder, const struct node *whole, struct veto_item *item) {
    if (decode_draft(decoder, node_get(whole, "vote"), &item->draft))
        decoder->check->voted |= (uint64_t)1 << item->draft;
}

/* Two votes on one draft in one list can never both be taken. */
static void check_votes(struct decoder *decoder, const struct node *list,
                        const struct veto_programme *programme) {
    const struct node *first[VETO_MAX_DRAFTS] = {0};
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        if (item->kind != VETO_ITEM_VOTE || item->draft == VETO_NONE)
            continue;
        const struct node *vote = node_get(list->items[i], "vote");
        if (first[item->draft]) {
            struct diagnostic *entry =
                diagnose(decoder->list, vote->at, "'%s' is voted on twice", vote->text);
            diagnose_other(entry, first[item->draft]->at, "the first vote is here");
        }
        first[item->draft] = vote;
    }
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
    struct programme_check *check = decoder->check;
    condition->draft = 0;
    decode_outcomes(decoder, pair, &condition->outcomes);
    if (!decode_draft(decoder, pair->key, &condition->draft))
        return;
    if (check->voted >> condition->draft & 1)
        return;
    arena_push(decoder->scratch, check->early, check->count, check->capacity);
    check->early[check->count++] = (struct early){pair->key, condition->draft};
}

static void decode_items(struct decoder *decoder, const struct node *node, const char *path,
                         struct veto_programme *programme);

static void decode_branch(struct decoder *decoder, const struct node *node, const char *key,
                          const char *path, struct veto_programme *programme) {
    const struct node *items = node_get(node, key);
    if (items)
        decode_items(decoder, items, arena_printf(decoder->arena, "%s.%s", path, key), programme);
}

static void decode_when(struct decoder *decoder, const struct node *whole, struct veto_item *item) {
    const struct node *when = node_get(whole, "when");
    if (decode_expect(decoder, when, NODE_MAPPING, "when")) {
        if (when->pair_count == 0 && !when->cut_short)
            diagnose(decoder->list, when->at, "a 'when' needs a condition, as in {DRAFT: vetoed}");
        item->condition_count = when->pair_count;
        item->conditions = arena_array(decoder->arena, struct veto_condition, when->pair_count + 1);
        for (size_t i = 0; i < when->pair_count; i++)
            decode_condition(decoder, &when->pairs[i], &item->conditions[i]);
    }
    if (!node_get(whole, "then") && !whole->cut_short)
        diagnose(decoder->list, whole->at, "'then' is missing: what happens when this holds");
    decode_branch(decoder, whole, "then", item->path, &item->then);
    decode_branch(decoder, whole, "else", item->path, &item->otherwise);
}

/* A condition on a vote that comes only later never holds: the items are in the wrong order. */
static void check_early(struct decoder *decoder) {
    const struct programme_check *check = decoder->check;
    for (size_t i = 0; i < check->count; i++) {
        const struct early *early = &check->early[i];
        if (!(check->voted >> early->draft & 1))
            continue;
        struct diagnostic *entry =
            diagnose(decoder->list, early->key->at, "the vote on '%s' comes only after this 'when'",
                     early->key->text);
        diagnose_hint(decoder->list, entry, "move the 'when' behind the vote");
    }
}

/* ---- items ---- */

/* Each kind of item by the key that names it. `decode` gets the item as a whole. */
static const struct item_kind {
    const char *key;
    enum veto_item_kind kind;
    void (*decode)(struct decoder *decoder, const struct node *whole, struct veto_item *item);
} item_kinds[] = {
    {"statement", VETO_ITEM_STATEMENT, decode_statement},
    {"event", VETO_ITEM_EVENT, decode_event},
    {"vote", VETO_ITEM_VOTE, decode_vote},
    {"when", VETO_ITEM_WHEN, decode_when},
};

enum { ITEM_KINDS = sizeof item_kinds / sizeof *item_kinds };

static const struct item_kind *kind_of_item(const struct node *node) {
    for (size_t i = 0; i < ITEM_KINDS; i++)
        if (node_get(node, item_kinds[i].key))
            return &item_kinds[i];
    return NULL;
}

static void report_no_kind(struct decoder *decoder, const struct node *node) {
    const char *keys[ITEM_KINDS + 1] = {0};
    for (size_t i = 0; i < ITEM_KINDS; i++)
        keys[i] = item_kinds[i].key;
    struct diagnostic *entry =
        diagnose(decoder->list, node->pair_count ? node->pairs[0].key->at : node->at,
                 "an item of the programme is a statement, an event, a vote or a when");
    if (node->pair_count)
        diagnose_nearest(decoder->list, entry, node->pairs[0].key->text, keys);
}

/* An item is one key and its value; a `when` has `then` and `else` beside it. */
static void check_item_keys(struct decoder *decoder, const struct node *node, const char *kind) {
    bool branch = strcmp(kind, "when") == 0;
    for (size_t i = 0; i < node->pair_count; i++) {
        const struct node *key = node->pairs[i].key;
        if (strcmp(key->text, kind) == 0 ||
            (branch && (strcmp(key->text, "then") == 0 || strcmp(key->text, "else") == 0)))
            continue;
        struct diagnostic *entry =
            diagnose(decoder->list, key->at, "'%s' does not go with '%s'", key->text, kind);
        diagnose_hint(decoder->list, entry,
                      branch ? "a 'when' has 'then' and 'else' beside it"
                             : "start a new item with '- ', or indent it");
    }
}

static void decode_item(struct decoder *decoder, const struct node *node, struct veto_item *item) {
    if (!decode_expect(decoder, node, NODE_MAPPING, "an item of the programme"))
        return;
    const struct item_kind *kind = kind_of_item(node);
    if (kind) {
        check_item_keys(decoder, node, kind->key);
        item->kind = kind->kind;
        kind->decode(decoder, node, item);
    } else if (!node->cut_short) {
        report_no_kind(decoder, node);
    }
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
    struct programme_check check = {0};
    decoder->check = &check;
    decode_items(decoder, node, "programme", &decoder->scenario->programme);
    check_early(decoder);
    decoder->check = NULL;
}

void default_programme(struct decoder *decoder) {
    struct veto_scenario *scenario = decoder->scenario;
    scenario->programme.items =
        arena_array(decoder->arena, struct veto_item, scenario->draft_count + 1);
    scenario->programme.count = scenario->draft_count;
    for (size_t i = 0; i < scenario->draft_count; i++) {
        scenario->programme.items[i] = (struct veto_item){
            .kind = VETO_ITEM_VOTE,
            .path = arena_printf(decoder->arena, "programme.%zu", i),
            .draft = (int)i,
            .speaker = {.member = VETO_NONE, .speaks_for = VETO_NONE},
        };
    }
}

/* ---- questions ---- */

#undef AT
#define AT(member) offsetof(struct veto_class_question, member)

static const struct field question_fields[] = {
    {"before", FIELD_DRAFT, .offset = AT(draft), .fallback = "asked at the end",
     .example = "french", .about = "the draft before whose vote it is asked"},
    {"ask", FIELD_PROSE, true, AT(ask), .example = "\"Who could stop this draft?\"",
     .about = "the question"},
};

const struct record question_record = RECORD("questions", question_fields);

void decode_questions(struct decoder *decoder, const struct node *node, void *target) {
    (void)target;
    if (!decode_expect(decoder, node, NODE_SEQUENCE, "questions"))
        return;
    struct veto_class_question *questions =
        arena_array(decoder->arena, struct veto_class_question, node->count + 1);
    decoder->scenario->questions = questions;
    decoder->scenario->question_count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        questions[i].draft = VETO_NONE;
        decode_record(decoder, node->items[i], &question_record, &questions[i]);
    }
}
