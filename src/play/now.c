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

#define DO(views, points, does, argument, what)                                                    \
    { views, points, ACTION_##does, argument, NULL, what }
#define DO_OF(views, points, does, argument, keys, what)                                           \
    { views, points, ACTION_##does, argument, keys, what }

/* In the order in which they are told; keys are found by what they do. */
static const struct doing {
    unsigned views, points;
    enum action action;
    int argument;
    const char *shown; /* of several keys; NULL: the first that does it */
    const char *what;
} doings[] = {
    DO(VIEW_TITLE, AT_ANY, NEXT, 0, "open the meeting"),
    DO(VIEW_MEETING, AT_WORDS, NEXT, 0, "go on: the next that is said or done"),
    DO(VIEW_MEETING, AT_QUESTION, VIEW, VIEW_PREDICT, "enter what the class expects"),
    DO(VIEW_MEETING, AT_QUESTION, NEXT, 0, "go on: the vote"),
    DO(VIEW_MEETING, AT_PUT, NEXT, 0, "begin the vote"),
    DO(VIEW_MEETING, AT_PUT, VIEW, VIEW_PREDICT,
       "enter what the class expects, before the first ballot"),
    DO(VIEW_MEETING, AT_PUT | AT_ROLL, NEXT, 1, "call the roll: the next ballot alone"),
    DO(VIEW_MEETING, AT_ROLL, NEXT, 0, "go on to the result"),
    DO(VIEW_MEETING, AT_PUT | AT_ROLL, TIMED, 0, "let the roll be called by itself"),
    DO_OF(VIEW_MEETING, AT_ROLL, PACE, 1, "[, ]", "call it more slowly, or faster"),
    DO(VIEW_MEETING, AT_RESULT | AT_QUESTION | AT_WORDS, VIEW, VIEW_WHY,
       "look at a member: why it votes as it does, and what if it did not"),
    DO(VIEW_MEETING, AT_RESULT, VIEW, VIEW_FLIPS, "see which ballots would have changed it"),
    DO(VIEW_MEETING, AT_RESULT, NEXT, 0, "go on with the meeting"),
    DO(VIEW_MEETING, AT_END, VIEW, VIEW_COMPARE, "hold it against the record, member by member"),
    DO(VIEW_MEETING, AT_END, PROMPT, PROMPT_SESSION, "save it, to go on another day"),
    DO(VIEW_MEETING, AT_END, EDGE, 0, "play it again from the start"),
    DO(VIEW_MEETING, AT_WORDS, VOTE, 1, "go straight to the next vote"),
    DO(VIEW_TITLE | VIEW_MEETING, AT_TITLE | AT_WORDS, VIEW, VIEW_DRAFTS,
       "read the drafts, and who sponsors them"),
    DO(VIEW_TITLE, AT_ANY, VOTE, 1, "go straight to the first vote"),
    DO(VIEW_WHY | VIEW_COMPARE, AT_ANY, MEMBER_BY, 1, "select another member"),
    DO_OF(VIEW_WHY, AT_ANY, BALLOT, VETO_YES, "y, n, a",
          "let it vote otherwise, and see what comes of it; x leaves it to the model"),
    DO_OF(VIEW_WHY, AT_ANY, LEANING, 1, "+, -", "let it lean otherwise"),
    DO(VIEW_WHY, AT_ANY, NUMBERS, 0, "see the numbers behind the words"),
    DO_OF(VIEW_PREDICT, AT_ANY, GUESS_BALLOT, VETO_YES, "y, n, a",
          "enter a ballot, and go on to the next member"),
    DO_OF(VIEW_PREDICT, AT_ANY, GUESS_OUTCOME, VETO_ADOPTED, "A, V, F", "enter the outcome"),
    DO(VIEW_PREDICT, AT_QUESTION | AT_PUT | AT_ROLL, NEXT, 0, "go on: the vote"),
    DO(VIEW_DRAFTS, AT_ANY, PICK, 1, "select the next draft"),
    DO(VIEW_DRAFTS, AT_ANY, PICKED, 0, "go to the vote on it"),
    DO(VIEW_COMPARE, AT_ANY, PAIR, 1, "compare two other runs"),
    DO(VIEW_COMPARE, AT_ANY, PICK, 1, "compare another draft"),
    DO(VIEW_KINDS, AT_ANY, KIND_IS, 1, "rule this kind out, and see what comes of it"),
    DO(VIEW_KINDS, AT_ANY, KIND_IS, 0, "say that the draft is of this kind"),
    DO(VIEW_KINDS, AT_ANY, PROMPT, PROMPT_GIVEN, "enter a ballot that is known"),
    DO(VIEW_POWER, AT_ANY, RULE_SET, 1, "select other rules"),
    DO(VIEW_POWER, AT_ANY, RULES, 0, "let the Council decide by them"),
    DO(VIEW_POWER, AT_ANY, VETOES, 0, "take the veto from everybody, and give it back"),
    DO(VIEW_ODDS | VIEW_FLIPS | VIEW_DEBATE | VIEW_COMMAND | VIEW_WORDS, AT_ANY, SCROLL, -1,
       "read on"),
    DO(VIEW_COMMAND, AT_ANY, WISH, WISH_UNDO, "take the last change back"),
    DO(VIEW_ODDS | VIEW_FLIPS | VIEW_DEBATE, AT_ANY, VIEW, VIEW_WORDS, "see what these words mean"),
    DO(VIEW_ALL & ~(VIEW_TITLE | VIEW_MEETING), AT_ANY, CLOSE, 0, "go back"),
    DO(VIEW_TITLE, AT_ANY, LARGE, 0, "make the words large, for the back row"),
};

/* The row of keys that do this in a view; the number of rows where none does. */
static size_t row_doing(enum view view, const struct doing *doing) {
    for (size_t row = 0; row < key_binding_count; row++) {
        const struct binding *binding = &key_bindings[row];
        if ((binding->views & view) && binding->action == doing->action &&
            binding->argument == doing->argument)
            return row;
    }
    return key_binding_count;
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
        if (row == key_binding_count)
            continue;
        const char *keys = key_help(arena, &key_bindings[row]), *comma = strstr(keys, ", ");
        keys = comma ? arena_copy(arena, keys, (size_t)(comma - keys)) : keys;
        found[count++] = (struct now){doing->shown ? doing->shown : keys, doing->what, row};
    }
    return count;
}
