/*
 * What 'veto play' offers to choose from: sessions that were left before their end, the files
 * given, their recorded votes, and what ships. And what plays on a screen, be it a terminal or a
 * script of keys: the app, and for it the files.
 */
#pragma once

#include "cli/steps.h"
#include "view/app.h"

/* ---- the catalogue ---- */

/* Whether the operands ask for a choice: there are none or several, or one that is a history. A
 * single scenario is played without one. VETO_SYSTEM, and said so, when memory runs out. */
enum veto_status catalogue_wanted(bool *wanted, const struct settings *settings);

/*
 * Of a session that holds another text than its file has now there are two entries: the session as
 * it is, and with what the file has.
 *
 * Reads the operands and makes the catalogue: files in their order, then the votes of histories,
 * newest first, then what ships. A scenario with mistakes is listed with them; what cannot be read
 * at all, or is a broken history, has been said when this is not VETO_OK. The caller closes it;
 * NULL does nothing. --set is for what is chosen: entries are without it. `settings` must outlive
 * it. `only`, or NULL: what the one operand gives, where that has been opened; the catalogue's from
 * here on, and all that it offers.
 */
enum veto_status catalogue_open(struct catalogue **catalogue, const struct settings *settings,
                                struct given *only);
void catalogue_close(struct catalogue *catalogue);

/*
 * What an entry gives, to be played; until the next call or until the catalogue is closed.
 * VETO_INPUT, with *why set to a clause, where it cannot be played; VETO_SYSTEM: out of memory.
 */
enum veto_status catalogue_given(struct catalogue *catalogue, size_t entry,
                                 const struct given **given, const char **why);

/* Takes an entry that is an unfinished session out of the catalogue, and its file away. */
void catalogue_forget(struct catalogue *catalogue, size_t entry);

/* A file was written; where it is one of the folder that is offered, it is listed as it is now from
 * the next catalogue_refresh() on, which makes all entries anew. Nothing that was given is in use
 * then. */
void catalogue_wrote(struct catalogue *catalogue, const char *path);
void catalogue_refresh(struct catalogue *catalogue);

/* ---- playing ---- */

/* Plays what was given; what went wrong has been said. */
enum veto_status player_play(const struct given *given);

/* Lets the user choose, and says `notice` where it is not NULL; the catalogue is the caller's. */
enum veto_status player_choose(struct catalogue *catalogue, const char *notice,
                               const struct settings *settings);

/*
 * Plays the script settings->keys. The frame at the start and the one after each key go into the
 * folder settings->screens, as 0000.txt, 0001.txt and so on; without a folder the last frame goes
 * to settings->out. What is wrong has been said when this is not VETO_OK.
 */
enum veto_status screens_play(struct app *app, const struct settings *settings);
