/*
 * For tests/crash.sh: a program in a terminal of its own, killed in the middle of its work.
 *
 *     crash [SHOWN KEYS]... SHOWN -- COMMAND...
 *
 * waits until COMMAND has shown the first text, types the keys behind it, and so on; when it has
 * shown the last one it kills it, as a closed window or a power cut would. Keys that begin with !
 * are a command for the shell instead, and end with a key more. Standard input is left to the
 * command, which finds its keys at /dev/tty. The status is 1 where the command ended before.
 */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* posix_openpt */
#endif

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static char drawn[1 << 20];
static size_t used; /* bytes of it that have been drawn, and have not been waited for */

static void run(int terminal, char **command) {
    setsid();
    int screen = open(ptsname(terminal), O_RDWR); /* the first that a session opens is its own */
    struct winsize size = {.ws_row = 40, .ws_col = 100};
    close(terminal); /* or it would not end with its terminal */
    if (screen < 0 || ioctl(screen, TIOCSWINSZ, &size) != 0)
        _exit(126);
    dup2(screen, STDOUT_FILENO);
    dup2(screen, STDERR_FILENO);
    execvp(command[0], command);
    _exit(127);
}

/* Who has waited too long wants to see what there was. */
static void stop_waiting(int signal) {
    (void)signal;
}

static bool wait_for(int terminal, const char *text) {
    while (!strstr(drawn, text)) {
        ssize_t got = read(terminal, drawn + used, sizeof drawn - 1 - used);
        if (got <= 0)
            return false;
        for (ssize_t i = 0; i < got; i++) /* no NUL ends what comes behind it */
            drawn[used + (size_t)i] = drawn[used + (size_t)i] ? drawn[used + (size_t)i] : ' ';
        used += (size_t)got;
        drawn[used] = '\0';
    }
    used = 0;
    drawn[0] = '\0';
    return true;
}

static bool act(int terminal, const char *keys) {
    char command[4096];
    size_t length = strlen(keys);
    if (*keys != '!')
        return write(terminal, keys, length) == (ssize_t)length;
    snprintf(command, sizeof command, "%.*s", (int)length - 2, keys + 1);
    return system(command) == 0 && write(terminal, keys + length - 1, 1) == 1;
}

static bool play(int terminal, char **words) {
    for (;; words += 2) {
        if (!wait_for(terminal, words[0])) {
            fprintf(stderr, "# it never showed '%s', but:\n%s\n", words[0], drawn);
            return false;
        }
        if (strcmp(words[1], "--") == 0)
            return true;
        if (!act(terminal, words[1]))
            return false;
    }
}

int main(int argc, char **argv) {
    int command = 2;
    while (command < argc && strcmp(argv[command], "--") != 0)
        command += 2;
    struct sigaction stop = {.sa_handler = stop_waiting};
    sigaction(SIGTERM, &stop, NULL);
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (command + 1 >= argc || terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        return 2;
    pid_t child = fork();
    if (child == 0)
        run(terminal, argv + command + 1);
    bool played = child > 0 && play(terminal, argv + 1);
    if (child > 0) {
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
    }
    return !played;
}
