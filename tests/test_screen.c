/* Opening the screen where the system knows no kind of terminal: this program has its own
 * newterm, which refuses them all. */
#define _XOPEN_SOURCE 700 /* pseudo-terminals */

#include "suite.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tui/screen.h"

static char asked[256]; /* the kinds that were asked for */

void *newterm(const char *kind, FILE *output, FILE *input);

void *newterm(const char *kind, FILE *output, FILE *input) {
    size_t used = strlen(asked);
    ck_assert(kind && output && input);
    snprintf(asked + used, sizeof asked - used, " %s", kind);
    return NULL;
}

static FILE *open_terminal(void) {
    *asked = '\0';
    int controller = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert_int_ge(controller, 0);
    ck_assert_int_eq(grantpt(controller), 0);
    ck_assert_int_eq(unlockpt(controller), 0);
    int near = open(ptsname(controller), O_RDWR | O_NOCTTY);
    FILE *terminal = near >= 0 ? fdopen(near, "r+") : NULL;
    ck_assert_ptr_nonnull(terminal);
    return terminal;
}

static const struct {
    const char *term, *asked;
} kinds[] = {
    {"xterm-kitty", " xterm-kitty xterm-256color xterm vt100"},
    {"", " xterm-256color xterm vt100"},
    {NULL, " xterm-256color xterm vt100"},
};

START_TEST(no_kind_of_terminal_is_known) {
    const char *error = NULL;
    FILE *terminal = open_terminal();
    if (kinds[_i].term)
        setenv("TERM", kinds[_i].term, 1);
    else
        unsetenv("TERM");
    ck_assert_ptr_null(screen_open(terminal, terminal, true, &error));
    ck_assert_str_eq(asked, kinds[_i].asked);
    ck_assert_str_eq(error,
                     "the system describes no kind of terminal, neither TERM's nor xterm nor "
                     "vt100: install its terminfo; 'veto run' prints the meeting as text");
    fclose(terminal);
}
END_TEST

START_TEST(a_file_is_no_terminal) {
    *asked = '\0';
    const char *error = NULL;
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
    ck_assert_ptr_null(screen_open(file, file, true, &error));
    ck_assert_str_eq(error, "this is no terminal; 'veto run' prints the meeting as text");
    ck_assert_str_eq(asked, "");
    fclose(file);
}
END_TEST

static const struct suite_entry entries[] = {
    {no_kind_of_terminal_is_known, sizeof kinds / sizeof *kinds},
    {a_file_is_no_terminal, 0},
};

SUITE("screen", entries)
