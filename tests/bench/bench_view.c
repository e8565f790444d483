/* From a key to a finished frame in every view but the browser, which bench_browser measures, at
 * the sizes people have; and from a change, and from the start of the program. */
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "bench.h"
#include "play/desk.h"
#include "view/view.h"

/* ---- from a key to a frame ---- */

struct show {
    struct desk *desk;
    struct state state;
    struct arena arena;
    double slowest; /* of all frames of this run */
};

static void draw(void *context) {
    struct show *show = context;
    struct frame *frame = view_frame(&show->arena, &show->state);
    show->state = state_settle(show->state, &frame->reach);
}

static void press(struct show *show, uint32_t key) {
    double start = bench_seconds();
    show->state = desk_press(show->desk, show->state, key);
    arenas_try(&show->arena, NULL, draw, show);
    arena_free(&show->arena);
    double took = bench_seconds() - start;
    show->slowest = took > show->slowest ? took : show->slowest;
}

/* The keys to every view, and those that a hand uses there, the one that opens it first. */
static const struct hand {
    const char *view, *way, *keys; /* _ as Down */
} hands[] = {
    {"meeting", "", "      1....... "}, {"member", "1 ", "w__________"},
    {"odds", "1", "o______"},           {"flips", "1 ", "f______"},
    {"compare", "G", "C______"},        {"drafts", "1", "d______"},
    {"debate", "G", "D______"},         {"power", "1", "W____"},
    {"predict", "1h", "PyyyynnaayV"},   {"large", "", "L    1....... "},
    {"summary", "1 ", "G______"},
};

static void press_all(struct show *show, const char *keys) {
    show->slowest = 0;
    for (; *keys; keys++)
        press(show, *keys == '_' ? PRESS_DOWN : (uint32_t)(unsigned char)*keys);
}

/* The slowest key of each view, in the best of several runs: a hand feels that one. What is worked
 * out once, such as flips and power, is there from the second run on. */
static void bench_keys(struct desk *desk, int columns, int rows) {
    enum { RUNS = 10 };
    const char *where = "";
    double most = 0;
    for (size_t i = 0; i < sizeof hands / sizeof *hands; i++) {
        struct show show = {.desk = desk};
        double best = 1e300;
        for (int run = 0; run < RUNS; run++) {
            show.state =
                state_start(desk_stage(show.desk), VETO_EXPECTED, CHARSET_UTF8, columns, rows);
            press_all(&show, hands[i].way);
            press_all(&show, hands[i].keys);
            best = show.slowest < best ? show.slowest : best;
        }
        printf("view: key to frame at %dx%d, %s: at most %.3f ms\n", columns, rows, hands[i].view,
               best * 1e3);
        where = best > most ? hands[i].view : where;
        most = best > most ? best : most;
    }
    printf("view: key to frame at %dx%d: at most %.3f ms, with %s\n", columns, rows, most * 1e3,
           where);
}

/* ---- from a change to a frame ---- */

/* A change and its undoing: the scenario is loaded, played and its odds found anew each time. */
static void change_leaning(void *context) {
    press(context, '+');
    press(context, 'u');
}

static void change_majority(void *context) {
    press(context, '(');
    press(context, 'u');
}

static char bytes[1 << 20];

static struct desk *open_desk(size_t length, const char *override) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct desk_source source = {
        .word = "aleppo-2016", .text = {"aleppo", bytes, length}, .seed = 1};
    struct desk *desk = NULL;
    source.overrides = &override;
    source.override_count = override != NULL;
    if (list)
        desk_open(&desk, &source, list);
    veto_diagnostics_free(list);
    return desk;
}

/* In a view that a key opens. */
static void bench_changes(size_t length, const char *what, uint32_t view, void (*change)(void *),
                          const char *override) {
    struct show show = {.desk = open_desk(length, override)};
    if (!show.desk)
        return;
    show.state = state_start(desk_stage(show.desk), VETO_EXPECTED, CHARSET_UTF8, 200, 60);
    press(&show, '1');
    press(&show, view);
    printf("view: change to frame with %s at 200x60: %.3f ms\n", what,
           bench_best(20, change, &show) / 2 * 1e3);
    desk_close(show.desk);
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

/* ---- from nothing to the end of a script ---- */

static void play_nothing(void *context) {
    const char *const *command = context;
    if (system(*command) != 0)
        fprintf(stderr, "bench_view: '%s' failed\n", *command);
}

/* With the shell that starts it, which `true` measures. */
static void bench_start(void) {
    const char *start = "build-bench/veto play aleppo-2016 --keys /dev/null >/dev/null";
    const char *browser = "build-bench/veto play --keys /dev/null >/dev/null";
    const char *nothing = "true";
    struct bench_work works[] = {
        {play_nothing, &start, 0}, {play_nothing, &browser, 0}, {play_nothing, &nothing, 0}};
    if (access("build-bench/veto", X_OK) != 0)
        return;
    bench_in_turn(10, works, 3);
    printf("view: 'veto play' to its first frame in %.1f ms, to the browser in %.1f ms (aim: 30)\n",
           (works[0].seconds - works[2].seconds) * 1e3,
           (works[1].seconds - works[2].seconds) * 1e3);
}

static size_t read_scenario(void) {
    FILE *file = fopen("scenarios/aleppo-2016.yaml", "rb");
    if (!file)
        return 0;
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return length;
}

int main(void) {
    static const int sizes[][2] = {{80, 24}, {120, 40}, {200, 60}, {300, 100}};
    size_t length = read_scenario();
    double start = bench_seconds();
    struct desk *desk = open_desk(length, NULL);
    if (!desk) {
        fprintf(stderr, "bench_view: cannot load aleppo-2016; run it from the top of the source\n");
        return 1;
    }
    printf("view: scenario loaded and played in every mode, twice, in %.2f ms\n",
           (bench_seconds() - start) * 1e3);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        bench_keys(desk, sizes[i][0], sizes[i][1]);
    desk_close(desk);
    bench_all_changes(length);
    bench_start();
    return 0;
}
