/* What is said and what happens: sources, statements, events, questions for the class. */
#include <stdlib.h>
#include <string.h>

#include "scenario/schema.h"

const char *const quoting_words[] = {
    [VETO_PARAPHRASE] = "paraphrase", [VETO_QUOTATION] = "quotation", NULL};

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

static int by_id(const void *a, const void *b) {
    const struct veto_reference *const *x = a, *const *y = b;
    int order = strcmp((*x)->id, (*y)->id);
    return order ? order : (*x > *y) - (*x < *y);
}

static int compare_id(const void *id, const void *entry) {
    return strcmp(id, (*(const struct veto_reference *const *)entry)->id);
}

void decode_sources(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_scenario *scenario = target;
    struct known *known = decoder->known;
    size_t count = node->pair_count;
    known->references = arena_array(decoder->arena, struct veto_reference, count + 1);
    known->sources = arena_array(decoder->scratch, const struct veto_reference *, count + 1);
    scenario->references = known->references;
    scenario->reference_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct pair *pair = &node->pairs[i];
        known->references[i].id = decode_id(decoder, pair->key, "a source");
        decode_record(decoder, pair->value, &reference_record, &known->references[i]);
        known->sources[i] = &known->references[i];
    }
    qsort(known->sources, count, sizeof *known->sources, by_id);
}

static void decode_source(struct decoder *decoder, const struct node *node, void *target) {
    const struct veto_scenario *scenario = decoder->known->scenario;
    const struct veto_reference **source = target;
    if (!decode_is_word(decoder, node, "the name of a source"))
        return;
    const struct veto_reference **found =
        scenario->reference_count
            ? bsearch(node->text, decoder->known->sources, scenario->reference_count,
                      sizeof *decoder->known->sources, compare_id)
            : NULL;
    *source = found ? *found : NULL;
    if (*source || decoder->cut_short || decoder->known->no_sources ||
        decode_plain(decoder, node) || !decode_is_news(decoder, node->text))
        return;
    diagnose(decoder->list, node->at, "there is no source '%s'", node->text);
    const char **ids = arena_array(decoder->scratch, const char *, scenario->reference_count + 1);
    for (size_t i = 0; i < scenario->reference_count; i++)
        ids[i] = scenario->references[i].id;
    diagnose_nearest(decoder->list, node->text, ids);
    if (!diagnose_hinted(decoder->list))
        diagnose_hint(decoder->list, "add it under 'sources'");
}

/* ---- statements and events ---- */

static void decode_shifts_of(struct decoder *decoder, const struct pair *pair,
                             struct veto_item *item) {
    struct veto_shift shift;
    if (!decode_draft(decoder, pair->key, &shift.draft) ||
        !decode_expect(decoder, pair->value, NODE_MAPPING, pair->key->text))
        return;
    for (const struct pair *amount = NULL; (amount = decode_next(decoder, pair->value, amount));) {
        bool known = decode_member(decoder, amount->key, &shift.member);
        if (decoder->known->drafts[shift.draft].kinds)
            diagnose(decoder->list, amount->key->at,
                     "nothing moves the chances on '%s': it has 'kinds' and no leanings",
                     pair->key->text);
        if (decode_number(decoder, amount->value, amount->key->text, -2, 2, &shift.amount) && known)
            item->shifts[item->shift_count++] = shift;
    }
}

static void decode_moves(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_item *item = target;
    size_t most = 0;
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
    {"by", FIELD_OTHER, true, AT(speaker), .decode = decode_by, .json = JSON_TEXT,
     .shape = "code of a member, or a name", .example = "FRA",
     .about = "who speaks: a member, another state or a person"},
    {"role", FIELD_TEXT, .offset = AT(speaker.role), .example = "Foreign Minister of France",
     .about = "what the speaker is"},
    {"for", FIELD_OTHER, .offset = AT(speaker), .decode = decode_for, .json = JSON_CODE,
     .shape = "code of a member", .fallback = "`by`, where that is a member", .example = "FRA",
     .about = "the member for which a person speaks"},
    {"on", FIELD_DRAFT, .offset = AT(draft), .example = "french",
     .about = "the draft it is about; others listen to a statement on a draft"},
    {"explains_vote", FIELD_FLAG, .offset = AT(explains_vote), .fallback = "false",
     .example = "true",
     .about = "whether it explains the member's vote on that draft, before the vote or after it"},
    {"announces_vote", FIELD_FLAG, .offset = AT(announces_vote), .fallback = "false",
     .example = "true",
     .about = "whether it tells a ballot or a result that is to come: no role card has it"},
    {"text", FIELD_PROSE, true, AT(text), .example = "\"Do you want a cease-fire?\"",
     .about = "what is said"},
    {"quoting", FIELD_WORD, .offset = AT(quoting), .words = quoting_words, .fallback = "paraphrase",
     .example = "quotation", .about = "whether these are the speaker's own words"},
    {"source", FIELD_OTHER, .offset = AT(source), .decode = decode_source, .json = JSON_TEXT,
     .shape = "name of a source", .example = "press",
     .about = "where it comes from; a quotation needs one"},
    {"position", FIELD_OTHER, .decode = decode_position,
     .json = "{\"type\": \"number\", \"minimum\": -1, \"maximum\": 1}", .shape = "number, -1 to 1",
     .fallback = "the leaning of the member it speaks for", .example = "0.9",
     .about = "what it argues for"},
    {"moves", FIELD_MAPPING, .decode = decode_moves, .json = JSON_MAP(JSON_NUMBERS("-2", "2")),
     .shape = "mapping of draft to code to number, -2 to 2", .example = "{french: {EGY: 0.1}}",
     .about = "by how much it moves leanings besides"},
};

const struct record statement_record = RECORD("programme.statement", statement_fields);

static const struct field event_fields[] = {
    {"text", FIELD_PROSE, true, AT(text), .example = "\"The cease-fire breaks down.\"",
     .about = "what happens"},
    {"source", FIELD_OTHER, .offset = AT(source), .decode = decode_source, .json = JSON_TEXT,
     .shape = "name of a source", .example = "press", .about = "where it comes from"},
    {"moves", FIELD_MAPPING, .decode = decode_moves, .json = JSON_MAP(JSON_NUMBERS("-2", "2")),
     .shape = "mapping of draft to code to number, -2 to 2", .example = "{french: {EGY: -0.1}}",
     .about = "by how much it moves leanings"},
};

const struct record event_record = RECORD("programme.event", event_fields);

void decode_statement(struct decoder *decoder, const struct node *node, struct veto_item *item) {
    size_t errors = decoder->list->errors;
    if (!decode_record(decoder, node, &statement_record, item) || decoder->list->errors > errors)
        return;
    if (item->quoting == VETO_QUOTATION && !node_get(node, "source") && !node->cut_short) {
        diagnose(decoder->list, node_get(node, "quoting")->at, "a quotation needs a 'source'");
        diagnose_hint(decoder->list, "or say in other words what was meant: paraphrase");
    }
    const struct node *explains = node_get(node, "explains_vote");
    bool on = node_get(node, "on") || node->cut_short;
    if (item->explains_vote && !on) {
        diagnose(decoder->list, explains->at,
                 "'explains_vote' needs 'on': the draft that is voted on");
    } else if (item->explains_vote && item->speaker.speaks_for == VETO_NONE &&
               decoder->known->seats == SEATS_KNOWN) {
        diagnose(decoder->list, explains->at, "only a member of the Council has a vote to explain");
        diagnose_hint(decoder->list, "'for' says for which member a person speaks");
    }
    if (item->has_position && !on)
        diagnose(decoder->list, node_get(node, "position")->at,
                 "'position' needs 'on': the draft for or against which it argues");
}

void decode_event(struct decoder *decoder, const struct node *node, struct veto_item *item) {
    decode_record(decoder, node, &event_record, item);
}

/* ---- questions ---- */

#undef AT
#define AT(member) offsetof(struct veto_class_question, member)

static const struct field question_fields[] = {
    {"before", FIELD_DRAFT, .offset = AT(draft), .fallback = "asked at the end",
     .example = "french", .about = "the draft before whose vote it is asked"},
    {"ask", FIELD_PROSE, true, AT(ask), .example = "\"Who could stop this draft?\"",
     .about = "the question"},
    {"safe", FIELD_FLAG, .offset = AT(safe), .fallback = "false", .example = "true",
     .about = "whether it may stand on the sheet that the class gets before the votes: it tells no "
              "ballot and no result"},
};

const struct record question_record = RECORD("questions", question_fields);

void decode_questions(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_scenario *scenario = target;
    struct veto_class_question *questions =
        arena_array(decoder->arena, struct veto_class_question, node->count + 1);
    scenario->questions = questions;
    scenario->question_count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        questions[i].draft = VETO_NONE;
        if (decode_item_of(decoder, node->items[i], "questions", "{before: french, ask: ...}"))
            decode_record(decoder, node->items[i], &question_record, &questions[i]);
    }
}
