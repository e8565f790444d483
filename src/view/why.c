/* A member: all of them on the left; on the right what can be changed of one, what comes of it, and
 * why it voted as it did. */
#include <string.h>

#include "view/parts.h"
#include "words/words.h"

enum { LIST = 30, LABEL = 15 };

/* ---- whom it goes with ---- */

/* "France in part, Spain a little": those that the member listens to, or that listen to it. */
static const char *ties_text(const struct scene *scene, int member, bool listens) {
    const struct veto_scenario *scenario = scene->scenario;
    const char *text = "";
    for (int other = 0; other < (int)scenario->members_count; other++) {
        int listener = listens ? member : other, speaker = listens ? other : member;
        double weight = scenario->ties[listener * (int)scenario->members_count + speaker];
        if (other != member && weight > 0)
            text = arena_printf(
                scene->arena, "%s%s%s %s", text, *text ? ", " : "", scenario->members[other].name,
                words_scaled(scene->arena, words_degree(weight), weight, scene->state->numbers));
    }
    return *text ? text : "nobody";
}

static const char *bloc_text(const struct scene *scene, int member) {
    const struct veto_scenario *scenario = scene->scenario;
    struct arena *arena = scene->arena;
    int index = scenario->members[member].bloc;
    if (index == VETO_NONE)
        return "none";
    const struct veto_bloc *bloc = &scenario->blocs[index];
    veto_set others = bloc->members & ~veto_set_of((unsigned)member);
    return arena_printf(
        arena, "%s, with %s; of one mind %s", bloc->id, words_names(arena, scenario, others),
        words_scaled(arena, words_degree(bloc->cohesion), bloc->cohesion, scene->state->numbers));
}

static void add_character(struct lines *lines, const struct scene *scene, int member) {
    struct arena *arena = scene->arena;
    const struct veto_member *is = &scene->scenario->members[member];
    bool numbers = scene->state->numbers;
    lines_fact(lines, LABEL, "Openness",
               is->firm ? "none: nothing that is said or happens moves it"
                        : words_scaled(arena, words_degree(is->openness), is->openness, numbers));
    lines_fact(lines, LABEL, "Volatility",
               words_scaled(arena, words_certainty(is->volatility), is->volatility, numbers));
    lines_fact(lines, LABEL, "Listens to", ties_text(scene, member, true));
    lines_fact(lines, LABEL, "Is heard by", ties_text(scene, member, false));
    lines_fact(lines, LABEL, "Bloc", bloc_text(scene, member));
}

/* ---- where it stands ---- */

/* "S/2016/846 (french): in favour; at the start slightly in favour" */
static const char *course_text(const struct scene *scene, int draft, int member) {
    struct arena *arena = scene->arena;
    const struct veto_draft *on = &scene->scenario->drafts[draft];
    bool numbers = scene->state->numbers;
    if (on->kind_count)
        return arena_printf(arena, "%s: its kinds give the chances", words_draft(arena, on));
    double start = on->leanings[member];
    double now = veto_meeting_leaning(scene->meeting, draft, member, scene->state->shown);
    const char *was = words_scaled(arena, words_stance(start), start, numbers);
    const char *is = words_scaled(arena, words_stance(now), now, numbers);
    const char *name = words_draft(arena, on);
    return strcmp(was, is) == 0 ? arena_printf(arena, "%s: %s", name, is)
                                : arena_printf(arena, "%s: %s; %s at the start", name, is, was);
}

static void add_profile_leanings(struct lines *lines, const struct scene *scene, int member) {
    int told = 0;
    for (int draft = 0; draft < (int)scene->scenario->draft_count; draft++) {
        if (state_hides(scene->state, draft))
            continue;
        if (told++ == 0)
            lines_add(lines, STYLE_TITLE, 0, "How it leans");
        if (told == 1 && scene->state->numbers)
            lines_add(lines, STYLE_DIM, 0, "From -1, against, to 1, in favour.");
        lines_add(lines, STYLE_PLAIN, 0, course_text(scene, draft, member));
    }
}

/* Who said it, or what happened. */
static const char *mover(const struct scene *scene, const struct veto_event *event) {
    struct arena *arena = scene->arena;
    if (!event->item)
        return words_capital(arena, words_came_out(arena, scene->scenario, event->draft,
                                                   event->vote->result.outcome));
    return event->item->kind == VETO_ITEM_STATEMENT
               ? words_speaker(arena, scene->scenario, event->item)
               : words_said(arena, event->item);
}

/* The draft whose moves stand among the reasons of the member's ballot already; or VETO_NONE. */
static int accounted_for(const struct scene *scene, int member) {
    if (!veto_set_has(scene->vote.cast, (unsigned)member))
        return VETO_NONE;
    enum veto_reason reason = scene->vote.vote->casts[member].reason;
    return reason == VETO_WHY_MODEL || reason == VETO_WHY_RECORDED ? scene->vote.draft : VETO_NONE;
}

static const char *move_text(const struct scene *scene, const struct veto_move *move) {
    struct arena *arena = scene->arena;
    bool numbers = scene->state->numbers;
    const char *text = words_move(arena, scene->scenario, move, VETO_NONE, numbers);
    return numbers ? arena_printf(arena, "%s (%s)", text, words_cause(arena, move)) : text;
}

static void add_profile_moves(struct lines *lines, const struct scene *scene, int member) {
    const struct veto_meeting *meeting = scene->meeting;
    int known = accounted_for(scene, member);
    size_t count, told = 0;
    const struct veto_move *moves = veto_meeting_moves(meeting, &count);
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0,
              known == VETO_NONE ? "What has moved it" : "What has moved it on other drafts");
    for (size_t i = 0; i < count; i++) {
        const struct veto_move *move = &moves[i];
        if (move->member != member || move->draft == known || move->event >= scene->state->shown ||
            !words_move_counts(meeting, move) || state_hides(scene->state, move->draft))
            continue;
        lines_add(lines, STYLE_DIM, 0, mover(scene, veto_meeting_event(meeting, move->event)));
        lines_add_led(lines, STYLE_STRONG, frame_sign(lines->frame, SIGN_DOT), 2, STYLE_PLAIN,
                      move_text(scene, move));
        told++;
    }
    if (scene->hidden) /* whether it has moved there or not */
        lines_add(lines, STYLE_DIM, 0, "On drafts whose result is to come this is hidden.");
    else if (told == 0)
        lines_add(lines, STYLE_PLAIN, 0, "Nothing so far.");
}

static void add_profile(struct lines *lines, const struct scene *scene, int member) {
    add_profile_leanings(lines, scene, member);
    lines_gap(lines);
    add_character(lines, scene, member);
    add_profile_moves(lines, scene, member);
}

/* ---- the view ---- */

static void add_why_reasons(struct lines *lines, const struct scene *scene, int member) {
    struct arena *arena = scene->arena;
    if (!veto_set_has(scene->vote.cast, (unsigned)member)) {
        lines_add(lines, STYLE_PLAIN, 0, "No ballot of this member is in the chamber yet.");
        return;
    }
    lines_print(lines, STYLE_STRONG, 0, "Why %s",
                words_ballot(scene->vote.vote->casts[member].ballot));
    lines_add(
        lines, STYLE_PLAIN, 0,
        state_hides(scene->state, scene->vote.draft)
            ? "Its reasons are told with the result; H shows them."
            : words_why(arena, scene->meeting, scene->vote.vote, member, scene->state->numbers));
}

void draw_why(const struct scene *scene, struct area area) {
    int member = (int)scene->seats[scene->state->member], draft = state_draft(scene->state);
    int members = (int)scene->scenario->members_count;
    struct halves halves = halves_draw(scene, area, LIST, members);
    struct lines *lines = &halves.lines;
    struct area list = halves.list;
    int first = list_stand(scene->state->member, members, list.rows);
    for (int row = 0; row < list.rows && first + row < members; row++) {
        struct area line = area_part(list, 0, row, list.columns, 1);
        draw_ballot(scene->frame, line, 1, shown_ballot(scene, scene->seats[first + row]));
        list_member(scene, line, 6, first + row);
        frame_spot(scene->frame, line, ACTION_MEMBER, first + row);
    }
    lines_add(lines, STYLE_TITLE, 0, scene->scenario->members[member].name);
    if (draft != VETO_NONE) {
        const char *name = words_draft(scene->arena, &scene->scenario->drafts[draft]);
        lines_print(lines, STYLE_DIM, 0, "On draft %s", name);
        add_panel(lines, scene, draft, member);
        lines_gap(lines);
    }
    add_why_reasons(lines, scene, member);
    lines_gap(lines);
    add_profile(lines, scene, member);
    lines_scroll(lines, halves.text);
}
