/* Which vote of 'veto history' is asked for, or which meeting. */
#include <string.h>

#include "cli/history.h"
#include "cli/terminal.h"

static const char *day_told(const struct veto_history_vote *vote) {
    return *vote->date_text ? vote->date_text : "no date";
}

static bool is_asked(const struct veto_history_vote *vote, const struct settings *settings) {
    return (!settings->date || strcmp(vote->date_text, settings->date) == 0) &&
           (settings->row == 0 || vote->row == settings->row);
}

static size_t history_next(const struct veto_history *history, const struct settings *settings,
                           size_t from) {
    const char *symbol = settings->operands[2];
    do {
        from = veto_history_find(history, symbol, from);
        if (from == history->count || is_asked(&history->votes[from], settings))
            return from;
    } while (++from <= history->count);
    return history->count;
}

/* Whether there is one but for --date and --row, and says so. */
static bool is_there_otherwise(const struct veto_history *history,
                               const struct settings *settings) {
    const char *name = settings->operands[2];
    bool there = veto_history_find(history, name, 0) < history->count;
    if (there)
        complain("%s: a vote on '%s' is there, but not of this date and row", history->name, name);
    return there;
}

/* ---- one vote ---- */

static enum veto_status no_vote(const struct veto_history *history,
                                const struct settings *settings) {
    const char *symbol = settings->operands[2];
    const struct veto_topic *topic = veto_topic_nearest(symbol);
    if (is_there_otherwise(history, settings))
        return VETO_INPUT;
    if (topic && !veto_history_is_name(symbol))
        complain("%s: no vote on '%s'; did you mean the topic '%s'?", history->name, symbol,
                 topic->id);
    else if (history->layout == VETO_UNDL)
        complain("%s: no vote on '%s'; this file holds adopted resolutions only", history->name,
                 symbol);
    else
        complain("%s: no vote on '%s'; 'veto history FILE list --text WORD' looks for one",
                 history->name, symbol);
    return VETO_INPUT;
}

static enum veto_status many_votes(const struct veto_history *history,
                                   const struct settings *settings, size_t first) {
    enum { MOST_SHOWN = 20 };
    const char *name = settings->operands[2];
    complain("%s: several votes %s '%s'; choose one with %s--row", history->name,
             strchr(name, '/') ? "bear the symbol" : "go by the name", name,
             settings->like ? "" : "--date or "); /* the day is that of the draft like it */
    size_t shown = 0, more = 0;
    for (size_t i = first; i < history->count; i = history_next(history, settings, i + 1)) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (shown == MOST_SHOWN) {
            more++;
            continue;
        }
        shown++;
        complain("--row %u is of %s: %s, %s", vote->row, day_told(vote), vote->symbol,
                 vote->recorded == VETO_OUTCOMES ? "outcome not known"
                                                 : veto_outcome_word(vote->recorded));
    }
    if (more > 0)
        complain("and %zu more: 'veto history FILE list NAME' lists them", more);
    return VETO_INPUT;
}

enum veto_status history_find_one(const struct veto_history *history,
                                  const struct settings *settings, size_t *index) {
    size_t first = history_next(history, settings, 0);
    if (first == history->count)
        return no_vote(history, settings);
    if (history_next(history, settings, first + 1) < history->count)
        return many_votes(history, settings, first);
    *index = first;
    return VETO_OK;
}

/* ---- one meeting ---- */

/* Why there may be none: the nearest, and that the file does not name them all. */
static enum veto_status no_meeting(const struct veto_history *history,
                                   const struct settings *settings) {
    const char *name = settings->operands[2];
    size_t nearest[2], named;
    if (is_there_otherwise(history, settings))
        return VETO_INPUT;
    veto_history_meetings_near(history, name, nearest, &named);
    complain("%s: no vote of a meeting '%s'", history->name, name);
    for (int side = 0; side < 2; side++)
        if (nearest[side] < history->count)
            complain("the nearest %s is %s, of %s", side == 0 ? "before it" : "after it",
                     history->votes[nearest[side]].meeting,
                     day_told(&history->votes[nearest[side]]));
    if (named < history->count)
        complain("the file names the meetings of %zu of its %zu votes; a day or a symbol finds the "
                 "others, as in 'veto history FILE meeting 2016-10-08'",
                 named, history->count);
    if (history->layout == VETO_UNDL)
        complain("this file holds adopted resolutions only");
    return VETO_INPUT;
}

/* Whether all votes that are asked for were taken there. */
static bool is_one_meeting(const struct veto_history *history, const struct settings *settings,
                           const struct veto_history_meeting *meeting) {
    size_t asked = 0, there = 0;
    for (size_t i = history_next(history, settings, 0); i < history->count;
         i = history_next(history, settings, i + 1))
        asked++;
    for (size_t i = 0; i < meeting->count; i++) {
        size_t index = (size_t)(meeting->items[i].vote - history->votes);
        struct veto_history so_far = *history; /* or the search would go on behind it */
        so_far.count = index + 1;
        there += history_next(&so_far, settings, index) == index;
    }
    return asked == there;
}

/* One line a meeting, as long as their votes follow each other. */
static enum veto_status many_meetings(const struct veto_history *history,
                                      const struct settings *settings, size_t from) {
    enum { MOST = 20 };
    const char *last = NULL;
    unsigned told = 0;
    complain("%s: votes of several meetings go by the name '%s'; choose one", history->name,
             settings->operands[2]);
    for (size_t i = from; i < history->count; i = history_next(history, settings, i + 1)) {
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

enum veto_status history_find_meeting(const struct veto_history *history,
                                      const struct settings *settings,
                                      struct veto_history_meeting **meeting) {
    size_t first = history_next(history, settings, 0);
    if (first == history->count)
        return no_meeting(history, settings);
    if (veto_history_meeting_of(meeting, history, first) != VETO_OK)
        return out_of_memory();
    if (is_one_meeting(history, settings, *meeting))
        return VETO_OK;
    veto_history_meeting_free(*meeting);
    *meeting = NULL;
    return many_meetings(history, settings, first);
}

bool history_asks_for_meeting(const struct veto_history *history, const struct settings *settings) {
    size_t first = history_next(history, settings, 0);
    return settings->row == 0 && veto_history_names_meeting(settings->operands[2]) &&
           first < history->count && history_next(history, settings, first + 1) < history->count;
}
