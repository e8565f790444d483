/* The JSON of charts of recorded votes. */
#include "base/arena.h"
#include "report/build.h"
#include "report/history_chart.h"
#include "report/history_parts.h"

struct chart_data {
    struct arena arena;
    struct build *build;
    const struct chart_subject *subject;
    const struct veto_trends *trends;
    json_t *object;
};

static void set_count(const struct chart_data *data, json_t *object, const char *key,
                      size_t count) {
    build_set(data->build, object, key, json_integer((json_int_t)count));
}

static void set_outcomes(const struct chart_data *data, json_t *object,
                         const struct veto_outcomes *outcomes) {
    set_count(data, object, "votes", outcomes->votes);
    for (int i = VETO_ADOPTED; i <= VETO_FAILED; i++)
        set_count(data, object, veto_outcome_word((enum veto_outcome)i), outcomes->by[i]);
}

static json_t *json_period(struct chart_data *data, size_t period) {
    json_t *object = json_object();
    build_set(data->build, object, "period",
              json_string(chart_period(&data->arena, data->trends, period)));
    return object;
}

/* ---- vetoes ---- */

static json_t *json_vetoes_of(const struct chart_data *data, size_t period) {
    const struct veto_trends *trends = data->trends;
    json_t *object = json_object();
    for (size_t i = 0; i < trends->vetoer_count; i++)
        set_count(data, object, trends->vetoers[i],
                  trends->vetoes[period * trends->vetoer_count + i]);
    return object;
}

static json_t *json_topic_counts(const struct chart_data *data) {
    size_t count;
    const struct veto_topic *topics = veto_topics(&count);
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *object = json_object();
        build_set(data->build, object, "id", json_string(topics[i].id));
        set_outcomes(data, object, &data->trends->topics[i]);
        build_push(data->build, array, object);
    }
    return array;
}

static json_t *json_veto_chart(struct chart_data *data) {
    const struct veto_trends *trends = data->trends;
    json_t *periods = json_array();
    for (size_t i = 0; i < trends->period_count; i++) {
        json_t *object = json_period(data, i);
        set_outcomes(data, object, &trends->outcomes[i]);
        build_set(data->build, object, "vetoes", json_vetoes_of(data, i));
        build_push(data->build, periods, object);
    }
    return json_pack("{s:o, s:o, s:o}", "periods", periods, "members",
                     json_vetoes_of(data, trends->period_count), "topics", json_topic_counts(data));
}

/* ---- agreement ---- */

static void set_agreement(const struct chart_data *data, json_t *object, size_t period,
                          size_t pair) {
    const struct veto_agreement *found =
        &data->trends->agreements[period * data->trends->pair_count + pair];
    set_count(data, object, "shared", found->shared);
    set_count(data, object, "alike", found->alike);
}

static json_t *json_pair(struct chart_data *data, size_t first, size_t second, size_t pair) {
    const struct veto_trends *trends = data->trends;
    json_t *periods = json_array();
    json_t *object =
        json_pack("{s:[s, s]}", "members", trends->members[first], trends->members[second]);
    set_agreement(data, object, trends->period_count, pair);
    for (size_t i = 0; i < trends->period_count; i++) {
        json_t *period = json_period(data, i);
        set_agreement(data, period, i, pair);
        build_push(data->build, periods, period);
    }
    build_set(data->build, object, "periods", periods);
    return object;
}

static json_t *json_agreement_chart(struct chart_data *data) {
    const struct veto_trends *trends = data->trends;
    json_t *members = json_array(), *pairs = json_array();
    size_t pair = 0;
    for (size_t i = 0; i < trends->member_count; i++) {
        build_push(data->build, members, json_string(trends->members[i]));
        for (size_t j = i + 1; j < trends->member_count; j++)
            build_push(data->build, pairs, json_pair(data, i, j, pair++));
    }
    return json_pack("{s:o, s:o}", "members", members, "pairs", pairs);
}

/* ---- closeness ---- */

static json_t *json_closeness_chart(struct chart_data *data) {
    const struct veto_trends *trends = data->trends;
    json_t *periods = json_array(), *margins = json_array();
    for (size_t i = 0; i < trends->period_count; i++) {
        const struct veto_closeness *close = &trends->closeness[i];
        json_t *object = json_period(data, i);
        set_count(data, object, "votes", close->votes);
        set_count(data, object, "missed", close->failed);
        set_count(data, object, "exact", close->exact);
        set_count(data, object, "one_more", close->one_more);
        set_count(data, object, "all_in_favour", close->all);
        build_push(data->build, periods, object);
    }
    for (int i = 0; i < VETO_MARGINS; i++) {
        json_t *object = json_pack("{s:i}", "margin", VETO_LEAST_MARGIN + i);
        set_outcomes(data, object, &trends->margins[i]);
        build_push(data->build, margins, object);
    }
    return json_pack("{s:o, s:o}", "periods", periods, "margins", margins);
}

/* ---- rules ---- */

static json_t *json_rules_of(struct chart_data *data, const char *name,
                             const struct veto_outcomes *outcomes) {
    json_t *object = json_pack("{s:s}", "rules", name), *periods = json_array();
    set_outcomes(data, object, &outcomes[data->trends->period_count]);
    for (size_t i = 0; i < data->trends->period_count; i++) {
        json_t *period = json_period(data, i);
        set_outcomes(data, period, &outcomes[i]);
        build_push(data->build, periods, period);
    }
    build_set(data->build, object, "periods", periods);
    return object;
}

static json_t *json_rules_chart(struct chart_data *data) {
    const struct veto_trends *trends = data->trends;
    json_t *array = json_array();
    build_push(data->build, array, json_rules_of(data, "recorded", trends->outcomes));
    for (size_t i = 0; i < trends->rule_count; i++)
        build_push(data->build, array,
                   json_rules_of(data, trends->rules[i].rules->name, trends->rules[i].periods));
    return array;
}

/* ---- the whole ---- */

static void chart_json_work(void *context) {
    static json_t *(*const charts[])(struct chart_data *) = {
        [HISTORY_VETOES] = json_veto_chart,
        [HISTORY_AGREEMENT] = json_agreement_chart,
        [HISTORY_CLOSENESS] = json_closeness_chart,
        [HISTORY_RULES] = json_rules_chart,
    };
    struct chart_data *data = context;
    const struct veto_trends *trends = data->trends;
    enum history_chart which = data->subject->which;
    data->object = json_pack("{s:I, s:I, s:s, s:b}", "votes", (json_int_t)trends->votes, "left_out",
                             (json_int_t)trends->left_out, "by",
                             trends->by == VETO_BY_DECADE ? "decade" : "year", "adopted_only",
                             trends->history->layout == VETO_UNDL);
    for (int i = 0; i < HISTORY_CHARTS; i++)
        if (which == HISTORY_CHARTS || (int)which == i)
            build_set(data->build, data->object, history_chart_names[i], charts[i](data));
}

json_t *chart_json(struct build *build, const void *subject) {
    struct chart_data data = {.build = build, .subject = subject};
    data.trends = data.subject->trends;
    build->failed = !arenas_try(&data.arena, NULL, chart_json_work, &data) || build->failed;
    arena_free(&data.arena);
    return data.object;
}
