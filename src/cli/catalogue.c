#include "cli/play.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/text.h"
#include "cli/folder.h"
#include "cli/keep.h"
#include "cli/shipped.h"

/* What one operand, or one scenario that ships, was read into. */
struct item {
    enum shelf shelf;
    const char *word;
    struct given given;
    struct veto_scenario *scenario;    /* or, ... */
    struct veto_diagnostics *mistakes; /* ... where it has mistakes, they; or */
    struct veto_history *history;
    time_t left; /* of an unfinished session: when */
    bool twin;   /* the session before it, which holds what is given, with what its file has now */
    bool gone;   /* forgotten: it is no entry any more */
};

struct owned_catalogue {
    struct catalogue catalogue; /* first: what catalogue_close gets points here */
    struct arena arena;         /* holds the entries, and which item each is of */
    struct entry *entries;
    const struct item **of;
    struct item *items; /* those of the operands first, then what ships, then what is unfinished */
    size_t count;
    struct arena unfinished; /* holds the names of those, and of files in the folder */
    const char **written;    /* words of files that were written since; in the same arena */
    size_t written_count, written_room;
    const struct settings *settings;
    char *yaml; /* of the vote that was asked for last, ... */
    struct given vote;
};

/* ---- histories ---- */

/* By its name, or by its first lines alone: reading a file twice would take twice as long. A pipe
 * can be read once only, and is taken for a scenario. What cannot be opened is told when it is
 * read.
 */
static enum veto_status is_history(const char *word, bool *is) {
    struct stat status;
    enum veto_status looked = VETO_OK;
    char lines[1 << 14]; /* what is longer is no header */
    *is = false;
    if (strcmp(word, "-") == 0 || shipped_find(word) || stat(word, &status) != 0 ||
        !S_ISREG(status.st_mode))
        return VETO_OK;
    FILE *file = fopen(word, "rb");
    if (!file)
        return errno == ENOMEM ? out_of_memory() : VETO_OK;
    *is = name_ends(word, ".csv");
    if (!*is)
        looked = veto_history_is(
            is, &(struct veto_text){word, lines, fread(lines, 1, sizeof lines, file)});
    fclose(file);
    return looked == VETO_SYSTEM ? out_of_memory() : VETO_OK;
}

enum veto_status catalogue_wanted(bool *wanted, const struct settings *settings) {
    *wanted = true;
    return settings->operand_count == 1 ? is_history(settings->operands[0], wanted) : VETO_OK;
}

/* ---- reading ---- */

/* Keeps the mistakes of a scenario that was refused. */
static enum veto_status load_item(struct item *item) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status =
        list ? veto_scenario_load(&item->scenario, list, &item->given.text, NULL, 0) : VETO_SYSTEM;
    if (status == VETO_INPUT)
        item->mistakes = list;
    else
        veto_diagnostics_free(list);
    return status == VETO_SYSTEM ? out_of_memory() : VETO_OK;
}

/* What has been opened, or is now. */
static enum veto_status read_entry(struct owned_catalogue *owned, struct item *item) {
    enum veto_status status = VETO_OK;
    if (!item->given.name)
        status = given_open_to_ask(&item->given, item->word, owned->settings);
    if (status == VETO_OK)
        status = load_item(item);
    owned->count++;
    if (status != VETO_OK || !item->given.other.bytes)
        return status;
    struct item *twin = &owned->items[owned->count++];
    *twin = (struct item){item->shelf, item->word, .left = item->left, .twin = true};
    twin->given = item->given;
    twin->given.word = item->given.file;
    twin->given.text = item->given.other;
    twin->given.other.bytes = NULL;
    return load_item(twin);
}

/* Oldest first; those of a day by their names. */
static int compare_shipped(const void *a, const void *b) {
    const struct item *first = a, *second = b;
    int order = veto_date_compare(first->scenario->date, second->scenario->date);
    return order ? order : strcmp(first->word, second->word);
}

static enum veto_status read_items(struct owned_catalogue *owned) {
    const struct settings *settings = owned->settings;
    enum veto_status status = VETO_OK;
    for (size_t i = 0; i < settings->operand_count && status == VETO_OK; i++) {
        struct item *item = &owned->items[owned->count];
        bool history;
        item->word = settings->operands[i];
        status = is_history(item->word, &history);
        item->shelf = history ? SHELF_VOTES : SHELF_FILES;
        if (status == VETO_OK && !history) {
            status = read_entry(owned, item);
        } else if (status == VETO_OK) {
            owned->count++;
            status = load_history(&item->history, item->word, settings, false);
        }
    }
    size_t shelved = owned->count;
    for (size_t i = 0; i < shipped_count && status == VETO_OK; i++) {
        owned->items[owned->count] = (struct item){SHELF_SHIPPED, .word = shipped[i].name};
        status = read_entry(owned, &owned->items[owned->count]);
    }
    if (status == VETO_OK)
        qsort(owned->items + shelved, shipped_count, sizeof *owned->items, compare_shipped);
    return status;
}

static void close_item(struct item *item) {
    veto_scenario_free(item->scenario);
    veto_diagnostics_free(item->mistakes);
    veto_history_free(item->history);
    if (!item->twin)
        given_close(&item->given);
    *item = (struct item){.word = NULL};
}

/* What cannot be read is passed over: nobody asked for it. So is an unfinished session with nothing
 * in it that somebody would miss. */
static enum veto_status read_unasked(struct owned_catalogue *owned, const struct item *about) {
    size_t before = owned->count;
    struct item *item = &owned->items[before];
    *item = *about;
    enum veto_status status = read_entry(owned, item);
    const struct session *session = item->given.session;
    bool begun = item->shelf != SHELF_UNFINISHED ||
                 (session && (session->change_count > 0 || session->place.shown > 0 ||
                              session->guess_count > 0));
    if (status == VETO_SYSTEM || (status == VETO_OK && begun))
        return status;
    while (owned->count > before)
        close_item(&owned->items[--owned->count]);
    return VETO_OK;
}

/* ---- entries ---- */

static void add_entry(struct owned_catalogue *owned, struct entry entry, const struct item *item) {
    size_t index = owned->catalogue.count++;
    owned->entries[index] = entry;
    owned->of[index] = item;
}

/* Newest first; those of a day, and those without one, as the file has them. */
static int by_date_of_vote(const void *a, const void *b) {
    const struct veto_history_vote *first = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *second = *(const struct veto_history_vote *const *)b;
    int order = veto_date_compare(second->date, first->date);
    return order ? order : (first > second) - (first < second);
}

static void add_history_votes(struct owned_catalogue *owned, const struct item *item) {
    const struct veto_history *history = item->history;
    const struct veto_history_vote **votes =
        arena_array(&owned->arena, const struct veto_history_vote *, history->count + 1);
    for (size_t i = 0; i < history->count; i++)
        votes[i] = &history->votes[i];
    qsort(votes, history->count, sizeof(struct veto_history_vote *), by_date_of_vote);
    for (size_t i = 0; i < history->count; i++)
        add_entry(owned, entry_of_vote(&owned->arena, votes[i]), item);
}

/* "2 changes, left 2026-11-25 20:31"; or of a session, where there is more to say of it than how
 * many drafts it has. */
static const char *note_of(struct arena *arena, const struct item *item) {
    const struct session *session = item->given.session;
    size_t changes = session ? session->set_count + session->change_count : 0;
    char left[32] = "";
    struct tm when;
    if (item->twin)
        return "with the file as it is now";
    if (item->shelf == SHELF_UNFINISHED) {
        if (localtime_r(&item->left, &when))
            strftime(left, sizeof left, "%Y-%m-%d %H:%M", &when);
        return arena_printf(arena, "%zu change%s, left %s", changes, text_plural(changes), left);
    }
    if (session && item->given.other.bytes)
        return "with its own text";
    return session ? arena_printf(arena, "session, %zu change%s", changes, text_plural(changes))
                   : NULL;
}

/* The mistakes of a twin are in the file. */
static void take_item(struct owned_catalogue *owned, const struct item *item) {
    struct arena *arena = &owned->arena;
    if (item->history) {
        add_history_votes(owned, item);
    } else if (item->mistakes) {
        struct entry entry = entry_of_mistakes(arena, item->shelf, item->word, item->mistakes);
        entry.title = item->twin ? item->given.file : entry.title;
        add_entry(owned, entry, item);
    } else {
        struct entry entry = entry_of_scenario(arena, item->shelf, item->word, item->scenario);
        const char *note = note_of(arena, item);
        entry.note = note ? note : entry.note;
        add_entry(owned, entry, item);
    }
}

/* ---- what ships: by lesson, by topic, and by date ---- */

/* One that says that it is for a start stands first. */
static int compare_lessons(const void *a, const void *b) {
    const struct veto_lesson *first = (*(const struct item *const *)a)->scenario->lesson;
    const struct veto_lesson *second = (*(const struct item *const *)b)->scenario->lesson;
    static const char start[] = "as a first lesson";
    int order = !strstr(first->audience, start) - !strstr(second->audience, start);
    order = order ? order : strcmp(first->title, second->title);
    return order ? order
                 : strcmp((*(const struct item *const *)a)->word,
                          (*(const struct item *const *)b)->word);
}

/* In the order of the table of topics; those of one by date, as the items are. */
static int compare_topics(const void *a, const void *b) {
    const struct item *first = *(const struct item *const *)a;
    const struct item *second = *(const struct item *const *)b;
    const struct veto_topic *left = entry_topic(first->scenario);
    const struct veto_topic *right = entry_topic(second->scenario);
    return left != right ? (left > right) - (left < right) : (first > second) - (first < second);
}

static void add_shipped(struct owned_catalogue *owned, enum shelf shelf) {
    struct arena *arena = &owned->arena;
    const struct item **items = arena_array(arena, const struct item *, shipped_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < owned->count; i++) {
        const struct item *item = &owned->items[i];
        if (item->shelf == SHELF_SHIPPED && (shelf == SHELF_TOPICS || item->scenario->lesson))
            items[count++] = item;
    }
    qsort(items, count, sizeof(struct item *),
          shelf == SHELF_LESSONS ? compare_lessons : compare_topics);
    for (size_t i = 0; i < count; i++) {
        const struct veto_scenario *scenario = items[i]->scenario;
        struct entry entry = shelf == SHELF_LESSONS
                                 ? entry_of_lesson(arena, items[i]->word, scenario)
                                 : entry_of_scenario(arena, shelf, items[i]->word, scenario);
        if (shelf == SHELF_TOPICS)
            entry.group = arena_printf(arena, "Topic: %s", entry_topic(scenario)->name);
        add_entry(owned, entry, items[i]);
    }
}

/* Those of one title on a shelf have what the command line finds them by before it. Votes have
 * their dates, and a symbol may tell the outcome; unfinished sessions have when they were left. */
static void tell_apart(struct owned_catalogue *owned) {
    size_t count = owned->catalogue.count;
    bool *alike = arena_array(&owned->arena, bool, count + 1);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count && owned->entries[i].shelf != SHELF_VOTES && !alike[i]; j++)
            alike[i] = i != j && owned->entries[i].shelf == owned->entries[j].shelf &&
                       strcmp(owned->entries[i].title, owned->entries[j].title) == 0;
    for (size_t i = 0; i < count; i++) {
        struct entry *entry = &owned->entries[i];
        if (alike[i] && entry->shelf != SHELF_UNFINISHED)
            entry->title = arena_printf(&owned->arena, "%s: %s", entry->word, entry->title);
    }
}

/* Shelf by shelf. */
static void work_entries(void *context) {
    struct owned_catalogue *owned = context;
    size_t most = owned->count + 2 * shipped_count;
    for (size_t i = 0; i < owned->count; i++)
        most += owned->items[i].history ? owned->items[i].history->count : 0;
    owned->entries = arena_array(&owned->arena, struct entry, most + 1);
    owned->catalogue.entries = owned->entries;
    owned->of = arena_array(&owned->arena, const struct item *, most + 1);
    for (int shelf = 0; shelf < SHELVES; shelf++) {
        if (shelf == SHELF_LESSONS || shelf == SHELF_TOPICS)
            add_shipped(owned, (enum shelf)shelf);
        for (size_t i = 0; i < owned->count; i++)
            if ((int)owned->items[i].shelf == shelf && !owned->items[i].gone)
                take_item(owned, &owned->items[i]);
    }
    tell_apart(owned);
}

/* ---- the whole ---- */

/* Room for all, each with its twin, and then what they hold; or what was given alone. */
static enum veto_status read_catalogue(struct owned_catalogue *owned, struct given *only) {
    const struct settings *settings = owned->settings;
    size_t count = 0;
    const struct unfinished *all = only ? NULL : keep_unfinished(&owned->unfinished, &count);
    struct folder folder = {NULL, 0};
    if (settings->operand_count == 0)
        folder = folder_read(&owned->unfinished, ".");
    size_t most = 2 * (settings->operand_count + count + folder.count) + shipped_count;
    owned->items = calloc(most + 1, sizeof *owned->items);
    if (!owned->items) {
        given_close(only);
        return out_of_memory();
    }
    if (only) {
        *owned->items = (struct item){SHELF_FILES, settings->operands[0], .given = *only};
        return read_entry(owned, owned->items);
    }
    enum veto_status status = read_items(owned);
    for (size_t i = 0; i < folder.count && status == VETO_OK; i++)
        status = read_unasked(owned, &(struct item){SHELF_FILES, .word = folder.words[i]});
    for (size_t i = 0; i < count && status == VETO_OK; i++)
        status =
            read_unasked(owned, &(struct item){SHELF_UNFINISHED, all[i].path, .left = all[i].time});
    return status;
}

enum veto_status catalogue_open(struct catalogue **catalogue, const struct settings *settings,
                                struct given *only) {
    struct owned_catalogue *owned = calloc(1, sizeof *owned);
    if (!owned) {
        given_close(only);
        return out_of_memory();
    }
    owned->settings = settings;
    enum veto_status status = read_catalogue(owned, only);
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
    for (size_t i = 0; owned->items && i < owned->count; i++)
        close_item(&owned->items[i]);
    free(owned->items);
    free(owned->yaml);
    arena_free(&owned->unfinished);
    arena_free(&owned->arena);
    free(owned);
}

/* ---- what is chosen ---- */

/* A vote is played as it was, unless the command line has it otherwise. */
static enum veto_status export_vote(struct owned_catalogue *owned, const struct entry *entry,
                                    const char **why) {
    free(owned->yaml);
    owned->yaml = NULL;
    enum veto_status status = veto_history_export(&owned->yaml, why, entry->vote);
    if (status != VETO_OK)
        return status;
    struct settings settings = *owned->settings;
    if (!options_gave(&settings, "mode"))
        settings.mode = VETO_RECORDED;
    const char *called = veto_history_called(entry->vote);
    struct veto_text text = {called, owned->yaml, strlen(owned->yaml)};
    given_text(&owned->vote, &text, &settings);
    return VETO_OK;
}

enum veto_status catalogue_given(struct catalogue *catalogue, size_t index,
                                 const struct given **given, const char **why) {
    struct owned_catalogue *owned = (struct owned_catalogue *)(void *)catalogue;
    const struct entry *entry = &catalogue->entries[index];
    enum veto_status status = VETO_OK;
    if (entry->closed) {
        *why = entry->closed;
        return VETO_INPUT;
    }
    if (entry->vote)
        status = export_vote(owned, entry, why);
    if (status == VETO_OK)
        *given = entry->vote ? &owned->vote : &owned->of[index]->given;
    return status;
}

/* With its twin, which is the same file. */
void catalogue_forget(struct catalogue *catalogue, size_t index) {
    struct owned_catalogue *owned = (struct owned_catalogue *)(void *)catalogue;
    const char *word = catalogue->entries[index].word;
    size_t kept = 0;
    keep_discard(word);
    for (size_t i = 0; i < owned->count; i++)
        owned->items[i].gone |= owned->items[i].word == word;
    for (size_t i = 0; i < catalogue->count; i++) {
        if (catalogue->entries[i].word == word)
            continue;
        owned->entries[kept] = owned->entries[i];
        owned->of[kept++] = owned->of[i];
    }
    catalogue->count = kept;
}

/* ---- what was written meanwhile ---- */

struct wrote {
    struct owned_catalogue *owned;
    const char *path;
};

static void work_wrote(void *context) {
    const struct wrote *wrote = context;
    struct owned_catalogue *owned = wrote->owned;
    struct arena *arena = &owned->unfinished;
    const char *word = folder_word(arena, ".", wrote->path);
    if (!word)
        return;
    arena_push(arena, owned->written, owned->written_count, owned->written_room);
    owned->written[owned->written_count++] = word;
}

void catalogue_wrote(struct catalogue *catalogue, const char *path) {
    struct wrote wrote = {(struct owned_catalogue *)(void *)catalogue, path};
    if (wrote.owned->settings->operand_count == 0)
        arenas_try(&wrote.owned->unfinished, NULL, work_wrote, &wrote);
}

/* In the place of what was read of it before. */
static void read_written(struct owned_catalogue *owned, const char *word) {
    struct item about = {.shelf = SHELF_FILES, .word = word};
    size_t kept = 0;
    for (size_t i = 0; i < owned->count; i++) {
        struct item *item = &owned->items[i];
        if (item->shelf == SHELF_FILES && strcmp(item->word, word) == 0)
            close_item(item);
        else
            owned->items[kept++] = *item;
    }
    owned->count = kept;
    struct item *more = realloc(owned->items, (kept + 2) * sizeof *more);
    owned->items = more ? more : owned->items;
    if (more && read_unasked(owned, &about) == VETO_SYSTEM)
        while (owned->count > kept) /* half read, it would be no entry */
            close_item(&owned->items[--owned->count]);
}

void catalogue_refresh(struct catalogue *catalogue) {
    struct owned_catalogue *owned = (struct owned_catalogue *)(void *)catalogue;
    if (owned->written_count == 0)
        return;
    for (size_t i = 0; i < owned->written_count; i++)
        read_written(owned, owned->written[i]);
    owned->written_count = 0;
    catalogue->count = 0;
    arena_free(&owned->arena);
    if (!arenas_try(&owned->arena, NULL, work_entries, owned))
        catalogue->count = 0;
}
