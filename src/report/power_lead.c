/* What the report opens with: who decides most, who least, and how often a draft is adopted. */
#include <string.h>

#include "base/arena.h"
#include "report/power.h"
#include "words/words.h"

#define ORDERS "Shapley-Shubik, an abstention counting as a no"

static const struct power_measure *lead_measure(void) {
    return power_measure_find("shapley_shubik");
}

static double lead_value(const struct power_council *council, unsigned member) {
    return power_of_member(council, lead_measure(), member).value;
}

/* "19.6%", with as many decimals as it takes not to read as nothing or as all. */
static const char *lead_part(struct arena *arena, double part) {
    enum { MOST = 4 };
    long long percent, all = 100;
    int decimals = 0;
    do {
        all *= 10;
        words_percentages(&part, 1, ++decimals, &percent);
    } while ((percent <= 0 || percent >= all) && decimals < MOST);
    if (percent <= 0)
        return "less than 0.0001%";
    return percent >= all ? "more than 99.9999%" : words_percent(arena, percent, decimals);
}

/* ---- one Council ---- */

/* Those who have the most power, or the least. */
struct side {
    const struct power_council *council;
    double value;
    unsigned count;
};

static struct side side_of(const struct power_council *council, int sign) {
    struct side side = {council, power_extreme(council, lead_measure(), sign).value, 0};
    for (unsigned i = 0; i < council->count; i++)
        side.count += lead_value(council, i) == side.value;
    return side;
}

/* What may tell those with the most power from those with the least. */
static const struct {
    const char *with, *without;
} traits[] = {{"a permanent member", "an elected one"}, {"a member with a veto", "one without"}};

enum { TRAITS = sizeof traits / sizeof *traits };

/* Whether these are several, and all that have a trait, or all that do not, and no others. */
static bool side_is(const struct side *side, size_t trait, bool wanted) {
    for (unsigned i = 0; i < side->council->count; i++) {
        const struct power_member *member = &side->council->members[i];
        bool has = trait == 0 ? member->permanent : member->veto;
        if ((lead_value(side->council, i) == side->value) != (has == wanted))
            return false;
    }
    return side->count > 1;
}

/* "France", "each of A and B", "each of 12 others" */
static const char *side_names(struct arena *arena, const struct side *side, const char *others) {
    enum { NAMED = 3 };
    const char *names[NAMED];
    if (side->count > NAMED)
        return arena_printf(arena, "each of %u %s", side->count, others);
    for (unsigned i = 0, found = 0; i < side->council->count; i++)
        if (lead_value(side->council, i) == side->value)
            names[found++] = words_name(arena, side->council->members[i].name);
    const char *list = words_list(arena, names, side->count);
    return side->count == 1 ? list : arena_printf(arena, "each of %s", list);
}

/* ": 105 times as often"; "" where they are nearly the same. */
static const char *times_text(struct arena *arena, double times) {
    const double million = 1e6, rounds = 9.95, same = 1.05;
    if (times > million)
        return ": more than a million times as often";
    if (times < same)
        return "";
    char *text = arena_printf(arena, times < rounds ? "%.1f" : "%.0f", times);
    char *end = strstr(text, ".0");
    if (end)
        *end = '\0';
    return arena_printf(arena, ": %s times as often", text);
}

static const char *orders_text(struct arena *arena, const struct power_council *council) {
    struct side most = side_of(council, 1), least = side_of(council, -1);
    const char *part = lead_part(arena, most.value);
    const char *few = least.value > 0 ? lead_part(arena, least.value) : "none";
    bool alone = most.value >= 1 && (council->count == 1 || least.value <= 0);
    const char *all = alone ? "all" : arena_printf(arena, "%s of all", part);
    size_t trait = 0;
    if (most.value <= 0)
        return "";
    if (council->count == 1 || strcmp(part, few) == 0) /* all alike, to the decimals shown */
        return arena_printf(arena,
                            "%s decides in %s orders in which members may join (" ORDERS ").",
                            council->count == 1 ? council->members[0].name : "Each member", all);
    while (trait < TRAITS && !side_is(&most, trait, true))
        trait++;
    bool told = trait < TRAITS, other = told && side_is(&least, trait, false);
    return arena_printf(
        arena, "%s decides in %s orders in which members may join (" ORDERS "), %s in %s%s%s.",
        words_capital(arena, told ? traits[trait].with : side_names(arena, &most, "members")), all,
        other ? traits[trait].without : side_names(arena, &least, "others"), few,
        least.value > 0 ? times_text(arena, most.value / least.value) : "",
        most.count + least.count < council->count ? ", with all others in between" : "");
}

const char *power_lead(struct arena *arena, const struct power_council *council) {
    struct power_number act = power_act(council);
    bool known = power_of_member(council, lead_measure(), 0).known;
    const char *orders = known ? orders_text(arena, council) : "";
    if (!act.known)
        return orders;
    return arena_printf(arena, "%s%s%s of all coalitions adopt a draft.", orders,
                        *orders ? " " : "", words_capital(arena, lead_part(arena, act.value)));
}

/* ---- several side by side ---- */

struct compared {
    const char *most, *least; /* as text; the same: all have that */
    const char *under_most, *under_least;
};

static const char *under_names(struct arena *arena, const struct power_report *report,
                               const char *const *texts, const char *text) {
    const char **names = arena_array(arena, const char *, report->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        if (strcmp(texts[i], text) == 0)
            names[count++] = report->councils[i].name;
    return words_list(arena, names, count);
}

/* By what `of` finds and `text` shows of it. False where it is not known of all. */
static bool power_compare(struct arena *arena, const struct power_report *report,
                          struct power_number (*of)(const struct power_council *),
                          const char *(*text)(struct arena *, double), struct compared *compared) {
    const char **texts = arena_array(arena, const char *, report->count + 1);
    size_t most = 0, least = 0;
    double *values = arena_array(arena, double, report->count + 1);
    for (size_t i = 0; i < report->count; i++) {
        struct power_number number = of(&report->councils[i]);
        if (!number.known)
            return false;
        values[i] = number.value;
        texts[i] = text(arena, number.value);
        most = values[i] > values[most] ? i : most;
        least = values[i] < values[least] ? i : least;
    }
    *compared =
        (struct compared){texts[most], texts[least], under_names(arena, report, texts, texts[most]),
                          under_names(arena, report, texts, texts[least])};
    return true;
}

static struct power_number lead_gini(const struct power_council *council) {
    return power_gini(council, lead_measure());
}

static const char *gini_text(struct arena *arena, double value) {
    return arena_printf(arena, "%.2f", value);
}

const char *power_compared(struct arena *arena, const struct power_report *report) {
    struct compared of;
    const char *unequal = "", *adopted = "";
    if (power_compare(arena, report, lead_gini, gini_text, &of))
        unequal = strcmp(of.most, of.least) == 0
                      ? arena_printf(
                            arena, "Power is as unequal under each of them (Gini %s; " ORDERS ").",
                            of.most)
                      : arena_printf(arena,
                                     "Power is most unequal under %s (Gini %s; " ORDERS
                                     ") and least under %s (%s).",
                                     of.under_most, of.most, of.under_least, of.least);
    if (power_compare(arena, report, power_act, lead_part, &of))
        adopted =
            strcmp(of.most, of.least) == 0
                ? arena_printf(arena, "%s of all coalitions adopt a draft under each of them.",
                               words_capital(arena, of.most))
                : arena_printf(arena,
                               "The largest part of all coalitions adopts a draft under %s (%s), "
                               "the smallest under %s (%s).",
                               of.under_most, of.most, of.under_least, of.least);
    return arena_printf(arena, "%s%s%s", unequal, *unequal && *adopted ? " " : "", adopted);
}
