#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "report/sweep.h"

/* A text with its length: rows are put together from these and from numbers. */
struct piece {
    const char *text;
    size_t length;
};

struct sweep_rows {
    struct arena arena;
    const struct veto_scenario *scenario;
    const struct veto_axis *axes;
    size_t axis_count;
    bool json, failed;
    const char *head;
    struct piece **values; /* for every value of every axis: all that stands in its column */
    struct piece method[VETO_METHODS]; /* by Monte Carlo, the trials stand behind it */
    struct piece *numbers; /* VETO_OUTCOMES a draft: what stands before each probability */
    struct piece end;
    size_t most;
};

static struct piece piece_of(const char *text) {
    return (struct piece){text, strlen(text)};
}

/* ---- CSV ---- */

/* A field, in quotation marks where it needs them. */
static char *field(struct arena *arena, const char *text) {
    if (!strpbrk(text, ",\"\r\n"))
        return arena_printf(arena, "%s", text);
    char *quoted = arena_alloc(arena, 2 * strlen(text) + 3), *end = quoted;
    *end++ = '"';
    for (; *text; text++) {
        if (*text == '"')
            *end++ = '"';
        *end++ = *text;
    }
    *end = '"';
    return quoted;
}

static void prepare_csv(struct sweep_rows *rows) {
    struct arena *arena = &rows->arena;
    char *head = arena_copy(arena, "", 0);
    for (size_t i = 0; i < rows->axis_count; i++) {
        const struct veto_axis *axis = &rows->axes[i];
        head = arena_printf(arena, "%s%s%s", head, i > 0 ? "," : "", field(arena, axis->path));
        for (size_t j = 0; j < axis->count; j++)
            rows->values[i][j] = piece_of(
                arena_printf(arena, "%s%s", i > 0 ? "," : "", field(arena, axis->values[j])));
    }
    rows->method[VETO_EXACT] = piece_of(",exact,");
    rows->method[VETO_MONTE_CARLO] = piece_of(",monte_carlo,");
    head = arena_printf(arena, "%s,method,trials", head);
    for (size_t i = 0; i < rows->scenario->draft_count * VETO_OUTCOMES; i++) {
        enum veto_outcome outcome = (enum veto_outcome)(i % VETO_OUTCOMES);
        head = arena_printf(arena, "%s,%s.%s", head, rows->scenario->drafts[i / VETO_OUTCOMES].id,
                            veto_outcome_word(outcome));
        rows->numbers[i] = piece_of(",");
    }
    rows->head = arena_printf(arena, "%s\n", head);
    rows->end = piece_of("\n");
}

/* ---- JSON ---- */

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

/* A number where it is one. */
static char *json_value(struct sweep_rows *rows, const char *text) {
    double number;
    char printed[NUMBER_PRINT];
    if (!number_parse(text, &number))
        return quote(rows, text);
    return arena_copy(&rows->arena, printed, number_print(number, printed));
}

static void prepare_json(struct sweep_rows *rows) {
    struct arena *arena = &rows->arena;
    for (size_t i = 0; i < rows->axis_count; i++) {
        const struct veto_axis *axis = &rows->axes[i];
        const char *path = quote(rows, axis->path), *before = i > 0 ? ", " : "{\"set\": {";
        for (size_t j = 0; j < axis->count; j++)
            rows->values[i][j] = piece_of(
                arena_printf(arena, "%s%s: %s", before, path, json_value(rows, axis->values[j])));
    }
    rows->method[VETO_EXACT] = piece_of("}, \"method\": \"exact\", \"trials\": null");
    rows->method[VETO_MONTE_CARLO] = piece_of("}, \"method\": \"monte_carlo\", \"trials\": ");
    for (size_t i = 0; i < rows->scenario->draft_count * VETO_OUTCOMES; i++) {
        const char *word = veto_outcome_word((enum veto_outcome)(i % VETO_OUTCOMES));
        const char *id = rows->scenario->drafts[i / VETO_OUTCOMES].id;
        rows->numbers[i] = piece_of(
            i % VETO_OUTCOMES > 0 ? arena_printf(arena, ", \"%s\": ", word)
                                  : arena_printf(arena, "%s{\"id\": \"%s\", \"%s\": ",
                                                 i > 0 ? "}, " : ", \"drafts\": [", id, word));
    }
    rows->head = "";
    rows->end = piece_of("}]}\n");
}

/* ---- rows ---- */

static void prepare_rows(void *context) {
    struct sweep_rows *rows = context;
    size_t numbers = rows->scenario->draft_count * VETO_OUTCOMES;
    rows->values = arena_array(&rows->arena, struct piece *, rows->axis_count + 1);
    for (size_t i = 0; i < rows->axis_count; i++)
        rows->values[i] = arena_array(&rows->arena, struct piece, rows->axes[i].count);
    rows->numbers = arena_array(&rows->arena, struct piece, numbers + 1);
    (rows->json ? prepare_json : prepare_csv)(rows);
    rows->most = rows->end.length + rows->method[VETO_MONTE_CARLO].length + NUMBER_PRINT;
    for (size_t i = 0; i < rows->axis_count; i++) {
        size_t most = 0;
        for (size_t j = 0; j < rows->axes[i].count; j++)
            most = rows->values[i][j].length > most ? rows->values[i][j].length : most;
        rows->most += most;
    }
    for (size_t i = 0; i < numbers; i++)
        rows->most += rows->numbers[i].length + NUMBER_PRINT;
}

struct sweep_rows *sweep_rows_new(const struct veto_scenario *scenario,
                                  const struct veto_axis *axes, size_t axis_count, bool json) {
    struct sweep_rows *rows = calloc(1, sizeof *rows);
    if (!rows)
        return NULL;
    rows->scenario = scenario;
    rows->axes = axes;
    rows->axis_count = axis_count;
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

const char *sweep_rows_head(const struct sweep_rows *rows) {
    return rows->head;
}

size_t sweep_rows_most(const struct sweep_rows *rows) {
    return rows->most;
}

static char *put_value(char *bytes, struct piece piece) {
    memcpy(bytes, piece.text, piece.length);
    return bytes + piece.length;
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
        end = put_value(end, rows->values[i][index / step % rows->axes[i].count]);
    }
    end = put_value(end, rows->method[point->method]);
    if (point->method == VETO_MONTE_CARLO)
        end += number_print((double)point->trials, end);
    for (size_t i = 0; i < numbers; i++) {
        end = put_value(end, rows->numbers[i]);
        end += number_print(point->chances[i], end);
    }
    return (size_t)(put_value(end, rows->end) - bytes);
}
