/* The drafts: all of them on the left; on the right what one of them asks for and of whom, by what
 * procedure it is decided, and what has become of it. */
#include <stdlib.h>

#include "play/pick.h"
#include "view/parts.h"
#include "words/scale.h"
#include "words/words.h"

enum {
    LIST = 30,
    LIST_WIDE = 44,
    WIDE = 120,
    WIDEST = 100,
    GAP = 2,
    LABEL = 13,
    ENTRY = 2,       /* rows of the list: a name and what became of it; ... */
    ENTRY_TITLED = 4 /* ... with a title between, and a row apart */
};

static const char *draft_name_of(const struct scene *scene, int draft) {
    return words_draft(scene->frame->arena, &scene->scenario->drafts[draft]);
}

/* ---- the list ---- */

/* Where there is no room for "S/2016/846 (french)", the symbol says enough. */
static const char *short_name(const struct scene *scene, int draft, int columns) {
    const char *symbol = scene->scenario->drafts[draft].symbol, *name = draft_name_of(scene, draft);
    return symbol && frame_width(scene->frame, name) > columns ? symbol : name;
}

static void draw_list_draft(const struct scene *scene, struct area area, int draft, bool selected) {
    struct frame *frame = scene->frame;
    enum style style;
    const char *how = draft_fate(scene, draft, &style);
    if (selected) {
        frame_put(frame, area, 0, 0, STYLE_STRONG, frame_sign(frame, SIGN_SPEAKER));
        frame_point(frame, area);
    }
    frame_put(frame, area, 2, 0, STYLE_KEY, arena_printf(frame->arena, "%d", draft + 1));
    frame_put_short(frame, area, 5, 0, selected ? STYLE_SELECTED : STYLE_PLAIN,
                    short_name(scene, draft, area.columns - 5));
    if (area.rows == ENTRY_TITLED)
        frame_put_short(frame, area, 5, 1, STYLE_DIM, scene->scenario->drafts[draft].title);
    frame_put_short(frame, area, 5, area.rows == ENTRY_TITLED ? 2 : 1, style, how);
    frame_spot(frame, area, ACTION_PICK_NUMBER, draft);
}

static void draw_drafts_list(const struct scene *scene, struct area area, int picked) {
    int count = (int)scene->scenario->draft_count;
    bool titled = area.columns >= LIST_WIDE - GAP && area.rows >= count * ENTRY_TITLED;
    int entry = titled ? ENTRY_TITLED : ENTRY, room = area.rows / entry;
    int first = list_stand(picked, count, room);
    for (int i = 0; i < room && first + i < count; i++)
        draw_list_draft(scene, area_part(area, 0, i * entry, area.columns, entry), first + i,
                        first + i == picked);
}

/* ---- what kind of question it is ---- */

/* By what has been shown of the others. */
static enum veto_question question_of(const struct scene *scene, int draft) {
    enum veto_outcome outcomes[VETO_MAX_DRAFTS];
    for (int i = 0; i < VETO_MAX_DRAFTS; i++) {
        const struct veto_event *fate = i < (int)scene->scenario->draft_count
                                            ? state_fate(scene->stage, scene->state, i)
                                            : NULL;
        outcomes[i] = fate && fate->vote ? fate->vote->result.outcome : VETO_NOT_PUT;
    }
    return veto_scenario_question(scene->scenario, outcomes, draft);
}

/* The preliminary question about a draft that is still open; or VETO_NONE. */
static int open_preliminary(const struct scene *scene, int draft) {
    for (int i = 0; i < (int)scene->scenario->draft_count; i++) {
        const struct veto_draft *other = &scene->scenario->drafts[i];
        if (other->bearing == VETO_PRELIMINARY && other->upon == draft &&
            !state_fate(scene->stage, scene->state, i))
            return i;
    }
    return VETO_NONE;
}

static const char *question_text(const struct scene *scene, int draft) {
    int preliminary = open_preliminary(scene, draft);
    if (preliminary != VETO_NONE && !state_fate(scene->stage, scene->state, draft))
        return arena_printf(scene->frame->arena,
                            "procedural if the preliminary question, draft %s, is adopted, else "
                            "substantive",
                            draft_name_of(scene, preliminary));
    return veto_question_word(question_of(scene, draft));
}

static const char *basis_text(enum veto_basis basis) {
    static const char *const texts[] = {
        [VETO_UNDER_OTHER] = "",
        [VETO_UNDER_CHAPTER_VI] = "Chapter VI of the Charter",
        [VETO_UNDER_ARTICLE_52_3] = "Article 52 (3) of the Charter",
        [VETO_UNDER_CHAPTER_VII] = "Chapter VII of the Charter",
    };
    return texts[basis];
}

/* ---- when it is put ---- */

/* The drafts in the order in which the programme comes to vote on them, whatever branches. */
struct order {
    int drafts[VETO_MAX_DRAFTS], count;
};

static void find_vote_order(const struct veto_programme *programme, struct order *order) {
    for (size_t i = 0; i < programme->count; i++) {
        const struct veto_item *item = &programme->items[i];
        bool known = item->kind != VETO_ITEM_VOTE && item->kind != VETO_ITEM_WITHOUT_VOTE;
        for (int j = 0; j < order->count; j++)
            known |= order->drafts[j] == item->draft;
        if (!known)
            order->drafts[order->count++] = item->draft;
        if (item->kind == VETO_ITEM_WHEN) {
            find_vote_order(&item->then, order);
            find_vote_order(&item->otherwise, order);
        }
    }
}

/* "vote 2 of 3 in the programme, before the draft that it amends (Rule 36)" */
static const char *order_text(const struct scene *scene, int draft) {
    static const char amendment[] = ", before the draft that it amends, and of several amendments "
                                    "the one furthest removed in substance first (Rule 36)";
    static const char *const before[VETO_BEARINGS] = {
        [VETO_PRINCIPAL] = "",
        [VETO_PRELIMINARY] = ", before the draft that it is about",
        [VETO_AMENDMENT] = amendment,
        [VETO_PART] = ", before the whole (Rule 32)",
    };
    struct order order = {.count = 0};
    find_vote_order(&scene->scenario->programme, &order);
    for (int i = 0; i < order.count; i++)
        if (order.drafts[i] == draft)
            return arena_printf(scene->frame->arena, "vote %d of %d in the programme%s", i + 1,
                                order.count, before[scene->scenario->drafts[draft].bearing]);
    return "not in the programme";
}

/* What bears on it, and is voted on before it: "preliminary, oral, paragraph" */
static const char *bearing_text(const struct scene *scene, int draft) {
    struct arena *arena = scene->frame->arena;
    const char *text = "";
    for (int i = 0; i < (int)scene->scenario->draft_count; i++)
        if (scene->scenario->drafts[i].bearing != VETO_PRINCIPAL &&
            scene->scenario->drafts[i].upon == draft)
            text = arena_printf(arena, "%s%s%s", text, *text ? ", " : "", draft_name_of(scene, i));
    return text;
}

/* ---- who is bound, and where they stand ---- */

static void add_parties(struct lines *lines, const struct scene *scene, int index) {
    struct arena *arena = lines->frame->arena;
    const struct veto_scenario *scenario = scene->scenario;
    const struct veto_draft *draft = &scenario->drafts[index];
    bool bound = veto_scenario_obliged(scenario, index, question_of(scene, index)) != 0;
    const char *parties = words_names(arena, scenario, draft->parties);
    lines_fact(lines, LABEL, "Parties",
               bound ? arena_printf(arena, "%s; a party %s", parties, words_abstention(scenario))
                     : parties);
    if (draft->seconders)
        lines_fact(lines, LABEL, "Seconded by",
                   arena_printf(arena, "%s; may require a vote if it is withdrawn (Rule 35)",
                                words_names(arena, scenario, draft->seconders)));
}

struct standing {
    unsigned member;
    double leaning;
};

/* Of those that lean alike in the order of the Council. */
static int further_against(const void *a, const void *b) {
    const struct standing *left = a, *right = b;
    int order = (left->leaning > right->leaning) - (left->leaning < right->leaning);
    return order ? order : (left->member > right->member) - (left->member < right->member);
}

/* "strongly against: the Russian Federation; neither way: ..." */
static const char *stances_text(const struct scene *scene, const struct standing *standings) {
    struct arena *arena = scene->frame->arena;
    unsigned count = scene->scenario->members_count;
    const char *text = "";
    for (unsigned i = 0; i < count;) {
        const char *stance = words_stance(standings[i].leaning);
        veto_set set = 0;
        for (; i < count && words_stance(standings[i].leaning) == stance; i++)
            set |= veto_set_of(standings[i].member);
        text = arena_printf(arena, "%s%s%s: %s", text, *text ? "; " : "", stance,
                            words_names(arena, scene->scenario, set));
    }
    return text;
}

/* "RUS -0.95, CHN -0.10, ..." */
static const char *leanings_text(const struct scene *scene, const struct standing *standings) {
    struct arena *arena = scene->frame->arena;
    const char *text = "";
    for (unsigned i = 0; i < scene->scenario->members_count; i++)
        text = arena_printf(arena, "%s%s%s\u00a0%s", text, i ? ", " : "",
                            scene->scenario->members[standings[i].member].code,
                            words_leaning(arena, standings[i].leaning));
    return text;
}

/* As they lean now, those most against first. */
static void add_draft_leanings(struct lines *lines, const struct scene *scene, int draft) {
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    struct standing standings[VETO_MAX_MEMBERS];
    unsigned count = scene->scenario->members_count;
    bool numbers = scene->state->numbers;
    for (unsigned i = 0; i < count; i++)
        standings[i] =
            (struct standing){i, veto_meeting_leaning(meeting, draft, (int)i, scene->state->shown)};
    qsort(standings, count, sizeof *standings, further_against);
    lines_fact(lines, LABEL, "Leanings",
               numbers ? leanings_text(scene, standings) : stances_text(scene, standings));
    if (numbers)
        lines_fact(lines, LABEL, "", "at this point, from -1, against, to 1, in favour");
}

/* ---- what has become of it ---- */

static void add_draft_ballots(struct lines *lines, const struct scene *scene,
                              const struct veto_vote *vote) {
    struct arena *arena = lines->frame->arena;
    for (int ballot = 0; vote->casts && ballot < VETO_BALLOTS; ballot++) {
        veto_set set = 0;
        for (unsigned i = 0; i < scene->scenario->members_count; i++)
            if ((int)vote->casts[i].ballot == ballot)
                set |= veto_set_of(i);
        lines_fact(lines, LABEL, words_capital(arena, words_ballot((enum veto_ballot)ballot)),
                   words_names(arena, scene->scenario, set));
    }
}

/* The verdict, as soon as it has been shown. */
static void add_fate(struct lines *lines, const struct scene *scene, int draft) {
    struct arena *arena = lines->frame->arena;
    const struct veto_event *fate = state_fate(scene->stage, scene->state, draft);
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    if (!fate)
        return;
    lines_add(lines, STYLE_STRONG, 0,
              fate->vote ? words_result(arena, scene->scenario, fate->vote)
                         : words_not_put(arena, &scene->scenario->drafts[draft],
                                         words_why_not_put(arena, meeting, draft)));
    lines_gap(lines);
}

/* Who voted how; before that, where the members stand. */
static void add_draft_members(struct lines *lines, const struct scene *scene, int draft) {
    const struct veto_event *fate = state_fate(scene->stage, scene->state, draft);
    lines_gap(lines);
    if (fate && fate->vote) {
        add_draft_ballots(lines, scene, fate->vote);
        return;
    }
    if (state_hides(scene->stage, scene->state, draft)) {
        lines_add(lines, STYLE_DIM, 0,
                  "Leanings and odds are hidden until the result; H shows them.");
        return;
    }
    if (!scene->scenario->drafts[draft].kind_count)
        add_draft_leanings(lines, scene, draft);
    if (!fate && odds_line(scene, draft))
        lines_add(lines, STYLE_DIM, 0, words_capital(lines->frame->arena, odds_line(scene, draft)));
}

/* ---- the view ---- */

static void add_draft_name(struct lines *lines, const struct scene *scene, int index) {
    struct arena *arena = lines->frame->arena;
    const struct veto_draft *draft = &scene->scenario->drafts[index];
    enum style style;
    const char *how = draft_fate(scene, index, &style);
    lines_add(lines, STYLE_TITLE, 0,
              arena_printf(arena, "%s: %s", words_capital(arena, words_named(arena, draft)), how));
    lines_add(lines, STYLE_DIM, 0, draft->title);
    add_fate(lines, scene, index);
    if (draft->about)
        lines_add(lines, STYLE_PLAIN, 0, draft->about);
    lines_gap(lines);
}

static void add_procedure(struct lines *lines, const struct scene *scene, int index) {
    struct arena *arena = lines->frame->arena;
    const struct veto_scenario *scenario = scene->scenario;
    const struct veto_draft *draft = &scenario->drafts[index];
    enum veto_question question = question_of(scene, index);
    bool plain = scenario->rules.veto_needs <= 1 && scenario->rules.override_at == 0;
    lines_fact(lines, LABEL, "Sponsors", words_sponsors(arena, scenario, draft));
    lines_fact(lines, LABEL, "It is", words_bearing(arena, scenario, index));
    if (draft->kind_count)
        lines_fact(lines, LABEL, "Sort", words_kinds(arena, draft));
    lines_fact(lines, LABEL, "Question", question_text(scene, index));
    lines_fact(lines, LABEL, "Under", basis_text(draft->basis));
    lines_fact(lines, LABEL, "Order", order_text(scene, index));
    lines_fact(lines, LABEL, "Before it", bearing_text(scene, index));
    lines_fact(lines, LABEL, "Needs", words_needs(arena, scenario, question));
    lines_fact(lines, LABEL, "And besides", words_majorities(arena, scenario, ~0U));
    if (question == VETO_SUBSTANTIVE && scenario->rules.veto_holders && !plain)
        lines_fact(lines, LABEL, "A veto", words_veto(arena, scenario));
    add_parties(lines, scene, index);
}

void draw_draft_page(const struct scene *scene, struct area area) {
    int list = area.columns < WIDE - 1 ? LIST : LIST_WIDE;
    int draft = pick_draft(scene->stage, scene->state);
    int rows = 2 * (int)scene->scenario->draft_count;
    struct halves halves = halves_draw(scene, area, list, GAP, rows);
    halves.text.columns = area_within(halves.text.columns, 1, WIDEST);
    struct lines lines = {.frame = scene->frame, .columns = halves.text.columns};
    if (draft == VETO_NONE) {
        lines_add(&lines, STYLE_PLAIN, 0, "There is no draft before the Council.");
    } else {
        draw_drafts_list(scene, halves.list, draft);
        add_draft_name(&lines, scene, draft);
        add_procedure(&lines, scene, draft);
        add_draft_members(&lines, scene, draft);
    }
    lines_scroll(&lines, halves.text, 0, scene->state->scroll, 0);
}
