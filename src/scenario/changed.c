/* A scenario that was changed, as a scenario of its own. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/gather.h"
#include "scenario/text.h"
#include "veto/scenario.h"
#include "yaml/rewrite.h"

struct change {
    struct veto_diagnostics *list;
    const struct veto_text *text;
    const char *const *overrides;
    size_t count;
    struct arena arena;
    struct tree_reader reader;
    struct node *was, *now; /* NULL where there are mistakes */
    struct gather gather;   /* what is written, and read back */
    bool same;
};

static struct node *read_tree(struct change *change, const char *bytes, size_t length) {
    change->reader = (struct tree_reader){
        .arena = &change->arena,
        .list = change->list,
        .source = scenario_source(change->list, change->text->name, bytes, length, 0),
    };
    size_t errors = change->list->errors;
    struct node *root = tree_read(&change->reader);
    return root && root->kind == NODE_MAPPING && change->list->errors == errors ? root : NULL;
}

static bool overrides_key(const struct change *change, const char *key) {
    size_t length = strlen(key);
    for (size_t i = 0; i < change->count; i++)
        if (strncmp(change->overrides[i], key, length) == 0 && change->overrides[i][length] == '=')
            return true;
    return false;
}

/* "title=\"What if: Two drafts\"": wherever the title stands it says so. NULL where it does
 * already, or somebody gave it another one. */
static const char *what_if_title(struct change *change) {
    static const char what_if[] = "What if: ";
    const struct node *title = node_get(change->was, "title");
    if (change->count == 0 || !title || title->kind != NODE_SCALAR ||
        overrides_key(change, "title") || strncmp(title->text, what_if, strlen(what_if)) == 0)
        return NULL;
    char *quoted = arena_alloc(&change->arena, 2 * (size_t)title->length + 1), *to = quoted;
    for (const char *at = title->text; *at; at++) {
        if (*at == '"' || *at == '\\')
            *to++ = '\\';
        *to++ = *at == '\n' ? ' ' : *at;
    }
    return arena_printf(&change->arena, "title=\"%s%s\"", what_if, quoted);
}

static void change_trees(void *context) {
    struct change *change = context;
    change->list->arena.landing = change->arena.landing;
    change->was = read_tree(change, change->text->bytes, change->text->length);
    struct node *now =
        change->was ? read_tree(change, change->text->bytes, change->text->length) : NULL;
    if (!now)
        return;
    size_t count = change->count;
    const char **overrides =
        arena_regrow(&change->arena, change->overrides, count, count + 2, sizeof *overrides);
    bool numbers = false;
    for (size_t i = 0; i < change->count; i++)
        numbers |= scenario_sets_numbers(change->overrides[i]);
    /* numbers that were set to the record, or fitted, are an assumption where some were changed */
    if (numbers && node_get(change->was, "numbers") && !overrides_key(change, "numbers"))
        overrides[count++] = "numbers=assumed";
    const char *title = what_if_title(change);
    if (title)
        overrides[count++] = title;
    if (scenario_override(&change->reader, now, overrides, count) && change->list->errors == 0)
        change->now = now;
}

static void read_back(void *context) {
    struct change *change = context;
    change->list->arena.landing = change->arena.landing;
    struct node *root = read_tree(change, change->gather.bytes, change->gather.length);
    change->same = root && tree_same(root, change->now);
}

/* What was changed, as comments, and the file: as it was written, as far as may be, else anew. */
static bool write_changed_text(struct change *change, bool anew) {
    if (!gather_open(&change->gather))
        return false;
    FILE *file = change->gather.file;
    fprintf(file, "# Changed:\n");
    for (size_t i = 0; i < change->count; i++) {
        fputs("#   ", file);
        for (const char *at = change->overrides[i]; *at; at++)
            fputc(*at == '\n' ? ' ' : *at, file);
        fputc('\n', file);
    }
    if (anew)
        tree_write(file, change->now);
    else
        tree_rewrite(file, change->was->at.source, change->was, change->now);
    return gather_close(&change->gather);
}

/* To `gather`. */
static enum veto_status make_changed_text(struct change *change) {
    if (!arenas_try(&change->arena, &change->list->arena, change_trees, change))
        return VETO_SYSTEM;
    for (int anew = 0; change->now && anew <= 1 && !change->same; anew++) {
        free(change->gather.bytes);
        if (!write_changed_text(change, anew) ||
            !arenas_try(&change->arena, &change->list->arena, read_back, change))
            return VETO_SYSTEM;
    }
    return change->same ? VETO_OK : VETO_INPUT;
}

enum veto_status veto_scenario_write(char **bytes, size_t *length,
                                     struct veto_diagnostics *diagnostics,
                                     const struct veto_text *text, const char *const *overrides,
                                     size_t override_count) {
    struct veto_scenario *scenario = NULL;
    enum veto_status status =
        veto_scenario_load(&scenario, diagnostics, text, overrides, override_count);
    veto_scenario_free(scenario);
    if (status != VETO_OK)
        return status;
    struct change change = {.list = veto_diagnostics_new(),
                            .text = text,
                            .overrides = overrides,
                            .count = override_count};
    status = change.list ? make_changed_text(&change) : VETO_SYSTEM;
    if (status == VETO_OK) {
        *bytes = change.gather.bytes;
        *length = change.gather.length;
    } else {
        free(change.gather.bytes);
    }
    tree_read_end(&change.reader);
    arena_free(&change.arena);
    veto_diagnostics_free(change.list);
    return status;
}
