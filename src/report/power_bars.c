#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/power_measures.h"

/* Four measures: the two questions that are most asked, each with two ballots and with three. */
static const struct {
    const char *key, *heading;
} charts[] = {
    {"shapley_shubik", "Shapley-Shubik, yes or no: an abstention counts as a no"},
    {"ternary_shapley_shubik", "Shapley-Shubik, yes, abstain or no: an abstention is not a no"},
    {"banzhaf", "Banzhaf, yes or no: an abstention counts as a no"},
    {"ternary_banzhaf", "Banzhaf, yes, abstain or no: an abstention is not a no"},
};

struct job {
    struct prose prose;
    const struct power_report *report;
    const struct power_measure *measure;
    double most;          /* the longest bar */
    size_t names, labels; /* widths of the texts before the bars */
};

enum { NUMBER = 11, SHORTEST = 10, NARROW = 30 };

static const char *label(const struct job *job, const struct power_council *council,
                         unsigned kind) {
    const struct veto_kinds *kinds = power_kinds(council);
    const char *first = council->members[power_first_of(kinds, kind)].id;
    if (kinds->size[kind] == 1)
        return first;
    return arena_printf(job->prose.arena, "%s +%u", first, kinds->size[kind] - 1);
}

static void widen(size_t *width, const char *text) {
    size_t wanted = text_width(text) + 2;
    *width = wanted > *width ? wanted : *width;
}

static void measure_all(struct job *job) {
    job->most = 0;
    job->names = job->labels = 0;
    for (size_t i = 0; i < job->report->count; i++) {
        const struct power_council *council = &job->report->councils[i];
        const struct veto_kinds *kinds = power_kinds(council);
        if (job->report->count > 1)
            widen(&job->names, council->name);
        for (unsigned kind = 0; kind < kinds->count; kind++) {
            struct power_number number =
                power_of_member(council, job->measure, power_first_of(kinds, kind));
            widen(&job->labels, label(job, council, kind));
            if (number.known && number.value > job->most)
                job->most = number.value;
        }
    }
}

/* At least one mark for any power at all. */
static char *bar(const struct job *job, double value) {
    size_t columns = job->prose.columns < 2 * NARROW ? 2 * NARROW : job->prose.columns;
    size_t used = job->names + job->labels + NUMBER;
    size_t room = columns > used + SHORTEST ? columns - used : SHORTEST;
    size_t marks = (size_t)(value / job->most * (double)room + 0.5);
    if (marks == 0 && value > 0)
        marks = 1;
    const char *mark = job->prose.ascii ? "#" : "█";
    size_t size = strlen(mark);
    char *text = arena_alloc(job->prose.arena, marks * size + 1);
    for (size_t i = 0; i < marks; i++)
        memcpy(text + i * size, mark, size);
    return text;
}

static void write_council(const struct job *job, const struct power_council *council) {
    const struct veto_kinds *kinds = power_kinds(council);
    for (unsigned kind = 0; kind < kinds->count; kind++) {
        struct power_number number =
            power_of_member(council, job->measure, power_first_of(kinds, kind));
        bool named = job->report->count > 1;
        struct prose_cell cells[] = {
            {kind == 0 ? council->name : "", job->names, INK_BOLD},
            {label(job, council, kind), job->labels, INK_PLAIN},
            {power_number_text(job->prose.arena, &number, false), NUMBER, INK_PLAIN},
            {number.known ? bar(job, number.value) : "not computed", 0, INK_GREEN},
        };
        prose_row(&job->prose, 0, cells + !named, named ? 4 : 3);
    }
}

static void write_bars(void *context) {
    struct job *job = context;
    for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
        job->measure = power_measure_find(charts[i].key);
        measure_all(job);
        if (job->most == 0)
            continue;
        if (i > 0)
            prose_blank(&job->prose);
        prose_heading(&job->prose, charts[i].heading, '-');
        for (size_t c = 0; c < job->report->count; c++)
            write_council(job, &job->report->councils[c]);
    }
    for (size_t c = 0; c < job->report->count; c++)
        for (size_t i = 0; i < job->report->councils[c].note_count; i++)
            prose_paragraph(&job->prose, INK_YELLOW, 0, 2, job->report->councils[c].notes[i]);
}

enum veto_status report_power_bars(const struct prose *prose, const struct power_report *report) {
    struct arena arena = {0};
    struct job job = {.prose = *prose, .report = report};
    job.prose.arena = &arena;
    bool done = arenas_try(&arena, NULL, write_bars, &job);
    arena_free(&arena);
    return done && !ferror(prose->file) ? VETO_OK : VETO_SYSTEM;
}
