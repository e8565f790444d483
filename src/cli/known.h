/* Ballots that are known, as --given has them: "USA=no,RUS=abstain", or "french.USA=no". */
#ifndef CLI_KNOWN_H
#define CLI_KNOWN_H

#include "base/arena.h"
#include "cli/options.h"

/* The overrides of the settings, and behind them those that the ballots come to in this scenario.
 * The caller frees the arena in any case. What is wrong has been said when it is not VETO_OK. */
struct known_ballots {
    struct arena arena;
    const char **overrides;
    size_t count;
};

enum veto_status known_ballots_find(struct known_ballots *known, const struct settings *settings,
                                    const struct veto_scenario *scenario);

#endif
