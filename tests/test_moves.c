/* What moves leanings in a meeting: statements, events, and nothing else. */
#include <math.h>

#include "meeting_world.h"

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

static const struct suite_entry entries[] = {
    {a_statement_moves_those_who_listen, 0},
    {a_speaker_argues_from_the_leaning_of_the_day, 0},
    {some_statements_move_nobody, 0},
    {moves_of_nothing_are_not_kept, 0},
    {shifts_follow_the_debate_in_order_and_are_clamped, 0},
    {moves_telescope, 0},
    {moves_after_a_vote_do_not_change_it, 0},
};

SUITE("moves", entries)
