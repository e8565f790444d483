/* Recorded votes under the rules of their day and under others, and as scenarios. */
#include "base/philox.h"
#include "history/record.h"
#include "history_text.h"
#include "veto/meeting.h"

enum { SEATS = 15 };

/* A vote of 2011 in which some ballots were taken away, or put under another state. */
static struct veto_history_vote torn_vote(const struct council *council, uint32_t trial,
                                          struct veto_history_ballot cast[SEATS],
                                          enum veto_ballot known[SEATS]) {
    enum { ELSEWHERE, UNKNOWN, UNREADABLE, NOWHERE };
    struct veto_history_vote vote = {.ballots = cast};
    memset(vote.totals, 0, sizeof vote.totals);
    for (unsigned i = 0; i < SEATS; i++) {
        struct philox_block random = philox(2011, (uint32_t[4]){trial, i, 0, 0});
        unsigned fate = random.word[1] % 32;
        known[i] = random.word[0] % 8 < 6 ? VETO_YES : (enum veto_ballot)(random.word[0] % 4);
        vote.totals[known[i]]++;
        struct veto_history_ballot ballot = {.ballot = (unsigned char)known[i]};
        memcpy(ballot.code, fate == ELSEWHERE ? "TUR" : council->codes[i], 4);
        if (fate == UNKNOWN || fate == UNREADABLE)
            ballot.ballot = fate == UNKNOWN ? VETO_BALLOT_UNKNOWN : VETO_BALLOT_UNREADABLE;
        if (fate != NOWHERE)
            cast[vote.ballot_count++] = ballot;
    }
    return vote;
}

/* What is inferred is what was cast. */
START_TEST(infers_what_was_cast) {
    enum { TRIALS = 2000 };
    static size_t origins[VETO_BALLOT_REPLACED + 1];
    struct arena arena = {0};
    jmp_buf landing;
    arena.landing = &landing;
    ck_assert_int_eq(setjmp(landing), 0);
    struct councils councils = {.arena = &arena};
    const struct council *council = council_of(&councils, (struct veto_date){2011, 5, 5});
    for (uint32_t trial = 0; trial < TRIALS; trial++) {
        struct veto_history_ballot cast[SEATS];
        enum veto_ballot known[SEATS];
        struct veto_history_vote vote = torn_vote(council, trial, cast, known);
        infer_ballots(&arena, council, &vote);
        for (unsigned i = 0; i < vote.ballot_count; i++) {
            int seat = council_seat(council, vote.ballots[i].code);
            if (seat != VETO_NONE && vote.ballots[i].ballot < VETO_BALLOTS)
                ck_assert_int_eq(vote.ballots[i].ballot, (int)known[seat]);
            origins[vote.ballots[i].origin]++;
        }
    }
    for (int i = VETO_BALLOT_MOVED; i <= VETO_BALLOT_REPLACED; i++)
        ck_assert_uint_gt(origins[i], TRIALS / 16);
    arena_free(&arena);
}
END_TEST

/* ---- open ballots ---- */

enum { TRIALS = 3000, MOST_OPEN = 4 };

/* The outcomes of all ways to fill the open seats that agree with the totals, as a set of bits. */
static unsigned every_outcome(const struct council *council, const enum veto_ballot *known,
                              veto_set open, const int totals[4]) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
    unsigned outcomes = 0, ways = 1;
    for (unsigned i = 0; i < council->count; i++)
        ways *= veto_set_has(open, i) ? 4 : 1;
    for (unsigned way = 0; way < ways; way++) {
        int sums[VETO_BALLOTS] = {0};
        unsigned rest = way;
        for (unsigned i = 0; i < council->count; i++) {
            ballots[i] = known[i];
            if (veto_set_has(open, i)) {
                ballots[i] = (enum veto_ballot)(rest % 4);
                rest /= 4;
            }
            sums[ballots[i]]++;
        }
        if (totals && memcmp(sums, totals, 4 * sizeof *totals) != 0)
            continue;
        outcomes |= 1u << veto_decide(&council->rules, VETO_SUBSTANTIVE, ballots).outcome;
    }
    return outcomes;
}

/* Resolving with ballots that are not on record, with totals (_i = 1) or without, against trying
 * everything. */
START_TEST(open_ballots_against_brute_force) {
    struct arena arena = {0};
    struct councils councils = {.arena = &arena};
    const struct council *council = NULL;
    jmp_buf landing;
    arena.landing = &landing;
    ck_assert_int_eq(setjmp(landing), 0);
    council = council_of(&councils, (struct veto_date){1950, 6, 25});
    for (uint32_t trial = 0; trial < TRIALS; trial++) {
        struct veto_history_ballot cast[11];
        enum veto_ballot known[11];
        int totals[4] = {0};
        veto_set open = 0;
        for (unsigned i = 0; i < 11; i++) {
            struct philox_block random = philox(1946, (uint32_t[4]){trial, i, (uint32_t)_i, 0});
            known[i] = random.word[0] % 8 < 5 ? VETO_YES : (enum veto_ballot)(random.word[0] % 4);
            totals[known[i]]++;
            memcpy(cast[i].code, council->codes[i], 4);
            cast[i].ballot = (unsigned char)known[i];
            if (random.word[1] % 4 == 0 && veto_set_count(open) < MOST_OPEN) {
                open |= veto_set_of(i);
                cast[i].ballot = VETO_BALLOT_UNKNOWN;
            }
        }
        struct veto_history_vote vote = {.ballots = cast, .ballot_count = 11};
        for (int i = 0; i < VETO_TOTALS; i++)
            vote.totals[i] = _i && i < 4 ? totals[i] : -1;
        struct seated seated;
        seat_vote(&seated, council, &vote);
        unsigned all = every_outcome(council, known, open, _i ? totals : NULL);
        enum veto_outcome found = seat_resolve(&seated, VETO_SUBSTANTIVE);
        bool settled = (all & (all - 1)) == 0;
        ck_assert_int_eq(found != VETO_OUTCOMES, settled);
        if (settled)
            ck_assert_uint_eq(1u << found, all);
        for (unsigned i = 0; i < 11; i++) /* what totals imply is what was cast */
            if (!veto_set_has(seated.open, i))
                ck_assert_int_eq(seated.ballots[i], known[i]);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(seats_a_vote) {
    struct veto_history *history = read_path(SCIENCES_PO);
    struct veto_history_seating seating;
    ck_assert(veto_history_seat(&history->votes[3], &seating)); /* Greece in the place of Spain */
    ck_assert_uint_eq(seating.composition.count, 15);
    ck_assert_uint_eq(veto_set_count(seating.moved), 1);
    ck_assert(!seating.implied);
    for (unsigned i = 0; i < 15; i++)
        if (veto_set_has(seating.moved, i)) {
            ck_assert_str_eq(seating.composition.seats[i].code, "ESP");
            ck_assert_int_eq(seating.ballots[i], VETO_YES);
        }
    ck_assert(veto_history_seat(&history->votes[7], &seating)); /* only sums are known */
    ck_assert_uint_eq(veto_set_count(seating.unknown), 15);
    ck_assert(!veto_history_seat(&history->votes[5], &seating)); /* no such day */
    veto_history_free(history);
    history = read_path(UNDL);
    ck_assert(veto_history_seat(&history->votes[0], &seating));
    ck_assert_uint_eq(seating.composition.count, 11);
    ck_assert(!seating.unknown && !seating.implied && !seating.absent);
    veto_history_free(history);
    static const char text[] = HEADER P5 "\nS/1,vetoed,2016-01-05,,,,,,Y,Y,N,Y,Y\n";
    history = read_text(text, strlen(text));
    ck_assert(veto_history_seat(&history->votes[0], &seating));
    ck_assert_uint_eq(veto_set_count(seating.absent), 10);
    veto_history_free(history);
}
END_TEST

/* ---- other rules ---- */

START_TEST(rule_sets_are_sound) {
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    struct veto_composition now, then;
    ck_assert_uint_eq(count, 8);
    ck_assert(veto_composition_of((struct veto_date){2016, 1, 1}, &now));
    ck_assert(veto_composition_of((struct veto_date){1950, 1, 1}, &then));
    for (size_t i = 0; i < count; i++) {
        ck_assert_ptr_eq(veto_rule_set_find(sets[i].name), &sets[i]);
        struct veto_rules own = veto_rule_set_council(&sets[i]), rules;
        ck_assert_uint_eq(own.members, sets[i].members);
        ck_assert_uint_eq(veto_set_count(own.veto_holders), sets[i].veto_holders);
        ck_assert_uint_gt(2 * own.required, own.members);
        ck_assert_int_eq(veto_rule_set_apply(&sets[i], &now, &rules), !sets[i].own_council);
        if (sets[i].own_council)
            continue;
        ck_assert_uint_eq(rules.members, 15);
        ck_assert_uint_eq(rules.required, strcmp(sets[i].name, "charter-1945") == 0 ? 7 : 9);
        ck_assert(veto_rule_set_apply(&sets[i], &then, &rules));
        ck_assert_uint_eq(rules.members, 11);
        ck_assert_uint_eq(rules.required, strcmp(sets[i].name, "charter-1965") == 0 ? 9 : 7);
        ck_assert_uint_eq(veto_set_count(rules.veto_holders), sets[i].veto_holders);
    }
    ck_assert_ptr_null(veto_rule_set_find("charter"));
}
END_TEST

START_TEST(resolves_under_other_rules) {
    struct veto_history *history = read_path(SCIENCES_PO);
    struct veto_history_under *under = under_of(history, "no-veto");
    ck_assert_uint_eq(under->recorded[VETO_ADOPTED], 3);
    ck_assert_uint_eq(under->recorded[VETO_VETOED], 2);
    ck_assert_uint_eq(under->recorded[VETO_FAILED], 3);
    ck_assert_uint_eq(under->votes, 8);
    ck_assert_uint_eq(under->left_out, 2); /* the rows without a good date */
    ck_assert_uint_eq(under->under[VETO_ADOPTED], 5);
    ck_assert_uint_eq(under->undetermined, 0);
    ck_assert_uint_eq(under->change_count, 2);
    ck_assert_str_eq(under->changes[0].vote->symbol, "S/2016/846");
    ck_assert_int_eq(under->changes[0].from, VETO_VETOED);
    ck_assert_int_eq(under->changes[0].to, VETO_ADOPTED);
    ck_assert_uint_eq(under->no_without_veto, 1); /* S/2016/847: France, the United Kingdom, ... */
    ck_assert_uint_eq(under->vetoer_count, 5);
    ck_assert_str_eq(under->vetoers[1].code, "FRA");
    ck_assert_uint_eq(under->vetoers[1].vetoes, 0);
    ck_assert_uint_eq(under->vetoers[1].no_without_veto, 1);
    ck_assert_str_eq(under->vetoers[3].code, "RUS");
    ck_assert_uint_eq(under->vetoers[3].vetoes, 2);
    ck_assert_uint_eq(under->vetoers[3].alone, 2);
    ck_assert_uint_eq(under->vetoers[3].released, 2);
    ck_assert_uint_eq(under->year_count, 1);
    ck_assert_uint_eq(under->years[0].changes, 2);
    veto_history_under_free(under);
    under = under_of(history, "charter-1965"); /* but for the row that nothing explains */
    ck_assert_uint_eq(under->change_count, 1);
    ck_assert_str_eq(under->changes[0].vote->symbol, "S/RES/90003(2016)");
    veto_history_under_free(under);
    veto_history_free(history);
    history = read_path(UNDL);
    under = under_of(history, "charter-1945"); /* what was procedural stays so */
    ck_assert_uint_eq(under->change_count, 0);
    veto_history_under_free(under);
    veto_history_free(history);
}
END_TEST

/* Of three vetoed drafts: one veto, two of them, and two against thirteen in favour. */
START_TEST(counts_vetoes) {
    static const char text[] =
        HEADER P5 ",Japan,Malaysia,New Zealand,Senegal,Spain,Ukraine,Uruguay,Venezuela,Angola,"
                  "Egypt\n"
                  "S/1,vetoed,2016-01-05,10,1,4,0,15,A,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,A,A,A\n"
                  "S/2,vetoed,2016-01-05,10,3,2,0,15,N,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,N,A,A\n"
                  "S/3,vetoed,2016-01-05,13,2,0,0,15,N,Y,N,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y,Y\n"
                  "S/4,lack of maj.,2016-01-05,4,11,0,0,15,Y,N,Y,N,N,N,N,N,N,N,N,N,Y,Y,N\n";
    static const struct {
        const char *rules;
        size_t vetoed, china_released, russia_released;
    } cases[] = {
        {"charter-1945", 3, 0, 0}, {"charter-1965", 3, 0, 0}, {"no-veto", 0, 2, 3},
        {"two-vetoes", 2, 0, 1},   {"override-13", 2, 1, 1},
    };
    struct veto_history *history = read_text(text, strlen(text));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct veto_history_under *under = under_of(history, cases[i].rules);
        const struct veto_history_vetoer *china = &under->vetoers[0], *russia = &under->vetoers[3];
        ck_assert_uint_eq(under->under[VETO_VETOED], cases[i].vetoed);
        ck_assert_uint_eq(under->under[VETO_FAILED], 1);
        ck_assert_uint_eq(under->change_count, 3 - cases[i].vetoed);
        ck_assert_uint_eq(china->released, cases[i].china_released);
        ck_assert_uint_eq(russia->released, cases[i].russia_released);
        ck_assert_uint_eq(china->vetoes, 2);
        ck_assert_uint_eq(china->alone, 0);
        ck_assert_uint_eq(russia->vetoes, 3);
        ck_assert_uint_eq(russia->alone, 1);
        ck_assert_uint_eq(under->no_without_veto, 1);
        veto_history_under_free(under);
    }
    veto_history_free(history);
}
END_TEST

START_TEST(refuses_rules_of_another_council) {
    struct veto_history *history = read_path(UNDL);
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history_under *under = NULL;
    ck_assert_int_eq(veto_history_under(&under, list, history, veto_rule_set_find("g4")),
                     VETO_INPUT);
    ck_assert_ptr_null(under);
    ck_assert_str_eq(veto_diagnostics_get(list, 0).message,
                     "'g4' is for a Council of 25 members, and recorded votes are of 11 or 15");
    ck_assert_str_eq(veto_diagnostics_get(list, 0).hint,
                     "its voting power can be measured: veto power g4");
    veto_diagnostics_free(list);
    veto_history_free(history);
}
END_TEST

/* ---- export ---- */

/* Loads what was made of a vote, and plays it: each ballot is the recorded one, as recorded and as
 * expected. */
/* The outcome as played. */
static enum veto_outcome check_export(const struct veto_history_vote *vote) {
    enum veto_outcome outcome = VETO_NOT_PUT;
    char *yaml;
    const char *why;
    struct veto_scenario *scenario = NULL;
    struct veto_history_seating seating;
    struct veto_diagnostics *list = veto_diagnostics_new();
    ck_assert_int_eq(veto_history_export(&yaml, &why, vote), VETO_OK);
    ck_assert(veto_history_seat(vote, &seating));
    struct veto_text text = {"export", yaml, strlen(yaml)};
    ck_assert_msg(veto_scenario_load(&scenario, list, &text, NULL, 0) == VETO_OK, "%s\n%s",
                  veto_diagnostics_count(list) ? veto_diagnostics_get(list, 0).message : "", yaml);
    for (int mode = VETO_EXPECTED; mode <= VETO_RECORDED; mode++) {
        struct veto_meeting *meeting = NULL;
        ck_assert_int_eq(veto_meeting_play(&meeting, scenario, (enum veto_mode)mode, 0), VETO_OK);
        const struct veto_vote *cast = veto_meeting_vote(meeting, 0);
        ck_assert_uint_eq(scenario->members_count, seating.composition.count);
        for (unsigned i = 0; i < scenario->members_count; i++) {
            int member = veto_scenario_member(scenario, seating.composition.seats[i].code);
            ck_assert_int_eq(cast->casts[member].ballot, seating.ballots[i]);
        }
        outcome = cast->result.outcome;
        veto_meeting_free(meeting);
    }
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
    free(yaml);
    return outcome;
}

START_TEST(exports_a_vote) {
    static const char expected[] =
        "# Made from the record of one vote. The ballots are data; the leanings are assumptions,\n"
        "# chosen so that the most likely ballots are the recorded ones.\n"
        "\n"
        "veto: 1\n"
        "title: \"Complaint of aggression upon the Republic of Korea\"\n"
        "date: 1950-06-25\n"
        "meeting: \"S/PV.473\"\n"
        "numbers: record\n"
        "\n"
        "council:\n"
        "  composition: 1950-06-25\n"
        "\n"
        "drafts:\n"
        "  draft:\n"
        "    symbol: \"S/1501\"\n"
        "    title: \"Complaint of aggression upon the Republic of Korea\"\n"
        "    result: \"S/RES/82 (1950)\"\n"
        "    leanings: {CHN: 0.8, CUB: 0.8, ECU: 0.8, EGY: 0.8, FRA: 0.8, IND: 0.8, NOR: 0.8, "
        "GBR: 0.8, USA: 0.8, YUG: -0.2}\n"
        "    ballots: {RUS: not_participating}\n"
        "\n"
        "recorded:\n"
        "  draft:\n"
        "    yes: [CHN, CUB, ECU, EGY, FRA, IND, NOR, GBR, USA]\n"
        "    abstain: [YUG]\n"
        "    not_participating: [RUS]\n";
    struct veto_history *history = read_path(UNDL);
    char *yaml;
    const char *why;
    ck_assert_int_eq(veto_history_export(&yaml, &why, &history->votes[0]), VETO_OK);
    ck_assert_str_eq(yaml, expected);
    free(yaml);
    check_export(&history->votes[0]);
    check_export(&history->votes[1]);
    struct veto_history_vote nameless = history->votes[0];
    nameless.title = nameless.symbol = "";
    nameless.draft = NULL;
    nameless.resolution = 0;
    check_export(&nameless);
    nameless.title = "Security Council resolution 82 (1950) [on  ]";
    check_export(&nameless);
    struct veto_history_vote quoted = history->votes[0];
    quoted.symbol = "S/RES/8\\x93\"2(19\\\"50)"; /* bytes that are no text come as \x93 */
    check_export(&quoted);
    veto_history_free(history);
    history = read_path(SCIENCES_PO);
    for (size_t i = 0; i < 5; i++)
        if (i != 2)
            check_export(&history->votes[i]);
    veto_history_free(history);
}
END_TEST

/* What may follow a veto depends on it. */
START_TEST(exports_what_the_decision_is_on) {
    static const struct {
        const char *title, *line;
    } cases[] = {
        {"Admission of new members", "    matter: membership\n"},
        {"Application for Membership Ceylon", "    matter: membership\n"},
        {"Security Council resolution 1 (1999) [on admission of A to membership in the UN]",
         "    matter: membership\n"},
        {"Consideration of the question of the appointment of the Secretary-General",
         "    matter: appointment\n"},
        {"Security Council resolution 1 (1999) [on appointment of A as Secretary-General of the UN]",
         "    matter: appointment\n"},
        {"[on appointment of a representative of the Secretary-General]", NULL},
        {"[on membership of the Organizational Committee of the Peacebuilding Commission]", NULL},
    };
    struct veto_history *history = read_path(UNDL);
    struct veto_history_vote vote = history->votes[0];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *yaml;
        const char *why;
        vote.title = cases[i].title;
        ck_assert_int_eq(veto_history_export(&yaml, &why, &vote), VETO_OK);
        const char *line = strstr(yaml, "    matter:");
        ck_assert_msg(cases[i].line
                          ? line && strncmp(line, cases[i].line, strlen(cases[i].line)) == 0
                          : !line,
                      "%s: %s", cases[i].title, yaml);
        free(yaml);
        check_export(&vote);
    }
    veto_history_free(history);
}
END_TEST

START_TEST(exports_only_what_is_known) {
    static const struct {
        size_t vote;
        const char *why;
    } cases[] = {
        {2, "it was adopted without a vote, and there are no ballots"},
        {5, "no Council is known for its date"},
        {7, "not all ballots are on record"},
    };
    struct veto_history *history = read_path(SCIENCES_PO);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *yaml = NULL;
        const char *why = NULL;
        ck_assert_int_eq(veto_history_export(&yaml, &why, &history->votes[cases[i].vote]),
                         VETO_INPUT);
        ck_assert_ptr_null(yaml);
        ck_assert_str_eq(why, cases[i].why);
        struct veto_history_seating seating;
        ck_assert_str_eq(veto_history_why_not(&history->votes[cases[i].vote], &seating),
                         cases[i].why);
    }
    struct veto_history_seating seating;
    ck_assert_ptr_null(veto_history_why_not(&history->votes[0], &seating));
    ck_assert_uint_eq(seating.composition.count, 15);
    veto_history_free(history);
}
END_TEST

/* Every tenth vote, from each beginning and of each file, made into a scenario and played. */
START_TEST(every_vote_can_be_played) {
    static const char *const files[] = {"sciencespo-unsc-votes-1946-2025.csv",
                                        "undl-layout-sc-voting.csv"};
    struct veto_history *history = read_record(files[_i / 10]);
    if (!history)
        return;
    size_t played = 0;
    for (size_t i = (size_t)_i % 10; i < history->count; i += 10) {
        struct veto_history_seating seating;
        const struct veto_history_vote *vote = &history->votes[i];
        if (vote->without_vote || !veto_history_seat(vote, &seating) || seating.unknown)
            continue;
        /* S/5134 stands in the record twice, with the same ballots and two outcomes */
        enum veto_outcome outcome = check_export(vote);
        ck_assert_msg(outcome == vote->recorded || strcmp(vote->symbol, "S/5134") == 0, "%s",
                      vote->symbol);
        played++;
    }
    ck_assert_uint_gt(played, 250);
    veto_history_free(history);
}
END_TEST

static const struct suite_entry entries[] = {
    {infers_what_was_cast, 0},
    {open_ballots_against_brute_force, 2},
    {seats_a_vote, 0},
    {rule_sets_are_sound, 0},
    {resolves_under_other_rules, 0},
    {counts_vetoes, 0},
    {refuses_rules_of_another_council, 0},
    {exports_a_vote, 0},
    {exports_what_the_decision_is_on, 0},
    {exports_only_what_is_known, 0},
    {every_vote_can_be_played, 20},
};

SUITE("history_rules", entries)
