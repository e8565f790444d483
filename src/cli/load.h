/* From what the command line gives to the scenario. */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include "cli/given.h"
#include "cli/options.h"
#include "cli/shipped.h"
#include "veto/history.h"

/* A scenario that ships, by its name; NULL if there is none. */
const struct shipped *shipped_find(const char *name);

/* Reads a file of recorded votes, or standard input for "-", likewise; `warns` of votes that cannot
 * be used. */
enum veto_status load_history(struct veto_history **history, const char *path,
                              const struct settings *settings, bool warns);

/* Whether there may be something to load by this word: a scenario that ships, a file or "-". */
bool load_may(const char *word);

/* Writes diagnostics to standard error, or where else the settings have them; that a file cannot be
 * read. */
void print_mistakes(const struct veto_diagnostics *list, const struct settings *settings);
void cannot_read(const char *name, const char *error, const struct settings *settings);

/*
 * Loads what was given, with the overrides of its settings. Whatever is wrong has been said on
 * standard error when it returns something other than VETO_OK. The caller frees the scenario.
 */
enum veto_status load_scenario(struct veto_scenario **scenario, const struct given *given);
enum veto_status load_scenario_text(struct veto_scenario **scenario, const struct veto_text *text,
                                    const char *const *overrides, size_t override_count,
                                    const struct settings *settings);

/* The same for a text that is loaded more than once: `use` gets it, and a list for mistakes, which
 * are shown when it returns VETO_INPUT. When it returns VETO_SYSTEM, memory ran out. */
typedef enum veto_status load_use(void *context, const struct veto_text *text,
                                  struct veto_diagnostics *list);
enum veto_status load_from(const struct given *given, load_use *use, void *context);

/* The ladder of a command on one scenario, its first operand: loads it, plays it where a meeting is
 * wanted, gives it to `use`, and frees it all. What went wrong on the way has been said. */
typedef enum veto_status scenario_use(const struct veto_scenario *scenario,
                                      const struct given *given, FILE *out);
typedef enum veto_status meeting_use(const struct veto_meeting *meeting, const struct given *given,
                                     FILE *out);
enum veto_status with_scenario(const struct settings *settings, FILE *out, scenario_use *use);
enum veto_status with_meeting(const struct settings *settings, FILE *out, meeting_use *use);

/* Plays a scenario as the settings say. What went wrong has been said. */
enum veto_status play_meeting(struct veto_meeting **meeting, const struct veto_scenario *scenario,
                              const struct settings *settings);

/* Says that a scenario cannot be played as recorded. Returns VETO_INPUT. */
enum veto_status no_record(const char *word);

#endif
