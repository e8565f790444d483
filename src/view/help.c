/* The help: every key, from the table of keys, and what the signs mean. */
#include "report/words.h"
#include "view/parts.h"

enum { KEYS = 28 };

static void add_keys(struct lines *lines, const char *heading, unsigned views, unsigned not_in) {
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, heading);
    for (size_t i = 0; i < key_binding_count; i++) {
        const struct binding *binding = &key_bindings[i];
        if ((binding->views & views) && !(binding->views & not_in))
            lines_add_led(lines, STYLE_KEY, binding->names, KEYS, STYLE_PLAIN, binding->help);
    }
}

/* What else there is to know of the browser. */
static void add_searching(struct lines *lines) {
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
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "What a search finds");
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++)
        lines_add_led(lines, STYLE_KEY, searches[i].search, KEYS, STYLE_PLAIN, searches[i].finds);
}

void draw_browser_help(struct frame *frame, struct area area, int scroll) {
    struct lines lines = {.frame = frame, .columns = area.columns};
    add_keys(&lines, "Choosing what to play", VIEW_BROWSE | VIEW_SEARCH, 0);
    add_searching(&lines);
    lines_scroll(&lines, area, 0, scroll, 0);
}

static void add_signs(struct lines *lines) {
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "At the table");
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++) {
        enum veto_ballot is = (enum veto_ballot)ballot;
        lines_add_led(lines, ballot_style(is), ballot_badge(is), KEYS, STYLE_PLAIN,
                      words_ballot(is));
    }
    lines_add_led(lines, STYLE_VETO, "VETO", KEYS, STYLE_PLAIN,
                  "against, and that ballot kept the draft from being adopted");
    lines_add_led(lines, STYLE_STRONG, "*", KEYS, STYLE_PLAIN,
                  "has the veto: its vote against stops a draft that has the required majority");
    lines_add_led(lines, STYLE_STRONG, frame_sign(lines->frame, SIGN_SPEAKER), KEYS, STYLE_PLAIN,
                  "has the floor");
}

void draw_help(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    add_keys(&lines, "In the meeting", VIEW_MEETING, 0);
    add_keys(&lines, "With a member (w)", VIEW_WHY, VIEW_MEETING);
    add_keys(&lines, "With a prediction (P)", VIEW_PREDICT, VIEW_MEETING | VIEW_WHY);
    add_keys(&lines, "With the odds (o)", VIEW_ODDS, VIEW_MEETING | VIEW_FLIPS | VIEW_WHY);
    add_keys(&lines, "With the flips (f)", VIEW_FLIPS, VIEW_MEETING | VIEW_ODDS | VIEW_WHY);
    add_keys(&lines, "With the command line (c)", VIEW_COMMAND, VIEW_MEETING | VIEW_HELP);
    add_signs(&lines);
    lines_scroll(&lines, area, 0, scene->state->scroll, 0);
}
