/* The meeting and the vote model, on scenarios built by hand: no loader stands between. */
#include "suite.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "meeting/model.h"
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

static void setup_member(struct veto_member *member, const char *code, bool permanent) {
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

static void setup(void) {
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

static void set_leanings(int draft, double a, double b, double c, double d, double e) {
    memcpy(world.leanings[draft], (double[]){a, b, c, d, e}, sizeof world.leanings[draft]);
}

static void set_record(int draft, const char *letters) {
    for (int i = 0; i < MEMBERS; i++)
        world.records[draft][i] = (enum veto_ballot)(strchr("ynapx", letters[i]) - "ynapx");
    world.drafts[draft].recorded = world.records[draft];
    world.scenario.has_record = true;
}

static void set_tie(int listener, int speaker, double tie) {
    world.ties[listener * MEMBERS + speaker] = tie;
}

static void set_bloc(int bloc, double cohesion, veto_set members) {
    world.blocs[bloc] = (struct veto_bloc){"bloc", members, cohesion};
    world.scenario.bloc_count = (size_t)bloc + 1;
    for (unsigned i = 0; i < MEMBERS; i++)
        if (veto_set_has(members, i))
            world.members[i].bloc = bloc;
}

static void fix(int draft, int member, enum veto_ballot ballot) {
    world.presets[draft][member] = (struct veto_preset_ballot){VETO_FIXED, ballot, {0}};
}

static void give_chances(int draft, int member, double yes, double no, double abstain) {
    world.presets[draft][member] =
        (struct veto_preset_ballot){VETO_CHANCES, VETO_YES, {yes, no, abstain}};
}

/* ---- items ---- */

static struct veto_item *add(struct veto_item item) {
    struct veto_item *added = &world.items[world.scenario.programme.count++];
    *added = item;
    return added;
}

static struct veto_item vote_on(int draft) {
    return (struct veto_item){.kind = VETO_ITEM_VOTE, .draft = draft};
}

static struct veto_item statement(int member, int draft) {
    return (struct veto_item){.kind = VETO_ITEM_STATEMENT,
                              .text = "words",
                              .speaker = {.member = member, .speaks_for = member},
                              .draft = draft};
}

static struct veto_item statement_at(int member, int draft, double position) {
    struct veto_item item = statement(member, draft);
    item.has_position = true;
    item.position = position;
    return item;
}

static struct veto_item happening(struct veto_shift *shifts, size_t count) {
    return (struct veto_item){
        .kind = VETO_ITEM_EVENT, .text = "news", .shifts = shifts, .shift_count = count};
}

static struct veto_item when(struct veto_condition *conditions, size_t count,
                             struct veto_programme then, struct veto_programme otherwise) {
    return (struct veto_item){.kind = VETO_ITEM_WHEN,
                              .conditions = conditions,
                              .condition_count = count,
                              .then = then,
                              .otherwise = otherwise};
}

static void ask(int draft, const char *question) {
    world.questions[world.scenario.question_count++] =
        (struct veto_class_question){.draft = draft, .ask = question};
}

/* ---- playing ---- */

static struct veto_meeting *play(enum veto_mode mode, uint64_t seed) {
    struct veto_meeting *meeting = NULL;
    ck_assert_int_eq(veto_meeting_play(&meeting, &world.scenario, mode, seed), VETO_OK);
    return meeting;
}

struct sketch {
    char text[4096];
    size_t used;
};

__attribute__((format(printf, 2, 3))) static void say(struct sketch *sketch, const char *format,
                                                      ...) {
    va_list arguments;
    va_start(arguments, format);
    int written = vsnprintf(sketch->text + sketch->used, sizeof sketch->text - sketch->used, format,
                            arguments);
    va_end(arguments);
    sketch->used += (size_t)written;
}

/* All fields of an event that are set, in a few letters. */
static void say_event(struct sketch *sketch, const struct veto_event *event) {
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
static void expect_begun(const struct veto_meeting *meeting, const struct veto_event *event) {
    const struct veto_event *begun = veto_meeting_event(meeting, event->vote->begun);
    ck_assert_int_eq(begun->draft, event->vote->draft);
    ck_assert_int_eq(begun->kind,
                     event->vote->without_vote ? VETO_EVENT_WITHOUT_VOTE : VETO_EVENT_PUT);
    ck_assert(begun <= event);
}

/* Ballots are left out unless `ballots`. */
static void expect_events(const struct veto_meeting *meeting, bool ballots, const char *expected) {
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

static void expect_play(enum veto_mode mode, const char *expected) {
    struct veto_meeting *meeting = play(mode, 1);
    expect_events(meeting, false, expected);
    veto_meeting_free(meeting);
}

/* "ynaya": the ballots of a draft in member order. */
static void ballot_letters(const struct veto_meeting *meeting, int draft, char *letters) {
    const struct veto_vote *vote = veto_meeting_vote(meeting, draft);
    for (unsigned i = 0; i < MEMBERS; i++)
        letters[i] = "ynapx"[vote->casts[i].ballot];
    letters[MEMBERS] = '\0';
}

static void expect_ballots(enum veto_mode mode, uint64_t seed, int draft, const char *expected) {
    char letters[MEMBERS + 1];
    struct veto_meeting *meeting = play(mode, seed);
    ballot_letters(meeting, draft, letters);
    ck_assert_str_eq(letters, expected);
    veto_meeting_free(meeting);
}

/* A vote on a draft as the file has it. */
static struct model_vote on(int draft) {
    return (struct model_vote){&world.scenario, draft, world.drafts[draft].question};
}

static double tendency(int draft, int member) {
    return model_tendency(on(draft), member);
}

static bool near(double a, double b) {
    return fabs(a - b) <= 1e-12;
}

/* ---- words ---- */

START_TEST(modes_have_words) {
    enum veto_mode mode = VETO_MODES;
    ck_assert_str_eq(veto_mode_word(VETO_EXPECTED), "expected");
    ck_assert_str_eq(veto_mode_word(VETO_RECORDED), "recorded");
    ck_assert_str_eq(veto_mode_word(VETO_SAMPLED), "sampled");
    for (int i = 0; i < VETO_MODES; i++) {
        ck_assert(veto_mode_parse(veto_mode_word((enum veto_mode)i), &mode));
        ck_assert_int_eq(mode, i);
    }
    static const char *const wrong[] = {"", "Expected", "expected ", "sample", "expectedly"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        mode = VETO_SAMPLED;
        ck_assert(!veto_mode_parse(wrong[i], &mode));
        ck_assert_int_eq(mode, VETO_SAMPLED);
    }
}
END_TEST

/* ---- the order of events ---- */

START_TEST(an_empty_meeting_opens_and_closes) {
    setup();
    world.scenario.draft_count = 0;
    expect_play(VETO_EXPECTED, "open; close");
    expect_play(VETO_SAMPLED, "open; close");
}
END_TEST

START_TEST(a_vote_is_put_cast_and_announced) {
    setup();
    world.scenario.draft_count = 1;
    set_leanings(0, 1, 0.5, 0.2, 0, -1);
    add(vote_on(0));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    expect_events(meeting, true,
                  "open; put 0; ballot 0 AAA yes; ballot 0 BBB yes; ballot 0 CCC yes; "
                  "ballot 0 DDD abstain; ballot 0 EEE no; result 0 adopted; close");
    veto_meeting_free(meeting);
}
END_TEST

/* They are debate as any other: they move leanings, and the vote starts from there. */
START_TEST(words_beforehand_come_before_the_opening) {
    setup();
    static struct veto_shift shift = {0, 1, 0.3};
    struct veto_item early[] = {statement_at(0, 0, 1), happening(&shift, 1)};
    world.scenario.draft_count = 1;
    world.scenario.beforehand = (struct veto_programme){early, 2};
    set_leanings(0, 1, 0, 0, 0, 0);
    set_tie(2, 0, 0.5);
    world.members[2].openness = 1;
    add(statement(3, 0));
    add(vote_on(0));
    expect_play(VETO_EXPECTED, "statement #inner moves 0+1; happening #inner moves 1+1; open; "
                               "statement #0; put 0; result 0 adopted; close");
    expect_ballots(VETO_EXPECTED, 0, 0, "yyyaa");
    world.scenario.programme.count = 0;
    expect_play(VETO_EXPECTED, "statement #inner moves 0+1; happening #inner moves 1+1; open; "
                               "not put 0 'the programme has no vote on it'; close");
}
END_TEST

START_TEST(questions_come_before_their_vote_and_at_the_end) {
    setup();
    ask(VETO_NONE, "last one");
    ask(1, "first of 1");
    ask(0, "before 0");
    ask(1, "second of 1");
    world.scenario.draft_count = 2;
    add(vote_on(1));
    add(vote_on(0));
    expect_play(VETO_EXPECTED, "open; question 'first of 1'; question 'second of 1'; put 1; "
                               "result 1 failed; question 'before 0'; put 0; result 0 failed; "
                               "question 'last one'; close");
}
END_TEST

START_TEST(a_draft_that_is_not_put_asks_nothing) {
    setup();
    ask(0, "never asked");
    world.scenario.draft_count = 1;
    world.drafts[0].put = false;
    add(vote_on(0));
    expect_play(VETO_EXPECTED, "open; not put 0 'the scenario keeps it from the vote'; close");
    world.drafts[0].not_put = "its sponsors withdrew it";
    expect_play(VETO_EXPECTED, "open; not put 0 'its sponsors withdrew it'; close");
    set_record(0, "yyyyy"); /* not put, whatever the record says */
    expect_play(VETO_RECORDED, "open; not put 0 'its sponsors withdrew it'; close");
}
END_TEST

START_TEST(left_over_drafts_are_named_at_the_end) {
    setup();
    static struct veto_item inner;
    inner = vote_on(2);
    static struct veto_condition adopted = {0, 1u << VETO_ADOPTED};
    ask(1, "never asked");
    ask(VETO_NONE, "at the end");
    add(vote_on(0));
    add(when(&adopted, 1, (struct veto_programme){&inner, 1}, (struct veto_programme){0}));
    expect_play(VETO_EXPECTED, "open; put 0; result 0 failed; branch #1 otherwise; "
                               "not put 1 'the programme has no vote on it'; "
                               "not put 2 'the meeting did not come to a vote on it'; "
                               "question 'at the end'; close");
    world.items[1].otherwise = world.items[1].then;
    world.items[1].then = (struct veto_programme){0};
    set_leanings(0, 1, 1, 1, 1, 1);
    world.drafts[1].put = false;
    world.drafts[1].not_put = "overtaken";
    world.drafts[2].put = false; /* without a reason of its own */
    expect_play(VETO_EXPECTED, "open; put 0; result 0 adopted; branch #1 taken; "
                               "not put 1 'overtaken'; "
                               "not put 2 'the meeting did not come to a vote on it'; "
                               "question 'at the end'; close");
}
END_TEST

START_TEST(a_draft_is_settled_once) {
    setup();
    ask(0, "once");
    world.scenario.draft_count = 2;
    world.drafts[1].put = false;
    add(vote_on(0));
    add(vote_on(0));
    add(vote_on(1));
    add(vote_on(1));
    expect_play(VETO_EXPECTED, "open; question 'once'; put 0; result 0 failed; "
                               "not put 1 'the scenario keeps it from the vote'; close");
}
END_TEST

START_TEST(branches_nest) {
    setup();
    static struct veto_item deepest[2], inner[3], empty_handed[1];
    static struct veto_condition vetoed = {0, 1u << VETO_VETOED},
                                 failed_or_not_put = {1, 1u << VETO_FAILED | 1u << VETO_NOT_PUT};
    deepest[0] = vote_on(1);
    deepest[1] = statement(C, VETO_NONE);
    inner[0] = statement(A, VETO_NONE);
    inner[1] = when(&failed_or_not_put, 1, (struct veto_programme){deepest, 2},
                    (struct veto_programme){empty_handed, 1});
    inner[2] = happening(NULL, 0);
    empty_handed[0] = statement(B, VETO_NONE);
    set_leanings(0, -1, 1, 1, 1, 1);
    add(vote_on(0));
    add(when(&vetoed, 1, (struct veto_programme){inner, 3},
             (struct veto_programme){empty_handed, 1}));
    add(vote_on(2));
    expect_play(VETO_EXPECTED, "open; put 0; result 0 vetoed; branch #1 taken; statement #inner; "
                               "branch #inner taken; put 1; result 1 failed; statement #inner; "
                               "happening #inner; put 2; result 2 failed; close");
    world.leanings[0][A] = 0;
    expect_play(VETO_EXPECTED,
                "open; put 0; result 0 adopted; branch #1 otherwise; statement #inner; "
                "put 2; result 2 failed; not put 1 'the meeting did not come to a vote on it'; "
                "close");
}
END_TEST

START_TEST(branches_nest_deeply) {
    enum { DEPTH = 40 };
    static struct veto_item nested[DEPTH];
    setup();
    for (int i = 0; i < DEPTH; i++) {
        struct veto_programme next = {&nested[i + 1], i + 1 < DEPTH};
        nested[i] = i + 1 < DEPTH ? when(NULL, 0, next, (struct veto_programme){0}) : vote_on(0);
    }
    world.scenario.programme = (struct veto_programme){nested, 1};
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    ck_assert_ptr_nonnull(veto_meeting_vote(meeting, 0));
    ck_assert_uint_eq(veto_meeting_event_count(meeting),
                      1 + (DEPTH - 1) + (1 + MEMBERS + 1) + 2 + 1);
    veto_meeting_free(meeting);
}
END_TEST

/* Every outcome against every set of outcomes, and the conjunction of two conditions. */
START_TEST(conditions_are_sets_and_all_must_hold) {
    static const double first[][MEMBERS] = {
        [VETO_ADOPTED] = {1, 1, 1, 1, 1},
        [VETO_VETOED] = {-1, 1, 1, 1, 1},
        [VETO_FAILED] = {-1, -1, -1, 1, 1},
        [VETO_NOT_PUT] = {0},
    };
    for (unsigned outcome = 0; outcome < VETO_OUTCOMES; outcome++) {
        for (unsigned set = 0; set < 1u << VETO_OUTCOMES; set++) {
            setup();
            struct veto_condition conditions[] = {{0, set}, {1, 1u << VETO_NOT_PUT}};
            memcpy(world.leanings[0], first[outcome], sizeof first[outcome]);
            world.drafts[0].put = outcome != VETO_NOT_PUT;
            add(vote_on(0));
            add(when(conditions, 2, (struct veto_programme){0}, (struct veto_programme){0}));
            add(vote_on(1));
            add(when(conditions, 2, (struct veto_programme){0}, (struct veto_programme){0}));
            struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
            ck_assert_uint_eq(veto_meeting_outcome(meeting, 0), outcome);
            unsigned branches = 0;
            for (size_t i = 0; i < veto_meeting_event_count(meeting); i++) {
                const struct veto_event *event = veto_meeting_event(meeting, i);
                if (event->kind == VETO_EVENT_BRANCH) /* the second comes after the vote on 1 */
                    ck_assert_int_eq(event->taken, branches++ == 0 && (set >> outcome & 1));
            }
            ck_assert_uint_eq(branches, 2);
            veto_meeting_free(meeting);
        }
    }
}
END_TEST

/* ---- stepping and asking ---- */

START_TEST(a_step_makes_one_event) {
    setup();
    world.scenario.draft_count = 1;
    set_leanings(0, 1, 1, 1, 1, 1);
    add(vote_on(0));
    struct veto_meeting *meeting = NULL;
    ck_assert_int_eq(veto_meeting_open(&meeting, &world.scenario, VETO_SAMPLED, 77), VETO_OK);
    ck_assert_ptr_eq(veto_meeting_scenario(meeting), &world.scenario);
    ck_assert_int_eq(veto_meeting_mode(meeting), VETO_SAMPLED);
    ck_assert_uint_eq(veto_meeting_seed(meeting), 77);
    ck_assert_uint_eq(veto_meeting_event_count(meeting), 0);
    const struct veto_event *event = NULL;
    const struct veto_vote *seen = NULL;
    for (size_t i = 1; i <= 9; i++) {
        ck_assert_int_eq(veto_meeting_step(meeting, &event), VETO_OK);
        ck_assert_ptr_eq(event, veto_meeting_event(meeting, i - 1));
        ck_assert_uint_eq(veto_meeting_event_count(meeting), i);
        bool announced = i >= 8; /* open, put, five ballots, result, close */
        ck_assert_int_eq(veto_meeting_vote(meeting, 0) != NULL, announced);
        ck_assert_int_eq(veto_meeting_outcome(meeting, 0), announced ? VETO_ADOPTED : VETO_NOT_PUT);
        ck_assert_ptr_null(veto_meeting_not_put(meeting, 0));
        if (event->vote)
            ck_assert(!seen || seen == event->vote);
        seen = event->vote ? event->vote : seen;
    }
    ck_assert_ptr_eq(veto_meeting_vote(meeting, 0), seen);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(veto_meeting_step(meeting, &event), VETO_OK);
        ck_assert_ptr_null(event);
        ck_assert_uint_eq(veto_meeting_event_count(meeting), 9);
    }
    veto_meeting_free(meeting);
    veto_meeting_free(NULL);
}
END_TEST

START_TEST(why_a_draft_was_not_put_is_kept) {
    setup();
    world.drafts[0].put = false;
    world.drafts[0].not_put = "overtaken";
    add(vote_on(0));
    add(vote_on(1));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    ck_assert_str_eq(veto_meeting_not_put(meeting, 0), "overtaken");
    ck_assert_ptr_null(veto_meeting_not_put(meeting, 1));
    ck_assert_str_eq(veto_meeting_not_put(meeting, 2), "the programme has no vote on it");
    ck_assert_ptr_null(veto_meeting_vote(meeting, 0));
    ck_assert_int_eq(veto_meeting_outcome(meeting, 2), VETO_NOT_PUT);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(votes_stay_where_they_are) {
    enum { MANY = 400 };
    static struct veto_item items[MANY + 1];
    setup();
    items[0] = vote_on(0);
    for (int i = 1; i <= MANY; i++)
        items[i] = happening(NULL, 0);
    world.scenario.programme = (struct veto_programme){items, MANY + 1};
    struct veto_meeting *meeting = NULL;
    const struct veto_event *event = NULL;
    ck_assert_int_eq(veto_meeting_open(&meeting, &world.scenario, VETO_EXPECTED, 0), VETO_OK);
    while (!event || event->kind != VETO_EVENT_RESULT)
        ck_assert_int_eq(veto_meeting_step(meeting, &event), VETO_OK);
    const struct veto_vote *vote = event->vote;
    const struct veto_cast *casts = vote->casts;
    while (event)
        ck_assert_int_eq(veto_meeting_step(meeting, &event), VETO_OK);
    ck_assert_ptr_eq(veto_meeting_vote(meeting, 0), vote);
    ck_assert_ptr_eq(vote->casts, casts);
    ck_assert_uint_eq(veto_meeting_event_count(meeting), 1 + 7 + MANY + 2 + 1);
    veto_meeting_free(meeting);
}
END_TEST

/* ---- modes ---- */

START_TEST(recorded_plays_the_record) {
    setup();
    set_leanings(0, 1, 1, 1, 1, 1);
    set_record(0, "nyapx");
    add(vote_on(0));
    add(vote_on(1));
    ask(1, "never asked");
    struct veto_meeting *meeting = play(VETO_RECORDED, 0);
    expect_events(meeting, true,
                  "open; put 0; ballot 0 AAA no; ballot 0 BBB yes; ballot 0 CCC abstain; "
                  "ballot 0 DDD not_participating; ballot 0 EEE absent; result 0 failed; "
                  "not put 1 'the record has no vote on it'; "
                  "not put 2 'the programme has no vote on it'; close");
    const struct veto_cast *cast = &veto_meeting_vote(meeting, 0)->casts[A];
    ck_assert_int_eq(cast->reason, VETO_WHY_RECORDED);
    ck_assert_double_gt(cast->chance[VETO_YES], 0.99); /* what the model makes of it all the same */
    veto_meeting_free(meeting);
    expect_ballots(VETO_EXPECTED, 0, 0, "yyyyy");
}
END_TEST

START_TEST(recorded_needs_a_record) {
    setup();
    struct veto_meeting *meeting = (struct veto_meeting *)&world;
    ck_assert_int_eq(veto_meeting_open(&meeting, &world.scenario, VETO_RECORDED, 0), VETO_INPUT);
    ck_assert_int_eq(veto_meeting_play(&meeting, &world.scenario, VETO_RECORDED, 0), VETO_INPUT);
    ck_assert_ptr_eq(meeting, &world); /* untouched */
}
END_TEST

START_TEST(fixed_ballots_beat_everything) {
    setup();
    set_leanings(0, 1, 1, 1, 1, 1);
    set_record(0, "yyyyy");
    static const enum veto_ballot fixed[] = {VETO_NO, VETO_ABSTAIN, VETO_ABSENT,
                                             VETO_NOT_PARTICIPATING, VETO_YES};
    for (int i = 0; i < MEMBERS; i++)
        fix(0, i, fixed[i]);
    add(vote_on(0));
    for (int mode = 0; mode < VETO_MODES; mode++) {
        struct veto_meeting *meeting = play((enum veto_mode)mode, 5);
        const struct veto_vote *vote = veto_meeting_vote(meeting, 0);
        for (int i = 0; i < MEMBERS; i++) {
            ck_assert_int_eq(vote->casts[i].ballot, fixed[i]);
            ck_assert_int_eq(vote->casts[i].reason, VETO_WHY_FIXED);
            double chance[3];
            veto_ballot_chances(1, 0.25, 0.5, chance);
            ck_assert_mem_eq(vote->casts[i].chance, chance, sizeof chance);
        }
        ck_assert_int_eq(vote->result.outcome, VETO_FAILED);
        ck_assert_uint_eq(vote->result.short_by, 2);
        ck_assert_uint_eq(vote->result.no_without_veto, veto_set_of(A));
        veto_meeting_free(meeting);
    }
}
END_TEST

START_TEST(given_chances_beat_the_model) {
    setup();
    set_leanings(0, 1, 1, 1, 1, 1);
    give_chances(0, A, 0, 1, 0);
    give_chances(0, B, 0.2, 0.3, 0.5);
    give_chances(0, C, 0, 0, 1);
    give_chances(0, D, 1, 0, 0);
    set_record(0, "aaaaa");
    add(vote_on(0));
    expect_ballots(VETO_EXPECTED, 0, 0, "naayy");
    expect_ballots(VETO_RECORDED, 0, 0, "aaaaa");
    for (uint64_t seed = 0; seed < 50; seed++) {
        struct veto_meeting *meeting = play(VETO_SAMPLED, seed);
        const struct veto_cast *casts = veto_meeting_vote(meeting, 0)->casts;
        ck_assert_int_eq(casts[A].ballot, VETO_NO);
        ck_assert_int_eq(casts[C].ballot, VETO_ABSTAIN);
        ck_assert_int_eq(casts[D].ballot, VETO_YES);
        ck_assert_int_eq(casts[B].reason, VETO_WHY_CHANCES);
        ck_assert_int_eq(casts[E].reason, VETO_WHY_MODEL);
        ck_assert_double_eq(casts[B].chance[VETO_NO], 0.3);
        veto_meeting_free(meeting);
    }
}
END_TEST

/* Expected ballots do not ask the seed; a seed counts in sampled meetings only. */
START_TEST(expected_is_the_most_likely_ballot) {
    static const struct {
        double yes, no, abstain;
        enum veto_ballot ballot;
    } cases[] = {
        {0.4, 0.3, 0.3, VETO_YES},
        {0.3, 0.4, 0.3, VETO_NO},
        {0.3, 0.3, 0.4, VETO_ABSTAIN},
        {0.5, 0, 0.5, VETO_ABSTAIN},
        {0, 0.5, 0.5, VETO_ABSTAIN},
        {0.5, 0.5, 0, VETO_NO},
        {1. / 3, 1. / 3, 1. / 3, VETO_ABSTAIN},
        {1, 0, 0, VETO_YES},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_int_eq(model_expected((double[]){cases[i].yes, cases[i].no, cases[i].abstain}),
                         cases[i].ballot);
    setup();
    set_leanings(0, 0.11, 0.05, -0.3, -0.49, -0.51);
    add(vote_on(0));
    for (uint64_t seed = 0; seed < 5; seed++)
        expect_ballots(VETO_EXPECTED, seed, 0, "yaaan");
}
END_TEST

/* ---- the model ---- */

START_TEST(tendency_is_of_veto_holders_on_substantive_questions) {
    setup();
    world.drafts[1].question = VETO_PROCEDURAL;
    for (int i = 0; i < MEMBERS; i++) {
        world.members[i].veto_tendency = 0.9;
        world.members[i].opposition = 0.2;
        ck_assert_double_eq(tendency(0, i), i < 2 ? 0.9 : 0.2);
        ck_assert_double_eq(tendency(1, i), 0.2);
    }
    world.scenario.rules.veto_holders = veto_set_of(B); /* the rules say so, not the seat */
    ck_assert_double_eq(tendency(0, A), 0.2);
    ck_assert_double_eq(tendency(0, B), 0.9);
    set_leanings(0, -0.4, -0.4, -0.4, -0.4, -0.4);
    set_leanings(1, -0.4, -0.4, -0.4, -0.4, -0.4);
    add(vote_on(0));
    add(vote_on(1));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    ck_assert_double_eq(veto_meeting_vote(meeting, 0)->casts[A].cut_no, -0.8);
    ck_assert_double_eq(veto_meeting_vote(meeting, 0)->casts[B].cut_no, -0.1);
    ck_assert_double_eq(veto_meeting_vote(meeting, 1)->casts[B].cut_no, -0.8);
    ck_assert_int_eq(veto_meeting_vote(meeting, 0)->casts[B].ballot, VETO_NO);
    ck_assert_int_eq(veto_meeting_vote(meeting, 1)->casts[B].ballot, VETO_ABSTAIN);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(cuts_are_round_where_tendencies_are) {
    for (int i = 0; i <= 1000; i++) {
        ck_assert_double_eq(model_cut_no((1000 - i) / 1000.), -(i / 1000.));
        ck_assert(!signbit(model_cut_no(1)));
    }
    ck_assert(fabs(model_cut_no(1. / 3) + 2. / 3) < 1e-12);
}
END_TEST

START_TEST(without_volatility_a_leaning_decides) {
    static const struct {
        double leaning, tendency;
        enum veto_ballot ballot;
    } cases[] = {
        {1, 0.5, VETO_YES},
        {0.1, 0.5, VETO_ABSTAIN}, /* on the cut */
        {0.10000000000000002, 0.5, VETO_YES},
        {0, 0.5, VETO_ABSTAIN},
        {-0.5, 0.5, VETO_ABSTAIN}, /* on the cut */
        {-0.50000000000000011, 0.5, VETO_NO},
        {-0.1, 0.9, VETO_ABSTAIN}, /* on the cut, though 1 - 0.9 < 0.1 in binary */
        {-0.11, 0.9, VETO_NO},
        {0, 1, VETO_ABSTAIN},
        {-1e-9, 1, VETO_NO},
        {-1, 0, VETO_ABSTAIN},
    };
    setup();
    world.members[C].volatility = 0;
    add(vote_on(0));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double chance[3];
        veto_ballot_chances(cases[i].leaning, 0, cases[i].tendency, chance);
        for (int j = 0; j < 3; j++)
            ck_assert_double_eq(chance[j], j == (int)cases[i].ballot);
        world.leanings[0][C] = cases[i].leaning;
        world.members[C].opposition = cases[i].tendency;
        for (uint64_t seed = 0; seed < 20; seed++) {
            struct veto_meeting *meeting = play(VETO_SAMPLED, seed);
            ck_assert_int_eq(veto_meeting_vote(meeting, 0)->casts[C].ballot, cases[i].ballot);
            veto_meeting_free(meeting);
        }
    }
}
END_TEST

/* Against the definition, by libm's erfc. */
START_TEST(chances_are_those_of_the_ordered_response) {
    for (int l = -10; l <= 10; l++)
        for (int t = 0; t <= 10; t++)
            for (int s = 1; s <= 20; s++) {
                double leaning = l / 10., tendency = t / 10., volatility = s / 10., chance[3];
                veto_ballot_chances(leaning, volatility, tendency, chance);
                double yes = erfc((0.1 - leaning) / volatility / sqrt(2)) / 2;
                double no = erfc((leaning + 1 - tendency) / volatility / sqrt(2)) / 2;
                ck_assert(near(chance[VETO_YES], yes));
                ck_assert(near(chance[VETO_NO], no));
                ck_assert(near(chance[VETO_ABSTAIN], 1 - yes - no));
                for (int i = 0; i < 3; i++)
                    ck_assert(chance[i] >= 0 && chance[i] <= 1);
                ck_assert(near(chance[0] + chance[1] + chance[2], 1));
            }
}
END_TEST

START_TEST(a_small_volatility_is_near_none) {
    static const double tiny[] = {1e-3, 1e-9, 1e-300, 4.9e-324};
    for (size_t i = 0; i < sizeof tiny / sizeof *tiny; i++) {
        double chance[3];
        veto_ballot_chances(0.2, tiny[i], 0.5, chance);
        ck_assert_double_eq(chance[VETO_YES], 1);
        veto_ballot_chances(-0.6, tiny[i], 0.5, chance);
        ck_assert_double_eq(chance[VETO_NO], 1);
        veto_ballot_chances(0, tiny[i], 0.5, chance);
        ck_assert_double_eq(chance[VETO_ABSTAIN], 1);
    }
}
END_TEST

/* ---- moves ---- */

static const struct veto_move *moves_of(const struct veto_meeting *meeting, size_t expected) {
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(meeting, &count);
    ck_assert_uint_eq(count, expected);
    return moves;
}

static void expect_move(const struct veto_move *move, size_t event, int member, double from,
                        double to) {
    ck_assert_uint_eq(move->event, event);
    ck_assert_int_eq(move->member, member);
    ck_assert_double_eq(move->from, from);
    ck_assert_double_eq(move->to, to);
}

START_TEST(a_statement_moves_those_who_listen) {
    setup();
    set_leanings(0, 0.75, 0.25, -0.25, -0.5, 0);
    set_tie(A, A, 1); /* nobody listens to themselves */
    set_tie(B, A, 0.5);
    set_tie(C, A, 0.25);
    set_tie(D, A, 1);
    set_tie(E, C, 1); /* not to this speaker */
    world.members[C].openness = 1;
    world.members[D].firm = true;
    add(statement(A, 0));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    const struct veto_move *moves = moves_of(meeting, 2);
    expect_move(&moves[0], 1, B, 0.25, 0.375);
    expect_move(&moves[1], 1, C, -0.25, 0);
    ck_assert_int_eq(moves[0].draft, 0);
    ck_assert(!moves[0].stated);
    ck_assert_double_eq(moves[0].openness, 0.5);
    ck_assert_double_eq(moves[0].tie, 0.5);
    ck_assert_double_eq(moves[0].position, 0.75); /* the speaker's own leaning */
    ck_assert_uint_eq(veto_meeting_event(meeting, 1)->first_move, 0);
    ck_assert_uint_eq(veto_meeting_event(meeting, 1)->move_count, 2);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 0, B, 1), 0.25);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 0, B, 2), 0.375);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 1, B, 2), 0);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 0, D, 99), -0.5);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(a_speaker_argues_from_the_leaning_of_the_day) {
    setup();
    set_leanings(0, 0, 0, 0, 0, 0);
    set_tie(A, A, 1); /* nobody argues themselves round */
    set_tie(B, A, 1);
    static struct veto_shift shift = {0, A, 0.5};
    add(happening(&shift, 1));
    add(statement(A, 0));           /* from 0.5: B to 0.25 */
    add(statement_at(A, 0, -0.75)); /* from -0.75: B to -0.25 */
    add(vote_on(0));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    const struct veto_move *moves = moves_of(meeting, 3);
    expect_move(&moves[0], 1, A, 0, 0.5);
    ck_assert(moves[0].stated);
    ck_assert_double_eq(moves[0].amount, 0.5);
    expect_move(&moves[1], 2, B, 0, 0.25);
    expect_move(&moves[2], 3, B, 0.25, -0.25);
    ck_assert_double_eq(moves[2].position, -0.75);
    const struct veto_cast *casts = veto_meeting_vote(meeting, 0)->casts;
    ck_assert_double_eq(casts[A].base, 0);
    ck_assert_double_eq(casts[A].leaning, 0.5);
    ck_assert_double_eq(casts[B].leaning, -0.25);
    veto_meeting_free(meeting);
}
END_TEST

/* Who speaks, for whom, on what, from where: what moves nobody, and what does. */
START_TEST(some_statements_move_nobody) {
    setup();
    set_leanings(0, 1, 0, 0, 0, 0);
    for (int i = 0; i < MEMBERS * MEMBERS; i++)
        world.ties[i] = 1;
    struct veto_item outsider = statement_at(VETO_NONE, 0, 1);
    outsider.speaker.name = "a state outside the Council";
    add(outsider);                /* no member to have a tie with */
    add(statement(A, VETO_NONE)); /* on no draft */
    add(statement_at(A, VETO_NONE, 1));
    struct veto_item envoy = outsider;
    envoy.speaker.speaks_for = A; /* a named person speaks for a member */
    envoy.has_position = false;
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    moves_of(meeting, 0);
    veto_meeting_free(meeting);
    add(envoy);
    meeting = play(VETO_EXPECTED, 0);
    const struct veto_move *moves = moves_of(meeting, 4);
    for (int i = 0; i < 4; i++)
        expect_move(&moves[i], 4, i + 1, 0, 0.5);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(moves_of_nothing_are_not_kept) {
    setup();
    set_leanings(0, 0.5, 0.5, 1, 0, 0);
    set_tie(B, A, 1); /* already there */
    set_tie(C, A, 1);
    world.members[C].openness = 0;
    static struct veto_shift shifts[] = {{0, C, 0.5}, {0, D, 0}, {0, D, -0.0}};
    struct veto_item item = statement(A, 0);
    item.shifts = shifts; /* C is at 1 and stays there */
    item.shift_count = 3;
    add(item);
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    moves_of(meeting, 0);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(shifts_follow_the_debate_in_order_and_are_clamped) {
    setup();
    set_leanings(0, 0.5, 0, 0, 0, 0);
    set_tie(B, A, 1);
    world.members[E].firm = true;
    static struct veto_shift shifts[] = {
        {0, B, 2}, {0, B, -0.25}, {1, C, -2}, {0, E, 1}, {0, A, 0.25},
    };
    struct veto_item item = statement(A, 0);
    item.shifts = shifts;
    item.shift_count = 5;
    add(item);
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    const struct veto_move *moves = moves_of(meeting, 5);
    expect_move(&moves[0], 1, B, 0, 0.25);
    expect_move(&moves[1], 1, B, 0.25, 1); /* 2 was stated, 1 is the most */
    ck_assert_double_eq(moves[1].amount, 2);
    expect_move(&moves[2], 1, B, 1, 0.75);
    expect_move(&moves[3], 1, C, 0, -1);
    ck_assert_int_eq(moves[3].draft, 1);
    expect_move(&moves[4], 1, A, 0.5, 0.75);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 0, B, 2), 0.75);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 1, C, 2), -1);
    veto_meeting_free(meeting);
}
END_TEST

/* A long debate in awkward fractions: each chain of moves has no gaps, and ends in the vote. */
START_TEST(moves_telescope) {
    enum { TALKS = 200 };
    static struct veto_item items[TALKS + 1];
    static struct veto_shift shifts[TALKS];
    setup();
    set_leanings(0, 0.1, 0.7, -0.3, 0.33, -0.9);
    for (int i = 0; i < MEMBERS * MEMBERS; i++)
        world.ties[i] = 0.1 + 0.03 * i;
    for (int i = 0; i < TALKS; i++) {
        shifts[i] = (struct veto_shift){0, (i * 7) % MEMBERS, 0.1 * (i % 13 - 6)};
        items[i] = i % 3 ? statement(i % MEMBERS, 0) : happening(&shifts[i], 1);
    }
    items[TALKS] = vote_on(0);
    world.scenario.programme = (struct veto_programme){items, TALKS + 1};
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(meeting, &count);
    double now[MEMBERS];
    memcpy(now, world.leanings[0], sizeof now);
    ck_assert_uint_gt(count, TALKS);
    for (size_t i = 0; i < count; i++) {
        const struct veto_move *move = &moves[i];
        ck_assert(move->from == now[move->member]);
        ck_assert(move->to >= -1 && move->to <= 1 && move->to != move->from);
        double amount = move->stated ? move->amount
                                     : move->openness * move->tie * (move->position - move->from);
        ck_assert(fabs(move->to - fmin(1, fmax(-1, move->from + amount))) < 1e-14);
        now[move->member] = move->to;
        if (i + 1 == count || moves[i + 1].event != move->event)
            ck_assert(veto_meeting_leaning(meeting, 0, move->member, move->event + 1) == move->to);
    }
    for (int i = 0; i < MEMBERS; i++)
        ck_assert(veto_meeting_vote(meeting, 0)->casts[i].leaning == now[i]);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(moves_after_a_vote_do_not_change_it) {
    setup();
    set_leanings(0, 1, 1, 1, 1, 1);
    static struct veto_shift shift = {0, A, -2};
    add(vote_on(0));
    add(happening(&shift, 1));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    ck_assert_double_eq(veto_meeting_vote(meeting, 0)->casts[A].leaning, 1);
    ck_assert_int_eq(veto_meeting_vote(meeting, 0)->casts[A].ballot, VETO_YES);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 0, A, 99), -1);
    veto_meeting_free(meeting);
}
END_TEST

/* ---- procedure ---- */

static void bear(int draft, enum veto_bearing bearing, int upon) {
    world.drafts[draft].bearing = bearing;
    world.drafts[draft].upon = upon;
}

static struct veto_item motion(enum veto_item_kind kind, int draft, int member) {
    return (struct veto_item){
        .kind = kind, .draft = draft, .speaker = {.member = member, .speaks_for = member}};
}

/* _i: what the Council makes of the question whether draft 0 is procedural. */
START_TEST(the_double_veto) {
    static const struct {
        const char *record;
        enum veto_outcome preliminary, outcome;
        enum veto_question question;
    } cases[] = {
        {"nyyyn", VETO_VETOED, VETO_VETOED, VETO_SUBSTANTIVE},
        {"nnnyy", VETO_FAILED, VETO_VETOED, VETO_SUBSTANTIVE},
        {"ayyya", VETO_ADOPTED, VETO_ADOPTED, VETO_PROCEDURAL},
    };
    setup();
    world.scenario.draft_count = 2;
    bear(1, VETO_PRELIMINARY, 0);
    set_record(0, "nyyyy");
    set_record(1, cases[_i].record);
    add(vote_on(1));
    add(vote_on(0));
    struct veto_meeting *meeting = play(VETO_RECORDED, 0);
    const struct veto_vote *first = veto_meeting_vote(meeting, 1),
                           *second = veto_meeting_vote(meeting, 0);
    ck_assert_int_eq(first->question, VETO_SUBSTANTIVE);
    ck_assert_int_eq(first->result.outcome, cases[_i].preliminary);
    ck_assert_int_eq(second->question, cases[_i].question);
    ck_assert_int_eq(veto_meeting_question(meeting, 0), cases[_i].question);
    ck_assert_int_eq(second->result.outcome, cases[_i].outcome);
    ck_assert_uint_eq(second->result.no_without_veto,
                      cases[_i].outcome == VETO_ADOPTED ? veto_set_of(A) : 0);
    veto_meeting_free(meeting);
}
END_TEST

/* On a question found procedural, a permanent member's opposition counts, not its tendency. */
START_TEST(a_preliminary_question_changes_how_members_vote) {
    setup();
    world.scenario.draft_count = 2;
    bear(1, VETO_PRELIMINARY, 0);
    world.members[A].veto_tendency = 1; /* against below 0 */
    world.members[A].opposition = 0;    /* never against */
    set_leanings(0, -0.5, 1, 1, 1, 1);
    set_leanings(1, 0.5, 1, 1, 1, 1);
    add(vote_on(1));
    add(vote_on(0));
    expect_ballots(VETO_EXPECTED, 0, 0, "ayyyy");
    world.leanings[1][A] = -0.5;
    expect_ballots(VETO_EXPECTED, 0, 0, "nyyyy");
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    ck_assert_double_eq(veto_meeting_vote(meeting, 0)->casts[A].cut_no, 0);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(a_question_that_is_not_put_decides_nothing) {
    setup();
    world.scenario.draft_count = 2;
    bear(1, VETO_PRELIMINARY, 0);
    world.drafts[0].question = VETO_PROCEDURAL;
    world.drafts[1].put = false;
    add(vote_on(1));
    add(vote_on(0));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    ck_assert_int_eq(veto_meeting_vote(meeting, 0)->question, VETO_PROCEDURAL);
    veto_meeting_free(meeting);
}
END_TEST

/* Draft 1 amends draft 0, and draft 2 is a part of it. The text that is voted on is the changed
 * one, for firm members too. */
START_TEST(a_changed_text_changes_leanings) {
    static const double by_amendment[] = {0.5, 0, 0.25, 0, 2}, by_part[] = {0, -0.5, 0, 0, 0};
    setup();
    bear(1, VETO_AMENDMENT, 0);
    bear(2, VETO_PART, 0);
    world.drafts[1].changes = by_amendment;
    world.drafts[2].changes = by_part;
    world.members[C].firm = true;
    set_leanings(1, 1, 1, 1, 0, 0);
    set_leanings(2, 0, 0, 0, 1, 1);
    add(vote_on(1));
    add(vote_on(2));
    add(vote_on(0));
    expect_play(VETO_EXPECTED, "open; put 1; result 1 adopted moves 0+3; put 2; "
                               "result 2 failed moves 3+1; put 0; result 0 vetoed; close");
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    const struct veto_move *moves = moves_of(meeting, 4);
    ck_assert(moves[0].stated);
    ck_assert_double_eq(moves[0].amount, 0.5);
    ck_assert_int_eq(veto_meeting_event(meeting, moves[0].event)->kind, VETO_EVENT_RESULT);
    ck_assert_int_eq(veto_meeting_event(meeting, moves[3].event)->draft, 2);
    ck_assert_double_eq(moves[1].to, 0.25);
    ck_assert_double_eq(moves[2].to, 1); /* as far as it goes */
    ck_assert_double_eq(veto_meeting_vote(meeting, 0)->casts[B].leaning, -0.5);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 0, A, moves[0].event), 0);
    ck_assert_double_eq(veto_meeting_leaning(meeting, 0, A, moves[0].event + 1), 0.5);
    veto_meeting_free(meeting);
    set_leanings(1, 0, 0, 0, 1, 1); /* the amendment is lost, and the part stays */
    set_leanings(2, 1, 1, 1, 0, 0);
    expect_play(VETO_EXPECTED, "open; put 1; result 1 failed; put 2; result 2 adopted; put 0; "
                               "result 0 failed; close");
}
END_TEST

START_TEST(what_bears_on_a_draft_goes_with_it) {
    setup();
    bear(1, VETO_AMENDMENT, 0);
    bear(2, VETO_PART, 0);
    world.drafts[0].put = false;
    add(vote_on(1));
    add(vote_on(0));
    add(vote_on(2));
    expect_play(VETO_EXPECTED,
                "open; not put 1 'the draft that it bears on is not put to the vote'; "
                "not put 0 'the scenario keeps it from the vote'; "
                "not put 2 'the draft that it bears on is not put to the vote'; close");
    world.drafts[0].put = true;
    world.items[0] = vote_on(0);
    world.items[1] = vote_on(1);
    expect_play(VETO_EXPECTED, "open; put 0; result 0 failed; "
                               "not put 1 'the draft that it bears on has been decided'; "
                               "not put 2 'the draft that it bears on has been decided'; close");
}
END_TEST

START_TEST(withdrawn_drafts_are_not_put) {
    setup();
    world.scenario.draft_count = 2;
    add(motion(VETO_ITEM_WITHDRAW, 0, C));
    add(motion(VETO_ITEM_WITHDRAW, 1, D));
    add(motion(VETO_ITEM_WITHDRAW, 1, E)); /* withdrawn already */
    add(vote_on(0));
    add(motion(VETO_ITEM_REVIVE, 0, B)); /* too late: it has been passed over */
    /* at once where nothing revives it, else when its turn comes */
    expect_play(VETO_EXPECTED, "open; motion #0 0 CCC; motion #1 1 DDD; "
                               "not put #1 1 DDD 'it was withdrawn'; "
                               "not put #0 0 CCC 'it was withdrawn'; close");
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    ck_assert_str_eq(veto_meeting_not_put(meeting, 1), "it was withdrawn");
    ck_assert_int_eq(veto_meeting_outcome(meeting, 1), VETO_NOT_PUT);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(a_seconder_requires_a_vote) {
    setup();
    world.scenario.draft_count = 1;
    add(motion(VETO_ITEM_REVIVE, 0, B)); /* nothing to revive */
    add(motion(VETO_ITEM_WITHDRAW, 0, C));
    add(motion(VETO_ITEM_REVIVE, 0, B));
    add(vote_on(0));
    add(motion(VETO_ITEM_WITHDRAW, 0, C)); /* too late */
    expect_play(VETO_EXPECTED,
                "open; motion #1 0 CCC; motion #2 0 BBB; put 0; result 0 failed; close");
}
END_TEST

/* Rule 35 asks for no meeting. */
START_TEST(a_draft_is_withdrawn_and_revived_beforehand) {
    setup();
    struct veto_item early[] = {motion(VETO_ITEM_WITHDRAW, 0, C), motion(VETO_ITEM_REVIVE, 0, B),
                                motion(VETO_ITEM_WITHDRAW, 1, D)};
    world.scenario.draft_count = 2;
    world.scenario.beforehand = (struct veto_programme){early, 3};
    add(vote_on(0));
    add(vote_on(1));
    expect_play(VETO_EXPECTED, "motion #inner 0 CCC; motion #inner 0 BBB; motion #inner 1 DDD; "
                               "not put #inner 1 DDD 'it was withdrawn'; open; put 0; "
                               "result 0 failed; close");
    world.scenario.beforehand.count = 1;
    add(motion(VETO_ITEM_REVIVE, 1, B)); /* nothing to revive */
    expect_play(VETO_EXPECTED,
                "motion #inner 0 CCC; not put #inner 0 CCC 'it was withdrawn'; open; "
                "put 1; result 1 failed; close");
}
END_TEST

START_TEST(an_objection_keeps_a_part_from_the_vote) {
    setup();
    world.scenario.draft_count = 2;
    bear(1, VETO_PART, 0);
    static const double changes[] = {1, 1, 1, 1, 1};
    world.drafts[1].changes = changes; /* it stays in the text */
    add(motion(VETO_ITEM_OBJECTION, 1, C));
    add(motion(VETO_ITEM_REVIVE, 1, C)); /* only what is withdrawn can be revived */
    add(vote_on(1));
    add(vote_on(0));
    expect_play(VETO_EXPECTED, "open; motion #0 1 CCC; "
                               "not put #0 1 CCC 'there was an objection to a separate vote'; "
                               "put 0; result 0 failed; close");
}
END_TEST

START_TEST(adopted_without_a_vote) {
    static const double changes[] = {0, 1, 0, 0, 0};
    setup();
    bear(1, VETO_AMENDMENT, 0);
    world.drafts[1].changes = changes;
    world.drafts[2].put = false;
    set_record(0, "nnnnn"); /* there is no record to ask for */
    ask(0, "before 0");
    add((struct veto_item){.kind = VETO_ITEM_WITHOUT_VOTE, .draft = 1});
    add((struct veto_item){.kind = VETO_ITEM_WITHOUT_VOTE, .draft = 0});
    add((struct veto_item){.kind = VETO_ITEM_WITHOUT_VOTE, .draft = 2});
    add(vote_on(0)); /* it is settled */
    for (int mode = 0; mode < VETO_MODES; mode++)
        expect_play((enum veto_mode)mode,
                    "open; without vote 1 moves 0+1; question 'before 0'; without vote 0; "
                    "not put 2 'the scenario keeps it from the vote'; close");
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    const struct veto_vote *vote = veto_meeting_vote(meeting, 0);
    ck_assert(vote->without_vote);
    ck_assert_ptr_null(vote->casts);
    ck_assert_int_eq(vote->result.outcome, VETO_ADOPTED);
    ck_assert_int_eq(veto_meeting_outcome(meeting, 0), VETO_ADOPTED);
    ck_assert_uint_eq(vote->result.required, 3);
    for (int i = 0; i < VETO_BALLOTS; i++)
        ck_assert_uint_eq(vote->result.tally[i], 0);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(explanations_of_vote) {
    setup();
    world.scenario.draft_count = 1;
    struct veto_item explanation = statement(B, 0);
    explanation.explains_vote = true;
    add(explanation);
    add(vote_on(0));
    add(explanation);
    add(statement(B, 0));
    struct veto_meeting *meeting = play(VETO_EXPECTED, 0);
    size_t last = veto_meeting_event_count(meeting) - 1;
    ck_assert_ptr_null(veto_meeting_event(meeting, 1)->vote); /* before the vote */
    ck_assert_ptr_eq(veto_meeting_event(meeting, last - 2)->vote, veto_meeting_vote(meeting, 0));
    ck_assert_ptr_null(veto_meeting_event(meeting, last - 1)->vote); /* explains nothing */
    veto_meeting_free(meeting);
}
END_TEST

/* ---- Article 27 (3) ---- */

static void dispute(enum veto_abstention rule) {
    setup();
    world.scenario.draft_count = 1;
    world.scenario.obligatory_abstention = rule;
    world.drafts[0].basis = VETO_UNDER_CHAPTER_VI;
    world.drafts[0].parties = veto_set_of(A) | veto_set_of(C) | veto_set_of(D) | veto_set_of(E);
    set_record(0,
               "nyyax"); /* A against, C in favour, D abstaining, E absent: all of them parties */
    add(vote_on(0));
}

START_TEST(off_the_proviso_is_passed_over) {
    dispute(VETO_ABSTENTION_OFF);
    expect_play(VETO_RECORDED, "open; put 0; result 0 failed; close");
    struct veto_meeting *meeting = play(VETO_RECORDED, 0);
    for (int i = 0; i < MEMBERS; i++)
        ck_assert(!veto_meeting_vote(meeting, 0)->casts[i].obliged);
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(warned_of_a_partys_vote_stands) {
    dispute(VETO_ABSTENTION_WARN);
    set_record(0, "nyyyx");
    struct veto_meeting *meeting = play(VETO_RECORDED, 0);
    expect_events(meeting, true,
                  "open; put 0; ballot 0 AAA no; obligation 0 AAA; ballot 0 BBB yes; "
                  "ballot 0 CCC yes; obligation 0 CCC; ballot 0 DDD yes; obligation 0 DDD; "
                  "ballot 0 EEE absent; result 0 vetoed; close");
    veto_meeting_free(meeting);
}
END_TEST

START_TEST(enforced_a_partys_vote_is_an_abstention) {
    dispute(VETO_ABSTENTION_ENFORCE);
    world.scenario.rules.required = 1;
    struct veto_meeting *meeting = play(VETO_RECORDED, 0);
    const struct veto_vote *vote = veto_meeting_vote(meeting, 0);
    expect_events(meeting, true,
                  "open; put 0; ballot 0 AAA abstain; obligation 0 AAA; ballot 0 BBB yes; "
                  "ballot 0 CCC abstain; obligation 0 CCC; ballot 0 DDD abstain; "
                  "ballot 0 EEE absent; result 0 adopted; close"); /* no veto of A */
    ck_assert_int_eq(vote->casts[A].given, VETO_NO);
    ck_assert_int_eq(vote->casts[A].reason, VETO_WHY_RECORDED);
    ck_assert_int_eq(vote->casts[C].given, VETO_YES);
    ck_assert(vote->casts[D].obliged && !vote->casts[B].obliged);
    ck_assert_int_eq(vote->casts[B].given, VETO_YES);
    ck_assert_uint_eq(vote->result.tally[VETO_ABSTAIN], 3);
    ck_assert_uint_eq(vote->result.no_without_veto, 0);
    veto_meeting_free(meeting);
}
END_TEST

/* In every mode, and for a fixed ballot too; not on a procedural question, nor under Chapter VII.
 */
START_TEST(the_proviso_binds_where_it_applies) {
    dispute(VETO_ABSTENTION_ENFORCE);
    set_leanings(0, -1, 1, 1, 1, 1);
    fix(0, C, VETO_NO);
    for (int mode = 0; mode < VETO_MODES; mode++) {
        char letters[MEMBERS + 1];
        struct veto_meeting *meeting = play((enum veto_mode)mode, 1);
        ballot_letters(meeting, 0, letters);
        ck_assert_str_eq(letters, mode == VETO_RECORDED ? "ayaax" : "ayaaa");
        veto_meeting_free(meeting);
    }
    world.drafts[0].basis = VETO_UNDER_CHAPTER_VII;
    expect_ballots(VETO_RECORDED, 0, 0, "nynax");
    world.drafts[0].basis = VETO_UNDER_ARTICLE_52_3;
    expect_ballots(VETO_RECORDED, 0, 0, "ayaax");
    world.drafts[0].question = VETO_PROCEDURAL;
    expect_ballots(VETO_RECORDED, 0, 0, "nynax");
}
END_TEST

/* ---- after a veto ---- */

START_TEST(what_follows_a_veto) {
    static const struct {
        struct veto_date date;
        const char *first, *second; /* after the principal draft, and after the amendment */
    } cases[] = {
        {{0, 0, 0}, "", ""},
        {{1950, 11, 2}, "", ""},
        {{1950, 11, 3}, "uniting 0; ", ""},
        {{2022, 4, 25}, "uniting 0; ", ""},
        {{2022, 4, 26}, "debate 0; uniting 0; ", "debate 1; "},
    };
    char expected[256];
    setup();
    ask(VETO_NONE, "at the end");
    bear(1, VETO_AMENDMENT, 0);
    set_leanings(0, -1, 1, 1, 1, 1);  /* vetoed */
    set_leanings(1, 1, -1, 1, 1, 1);  /* vetoed */
    set_leanings(2, -1, -1, 1, 1, 0); /* failed: nothing follows */
    add(vote_on(1));
    add(vote_on(0));
    add(vote_on(2));
    world.scenario.date = cases[_i].date;
    snprintf(expected, sizeof expected,
             "open; put 1; result 1 vetoed; put 0; result 0 vetoed; put 2; result 2 failed; "
             "%s%squestion 'at the end'; close",
             cases[_i].first, cases[_i].second);
    expect_play(VETO_EXPECTED, expected);
}
END_TEST

/* The Assembly may take up what is on peace and security, and what the Council has not handed over
 * itself. The debate follows any veto. */
START_TEST(what_may_follow_is_told_by_the_matter) {
    static const struct {
        enum veto_matter first, second;
        bool adopted; /* the second draft */
        const char *follows;
    } cases[] = {
        {VETO_ON_PEACE, VETO_ON_PEACE, true, "debate 0; uniting 0; "},
        {VETO_ON_MEMBERSHIP, VETO_ON_PEACE, true, "debate 0; "},
        {VETO_ON_APPOINTMENT, VETO_ON_PEACE, true, "debate 0; "},
        {VETO_ON_ASSEMBLY, VETO_ON_PEACE, true, "debate 0; uniting 0; "},
        {VETO_ON_PEACE, VETO_ON_ASSEMBLY, true, "debate 0; "},
        {VETO_ON_PEACE, VETO_ON_ASSEMBLY, false, "debate 0; uniting 0; "},
    };
    char expected[256];
    setup();
    set_leanings(0, -1, 1, 1, 1, 1); /* vetoed */
    set_leanings(2, 1, 1, 1, 1, cases[_i].adopted ? 1 : -1);
    int yes = cases[_i].adopted;
    set_leanings(2, yes, yes, yes, yes, yes);
    world.drafts[0].matter = cases[_i].first;
    world.drafts[2].matter = cases[_i].second;
    world.scenario.date = (struct veto_date){2022, 4, 26};
    add(vote_on(0));
    add(vote_on(2));
    snprintf(expected, sizeof expected,
             "open; put 0; result 0 vetoed; put 2; result 2 %s; not put 1 'the programme has no "
             "vote on it'; %sclose",
             cases[_i].adopted ? "adopted" : "failed", cases[_i].follows);
    expect_play(VETO_EXPECTED, expected);
}
END_TEST

/* ---- sampling ---- */

static void undecided(void) {
    setup();
    set_leanings(0, 0.2, -0.5, 0.1, -0.2, 0.4);
    set_leanings(1, -0.6, 0.1, 0, -0.45, 0.15);
    world.members[C].volatility = 1;
    add(vote_on(0));
    add(vote_on(1));
}

START_TEST(the_same_seed_gives_the_same_ballots) {
    char first[MEMBERS + 1], again[MEMBERS + 1];
    unsigned changed = 0;
    undecided();
    for (uint64_t seed = 0; seed < 100; seed++) {
        struct veto_meeting *one = play(VETO_SAMPLED, seed), *two = play(VETO_SAMPLED, seed),
                            *other = play(VETO_SAMPLED, seed + 1);
        for (int draft = 0; draft < 2; draft++) {
            ballot_letters(one, draft, first);
            ballot_letters(two, draft, again);
            ck_assert_str_eq(first, again);
            ballot_letters(other, draft, again);
            changed += strcmp(first, again) != 0;
        }
        veto_meeting_free(one);
        veto_meeting_free(two);
        veto_meeting_free(other);
    }
    ck_assert_uint_gt(changed, 100);
}
END_TEST

/* What any compiler on any machine must give. Worked out apart from this program. */
START_TEST(sampled_ballots_are_those_of_the_seed) {
    static const struct {
        uint64_t seed;
        const char *first, *second;
    } plain[] =
        {
            {UINT64_C(0), "yanay", "nanna"},
            {UINT64_C(1), "aayay", "ayyay"},
            {UINT64_C(2), "yayay", "naaaa"},
            {UINT64_C(2016), "yayay", "nynna"},
            {UINT64_C(4294967296), "anyay", "naaaa"},
            {UINT64_C(18446744073709551615), "yanay", "nayaa"},
        },
      in_bloc[] = {
          {UINT64_C(0), "ynyay", "naaaa"},
          {UINT64_C(1), "yayay", "ayaaa"},
          {UINT64_C(2), "yayay", "nanna"},
          {UINT64_C(2016), "yayyy", "nyyny"},
          {UINT64_C(4294967296), "anyay", "nanna"},
          {UINT64_C(18446744073709551615), "ynyay", "naaaa"},
      };
    undecided();
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        expect_ballots(VETO_SAMPLED, plain[i].seed, 0, plain[i].first);
        expect_ballots(VETO_SAMPLED, plain[i].seed, 1, plain[i].second);
    }
    set_bloc(0, 0.8, veto_set_of(A) | veto_set_of(C) | veto_set_of(E));
    set_bloc(1, 0.3, veto_set_of(B) | veto_set_of(D));
    for (size_t i = 0; i < sizeof in_bloc / sizeof *in_bloc; i++) {
        expect_ballots(VETO_SAMPLED, in_bloc[i].seed, 0, in_bloc[i].first);
        expect_ballots(VETO_SAMPLED, in_bloc[i].seed, 1, in_bloc[i].second);
    }
}
END_TEST

/* A meeting is trial 0: the draw of the analysis is that of the meeting. */
START_TEST(a_meeting_is_trial_zero) {
    undecided();
    set_bloc(0, 0.8, veto_set_of(A) | veto_set_of(C));
    for (uint64_t seed = 0; seed < 30; seed++) {
        enum veto_ballot ballots[MEMBERS], later[MEMBERS];
        struct veto_meeting *meeting = play(VETO_SAMPLED, seed);
        model_ballots(on(1), (struct model_draw){seed, 0}, world.leanings[1], ballots);
        for (int i = 0; i < MEMBERS; i++)
            ck_assert_int_eq(ballots[i], veto_meeting_vote(meeting, 1)->casts[i].ballot);
        veto_meeting_free(meeting);
        model_ballots(on(1), (struct model_draw){seed, UINT64_C(1) << 32}, world.leanings[1],
                      later);
        if (seed == 0) /* the upper half of the trial counts too */
            ck_assert_mem_ne(ballots, later, sizeof later);
    }
}
END_TEST

enum { TRIALS = 20000 };

/* counts[i][b]: how often member i cast b; together[i][j]: how often both voted yes. */
struct counts {
    unsigned of[MEMBERS][VETO_BALLOTS], together[MEMBERS][MEMBERS], alike[MEMBERS][MEMBERS];
};

static void count_trials(struct counts *counts) {
    memset(counts, 0, sizeof *counts);
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        enum veto_ballot ballots[MEMBERS];
        model_ballots(on(0), (struct model_draw){2016, trial}, world.leanings[0], ballots);
        for (int i = 0; i < MEMBERS; i++) {
            counts->of[i][ballots[i]]++;
            for (int j = 0; j < MEMBERS; j++) {
                counts->together[i][j] += ballots[i] == VETO_YES && ballots[j] == VETO_YES;
                counts->alike[i][j] += ballots[i] == ballots[j];
            }
        }
    }
}

/* Within five standard deviations of a binomial count. */
static void expect_chance(unsigned count, double chance) {
    double deviation = sqrt(TRIALS * chance * (1 - chance));
    ck_assert_double_le(fabs(count - TRIALS * chance), 5 * deviation + 1e-6);
}

static void expect_marginals(const struct counts *counts) {
    for (int i = 0; i < MEMBERS; i++) {
        double chance[3];
        model_chances(on(0), i, world.leanings[0][i], chance);
        for (int ballot = 0; ballot < 3; ballot++)
            expect_chance(counts->of[i][ballot], chance[ballot]);
    }
}

START_TEST(frequencies_are_the_chances) {
    struct counts counts;
    undecided();
    give_chances(0, D, 0.2, 0.35, 0.45);
    count_trials(&counts);
    expect_marginals(&counts);
    for (int i = 0; i < MEMBERS; i++) /* and members are independent */
        for (int j = 0; j < i; j++)
            expect_chance(counts.together[i][j], (double)counts.of[i][VETO_YES] / TRIALS *
                                                     counts.of[j][VETO_YES] / TRIALS);
}
END_TEST

/* _i: cohesion in quarters. A bloc changes who votes together, never how often each votes. */
START_TEST(blocs_vote_together) {
    struct counts counts;
    undecided();
    set_leanings(0, 0.2, 0.2, 0.1, 0.1, 0.3);
    world.members[C].volatility = 0.25;
    set_bloc(0, _i / 4., veto_set_of(A) | veto_set_of(B) | veto_set_of(C));
    set_bloc(1, _i / 4., veto_set_of(D) | veto_set_of(E));
    give_chances(0, E, 0.5, 0.25, 0.25); /* given chances are drawn apart from the bloc */
    count_trials(&counts);
    expect_marginals(&counts);
    double product = (double)counts.of[A][VETO_YES] * counts.of[B][VETO_YES] / TRIALS;
    double covariance = counts.together[A][B] - product; /* in trials */
    double noise = 5 * sqrt(TRIALS) / 4;
    if (_i == 0)
        ck_assert_double_le(fabs(covariance), noise);
    else
        ck_assert_double_gt(covariance, noise * _i / 4);
    if (_i == 4) /* A and B are equal in all, and share all */
        ck_assert_uint_eq(counts.alike[A][B], TRIALS);
    else
        ck_assert_uint_lt(counts.alike[A][B], TRIALS);
    expect_chance(counts.together[A][D],
                  (double)counts.of[A][VETO_YES] / TRIALS * counts.of[D][VETO_YES] / TRIALS);
    expect_chance(counts.together[D][E], (double)counts.of[D][VETO_YES] / TRIALS * 0.5);
}
END_TEST

/* The chance that both of two equal members vote yes, by the integral over what they share. */
START_TEST(cohesion_is_the_correlation_of_opinions) {
    struct counts counts;
    setup();
    set_leanings(0, 0.2, 0.2, 0, 0, 0);
    set_bloc(0, 0.6, veto_set_of(A) | veto_set_of(B));
    count_trials(&counts);
    double both = 0, step = 1e-3;
    for (double b = -8; b < 8; b += step) {
        double z = (0.1 - 0.2 - 0.25 * sqrt(0.6) * b) / (0.25 * sqrt(0.4));
        double yes = erfc(z / sqrt(2)) / 2;
        both += yes * yes * exp(-b * b / 2) / sqrt(8 * atan(1)) * step;
    }
    expect_chance(counts.together[A][B], both);
}
END_TEST

START_TEST(drafts_are_drawn_apart) {
    undecided();
    memcpy(world.leanings[1], world.leanings[0], sizeof world.leanings[0]);
    unsigned alike = 0;
    for (uint64_t trial = 0; trial < 1000; trial++) {
        enum veto_ballot first[MEMBERS], second[MEMBERS];
        struct model_draw draw = {9, trial};
        model_ballots(on(0), draw, world.leanings[0], first);
        model_ballots(on(1), draw, world.leanings[1], second);
        alike += memcmp(first, second, sizeof first) == 0;
    }
    ck_assert_uint_lt(alike, 300);
}
END_TEST

static const struct suite_entry entries[] = {
    {modes_have_words, 0},
    {an_empty_meeting_opens_and_closes, 0},
    {a_vote_is_put_cast_and_announced, 0},
    {words_beforehand_come_before_the_opening, 0},
    {questions_come_before_their_vote_and_at_the_end, 0},
    {a_draft_that_is_not_put_asks_nothing, 0},
    {left_over_drafts_are_named_at_the_end, 0},
    {a_draft_is_settled_once, 0},
    {branches_nest, 0},
    {branches_nest_deeply, 0},
    {conditions_are_sets_and_all_must_hold, 0},
    {a_step_makes_one_event, 0},
    {why_a_draft_was_not_put_is_kept, 0},
    {votes_stay_where_they_are, 0},
    {recorded_plays_the_record, 0},
    {recorded_needs_a_record, 0},
    {fixed_ballots_beat_everything, 0},
    {given_chances_beat_the_model, 0},
    {expected_is_the_most_likely_ballot, 0},
    {tendency_is_of_veto_holders_on_substantive_questions, 0},
    {cuts_are_round_where_tendencies_are, 0},
    {without_volatility_a_leaning_decides, 0},
    {chances_are_those_of_the_ordered_response, 0},
    {a_small_volatility_is_near_none, 0},
    {a_statement_moves_those_who_listen, 0},
    {a_speaker_argues_from_the_leaning_of_the_day, 0},
    {some_statements_move_nobody, 0},
    {moves_of_nothing_are_not_kept, 0},
    {shifts_follow_the_debate_in_order_and_are_clamped, 0},
    {moves_telescope, 0},
    {moves_after_a_vote_do_not_change_it, 0},
    {the_double_veto, 3},
    {a_preliminary_question_changes_how_members_vote, 0},
    {a_question_that_is_not_put_decides_nothing, 0},
    {a_changed_text_changes_leanings, 0},
    {what_bears_on_a_draft_goes_with_it, 0},
    {withdrawn_drafts_are_not_put, 0},
    {a_seconder_requires_a_vote, 0},
    {a_draft_is_withdrawn_and_revived_beforehand, 0},
    {an_objection_keeps_a_part_from_the_vote, 0},
    {adopted_without_a_vote, 0},
    {explanations_of_vote, 0},
    {off_the_proviso_is_passed_over, 0},
    {warned_of_a_partys_vote_stands, 0},
    {enforced_a_partys_vote_is_an_abstention, 0},
    {the_proviso_binds_where_it_applies, 0},
    {what_follows_a_veto, 5},
    {what_may_follow_is_told_by_the_matter, 6},
    {the_same_seed_gives_the_same_ballots, 0},
    {sampled_ballots_are_those_of_the_seed, 0},
    {a_meeting_is_trial_zero, 0},
    {frequencies_are_the_chances, 0},
    {blocs_vote_together, 5},
    {cohesion_is_the_correlation_of_opinions, 0},
    {drafts_are_drawn_apart, 0},
};

SUITE("meeting", entries)
