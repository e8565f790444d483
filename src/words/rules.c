/* Sentences about rules and procedure: what a vote needs, and what may be done about a draft. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "words/words.h"

/* ---- rules ---- */

char *words_overriding(struct arena *arena, const struct veto_rules *rules) {
    return arena_printf(arena, "%u vote%s in favour override%s", rules->override_at,
                        text_plural(rules->override_at), rules->override_at == 1 ? "s" : "");
}

veto_set words_permanent(const struct veto_scenario *scenario) {
    veto_set set = 0;
    for (unsigned member = 0; member < scenario->members_count; member++)
        if (scenario->members[member].permanent)
            set |= veto_set_of(member);
    return set;
}

char *words_veto(struct arena *arena, const struct veto_scenario *scenario) {
    const struct veto_rules *rules = &scenario->rules;
    if (rules->veto_holders == 0)
        return arena_printf(arena, "held by no member");
    char *text =
        rules->veto_holders == words_permanent(scenario)
            ? arena_printf(arena, "held by each permanent member")
            : arena_printf(arena, "held by %s", words_names(arena, scenario, rules->veto_holders));
    if (rules->veto_needs > 1)
        text =
            arena_printf(arena, "%s; it takes %u of them voting against", text, rules->veto_needs);
    if (rules->override_at)
        text = arena_printf(arena, "%s; %s it", text, words_overriding(arena, rules));
    return text;
}

static char *majority_words(struct arena *arena, const struct veto_scenario *scenario,
                            const struct veto_majority *majority) {
    if (majority->name)
        return arena_copy(arena, majority->name, strlen(majority->name));
    unsigned long long needed = majority->needed;
    char *what = arena_printf(arena, majority->weights ? "a weight of %llu" : "%llu", needed);
    bool all = veto_set_count(majority->group) == scenario->members_count;
    return arena_printf(arena, "%s in favour among %s", what,
                        all ? "all members" : words_names(arena, scenario, majority->group));
}

char *words_majorities(struct arena *arena, const struct veto_scenario *scenario, uint32_t which) {
    const struct veto_rules *rules = &scenario->rules;
    char *text = arena_copy(arena, "", 0);
    for (unsigned i = 0; i < rules->majority_count; i++)
        if (which >> i & 1)
            text = arena_printf(arena, "%s%s%s", text, *text ? "; " : "",
                                majority_words(arena, scenario, &rules->majorities[i]));
    return text;
}

const char *words_abstention(const struct veto_scenario *scenario) {
    static const char warn[] = "shall abstain (Article 27 (3)); a vote that it casts all the same "
                               "stands, and is remarked upon",
                      enforce[] = "shall abstain (Article 27 (3)); a vote that it casts counts as "
                                  "an abstention";
    static const char *const words[] = {
        [VETO_ABSTENTION_OFF] = "",
        [VETO_ABSTENTION_WARN] = warn,
        [VETO_ABSTENTION_ENFORCE] = enforce,
    };
    return words[scenario->obligatory_abstention];
}

/* ---- what a member can do ---- */

char *words_alone(struct arena *arena, const struct veto_scenario *scenario, int member) {
    const struct veto_rules *rules = &scenario->rules;
    if (!veto_set_has(rules->veto_holders, (unsigned)member))
        return arena_printf(arena, "Its vote against stops nothing: it is one of %u.",
                            rules->members);
    if (rules->veto_needs > 1)
        return arena_printf(arena,
                            "Its vote against stops nothing: a veto takes %u of those who hold it.",
                            rules->veto_needs);
    const char *unless = rules->override_at
                             ? arena_printf(arena, ", unless %u %s in favour", rules->override_at,
                                            rules->override_at == 1 ? "is" : "are")
                             : "";
    return arena_printf(arena,
                        "Its vote against a draft with %u vote%s in favour is a veto, and stops "
                        "it%s. With fewer in favour the draft fails by itself, and there is "
                        "nothing to veto. To abstain is no veto.",
                        rules->required, text_plural(rules->required), unless);
}

char *words_together(struct arena *arena, const struct veto_scenario *scenario, int member) {
    const struct veto_rules *rules = &scenario->rules;
    unsigned block = rules->members - rules->required + 1;
    bool shares = rules->veto_needs > 1 && veto_set_has(rules->veto_holders, (unsigned)member);
    char *veto = shares ? arena_printf(arena, "With %u more who hold the veto, a veto. ",
                                       rules->veto_needs - 1)
                        : "";
    const char *adopts =
        rules->required == 1
            ? "Alone in favour it adopts a draft"
            : arena_printf(arena, "With %u more in favour, %u of %u, a draft is adopted",
                           rules->required - 1, rules->required, rules->members);
    const char *fails =
        block == 1
            ? "Alone against or abstaining it makes one fail"
            : arena_printf(arena, "With %u more that are against or abstain, %u in all, it fails",
                           block - 1, block);
    return arena_printf(arena, "%s%s, if nobody vetoes it. %s.", veto, adopts, fails);
}

/* ---- a draft before its vote ---- */

char *words_required(struct arena *arena, unsigned required, unsigned members) {
    return arena_printf(arena, "%u of %u vote%s in favour", required, members,
                        text_plural(members));
}

char *words_needs(struct arena *arena, const struct veto_scenario *scenario,
                  enum veto_question question) {
    const struct veto_rules *rules = &scenario->rules;
    const char *veto = question == VETO_PROCEDURAL ? "; no veto is possible"
                       : rules->veto_holders == 0  ? "; nobody has a veto"
                                                   : ", and no veto of ";
    bool holders = question == VETO_SUBSTANTIVE && rules->veto_holders;
    return arena_printf(arena, "%s%s%s", words_required(arena, rules->required, rules->members),
                        veto, holders ? words_names(arena, scenario, rules->veto_holders) : "");
}

char *words_bearing(struct arena *arena, const struct veto_scenario *scenario, int draft) {
    static const char *const forms[VETO_BEARINGS][2] = {
        [VETO_PRELIMINARY] = {"The preliminary question whether ", " is procedural."},
        [VETO_AMENDMENT] = {"An amendment to ", "."},
        [VETO_PART] = {"A part of ", ", for a separate vote."},
    };
    const struct veto_draft *on = &scenario->drafts[draft];
    if (on->bearing == VETO_PRINCIPAL)
        return arena_copy(arena, "", 0);
    return arena_printf(arena, "%s%s%s", forms[on->bearing][0],
                        words_named(arena, &scenario->drafts[on->upon]), forms[on->bearing][1]);
}

char *words_nature(struct arena *arena, const struct veto_scenario *scenario, int draft) {
    enum veto_outcome outcomes[VETO_MAX_DRAFTS];
    for (unsigned i = 0; i < VETO_MAX_DRAFTS; i++)
        outcomes[i] = VETO_NOT_PUT;
    char *text = words_bearing(arena, scenario, draft);
    if (veto_scenario_question(scenario, outcomes, draft) == VETO_SUBSTANTIVE)
        return text;
    return arena_printf(arena, "%s%sA procedural question: no veto is possible.", text,
                        *text ? " " : "");
}

const char *words_question(enum veto_question question) {
    return question == VETO_PROCEDURAL ? "The question is procedural: it cannot be vetoed." : "";
}

/* ---- motions, obligations, sequels ---- */

char *words_motion(struct arena *arena, const struct veto_scenario *scenario,
                   const struct veto_item *item) {
    char *draft = words_named(arena, &scenario->drafts[item->draft]);
    char *who =
        words_capital(arena, words_name(arena, scenario->members[item->speaker.member].name));
    switch (item->kind) {
    case VETO_ITEM_WITHDRAW:
        return arena_printf(arena, "%s withdraws %s (Rule 35).", who, draft);
    case VETO_ITEM_REVIVE:
        return arena_printf(arena, "%s, which seconded %s, requires a vote on it (Rule 35).", who,
                            draft);
    default:
        return arena_printf(arena, "%s objects to a separate vote on %s (Rule 32).", who, draft);
    }
}

char *words_why_not_put(struct arena *arena, const struct veto_meeting *meeting, int draft) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    const char *why = veto_meeting_not_put(meeting, draft);
    for (size_t i = 0; i < veto_meeting_event_count(meeting); i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        if (event->kind != VETO_EVENT_NOT_PUT || event->draft != draft || !event->item)
            continue;
        return arena_printf(arena,
                            event->item->kind == VETO_ITEM_WITHDRAW
                                ? "%s withdrew it"
                                : "%s objected to a separate vote on it",
                            words_name(arena, scenario->members[event->member].name));
    }
    return arena_copy(arena, why, strlen(why));
}

char *words_obligation(struct arena *arena, const struct veto_scenario *scenario,
                       const struct veto_vote *vote, int member) {
    const struct veto_cast *cast = &vote->casts[member];
    char *name = words_capital(arena, words_name(arena, scenario->members[member].name));
    return arena_printf(arena,
                        "%s is a party to the dispute and shall abstain (Article 27 (3)): its vote "
                        "%s %s.",
                        name, words_ballot(cast->given),
                        cast->ballot == cast->given ? "stands all the same"
                                                    : "counts as an abstention");
}

bool words_obliged(const struct veto_cast *cast) {
    return cast->obliged && (cast->given == VETO_YES || cast->given == VETO_NO);
}

char *words_sequel(struct arena *arena, const struct veto_scenario *scenario,
                   const struct veto_event *event) {
    static const char debate[] =
        "the President of the General Assembly convenes it within ten working days for a debate on "
        "the situation, unless it meets in an emergency special session on it (A/RES/76/262)";
    static const char uniting[] =
        "the General Assembly may take the matter up, where there appears to be a threat to the "
        "peace, breach of the peace or act of aggression (Uniting for Peace, A/RES/377 (V))";
    const char *follows = event->kind == VETO_EVENT_ASSEMBLY_DEBATE ? debate : uniting;
    return arena_printf(arena, "After the veto of %s: %s.",
                        words_named(arena, &scenario->drafts[event->draft]), follows);
}
