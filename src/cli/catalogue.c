#include "cli/catalogue.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/load.h"
#include "cli/terminal.h"

/* What one operand, or one scenario that ships, was read into. */
struct item {
    enum shelf shelf;
    const char *word;
    struct arena arena; /* holds the text of a file */
    struct veto_text text;
    struct veto_scenario *scenario;    /* or, ... */
    struct veto_diagnostics *mistakes; /* ... where it has mistakes, they; or */
    struct veto_history *history;
};

struct owned_catalogue {
    struct catalogue catalogue; /* first: what catalogue_close gets points here */
    struct arena arena;         /* holds the entries, and which item each is of */
    struct entry *entries;
    const struct item **of;
    struct item *items; /* those of the operands first */
    size_t count;
    char *yaml; /* of the vote that was asked for last */
};

/* ---- histories ---- */

static bool ends_with(const char *word, const char *end) {
    size_t length = strlen(word), tail = strlen(end);
    return length >= tail && strcmp(word + length - tail, end) == 0;
}

/* By the first line alone: reading a file twice would take twice as long. */
static bool has_header(FILE *file, const char *path) {
    char line[1 << 14]; /* what is longer is no header */
    bool is = false;
    if (fgets(line, sizeof line, file)) {
        struct veto_text text = {path, line, strlen(line)};
        veto_history_is(&is, &text);
    }
    return is;
}

/* A pipe can be read once only, and is taken for a scenario. */
static bool is_history(const char *word) {
    struct stat status;
    if (strcmp(word, "-") == 0 || shipped_find(word) || stat(word, &status) != 0 ||
        !S_ISREG(status.st_mode))
        return false;
    FILE *file = fopen(word, "rb");
    bool is = file && (ends_with(word, ".csv") || has_header(file, word));
    if (file)
        fclose(file);
    return is;
}

bool catalogue_wanted(const struct settings *settings) {
    return settings->operand_count != 1 || is_history(settings->operands[0]);
}

/* ---- reading ---- */

/* Keeps the mistakes of a scenario that was refused. */
static enum veto_status read_scenario(struct item *item, const struct settings *settings) {
    enum veto_status status = load_text(&item->arena, &item->text, item->word, settings);
    if (status != VETO_OK)
        return status;
    struct veto_diagnostics *list = veto_diagnostics_new();
    status = list ? veto_scenario_load(&item->scenario, list, &item->text, NULL, 0) : VETO_SYSTEM;
    if (status == VETO_INPUT)
        item->mistakes = list;
    else
        veto_diagnostics_free(list);
    return status == VETO_SYSTEM ? out_of_memory() : VETO_OK;
}

static enum veto_status read_items(struct owned_catalogue *owned, const struct settings *settings) {
    size_t given = settings->operand_count;
    enum veto_status status = VETO_OK;
    for (size_t i = 0; i < owned->count && status == VETO_OK; i++) {
        struct item *item = &owned->items[i];
        item->shelf = i < given ? SHELF_FILES : SHELF_SHIPPED;
        item->word = i < given ? settings->operands[i] : shipped[i - given].name;
        if (i < given && is_history(item->word)) {
            item->shelf = SHELF_VOTES;
            status = load_history(&item->history, item->word, settings);
        } else {
            status = read_scenario(item, settings);
        }
    }
    return status;
}

/* ---- entries ---- */

static void add(struct owned_catalogue *owned, struct entry entry, const struct item *item) {
    size_t index = owned->catalogue.count++;
    owned->entries[index] = entry;
    owned->of[index] = item;
}

/* Newest first; those of a day, and those without one, as the file has them. */
static int compare_votes(const void *a, const void *b) {
    const struct veto_history_vote *first = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *second = *(const struct veto_history_vote *const *)b;
    int order = veto_date_compare(second->date, first->date);
    return order ? order : (first > second) - (first < second);
}

static void add_votes(struct owned_catalogue *owned, const struct item *item) {
    const struct veto_history *history = item->history;
    const struct veto_history_vote **votes =
        arena_array(&owned->arena, const struct veto_history_vote *, history->count + 1);
    for (size_t i = 0; i < history->count; i++)
        votes[i] = &history->votes[i];
    qsort(votes, history->count, sizeof(struct veto_history_vote *), compare_votes);
    for (size_t i = 0; i < history->count; i++)
        add(owned, entry_of_vote(&owned->arena, votes[i]), item);
}

static void add_item(struct owned_catalogue *owned, const struct item *item) {
    struct arena *arena = &owned->arena;
    if (item->history)
        add_votes(owned, item);
    else if (item->mistakes)
        add(owned, entry_of_mistakes(arena, item->shelf, item->word, item->mistakes), item);
    else
        add(owned, entry_of_scenario(arena, item->shelf, item->word, item->scenario), item);
}

/* Shelf by shelf. */
static void work_entries(void *context) {
    struct owned_catalogue *owned = context;
    size_t most = owned->count;
    for (size_t i = 0; i < owned->count; i++)
        most += owned->items[i].history ? owned->items[i].history->count : 0;
    owned->entries = arena_array(&owned->arena, struct entry, most + 1);
    owned->catalogue.entries = owned->entries;
    owned->of = arena_array(&owned->arena, const struct item *, most + 1);
    for (int shelf = 0; shelf < SHELVES; shelf++)
        for (size_t i = 0; i < owned->count; i++)
            if ((int)owned->items[i].shelf == shelf)
                add_item(owned, &owned->items[i]);
}

/* ---- the whole ---- */

enum veto_status catalogue_open(struct catalogue **catalogue, const struct settings *settings) {
    struct owned_catalogue *owned = calloc(1, sizeof *owned);
    if (!owned)
        return out_of_memory();
    owned->count = settings->operand_count + shipped_count;
    owned->items = calloc(owned->count + 1, sizeof *owned->items);
    enum veto_status status = owned->items ? read_items(owned, settings) : out_of_memory();
    if (status == VETO_OK && !arenas_try(&owned->arena, NULL, work_entries, owned))
        status = out_of_memory();
    if (status == VETO_OK)
        *catalogue = &owned->catalogue;
    else
        catalogue_close(&owned->catalogue);
    return status;
}

void catalogue_close(struct catalogue *catalogue) {
    if (!catalogue)
        return;
    struct owned_catalogue *owned = (struct owned_catalogue *)(void *)catalogue;
    for (size_t i = 0; owned->items && i < owned->count; i++) {
        struct item *item = &owned->items[i];
        veto_scenario_free(item->scenario);
        veto_diagnostics_free(item->mistakes);
        veto_history_free(item->history);
        arena_free(&item->arena);
    }
    free(owned->items);
    free(owned->yaml);
    arena_free(&owned->arena);
    free(owned);
}

enum veto_status catalogue_text(struct catalogue *catalogue, size_t index, struct veto_text *text,
                                const char **word, const char **why) {
    struct owned_catalogue *owned = (struct owned_catalogue *)(void *)catalogue;
    const struct entry *entry = &catalogue->entries[index];
    if (entry->closed) {
        *why = entry->closed;
        return VETO_INPUT;
    }
    *word = entry->vote ? "-" : entry->word;
    *text = owned->of[index]->text;
    if (!entry->vote)
        return VETO_OK;
    free(owned->yaml);
    owned->yaml = NULL;
    enum veto_status status = veto_history_export(&owned->yaml, why, entry->vote);
    if (status == VETO_OK)
        *text = (struct veto_text){entry->word, owned->yaml, strlen(owned->yaml)};
    return status;
}
