#include "cli/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/terminal.h"

static enum veto_status cannot(const char *path, const char *why) {
    complain("cannot write %s: %s", path, why);
    return VETO_SYSTEM;
}

/* A device or a folder is not replaced by a file. */
static bool in_the_way(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

/* The permissions that a new file has, or those of the file in whose place it comes. */
static void set_mode(int descriptor, const char *path) {
    struct stat status;
    mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, stat(path, &status) == 0 ? status.st_mode & 07777 : 0666 & ~mask);
}

enum veto_status replace_open(struct replacement *replacement, const char *path) {
    static const char ending[] = ".XXXXXX";
    size_t length = strlen(path);
    *replacement = (struct replacement){.path = path};
    if (in_the_way(path))
        return cannot(path, "it is no regular file");
    replacement->beside = malloc(length + sizeof ending);
    if (!replacement->beside)
        return out_of_memory();
    memcpy(replacement->beside, path, length);
    memcpy(replacement->beside + length, ending, sizeof ending);
    int descriptor = mkstemp(replacement->beside);
    if (descriptor >= 0)
        replacement->file = fdopen(descriptor, "w");
    if (replacement->file) {
        set_mode(descriptor, path);
        return VETO_OK;
    }
    enum veto_status status = cannot(path, strerror(errno));
    if (descriptor >= 0) {
        close(descriptor);
        unlink(replacement->beside);
    }
    free(replacement->beside);
    return status;
}

/* So that the new name is on the disk too, as far as the system lets one ask for it. */
static void sync_folder(char *path) {
    char *slash = strrchr(path, '/');
    if (slash)
        slash[slash == path] = '\0';
    int folder = open(slash ? path : ".", O_RDONLY);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
}

static bool finish(FILE *file) {
    bool good = fflush(file) == 0 && !ferror(file) && fsync(fileno(file)) == 0;
    int error = errno;
    good = fclose(file) == 0 && good;
    errno = error;
    return good;
}

enum veto_status replace_close(struct replacement *replacement, enum veto_status status) {
    bool good = finish(replacement->file);
    if (status == VETO_OK && (!good || rename(replacement->beside, replacement->path) != 0))
        status = cannot(replacement->path, strerror(errno));
    if (status == VETO_OK)
        sync_folder(replacement->beside);
    else
        unlink(replacement->beside);
    free(replacement->beside);
    return status;
}
