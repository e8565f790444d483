/* What the commands that reckon with the model share. */
#ifndef CLI_MODEL_H
#define CLI_MODEL_H

#include "cli/options.h"
#include "report/text.h"
#include "veto/odds.h"

/* A plan, or a complaint why there is none. */
enum veto_status plan_for(struct veto_odds_plan **plan, const struct veto_scenario *scenario);

/* --threads, or as many as there are processors. */
unsigned threads_for(const struct settings *settings);

/* How text on standard output is to look. */
struct text_options text_options_for(const struct settings *settings);

#endif
