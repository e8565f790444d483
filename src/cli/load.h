/* From what the command line gives to the scenario. */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include "cli/given.h"
#include "cli/options.h"
#include "veto/history.h"

/* Reads a file of recorded votes, or standard input for "-", likewise; `warns` of votes that cannot
 * be used. */
enum veto_status load_history(struct veto_history **history, const char *path,
                              const struct settings *settings, bool warns);

/*
 * Loads what was given, with the overrides of its settings. Whatever is wrong has been said on
 * standard error when it returns something other than VETO_OK. The caller frees the scenario.
 */
enum veto_status load_scenario(struct veto_scenario **scenario, const struct given *given);
enum veto_status load_scenario_text(struct veto_scenario **scenario, const struct veto_text *text,
                                    const char *const *overrides, size_t override_count,
                                    const struct settings *settings);

/* All scenarios that ship, in their order; NULL, and said why, where they cannot be loaded. */
struct veto_scenario **load_shipped(const struct settings *settings);
void free_shipped(struct veto_scenario **scenarios); /* NULL does nothing */

/* The ladder of a command on one scenario, by a word or the first operand: loads it, plays it where
 * a meeting is wanted, gives it to `use`, and frees it all. What went wrong on the way has been
 * said. */
typedef enum veto_status scenario_use(const struct veto_scenario *scenario,
                                      const struct given *given, FILE *out);
typedef enum veto_status meeting_use(const struct veto_meeting *meeting, const struct given *given,
                                     FILE *out);
enum veto_status with_scenario(const char *word, const struct settings *settings, FILE *out,
                               scenario_use *use);
enum veto_status with_meeting(const struct settings *settings, FILE *out, meeting_use *use);

/* The same of what has been opened already. */
enum veto_status meeting_of_given(const struct given *given, FILE *out, meeting_use *use);

/* Plays a scenario as the settings say. What went wrong has been said. */
enum veto_status play_meeting(struct veto_meeting **meeting, const struct veto_scenario *scenario,
                              const struct settings *settings);

/* Says that a scenario cannot be played as recorded. Returns VETO_INPUT. */
enum veto_status no_record(const char *word);

#endif
