/*
 * Any bytes as a choice among valid scenarios: it loads with an override, is played in every mode,
 * and every analysis is made; what has to add up does, what is exact is what is drawn but for
 * chance that nobody will ever see, and every report is written on every surface.
 */
#include <math.h>

#include "analysis/odds_plan.h"
#include "fuzz.h"
#include "generate.h"
#include "report/flips.h"
#include "report/meeting.h"
#include "report/odds.h"
#include "report/power.h"
#include "report/sweep.h"
#include "report/whatif.h"
#include "session/session.h"
#include "veto/flips.h"
#include "veto/power.h"
#include "veto/sweep.h"

/* Steps for each analysis: enough for most of what is made, and what is not has to say so. */
enum { STEPS = 1 << 18, TRIALS = 1024 };

static const double rounding = 1e-9;

static bool near(double a, double b, double tolerance) {
    return fabs(a - b) <= tolerance;
}

static bool is_chance(double p) {
    return p >= 0 && p <= 1;
}

/* ---- reports ---- */

/* Nothing but lines of text, whatever the scenario holds; no markup of its own in HTML. */
static void expect_safe(const char *bytes, size_t length, enum report_format format) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        expect(byte == '\n' || (byte >= 0x20 && byte != 0x7F));
    }
    if (format == REPORT_HTML && strncmp(bytes, "<!", 2) == 0)
        expect(!strstr(bytes, "<script") && strstr(bytes, "</html>"));
}

/* On every surface, as narrow as asked for, and with what was set or without. */
struct use {
    bool narrow;
    enum veto_mode mode;
    const char *set;
};

static void write_report(const struct report *report, const void *subject, const struct use *use) {
    for (int format = REPORT_TEXT; format <= (int)REPORT_JSON; format++) {
        char *bytes;
        size_t length;
        FILE *file = open_memstream(&bytes, &length);
        struct report_look look = {.format = (enum report_format)format, .set = &use->set};
        look.page.columns = use->narrow ? 30 : 80;
        look.page.ascii = use->narrow;
        look.set_count = use->set ? 1 : 0;
        expect(report_write(file, report, subject, &look) == VETO_OK);
        expect(!ferror(file));
        fclose(file);
        expect_safe(bytes, length, look.format);
        free(bytes);
    }
}

/* ---- odds ---- */

/* Bernstein's inequality: one in 10^17, for a given scenario and the seed below. */
static bool is_drawn(double p, double drawn) {
    return near(p, drawn, 9 * sqrt(p * (1 - p) / TRIALS) + 40.0 / TRIALS);
}

static void adds_up(const struct veto_scenario *scenario, const struct veto_draft_odds *draft,
                    double tolerance) {
    const double *outcome = draft->outcome;
    double all = 0, yes = 0;
    for (unsigned i = 0; i < VETO_OUTCOMES; i++) {
        expect(is_chance(outcome[i]));
        all += outcome[i];
    }
    for (unsigned i = 0; i <= scenario->members_count; i++) {
        expect(is_chance(draft->yes[i]));
        yes += draft->yes[i];
    }
    expect(near(all, 1, tolerance));
    expect(yes <= 1 - outcome[VETO_NOT_PUT] + tolerance);
    for (unsigned i = 0; i < scenario->members_count; i++)
        expect(draft->veto_by[i] >= 0 && draft->veto_by[i] <= outcome[VETO_VETOED] + tolerance);
}

/* All outcomes together are those of each draft. */
static void agrees_jointly(const struct veto_scenario *scenario, const struct veto_odds *odds,
                           double tolerance) {
    double all = 0, of[VETO_MAX_DRAFTS][VETO_OUTCOMES] = {{0}};
    for (size_t i = 0; i < odds->joint_count; i++) {
        expect(odds->joint[i].p > 0);
        all += odds->joint[i].p;
        for (size_t draft = 0; draft < scenario->draft_count; draft++)
            of[draft][odds->joint[i].outcomes[draft]] += odds->joint[i].p;
    }
    if (odds->joint_left_out)
        return;
    expect(near(all, 1, tolerance));
    for (size_t draft = 0; draft < scenario->draft_count; draft++)
        for (unsigned i = 0; i < VETO_OUTCOMES; i++)
            expect(near(of[draft][i], odds->drafts[draft].outcome[i], tolerance));
}

static void are_odds(const struct veto_scenario *scenario, const struct veto_odds *odds,
                     const struct use *use) {
    double tolerance = rounding + odds->error;
    for (size_t i = 0; i < scenario->draft_count; i++)
        adds_up(scenario, &odds->drafts[i], tolerance);
    agrees_jointly(scenario, odds, tolerance);
    write_report(&report_odds, &(struct odds_subject){.scenario = scenario, .odds = odds}, use);
}

static void are_drawn(const struct veto_scenario *scenario, const struct veto_odds *exact,
                      const struct veto_odds *drawn) {
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_draft_odds *a = &exact->drafts[i], *b = &drawn->drafts[i];
        for (unsigned j = 0; j < VETO_OUTCOMES; j++)
            expect(is_drawn(a->outcome[j], b->outcome[j]));
        for (unsigned j = 0; j < scenario->members_count; j++)
            expect(is_drawn(a->veto_by[j], b->veto_by[j]));
        for (unsigned j = 0; j <= scenario->members_count; j++)
            expect(is_drawn(a->yes[j], b->yes[j]));
    }
}

/* Exact where that is allowed; with all histories that are alike as one, too. NULL: not allowed. */
static const struct veto_odds *exact_odds(struct veto_odds_plan **plan,
                                          const struct veto_scenario *scenario, size_t few) {
    const struct veto_odds *odds = NULL;
    enum veto_status status = odds_plan_make(plan, scenario, STEPS, few);
    expect(status == VETO_OK || status == VETO_INPUT);
    if (status == VETO_OK)
        status = veto_odds_exact(*plan, VETO_ODDS_ALL, &odds);
    expect(status == VETO_OK || (status == VETO_INPUT && !odds));
    return odds;
}

static void are_alike(const struct veto_scenario *scenario, const struct veto_odds *odds) {
    struct veto_odds_plan *plan = NULL;
    const struct veto_odds *alike = exact_odds(&plan, scenario, 0);
    for (size_t i = 0; alike && i < scenario->draft_count; i++)
        for (unsigned j = 0; j < VETO_OUTCOMES; j++)
            expect(near(odds->drafts[i].outcome[j], alike->drafts[i].outcome[j], rounding));
    veto_odds_plan_free(plan);
}

static void use_odds(const struct veto_scenario *scenario, const struct use *use) {
    struct veto_odds_plan *plan = NULL, *other = NULL;
    const struct veto_odds *exact = exact_odds(&plan, scenario, ODDS_FEW_NODES), *drawn = NULL;
    struct veto_monte_carlo run = {.seed = 1, .trials = TRIALS, .threads = 1};
    if (exact) {
        are_odds(scenario, exact, use);
        are_alike(scenario, exact);
    }
    if (plan && veto_odds_plan_new(&other, scenario) == VETO_OK) {
        expect(veto_odds_monte_carlo(other, &run, &drawn) == VETO_OK);
        are_odds(scenario, drawn, use);
        if (exact)
            are_drawn(scenario, exact, drawn);
    }
    veto_odds_plan_free(plan);
    veto_odds_plan_free(other);
}

/* ---- sweeps ---- */

static enum veto_status find_point(void *context, size_t index, struct veto_sweep_point *point) {
    return veto_sweep_at(context, index, point);
}

static void write_rows(const struct veto_scenario *scenario,
                       const struct veto_sweep_request *request,
                       const struct veto_sweep_point *point, bool json) {
    struct sweep_rows *rows = sweep_rows_new(scenario, request, json);
    char *bytes = malloc(rows->most + 1);
    size_t length = sweep_rows_print(rows, 0, point, bytes);
    expect(length <= rows->most);
    bytes[length] = '\0';
    expect_safe(bytes, length, REPORT_CSV);
    free(bytes);
    sweep_rows_free(rows);
}

/* A point is what the scenario is with its value. */
static void use_sweep(const struct veto_text *text, const struct veto_scenario *scenario,
                      const char *override) {
    const char *const values[] = {"0.25", "-0.5"};
    char path[64] = "";
    memcpy(path, override, (size_t)(strchr(override, '=') - override));
    struct veto_axis axis = {path, values, 2};
    struct veto_sweep_request request = {
        .text = text, .axes = &axis, .axis_count = 1, .seed = 1, .trials = TRIALS};
    struct veto_sweep *sweep = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    double chances[VETO_MAX_DRAFTS * VETO_OUTCOMES];
    struct veto_sweep_point point = {.chances = chances};
    enum veto_status status = veto_sweep_new(&sweep, list, &request);
    expect(status == VETO_OK || (status == VETO_INPUT && veto_diagnostics_count(list) == 0));
    for (size_t i = 0; sweep && i < 2; i++) {
        expect(veto_sweep_at(sweep, i, &point) == VETO_OK);
        for (size_t j = 0; j < scenario->draft_count * VETO_OUTCOMES; j++)
            expect(is_chance(chances[j]));
        write_rows(scenario, &request, &point, i);
    }
    if (sweep) {
        char *bytes;
        size_t length;
        FILE *file = open_memstream(&bytes, &length);
        struct sweep_chart chart = {.scenario = scenario, .axes = &axis, .axis_count = 1};
        struct report_look how = {.page = {.columns = 60}};
        expect(sweep_chart_find(&chart, find_point, sweep) == VETO_OK);
        for (int format = REPORT_TEXT; format < REPORT_JSON; format++) {
            how.format = (enum report_format)format;
            expect(report_write(file, &report_sweep_chart, &chart, &how) == VETO_OK);
        }
        sweep_chart_free(&chart);
        fclose(file);
        free(bytes);
    }
    veto_sweep_free(sweep);
    veto_diagnostics_free(list);
}

/* ---- flips and power ---- */

/* The ballots after a flip of one part, made by its likeliest members. */
static void leads_there(const struct veto_scenario *scenario, const struct veto_vote *vote,
                        enum veto_outcome outcome, const struct veto_flip *flip) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    for (unsigned i = 0; i < scenario->members_count; i++)
        ballots[i] = veto_set_has(flip->likeliest, i) ? flip->parts[0].to : vote->casts[i].ballot;
    if (flip->part_count == 1)
        expect(veto_decide(&scenario->rules, vote->question, ballots).outcome == outcome);
}

static void are_flips(const struct veto_scenario *scenario, const struct veto_vote *vote,
                      const struct veto_flips *flips) {
    for (size_t i = 0; i < flips->to_count; i++) {
        const struct veto_flips_to *to = &flips->to[i];
        expect(to->outcome != vote->result.outcome && (to->size > 0) == (to->flip_count > 0));
        for (size_t j = 0; j < to->flip_count; j++) {
            expect(veto_set_count(to->flips[j].likeliest) == to->size);
            expect(to->flips[j].chance >= 0 && to->flips[j].chance <= 1 + rounding);
            expect(j == 0 || to->flips[j].chance <= to->flips[j - 1].chance);
            leads_there(scenario, vote, to->outcome, &to->flips[j]);
        }
    }
    for (unsigned i = 0; i < scenario->members_count && flips->has_decisive; i++)
        expect(is_chance(flips->decisive[i]));
}

static void use_flips(const struct veto_meeting *meeting, const struct power_council *council,
                      const struct use *use) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    struct veto_flips *flips[VETO_MAX_DRAFTS] = {NULL};
    for (size_t i = 0; i < scenario->draft_count; i++) {
        const struct veto_vote *vote = veto_meeting_vote(meeting, (int)i);
        if (!vote)
            continue;
        expect(veto_flips_find(&flips[i], scenario, vote, STEPS) == VETO_OK);
        are_flips(scenario, vote, flips[i]);
    }
    const struct veto_flips *const *found = (const struct veto_flips *const *)flips;
    struct power_in in = {.scenario = scenario, .flips = found, .council = council};
    write_report(&report_flips, &(struct flips_subject){meeting, found, VETO_NONE}, use);
    if (council)
        write_report(&report_power, &(struct power_report){council, 1, &in, true}, use);
    for (size_t i = 0; i < scenario->draft_count; i++)
        veto_flips_free(flips[i]);
}

/* Where there is any: all measures that are shares of one add up to it. */
static void is_power(const struct veto_power *power) {
    const struct veto_measure *shares[] = {&power->shapley_shubik, &power->banzhaf_normalized,
                                           &power->ternary_shapley_shubik};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        double all = 0;
        for (unsigned kind = 0; shares[i]->numerator && kind < power->kinds.count; kind++) {
            struct veto_fraction share = veto_measure_of(shares[i], kind);
            expect(is_chance(veto_fraction_value(&share)));
            all += veto_fraction_value(&share) * power->kinds.size[kind];
        }
        expect(!shares[i]->numerator || near(all, 1, rounding));
    }
}

static void use_power(const struct veto_meeting *meeting, const struct use *use) {
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    struct power_member members[VETO_MAX_MEMBERS];
    struct veto_power *power = NULL;
    struct veto_power_error error = {""};
    enum veto_status status = veto_power_find(&power, &scenario->rules, VETO_SUBSTANTIVE,
                                              VETO_POWER_ALL | VETO_POWER_QUICK, &error);
    expect(status == VETO_OK || (status == VETO_INPUT && *error.text));
    for (unsigned i = 0; i < scenario->members_count; i++)
        members[i] = (struct power_member){scenario->members[i].code, scenario->members[i].name,
                                           scenario->members[i].permanent,
                                           veto_set_has(scenario->rules.veto_holders, i)};
    struct power_council council = {.name = "fuzz", .title = scenario->title, .members = members};
    council.count = scenario->members_count;
    council.power = power;
    if (power && power->left_out == 0) {
        is_power(power);
        write_report(&report_power_bars, &(struct power_report){&council, 1, NULL, false}, use);
    }
    use_flips(meeting, power && power->left_out == 0 ? &council : NULL, use);
    veto_power_free(power);
}

/* ---- what is done with a scenario ---- */

static void use_meeting(const struct veto_scenario *scenario, const struct use *use) {
    struct veto_meeting *meeting = NULL;
    expect(veto_meeting_play(&meeting, scenario, VETO_RECORDED, 1) == VETO_INPUT && !meeting);
    expect(veto_meeting_play(&meeting, scenario, use->mode, 1) == VETO_OK);
    struct session session = {.scenario = "fuzz", .mode = use->mode, .seed = 1, .set = &use->set};
    session.set_count = use->set ? 1 : 0;
    struct meeting_subject subject = {.meeting = meeting, .why = true, .session = &session};
    subject.shown = veto_meeting_event_count(meeting);
    write_report(&report_meeting, &subject, use);
    subject.shown /= 2;
    write_report(&report_transcript, &subject, use);
    use_power(meeting, use);
    veto_meeting_free(meeting);
}

static struct veto_scenario *load(const struct veto_text *text, const char *override) {
    struct veto_scenario *scenario = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    enum veto_status status =
        veto_scenario_load(&scenario, list, text, &override, override ? 1 : 0);
    if (status != VETO_OK)
        veto_diagnostics_print(list, stderr, 80, false);
    expect(status == VETO_OK && veto_diagnostics_errors(list) == 0);
    veto_diagnostics_free(list);
    return scenario;
}

static void use_whatif(const struct veto_scenario *before, const struct veto_scenario *after,
                       const struct use *use) {
    struct veto_odds_plan *plans[2] = {NULL, NULL};
    struct veto_meeting *meetings[2] = {NULL, NULL};
    const struct veto_odds *odds[2] = {exact_odds(&plans[0], before, ODDS_FEW_NODES),
                                       exact_odds(&plans[1], after, ODDS_FEW_NODES)};
    expect(veto_meeting_play(&meetings[0], before, VETO_EXPECTED, 1) == VETO_OK);
    expect(veto_meeting_play(&meetings[1], after, VETO_EXPECTED, 1) == VETO_OK);
    struct whatif whatif = {{meetings[0], odds[0]}, {meetings[1], odds[1]}, &use->set, 0, 1};
    if (odds[0] && odds[1])
        write_report(&report_whatif, &whatif, use);
    for (int i = 0; i < 2; i++) {
        veto_meeting_free(meetings[i]);
        veto_odds_plan_free(plans[i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct generated made = generate_scenario(data, size);
    struct veto_text text = {"fuzz", made.text, made.length};
    struct veto_scenario *before = load(&text, NULL), *after = load(&text, made.override);
    struct use use = {.narrow = made.choice % 2, .mode = VETO_EXPECTED}, changed = use;
    use.mode = made.choice / 2 % 2 ? VETO_SAMPLED : VETO_EXPECTED;
    changed.set = made.override;
    use_meeting(before, &use);
    use_odds(after, &changed);
    use_whatif(before, after, &changed);
    use_sweep(&text, before, made.override);
    veto_scenario_free(before);
    veto_scenario_free(after);
    free(made.text);
    return 0;
}
