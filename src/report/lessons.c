#include "report/lessons.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/build.h"
#include "report/minutes.h"
#include "words/words.h"

void lessons_line(struct page *page, const char *name, const struct veto_lesson *lesson) {
    page_hanging(page, ROLE_STRONG, 0,
                 arena_printf(page->arena, "%s: %u minute%s, %s", name, lesson->minutes,
                              text_plural(lesson->minutes), lesson->audience));
}

static void build_lessons(struct page *page, const void *context) {
    const struct lessons_subject *subject = context;
    page_title(page, "Lessons");
    page_say(page, 0,
             "What each teaches, with which scenario, how long and for whom. 'veto play NAME' "
             "plays it, and 'veto handout NAME --sheet teacher' has a plan.");
    for (size_t i = 0; i < subject->count; i++) {
        const struct lesson_entry *entry = &subject->entries[i];
        page_gap(page);
        if (i == 0 || strcmp(entry->lesson->title, entry[-1].lesson->title) != 0)
            page_heading(page, 2, entry->lesson->title);
        lessons_line(page, entry->name, entry->lesson);
        page_paragraph(page, ROLE_PLAIN, 1, entry->lesson->teaches);
    }
    struct page_table *table =
        page_data(page, "title", "scenario", "audience", "minutes", "teaches");
    for (size_t i = 0; i < subject->count; i++) {
        const struct veto_lesson *lesson = subject->entries[i].lesson;
        table_texts(table, lesson->title, subject->entries[i].name, lesson->audience,
                    page_count(page, lesson->minutes), lesson->teaches);
    }
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

/* ---- who sits in the Council on a day ---- */

static void add_seats(struct page *page, const struct veto_composition *council) {
    enum { ID, NAME, PERMANENT, SEAT, GROUP, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [ID] = {.key = "id", .head = {"Code"}},
        [NAME] = {.key = "name", .head = {"Member"}},
        [PERMANENT] = {.key = "permanent", .audience = FOR_DATA},
        [SEAT] = {.head = {"Seat"}, .audience = FOR_READERS},
        [GROUP] = {.key = "group", .head = {"Group"}},
    };
    struct page_table *table = page_table_with(page, columns, COLUMNS, .headed = true);
    for (unsigned i = 0; i < council->count; i++) {
        const struct veto_seat *seat = &council->seats[i];
        table_texts(table, seat->code, seat->name, seat->permanent ? "true" : "false",
                    seat->permanent ? "permanent" : "elected", words_group(seat->group))[GROUP]
            .data = veto_group_word(seat->group);
    }
}

static void build_who(struct page *page, const void *context) {
    enum { LABEL = 19 };
    const struct who_subject *subject = context;
    struct arena *arena = page->arena;
    const struct veto_composition *council = subject->council;
    const char *president =
        subject->president
            ? arena_printf(arena, "%s, by Rule 18", words_name(arena, subject->president->name))
            : "not known";
    page_titlef(page, "The Council on %s", words_date(arena, council->date));
    page_fact(page, 0, LABEL, "President", ROLE_PLAIN, president);
    page_fact(page, 0, LABEL, "Required majority", ROLE_PLAIN,
              words_required(arena, council->required, council->count));
    page_gap(page);
    add_seats(page, council);
}

static json_t *who_json(struct build *build, const void *context) {
    const struct who_subject *subject = context;
    const struct veto_composition *council = subject->council;
    json_t *members = json_array();
    for (unsigned i = 0; i < council->count; i++) {
        const struct veto_seat *seat = &council->seats[i];
        build_push(build, members,
                   json_pack("{s:s, s:s, s:b, s:s}", "id", seat->code, "name", seat->name,
                             "permanent", seat->permanent, "group", veto_group_word(seat->group)));
    }
    return json_pack("{s:s, s:I, s:s?, s:o}", "date", subject->date, "required",
                     (json_int_t)council->required, "president",
                     subject->president ? subject->president->code : NULL, "members", members);
}

const struct report report_who = {build_who, who_json, 12, 0};

/* ---- what is at stake in a scenario ---- */

/* It does not say how it ends, since a class is to find out. */
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
