/* What is wrong in the data. */
#include <stdarg.h>
#include <string.h>

#include "base/diagnostics.h"
#include "base/text.h"
#include "history/record.h"

const char *veto_history_problem_word(enum veto_history_problem_kind kind) {
    static const char *const words[VETO_PROBLEM_KINDS] = {
        [VETO_PROBLEM_SWAP] = "swap",           [VETO_PROBLEM_NOT_A_MEMBER] = "not_a_member",
        [VETO_PROBLEM_NO_BALLOT] = "no_ballot", [VETO_PROBLEM_UNKNOWN_BALLOT] = "unknown_ballot",
        [VETO_PROBLEM_BALLOT] = "ballot",       [VETO_PROBLEM_UNKNOWN_STATE] = "unknown_state",
        [VETO_PROBLEM_TOTALS] = "totals",       [VETO_PROBLEM_DUPLICATE] = "duplicate",
        [VETO_PROBLEM_ALIKE] = "alike",         [VETO_PROBLEM_DATE] = "date",
        [VETO_PROBLEM_MISSING] = "missing",     [VETO_PROBLEM_TITLE] = "title",
        [VETO_PROBLEM_MEETING] = "meeting",     [VETO_PROBLEM_OUTCOME] = "outcome",
        [VETO_PROBLEM_FIELDS] = "fields",
    };
    return words[kind];
}

const char *problem_cut(struct problems *problems, const char *text, size_t columns) {
    size_t length = strnlen(text, 16 * columns), fit = length;
    if (length > columns) /* no byte is wider than a column */
        fit = text_fit(text, length, columns);
    return text[fit] ? arena_printf(problems->arena, "%.*s...", (int)fit, text) : text;
}

const char *problem_quote(struct problems *problems, const char *text) {
    enum { QUOTED = 40 };
    return problem_cut(problems, text, QUOTED);
}

struct veto_history_problem *problem_note(struct problems *problems,
                                          enum veto_history_problem_kind kind,
                                          const struct veto_history_vote *vote, const char *member,
                                          const char *cause, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = message_format(problems->arena, format, arguments);
    va_end(arguments);
    struct veto_history_problem *problem =
        arena_add(problems->arena, problems->all, problems->count, problems->capacity);
    *problem = (struct veto_history_problem){
        .kind = kind,
        .row = vote->row,
        .vote = vote->row,
        .symbol = vote->symbol,
        .date = vote->date_text,
        .year = vote->date.year,
        .text = text,
        .cause = cause ? text_visible(problems->arena, cause, strlen(cause)) : NULL,
    };
    if (*member)
        memcpy(problem->member, member, sizeof problem->member);
    return problem;
}

/* ---- members ---- */

/* " ...; only yes agrees with the totals", where that is so. */
static const char *only_one(struct problems *problems, const struct veto_history_ballot *ballot) {
    return ballot->origin == VETO_BALLOT_STATED
               ? ""
               : arena_printf(problems->arena, "; only %s agrees with the totals",
                              veto_ballot_word((enum veto_ballot)ballot->ballot));
}

/* One ballot against the roster; returns the seats on which one stands in the file. */
static veto_set check_ballot(struct problems *problems, const struct veto_history_vote *vote,
                             const struct council *council,
                             const struct veto_history_ballot *ballot) {
    int seat = council_seat(council, ballot->code), year = vote->date.year;
    if (seat == VETO_NONE) {
        problem_note(problems, VETO_PROBLEM_NOT_A_MEMBER, vote, ballot->code, NULL,
                     "%s has a ballot, and did not sit in %d", ballot->code, year);
        return 0;
    }
    if (ballot->origin == VETO_BALLOT_MOVED) {
        struct veto_history_problem *swap =
            problem_note(problems, VETO_PROBLEM_SWAP, vote, ballot->code, NULL,
                         "the ballot of %s stands under %s, which did not sit in %d", ballot->code,
                         ballot->under, year);
        memcpy(swap->under, ballot->under, sizeof swap->under);
    }
    if (ballot->origin == VETO_BALLOT_CORRECTED) {
        const struct veto_known_ballot *known = veto_history_known(vote, ballot->code);
        const char *stated = veto_ballot_word((enum veto_ballot)ballot->stated);
        problem_note(problems, VETO_PROBLEM_BALLOT, vote, ballot->code,
                     arena_printf(problems->arena, "a member that %s has the ballot '%s'",
                                  known->says, stated),
                     "%s %s, and has the ballot '%s' (%s%s)", ballot->code, known->says, stated,
                     known->source, known->one_source ? ", the only source" : "");
    }
    return ballot->origin == VETO_BALLOT_IMPLIED ? 0 : veto_set_of((unsigned)seat);
}

static bool is_unknown(const struct veto_history_ballot *ballot) {
    return ballot->ballot == VETO_BALLOT_UNKNOWN || ballot->origin == VETO_BALLOT_SETTLED;
}

static void check_unknown(struct problems *problems, const struct veto_history_vote *vote) {
    static const char cause[] = "ballots are not on record";
    const struct veto_history_ballot *whose = NULL;
    unsigned unknown = 0;
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        unknown += is_unknown(&vote->ballots[i]);
        whose = is_unknown(&vote->ballots[i]) ? &vote->ballots[i] : whose;
    }
    if (unknown == 1)
        problem_note(problems, VETO_PROBLEM_UNKNOWN_BALLOT, vote, whose->code, cause,
                     "the ballot of %s is not on record%s", whose->code, only_one(problems, whose));
    else if (unknown > 1)
        problem_note(problems, VETO_PROBLEM_UNKNOWN_BALLOT, vote, "", cause,
                     "the ballots of %u members are not on record%s", unknown,
                     only_one(problems, whose));
}

static void check_members(struct problems *problems, const struct veto_history_vote *vote,
                          const struct council *council) {
    veto_set seen = 0;
    for (unsigned i = 0; i < vote->ballot_count; i++)
        seen |= check_ballot(problems, vote, council, &vote->ballots[i]);
    for (unsigned i = 0; i < council->count; i++) {
        if (veto_set_has(seen, i))
            continue;
        const struct veto_history_ballot *implied = ballot_of(vote, council->codes[i]);
        problem_note(problems, VETO_PROBLEM_NO_BALLOT, vote, council->codes[i], NULL,
                     "%s sat in %d, and has no ballot%s", council->codes[i], vote->date.year,
                     implied ? only_one(problems, implied) : "");
    }
    check_unknown(problems, vote);
}

/* ---- totals ---- */

/* The ballots of members. Those that have none may have cast any. */
struct count {
    int by[VETO_FILE_BALLOTS];
    int all, open, vetoes;
};

static struct count count_ballots(const struct veto_history_vote *vote,
                                  const struct council *council) {
    struct count count = {.open = (int)council->count};
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        int seat = council_seat(council, vote->ballots[i].code);
        int ballot = vote->ballots[i].ballot;
        if (seat == VETO_NONE)
            continue;
        count.all++;
        count.open -= ballot < VETO_BALLOTS;
        count.by[ballot == VETO_ABSENT ? VETO_NOT_PARTICIPATING : ballot]++; /* as totals do */
        count.vetoes += vote->recorded == VETO_VETOED && ballot == VETO_NO &&
                        veto_set_has(council->permanent, (unsigned)seat);
    }
    return count;
}

static bool totals_agree(const int *totals, const struct count *count) {
    int open = count->open, spare = 0;
    bool stated = true;
    for (int i = VETO_TOTAL_YES; i <= VETO_TOTAL_NOT_VOTING; i++) {
        int more = totals[i] - count->by[i];
        stated = stated && totals[i] >= 0;
        if (totals[i] >= 0 && (more < 0 || more > open))
            return false;
        spare += more;
    }
    return !stated || spare == open;
}

static void check_totals(struct problems *problems, const struct veto_history_vote *vote,
                         const struct council *council) {
    const int *totals = vote->totals;
    struct count count = count_ballots(vote, council);
    /* adopted without a vote: nobody is counted as voting, however the ballots are written */
    struct count none = {.by = {[VETO_NOT_PARTICIPATING] = count.all}, .open = count.open};
    if (!totals_agree(totals, &count) && !(vote->without_vote && totals_agree(totals, &none)))
        problem_note(problems, VETO_PROBLEM_TOTALS, vote, "",
                     "the totals do not agree with the ballots",
                     "the totals are %s; the ballots are %d, %d, %d and %d",
                     totals_stated(problems->arena, vote), count.by[VETO_YES], count.by[VETO_NO],
                     count.by[VETO_ABSTAIN], count.by[VETO_NOT_PARTICIPATING]);
    if (totals[VETO_TOTAL_MEMBERS] >= 0 && totals[VETO_TOTAL_MEMBERS] != (int)council->count)
        problem_note(problems, VETO_PROBLEM_TOTALS, vote, "",
                     "the total of members is not that of the Council",
                     "the total is %d member%s, and the Council of %d had %u",
                     totals[VETO_TOTAL_MEMBERS], text_plural((size_t)totals[VETO_TOTAL_MEMBERS]),
                     council->year, council->count);
    if (totals[VETO_TOTAL_VETOES] >= 0 && totals[VETO_TOTAL_VETOES] != count.vetoes &&
        count.open == 0)
        problem_note(problems, VETO_PROBLEM_TOTALS, vote, "",
                     "the total of vetoes is not that of the ballots",
                     "the total of vetoes is %d; negative votes that were vetoes are %d",
                     totals[VETO_TOTAL_VETOES], count.vetoes);
}

/* ---- dates ---- */

/* "S/2016/846": 2016, the year in which the draft was issued; 0 where no symbol says it. */
static int draft_year(const struct veto_history_vote *vote) {
    struct symbol symbol;
    const char *cell = vote->draft ? vote->draft : vote->resolution ? "" : vote->symbol;
    if (!symbol_next(&cell, &symbol) || strspn(symbol.text + 2, "0123456789") != 4 ||
        symbol.text[6] != '/' || symbol.text[7] < '0' || symbol.text[7] > '9')
        return 0;
    int year = 0;
    for (int i = 2; i < 6; i++)
        year = 10 * year + (symbol.text[i] - '0');
    return year >= 1994 ? year : 0; /* when such symbols began */
}

/* True where the vote has a Council to be held against. */
static bool check_date(struct problems *problems, const struct veto_history_vote *vote,
                       const struct council *council) {
    static const struct veto_date first_meeting = {1946, 1, 17};
    int year = vote->symbol_year, draft = draft_year(vote);
    if (vote->date.year == 0)
        return false; /* reported when it was read */
    if (veto_date_compare(vote->date, first_meeting) < 0)
        problem_note(problems, VETO_PROBLEM_DATE, vote, "",
                     "the date is before the Council's first meeting",
                     "%s is before the Council's first meeting, 1946-01-17", vote->date_text);
    else if (!council)
        problem_note(problems, VETO_PROBLEM_DATE, vote, "",
                     "no composition of the Council is known for the date",
                     "no composition of the Council is known for %d", vote->date.year);
    else if (year && year != vote->date.year)
        problem_note(problems, VETO_PROBLEM_DATE, vote, "",
                     "the symbol says another year than the date",
                     "the symbol says %d, the date %s", year, vote->date_text);
    else if (draft > vote->date.year)
        problem_note(problems, VETO_PROBLEM_DATE, vote, "",
                     "the draft is of a later year than the vote",
                     "the draft is of %d, the date %s", draft, vote->date_text);
    return council != NULL;
}

/* ---- titles ---- */

static const char of_resolution[] = "Security Council resolution ";

const char *veto_history_title(const char *title, unsigned *depth) {
    *depth = 0;
    while (strncmp(title, of_resolution, strlen(of_resolution)) == 0) {
        const char *open = strchr(title, '[');
        if (!open)
            break;
        ++*depth;
        title = open + 1;
        if (strncmp(title, "on ", 3) == 0 &&
            strncmp(title + 3, of_resolution, strlen(of_resolution)) == 0)
            title += 3;
    }
    return title;
}

const char *veto_history_about(const struct veto_history_vote *vote, size_t *length) {
    unsigned depth;
    struct symbol named;
    const char *about = veto_history_title(vote->title, &depth);
    size_t whole = strlen(about), skip = depth > 0 && strncmp(about, "on ", 3) == 0 ? 3 : 0;
    about += skip;
    *length = whole - skip;
    bool cut = *length >= 5 && memcmp(about + *length - 5, "[...]", 5) == 0; /* the file's own */
    if (depth > 0 && *length > 0 && about[*length - 1] == ']' && !cut)
        --*length;
    for (const char *at = about; vote->resolution && symbol_next(&at, &named);)
        if (named.resolution == vote->resolution)
            *length = 0;
    for (; *length > 0 && *about == ' '; about++)
        --*length;
    while (*length > 0 && about[*length - 1] == ' ')
        --*length;
    return about;
}

static void check_title(struct problems *problems, const struct veto_history_vote *vote) {
    struct symbol named;
    const char *at = vote->title;
    unsigned depth;
    if (!vote->resolution || strncmp(at, of_resolution, strlen(of_resolution)) != 0)
        return;
    veto_history_title(vote->title, &depth);
    if (depth > 1)
        problem_note(problems, VETO_PROBLEM_TITLE, vote, "", "the title stands within itself",
                     "the title stands within itself");
    if (!symbol_next(&at, &named) || !named.resolution)
        return;
    bool other = named.resolution != vote->resolution;
    if (!other && (!named.year || !vote->symbol_year || named.year == vote->symbol_year))
        return;
    problem_note(problems, VETO_PROBLEM_TITLE, vote, "",
                 other ? "the title names another resolution" : "the title names another year",
                 named.year ? "the title names resolution %u (%d)"
                            : "the title names resolution %u",
                 named.resolution, named.year);
}

/* ---- all of them ---- */

void problems_of_votes(struct problems *problems, const struct veto_history *history,
                       struct councils *councils) {
    for (size_t i = 0; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        const struct council *council = council_of(councils, vote->date);
        check_title(problems, vote);
        if (!check_date(problems, vote, council))
            continue;
        check_members(problems, vote, council);
        check_totals(problems, vote, council);
    }
}
