#include "play/entry.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "words/history.h"
#include "words/words.h"

const char *entry_heading(const struct entry *entry) {
    static const char *const names[SHELVES] = {
        [SHELF_UNFINISHED] = "Left unfinished",
        [SHELF_FILES] = "Files",
        [SHELF_VOTES] = "Recorded votes",
        [SHELF_LESSONS] = "Lessons: a question, and a scenario that answers it",
        [SHELF_TOPICS] = "Topics",
        [SHELF_SHIPPED] = "All scenarios, by date",
    };
    return entry->group ? entry->group : names[entry->shelf];
}

const struct veto_topic *entry_topic(const struct veto_scenario *scenario) {
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    const struct veto_topic *topic = veto_topic_of(scenario->title);
    return topic == &topics[count - 1] && scenario->about ? veto_topic_of(scenario->about) : topic;
}

static const char *folded(struct arena *arena, const char *text) {
    size_t length = strlen(text), high = 0;
    for (size_t i = 0; i < length; i++)
        high += (unsigned char)text[i] >= 0x80;
    size_t room = length + high * TEXT_FOLDED + 1;
    char *copy = arena_alloc(arena, room);
    text_fold(copy, room, text);
    return copy;
}

static const char *or_empty(const char *text) {
    return text ? text : "";
}

/* "1 draft", "2 drafts" */
static char *entry_counted(struct arena *arena, size_t count, const char *what) {
    return arena_printf(arena, "%zu %s%s", count, what, text_plural(count));
}

/* ---- scenarios ---- */

/* "vetoed by vetoed:RUS vetoed:Russian Federation": a state is found by its code and its names. */
static char *with_veto(struct arena *arena, const char *text, const char *code, const char *name) {
    return arena_printf(arena, "%s by vetoed:%s vetoed:%s", text, code, name);
}

static const char *recorded_words(struct arena *arena, const struct veto_scenario *scenario,
                                  const struct veto_draft *draft) {
    const char *text = words_outcome(draft->recorded_outcome);
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (draft->recorded_outcome == VETO_VETOED && draft->recorded[i] == VETO_NO &&
            veto_set_has(scenario->rules.veto_holders, i))
            text = with_veto(arena, text, scenario->members[i].code, scenario->members[i].name);
    return text;
}

static const char *scenario_search(struct arena *arena, const char *word,
                                   const struct veto_scenario *scenario) {
    char *text = arena_printf(arena, "%s %s %s %s %s %s %s", word, scenario->title,
                              entry_topic(scenario)->name, or_empty(scenario->about),
                              or_empty(scenario->date_text), words_date(arena, scenario->date),
                              or_empty(scenario->meeting));
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_draft *draft = &scenario->drafts[i];
        text = arena_printf(arena, "%s %s %s %s %s %s", text, or_empty(draft->symbol), draft->title,
                            or_empty(draft->result), words_sponsors(arena, scenario, draft),
                            draft->recorded ? recorded_words(arena, scenario, draft) : "");
    }
    return folded(arena, text);
}

struct entry entry_of_scenario(struct arena *arena, enum shelf shelf, const char *word,
                               const struct veto_scenario *scenario) {
    return (struct entry){
        .shelf = shelf,
        .word = word,
        .date = or_empty(scenario->date_text),
        .title = scenario->title,
        .note = entry_counted(arena, scenario->draft_count, "draft"),
        .search = scenario_search(arena, word, scenario),
        .scenario = scenario,
    };
}

/* Found by what the lesson is, and not by what the scenario is, which is found by itself. */
struct entry entry_of_lesson(struct arena *arena, const char *word,
                             const struct veto_scenario *scenario) {
    const struct veto_lesson *lesson = scenario->lesson;
    const char *search =
        arena_printf(arena, "%s %s %s lesson", word, lesson->title, lesson->audience);
    return (struct entry){
        .shelf = SHELF_LESSONS,
        .word = word,
        .date = or_empty(scenario->date_text),
        .title = lesson->title,
        .note = entry_counted(arena, lesson->minutes, "minute"),
        .search = folded(arena, search),
        .scenario = scenario,
    };
}

struct entry entry_of_mistakes(struct arena *arena, enum shelf shelf, const char *word,
                               const struct veto_diagnostics *mistakes) {
    char *note = entry_counted(arena, veto_diagnostics_errors(mistakes), "mistake");
    return (struct entry){
        .shelf = shelf,
        .word = word,
        .date = "",
        .title = word,
        .note = note,
        .search = folded(arena, arena_printf(arena, "%s mistakes", word)),
        .closed = arena_printf(arena, "it has %s; 'veto check' shows all that is wrong", note),
        .mistakes = mistakes,
    };
}

/* ---- recorded votes ---- */

/* "no:usa yes:fra": who cast which ballot. A word of its own, so that "usa" does not find every
 * vote. As many as there is room for, which is more than any Council has. */
static void ballot_words(const struct veto_history_vote *vote, char *to, size_t room) {
    *to = '\0';
    if (vote->without_vote || !veto_history_usable(vote))
        return;
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        const struct veto_history_ballot *ballot = &vote->ballots[i];
        if (ballot->ballot >= VETO_BALLOTS)
            continue;
        const char *word = veto_ballot_word((enum veto_ballot)ballot->ballot);
        if (strlen(word) + sizeof ballot->code + 2 > room)
            return;
        int length = sprintf(to, "%s:%.3s ", word, ballot->code);
        to += length;
        room -= (size_t)length;
    }
}

/* By the name of the day and by today's. */
static const char *entry_vetoes(struct arena *arena, const struct veto_history_vote *vote) {
    struct veto_history_seating seating;
    veto_set set = history_veto(vote, &seating);
    const char *text = "", *name, *formal;
    for (unsigned i = 0; set && i < seating.composition.count; i++) {
        const struct veto_seat *seat = &seating.composition.seats[i];
        if (!veto_set_has(set, i))
            continue;
        text = with_veto(arena, text, seat->code, seat->name);
        if (veto_state_find(seat->code, &name, &formal))
            text = with_veto(arena, text, seat->code, name);
    }
    return text;
}

/* By the names that votes go by: "scr 2334", "meeting 7853". */
static const char *vote_search(struct arena *arena, const struct veto_history_vote *vote) {
    char ballots[VETO_MAX_MEMBERS * 24];
    ballot_words(vote, ballots, sizeof ballots);
    return folded(arena, arena_printf(arena, "%s %s %s %s %s %s %s%s%s %s%s%s", vote->symbol,
                                      or_empty(vote->draft), or_empty(vote->meeting), vote->title,
                                      vote->date_text, words_date(arena, vote->date),
                                      history_outcome(vote->recorded),
                                      vote->without_vote ? " without a vote" : "",
                                      entry_vetoes(arena, vote), ballots,
                                      vote->resolution ? " resolution scr unscr" : "",
                                      vote->meeting ? " meeting pv" : ""));
}

struct entry entry_of_vote(struct arena *arena, const struct veto_history_vote *vote) {
    struct veto_history_seating seating;
    unsigned tally[VETO_BALLOTS];
    const char *why = veto_history_why_not(vote, &seating), *symbol = history_symbol(vote);
    const char *note = history_brief_outcome(arena, vote);
    if (vote->without_vote)
        note = arena_printf(arena, "%s without a vote", note);
    else if (history_tally(vote, tally)) /* "vetoed RUS 11-2-2" */
        note = arena_printf(arena, "%s %s", note, history_brief_tally(arena, vote));
    return (struct entry){
        .shelf = SHELF_VOTES,
        .word = symbol,
        .date = vote->date_text,
        .title = history_safe_title(arena, vote),
        .open = arena_printf(arena, "%s  %s", symbol, history_brief_title(arena, vote->title)),
        .note = note,
        .search = vote_search(arena, vote),
        .closed = why ? arena_printf(arena, "there is no roll call to play: %s", why) : NULL,
        .vote = vote,
    };
}
