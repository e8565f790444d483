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

/* ---- as text ---- */

struct listing {
    struct arena arena;
    struct veto_scenario *const *scenarios;
    FILE *out;
};

static void work_list_page(void *context) {
    enum { COLUMNS = 80, DATE = 12 };
    static const struct page_column columns[] = {{.least = 0}, {.least = DATE}, {.least = 0}};
    struct listing *listing = context;
    struct page page = {.arena = &listing->arena};
    struct page_table *table = page_table(&page, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < shipped_count; i++) {
        struct page_cell *row = table_row(table);
        row[0].text = shipped[i].name;
        row[1].text = listing->scenarios[i]->date_text;
        row[2].text = listing->scenarios[i]->title;
    }
    const struct page_look look = {.columns = columns_for(STDOUT_FILENO, COLUMNS),
                                   .ascii = !locale_is_utf8()};
    page_write_text(listing->out, &page, &look);
}

static enum veto_status list_text(struct veto_scenario *const *scenarios, FILE *out) {
    struct listing listing = {.scenarios = scenarios, .out = out};
    bool done = arenas_try(&listing.arena, NULL, work_list_page, &listing);
    arena_free(&listing.arena);
    return done ? VETO_OK : out_of_memory();
}

/* ---- as JSON ---- */

static enum veto_status list_json(struct veto_scenario *const *scenarios, FILE *out) {
    struct build build = {.failed = false};
    json_t *rows = json_array();
    for (size_t i = 0; i < shipped_count; i++) {
        json_t *row = json_object();
        build_set(&build, row, "name", json_string(shipped[i].name));
        build_set(&build, row, "date", build_text(scenarios[i]->date_text));
        build_set(&build, row, "title", json_string(scenarios[i]->title));
        build_push(&build, rows, row);
    }
    return build_write(&build, rows, out, 12) == VETO_OK ? VETO_OK : out_of_memory();
}

enum veto_status cmd_list(const struct settings *settings, FILE *out) {
    if (settings->source)
        return write_source(settings->source, out);
    if (settings->schema)
        return schema_write(out) == VETO_OK ? VETO_OK : out_of_memory();
    struct veto_scenario **scenarios = load_shipped(settings);
    if (!scenarios)
        return VETO_SYSTEM;
    enum veto_status status =
        (settings->format == REPORT_JSON ? list_json : list_text)(scenarios, out);
    free_shipped(scenarios);
    return status;
}
