#include "view/view.h"

#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "play/prompt.h"
#include "view/parts.h"
#include "words/words.h"

enum {
    SIDE = 34, /* columns of the tally's own part */
    TALLY = 6,
    WIDEST = 100, /* columns of a page of prose */
    BETWEEN = 4,  /* columns around the title and what stands at the right of it */
};

/* ---- top and bottom ---- */

/* "step 7 of 32": how many there are depends on how the votes come out. */
static char *step_words(const struct scene *scene) {
    struct steps steps = state_steps(scene->state);
    struct told told = state_told(scene->state);
    return told_all(&told) ? arena_printf(scene->arena, ", step %u of %u", steps.at, steps.of)
                           : arena_printf(scene->arena, ", step %u", steps.at);
}

/* "expected, step 7 of 32, ballot 3 of 15"; in brief without the step, where there is a ballot. */
static char *place(const struct scene *scene, bool brief) {
    struct arena *arena = scene->arena;
    const struct veto_event *event = state_event(scene->state);
    const char *mode = veto_mode_word(scene->state->mode);
    size_t changes = scene->stage->override_count;
    if (scene->state->mode == VETO_SAMPLED)
        mode = arena_printf(arena, "%s %llu", mode, (unsigned long long)scene->stage->seed);
    if (scene->state->open)
        mode = arena_printf(arena, "%s, open", mode);
    if (changes > 0)
        mode = arena_printf(arena, "%s, %zu change%s", mode, changes, text_plural(changes));
    if (!event)
        return arena_printf(arena, "%s", mode);
    if (event->kind != VETO_EVENT_BALLOT && event->kind != VETO_EVENT_OBLIGATION)
        return arena_printf(arena, "%s%s", mode, step_words(scene));
    return arena_printf(arena, "%s%s, ballot %u of %u", mode, brief ? "" : step_words(scene),
                        veto_set_count(scene->vote.cast), scene->scenario->members_count);
}

static void draw_top(const struct scene *scene, struct area row) {
    struct frame *frame = scene->frame;
    const char *title = scene->state->shown > 0 || scene->scenario->hypothetical
                            ? scene->scenario->title
                            : "veto: votes in the Security Council";
    int most = row.columns - frame_width(frame, title) - BETWEEN;
    const char *right = place(scene, false);
    if (row.columns < USUAL_COLUMNS && frame_width(frame, right) > most)
        right = place(scene, true);
    frame_fill(frame, row, STYLE_BAR);
    frame_put_right(frame, area_part(row, 0, 0, row.columns - 1, 1), 0, STYLE_BAR, right);
    struct area left = area_part(row, 1, 0, row.columns - frame_width(frame, right) - BETWEEN, 1);
    frame_put_short(frame, left, 0, 0, STYLE_BAR, title);
}

/* At the end of a rule, that there is more to read. */
static void draw_more_at(const struct scene *scene, struct area area, int row) {
    bool pages = state_view(scene->state) & VIEWS_OF(HAS_LIST);
    draw_more(scene->frame, area_part(area, 0, row, area.columns - 2, 1), pages ? "PgUp" : "Up",
              pages ? "PgDn" : "Down");
}

/* ---- the meeting ---- */

static void draw_narrow(const struct scene *scene, struct area area) {
    int chamber = chamber_rows(scene, area), drafts = drafts_rows(scene, area.columns);
    int legend = area_within(legend_rows(scene, area), 1, area.rows - chamber - drafts - 1);
    int top = chamber + legend + 1, bottom = area.rows - drafts - 1;
    draw_chamber(scene, area_part(area, 0, 0, area.columns, chamber), true);
    draw_legend(scene, area_part(area, 0, chamber, area.columns, legend));
    frame_line(scene->frame, area_part(area, 0, top - 1, area.columns, 1), SIGN_HORIZONTAL);
    draw_debate(scene, area_part(area, 1, top, area.columns - 2, bottom - top));
    draw_more_at(scene, area, top - 1);
    frame_line(scene->frame, area_part(area, 0, bottom, area.columns, 1), SIGN_HORIZONTAL);
    flow_drafts(scene, area_part(area, 0, bottom + 1, area.columns, drafts), true);
}

static void draw_wide(const struct scene *scene, struct area area) {
    int side = area.columns - SIDE, chamber = side * 4 / 7;
    struct area left = area_part(area, 0, 1, chamber, area.rows - 4);
    struct area middle = area_part(area, chamber, 0, side - chamber, area.rows);
    struct area right = area_part(area, side + 2, 1, SIDE - 3, area.rows - 1);
    draw_chamber(scene, left, false);
    draw_legend(scene, area_part(area, 0, area.rows - 2, chamber, 2));
    frame_line(scene->frame, area_part(middle, 0, 0, 1, middle.rows), SIGN_VERTICAL);
    draw_debate(scene, area_part(middle, 2, 1, middle.columns - 4, middle.rows - 2));
    draw_more_at(scene, middle, middle.rows - 1);
    frame_line(scene->frame, area_part(area, side, 0, 1, area.rows), SIGN_VERTICAL);
    draw_tally(scene, area_part(right, 0, 0, right.columns, TALLY));
    draw_draft_list(scene, area_part(right, 0, TALLY + 1, right.columns, right.rows));
}

/* ---- pages: one part, which scrolls, and below it whether there is more to read ---- */

/* How a page stands in the area of all views: from there on, so much smaller, and at most so wide,
 * in the midst. */
struct form {
    int right, down, columns, rows, widest;
};
static const struct form whole_page = {0, 0, 0, 0, INT_MAX}; /* a view that lays itself out */
static const struct form large_page = {2, 0, 4, 1, INT_MAX};
static const struct form table_page = {2, 1, 4, 2, INT_MAX}; /* labels and what they mean */
static const struct form prose_page = {2, 1, 4, 2, WIDEST};  /* lines that are easily read */
static const struct form list_page = {1, 1, 1, 2, INT_MAX};  /* its first column marks one */

static void draw_page(const struct scene *scene, struct area all, const struct form *form,
                      void (*draw)(const struct scene *, struct area)) {
    int room = all.columns - form->columns, columns = room < form->widest ? room : form->widest;
    int right = form->right + (room - columns) / 2;
    draw(scene, area_part(all, right, form->down, columns, all.rows - form->rows));
    if (form != &whole_page)
        draw_more_at(scene, all, all.rows - 1);
}

/* ---- the views ---- */

void draw_meeting(const struct scene *scene, struct area area) {
    if (state_event(scene->state)->kind == VETO_EVENT_CLOSE)
        draw_page(scene, area, &prose_page, draw_summary);
    else if (area.columns >= WIDE_COLUMNS)
        draw_wide(scene, area);
    else
        draw_narrow(scene, area);
}

static void draw_view(const struct scene *scene, struct area area, enum view view) {
#define VIEW_ROW(of, name, page, draw, kinds) {VIEW_##name, &page##_page, draw},
    static const struct {
        enum view view;
        const struct form *page;
        void (*draw)(const struct scene *, struct area);
    } views[] = {VIEWS(VIEW_ROW, 0)};
    if (scene->state->large && (view == VIEW_TITLE || view == VIEW_MEETING)) {
        draw_page(scene, area, &large_page, draw_large);
        return;
    }
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        if (views[i].view == view)
            draw_page(scene, area, views[i].page, views[i].draw);
}

struct scene scene_of(const struct state *state, struct frame *frame) {
    struct scene scene = {
        .state = state,
        .frame = frame,
        .arena = frame->arena,
        .stage = state->stage,
        .scenario = state->stage->scenario,
        .meeting = state_meeting(state),
        .vote = state_vote(state),
        .turn = state_turn(state),
    };
    veto_scenario_seating(scene.scenario, scene.seats);
    for (unsigned i = 0; i < scene.scenario->members_count; i++)
        if (veto_set_has(scene.vote.cast, i))
            scene.tally[scene.vote.vote->casts[i].ballot]++;
    for (int i = 0; i < (int)scene.scenario->draft_count; i++)
        scene.hidden |= (uint32_t)state_hides(state, i) << i;
    return scene;
}

/* The words of the screen that this one lies over, but for the keys in its last row. */
static const char *text_under(struct arena *arena, const struct state *state) {
    struct state under = *state;
    under.overlay = state->under;
    under.scroll = 0;
    char *text = frame_text(arena, view_frame(arena, &under));
    size_t room = strlen(text) * TEXT_FOLDED + 1;
    char *folded = arena_alloc(arena, room);
    *strrchr(text, '\n') = '\0';
    *strrchr(text, '\n') = '\0';
    text_fold(folded, room, text);
    return folded;
}

struct frame *view_frame(struct arena *arena, const struct state *state) {
    struct frame *frame = frame_new(arena, state->columns, state->rows, state->charset);
    struct scene scene = scene_of(state, frame);
    struct area all = frame_area(frame);
    struct area middle = area_part(all, 0, 1, all.columns, all.rows - 2);
    enum view view = state_view(state);
    frame->scroll = state->scroll;
    if (view == VIEW_SMALL) {
        draw_small(frame);
        return frame;
    }
    if (view == VIEW_WORDS)
        scene.under = text_under(arena, state);
    draw_view(&scene, middle, view);
    draw_top(&scene, area_part(all, 0, 0, all.columns, 1));
    draw_key_bar(&scene, view, prompt_says(arena, state));
    return frame;
}
