/*
 * Before and after a change, side by side: outcomes, odds, leanings, ballots, and why the ballots
 * that changed are what they are. As JSON:
 *
 *     {"set": [...], "before": SIDE, "after": SIDE,
 *      "changes": [{"draft", "outcome": {"before", "after"}, "odds": {"adopted": {...}, ...},
 *                   "members": [{"id", "leaning": {...}, "ballot": {...}, "chances": {...},
 *                                "why": {...}}]}]}
 *
 * SIDE is {"scenario", "mode", "seed", "drafts", "odds"}, as in veto run --json and veto odds
 * --json, and has "set" as they have it: what the session changed, and behind the change that too.
 * Only what changed is in "changes"; drafts and members are matched by id and code, and what is
 * missing on one side is null there.
 *
 * In CSV: "changed,draft,before,after" of outcomes, "changed,draft,outcome,before,after,change" of
 * odds, and "changed,draft,member,name,leaning_before,ballot_before,leaning_after,ballot_after".
 */
#pragma once

#include "report/report.h"
#include "veto/odds.h"

struct whatif_side {
    const struct veto_meeting *meeting; /* played to its end */
    const struct veto_odds *odds;       /* by the same method on both sides */
};

struct whatif {
    struct whatif_side before, after;
    const char *const *set;       /* PATH=VALUE: what both sides have of a session, ... */
    size_t set_before, set_count; /* ... so many, and behind it the change */
};

extern const struct report report_whatif;

/* Its page. */
void whatif_page(struct page *page, const void *whatif);

/* ---- what the two share ---- */

enum { WHATIF_BEFORE, WHATIF_AFTER, WHATIF_SIDES };

/* A draft on both sides. */
struct whatif_draft {
    int at[WHATIF_SIDES];                       /* its index, or VETO_NONE */
    const struct veto_draft *draft;             /* before the change, else after it */
    const struct veto_vote *vote[WHATIF_SIDES]; /* or NULL */
    /* VETO_NOT_PUT too where there is no such draft: */
    enum veto_outcome outcome[WHATIF_SIDES];
    double chance[WHATIF_SIDES][VETO_OUTCOMES];
};

/* A member on both sides, and its ballots on a draft. */
struct whatif_member {
    int at[WHATIF_SIDES];
    const struct veto_member *member;
    const struct veto_cast *cast[WHATIF_SIDES]; /* NULL where it casts none */
    bool differs; /* they do, in leaning, cut point, chances or ballot */
};

/* The i-th draft, or the i-th member and what it casts on a draft: those of the side before, then
 * those that only the other has. False behind the last one. */
bool whatif_draft(const struct whatif *whatif, size_t i, struct whatif_draft *draft);
bool whatif_member(const struct whatif *whatif, const struct whatif_draft *draft, size_t i,
                   struct whatif_member *member);

/* Why a member casts what it does; NULL where it casts nothing. */
const char *whatif_why(struct arena *arena, const struct whatif *whatif, int side,
                       const struct whatif_draft *draft, const struct whatif_member *member);
