/* What has been said and done so far, newest at the bottom. */
#include "view/parts.h"
#include "words/words.h"

/* What one event adds. */
struct debate_entry {
    const struct scene *scene;
    struct lines *lines;
    const struct veto_event *event;
};

static struct arena *arena_of(const struct debate_entry *entry) {
    return entry->lines->frame->arena;
}

static void debate_say(const struct debate_entry *entry, enum style style, int indent,
                       const char *text) {
    lines_add(entry->lines, style, indent, text);
}

/* ---- statements and events ---- */

static void say_source(const struct debate_entry *entry) {
    const struct veto_item *item = entry->event->item;
    if (!item->source)
        return;
    const char *quoting = item->kind != VETO_ITEM_STATEMENT ? ""
                          : item->quoting == VETO_QUOTATION ? "Quotation. "
                                                            : "Paraphrase. ";
    struct told told = state_told(entry->scene->stage, entry->scene->state);
    debate_say(entry, STYLE_DIM, 2,
               arena_printf(arena_of(entry), "%sSource: %s", quoting,
                            told_source(&told, item->source)
                                ? item->source->title
                                : words_untitled(arena_of(entry), item->source)));
}

static void say_moves(const struct debate_entry *entry) {
    const struct scene *scene = entry->scene;
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(meeting, &count);
    const struct veto_event *event = entry->event;
    int about = event->kind == VETO_EVENT_STATEMENT ? event->item->draft : VETO_NONE;
    for (size_t i = 0; i < entry->event->move_count; i++) {
        const struct veto_move *move = &moves[entry->event->first_move + i];
        if (!words_move_counts(meeting, move) ||
            state_hides(scene->stage, scene->state, move->draft))
            continue;
        bool numbers = scene->state->numbers;
        const char *text = words_move(arena_of(entry), scene->scenario, move, about, numbers);
        if (numbers && state_view(scene->state) == VIEW_DEBATE) /* there is room for how it came */
            text =
                arena_printf(arena_of(entry), "%s (%s)", text, words_cause(arena_of(entry), move));
        lines_add_led(entry->lines, STYLE_STRONG, frame_sign(entry->lines->frame, SIGN_DOT), 2,
                      STYLE_PLAIN, text);
    }
}

static void debate_statement(const struct debate_entry *entry) {
    const struct veto_item *item = entry->event->item;
    const struct veto_scenario *scenario = entry->scene->scenario;
    char *speaker = words_speaker(arena_of(entry), scenario, item);
    if (item->draft != VETO_NONE)
        speaker = arena_printf(arena_of(entry), "%s%s on %s", speaker,
                               item->explains_vote ? ", in explanation of vote" : ",",
                               words_draft(arena_of(entry), &scenario->drafts[item->draft]));
    debate_say(entry, STYLE_TITLE, 0, speaker);
    debate_say(entry, STYLE_PLAIN, 0, words_said(arena_of(entry), item));
    say_source(entry);
    say_moves(entry);
}

/* What happens is told, not said: nobody's name stands before it. */
static void debate_happening(const struct debate_entry *entry) {
    debate_say(entry, STYLE_PLAIN, 0, words_said(arena_of(entry), entry->event->item));
    say_source(entry);
    say_moves(entry);
}

/* ---- the President, and the class ---- */

static void debate_open(const struct debate_entry *entry) {
    const struct veto_scenario *scenario = entry->scene->scenario;
    struct arena *arena = arena_of(entry);
    debate_say(entry, STYLE_TITLE, 0, "The meeting opens");
    debate_say(entry, STYLE_DIM, 0,
               arena_printf(arena, "It is played so: %s.",
                            words_mode(arena, entry->scene->state->mode, entry->scene->stage->seed,
                                       entry->scene->stage->changes > 0)));
    debate_say(entry, STYLE_DIM, 0, numbers_words(entry->scene));
    debate_say(entry, STYLE_PLAIN, 0, words_opening(arena, scenario));
}

static void say_predict(const struct debate_entry *entry) {
    if (entry->event->question->draft != VETO_NONE &&
        entry->event == state_event(entry->scene->stage, entry->scene->state))
        debate_say(entry, STYLE_DIM, 0, "P enters what the class expects.");
}

static void debate_question(const struct debate_entry *entry) {
    struct told told = state_told(entry->scene->stage, entry->scene->state);
    debate_say(entry, STYLE_KEY, 0, "For the class");
    debate_say(entry, STYLE_STRONG, 0, told_question(&told, entry->event->question));
    say_predict(entry);
}

static void say_nature(const struct debate_entry *entry) {
    const struct veto_meeting *meeting = state_meeting(entry->scene->stage, entry->scene->state);
    const char *question = words_question(veto_meeting_question(meeting, entry->event->draft));
    if (*question)
        debate_say(entry, STYLE_PLAIN, 0, question);
}

/* What the ballot just called has made of the vote. */
static void debate_turn(const struct debate_entry *entry) {
    const struct veto_event *event = entry->event;
    const struct veto_meeting *meeting = state_meeting(entry->scene->stage, entry->scene->state);
    veto_set before = 0;
    for (size_t i = event->vote->begun; veto_meeting_event(meeting, i) != event; i++)
        if (veto_meeting_event(meeting, i)->kind == VETO_EVENT_BALLOT)
            before |= veto_set_of((unsigned)veto_meeting_event(meeting, i)->member);
    const char *turn =
        words_turn(arena_of(entry), entry->scene->scenario, event->vote, before, event->member);
    if (turn)
        debate_say(entry, STYLE_STRONG, 5, turn);
}

/* Which ballot had made the result certain. */
static void debate_certain(const struct debate_entry *entry) {
    const struct scene *scene = entry->scene;
    struct chamber_turn turn = state_turn(scene->stage, scene->state);
    if (entry->event != state_event(scene->stage, scene->state) || turn.member == VETO_NONE)
        return;
    lines_add_led(
        entry->lines, STYLE_STRONG, frame_sign(entry->lines->frame, SIGN_TURN), 2, STYLE_PLAIN,
        arena_printf(arena_of(entry), "Certain from ballot %u of %u, that of %s.", turn.place,
                     scene->scenario->members_count,
                     words_name(arena_of(entry), scene->scenario->members[turn.member].name)));
}

static void debate_put(const struct debate_entry *entry) {
    const struct veto_draft *draft = &entry->scene->scenario->drafts[entry->event->draft];
    struct arena *arena = arena_of(entry);
    debate_say(entry, STYLE_TITLE, 0,
               arena_printf(arena, "The President puts %s to the vote", words_named(arena, draft)));
    debate_say(entry, STYLE_PLAIN, 0, draft->title);
    say_nature(entry);
    if (draft->kind_count)
        debate_say(entry, STYLE_PLAIN, 0,
                   arena_printf(arena, "What sort of %s is it? %s. K narrows it down.",
                                words_noun(draft),
                                words_capital(arena, words_kinds(arena, draft))));
    const struct state *state = entry->scene->state;
    if (state->pace != PACE_OFF && entry->event == state_event(entry->scene->stage, state))
        debate_say(entry, STYLE_KEY, 0,
                   "Space begins the vote, seat by seat; . calls one seat at a time.");
}

static void debate_ballot(const struct debate_entry *entry) {
    const struct veto_event *event = entry->event;
    const struct veto_member *member = &entry->scene->scenario->members[event->member];
    enum veto_ballot ballot = event->vote->casts[event->member].ballot;
    lines_add_led(entry->lines, ballot_style(ballot), ballot_badge(ballot), 5, STYLE_PLAIN,
                  arena_printf(arena_of(entry), "%s: %s", member->name, words_ballot(ballot)));
    debate_turn(entry);
}

/* How it really was, where what is played is something else. */
static void debate_record(const struct debate_entry *entry) {
    const struct scene *scene = entry->scene;
    if (scene->state->mode == VETO_RECORDED)
        return;
    char *record = words_against_record(arena_of(entry), state_meeting(scene->stage, scene->state),
                                        entry->event->draft);
    if (record)
        debate_say(entry, STYLE_DIM, 0, record);
}

static void debate_result(const struct debate_entry *entry) {
    const struct veto_vote *vote = entry->event->vote;
    struct arena *arena = arena_of(entry);
    const struct veto_draft *draft = &entry->scene->scenario->drafts[vote->draft];
    debate_say(entry, STYLE_TITLE, 0,
               arena_printf(arena, "%s: %s", words_capital(arena, words_named(arena, draft)),
                            words_outcome(vote->result.outcome)));
    debate_say(entry, STYLE_STRONG, 0, words_result(arena, entry->scene->scenario, vote));
    if (vote->kind != VETO_NONE)
        debate_say(entry, STYLE_PLAIN, 0,
                   words_kind_of_vote(
                       arena, state_meeting(entry->scene->stage, entry->scene->state), vote));
    debate_certain(entry);
    const char *score = score_line(entry->scene, vote->draft);
    if (score)
        debate_say(entry, STYLE_STRONG, 0, score);
    debate_record(entry);
    say_moves(entry);
}

/* ---- procedure ---- */

static void debate_obligation(const struct debate_entry *entry) {
    const struct veto_event *event = entry->event;
    debate_say(
        entry, STYLE_PLAIN, 5,
        words_obligation(arena_of(entry), entry->scene->scenario, event->vote, event->member));
}

static void debate_motion(const struct debate_entry *entry) {
    debate_say(entry, STYLE_PLAIN, 0,
               words_motion(arena_of(entry), entry->scene->scenario, entry->event->item));
}

static void debate_sequel(const struct debate_entry *entry) {
    debate_say(entry, STYLE_TITLE, 0, "What follows the veto");
    debate_say(entry, STYLE_PLAIN, 0,
               words_sequel(arena_of(entry), entry->scene->scenario, entry->event));
}

static void debate_not_put(const struct debate_entry *entry) {
    struct arena *arena = arena_of(entry);
    const struct veto_draft *draft = &entry->scene->scenario->drafts[entry->event->draft];
    debate_say(entry, STYLE_TITLE, 0,
               arena_printf(arena, "%s: %s", words_capital(arena, words_named(arena, draft)),
                            words_outcome(VETO_NOT_PUT)));
    const struct veto_meeting *meeting = state_meeting(entry->scene->stage, entry->scene->state);
    debate_say(entry, STYLE_PLAIN, 0,
               words_not_put(arena, draft, words_why_not_put(arena, meeting, entry->event->draft)));
}

static void debate_close(const struct debate_entry *entry) {
    debate_say(entry, STYLE_TITLE, 0, "The meeting rises");
}

static void (*const entries[VETO_EVENT_KINDS])(const struct debate_entry *) = {
    [VETO_EVENT_OPEN] = debate_open,
    [VETO_EVENT_STATEMENT] = debate_statement,
    [VETO_EVENT_HAPPENING] = debate_happening,
    [VETO_EVENT_QUESTION] = debate_question,
    [VETO_EVENT_PUT] = debate_put,
    [VETO_EVENT_BALLOT] = debate_ballot,
    [VETO_EVENT_RESULT] = debate_result,
    [VETO_EVENT_NOT_PUT] = debate_not_put,
    [VETO_EVENT_CLOSE] = debate_close,
    [VETO_EVENT_OBLIGATION] = debate_obligation,
    [VETO_EVENT_MOTION] = debate_motion,
    [VETO_EVENT_WITHOUT_VOTE] = debate_result,
    [VETO_EVENT_ASSEMBLY_DEBATE] = debate_sequel,
    [VETO_EVENT_UNITING_FOR_PEACE] = debate_sequel,
};

static bool in_roll_call(enum veto_event_kind kind) {
    return kind == VETO_EVENT_BALLOT || kind == VETO_EVENT_OBLIGATION;
}

/* Ballots are there while the roll is called; the result takes their place. A branch is not told,
 * only what it holds. */
static bool passed_over(const struct scene *scene, const struct veto_event *event) {
    if (event->kind == VETO_EVENT_BRANCH)
        return true;
    return event->kind == VETO_EVENT_BALLOT &&
           state_fate(scene->stage, scene->state, event->draft) != NULL;
}

void add_event(struct lines *lines, const struct scene *scene, const struct veto_event *event) {
    struct debate_entry entry = {scene, lines, event};
    entries[event->kind](&entry);
}

void add_event_source(struct lines *lines, const struct scene *scene,
                      const struct veto_event *event) {
    struct debate_entry entry = {scene, lines, event};
    if (event->kind == VETO_EVENT_STATEMENT || event->kind == VETO_EVENT_HAPPENING)
        say_source(&entry);
    if (event->kind == VETO_EVENT_QUESTION)
        say_predict(&entry);
    if (event->kind == VETO_EVENT_PUT)
        say_nature(&entry);
}

/* What was before the meeting says so. */
static void debate_beforehand(struct lines *lines, const struct veto_meeting *meeting) {
    if (veto_meeting_event(meeting, 0)->kind != VETO_EVENT_OPEN)
        lines_add(lines, STYLE_TITLE, 0, "Before the meeting");
}

void draw_debate(const struct scene *scene, struct area area) {
    struct lines lines = {
        .frame = scene->frame, .columns = area.columns, .seek = scene->state->seek};
    const struct veto_meeting *meeting = state_meeting(scene->stage, scene->state);
    size_t newest = 0;
    enum veto_event_kind last = VETO_EVENT_OPEN;
    debate_beforehand(&lines, meeting);
    for (size_t i = 0; i < scene->state->shown; i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        if (passed_over(scene, event))
            continue;
        if (!in_roll_call(event->kind) || !in_roll_call(last))
            lines_gap(&lines);
        newest = lines.count;
        if (i + 1 == scene->state->found) {
            lines.found = lines.count;
            lines_add(&lines, STYLE_SELECTED, 0,
                      arena_printf(lines.frame->arena, "Found: %s", scene->state->search));
        }
        add_event(&lines, scene, event);
        last = event->kind;
    }
    lines_scroll(&lines, area, newest, scene->state->scroll, newest);
}
