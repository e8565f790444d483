/* A member: all of them on the left; on the right what can be changed of one, what comes of it, and
 * why it voted as it did. */
#include "view/parts.h"
#include "words/words.h"

enum { LIST = 30, GAP = 2 };

static void draw_why_member(const struct scene *scene, struct area row, const unsigned *seats,
                            int place) {
    unsigned member = seats[place];
    bool selected = place == scene->state->member;
    struct frame *frame = scene->frame;
    struct chamber_vote vote = state_vote(scene->state);
    bool cast = veto_set_has(vote.cast, member);
    enum veto_ballot ballot = cast ? vote.vote->casts[member].ballot : VETO_ABSENT;
    bool veto = veto_set_has(scene->scenario->rules.veto_holders, member);
    if (selected) {
        frame_put(frame, row, 0, 0, STYLE_STRONG, frame_sign(frame, SIGN_SPEAKER));
        frame_point(frame, row);
    }
    if (cast)
        frame_put(frame, row, 1, 0, ballot_style(ballot), ballot_badge(ballot));
    else
        frame_put(frame, row, 2, 0, STYLE_PENDING, frame_sign(frame, SIGN_EMPTY));
    frame_put_short(frame, row, 6, 0, selected ? STYLE_SELECTED : STYLE_PLAIN,
                    arena_printf(frame->arena, "%s%s", scene->scenario->members[member].name,
                                 veto ? " *" : ""));
    frame_spot(frame, row, ACTION_MEMBER, place);
}

int list_stand(int selected, int count, int rows) {
    int first = selected - rows / 2;
    first = first > count - rows ? count - rows : first;
    return first < 0 ? 0 : first;
}

int list_first(const struct scene *scene, int rows) {
    return list_stand(scene->state->member, (int)scene->scenario->members_count, rows);
}

static void draw_why_list(const struct scene *scene, struct area area, const unsigned *seats) {
    int first = list_first(scene, area.rows), count = (int)scene->scenario->members_count;
    for (int row = 0; row < area.rows && first + row < count; row++)
        draw_why_member(scene, area_part(area, 0, row, area.columns, 1), seats, first + row);
}

static void add_why_reasons(struct lines *lines, const struct scene *scene, int member) {
    struct arena *arena = lines->frame->arena;
    struct chamber_vote vote = state_vote(scene->state);
    if (!veto_set_has(vote.cast, (unsigned)member)) {
        lines_add(lines, STYLE_PLAIN, 0, "No ballot of this member is in the chamber yet.");
        return;
    }
    lines_add(lines, STYLE_STRONG, 0,
              arena_printf(arena, "Why %s", words_ballot(vote.vote->casts[member].ballot)));
    lines_add(lines, STYLE_PLAIN, 0,
              state_hides(scene->state, vote.draft)
                  ? "Its reasons are told with the result; H shows them."
                  : words_why(arena, state_meeting(scene->state), vote.vote, member,
                              scene->state->numbers));
}

void draw_why(const struct scene *scene, struct area area) {
    unsigned seats[VETO_MAX_MEMBERS];
    veto_scenario_seating(scene->scenario, seats);
    int member = (int)seats[scene->state->member];
    int members = (int)scene->scenario->members_count;
    struct halves halves = halves_draw(scene, area, LIST, GAP, members);
    struct lines lines = {.frame = scene->frame, .columns = halves.text.columns};
    draw_why_list(scene, halves.list, seats);
    lines_add(&lines, STYLE_TITLE, 0, scene->scenario->members[member].name);
    int draft = state_draft(scene->state);
    if (draft != VETO_NONE) {
        const char *name = words_draft(scene->frame->arena, &scene->scenario->drafts[draft]);
        lines_add(&lines, STYLE_DIM, 0, arena_printf(scene->frame->arena, "On draft %s", name));
        add_panel(&lines, scene, draft, member);
        lines_gap(&lines);
    }
    add_why_reasons(&lines, scene, member);
    lines_gap(&lines);
    add_profile(&lines, scene, member);
    lines_scroll(&lines, halves.text, 0, scene->state->scroll, 0);
}
