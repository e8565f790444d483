/* Which vote of 'veto history' is asked for, or which meeting. */
#include <string.h>

#include "cli/history.h"
#include "cli/terminal.h"
#include "council/dates.h"

static const char *day_told(const struct veto_history_vote *vote) {
    return *vote->date_text ? vote->date_text : "no date";
}

/* The first vote from there on that the name, --date and --row choose. */
static size_t history_next(const struct record *record, size_t from) {
    const struct veto_history *history = record->history;
    const struct settings *settings = record->settings;
    for (;; from++) {
        from = veto_history_find(history, record->name, from);
        if (from >= history->count ||
            ((!settings->date || strcmp(history->votes[from].date_text, settings->date) == 0) &&
             (settings->row == 0 || history->votes[from].row == settings->row)))
            return from;
    }
}

/* Whether there is one but for --date and --row, and says so. */
static bool is_there_otherwise(const struct record *record) {
    const struct veto_history *history = record->history;
    bool there = veto_history_find(history, record->name, 0) < history->count;
    if (there)
        complain("%s: a vote on '%s' is there, but not of this date and row", history->name,
                 record->name);
    return there;
}

/* ---- one vote ---- */

static enum veto_status no_vote(const struct record *record) {
    const struct veto_history *history = record->history;
    const struct veto_topic *topic = veto_topic_nearest(record->name);
    if (is_there_otherwise(record))
        return VETO_INPUT;
    if (topic && !veto_history_is_name(record->name))
        complain("%s: no vote on '%s'; did you mean the topic '%s'?", history->name, record->name,
                 topic->id);
    else if (history->layout == VETO_UNDL)
        complain("%s: no vote on '%s'; this file holds adopted resolutions only", history->name,
                 record->name);
    else
        complain("%s: no vote on '%s'; 'veto history FILE list --text WORD' looks for one",
                 history->name, record->name);
    return VETO_INPUT;
}

static enum veto_status many_votes(const struct record *record, size_t first) {
    enum { MOST_SHOWN = 20 };
    const struct veto_history *history = record->history;
    size_t count = 0;
    bool one_day = true;
    for (size_t i = first; i < history->count; i = history_next(record, i + 1))
        one_day =
            one_day && strcmp(history->votes[first].date_text, history->votes[i].date_text) == 0;
    one_day = one_day || record->settings->like; /* the day is that of the draft like it */
    complain("%s: several votes %s '%s'; choose one with %s--row", history->name,
             strchr(record->name, '/') ? "bear the symbol" : "go by the name", record->name,
             one_day ? "" : "--date or ");
    for (size_t i = first; i < history->count; i = history_next(record, i + 1)) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (++count <= MOST_SHOWN)
            complain("--row %u is of %s: %s, %s", vote->row, day_told(vote), vote->symbol,
                     vote->recorded == VETO_OUTCOMES ? "outcome not known"
                                                     : veto_outcome_word(vote->recorded));
    }
    if (count > MOST_SHOWN)
        complain("and %zu more: 'veto history FILE list NAME' lists them", count - MOST_SHOWN);
    return VETO_INPUT;
}

enum veto_status history_find_one(size_t *index, const struct record *record) {
    size_t first = history_next(record, 0);
    if (first == record->history->count)
        return no_vote(record);
    if (history_next(record, first + 1) < record->history->count)
        return many_votes(record, first);
    *index = first;
    return VETO_OK;
}

/* ---- one meeting ---- */

/* Why there may be none: the nearest, and that the file does not name them all. */
static enum veto_status no_meeting(const struct record *record) {
    const struct veto_history *history = record->history;
    size_t nearest[2], named;
    if (is_there_otherwise(record))
        return VETO_INPUT;
    veto_history_meetings_near(history, record->name, nearest, &named);
    complain("%s: no vote of a meeting '%s'", history->name, record->name);
    for (int side = 0; side < 2; side++)
        if (nearest[side] < history->count)
            complain("the nearest %s is %s, of %s", side == 0 ? "before it" : "after it",
                     history->votes[nearest[side]].meeting,
                     day_told(&history->votes[nearest[side]]));
    struct veto_date days[DATES_MEANT];
    if (named < history->count && dates_meant(record->name, days) == 0)
        complain("the file names the meetings of %zu of its %zu votes; a day or a symbol finds the "
                 "others, as in 'veto history FILE meeting 2016-10-08'",
                 named, history->count);
    if (history->layout == VETO_UNDL)
        complain("this file holds adopted resolutions only");
    return VETO_INPUT;
}

/* Whether all votes that are asked for were taken there. */
static bool is_one_meeting(const struct record *record,
                           const struct veto_history_meeting *meeting) {
    const struct veto_history *history = record->history;
    for (size_t i = history_next(record, 0); i < history->count; i = history_next(record, i + 1)) {
        size_t at = 0;
        while (at < meeting->count && meeting->items[at].vote != &history->votes[i])
            at++;
        if (at == meeting->count)
            return false;
    }
    return true;
}

/* One line a meeting, as long as their votes follow each other. */
static enum veto_status many_meetings(const struct record *record, size_t from) {
    enum { MOST = 20 };
    const struct veto_history *history = record->history;
    const char *last = NULL;
    unsigned told = 0;
    complain("%s: votes of several meetings go by the name '%s'; choose one", history->name,
             record->name);
    for (size_t i = from; i < history->count; i = history_next(record, i + 1)) {
        const struct veto_history_vote *vote = &history->votes[i];
        const char *named = vote->meeting ? vote->meeting : vote->date_text;
        if (last && strcmp(named, last) == 0)
            continue;
        last = named;
        if (told++ == MOST) {
            complain("and more");
            break;
        }
        complain("%s of %s: %s", vote->meeting ? vote->meeting : "a meeting that is not named",
                 day_told(vote), vote->symbol);
    }
    return VETO_INPUT;
}

enum veto_status history_find_meeting(struct veto_history_meeting **meeting,
                                      const struct record *record) {
    size_t first = history_next(record, 0);
    if (first == record->history->count)
        return no_meeting(record);
    if (veto_history_meeting_of(meeting, record->history, first) != VETO_OK)
        return out_of_memory();
    if (is_one_meeting(record, *meeting))
        return VETO_OK;
    veto_history_meeting_free(*meeting);
    *meeting = NULL;
    return many_meetings(record, first);
}

bool history_asks_for_meeting(const struct record *record) {
    size_t first = history_next(record, 0);
    return record->settings->row == 0 && veto_history_names_meeting(record->name) &&
           first < record->history->count &&
           history_next(record, first + 1) < record->history->count;
}
