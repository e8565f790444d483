/* The meeting as a state machine: the order of its events, steps, and the modes it is played in. */
#include "meeting_world.h"

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
};

SUITE("meeting", entries)
