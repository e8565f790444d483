/*
 * How long it takes to fit kinds of draft to the whole record, to say what a draft would come to
 * with intervals and without, and how much memory the fit takes. All on one core.
 *
 *     bench_expect [FILE]
 *
 * Without a FILE it makes a record as large as the public one. Exit status 1 where the fit takes
 * more than 2 s or 50 MB, an answer more than 10 s, or one without intervals more than a second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/philox.h"
#include "bench.h"
#include "expect/fit.h"
#include "veto/expect.h"

enum { FIRST = 1946, YEARS = 80, VOTES = 40 }; /* a year */

static const struct veto_date day = {FIRST + YEARS - 1, 12, 31};

/* ---- a record ---- */

static double uniform(unsigned vote, unsigned number) {
    uint32_t counter[4] = {vote, number, 0, 0};
    return philox(1, counter).word[0] * 0x1p-32;
}

/* Two in three are unanimous; on the others a permanent member is against, and some abstain. */
static char ballot_of(const struct veto_seat *seat, unsigned vote, unsigned number) {
    bool contested = vote % 3 == 0;
    if (contested && strcmp(seat->code, vote % 2 ? "USA" : "RUS") == 0)
        return uniform(vote, number) < 0.6 ? 'N' : 'A';
    return contested && uniform(vote, number) < 0.2 ? 'A' : 'Y';
}

static void write_vote(FILE *file, unsigned vote) {
    struct veto_date date = {FIRST + (int)(vote / VOTES), 1 + (int)(vote % 12),
                             1 + (int)(vote % 28)};
    struct veto_composition council;
    const char *const *codes = veto_state_codes();
    if (!veto_composition_of(date, &council))
        exit(3);
    fprintf(file, "S/%u,%s,%04d-%02d-%02d,%s", vote + 1, vote % 3 ? "adopted" : "vetoed", date.year,
            date.month, date.day, vote % 5 ? "Cyprus" : "Palestine");
    for (size_t i = 0; codes[i]; i++) {
        char cell[2] = "";
        for (unsigned seat = 0; seat < council.count; seat++)
            if (strcmp(council.seats[seat].code, codes[i]) == 0)
                *cell = ballot_of(&council.seats[seat], vote, seat);
        fprintf(file, ",%s", cell);
    }
    putc('\n', file);
}

static struct veto_history *make_record(void) {
    char *text = NULL;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    if (!file)
        exit(3);
    fputs("UN classification,Vote outcome,Date,Official full title", file);
    for (const char *const *code = veto_state_codes(); *code; code++)
        fprintf(file, ",%s", veto_state_name(*code));
    putc('\n', file);
    for (unsigned vote = 0; vote < YEARS * VOTES; vote++)
        write_vote(file, vote);
    fclose(file);
    struct veto_history *history = NULL;
    struct veto_text given = {"made.csv", text, length};
    if (veto_history_load(&history, NULL, &given, VETO_DATES_BY_FILE) != VETO_OK)
        exit(3);
    free(text);
    return history;
}

/* ---- the work ---- */

struct fitting {
    const struct veto_history *history;
    struct arena arena;
    struct fit fit;
};

static void fit_all(void *context) {
    struct fitting *fitting = context;
    struct matrix *matrix = arena_new(&fitting->arena, struct matrix);
    matrix_make(matrix, &fitting->arena, fitting->history, (struct veto_date){0, 0, 0});
    size_t *votes = arena_array(&fitting->arena, size_t, matrix->count + 1);
    struct sample sample = {.matrix = matrix, .votes = votes, .count = matrix->count};
    for (size_t i = 0; i < matrix->count; i++)
        votes[i] = i;
    sample_weigh(&sample, &fitting->arena, &fit_chosen, matrix_time(day));
    fit_make(&fitting->fit, &fitting->arena, &sample, &fit_chosen);
}

static void fit_once(void *history) {
    struct fitting fitting = {.history = history};
    if (!arenas_try(&fitting.arena, NULL, fit_all, &fitting))
        exit(3);
    arena_free(&fitting.arena);
}

static void expect_with(const struct veto_history *history, unsigned resamples) {
    struct veto_expectation *found;
    struct veto_expect_ask ask = {.date = day, .resamples = resamples};
    if (veto_expect(&found, NULL, history, &ask) != VETO_OK)
        exit(3);
    veto_expectation_free(found);
}

static void expect_quick(void *history) {
    expect_with(history, 0);
}

static void expect_whole(void *history) {
    expect_with(history, 200);
}

/* MB that a process of its own needs more for the fit than without. */
static double fit_memory(struct veto_history *history) {
    long kib[2];
    for (int with = 0; with < 2; with++) {
        struct rusage usage;
        pid_t child = fork();
        if (child == 0) {
            if (with)
                fit_once(history);
            _exit(0);
        }
        if (child < 0 || waitpid(child, NULL, 0) != child)
            exit(3);
        getrusage(RUSAGE_CHILDREN, &usage); /* the largest so far: in this order */
        kib[with] = usage.ru_maxrss;
    }
    return (double)(kib[1] - kib[0]) / 1024;
}

static bool within(const char *what, double figure, const char *unit, double most) {
    printf("%-26s %8.2f %s    (at most %.0f)\n", what, figure, unit, most);
    return figure <= most;
}

int main(int count, char **arguments) {
    struct veto_history *history = NULL;
    if (count == 1)
        history = make_record();
    else if (veto_history_read(&history, NULL, arguments[1], VETO_DATES_BY_FILE) != VETO_OK)
        return fprintf(stderr, "%s cannot be read\n", arguments[1]), 2;
    double memory = fit_memory(history);
    bool good = within("fit of the record", bench_best(3, fit_once, history), "s ", 2);
    good &= within("memory of the fit", memory, "MB", 50);
    good &= within("expect without intervals", bench_best(3, expect_quick, history), "s ", 1);
    good &= within("expect, 200 resamples", bench_best(1, expect_whole, history), "s ", 10);
    veto_history_free(history);
    return good ? 0 : 1;
}
