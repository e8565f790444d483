#include "cli/load.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/source.h"
#include "base/text.h"
#include "cli/terminal.h"
#include "view/desk.h"

const struct shipped *shipped_find(const char *name) {
    for (size_t i = 0; i < shipped_count; i++)
        if (strcmp(name, shipped[i].name) == 0)
            return &shipped[i];
    return NULL;
}

const char *shipped_nearest(const char *name) {
    enum { MOST = 64 };
    const char *names[MOST + 1] = {NULL};
    for (size_t i = 0; i < shipped_count && i < MOST; i++) {
        names[i] = shipped[i].name;
        if (*name && strncmp(names[i], name, strlen(name)) == 0)
            return names[i];
    }
    return text_nearest(name, names);
}

enum veto_status no_such_scenario(const char *name) {
    const char *nearest = shipped_nearest(name);
    if (nearest)
        complain("no scenario '%s'; did you mean '%s'? 'veto list' shows those that ship", name,
                 nearest);
    else
        complain("no scenario and no file '%s'; 'veto list' shows the scenarios that ship", name);
    return VETO_INPUT;
}

/* Whether a word means a file, even one that is not there. */
static bool names_file(const char *word) {
    const char *point = strrchr(word, '.');
    bool yaml = point && (strcmp(point, ".yaml") == 0 || strcmp(point, ".yml") == 0);
    return yaml || strchr(word, '/') || access(word, F_OK) == 0;
}

bool load_may(const char *word) {
    return strcmp(word, "-") == 0 || shipped_find(word) || names_file(word);
}

void print_mistakes(const struct veto_diagnostics *list, const struct settings *settings) {
    veto_diagnostics_print(list, stderr, columns_for(STDERR_FILENO, 100),
                           wants_color(settings->color, STDERR_FILENO));
}

/* What reading works with. */
struct load {
    const char *word;
    struct veto_diagnostics *list;
    struct arena *arena; /* holds what was read */
    struct veto_text text;
    enum veto_status status;
};

static void read_file(void *context) {
    struct load *load = context;
    struct source *source = NULL;
    const char *error = NULL;
    load->status = source_read(load->arena, load->word, &source, &error);
    if (load->status == VETO_OK)
        load->text = (struct veto_text){source->name, source->text, source->length};
    else
        diagnose_file(load->list, strcmp(load->word, "-") == 0 ? "standard input" : load->word,
                      "%s", error);
}

enum veto_status load_text(struct arena *arena, struct veto_text *text, const char *word,
                           const struct settings *settings) {
    const struct shipped *found = shipped_find(word);
    if (found) {
        *text = (struct veto_text){found->name, (const char *)found->bytes, found->length};
        return VETO_OK;
    }
    if (!load_may(word))
        return no_such_scenario(word);
    struct load load = {.word = word, .list = veto_diagnostics_new(), .arena = arena};
    if (load.list && arenas_try(arena, &load.list->arena, read_file, &load)) {
        print_mistakes(load.list, settings);
        *text = load.text;
    } else {
        load.status = out_of_memory();
    }
    veto_diagnostics_free(load.list);
    return load.status;
}

/* Gives a text to `use`, and shows the mistakes that it found. */
static enum veto_status use_text(const struct veto_text *text, const struct settings *settings,
                                 load_use *use, void *context) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = list ? use(context, text, list) : VETO_SYSTEM;
    if (status == VETO_SYSTEM) /* the mistakes found so far are not all of them */
        out_of_memory();
    else
        print_mistakes(list, settings);
    veto_diagnostics_free(list);
    return status;
}

enum veto_status load_from(const char *word, const struct settings *settings, load_use *use,
                           void *context) {
    struct arena arena = {NULL, NULL};
    struct veto_text text;
    enum veto_status status = load_text(&arena, &text, word, settings);
    if (status == VETO_OK)
        status = use_text(&text, settings, use, context);
    arena_free(&arena);
    return status;
}

struct whole {
    struct veto_scenario **scenario;
    const char *const *overrides;
    size_t override_count;
};

static enum veto_status load_whole(void *context, const struct veto_text *text,
                                   struct veto_diagnostics *list) {
    const struct whole *whole = context;
    return veto_scenario_load(whole->scenario, list, text, whole->overrides, whole->override_count);
}

enum veto_status load_scenario_text(struct veto_scenario **scenario, const struct veto_text *text,
                                    const char *const *overrides, size_t override_count,
                                    const struct settings *settings) {
    struct whole whole = {scenario, overrides, override_count};
    return use_text(text, settings, load_whole, &whole);
}

enum veto_status load_scenario(struct veto_scenario **scenario, const char *word,
                               const struct settings *settings) {
    struct whole whole = {scenario, settings->overrides, settings->override_count};
    return load_from(word, settings, load_whole, &whole);
}

enum veto_status load_history(struct veto_history **history, const char *path,
                              const struct settings *settings) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status = list ? veto_history_read(history, list, path) : VETO_SYSTEM;
    if (status != VETO_OK && list && veto_diagnostics_count(list) > 0)
        print_mistakes(list, settings);
    else if (status != VETO_OK)
        out_of_memory();
    veto_diagnostics_free(list);
    return status;
}

/* ---- a desk ---- */

struct on_desk {
    struct desk **desk;
    const struct settings *settings;
};

static enum veto_status open_desk(void *context, const struct veto_text *text,
                                  struct veto_diagnostics *list) {
    const struct on_desk *on = context;
    const struct settings *settings = on->settings;
    /* the word by which the command line would find it again; a vote of the record comes by a pipe
     */
    const char *word = settings->operand_count == 1 ? settings->operands[0] : "-";
    struct desk_source source = {word, *text, settings->overrides, settings->override_count,
                                 settings->seed};
    return desk_open(on->desk, &source, list);
}

enum veto_status load_desk_text(struct desk **desk, const struct veto_text *text,
                                const struct settings *settings) {
    struct on_desk on = {desk, settings};
    return use_text(text, settings, open_desk, &on);
}

enum veto_status load_desk(struct desk **desk, const char *word, const struct settings *settings) {
    struct on_desk on = {desk, settings};
    return load_from(word, settings, open_desk, &on);
}

enum veto_status no_record(const char *word) {
    complain("%s: no vote is on record here, so there is none to play with '--mode recorded'; a "
             "section 'recorded' would hold it",
             strcmp(word, "-") == 0 ? "standard input" : word);
    return VETO_INPUT;
}
