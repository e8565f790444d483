#include "cli/options.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/terminal.h"

/* FROM:TO:STEP. Decimal numbers are counted in units of their last decimal, so that 0:1:0.1 comes
 * to 0.3 and not to 0.30000000000000004. */
enum { FROM, TO, STEP, NUMBERS };

static bool is_whole_number(double number, double scale) {
    double units = round(number * scale);
    return fabs(units) < 0x1p53 && units / scale == number;
}

/* Units in 1; 0: there are no such decimals. */
static double scale_of(const double n[NUMBERS]) {
    for (double scale = 1; scale <= 1e15; scale *= 10)
        if (is_whole_number(n[FROM], scale) && is_whole_number(n[TO], scale) &&
            is_whole_number(n[STEP], scale))
            return scale;
    return 0;
}

static size_t count_points(const double n[NUMBERS], double scale) {
    double steps = (n[TO] - n[FROM]) / n[STEP] * (1 + 1e-12);
    if (scale > 0)
        steps = (round(n[TO] * scale) - round(n[FROM] * scale)) / round(n[STEP] * scale);
    return steps < 9e15 ? (size_t)steps + 1 : SIZE_MAX;
}

static double value_of(const double n[NUMBERS], double scale, size_t i) {
    if (scale == 0)
        return n[FROM] + (double)i * n[STEP];
    return (round(n[FROM] * scale) + (double)i * round(n[STEP] * scale)) / scale;
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

static enum veto_status read_numbers(struct reading *reading, double n[NUMBERS]) {
    char *piece = reading->rest;
    for (int i = 0; i < NUMBERS; i++) {
        char *end = piece ? strchr(piece, ':') : NULL;
        if (!piece || (i == STEP && end))
            return refuse_values(reading, "a range is FROM:TO:STEP");
        if (end)
            *end = '\0';
        if (!number_parse(piece, &n[i])) {
            complain("option '--vary' cannot be '%s': '%s' is no number", reading->word, piece);
            return VETO_USAGE;
        }
        piece = end ? end + 1 : NULL;
    }
    return VETO_OK;
}

static enum veto_status check_range(const struct reading *reading, const double n[NUMBERS]) {
    char from[NUMBER_PRINT], to[NUMBER_PRINT], step[NUMBER_PRINT];
    if (n[STEP] == 0)
        return refuse_values(reading, "the step is zero");
    if ((n[TO] - n[FROM]) * n[STEP] >= 0)
        return VETO_OK;
    number_print(n[FROM], from);
    number_print(n[TO], to);
    number_print(-n[STEP], step);
    complain("option '--vary' cannot be '%s': the step leads away from %s; from %s it would be %s",
             reading->word, to, from, step);
    return VETO_USAGE;
}

static enum veto_status read_range(struct reading *reading, struct veto_axis *axis) {
    double n[NUMBERS];
    enum veto_status status = read_numbers(reading, n);
    if (status == VETO_OK)
        status = check_range(reading, n);
    if (status != VETO_OK)
        return status;
    double scale = scale_of(n);
    size_t count = count_points(n, scale);
    if (count == SIZE_MAX || count > reading->most)
        return too_many(count, reading->most);
    const char **values = arena_array(reading->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        char text[NUMBER_PRINT];
        values[i] = arena_copy(reading->arena, text, number_print(value_of(n, scale, i), text));
    }
    axis->values = values;
    axis->count = count;
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

/* Whether a path, with a value behind it or none, is another or leads on from it. */
static bool leads_from(const char *path, const char *other) {
    size_t length = strlen(other);
    return strncmp(path, other, length) == 0 && strchr(".=", path[length]);
}

/* The axis whose every value replaces what an override sets, or NULL. */
static const struct veto_axis *replaced_by(const char *override, const struct veto_axis *axes,
                                           size_t count) {
    for (size_t i = 0; i < count; i++)
        if (leads_from(override, axes[i].path))
            return &axes[i];
    return NULL;
}

void vary_drop_replaced(struct settings *settings, const struct veto_axis *axes) {
    size_t kept = 0;
    for (size_t i = 0; i < settings->override_count; i++)
        if (!replaced_by(settings->overrides[i], axes, settings->varied_count))
            settings->overrides[kept++] = settings->overrides[i];
    settings->override_count = kept;
}

static enum veto_status check_overlap(const struct settings *settings,
                                      const struct veto_axis *axes) {
    size_t count = settings->varied_count;
    for (size_t i = 0; i < settings->override_count; i++) {
        const char *override = settings->overrides[i];
        const struct veto_axis *axis = replaced_by(override, axes, count);
        if (axis) {
            complain("'--set %.*s' and '--vary %s' change the same value",
                     (int)strcspn(override, "="), override, axis->path);
            return VETO_USAGE;
        }
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (leads_from(axes[i].path, axes[j].path) || leads_from(axes[j].path, axes[i].path)) {
                complain("'--vary %s' and '--vary %s' change the same value", axes[j].path,
                         axes[i].path);
                return VETO_USAGE;
            }
    return VETO_OK;
}

enum veto_status vary_read(const struct settings *settings, struct arena *arena,
                           struct veto_axis *axes) {
    size_t most = (size_t)settings->max_points;
    size_t count = settings->varied_count;
    for (size_t i = 0; i < count; i++) {
        const char *word = settings->varied[i];
        char *path = arena_copy(arena, word, strlen(word));
        struct reading reading = {arena, word, strchr(path, '='), most};
        *reading.rest++ = '\0';
        axes[i].path = path;
        enum veto_status status = (vary_is_list(word) ? read_list : read_range)(&reading, &axes[i]);
        if (status != VETO_OK)
            return status;
    }
    enum veto_status status = check_overlap(settings, axes);
    if (status == VETO_OK && veto_sweep_points(axes, count) > most)
        status = too_many(veto_sweep_points(axes, count), most);
    return status;
}
