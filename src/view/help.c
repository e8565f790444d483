/* The help: what can be done now, every key from the table of keys, and what the signs mean. */
#include <string.h>

#include "play/now.h"
#include "view/parts.h"
#include "words/words.h"

enum { KEYS = 28 };

/* Group by group: those that hold in some of `views`. A click does what those of `clicked` do. */
static void add_keys(struct lines *lines, unsigned views, unsigned clicked) {
    const char *title = NULL;
    for (size_t i = 0; i < key_binding_count; i++) {
        const struct binding *binding = &key_bindings[i];
        title = *binding->keys ? title : binding->help;
        if (!(binding->views & views))
            continue;
        if (title) {
            lines_gap(lines);
            lines_add(lines, STYLE_TITLE, 0, title);
            title = NULL;
        }
        const char *keys = key_help(lines->frame->arena, binding);
        if (binding->views & clicked && !key_is_many(binding))
            lines_add_keys(lines, i, keys, KEYS, STYLE_PLAIN, binding->help);
        else
            lines_add_led(lines, STYLE_KEY, keys, KEYS, STYLE_PLAIN, binding->help);
    }
}

void draw_browser_help(struct frame *frame, struct area area) {
    static const struct {
        const char *search, *finds;
    } searches[] = {
        {"2016 syria vetoed", "every word has to match, in any order; each is how a word begins; "
                              "capitals and accents do not matter"},
        {"S/2016/846, 846", "symbols of drafts, resolutions and meetings"},
        {"october 2016", "the month, the year, or a day as in 2016-10-08"},
        {"vetoed by usa",
         "what is on record: adopted, failed, vetoed, and by whom, by code or name"},
        {"no:usa", "in recorded votes, the ballot of a state by its code: yes, no, abstain or "
                   "not_participating"},
    };
    struct lines lines = {.frame = frame, .columns = area.columns};
    add_keys(&lines, VIEW_BROWSE | VIEW_SEARCH, VIEW_BROWSE | VIEW_SEARCH);
    lines_gap(&lines);
    lines_add(&lines, STYLE_TITLE, 0, "What a search finds");
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++)
        lines_add_led(&lines, STYLE_KEY, searches[i].search, KEYS, STYLE_PLAIN, searches[i].finds);
    lines_scroll(&lines, area);
}

static void add_signs(struct lines *lines) {
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "At the table");
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++) {
        enum veto_ballot is = (enum veto_ballot)ballot;
        lines_add_led(lines, ballot_looks[is].style, ballot_looks[is].badge, KEYS, STYLE_PLAIN,
                      words_ballot(is));
    }
    lines_add_led(lines, STYLE_VETO, "VETO", KEYS, STYLE_PLAIN,
                  "against, and that ballot kept the draft from being adopted");
    lines_add_led(lines, STYLE_STRONG, "*", KEYS, STYLE_PLAIN,
                  "has the veto: its vote against stops a draft that has the required majority");
    lines_add_led(lines, STYLE_STRONG, frame_sign(lines->frame, SIGN_SPEAKER), KEYS, STYLE_PLAIN,
                  "has the floor");
    lines_add_led(lines, STYLE_KEY, frame_sign(lines->frame, SIGN_DIFFERS), KEYS, STYLE_PLAIN,
                  "with two runs: the two ballots are not the same");
}

/* First the few that one would press where the help was asked for. */
void draw_help(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    struct now now[NOW_MOST];
    size_t count = now_find(scene->arena, scene->state, now);
    lines_add(&lines, STYLE_TITLE, 0, "What you can do now");
    for (size_t i = 0; i < count; i++)
        if (strstr(now[i].keys, ", ")) /* which of them? */
            lines_add_led(&lines, STYLE_KEY, now[i].keys, KEYS, STYLE_STRONG, now[i].what);
        else
            lines_add_keys(&lines, now[i].row, now[i].keys, KEYS, STYLE_STRONG, now[i].what);
    add_keys(&lines, VIEW_ALL, state_view_below(scene->state));
    add_signs(&lines);
    lines_scroll(&lines, area);
}
