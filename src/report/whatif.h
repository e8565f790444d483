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
 * --json. Only what changed is in "changes"; drafts and members are matched by id and code, and
 * what is missing on one side is null there.
 *
 * In CSV: "changed,draft,before,after" of outcomes, "changed,draft,outcome,before,after,change" of
 * odds, and "changed,draft,member,name,leaning_before,ballot_before,leaning_after,ballot_after".
 */
#ifndef REPORT_WHATIF_H
#define REPORT_WHATIF_H

#include "report/report.h"
#include "veto/odds.h"

struct whatif_side {
    const struct veto_meeting *meeting; /* played to its end */
    const struct veto_odds *odds;       /* by the same method on both sides */
};

struct whatif {
    struct whatif_side before, after;
    const char *const *changes; /* "path=value" */
    size_t change_count;
};

extern const struct report report_whatif;

/* Its page. */
void whatif_page(struct page *page, const void *whatif);

/* ---- what the two share ---- */

enum { WHATIF_BEFORE, WHATIF_AFTER, WHATIF_SIDES };

/* A draft on both sides: its index, or VETO_NONE. */
struct whatif_pair {
    int at[WHATIF_SIDES];
};

const struct whatif_side *whatif_side(const struct whatif *whatif, int side);
const struct veto_scenario *whatif_scenario(const struct whatif *whatif, int side);

/* The i-th draft, or the i-th member: those of the side before, then those that only the other has.
 * False behind the last one. */
bool whatif_draft(const struct whatif *whatif, size_t i, struct whatif_pair *pair);
bool whatif_member(const struct whatif *whatif, size_t i, struct whatif_pair *pair);

/* The draft, or the member, before the change, else after it. */
const struct veto_draft *whatif_draft_of(const struct whatif *whatif, struct whatif_pair draft);
const struct veto_member *whatif_member_of(const struct whatif *whatif, struct whatif_pair member);

/* What a member cast on a draft; NULL where it did not. */
const struct veto_cast *whatif_cast(const struct whatif *whatif, int side, struct whatif_pair draft,
                                    struct whatif_pair member);

/* Whether two of them differ in leaning, cut point, chances or ballot. */
bool whatif_casts_differ(const struct veto_cast *a, const struct veto_cast *b);

/* VETO_NOT_PUT too where there is no such draft. */
enum veto_outcome whatif_outcome(const struct whatif *whatif, int side, struct whatif_pair draft);
double whatif_chance(const struct whatif *whatif, int side, struct whatif_pair draft,
                     enum veto_outcome outcome);

#endif
