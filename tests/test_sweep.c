/* Numbers printed, paths to knobs, and sweeps held against odds at each point. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/philox.h"
#include "odds_plans.h"
#include "report/sweep.h"
#include "scenario_file.h"
#include "veto/sweep.h"

/* ---- a scenario in which every knob matters ---- */

static const char yaml[] = "veto: 1\ntitle: T\ncouncil: {composition: 2016, president: RUS}\n"
                           "members: {RUS: {veto_tendency: 0.8}, EGY: {openness: 0.7}}\n"
                           "ties: {EGY: {FRA: 0.5}}\n"
                           "blocs: {p2: {members: [FRA, GBR], cohesion: 0.5}}\n"
                           "drafts:\n"
                           "  one: {title: One, leanings: {default: 0.2, RUS: -0.5}}\n"
                           "  two: {title: Two, leanings: {default: 0.1, CHN: -0.4}}\n"
                           "programme:\n"
                           "  - statement: {by: FRA, on: one, text: Yes.}\n"
                           "  - vote: one\n"
                           "  - when: {one: vetoed}\n"
                           "    then: [{event: {text: Ah., moves: {two: {CHN: -0.2}}}}]\n"
                           "  - vote: two\n";

static const struct veto_text text = {"test", yaml, sizeof yaml - 1};

/* Under these rules what is well by itself may be wrong together. */
static const char small_yaml[] = "veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
                                 "drafts: {one: {title: One, leanings: {default: 0.2}}}\n"
                                 "programme: [vote: one]\n";
static const struct veto_text small_text = {"test", small_yaml, sizeof small_yaml - 1};

static struct veto_diagnostics *list;
static struct veto_sweep *made;

static enum veto_status begin_with(struct veto_sweep_request asked) {
    static struct veto_sweep_request request;
    request = asked;
    list = veto_diagnostics_new();
    return veto_sweep_new(&made, list, &request);
}

static enum veto_status begin(const struct veto_axis *axes, size_t count) {
    return begin_with(
        (struct veto_sweep_request){.text = &text, .axes = axes, .axis_count = count});
}

static void end(void) {
    veto_sweep_free(made);
    veto_diagnostics_free(list);
    made = NULL;
    list = NULL;
}

/* The outcomes of a scenario decoded with these overrides, as `veto odds` has them. */
static void odds_at(const char *const *overrides, size_t count, double *chances) {
    struct veto_scenario *scenario =
        scenario_of_text(text.name, text.bytes, text.length, overrides, count);
    struct veto_odds_plan *plan = plan_of(scenario);
    const struct veto_odds *odds = exact(plan);
    for (size_t i = 0; i < 2; i++)
        memcpy(chances + i * VETO_OUTCOMES, odds->drafts[i].outcome,
               VETO_OUTCOMES * sizeof(double));
    veto_odds_plan_free(plan);
    veto_scenario_free(scenario);
}

/* ---- numbers ---- */

START_TEST(numbers_are_printed_as_short_as_can_be) {
    static const struct {
        double number;
        const char *text;
    } cases[] = {
        {0, "0"},
        {1, "1"},
        {12, "12"},
        {0.1, "0.1"},
        {0.3, "0.3"},
        {-0.25, "-0.25"},
        {1.5, "1.5"},
        {0.5, "0.5"},
        {1e-5, "0.00001"},
        {1.5e-7, "1.5e-7"},
        {-2e-9, "-2e-9"},
        {0.9999999999999999, "0.9999999999999999"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {1e-300, "1e-300"},
        {0x1p-53, "1.1102230246251565e-16"},
    };
    char printed[NUMBER_PRINT];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned length = number_print(cases[i].number, printed);
        ck_assert_str_eq(printed, cases[i].text);
        ck_assert_uint_eq(length, strlen(printed));
    }
}
END_TEST

START_TEST(numbers_are_read_back_as_they_were) {
    for (uint32_t i = 0; i < 100000; i++) {
        const uint32_t counter[4] = {i, 0, 0, 0};
        struct philox_block block = philox(5, counter);
        double number = (block.word[0] + 4294967296.0 * (block.word[1] >> 11)) * 0x1p-53, read;
        for (uint32_t down = block.word[2] % 70; down > 0; down--)
            number /= 2;
        char printed[NUMBER_PRINT], shorter[NUMBER_PRINT];
        number_print(number, printed);
        ck_assert(number_parse(printed, &read));
        ck_assert_msg(read == number, "%.17g came out as %s", number, printed);
        snprintf(shorter, sizeof shorter, "%.15g", number);
        if (number_parse(shorter, &read) && read == number)
            ck_assert_msg(strlen(printed) <= strlen(shorter) + 1, "%s for %s", printed, shorter);
    }
}
END_TEST

/* ---- knobs ---- */

static const char *const knob_paths[] = {
    "drafts.one.leanings.EGY",
    "members.RUS.veto_tendency",
    "members.VEN.opposition",
    "members.EGY.openness",
    "members.JPN.volatility",
    "ties.EGY.FRA",
    "ties.JPN.FRA",
    "blocs.p2.cohesion",
};
enum { KNOBS = sizeof knob_paths / sizeof *knob_paths };

START_TEST(paths_that_are_no_knobs_are_none) {
    static const char *const others[] = {
        "",
        "drafts",
        "drafts.one.leanings",
        "drafts.one.leanings.default",
        "members.X.openness",
        "members.RUS.firm",
        "ties.EGY",
        "council.required_majority",
        "drafts.one.leanings.EGY.x",
        "members.RUS.openness.",
        "blocs.p9.cohesion",
        "drafts.three.leanings.EGY",
        "drafts.one.ballots.EGY",
        "members.aVeryLongNameThatNoMemberOfTheCouncilEverHad.openness",
    };
    static const char *const values[] = {"0.5"};
    struct veto_axis axis = {"members.RUS.openness", values, 1};
    struct veto_knob knob;
    ck_assert_int_eq(begin(&axis, 1), VETO_OK);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(!veto_knob_find(veto_sweep_scenario(made), others[i], &knob), "%s",
                      others[i]);
    for (size_t i = 0; i < KNOBS; i++)
        ck_assert_msg(veto_knob_find(veto_sweep_scenario(made), knob_paths[i], &knob), "%s",
                      knob_paths[i]);
    end();
}
END_TEST

/* ---- points ---- */

/* A sweep is the odds at every point, to the bit, whether by a knob or not. */
START_TEST(a_point_is_the_odds_there) {
    static const char *const numbers[] = {"0.2", "0.9", "0", "1"};
    static const char *const others[] = {"yes", "no", "{yes: 0.25, no: 0.75}"};
    struct veto_axis axes[] = {{knob_paths[_i], numbers, 4}, {"drafts.two.ballots.USA", others, 3}};
    ck_assert_int_eq(begin(axes, 2), VETO_OK);
    ck_assert_uint_eq(veto_sweep_points(axes, 2), 12);
    for (size_t point = 12; point-- > 0;) { /* backwards: no point leans on the one before it */
        char first[100], second[100];
        const char *overrides[] = {first, second};
        double here[2 * VETO_OUTCOMES], there[2 * VETO_OUTCOMES];
        struct veto_sweep_point found = {.chances = here};
        snprintf(first, sizeof first, "%s=%s", axes[0].path, numbers[point / 3]);
        snprintf(second, sizeof second, "%s=%s", axes[1].path, others[point % 3]);
        ck_assert_int_eq(veto_sweep_at(made, point, &found), VETO_OK);
        ck_assert_int_eq(found.method, VETO_EXACT);
        odds_at(overrides, 2, there);
        for (size_t i = 0; i < 2 * VETO_OUTCOMES; i++)
            ck_assert_msg(here[i] == there[i], "%s, %s: %.17g, not %.17g", first, second, here[i],
                          there[i]);
    }
    end();
}
END_TEST

/* Where another axis changes who sits, a path names another place among the members. */
START_TEST(a_path_is_that_of_the_council_of_the_point) {
    static const char *const numbers[] = {"-0.9", "0.9", "0.3"}, *const years[] = {"2016", "2017"};
    struct veto_axis axes[] = {{"council.composition", years, 2},
                               {"drafts.one.leanings.EGY", numbers, 3}};
    if (_i == 1)
        axes[0] = (struct veto_axis){axes[1].path, numbers, 3},
        axes[1] = (struct veto_axis){"council.composition", years, 2};
    ck_assert_int_eq(begin(axes, 2), VETO_OK);
    for (size_t point = 0; point < 6; point++) {
        char first[100], second[100];
        const char *overrides[] = {first, second};
        double here[2 * VETO_OUTCOMES], there[2 * VETO_OUTCOMES];
        struct veto_sweep_point found = {.chances = here};
        size_t a = point / axes[1].count, b = point % axes[1].count;
        snprintf(first, sizeof first, "%s=%s", axes[0].path, axes[0].values[a]);
        snprintf(second, sizeof second, "%s=%s", axes[1].path, axes[1].values[b]);
        ck_assert_int_eq(veto_sweep_at(made, point, &found), VETO_OK);
        odds_at(overrides, 2, there);
        for (size_t i = 0; i < 2 * VETO_OUTCOMES; i++)
            ck_assert_msg(here[i] == there[i], "%s, %s: %.17g, not %.17g", first, second, here[i],
                          there[i]);
    }
    end();
}
END_TEST

/* By Monte Carlo on request, with the seed and the trials that were asked for. */
START_TEST(a_point_can_be_drawn) {
    static const char *const numbers[] = {"0.2", "0.9"};
    struct veto_axis axis = {"members.RUS.veto_tendency", numbers, 2};
    struct veto_sweep_request request = {.text = &text,
                                         .axes = &axis,
                                         .axis_count = 1,
                                         .method = VETO_SWEEP_MONTE_CARLO,
                                         .seed = 5,
                                         .trials = 3000};
    const char *overrides[] = {"members.RUS.veto_tendency=0.9"};
    double here[2 * VETO_OUTCOMES];
    struct veto_sweep_point found = {.chances = here};
    ck_assert_int_eq(begin_with(request), VETO_OK);
    ck_assert_int_eq(veto_sweep_at(made, 1, &found), VETO_OK);
    ck_assert_int_eq(found.method, VETO_MONTE_CARLO);
    ck_assert_uint_eq(found.trials, 3000);
    struct veto_scenario *scenario =
        scenario_of_text(text.name, text.bytes, text.length, overrides, 1);
    struct veto_odds_plan *plan = plan_of(scenario);
    const struct veto_odds *odds = sample(plan, 5, 3000, 2);
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < VETO_OUTCOMES; j++)
            ck_assert_double_eq(here[i * VETO_OUTCOMES + j], odds->drafts[i].outcome[j]);
    veto_odds_plan_free(plan);
    veto_scenario_free(scenario);
    end();
}
END_TEST

START_TEST(what_does_not_fit_is_reported_as_varied) {
    static const char *const values[] = {"0.5", "-0.5", "0.7"};
    struct veto_axis axis = {"members.RUS.veto_tendency", values, 3};
    ck_assert_int_eq(begin(&axis, 1), VETO_INPUT);
    ck_assert_uint_eq(veto_diagnostics_count(list), 1);
    ck_assert_str_eq(veto_diagnostics_get(list, 0).message,
                     "'veto_tendency' must be a number from 0 to 1, not '-0.5'");
    ck_assert_str_eq(veto_diagnostics_get(list, 0).file, "--vary");
    end();
}
END_TEST

START_TEST(a_grid_has_as_many_points_as_there_are_combinations) {
    struct veto_axis axes[] = {{"a", NULL, 3}, {"b", NULL, SIZE_MAX / 2}, {"c", NULL, 4}};
    ck_assert_uint_eq(veto_sweep_points(axes, 0), 1);
    ck_assert_uint_eq(veto_sweep_points(axes, 1), 3);
    ck_assert_uint_eq(veto_sweep_points(axes, 2), SIZE_MAX);
}
END_TEST

/* ---- running ---- */

struct kept {
    struct sweep_rows *rows;
    char bytes[1 << 20];
    size_t length, calls, stop_at;
};

static size_t print(const void *context, size_t index, const struct veto_sweep_point *point,
                    char *bytes) {
    return sweep_rows_print(((const struct kept *)context)->rows, index, point, bytes);
}

static bool take(void *context, const char *bytes, size_t length) {
    struct kept *kept = context;
    memcpy(kept->bytes + kept->length, bytes, length);
    kept->length += length;
    return ++kept->calls != kept->stop_at;
}

static void run(struct kept *kept, const struct veto_axis *axes, size_t count, unsigned threads,
                size_t stop_at) {
    ck_assert_int_eq(begin(axes, count), VETO_OK);
    *kept = (struct kept){.stop_at = stop_at};
    kept->rows =
        sweep_rows_new(veto_sweep_scenario(made),
                       &(struct veto_sweep_request){.axes = axes, .axis_count = count}, false);
    ck_assert_ptr_nonnull(kept->rows);
    struct veto_sweep_use use = {.threads = threads,
                                 .row_most = kept->rows->most,
                                 .print = print,
                                 .take = take,
                                 .context = kept};
    ck_assert_int_eq(veto_sweep_run(made, &use), VETO_OK);
    sweep_rows_free(kept->rows);
    end();
}

START_TEST(threads_make_no_difference) {
    static char texts[4000][8];
    static const char *values[4000];
    static struct kept one, many;
    for (size_t i = 0; i < 4000; i++) {
        snprintf(texts[i], sizeof texts[i], "%.5f", (double)i / 4000);
        values[i] = texts[i];
    }
    struct veto_axis axis = {"members.RUS.veto_tendency", values, 4000};
    run(&one, &axis, 1, 1, 0);
    for (unsigned threads = 2; threads < 6; threads++) {
        run(&many, &axis, 1, threads, 0);
        ck_assert_uint_eq(many.length, one.length);
        ck_assert(memcmp(many.bytes, one.bytes, one.length) == 0);
    }
    run(&many, &axis, 1, 2, 2); /* stopped: what was taken is the beginning */
    ck_assert_uint_eq(many.calls, 2);
    ck_assert(memcmp(many.bytes, one.bytes, many.length) == 0);
}
END_TEST

/* A mistake that only a combination has comes up at its point. */
START_TEST(a_combination_can_be_wrong) {
    static const char *const ballots[] = {"0.5", "0.75"};
    static struct kept kept;
    struct veto_axis axes[] = {{"drafts.one.ballots.USA.yes", ballots, 2},
                               {"drafts.one.ballots.USA.no", ballots, 1}};
    ck_assert_int_eq(begin(axes, 2), VETO_INPUT); /* 0.75 and 0.5, tried with the first of others */
    ck_assert_str_eq(veto_diagnostics_get(list, 0).message,
                     "the probabilities add up to 1.25, not to 1");
    end();
    static const char *const yes[] = {"0.5", "0.75"}, *const no[] = {"0.5", "0.25"};
    struct veto_axis both[] = {{"drafts.one.ballots.USA.yes", yes, 1},
                               {"drafts.one.ballots.USA.no", no, 1}};
    run(&kept, both, 2, 2, 0);
    ck_assert_uint_eq(kept.calls, 1);
}
END_TEST

/* In the last of four stretches: whole blocks before it are taken, whoever meets it first. */
START_TEST(a_mistake_late_in_a_sweep_comes_in_its_turn) {
    static char texts[2000][8];
    static const char *numbers[2000];
    static const char *const years[] = {"2016", "1946"}, *const needed[] = {"9", "12"};
    static struct kept kept;
    for (size_t i = 0; i < 2000; i++) {
        snprintf(texts[i], sizeof texts[i], "%.4f", (double)i / 2000);
        numbers[i] = texts[i];
    }
    struct veto_axis axes[] = {{"council.composition", years, 2},
                               {"council.required_majority", needed, 2},
                               {"members.CHN.veto_tendency", numbers, 2000}};
    struct veto_sweep_request request = {.text = &small_text, .axes = axes, .axis_count = 3};
    ck_assert_int_eq(begin_with(request), VETO_OK);
    kept = (struct kept){.stop_at = 0};
    kept.rows = sweep_rows_new(veto_sweep_scenario(made), &request, false);
    struct veto_sweep_use use = {.threads = (unsigned)_i + 1,
                                 .row_most = kept.rows->most,
                                 .print = print,
                                 .take = take,
                                 .context = &kept};
    ck_assert_int_eq(veto_sweep_run(made, &use), VETO_INPUT);
    const struct veto_diagnostics *mistakes = veto_sweep_mistakes(made);
    ck_assert_uint_eq(veto_diagnostics_count(mistakes), 1);
    ck_assert_str_eq(veto_diagnostics_get(mistakes, 0).message,
                     "a majority of 12 cannot be had from 11 members");
    size_t rows = 0;
    for (size_t i = 0; i < kept.length; i++)
        rows += kept.bytes[i] == '\n';
    ck_assert_uint_eq(rows, 6000 / 256 * 256);
    sweep_rows_free(kept.rows);
    end();
}
END_TEST

START_TEST(fields_of_csv_are_quoted_where_they_must) {
    static const char *const values[] = {"{yes: 0.5, no: 0.5}", "no"};
    static struct kept kept;
    struct veto_axis axis = {"drafts.one.ballots.USA", values, 2};
    run(&kept, &axis, 1, 1, 0);
    ck_assert(strncmp(kept.bytes, "\"{yes: 0.5, no: 0.5}\",", 22) == 0);
    ck_assert_ptr_nonnull(strstr(kept.bytes, "\nno,exact,,0,"));
}
END_TEST

static const struct suite_entry entries[] = {
    {numbers_are_printed_as_short_as_can_be, 0},
    {numbers_are_read_back_as_they_were, 0},
    {paths_that_are_no_knobs_are_none, 0},
    {a_point_is_the_odds_there, KNOBS},
    {a_path_is_that_of_the_council_of_the_point, 2},
    {a_point_can_be_drawn, 0},
    {what_does_not_fit_is_reported_as_varied, 0},
    {a_grid_has_as_many_points_as_there_are_combinations, 0},
    {threads_make_no_difference, 0},
    {a_combination_can_be_wrong, 0},
    {a_mistake_late_in_a_sweep_comes_in_its_turn, 4},
    {fields_of_csv_are_quoted_where_they_must, 0},
};
SUITE("sweep", entries)
