/* Members by the names that people give them: codes of three letters are the format, and whatever
 * else the table of names knows gets the one right hint. An override may say it in any way. */
#include <string.h>

#include "base/lookalike.h"
#include "base/text.h"
#include "council/names.h"
#include "scenario/schema.h"

bool decode_is_code(const char *text) {
    return strlen(text) == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* ---- who is meant ---- */

/* What a word names: members, or states outside the Council. */
struct named {
    unsigned count; /* of codes: 2 where a name is that of two states */
    char codes[VETO_STATES_NAMED][4];
    int member; /* the only one of them that sits; or VETO_NONE */
};

static struct named find_named(const struct veto_scenario *scenario, const char *word) {
    struct named named = {.member = VETO_NONE};
    named.count = veto_state_named(word, named.codes);
    if (named.count == 1)
        named.member = veto_scenario_member(scenario, named.codes[0]);
    for (unsigned i = 0; named.count == 0 && i < scenario->members_count; i++) {
        const struct veto_member *member = &scenario->members[i];
        if ((!member->name || text_compare_names(member->name, word) != 0) &&
            (!member->formal || text_compare_names(member->formal, word) != 0))
            continue;
        /* a state of the scenario's own */
        memcpy(named.codes[0], member->code, sizeof named.codes[0]);
        named.count = 1;
        named.member = (int)i;
    }
    return named;
}

int veto_scenario_member_named(const struct veto_scenario *scenario, const char *word) {
    int member = veto_scenario_member(scenario, word);
    return member == VETO_NONE ? find_named(scenario, word).member : member;
}

/* Whether a word is rather a code than a name: `fra`, `CN`, `GER`, but not `Ban`. */
static bool is_short(const char *word) {
    size_t length = strlen(word);
    return length <= 3 && (strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length ||
                           strspn(word, "abcdefghijklmnopqrstuvwxyz") == length);
}

/* ---- keys that are members, in the path of an override ---- */

static bool is_member_key(const char *const *names, size_t count) {
    static const char *const mappings[] = {"leanings", "ballots", "changes",
                                           "weights",  "given",   NULL};
    const char *parent = count > 1 ? names[count - 2] : "";
    if (count == 2)
        return strcmp(parent, "members") == 0 || strcmp(parent, "ties") == 0;
    if (count == 3 && strcmp(names[0], "ties") == 0)
        return true;
    if (count > 3 && strcmp(names[count - 3], "moves") == 0)
        return true;
    if (count == 6 && strcmp(names[2], "kinds") == 0)
        return strcmp(parent, "members") == 0;
    return count > 3 && text_among(parent, mappings) >= 0;
}

const char *decode_member_key(const char *const *names, size_t count) {
    char codes[VETO_STATES_NAMED][4];
    if (!is_member_key(names, count) || veto_state_named(names[count - 1], codes) != 1)
        return NULL;
    int code = text_among(codes[0], veto_state_codes());
    return code >= 0 ? veto_state_codes()[code] : NULL;
}

/* ---- what to write instead ---- */

static void hint_nearest_member(struct decoder *decoder, const char *word) {
    diagnose_nearest(decoder->list, word, decoder->known->codes);
    for (unsigned i = 0;
         !diagnose_hinted(decoder->list) && i < decoder->known->scenario->members_count; i++) {
        const struct veto_member *member = &decoder->known->scenario->members[i];
        const char *const names[] = {member->name, NULL};
        if (member->name && text_nearest(word, names))
            diagnose_hint(decoder->list, "did you mean '%s', %s?", member->code, member->name);
    }
}

static void hint_nearest_state(struct decoder *decoder, const char *word) {
    const char *code = state_nearest(word);
    if (code)
        diagnose_hint(decoder->list, "did you mean '%s' (%s)?", code, veto_state_name(code));
}

static void hint_named(struct decoder *decoder, const struct named *named, bool name) {
    const char *code = named->codes[0];
    if (named->count == 2)
        diagnose_hint(decoder->list, "did you mean '%s' (%s) or '%s' (%s)?", code,
                      veto_state_name(code), named->codes[1], veto_state_name(named->codes[1]));
    else if (named->member != VETO_NONE || decoder->known->seats == SEATS_UNKNOWN)
        diagnose_hint(decoder->list, name ? "write '%s'" : "did you mean '%s'?", code);
    else
        diagnose_hint(decoder->list, "%s (%s) does not sit in this Council", veto_state_name(code),
                      code);
}

/* A look-alike in what is a code, or a name, without it: returns that; NULL where there is none. */
static const char *report_lookalike(struct decoder *decoder, const struct node *node) {
    char codes[VETO_STATES_NAMED][4], plain[LOOKALIKE_PLAIN];
    if (node->kind != NODE_SCALAR || !lookalike_plain(node->text, plain))
        return NULL;
    char *word = lookalike_word(plain);
    word[strcspn(word, ",")] = '\0'; /* a comma that is none, in a list */
    word = lookalike_word(word);
    if (!decode_is_code(word) && veto_state_named(word, codes) == 0)
        return NULL;
    diagnose_first_lookalike(decoder->list, node->at, word);
    return arena_copy(decoder->scratch, word, strlen(word));
}

/* Whether an unknown word may be a member all the same: who sits is not known for sure. */
static bool may_be_member(const struct decoder *decoder, const char *word,
                          const struct named *named) {
    if (decoder->known->seats == SEATS_KNOWN)
        return false;
    if (decoder->known->seats == SEATS_UNSURE)
        return named->member == VETO_NONE;
    return named->count == 0 ? !decoder->known->of_roster : strcmp(word, named->codes[0]) == 0;
}

/* What is wrong with a word that is no code of a member. */
static const char *fault_of(const struct decoder *decoder, const char *word,
                            const struct named *named) {
    bool known = decoder->known->seats != SEATS_UNKNOWN;
    if (named->count == 2)
        return "'%s' is the name of two states";
    if (named->count == 1 && !is_short(word) && (named->member != VETO_NONE || !known))
        return "'%s' is the name of a member, not its code";
    return known ? "'%s' is no member of this Council" : "'%s' is the code of no state";
}

/* Reports that `node` names no member; returns the one that was meant, or VETO_NONE. Where nothing
 * else can be advised, `advice` is, unless it is NULL. */
static int refuse_member(struct decoder *decoder, const struct node *node, const char *advice) {
    if (!decode_is_word(decoder, node, "the code of a member"))
        return VETO_NONE;
    const char *plain = report_lookalike(decoder, node);
    if (plain)
        return veto_scenario_member_named(decoder->known->scenario, plain);
    struct named named = find_named(decoder->known->scenario, node->text);
    if (may_be_member(decoder, node->text, &named))
        return VETO_NONE;
    diagnose(decoder->list, node->at, fault_of(decoder, node->text, &named), node->text);
    if (named.count > 0)
        hint_named(decoder, &named, !is_short(node->text));
    else if (decoder->known->seats == SEATS_UNKNOWN)
        hint_nearest_state(decoder, node->text);
    else
        hint_nearest_member(decoder, node->text);
    if (!diagnose_hinted(decoder->list) && advice)
        diagnose_hint(decoder->list, "%s", advice);
    return named.member;
}

bool decode_member(struct decoder *decoder, const struct node *node, int *member) {
    const struct veto_scenario *scenario = decoder->known->scenario;
    int index = VETO_NONE;
    if (node->kind == NODE_SCALAR)
        index = scenario_is_set(node) ? veto_scenario_member_named(scenario, node->text)
                                      : veto_scenario_member(scenario, node->text);
    if (index == VETO_NONE)
        index = refuse_member(decoder, node, NULL);
    if (index != VETO_NONE)
        *member = index;
    return index != VETO_NONE;
}

/* ---- codes of a composition ---- */

static void report_code(struct decoder *decoder, const struct node *item,
                        const struct named *named) {
    bool text = item->kind == NODE_SCALAR && !node_is_null(item);
    if (text && decode_is_code(item->text))
        diagnose(decoder->list, item->at, "'%s' is the code of no state", item->text);
    else
        diagnose(decoder->list, item->at,
                 text ? "a code is three capitals, not '%s'" : "a code is three capitals, not %s",
                 text ? item->text : node_kind_name(item));
    if (named->count == 2)
        hint_named(decoder, named, false);
    else if (named->count == 1)
        diagnose_hint(decoder->list, "did you mean '%s'?", named->codes[0]);
    else if (text)
        hint_nearest_state(decoder, item->text);
    if (!diagnose_hinted(decoder->list))
        diagnose_hint(decoder->list, "FRA for France");
}

bool decode_code(struct decoder *decoder, const struct node *item, const struct node *own,
                 char code[4]) {
    struct named named = {.member = VETO_NONE};
    const char *word = item->kind == NODE_SCALAR ? item->text : "";
    if (decode_is_code(word) && (veto_state_name(word) || node_get(own, word))) {
        memcpy(code, word, sizeof named.codes[0]);
        return true;
    }
    const char *plain = report_lookalike(decoder, item);
    word = plain ? plain : word;
    named.count = veto_state_named(word, named.codes);
    if (named.count == 0 && decode_is_code(word))
        memcpy(named.codes[0], word, sizeof named.codes[0]);
    else if (!plain && (named.count != 1 || !scenario_is_set(item)))
        report_code(decoder, item, &named);
    memcpy(code, named.codes[0], sizeof named.codes[0]);
    return named.count == 1 || decode_is_code(code);
}

/* ---- lists and mappings of members ---- */

bool decode_set(struct decoder *decoder, const struct node *node, const char *what, veto_set *set) {
    if (!decode_expect(decoder, node, NODE_SEQUENCE, what))
        return false;
    veto_set members = 0, meant = 0; /* those by another name than their code */
    size_t errors = decoder->list->errors;
    for (size_t i = 0; i < node->count; i++) {
        int member;
        if (!decode_member(decoder, node->items[i], &member))
            continue;
        bool code = veto_scenario_member(decoder->known->scenario, node->items[i]->text) == member;
        if (code && veto_set_has(members & ~meant, (unsigned)member))
            diagnose(decoder->list, node->items[i]->at, "'%s' stands twice in this list",
                     node->items[i]->text);
        members |= veto_set_of((unsigned)member);
        meant |= code ? 0 : veto_set_of((unsigned)member);
    }
    *set = members;
    return decoder->list->errors == errors;
}

void decode_numbers(struct decoder *decoder, const struct node *node, double low, double high,
                    double *numbers) {
    const struct node *general = node_get(node, "default");
    double others = 0;
    if (general)
        decode_number(decoder, general, "default", low, high, &others);
    for (unsigned i = 0; i < decoder->known->scenario->members_count; i++)
        numbers[i] = others;
    for (const struct pair *pair = NULL; (pair = decode_next(decoder, node, pair));) {
        int member;
        double number;
        if (pair->value == general)
            continue;
        bool known = decode_member(decoder, pair->key, &member);
        if (decode_number(decoder, pair->value, pair->key->text, low, high, &number) && known)
            numbers[member] = number;
    }
}

/* ---- members and others ---- */

/* A free name, but none that means a code, or a member: nobody would listen to that. */
static bool decode_outsider(struct decoder *decoder, const struct node *node, int *member,
                            const char **name) {
    if (!decode_is_word(decoder, node, "a member or a name") ||
        !decode_text(decoder, node, "a member or a name", false, name))
        return false;
    const char *plain = report_lookalike(decoder, node);
    if (plain) {
        *member = veto_scenario_member_named(decoder->known->scenario, plain);
        return false;
    }
    struct named named = {.member = VETO_NONE};
    if (strlen(*name) > 3 || is_short(*name))
        named = find_named(decoder->known->scenario, *name);
    if (scenario_is_set(node) && named.count == 1) { /* an override */
        *member = named.member;
        *name = named.member == VETO_NONE ? veto_state_name(named.codes[0]) : NULL;
        return true;
    }
    bool sits = named.member != VETO_NONE;
    for (unsigned i = 0; i < named.count; i++)
        sits |= veto_scenario_member(decoder->known->scenario, named.codes[i]) != VETO_NONE;
    if (sits) {
        *member = refuse_member(decoder, node, NULL);
        return false;
    }
    if (named.count == 0 || !is_short(node->text))
        return true;
    /* a code of another list than ISO's of three letters, of a state that does not sit */
    diagnose(decoder->list, node->at,
             decode_is_code(node->text) ? "'%s' is the code of no state"
                                        : "'%s' is no code of three capitals",
             node->text);
    if (named.count == 1)
        diagnose_hint(decoder->list, "did you mean '%s'?", named.codes[0]);
    else
        hint_named(decoder, &named, false);
    return false;
}

bool decode_state(struct decoder *decoder, const struct node *node, int *member,
                  const char **name) {
    *member = VETO_NONE;
    *name = NULL;
    if (node->kind != NODE_SCALAR || !decode_is_code(node->text))
        return decode_outsider(decoder, node, member, name);
    *member = veto_scenario_member(decoder->known->scenario, node->text);
    if (*member != VETO_NONE || (*name = veto_state_name(node->text)) != NULL)
        return true;
    struct named named = find_named(decoder->known->scenario, node->text);
    if (named.count > 0)
        return decode_outsider(decoder, node, member, name);
    *member = refuse_member(decoder, node, "write the name of a state outside the Council in full");
    return decoder->known->seats != SEATS_KNOWN;
}

/* ---- drafts ---- */

bool decode_is_news(struct decoder *decoder, const char *name) {
    for (size_t i = 0; i < decoder->known->unknown_count; i++)
        if (strcmp(decoder->known->unknown[i], name) == 0)
            return false;
    if (decoder->known->unknown_count == UNKNOWN_NAMES)
        return false; /* enough */
    decoder->known->unknown[decoder->known->unknown_count++] = name;
    return true;
}

bool decode_draft(struct decoder *decoder, const struct node *node, int *draft) {
    const struct veto_scenario *scenario = decoder->known->scenario;
    if (scenario->draft_count == 0)
        return false; /* that there are none has been reported */
    int index = node->kind == NODE_SCALAR ? veto_scenario_draft(scenario, node->text) : VETO_NONE;
    if (index != VETO_NONE) {
        *draft = index;
    } else if (decode_is_word(decoder, node, "the name of a draft") && !decoder->cut_short &&
               !decode_plain(decoder, node) && decode_is_news(decoder, node->text)) {
        diagnose(decoder->list, node->at, "there is no draft '%s'", node->text);
        diagnose_nearest(decoder->list, node->text, decoder->known->draft_ids);
    }
    return index != VETO_NONE;
}

/* ---- types of keys ---- */

static void decode_member_field(struct decoder *decoder, const struct node *node,
                                const struct field *field, void *target) {
    (void)field;
    decode_member(decoder, node, target);
}

static void decode_set_field(struct decoder *decoder, const struct node *node,
                             const struct field *field, void *target) {
    decode_set(decoder, node, field->key, target);
}

static void decode_draft_field(struct decoder *decoder, const struct node *node,
                               const struct field *field, void *target) {
    (void)field;
    decode_draft(decoder, node, target);
}

const struct field_type field_member = {decode_member_field, "code of a member", JSON_CODE},
                        field_set = {decode_set_field, "list of codes", JSON_CODES},
                        field_draft = {decode_draft_field, "name of a draft", JSON_TEXT};

/* ---- names that are not there ---- */

bool decode_made_by_slip(struct decoder *decoder, const struct node *mapping, size_t index,
                         const char *needed, const char *message) {
    const struct pair *pair = &mapping->pairs[index];
    if (!scenario_is_set(pair->key) || pair->value->kind != NODE_MAPPING ||
        node_get(pair->value, needed))
        return false;
    const char **names = arena_array(decoder->scratch, const char *, index + 1);
    for (size_t i = 0; i < index; i++)
        names[i] = mapping->pairs[i].key->text;
    diagnose(decoder->list, pair->key->at, message, pair->key->text);
    diagnose_nearest(decoder->list, pair->key->text, names);
    return true;
}

const char *decode_others(struct decoder *decoder, veto_set named) {
    const char *others = NULL;
    for (unsigned i = 0; i < decoder->known->scenario->members_count; i++) {
        const char *code = decoder->known->members[i].code;
        if (!veto_set_has(named, i))
            others = others ? arena_printf(decoder->scratch, "%s, %s", others, code) : code;
    }
    return others;
}
