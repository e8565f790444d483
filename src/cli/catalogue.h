/* What 'veto play' offers to choose from: the files given, their recorded votes, and what ships. */
#ifndef CLI_CATALOGUE_H
#define CLI_CATALOGUE_H

#include "cli/options.h"
#include "veto/scenario.h"
#include "view/entry.h"

/* Whether the operands ask for a choice: there are none or several, or one that is a history. A
 * single scenario is played without one. */
bool catalogue_wanted(const struct settings *settings);

/*
 * Reads the operands and makes the catalogue: files in their order, then the votes of histories,
 * newest first, then what ships. A scenario with mistakes is listed with them; what cannot be read
 * at all, or is a broken history, has been said when this is not VETO_OK. The caller closes it;
 * NULL does nothing. --set is for what is chosen: entries are without it.
 */
enum veto_status catalogue_open(struct catalogue **catalogue, const struct settings *settings);
void catalogue_close(struct catalogue *catalogue);

/*
 * The text of an entry, and the word by which the command line would find it again ("-" for a
 * recorded vote, which comes by a pipe). Both live until the next call or until the catalogue is
 * closed. VETO_INPUT, with *why set to a clause, where it cannot be played; VETO_SYSTEM: out of
 * memory.
 */
enum veto_status catalogue_text(struct catalogue *catalogue, size_t entry, struct veto_text *text,
                                const char **word, const char **why);

#endif
