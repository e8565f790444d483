#include "cli/load.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/source.h"
#include "base/text.h"
#include "cli/terminal.h"

const struct shipped *shipped_find(const char *name) {
    for (size_t i = 0; i < shipped_count; i++)
        if (strcmp(name, shipped[i].name) == 0)
            return &shipped[i];
    return NULL;
}

static const char *nearest_shipped(const char *name) {
    enum { MOST = 64 };
    const char *names[MOST + 1] = {NULL};
    for (size_t i = 0; i < shipped_count && i < MOST; i++)
        names[i] = shipped[i].name;
    return text_nearest(name, names);
}

enum veto_status no_such_scenario(const char *name) {
    const char *nearest = nearest_shipped(name);
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

/* What a load works with. */
struct load {
    const char *word;
    struct veto_diagnostics *list;
    struct arena arena; /* holds what was read */
    struct veto_text text;
    enum veto_status status;
};

static void read_file(void *context) {
    struct load *load = context;
    struct source *source = NULL;
    const char *error = NULL;
    load->status = source_read(&load->arena, load->word, &source, &error);
    if (load->status == VETO_OK)
        load->text = (struct veto_text){source->name, source->text, source->length};
    else
        diagnose_file(load->list, strcmp(load->word, "-") == 0 ? "standard input" : load->word,
                      "%s", error);
}

static enum veto_status read_text(struct load *load) {
    const struct shipped *found = shipped_find(load->word);
    if (found) {
        load->text = (struct veto_text){found->name, (const char *)found->bytes, found->length};
        return VETO_OK;
    }
    if (strcmp(load->word, "-") != 0 && !names_file(load->word))
        return no_such_scenario(load->word);
    if (!arenas_try(&load->arena, &load->list->arena, read_file, load))
        return out_of_memory();
    return load->status;
}

/* Just one of the two is asked for. */
struct product {
    struct veto_scenario **scenario;
    struct desk **desk;
};

static enum veto_status make(const struct product *product, struct load *load,
                             const struct settings *settings) {
    struct desk_source source = {load->word, load->text, settings->overrides,
                                 settings->override_count, settings->seed};
    return product->desk ? desk_open(product->desk, &source, load->list)
                         : veto_scenario_load(product->scenario, load->list, &load->text,
                                              settings->overrides, settings->override_count);
}

static enum veto_status load_text(const struct product *product, struct load *load,
                                  const struct settings *settings) {
    enum veto_status status = read_text(load);
    if (status == VETO_OK) {
        status = make(product, load, settings);
        if (status == VETO_SYSTEM) /* the mistakes found so far are not all of them */
            return out_of_memory();
    }
    veto_diagnostics_print(load->list, stderr, columns_for(STDERR_FILENO, 100),
                           wants_color(settings->color, STDERR_FILENO));
    return status;
}

static enum veto_status load_product(const struct product *product, const char *word,
                                     const struct settings *settings) {
    struct load load = {.word = word, .list = veto_diagnostics_new()};
    enum veto_status status = load.list ? load_text(product, &load, settings) : out_of_memory();
    arena_free(&load.arena);
    veto_diagnostics_free(load.list);
    return status;
}

enum veto_status load_scenario(struct veto_scenario **scenario, const char *word,
                               const struct settings *settings) {
    return load_product(&(struct product){.scenario = scenario}, word, settings);
}

enum veto_status load_desk(struct desk **desk, const char *word, const struct settings *settings) {
    return load_product(&(struct product){.desk = desk}, word, settings);
}

enum veto_status no_record(const char *word) {
    complain("%s: no vote is on record here, so there is none to play with '--mode recorded'; a "
             "section 'recorded' would hold it",
             strcmp(word, "-") == 0 ? "standard input" : word);
    return VETO_INPUT;
}
