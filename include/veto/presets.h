/*
 * Rules by name: the Charter's, rules that never were, and the Councils of the reform proposals of
 * 2005. Each is data; veto_decide decides under it as under any other.
 */
#ifndef VETO_PRESETS_H
#define VETO_PRESETS_H

#include <stdbool.h>
#include <stddef.h>

#include "veto/council.h"
#include "veto/roster.h"

VETO_BEGIN_C

struct veto_rule_set {
    const char *name;           /* "two-vetoes" */
    const char *title;          /* what it says, one line */
    const char *source;         /* where it is from, or how far it is a thought experiment */
    unsigned members, required; /* of the Council that it is for, where none is given */
    unsigned permanent;         /* permanent seats, with a veto or without */
    unsigned veto_holders;      /* how many of them hold a veto; 0: there is no veto */
    unsigned veto_needs;        /* how many of their negative votes make one */
    unsigned override_at;       /* affirmative votes that override it; 0: none do */
    bool majority_stated;       /* false: the source names no majority, and `required` is the share
                                   of nine in fifteen, rounded up */
    bool own_majority; /* `required` holds for a Council of any size; else that of its day does */
    bool own_council;  /* a Council of another size: no recorded vote can be decided by it */
};

/* All of them, in the order in which a reader meets them. */
const struct veto_rule_set *veto_rule_sets(size_t *count);

/* By name; NULL if there is none. */
const struct veto_rule_set *veto_rule_set_find(const char *name);

/*
 * The rules on the Council of a day. Its size and its permanent members are those of the
 * composition, and so is the majority, but for charter-1945 and charter-1965: Article 27 as signed
 * says seven votes and as amended says nine, whatever the size of the Council (own_majority).
 * False, and *rules untouched, where the set is for a Council of another kind (own_council).
 */
bool veto_rule_set_apply(const struct veto_rule_set *set,
                         const struct veto_composition *composition, struct veto_rules *rules);

/* The rules on the set's own Council: the permanent members come first, and among them those that
 * hold a veto. */
struct veto_rules veto_rule_set_council(const struct veto_rule_set *set);

VETO_END_C

#endif
