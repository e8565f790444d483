/*
 * How long it takes to read a voting file, check it and resolve every vote by other rules, against
 * a bare pass of libcsv over the same file in the same run; and how much memory that takes.
 *
 *     bench_history FILE
 *
 * Exit status 1 where it takes more than 1.5 times as long, or more memory than the file is large.
 */
#include <csv.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "veto/history.h"

enum { RUNS = 15, CHUNK = 1 << 16 };
static const double most = 1.5;

static double now(void) {
    return bench_seconds() * 1e3;
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

static double whole_record(const char *path) {
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct veto_history *history;
    struct veto_history_check *check;
    struct veto_history_under *under;
    double start = now();
    if (!list || veto_history_read(&history, list, path) != VETO_OK ||
        veto_history_check(&check, history) != VETO_OK ||
        veto_history_under(&under, list, history, veto_rule_set_find("two-vetoes")) != VETO_OK) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
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
    getrusage(RUSAGE_CHILDREN, &before);
    pid_t child = fork();
    if (child == 0) {
        if (path)
            whole_record(path);
        _exit(0);
    }
    if (child < 0 || waitpid(child, NULL, 0) != child)
        exit(3);
    getrusage(RUSAGE_CHILDREN, &after);
    return after.ru_maxrss;
}

int main(int count, char **arguments) {
    struct stat status;
    if (count != 2 || stat(arguments[1], &status) != 0) {
        fprintf(stderr, "usage: bench_history FILE\n");
        return 2;
    }
    const char *path = arguments[1];
    long idle = peak(NULL), kib = peak(path); /* in this order: the larger one stays */
    double bare = HUGE_VAL, whole = HUGE_VAL;
    for (int i = 0; i < RUNS; i++) { /* in turn, so that both meet the same machine; the best of
                                        each, since what disturbs only adds */
        bare = fmin(bare, bare_pass(path));
        whole = fmin(whole, whole_record(path));
    }
    double ratio = whole / bare, size = (double)status.st_size / 1024;
    printf("bare pass of libcsv    %8.1f ms\n"
           "read, check, resolve   %8.1f ms\n"
           "ratio                  %8.2f    (at most %.1f)\n"
           "peak memory            %8ld KiB (%ld KiB of it before the work)\n"
           "file                   %8.0f KiB\n",
           bare, whole, ratio, most, kib, idle, size);
    return ratio > most || (double)kib > size;
}
