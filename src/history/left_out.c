/* Votes that cannot be used, counted out loud. */
#include "history/layout.h"

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
    diagnose_file(
        loader->list, loader->name,
        "%zu vote%s %s (the first in row %u%s), and %s left out of filters, charts and 'under'",
        tally->count, tally->count == 1 ? " has" : "s have", texts[reason].what, tally->first->row,
        quoted, tally->count == 1 ? "is" : "are");
    diagnose_warning(loader->list);
    if (texts[reason].hint)
        diagnose_hint(loader->list, "%s", texts[reason].hint);
}

void say_what_is_left_out(const struct loader *loader, const struct veto_history *history) {
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
