/*
 * Voting power under any rules: who can decide, all ballots being equally likely.
 *
 * Yes or no. The textbook measures know two ballots, so they count an abstention as a no, and the
 * abstention of a permanent member as a veto. A coalition is the set of members in favour, all
 * others being against; it wins if the draft is adopted. A member is critical in a winning
 * coalition that would not win without it. n members, W winning coalitions of 2^n, L losing ones,
 * and for a member i, c(i) coalitions in which it is critical, of which c(i, s) have s members:
 *
 *   Shapley-Shubik   sum over s of c(i, s) (s-1)! (n-s)! / n!: the chance that i, of members who
 *                    join in random order, is the one that makes the coalition win (Shapley and
 *                    Shubik, "A method for evaluating the distribution of power in a committee
 *                    system", American Political Science Review 48, 1954)
 *   Banzhaf          c(i) / 2^(n-1), absolute (Penrose, "The elementary statistics of majority
 *                    voting", Journal of the Royal Statistical Society 109, 1946), or c(i) over the
 *                    sum of all c, normalised (Banzhaf, "Weighted voting doesn't work", Rutgers Law
 *                    Review 19, 1965)
 *   Coleman          c(i) / W: power to prevent action; c(i) / L: power to initiate it; W / 2^n:
 *                    power of the body to act (Coleman, "Control of collectivities and the power of
 *                    a collectivity to act", in Lieberman, Social Choice, 1971)
 *   Johnston         sum of 1 / k over the coalitions in which i is critical, k being how many are;
 *                    over the number of coalitions with any critical member (Johnston, "On the
 *                    measurement of power: some reactions to Laver", Environment and Planning A 10,
 *                    1978)
 *   Deegan-Packel    sum of 1 / s over the minimal winning coalitions with i, those in which every
 *                    member is critical, s being their size; over how many there are of them
 *                    (Deegan and Packel, "A new index of power for simple n-person games",
 *                    International Journal of Game Theory 7, 1978)
 *   Holler           minimal winning coalitions with i, over the sum of these numbers: the public
 *                    good index (Holler, "Forming coalitions and measuring voting power", Political
 *                    Studies 30, 1982)
 *
 * Yes, abstain or no. A profile gives each member one of the three; there are 3^n. Ternary voting
 * games: Felsenthal and Machover, "Ternary voting games", International Journal of Game Theory 26,
 * 1997, and The Measurement of Voting Power, 1998, chapter 8. They are the (3,2) games of Freixas
 * and Zwicker, "Weighted voting, abstention, and multiple levels of approval", Social Choice and
 * Welfare 21, 2003.
 *
 *   ternary Banzhaf         the chance that i's yes against its no decides: that the draft is
 *                           adopted with its yes and not with its no, the other ballots being
 *                           equally likely, of 3^(n-1). It is the sum of two:
 *     yes against abstain   adopted with its yes and not with its abstention
 *     abstain against no    adopted with its abstention and not with its no
 *   ternary Shapley-Shubik  members are called in random order, all n! orders equally likely, and
 *                           each says yes, abstain or no, equally likely. The chance that i's
 *                           ballot settles the outcome: before it, the members still to be called
 *                           could have made either, and after it they cannot. Sums to 1. With two
 *                           ballots the same roll calls give the index of 1954 (Mann and Shapley,
 *                           "The a priori voting strength of the electoral college", in Shubik,
 *                           Game Theory and Related Approaches to Social Behavior, 1964).
 *
 * Under all rules of veto/council.h more support never hurts: a no turned into an abstention, or
 * that into a yes, can adopt a draft and cannot stop it. What is computed here rests on that, and
 * on no difference between no and abstention but that of those who hold a veto.
 *
 * Numbers of members in favour, adopted or critical are exact whole numbers, and so are numerators
 * and denominators.
 */
#ifndef VETO_POWER_H
#define VETO_POWER_H

#include "veto/council.h"
#include "veto/status.h"

VETO_BEGIN_C

/* ---- exact numbers ---- */

enum {
    VETO_NATURAL_WORDS = 8,
    VETO_NATURAL_TEXT = 156, /* room for the longest, with its NUL */
    VETO_FRACTION_TEXT = 2 * VETO_NATURAL_TEXT,
};

/* A whole number from 0 to 2^512 - 1, least word first. */
struct veto_natural {
    unsigned words; /* in use: the last of them is not 0; the others mean nothing */
    uint64_t word[VETO_NATURAL_WORDS];
};

/* Not always in lowest terms. The denominator is not 0, and each less than 2^440. */
struct veto_fraction {
    struct veto_natural numerator, denominator;
};

/* In lowest terms. */
struct veto_fraction veto_fraction_reduce(const struct veto_fraction *fraction);

/* The nearest double: the same for any terms. */
double veto_fraction_value(const struct veto_fraction *fraction);

/* Decimal, into `text`. Of a fraction: in lowest terms, "421/2145"; whole numbers as such. */
void veto_natural_text(const struct veto_natural *number, char text[VETO_NATURAL_TEXT]);
void veto_fraction_text(const struct veto_fraction *fraction, char text[VETO_FRACTION_TEXT]);

/* ---- measures ---- */

/* Members that no rule tells apart are of one kind and have the same power. */
struct veto_kinds {
    unsigned members, count;
    const unsigned *of;   /* [member]: its kind, in the order of the first member of each */
    const unsigned *size; /* [kind]: how many there are of it */
};

/* A measure is a fraction for each kind, over a common denominator. */
struct veto_measure {
    const struct veto_natural *numerator; /* [kind]; NULL: not asked for, or left out */
    struct veto_natural denominator;
};

struct veto_fraction veto_measure_of(const struct veto_measure *measure, unsigned kind);

/* What part of the sum over all members falls to these, such as the permanent ones. */
struct veto_fraction veto_measure_share(const struct veto_measure *measure,
                                        const struct veto_kinds *kinds, veto_set members);

/* Inequality: half the mean difference of two members, drawn with replacement, over the mean of
 * all; from 0 where all are equal to 1 - 1/n where one has all (Gini, Variabilità e mutabilità,
 * 1912). */
struct veto_fraction veto_measure_gini(const struct veto_measure *measure,
                                       const struct veto_kinds *kinds);

/* Why there is no answer: one sentence without a full stop. */
struct veto_power_error {
    char text[240];
};

/* ---- any rules, up to VETO_MAX_MEMBERS ---- */

/* What to work out. */
enum {
    VETO_POWER_YES_NO = 1,  /* Shapley-Shubik, Banzhaf, Coleman */
    VETO_POWER_MINIMAL = 2, /* Johnston, Deegan-Packel, Holler */
    VETO_POWER_TERNARY = 4,
    VETO_POWER_ALL = 7,
    VETO_POWER_QUICK = 8, /* leaves out what takes more than some milliseconds */
};

struct veto_power {
    struct veto_kinds kinds;
    unsigned left_out; /* what was asked for, but passes a limit */

    /* yes or no */
    struct veto_fraction act; /* W / 2^n, in these terms */
    struct veto_measure shapley_shubik;
    struct veto_measure banzhaf; /* absolute */
    struct veto_measure banzhaf_normalized;
    struct veto_measure prevent, initiate;

    struct veto_natural minimal;    /* minimal winning coalitions */
    struct veto_natural vulnerable; /* winning coalitions with a critical member */
    struct veto_measure johnston, deegan_packel, holler;

    /* yes, abstain or no */
    struct veto_fraction ternary_act; /* adopted profiles / 3^n, in these terms */
    struct veto_measure ternary_banzhaf, yes_against_abstain, abstain_against_no;
    struct veto_measure ternary_shapley_shubik;
};

/* Limits of work, each a second or so. Members of a kind are counted together, and the kinds in two
 * halves, so that 36 members who are all different, and hold no veto, are within the second and the
 * third. */
enum {
    VETO_POWER_LOOKS = 9 << 27, /* steps where kinds of coalitions are looked at one by one: 27
                                   members who are all different are within it */
    VETO_POWER_HALF = 1 << 18,  /* kinds of coalitions, or of profiles, of half the members */
    VETO_POWER_STEPS = 1 << 30,
    VETO_POWER_QUICK_STEPS = 1 << 18, /* in the place of the first and the last */
};

/*
 * *power is untouched on failure. VETO_INPUT, with the reason in *error: no draft, or every draft,
 * is adopted, so that nobody has any power; or all that was asked for is left out, though not to be
 * quick. VETO_SYSTEM: memory ran out. The caller frees it; NULL does nothing.
 */
enum veto_status veto_power_find(struct veto_power **power, const struct veto_rules *rules,
                                 enum veto_question question, unsigned what,
                                 struct veto_power_error *error);
void veto_power_free(struct veto_power *power);

/* ---- large weighted games, yes or no ---- */

enum {
    VETO_WEIGHTED_MEMBERS = 200,
    VETO_WEIGHTED_TOTAL = 1 << 20, /* of all weights, each divided by what divides them all, and
                                      none counted for more than the quota */
};

/* A coalition wins if its weights add up to the quota. */
struct veto_weighted_game {
    unsigned members;
    const uint64_t *weights; /* any; one that exceeds the quota counts as much as the quota */
    uint64_t quota;
};

/*
 * Banzhaf and Coleman are exact: coalitions are counted by weight, in integers of 256 bits.
 * Shapley-Shubik is the integral over t from 0 to 1 of the chance that a member is critical when
 * all others are in favour with probability t (Owen, "Multilinear extensions of games", Management
 * Science 18, 1972; for large games: Leech, "Computing power indices for large voting games",
 * Management Science 49, 2003). As a function of t it is a polynomial of degree n - 1, for which
 * the rule of Gauss and Legendre with n/2 + 1 nodes is exact but for rounding.
 */
struct veto_weighted_power {
    struct veto_kinds kinds; /* by weight, none more than the quota */
    struct veto_fraction act;
    struct veto_measure banzhaf, banzhaf_normalized, prevent, initiate;
    const double *shapley_shubik; /* [kind], or NULL: not asked for */
    double error; /* no number of shapley_shubik is off by more than this part of itself: at most
                     1e-9 */
};

/* With or without Shapley-Shubik, the most of the work. Same ownership as veto_power_find.
 * VETO_INPUT too where there are too many members or the weights are too large. */
enum veto_status veto_power_weighted(struct veto_weighted_power **power,
                                     const struct veto_weighted_game *game, bool shapley_shubik,
                                     struct veto_power_error *error);
void veto_weighted_power_free(struct veto_weighted_power *power);

VETO_END_C

#endif
