#include "report/lessons.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"

/* All of them, for programs. */
static void add_lesson_data(struct page *page, const struct lessons_subject *subject) {
    struct page_table *table =
        page_data(page, "title", "scenario", "audience", "minutes", "teaches");
    for (size_t i = 0; i < subject->count; i++) {
        const struct veto_lesson *lesson = subject->entries[i].lesson;
        table_texts(table, lesson->title, subject->entries[i].name, lesson->audience,
                    page_count(page, lesson->minutes), lesson->teaches);
    }
}

void lessons_line(struct page *page, const char *name, const struct veto_lesson *lesson) {
    page_hanging(page, ROLE_STRONG, 0,
                 arena_printf(page->arena, "%s: %u minute%s, %s", name, lesson->minutes,
                              text_plural(lesson->minutes), lesson->audience));
}

static void add_lesson_entry(struct page *page, const struct lesson_entry *entry, bool first) {
    const struct veto_lesson *lesson = entry->lesson;
    page_gap(page);
    if (first)
        page_heading(page, 2, lesson->title);
    lessons_line(page, entry->name, lesson);
    page_paragraph(page, ROLE_PLAIN, 1, lesson->teaches);
}

static void build_lessons(struct page *page, const void *context) {
    const struct lessons_subject *subject = context;
    page_title(page, "Lessons");
    page_say(page, 0,
             "What each teaches, with which scenario, how long and for whom. 'veto play NAME' "
             "plays it, and 'veto handout NAME --sheet teacher' has a plan.");
    for (size_t i = 0; i < subject->count; i++) {
        const struct lesson_entry *entry = &subject->entries[i];
        add_lesson_entry(page, entry,
                         i == 0 || strcmp(entry->lesson->title, entry[-1].lesson->title) != 0);
    }
    add_lesson_data(page, subject);
}

static json_t *lessons_json(struct build *build, const void *context) {
    const struct lessons_subject *subject = context;
    json_t *array = json_array();
    for (size_t i = 0; i < subject->count; i++) {
        const struct veto_lesson *lesson = subject->entries[i].lesson;
        build_push(build, array,
                   json_pack("{s:s, s:s, s:s, s:I, s:s}", "title", lesson->title, "scenario",
                             subject->entries[i].name, "audience", lesson->audience, "minutes",
                             (json_int_t)lesson->minutes, "teaches", lesson->teaches));
    }
    return array;
}

const struct report report_lessons = {build_lessons, lessons_json, 12, 0};
