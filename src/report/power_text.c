#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "report/grid.h"
#include "report/power_measures.h"

struct job {
    struct prose prose;
    const struct power_report *report;
};

/* ---- who is of which kind ---- */

/* "RUS", or "CHN +4" for five that are alike. */
static const char *label(struct arena *arena, const struct power_council *council, unsigned kind) {
    const struct veto_kinds *kinds = power_kinds(council);
    const char *first = council->members[power_first_of(kinds, kind)].id;
    return kinds->size[kind] == 1 ? first
                                  : arena_printf(arena, "%s +%u", first, kinds->size[kind] - 1);
}

static char *list_members(struct arena *arena, const struct power_council *council, unsigned kind) {
    const struct veto_kinds *kinds = power_kinds(council);
    char *list = NULL;
    for (unsigned i = 0; i < council->count; i++)
        if (kinds->of[i] == kind)
            list = list ? arena_printf(arena, "%s, %s", list, council->members[i].name)
                        : arena_printf(arena, "%s", council->members[i].name);
    return list;
}

static bool alike(const struct power_council *council) {
    const struct veto_kinds *kinds = power_kinds(council);
    return kinds->count < kinds->members;
}

static void write_kinds(const struct prose *prose, const struct power_council *council) {
    const struct veto_kinds *kinds = power_kinds(council);
    prose_paragraph(prose, INK_PLAIN, 0, 2,
                    alike(council) ? "Members that no rule tells apart have the same power:"
                                   : "No two members are alike.");
    for (unsigned kind = 0; kind < kinds->count && alike(council); kind++) {
        struct prose_cell cells[] = {
            {label(prose->arena, council, kind), 12, INK_BOLD},
            {list_members(prose->arena, council, kind), 0, INK_PLAIN},
        };
        prose_row(prose, 2, cells, 2);
    }
}

/* ---- the Council as a whole ---- */

static void write_act(const struct prose *prose, const struct veto_fraction *act, const char *what,
                      bool exact) {
    char some[VETO_NATURAL_TEXT], all[VETO_NATURAL_TEXT];
    if (!act)
        return;
    struct power_number number = power_number_of(act);
    veto_natural_text(&act->numerator, some);
    veto_natural_text(&act->denominator, all);
    prose_paragraph(prose, INK_PLAIN, 0, 2,
                    arena_printf(prose->arena, "Power to act, %s: %s of %s adopt a draft (%s).",
                                 what, some, all, power_number_text(prose->arena, &number, exact)));
}

static void write_minimal(const struct prose *prose, const struct power_council *council) {
    char minimal[VETO_NATURAL_TEXT], vulnerable[VETO_NATURAL_TEXT];
    if (!council->power || !council->power->johnston.numerator)
        return;
    veto_natural_text(&council->power->minimal, minimal);
    veto_natural_text(&council->power->vulnerable, vulnerable);
    prose_paragraph(prose, INK_PLAIN, 0, 2,
                    arena_printf(prose->arena,
                                 "Minimal winning coalitions: %s. Winning coalitions with a "
                                 "critical member: %s.",
                                 minimal, vulnerable));
}

static void write_council(const struct prose *prose, const struct power_council *council,
                          bool exact) {
    prose_heading(prose, arena_printf(prose->arena, "%s: %s", council->name, council->title), '=');
    write_kinds(prose, council);
    prose_blank(prose);
    write_act(prose, power_act(council), "coalitions, an abstention counting as a no", exact);
    write_act(prose, power_ternary_act(council), "profiles of yes, abstain and no", exact);
    write_minimal(prose, council);
    for (size_t i = 0; i < council->note_count; i++)
        prose_paragraph(prose, INK_YELLOW, 0, 2, council->notes[i]);
}

/* ---- measures ---- */

struct part {
    unsigned part;
    const char *heading;
};

static const struct part parts[] = {
    {VETO_POWER_YES_NO, "Yes or no: these count an abstention as a no"},
    {VETO_POWER_MINIMAL,
     "Yes or no, by critical members and minimal coalitions: an abstention counts as a no"},
    {VETO_POWER_TERNARY, "Yes, abstain or no: an abstention is not a no"},
};

static size_t measures_of(const struct part *part, const struct power_measure **measures) {
    size_t count = 0;
    for (size_t i = 0; i < power_measure_count; i++)
        if (power_measures[i].part == part->part)
            measures[count++] = &power_measures[i];
    return count;
}

static bool has_part(const struct power_report *report, const struct power_measure *measure) {
    for (size_t i = 0; i < report->count; i++)
        if (power_of_member(&report->councils[i], measure, 0).known)
            return true;
    return false;
}

/* The rows of one Council, from `row` on. Returns the row behind them. */
static size_t fill(const struct job *job, const struct grid *grid, size_t row,
                   const struct power_council *council, const struct power_measure **measures) {
    struct arena *arena = job->prose.arena;
    const struct veto_kinds *kinds = power_kinds(council);
    bool exact = job->report->exact, several = job->report->count > 1;
    const char *indent = several ? "  " : "";
    if (several)
        grid_set(grid, row++, 0, council->name);
    for (unsigned kind = 0; kind < kinds->count; kind++, row++) {
        grid_set(grid, row, 0, arena_printf(arena, "%s%s", indent, label(arena, council, kind)));
        for (size_t i = 0; i + 1 < grid->columns; i++) {
            struct power_number number =
                power_of_member(council, measures[i], power_first_of(kinds, kind));
            grid_set(grid, row, i + 1, power_number_text(arena, &number, exact));
        }
    }
    grid_set(grid, row, 0, arena_printf(arena, "%sinequality (Gini)", indent));
    grid_set(grid, row + 1, 0, arena_printf(arena, "%spermanent share", indent));
    for (size_t i = 0; i + 1 < grid->columns; i++) {
        struct power_number gini = power_gini(council, measures[i]);
        struct power_number share = power_permanent_share(council, measures[i]);
        grid_set(grid, row, i + 1, power_number_text(arena, &gini, exact));
        grid_set(grid, row + 1, i + 1, power_number_text(arena, &share, exact));
    }
    return row + 2;
}

static void write_part(const struct job *job, const struct part *part) {
    const struct power_measure *measures[16];
    size_t count = measures_of(part, measures), rows = 2;
    if (!has_part(job->report, measures[0]))
        return;
    for (size_t i = 0; i < job->report->count; i++)
        rows += power_kinds(&job->report->councils[i])->count + 2 + (job->report->count > 1);
    struct grid grid = grid_new(job->prose.arena, rows, count + 1, 2);
    for (size_t i = 0; i < count; i++) {
        grid_set(&grid, 0, i + 1, measures[i]->head[0]);
        grid_set(&grid, 1, i + 1, measures[i]->head[1]);
    }
    size_t row = 2;
    for (size_t i = 0; i < job->report->count; i++)
        row = fill(job, &grid, row, &job->report->councils[i], measures);
    prose_blank(&job->prose);
    prose_heading(&job->prose, part->heading, '-');
    grid_write(&job->prose, &grid);
}

/* ---- in a scenario ---- */

static const char *decisive(struct arena *arena, const struct veto_flips *flips, unsigned member) {
    if (!flips || !flips->has_decisive)
        return "-";
    return arena_printf(arena, "%.6f", flips->decisive[member]);
}

static const char *equally_likely(struct arena *arena, const struct power_in *in, unsigned member,
                                  bool exact) {
    const struct power_measure *measure = power_measure_find("ternary_banzhaf");
    struct power_number number = {.known = false};
    if (in->council)
        number = power_of_member(in->council, measure, member);
    return power_number_text(arena, &number, exact);
}

static void note_drafts(const struct prose *prose, const struct power_in *in) {
    for (size_t i = 0; i < in->scenario->draft_count; i++) {
        const char *why = !in->flips[i]                 ? "is not put to the vote"
                          : !in->flips[i]->has_decisive ? "has too many states for exact chances"
                                                        : NULL;
        if (why)
            prose_paragraph(
                prose, INK_YELLOW, 0, 2,
                arena_printf(prose->arena, "Draft %s %s.", in->scenario->drafts[i].id, why));
    }
}

static void write_in(const struct prose *prose, const struct power_in *in, bool exact) {
    const struct veto_scenario *scenario = in->scenario;
    size_t drafts = scenario->draft_count;
    struct grid grid = grid_new(prose->arena, scenario->members_count + 2, drafts + 2, 2);
    prose_heading(prose, arena_printf(prose->arena, "Who decides: %s", scenario->title), '=');
    prose_paragraph(prose, INK_PLAIN, 0, 0,
                    "The chance that a member decides a draft: that with all other ballots as the "
                    "model's odds have them, its vote in favour adopts the draft and its vote "
                    "against does not. The last column is the same with every ballot equally "
                    "likely among yes, abstain and no, on a substantive question.");
    prose_blank(prose);
    for (size_t i = 0; i < drafts; i++)
        grid_set(&grid, 1, i + 1, scenario->drafts[i].id);
    grid_set(&grid, 0, drafts + 1, "equally");
    grid_set(&grid, 1, drafts + 1, "likely");
    for (unsigned member = 0; member < scenario->members_count; member++) {
        grid_set(&grid, member + 2, 0, scenario->members[member].code);
        for (size_t i = 0; i < drafts; i++)
            grid_set(&grid, member + 2, i + 1, decisive(prose->arena, in->flips[i], member));
        grid_set(&grid, member + 2, drafts + 1, equally_likely(prose->arena, in, member, exact));
    }
    grid_write(prose, &grid);
    note_drafts(prose, in);
}

/* ---- all of it ---- */

static void write_text(void *context) {
    const struct job *job = context;
    const struct power_report *report = job->report;
    for (size_t i = 0; i < report->count; i++) {
        if (i > 0)
            prose_blank(&job->prose);
        write_council(&job->prose, &report->councils[i], report->exact);
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts && report->count > 0; i++)
        write_part(job, &parts[i]);
    if (report->in) {
        if (report->count > 0)
            prose_blank(&job->prose);
        write_in(&job->prose, report->in, report->exact);
    }
}

enum veto_status report_power_text(const struct prose *prose, const struct power_report *report) {
    struct arena arena = {NULL, NULL};
    struct job job = {*prose, report};
    job.prose.arena = &arena;
    bool done = arenas_try(&arena, NULL, write_text, &job);
    arena_free(&arena);
    return done && !ferror(prose->file) ? VETO_OK : VETO_SYSTEM;
}
