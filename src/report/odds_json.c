#include "report/build.h"

/* A probability with its 95 % interval, where it is an estimate. */
static void add_interval(struct build *build, json_t *object, const char *key,
                         const struct veto_odds *odds, double p) {
    struct veto_interval interval = veto_wilson(p, odds->trials);
    json_t *pair = json_array();
    build_push(build, pair, json_real(interval.low));
    build_push(build, pair, json_real(interval.high));
    build_set(build, object, key, pair);
}

static void add_json_kinds(struct build *build, json_t *object, const struct veto_draft *draft) {
    json_t *kinds = json_array(), *given = json_object();
    for (size_t i = 0; i < draft->kind_count; i++) {
        json_t *kind = json_object();
        build_set(build, kind, "id", json_string(draft->kinds[i].id));
        build_set(build, kind, "name", json_string(draft->kinds[i].name));
        build_set(build, kind, "weight", json_real(draft->kinds[i].weight));
        build_set(build, kind, "weight_before", json_real(draft->kinds[i].prior));
        build_push(build, kinds, kind);
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
    json_t *object = json_object(), *veto_by = json_object(), *yes = json_array();
    json_t *intervals = json_object();
    build_set(build, object, "id", build_draft(build, (int)index));
    for (int i = 0; i < VETO_OUTCOMES; i++) {
        const char *word = veto_outcome_word((enum veto_outcome)i);
        build_set(build, object, word, json_real(draft->outcome[i]));
        if (odds->method == VETO_MONTE_CARLO)
            add_interval(build, intervals, word, odds, draft->outcome[i]);
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
        json_t *row = json_object(), *outcomes = json_object();
        for (size_t draft = 0; draft < build->scenario->draft_count; draft++)
            build_set(build, outcomes, build->scenario->drafts[draft].id,
                      json_string(veto_outcome_word(joint->outcomes[draft])));
        build_set(build, row, "outcomes", outcomes);
        build_set(build, row, "p", json_real(joint->p));
        if (odds->method == VETO_MONTE_CARLO)
            add_interval(build, row, "interval", odds, joint->p);
        build_push(build, array, row);
    }
    return array;
}

json_t *build_odds(struct build *build, const struct veto_odds *odds) {
    bool drawn = odds->method == VETO_MONTE_CARLO;
    json_t *object = json_object(), *drafts = json_array();
    for (size_t i = 0; i < build->scenario->draft_count; i++)
        build_push(build, drafts, odds_draft_object(build, odds, i));
    build_set(build, object, "method", json_string(veto_method_word(odds->method)));
    build_set(build, object, "trials",
              drawn ? json_integer((json_int_t)odds->trials) : json_null());
    build_set(build, object, "seed", drawn ? json_integer((json_int_t)odds->seed) : json_null());
    build_set(build, object, "stopped", json_boolean(odds->stopped));
    build_set(build, object, "error", drawn ? json_null() : json_real(odds->error));
    build_set(build, object, "drafts", drafts);
    build_set(build, object, "joint", joint_array(build, odds));
    return object;
}
