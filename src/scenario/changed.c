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
    FILE *file;             /* for what is written */
    const char *bytes;      /* for what is read back */
    size_t length;
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

/* Numbers that were set to the record, or fitted, are an assumption where some were changed. */
static bool are_assumed(const struct change *change) {
    bool set = false;
    for (size_t i = 0; i < change->count; i++)
        set |= scenario_sets_numbers(change->overrides[i]);
    return set && node_get(change->was, "numbers") && !overrides_key(change, "numbers");
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
    const char **overrides = arena_array(&change->arena, const char *, change->count + 2);
    size_t count = change->count;
    for (size_t i = 0; i < count; i++)
        overrides[i] = change->overrides[i];
    if (are_assumed(change))
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
    struct node *root = read_tree(change, change->bytes, change->length);
    change->same = root && tree_same(root, change->now);
}

/* What was changed, as comments. */
static void write_changes(const struct change *change) {
    fprintf(change->file, "# Changed:\n");
    for (size_t i = 0; i < change->count; i++) {
        const char *override = change->overrides[i];
        fputs("#   ", change->file);
        for (; *override; override++)
            fputc(*override == '\n' ? ' ' : *override, change->file);
        fputc('\n', change->file);
    }
}

/* As it was written, as far as may be; else anew. */
static bool write_changed_text(struct change *change, bool anew, struct gather *gather) {
    if (!gather_open(gather))
        return false;
    change->file = gather->file;
    write_changes(change);
    if (anew)
        tree_write(gather->file, change->now);
    else
        tree_rewrite(gather->file, change->was->at.source, change->was, change->now);
    return gather_close(gather);
}

static enum veto_status make_changed_text(struct change *change, char **bytes, size_t *length) {
    if (!arenas_try(&change->arena, &change->list->arena, change_trees, change))
        return VETO_SYSTEM;
    for (int anew = 0; change->now && anew <= 1; anew++) {
        struct gather gather = {.file = NULL};
        if (!write_changed_text(change, anew, &gather))
            return VETO_SYSTEM;
        change->bytes = gather.bytes;
        change->length = gather.length;
        if (!arenas_try(&change->arena, &change->list->arena, read_back, change)) {
            free(gather.bytes);
            return VETO_SYSTEM;
        }
        if (change->same) {
            *bytes = gather.bytes;
            *length = gather.length;
            return VETO_OK;
        }
        free(gather.bytes);
    }
    return VETO_INPUT;
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
    status = change.list ? make_changed_text(&change, bytes, length) : VETO_SYSTEM;
    tree_read_end(&change.reader);
    arena_free(&change.arena);
    veto_diagnostics_free(change.list);
    return status;
}
