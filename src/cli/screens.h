/* The app played from a script of keys, without a terminal: its frames as text. */
#ifndef CLI_SCREENS_H
#define CLI_SCREENS_H

#include "cli/options.h"
#include "view/app.h"

/*
 * Plays the script settings->keys. The frame at the start and the one after each key go into the
 * folder settings->screens, as 0000.txt, 0001.txt and so on; without a folder the last frame goes
 * to settings->out. What is wrong has been said when this is not VETO_OK.
 */
enum veto_status screens_play(struct app *app, const struct settings *settings);

#endif
