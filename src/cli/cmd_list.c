/* The commands that list something: 'veto list', 'veto lesson' and 'veto who'. */
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/shipped.h"
#include "cli/steps.h"
#include "report/build.h"
#include "report/lessons.h"

/* ---- what ships ---- */

/* Gives all scenarios that ship to `use`, in their order. What went wrong has been said. */
static enum veto_status use_shipped(const struct settings *settings,
                                    enum veto_status (*use)(struct veto_scenario *const *scenarios,
                                                            const struct settings *settings)) {
    struct veto_scenario **scenarios = calloc(shipped_count, sizeof(struct veto_scenario *));
    enum veto_status status = scenarios ? VETO_OK : out_of_memory();
    for (size_t i = 0; i < shipped_count && status == VETO_OK; i++)
        status = load_scenario(&scenarios[i], &shipped[i], NULL, 0, settings);
    if (status == VETO_OK)
        status = use(scenarios, settings);
    for (size_t i = 0; scenarios && i < shipped_count; i++)
        veto_scenario_free(scenarios[i]);
    free(scenarios);
    return status;
}

static void build_list(struct page *page, const void *subject) {
    enum { DATE = 12 };
    static const struct page_column columns[] = {{.least = 0}, {.least = DATE}, {.least = 0}};
    struct veto_scenario *const *scenarios = subject;
    struct page_table *table = page_table(page, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < shipped_count; i++)
        table_texts(table, shipped[i].name, scenarios[i]->date_text, scenarios[i]->title);
}

static json_t *list_json(struct build *build, const void *subject) {
    struct veto_scenario *const *scenarios = subject;
    json_t *rows = json_array();
    for (size_t i = 0; i < shipped_count; i++)
        build_push(build, rows,
                   json_pack("{s:s, s:s?, s:s}", "name", shipped[i].name, "date",
                             scenarios[i]->date_text, "title", scenarios[i]->title));
    return rows;
}

static enum veto_status write_list(struct veto_scenario *const *scenarios,
                                   const struct settings *settings) {
    static const struct report list = {build_list, list_json, 0, 0};
    return write_report(settings, &list, scenarios);
}

static enum veto_status write_source(const struct settings *settings) {
    const struct veto_text *found = shipped_find(settings->source);
    if (!found && shipped_nearest(settings->source))
        return no_such_scenario(settings->source);
    if (!found) {
        complain("no scenario '%s' ships with the program; 'veto list' shows those that do",
                 settings->source);
        return VETO_INPUT;
    }
    fwrite(found->bytes, 1, found->length, settings->out);
    return VETO_OK;
}

enum veto_status cmd_list(const struct settings *settings) {
    if (settings->source)
        return write_source(settings);
    if (settings->schema)
        return schema_write(settings->out) == VETO_OK ? VETO_OK : out_of_memory();
    return use_shipped(settings, write_list);
}

/* ---- lessons ---- */

static int lesson_by_title(const void *a, const void *b) {
    const struct lesson_entry *left = a, *right = b;
    int order = strcmp(left->lesson->title, right->lesson->title);
    return order ? order : strcmp(left->name, right->name);
}

static enum veto_status write_lessons(struct veto_scenario *const *scenarios,
                                      const struct settings *settings) {
    struct lesson_entry *entries = calloc(shipped_count, sizeof *entries);
    struct lessons_subject subject = {entries, 0};
    if (!entries)
        return out_of_memory();
    for (size_t i = 0; i < shipped_count; i++)
        if (scenarios[i]->lesson)
            entries[subject.count++] = (struct lesson_entry){shipped[i].name, scenarios[i]->lesson};
    qsort(entries, subject.count, sizeof *entries, lesson_by_title);
    enum veto_status status = write_report(settings, &report_lessons, &subject);
    free(entries);
    return status;
}

enum veto_status cmd_lesson(const struct settings *settings) {
    return use_shipped(settings, write_lessons);
}

/* ---- who sat on a day ---- */

enum veto_status cmd_who(const struct settings *settings) {
    struct veto_date date;
    struct veto_composition council;
    struct veto_seat president;
    if (settings->operand_count == 0) {
        complain("'veto who' needs a day, as in 'veto who 2027-03-15'");
        return VETO_USAGE;
    }
    if (!veto_date_parse(settings->operands[0], &date)) {
        complain("no day '%s': it is to be like 2027-03-15", settings->operands[0]);
        return VETO_USAGE;
    }
    if (!veto_composition_of(date, &council)) {
        complain("who sat on %s is not known: only from %d to %d", settings->operands[0],
                 VETO_ROSTER_FIRST, VETO_ROSTER_LAST);
        return VETO_INPUT;
    }
    bool presides = veto_president_of(date, &president);
    return write_report(
        settings, &report_who,
        &(struct who_subject){settings->operands[0], &council, presides ? &president : NULL});
}
