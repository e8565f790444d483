#include "play/keys.h"

#include "base/text.h"
#include "play/state.h"

/* Where keys hold. */
enum {
    ANY = VIEW_SMALL - 1,
    ASIDE = VIEWS_OF(IS_ASIDE),
    COVER = VIEWS_OF(IS_COVER),
    DRAFT = VIEWS_OF(HAS_DRAFT),
    MEMBER = VIEWS_OF(HAS_MEMBER),
    SHOW = VIEWS_OF(IS_SHOW),
    BASE = VIEW_TITLE | VIEW_MEETING,
    READ = ANY & ~VIEWS_OF(HAS_LIST),
    MOST = ANY & ~VIEW_HELP,
    LOOK = ANY & ~ASIDE,                          /* where one goes from one view to another */
    LISTED = MEMBER | VIEW_COMPARE | VIEW_DRAFTS, /* where Home and End go through a list */
    EDIT = LOOK & ~VIEW_PREDICT,                  /* where something can be changed */
    GO = SHOW | VIEW_PREDICT,                     /* through the meeting, ... */
    STEP = GO & ~(VIEW_POWER | VIEW_KINDS),       /* ... by Enter too */
    BROWSE = VIEW_BROWSE | VIEW_SEARCH,
};

/* A row: the keys by their names, where they hold, what they do, and the help. */
#define KEY(keys, views, does, argument, help)                                                     \
    { keys, views, 0, NULL, NULL, ACTION_##does, argument, help }
/* The same, where the bar has them too: in which views, and the word behind the first of them; ...
 */
#define BAR(keys, views, bar, label, does, argument, help)                                         \
    { keys, views, bar, NULL, label, ACTION_##does, argument, help }
/* ... or behind several, of this row and others. */
#define BAR_OF(keys, views, bar, shown, label, does, argument, help)                               \
    { keys, views, bar, shown, label, ACTION_##does, argument, help }

/* A title, of the rows up to the next one. */
#define GROUP(title)                                                                               \
    { "", 0, 0, NULL, NULL, ACTION_NONE, 0, title }

/* In the order in which the bar has them. */
const struct binding key_bindings[] = {
    GROUP("Through the meeting"),
    BAR("Space Enter Right l", STEP, STEP, "next", NEXT, 0,
        "on to the next step of the meeting; it begins a vote, and goes from there to its result"),
    BAR("Left Backspace h p", GO, VIEW_MEETING, "back", BACK, 0, "back to the step before"),
    BAR(". b", GO, VIEW_MEETING, "ballot", NEXT, 1,
        "on by a single ballot: the roll call, member by member"),
    KEY(", B", GO, BACK, 1, "back by a single ballot"),
    KEY("t", GO, TIMED, 0, "let the roll be called by itself, and stop it; any other key does too"),
    KEY("[", GO, PACE, 1, "call it more slowly"),
    KEY("]", GO, PACE, -1, "call it faster; in the end, at once"),
    BAR("v Tab", SHOW, BASE, "vote", VOTE, 1, "on to the next vote"),
    KEY("V Shift-Tab", SHOW, VOTE, -1, "back to the vote before"),
    BAR("1-9", SHOW, BASE, "draft", DRAFT, 0, "straight to the vote on a draft, by its number"),
    BAR("#", SHOW | DRAFT, BASE | DRAFT, "number", PROMPT, PROMPT_DRAFT,
        "type the number of a draft, where there are more than nine"),
    KEY("Home", EDIT & ~LISTED, EDGE, 0, "to the start"),
    KEY("g", EDIT, EDGE, 0, "to the start, from a list too"),
    KEY("End", EDIT & ~LISTED, EDGE, 1, "to the end, with all outcomes and the record"),
    KEY("G", EDIT, EDGE, 1, "to the end, from a list too"),
    KEY("Up k Wheel-Up", READ, SCROLL, 1, "read further up"),
    BAR("Down j Wheel-Down", READ, VIEW_HELP | VIEW_WORDS, "more", SCROLL, -1, "read further down"),
    KEY("Page-Up", ANY, SCROLL, PAGE, "a page up"),
    KEY("Page-Down", ANY, SCROLL, -PAGE, "a page down"),

    GROUP("Views"),
    BAR("w", LOOK, VIEW_MEETING, "why", VIEW, VIEW_WHY,
        "why each member voted as it did, and what would change it"),
    BAR("P", LOOK, VIEW_MEETING, "predict", VIEW, VIEW_PREDICT,
        "enter what the class expects of the vote, and see its score"),
    BAR("o", LOOK, VIEW_MEETING | VIEW_FLIPS, "odds", VIEW, VIEW_ODDS,
        "how likely each outcome is"),
    BAR("f", LOOK, VIEW_MEETING | VIEW_ODDS, "flips", VIEW, VIEW_FLIPS,
        "the fewest ballots that would have changed the last vote"),
    BAR("d", LOOK, BASE, "drafts", VIEW, VIEW_DRAFTS,
        "the drafts: their texts and sponsors, the procedure, and what has become of them"),
    BAR("D", LOOK, VIEW_MEETING, "debate", VIEW, VIEW_DEBATE,
        "the words of the meeting on a full page, and what moved whom"),
    BAR("C", LOOK, VIEW_MEETING, "compare", VIEW, VIEW_COMPARE,
        "two runs of the meeting side by side: the model and the record, before a change and now"),
    BAR("W", LOOK, BASE, "power", VIEW, VIEW_POWER,
        "the rules, other rules by name, and who has the power to decide under them"),
    KEY("K", LOOK, VIEW, VIEW_KINDS,
        "what sort of draft it is, where it may be of several kinds, and narrow them down"),
    BAR("L", BASE, BASE, "large", LARGE, 0,
        "what must be read now, as large as the screen allows; again: all of it"),
    BAR("H", LOOK, BASE, "open", OPEN, 0,
        "show what would give a vote away, odds and leanings; again hides it until each result"),
    BAR("m", EDIT, BASE, "mode", MODE, 0, "play it in another way: expected, recorded, sampled"),
    KEY("S", EDIT, WISH, WISH_DRAW, "another draw of mode sampled: chance again"),

    GROUP("With a member (w)"),
    KEY("Up k Wheel-Up", MEMBER | VIEW_COMPARE, MEMBER_BY, -1, "the member above"),
    BAR("Down j Wheel-Down", MEMBER | VIEW_COMPARE, MEMBER, "member", MEMBER_BY, 1,
        "the member below"),
    KEY("Home", MEMBER | VIEW_COMPARE, MEMBER_BY, -VETO_MAX_MEMBERS, "the first member"),
    KEY("End", MEMBER | VIEW_COMPARE, MEMBER_BY, VETO_MAX_MEMBERS, "the last member"),
    BAR_OF("y", VIEW_WHY, VIEW_WHY, "y n a x", "ballot", BALLOT, VETO_YES,
           "let the member vote in favour, whatever it leans to"),
    KEY("n", VIEW_WHY, BALLOT, VETO_NO, "let it vote against"),
    KEY("a", VIEW_WHY, BALLOT, VETO_ABSTAIN, "let it abstain"),
    KEY("x", VIEW_WHY, BALLOT, VETO_NONE, "leave its ballot to the model"),
    BAR_OF("+ =", VIEW_WHY, VIEW_WHY, "+ -", "leaning", LEANING, 1,
           "let it lean further in favour, by 0.1"),
    KEY("- _", VIEW_WHY, LEANING, -1, "further against, by 0.1"),
    BAR_OF(">", VIEW_WHY, VIEW_WHY, "> <", "tendency", TENDENCY, 1,
           "let it be readier to vote against than to abstain: its veto tendency, by 0.1"),
    KEY("<", VIEW_WHY, TENDENCY, -1, "less ready, by 0.1"),
    KEY("e", VIEW_WHY, PROMPT, PROMPT_LEANING, "type its leaning as a number"),
    KEY("E", VIEW_WHY, PROMPT, PROMPT_TENDENCY,
        "type its veto tendency, or its opposition, as a number"),

    GROUP("With a prediction (P)"),
    BAR_OF("y", VIEW_PREDICT, VIEW_PREDICT, "y n a x", "ballot", GUESS_BALLOT, VETO_YES,
           "expect the member to vote in favour"),
    KEY("n", VIEW_PREDICT, GUESS_BALLOT, VETO_NO, "against"),
    KEY("a", VIEW_PREDICT, GUESS_BALLOT, VETO_ABSTAIN, "to abstain"),
    KEY("x", VIEW_PREDICT, GUESS_BALLOT, VETO_NONE, "leave it open"),
    BAR_OF("A", VIEW_PREDICT, VIEW_PREDICT, "A V F", "outcome", GUESS_OUTCOME, VETO_ADOPTED,
           "expect the draft to be adopted"),
    KEY("V", VIEW_PREDICT, GUESS_OUTCOME, VETO_VETOED, "to be vetoed"),
    KEY("F", VIEW_PREDICT, GUESS_OUTCOME, VETO_FAILED, "to fail"),
    BAR("1-9", VIEW_PREDICT, VIEW_PREDICT, "team", GUESS_TEAM, 1,
        "enter the outcome that this team expects, by A, V and F"),
    KEY("0", VIEW_PREDICT, GUESS_TEAM, 0, "enter that of the whole class again"),
    BAR("#", VIEW_PREDICT, VIEW_PREDICT, "hands", PROMPT, PROMPT_HANDS,
        "type a show of hands: how many for adopted, for vetoed, for failed"),

    GROUP("With rules and power (W)"),
    BAR("Down j Wheel-Down", VIEW_POWER, VIEW_POWER, "rules", RULE_SET, 1,
        "the set of rules below"),
    KEY("Up k Wheel-Up", VIEW_POWER, RULE_SET, -1, "the one above"),
    BAR("Enter", VIEW_POWER, VIEW_POWER, "apply", RULES, 0,
        "let the Council decide by the rules selected"),
    KEY("Space Right l", VIEW_POWER, NEXT, 0, "on to the next step of the meeting"),

    GROUP("With kinds of draft (K)"),
    BAR("Down j Wheel-Down", VIEW_KINDS, VIEW_KINDS, "kind", KIND, 1, "the kind below"),
    KEY("Up k Wheel-Up", VIEW_KINDS, KIND, -1, "the kind above"),
    BAR("Enter", VIEW_KINDS, VIEW_KINDS, "this one", KIND_IS, 0,
        "the draft is of this kind, and of no other"),
    BAR("x", VIEW_KINDS, VIEW_KINDS, "not this", KIND_IS, 1,
        "it is not of this kind; again: it may be"),
    BAR("e", VIEW_KINDS, VIEW_KINDS, "known ballot", PROMPT, PROMPT_GIVEN,
        "type a ballot that is known, as in USA=no: the kinds are weighed by it"),
    KEY("Space Right l", VIEW_KINDS, NEXT, 0, "on to the next step of the meeting"),

    GROUP("With the drafts (d)"),
    KEY("Up k Wheel-Up", VIEW_DRAFTS, PICK, -1, "the draft above"),
    BAR("Down j Wheel-Down", VIEW_DRAFTS, VIEW_DRAFTS, "draft", PICK, 1, "the draft below"),
    KEY("Home", VIEW_DRAFTS, PICK, -VETO_MAX_DRAFTS, "the first draft"),
    KEY("End", VIEW_DRAFTS, PICK, VETO_MAX_DRAFTS, "the last draft"),
    KEY("1-9", DRAFT, PICK_NUMBER, 0, "a draft by its number"),
    BAR("Enter Right l", VIEW_DRAFTS, VIEW_DRAFTS, "its vote", PICKED, 0,
        "to the vote on this draft"),
    BAR("Space", DRAFT, DRAFT, "next", NEXT, 0, "on to the next step"),
    KEY("v", DRAFT, VOTE, 1, "on to the next vote"),

    GROUP("With two runs (C)"),
    BAR("Tab", VIEW_COMPARE, VIEW_COMPARE, "runs", PAIR, 1, "two other runs to compare"),
    KEY("Shift-Tab", VIEW_COMPARE, PAIR, -1, "the two before"),
    KEY("Left h", VIEW_COMPARE, PICK, -1, "the draft before"),
    BAR("Right l", VIEW_COMPARE, VIEW_COMPARE, "draft", PICK, 1, "the next draft"),

    GROUP("Changes, wherever you are"),
    BAR_OF(")", EDIT, VIEW_POWER, "( )", "majority", REQUIRED, 1,
           "raise the required majority by one vote"),
    KEY("(", EDIT, REQUIRED, -1, "lower it by one vote"),
    BAR("!", EDIT, VIEW_POWER, "veto", VETOES, 0,
        "take the veto from all members, and give it back"),
    BAR("u", EDIT | VIEW_COMMAND, VIEW_WHY | VIEW_COMMAND | VIEW_POWER, "undo", WISH, WISH_UNDO,
        "take the last change back"),
    BAR_OF("Ctrl-R U", EDIT | VIEW_COMMAND, VIEW_COMMAND, "U", "redo", WISH, WISH_REDO,
           "make it again"),
    BAR("X", EDIT | VIEW_COMMAND, VIEW_COMMAND, "reset", WISH, WISH_RESET,
        "take all changes back at once"),
    BAR("M", EDIT | VIEW_COMMAND, VIEW_COMMAND | VIEW_POWER, "mark", WISH, WISH_MARK,
        "mark what is there, to hold later changes against it; again takes the mark away"),
    BAR("r", EDIT | VIEW_COMMAND, VIEW_COMMAND, "return", WISH, WISH_RETURN, "return to the mark"),
    KEY(":", EDIT, PROMPT, PROMPT_CHANGE,
        "type any change, PATH=VALUE, as --set takes it; Tab completes the path"),
    BAR("c", LOOK, VIEW_WHY | VIEW_POWER, "command", VIEW, VIEW_COMMAND,
        "the changes, and the command line that gives what is on screen"),

    GROUP("Everywhere"),
    KEY("/", BASE | VIEW_DEBATE | MEMBER, PROMPT, PROMPT_SEARCH,
        "look for a word in what has been said; for a member, where one is selected"),
    KEY("n N", BASE | VIEW_DEBATE, SEARCH_AGAIN, 0, "look for it again"),
    KEY("N", MEMBER, SEARCH_AGAIN, 0, "look for the name again"),
    BAR("s", MOST, VIEW_MEETING | VIEW_COMMAND, "save", PROMPT, PROMPT_SESSION,
        "save the session: scenario, changes, predictions, place"),
    KEY("T", MOST, PROMPT, PROMPT_TRANSCRIPT, "write what was played so far to a file"),
    KEY("Y", MOST, PROMPT, PROMPT_SCENARIO,
        "write the scenario, as it was changed, to a file of YAML"),
    KEY("Z", MOST, MOUSE, 0, "leave the mouse to the terminal, to select text; again takes clicks"),
    KEY("Ctrl-L", VIEW_ALL, REPAINT, 0, "draw the screen anew, after something else wrote on it"),
    BAR("i", LOOK, COVER, "words", VIEW, VIEW_WORDS,
        "what the words on the screen mean, and all others"),
    BAR("I", LOOK, VIEW_WHY, "numbers", NUMBERS, 0,
        "the numbers behind the words, as leanings, with their scales; again: words"),
    BAR("?", MOST, MOST, "help", VIEW, VIEW_HELP, "this help"),
    BAR("Esc", LOOK, COVER, "close", CLOSE, 0,
        "back to the chamber; there, to the newest words, and out of the large ones"),
    BAR("Esc Space Enter c", VIEW_COMMAND, VIEW_COMMAND, "close", CLOSE, 0,
        "back from the command line to where it was"),
    BAR("Esc Space Enter i", VIEW_WORDS, VIEW_WORDS, "close", CLOSE, 0,
        "back from the words to where it was"),
    BAR("Esc Space Enter ?", VIEW_HELP, VIEW_HELP, "close", CLOSE, 0, "close the help"),
    BAR("q", VIEW_ALL, VIEW_ALL, "quit", QUIT, 0, "leave the meeting"),

    GROUP("Choosing what to play"),
    BAR("Enter", BROWSE, BROWSE, "play", PLAY, 0, "play what is selected"),
    KEY("Delete", BROWSE, FORGET, 0, "forget a session that was left unfinished"),
    KEY("Up Ctrl-P Wheel-Up", BROWSE, ENTRY_BY, -1, "select the one above"),
    BAR("Down Ctrl-N Wheel-Down", BROWSE, BROWSE, "next", ENTRY_BY, 1, "select the one below"),
    KEY("Page-Up", BROWSE, ENTRY_BY, -PAGE, "a page up in the list"),
    BAR("Page-Down", BROWSE, BROWSE, "page", ENTRY_BY, PAGE, "a page down in the list"),
    KEY("Home", BROWSE, EDGE, 0, "select the first one"),
    KEY("End", BROWSE, EDGE, 1, "select the last one"),
    KEY("Left", BROWSE, SCROLL, PAGE, "read back in the preview"),
    BAR("Right", BROWSE, BROWSE, "read on", SCROLL, -PAGE, "read on in the preview"),
    KEY("Backspace", VIEW_SEARCH, UNTYPE, 0, "take the last letter of the search back"),
    BAR("Esc", VIEW_SEARCH, VIEW_SEARCH, "clear (twice: quit)", UNTYPE, 1, "clear the search"),
    BAR("?", BROWSE, BROWSE, "help", VIEW, VIEW_HELP, "this help"),
    KEY("Ctrl-L", BROWSE, REPAINT, 0, "draw the screen anew"),
    BAR("Esc", VIEW_BROWSE, VIEW_BROWSE, "quit", QUIT, 0,
        "leave the program, where nothing is searched for"),
};

const size_t key_binding_count = sizeof key_bindings / sizeof *key_bindings;

enum action key_action(enum view view, uint32_t key, int *argument) {
    for (size_t i = 0; key != PRESS_NONE && i < key_binding_count; i++)
        if (key_bindings[i].views & view && key_finds(&key_bindings[i], key, argument))
            return key_bindings[i].action;
    return ACTION_NONE;
}

const char *key_notice(uint32_t key) {
    return key < PRESS_ENTER && text_other_script(key)
               ? "the keyboard layout is not Latin; switch to a Latin one for the keys to work"
               : NULL;
}
