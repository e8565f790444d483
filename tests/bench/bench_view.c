/* From a key to a finished frame, at the sizes people have; and from a scenario to its first one.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "bench.h"
#include "view/desk.h"
#include "view/view.h"

struct show {
    struct stage *stage;
    struct state state;
    struct arena arena;
};

static void draw(void *context) {
    struct show *show = context;
    show->state = state_act(show->stage, show->state, ACTION_NEXT, 0);
    struct frame *frame = view_frame(&show->arena, show->stage, &show->state);
    show->state = state_settle(show->state, frame);
}

static void key_to_frame(void *context) {
    struct show *show = context;
    for (int step = 0; step < 20; step++) {
        arenas_try(&show->arena, NULL, draw, show);
        arena_free(&show->arena);
    }
    show->state = state_act(show->stage, show->state, ACTION_START, 0);
}

/* A change and its undoing: the scenario is loaded, played and its odds found anew each time. */
struct changing {
    struct desk *desk;
    struct state state;
    struct arena arena;
};

static void draw_change(void *context) {
    struct changing *changing = context;
    view_frame(&changing->arena, desk_stage(changing->desk), &changing->state);
}

static void press(struct changing *changing, uint32_t key) {
    changing->state = desk_press(changing->desk, changing->state, key);
    arenas_try(&changing->arena, NULL, draw_change, changing);
    arena_free(&changing->arena);
}

static void change_leaning(void *context) {
    press(context, '+');
    press(context, 'u');
}

static void change_majority(void *context) {
    press(context, '(');
    press(context, 'u');
}

static char bytes[1 << 20];

/* In a view that a key opens. */
static void bench_changes(size_t length, const char *what, uint32_t view, void (*change)(void *),
                          const char *override) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct desk_source source = {
        .word = "aleppo-2016", .text = {"aleppo", bytes, length}, .seed = 1};
    struct changing changing = {.desk = NULL};
    source.overrides = &override;
    source.override_count = override != NULL;
    if (list && desk_open(&changing.desk, &source, list) == VETO_OK) {
        changing.state = state_start(VETO_EXPECTED, CHARSET_UTF8, 200, 60);
        press(&changing, '1');
        press(&changing, view);
        printf("view: change to frame with %s at 200x60: %.3f ms\n", what,
               bench_best(20, change, &changing) / 2 * 1e3);
        desk_close(changing.desk);
    }
    veto_diagnostics_free(list);
}

/* Fifteen members who are all different: nothing is counted together. */
static const char all_different[] =
    "council.majorities=[{by: share, needed: 3/5, weights: {AGO: 31, CHN: 1379, EGY: 93, ESP: 47, "
    "FRA: 65, GBR: 66, JPN: 127, MYS: 32, NZL: 5, RUS: 144, SEN: 16, UKR: 45, URY: 3, USA: 325, "
    "VEN: 30}}]";

static void bench_all_changes(size_t length) {
    bench_changes(length, "odds", 'w', change_leaning, NULL);
    bench_changes(length, "power", 'W', change_majority, NULL);
    bench_changes(length, "power, all different", 'W', change_majority, all_different);
    bench_changes(length, "odds, all different", 'w', change_leaning, all_different);
}

static struct veto_scenario *load(size_t *length) {
    FILE *file = fopen("scenarios/aleppo-2016.yaml", "rb");
    struct veto_scenario *scenario = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    if (file) {
        *length = fread(bytes, 1, sizeof bytes, file);
        struct veto_text text = {"aleppo", bytes, *length};
        veto_scenario_load(&scenario, list, &text, NULL, 0);
        fclose(file);
    }
    veto_diagnostics_free(list);
    return scenario;
}

int main(void) {
    static const int sizes[][2] = {{80, 24}, {120, 40}, {200, 60}, {300, 100}};
    double start = bench_seconds();
    size_t length = 0;
    struct veto_scenario *scenario = load(&length);
    struct stage stage;
    if (!scenario || stage_open(&stage, scenario, 1) != VETO_OK) {
        fprintf(stderr, "bench_view: cannot load aleppo-2016; run it from the top of the source\n");
        return 1;
    }
    printf("view: scenario loaded and played in every mode in %.2f ms\n",
           (bench_seconds() - start) * 1e3);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct show show = {.stage = &stage};
        show.state = state_start(VETO_EXPECTED, CHARSET_UTF8, sizes[i][0], sizes[i][1]);
        printf("view: key to frame at %dx%d: %.3f ms\n", sizes[i][0], sizes[i][1],
               bench_best(20, key_to_frame, &show) / 20 * 1e3);
    }
    bench_all_changes(length);
    stage_close(&stage);
    veto_scenario_free(scenario);
    return 0;
}
