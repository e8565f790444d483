/*
 * From a key to a finished frame in the browser, with as many recorded votes as there are.
 *
 *     bench_browser [FILE]
 *
 * Without a FILE it makes a history as long as the public one.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "bench.h"
#include "veto/roster.h"
#include "view/view.h"

enum { VOTES = 3203, YEARS = 80 };

/* ---- a history ---- */

static void write_header(FILE *file) {
    fprintf(file, "UN classification,Vote outcome,Date,Official full title,Yes,No,Abstentions,"
                  "Non-Voting,Total,CHINA,FRANCE,RUSSIAN FEDERATION/USSR,UNITED KINGDOM,"
                  "UNITED STATES\n");
}

static void write_vote(FILE *file, int number) {
    bool vetoed = number % 10 == 0;
    int year = VETO_ROSTER_LAST - 2 - number * YEARS / VOTES;
    fprintf(file,
            "S/%d/%d,%s,%d-%02d-%02d,\"Vote %d, on a question that has come before the Council "
            "more than once, in %s, and will again\",4,%d,0,0,5,Y,Y,%s,Y,Y\n",
            year, number, vetoed ? "vetoed" : "adopted", year, 1 + number % 12, 1 + number % 28,
            number, number % 7 ? "the Middle East" : "C\u00f4te d'Ivoire", vetoed,
            vetoed ? "N" : "Y");
}

static enum veto_status make_history(struct veto_history **history, struct veto_diagnostics *list) {
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);
    if (!file)
        return VETO_SYSTEM;
    write_header(file);
    for (int i = 0; i < VOTES; i++)
        write_vote(file, i);
    fclose(file);
    enum veto_status status = veto_history_load(
        history, list, &(struct veto_text){"made", text, length}, VETO_DATES_BY_FILE);
    free(text);
    return status;
}

/* ---- a catalogue ---- */

struct show {
    const struct veto_history *history;
    struct arena arena, frame;
    struct catalogue catalogue;
    struct browser browser;
    const char *keys;
};

static void make_entries(void *context) {
    struct show *show = context;
    struct entry *entries = arena_array(&show->arena, struct entry, show->history->count);
    for (size_t i = 0; i < show->history->count; i++)
        entries[i] = entry_of_vote(&show->arena, &show->history->votes[i]);
    show->catalogue = (struct catalogue){entries, show->history->count};
}

static void make_catalogue(void *context) {
    struct show *show = context;
    arena_free(&show->arena);
    arenas_try(&show->arena, NULL, make_entries, show);
}

/* ---- keys ---- */

static void draw(void *context) {
    struct show *show = context;
    struct frame *frame = browser_frame(&show->frame, &show->browser);
    show->browser = browser_settle(show->browser, &frame->reach);
}

static void press_all(void *context) {
    struct show *show = context;
    show->browser = browser_start(&show->catalogue, CHARSET_UTF8, show->browser.size);
    for (const char *key = show->keys; *key; key++) {
        uint32_t press = *key == '~'   ? PRESS_DOWN
                         : *key == ']' ? PRESS_PAGE_DOWN
                         : *key == '}' ? PRESS_END
                         : *key == '|' ? PRESS_BACKSPACE
                                       : (uint32_t)(unsigned char)*key;
        show->browser = browser_press(show->browser, press);
        arenas_try(&show->frame, NULL, draw, show);
        arena_free(&show->frame);
    }
}

static void measure(struct show *show) {
    static const int sizes[][2] = {{80, 24}, {120, 40}, {200, 60}};
    static const struct {
        const char *what, *keys;
    } hands[] = {
        {"down the list", "~~~~]]]]}"},
        {"typing", "vetoed by russia 2016"},
        {"typing what nothing has", "the council zzzz"},
        {"down what was found", "the~~~~]]]]}"},
        {"taking back", "syria||||||"},
    };
    const char *slowest = "";
    double most = 0;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (size_t j = 0; j < sizeof hands / sizeof *hands; j++) {
            show->browser = browser_start(&show->catalogue, CHARSET_UTF8,
                                          browser_size(sizes[i][0], sizes[i][1]));
            show->keys = hands[j].keys;
            double key = bench_best(10, press_all, show) / (double)strlen(show->keys);
            printf("browser: key to frame at %dx%d, %s: %.3f ms\n", sizes[i][0], sizes[i][1],
                   hands[j].what, key * 1e3);
            slowest = key > most ? hands[j].what : slowest;
            most = key > most ? key : most;
        }
    printf("browser: key to frame: at most %.3f ms, %s\n", most * 1e3, slowest);
}

int main(int count, char **arguments) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history = NULL;
    enum veto_status status =
        count > 1 ? veto_history_read(&history, list, arguments[1], VETO_DATES_BY_FILE)
                  : make_history(&history, list);
    veto_diagnostics_print(list, stderr, 100, false);
    veto_diagnostics_free(list);
    if (status != VETO_OK)
        return 1;
    struct show show = {.history = history};
    printf("browser: a catalogue of %zu votes in %.2f ms\n", history->count,
           bench_best(5, make_catalogue, &show) * 1e3);
    measure(&show);
    arena_free(&show.arena);
    veto_history_free(history);
    return 0;
}
