/* How often what the record says came true, against base rates. */
#include <math.h>

#include "base/arena.h"
#include "report/build.h"
#include "report/history_parts.h"
#include "words/words.h"

enum { LABEL = 34, NUMBER = 10 };

/* The measures, the lower the better: in JSON by these keys. */
static const struct measure {
    const char *key, *label;
    size_t at; /* in struct veto_scores */
} measures[] = {
    {"roll_call_log_loss", "whole roll call, log loss of a vote",
     offsetof(struct veto_scores, roll_call_log_loss)},
    {"ballot_log_loss", "log loss of a ballot", offsetof(struct veto_scores, ballot_log_loss)},
    {"outcome_log_loss", "log loss of an outcome", offsetof(struct veto_scores, outcome_log_loss)},
    {"ballot_calibration_error", "calibration error, ballots in favour",
     offsetof(struct veto_scores, ballot_calibration_error)},
    {"veto_calibration_error", "calibration error, vetoed",
     offsetof(struct veto_scores, veto_calibration_error)},
};

enum { MEASURES = sizeof measures / sizeof *measures };

static double measured(const struct veto_scores *scores, const struct measure *measure) {
    return *(const double *)(const void *)((const char *)scores + measure->at);
}

/* ---- the page ---- */

/* A number as it is to be read; programs get all of it. */
static struct page_cell number_cell(struct page *page, const char *text, double number) {
    return (struct page_cell){.text = text, .data = page_number(page, number)};
}

static void add_calibration_scores(struct page *page, enum veto_expect_fit fit,
                                   const struct veto_calibration_fit *made) {
    enum { FIT, KEY, LABELLED, MODEL, BASE, CHANGE, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [FIT] = {.key = "fit", .audience = FOR_DATA},
        [KEY] = {.key = "measure", .audience = FOR_DATA},
        [LABELLED] = {.least = LABEL},
        [MODEL] = {.key = "forecast", .head = {"forecast"}, .right = true, .least = NUMBER},
        [BASE] = {.key = "base", .head = {"base"}, .right = true, .least = NUMBER},
        [CHANGE] = {.head = {"change"}, .audience = FOR_READERS, .right = true, .least = NUMBER},
    };
    struct page_table *table = page_table_with(page, columns, COLUMNS, .indent = 1, .headed = true);
    for (size_t i = 0; i < MEASURES; i++) {
        double model = measured(&made->model, &measures[i]);
        double base = measured(&made->base, &measures[i]);
        struct page_cell *row = table_row(table);
        row[FIT].text = veto_expect_fit_word(fit);
        row[KEY].text = measures[i].key;
        row[LABELLED].text = measures[i].label;
        row[MODEL] = number_cell(page, arena_printf(page->arena, "%.4f", model), model);
        row[BASE] = number_cell(page, arena_printf(page->arena, "%.4f", base), base);
        if (base > 0)
            row[CHANGE].text = arena_printf(page->arena, "%+.1f%%", 100 * (model / base - 1));
    }
}

/* A point for each bin that has any forecasts. */
static void add_reliability_chart(struct page *page, const char *title,
                                  const struct veto_reliability bins[VETO_RELIABILITY_BINS]) {
    struct page_chart_series *series = arena_array(page->arena, struct page_chart_series, 2);
    double *forecast = arena_array(page->arena, double, VETO_RELIABILITY_BINS);
    double *came_true = arena_array(page->arena, double, VETO_RELIABILITY_BINS);
    const char **labels = arena_array(page->arena, const char *, VETO_RELIABILITY_BINS);
    size_t count = 0;
    for (int bin = 0; bin < VETO_RELIABILITY_BINS; bin++) {
        if (bins[bin].count == 0)
            continue;
        labels[count] = arena_printf(page->arena, "%.0f%%", 100 * bins[bin].forecast);
        forecast[count] = bins[bin].forecast;
        came_true[count++] = bins[bin].came_true;
    }
    series[0] = (struct page_chart_series){"came true", ROLE_YES, 'T', came_true, NULL};
    series[1] = (struct page_chart_series){"forecast", ROLE_DIM, 'F', forecast, NULL};
    const struct page_chart chart = {
        .title = title,
        .alternative = "How often what had this chance came true; the table says it in numbers.",
        .x = {"chance", labels, count, true},
        .series = series,
        .series_count = 2,
        .most = 1,
        .chances = true,
    };
    if (count > 1)
        page_chart(page, &chart);
}

static void add_reliability(struct page *page, enum veto_expect_fit fit, const char *of,
                            const char *title,
                            const struct veto_reliability bins[VETO_RELIABILITY_BINS]) {
    enum { FIT, OF, FROM, COUNT, FORECAST, TRUE, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [FIT] = {.key = "fit", .audience = FOR_DATA},
        [OF] = {.key = "of", .audience = FOR_DATA},
        [FROM] = {.key = "from", .head = {"chances"}, .least = 14},
        [COUNT] = {.key = "count", .head = {"how many"}, .right = true, .least = NUMBER},
        [FORECAST] = {.key = "mean", .head = {"mean chance"}, .right = true, .least = NUMBER},
        [TRUE] = {.key = "came_true", .head = {"came true"}, .right = true, .least = NUMBER},
    };
    page_section(page, "%s", title);
    struct page_table *table = page_table_with(page, columns, COLUMNS, .indent = 1, .headed = true);
    for (int bin = 0; bin < VETO_RELIABILITY_BINS; bin++) {
        if (bins[bin].count == 0)
            continue;
        struct page_cell *row = table_row(table);
        row[FIT].text = veto_expect_fit_word(fit);
        row[OF].text = of;
        row[FROM] = number_cell(
            page, arena_printf(page->arena, "%d%% to %d%%", 10 * bin, 10 * bin + 10), bin / 10.);
        row[COUNT].text = arena_printf(page->arena, "%zu", bins[bin].count);
        row[FORECAST] =
            number_cell(page, words_chance(page->arena, bins[bin].forecast), bins[bin].forecast);
        row[TRUE] =
            number_cell(page, words_chance(page->arena, bins[bin].came_true), bins[bin].came_true);
    }
    page_gap(page);
    add_reliability_chart(page, title, bins);
}

static void add_calibration_fit(struct page *page, enum veto_expect_fit fit,
                                const struct veto_calibration_fit *made) {
    bool contested = fit == VETO_FIT_CONTESTED;
    if (made->votes == 0)
        return;
    page_section(page,
                 contested ? "The %zu contested votes, fitted to such"
                           : "All %zu votes, fitted to all",
                 made->votes);
    add_calibration_scores(page, fit, made);
    add_reliability(page, fit, "ballots",
                    contested ? "Ballots in favour, on contested votes" : "Ballots in favour",
                    made->model.ballots);
    add_reliability(page, fit, "vetoes", contested ? "Vetoed, of contested votes" : "Vetoed",
                    made->model.vetoes);
}

static void add_accuracy(struct page *page, const char *of, const struct veto_accuracy *accuracy) {
    if (accuracy->events > 0)
        page_itemf(page, ROLE_PLAIN, 1, "%s: %.3f, of %zu of which %zu were.", of,
                   accuracy->balanced, accuracy->count, accuracy->events);
}

static void build_calibrate_page(struct page *page, const void *context) {
    const struct veto_calibration *made = context;
    page_titlef(page, "Forecasts from the record, %d to %d", made->from, made->to);
    page_say(
        page, 0,
        "For each year the fit is made anew from the votes before it, and then held against "
        "those of the year. Base: how often each member voted so on the topic, and how often "
        "drafts on it came out so, with a half-life of four years. Losses are means of minus the "
        "natural logarithm of the chance of what happened: less is better. A calibration error "
        "is how far chances lie from what came true.");
    page_paragraph(page, ROLE_PLAIN, 0, history_layout_limits(made->history->layout));
    add_calibration_fit(page, VETO_FIT_ALL, &made->fits[VETO_FIT_ALL]);
    add_calibration_fit(page, VETO_FIT_CONTESTED, &made->fits[VETO_FIT_CONTESTED]);
    page_section(page, "Other measures");
    add_accuracy(page, "Balanced accuracy on drafts, not adopted", &made->adoption);
    add_accuracy(page, "Balanced accuracy on ballots on adopted drafts, not in favour",
                 &made->ballots);
    page_itemf(
        page, ROLE_PLAIN, 1,
        "Log loss of a ballot on a contested vote, by topic and the others of the same vote: "
        "%.4f; by the rates of all, %.4f. Of %zu ballots of the whole record, a tenth at a time.",
        made->held_out_log_loss, made->held_out_base, made->held_out);
    page_gap(page);
    page_say(
        page, 0,
        "Balanced accuracy is measured as UNBench (2026) does with language models that read the "
        "drafts: from 1994 to 2024, the later half, with the share of the eight years before as "
        "the threshold. Here only day and topic are known.");
}

/* ---- JSON ---- */

static json_t *json_scores(struct build *build, const struct veto_scores *scores) {
    json_t *object = json_object();
    for (size_t i = 0; i < MEASURES; i++)
        build_set(build, object, measures[i].key, json_real(measured(scores, &measures[i])));
    return object;
}

static json_t *json_reliability(struct build *build, const struct veto_reliability *bins) {
    json_t *array = json_array();
    for (int bin = 0; bin < VETO_RELIABILITY_BINS; bin++)
        if (bins[bin].count > 0)
            build_push(build, array,
                       json_pack("{s:f, s:I, s:f, s:f}", "from", bin / 10., "count",
                                 (json_int_t)bins[bin].count, "mean", bins[bin].forecast,
                                 "came_true", bins[bin].came_true));
    return array;
}

static json_t *json_calibration_fit(struct build *build, const struct veto_calibration_fit *fit) {
    if (fit->votes == 0)
        return json_null();
    json_t *object = json_scores(build, &fit->model);
    build_set(build, object, "votes", json_integer((json_int_t)fit->votes));
    build_set(build, object, "ballots", json_integer((json_int_t)fit->ballots));
    build_set(build, object, "base", json_scores(build, &fit->base));
    build_set(build, object, "ballot_reliability", json_reliability(build, fit->model.ballots));
    build_set(build, object, "veto_reliability", json_reliability(build, fit->model.vetoes));
    return object;
}

static json_t *json_accuracy(const struct veto_accuracy *accuracy) {
    return accuracy->events > 0 ? json_real(accuracy->balanced) : json_null();
}

static json_t *build_calibrate_json(struct build *build, const void *context) {
    const struct veto_calibration *made = context;
    return json_pack(
        "{s:i, s:i, s:{s:o, s:o}, s:o, s:o, s:{s:I, s:f, s:f}}", "from", made->from, "to", made->to,
        "fits", "all", json_calibration_fit(build, &made->fits[VETO_FIT_ALL]), "contested",
        json_calibration_fit(build, &made->fits[VETO_FIT_CONTESTED]), "adoption_balanced_accuracy",
        json_accuracy(&made->adoption), "ballot_balanced_accuracy", json_accuracy(&made->ballots),
        "held_out", "ballots", (json_int_t)made->held_out, "log_loss", made->held_out_log_loss,
        "base", made->held_out_base);
}

const struct report report_calibrate = {build_calibrate_page, build_calibrate_json, 0, 0};
