/* Drafts that bear on each other, motions, Article 27 (3), and what follows a veto. */
#include "meeting_world.h"

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

static const struct suite_entry entries[] = {
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
};

SUITE("procedure", entries)
