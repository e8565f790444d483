/* In a browser a file that is written is a download, and what is kept is kept by the page: in the
 * place of cli/replace.c and cli/keep.c. */
#include <string.h>
#include <sys/stat.h>

#include "cli/folder.h"
#include "cli/keep.h"
#include "cli/replace.h"
#include "page.h"

/* ---- files ---- */

/* The page asks before it replaces anything, if it does. */
struct stamp stamp_of(const char *path) {
    (void)path;
    return (struct stamp){.there = false};
}

bool stamp_same(const struct stamp *a, const struct stamp *b) {
    return a->there == b->there;
}

const char *replace_file(const char *path, const char *bytes, size_t length, struct stamp *seen,
                         bool safely) {
    (void)seen;
    (void)safely;
    page_save(path, bytes, length);
    return NULL;
}

/* Row by row only `veto sweep` writes, which no page calls. */
bool replace_open(struct replacement *replacement, const char *path) {
    *replacement = (struct replacement){.why = path ? "there are no files here" : NULL};
    return false;
}

bool replace_commit(struct replacement *replacement, bool safely) {
    return safely && replacement->file;
}

void replace_clean(const char *path) {
    (void)path;
}

void replace_close(struct replacement *replacement) {
    (void)replacement;
}

/* ---- the unfinished session ---- */

const char *keep_word(char word[KEEP_WORD], const char *file, const char *path) {
    (void)path;
    bool fits = !strchr(file, '/') && strlen(file) + sizeof "./" <= KEEP_WORD;
    return fits ? strcat(strcpy(word, "./"), file) : file;
}

/* There is one, and it owns nothing: an address is enough. */
struct keep {
    char nothing;
};

struct keep *keep_open(void) {
    static struct keep keep;
    return &keep;
}

bool keep_write(struct keep *keep, const char *bytes, size_t length) {
    page_keep(bytes, length);
    return keep != NULL;
}

void keep_close(struct keep *keep, bool finished) {
    if (keep && finished)
        page_keep(NULL, 0);
}

void keep_discard(const char *path) {
    page_forget(path);
}

/* The page has put them there before the program starts, the newest first. */
struct listing {
    struct arena *arena;
    struct unfinished *all;
    size_t count;
};

static void work_list(void *context) {
    enum { MOST = 100 };
    struct listing *listing = context;
    struct stat status;
    listing->all = arena_array(listing->arena, struct unfinished, MOST);
    for (size_t i = 0; i < MOST; i++) {
        const char *path = arena_printf(listing->arena, "/unfinished/%zu", i);
        if (stat(path, &status) != 0)
            return;
        listing->all[listing->count++] = (struct unfinished){path, status.st_mtime};
    }
}

/* The files of a reader are not on the page. */
struct folder folder_read(struct arena *arena, const char *path) {
    (void)arena;
    (void)path;
    return (struct folder){NULL, 0};
}

const char *folder_word(struct arena *arena, const char *folder, const char *name) {
    (void)arena;
    (void)folder;
    (void)name;
    return NULL;
}

struct unfinished *keep_unfinished(struct arena *arena, size_t *count) {
    struct listing listing = {.arena = arena};
    bool whole = arenas_try(arena, NULL, work_list, &listing);
    *count = whole ? listing.count : 0;
    return listing.all;
}
