/* From a file or a text to a history. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/owned.h"
#include "base/text.h"
#include "history/layout.h"

static void start_loading(struct loader *loader) {
    loader->arena = owned_arena(loader->history);
    loader->problems.arena = loader->arena;
    loader->councils.arena = &loader->scratch;
    loader->table.arena = &loader->scratch;
    loader->table.on_header = layout_header;
    loader->table.on_row = layout_row;
    loader->table.context = loader;
    loader->scratch.landing = loader->arena->landing; /* out of memory is the same for all */
    loader->errors = loader->list->errors;
}

/* Out of the scratch memory into the history's own, at its final size. */
static void finish_loading(struct loader *loader) {
    for (size_t i = 0; i < loader->count; i++)
        vote_end(loader, i);
    *loader->history = (struct veto_history){
        .name = text_visible(loader->arena, loader->name, strlen(loader->name)),
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

static bool open_input(struct loader *loader) {
    if (strcmp(loader->path, "-") == 0) {
        loader->name = "standard input";
        loader->input.file = stdin;
    } else {
        loader->input.file = fopen(loader->path, "rb");
    }
    loader->status = loader->input.file ? VETO_OK : refuse_file(loader, errno);
    return loader->status == VETO_OK;
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

static void say_of(struct loader *loader, enum reason reason, const struct tally *tally) {
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
            : arena_printf(&loader->scratch, ": '%s'", problem_quote(&loader->problems, date));
    diagnose_file(
        loader->list, loader->name,
        "%zu vote%s %s (the first in row %u%s), and %s left out of filters, charts and 'under'",
        tally->count, tally->count == 1 ? " has" : "s have", texts[reason].what, tally->first->row,
        quoted, tally->count == 1 ? "is" : "are");
    diagnose_warning(loader->list);
    if (texts[reason].hint)
        diagnose_hint(loader->list, "%s", texts[reason].hint);
}

static void say_what_is_left_out(struct loader *loader) {
    struct tally tallies[REASONS] = {{0, NULL}};
    for (size_t i = 0; i < loader->count; i++) {
        const struct veto_history_vote *vote = &loader->history->votes[i];
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
static void say_what_is_wrong(const struct loader *loader) {
    if (loader->table.trouble)
        diagnose_file(loader->list, loader->name, "%s", loader->table.trouble);
    else if (!loader->table.has_header)
        diagnose_file(loader->list, loader->name, "is empty");
    else if (loader->list->errors > loader->errors)
        return;
    else if (loader->count == 0)
        diagnose_file(loader->list, loader->name,
                      "has the header of a file of votes, and no votes");
    else if (layout_is_of_assembly(loader))
        layout_refuse_assembly(loader->list, loader->name);
}

static void load_votes(void *context) {
    struct loader *loader = context;
    start_loading(loader);
    if (loader->path && !open_input(loader))
        return;
    errno = 0;
    loader->status = table_read(&loader->table, &loader->input);
    if (loader->input.file && ferror(loader->input.file) && errno)
        loader->status = refuse_file(loader, errno); /* what failed is told as what it was */
    if (loader->status != VETO_OK)
        return;
    if (!(loader->header_alone && loader->header_found))
        say_what_is_wrong(loader);
    loader->status = loader->list->errors > loader->errors ? VETO_INPUT : VETO_OK;
    if (loader->status == VETO_INPUT || loader->header_alone)
        return;
    finish_loading(loader);
    say_what_is_left_out(loader);
}

/* `loader` says what and how. */
static enum veto_status run_loader(struct veto_history **history, struct loader *loader,
                                   struct veto_diagnostics *diagnostics) {
    const struct veto_history begun = {.count = 0};
    struct veto_diagnostics *list = diagnostics_or_new(diagnostics);
    loader->history = owned_new(&begun, sizeof begun);
    loader->list = list;
    if (!list || !owned_try(loader->history, &list->arena, load_votes, loader))
        loader->status = VETO_SYSTEM;
    table_end(&loader->table);
    if (loader->path && loader->input.file && loader->input.file != stdin)
        fclose(loader->input.file);
    arena_free(&loader->scratch);
    diagnostics_unless_given(list, diagnostics);
    return owned_give(history, loader->history, loader->status);
}

enum veto_status veto_history_load(struct veto_history **history,
                                   struct veto_diagnostics *diagnostics,
                                   const struct veto_text *text, enum veto_history_dates dates) {
    struct loader loader = {
        .input = {.bytes = text->bytes, .left = text->length}, .name = text->name, .dates = dates};
    return run_loader(history, &loader, diagnostics);
}

enum veto_status veto_history_is(bool *is, const struct veto_text *text) {
    struct veto_history *history = NULL;
    struct loader loader = {.input = {.bytes = text->bytes, .left = text->length},
                            .name = text->name,
                            .header_alone = true};
    enum veto_status status = run_loader(&history, &loader, NULL);
    veto_history_free(history);
    if (status == VETO_SYSTEM)
        return status;
    *is = status == VETO_OK;
    return VETO_OK;
}

enum veto_status veto_history_read(struct veto_history **history,
                                   struct veto_diagnostics *diagnostics, const char *path,
                                   enum veto_history_dates dates) {
    struct loader loader = {.path = path, .name = path, .dates = dates};
    return run_loader(history, &loader, diagnostics);
}

void veto_history_free(struct veto_history *history) {
    owned_free(history);
}
