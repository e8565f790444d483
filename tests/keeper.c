/*
 * For tests/keep.sh: what src/cli/replace.c and src/cli/keep.c do, one call a command.
 *
 *     keeper file PATH TEXT   writes a file, or says why not
 *     keeper word WORD [PATH] how a session at PATH, or anywhere, names the scenario WORD
 *     keeper hold TEXT...     keeps each text in turn and says whether it could;
 *                             finishes at the end of standard input
 *     keeper seen PATH TEXT   looks at the path, waits for the end of standard input, and writes
 * the file if it is still the same keeper half PATH TEXT   writes a file, and waits so before it
 * puts it in its place keeper list             what others have not finished keeper discard PATH
 *     keeper socket PATH      makes a socket there
 *     keeper tie              sorts what has no order: for tests/order.sh
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "cli/keep.h"
#include "cli/replace.h"

static int file(char **words) {
    const char *why = replace_file(words[0], words[1], strlen(words[1]), NULL, true);
    puts(why ? why : "written");
    return 0;
}

static void wait_for_end(const char *done) {
    puts(done);
    fflush(stdout);
    while (getchar() != EOF)
        ;
}

static int seen(char **words) {
    struct stamp stamp = stamp_of(words[0]);
    wait_for_end("seen");
    const char *why = replace_file(words[0], words[1], strlen(words[1]), &stamp, true);
    puts(why ? why : "written");
    struct stamp now = stamp_of(words[0]);
    return !why && !stamp_same(&stamp, &now);
}

static int half(char **words) {
    struct replacement replacement;
    if (!replace_open(&replacement, words[0]))
        return 1;
    fputs(words[1], replacement.file);
    fflush(replacement.file);
    wait_for_end("half");
    puts(replace_commit(&replacement, false) ? "written" : replacement.why);
    replace_close(&replacement);
    return 0;
}

static int word(char **words) {
    char room[KEEP_WORD];
    puts(keep_word(room, words[0], words[1]));
    return 0;
}

static int hold(char **words) {
    struct keep *keep = keep_open();
    puts(keep ? "open" : "nowhere to keep it");
    for (; *words; words++)
        puts(keep_write(keep, *words, strlen(*words)) ? "kept" : "not kept");
    fflush(stdout);
    while (getchar() != EOF)
        ;
    keep_close(keep, true);
    return 0;
}

static int list(char **words) {
    struct arena arena = {0};
    size_t count;
    (void)words;
    const struct unfinished *all = keep_unfinished(&arena, &count);
    for (size_t i = 0; i < count; i++)
        printf("%lld %s\n", (long long)all[i].time, all[i].path);
    arena_free(&arena);
    return 0;
}

static int discard(char **words) {
    keep_discard(words[0]);
    return 0;
}

static int make_socket(char **words) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int file = socket(AF_UNIX, SOCK_STREAM, 0);
    if (file < 0 || strlen(words[0]) >= sizeof address.sun_path)
        return 1;
    strcpy(address.sun_path, words[0]);
    return bind(file, (const struct sockaddr *)&address, sizeof address) != 0;
}

static int no_order(const void *a, const void *b) {
    (void)a;
    (void)b;
    return 0;
}

static int tie(char **words) {
    int numbers[] = {1, 2};
    (void)words;
    qsort(numbers, 2, sizeof *numbers, no_order);
    return 0;
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        int least;
        int (*run)(char **words);
    } commands[] = {
        {"file", 2, file}, {"word", 1, word},       {"hold", 0, hold},
        {"list", 0, list}, {"discard", 1, discard}, {"socket", 1, make_socket},
        {"tie", 0, tie},   {"seen", 2, seen},       {"half", 2, half},
    };
    signal(SIGXFSZ, SIG_IGN); /* as the program has it */
    for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
        if (strcmp(argv[1], commands[i].name) == 0 && argc - 2 >= commands[i].least)
            return commands[i].run(argv + 2);
    return 2;
}
