/* The Council: composition, members, ties and blocs. */
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "council/dates.h"
#include "scenario/schema.h"

static const struct veto_member default_member = {
    .veto_tendency = 0.5,
    .opposition = 0.5,
    .openness = 0.5,
    .volatility = 0.25,
    .bloc = VETO_NONE,
};

/* ---- composition ---- */

static void add_seat(struct decoder *decoder, const struct veto_seat *seat,
                     const struct node *place) {
    unsigned index = decoder->known->scenario->members_count++;
    struct veto_member *member = &decoder->known->members[index];
    *member = default_member;
    member->code = arena_copy(decoder->arena, seat->code, 3);
    member->name = seat->name;
    member->formal = seat->formal;
    member->permanent = seat->permanent;
    member->group = seat->group;
    decoder->known->seated_at[index] = place;
}

static void compose_from_date(struct decoder *decoder, const struct node *node,
                              struct veto_date date) {
    struct veto_composition composition;
    if (!veto_composition_of(date, &composition)) {
        diagnose(decoder->list, node->at, "no composition of the Council is known for %d",
                 date.year);
        diagnose_hint(decoder->list, "%d to %d, or a list of the members' codes", VETO_ROSTER_FIRST,
                      VETO_ROSTER_LAST);
        return;
    }
    for (unsigned i = 0; i < composition.count; i++)
        add_seat(decoder, &composition.seats[i], node);
    decoder->known->scenario->rules.required = composition.required;
    decoder->known->seats = SEATS_KNOWN;
}

/* `own` is what the file says of its members: it may name a state that there is not. */
static void compose_one(struct decoder *decoder, const struct node *item, const struct node *own) {
    char code[4];
    if (!decode_code(decoder, item, own, code)) {
        decoder->known->seats = SEATS_UNSURE;
        return;
    }
    if (veto_scenario_member(decoder->known->scenario, code) != VETO_NONE) {
        diagnose(decoder->list, item->at, "'%s' stands twice in this list", item->text);
        return;
    }
    struct veto_seat seat = {.group = VETO_GROUP_NONE};
    memcpy(seat.code, code, sizeof code);
    if (!veto_state_find(code, &seat.name, &seat.formal))
        seat.name = seat.formal = veto_state_name(code);
    seat.permanent = veto_state_is_permanent(code);
    add_seat(decoder, &seat, item);
}

static void compose_from_list(struct decoder *decoder, const struct node *list,
                              const struct node *own) {
    if (list->count == 0 || list->count > VETO_MAX_MEMBERS) {
        diagnose(decoder->list, list->at, "a Council has 1 to %d members, not %u", VETO_MAX_MEMBERS,
                 list->count);
        return;
    }
    decoder->known->seats = SEATS_KNOWN;
    for (size_t i = 0; i < list->count; i++)
        compose_one(decoder, list->items[i], own);
    unsigned count = decoder->known->scenario->members_count;
    decoder->known->scenario->rules.required = count == 15 ? 9 : count == 11 ? 7 : 0;
}

/* A year alone means the scenario's own day where that is in it, else 1 January. */
static bool read_member_year(struct decoder *decoder, const char *text, struct veto_date own,
                             struct veto_date *date) {
    uint64_t year;
    if (!number_parse_u64(text, &year) || year >= 10000)
        return false;
    bool is_own = own.year == (int)year;
    *date = is_own ? own : (struct veto_date){(int)year, 1, 1};
    decoder->known->day = is_own ? own : decoder->known->day;
    return true;
}

static void compose_from_node(struct decoder *decoder, const struct node *node,
                              struct veto_date own) {
    struct veto_date date = {0, 0, 0};
    bool text = node->kind == NODE_SCALAR && !node_is_null(node);
    if (text && veto_date_parse(node->text, &date)) {
        decoder->known->day = date;
    } else if (!text || !read_member_year(decoder, node->text, own, &date)) {
        diagnose(decoder->list, node->at, "'composition' must be a year, a day or a list of codes");
        if (!text || !hint_date(decoder, node->text, &date))
            diagnose_hint(decoder->list, "2016, 2016-10-08 or [CHN, FRA, ...]");
    }
    decoder->known->of_roster = true;
    if (date.year)
        compose_from_date(decoder, node, date);
}

static void compose(struct decoder *decoder, const struct node *root) {
    struct veto_date own = {0, 0, 0};
    const struct node *council = node_get(root, "council"), *day = node_get(root, "date");
    const struct node *node = node_get(council, "composition");
    decoder->known->seats = SEATS_UNKNOWN;
    if (day && day->kind == NODE_SCALAR && !veto_date_parse(day->text, &own))
        date_meant(day->text, &own); /* decode_date says that it is wrong */
    if (node && node->kind == NODE_SEQUENCE) {
        compose_from_list(decoder, node, node_get(root, "members"));
    } else if (node) {
        compose_from_node(decoder, node, own);
    } else if (day) {
        decoder->known->day = own;
        decoder->known->of_roster = true;
        if (own.year)
            compose_from_date(decoder, day, own);
    } else if (!root->cut_short) {
        diagnose(decoder->list, council ? council->at : root->at,
                 "nothing says who sits in this Council");
        diagnose_hint(decoder->list, "give a date, or council: {composition: 2016}");
    }
}

/* ---- members ---- */

#define AT(member) offsetof(struct veto_member, member)

static const struct field member_fields[] = {
    {"name", FIELD_TEXT, .offset = AT(name), .fallback = "that of the day", .example = "Atlantis",
     .about = "the name on screen"},
    {"formal", FIELD_TEXT, .offset = AT(formal), .fallback = "that of the day, else `name`",
     .example = "Kingdom of Atlantis", .about = "the name by which it is put in order"},
    {"permanent", FIELD_FLAG, .offset = AT(permanent), .fallback = "as in the composition",
     .example = "true", .about = "whether it holds a permanent seat"},
    {"group", FIELD_WORD, .offset = AT(group), .words = group_words,
     .fallback = "as in the composition", .example = "african", .about = "its regional group"},
    {"delegate", FIELD_TEXT, .offset = AT(delegate), .example = "Vitaly Churkin",
     .about = "who speaks for it"},
    {"veto_tendency", FIELD_NUMBER, .offset = AT(veto_tendency), .high = 1, .fallback = "0.5",
     .example = "0.98",
     .about = "how readily it votes against rather than abstains, where that is a veto"},
    {"opposition", FIELD_NUMBER, .offset = AT(opposition), .high = 1, .fallback = "0.5",
     .example = "0.7", .about = "the same where its vote against is no veto"},
    {"openness", FIELD_NUMBER, .offset = AT(openness), .high = 1, .fallback = "0.5",
     .example = "0.6", .about = "how far it follows those it listens to"},
    {"volatility", FIELD_NUMBER, .offset = AT(volatility), .high = 2, .fallback = "0.25",
     .example = "0.3", .about = "how far its opinion varies about its leaning"},
    {"firm", FIELD_FLAG, .offset = AT(firm), .fallback = "false", .example = "true",
     .about = "nothing in the debate moves it"},
};

const struct record member_record = RECORD("members.CODE", member_fields);

static void decode_overlay(struct decoder *decoder, const struct node *node) {
    for (const struct pair *pair = NULL; (pair = decode_next(decoder, node, pair));) {
        struct veto_member unknown = default_member;
        int index;
        bool known = decode_member(decoder, pair->key, &index);
        decode_record(decoder, pair->value, &member_record,
                      known ? &decoder->known->members[index] : &unknown);
    }
}

/* A state that the table of names does not know has no name but the one that the scenario gives; or
 * another one was meant. */
static void complete_names(struct decoder *decoder) {
    for (unsigned i = 0; i < decoder->known->scenario->members_count; i++) {
        struct veto_member *member = &decoder->known->members[i];
        const char *code = member->code, *nearest;
        if (!member->name && !member->formal && !decoder->cut_short) {
            diagnose(decoder->list, decoder->known->seated_at[i]->at,
                     "'%s' never sat in the Council: it needs a name", code);
            if ((nearest = text_nearest(code, veto_state_codes())))
                diagnose_hint(decoder->list, "did you mean '%s', or members: {%s: {name: ...}}?",
                              nearest, code);
            else
                diagnose_hint(decoder->list, "members: {%s: {name: ...}}", code);
        }
        member->name = member->name ? member->name : member->formal ? member->formal : code;
        member->formal = member->formal ? member->formal : member->name;
    }
}

/* English alphabetical order. Rosters come sorted: insertion. */
static void sort_members(struct veto_member *members, unsigned count) {
    for (unsigned i = 1; i < count; i++) {
        struct veto_member member = members[i];
        unsigned at = i;
        for (; at > 0 && text_compare_names(members[at - 1].formal, member.formal) > 0; at--)
            members[at] = members[at - 1];
        members[at] = member;
    }
}

static void list_codes(struct decoder *decoder) {
    unsigned count = decoder->known->scenario->members_count;
    decoder->known->codes = arena_array(decoder->scratch, const char *, count + 1);
    for (unsigned i = 0; i < count; i++)
        decoder->known->codes[i] = decoder->known->members[i].code;
}

void decode_members(struct decoder *decoder, const struct node *root) {
    struct veto_scenario *scenario = decoder->known->scenario;
    struct veto_member *all = arena_array(decoder->arena, struct veto_member, VETO_MAX_MEMBERS);
    struct veto_seat seat;
    scenario->members = decoder->known->members = all;
    scenario->president = VETO_NONE;
    compose(decoder, root);
    list_codes(decoder);
    const struct node *members = node_get(root, "members");
    if (members && decode_expect(decoder, members, NODE_MAPPING, "members"))
        decode_overlay(decoder, members);
    complete_names(decoder);
    sort_members(all, scenario->members_count);
    list_codes(decoder);
    if (!node_get(node_get(root, "council"), "president") &&
        veto_president_of(decoder->known->day, &seat)) {
        scenario->president = veto_scenario_member(scenario, seat.code);
        scenario->president_by_rule = true;
    }
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (all[i].permanent)
            scenario->rules.veto_holders |= veto_set_of(i);
    scenario->rules.members = scenario->members_count;
    scenario->rules.veto_needs = 1;
    scenario->ties = arena_array(decoder->arena, double,
                                 (size_t)scenario->members_count * scenario->members_count);
}

/* ---- ties and blocs ---- */

static void decode_listener(struct decoder *decoder, const struct pair *pair, double *ties) {
    int listener = VETO_NONE, speaker;
    const struct node *value = pair->value;
    decode_member(decoder, pair->key, &listener);
    if (!decode_expect(decoder, value, NODE_MAPPING, pair->key->text))
        return;
    for (const struct pair *tie = NULL; (tie = decode_next(decoder, value, tie));) {
        double weight;
        bool known = decode_member(decoder, tie->key, &speaker);
        if (known && speaker == listener)
            diagnose(decoder->list, tie->key->at, "'%s' cannot listen to itself", tie->key->text);
        if (decode_number(decoder, tie->value, tie->key->text, 0, 1, &weight) && known &&
            listener != VETO_NONE)
            ties[(size_t)listener * decoder->known->scenario->members_count + (size_t)speaker] =
                weight;
    }
}

void decode_ties(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_scenario *scenario = target;
    size_t count = scenario->members_count;
    double *ties = arena_array(decoder->arena, double, count *count);
    for (const struct pair *pair = NULL; (pair = decode_next(decoder, node, pair));)
        decode_listener(decoder, pair, ties);
    scenario->ties = ties;
}

#undef AT
#define AT(member) offsetof(struct veto_bloc, member)

static const struct field bloc_fields[] = {
    {"members", FIELD_SET, true, AT(members), .example = "[FRA, GBR, USA]",
     .about = "who belongs to it; nobody belongs to two"},
    {"cohesion", FIELD_NUMBER, true, AT(cohesion), .high = 1, .example = "0.8",
     .about = "the part of their opinions' variance that they share"},
};

const struct record bloc_record = RECORD("blocs.NAME", bloc_fields);

/* Where a member is named in the list of a bloc. */
static struct span place_in_bloc(const struct pair *pair, const char *code) {
    const struct node *list = node_get(pair->value, "members");
    for (size_t i = 0; list && list->kind == NODE_SEQUENCE && i < list->count; i++)
        if (list->items[i]->kind == NODE_SCALAR && strcmp(list->items[i]->text, code) == 0)
            return list->items[i]->at;
    return pair->key->at;
}

static void join_bloc(struct decoder *decoder, const struct pair *pair, int index, veto_set set) {
    for (unsigned i = 0; i < decoder->known->scenario->members_count; i++) {
        struct veto_member *member = &decoder->known->members[i];
        if (!veto_set_has(set, i))
            continue;
        if (member->bloc != VETO_NONE)
            diagnose(decoder->list, place_in_bloc(pair, member->code), "%s is in bloc '%s' already",
                     member->code, decoder->known->scenario->blocs[member->bloc].id);
        member->bloc = index;
    }
}

void decode_blocs(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_scenario *scenario = target;
    struct veto_bloc *blocs = arena_array(decoder->arena, struct veto_bloc, node->pair_count + 1);
    scenario->blocs = blocs;
    scenario->bloc_count = node->pair_count;
    for (size_t i = 0; i < node->pair_count; i++) {
        const struct pair *pair = &node->pairs[i];
        blocs[i].id = decode_id(decoder, pair->key, "a bloc");
        decode_record(decoder, pair->value, &bloc_record, &blocs[i]);
        join_bloc(decoder, pair, (int)i, blocs[i].members);
    }
}
