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
    lines_add_led(lines, STYLE_KEY, frame_sign(lines->frame, SIGN_DIFFERS), KEYS, STYLE_PLAIN,
                  "with two runs: the two ballots are not the same");
}

void draw_help(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    add_keys(&lines, "In the meeting", VIEW_MEETING, 0);
    add_keys(&lines, "With a member (w)", VIEW_WHY, VIEW_MEETING);
    add_keys(&lines, "With a prediction (P)", VIEW_PREDICT, VIEW_MEETING | VIEW_WHY);
    add_keys(&lines, "With the odds (o)", VIEW_ODDS, VIEW_MEETING | VIEW_FLIPS | VIEW_WHY);
    add_keys(&lines, "With the flips (f)", VIEW_FLIPS, VIEW_MEETING | VIEW_ODDS | VIEW_WHY);
    add_keys(&lines, "With the command line (c)", VIEW_COMMAND, VIEW_MEETING | VIEW_HELP);
    add_keys(&lines, "With the debate (D)", VIEW_DEBATE, VIEW_MEETING | VIEW_ODDS | VIEW_WHY);
    add_keys(&lines, "With the drafts (d)", VIEW_DRAFTS, VIEW_MEETING);
    add_keys(&lines, "With two runs (C)", VIEW_COMPARE, VIEW_MEETING);
    add_signs(&lines);
    lines_scroll(&lines, area, 0, scene->state->scroll, 0);
}
