/* From a file or a text to a history. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/owned.h"
#include "history/layout.h"

struct load {
    const char *path; /* of a file that is to be opened, or NULL */
    struct pieces input;
    struct loader loader;
    struct arena scratch;
    struct veto_history *history;
    size_t errors; /* that were in the list before */
    enum veto_status status;
};

static void start_loading(struct load *load) {
    struct loader *loader = &load->loader;
    loader->arena = owned_arena(load->history);
    loader->scratch = &load->scratch;
    loader->problems.arena = loader->arena;
    loader->councils.arena = loader->scratch;
    loader->table.arena = loader->scratch;
    loader->table.on_header = layout_header;
    loader->table.on_row = layout_row;
    loader->table.context = loader;
    load->scratch.landing = loader->arena->landing; /* out of memory is the same for all */
    load->errors = loader->list->errors;
}

/* Out of the scratch memory into the history's own, at its final size. */
static void finish_loading(struct load *load) {
    struct loader *loader = &load->loader;
    layout_end(loader);
    *load->history = (struct veto_history){
        .name = arena_copy(loader->arena, loader->name, strlen(loader->name)),
        .layout = loader->layout,
        .votes = arena_regrow(loader->arena, loader->votes, loader->count, loader->count + 1,
                              sizeof *loader->votes),
        .count = loader->count,
        .problems = loader->problems.all,
        .problem_count = loader->problems.count,
    };
}

/* ---- files ---- */

/* What the system says; a path that names nothing to be read is the user's mistake, anything else
 * the system's. */
static enum veto_status refuse_file(const struct loader *loader, int reason) {
    static const int users[] = {ENOENT, ENOTDIR, EISDIR, EACCES, ELOOP, ENAMETOOLONG};
    enum veto_status status = VETO_SYSTEM;
    if (reason == ENOMEM)
        return status;
    diagnose_file(loader->list, loader->name, "%s", strerror(reason));
    for (size_t i = 0; i < sizeof users / sizeof *users; i++)
        if (reason == users[i])
            status = VETO_INPUT;
    return status;
}

static enum veto_status open_input(struct load *load) {
    if (strcmp(load->path, "-") == 0) {
        load->loader.name = "standard input";
        load->input.file = stdin;
    } else {
        load->input.file = fopen(load->path, "rb");
    }
    return load->input.file ? VETO_OK : refuse_file(&load->loader, errno);
}

/* A read that failed is told as what it was. */
static enum veto_status read_input(struct load *load) {
    errno = 0;
    enum veto_status status = table_read(&load->loader.table, &load->input);
    bool failed = load->input.file && ferror(load->input.file) && errno;
    return failed ? refuse_file(&load->loader, errno) : status;
}

/* ---- votes that cannot be used, counted out loud ---- */

bool veto_history_usable(const struct veto_history_vote *vote) {
    if (vote->date.year == 0)
        return false;
    for (unsigned i = 0; i < vote->ballot_count; i++)
        if (vote->ballots[i].ballot != VETO_BALLOT_UNREADABLE)
            return true;
    return vote->without_vote;
}

/* Why, in the order in which it is asked. */
enum reason { NO_DATE, UNKNOWN_DATE, OPEN_DATE, OTHER_ORDER, NO_BALLOTS, REASONS };

static enum reason reason_of(const struct loader *loader, const struct veto_history_vote *vote) {
    struct veto_date days[VETO_DATE_ORDERS];
    if (vote->date.year != 0)
        return NO_BALLOTS;
    if (!*vote->date_text)
        return NO_DATE;
    if (date_read(vote->date_text, days) == 0)
        return UNKNOWN_DATE;
    return loader->dates ? OTHER_ORDER : OPEN_DATE;
}

struct tally {
    size_t count;
    const struct veto_history_vote *first;
};

static void say_of(const struct loader *loader, enum reason reason, const struct tally *tally) {
    static const struct {
        const char *what, *hint;
    } texts[REASONS] = {
        [NO_DATE] = {"no date", NULL},
        [UNKNOWN_DATE] = {"a date in no known form",
                          "known are 2016-12-23, 20161223, 23/12/2016, 12/23/2016, 23 December "
                          "2016 and the like"},
        [OPEN_DATE] = {"a date of which the file does not show whether the day or the month comes "
                       "first",
                       "'--dates dmy', '--dates mdy' or '--dates ymd' says it"},
        [OTHER_ORDER] = {"a date that is no day in the order of '--dates'", NULL},
        [NO_BALLOTS] = {"no ballots that can be read", "a ballot is Y, N, A, NV, X or ?, or a word "
                                                       "as Yes, No, Abstain, Non-voting, Absent"},
    };
    const char *date = tally->first->date_text;
    const char *quoted =
        reason == NO_BALLOTS || !*date
            ? ""
            : arena_printf(loader->scratch, ": '%s'",
                           problem_quote((struct problems *)&loader->problems, date));
    struct diagnostic *entry = diagnose_file(
        loader->list, loader->name,
        "%zu vote%s %s (the first in row %u%s), and %s left out of filters, charts and 'under'",
        tally->count, tally->count == 1 ? " has" : "s have", texts[reason].what, tally->first->row,
        quoted, tally->count == 1 ? "is" : "are");
    diagnose_warning(loader->list, entry);
    if (texts[reason].hint)
        diagnose_hint(loader->list, entry, "%s", texts[reason].hint);
}

static void say_what_is_left_out(const struct loader *loader, const struct veto_history *history) {
    struct tally tallies[REASONS] = {{0, NULL}};
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (veto_history_usable(vote))
            continue;
        struct tally *tally = &tallies[reason_of(loader, vote)];
        tally->first = tally->count++ ? tally->first : vote;
    }
    for (int reason = 0; reason < REASONS; reason++)
        if (tallies[reason].count > 0)
            say_of(loader, (enum reason)reason, &tallies[reason]);
}

/* ---- all of it ---- */

/* What is wrong with the file as a whole and has not been told. */
static void say_what_is_wrong(const struct load *load) {
    const struct loader *loader = &load->loader;
    if (loader->table.trouble)
        diagnose_file(loader->list, loader->name, "%s", loader->table.trouble);
    else if (!loader->table.has_header)
        diagnose_file(loader->list, loader->name, "is empty");
    else if (loader->list->errors > load->errors)
        return;
    else if (loader->count == 0)
        diagnose_file(loader->list, loader->name,
                      "has the header of a file of votes, and no votes");
    else if (layout_is_of_assembly(loader))
        layout_refuse_assembly(loader->list, loader->name);
}

static void load_votes(void *context) {
    struct load *load = context;
    struct loader *loader = &load->loader;
    start_loading(load);
    load->status = load->path ? open_input(load) : VETO_OK;
    if (load->status == VETO_OK)
        load->status = read_input(load);
    if (load->status != VETO_OK)
        return;
    if (!(loader->header_alone && loader->header_found))
        say_what_is_wrong(load);
    load->status = loader->list->errors > load->errors ? VETO_INPUT : VETO_OK;
    if (load->status == VETO_INPUT || loader->header_alone)
        return;
    finish_loading(load);
    say_what_is_left_out(loader, load->history);
}

/* `load` says what and how. */
static enum veto_status run_loader(struct veto_history **history, struct load *load,
                                   struct veto_diagnostics *diagnostics) {
    const struct veto_history begun = {.count = 0};
    struct veto_diagnostics *list = diagnostics_or_new(diagnostics);
    load->history = owned_new(&begun, sizeof begun);
    load->loader.list = list;
    if (!list || !owned_try(load->history, &list->arena, load_votes, load))
        load->status = VETO_SYSTEM;
    table_end(&load->loader.table);
    if (load->path && load->input.file && load->input.file != stdin)
        fclose(load->input.file);
    arena_free(&load->scratch);
    diagnostics_unless_given(list, diagnostics);
    if (load->status == VETO_OK)
        *history = load->history;
    else
        owned_free(load->history);
    return load->status;
}

enum veto_status veto_history_load(struct veto_history **history,
                                   struct veto_diagnostics *diagnostics,
                                   const struct veto_text *text, enum veto_history_dates dates) {
    struct load load = {.input = {.bytes = text->bytes, .left = text->length},
                        .loader = {.name = text->name, .dates = dates}};
    return run_loader(history, &load, diagnostics);
}

enum veto_status veto_history_is(bool *is, const struct veto_text *text) {
    struct veto_history *history = NULL;
    struct load load = {.input = {.bytes = text->bytes, .left = text->length},
                        .loader = {.name = text->name, .header_alone = true}};
    enum veto_status status = run_loader(&history, &load, NULL);
    veto_history_free(history);
    if (status == VETO_SYSTEM)
        return status;
    *is = status == VETO_OK;
    return VETO_OK;
}

enum veto_status veto_history_read(struct veto_history **history,
                                   struct veto_diagnostics *diagnostics, const char *path,
                                   enum veto_history_dates dates) {
    struct load load = {.path = path, .loader = {.name = path, .dates = dates}};
    return run_loader(history, &load, diagnostics);
}

void veto_history_free(struct veto_history *history) {
    owned_free(history);
}
