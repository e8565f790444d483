#include "words/words.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "veto/meeting.h"

struct ranked {
    double number;
    size_t place;
};

static int further_down(const void *a, const void *b) {
    const struct ranked *left = a, *right = b;
    int order = (left->number < right->number) - (left->number > right->number);
    return order ? order : (left->place > right->place) - (left->place < right->place);
}

size_t *words_largest_first(struct arena *arena, const double *numbers, size_t count) {
    struct ranked *ranked = arena_array(arena, struct ranked, count + 1);
    size_t *places = arena_array(arena, size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        ranked[i] = (struct ranked){numbers[i], i};
    qsort(ranked, count, sizeof *ranked, further_down);
    for (size_t i = 0; i < count; i++)
        places[i] = ranked[i].place;
    return places;
}

static int hundredths(double number) {
    return (int)lround(number * 100);
}

const char *words_stance(double leaning) {
    enum { PLAIN = 30, STRONGLY = 70 };
    int number = hundredths(leaning);
    if (fabs(leaning) <= VETO_CUT_YES)
        return "neither way";
    if (abs(number) < PLAIN)
        return number > 0 ? "slightly in favour" : "slightly against";
    if (abs(number) < STRONGLY)
        return number > 0 ? "in favour" : "against";
    return number > 0 ? "strongly in favour" : "strongly against";
}

char *words_tendency(struct arena *arena, double tendency, bool veto) {
    enum { SLOW = 40, QUICK = 60, MOST = 100 };
    int number = hundredths(tendency);
    if (number == 0)
        return arena_printf(arena, "%s only what it is wholly against",
                            veto ? "vetoes" : "votes against");
    if (number == MOST)
        return arena_printf(arena, "%s whatever it leans against",
                            veto ? "vetoes" : "votes against");
    return arena_printf(arena, "%s to %s",
                        number < SLOW     ? "slow"
                        : number <= QUICK ? "neither slow nor quick"
                                          : "quick",
                        veto ? "veto" : "vote against");
}

const char *words_degree(double number) {
    enum { LITTLE = 30, PART = 60, MOST = 100 };
    int is = hundredths(number);
    return is == 0       ? "not at all"
           : is < LITTLE ? "a little"
           : is <= PART  ? "in part"
           : is < MOST   ? "largely"
                         : "wholly";
}

const char *words_certainty(double volatility) {
    enum { FAIRLY = 15, MUCH = 50 };
    int is = hundredths(volatility);
    return is == 0        ? "certain"
           : is <= FAIRLY ? "fairly certain"
           : is < MUCH    ? "uncertain"
                          : "very uncertain";
}

const char *words_course(double from, double to) {
    enum { LITTLE = 10, FAR = 30 };
    int by = abs(hundredths(to) - hundredths(from));
    if (by < LITTLE)
        return to > from ? "a little towards" : "a little away from";
    if (by < FAR)
        return to > from ? "towards" : "away from";
    return to > from ? "far towards" : "far away from";
}
