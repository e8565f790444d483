/* 'veto history FILE meeting', and which meeting is asked for. */
#include <string.h>

#include "cli/history.h"
#include "cli/model.h"
#include "cli/terminal.h"
#include "report/history.h"

/* ---- which meeting ---- */

static const char *day_told(const struct veto_history_vote *vote) {
    return *vote->date_text ? vote->date_text : "no date";
}

/* Why there may be none: the nearest, and that the file does not name them all. */
static enum veto_status no_meeting(const struct veto_history *history,
                                   const struct settings *settings) {
    const char *name = settings->operands[2];
    size_t nearest[2], named;
    if (veto_history_find(history, name, 0) < history->count) {
        complain("%s: a vote on '%s' is there, but not of this date and row", history->name, name);
        return VETO_INPUT;
    }
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

/* ---- its votes ---- */

enum veto_status history_meeting(const struct veto_history *history,
                                 const struct settings *settings, FILE *out) {
    struct veto_history_meeting *meeting = NULL;
    enum veto_status status = history_find_meeting(history, settings, &meeting);
    if (status == VETO_OK)
        status = write_report(out, settings, &report_of_meeting,
                              &(struct votes_of_meeting){history, meeting});
    veto_history_meeting_free(meeting);
    return status;
}
