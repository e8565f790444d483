#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif

#include "cli/replace.h"

#include <dirent.h>
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

/* A new name in the folder would get past the file's own permissions. A device or a folder is not
 * replaced by a file. */
static bool may_replace(struct replacement *replacement, const char *path) {
    struct stat status;
    if (stat(path, &status) != 0)
        return true;
    if (!S_ISREG(status.st_mode))
        return cannot(replacement, "it is no regular file");
    if (access(path, W_OK) != 0)
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

/* ---- stamps ---- */

static struct stamp stamp_from(const struct stat *status) {
    return (struct stamp){true, status->st_dev, status->st_ino, status->st_size, status->st_mtim};
}

struct stamp stamp_of(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? stamp_from(&status) : (struct stamp){.there = false};
}

bool stamp_same(const struct stamp *a, const struct stamp *b) {
    return a->there == b->there &&
           (!a->there || (a->device == b->device && a->number == b->number && a->size == b->size &&
                          a->time.tv_sec == b->time.tv_sec && a->time.tv_nsec == b->time.tv_nsec));
}

/* ---- the file beside it ---- */

static const char pattern[] = ".veto-XXXXXX"; /* of mkstemp */

/* On a whole file, until it is closed. False where another program has one; `unknown` where the
 * file system knows no locks. */
static bool lock(int descriptor, bool unknown) {
    struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(descriptor, F_SETLK, &all) == 0 || (unknown && errno != EACCES && errno != EAGAIN);
}

/* The folder of a path, and a name in it; in malloc's memory. */
static char *beside(const char *path, const char *name) {
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    char *whole = malloc(folder + strlen(name) + 1);
    if (whole) {
        memcpy(whole, path, folder);
        strcpy(whole + folder, name);
    }
    return whole;
}

static void clean(const char *path) {
    struct stat status;
    int file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && lock(file, false))
        unlink(path);
    close(file);
}

void replace_clean(const char *path) {
    char *name = beside(path, ".");
    DIR *folder = name ? opendir(name) : NULL;
    const struct dirent *entry;
    while (folder && (entry = readdir(folder)) != NULL) {
        if (strncmp(entry->d_name, pattern, strcspn(pattern, "X")) != 0 ||
            strlen(entry->d_name) != strlen(pattern))
            continue;
        char *left = beside(path, entry->d_name);
        if (left)
            clean(left);
        free(left);
    }
    if (folder)
        closedir(folder);
    free(name);
}

/* ---- opening ---- */

/* It is locked before another program takes it for one that was left, or made anew. */
static int open_locked(struct replacement *replacement) {
    struct stat status;
    for (;;) {
        replacement->beside = beside(replacement->path, pattern);
        int descriptor = replacement->beside ? mkstemp(replacement->beside) : -1;
        if (descriptor < 0 ||
            (lock(descriptor, true) && fstat(descriptor, &status) == 0 && status.st_nlink > 0))
            return descriptor;
        close(descriptor);
        free(replacement->beside);
    }
}

static bool open_beside(struct replacement *replacement) {
    int descriptor = open_locked(replacement);
    if (descriptor < 0)
        return cannot(replacement, replacement->beside ? strerror(errno) : "out of memory");
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
    struct stat status;
    *replacement = (struct replacement){.path = NULL};
    if (!may_replace(replacement, path))
        return false;
    /* where a symbolic link leads, so that the file is replaced and not the link */
    bool link = lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
    replacement->path = link ? realpath(path, NULL) : strdup(path);
    if (!replacement->path)
        return cannot(replacement,
                      errno == ENOENT ? "it is a link that leads nowhere" : strerror(errno));
    if (open_beside(replacement))
        return true;
    free(replacement->path);
    free(replacement->beside);
    return false;
}

/* ---- the end ---- */

/* So that the new name is on the disk too, as far as the system lets one ask for it. */
static void sync_folder(const char *path) {
    char *name = beside(path, ".");
    int folder = name ? open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    free(name);
}

static bool told(struct replacement *replacement) {
    return cannot(replacement, "another program has just written it");
}

static bool rename_over(struct replacement *replacement) {
    return rename(replacement->beside, replacement->path) == 0 ||
           cannot(replacement, strerror(errno));
}

/* Where nothing was seen, a link does what no other program can do meanwhile, as far as the file
 * system knows links. */
static bool put_new(struct replacement *replacement) {
    if (link(replacement->beside, replacement->path) == 0) {
        unlink(replacement->beside);
        return true;
    }
    return errno == EEXIST || stamp_of(replacement->path).there ? told(replacement)
                                                                : rename_over(replacement);
}

/* Of two programs that saw the same file one gets its lock first, and the other does not find that
 * file any more. */
static bool put_over(struct replacement *replacement) {
    int file = open(replacement->path, O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return errno == ENOENT ? told(replacement) : cannot(replacement, strerror(errno));
    bool locked = lock(file, true);
    struct stamp now = stamp_of(replacement->path);
    bool done = locked && stamp_same(&now, replacement->seen) ? rename_over(replacement)
                                                              : told(replacement);
    close(file);
    return done;
}

static bool put_in_place(struct replacement *replacement) {
    if (!replacement->seen)
        return rename_over(replacement);
    return replacement->seen->there ? put_over(replacement) : put_new(replacement);
}

bool replace_commit(struct replacement *replacement, bool safely) {
    struct stamp *seen = replacement->seen;
    struct stat status;
    FILE *file = replacement->file;
    /* a file system that knows no fsync has done what it can */
    if (fflush(file) != 0 || ferror(file) ||
        (safely && fsync(fileno(file)) != 0 && errno != EINVAL))
        return cannot(replacement, strerror(errno));
    if (!put_in_place(replacement))
        return false;
    if (seen && fstat(fileno(file), &status) == 0)
        *seen = stamp_from(&status);
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

const char *replace_file(const char *path, const char *bytes, size_t length, struct stamp *seen,
                         bool safely) {
    struct replacement replacement;
    if (seen)
        replace_clean(path);
    if (!replace_open(&replacement, path))
        return replacement.why;
    replacement.seen = seen;
    fwrite(bytes, 1, length, replacement.file);
    const char *why = replace_commit(&replacement, safely) ? NULL : replacement.why;
    replace_close(&replacement);
    return why;
}
