/* Numbers in sentences: how a leaning moved, and why a member voted as it did. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "words/words.h"

enum { LEAST_DECIMALS = 2, MOST_DECIMALS = 6, MOST_PERCENT_DECIMALS = 3 };

/* ---- fixed point: what is printed is what is reckoned with ---- */

static long long power_of_ten(int decimals) {
    long long power = 1;
    for (; decimals > 0; decimals--)
        power *= 10;
    return power;
}

static long long fixed(double number, int decimals) {
    return llround(number * (double)power_of_ten(decimals));
}

static char *print_fixed(struct arena *arena, long long number, int decimals) {
    long long power = power_of_ten(decimals);
    return arena_printf(arena, "%s%lld.%0*lld", number < 0 ? "-" : "", llabs(number) / power,
                        decimals, llabs(number) % power);
}

static char *print_leaning(struct arena *arena, double leaning, int decimals) {
    return print_fixed(arena, fixed(leaning, decimals), decimals);
}

char *words_leaning(struct arena *arena, double leaning) {
    return print_leaning(arena, leaning, LEAST_DECIMALS);
}

char *words_scaled(struct arena *arena, const char *word, double number, bool numbers) {
    return numbers ? arena_printf(arena, "%s (%s)", word, words_leaning(arena, number))
                   : arena_printf(arena, "%s", word);
}

/* Enough decimals to tell two numbers apart, if they differ by as much as can be shown. */
static int decimals_for(double a, double b, int decimals) {
    if (fixed(a, MOST_DECIMALS) == fixed(b, MOST_DECIMALS))
        return decimals;
    while (fixed(a, decimals) == fixed(b, decimals))
        decimals++;
    return decimals;
}

/* ---- moves ---- */

char *words_move(struct arena *arena, const struct veto_scenario *scenario,
                 const struct veto_move *move, int about, bool numbers) {
    const char *to = words_leaning(arena, move->to), *from = words_leaning(arena, move->from);
    const char *was = words_stance(move->from), *is = words_stance(move->to);
    char *name = words_name(arena, scenario->members[move->member].name);
    const char *draft =
        move->draft == about
            ? arena_printf(arena, "the %s", words_noun(&scenario->drafts[move->draft]))
            : words_named(arena, &scenario->drafts[move->draft]);
    char *moves = arena_printf(arena, "%s moves %s %s", words_capital(arena, name),
                               words_course(move->from, move->to), draft);
    if (strcmp(was, is) != 0)
        moves = arena_printf(arena, "%s, and now leans %s", moves, is);
    if (!numbers)
        return moves;
    return strcmp(from, to) == 0 ? arena_printf(arena, "%s (by less than 0.01, at %s)", moves, to)
                                 : arena_printf(arena, "%s (%s to %s)", moves, from, to);
}

static char *cause(struct arena *arena, const struct veto_move *move, int decimals) {
    bool too_far = fabs(move->from + move->amount) > 1; /* as a stated amount may go */
    if (move->stated)
        return arena_printf(arena, "stated: %s%s", print_leaning(arena, move->amount, 2),
                            too_far ? ", as far as it can go" : "");
    return arena_printf(arena, "openness %s, tie %s, speaker at %s",
                        print_leaning(arena, move->openness, 2), print_leaning(arena, move->tie, 2),
                        print_leaning(arena, move->position, decimals));
}

char *words_cause(struct arena *arena, const struct veto_move *move) {
    return cause(arena, move, LEAST_DECIMALS);
}

bool words_move_counts(const struct veto_meeting *meeting, const struct veto_move *move) {
    const struct veto_vote *vote = veto_meeting_vote(meeting, move->draft);
    return !vote || move->event < vote->begun;
}

/* ---- chances ---- */

/* Where the most is missing between what is exact and what is shown. */
static size_t most_missing(const double *chance, const long long *percent, size_t count,
                           double scale) {
    size_t most = 0;
    for (size_t i = 1; i < count; i++)
        if (chance[i] * scale - (double)percent[i] > chance[most] * scale - (double)percent[most])
            most = i;
    return most;
}

void words_percentages(const double *chance, size_t count, int decimals, long long *percent) {
    double scale = 100 * (double)power_of_ten(decimals), sum = 0;
    long long shown = 0;
    for (size_t i = 0; i < count; i++) {
        percent[i] = (long long)floor(chance[i] * scale);
        shown += percent[i];
        sum += chance[i];
    }
    for (long long missing = llround(sum * scale) - shown; missing > 0; missing--)
        percent[most_missing(chance, percent, count, scale)]++;
}

const char *words_rounded(struct arena *arena, double chance, long long percent, int decimals) {
    long long all = 100 * power_of_ten(decimals);
    if (percent <= 0 && chance > 0)
        return arena_printf(arena, "below %s", words_percent(arena, 1, decimals));
    if (percent >= all && chance < 1)
        return arena_printf(arena, "above %s", words_percent(arena, all - 1, decimals));
    return words_percent(arena, percent, decimals);
}

void words_odds(struct arena *arena, const double *chance, size_t count, const char **texts) {
    enum { DECIMALS = 1 };
    long long *percent = arena_array(arena, long long, count + 1);
    words_percentages(chance, count, DECIMALS, percent);
    for (size_t i = 0; i < count; i++)
        texts[i] = words_rounded(arena, chance[i], percent[i], DECIMALS);
}

const char *words_chance(struct arena *arena, double chance) {
    const char *text;
    words_odds(arena, &chance, 1, &text);
    return text;
}

char *words_percent(struct arena *arena, long long percent, int decimals) {
    return decimals ? arena_printf(arena, "%s%%", print_fixed(arena, percent, decimals))
                    : arena_printf(arena, "%lld%%", percent);
}

/* Whether these percentages tell what happened: the ballot was possible, and the most likely one is
 * seen to be. */
static bool telling(const double chance[3], const long long percent[3], enum veto_ballot ballot) {
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            if (chance[i] > chance[j] && percent[i] <= percent[j] && percent[j] > 0)
                return false;
    return ballot > VETO_ABSTAIN || chance[ballot] == 0 || percent[ballot] > 0;
}

/* Each as a text: in favour, against, abstaining. */
static void chance_texts(struct arena *arena, const double chance[3], enum veto_ballot ballot,
                         const char *texts[3]) {
    long long percent[3];
    int decimals = 0;
    words_percentages(chance, 3, decimals, percent);
    while (!telling(chance, percent, ballot) && decimals < MOST_PERCENT_DECIMALS)
        words_percentages(chance, 3, ++decimals, percent);
    for (int i = 0; i < 3; i++)
        texts[i] = words_percent(arena, percent[i], decimals);
}

char *words_chances(struct arena *arena, const double chance[3], enum veto_ballot ballot) {
    const char *texts[3];
    chance_texts(arena, chance, ballot, texts);
    return arena_printf(arena, "%s %s, %s %s, %s %s", texts[VETO_YES], words_ballot(VETO_YES),
                        texts[VETO_NO], words_ballot(VETO_NO), texts[VETO_ABSTAIN],
                        words_ballot(VETO_ABSTAIN));
}

char *words_chances_brief(struct arena *arena, const double chance[3], enum veto_ballot ballot) {
    const char *texts[3];
    chance_texts(arena, chance, ballot, texts);
    return arena_printf(arena, "Y %s N %s A %s", texts[VETO_YES], texts[VETO_NO],
                        texts[VETO_ABSTAIN]);
}

/* ---- why a ballot was cast ---- */

struct account {
    struct arena *arena;
    const struct veto_meeting *meeting;
    const struct veto_scenario *scenario;
    const struct veto_vote *vote;
    const struct veto_cast *cast;
    int member, decimals;
    bool numbers; /* they are told, and not words alone */
    char *text;   /* without a NUL until it is whole */
    size_t length, capacity;
};

static void push_reason(struct account *account, char byte) {
    arena_push(account->arena, account->text, account->length, account->capacity);
    account->text[account->length++] = byte;
}

static void add_reason_words(struct account *account, const char *line) {
    if (account->length > 0)
        push_reason(account, '\n');
    while (*line)
        push_reason(account, *line++);
}

#define TELL(account, ...) add_reason_words((account), arena_printf((account)->arena, __VA_ARGS__))

/* The beginning of what was said or what happened; or how a vote on the text came out. */
static char *snippet(struct account *account, const struct veto_event *event) {
    enum { COLUMNS = 48 };
    const struct veto_item *item = event->item;
    if (!item)
        return words_came_out(account->arena, account->scenario, event->draft,
                              event->vote->result.outcome);
    char *text = text_visible(account->arena, item->text, strcspn(item->text, "\n"));
    size_t fit = text_fit(text, strlen(text), COLUMNS);
    if (text[fit] != '\0' || item->text[strlen(text)] != '\0')
        text = arena_printf(account->arena, "%.*s\u2026", (int)fit, text);
    if (item->kind != VETO_ITEM_STATEMENT)
        return text;
    const char *form = item->quoting == VETO_QUOTATION ? "%s: \u201c%s\u201d" : "%s: %s";
    return arena_printf(account->arena, form,
                        words_speaker(account->arena, account->scenario, item), text);
}

/* The next move at or behind *next that brought the member where it stood at the vote, or NULL. */
static const struct veto_move *next_move(const struct account *account, size_t *next) {
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(account->meeting, &count);
    while (*next < count) {
        const struct veto_move *move = &moves[(*next)++];
        if (move->draft == account->vote->draft && move->member == account->member &&
            move->event < account->vote->begun)
            return move;
    }
    return NULL;
}

static void add_move(struct account *account, const struct veto_move *move) {
    struct arena *arena = account->arena;
    long long from = fixed(move->from, account->decimals);
    long long to = fixed(move->to, account->decimals);
    const struct veto_event *event = veto_meeting_event(account->meeting, move->event);
    if (!account->numbers) {
        TELL(account, "Moved %s the %s: %s", words_course(move->from, move->to),
             words_noun(&account->scenario->drafts[move->draft]), snippet(account, event));
        return;
    }
    TELL(account, "%s%s to %s (%s): %s", to < from ? "" : "+",
         print_fixed(arena, to - from, account->decimals),
         print_fixed(arena, to, account->decimals), cause(arena, move, account->decimals),
         snippet(account, event));
}

/* "in favour", and behind it the number where numbers are told. */
static const char *stance_of(const struct account *account, double leaning) {
    if (!account->numbers)
        return words_stance(leaning);
    return arena_printf(account->arena, "%s (%s)", words_stance(leaning),
                        print_leaning(account->arena, leaning, account->decimals));
}

static void add_model(struct account *account) {
    struct arena *arena = account->arena;
    const struct veto_cast *cast = account->cast;
    size_t next = 0;
    TELL(account, "At the start it leans %s.", stance_of(account, cast->base));
    for (const struct veto_move *move; (move = next_move(account, &next));)
        add_move(account, move);
    TELL(account, "At the vote it leans %s.", stance_of(account, cast->leaning));
    if (account->numbers)
        TELL(account, "It votes in favour above %s, and against below %s.",
             print_leaning(arena, VETO_CUT_YES, account->decimals),
             print_leaning(arena, cast->cut_no, account->decimals));
}

/* So many that no move and no distance from a cut point is rounded away. */
static int account_decimals(const struct account *account) {
    const struct veto_cast *cast = account->cast;
    int decimals = decimals_for(cast->leaning, VETO_CUT_YES, LEAST_DECIMALS);
    decimals = decimals_for(cast->leaning, cast->cut_no, decimals);
    size_t next = 0;
    for (const struct veto_move *move; (move = next_move(account, &next));)
        decimals = decimals_for(move->from, move->to, decimals);
    return decimals;
}

/* The likeliest ballot need not be that of the leaning, about which the opinion varies. */
static char *likeliest_ballot(struct account *account) {
    const struct veto_cast *cast = account->cast;
    const char *ballot = words_ballot(cast->given);
    enum veto_ballot at_leaning = cast->leaning > VETO_CUT_YES   ? VETO_YES
                                  : cast->leaning < cast->cut_no ? VETO_NO
                                                                 : VETO_ABSTAIN;
    if (cast->reason != VETO_WHY_MODEL || cast->given == at_leaning)
        return arena_printf(account->arena, "The most likely ballot: %s.", ballot);
    const char *volatility =
        words_leaning(account->arena, account->scenario->members[account->member].volatility);
    return arena_printf(
        account->arena, "The most likely ballot: %s, as its opinion varies about its leaning%s.",
        ballot,
        account->numbers ? arena_printf(account->arena, " (volatility %s)", volatility) : "");
}

static const char *is_set(const struct veto_scenario *scenario, const struct veto_vote *vote,
                          int member) {
    return veto_set_has(scenario->drafts[vote->draft].given, (unsigned)member) ? "given" : "fixed";
}

/* What made the ballot, once its chances are known. */
static void add_decision(struct account *account) {
    const char *ballot = words_ballot(account->cast->given);
    unsigned long long seed = (unsigned long long)veto_meeting_seed(account->meeting);
    bool drawn = veto_meeting_mode(account->meeting) == VETO_SAMPLED;
    int kind = account->vote->kind;
    const char *name =
        kind == VETO_NONE ? "" : account->scenario->drafts[account->vote->draft].kinds[kind].name;
    if (account->cast->reason == VETO_WHY_KINDS && drawn)
        TELL(account, "Drawn with seed %llu, of the kind \u201c%s\u201d: %s.", seed, name, ballot);
    else if (account->cast->reason == VETO_WHY_KINDS)
        TELL(account, "The likeliest ballot of the kind \u201c%s\u201d: %s.", name, ballot);
    else if (drawn)
        TELL(account, "Drawn with seed %llu: %s.", seed, ballot);
    else
        add_reason_words(account, likeliest_ballot(account));
}

static void add_reason(struct account *account) {
    struct arena *arena = account->arena;
    const struct veto_cast *cast = account->cast;
    const char *ballot = words_ballot(cast->given);
    char *chances = words_chances(arena, cast->chance, cast->given);
    switch (cast->reason) {
    case VETO_WHY_FIXED:
        TELL(account, "Its ballot is %s: %s.",
             is_set(account->scenario, account->vote, account->member), ballot);
        break;
    case VETO_WHY_RECORDED:
        if (cast->leans)
            add_model(account);
        TELL(account, "By the model: %s.", chances);
        TELL(account, "On record: %s.", ballot);
        break;
    case VETO_WHY_CHANCES:
        TELL(account, "The scenario gives its chances: %s.", chances);
        break;
    case VETO_WHY_KINDS:
        TELL(account, "Chances, whatever the kind of draft: %s.", chances);
        break;
    case VETO_WHY_MODEL:
        add_model(account);
        TELL(account, "Chances: %s.", chances);
        break;
    }
    if (cast->reason != VETO_WHY_FIXED && cast->reason != VETO_WHY_RECORDED)
        add_decision(account);
    if (words_obliged(cast))
        add_reason_words(
            account, words_obligation(arena, account->scenario, account->vote, account->member));
}

char *words_why(struct arena *arena, const struct veto_meeting *meeting,
                const struct veto_vote *vote, int member, bool numbers) {
    struct account account = {
        .arena = arena,
        .meeting = meeting,
        .scenario = veto_meeting_scenario(meeting),
        .vote = vote,
        .cast = &vote->casts[member],
        .member = member,
        .numbers = numbers,
    };
    account.decimals = account_decimals(&account);
    add_reason(&account);
    push_reason(&account, '\0');
    return account.text;
}

static char *leaning_in_brief(struct arena *arena, const struct veto_cast *cast) {
    const char *now = words_leaning(arena, cast->leaning);
    const char *before = words_leaning(arena, cast->base), *stance = words_stance(cast->leaning);
    return strcmp(now, before) == 0
               ? arena_printf(arena, "Leans %s (%s). ", stance, now)
               : arena_printf(arena, "Leans %s (%s, from %s before the debate). ", stance, now,
                              before);
}

char *words_why_brief(struct arena *arena, const struct veto_meeting *meeting,
                      const struct veto_vote *vote, int member) {
    const struct veto_cast *cast = &vote->casts[member];
    if (cast->reason == VETO_WHY_FIXED)
        return arena_printf(arena, "Its ballot is %s.",
                            is_set(veto_meeting_scenario(meeting), vote, member));
    bool leans = cast->reason != VETO_WHY_CHANCES && cast->leans;
    return arena_printf(arena, "%sChances: %s.", leans ? leaning_in_brief(arena, cast) : "",
                        words_chances_brief(arena, cast->chance, cast->given));
}
