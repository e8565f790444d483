#include "play/now.h"

#include <string.h>

#include "base/arena.h"
#include "play/pairs.h"

enum { KEYED_DRAFTS = 9 }; /* so many have a key of their own */

/* How far a meeting is, as bits. */
enum point {
    AT_TITLE = 1,
    AT_WORDS = 2,    /* something is said, or happens */
    AT_QUESTION = 4, /* to the class */
    AT_PUT = 8,
    AT_ROLL = 16,
    AT_RESULT = 32,
    AT_END = 64,
    AT_ANY = 127,
};

static enum point point_of(const struct state *state) {
    const struct veto_event *event = state_event(state);
    if (!event)
        return AT_TITLE;
    switch (event->kind) {
    case VETO_EVENT_QUESTION:
        return AT_QUESTION;
    case VETO_EVENT_PUT:
        return AT_PUT;
    case VETO_EVENT_BALLOT:
    case VETO_EVENT_OBLIGATION:
        return AT_ROLL;
    case VETO_EVENT_RESULT:
    case VETO_EVENT_WITHOUT_VOTE:
        return AT_RESULT;
    case VETO_EVENT_CLOSE:
        return AT_END;
    default:
        return AT_WORDS;
    }
}

/* In the order in which they are told; keys are found by what they do. */
static const struct doing {
    unsigned views, points;
    enum action action;
    int argument;
    const char *shown; /* of several keys; NULL: the first that does it */
    const char *what;
} doings[] = {
    {VIEW_TITLE, AT_ANY, ACTION_NEXT, 0, NULL, "open the meeting"},
    {VIEW_MEETING, AT_WORDS, ACTION_NEXT, 0, NULL, "go on: the next that is said or done"},
    {VIEW_MEETING, AT_QUESTION, ACTION_VIEW, VIEW_PREDICT, NULL, "enter what the class expects"},
    {VIEW_MEETING, AT_QUESTION, ACTION_NEXT, 0, NULL, "go on: the vote"},
    {VIEW_MEETING, AT_PUT, ACTION_NEXT, 0, NULL, "begin the vote"},
    {VIEW_MEETING, AT_PUT, ACTION_VIEW, VIEW_PREDICT, NULL,
     "enter what the class expects, before the first ballot"},
    {VIEW_MEETING, AT_PUT | AT_ROLL, ACTION_NEXT_BALLOT, 0, NULL,
     "call the roll: the next ballot alone"},
    {VIEW_MEETING, AT_ROLL, ACTION_NEXT, 0, NULL, "go on to the result"},
    {VIEW_MEETING, AT_PUT | AT_ROLL, ACTION_TIMED, 0, NULL, "let the roll be called by itself"},
    {VIEW_MEETING, AT_ROLL, ACTION_PACE, 1, "[, ]", "call it more slowly, or faster"},
    {VIEW_MEETING, AT_RESULT | AT_QUESTION | AT_WORDS, ACTION_VIEW, VIEW_WHY, NULL,
     "look at a member: why it votes as it does, and what if it did not"},
    {VIEW_MEETING, AT_RESULT, ACTION_VIEW, VIEW_FLIPS, NULL,
     "see which ballots would have changed it"},
    {VIEW_MEETING, AT_RESULT, ACTION_NEXT, 0, NULL, "go on with the meeting"},
    {VIEW_MEETING, AT_END, ACTION_VIEW, VIEW_COMPARE, NULL,
     "hold it against the record, member by member"},
    {VIEW_MEETING, AT_END, ACTION_PROMPT, PROMPT_SESSION, NULL, "save it, to go on another day"},
    {VIEW_MEETING, AT_END, ACTION_START, 0, NULL, "play it again from the start"},
    {VIEW_MEETING, AT_WORDS, ACTION_VOTE, 1, NULL, "go straight to the next vote"},
    {VIEW_TITLE | VIEW_MEETING, AT_TITLE | AT_WORDS, ACTION_VIEW, VIEW_DRAFTS, NULL,
     "read the drafts, and who sponsors them"},
    {VIEW_TITLE, AT_ANY, ACTION_VOTE, 1, NULL, "go straight to the first vote"},
    {VIEW_WHY | VIEW_COMPARE, AT_ANY, ACTION_MEMBER_BY, 1, NULL, "select another member"},
    {VIEW_WHY, AT_ANY, ACTION_BALLOT, VETO_YES, "y, n, a",
     "let it vote otherwise, and see what comes of it; x leaves it to the model"},
    {VIEW_WHY, AT_ANY, ACTION_LEANING, 1, "+, -", "let it lean otherwise"},
    {VIEW_WHY, AT_ANY, ACTION_NUMBERS, 0, NULL, "see the numbers behind the words"},
    {VIEW_PREDICT, AT_ANY, ACTION_GUESS_BALLOT, VETO_YES, "y, n, a",
     "enter a ballot, and go on to the next member"},
    {VIEW_PREDICT, AT_ANY, ACTION_GUESS_OUTCOME, VETO_ADOPTED, "A, V, F", "enter the outcome"},
    {VIEW_PREDICT, AT_ANY, ACTION_NEXT, 0, NULL, "go on: the vote"},
    {VIEW_DRAFTS, AT_ANY, ACTION_PICK, 1, NULL, "select the next draft"},
    {VIEW_DRAFTS, AT_ANY, ACTION_PICKED, 0, NULL, "go to the vote on it"},
    {VIEW_COMPARE, AT_ANY, ACTION_PAIR, 1, NULL, "compare two other runs"},
    {VIEW_COMPARE, AT_ANY, ACTION_PICK, 1, NULL, "compare another draft"},
    {VIEW_KINDS, AT_ANY, ACTION_KIND_OUT, 0, NULL, "rule this kind out, and see what comes of it"},
    {VIEW_KINDS, AT_ANY, ACTION_KIND_ONLY, 0, NULL, "say that the draft is of this kind"},
    {VIEW_KINDS, AT_ANY, ACTION_PROMPT, PROMPT_GIVEN, NULL, "enter a ballot that is known"},
    {VIEW_POWER, AT_ANY, ACTION_RULE_SET, 1, NULL, "select other rules"},
    {VIEW_POWER, AT_ANY, ACTION_RULES, 0, NULL, "let the Council decide by them"},
    {VIEW_POWER, AT_ANY, ACTION_VETOES, 0, NULL, "take the veto from everybody, and give it back"},
    {VIEW_ODDS | VIEW_FLIPS | VIEW_DEBATE | VIEW_COMMAND | VIEW_WORDS, AT_ANY, ACTION_SCROLL, -1,
     NULL, "read on"},
    {VIEW_COMMAND, AT_ANY, ACTION_WISH, WISH_UNDO, NULL, "take the last change back"},
    {VIEW_ODDS | VIEW_FLIPS | VIEW_DEBATE, AT_ANY, ACTION_VIEW, VIEW_WORDS, NULL,
     "see what these words mean"},
    {VIEW_ALL & ~(VIEW_TITLE | VIEW_MEETING), AT_ANY, ACTION_CLOSE, 0, NULL, "go back"},
    {VIEW_TITLE, AT_ANY, ACTION_LARGE, 0, NULL, "make the words large, for the back row"},
};

/* The row of keys that do this in a view; the number of rows where none does. */
static size_t row_doing(enum view view, const struct doing *doing) {
    size_t row = 0;
    for (const struct binding *binding; row < key_binding_count(); row++) {
        binding = key_binding(row);
        if ((binding->views & view) && binding->action == doing->action &&
            binding->argument == doing->argument)
            break;
    }
    return row;
}

static const char *first_key(struct arena *arena, size_t row) {
    const char *keys = key_help(arena, key_binding(row)), *comma = strstr(keys, ", ");
    return comma ? arena_copy(arena, keys, (size_t)(comma - keys)) : keys;
}

bool now_serves(const struct state *state, enum action action, int argument) {
    if (action == ACTION_VIEW && argument == VIEW_COMPARE)
        return pairs_of(state).count > 0;
    if (action == ACTION_PROMPT && argument == PROMPT_DRAFT)
        return state->stage->scenario->draft_count > KEYED_DRAFTS;
    return action != ACTION_PAIR || pairs_of(state).count > 1;
}

size_t now_find(struct arena *arena, const struct state *state, struct now found[NOW_MOST]) {
    enum point point = point_of(state);
    enum view view = state_view_below(state);
    size_t count = 0;
    for (size_t i = 0; i < sizeof doings / sizeof *doings && count < NOW_MOST; i++) {
        const struct doing *doing = &doings[i];
        if (!(doing->views & view) || !(doing->points & point) ||
            !now_serves(state, doing->action, doing->argument))
            continue;
        size_t row = row_doing(view, doing);
        if (row < key_binding_count())
            found[count++] =
                (struct now){doing->shown ? doing->shown : first_key(arena, row), doing->what, row};
    }
    return count;
}
