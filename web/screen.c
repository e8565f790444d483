/* In a browser the page is the terminal: in the place of tui/. It gives the app what the hand does,
 * and draws the picture of its frame. */
#include <stdlib.h>
#include <string.h>

#include "cli/shipped.h"
#include "page.h"
#include "tui/tui.h"

/* What main() put on the screen. The page holds the program, and the program its one app. */
static struct app *app;

enum veto_status tui_play(struct app *played, const struct tui_options *options,
                          struct tui_end *end) {
    (void)options, (void)end;
    app = played;
    page_stay();
}

int main(int argc, char **argv);

int page_run(int argc, char **argv) {
    return main(argc, argv);
}

/* ---- what the hand does ---- */

uint32_t page_key(const char *name, size_t length) {
    static const char click[] = "Click";
    bool clicks = length == strlen(click) && memcmp(name, click, length) == 0;
    return clicks ? PRESS_CLICK : key_named(name, length);
}

void page_press(uint32_t key, int column, int row) {
    app_press(app, (struct press){.key = key, .column = column, .row = row});
}

void page_paste(const char *text) {
    app_press(app, (struct press){.key = PRESS_PASTE, .text = text});
}

void page_resize(int columns, int rows) {
    app_resize(app, columns, rows);
}

/* ---- what is to be seen ---- */

const struct picture *page_picture(void) {
    static struct picture picture;
    const struct frame *frame = app_frame(app);
    if (!frame)
        return NULL;
    picture = (struct picture){
        .columns = frame->columns,
        .rows = frame->rows,
        .cursor_column = frame->cursor_column,
        .cursor_row = frame->cursor_row,
        .cells = frame->cells,
        .cell_size = sizeof *frame->cells,
        .spots = frame->spots,
        .spot_count = frame->spot_count,
        .spot_size = sizeof *frame->spots,
        .ticks = app_ticks(app),
        .asks = app_asks(app),
        .done = app_done(app),
        .says = app_says(app),
    };
    return &picture;
}

const char *page_style(unsigned style) {
    static const char *const names[STYLES] = {
        [STYLE_PLAIN] = "plain",
        [STYLE_DIM] = "dim",
        [STYLE_LABEL] = "label",
        [STYLE_STRONG] = "strong",
        [STYLE_TITLE] = "title",
        [STYLE_LINE] = "line",
        [STYLE_BAR] = "bar",
        [STYLE_KEY] = "key",
        [STYLE_SELECTED] = "selected",
        [STYLE_PENDING] = "pending",
        [STYLE_YES] = "yes",
        [STYLE_NO] = "no",
        [STYLE_ABSTAIN] = "abstain",
        [STYLE_NOT_PARTICIPATING] = "out",
        [STYLE_ABSENT] = "absent",
        [STYLE_VETO] = "veto",
        [STYLE_FILL_YES] = "fill-yes",
        [STYLE_FILL_NO] = "fill-no",
        [STYLE_FILL_ABSTAIN] = "fill-abstain",
    };
    return style < STYLES && names[style] ? names[style] : "";
}

/* ---- the session ---- */

int page_session(void) {
    return app_keep(app);
}

void page_afresh(void) {
    app_notify(app, "something went wrong, such as memory that ran out; this is where you were");
}

const struct veto_text *page_source(const char *word) {
    return shipped_find(word);
}

/* ---- memory ---- */

void *page_room(size_t size) {
    return malloc(size);
}

void page_release(void *room) {
    free(room);
}
