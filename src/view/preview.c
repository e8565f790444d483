/* The preview: what is at stake in an entry of the browser, so that one can choose without opening
 * it; for a recorded vote, the page of "veto history FILE show" as far as it may be told. */
#include "base/text.h"
#include "play/entry.h"
#include "report/history.h"
#include "report/lessons.h"
#include "view/parts.h"

enum { LABEL = 16, WIDEST = 90 };

/* ---- what cannot be played ---- */

static void add_mistake(struct lines *lines, const struct veto_diagnostic *mistake) {
    struct arena *arena = lines->frame->arena;
    const char *place = mistake->line
                            ? arena_printf(arena, "%s, line %u, column %u:", mistake->file,
                                           mistake->line, mistake->column)
                            : arena_printf(arena, "%s:", mistake->file);
    lines_add(lines, STYLE_STRONG, 0, place);
    lines_add(lines, STYLE_PLAIN, 2, mistake->message);
    if (mistake->hint)
        lines_add(lines, STYLE_PLAIN, 2, arena_printf(arena, "hint: %s", mistake->hint));
}

static void add_mistakes(struct lines *lines, const struct entry *entry) {
    struct arena *arena = lines->frame->arena;
    size_t count = veto_diagnostics_count(entry->mistakes), first = 0;
    while (first < count && veto_diagnostics_get(entry->mistakes, first).severity != VETO_ERROR)
        first++;
    lines_add(lines, STYLE_TITLE, 0, entry->word);
    lines_gap(lines);
    lines_add(lines, STYLE_PLAIN, 0,
              arena_printf(arena, "It cannot be played: it has %s.%s", entry->note,
                           veto_diagnostics_errors(entry->mistakes) > 1 ? " The first:" : ""));
    lines_gap(lines);
    if (first < count) {
        struct veto_diagnostic mistake = veto_diagnostics_get(entry->mistakes, first);
        add_mistake(lines, &mistake);
    }
    lines_gap(lines);
    lines_fact(lines, LABEL, "All of them",
               arena_printf(arena, "veto check %s", shell_operand(arena, entry->word)));
}

/* ---- any of them ---- */

void draw_preview(struct frame *frame, struct area area, const struct entry *entry, bool open) {
    struct lines lines = {.frame = frame, .columns = area.columns < WIDEST ? area.columns : WIDEST};
    if (entry->mistakes)
        add_mistakes(&lines, entry);
    else if (entry->vote)
        lines_report(&lines, &report_vote,
                     &(struct vote_view){.vote = entry->vote, .hidden = !open});
    else if (entry->scenario)
        lines_report(&lines, &report_preview,
                     &(struct preview_subject){
                         entry->scenario, entry->shelf == SHELF_UNFINISHED ? NULL : entry->word});
    lines_scroll(&lines, area);
}
