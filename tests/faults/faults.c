/*
 * Every allocation of a command fails in turn. The program says so and exits with 3, or does
 * without; it never crashes, never prints half a result as a whole one and never leaves half a file
 * behind.
 *
 * The program is a part of this one, linked with --wrap=main, and each failure is a fork of it: to
 * start it anew ten thousand times takes minutes. Run from the top of the source; speaks TAP.
 */
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "failmalloc.h"

int __real_main(int count, char **words); /* the program's */
int __wrap_main(int count, char **words); /* ours, which is called in its place */

/* ---- what is run ---- */

/* A word that begins with '@' is in the folder of the test, where `top` leads to the source. With
 * `keys` it is played by them, in a folder of its own where a file `saved` is there already. */
struct command {
    const char *name, *words, *keys;
};

#define HISTORY  "history tests/history/sciencespo.csv "
#define MADE     "history tests/history/made.csv "
#define TO_SAVED "Ctrl-U\ntext: saved\nEnter\nEnter\n" /* twice, because there is such a file */

static const struct command commands[] = {
    {"run", "run aleppo-2016", NULL},
    {"run --json", "run aleppo-2016 --json", NULL},
    {"run --set", "run korea-1950 --set drafts.withdrawal.ballots.RUS=no --why", NULL},
    {"run of a session", "run @session.yaml", NULL},
    {"run of a session whose file has changed", "run @copy.yaml", NULL},
    {"check", "check scenarios/aleppo-2016.yaml", NULL},
    {"check of a bad file", "check tests/bad/eight-mistakes.yaml", NULL},
    {"check --json", "check tests/bad/eight-mistakes.yaml --json", NULL},
    {"check --json of a session", "check @session.yaml --json", NULL},
    {"odds", "odds aleppo-2016", NULL},
    {"odds by Monte Carlo", "odds aleppo-2016 --trials 1000 --threads 1 --json", NULL},
    {"whatif", "whatif korea-1950 --set members.USA.opposition=0.9", NULL},
    {"whatif --json", "whatif korea-1950 --set drafts.withdrawal.ballots.RUS=no --json", NULL},
    {"whatif --json of a session",
     "whatif @session.yaml --set drafts.withdrawal.ballots.RUS=no --json", NULL},
    {"flips", "flips korea-1950", NULL},
    {"flips --json", "flips korea-1950 --json", NULL},
    {"new", "new 2027 --drafts 2", NULL},
    {"lesson", "lesson", NULL},
    {"lesson --json", "lesson --json", NULL},
    {"who", "who 2027-03-15", NULL},
    {"who --json", "who 2027-03-15 --json", NULL},
    {"handout of the class", "handout korea-1950 --sheet class", NULL},
    {"handout of the teacher", "handout korea-1950 --sheet teacher", NULL},
    {"handout of roles", "handout korea-1950 --sheet roles", NULL},
    {"sweep", "sweep korea-1950 --vary members.USA.volatility=0:1:0.2 --threads 1", NULL},
    {"sweep --json",
     "sweep korea-1950 --vary drafts.withdrawal.ballots.RUS=yes,no --json --threads 1", NULL},
    {"sweep --json of a session",
     "sweep @session.yaml --vary drafts.withdrawal.ballots.RUS=yes,no --json --threads 1", NULL},
    {"sweep --chart", "sweep korea-1950 --vary members.USA.volatility=0:1:0.2 --chart", NULL},
    {"sweep --html",
     "sweep korea-1950 --vary members.USA.volatility=0:1:0.5 "
     "--vary members.USA.openness=0:1:0.5 --html",
     NULL},
    {"run --html", "run korea-1950 --html", NULL},
    {"whatif --markdown", "whatif korea-1950 --set council.required_majority=8 --markdown", NULL},
    {"list", "list --json", NULL},
    {"list as text", "list", NULL},
    {"list --schema", "list --schema", NULL},
    {"power", "power 1950 charter-1965", NULL},
    {"power --json", "power 1950 --json --exact", NULL},
    {"power --in", "power --in korea-1950 --csv", NULL},
    {"power --bars", "power 1950 g4 --bars", NULL},
    {"power --bars of a session", "power 1950 @session.yaml --bars", NULL},
    {"power --json of a session", "power 1950 --in @session.yaml --json", NULL},
    {"history list", HISTORY "list", NULL},
    {"history list --csv", HISTORY "list --csv", NULL},
    {"history list --json", HISTORY "list --json", NULL},
    {"history topics --json", HISTORY "topics --json", NULL},
    {"history chart", HISTORY "chart --html", NULL},
    {"history chart of nothing", MADE "chart --year 1945 --csv", NULL},
    {"history chart --json", HISTORY "chart --json", NULL},
    {"history show", HISTORY "show S/2016/846", NULL},
    {"history show --json", HISTORY "show S/2016/846 --json", NULL},
    {"history check", HISTORY "check", NULL},
    {"history check --json", HISTORY "check --json", NULL},
    {"history compare", HISTORY "compare tests/history/undl.csv", NULL},
    {"history compare --json", HISTORY "compare tests/history/undl.csv --json", NULL},
    {"history replay", HISTORY "replay S/2016/846", NULL},
    {"history export", HISTORY "export S/2016/846", NULL},
    {"history expect", MADE "expect --date 1990-02-01 --resamples 2", NULL},
    {"history expect --json", MADE "expect --date 1990-02-01 --resamples 1 --given USA=no --json",
     NULL},
    {"history expect --yaml",
     MADE "expect --date 1990-02-01 --resamples 0 --like S/1990/9003 --yaml", NULL},
    {"history expect of nothing", MADE "expect --date 1989-02-01", NULL},
    {"history calibrate of nothing", MADE "calibrate --from 2000", NULL},
    {"history under", HISTORY "under two-vetoes", NULL},
    {"history under --json", HISTORY "under two-vetoes --json", NULL},
    {"play --keys", "play aleppo-2016 --keys tests/keys/readme.txt", NULL},
    {"play saves a session", "play aleppo-2016 --keys @keys", "1\nSpace\ns\n" TO_SAVED},
    {"play writes a transcript", "play aleppo-2016 --keys @keys",
     "1\nP\ntext: ny\nEsc\nSpace\nSpace\nT\n" TO_SAVED},
    {"play changes a scenario", "play aleppo-2016 --keys @keys", "1\nSpace\nw\na\n"},
    {"play chooses in the browser", "play --keys @keys", "text: aleppo\nEnter\n"},
    {"play chooses a recorded vote", "play @top/tests/history/sciencespo.csv --keys @keys",
     "text: vetoed\nEnter\n"},
    {"play takes up a session", "play @changed.yaml --keys @keys", "1\nSpace\ns\n" TO_SAVED},
    {"play asks about a file", "play @copy.yaml --keys @keys", "Down\nEnter\n"},
};

/* ---- the folder of the test ---- */

enum { LONGEST = 4 << 20 };

struct text {
    size_t length;
    char bytes[LONGEST];
};

static char folder[PATH_MAX / 2];

static _Noreturn void die(const char *why) {
    perror(why);
    printf("Bail out! %s\n", why);
    exit(EXIT_FAILURE);
}

/* Until the second one after it. */
static const char *within(const char *name) {
    static char paths[2][PATH_MAX];
    static unsigned next;
    char *path = paths[next++ % 2];
    snprintf(path, PATH_MAX, "%s/%s", folder, name);
    return path;
}

static void put_file(const char *name, const char *text) {
    int file = open(within(name), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0 || write(file, text, strlen(text)) != (ssize_t)strlen(text))
        die(name);
    close(file);
}

static void get_file(const char *name, struct text *text) {
    int file = open(within(name), O_RDONLY);
    ssize_t length = file < 0 ? -1 : read(file, text->bytes, LONGEST);
    if (length < 0 || length == LONGEST)
        die(name);
    text->length = (size_t)length;
    close(file);
}

static void make_folder(void) {
    char top[PATH_MAX];
    const char *usual = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/veto-faults-XXXXXX", usual ? usual : "/tmp");
    if (!mkdtemp(folder) || !getcwd(top, sizeof top) || symlink(top, within("top")) != 0 ||
        mkdir(within("play"), 0777) != 0)
        die("a folder for the test");
    put_file("session.yaml", "veto_session: 1\nscenario: top/scenarios/korea-1950.yaml\n"
                             "set: [council.president=USA]\n");
    put_file("changed.yaml", "veto_session: 1\nscenario: korea-1950\n"
                             "changes: [council.required_majority=6]\n");
    put_file("other.yaml", "veto: 1\ntitle: Now\ndate: 2016-10-08\ndrafts: {d: {title: D}}\n");
    put_file("copy.yaml", "veto_session: 1\nscenario: other.yaml\n"
                          "copy: |2+\n  veto: 1\n  title: Then\n  date: 2016-10-08\n"
                          "  drafts: {d: {title: D}}\n");
}

static void take_folder_away(void) {
    static const char *const names[] = {"session.yaml", "changed.yaml", "other.yaml", "copy.yaml",
                                        "keys",         "out",          "err",        "top",
                                        "play/saved",   "play"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(within(names[i]));
    remove(folder);
}

/* Takes away what is in the folder of the play beside `saved`. Returns how much it was. */
static size_t sweep_play(void) {
    size_t count = 0;
    DIR *play = opendir(within("play"));
    for (struct dirent *entry; (entry = readdir(play)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
            strcmp(entry->d_name, "saved") == 0)
            continue;
        unlinkat(dirfd(play), entry->d_name, 0);
        count++;
    }
    closedir(play);
    return count;
}

/* ---- one run ---- */

struct run {
    struct text out, err, saved;
    int status; /* as wait() has it */
    size_t allocations;
    size_t left; /* files that were not there before, in a play */
};

static size_t *counted; /* shared with the children */

static int words_of(const struct command *command, char **words, int most) {
    static char copy[PATH_MAX];
    int count = 0;
    snprintf(copy, sizeof copy, "veto %s", command->words);
    for (char *word = strtok(copy, " "); word && count < most; word = strtok(NULL, " "))
        words[count++] = *word == '@' ? strdup(within(word + 1)) : word;
    words[count] = NULL;
    return count;
}

static void redirect(int descriptor, const char *path, int flags) {
    int file = open(path, flags, 0666);
    if (file < 0 || dup2(file, descriptor) < 0)
        _exit(99);
    close(file);
}

static _Noreturn void be_program(const struct command *command, size_t at) {
    enum { MOST_WORDS = 10 };
    char *words[MOST_WORDS + 1];
    int count = words_of(command, words, MOST_WORDS);
    redirect(STDIN_FILENO, "/dev/null", O_RDONLY);
    redirect(STDOUT_FILENO, within("out"), O_WRONLY | O_CREAT | O_TRUNC);
    redirect(STDERR_FILENO, within("err"), O_WRONLY | O_CREAT | O_TRUNC);
    if (command->keys && chdir(within("play")) != 0)
        _exit(99);
    failmalloc_start(at);
    int status = __real_main(count, words);
    *counted = failmalloc_count();
    exit(status);
}

static void run(const struct command *command, size_t at, struct run *run) {
    if (command->keys)
        put_file("play/saved", "old\n");
    fflush(stdout);
    *counted = 0;
    pid_t child = fork();
    if (child == 0)
        be_program(command, at);
    if (child < 0 || waitpid(child, &run->status, 0) != child)
        die("fork");
    run->allocations = *counted;
    get_file("out", &run->out);
    get_file("err", &run->err);
    if (!command->keys)
        return;
    get_file("play/saved", &run->saved);
    run->left = sweep_play();
}

/* ---- what is wrong with how it ended ---- */

static bool same(const struct text *one, const struct text *other) {
    return one->length == other->length && memcmp(one->bytes, other->bytes, one->length) == 0;
}

static bool is(const struct text *text, const char *before, size_t length, const char *behind) {
    return text->length == length + strlen(behind) && memcmp(text->bytes, before, length) == 0 &&
           memcmp(text->bytes + length, behind, strlen(behind)) == 0;
}

static bool speaks_of_memory(const struct text *text) {
    static const char word[] = "memory";
    for (size_t i = 0; i + strlen(word) <= text->length; i++)
        if (strncasecmp(text->bytes + i, word, strlen(word)) == 0)
            return true;
    return false;
}

/* What it does without a failure, and should the locale not load. */
struct whole {
    struct run utf8, ascii;
};

/* Where memory ran out, nothing was said before, or all of it: never half. */
static const char *wrong_status(const struct run *run, const struct whole *whole, bool plays) {
    static const char alone[] = "veto: out of memory\n";
    const struct text *before = &whole->utf8.err;
    switch (WIFEXITED(run->status) ? WEXITSTATUS(run->status) : -1) {
    case 0:
        return same(&run->out, &whole->utf8.out) || same(&run->out, &whole->ascii.out) ||
                       (plays && speaks_of_memory(&run->out))
                   ? NULL
                   : "exit 0 with another output";
    case 1:
        return !plays && (same(&run->err, &whole->utf8.err) || same(&run->err, &whole->ascii.err))
                   ? NULL
                   : "exit 1 with other messages";
    case 3:
        return is(&run->err, "", 0, alone) ||
                       (!plays && is(&run->err, before->bytes, before->length, alone))
                   ? NULL
                   : "exit 3 with other messages";
    default:
        return "neither done nor out of memory";
    }
}

static const char *wrong_files(const struct run *run, const struct whole *whole) {
    if (run->left > 0)
        return "a file is left behind";
    return is(&run->saved, "", 0, "old\n") || same(&run->saved, &whole->utf8.saved) ||
                   same(&run->saved, &whole->ascii.saved)
               ? NULL
               : "half a file";
}

/* ---- every allocation ---- */

/* The first and the last hundred one by one, those between with gaps. */
static size_t next(size_t at, size_t total) {
    if (at < 100 || at + 100 >= total)
        return at + 1;
    at += total / 75 + 1;
    return at + 100 < total ? at : total - 100;
}

static size_t complain(size_t at, const struct run *run, const char *why) {
    if (why)
        printf("# allocation %zu: %s (%d): %.*s\n", at, why, run->status,
               (int)(run->err.length < 200 ? run->err.length : 200), run->err.bytes);
    return why != NULL;
}

static struct whole whole;
static struct run got;

/* Whether all is well. */
static bool fail_each(const struct command *command, int number) {
    size_t problems = 0;
    if (command->keys)
        put_file("keys", command->keys);
    setenv("LC_ALL", "C", 1);
    run(command, 0, &whole.ascii);
    setenv("LC_ALL", "C.UTF-8", 1);
    run(command, 0, &whole.utf8);
    size_t total = whole.utf8.allocations;
    for (size_t at = 1; at <= total; at = next(at, total)) {
        run(command, at, &got);
        problems += complain(at, &got, wrong_status(&got, &whole, command->keys != NULL));
        if (command->keys)
            problems += complain(at, &got, wrong_files(&got, &whole));
    }
    bool good = problems == 0 && total > 10;
    printf("%s %d - %s: %zu allocations\n", good ? "ok" : "not ok", number, command->name, total);
    return good;
}

int __wrap_main(int count, char **words) {
    enum { COUNT = sizeof commands / sizeof *commands };
    int failures = 0;
    (void)count;
    (void)words;
    counted =
        mmap(NULL, sizeof *counted, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (counted == MAP_FAILED)
        die("mmap");
    setenv("XDG_STATE_HOME", "/dev/null", 1); /* nothing is kept */
    make_folder();
    for (int i = 0; i < COUNT; i++)
        failures += !fail_each(&commands[i], i + 1);
    printf("1..%d\n", COUNT);
    take_folder_away();
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
