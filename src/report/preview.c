/* What is at stake in a scenario: it does not say how it ends, since a class is to find out. */
#include "base/arena.h"
#include "base/text.h"
#include "report/lessons.h"
#include "report/minutes.h"

static void build_preview(struct page *page, const void *context) {
    enum { LABEL = 16 };
    const struct preview_subject *subject = context;
    const struct veto_scenario *scenario = subject->scenario;
    const struct minutes minutes = {.page = page, .arena = page->arena, .scenario = scenario};
    if (scenario->lesson) { /* what it teaches would tell how the votes come out */
        page_heading(page, 2, scenario->lesson->title);
        lessons_line(page, "A lesson", scenario->lesson);
        page_gap(page);
    }
    minutes_title(&minutes);
    minutes_drafts(&minutes, false);
    page_gap(page);
    if (scenario->question_count > 0)
        page_fact(page, 0, LABEL, "For the class", ROLE_PLAIN,
                  arena_printf(page->arena, "%zu question%s", scenario->question_count,
                               text_plural(scenario->question_count)));
    /* Not of which drafts: what was not put has none. */
    page_fact(page, 0, LABEL, "The record", ROLE_PLAIN,
              scenario->has_record ? "known: the meeting closes with how it really was"
                                   : "not in this scenario: the model alone says how it ends");
    if (subject->word)
        page_fact(
            page, 0, LABEL, "Command line", ROLE_PLAIN,
            arena_printf(page->arena, "veto play %s", shell_operand(page->arena, subject->word)));
}

const struct report report_preview = {.page = build_preview};
