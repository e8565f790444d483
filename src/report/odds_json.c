#include "report/build.h"

/* The 95 % interval of a probability that is an estimate. */
static json_t *interval_array(const struct veto_odds *odds, double p) {
    struct veto_interval interval = veto_wilson(p, odds->trials);
    return json_pack("[f, f]", interval.low, interval.high);
}

static void add_json_kinds(struct build *build, json_t *object, const struct veto_draft *draft) {
    json_t *kinds = json_array(), *given = json_object();
    for (size_t i = 0; i < draft->kind_count; i++) {
        const struct veto_kind *kind = &draft->kinds[i];
        build_push(build, kinds,
                   json_pack("{s:s, s:s, s:f, s:f}", "id", kind->id, "name", kind->name, "weight",
                             kind->weight, "weight_before", kind->prior));
    }
    for (unsigned i = 0; i < build->scenario->members_count; i++)
        if (veto_set_has(draft->given, i))
            build_set(build, given, build->scenario->members[i].code,
                      json_string(veto_ballot_word(draft->ballots[i].ballot)));
    build_set(build, object, "kinds", kinds);
    build_set(build, object, "given", given);
}

static json_t *odds_draft_object(struct build *build, const struct veto_odds *odds, size_t index) {
    const struct veto_draft_odds *draft = &odds->drafts[index];
    const struct veto_scenario *scenario = build->scenario;
    json_t *object = json_pack("{s:o}", "id", build_draft(build, (int)index));
    json_t *veto_by = json_object(), *yes = json_array(), *intervals = json_object();
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        const char *word = veto_outcome_word((enum veto_outcome)i);
        build_set(build, object, word, json_real(draft->outcome[i]));
        if (odds->method == VETO_MONTE_CARLO)
            build_set(build, intervals, word, interval_array(odds, draft->outcome[i]));
    }
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (veto_set_has(scenario->rules.veto_holders, i))
            build_set(build, veto_by, scenario->members[i].code, json_real(draft->veto_by[i]));
    for (unsigned i = 0; i <= scenario->members_count; i++)
        build_push(build, yes, json_real(draft->yes[i]));
    build_set(build, object, "veto_by", veto_by);
    build_set(build, object, "yes", yes);
    build_set(build, object, "intervals", intervals);
    if (scenario->drafts[index].kind_count)
        add_json_kinds(build, object, &scenario->drafts[index]);
    return object;
}

static json_t *joint_array(struct build *build, const struct veto_odds *odds) {
    if (odds->joint_left_out)
        return json_null();
    json_t *array = json_array();
    for (size_t i = 0; i < odds->joint_count; i++) {
        const struct veto_joint_odds *joint = &odds->joint[i];
        json_t *outcomes = json_object();
        for (size_t draft = 0; draft < build->scenario->draft_count; draft++)
            build_set(build, outcomes, build->scenario->drafts[draft].id,
                      json_string(veto_outcome_word(joint->outcomes[draft])));
        json_t *row = json_pack("{s:o, s:f}", "outcomes", outcomes, "p", joint->p);
        if (odds->method == VETO_MONTE_CARLO)
            build_set(build, row, "interval", interval_array(odds, joint->p));
        build_push(build, array, row);
    }
    return array;
}

json_t *build_odds(struct build *build, const struct veto_odds *odds) {
    bool drawn = odds->method == VETO_MONTE_CARLO;
    json_t *drafts = json_array();
    for (size_t i = 0; i < build->scenario->draft_count; i++)
        build_push(build, drafts, odds_draft_object(build, odds, i));
    return json_pack("{s:s, s:o, s:o, s:b, s:o, s:o, s:o}", "method",
                     veto_method_word(odds->method), "trials",
                     drawn ? json_integer((json_int_t)odds->trials) : json_null(), "seed",
                     drawn ? json_integer((json_int_t)odds->seed) : json_null(), "stopped",
                     odds->stopped, "error", drawn ? json_null() : json_real(odds->error), "drafts",
                     drafts, "joint", joint_array(build, odds));
}
