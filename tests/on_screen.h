/* A meeting on screen without a terminal: one desk, keys, and the frames that they leave. */
#pragma once

#include "base/arena.h"
#include "desk_file.h"
#include "view/view.h"

#define EXAMPLE   "tests/screens/example.yaml"
#define PROCEDURE "tests/screens/procedure.yaml"
#define TWELVE    "tests/screens/twelve.yaml" /* drafts */

static struct desk *desk;
static struct arena arena; /* out of memory, it would jump nowhere: that ends a test just as well */

static inline void open_desk(const char *path, const char *const *overrides, size_t count) {
    desk = desk_of_file(path, overrides, count, 1);
}

static inline void open_example(void) {
    open_desk(EXAMPLE, NULL, 0);
}

static inline void close_desk(void) {
    desk_close(desk);
    desk = NULL;
    arena_free(&arena);
}

static inline struct state start(int columns, int rows, enum charset charset) {
    return state_start(desk_stage(desk), VETO_EXPECTED, charset, columns, rows);
}

/* The same with nothing hidden. */
static inline struct state start_open(int columns, int rows, enum charset charset) {
    struct state state = start(columns, rows, charset);
    state.open = true;
    return state;
}

/* A frame and its text, until close_desk. */
struct shown {
    struct frame *frame;
    char *text;
};

static inline struct shown show(struct state *state) {
    struct frame *frame = view_frame(&arena, state);
    *state = state_settle(*state, &frame->reach);
    return (struct shown){frame, frame_text(&arena, frame)};
}

static inline char *frame_of(struct state *state) {
    return show(state).text;
}

/* Keys as characters; these stand for keys that have none, and that no test needs as themselves. */
static inline uint32_t key_of(char character) {
    static const struct {
        char character;
        uint32_t key;
    } named[] = {
        {'_', PRESS_DOWN},      {'^', PRESS_UP},    {'\n', PRESS_ENTER},    {'\t', PRESS_TAB},
        {'{', PRESS_LEFT},      {'}', PRESS_RIGHT}, {'\033', PRESS_ESCAPE}, {'\b', PRESS_BACK_TAB},
        {'~', PRESS_PAGE_DOWN}, {'$', 'G'},         {'@', PRESS_CTRL_R},    {'\x01', PRESS_END},
        {'\x02', PRESS_HOME},
    };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].character == character)
            return named[i].key;
    return (uint32_t)(unsigned char)character;
}

/* As the terminal's loop does it: a frame after every key. */
static inline struct state press_all(struct state state, const char *keys) {
    for (; *keys; keys++) {
        state = desk_press(desk, state, key_of(*keys));
        frame_of(&state);
    }
    return state;
}
