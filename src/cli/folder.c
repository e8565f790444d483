#include "cli/folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "cli/shipped.h"

enum { HEAD = 1 << 16 }; /* bytes in which a file says what it is */

struct listing {
    struct arena *arena;
    const char *path;
    DIR *folder;
    struct folder found;
    size_t capacity;
};

static const char session_line[] = "\nveto_session:";

/* What a file called so says itself to be: in a file of another name only the first line counts, as
 * in a session that was saved. A pipe is not even opened. */
static bool says_so(const char *path, bool yaml) {
    static const char before[] = "\n"; /* the first line begins as the others do */
    struct stat status;
    FILE *file = stat(path, &status) == 0 && S_ISREG(status.st_mode) ? fopen(path, "rb") : NULL;
    char *head = file ? malloc(HEAD + sizeof before) : NULL;
    bool found = false;
    if (head) {
        memcpy(head, before, sizeof before);
        head[1 + fread(head + 1, 1, yaml ? HEAD : strlen(session_line) - 1, file)] = '\0';
        found = strstr(head, session_line) || (yaml && strstr(head, "\nveto:"));
    }
    free(head);
    if (file)
        fclose(file);
    return found;
}

const char *folder_word(struct arena *arena, const char *folder, const char *name) {
    bool here = strcmp(folder, ".") == 0,
         yaml = name_ends(name, ".yaml") || name_ends(name, ".yml");
    const char *path = arena_printf(arena, "%s/%s", folder, name);
    /* or what an editor left of another: "name~", "#name#" */
    bool hidden = strchr(".#", *name) || name_ends(name, "~");
    if (hidden || strchr(name, '/') || !says_so(path, yaml))
        return NULL;
    return here && *name != '-' && !shipped_find(name) ? path + strlen("./") : path;
}

static int compare_words(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void work_listing(void *context) {
    struct listing *listing = context;
    struct folder *found = &listing->found;
    for (struct dirent *entry; (entry = readdir(listing->folder)) != NULL;) {
        const char *word = folder_word(listing->arena, listing->path, entry->d_name);
        if (!word)
            continue;
        arena_push(listing->arena, found->words, found->count, listing->capacity);
        found->words[found->count++] = word;
    }
}

struct folder folder_read(struct arena *arena, const char *path) {
    struct listing listing = {.arena = arena, .path = path, .folder = opendir(path)};
    if (!listing.folder)
        return listing.found;
    if (!arenas_try(arena, NULL, work_listing, &listing))
        listing.found.count = 0;
    closedir(listing.folder);
    if (listing.found.count > 0)
        qsort(listing.found.words, listing.found.count, sizeof *listing.found.words, compare_words);
    return listing.found;
}
