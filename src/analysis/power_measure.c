#include "analysis/power_measure.h"

struct veto_fraction veto_measure_of(const struct veto_measure *measure, unsigned kind) {
    return (struct veto_fraction){measure->numerator[kind], measure->denominator};
}

struct veto_natural kinds_sum(const struct veto_kinds *kinds, const struct veto_natural *of) {
    struct veto_natural sum = natural_of(0);
    for (unsigned kind = 0; kind < kinds->count; kind++)
        natural_add_product(&sum, &of[kind], kinds->size[kind]);
    return sum;
}

struct veto_fraction veto_measure_share(const struct veto_measure *measure,
                                        const struct veto_kinds *kinds, veto_set members) {
    struct veto_fraction share = {natural_of(0), kinds_sum(kinds, measure->numerator)};
    for (unsigned i = 0; i < kinds->members && i < VETO_MAX_MEMBERS; i++)
        if (veto_set_has(members, i))
            natural_add(&share.numerator, &measure->numerator[kinds->of[i]]);
    return share;
}

/* The mean difference of two members over twice the mean: the sum over all pairs, each once, of
 * their difference, over n times the sum. */
struct veto_fraction veto_measure_gini(const struct veto_measure *measure,
                                       const struct veto_kinds *kinds) {
    struct veto_natural sum = kinds_sum(kinds, measure->numerator), differences = natural_of(0);
    for (unsigned a = 0; a < kinds->count; a++)
        for (unsigned b = 0; b < a; b++) {
            struct veto_natural larger = measure->numerator[a], smaller = measure->numerator[b];
            if (natural_compare(&larger, &smaller) < 0) {
                struct veto_natural held = larger;
                larger = smaller;
                smaller = held;
            }
            natural_subtract(&larger, &smaller);
            natural_add_product(&differences, &larger, (u128)kinds->size[a] * kinds->size[b]);
        }
    return (struct veto_fraction){differences, natural_product(&sum, kinds->members)};
}
