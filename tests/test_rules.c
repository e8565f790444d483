/* The view of rules and power: what is at hand, what fits, and what it is worth. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "on_screen.h"
#include "play/rules.h"
#include "scenario_file.h"

static void same_measure(const struct veto_measure *a, const struct veto_measure *b,
                         const struct veto_kinds *kinds) {
    for (unsigned kind = 0; kind < kinds->count; kind++) {
        struct veto_fraction x = veto_measure_of(a, kind), y = veto_measure_of(b, kind);
        char one[VETO_FRACTION_TEXT], other[VETO_FRACTION_TEXT];
        veto_fraction_text(&x, one);
        veto_fraction_text(&y, other);
        ck_assert_str_eq(one, other);
    }
}

/* What `veto power example --set council.rules=NAME` computes. */
static void same_power(const char *name) {
    struct veto_power *power = NULL;
    struct veto_power_error error;
    char override[64];
    const char *overrides[] = {override};
    snprintf(override, sizeof override, "council.rules=%s", name);
    struct veto_scenario *scenario = scenario_of_file(EXAMPLE, overrides, 1);
    ck_assert_int_eq(
        veto_power_find(&power, &scenario->rules, VETO_SUBSTANTIVE, VETO_POWER_ALL, &error),
        VETO_OK);
    const struct veto_power *shown = desk_stage(desk)->power;
    ck_assert_ptr_nonnull(shown);
    ck_assert_uint_eq(shown->kinds.count, power->kinds.count);
    same_measure(&shown->shapley_shubik, &power->shapley_shubik, &power->kinds);
    same_measure(&shown->banzhaf, &power->banzhaf, &power->kinds);
    same_measure(&shown->ternary_banzhaf, &power->ternary_banzhaf, &power->kinds);
    same_measure(&shown->abstain_against_no, &power->abstain_against_no, &power->kinds);
    same_measure(&shown->ternary_shapley_shubik, &power->ternary_shapley_shubik, &power->kinds);
    veto_power_free(power);
    veto_scenario_free(scenario);
}

START_TEST(power_is_that_of_the_rules_at_hand) {
    static const struct {
        const char *keys, *name;
    } rules[] = {
        {"1W", "charter-1965"},
        {"1W_\n", "no-veto"},
        {"1W__\n", "two-vetoes"},
        {"1W(___\n", "override-13"},
        {"1W__\nu", "charter-1965"},
        {"1W__\nu@", "two-vetoes"},
        {"1W__\nM_\nr", "two-vetoes"},
        {"1W__\ncXc", "charter-1965"}, /* changed while another view lies over it */
        {"1W!", "no-veto"},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        open_example();
        press_all(start_open(80, 24, CHARSET_UTF8), rules[i].keys);
        same_power(rules[i].name);
        close_desk();
    }
}
END_TEST

/* Under other rules, and at the mark, the numbers before the change stand below. */
START_TEST(power_before_the_change) {
    open_example();
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), "1W");
    ck_assert_ptr_null(strstr(frame_of(&state), "before"));
    state = press_all(state, "_\n");
    const char *frame = frame_of(&state);
    ck_assert_ptr_nonnull(strstr(frame, " now     AGO +14  0.066667 "));
    ck_assert_ptr_nonnull(strstr(frame, " before  AGO +9   0.001865 "));
    state = press_all(state, "M_\n");
    frame = frame_of(&state);
    ck_assert_ptr_nonnull(strstr(frame, " CHN +4   0.168298 "));
    ck_assert_ptr_nonnull(strstr(frame, " at the mark  AGO +14  0.066667 "));
    close_desk();
}
END_TEST

/* Who decides is what the flips of the same vote say, whichever was asked for first. */
START_TEST(who_decides_is_that_of_the_vote) {
    open_example();
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), "2 WWfW");
    const struct stage *stage = desk_stage(desk);
    const struct veto_flips *decisive = stage->decisive[VETO_EXPECTED][1];
    const struct veto_flips *flips = stage->flips[VETO_EXPECTED][1];
    ck_assert_int_eq(state_draft(&state), 1);
    ck_assert(decisive && flips && decisive->has_decisive && flips->has_decisive);
    ck_assert_uint_eq(decisive->to_count, 0);
    for (unsigned i = 0; i < stage->scenario->members_count; i++)
        ck_assert_double_eq(decisive->decisive[i], flips->decisive[i]);
    ck_assert_ptr_null(stage->decisive[VETO_EXPECTED][0]);
    close_desk();
}
END_TEST

/* How many members have a chance to decide on screen: "RUS  94.5%", "SEN  below 0.1%". */
static unsigned chances_shown(struct state *state) {
    const struct veto_scenario *scenario = desk_stage(desk)->scenario;
    const char *frame = frame_of(state);
    unsigned count = 0;
    for (unsigned i = 0; i < scenario->members_count; i++) {
        char entry[16];
        snprintf(entry, sizeof entry, "%s  ", scenario->members[i].code);
        const char *at = strstr(frame, entry);
        count += at && strcspn(at, "%") < strcspn(at, "\n");
    }
    return count;
}

/* Blind: what the odds say of a draft is not there before its result. */
START_TEST(who_decides_can_be_hidden) {
    open_example();
    struct state state = press_all(start_open(120, 40, CHARSET_UTF8), "1W");
    ck_assert_uint_eq(chances_shown(&state), 15);
    state.open = false;
    const char *frame = frame_of(&state);
    ck_assert_uint_eq(chances_shown(&state), 0);
    ck_assert_ptr_nonnull(strstr(frame, "Hidden until its result is shown."));
    state = press_all(state, " ");
    frame = frame_of(&state);
    ck_assert_uint_eq(chances_shown(&state), 15);
    ck_assert_ptr_null(strstr(frame, "Hidden"));
    close_desk();
}
END_TEST

/* What the list says of each set is what the loader makes of it. */
START_TEST(rules_that_fit) {
    static const struct {
        const char *path, *fit; /* a letter a set: at hand, fits, size, permanent members, votes */
    } councils[] = {
        {"scenarios/aleppo-2016.yaml", "fhfffsss"},
        {"scenarios/korea-1950.yaml", "hfffvsss"},
        {"tests/screens/large.yaml", "fffpfsss"},
        {"tests/screens/procedure.yaml", "fffffsss"},
    };
    char fit[16] = "";
    size_t count;
    const struct veto_rule_set *sets = veto_rule_sets(&count);
    open_desk(councils[_i].path, NULL, 0);
    const struct veto_scenario *scenario = desk_stage(desk)->scenario;
    for (size_t i = 0; i < count; i++) {
        enum rules_fit is = rules_fit(scenario, &sets[i]);
        fit[i] = rules_at_hand(scenario, &sets[i]) ? 'h' : "fspv"[is];
    }
    close_desk();
    ck_assert_str_eq(fit, councils[_i].fit);
    for (size_t i = 0; i < count; i++) {
        char override[64];
        const char *overrides[] = {override};
        if (!strchr(fit, 'h') || (fit[i] != 'f' && fit[i] != 'h'))
            continue; /* where the file has rules of its own, they stand */
        snprintf(override, sizeof override, "council.rules=%s", sets[i].name);
        open_desk(councils[_i].path, overrides, 1);
        ck_assert_msg(rules_at_hand(desk_stage(desk)->scenario, &sets[i]), "%s", sets[i].name);
        close_desk();
    }
}
END_TEST

START_TEST(single_rules_of_the_file_stand) {
    open_desk("tests/screens/large.yaml", NULL, 0);
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), "1W____\n");
    ck_assert_str_eq(state.notice,
                     "the Council decides by the rules override-13 now; what the scenario says of "
                     "single rules stands");
    ck_assert_uint_eq(desk_stage(desk)->scenario->rules.required, 15);
    close_desk();
}
END_TEST

/* Members all unlike each other: the view says what it leaves out. */
START_TEST(power_that_is_left_out) {
    open_desk("tests/screens/large.yaml", NULL, 0);
    struct state state = press_all(start_open(80, 24, CHARSET_UTF8), "1W");
    const struct veto_power *power = desk_stage(desk)->power;
    ck_assert_ptr_nonnull(power);
    ck_assert_uint_eq(power->left_out, VETO_POWER_YES_NO | VETO_POWER_TERNARY);
    ck_assert_ptr_null(power->banzhaf.numerator);
    ck_assert(!desk_stage(desk)->decisive[VETO_EXPECTED][0]->has_decisive);
    golden_compare("tests/screens/power-left-out-80x24.txt", frame_of(&state));
    close_desk();
}
END_TEST

static const struct suite_entry entries[] = {
    {power_is_that_of_the_rules_at_hand, 0},
    {power_before_the_change, 0},
    {who_decides_is_that_of_the_vote, 0},
    {who_decides_can_be_hidden, 0},
    {power_that_is_left_out, 0},
    {rules_that_fit, 4},
    {single_rules_of_the_file_stand, 0},
};

SUITE("rules", entries)
