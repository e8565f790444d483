#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
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

static size_t label_width(struct arena *arena, const struct power_council *council) {
    const struct veto_kinds *kinds = power_kinds(council);
    size_t most = 0;
    for (unsigned kind = 0; kind < kinds->count; kind++) {
        size_t width = text_width(label(arena, council, kind));
        most = width > most ? width : most;
    }
    return most + 2;
}

static void write_kinds(const struct prose *prose, const struct power_council *council) {
    const struct veto_kinds *kinds = power_kinds(council);
    size_t width = label_width(prose->arena, council);
    prose_paragraph(prose, INK_PLAIN, 0, 2,
                    alike(council) ? "Members that no rule tells apart have the same power:"
                                   : "No two members are alike.");
    for (unsigned kind = 0; kind < kinds->count && alike(council); kind++) {
        struct prose_cell cells[] = {
            {label(prose->arena, council, kind), width, INK_BOLD},
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
    {VETO_POWER_MINIMAL, "Yes or no, further measures: these count an abstention as a no"},
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

static bool has_permanent(const struct power_council *council) {
    for (unsigned i = 0; i < council->count; i++)
        if (council->members[i].permanent)
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
    bool permanent = has_permanent(council);
    grid_set(grid, row, 0, arena_printf(arena, "%sinequality (Gini)", indent));
    if (permanent)
        grid_set(grid, row + 1, 0, arena_printf(arena, "%spermanent share", indent));
    for (size_t i = 0; i + 1 < grid->columns; i++) {
        struct power_number gini = power_gini(council, measures[i]);
        struct power_number share = power_permanent_share(council, measures[i]);
        grid_set(grid, row, i + 1, power_number_text(arena, &gini, exact));
        if (permanent)
            grid_set(grid, row + 1, i + 1, power_number_text(arena, &share, exact));
    }
    return row + 1 + permanent;
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
    grid.rows = row; /* there was room for more */
    prose_blank(&job->prose);
    prose_heading(&job->prose, part->heading, '-');
    grid_write(&job->prose, &grid);
}

/* ---- several Councils side by side ---- */

/* Over all members: the most that one has, or the least. */
static struct power_number extreme(const struct power_council *council,
                                   const struct power_measure *measure, int sign) {
    struct power_number found = power_of_member(council, measure, 0);
    for (unsigned i = 1; i < council->count && found.known; i++) {
        struct power_number number = power_of_member(council, measure, i);
        if (sign * number.value > sign * found.value)
            found = number;
    }
    return found;
}

static struct power_number most(const struct power_council *council,
                                const struct power_measure *measure) {
    return extreme(council, measure, 1);
}

static struct power_number least(const struct power_council *council,
                                 const struct power_measure *measure) {
    return extreme(council, measure, -1);
}

static struct power_number to_act(const struct power_council *council,
                                  const struct power_measure *measure) {
    const struct veto_fraction *act =
        measure->part == VETO_POWER_TERNARY ? power_ternary_act(council) : power_act(council);
    return act ? power_number_of(act) : (struct power_number){.known = false};
}

static const struct {
    const char *text;
    const char *key; /* of a measure; NULL: the row is a heading */
    struct power_number (*of)(const struct power_council *, const struct power_measure *);
} overview[] = {
    {"An abstention counts as a no", NULL, NULL},
    {"  power to act (Coleman)", "banzhaf", to_act},
    {"  Shapley-Shubik, most", "shapley_shubik", most},
    {"    least", "shapley_shubik", least},
    {"    inequality (Gini)", "shapley_shubik", power_gini},
    {"    permanent share", "shapley_shubik", power_permanent_share},
    {"  Banzhaf, most", "banzhaf", most},
    {"    least", "banzhaf", least},
    {"An abstention is not a no", NULL, NULL},
    {"  power to act", "ternary_banzhaf", to_act},
    {"  Shapley-Shubik, most", "ternary_shapley_shubik", most},
    {"    least", "ternary_shapley_shubik", least},
    {"    inequality (Gini)", "ternary_shapley_shubik", power_gini},
    {"    permanent share", "ternary_shapley_shubik", power_permanent_share},
    {"  Banzhaf, most", "ternary_banzhaf", most},
    {"    least", "ternary_banzhaf", least},
};

static void write_overview(const struct job *job) {
    enum { ROWS = sizeof overview / sizeof *overview };
    const struct power_report *report = job->report;
    struct grid grid = grid_new(job->prose.arena, ROWS + 2, report->count + 1, 2);
    for (size_t i = 0; i < report->count; i++) {
        const struct power_council *council = &report->councils[i];
        grid_set(&grid, 0, i + 1, council->name);
        grid_set(&grid, 1, i + 1, arena_printf(job->prose.arena, "%u members", council->count));
        for (size_t row = 0; row < ROWS; row++) {
            grid_set(&grid, row + 2, 0, overview[row].text);
            if (!overview[row].key)
                continue;
            struct power_number number =
                overview[row].of(council, power_measure_find(overview[row].key));
            grid_set(&grid, row + 2, i + 1,
                     power_number_text(job->prose.arena, &number, report->exact));
        }
    }
    prose_blank(&job->prose);
    prose_heading(&job->prose,
                  "Side by side: the member with the most power and the one with the least", '-');
    grid_write(&job->prose, &grid);
}

/* ---- in a scenario ---- */

static const char *decisive(struct arena *arena, const struct veto_flips *flips, unsigned member) {
    if (!flips || !flips->has_decisive)
        return "-";
    struct power_number number = {.known = true, .value = flips->decisive[member]};
    return power_number_text(arena, &number, false);
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
    if (report->count > 1)
        write_overview(job);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && report->count > 0; i++)
        write_part(job, &parts[i]);
    if (report->in) {
        if (report->count > 0)
            prose_blank(&job->prose);
        write_in(&job->prose, report->in, report->exact);
    }
}

enum veto_status report_power_text(const struct prose *prose, const struct power_report *report) {
    struct arena arena = {0};
    struct job job = {*prose, report};
    job.prose.arena = &arena;
    bool done = arenas_try(&arena, NULL, write_text, &job);
    arena_free(&arena);
    return done && !ferror(prose->file) ? VETO_OK : VETO_SYSTEM;
}
