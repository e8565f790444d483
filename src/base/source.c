#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"

struct source *source_new(struct arena *arena, const char *name, const char *text, size_t length) {
    struct source *source = arena_take(arena, sizeof *source);
    *source = (struct source){.name = name, .text = text, .length = (uint32_t)length};
    return source;
}

void source_keep(struct arena *arena, struct source *source) {
    if (source->starts)
        return;
    const char *text = arena_copy(arena, source->text, source->length), *at = text;
    uint32_t lines = 1;
    for (size_t i = 0; i < source->length; i++)
        lines += text[i] == '\n';
    uint32_t *starts = arena_take(arena, lines * sizeof *starts);
    at += text_mark(text, source->length); /* which is no part of the first line */
    for (uint32_t i = 0; i < lines; i++) {
        starts[i] = (uint32_t)(at - text);
        if (i + 1 < lines)
            at = (const char *)memchr(at, '\n', source->length - starts[i]) + 1;
    }
    source->text = text;
    source->lines = lines;
    source->starts = starts;
}

uint32_t source_line(const struct source *source, uint32_t offset) {
    uint32_t low = 0, high = source->lines;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const char *source_line_text(const struct source *source, uint32_t line, uint32_t *length) {
    uint32_t start = source->starts[line];
    uint32_t end = line + 1 < source->lines ? source->starts[line + 1] - 1 : source->length;
    if (end > start && source->text[end - 1] == '\r')
        end--;
    *length = end - start;
    return source->text + start;
}

/* Reads to the end or to `size` bytes. */
static enum veto_status read_file(int file, char *buffer, size_t size, size_t *length,
                                  const char **error) {
    struct stat status;
    if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
        *error = "is a directory";
        return VETO_INPUT;
    }
    for (ssize_t got = 1; got != 0 && *length < size;) {
        got = read(file, buffer + *length, size - *length);
        if (got < 0 && errno != EINTR) {
            *error = strerror(errno);
            return VETO_SYSTEM;
        }
        *length += got > 0 ? (size_t)got : 0;
    }
    return VETO_OK;
}

/* How much room a file may need: `most`, and less where its size is known. Small files are nearly
 * all there are, and memory that is not asked for need not be cleared. */
static size_t room_for(const char *path, size_t most) {
    struct stat status;
    bool known = strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode);
    bool small = known && status.st_size < SOURCE_LIMIT;
    return small && most > SOURCE_LIMIT ? SOURCE_LIMIT : most;
}

enum veto_status source_read_most(struct arena *arena, const char *path, size_t most,
                                  const char *too_large, struct source **source,
                                  const char **error) {
    bool standard = strcmp(path, "-") == 0;
    size_t length = 0;
    most = room_for(path, most);
    char *buffer = arena_alloc(arena, most + 2); /* before the file is open: see arena.h */
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        *error = strerror(errno);
        return errno == ENOMEM || errno == EMFILE || errno == ENFILE ? VETO_SYSTEM : VETO_INPUT;
    }
    enum veto_status status = read_file(file, buffer, most + 1, &length, error);
    if (!standard)
        close(file);
    if (length > most) {
        *error = too_large;
        return VETO_INPUT;
    }
    if (status == VETO_OK)
        *source = source_new(arena, standard ? "standard input" : path, buffer, length);
    return status;
}

enum veto_status source_read(struct arena *arena, const char *path, struct source **source,
                             const char **error) {
    return source_read_most(arena, path, SOURCE_LIMIT,
                            "is larger than 1 MiB, the most that is read", source, error);
}
