#include "cli/terminal.h"

#include <errno.h>
#include <langinfo.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "cli/replace.h"

/* ---- complaints ---- */

struct complaint {
    struct arena arena;
    const char *format;
    va_list arguments;
};

static void make_complaint(void *context) {
    struct complaint *complaint = context;
    fprintf(stderr, "veto: %s\n",
            message_format(&complaint->arena, complaint->format, complaint->arguments));
}

void complain(const char *format, ...) {
    struct complaint complaint = {.format = format};
    va_start(complaint.arguments, format);
    if (!arenas_try(&complaint.arena, NULL, make_complaint, &complaint))
        out_of_memory();
    va_end(complaint.arguments);
    arena_free(&complaint.arena);
}

enum veto_status out_of_memory(void) {
    fputs("veto: out of memory\n", stderr);
    return VETO_SYSTEM;
}

/* ---- standard output ---- */

static bool write_terminal(const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return true;
}

/* Says what went wrong, and returns false then. */
static bool write_output(const struct gather *output, const char *path) {
    if (path) {
        const char *why = replace_file(path, output->bytes, output->length, NULL, true);
        if (why)
            complain("cannot write %s: %s", path, why);
        return !why;
    }
    if (write_terminal(output->bytes, output->length))
        return true;
    if (errno != EPIPE)
        complain("cannot write standard output: %s", strerror(errno));
    return false;
}

enum veto_status output_close(struct gather *output, enum veto_status status, const char *path) {
    if (!gather_close(output) && status != VETO_SYSTEM)
        status = out_of_memory();
    bool written = status != VETO_SYSTEM && (!path || status == VETO_OK);
    if (written && !write_output(output, path))
        status = VETO_SYSTEM;
    free(output->bytes);
    return status;
}

bool reads_its_output(const struct settings *settings, const char *path) {
    struct stat output, input;
    if (!settings->output || stat(settings->output, &output) != 0 || !S_ISREG(output.st_mode) ||
        (strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &input) : stat(path, &input)) != 0 ||
        input.st_dev != output.st_dev || input.st_ino != output.st_ino)
        return false;
    complain("'--output %s' would write over what is read", settings->output);
    return true;
}

/* ---- what is there to write to ---- */

bool wants_color(enum color when, int descriptor) {
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (when != COLOR_AUTO)
        return when == COLOR_ALWAYS;
    return isatty(descriptor) && !(none && *none) && terminal && strcmp(terminal, "dumb") != 0;
}

unsigned columns_for(int descriptor, unsigned most) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_col > most)
        return most;
    return size.ws_col;
}

bool locale_is_utf8(void) {
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void print_mistakes(const struct veto_diagnostics *list, const struct settings *settings) {
    if (settings->hear)
        settings->hear(settings->hearer, list);
    else
        veto_diagnostics_print(list, stderr, columns_for(STDERR_FILENO, 100),
                               wants_color(settings->color, STDERR_FILENO));
}

enum veto_status close_mistakes(struct veto_diagnostics *list, enum veto_status status,
                                const struct settings *settings) {
    if (status == VETO_SYSTEM)
        out_of_memory();
    else
        print_mistakes(list, settings);
    veto_diagnostics_free(list);
    return status;
}
