/* What plays on a screen, be it a terminal or a script of keys: the app, and for it the files. */
#ifndef CLI_PLAYER_H
#define CLI_PLAYER_H

#include "cli/catalogue.h"
#include "cli/given.h"

/* Plays what was given; what went wrong has been said. */
enum veto_status player_play(const struct given *given);

/* Lets the user choose, and says `notice` where it is not NULL; the catalogue is the caller's. */
enum veto_status player_choose(struct catalogue *catalogue, const char *notice,
                               const struct settings *settings);

#endif
