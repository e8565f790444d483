/* What the commands that reckon with the model share. */
#ifndef CLI_MODEL_H
#define CLI_MODEL_H

#include "cli/given.h"
#include "report/report.h"
#include "veto/flips.h"
#include "veto/odds.h"

/* A plan, or a complaint why there is none. */
enum veto_status plan_for(struct veto_odds_plan **plan, const struct veto_scenario *scenario);

/* Odds by Monte Carlo, with a line that says how far it is; Ctrl-C ends it with what it has. What
 * went wrong has been said when it is not VETO_OK. */
enum veto_status estimate_odds(const struct veto_odds **odds, struct veto_odds_plan *plan,
                               const struct settings *settings, uint64_t trials);

/* What would change each vote of a meeting and who decides it, or the latter alone: `flips` has
 * room for VETO_MAX_DRAFTS, and is NULL where there was no vote. The caller gives it back, whatever
 * this returns; that memory ran out has been said. */
enum veto_status find_all_flips(struct veto_flips **flips, const struct veto_meeting *meeting,
                                bool decisive);
void free_flips(struct veto_flips **flips);

/* --threads, or as many as there are processors. */
unsigned threads_for(const struct settings *settings);

/* Writes a report in the format that was asked for, and says on it what was changed in what was
 * given. What went wrong has been said. */
enum veto_status write_report(FILE *out, const struct settings *settings,
                              const struct report *report, const void *subject);

/* The same of a meeting, with what the class expected where a session was given. */
enum veto_status write_meeting(const struct veto_meeting *meeting, const struct given *given,
                               FILE *out);

#endif
