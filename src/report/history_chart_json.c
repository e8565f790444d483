/* The JSON of charts of recorded votes. */
#include "report/build.h"
#include "report/history_chart.h"
#include "report/history_parts.h"

static void set_count(struct build *build, json_t *object, const char *key, size_t count) {
    build_set(build, object, key, json_integer((json_int_t)count));
}

static json_t *json_period(struct build *build, const struct veto_trends *trends, size_t period) {
    return json_pack("{s:s}", "period", chart_period(build->arena, trends, period));
}

/* ---- vetoes ---- */

static json_t *json_vetoes_of(struct build *build, const struct veto_trends *trends,
                              size_t period) {
    json_t *object = json_object();
    for (size_t i = 0; i < trends->vetoer_count; i++)
        set_count(build, object, trends->vetoers[i],
                  trends->vetoes[period * trends->vetoer_count + i]);
    return object;
}

static json_t *json_veto_chart(struct build *build, const struct veto_trends *trends) {
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    json_t *periods = json_array(), *by_topic = json_array();
    for (size_t i = 0; i < trends->period_count; i++) {
        json_t *object =
            json_add_outcomes(build, json_period(build, trends, i), &trends->outcomes[i]);
        build_set(build, object, "vetoes", json_vetoes_of(build, trends, i));
        build_push(build, periods, object);
    }
    for (size_t i = 0; i < count; i++)
        build_push(
            build, by_topic,
            json_add_outcomes(build, json_pack("{s:s}", "id", topics[i].id), &trends->topics[i]));
    return json_pack("{s:o, s:o, s:o}", "periods", periods, "members",
                     json_vetoes_of(build, trends, trends->period_count), "topics", by_topic);
}

/* ---- agreement ---- */

static json_t *add_agreement(struct build *build, const struct veto_trends *trends, json_t *object,
                             size_t period, size_t pair) {
    const struct veto_agreement *found = &trends->agreements[period * trends->pair_count + pair];
    set_count(build, object, "shared", found->shared);
    set_count(build, object, "alike", found->alike);
    return object;
}

static json_t *json_pair(struct build *build, const struct veto_trends *trends, size_t first,
                         size_t second, size_t pair) {
    json_t *periods = json_array();
    json_t *object =
        json_pack("{s:[s, s]}", "members", trends->members[first], trends->members[second]);
    add_agreement(build, trends, object, trends->period_count, pair);
    for (size_t i = 0; i < trends->period_count; i++)
        build_push(build, periods,
                   add_agreement(build, trends, json_period(build, trends, i), i, pair));
    build_set(build, object, "periods", periods);
    return object;
}

static json_t *json_agreement_chart(struct build *build, const struct veto_trends *trends) {
    json_t *members = json_array(), *pairs = json_array();
    size_t pair = 0;
    for (size_t i = 0; i < trends->member_count; i++) {
        build_push(build, members, json_string(trends->members[i]));
        for (size_t j = i + 1; j < trends->member_count; j++)
            build_push(build, pairs, json_pair(build, trends, i, j, pair++));
    }
    return json_pack("{s:o, s:o}", "members", members, "pairs", pairs);
}

/* ---- closeness ---- */

static json_t *json_closeness_chart(struct build *build, const struct veto_trends *trends) {
    json_t *periods = json_array(), *margins = json_array();
    for (size_t i = 0; i < trends->period_count; i++) {
        const struct veto_closeness *close = &trends->closeness[i];
        build_push(build, periods,
                   json_pack("{s:s, s:I, s:I, s:I, s:I, s:I}", "period",
                             chart_period(build->arena, trends, i), "votes",
                             (json_int_t)close->votes, "missed", (json_int_t)close->failed, "exact",
                             (json_int_t)close->exact, "one_more", (json_int_t)close->one_more,
                             "all_in_favour", (json_int_t)close->all));
    }
    for (int i = 0; i < VETO_MARGINS; i++)
        build_push(build, margins,
                   json_add_outcomes(build, json_pack("{s:i}", "margin", VETO_LEAST_MARGIN + i),
                                     &trends->margins[i]));
    return json_pack("{s:o, s:o}", "periods", periods, "margins", margins);
}

/* ---- rules ---- */

static json_t *json_rules_of(struct build *build, const struct veto_trends *trends,
                             const char *name, const struct veto_outcomes *outcomes) {
    json_t *object = json_add_outcomes(build, json_pack("{s:s}", "rules", name),
                                       &outcomes[trends->period_count]);
    json_t *periods = json_array();
    for (size_t i = 0; i < trends->period_count; i++)
        build_push(build, periods,
                   json_add_outcomes(build, json_period(build, trends, i), &outcomes[i]));
    build_set(build, object, "periods", periods);
    return object;
}

static json_t *json_rules_chart(struct build *build, const struct veto_trends *trends) {
    json_t *array = json_array();
    build_push(build, array, json_rules_of(build, trends, "recorded", trends->outcomes));
    for (size_t i = 0; i < trends->rule_count; i++)
        build_push(
            build, array,
            json_rules_of(build, trends, trends->rules[i].rules->name, trends->rules[i].periods));
    return array;
}

/* ---- the whole ---- */

json_t *chart_json(struct build *build, const void *context) {
    static json_t *(*const charts[])(struct build *, const struct veto_trends *) = {
        [HISTORY_VETOES] = json_veto_chart,
        [HISTORY_AGREEMENT] = json_agreement_chart,
        [HISTORY_CLOSENESS] = json_closeness_chart,
        [HISTORY_RULES] = json_rules_chart,
    };
    const struct chart_subject *subject = context;
    const struct veto_trends *trends = subject->trends;
    json_t *object = json_pack("{s:I, s:I, s:s, s:b}", "votes", (json_int_t)trends->votes,
                               "left_out", (json_int_t)trends->left_out, "by",
                               trends->by == VETO_BY_DECADE ? "decade" : "year", "adopted_only",
                               trends->history->layout == VETO_UNDL);
    for (int i = 0; i < HISTORY_CHARTS; i++)
        if (subject->which == HISTORY_CHARTS || (int)subject->which == i)
            build_set(build, object, history_chart_names[i], charts[i](build, trends));
    return object;
}
