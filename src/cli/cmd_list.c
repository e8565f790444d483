#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "page/surface.h"
#include "report/build.h"
#include "report/schema.h"

static enum veto_status write_source(const char *name, FILE *out) {
    const struct veto_text *found = shipped_find(name);
    if (!found && shipped_nearest(name))
        return no_such_scenario(name);
    if (!found) {
        complain("no scenario '%s' ships with the program; 'veto list' shows those that do", name);
        return VETO_INPUT;
    }
    fwrite(found->bytes, 1, found->length, out);
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
        status = load_scenario_text(&scenario, &shipped[i], NULL, 0, settings);
        if (status == VETO_OK)
            status = use(shipped[i].name, scenario, context);
        veto_scenario_free(scenario);
    }
    return status;
}

/* ---- as text ---- */

/* Its texts are copies: no scenario outlives its row. */
struct listing {
    struct arena arena;
    struct page page;
    struct page_table *table;
    FILE *out;
    const char *name;                     /* the row to add, ... */
    const struct veto_scenario *scenario; /* ... and what it is about */
};

static void work_list_row(void *context) {
    enum { DATE = 12 };
    static const struct page_column columns[] = {{.least = 0}, {.least = DATE}, {.least = 0}};
    struct listing *listing = context;
    const char *date = listing->scenario->date_text, *title = listing->scenario->title;
    if (!listing->table)
        listing->table = page_table(&listing->page, columns, sizeof columns / sizeof *columns);
    struct page_cell *row = table_row(listing->table);
    row[0].text = listing->name;
    row[1].text = date ? arena_copy(&listing->arena, date, strlen(date)) : NULL;
    row[2].text = arena_copy(&listing->arena, title, strlen(title));
}

static enum veto_status list_row(const char *name, const struct veto_scenario *scenario,
                                 void *context) {
    struct listing *listing = context;
    listing->name = name;
    listing->scenario = scenario;
    return arenas_try(&listing->arena, NULL, work_list_row, listing) ? VETO_OK : out_of_memory();
}

static void work_list_page(void *context) {
    enum { COLUMNS = 80 };
    struct listing *listing = context;
    struct page_look look = {.columns = columns_for(STDOUT_FILENO, COLUMNS),
                             .ascii = !locale_is_utf8()};
    page_write_text(listing->out, &listing->page, &look);
}

static enum veto_status list_text(const struct settings *settings, FILE *out) {
    struct listing listing = {.page = {.arena = &listing.arena}, .out = out};
    enum veto_status status = for_each(settings, list_row, &listing);
    if (status == VETO_OK && !arenas_try(&listing.arena, NULL, work_list_page, &listing))
        status = out_of_memory();
    arena_free(&listing.arena);
    return status;
}

/* ---- as JSON ---- */

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
    if (settings->schema)
        return schema_write(out) == VETO_OK ? VETO_OK : out_of_memory();
    if (settings->format == REPORT_JSON)
        return list_json(settings, out);
    return list_text(settings, out);
}
