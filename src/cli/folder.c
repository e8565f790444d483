#include "cli/folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { HEAD = 1 << 16 }; /* bytes in which a file says what it is */

struct listing {
    struct arena *arena;
    const char *path;
    DIR *folder;
    struct folder found;
    size_t capacity;
};

static bool is_named_so(const char *name) {
    return *name != '.' && *name != '-' && (name_ends(name, ".yaml") || name_ends(name, ".yml"));
}

/* A pipe is not even opened. */
static bool says_so(const char *path) {
    static const char *const keys[] = {"\nveto:", "\nveto_session:"};
    static const char before[] = "\n"; /* the first line begins as the others do */
    struct stat status;
    FILE *file = stat(path, &status) == 0 && S_ISREG(status.st_mode) ? fopen(path, "rb") : NULL;
    char *head = file ? malloc(HEAD + sizeof before) : NULL;
    bool found = false;
    if (head) {
        memcpy(head, before, sizeof before);
        head[1 + fread(head + 1, 1, HEAD, file)] = '\0';
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            found = found || strstr(head, keys[i]);
    }
    free(head);
    if (file)
        fclose(file);
    return found;
}

bool folder_lists(const char *name) {
    return !strchr(name, '/') && is_named_so(name) && says_so(name);
}

static int compare_words(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void work_listing(void *context) {
    struct listing *listing = context;
    struct folder *found = &listing->found;
    for (struct dirent *entry; (entry = readdir(listing->folder)) != NULL;) {
        char *path = arena_printf(listing->arena, "%s/%s", listing->path, entry->d_name);
        if (!is_named_so(entry->d_name) || !says_so(path))
            continue;
        arena_push(listing->arena, found->words, found->count, listing->capacity);
        found->words[found->count++] = strcmp(listing->path, ".") == 0 ? path + strlen("./") : path;
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
