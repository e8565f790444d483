#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* wide characters */
#endif
#define NCURSES_WIDECHAR 1

#include "tui/screen.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/text.h"
#include "tui/signals.h"

#define INSTEAD "; 'veto run' prints the meeting as text"

struct screen {
    SCREEN *curses;
    FILE *file; /* the output, ... */
    int input;
    bool color, many;      /* many: 256 of them */
    bool repaint, renew;   /* every cell; the terminal's modes */
    bool clicks;           /* come here */
    bool prepared[STYLES]; /* the pair is set */
    const char *instead;   /* the kind of terminal that stands in for an unknown one, or NULL */
};

/* ---- styles ---- */

enum { GROUND = -1 }; /* the terminal's own colour */
#define UNDERLINED (A_BOLD | A_UNDERLINE)

/* Badges have a ground of their own, so that they read on light and dark ones alike. Without colour
 * letters, signs and these attributes are enough. */
static const struct look {
    short few[2], many[2]; /* foreground and background, of 8 and of 256 colours */
    attr_t color, mono;
} looks[STYLES] = {
    [STYLE_PLAIN] = {{GROUND, GROUND}, {GROUND, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_DIM] = {{GROUND, GROUND}, {244, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_LABEL] = {{GROUND, GROUND}, {244, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_STRONG] = {{GROUND, GROUND}, {GROUND, GROUND}, A_BOLD, A_BOLD},
    [STYLE_TITLE] = {{GROUND, GROUND}, {GROUND, GROUND}, UNDERLINED, UNDERLINED},
    [STYLE_LINE] = {{GROUND, GROUND}, {244, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_BAR] = {{COLOR_WHITE, COLOR_BLUE}, {255, 24}, A_NORMAL, A_REVERSE},
    [STYLE_KEY] = {{COLOR_YELLOW, COLOR_BLUE}, {222, 24}, A_BOLD, A_REVERSE | A_BOLD},
    [STYLE_SELECTED] = {{GROUND, GROUND}, {GROUND, GROUND}, A_REVERSE | A_BOLD, A_REVERSE | A_BOLD},
    [STYLE_PENDING] = {{GROUND, GROUND}, {244, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_YES] = {{COLOR_BLACK, COLOR_GREEN}, {231, 28}, A_NORMAL, A_NORMAL},
    [STYLE_NO] = {{COLOR_WHITE, COLOR_RED}, {231, 124}, A_NORMAL, A_REVERSE},
    [STYLE_ABSTAIN] = {{COLOR_BLACK, COLOR_YELLOW}, {16, 220}, A_NORMAL, A_UNDERLINE},
    [STYLE_NOT_PARTICIPATING] = {{COLOR_BLACK, COLOR_CYAN}, {231, 60}, A_NORMAL, A_NORMAL},
    [STYLE_ABSENT] = {{COLOR_BLACK, COLOR_WHITE}, {16, 250}, A_NORMAL, A_NORMAL},
    [STYLE_VETO] = {{COLOR_WHITE, COLOR_RED}, {231, 160}, UNDERLINED, A_BOLD | A_REVERSE},
    [STYLE_FILL_YES] = {{COLOR_GREEN, GROUND}, {34, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_FILL_NO] = {{COLOR_RED, GROUND}, {160, GROUND}, A_NORMAL, A_NORMAL},
    [STYLE_FILL_ABSTAIN] = {{COLOR_YELLOW, GROUND}, {178, GROUND}, A_NORMAL, A_NORMAL},
};

static void prepare_colors(struct screen *screen) {
    if (!screen->color || !has_colors() || start_color() == ERR || COLORS < 8 ||
        COLOR_PAIRS <= STYLES || use_default_colors() == ERR) {
        screen->color = false;
        return;
    }
    screen->many = COLORS >= 256;
    for (short style = 0; style < STYLES; style++) {
        const short *colors = screen->many ? looks[style].many : looks[style].few;
        if (colors[0] != GROUND || colors[1] != GROUND)
            screen->prepared[style] = init_pair((short)(style + 1), colors[0], colors[1]) == OK;
    }
}

/* ---- life ---- */

/* Of one capability of the terminal, or NULL. */
static const char *capability(const char *name) {
    const char *text = tigetstr((char *)(uintptr_t)name); /* which does not write to it */
    return text == (const char *)-1 ? NULL : text;
}

/* Adds a sequence without its padding, which asks for a delay and would be written as text. */
static void add_sequence(struct rescue *rescue, const char *text) {
    while (text && *text && rescue->sequence_length < sizeof rescue->sequence) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (!end)
            rescue->sequence[rescue->sequence_length++] = *text;
        text = end ? end + 1 : text + 1;
    }
}

/* Pastes between brackets, and the mouse in xterm's form, which other terminals have as well. What
 * terminfo knows of them is not standard; terminals that follow ANSI pass over what they do not
 * know.
 */
static const struct {
    const char *on, *off;
} pastes = {"\033[?2004h", "\033[?2004l"},
  mouse = {"\033[?1000h\033[?1006h", "\033[?1006l\033[?1000l"};

static bool follows_ansi(void) {
    const char *place = capability("cup");
    return place && strncmp(place, "\033[", 2) == 0;
}

static bool reports_mouse(void) {
    return follows_ansi() && (capability("XM") || capability("kmous"));
}

static void set_modes(const struct screen *screen, bool on) {
    if (follows_ansi())
        fputs(on ? pastes.on : pastes.off, screen->file);
    if (reports_mouse())
        fputs(on && screen->clicks ? mouse.on : mouse.off, screen->file);
    fflush(screen->file);
}

/* For a crash: modes and keys as they were, colours and attributes off, cursor on, the screen as it
 * was. */
static void prepare_rescue(struct rescue *rescue) {
    static const char names[][6] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
    if (reports_mouse())
        add_sequence(rescue, mouse.off);
    if (follows_ansi())
        add_sequence(rescue, pastes.off);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_sequence(rescue, capability(names[i]));
    signals_prepare(rescue);
}

/* Opens curses on a terminal that can do what is asked of it: of the kind that TERM names, or of
 * one that most others are like. */
static SCREEN *open_curses(FILE *input, FILE *output, const char **instead, const char **error) {
    static const char *const kinds[] = {"xterm-256color", "xterm", "vt100"};
    const char *kind = getenv("TERM");
    use_env(false); /* the size comes from the terminal, not from LINES and COLUMNS */
    use_tioctl(true);
    SCREEN *curses = kind && *kind ? newterm(kind, output, input) : NULL;
    for (size_t i = 0; !curses && i < sizeof kinds / sizeof *kinds; i++) {
        *instead = kinds[i];
        curses = newterm(kinds[i], output, input);
    }
    *error = "the system describes no kind of terminal, neither TERM's nor xterm nor vt100: "
             "install its terminfo" INSTEAD;
    if (!curses)
        return NULL;
    set_term(curses);
    if (capability("cup") && capability("clear"))
        return curses;
    endwin();
    delscreen(curses);
    *error = "this kind of terminal cannot place text on the screen (see TERM)" INSTEAD;
    return NULL;
}

/* Keys are read elsewhere, and are those that terminfo tells of. */
static void set_line(void) {
    cbreak();
    noecho();
    nonl(); /* Enter is not Ctrl-J */
    keypad(stdscr, true);
    typeahead(-1);
    curs_set(0);
}

struct screen *screen_open(FILE *input, FILE *output, bool color, const char **error) {
    struct rescue rescue = {.input = fileno(input), .output = fileno(output)};
    *error = "this is no terminal" INSTEAD;
    if (!isatty(rescue.output) || tcgetattr(rescue.input, &rescue.modes) != 0)
        return NULL;
    *error = "out of memory";
    struct screen *screen = calloc(1, sizeof *screen);
    if (!screen)
        return NULL;
    screen->curses = open_curses(input, output, &screen->instead, error);
    if (!screen->curses) {
        free(screen);
        return NULL;
    }
    screen->input = rescue.input;
    screen->file = output;
    screen->color = color;
    screen->renew = true;
    prepare_rescue(&rescue);
    prepare_colors(screen);
    set_line();
    return screen;
}

void screen_close(struct screen *screen) {
    screen_leave(screen);
    delscreen(screen->curses);
    free(screen);
}

/* What was typed is for nobody else. Where there is no alternate screen, the prompt of the shell
 * comes to stand on the last row. */
void screen_leave(struct screen *screen) {
    set_modes(screen, false);
    move(getmaxy(stdscr) - 1, 0);
    clrtoeol();
    refresh();
    tcflush(screen->input, TCIFLUSH);
    endwin();
}

void screen_return(struct screen *screen) {
    reset_prog_mode();
    curs_set(0);
    screen_repaint(screen);
}

const char *screen_instead(const struct screen *screen) {
    return screen->instead;
}

void screen_repaint(struct screen *screen) {
    screen->repaint = screen->renew = true;
}

void screen_measure(struct screen *screen, int *columns, int *rows) {
    struct winsize size;
    getmaxyx(stdscr, *rows, *columns);
    if (ioctl(fileno(screen->file), TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        return; /* a serial line: what terminfo says */
    if (size.ws_row == *rows && size.ws_col == *columns)
        return;
    if (resizeterm(size.ws_row, size.ws_col) == OK)
        screen->repaint = true;
    getmaxyx(stdscr, *rows, *columns);
}

/* ---- drawing ---- */

/* The cell's text for curses: one character and what stands on it. Where the C library measures it
 * in another way than the frame did, the row would be torn apart: then a mark takes its place. */
static void wide_text(const struct cell *cell, wchar_t text[CCHARW_MAX + 1]) {
    size_t used = 0, count = 0;
    uint32_t code;
    for (size_t bytes; used < cell->length && count < CCHARW_MAX; used += bytes) {
        bytes = text_decode(cell->bytes + used, cell->length - used, &code);
        if (bytes == 0)
            break;
        if (count == 0 || wcwidth((wchar_t)code) == 0)
            text[count++] = (wchar_t)code;
    }
    text[count] = L'\0';
    if (count == 0 || wcwidth(text[0]) != (int)cell->width)
        wcscpy(text, L"?");
}

static void draw_cell(const struct screen *screen, int row, int column, const struct cell *cell) {
    wchar_t text[CCHARW_MAX + 1];
    cchar_t out;
    short pair = screen->prepared[cell->style] ? (short)(cell->style + 1) : 0;
    attr_t attribute = screen->color ? looks[cell->style].color : looks[cell->style].mono;
    wide_text(cell, text);
    if (setcchar(&out, text, attribute, pair, NULL) == OK)
        mvadd_wch(row, column, &out);
    if (cell->width == 2 && text[0] == L'?') {
        setcchar(&out, L" ", attribute, pair, NULL);
        mvadd_wch(row, column + 1, &out);
    }
}

void screen_draw(struct screen *screen, const struct frame *frame) {
    int columns, rows;
    getmaxyx(stdscr, rows, columns);
    rows = rows < frame->rows ? rows : frame->rows;
    columns = columns < frame->columns ? columns : frame->columns;
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            const struct cell *cell = &frame->cells[row * frame->columns + column];
            if (cell->width > 0)
                draw_cell(screen, row, column, cell);
        }
    bool points =
        frame->cursor_row >= 0 && frame->cursor_row < rows && frame->cursor_column < columns;
    curs_set(points);
    if (points)
        move(frame->cursor_row, frame->cursor_column);
    if (screen->renew)
        set_modes(screen, true);
    clearok(curscr, screen->repaint);
    screen->repaint = screen->renew = false;
    refresh();
}

/* ---- keys ---- */

void screen_teach(struct input *input) {
    static const struct {
        char name[6];
        uint32_t key;
    } keys[] = {
        {"kent", PRESS_ENTER},  {"kbs", PRESS_BACKSPACE}, {"kcub1", PRESS_LEFT},
        {"kcuf1", PRESS_RIGHT}, {"kcuu1", PRESS_UP},      {"kcud1", PRESS_DOWN},
        {"kpp", PRESS_PAGE_UP}, {"knp", PRESS_PAGE_DOWN}, {"khome", PRESS_HOME},
        {"kend", PRESS_END},    {"kdch1", PRESS_DELETE},  {"kcbt", PRESS_BACK_TAB},
        {"kfnd", PRESS_HOME},   {"kslt", PRESS_END},
    };
    input->mouse = reports_mouse();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        input_learn(input, capability(keys[i].name), keys[i].key);
}

void screen_take_clicks(struct screen *screen, bool take) {
    screen->renew = screen->renew || take != screen->clicks;
    screen->clicks = take;
}
