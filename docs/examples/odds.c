/* How likely each outcome of a scenario's drafts is, as a veto tendency falls. */
#include <stdio.h>
#include <veto/odds.h>

enum { ROOM = 1 << 20 };

/* Says on standard error what is wrong, as the program does. */
static struct veto_scenario *load(const char *path) {
    static char bytes[ROOM];
    struct veto_scenario *scenario = NULL;
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return NULL;
    }
    struct veto_text text = {path, bytes, fread(bytes, 1, sizeof bytes, file)};
    fclose(file);
    struct veto_diagnostics *mistakes = veto_diagnostics_new();
    veto_scenario_load(&scenario, mistakes, &text, NULL, 0);
    veto_diagnostics_print(mistakes, stderr, 80, false);
    veto_diagnostics_free(mistakes);
    return scenario;
}

static enum veto_status print_odds(struct veto_odds_plan *plan, double tendency) {
    const struct veto_scenario *scenario = veto_odds_scenario(plan);
    const struct veto_odds *odds;
    enum veto_status status = veto_odds_exact(plan, 0, &odds);
    for (size_t i = 0; status == VETO_OK && i < scenario->draft_count; i++)
        printf("%.1f  %-10s  adopted %.3f  vetoed %.3f  failed %.3f  not put %.3f\n", tendency,
               scenario->drafts[i].id, odds->drafts[i].outcome[VETO_ADOPTED],
               odds->drafts[i].outcome[VETO_VETOED], odds->drafts[i].outcome[VETO_FAILED],
               odds->drafts[i].outcome[VETO_NOT_PUT]);
    return status;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fputs("usage: odds SCENARIO.yaml\n", stderr);
        return VETO_USAGE;
    }
    struct veto_scenario *scenario = load(argv[1]);
    struct veto_odds_plan *plan = NULL;
    enum veto_status status = scenario ? veto_odds_plan_new(&plan, scenario) : VETO_INPUT;
    struct veto_knob knob = {VETO_KNOB_VETO_TENDENCY, VETO_NONE, VETO_NONE};
    if (status == VETO_OK)
        knob.a = veto_scenario_member(scenario, "RUS");
    for (int i = 2; status == VETO_OK && knob.a != VETO_NONE && i >= 0; i--) {
        veto_odds_set(plan, knob, i / 2.); /* the plan stays: only a number is another */
        status = print_odds(plan, i / 2.);
    }
    veto_odds_plan_free(plan);
    veto_scenario_free(scenario);
    return (int)status;
}
