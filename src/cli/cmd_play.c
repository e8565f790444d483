#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/load.h"
#include "cli/screens.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "tui/tui.h"

/* Keys come from the terminal even where the scenario came through standard input. */
static FILE *open_terminal(struct tui_options *terminal) {
    *terminal = (struct tui_options){.input = stdin, .output = stdout};
    if (isatty(STDIN_FILENO))
        return stdin;
    FILE *opened = fopen("/dev/tty", "r+");
    if (!opened)
        complain("'veto play' needs a terminal for its keys: /dev/tty: %s", strerror(errno));
    terminal->input = terminal->output = opened;
    return opened;
}

static struct state start(const struct settings *settings) {
    enum charset charset = locale_is_utf8() ? CHARSET_UTF8 : CHARSET_ASCII;
    int columns = settings->columns ? settings->columns : LEAST_COLUMNS;
    return state_start(settings->mode, charset, columns,
                       settings->rows ? settings->rows : LEAST_ROWS);
}

static enum veto_status show(struct desk *desk, const struct settings *settings,
                             struct tui_end *end) {
    struct tui_options terminal;
    struct state state = start(settings);
    FILE *opened = open_terminal(&terminal);
    if (!opened)
        return VETO_USAGE;
    terminal.color = wants_color(settings->color, STDOUT_FILENO);
    enum veto_status status = tui_play(desk, &state, &terminal, end);
    if (status != VETO_OK)
        complain("%s", end->error);
    if (opened != stdin)
        fclose(opened);
    return status;
}

static enum veto_status play(struct desk *desk, const struct settings *settings, FILE *out,
                             struct tui_end *end) {
    if (!desk_stage(desk)->meetings[settings->mode])
        return no_record(settings->operands[0]);
    if (settings->keys)
        return screens_play(desk, start(settings), settings, out);
    return show(desk, settings, end);
}

/* Plays what is on the desk, and closes it. */
static enum veto_status play_desk(struct desk *desk, const struct settings *settings, FILE *out) {
    struct tui_end end = {.error = NULL};
    enum veto_status status = play(desk, settings, out, &end);
    desk_close(desk);
    if (end.signal) /* the terminal is as it was: die of it like any other program */
        raise(end.signal);
    return status;
}

enum veto_status play_text(const struct veto_text *text, const struct settings *settings) {
    struct desk *desk = NULL;
    enum veto_status status = load_desk_text(&desk, text, settings);
    return status == VETO_OK ? play_desk(desk, settings, NULL) : status;
}

/* Whether the options go together and there is a terminal where it takes one; says so if not. */
static bool can_play(const struct settings *settings) {
    if (!settings->keys && (settings->screens || settings->columns)) {
        complain("'--%s' goes with '--keys', which plays without a terminal",
                 settings->screens ? "screens" : "size");
        return false;
    }
    if (!settings->keys && !isatty(STDOUT_FILENO)) {
        complain("'veto play' needs a terminal on standard output; 'veto run %s' writes the "
                 "meeting as text",
                 settings->operands[0]);
        return false;
    }
    return true;
}

enum veto_status cmd_play(const struct settings *settings, FILE *out) {
    struct given given;
    struct desk *desk = NULL;
    if (!can_play(settings))
        return VETO_USAGE;
    enum veto_status status = given_open(&given, settings->operands[0], settings);
    if (status == VETO_OK)
        status = load_desk(&desk, &given);
    if (status == VETO_OK)
        status = play_desk(desk, &given.settings, out);
    given_close(&given);
    return status;
}
