/* By which rules the Council decides: Article 27, a set of rules by name, or rules of its own. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "scenario/schema.h"
#include "veto/presets.h"

enum { MOST_MAJORITIES = 32 };

/* A fraction, so that two thirds of fifteen are ten. Decimals are read to so many parts. */
enum { PARTS = 1000000 };

struct fraction {
    uint64_t numerator, denominator;
};

/* ---- further majorities ---- */

enum measure { BY_COUNT, BY_SHARE, BY_WEIGHT };

static const char *const measure_words[] = {
    [BY_COUNT] = "count", [BY_SHARE] = "share", [BY_WEIGHT] = "weight", NULL};

/* What the file says of one, before it is worked out. */
struct majority {
    veto_set group;
    enum measure measure;
    struct fraction needed;
    const struct node *needed_at; /* NULL where it was no number */
    const uint32_t *weights;
    const char *name;
};

/* The members of a group by its word. */
static veto_set find_group(const struct decoder *decoder, const char *word) {
    bool all = strcmp(word, "all") == 0, permanent = strcmp(word, "permanent") == 0;
    enum veto_group group = VETO_GROUP_NONE;
    veto_set found = 0;
    veto_group_parse(word, &group);
    for (unsigned i = 0; i < decoder->known->scenario->members_count; i++) {
        const struct veto_member *member = &decoder->known->members[i];
        if (all || (group ? member->group == group : member->permanent == permanent))
            found |= veto_set_of(i);
    }
    return found;
}

static void decode_group(struct decoder *decoder, const struct node *node, void *target) {
    static const char *const words[] = {"all",
                                        "permanent",
                                        "elected",
                                        "african",
                                        "asia_pacific",
                                        "eastern_european",
                                        "latin_american_caribbean",
                                        "western_european_others",
                                        NULL};
    veto_set *group = target;
    unsigned position;
    bool list = node->kind == NODE_SEQUENCE;
    bool good = list ? decode_set(decoder, node, "of", group)
                     : decode_word(decoder, node, "of", words, &position);
    if (good && !list)
        *group = find_group(decoder, words[position]);
    if (good && *group == 0 && decoder->known->seats == SEATS_KNOWN)
        diagnose(decoder->list, node->at, "no member of this Council is in this group");
}

/* 9, 0.6 or 2/3. */
static bool parse_fraction(struct decoder *decoder, const char *text, struct fraction *fraction) {
    const char *slash = strchr(text, '/');
    double number;
    if (slash) {
        const char *above = arena_copy(decoder->scratch, text, (size_t)(slash - text));
        return number_parse_u64(above, &fraction->numerator) &&
               number_parse_u64(slash + 1, &fraction->denominator) &&
               fraction->numerator <= PARTS && fraction->denominator <= PARTS &&
               fraction->denominator > 0;
    }
    fraction->denominator = 1;
    if (number_parse_u64(text, &fraction->numerator))
        return fraction->numerator <= (uint64_t)VETO_MAX_MEMBERS * UINT32_MAX;
    if (!number_parse(text, &number) || number < 0 || number > 1)
        return false;
    *fraction = (struct fraction){(uint64_t)floor(number * PARTS + 0.5), PARTS};
    return true;
}

static void decode_needed(struct decoder *decoder, const struct node *node, void *target) {
    struct majority *majority = target;
    struct fraction needed;
    double number;
    if (node->kind == NODE_SCALAR && parse_fraction(decoder, node->text, &needed)) {
        majority->needed = needed;
        majority->needed_at = node;
        /* whether a decimal is just so many parts: 0.65 is, 0.66666667 is not */
        if (needed.denominator == PARTS && number_parse(node->text, &number) &&
            (double)needed.numerator / PARTS != number) {
            diagnose(decoder->list, node->at,
                     "'needed' must have at most six decimals, and '%s' has more", node->text);
            diagnose_hint(decoder->list, "a fraction says it exactly: 2/3");
        }
        return;
    }
    if (decode_plain(decoder, node))
        return;
    diagnose(decoder->list, node->at,
             node->kind == NODE_SCALAR ? "'needed' must be a number, not '%s'"
                                       : "'needed' must be a number, not %s",
             node->kind == NODE_SCALAR ? node->text : node_kind_name(node));
    hint_value(decoder, node);
    if (!diagnose_hinted(decoder->list))
        diagnose_hint(decoder->list, "9 members, 2/3 or 0.6 by share, or a sum of weights");
}

static void decode_weights(struct decoder *decoder, const struct node *node, void *target) {
    struct majority *majority = target;
    unsigned count = decoder->known->scenario->members_count;
    uint32_t *weights = arena_array(decoder->arena, uint32_t, count + 1);
    double *numbers = arena_array(decoder->scratch, double, count + 1);
    decode_numbers(decoder, node, 0, UINT32_MAX, numbers);
    for (unsigned i = 0; i < count; i++) {
        weights[i] = (uint32_t)numbers[i];
        if (numbers[i] != weights[i]) {
            const struct node *own = node_get(node, decoder->known->members[i].code);
            own = own ? own : node_get(node, "default");
            diagnose(decoder->list, own ? own->at : node->at,
                     "the weight of %s must be a whole number, not %.12g",
                     decoder->known->members[i].code, numbers[i]);
            return;
        }
    }
    majority->weights = weights;
}

#define AT(member) offsetof(struct majority, member)

static const struct field majority_fields[] = {
    {"of", FIELD_OTHER, .offset = AT(group), .decode = decode_group,
     .json = JSON_EITHER(JSON_TEXT, JSON_CODES),
     .shape = "list of codes, or `all`, `permanent`, `elected` or a regional group",
     .fallback = "all", .example = "african", .about = "whose votes in favour it counts"},
    {"by", FIELD_WORD, .offset = AT(measure), .words = measure_words, .fallback = "count",
     .example = "share",
     .about = "how: members; a share of the group, by weight where there are weights; or weight"},
    {"needed", FIELD_OTHER, true, .decode = decode_needed,
     .json = "{\"type\": [\"number\", \"string\"]}",
     .shape = "number: members, a share as `2/3` or `0.6`, or a sum of weights", .example = "2/3",
     .about = "at least so much in favour"},
    {"weights", FIELD_MAPPING, .decode = decode_weights, .json = JSON_NUMBERS("0", "4294967295"),
     .shape = "mapping of code or `default` to whole number", .fallback = "1",
     .example = "{default: 1, CHN: 14}", .about = "what each member weighs"},
    {"name", FIELD_TEXT, .offset = AT(name), .example = "two thirds of Africa",
     .about = "what to call it"},
};

#undef AT

const struct record majority_record = RECORD("council.majorities", majority_fields);

static void check_needed(struct decoder *decoder, const struct majority *majority, uint64_t total) {
    const struct fraction *needed = &majority->needed;
    struct span at = majority->needed_at->at;
    const char *text = majority->needed_at->text;
    if (total == 0) {
        diagnose(decoder->list, at,
                 "%s in favour cannot be had: the weights of the group are all 0", text);
    } else if (majority->measure == BY_SHARE) {
        if (needed->numerator == 0 || needed->numerator > needed->denominator)
            diagnose(decoder->list, at, "a share must be above 0 and at most 1, not '%s'", text);
    } else if (needed->denominator != 1 || needed->numerator == 0) {
        diagnose(decoder->list, at, "'needed' must be a whole number from 1, not '%s'", text);
        diagnose_hint(decoder->list, "a share goes with 'by: share'");
    } else if (needed->numerator > total) {
        diagnose(decoder->list, at, "%s in favour cannot be had: the whole group comes to %llu",
                 text, (unsigned long long)total);
    }
}

static void decode_majority(struct decoder *decoder, const struct node *node,
                            struct veto_majority *target) {
    struct majority majority = {.group = find_group(decoder, "all"), .needed = {0, 1}};
    size_t errors = decoder->list->errors;
    if (!decode_record(decoder, node, &majority_record, &majority) ||
        decoder->known->seats != SEATS_KNOWN)
        return;
    bool weighed = majority.weights && majority.measure != BY_COUNT;
    uint64_t total = 0;
    for (unsigned i = 0; i < decoder->known->scenario->members_count; i++)
        if (veto_set_has(majority.group, i))
            total += weighed ? majority.weights[i] : 1;
    if (decoder->list->errors == errors && majority.needed_at)
        check_needed(decoder, &majority, total);
    if (decoder->list->errors == errors && majority.measure == BY_WEIGHT &&
        !node_get(node, "weights") && !node->cut_short)
        diagnose(decoder->list, node_get(node, "by")->at, "'by: weight' needs 'weights'");
    struct fraction needed = majority.needed;
    uint64_t parts = majority.measure == BY_SHARE ? total * needed.numerator : needed.numerator;
    *target = (struct veto_majority){
        .group = majority.group,
        .weights = majority.measure == BY_COUNT ? NULL : majority.weights,
        .needed = (parts + needed.denominator - 1) / needed.denominator,
        .name = majority.name,
    };
}

static void decode_majorities(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_rules *rules = target;
    if (node->count > MOST_MAJORITIES) {
        diagnose(decoder->list, node->at, "there can be at most %d further majorities, not %u",
                 MOST_MAJORITIES, node->count);
        return;
    }
    struct veto_majority *majorities =
        arena_array(decoder->arena, struct veto_majority, node->count + 1);
    for (size_t i = 0; i < node->count; i++)
        if (decode_item_of(decoder, node->items[i], "majorities", "{of: african, needed: 2/3}"))
            decode_majority(decoder, node->items[i], &majorities[i]);
    rules->majorities = majorities;
    rules->majority_count = (unsigned)node->count;
}

/* ---- rules by name ---- */

static const struct veto_rule_set *find_rule_set(struct decoder *decoder, const struct node *node) {
    const char *name;
    size_t count;
    if (!decode_text(decoder, node, "rules", false, &name))
        return NULL;
    const struct veto_rule_set *set = veto_rule_set_find(name), *sets = veto_rule_sets(&count);
    if (set)
        return set;
    const char **names = arena_array(decoder->scratch, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = sets[i].name;
    diagnose(decoder->list, node->at, "there are no rules '%s'", name);
    diagnose_nearest(decoder->list, name, names);
    if (!diagnose_hinted(decoder->list))
        diagnose_hint(decoder->list, "there are %s", hint_join(decoder, names));
    return NULL;
}

/* The rules of a Council of another size, on one that the file gives that size. Who holds a veto in
 * it the file has to say, where that is not just the permanent members. */
static void apply_own(struct decoder *decoder, const struct node *node,
                      const struct veto_rule_set *set, struct veto_rules *rules) {
    if (rules->members != set->members) {
        diagnose(decoder->list, node->at, "'%s' is for a Council of %u, and this one has %u",
                 set->name, set->members, rules->members);
        diagnose_hint(decoder->list, "list its members: composition: [CHN, FRA, ...]");
        return;
    }
    struct veto_rules own = veto_rule_set_council(set);
    own.veto_holders = rules->veto_holders;
    *rules = own;
}

static void decode_rules(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_rules *rules = target;
    const struct veto_rule_set *set = find_rule_set(decoder, node);
    if (!set || decoder->known->seats != SEATS_KNOWN)
        return;
    struct veto_composition composition = {
        .count = rules->members,
        .required = rules->required,
    };
    for (unsigned i = 0; i < rules->members; i++)
        composition.seats[i].permanent = decoder->known->members[i].permanent;
    if (!veto_rule_set_apply(set, &composition, rules))
        apply_own(decoder, node, set, rules);
}

/* ---- the Council ---- */

#define AT(member) offsetof(struct veto_scenario, member)

static const struct field council_fields[] = {
    {"composition", FIELD_OTHER, .decode = decode_elsewhere,
     .json = JSON_EITHER("{\"type\": [\"integer\", \"string\"]}", JSON_CODES),
     .shape = "year, day or list of codes", .fallback = "`date`", .example = "2016",
     .about = "who sits: the Council of that year or day, or these members"},
    {"president", FIELD_MEMBER, .offset = AT(president),
     .fallback = "that of the month by Rule 18, from November 1996", .example = "RUS",
     .about = "the member that presides"},
    {"rules", FIELD_OTHER, .offset = AT(rules), .decode = decode_rules, .json = JSON_TEXT,
     .shape = "name of a set of rules", .fallback = "Article 27 of the day",
     .example = "two-vetoes", .about = "rules by name; the keys below change single ones of them"},
    {"required_majority", FIELD_COUNT, .offset = AT(rules.required), .low = 1,
     .high = VETO_MAX_MEMBERS, .fallback = "9 of 15, 7 of 11", .example = "9",
     .about = "votes in favour that a draft needs"},
    {"veto", FIELD_SET, .offset = AT(rules.veto_holders), .fallback = "the permanent members",
     .example = "[CHN, FRA, GBR, RUS, USA]", .about = "whose vote against can be a veto"},
    {"veto_needs", FIELD_COUNT, .offset = AT(rules.veto_needs), .low = 1, .high = VETO_MAX_MEMBERS,
     .fallback = "1", .example = "2", .about = "how many of these votes against make a veto"},
    {"override_at", FIELD_COUNT, .offset = AT(rules.override_at), .high = VETO_MAX_MEMBERS,
     .fallback = "0", .example = "13", .about = "votes in favour that override a veto; 0: none do"},
    {"majorities", FIELD_LIST, .offset = AT(rules), .decode = decode_majorities, .nest = NEST_LIST,
     .of = &majority_record, .shape = "list of further majorities",
     .example = "[{of: african, by: share, needed: 2/3, name: two thirds of Africa}]",
     .about = "majorities that a draft needs besides"},
    {"obligatory_abstention", FIELD_WORD, .offset = AT(obligatory_abstention),
     .words = abstention_words, .fallback = "off", .example = "warn",
     .about = "what becomes of the vote of a party to the dispute (Article 27 (3)): it stands, it "
              "stands with a warning, or it counts as an abstention"},
};

const struct record council_record = RECORD("council", council_fields);

static void check_majority(struct decoder *decoder, const struct node *node) {
    const struct veto_rules *rules = &decoder->known->scenario->rules;
    const struct node *given = node_get(node, "required_majority");
    const struct node *stated = given ? given : node_get(node, "rules");
    if (rules->required == 0 && !given && !decoder->cut_short) {
        diagnose(decoder->list, node->at,
                 "a Council of %u needs a 'required_majority': the Charter names one only for "
                 "11 and for 15 members",
                 rules->members);
        diagnose_hint(decoder->list, "required_majority: %u would be a simple majority",
                      rules->members / 2 + 1);
    } else if (stated && rules->required > rules->members) {
        diagnose(decoder->list, stated->at, "a majority of %u cannot be had from %u member%s",
                 rules->required, rules->members, text_plural(rules->members));
    }
}

static void check_veto(struct decoder *decoder, const struct node *node) {
    const struct veto_rules *rules = &decoder->known->scenario->rules;
    const struct node *needs = node_get(node, "veto_needs"), *above = node_get(node, "override_at");
    unsigned holders = veto_set_count(rules->veto_holders);
    if (needs && rules->veto_needs > holders)
        diagnose(decoder->list, needs->at, "%u votes against cannot be had from %u veto holder%s",
                 rules->veto_needs, holders, text_plural(holders));
    if (above && rules->override_at > rules->members)
        diagnose(decoder->list, above->at, "%u votes in favour cannot be had from %u member%s",
                 rules->override_at, rules->members, text_plural(rules->members));
}

/* A set of rules for a Council of its own says how many hold a veto, and not who. */
static void check_holders(struct decoder *decoder, const struct node *node) {
    const struct node *name = node_get(node, "rules");
    const struct veto_rule_set *set =
        name && name->kind == NODE_SCALAR ? veto_rule_set_find(name->text) : NULL;
    const struct veto_rules *rules = &decoder->known->scenario->rules;
    unsigned holders = veto_set_count(rules->veto_holders);
    if (!set || !set->own_council || set->members != rules->members || node_get(node, "veto") ||
        holders == set->veto_holders)
        return;
    diagnose(decoder->list, name->at, "'%s' gives a veto to %u members, and %u are permanent",
             set->name, set->veto_holders, holders);
    diagnose_hint(decoder->list, "say with 'veto' who holds one");
}

void decode_council(struct decoder *decoder, const struct node *node, void *target) {
    (void)target;
    size_t errors = decoder->list->errors;
    if (!decode_record(decoder, node, &council_record, decoder->known->scenario) ||
        decoder->known->seats != SEATS_KNOWN || decoder->list->errors > errors)
        return; /* who sits, or by what rules, is not known: the rest would only follow from that */
    check_majority(decoder, node);
    check_veto(decoder, node);
    check_holders(decoder, node);
}
