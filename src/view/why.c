/* A member: all of them on the left; on the right what can be changed of one, what comes of it, and
 * why it voted as it did. */
#include "view/parts.h"
#include "words/words.h"

enum { LIST = 30 };

static void add_why_reasons(struct lines *lines, const struct scene *scene, int member) {
    struct arena *arena = scene->arena;
    if (!veto_set_has(scene->vote.cast, (unsigned)member)) {
        lines_add(lines, STYLE_PLAIN, 0, "No ballot of this member is in the chamber yet.");
        return;
    }
    lines_add(lines, STYLE_STRONG, 0,
              arena_printf(arena, "Why %s", words_ballot(scene->vote.vote->casts[member].ballot)));
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
        lines_add(lines, STYLE_DIM, 0, arena_printf(scene->arena, "On draft %s", name));
        add_panel(lines, scene, draft, member);
        lines_gap(lines);
    }
    add_why_reasons(lines, scene, member);
    lines_gap(lines);
    add_profile(lines, scene, member);
    lines_scroll(lines, halves.text);
}
