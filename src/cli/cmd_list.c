#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "report/build.h"
#include "report/prose.h"

static enum veto_status write_source(const char *name, FILE *out) {
    const struct shipped *found = shipped_find(name);
    if (!found && shipped_nearest(name))
        return no_such_scenario(name);
    if (!found) {
        complain("no scenario '%s' ships with the program; 'veto list' shows those that do", name);
        return VETO_INPUT;
    }
    fwrite(found->bytes, 1, found->length, out);
    return VETO_OK;
}

static size_t name_width(void) {
    size_t width = 0;
    for (size_t i = 0; i < shipped_count; i++)
        width = strlen(shipped[i].name) > width ? strlen(shipped[i].name) : width;
    return width;
}

struct row {
    struct arena arena;
    FILE *out;
    const char *name;
    const struct veto_scenario *scenario;
};

static void work_row(void *context) {
    enum { COLUMNS = 80, GAP = 2, DATE = 10 };
    struct row *row = context;
    const char *date = row->scenario->date_text;
    struct prose prose = {
        .file = row->out,
        .arena = &row->arena,
        .columns = columns_for(STDOUT_FILENO, COLUMNS),
        .ascii = !locale_is_utf8(),
    };
    struct prose_cell cells[] = {
        {row->name, name_width() + GAP, INK_PLAIN},
        {date ? date : "", DATE + GAP, INK_PLAIN},
        {row->scenario->title, 0, INK_PLAIN},
    };
    prose_row(&prose, 0, cells, 3);
}

static enum veto_status write_row(const char *name, const struct veto_scenario *scenario,
                                  void *out) {
    struct row row = {.out = out, .name = name, .scenario = scenario};
    bool done = arenas_try(&row.arena, NULL, work_row, &row);
    arena_free(&row.arena);
    return done ? VETO_OK : out_of_memory();
}

struct array {
    struct build build;
    json_t *rows;
};

static enum veto_status list_add_row(const char *name, const struct veto_scenario *scenario,
                                     void *context) {
    struct array *array = context;
    json_t *row = json_object();
    build_set(&array->build, row, "name", json_string(name));
    build_set(&array->build, row, "date", build_text(scenario->date_text));
    build_set(&array->build, row, "title", json_string(scenario->title));
    build_push(&array->build, array->rows, row);
    return VETO_OK;
}

/* Calls `use` with every scenario that ships, until one call fails. */
static enum veto_status for_each(const struct settings *settings,
                                 enum veto_status (*use)(const char *, const struct veto_scenario *,
                                                         void *),
                                 void *context) {
    enum veto_status status = VETO_OK;
    for (size_t i = 0; i < shipped_count && status == VETO_OK; i++) {
        struct veto_scenario *scenario = NULL;
        struct veto_text text = {shipped[i].name, (const char *)shipped[i].bytes,
                                 shipped[i].length};
        status = load_scenario_text(&scenario, &text, NULL, 0, settings);
        if (status == VETO_OK)
            status = use(shipped[i].name, scenario, context);
        veto_scenario_free(scenario);
    }
    return status;
}

static enum veto_status list_json(const struct settings *settings, FILE *out) {
    struct array array = {.rows = json_array()};
    enum veto_status status = for_each(settings, list_add_row, &array);
    if (status != VETO_OK) {
        json_decref(array.rows);
        return status;
    }
    return build_write(&array.build, array.rows, out, 12) == VETO_OK ? VETO_OK : out_of_memory();
}

enum veto_status cmd_list(const struct settings *settings, FILE *out) {
    if (settings->source)
        return write_source(settings->source, out);
    if (settings->format == REPORT_JSON)
        return list_json(settings, out);
    return for_each(settings, write_row, out);
}
