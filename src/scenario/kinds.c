/* The kinds that a draft may be of: hidden alternatives, each with a weight and with chances of its
 * own, and what ballots that are given say about them. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "scenario/schema.h"

/* ---- chances ---- */

#define CHANCE(ballot) ((ballot) * sizeof(double))

static const struct field chance_fields[] = {
    {"yes", FIELD_NUMBER, .offset = CHANCE(VETO_YES), .high = 1, .fallback = "0", .example = "0.2",
     .about = "probability of a vote in favour"},
    {"no", FIELD_NUMBER, .offset = CHANCE(VETO_NO), .high = 1, .fallback = "0", .example = "0.5",
     .about = "probability of a vote against"},
    {"abstain", FIELD_NUMBER, .offset = CHANCE(VETO_ABSTAIN), .high = 1, .fallback = "0",
     .example = "0.3", .about = "probability of an abstention"},
};

const struct record chances_record = RECORD("drafts.NAME.ballots.CODE", chance_fields);

/* Decimals that add up to 1 may miss it in the last bits. */
static const double nearly = 1e-9;

/* ---- numbers that add up to 1 ---- */

/* False, and reported: they do not add up to 1. */
static bool make_one(struct decoder *decoder, const struct node *at, const char *what,
                     double *numbers, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += numbers[i];
    if (fabs(sum - 1) > nearly) {
        diagnose(decoder->list, at->at, "the %s add up to %.10g, not to 1", what, sum);
        return false;
    }
    for (size_t i = 0; i < count; i++)
        numbers[i] /= sum;
    return true;
}

/* ---- the chances of a member ---- */

static const char *const cast_words[] = {
    [VETO_YES] = "yes", [VETO_NO] = "no", [VETO_ABSTAIN] = "abstain", NULL};

static void decode_voter(struct decoder *decoder, const struct pair *pair, double chance[3]) {
    unsigned ballot;
    double number;
    const struct node *value = pair->value;
    if (value->kind == NODE_MAPPING) {
        size_t errors = decoder->list->errors;
        memset(chance, 0, 3 * sizeof *chance);
        decode_record(decoder, value, &chances_record, chance);
        if (decoder->list->errors == errors && !value->cut_short)
            make_one(decoder, value, "probabilities", chance, 3);
    } else if (value->kind == NODE_SCALAR && number_parse(value->text, &number)) {
        decode_refuse(decoder, value, pair->key->text,
                      "yes, no, abstain or a mapping of their chances");
        diagnose_hint(decoder->list, "as in {yes: 0.9, abstain: 0.1}");
    } else if (decode_word(decoder, value, pair->key->text, cast_words, &ballot)) {
        for (unsigned i = 0; i < 3; i++)
            chance[i] = i == ballot;
    }
}

static void decode_voters(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_kind *kind = target;
    unsigned members = decoder->known->scenario->members_count;
    double(*chance)[3] = arena_alloc(decoder->arena, (members + 1) * sizeof *chance),
    others[3] = {0};
    veto_set named = 0;
    size_t errors = decoder->list->errors;
    kind->chance = (const double(*)[3])chance;
    const struct pair *general = node_pair(node, "default");
    if (general)
        decode_voter(decoder, general, others);
    for (unsigned i = 0; i < members; i++)
        memcpy(chance[i], others, sizeof others);
    for (const struct pair *pair = NULL; (pair = decode_next(decoder, node, pair));) {
        double unknown[3];
        int member;
        if (pair == general)
            continue;
        bool known = decode_member(decoder, pair->key, &member);
        decode_voter(decoder, pair, known ? chance[member] : unknown);
        named |= known ? veto_set_of((unsigned)member) : 0;
    }
    const char *missing = decode_others(decoder, named);
    if (general || !missing || decoder->list->errors > errors || node->cut_short)
        return;
    diagnose(decoder->list, node->at, "this kind lacks the chances of %s", missing);
    diagnose_hint(decoder->list, "'default' is for whoever is not named");
}

/* ---- a kind ---- */

#define AT(member)  offsetof(struct veto_kind, member)
#define JSON_CHANCE "{\"$ref\": \"#/$defs/drafts.NAME.ballots.CODE\"}"

static const struct field kind_fields[] = {
    {"name", FIELD_TEXT, true, AT(name), .example = "the United States alone against",
     .about = "what sort of draft this would be: a phrase"},
    {"weight", FIELD_NUMBER, .offset = AT(prior), .high = 1,
     .fallback = "an equal share of what the others leave", .example = "0.45",
     .about = "the chance that the draft is of this kind; those of all kinds add up to 1"},
    {"members", FIELD_MAPPING, true, .decode = decode_voters,
     .json = JSON_MAP(JSON_EITHER(JSON_CAST, JSON_CHANCE)),
     .shape = "mapping of code or `default` to yes, no, abstain or their probabilities",
     .example = "{default: yes, USA: {no: 0.9, abstain: 0.1}}",
     .about = "how each member votes on a draft of this kind, whatever the others do"},
};

const struct record kind_record = RECORD("drafts.NAME.kinds.KIND", kind_fields);

/* Kinds without a weight share what the others leave. */
static void settle_weights(struct decoder *decoder, const struct node *node,
                           struct veto_kind *kinds) {
    size_t count = node->pair_count, without = 0;
    double *weights = arena_array(decoder->scratch, double, count), given = 0;
    for (size_t i = 0; i < count; i++) {
        weights[i] = kinds[i].prior;
        given += weights[i];
        without += !node_get(node->pairs[i].value, "weight");
    }
    for (size_t i = 0; i < count && given < 1; i++)
        if (!node_get(node->pairs[i].value, "weight"))
            weights[i] = (1 - given) / (double)without;
    if (!make_one(decoder, node, "weights", weights, count))
        return;
    for (size_t i = 0; i < count; i++)
        kinds[i].prior = kinds[i].weight = weights[i];
}

void decode_kinds(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_draft *draft = target;
    size_t errors = decoder->list->errors;
    size_t count = node->pair_count;
    if (count == 0 || count > VETO_MAX_KINDS) {
        diagnose(decoder->list, node->at, "a draft has 1 to %d kinds, not %zu", VETO_MAX_KINDS,
                 count);
        return;
    }
    struct veto_kind *kinds = arena_array(decoder->arena, struct veto_kind, count);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && decode_made_by_slip(decoder, node, i, "name", "this draft has no kind '%s'"))
            continue;
        kinds[i].id = decode_id(decoder, node->pairs[i].key, "a kind");
        decode_record(decoder, node->pairs[i].value, &kind_record, &kinds[i]);
    }
    if (decoder->list->errors > errors || node->cut_short)
        return;
    settle_weights(decoder, node, kinds);
    draft->kinds = kinds;
    draft->kind_count = count;
}

/* ---- ballots that are given ---- */

/* The chance that they are cast, and the weights of the kinds given them (Bayes). */
static double weigh(struct veto_draft *draft, const enum veto_ballot *ballots, unsigned members,
                    double *weights) {
    double sum = 0;
    for (size_t i = 0; i < draft->kind_count; i++) {
        weights[i] = draft->kinds[i].prior;
        for (unsigned member = 0; member < members; member++)
            if (veto_set_has(draft->given, member))
                weights[i] *= draft->kinds[i].chance[member][ballots[member]];
        sum += weights[i];
    }
    return sum;
}

static void narrow(struct decoder *decoder, const struct node *node, struct veto_draft *draft,
                   const enum veto_ballot *ballots) {
    static const double least = 1e-6;
    unsigned members = decoder->known->scenario->members_count;
    double *weights = arena_array(decoder->scratch, double, draft->kind_count);
    double sum = weigh(draft, ballots, members, weights);
    if (!(sum >= least)) {
        diagnose(decoder->list, node->at,
                 "by its kinds these ballots have a chance of %.2g, below one in a million: "
                 "nothing follows from them",
                 sum);
        return;
    }
    struct veto_kind *kinds = arena_twin(decoder->arena, draft->kinds, draft->kind_count);
    for (size_t i = 0; i < draft->kind_count; i++)
        kinds[i].weight = weights[i] / sum;
    draft->kinds = kinds;
    for (unsigned member = 0; member < members; member++)
        if (veto_set_has(draft->given, member))
            draft->ballots[member] =
                (struct veto_preset_ballot){.kind = VETO_FIXED, .ballot = ballots[member]};
}

/* The table has kinds and ballots before it. */
void decode_given(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_draft *draft = target;
    size_t errors = decoder->list->errors;
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    for (const struct pair *pair = NULL; (pair = decode_next(decoder, node, pair));) {
        unsigned ballot;
        int member;
        bool cast = decode_word(decoder, pair->value, pair->key->text, cast_words, &ballot);
        if (!decode_member(decoder, pair->key, &member) || !cast)
            continue;
        if (draft->ballots[member].kind != VETO_BY_MODEL)
            diagnose(decoder->list, pair->key->at,
                     "'ballots' says how '%s' votes: it tells nothing about the kind",
                     pair->key->text);
        ballots[member] = (enum veto_ballot)ballot;
        draft->given |= veto_set_of((unsigned)member);
    }
    if (decoder->list->errors == errors && draft->kinds)
        narrow(decoder, node, draft, ballots);
}

/* ---- what goes with kinds ---- */

void check_kinds(struct decoder *decoder, const struct node *drafts, size_t index) {
    const struct known *known = decoder->known;
    const struct veto_draft *draft = &known->drafts[index];
    const struct node *node = drafts->pairs[index].value;
    const struct node *kinds = node_get(node, "kinds"), *leanings = node_get(node, "leanings");
    const struct node *given = node_get(node, "given"), *changes = node_get(node, "changes");
    if (given && !kinds && !(known->faulty_drafts >> index & 1))
        diagnose(decoder->list, given->at, "'given' goes with 'kinds'");
    if (kinds && leanings) {
        diagnose(decoder->list, leanings->at, "a draft has 'leanings' or 'kinds', not both");
        if (scenario_is_set(kinds) || scenario_is_set(leanings))
            diagnose_hint(decoder->list, "an override with an empty value takes a key away");
    }
    if (changes && draft->bearing != VETO_PRINCIPAL && known->drafts[draft->upon].kinds)
        diagnose(decoder->list, changes->at,
                 "nothing changes the leanings on '%s': it has 'kinds' instead",
                 known->drafts[draft->upon].id);
    bool all = kinds && index == 0;
    for (size_t i = 0; all && i < known->scenario->draft_count; i++)
        all = known->drafts[i].kinds;
    if (all && known->scenario->bloc_count)
        diagnose(decoder->list, kinds->at,
                 "blocs do not vote on a draft with 'kinds', and there is no other draft");
}
