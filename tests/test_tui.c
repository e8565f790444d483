/* The terminal UI on a pseudo-terminal: what it says to the terminal, and how it dies. */
#define _XOPEN_SOURCE 700 /* pseudo-terminals */

#include "suite.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "desk_file.h"
#include "tui/tui.h"

/* ---- the program ---- */

static void keep(void *context, const struct desk_source *source, const struct session *session) {
    (void)context;
    (void)source;
    (void)session;
}

/* A process as a shell starts one; but none of these deaths leaves a core. */
static void begin(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    for (int number = 1; number <= SIGRTMAX; number++)
        signal(number, SIG_DFL);
    setenv("TERM", "xterm-256color", 1);
    setsid();
}

/* Plays a meeting on this terminal, and dies as the program does. What leads the session of its
 * terminal hangs it up when it dies, and whoever is at the other end may lose its last words. */
static void play(const char *terminal, bool leads) {
    begin();
    int opened = open(terminal, leads ? O_RDWR : O_RDWR | O_NOCTTY);
    FILE *file = fdopen(opened, "r+");
    struct tui_options options = {.input = file, .output = file};
    struct app_start start = {.columns = 80, .rows = 24, .charset = CHARSET_ASCII, .mouse = true};
    struct app_world world = {.keep = keep};
    struct app_opening opening = {.desk = desk_of_file("tests/screens/example.yaml", NULL, 0, 1),
                                  .mode = VETO_EXPECTED};
    struct app *app = app_new(&start, &world);
    struct tui_end end = {.error = NULL};
    if (!app_play(app, &opening) || tui_play(app, &options, &end) != VETO_OK)
        _exit(EXIT_FAILURE);
    if (end.signal)
        raise(end.signal);
    _exit(EXIT_SUCCESS);
}

/* ---- whoever is at the terminal ---- */

static int controller; /* its side of the terminal */
static int held;       /* the other, so that what was said last is kept until it has been heard */
static pid_t child;    /* what plays on the other */
static struct termios before;
static char said[1 << 18]; /* to the terminal so far */
static size_t said_length;

/* False at the end. */
static bool listen(void) {
    ssize_t count = read(controller, said + said_length, sizeof said - 1 - said_length);
    said_length += count > 0 ? (size_t)count : 0;
    said[said_length] = '\0';
    return count > 0 || (count < 0 && errno == EINTR);
}

/* Waits for it; from there on. */
static const char *hears(const char *what) {
    const char *at;
    while (!(at = strstr(said, what)) && listen())
        continue;
    ck_assert_msg(at != NULL, "it never said '%s'", what + 1);
    return at;
}

static void types(const char *keys) {
    ck_assert_int_eq(write(controller, keys, strlen(keys)), (ssize_t)strlen(keys));
}

static void start_as(bool leads) {
    controller = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert_int_ge(controller, 0);
    ck_assert_int_eq(grantpt(controller), 0);
    ck_assert_int_eq(unlockpt(controller), 0);
    ck_assert_int_eq(tcgetattr(controller, &before), 0);
    held = open(ptsname(controller), O_RDWR | O_NOCTTY);
    ck_assert_int_ge(held, 0);
    child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        const char *terminal = ptsname(controller);
        close(controller);
        close(held);
        play(terminal, leads);
    }
    hears("Press Space to begin");
    hears("\033[?2004h");
    hears("\033[?1006h");
}

static void start(void) {
    start_as(false);
}

/* Waits for its end; its status. The terminal's modes, screen and line are as they were. */
static int ended(void) {
    int status;
    struct termios after;
    const char *modes = hears("\033[?2004l");
    while (!strstr(modes, "\033[?1049l") || !strstr(modes, "\033[?1l"))
        ck_assert(listen());
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    struct pollfd more = {.fd = controller, .events = POLLIN};
    while (poll(&more, 1, 0) > 0 && listen())
        continue;
    ck_assert_ptr_null(strstr(modes, "\033[?2004h"));
    ck_assert_ptr_null(strstr(modes, "\033[?1000h"));
    ck_assert_ptr_nonnull(strstr(said, "\033[?1000l"));
    ck_assert_ptr_nonnull(strstr(modes, "\033[?1049l")); /* the main screen */
    ck_assert_ptr_nonnull(strstr(modes, "\033[?1l"));    /* keys */
    ck_assert_int_eq(tcgetattr(controller, &after), 0);
    ck_assert_uint_eq(before.c_lflag, after.c_lflag);
    ck_assert_uint_eq(before.c_iflag, after.c_iflag);
    ck_assert_uint_eq(before.c_oflag, after.c_oflag);
    close(controller);
    close(held);
    return status;
}

/* ---- how it ends ---- */

START_TEST(q_leaves) {
    start();
    types("q");
    ck_assert_int_eq(ended(), 0);
}
END_TEST

/* Whether it ends a program that does not care: what the system says, by trying it. */
static bool is_deadly(int number) {
    static const int others[] = {SIGCHLD, SIGURG,  SIGWINCH, SIGCONT,
                                 SIGSTOP, SIGTSTP, SIGTTIN,  SIGTTOU};
    struct sigaction action;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] == number)
            return false;
    return number != SIGKILL && sigaction(number, NULL, &action) == 0;
}

/* Of all that there are, real-time signals among them. */
START_TEST(a_signal_ends_it) {
    if (!is_deadly(_i + 1))
        return;
    start();
    types(" "); /* it is at work */
    hears("step 1");
    ck_assert_int_eq(kill(child, _i + 1), 0);
    int status = ended();
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), _i + 1);
}
END_TEST

/* As xterm sends it where it is told to encode all keys: Ctrl-C is no signal then. */
START_TEST(an_encoded_ctrl_c_ends_it) {
    static const struct {
        const char *keys;
        int signal;
    } ends[] = {{"\033[99;5u", SIGINT}, {"\033[27;5;99~", SIGINT}, {"\033[92;5u", SIGQUIT}};
    start();
    types(ends[_i].keys);
    int status = ended();
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), ends[_i].signal);
}
END_TEST

START_TEST(a_terminal_that_goes_away_ends_it) {
    int status;
    start_as(_i == 0);
    close(controller);
    close(held);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFEXITED(status) || WTERMSIG(status) == SIGHUP);
}
END_TEST

/* ---- keys ---- */

START_TEST(ctrl_l_paints_every_cell) {
    start();
    said_length = 0;
    said[0] = '\0';
    types("\014");
    hears("Press Space to begin");
    types("q");
    ck_assert_int_eq(ended(), 0);
}
END_TEST

/* A sequence whose bytes come one by one, and an Esc that nothing follows. */
START_TEST(keys_come_in_parts) {
    start();
    for (const char *key = "\033[C"; *key; key++)
        types((char[]){*key, '\0'});
    hears("vote yet");
    types("?");
    hears("Through the meeting");
    said_length = 0;
    said[0] = '\0';
    types("\033");
    hears("vote yet");
    types("q");
    ck_assert_int_eq(ended(), 0);
}
END_TEST

static const struct suite_entry entries[] = {
    {q_leaves, 0},
    {a_signal_ends_it, 64},
    {an_encoded_ctrl_c_ends_it, 3},
    {a_terminal_that_goes_away_ends_it, 2},
    {ctrl_l_paints_every_cell, 0},
    {keys_come_in_parts, 0},
};

SUITE("tui", entries)
