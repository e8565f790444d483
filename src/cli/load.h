/* From the word for a scenario on the command line to the scenario. */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include "cli/options.h"
#include "cli/shipped.h"
#include "veto/scenario.h"
#include "view/desk.h"

/* A scenario that ships, by its name; NULL if there is none. */
const struct shipped *shipped_find(const char *name);

/* Says that there is no such scenario, and which might be meant. Returns VETO_INPUT. */
enum veto_status no_such_scenario(const char *name);

/*
 * Loads the scenario that `word` names, with the overrides of the settings: standard input for "-",
 * a scenario that ships, or a file. Whatever is wrong has been said on standard error when it
 * returns something other than VETO_OK. The caller frees the scenario.
 */
enum veto_status load_scenario(struct veto_scenario **scenario, const char *word,
                               const struct settings *settings);

/* The same for a desk, which is the caller's to close. */
enum veto_status load_desk(struct desk **desk, const char *word, const struct settings *settings);

/* Says that a scenario cannot be played as recorded. Returns VETO_INPUT. */
enum veto_status no_record(const char *word);

#endif
