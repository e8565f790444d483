/* Frames on a terminal of the test's own, and what comes out of it. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* posix_openpt */
#endif
#include "suite.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/arena.h"
#include "tui/screen.h"
#include "tui/signals.h"

enum { COLUMNS_HERE = 20, ROWS_HERE = 3 };

static int terminal; /* the other end of it */
static struct screen *screen;
static struct arena arena;
static char drawn[1 << 16];

static void set_size(int columns, int rows) {
    struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
    ck_assert_int_eq(ioctl(terminal, TIOCSWINSZ, &size), 0);
}

static void open_terminal(void) {
    const char *error = NULL;
    setlocale(LC_ALL, "C.UTF-8");
    setenv("TERM", "xterm", 1);
    terminal = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    set_size(COLUMNS_HERE, ROWS_HERE);
    int near = open(ptsname(terminal), O_RDWR | O_NOCTTY); /* whose end would hang this up */
    FILE *end = near >= 0 ? fdopen(near, "r+") : NULL;
    ck_assert_ptr_nonnull(end);
    screen = screen_open(end, end, false, &error);
    ck_assert_msg(screen != NULL, "%s", error);
    fcntl(terminal, F_SETFL, O_NONBLOCK);
}

/* What has come out since the last time. */
static const char *output(void) {
    size_t used = 0;
    for (ssize_t got; (got = read(terminal, drawn + used, sizeof drawn - 1 - used)) > 0;)
        used += (size_t)got;
    drawn[used] = '\0';
    return drawn;
}

static struct frame *frame;

static void work_frame(void *text) {
    frame = frame_new(&arena, COLUMNS_HERE, ROWS_HERE, CHARSET_UTF8);
    frame_put(frame, frame_area(frame), 0, 0, STYLE_PLAIN, text);
    frame->cursor_row = -1;
}

static void draw(char *text) {
    ck_assert(arenas_try(&arena, NULL, work_frame, text));
    screen_draw(screen, frame);
}

static void close_terminal(void) {
    screen_close(screen);
    arena_free(&arena);
    close(terminal);
}

/* A character is two columns wide to the frame, and one to the C library: a mark takes its place,
 * and a blank that of its other half. */
START_TEST(a_mark_for_a_wide_character_is_as_wide) {
    static const struct cell wide = {.bytes = "A", .length = 1, .width = 2};
    open_terminal();
    draw("abXYcd");
    ck_assert_ptr_nonnull(strstr(output(), "abXYcd"));
    frame->cells[2] = wide;
    frame->cells[3] = (struct cell){.width = 0};
    screen_draw(screen, frame);
    ck_assert_ptr_nonnull(strstr(output(), "? "));
    close_terminal();
}
END_TEST

/* What a terminal makes of its rows when its size changes is its own affair. */
START_TEST(all_is_painted_after_a_resize) {
    int columns, rows;
    open_terminal();
    draw("as it was");
    ck_assert_ptr_nonnull(strstr(output(), "as it was"));
    screen_draw(screen, frame);
    ck_assert_ptr_null(strstr(output(), "as it was"));
    set_size(COLUMNS_HERE + 1, ROWS_HERE + 1);
    screen_measure(screen, &columns, &rows);
    ck_assert_int_eq(columns, COLUMNS_HERE + 1);
    ck_assert_int_eq(rows, ROWS_HERE + 1);
    screen_draw(screen, frame);
    ck_assert_ptr_nonnull(strstr(output(), "as it was"));
    screen_draw(screen, frame); /* once */
    ck_assert_ptr_null(strstr(output(), "as it was"));
    close_terminal();
}
END_TEST

static const struct suite_entry entries[] = {
    {a_mark_for_a_wide_character_is_as_wide, 0},
    {all_is_painted_after_a_resize, 0},
};

SUITE("repaint", entries)
