#include "cli/vary.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/terminal.h"

enum { DEFAULT_POINTS = 1000000 };

/* FROM:TO:STEP. Decimal numbers are counted in units of their last decimal, so that 0:1:0.1 comes
 * to 0.3 and not to 0.30000000000000004. */
struct range {
    double numbers[3]; /* from, to, step */
    double scale;      /* units in 1; 0: no such decimals */
    size_t count;
};

static bool is_whole_number(double number, double scale) {
    double units = round(number * scale);
    return fabs(units) < 0x1p53 && units / scale == number;
}

static void count_points(struct range *range) {
    const double *n = range->numbers;
    for (double scale = 1; scale <= 1e15; scale *= 10)
        if (is_whole_number(n[0], scale) && is_whole_number(n[1], scale) &&
            is_whole_number(n[2], scale)) {
            range->scale = scale;
            break;
        }
    double steps = (n[1] - n[0]) / n[2] * (1 + 1e-12);
    if (range->scale > 0) {
        double wide = round(n[1] * range->scale) - round(n[0] * range->scale);
        steps = wide / round(n[2] * range->scale);
    }
    range->count = steps < 9e15 ? (size_t)steps + 1 : SIZE_MAX;
}

static double value_of(const struct range *range, size_t i) {
    const double *n = range->numbers;
    if (range->scale == 0)
        return n[0] + (double)i * n[2];
    return (round(n[0] * range->scale) + (double)i * round(n[2] * range->scale)) / range->scale;
}

/* ---- reading ---- */

struct reading {
    struct arena *arena;
    const char *word; /* all of the option's value */
    char *rest;       /* of a copy of it, behind the '=' */
    size_t most;      /* points */
};

static enum veto_status refuse_values(const struct reading *reading, const char *why) {
    complain("option '--vary' cannot be '%s': %s", reading->word, why);
    return VETO_USAGE;
}

static enum veto_status too_many(size_t points, size_t most) {
    if (points == SIZE_MAX)
        complain("the sweep has more points than can be counted; the most is %zu", most);
    else
        complain("the sweep has %zu points, more than %zu; '--max-points %zu' would allow them",
                 points, most, points);
    return VETO_USAGE;
}

static enum veto_status read_numbers(struct reading *reading, struct range *range) {
    char *piece = reading->rest;
    for (int i = 0; i < 3; i++) {
        char *end = piece ? strchr(piece, ':') : NULL;
        if (!piece || (i == 2 && end))
            return refuse_values(reading, "a range is FROM:TO:STEP");
        if (end)
            *end = '\0';
        if (!number_parse(piece, &range->numbers[i])) {
            complain("option '--vary' cannot be '%s': '%s' is no number", reading->word, piece);
            return VETO_USAGE;
        }
        piece = end ? end + 1 : NULL;
    }
    return VETO_OK;
}

static enum veto_status check_range(const struct reading *reading, const struct range *range) {
    const double *n = range->numbers;
    char from[NUMBER_PRINT], to[NUMBER_PRINT], step[NUMBER_PRINT];
    if (n[2] == 0)
        return refuse_values(reading, "the step is zero");
    if ((n[1] - n[0]) * n[2] >= 0)
        return VETO_OK;
    number_print(n[0], from);
    number_print(n[1], to);
    number_print(-n[2], step);
    complain("option '--vary' cannot be '%s': the step leads away from %s; from %s it would be %s",
             reading->word, to, from, step);
    return VETO_USAGE;
}

static enum veto_status read_range(struct reading *reading, struct veto_axis *axis) {
    struct range range = {.scale = 0};
    enum veto_status status = read_numbers(reading, &range);
    if (status == VETO_OK)
        status = check_range(reading, &range);
    if (status != VETO_OK)
        return status;
    count_points(&range);
    if (range.count == SIZE_MAX || range.count > reading->most)
        return too_many(range.count, reading->most);
    const char **values = arena_array(reading->arena, const char *, range.count);
    for (size_t i = 0; i < range.count; i++) {
        char text[NUMBER_PRINT];
        values[i] = arena_copy(reading->arena, text, number_print(value_of(&range, i), text));
    }
    axis->values = values;
    axis->count = range.count;
    return VETO_OK;
}

static enum veto_status read_list(struct reading *reading, struct veto_axis *axis) {
    size_t count = 1;
    for (const char *at = reading->rest; (at = strchr(at, ',')); at++)
        count++;
    const char **values = arena_array(reading->arena, const char *, count);
    const char *piece = reading->rest;
    for (size_t i = 0; i < count; i++) {
        size_t length = strcspn(piece, ",");
        if (length == 0)
            return refuse_values(reading, "a value is missing");
        values[i] = arena_copy(reading->arena, piece, length);
        piece += length + 1;
    }
    axis->values = values;
    axis->count = count;
    return VETO_OK;
}

bool vary_is_list(const char *word) {
    const char *values = strchr(word, '=');
    return strchr(values, ',') || !strchr(values, ':');
}

static enum veto_status read_axis(const char *word, size_t most, struct arena *arena,
                                  struct veto_axis *axis) {
    char *copy = arena_copy(arena, word, strlen(word));
    struct reading reading = {arena, word, strchr(copy, '='), most};
    *reading.rest++ = '\0';
    axis->path = copy;
    return (vary_is_list(word) ? read_list : read_range)(&reading, axis);
}

/* Whether one path is the other, or leads on from it. */
static bool overlap(const char *a, const char *b) {
    size_t length = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    return strncmp(a, b, length) == 0 && (a[length] == '\0' || a[length] == '.') &&
           (b[length] == '\0' || b[length] == '.');
}

static enum veto_status check_overlap(const struct veto_axis *axes, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (overlap(axes[i].path, axes[j].path)) {
                complain("'--vary %s' and '--vary %s' change the same value", axes[j].path,
                         axes[i].path);
                return VETO_USAGE;
            }
    return VETO_OK;
}

enum veto_status vary_read(const struct settings *settings, struct arena *arena,
                           struct veto_axis *axes) {
    size_t most = settings->max_points ? (size_t)settings->max_points : DEFAULT_POINTS;
    size_t count = settings->varied_count;
    for (size_t i = 0; i < count; i++) {
        enum veto_status status = read_axis(settings->varied[i], most, arena, &axes[i]);
        if (status != VETO_OK)
            return status;
    }
    enum veto_status status = check_overlap(axes, count);
    if (status == VETO_OK && veto_sweep_points(axes, count) > most)
        status = too_many(veto_sweep_points(axes, count), most);
    return status;
}
