/* A meeting on a scenario built by hand, no loader between: what a test may change, and how it
 * plays. */
#pragma once

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "meeting/model.h"
#include "suite.h"
#include "veto/meeting.h"

enum { MEMBERS = 5, DRAFTS = 4, ITEMS = 12, QUESTIONS = 4, A = 0, B = 1, C = 2, D = 3, E = 4 };

/* Five members, two of them with a veto, and a majority of three; all that a test may change. */
struct world {
    struct veto_scenario scenario;
    struct veto_member members[MEMBERS];
    struct veto_draft drafts[DRAFTS];
    double leanings[DRAFTS][MEMBERS];
    struct veto_preset_ballot presets[DRAFTS][MEMBERS];
    enum veto_ballot records[DRAFTS][MEMBERS];
    double ties[MEMBERS * MEMBERS];
    struct veto_bloc blocs[2];
    struct veto_item items[ITEMS];
    struct veto_class_question questions[QUESTIONS];
};

static struct world world;

static inline void setup_member(struct veto_member *member, const char *code, bool permanent) {
    *member = (struct veto_member){
        .code = code,
        .name = code,
        .formal = code,
        .permanent = permanent,
        .veto_tendency = 0.5,
        .opposition = 0.5,
        .openness = 0.5,
        .volatility = 0.25,
        .bloc = VETO_NONE,
    };
}

static inline void setup(void) {
    static const char *const codes[] = {"AAA", "BBB", "CCC", "DDD", "EEE"};
    memset(&world, 0, sizeof world);
    for (int i = 0; i < MEMBERS; i++)
        setup_member(&world.members[i], codes[i], i < 2);
    for (int i = 0; i < DRAFTS; i++) {
        world.drafts[i].id = codes[i];
        world.drafts[i].put = true;
        world.drafts[i].leanings = world.leanings[i];
        world.drafts[i].ballots = world.presets[i];
    }
    world.scenario = (struct veto_scenario){
        .title = "A test",
        .rules = veto_rules_charter(MEMBERS, 3, veto_set_of(A) | veto_set_of(B)),
        .president = VETO_NONE,
        .members_count = MEMBERS,
        .members = world.members,
        .ties = world.ties,
        .blocs = world.blocs,
        .drafts = world.drafts,
        .draft_count = 3,
        .programme = {world.items, 0},
        .questions = world.questions,
    };
}

static inline void set_leanings(int draft, double a, double b, double c, double d, double e) {
    memcpy(world.leanings[draft], (double[]){a, b, c, d, e}, sizeof world.leanings[draft]);
}

static inline void set_record(int draft, const char *letters) {
    for (int i = 0; i < MEMBERS; i++)
        world.records[draft][i] = (enum veto_ballot)(strchr("ynapx", letters[i]) - "ynapx");
    world.drafts[draft].recorded = world.records[draft];
    world.scenario.has_record = true;
}

static inline void set_tie(int listener, int speaker, double tie) {
    world.ties[listener * MEMBERS + speaker] = tie;
}

static inline void set_bloc(int bloc, double cohesion, veto_set members) {
    world.blocs[bloc] = (struct veto_bloc){"bloc", members, cohesion};
    world.scenario.bloc_count = (size_t)bloc + 1;
    for (unsigned i = 0; i < MEMBERS; i++)
        if (veto_set_has(members, i))
            world.members[i].bloc = bloc;
}

static inline void fix(int draft, int member, enum veto_ballot ballot) {
    world.presets[draft][member] = (struct veto_preset_ballot){VETO_FIXED, ballot, {0}};
}

static inline void give_chances(int draft, int member, double yes, double no, double abstain) {
    world.presets[draft][member] =
        (struct veto_preset_ballot){VETO_CHANCES, VETO_YES, {yes, no, abstain}};
}

/* ---- items ---- */

static inline struct veto_item *add(struct veto_item item) {
    struct veto_item *added = &world.items[world.scenario.programme.count++];
    *added = item;
    return added;
}

static inline struct veto_item vote_on(int draft) {
    return (struct veto_item){.kind = VETO_ITEM_VOTE, .draft = draft};
}

static inline struct veto_item statement(int member, int draft) {
    return (struct veto_item){.kind = VETO_ITEM_STATEMENT,
                              .text = "words",
                              .speaker = {.member = member, .speaks_for = member},
                              .draft = draft};
}

static inline struct veto_item statement_at(int member, int draft, double position) {
    struct veto_item item = statement(member, draft);
    item.has_position = true;
    item.position = position;
    return item;
}

static inline struct veto_item happening(struct veto_shift *shifts, size_t count) {
    return (struct veto_item){
        .kind = VETO_ITEM_EVENT, .text = "news", .shifts = shifts, .shift_count = count};
}

static inline struct veto_item when(struct veto_condition *conditions, size_t count,
                                    struct veto_programme then, struct veto_programme otherwise) {
    return (struct veto_item){.kind = VETO_ITEM_WHEN,
                              .conditions = conditions,
                              .condition_count = count,
                              .then = then,
                              .otherwise = otherwise};
}

static inline void ask(int draft, const char *question) {
    world.questions[world.scenario.question_count++] =
        (struct veto_class_question){.draft = draft, .ask = question};
}

/* ---- playing ---- */

static inline struct veto_meeting *play(enum veto_mode mode, uint64_t seed) {
    struct veto_meeting *meeting = NULL;
    ck_assert_int_eq(veto_meeting_play(&meeting, &world.scenario, mode, seed), VETO_OK);
    return meeting;
}

struct sketch {
    char text[4096];
    size_t used;
};

__attribute__((format(printf, 2, 3))) static inline void say(struct sketch *sketch,
                                                             const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int written = vsnprintf(sketch->text + sketch->used, sizeof sketch->text - sketch->used, format,
                            arguments);
    va_end(arguments);
    sketch->used += (size_t)written;
}

/* All fields of an event that are set, in a few letters. */
static inline void say_event(struct sketch *sketch, const struct veto_event *event) {
    static const char *const kinds[VETO_EVENT_KINDS] = {
        "open",       "statement", "happening",    "branch",  "question",
        "put",        "ballot",    "result",       "not put", "close",
        "obligation", "motion",    "without vote", "debate",  "uniting"};
    say(sketch, "%s%s", sketch->used ? "; " : "", kinds[event->kind]);
    if (event->item && event->item >= world.items && event->item < world.items + ITEMS)
        say(sketch, " #%d", (int)(event->item - world.items));
    else if (event->item)
        say(sketch, " #inner");
    if (event->kind == VETO_EVENT_BRANCH)
        say(sketch, " %s", event->taken ? "taken" : "otherwise");
    if (event->question)
        say(sketch, " '%s'", event->question->ask);
    if (event->draft != VETO_NONE)
        say(sketch, " %d", event->draft);
    if (event->member != VETO_NONE)
        say(sketch, " %s", world.members[event->member].code);
    if (event->kind == VETO_EVENT_BALLOT)
        say(sketch, " %s", veto_ballot_word(event->vote->casts[event->member].ballot));
    if (event->kind == VETO_EVENT_RESULT)
        say(sketch, " %s", veto_outcome_word(event->vote->result.outcome));
    if (event->why)
        say(sketch, " '%s'", event->why);
    if (event->move_count)
        say(sketch, " moves %zu+%zu", event->first_move, event->move_count);
}

/* A vote begins with one event, and ends with it or later. */
static inline void expect_begun(const struct veto_meeting *meeting,
                                const struct veto_event *event) {
    const struct veto_event *begun = veto_meeting_event(meeting, event->vote->begun);
    ck_assert_int_eq(begun->draft, event->vote->draft);
    ck_assert_int_eq(begun->kind,
                     event->vote->without_vote ? VETO_EVENT_WITHOUT_VOTE : VETO_EVENT_PUT);
    ck_assert(begun <= event);
}

/* Ballots are left out unless `ballots`. */
static inline void expect_events(const struct veto_meeting *meeting, bool ballots,
                                 const char *expected) {
    struct sketch sketch = {.used = 0};
    for (size_t i = 0; i < veto_meeting_event_count(meeting); i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        if (event->vote)
            expect_begun(meeting, event);
        if (event->kind != VETO_EVENT_BALLOT || ballots)
            say_event(&sketch, event);
    }
    ck_assert_str_eq(sketch.text, expected);
}

static inline void expect_play(enum veto_mode mode, const char *expected) {
    struct veto_meeting *meeting = play(mode, 1);
    expect_events(meeting, false, expected);
    veto_meeting_free(meeting);
}

/* "ynaya": the ballots of a draft in member order. */
static inline void ballot_letters(const struct veto_meeting *meeting, int draft, char *letters) {
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
    for (unsigned i = 0; i < MEMBERS; i++)
        letters[i] = "ynapx"[vote->casts[i].ballot];
    letters[MEMBERS] = '\0';
}

static inline void expect_ballots(enum veto_mode mode, uint64_t seed, int draft,
                                  const char *expected) {
    char letters[MEMBERS + 1];
    struct veto_meeting *meeting = play(mode, seed);
    ballot_letters(meeting, draft, letters);
    ck_assert_str_eq(letters, expected);
    veto_meeting_free(meeting);
}

/* A vote on a draft as the file has it. */
static inline struct model_vote on(int draft) {
    return (struct model_vote){&world.scenario, draft, world.drafts[draft].question};
}

static inline const struct veto_move *moves_of(const struct veto_meeting *meeting,
                                               size_t expected) {
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(meeting, &count);
    ck_assert_uint_eq(count, expected);
    return moves;
}
