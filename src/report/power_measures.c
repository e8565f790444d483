#include "report/power.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"

#define IN_POWER(name) offsetof(struct veto_power, name)
#define ONLY(name)     IN_POWER(name), 0
#define BOTH(name)     IN_POWER(name), offsetof(struct veto_weighted_power, name)

const struct power_measure power_measures[] = {
    {"shapley_shubik", {"Shapley-", "Shubik"}, VETO_POWER_YES_NO, ONLY(shapley_shubik)},
    {"banzhaf", {"Banzhaf", "absolute"}, VETO_POWER_YES_NO, BOTH(banzhaf)},
    {"banzhaf_normalized", {"Banzhaf", "normalised"}, VETO_POWER_YES_NO, BOTH(banzhaf_normalized)},
    {"coleman_prevent", {"Coleman", "prevent"}, VETO_POWER_YES_NO, BOTH(prevent)},
    {"coleman_initiate", {"Coleman", "initiate"}, VETO_POWER_YES_NO, BOTH(initiate)},
    {"johnston", {"", "Johnston"}, VETO_POWER_MINIMAL, ONLY(johnston)},
    {"deegan_packel", {"Deegan-", "Packel"}, VETO_POWER_MINIMAL, ONLY(deegan_packel)},
    {"holler", {"", "Holler"}, VETO_POWER_MINIMAL, ONLY(holler)},
    {"ternary_banzhaf", {"Banzhaf", "yes/no"}, VETO_POWER_TERNARY, ONLY(ternary_banzhaf)},
    {"yes_against_abstain", {"yes/", "abstain"}, VETO_POWER_TERNARY, ONLY(yes_against_abstain)},
    {"abstain_against_no", {"abstain/", "no"}, VETO_POWER_TERNARY, ONLY(abstain_against_no)},
    {"ternary_shapley_shubik",
     {"Shapley-", "Shubik"},
     VETO_POWER_TERNARY,
     ONLY(ternary_shapley_shubik)},
};
const size_t power_measure_count = sizeof power_measures / sizeof *power_measures;

const struct power_measure *power_measure_find(const char *key) {
    for (size_t i = 0; i < power_measure_count; i++)
        if (strcmp(power_measures[i].key, key) == 0)
            return &power_measures[i];
    return NULL;
}

/* Where the measure is known as fractions, and by which kinds; NULL where it is not. */
static const struct veto_measure *find_exact(const struct power_council *council,
                                             const struct power_measure *measure,
                                             const struct veto_kinds **kinds) {
    if (council->power) {
        const char *base = (const char *)council->power;
        const struct veto_measure *found = (const void *)(base + measure->exact);
        *kinds = &council->power->kinds;
        if (found->numerator)
            return found;
    }
    if (council->weighted && measure->weighted) {
        const char *base = (const char *)council->weighted;
        *kinds = &council->weighted->kinds;
        return (const void *)(base + measure->weighted);
    }
    return NULL;
}

/* Shapley-Shubik of a large game, one number a kind; NULL where it is not asked for here. */
static const double *find_rounded(const struct power_council *council,
                                  const struct power_measure *measure) {
    bool shapley = measure->exact == IN_POWER(shapley_shubik);
    return shapley && council->weighted ? council->weighted->shapley_shubik : NULL;
}

static struct power_number exactly(struct veto_fraction fraction) {
    return (struct power_number){true, true, fraction, veto_fraction_value(&fraction)};
}

static const struct power_number unknown = {.known = false};

static struct power_number rounded(double value) {
    return (struct power_number){.known = true, .value = value};
}

struct power_number power_of_member(const struct power_council *council,
                                    const struct power_measure *measure, unsigned member) {
    const struct veto_kinds *kinds = NULL;
    const struct veto_measure *exact = find_exact(council, measure, &kinds);
    if (exact)
        return exactly(veto_measure_of(exact, kinds->of[member]));
    const double *numbers = find_rounded(council, measure);
    if (numbers)
        return rounded(numbers[council->weighted->kinds.of[member]]);
    return unknown;
}

struct power_number power_extreme(const struct power_council *council,
                                  const struct power_measure *measure, int sign) {
    struct power_number found = power_of_member(council, measure, 0);
    for (unsigned i = 1; i < council->count && found.known; i++) {
        struct power_number number = power_of_member(council, measure, i);
        if (sign * number.value > sign * found.value)
            found = number;
    }
    return found;
}

struct power_number power_gini(const struct power_council *council,
                               const struct power_measure *measure) {
    const struct veto_kinds *kinds = NULL;
    const struct veto_measure *exact = find_exact(council, measure, &kinds);
    if (exact)
        return exactly(veto_measure_gini(exact, kinds));
    const double *numbers = find_rounded(council, measure);
    if (!numbers)
        return unknown;
    double sum = 0, differences = 0;
    for (unsigned a = 0; a < council->count; a++) {
        double power = numbers[council->weighted->kinds.of[a]];
        sum += power;
        for (unsigned b = 0; b < a; b++)
            differences += fabs(power - numbers[council->weighted->kinds.of[b]]);
    }
    return rounded(differences / (council->count * sum));
}

veto_set power_permanent(const struct power_council *council) {
    veto_set permanent = 0;
    for (unsigned i = 0; i < council->count && i < VETO_MAX_MEMBERS; i++)
        if (council->members[i].permanent)
            permanent |= veto_set_of(i);
    return permanent;
}

struct power_number power_permanent_share(const struct power_council *council,
                                          const struct power_measure *measure) {
    const struct veto_kinds *kinds = NULL;
    const struct veto_measure *exact = find_exact(council, measure, &kinds);
    veto_set permanent = power_permanent(council);
    if (!exact || permanent == 0)
        return unknown;
    return exactly(veto_measure_share(exact, kinds, permanent));
}

struct power_number power_act(const struct power_council *council) {
    if (council->power && council->power->banzhaf.numerator)
        return exactly(council->power->act);
    return council->weighted ? exactly(council->weighted->act) : unknown;
}

struct power_number power_ternary_act(const struct power_council *council) {
    bool known = council->power && council->power->ternary_banzhaf.numerator;
    return known ? exactly(council->power->ternary_act) : unknown;
}

struct power_number power_decisive(const struct veto_flips *flips, unsigned member) {
    bool known = flips && flips->has_decisive;
    return known ? rounded(flips->decisive[member]) : unknown;
}

const struct veto_kinds *power_kinds(const struct power_council *council) {
    return council->power ? &council->power->kinds : &council->weighted->kinds;
}

unsigned power_first_of(const struct veto_kinds *kinds, unsigned kind) {
    unsigned member = 0;
    while (kinds->of[member] != kind)
        member++;
    return member;
}

const char *power_number_text(struct arena *arena, struct power_number number, bool exact) {
    char text[VETO_FRACTION_TEXT];
    if (!number.known)
        return "-";
    if (exact && number.exact) {
        veto_fraction_text(&number.fraction, text);
        return arena_printf(arena, "%s", text);
    }
    return number.value > 0 && number.value < 0.000001 ? "<0.000001" /* some power is not none */
                                                       : arena_printf(arena, "%.6f", number.value);
}

const char *power_kind_label(struct arena *arena, const struct power_council *council,
                             unsigned kind) {
    const struct veto_kinds *kinds = power_kinds(council);
    const char *first = council->members[power_first_of(kinds, kind)].id;
    return kinds->size[kind] == 1 ? first
                                  : arena_printf(arena, "%s +%u", first, kinds->size[kind] - 1);
}
