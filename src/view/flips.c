/* The smallest changes of ballots that would have changed a vote: the page of "veto flips". */
#include "report/flips.h"
#include "view/parts.h"

static void add_flip_lines(struct lines *lines, const struct scene *scene, int draft) {
    struct page page = {.arena = lines->frame->arena};
    struct flips_subject subject = {
        .meeting = state_meeting(scene->state),
        .flips = (const struct veto_flips *const *)scene->stage->flips[scene->state->mode],
        .only = draft,
    };
    report_flips.page(&page, &subject);
    lines_page(lines, &page);
}

void draw_flips(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    int draft = state_flips(scene->state);
    if (draft == VETO_NONE)
        lines_add(&lines, STYLE_PLAIN, 0,
                  "No vote has been taken yet. Once one has, the fewest ballots that would have "
                  "changed it stand here; v goes to the next vote, and Space on.");
    else if (!scene->stage->flips[scene->state->mode][draft])
        lines_add(&lines, STYLE_PLAIN, 0, "Memory ran out, and this could not be worked out.");
    else
        add_flip_lines(&lines, scene, draft);
    lines_scroll(&lines, area, 0, scene->state->scroll, 0);
}
