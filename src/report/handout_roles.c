/* A card for each member: who it is, what it wants on record, and what it can do. */
#include "base/arena.h"
#include "report/handout_parts.h"
#include "words/words.h"

static const char *role_seat_of(const struct minutes *minutes, unsigned member) {
    const struct veto_member *about = &minutes->scenario->members[member];
    bool president = minutes->scenario->president == (int)member;
    return arena_printf(minutes->arena, "%s%s", about->permanent ? "permanent" : "elected",
                        president ? ", and presides" : "");
}

static const char *sponsored(const struct minutes *minutes, unsigned member) {
    const struct veto_scenario *scenario = minutes->scenario;
    const char **names = arena_array(minutes->arena, const char *, scenario->draft_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < scenario->draft_count; i++)
        if (veto_set_has(scenario->drafts[i].sponsors, member))
            names[count++] = words_titled(minutes->arena, &scenario->drafts[i]);
    return words_list(minutes->arena, names, count);
}

/* Those it listens to, whom it follows furthest first. */
static const char *heard(const struct minutes *minutes, unsigned member) {
    const struct veto_scenario *scenario = minutes->scenario;
    unsigned members = scenario->members_count, order[VETO_MAX_MEMBERS], count = 0;
    const double *ties = &scenario->ties[member * members];
    const char **names = arena_array(minutes->arena, const char *, members + 1);
    for (unsigned i = 0; i < members; i++) {
        unsigned at = count;
        if (i == member || ties[i] <= 0)
            continue;
        for (; at > 0 && ties[order[at - 1]] < ties[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
        count++;
    }
    for (unsigned i = 0; i < count; i++)
        names[i] = words_name(minutes->arena, scenario->members[order[i]].name);
    return words_list(minutes->arena, names, count);
}

static const char *allies(const struct minutes *minutes, unsigned member) {
    int bloc = minutes->scenario->members[member].bloc;
    if (bloc == VETO_NONE)
        return "";
    veto_set others = minutes->scenario->blocs[bloc].members & ~veto_set_of(member);
    return words_names(minutes->arena, minutes->scenario, others);
}

/* As short as it can be told apart. */
static const char *on_paper(struct arena *arena, const struct veto_draft *draft) {
    return draft->symbol ? draft->symbol : arena_printf(arena, "\u201c%s\u201d", draft->title);
}

/* What it said on a draft or on the whole before anything was decided, but for what tells how it
 * votes or what comes of a draft: the class is to predict that. */
static void add_said(const struct minutes *minutes, const struct veto_programme *programme,
                     unsigned member) {
    size_t count = handout_unsettled(programme);
    for (size_t i = 0; i < count; i++) {
        const struct veto_item *item = &programme->items[i];
        bool tells = item->explains_vote || item->announces_vote;
        if (item->kind != VETO_ITEM_STATEMENT || item->speaker.speaks_for != (int)member || tells)
            continue;
        bool paraphrased = item->quoting == VETO_PARAPHRASE && item->source;
        const char *on =
            item->draft == VETO_NONE
                ? ""
                : arena_printf(minutes->arena, ", on %s",
                               on_paper(minutes->arena, &minutes->scenario->drafts[item->draft]));
        page_itemf(minutes->page, ROLE_PLAIN, 1, "%s%s%s: %s",
                   words_speaker(minutes->arena, minutes->scenario, item), on,
                   paraphrased ? " (paraphrase)" : "", words_said(minutes->arena, item));
    }
}

static void add_card(const struct minutes *minutes, unsigned member) {
    const struct veto_scenario *scenario = minutes->scenario;
    const struct veto_member *about = &scenario->members[member];
    bool veto = veto_set_has(scenario->rules.veto_holders, member);
    page_section(minutes->page, "%s", about->name);
    minutes_fact(minutes, "Delegate", about->delegate ? about->delegate : "");
    minutes_fact(minutes, "Seat", role_seat_of(minutes, member));
    minutes_fact(minutes, "Group", words_group(about->group));
    minutes_fact(minutes, "Veto", veto ? "yes" : "no");
    minutes_fact(minutes, "Sponsors", sponsored(minutes, member));
    minutes_fact(minutes, "Listens to", heard(minutes, member));
    minutes_fact(minutes, "Often at one with", allies(minutes, member));
    minutes_fact(minutes, "Alone", words_alone(minutes->arena, scenario, (int)member));
    minutes_fact(minutes, "With others", words_together(minutes->arena, scenario, (int)member));
    add_said(minutes, &scenario->beforehand, member);
    add_said(minutes, &scenario->programme, member);
}

static void build_roles(struct page *page, const void *context) {
    const struct handout_subject *subject = context;
    const struct minutes minutes = handout_minutes(page, subject->meeting);
    page->parts = PARTS_CARDS;
    handout_head(&minutes, "Role cards: one for each member, to be cut apart.", false);
    handout_foot(&minutes);
    for (unsigned i = 0; i < minutes.scenario->members_count; i++)
        add_card(&minutes, i);
}

const struct report report_handout_roles = {.page = build_roles};
