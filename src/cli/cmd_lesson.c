#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/load.h"
#include "cli/model.h"
#include "cli/shipped.h"
#include "cli/terminal.h"
#include "report/lessons.h"

struct lesson_list {
    struct veto_scenario **scenarios; /* as many as ship, or NULL */
    struct lesson_entry *entries;
    size_t count;
};

static int lesson_by_title(const void *a, const void *b) {
    const struct lesson_entry *left = a, *right = b;
    int order = strcmp(left->lesson->title, right->lesson->title);
    return order ? order : strcmp(left->name, right->name);
}

static enum veto_status lesson_list_load(struct lesson_list *lessons,
                                         const struct settings *settings) {
    enum veto_status status = VETO_OK;
    for (size_t i = 0; i < shipped_count && status == VETO_OK; i++) {
        status = load_scenario_text(&lessons->scenarios[i], &shipped[i], NULL, 0, settings);
        if (status == VETO_OK && lessons->scenarios[i]->lesson)
            lessons->entries[lessons->count++] =
                (struct lesson_entry){shipped[i].name, lessons->scenarios[i]->lesson};
    }
    qsort(lessons->entries, lessons->count, sizeof *lessons->entries, lesson_by_title);
    return status;
}

enum veto_status cmd_lesson(const struct settings *settings, FILE *out) {
    struct lesson_list lessons = {calloc(shipped_count, sizeof *lessons.scenarios),
                                  calloc(shipped_count, sizeof *lessons.entries), 0};
    enum veto_status status = lessons.scenarios && lessons.entries
                                  ? lesson_list_load(&lessons, settings)
                                  : out_of_memory();
    if (status == VETO_OK)
        status = write_report(out, settings, &report_lessons,
                              &(struct lessons_subject){lessons.entries, lessons.count});
    for (size_t i = 0; lessons.scenarios && i < shipped_count; i++)
        veto_scenario_free(lessons.scenarios[i]);
    free(lessons.scenarios);
    free(lessons.entries);
    return status;
}
