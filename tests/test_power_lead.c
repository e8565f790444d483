/* The sentences that the power report opens with, against its table. */
#include "base/arena.h"
#include "power_council.h"
#include "report/power.h"

/* The permanent members are those who hold a veto, and in every other Council the first too. */
static struct power_council told_council(struct arena *arena, const struct council *council,
                                         const struct veto_power *power, bool first) {
    unsigned count = council->rules.members;
    struct power_member *members = arena_array(arena, struct power_member, count);
    for (unsigned i = 0; i < count; i++) {
        bool veto = veto_set_has(council->rules.veto_holders, i);
        members[i] = (struct power_member){"A", arena_printf(arena, "A%u", i),
                                           veto || (first && i == 0), veto};
    }
    return (struct power_council){
        .name = "a", .title = "A", .count = count, .members = members, .power = power};
}

/* A percentage that a text begins with, or that it is none or all, is that of a number. */
static void says_part(const char *text, double part) {
    const double half = 0.5, hundred = 100;
    if (strncmp(text, "none", 4) == 0 || strncmp(text, "all ", 4) == 0) {
        ck_assert_double_eq(part, *text == 'a');
        return;
    }
    char *end;
    double said = strtod(text, &end);
    const char *point = strchr(text, '.');
    ck_assert_msg(*end == '%' && point && point < end, "%s", text);
    ck_assert_double_le(fabs(said - hundred * part),
                        half * pow(10, -(double)(end - point - 1)) + 1e-9);
    ck_assert(part <= 0 || said > 0);
    ck_assert(part >= 1 || said < hundred);
}

static double lead_power(const struct power_council *council, unsigned member) {
    return power_of_member(council, power_measure_find("shapley_shubik"), member).value;
}

static unsigned has_power_of(const struct power_council *council, double value) {
    unsigned count = 0;
    for (unsigned i = 0; i < council->count; i++)
        count += lead_power(council, i) == value;
    return count;
}

/* Of whom it speaks: all who have that power, and nobody else. */
static void says_who(const char *text, const struct power_council *council, double value) {
    unsigned said;
    if (strncmp(text, "Each member ", 12) == 0)
        ck_assert_uint_eq(has_power_of(council, value), council->count);
    else if (sscanf(text + 1, "ach of %u ", &said) == 1)
        ck_assert_uint_eq(has_power_of(council, value), said);
    for (unsigned i = 0; i < council->count; i++) {
        const struct power_member *member = &council->members[i];
        bool has = lead_power(council, i) == value, named = false;
        for (const char *at = text; (at = strchr(at, 'A')) && at < strstr(text, " in "); at++)
            named = named || (at[1] != ' ' && strtol(at + 1, NULL, 10) == (long)i);
        if (strncmp(text + 1, " permanent member ", 18) == 0)
            ck_assert_int_eq(has, member->permanent);
        else if (strncmp(text + 1, " member with a veto ", 20) == 0)
            ck_assert_int_eq(has, member->veto);
        else if (strncmp(text, "an elected one ", 15) == 0)
            ck_assert_int_eq(has, !member->permanent);
        else if (strncmp(text, "one without ", 12) == 0)
            ck_assert_int_eq(has, !member->veto);
        else if (*text == 'A' || strncmp(text + 1, "ach of A", 8) == 0)
            ck_assert_int_eq(has, named);
    }
}

static void says_lead(const char *text, const struct power_council *council) {
    double most = lead_power(council, 0), least = most;
    for (unsigned i = 1; i < council->count; i++) {
        double value = lead_power(council, i);
        most = value > most ? value : most;
        least = value < least ? value : least;
    }
    const char *first = strstr(text, " decides in "), *second = strstr(text, "as a no), ");
    const char *times = strstr(text, " times as often");
    ck_assert_ptr_nonnull(first);
    says_part(first + strlen(" decides in "), most);
    says_who(text, council, most);
    ck_assert_int_eq(second != NULL, most > least);
    if (!second)
        return;
    says_who(second + strlen("as a no), "), council, least);
    says_part(strstr(second, " in ") + 4, least);
    ck_assert_int_eq(strstr(text, "with all others in between") != NULL,
                     has_power_of(council, most) + has_power_of(council, least) < council->count);
    if (!times)
        ck_assert(least <= 0 || most / least < 1.05);
    while (times && times[-1] != ' ')
        times--;
    ck_assert(!times || fabs(strtod(times, NULL) - most / least) <=
                            (most / least < 9.95 ? 0.05 : 0.5) + 1e-9);
}

/* Of any rules, the numbers in it are those of the table, and those it is about are as many. */
static void check_lead(unsigned seed) {
    struct council council;
    struct veto_power *power;
    struct veto_power_error error;
    random_council(&council, seed, SMALL);
    if (veto_power_find(&power, &council.rules, council.question, VETO_POWER_YES_NO, &error) !=
        VETO_OK)
        return;
    struct arena arena = {0};
    struct power_council told = told_council(&arena, &council, power, seed % 2);
    const char *text = power_lead(&arena, &told);
    const char *act = strstr(text, " of all coalitions adopt a draft.");
    says_lead(text, &told);
    ck_assert_ptr_nonnull(act);
    while (act > text && act[-1] != ' ')
        act--;
    says_part(act, veto_fraction_value(&power->act));
    arena_free(&arena);
    veto_power_free(power);
}

START_TEST(the_lead_has_the_numbers_of_the_table) {
    enum { EACH = 100 };
    for (unsigned i = 0; i < EACH; i++)
        check_lead((unsigned)_i * EACH + i);
}
END_TEST

static const struct suite_entry entries[] = {
    {the_lead_has_the_numbers_of_the_table, 20},
};

SUITE("power_lead", entries)
