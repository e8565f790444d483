#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif

#include "cli/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot(struct replacement *replacement, const char *why) {
    replacement->why = why;
    return false;
}

/* ---- what is there already ---- */

/* Where a symbolic link leads, so that the file is replaced and not the link. In malloc's memory.
 */
static char *destination(const char *path) {
    struct stat status;
    if (lstat(path, &status) == 0 && S_ISLNK(status.st_mode))
        return realpath(path, NULL);
    return strdup(path);
}

/* A new name in the folder would get past the file's own permissions. A device or a folder is not
 * replaced by a file. */
static bool may_replace(struct replacement *replacement) {
    struct stat status;
    if (stat(replacement->path, &status) != 0)
        return true;
    if (!S_ISREG(status.st_mode))
        return cannot(replacement, "it is no regular file");
    if (access(replacement->path, W_OK) != 0)
        return cannot(replacement, strerror(errno));
    return true;
}

/* The permissions that a new file has, or those of the file in whose place it comes, and its owner
 * as far as the system lets one give a file away. */
static bool set_mode(int descriptor, const char *path) {
    struct stat status;
    mode_t mask = umask(0);
    umask(mask);
    if (stat(path, &status) != 0)
        return fchmod(descriptor, 0666 & ~mask) == 0;
    mode_t mode = status.st_mode & 07777;
    if (fchown(descriptor, status.st_uid, status.st_gid) != 0)
        mode &= 0777; /* to whom it belongs now, the marks for its owner do not apply */
    return fchmod(descriptor, mode) == 0;
}

/* ---- opening ---- */

static bool open_beside(struct replacement *replacement) {
    static const char ending[] = ".XXXXXX";
    size_t length = strlen(replacement->path);
    replacement->beside = malloc(length + sizeof ending);
    if (!replacement->beside)
        return cannot(replacement, "out of memory");
    memcpy(replacement->beside, replacement->path, length);
    memcpy(replacement->beside + length, ending, sizeof ending);
    int descriptor = mkstemp(replacement->beside);
    if (descriptor < 0)
        return cannot(replacement, strerror(errno));
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    if (set_mode(descriptor, replacement->path))
        replacement->file = fdopen(descriptor, "w");
    if (replacement->file)
        return true;
    cannot(replacement, strerror(errno));
    close(descriptor);
    unlink(replacement->beside);
    return false;
}

bool replace_open(struct replacement *replacement, const char *path) {
    *replacement = (struct replacement){.path = destination(path)};
    if (!replacement->path)
        return cannot(replacement,
                      errno == ENOENT ? "it is a link that leads nowhere" : strerror(errno));
    if (may_replace(replacement) && open_beside(replacement))
        return true;
    free(replacement->path);
    free(replacement->beside);
    return false;
}

/* ---- the end ---- */

/* So that the new name is on the disk too, as far as the system lets one ask for it. */
static void sync_folder(const char *path) {
    const char *slash = strrchr(path, '/');
    char *name = strdup(path);
    if (name && slash)
        name[slash == path ? 1 : slash - path] = '\0';
    int folder = name ? open(slash ? name : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    free(name);
}

/* A file system that knows no fsync has done what it can. */
static bool is_written(FILE *file, bool safely) {
    return fflush(file) == 0 && !ferror(file) &&
           (!safely || fsync(fileno(file)) == 0 || errno == EINVAL);
}

bool replace_commit(struct replacement *replacement, bool safely) {
    if (!is_written(replacement->file, safely) ||
        rename(replacement->beside, replacement->path) != 0)
        return cannot(replacement, strerror(errno));
    free(replacement->beside); /* it has another name now */
    replacement->beside = NULL;
    if (safely)
        sync_folder(replacement->path);
    return true;
}

void replace_close(struct replacement *replacement) {
    if (replacement->beside)
        unlink(replacement->beside);
    fclose(replacement->file); /* what mattered of it is on the disk, or was told */
    free(replacement->beside);
    free(replacement->path);
}

const char *replace_file(const char *path, const char *bytes, size_t length, bool safely) {
    struct replacement replacement;
    if (!replace_open(&replacement, path))
        return replacement.why;
    fwrite(bytes, 1, length, replacement.file);
    const char *why = replace_commit(&replacement, safely) ? NULL : replacement.why;
    replace_close(&replacement);
    return why;
}
