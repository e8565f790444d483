/* From a file or a text to a history. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "history/layout.h"

struct owned_history {
    struct veto_history history; /* first: what veto_history_free gets points here */
    struct arena arena;
};

struct load {
    struct owned_history *owned;
    struct arena scratch;
    struct loader *loader;
    struct pieces input;
    struct veto_diagnostics *list;
    const char *name;
    enum veto_history_dates dates;
    bool header_alone; /* what follows it is not read */
    size_t errors;     /* that were in the list before */
    enum veto_status status;
};

static void start_loading(struct load *load) {
    struct loader *loader = arena_new(&load->scratch, struct loader);
    load->loader = loader;
    loader->arena = &load->owned->arena;
    loader->scratch = &load->scratch;
    loader->list = load->list;
    loader->name = load->name;
    loader->dates = load->dates;
    loader->header_alone = load->header_alone;
    loader->problems.arena = loader->arena;
    loader->councils.arena = loader->scratch;
    loader->table.arena = loader->scratch;
    loader->table.on_header = layout_header;
    loader->table.on_row = layout_row;
    loader->table.context = loader;
}

/* Out of the scratch memory into the history's own, at its final size. */
static void finish_loading(struct load *load) {
    struct loader *loader = load->loader;
    struct veto_history *history = &load->owned->history;
    struct arena *arena = &load->owned->arena;
    layout_end(loader);
    *history = (struct veto_history){
        .name = arena_copy(arena, load->name, strlen(load->name)),
        .layout = loader->layout,
        .votes = arena_regrow(arena, loader->votes, loader->count, loader->count + 1,
                              sizeof *loader->votes),
        .count = loader->count,
        .problems = loader->problems.all,
        .problem_count = loader->problems.count,
    };
}

/* What is wrong with the file as a whole and has not been told. */
static void say_what_is_wrong(struct load *load) {
    const struct loader *loader = load->loader;
    if (loader->table.trouble)
        diagnose_file(load->list, load->name, "%s", loader->table.trouble);
    else if (!loader->table.has_header)
        diagnose_file(load->list, load->name, "is empty");
    else if (load->list->errors > load->errors)
        return;
    else if (loader->count == 0)
        diagnose_file(load->list, load->name, "has the header of a file of votes, and no votes");
    else if (layout_is_of_assembly(loader))
        layout_refuse_assembly(load->list, load->name);
}

static void load_votes(void *context) {
    struct load *load = context;
    load->scratch.landing = load->owned->arena.landing; /* out of memory is the same for all */
    load->errors = load->list->errors;
    start_loading(load);
    load->status = table_read(&load->loader->table, &load->input);
    if (load->status != VETO_OK)
        return;
    if (!(load->header_alone && load->loader->header_found))
        say_what_is_wrong(load);
    load->status = load->list->errors > load->errors ? VETO_INPUT : VETO_OK;
    if (load->status == VETO_INPUT || load->header_alone)
        return;
    finish_loading(load);
    say_what_is_left_out(load->loader, &load->owned->history);
}

/* `load` says what and how. */
static enum veto_status run_loader(struct veto_history **history, struct load load) {
    struct owned_history *owned = calloc(1, sizeof *owned);
    if (!owned)
        return VETO_SYSTEM;
    load.owned = owned;
    load.status = VETO_SYSTEM;
    bool done = arenas_try(&owned->arena, &load.list->arena, load_votes, &load);
    if (load.loader)
        table_end(&load.loader->table);
    arena_free(&load.scratch);
    enum veto_status status = done ? load.status : VETO_SYSTEM;
    if (status == VETO_OK)
        *history = &owned->history;
    else
        veto_history_free(&owned->history);
    return status;
}

enum veto_status veto_history_load(struct veto_history **history,
                                   struct veto_diagnostics *diagnostics,
                                   const struct veto_text *text, enum veto_history_dates dates) {
    struct load load = {
        .list = diagnostics_or_new(diagnostics), .name = text->name, .dates = dates};
    load.input = (struct pieces){.bytes = text->bytes, .left = text->length};
    enum veto_status status = load.list ? run_loader(history, load) : VETO_SYSTEM;
    diagnostics_unless_given(load.list, diagnostics);
    return status;
}

enum veto_status veto_history_is(bool *is, const struct veto_text *text) {
    struct veto_history *history = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct load load = {.list = list, .name = text->name, .header_alone = true};
    load.input = (struct pieces){.bytes = text->bytes, .left = text->length};
    enum veto_status status = list ? run_loader(&history, load) : VETO_SYSTEM;
    if (status != VETO_SYSTEM)
        *is = status == VETO_OK;
    veto_history_free(history);
    veto_diagnostics_free(list);
    return status == VETO_SYSTEM ? VETO_SYSTEM : VETO_OK;
}

struct complaint {
    struct veto_diagnostics *list;
    const char *name, *text;
};

static void complain(void *context) {
    struct complaint *complaint = context;
    diagnose_file(complaint->list, complaint->name, "%s", complaint->text);
}

static enum veto_status refuse_file(struct veto_diagnostics *list, const char *name,
                                    const char *text, enum veto_status status) {
    struct complaint complaint = {list, name, text};
    return arenas_try(&list->arena, NULL, complain, &complaint) ? status : VETO_SYSTEM;
}

/* A path that names nothing to be read is the user's; anything else the system's. */
static enum veto_status whose_mistake(int reason) {
    static const int users[] = {ENOENT, ENOTDIR, EISDIR, EACCES, ELOOP, ENAMETOOLONG};
    for (size_t i = 0; i < sizeof users / sizeof *users; i++)
        if (reason == users[i])
            return VETO_INPUT;
    return VETO_SYSTEM;
}

/* A read that failed is told as what it was. */
static enum veto_status read_table_file(struct veto_history **history,
                                        struct veto_diagnostics *list, const char *name, FILE *file,
                                        enum veto_history_dates dates) {
    errno = 0;
    struct load load = {.list = list, .name = name, .dates = dates, .input = {.file = file}};
    enum veto_status status = run_loader(history, load);
    int reason = ferror(file) ? errno : 0;
    return reason && reason != ENOMEM
               ? refuse_file(list, name, strerror(reason), whose_mistake(reason))
               : status;
}

static enum veto_status read_path(struct veto_history **history, struct veto_diagnostics *list,
                                  const char *path, enum veto_history_dates dates) {
    if (strcmp(path, "-") == 0)
        return read_table_file(history, list, "standard input", stdin, dates);
    FILE *file = fopen(path, "rb");
    if (!file && errno == ENOMEM)
        return VETO_SYSTEM;
    if (!file)
        return refuse_file(list, path, strerror(errno), whose_mistake(errno));
    enum veto_status status = read_table_file(history, list, path, file, dates);
    fclose(file);
    return status;
}

enum veto_status veto_history_read(struct veto_history **history,
                                   struct veto_diagnostics *diagnostics, const char *path,
                                   enum veto_history_dates dates) {
    struct veto_diagnostics *list = diagnostics_or_new(diagnostics);
    enum veto_status status = list ? read_path(history, list, path, dates) : VETO_SYSTEM;
    diagnostics_unless_given(list, diagnostics);
    return status;
}

void veto_history_free(struct veto_history *history) {
    if (!history)
        return;
    struct owned_history *owned = (struct owned_history *)(void *)history;
    arena_free(&owned->arena);
    free(owned);
}
