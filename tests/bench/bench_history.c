/*
 * How long it takes to read a voting file and check it, and to resolve every vote by other rules
 * besides, against a bare pass of libcsv over the same file in the same run; and how much memory
 * that takes.
 *
 *     bench_history [FILE]
 *
 * Without a FILE it makes one as large as the public one, in the layout of a row a ballot.
 * Exit status 1 where the check takes more than 1.6 times as long, or of a row a vote, which has
 * ten times as many votes to a byte, 3 times; or more memory than the file is large.
 */
#include <csv.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "veto/history.h"
#include "veto/roster.h"

enum { RUNS = 60, CHUNK = 1 << 16 };
/* How many times as long as the bare pass. */
static const double most[] = {[VETO_SCIENCES_PO] = 3, [VETO_UNDL] = 1.6};

/* Of this process alone: what else the machine does is no part of it. */
static double now(void) {
    struct timespec spent;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return (double)spent.tv_sec * 1e3 + (double)spent.tv_nsec / 1e6;
}

static void on_field(void *text, size_t length, void *context) {
    (void)text;
    *(size_t *)context += length;
}

static void on_row(int character, void *context) {
    (void)character;
    (void)context;
}

static double bare_pass(const char *path) {
    static char chunk[CHUNK];
    struct csv_parser parser;
    size_t length, bytes = 0;
    double start = now();
    FILE *file = fopen(path, "rb");
    if (!file || csv_init(&parser, 0) != 0)
        exit(3);
    while ((length = fread(chunk, 1, sizeof chunk, file)) > 0)
        csv_parse(&parser, chunk, length, on_field, on_row, &bytes);
    csv_fini(&parser, on_field, on_row, &bytes);
    csv_free(&parser);
    fclose(file);
    return bytes > 0 ? now() - start : 0;
}

/* `rules`: and by other rules. */
static double whole_record(const char *path, bool rules, enum veto_history_layout *layout) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history;
    struct veto_history_check *check;
    struct veto_history_under *under = NULL;
    double start = now();
    if (!list || veto_history_read(&history, list, path, VETO_DATES_BY_FILE) != VETO_OK ||
        veto_history_check(&check, history) != VETO_OK ||
        (rules &&
         veto_history_under(&under, list, history, veto_rule_set_find("two-vetoes")) != VETO_OK)) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    *layout = history->layout;
    veto_history_under_free(under);
    veto_history_check_free(check);
    veto_history_free(history);
    double taken = now() - start;
    veto_diagnostics_free(list);
    return taken;
}

/* KiB that a process of its own needs at most, with work or without. */
static long peak(const char *path) {
    struct rusage before, after;
    enum veto_history_layout layout;
    getrusage(RUSAGE_CHILDREN, &before);
    pid_t child = fork();
    if (child == 0) {
        if (path)
            whole_record(path, true, &layout);
        _exit(0);
    }
    if (child < 0 || waitpid(child, NULL, 0) != child)
        exit(3);
    getrusage(RUSAGE_CHILDREN, &after);
    return after.ru_maxrss;
}

/* The ballots of one vote: all in favour, but for a veto holder that abstains now and then. */
static void write_vote(FILE *file, unsigned number, const struct veto_composition *council) {
    unsigned abstains = number % 4 == 0 ? council->count : number % council->count;
    unsigned abstentions = abstains < council->count;
    for (unsigned i = 0; i < council->count; i++) {
        const struct veto_seat *seat = &council->seats[i];
        fprintf(
            file,
            "%u,%s,%s,%s,%c,%04d-%02d-%02d,S/RES/%u(%d),S/%d/%u,S/PV.%u,\"Vote %u, on a question "
            "that has come before the Council more than once and will again\",\"An item of the "
            "agenda, as long as such items mostly are\",\"SUBJECTS--OF THE VOTE--A FEW, AND "
            "MORE--OF THEM\",,ADOPTED BY VOTE,%u.0,0.0,%u.0,0.0,%u.0,https://example.org/%u\n",
            600000 + number, seat->code, seat->name, seat->permanent ? "True" : "False",
            i == abstains ? 'A' : 'Y', council->date.year, council->date.month, council->date.day,
            number, council->date.year, council->date.year, number, number, number,
            council->count - abstentions, abstentions, council->count, 600000 + number);
    }
}

/* About 14 MB, the same every time; its name goes to `path`. */
static void make_file(char *path) {
    enum { VOTES = 2900, YEARS = 80 };
    int descriptor = mkstemp(path);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
    if (!file)
        exit(3);
    fprintf(file, "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,"
                  "description,agenda,subjects,vote_note,modality,total_yes,total_no,"
                  "total_abstentions,total_non_voting,total_ms,undl_link\n");
    for (unsigned i = 0; i < VOTES; i++) {
        struct veto_composition council;
        struct veto_date date = {VETO_ROSTER_FIRST + (int)(i * YEARS / VOTES), 1 + (int)i % 12,
                                 1 + (int)i % 28};
        if (veto_composition_of(date, &council))
            write_vote(file, i + 1, &council);
    }
    if (fclose(file) != 0)
        exit(3);
}

static bool measure(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(2);
    }
    long idle = peak(NULL), kib = peak(path); /* in this order: the larger one stays */
    double bare = HUGE_VAL, check = HUGE_VAL, whole = HUGE_VAL;
    enum veto_history_layout layout = VETO_UNDL;
    for (int i = 0; i < RUNS; i++) { /* in turn, so that all meet the same machine; the best of
                                        each, since what disturbs only adds */
        bare = fmin(bare, bare_pass(path));
        check = fmin(check, whole_record(path, false, &layout));
        whole = fmin(whole, whole_record(path, true, &layout));
    }
    double size = (double)status.st_size / 1024;
    printf("bare pass of libcsv    %8.1f ms\n"
           "read and check         %8.1f ms\n"
           "ratio                  %8.2f    (at most %.1f)\n"
           "and by other rules     %8.1f ms\n"
           "ratio                  %8.2f\n"
           "peak memory            %8ld KiB (%ld KiB of it before the work)\n"
           "file                   %8.0f KiB\n",
           bare, check, check / bare, most[layout], whole, whole / bare, kib, idle, size);
    return check / bare <= most[layout] && (double)kib <= size;
}

int main(int count, char **arguments) {
    char made[] = "/tmp/veto-bench-XXXXXX";
    if (count == 1)
        make_file(made);
    bool good = measure(count == 1 ? made : arguments[1]);
    if (count == 1)
        remove(made);
    return !good;
}
