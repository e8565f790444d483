/* What is voted on: drafts, what they say about ballots beforehand, and the votes on record. */
#include <string.h>

#include "base/text.h"
#include "scenario/schema.h"

static const char *const basis_words[] = {
    [VETO_UNDER_OTHER] = "other",
    [VETO_UNDER_CHAPTER_VI] = "chapter_vi",
    [VETO_UNDER_ARTICLE_52_3] = "article_52_3",
    [VETO_UNDER_CHAPTER_VII] = "chapter_vii",
    NULL,
};

static const char *const matter_words[] = {
    [VETO_ON_PEACE] = "peace",
    [VETO_ON_MEMBERSHIP] = "membership",
    [VETO_ON_APPOINTMENT] = "appointment",
    [VETO_ON_ASSEMBLY] = "assembly",
    NULL,
};

/* ---- leanings ---- */

static void decode_leanings(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_draft *draft = target;
    decode_numbers(decoder, node, -1, 1, draft->leanings);
}

/* ---- ballots given beforehand ---- */

#define JSON_BALLOT  "{\"enum\": [\"yes\", \"no\", \"abstain\", \"not_participating\", \"absent\"]}"
#define JSON_CHANCES "{\"$ref\": \"#/$defs/drafts.NAME.ballots.CODE\"}"

static void decode_chances(struct decoder *decoder, const struct node *node,
                           struct veto_preset_ballot *preset) {
    size_t errors = decoder->list->errors;
    preset->kind = VETO_CHANCES;
    decode_record(decoder, node, &chances_record, preset->chance);
    double sum = preset->chance[0] + preset->chance[1] + preset->chance[2];
    if (decoder->list->errors > errors || node->cut_short)
        return;
    if (sum < 1 - 1e-9 || sum > 1 + 1e-9)
        diagnose(decoder->list, node->at, "the probabilities add up to %g, not to 1", sum);
}

static void decode_ballots(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_draft *draft = target;
    for (const struct pair *pair = NULL; (pair = decode_next(decoder, node, pair));) {
        struct veto_preset_ballot preset = {.kind = VETO_BY_MODEL};
        unsigned ballot;
        int member;
        if (pair->value->kind == NODE_MAPPING)
            decode_chances(decoder, pair->value, &preset);
        else if (decode_word(decoder, pair->value, pair->key->text, ballot_words, &ballot))
            preset = (struct veto_preset_ballot){.kind = VETO_FIXED, .ballot = ballot};
        if (decode_member(decoder, pair->key, &member))
            draft->ballots[member] = preset;
    }
}

/* ---- sponsors ---- */

static void decode_sponsors(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_draft *draft = target;
    const char **others = arena_array(decoder->arena, const char *, node->count + 1);
    draft->other_sponsors = others;
    for (size_t i = 0; i < node->count; i++) {
        int member;
        const char *name;
        if (!decode_state(decoder, node->items[i], &member, &name))
            continue;
        if (member != VETO_NONE && veto_set_has(draft->sponsors, (unsigned)member))
            diagnose(decoder->list, node->items[i]->at, "'%s' stands twice in this list",
                     node->items[i]->text);
        if (member != VETO_NONE)
            draft->sponsors |= veto_set_of((unsigned)member);
        else if (name)
            others[draft->other_sponsor_count++] = name;
    }
}

/* ---- what a draft is to another ---- */

/* The key says what. */
static void decode_bearing(struct decoder *decoder, const struct node *node,
                           const struct field *field, void *target) {
    struct veto_draft *draft = target;
    int upon;
    if (!decode_draft(decoder, node, &upon)) {
        decoder->known->faulty_drafts |= (uint32_t)1 << (draft - decoder->known->drafts);
        return;
    }
    if (draft->bearing != VETO_PRINCIPAL) {
        diagnose(decoder->list, node->at, "'%s' does not go with '%s'", field->key,
                 veto_bearing_word(draft->bearing));
        return;
    }
    draft->bearing = VETO_PRELIMINARY;
    while (strcmp(veto_bearing_word(draft->bearing), field->key) != 0)
        draft->bearing++;
    draft->upon = upon;
}

static const struct field_type field_bearing = {decode_bearing, "name of a draft", JSON_TEXT};

static void decode_changes(struct decoder *decoder, const struct node *node, void *target) {
    const double **changes = target;
    double *numbers =
        arena_array(decoder->arena, double, decoder->known->scenario->members_count + 1);
    decode_numbers(decoder, node, -2, 2, numbers);
    *changes = numbers;
}

/* Said once for all drafts of a circle, at the first of them. */
static void check_circle(struct decoder *decoder, const struct pair *pair, int index) {
    const struct veto_draft *draft = &decoder->known->drafts[index];
    int at = index;
    do {
        if (decoder->known->drafts[at].bearing == VETO_PRINCIPAL || at < index)
            return;
        at = decoder->known->drafts[at].upon;
    } while (at != index);
    diagnose(decoder->list, node_get(pair->value, veto_bearing_word(draft->bearing))->at,
             "'%s' would be voted on before itself", draft->id);
}

/* Two questions about one draft could be answered both ways. */
static void check_alone(struct decoder *decoder, const struct node *drafts, int index) {
    const struct veto_draft *draft = &decoder->known->drafts[index];
    for (int i = 0; i < index && draft->bearing == VETO_PRELIMINARY; i++) {
        const struct veto_draft *other = &decoder->known->drafts[i];
        if (other->bearing != VETO_PRELIMINARY || other->upon != draft->upon)
            continue;
        diagnose(decoder->list, node_get(drafts->pairs[index].value, "decides")->at,
                 "'%s' decides the question of '%s' already", other->id,
                 decoder->known->drafts[draft->upon].id);
        diagnose_other(decoder->list, drafts->pairs[i].key->at, "it is here");
        return;
    }
}

/* Keys that say something of amendments or parts alone, or nothing of them. */
static void check_keys(struct decoder *decoder, const struct node *node) {
    enum { AMENDMENT = 1 << VETO_AMENDMENT, PART = 1 << VETO_PART };
    static const struct {
        const char *key;
        unsigned bearings; /* that it goes with */
        const char *why;
    } keys[] = {
        {"removed", AMENDMENT, "'removed' goes with 'amends'"},
        {"changes", AMENDMENT | PART, "'changes' goes with 'amends' or 'part_of'"},
        {"question", ~(unsigned)(AMENDMENT | PART),
         "an amendment or a part is voted on as the whole is: 'question' belongs there"},
    };
    unsigned bearings = 0; /* as written, right or wrong */
    for (int i = VETO_PRINCIPAL + 1; i < VETO_BEARINGS; i++)
        for (size_t j = 0; j < node->pair_count; j++)
            if (text_distance(node->pairs[j].key->text, veto_bearing_word((enum veto_bearing)i),
                              2) <= 2)
                bearings |= 1u << i;
    bearings = bearings ? bearings : 1u << VETO_PRINCIPAL;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct node *value = node_get(node, keys[i].key);
        if (value && !(keys[i].bearings & bearings))
            diagnose(decoder->list, value->at, "%s", keys[i].why);
    }
}

/* ---- drafts ---- */

#define AT(member) offsetof(struct veto_draft, member)

static const struct field draft_fields[] = {
    {"title", FIELD_TEXT, true, AT(title), .example = "Cessation of aerial bombardment",
     .about = "what it is about"},
    {"symbol", FIELD_TEXT, .offset = AT(symbol), .example = "S/2016/846",
     .about = "its document symbol"},
    {"about", FIELD_PROSE, .offset = AT(about), .example = "\"It demands an end to flights.\"",
     .about = "what it asks for"},
    {"result", FIELD_TEXT, .offset = AT(result), .example = "S/RES/2334 (2016)",
     .about = "the resolution that it became, where it was adopted"},
    {"sponsors", FIELD_LIST, .decode = decode_sponsors, .json = JSON_TEXTS,
     .shape = "list of codes or names", .example = "[FRA, ESP, Qatar]",
     .about = "who submitted it; `others` at the end where there were more"},
    {"decides", &field_bearing, .example = "russian",
     .about = "it is the preliminary question whether that draft is procedural: adopted, it is"},
    {"amends", &field_bearing, .example = "russian",
     .about = "it amends that draft, and is voted on before it (Rule 36)"},
    {"part_of", &field_bearing, .example = "russian",
     .about = "it is a part of that draft, voted on separately before the whole (Rule 32)"},
    {"removed", FIELD_COUNT, .offset = AT(removed), .high = 1000, .fallback = "0", .example = "2",
     .about = "an amendment's distance in substance: the furthest removed comes first (Rule 36)"},
    {"changes", FIELD_MAPPING, .offset = AT(changes), .decode = decode_changes,
     .json = JSON_NUMBERS("-2", "2"), .shape = "mapping of code or `default` to number, -2 to 2",
     .fallback = "0", .example = "{default: 0.2, RUS: 0.5}",
     .about = "by how much leanings on that draft move, when the amendment is adopted or the part "
              "is not"},
    {"seconded_by", FIELD_SET, .offset = AT(seconders), .example = "[ESP]",
     .about = "who may require a vote on it once it is withdrawn (Rule 35)"},
    {"parties", FIELD_SET, .offset = AT(parties), .example = "[RUS, UKR]",
     .about = "the members that are parties to the dispute (Article 27 (3))"},
    {"under", FIELD_WORD, .offset = AT(basis), .words = basis_words, .fallback = "other",
     .example = "chapter_vi",
     .about = "under what the Council would decide: a party to the dispute shall abstain under "
              "Chapter VI and Article 52 (3)"},
    {"matter", FIELD_WORD, .offset = AT(matter), .words = matter_words, .fallback = "peace",
     .example = "membership",
     .about = "what the decision is on, which tells what may follow its veto: peace and security, "
              "membership (Articles 4 to 6), an appointment (Article 97), or to have the General "
              "Assembly take the matter up"},
    {"question", FIELD_WORD, .offset = AT(question), .words = question_words,
     .fallback = "substantive", .example = "procedural",
     .about = "whether a vote against can be a veto (Article 27)"},
    {"put", FIELD_FLAG, .offset = AT(put), .fallback = "true", .example = "false",
     .about = "whether it comes to a vote when the programme reaches it"},
    {"not_put", FIELD_TEXT, .offset = AT(not_put), .example = "its sponsor withdrew it",
     .about = "why it did not come to a vote: a clause"},
    {"leanings", FIELD_MAPPING, .decode = decode_leanings, .json = JSON_NUMBERS("-1", "1"),
     .shape = "mapping of code or `default` to number, -1 to 1", .fallback = "0",
     .example = "{default: 0.7, RUS: -1}", .about = "who is how far in favour, before the debate"},
    {"ballots", FIELD_MAPPING, .decode = decode_ballots,
     .json = JSON_MAP(JSON_EITHER(JSON_BALLOT, JSON_CHANCES)),
     .shape = "mapping of code to ballot or to its probabilities", .fallback = "by the model",
     .example = "{RUS: absent, CHN: {no: 0.4, abstain: 0.6}}",
     .about = "ballots that the model is not asked for"},
    {"kinds", FIELD_MAPPING, .decode = decode_kinds, .nest = NEST_MAP, .of = &kind_record,
     .shape = "mapping of name to kind",
     .example =
         "{alone: {name: the United States alone against, members: {default: yes, USA: no}}}",
     .about = "in place of `leanings`: what sort of draft it may be, at most 64 kinds, of which it "
              "is one"},
    {"given", FIELD_MAPPING, .decode = decode_given, .json = JSON_MAP(JSON_CAST),
     .shape = "mapping of code to yes, no or abstain", .example = "{USA: no}",
     .about = "ballots that are known, and say which kind it is"},
};

const struct record draft_record = RECORD("drafts.NAME", draft_fields);

static void begin_draft(struct decoder *decoder, const struct node *key, size_t index) {
    size_t members = decoder->known->scenario->members_count + 1;
    struct veto_draft *draft = &decoder->known->drafts[index];
    draft->id = decoder->known->draft_ids[index] = decode_id(decoder, key, "a draft");
    draft->put = true;
    draft->leanings = arena_array(decoder->arena, double, members);
    draft->ballots = arena_array(decoder->arena, struct veto_preset_ballot, members);
}

void decode_drafts(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_scenario *scenario = target;
    struct known *known = decoder->known;
    size_t count = node->pair_count;
    if (count == 0 || count > VETO_MAX_DRAFTS) {
        diagnose(decoder->list, node->at, "a scenario has 1 to %d drafts, not %zu", VETO_MAX_DRAFTS,
                 count);
        count = count ? VETO_MAX_DRAFTS : 0;
    }
    known->drafts = arena_array(decoder->arena, struct veto_draft, count + 1);
    known->draft_ids = arena_array(decoder->scratch, const char *, count + 1);
    scenario->drafts = known->drafts;
    scenario->draft_count = count;
    for (size_t i = 0; i < count; i++)
        begin_draft(decoder, node->pairs[i].key, i);
    for (size_t i = 0; i < count; i++) { /* all have names by now, for one to name another */
        size_t errors = decoder->list->errors;
        if (!decode_made_by_slip(decoder, node, i, "title", "there is no draft '%s'"))
            decode_record(decoder, node->pairs[i].value, &draft_record, &known->drafts[i]);
        if (decoder->list->errors > errors)
            known->faulty_drafts |= (uint32_t)1 << i;
    }
    for (size_t i = 0; i < count; i++) {
        if (node->pairs[i].value->kind != NODE_MAPPING)
            continue;
        check_circle(decoder, &node->pairs[i], (int)i);
        check_alone(decoder, node, (int)i);
        check_keys(decoder, node->pairs[i].value);
        check_kinds(decoder, node, i);
    }
}

/* ---- the record ---- */

/* The lists of one recorded vote, and where each member's ballot stands, to find the one that
 * stands twice. */
struct roll {
    const struct node *lists[VETO_BALLOTS];
    enum veto_ballot *ballots;
    const struct node *places[VETO_MAX_MEMBERS];
};

static void keep_list(struct decoder *decoder, const struct node *node, void *target) {
    (void)decoder;
    *(const struct node **)target = node;
}

static void decode_column(struct decoder *decoder, const struct node *list, enum veto_ballot ballot,
                          struct roll *roll) {
    for (size_t i = 0; i < list->count; i++) {
        const struct node *item = list->items[i];
        int member;
        if (!decode_member(decoder, item, &member))
            continue;
        const struct node *before = roll->places[member];
        /* by another name one of them is only what somebody was taken to mean */
        if (before && strcmp(before->text, item->text) == 0) {
            diagnose(decoder->list, item->at, "'%s' has two ballots in this vote", item->text);
            diagnose_other(decoder->list, before->at, "the other one is here");
        }
        roll->places[member] = item;
        roll->ballots[member] = ballot;
    }
}

#define LIST(ballot)                                                                               \
    .offset = (ballot) * sizeof(const struct node *), .decode = keep_list, .json = JSON_CODES,     \
    .shape = "list of codes", .fallback = "[]"

static const struct field recorded_fields[] = {
    {"yes", FIELD_LIST, LIST(VETO_YES), .example = "[FRA, GBR]", .about = "in favour"},
    {"no", FIELD_LIST, LIST(VETO_NO), .example = "[RUS]", .about = "against"},
    {"abstain", FIELD_LIST, LIST(VETO_ABSTAIN), .example = "[CHN]", .about = "abstaining"},
    {"not_participating", FIELD_LIST, LIST(VETO_NOT_PARTICIPATING), .example = "[CHN]",
     .about = "present and taking no part in the vote"},
    {"absent", FIELD_LIST, LIST(VETO_ABSENT), .example = "[RUS]", .about = "not there"},
};

const struct record recorded_record = RECORD("recorded.NAME", recorded_fields);

static void check_complete(struct decoder *decoder, const struct pair *pair,
                           const struct roll *roll) {
    veto_set named = 0;
    for (unsigned i = 0; i < VETO_MAX_MEMBERS; i++)
        named |= roll->places[i] ? veto_set_of(i) : 0;
    const char *missing = decode_others(decoder, named);
    if (!missing || pair->value->cut_short)
        return;
    diagnose(decoder->list, pair->key->at, "the record of '%s' lacks the ballot of %s",
             pair->key->text, missing);
    diagnose_hint(decoder->list, "every member stands in one of the lists: see 'absent' too");
}

static void decode_recorded_vote(struct decoder *decoder, const struct pair *pair) {
    int draft;
    size_t errors = decoder->list->errors;
    struct roll roll = {.ballots = arena_array(decoder->arena, enum veto_ballot,
                                               decoder->known->scenario->members_count + 1)};
    if (!decode_draft(decoder, pair->key, &draft) ||
        !decode_record(decoder, pair->value, &recorded_record, &roll))
        return;
    for (int i = 0; i < VETO_BALLOTS; i++)
        if (roll.lists[i])
            decode_column(decoder, roll.lists[i], (enum veto_ballot)i, &roll);
    if (decoder->list->errors == errors)
        check_complete(decoder, pair, &roll);
    decoder->known->drafts[draft].recorded = roll.ballots;
    decoder->known->scenario->has_record = true;
}

void decode_recorded(struct decoder *decoder, const struct node *node, void *target) {
    (void)target;
    for (size_t i = 0; i < node->pair_count; i++)
        decode_recorded_vote(decoder, &node->pairs[i]);
}
