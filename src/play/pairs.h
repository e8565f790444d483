/* Two runs of one meeting, to be held against each other. */
#pragma once

#include "base/arena.h"
#include "play/state.h"

struct run {
    const struct stage *stage;
    enum veto_mode mode;
    const char *name;  /* in a sentence: "the model" */
    const char *label; /* above a column of ballots: "model" */
    bool record;       /* what is on record, whatever was changed by hand */
};

struct run_pair {
    struct run a, b;
};

enum { MOST_PAIRS = 3 };

/* All that there are in this mode: none where there is no record, nothing was changed and chance
 * was not asked. */
struct pairs {
    struct run_pair all[MOST_PAIRS];
    size_t count, picked; /* picked: which of them, from 0 */
};
struct pairs pairs_of(const struct state *state);

/* What there is to do where there is none. */
#define PAIRS_NONE "there is no other run to compare with yet: m draws one, a change makes one"

/* A draft's vote in a run. */
struct outcome {
    const struct veto_vote *vote; /* NULL where it was not put */
    bool other_rules;             /* it is on record, and the rules here would have it otherwise */
};

/* How two of them compare. */
struct match {
    struct outcome a, b;
    bool ballots; /* both have ballots, and these members' are not the same */
    veto_set differ;
};
struct match pairs_match(struct arena *arena, const struct run_pair *pair, int draft);

/* Whether the model gives anything else than what is on record. */
bool pairs_record_differs(struct arena *arena, const struct stage *stage, enum veto_mode mode);
