/* What plays on a screen, be it a terminal or a script of keys: the app, and for it the files. */
#ifndef CLI_PLAYER_H
#define CLI_PLAYER_H

#include "cli/catalogue.h"
#include "cli/given.h"
#include "view/app.h"

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

#endif
