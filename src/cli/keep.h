/*
 * What is kept of a session on the disk: how it names its scenario, and the session that is not
 * finished yet, so that a crash costs nothing. Nothing here prints: the terminal may be in use.
 *
 * The unfinished session is a file of this process in the folder for the state of programs,
 * ${XDG_STATE_HOME:-$HOME/.local/state}/veto (XDG Base Directory Specification, 0.8). The process
 * holds a lock on it as long as it lives; so whoever starts later can tell whose owner is gone, and
 * need not trust that a process with its number is the same one. Where the folder cannot be had,
 * nothing is kept, and nothing is said.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "base/arena.h"

/* The word by which a session at `path` names a scenario file, which may be gone: from the
 * session's own folder on where it lies there or further down, else from the root, as it always is
 * where `path` is NULL. Written to `word`; or `file` itself, where its folder is gone too. */
enum { KEEP_WORD = 4096 + 2 };
const char *keep_word(char word[KEEP_WORD], const char *file, const char *path);

/* ---- the unfinished session of this process ---- */

struct keep; /* owns its file */

/* NULL where it cannot be kept, which the calls below take for nothing to do. */
struct keep *keep_open(void);

/* In place of what was kept before, whole or not at all. False: what was kept before still is. */
bool keep_write(struct keep *keep, const char *bytes, size_t length);

/* `finished`: it need not be offered again. */
void keep_close(struct keep *keep, bool finished);

/* ---- those of others ---- */

struct unfinished {
    const char *path;
    time_t time; /* when it was written */
};

/* Those whose owner is gone, the newest first; none where there is no folder. Takes away what such
 * owners left half written. Before keep_open: the process's own file would be found too, and lose
 * its lock. They live in `arena`, which must not be in use for anything else. */
struct unfinished *keep_unfinished(struct arena *arena, size_t *count);

/* Takes one of them away; it may be gone already. */
void keep_discard(const char *path);
