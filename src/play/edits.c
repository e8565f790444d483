#include "play/edits.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "play/rules.h"
#include "words/words.h"

/* ---- lists ---- */

bool edits_same(const struct edit *a, const struct edit *b) {
    while (a && b && a != b) {
        if (strcmp(a->override, b->override) != 0)
            return false;
        a = a->before;
        b = b->before;
    }
    return a == b;
}

static const struct edit *without(struct editing *editing, const struct edit *edits,
                                  const char *path) {
    if (!edits || strcmp(edits->path, path) == 0)
        return edits ? edits->before : NULL;
    const struct edit *rest = without(editing, edits->before, path);
    if (rest == edits->before)
        return edits;
    struct edit *copy = arena_new(editing->arena, struct edit);
    *copy = (struct edit){rest, edits->path, edits->override};
    return copy;
}

/* These edits with a value behind a path; NULL: the one that it had at the start. */
static const struct edit *with(struct editing *editing, const struct edit *edits, const char *path,
                               const char *value) {
    const struct edit *rest = without(editing, edits, path);
    editing->told = words_change(editing->arena, editing->start, path, value);
    if (!value)
        return rest;
    struct edit *edit = arena_new(editing->arena, struct edit);
    *edit = (struct edit){rest, path, arena_printf(editing->arena, "%s=%s", path, value)};
    return edit;
}

/* ---- from a wish to an edit ---- */

/* A number as the file has it; NULL where it is the one at the start. */
static const char *text_of_number(struct editing *editing, double number, double start) {
    return fabs(number - start) < 1e-9 ? NULL : words_leaning(editing->arena, number);
}

/* "drafts.french.ballots.CHN" */
static char *member_path(struct editing *editing, const struct wish *wish, const char *key) {
    return arena_printf(editing->arena, "drafts.%s.%s.%s", editing->start->drafts[wish->draft].id,
                        key, editing->start->members[wish->member].code);
}

static const struct edit *edit_ballot(struct editing *editing, const struct wish *wish) {
    const struct veto_draft *draft = &editing->start->drafts[wish->draft];
    const struct veto_preset_ballot *start = &draft->ballots[wish->member];
    const char *value;
    if (wish->ballot == VETO_NONE)
        value = start->kind == VETO_BY_MODEL || wish->hides ? NULL : "";
    else if (start->kind == VETO_FIXED && (int)start->ballot == wish->ballot && !wish->hides)
        value = NULL;
    else
        value = veto_ballot_word((enum veto_ballot)wish->ballot);
    return with(editing, editing->now, member_path(editing, wish, "ballots"), value);
}

static const struct edit *edit_leaning(struct editing *editing, const struct wish *wish) {
    double start = editing->start->drafts[wish->draft].leanings[wish->member];
    return with(editing, editing->now, member_path(editing, wish, "leanings"),
                text_of_number(editing, wish->number, start));
}

static const struct edit *edit_tendency(struct editing *editing, const struct wish *wish) {
    const struct veto_member *start = &editing->start->members[wish->member];
    return with(editing, editing->now,
                arena_printf(editing->arena, "members.%s.%s", start->code,
                             wish->veto ? "veto_tendency" : "opposition"),
                text_of_number(editing, wish->number,
                               wish->veto ? start->veto_tendency : start->opposition));
}

/* What was typed at the prompt. The value at the start is not known here, so it counts as changed.
 */
static const struct edit *edit_override(struct editing *editing, const struct wish *wish) {
    size_t length = strcspn(wish->text, "=");
    const char *value = wish->text[length] ? wish->text + length + 1 : "";
    return with(editing, editing->now, arena_copy(editing->arena, wish->text, length),
                arena_copy(editing->arena, value, strlen(value)));
}

static const struct edit *edit_required(struct editing *editing, const struct wish *wish) {
    bool same = (unsigned)wish->number == editing->start->rules.required;
    return with(editing, editing->now, "council.required_majority",
                same ? NULL : arena_printf(editing->arena, "%u", (unsigned)wish->number));
}

/* The veto for nobody; or for those that had it at the start, else for the permanent members. */
static const struct edit *edit_vetoes(struct editing *editing, const struct wish *wish) {
    const struct veto_scenario *start = editing->start;
    veto_set holders = start->rules.veto_holders;
    if (!holders)
        holders = words_permanent(start);
    holders = wish->veto ? holders : 0;
    char *text = arena_printf(editing->arena, "[");
    for (unsigned i = 0; i < start->members_count; i++)
        if (veto_set_has(holders, i))
            text = arena_printf(editing->arena, "%s%s%s", text, text[1] ? ", " : "",
                                start->members[i].code);
    return with(editing, editing->now, "council.veto",
                holders == start->rules.veto_holders ? NULL
                                                     : arena_printf(editing->arena, "%s]", text));
}

/* Rules by name, in the place of what single ones of them were changed to. */
static const struct edit *edit_rules(struct editing *editing, const struct wish *wish) {
    static const char *const single[] = {"council.required_majority", "council.veto",
                                         "council.veto_needs", "council.override_at"};
    size_t count;
    const struct veto_rule_set *set = &veto_rule_sets(&count)[(size_t)wish->number];
    const struct edit *edits = editing->now;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        edits = without(editing, edits, single[i]);
    return with(editing, edits, "council.rules",
                rules_at_hand(editing->start, set) ? NULL : set->name);
}

/* Where the draft is of one kind, what was said of others goes. */
static const struct edit *edit_kind(struct editing *editing, const struct wish *wish) {
    const struct edit *edits = editing->now;
    const char *path = arena_copy(editing->arena, wish->text, strlen(wish->text));
    size_t draft = (size_t)(strstr(path, ".kinds.") - path) + strlen(".kinds.");
    for (const struct edit *edit = editing->now; edit && wish->number > 0; edit = edit->before)
        if (strncmp(edit->path, path, draft) == 0 &&
            strcmp(strrchr(edit->path, '.'), ".weight") == 0)
            edits = without(editing, edits, edit->path);
    return with(editing, edits, path, wish->number < 0 ? NULL : wish->number > 0 ? "1" : "0");
}

const struct edit *edits_wish(struct editing *editing, const struct wish *wish) {
    static const struct edit *(*const make[DESK_WISHES])(struct editing *, const struct wish *) = {
        [WISH_BALLOT] = edit_ballot,     [WISH_LEANING] = edit_leaning,
        [WISH_TENDENCY] = edit_tendency, [WISH_REQUIRED] = edit_required,
        [WISH_VETOES] = edit_vetoes,     [WISH_OVERRIDE] = edit_override,
        [WISH_RULES] = edit_rules,       [WISH_KIND] = edit_kind,
    };
    return make[wish->kind](editing, wish);
}
