/*
 * The scenarios that ship against the public record: every `recorded` block is held against the
 * voting file of Sciences Po, where VETO_HISTORY names a folder that has it. Absence and not
 * participating are alike there. Where the file has the ballot of a member under a state that did
 * not sit (Turkey for Portugal in 2011, Slovakia for Slovenia in 2024), its totals settle it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files_of.h"
#include "record_file.h"
#include "scenario_file.h"
#include "suite.h"
#include "veto/history.h"
#include "veto/meeting.h"
#include "veto/scenario.h"

#define RECORD "sciencespo-unsc-votes-1946-2025.csv"

/* What the file calls otherwise, or has wrong. */
static const struct known {
    const char *scenario, *draft;
    const char *symbol;      /* in the file, where it is another; or NULL */
    const char *differences; /* that are the file's mistake; or "" */
    const char *why;
} knowns[] = {
    {"admission-1955", "japan", "S/3502", "", "an amendment, under the symbol of the whole draft"},
    {"greece-1947", "australian", "S/471 and S/471/Add.1", "", "written in full"},
    {"rhodesia-1970", "african", "S/9696 and Corr.1 & 2", "", "written otherwise"},
    {"spain-1946", "recommendations", "S/PV.45", "NLD abstain/yes, POL yes/no",
     "the cable of that day, the scenario's source, has 9 to 1 with the Netherlands abstaining"},
    {"spain-1946", "observation", "S/PV.49", "", "a draft without a symbol bears the meeting's"},
    {"spain-1946", "assembly", "S/PV.49", "", "a draft without a symbol bears the meeting's"},
    {"suez-1956", "american", "S/3710 (as amended)", "", "with a remark"},
    {"suez-1956", "russian", "S/3713/Rev.1 (as amended)", "", "with a remark"},
};

/* With one override, or NULL for none. */
static struct veto_scenario *read_changed(const char *name, const char *change) {
    char path[300];
    snprintf(path, sizeof path, "scenarios/%s.yaml", name);
    return scenario_of_file(path, &change, change != NULL);
}

static struct veto_scenario *read_scenario(const char *name) {
    return read_changed(name, NULL);
}

/* ---- one draft against one vote ---- */

static bool alike(enum veto_ballot a, enum veto_ballot b) {
    return a == b || (a >= VETO_NOT_PARTICIPATING && b >= VETO_NOT_PARTICIPATING);
}

/* Writes "TUR yes/abstain" for each member whose ballot is another in the file: ours, then its. */
static unsigned compare(char *said, size_t room, const struct veto_scenario *scenario,
                        const enum veto_ballot *recorded, const struct veto_history_vote *vote) {
    struct veto_history_seating seating;
    unsigned count = 0;
    ck_assert(veto_history_seat(vote, &seating));
    *said = '\0';
    for (unsigned i = 0; i < seating.composition.count; i++) {
        int member = veto_scenario_member(scenario, seating.composition.seats[i].code);
        ck_assert_int_ge(member, 0);
        if (alike(recorded[member], seating.ballots[i]))
            continue;
        size_t used = strlen(said);
        snprintf(said + used, room - used, "%s%s %s/%s", count++ ? ", " : "",
                 seating.composition.seats[i].code, veto_ballot_word(recorded[member]),
                 veto_ballot_word(seating.ballots[i]));
    }
    return count;
}

/* The vote of that year under this symbol with the fewest differences; false where there is none. A
 * meeting can go on for weeks, and a symbol can come back. */
static bool nearest(char *said, size_t room, const struct veto_history *history,
                    const struct veto_scenario *scenario, const struct veto_draft *draft,
                    const char *symbol) {
    char found[1000];
    unsigned least = VETO_MAX_MEMBERS + 1;
    size_t at = symbol ? veto_history_find(history, symbol, 0) : history->count;
    for (; at < history->count; at = veto_history_find(history, symbol, at + 1)) {
        if (history->votes[at].date.year != scenario->date.year)
            continue;
        unsigned count =
            compare(found, sizeof found, scenario, draft->recorded, &history->votes[at]);
        if (count < least) {
            least = count;
            snprintf(said, room, "%s", found);
        }
    }
    return least <= VETO_MAX_MEMBERS;
}

static const struct known *find_known(const char *scenario, const char *draft) {
    for (size_t i = 0; i < sizeof knowns / sizeof *knowns; i++)
        if (strcmp(knowns[i].scenario, scenario) == 0 && strcmp(knowns[i].draft, draft) == 0)
            return &knowns[i];
    return NULL;
}

/* ---- all of them ---- */

static unsigned hold(const struct veto_history *history, const char *name, unsigned *held) {
    struct veto_scenario *scenario = read_scenario(name);
    unsigned wrong = 0;
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_draft *draft = &scenario->drafts[i];
        char said[1000] = "";
        if (!draft->recorded)
            continue;
        const struct known *known = find_known(name, draft->id);
        const char *symbol = known && known->symbol ? known->symbol : draft->symbol;
        bool there = nearest(said, sizeof said, history, scenario, draft, symbol) ||
                     nearest(said, sizeof said, history, scenario, draft, draft->result);
        const char *got = there ? said : "no such vote", *want = known ? known->differences : "";
        if (strcmp(got, want) != 0) {
            printf("# %s, %s: '%s', not '%s'\n", name, draft->id, got, want);
            wrong++;
        }
        ++*held;
    }
    veto_scenario_free(scenario);
    return wrong;
}

/* `use` with the name of each scenario that ships. */
static void for_each_scenario(void (*use)(const char *name, void *context), void *context) {
    glob_t found = files_of("scenarios/*.yaml", 30);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char name[256] = "";
        sscanf(found.gl_pathv[i], "scenarios/%255[^.]", name);
        use(name, context);
    }
    globfree(&found);
}

struct holding {
    const struct veto_history *history;
    unsigned wrong, held;
};

static void hold_scenario(const char *name, void *context) {
    struct holding *holding = context;
    holding->wrong += hold(holding->history, name, &holding->held);
}

START_TEST(records_are_those_of_the_file) {
    struct veto_history *history = read_record(RECORD);
    struct holding holding = {.history = history};
    if (!history)
        return;
    for_each_scenario(hold_scenario, &holding);
    fflush(stdout);
    veto_history_free(history);
    ck_assert_uint_eq(holding.wrong, 0);
    ck_assert_uint_ge(holding.held, 70); /* or nothing was found to hold */
}
END_TEST

/* ---- what the library of scenarios promises ---- */

/* Those without a meeting; the head of each file says why. */
static const char *const unmet[] = {"admission-1955", "cables-2026", "iraq-2003", "syria-2017-jim"};

static bool has_no_meeting(const char *name) {
    for (size_t i = 0; i < sizeof unmet / sizeof *unmet; i++)
        if (strcmp(unmet[i], name) == 0)
            return true;
    return false;
}

/* Where its numbers come from is said, and by that it has a record or not. */
static void check_numbers(const char *name, const struct veto_scenario *scenario) {
    bool record = scenario->numbers == VETO_NUMBERS_RECORD;
    ck_assert_msg(scenario->numbers != VETO_NUMBERS_UNSAID, "%s: where numbers come from", name);
    ck_assert_msg(record == scenario->has_record, "%s: numbers by the record", name);
    ck_assert_msg(!scenario->hypothetical || !scenario->has_record, "%s: hypothetical", name);
}

/* What a lesson changes can be changed, and the meeting played then. */
static void check_lesson(const char *name, const struct veto_lesson *lesson) {
    for (size_t i = 0; lesson && i < lesson->change_count; i++) {
        struct veto_scenario *changed = read_changed(name, lesson->changes[i].set);
        struct veto_meeting *meeting = NULL;
        ck_assert_int_eq(veto_meeting_play(&meeting, changed, VETO_EXPECTED, 1), VETO_OK);
        veto_meeting_free(meeting);
        veto_scenario_free(changed);
    }
}

static bool has_safe_question(const struct veto_scenario *scenario) {
    for (size_t i = 0; i < scenario->question_count; i++)
        if (scenario->questions[i].safe && scenario->questions[i].draft != VETO_NONE)
            return true;
    return false;
}

/* Ballots may differ from the record, as the model is a model; outcomes may not. */
static void check_promises(const char *name, void *context) {
    struct veto_scenario *scenario = read_scenario(name);
    struct veto_meeting *meeting = NULL;
    unsigned *count = context;
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, VETO_EXPECTED, 1), VETO_OK);
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_draft *draft = &scenario->drafts[i];
        if (draft->recorded)
            ck_assert_msg(veto_meeting_outcome(meeting, (int)i) == draft->recorded_outcome,
                          "%s, %s: expected another outcome than recorded", name, draft->id);
    }
    ck_assert_msg(scenario->question_count >= 2, "%s: two questions for a class", name);
    ck_assert_msg(scenario->about != NULL, "%s: what is at stake", name);
    ck_assert_msg(has_safe_question(scenario) || strcmp(name, "iraq-2003") == 0,
                  "%s: a question for the sheet before the votes", name);
    check_numbers(name, scenario);
    check_lesson(name, scenario->lesson);
    ck_assert_msg((scenario->meeting == NULL) == has_no_meeting(name),
                  "%s: a meeting, or the reason why there is none", name);
    ++*count;
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
}

START_TEST(the_library_keeps_its_promises) {
    unsigned count = 0;
    for_each_scenario(check_promises, &count);
    ck_assert_uint_ge(count, 30);
}
END_TEST

/* ---- the President ---- */

static void check_president(const char *name, void *context) {
    struct veto_scenario *scenario = read_scenario(name);
    unsigned *named = context;
    struct veto_seat seat;
    if (scenario->president != VETO_NONE && !scenario->president_by_rule &&
        veto_president_of(scenario->date, &seat)) {
        ck_assert_msg(strcmp(seat.code, scenario->members[scenario->president].code) == 0,
                      "%s: %s by Rule 18", name, seat.code);
        ++*named;
    }
    veto_scenario_free(scenario);
}

/* Since November 1996 those that a scenario names are those that Rule 18 gives. */
START_TEST(presidents_are_those_of_rule_18) {
    unsigned named = 0;
    for_each_scenario(check_president, &named);
    ck_assert_uint_ge(named, 19);
}
END_TEST

static const struct suite_entry entries[] = {
    {records_are_those_of_the_file, 0},
    {the_library_keeps_its_promises, 0},
    {presidents_are_those_of_rule_18, 0},
};

SUITE("record", entries)
