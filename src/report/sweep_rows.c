#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "report/sweep.h"

/* ---- the texts ---- */

/* A text as Jansson writes it, quotation marks and all. */
static char *quote(struct sweep_rows *rows, const char *text) {
    json_t *string = json_string(text);
    char *made = json_dumps(string, JSON_ENCODE_ANY);
    char *copy = arena_printf(&rows->arena, "%s", made ? made : "");
    rows->failed = rows->failed || !made;
    json_decref(string);
    free(made);
    return copy;
}

/* A value as it stands in a row: in JSON as a number where it is one. */
static const char *written(struct sweep_rows *rows, const char *text) {
    double number;
    char printed[NUMBER_PRINT];
    if (!rows->json)
        return csv_field(&rows->arena, text);
    return number_parse(text, &number)
               ? arena_copy(&rows->arena, printed, number_print(number, printed))
               : quote(rows, text);
}

/* What all rows have behind their drafts. */
static const char *json_end(struct sweep_rows *rows) {
    const char *end = "}]";
    for (size_t i = 0; i < rows->also_set_count; i++)
        end = arena_printf(&rows->arena, "%s%s%s", end, i > 0 ? ", " : ", \"also_set\": [",
                           quote(rows, rows->also_set[i]));
    return arena_printf(&rows->arena, "%s%s%s}\n", end, rows->also_set_count > 0 ? "]" : "",
                        rows->scenario->hypothetical ? ", \"hypothetical\": true" : "");
}

static void prepare_texts(struct sweep_rows *rows) {
    struct arena *arena = &rows->arena;
    bool json = rows->json;
    const char *head = "";
    for (size_t i = 0; i < rows->axis_count; i++) {
        const struct veto_axis *axis = &rows->axes[i];
        const char *before = i > 0 ? "," : "";
        const char *path = json ? quote(rows, axis->path) : csv_field(arena, axis->path);
        head = arena_printf(arena, "%s%s%s", head, before, path);
        if (json)
            before = arena_printf(arena, "%s%s: ", i > 0 ? ", " : "{\"set\": {", path);
        for (size_t j = 0; j < axis->count; j++)
            rows->values[i][j] =
                arena_printf(arena, "%s%s", before, written(rows, axis->values[j]));
    }
    rows->method[VETO_EXACT] = json ? "}, \"method\": \"exact\", \"trials\": null" : ",exact,";
    rows->method[VETO_MONTE_CARLO] =
        json ? "}, \"method\": \"monte_carlo\", \"trials\": " : ",monte_carlo,";
    head = arena_printf(arena, "%s,method,trials", head);
    for (size_t i = 0; i < rows->scenario->draft_count * VETO_OUTCOMES; i++) {
        const char *word = veto_outcome_word((enum veto_outcome)(i % VETO_OUTCOMES)), *draft = ", ";
        const char *id = rows->scenario->drafts[i / VETO_OUTCOMES].id;
        head = arena_printf(arena, "%s,%s.%s", head, id, word);
        if (i % VETO_OUTCOMES == 0)
            draft =
                arena_printf(arena, "%s{\"id\": \"%s\", ", i > 0 ? "}, " : ", \"drafts\": [", id);
        rows->numbers[i] = json ? arena_printf(arena, "%s\"%s\": ", draft, word) : ",";
    }
    rows->head = json ? "" : arena_printf(arena, "%s\n", head);
    rows->end = json ? json_end(rows) : "\n";
}

/* ---- rows ---- */

static void prepare_rows(void *context) {
    struct sweep_rows *rows = context;
    size_t numbers = rows->scenario->draft_count * VETO_OUTCOMES;
    rows->values = arena_array(&rows->arena, const char **, rows->axis_count + 1);
    for (size_t i = 0; i < rows->axis_count; i++)
        rows->values[i] = arena_array(&rows->arena, const char *, rows->axes[i].count);
    rows->numbers = arena_array(&rows->arena, const char *, numbers + 1);
    prepare_texts(rows);
    /* A number takes less than NUMBER_PRINT, so that there is room for the NUL of a text. */
    rows->most = strlen(rows->end) + strlen(rows->method[VETO_MONTE_CARLO]) + NUMBER_PRINT;
    for (size_t i = 0; i < rows->axis_count; i++) {
        size_t most = 0;
        for (size_t j = 0; j < rows->axes[i].count; j++)
            most = strlen(rows->values[i][j]) > most ? strlen(rows->values[i][j]) : most;
        rows->most += most;
    }
    for (size_t i = 0; i < numbers; i++)
        rows->most += strlen(rows->numbers[i]) + NUMBER_PRINT;
}

struct sweep_rows *sweep_rows_new(const struct veto_scenario *scenario,
                                  const struct veto_sweep_request *request, bool json) {
    struct sweep_rows *rows = calloc(1, sizeof *rows);
    if (!rows)
        return NULL;
    rows->scenario = scenario;
    rows->axes = request->axes;
    rows->axis_count = request->axis_count;
    rows->also_set = request->overrides;
    rows->also_set_count = request->override_count;
    rows->json = json;
    if (arenas_try(&rows->arena, NULL, prepare_rows, rows) && !rows->failed)
        return rows;
    sweep_rows_free(rows);
    return NULL;
}

void sweep_rows_free(struct sweep_rows *rows) {
    if (rows)
        arena_free(&rows->arena);
    free(rows);
}

size_t sweep_rows_print(const void *context, size_t index, const struct veto_sweep_point *point,
                        char *bytes) {
    const struct sweep_rows *rows = context;
    size_t numbers = rows->scenario->draft_count * VETO_OUTCOMES, step = 1;
    char *end = bytes;
    for (size_t i = 0; i < rows->axis_count; i++)
        step *= rows->axes[i].count;
    for (size_t i = 0; i < rows->axis_count; i++) {
        step /= rows->axes[i].count;
        end = stpcpy(end, rows->values[i][index / step % rows->axes[i].count]);
    }
    end = stpcpy(end, rows->method[point->method]);
    if (point->method == VETO_MONTE_CARLO)
        end += number_print((double)point->trials, end);
    for (size_t i = 0; i < numbers; i++) {
        end = stpcpy(end, rows->numbers[i]);
        end += number_print(point->chances[i], end);
    }
    return (size_t)(stpcpy(end, rows->end) - bytes);
}
