/* One draft: what has become of it, what it asks for and of whom, by what procedure it is decided,
 * and before that where the members stand. */

#include "base/arena.h"
#include "report/minutes.h"
#include "words/words.h"

static void add_draft_fact(const struct minutes *minutes, const char *label, const char *text) {
    enum { LABEL = 13 };
    page_fact(minutes->page, 0, LABEL, label, ROLE_PLAIN, text);
}

static bool is_settled(const struct minutes *minutes, int draft) {
    return session_settled(minutes->meeting, minutes->shown) >> draft & 1;
}

/* ---- what kind of question it is ---- */

/* By what has been shown of the others. */
static enum veto_question question_of(const struct minutes *minutes, int draft) {
    enum veto_outcome outcomes[VETO_MAX_DRAFTS];
    for (int i = 0; i < VETO_MAX_DRAFTS; i++)
        outcomes[i] =
            is_settled(minutes, i) ? veto_meeting_outcome(minutes->meeting, i) : VETO_NOT_PUT;
    return veto_scenario_question(minutes->scenario, outcomes, draft);
}

/* While a preliminary question about it is open, so is what kind of question a draft is. */
static const char *question_text(const struct minutes *minutes, int draft) {
    for (int i = 0; i < (int)minutes->scenario->draft_count && !is_settled(minutes, draft); i++) {
        const struct veto_draft *other = &minutes->scenario->drafts[i];
        if (other->bearing == VETO_PRELIMINARY && other->upon == draft && !is_settled(minutes, i))
            return arena_printf(minutes->arena,
                                "procedural if the preliminary question, draft %s, is adopted, "
                                "else substantive",
                                minutes_name(minutes, i));
    }
    return veto_question_word(question_of(minutes, draft));
}

/* ---- when it is put ---- */

/* Adds the drafts in the order in which the programme comes to vote on them, whatever branches.
 * Returns how many there are then. */
static int find_vote_order(const struct veto_programme *programme, int *drafts, int count) {
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        bool known = item->kind != VETO_ITEM_VOTE && item->kind != VETO_ITEM_WITHOUT_VOTE;
        for (int j = 0; j < count; j++)
            known |= drafts[j] == item->draft;
        if (!known)
            drafts[count++] = item->draft;
        if (item->kind == VETO_ITEM_WHEN) {
            count = find_vote_order(&item->then, drafts, count);
            count = find_vote_order(&item->otherwise, drafts, count);
        }
    }
    return count;
}

/* "vote 2 of 3 in the programme, before the draft that it amends (Rule 36)" */
static const char *order_text(const struct minutes *minutes, int draft) {
    static const char *const before[VETO_BEARINGS] = {
        [VETO_PRINCIPAL] = "",
        [VETO_PRELIMINARY] = ", before the draft that it is about",
        [VETO_AMENDMENT] = (", before the draft that it amends, and of several amendments "
                            "the one furthest removed in substance first (Rule 36)"),
        [VETO_PART] = ", before the whole (Rule 32)",
    };
    int drafts[VETO_MAX_DRAFTS], count = find_vote_order(&minutes->scenario->programme, drafts, 0);
    for (int i = 0; i < count; i++)
        if (drafts[i] == draft)
            return arena_printf(minutes->arena, "vote %d of %d in the programme%s", i + 1, count,
                                before[minutes->scenario->drafts[draft].bearing]);
    return "not in the programme";
}

/* What bears on it, and is voted on before it: "preliminary, oral, paragraph" */
static const char *bearing_text(const struct minutes *minutes, int draft) {
    struct arena *arena = minutes->arena;
    const char *text = "";
    for (int i = 0; i < (int)minutes->scenario->draft_count; i++)
        if (minutes->scenario->drafts[i].bearing != VETO_PRINCIPAL &&
            minutes->scenario->drafts[i].upon == draft)
            text = arena_printf(arena, "%s%s%s", text, *text ? ", " : "", minutes_name(minutes, i));
    return text;
}

/* ---- by what procedure it is decided ---- */

static void add_parties(const struct minutes *minutes, int index, enum veto_question question) {
    struct arena *arena = minutes->arena;
    const struct veto_scenario *scenario = minutes->scenario;
    const struct veto_draft *draft = &scenario->drafts[index];
    const char *parties = words_names(arena, scenario, draft->parties);
    if (veto_scenario_obliged(scenario, index, question))
        parties = arena_printf(arena, "%s; a party %s", parties, words_abstention(scenario));
    add_draft_fact(minutes, "Parties", parties);
    if (draft->seconders)
        add_draft_fact(minutes, "Seconded by",
                       arena_printf(arena, "%s; may require a vote if it is withdrawn (Rule 35)",
                                    words_names(arena, scenario, draft->seconders)));
}

static const char *const bases[] = {
    [VETO_UNDER_OTHER] = "",
    [VETO_UNDER_CHAPTER_VI] = "Chapter VI of the Charter",
    [VETO_UNDER_ARTICLE_52_3] = "Article 52 (3) of the Charter",
    [VETO_UNDER_CHAPTER_VII] = "Chapter VII of the Charter",
};

static void add_procedure(const struct minutes *minutes, int index) {
    struct arena *arena = minutes->arena;
    const struct veto_scenario *scenario = minutes->scenario;
    enum veto_question question = question_of(minutes, index);
    bool plain = scenario->rules.veto_needs <= 1 && scenario->rules.override_at == 0;
    add_draft_fact(minutes, "Question", question_text(minutes, index));
    add_draft_fact(minutes, "Under", bases[scenario->drafts[index].basis]);
    add_draft_fact(minutes, "Order", order_text(minutes, index));
    add_draft_fact(minutes, "Before it", bearing_text(minutes, index));
    add_draft_fact(minutes, "Needs", words_needs(arena, scenario, question));
    add_draft_fact(minutes, "And besides", words_majorities(arena, scenario, ~0U));
    if (question == VETO_SUBSTANTIVE && scenario->rules.veto_holders && !plain)
        add_draft_fact(minutes, "A veto", words_veto(arena, scenario));
    add_parties(minutes, index, question);
}

/* ---- where the members stand ---- */

/* The leaning of each member, and the members as they are listed. */
struct standings {
    double leanings[VETO_MAX_MEMBERS];
    const size_t *order;
};

/* "strongly against: the Russian Federation; neither way: ..." */
static const char *stances_text(const struct minutes *minutes, const struct standings *standings) {
    struct arena *arena = minutes->arena;
    unsigned count = minutes->scenario->members_count;
    const char *text = "";
    for (unsigned i = 0; i < count;) {
        const char *stance = words_stance(standings->leanings[standings->order[i]]);
        veto_set set = 0;
        for (; i < count && words_stance(standings->leanings[standings->order[i]]) == stance; i++)
            set |= veto_set_of((unsigned)standings->order[i]);
        text = arena_printf(arena, "%s%s%s: %s", text, *text ? "; " : "", stance,
                            words_names(arena, minutes->scenario, set));
    }
    return text;
}

/* "RUS -0.95, CHN -0.10, ..." */
static const char *leanings_text(const struct minutes *minutes, const struct standings *standings) {
    struct arena *arena = minutes->arena;
    const char *text = "";
    for (unsigned i = 0; i < minutes->scenario->members_count; i++)
        text = arena_printf(arena, "%s%s%s\u00a0%s", text, i ? ", " : "",
                            minutes->scenario->members[standings->order[i]].code,
                            words_leaning(arena, standings->leanings[standings->order[i]]));
    return text;
}

/* As they lean now, those most against first. */
static void add_standings(const struct minutes *minutes, int draft, bool numbers) {
    struct standings standings;
    double against[VETO_MAX_MEMBERS];
    unsigned count = minutes->scenario->members_count;
    for (unsigned i = 0; i < count; i++) {
        standings.leanings[i] =
            veto_meeting_leaning(minutes->meeting, draft, (int)i, minutes->shown);
        against[i] = -standings.leanings[i];
    }
    standings.order = words_largest_first(minutes->arena, against, count);
    page_gap(minutes->page);
    add_draft_fact(minutes, "Leanings",
                   numbers ? leanings_text(minutes, &standings)
                           : stances_text(minutes, &standings));
    if (numbers)
        add_draft_fact(minutes, "", "at this point, from -1, against, to 1, in favour");
}

/* ---- the page ---- */

static void build_draft(struct page *page, const void *context) {
    const struct draft_subject *subject = context;
    const struct told *told = &subject->told;
    const struct minutes minutes = minutes_of(page, told);
    const struct veto_draft *draft = &minutes.scenario->drafts[subject->draft];
    bool settled = is_settled(&minutes, subject->draft);
    const struct veto_vote *vote = veto_meeting_vote(told->meeting, subject->draft);
    page_section(page, "%s: %s",
                 words_capital(page->arena, minutes_named(&minutes, subject->draft)),
                 settled ? words_brief_outcome(page->arena, vote) : "to come");
    page_paragraph(page, ROLE_DIM, 0, draft->title);
    if (settled)
        minutes_result(&minutes, subject->draft);
    page_gap(page);
    minutes_draft(&minutes, subject->draft, 0, false);
    add_procedure(&minutes, subject->draft);
    if (!settled && !draft->kind_count && told_draft(told, subject->draft))
        add_standings(&minutes, subject->draft, subject->numbers);
}

const struct report report_draft = {.page = build_draft};
