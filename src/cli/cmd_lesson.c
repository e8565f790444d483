#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/shipped.h"
#include "cli/terminal.h"
#include "report/lessons.h"

static int lesson_by_title(const void *a, const void *b) {
    const struct lesson_entry *left = a, *right = b;
    int order = strcmp(left->lesson->title, right->lesson->title);
    return order ? order : strcmp(left->name, right->name);
}

static enum veto_status write_lessons(struct veto_scenario *const *scenarios,
                                      const struct settings *settings, FILE *out) {
    struct lesson_entry *entries = calloc(shipped_count, sizeof *entries);
    struct lessons_subject subject = {entries, 0};
    if (!entries)
        return out_of_memory();
    for (size_t i = 0; i < shipped_count; i++)
        if (scenarios[i]->lesson)
            entries[subject.count++] = (struct lesson_entry){shipped[i].name, scenarios[i]->lesson};
    qsort(entries, subject.count, sizeof *entries, lesson_by_title);
    enum veto_status status = write_report(out, settings, &report_lessons, &subject);
    free(entries);
    return status;
}

enum veto_status cmd_lesson(const struct settings *settings, FILE *out) {
    struct veto_scenario **scenarios = load_shipped(settings);
    enum veto_status status = scenarios ? write_lessons(scenarios, settings, out) : VETO_SYSTEM;
    free_shipped(scenarios);
    return status;
}
