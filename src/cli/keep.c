#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif

#include "cli/keep.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/number.h"
#include "cli/folder.h"
#include "cli/replace.h"

enum { PATH = KEEP_WORD - 2 };

/* ---- how a session names its scenario ---- */

/* Where a path leads, from the root on; a file that is gone, where it was. With `folder` the folder
 * that it is in, and the slash behind that. False where that is gone too. */
static bool real_place(const char *path, bool folder, char real[PATH]) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char *found = folder ? NULL : realpath(path, NULL);
    int length = found ? snprintf(real, PATH, "%s", found) : -1;
    if (!found && (size_t)snprintf(real, PATH, "%.*s", (int)(name - path), path) < PATH) {
        found = realpath(slash ? real : ".", NULL);
        if (found)
            length = snprintf(real, PATH, "%s%s%s", found, strcmp(found, "/") == 0 ? "" : "/",
                              folder ? "" : name);
    }
    free(found);
    return length >= 0 && length < PATH;
}

const char *keep_word(char word[KEEP_WORD], const char *file, const char *path) {
    char scenario[PATH], folder[PATH];
    if (!real_place(file, false, scenario))
        return file;
    bool inside =
        path && real_place(path, true, folder) && strncmp(scenario, folder, strlen(folder)) == 0;
    const char *name = inside ? scenario + strlen(folder) : scenario;
    /* without a point or a slash it might be the name of one that ships */
    snprintf(word, KEEP_WORD, "%s%s", strpbrk(name, "./") ? "" : "./", name);
    return word;
}

/* ---- the folder ---- */

static const char prefix[] = "unfinished-", ending[] = ".yaml";

/* A folder and those above it. */
static bool make_folder(char *path) {
    for (char *slash = path + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = '\0';
        mkdir(path, 0700);
    }
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

/* A folder that is not named from the root is none (XDG Base Directory Specification). */
static bool find_folder(char path[PATH]) {
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int length = -1;
    if (state && state[0] == '/')
        length = snprintf(path, PATH, "%s/veto", state);
    else if (home && home[0] == '/')
        length = snprintf(path, PATH, "%s/.local/state/veto", home);
    return length > 0 && length < PATH;
}

/* ---- locks ---- */

/* The number of the process that a file was made by; 0: the name is none of ours. */
static pid_t owner_of(const char *name) {
    char digits[24] = "";
    uint64_t number;
    size_t length = strlen(prefix);
    if (strncmp(name, prefix, length) != 0)
        return 0;
    size_t count = strspn(name + length, "0123456789");
    if (count == 0 || count >= sizeof digits || !strchr("-.", name[length + count]))
        return 0;
    memcpy(digits, name + length, count);
    return number_parse_u64(digits, &number) && number <= INT32_MAX ? (pid_t)number : 0;
}

/* Who looks has no file yet: one with its number was left by another. */
static bool is_gone(pid_t owner) {
    return owner == getpid() || (kill(owner, 0) != 0 && errno == ESRCH);
}

/* Where the file system knows no locks there is only the number. */
static bool is_abandoned(const char *path, pid_t owner) {
    struct flock other = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return false;
    bool asked = fcntl(file, F_GETLK, &other) == 0;
    close(file);
    return asked ? other.l_type == F_UNLCK : is_gone(owner);
}

/* ---- the unfinished session of this process ---- */

/* The lock on a file that is written (cli/replace.h) ends with the process, however that ends, or
 * with the first descriptor of the file that this process closes: so nothing here opens its own
 * file again. */
struct keep {
    struct replacement held; /* the file as it was last written, open and so locked */
    bool written;
    char path[PATH];
};

struct keep *keep_open(void) {
    char folder[PATH];
    struct keep *keep = calloc(1, sizeof *keep);
    int length = -1;
    if (keep && find_folder(folder) && make_folder(folder))
        length = snprintf(keep->path, PATH, "%s/%s%ld-%lld%s", folder, prefix, (long)getpid(),
                          (long long)time(NULL), ending);
    if (length <= 0 || length >= PATH || access(folder, W_OK | X_OK) != 0) {
        free(keep);
        return NULL;
    }
    replace_clean(keep->path);
    return keep;
}

bool keep_write(struct keep *keep, const char *bytes, size_t length) {
    struct replacement new;
    if (!keep || !replace_open(&new, keep->path))
        return false;
    fwrite(bytes, 1, length, new.file);
    /* not safely, after every key: what kills the program spares the disk */
    if (!replace_commit(&new, false)) {
        replace_close(&new);
        return false;
    }
    if (keep->written)
        replace_close(&keep->held);
    keep->held = new;
    keep->written = true;
    return true;
}

void keep_close(struct keep *keep, bool finished) {
    if (!keep)
        return;
    if (finished && keep->written)
        unlink(keep->path);
    if (keep->written)
        replace_close(&keep->held);
    free(keep);
}

/* ---- those of others ---- */

struct listing {
    struct arena *arena;
    const char *folder;
    struct dirent **entries;
    int entry_count;
    struct unfinished *all;
    size_t count;
};

static int is_kept_here(const struct dirent *entry) {
    return owner_of(entry->d_name) != 0;
}

static void work_list(void *context) {
    struct listing *listing = context;
    listing->all = arena_array(listing->arena, struct unfinished, (size_t)listing->entry_count + 1);
    for (int i = 0; i < listing->entry_count; i++) {
        const char *name = listing->entries[i]->d_name;
        const char *path = arena_printf(listing->arena, "%s/%s", listing->folder, name);
        pid_t owner = owner_of(name);
        struct stat status;
        if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode) || !is_abandoned(path, owner))
            continue;
        if (name_ends(name, ending))
            listing->all[listing->count++] = (struct unfinished){path, status.st_mtime};
        else if (is_gone(owner)) /* and not just about to be locked */
            unlink(path);
    }
}

static int newest_first(const void *a, const void *b) {
    const struct unfinished *x = a, *y = b;
    int order = (x->time < y->time) - (x->time > y->time);
    return order ? order : strcmp(y->path, x->path);
}

struct unfinished *keep_unfinished(struct arena *arena, size_t *count) {
    char folder[PATH];
    struct listing listing = {.arena = arena, .folder = folder};
    if (find_folder(folder))
        listing.entry_count = scandir(folder, &listing.entries, is_kept_here, NULL);
    if (listing.entry_count > 0 && arenas_try(arena, NULL, work_list, &listing))
        qsort(listing.all, listing.count, sizeof *listing.all, newest_first);
    for (int i = 0; i < listing.entry_count; i++)
        free(listing.entries[i]);
    free(listing.entries);
    *count = listing.count;
    return listing.all;
}

void keep_discard(const char *path) {
    unlink(path);
}
