/* A draft before it is put, as a scenario to play: its kinds as the record has them. */
#include <math.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/history.h"
#include "words/history.h"
#include "words/words.h"

/* Of a percentage, so that weights have nine decimals and chances six: rounded together, they add
 * up to 1 as decimals. */
enum { WEIGHT_DECIMALS = 7, CHANCE_DECIMALS = 4 };

struct scenario_writer {
    FILE *file;
    struct arena arena;
    const struct veto_expectation *found;
};

/* ---- classes that are written as one ---- */

/* Of each start of the fit comes much the same class: as one they are told apart by who reads them,
 * and what ballots say about them hardly changes. */
static const double alike = 0.25;

struct merged {
    size_t first;    /* the heaviest of its classes */
    unsigned number; /* among those of its kind, from 1 */
    double weight;
    double (*chances)[VETO_EXPECT_BALLOTS]; /* means, by weight */
};

static double classes_apart(const struct veto_expectation *found, const struct veto_expect_class *a,
                            const struct veto_expect_class *b) {
    double most = a->kind == b->kind ? 0 : 1;
    for (unsigned seat = 0; seat < found->council.count; seat++)
        for (int ballot = 0; ballot < VETO_EXPECT_BALLOTS; ballot++)
            most = fmax(most, fabs(a->chances[seat][ballot] - b->chances[seat][ballot]));
    return most;
}

/* Where a class belongs: to the nearest one, if that is near or there is no more room. */
static size_t place_class(const struct scenario_writer *writer, const struct merged *merged,
                          size_t count, size_t class) {
    const struct veto_expectation *found = writer->found;
    size_t nearest = 0;
    double least = HUGE_VAL;
    for (size_t i = 0; i < count; i++) {
        double here =
            classes_apart(found, &found->classes[merged[i].first], &found->classes[class]);
        nearest = here < least ? i : nearest;
        least = fmin(least, here);
    }
    return least < alike || count == VETO_MAX_KINDS ? nearest : count;
}

static size_t merge_classes(struct scenario_writer *writer, struct merged *merged) {
    const struct veto_expectation *found = writer->found;
    size_t count = 0;
    for (size_t i = 0; i < found->class_count; i++) {
        const struct veto_expect_class *class = &found->classes[i];
        size_t at = place_class(writer, merged, count, i);
        if (at == count) {
            merged[count++] = (struct merged){
                .first = i,
                .number = 1,
                .chances =
                    arena_alloc(&writer->arena, found->council.count * sizeof *merged->chances),
            };
            for (size_t j = 0; j < at; j++)
                merged[at].number += found->classes[merged[j].first].kind == class->kind;
        }
        merged[at].weight += class->before;
        for (unsigned seat = 0; seat < found->council.count; seat++)
            for (int ballot = 0; ballot < VETO_EXPECT_BALLOTS; ballot++)
                merged[at].chances[seat][ballot] += class->before * class->chances[seat][ballot];
    }
    return count;
}

/* ---- writing ---- */

static void write_expect_kind(struct scenario_writer *writer, const struct merged *kind,
                              long long weight) {
    const struct veto_expectation *found = writer->found;
    size_t of = found->classes[kind->first].kind;
    fprintf(writer->file, "      kind%zu-%u:\n        name: \"%s", of + 1, kind->number,
            expect_kind(&writer->arena, found, &found->kinds[of]));
    if (kind->number > 1)
        fprintf(writer->file, " (%u)", kind->number);
    fprintf(writer->file, "\"\n        weight: %lld.%09lld\n        members:\n",
            weight / 1000000000, weight % 1000000000);
    for (unsigned seat = 0; seat < found->council.count; seat++) {
        long long parts[VETO_EXPECT_BALLOTS];
        for (int ballot = 0; ballot < VETO_EXPECT_BALLOTS; ballot++)
            kind->chances[seat][ballot] /= kind->weight;
        words_percentages(kind->chances[seat], VETO_EXPECT_BALLOTS, CHANCE_DECIMALS, parts);
        fprintf(writer->file, "          %s: {", found->council.seats[seat].code);
        for (int ballot = 0; ballot < VETO_EXPECT_BALLOTS; ballot++)
            fprintf(writer->file, "%s%s: %lld.%06lld", ballot ? ", " : "",
                    veto_ballot_word((enum veto_ballot)ballot), parts[ballot] / 1000000,
                    parts[ballot] % 1000000);
        fputs("}\n", writer->file);
    }
}

static void write_expect_kinds(struct scenario_writer *writer) {
    const struct veto_expectation *found = writer->found;
    struct merged merged[VETO_MAX_KINDS];
    double weights[VETO_MAX_KINDS] = {0};
    long long parts[VETO_MAX_KINDS];
    size_t count = merge_classes(writer, merged);
    for (size_t i = 0; i < count; i++)
        weights[i] = merged[i].weight;
    words_percentages(weights, count, WEIGHT_DECIMALS, parts);
    fputs("    kinds:\n", writer->file);
    for (size_t i = 0; i < count; i++)
        write_expect_kind(writer, &merged[i], parts[i]);
    for (size_t i = 0; i < found->ask.given_count; i++)
        fprintf(writer->file, "%s%s: %s", i ? ", " : "    given: {", found->ask.given[i].code,
                veto_ballot_word(found->ask.given[i].ballot));
    fputs(found->ask.given_count > 0 ? "}\n" : "", writer->file);
}

/* A comment, so wide as the lines of a file are. */
static void write_comment(FILE *file, const char *text) {
    enum { WIDTH = 96 };
    const char *line;
    size_t length;
    while (text_wrap(&text, WIDTH, &line, &length))
        fprintf(file, "# %.*s\n", (int)length, line);
}

static void write_expect_scenario(void *context) {
    struct scenario_writer *writer = context;
    const struct veto_expectation *found = writer->found;
    const struct veto_date date = found->ask.date;
    write_comment(writer->file, expect_ground(&writer->arena, found));
    write_comment(
        writer->file,
        "The kinds and their chances are fitted, not recorded. Those that are nearly the same "
        "have been put together, and the weights are those before any ballot is given.");
    write_comment(writer->file, expect_limits());
    fprintf(writer->file,
            "\nveto: 1\ntitle: \"A draft before it is put%s%s\"\ndate: %04d-%02d-%02d\n"
            "hypothetical: true\nnumbers: fitted\n\ncouncil:\n  composition: %04d-%02d-%02d\n\n"
            "drafts:\n  draft:\n    title: \"A draft%s%s\"\n",
            found->topic ? ": " : "", found->topic ? found->topic->name : "", date.year, date.month,
            date.day, date.year, date.month, date.day, found->topic ? " on " : "",
            found->topic ? found->topic->name : "");
    write_expect_kinds(writer);
}

enum veto_status expect_write_scenario(FILE *file, const struct veto_expectation *found) {
    struct scenario_writer writer = {.file = file, .found = found};
    bool done = arenas_try(&writer.arena, NULL, write_expect_scenario, &writer);
    arena_free(&writer.arena);
    return done ? VETO_OK : VETO_SYSTEM;
}
