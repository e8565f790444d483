/* One vote, from the texts of its fields. */
#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "history/layout.h"

/* ---- texts ---- */

static bool is_plain(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || (unsigned char)*text > '~' ||
            (*text == ' ' && text[1] == ' '))
            return false;
    return true;
}

/* Without space at the ends, of which `text` shows the first byte that is none. */
static size_t trimmed(const char **text) {
    static const char space[] = " \t\r\n";
    *text += strspn(*text, space);
    size_t length = strlen(*text);
    while (length > 0 && strchr(space, (*text)[length - 1]))
        length--;
    return length;
}

/* A copy on one line: any run of space becomes one space, and what is not safe to print becomes
 * visible. */
static const char *tidy(struct loader *loader, const char *text) {
    size_t length = trimmed(&text);
    if (is_plain(text))
        return arena_copy(loader->arena, text, length);
    char *line = arena_alloc(loader->scratch, length + 1), *to = line;
    for (size_t i = 0; i < length; i++)
        if (!isspace((unsigned char)text[i]))
            *to++ = text[i];
        else if (to[-1] != ' ')
            *to++ = ' ';
    line = text_visible(loader->scratch, line, (size_t)(to - line));
    return arena_copy(loader->arena, line, strlen(line));
}

static const char *tidy_cell(struct loader *loader, enum column column) {
    return tidy(loader, table_cell(&loader->table, loader->columns[column]));
}

static const char *or_null(const char *text) {
    return *text ? text : NULL;
}

/* ---- symbols ---- */

/* "S/RES/2334(2016)", "S/RES/2334 (2016)": 2334; anything else: 0. */
static unsigned resolution_number(const char *symbol) {
    static const char prefix[] = "S/RES/";
    char digits[8] = "";
    uint64_t number = 0;
    if (strncmp(symbol, prefix, strlen(prefix)) != 0)
        return 0;
    symbol += strlen(prefix);
    size_t length = strspn(symbol, "0123456789");
    if (length == 0 || length >= sizeof digits)
        return 0;
    memcpy(digits, symbol, length);
    return number_parse_u64(digits, &number) ? (unsigned)number : 0;
}

/* Some have the prefix twice: "S/PV.S/PV.2". */
static const char *meeting_symbol(const char *symbol) {
    static const char prefix[] = "S/PV.";
    size_t length = strlen(prefix);
    while (strncmp(symbol, prefix, length) == 0 && strncmp(symbol + length, prefix, length) == 0)
        symbol += length;
    return symbol;
}

/* ---- outcome and totals ---- */

static bool contains(const char *text, const char *part) {
    size_t length = strlen(part);
    for (; *text; text++) {
        size_t i = 0;
        while (i < length && tolower((unsigned char)text[i]) == part[i])
            i++;
        if (i == length)
            return true;
    }
    return false;
}

/* The files' words, in the order in which they are looked for: "not adopted (veto)". */
static enum veto_outcome outcome_of(const char *text) {
    static const struct {
        const char *part;
        enum veto_outcome outcome;
    } words[] = {
        {"veto", VETO_VETOED},   {"lack", VETO_FAILED},   {"not adopted", VETO_FAILED},
        {"failed", VETO_FAILED}, {"reject", VETO_FAILED}, {"adopted", VETO_ADOPTED},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (contains(text, words[i].part))
            return words[i].outcome;
    return VETO_OUTCOMES;
}

static void read_outcome(struct loader *loader, struct veto_history_vote *vote) {
    const char *text = table_cell(&loader->table, loader->columns[COLUMN_OUTCOME]);
    const char *more = table_cell(&loader->table, loader->columns[COLUMN_OUTCOME_TOO]);
    vote->without_vote = contains(text, "without");
    vote->recorded = outcome_of(text);
    if (vote->recorded == VETO_OUTCOMES && *text && loader->layout == VETO_SCIENCES_PO)
        problem_note(&loader->problems, VETO_PROBLEM_OUTCOME, vote, "",
                     "the outcome '%s' is none of adopted, vetoed and lack of maj.", text);
    if (vote->recorded == VETO_OUTCOMES)
        vote->recorded = outcome_of(more);
    if (vote->recorded == VETO_OUTCOMES && vote->resolution > 0)
        vote->recorded = VETO_ADOPTED; /* that is what a number of a resolution says */
    if (vote->recorded == VETO_OUTCOMES && !(*text && loader->layout == VETO_SCIENCES_PO))
        problem_note(&loader->problems, VETO_PROBLEM_OUTCOME, vote, "", "no outcome is stated");
}

static int read_total(struct loader *loader, const struct veto_history_vote *vote, int total) {
    enum { MOST = 1000 };
    int column = loader->columns[COLUMN_TOTAL + total];
    const char *text = table_cell(&loader->table, column);
    double number;
    if (*text == '\0' || strcmp(text, "?") == 0 || strcmp(text, "-") == 0)
        return -1;
    if (number_parse(text, &number) && number >= 0 && number <= MOST && number == (int)number)
        return (int)number;
    problem_note(&loader->problems, VETO_PROBLEM_TOTALS, vote, "", "'%s' is '%s', no whole number",
                 loader->table.names[column], text);
    return -1;
}

/* ---- the vote ---- */

static void read_date(struct loader *loader, struct veto_history_vote *vote) {
    vote->date_text = tidy_cell(loader, COLUMN_DATE);
    if (!veto_date_parse(vote->date_text, &vote->date))
        problem_note(&loader->problems, VETO_PROBLEM_DATE, vote, "",
                     *vote->date_text ? "'%s' is no day of the calendar" : "no date is stated%s",
                     vote->date_text);
}

static void read_symbols(struct loader *loader, struct veto_history_vote *vote) {
    const char *symbol = tidy_cell(loader, COLUMN_SYMBOL);
    vote->draft = or_null(tidy_cell(loader, COLUMN_DRAFT));
    vote->meeting = or_null(meeting_symbol(tidy_cell(loader, COLUMN_MEETING)));
    vote->resolution = resolution_number(symbol);
    if (!vote->meeting && strncmp(symbol, "S/PV.", 5) == 0)
        vote->meeting = symbol; /* a vote without a draft is named after its meeting */
    vote->symbol = *symbol         ? symbol
                   : vote->draft   ? vote->draft
                   : vote->meeting ? vote->meeting
                                   : "";
}

struct veto_history_vote *vote_begin(struct loader *loader, const char *key) {
    arena_push(loader->scratch, loader->votes, loader->count, loader->capacity);
    arena_push(loader->scratch, loader->builders, loader->builder_count, loader->builder_capacity);
    struct veto_history_vote *vote = &loader->votes[loader->count++];
    struct vote_builder *builder = &loader->builders[loader->builder_count++];
    *vote = (struct veto_history_vote){.row = loader->table.row, .date_text = ""};
    *builder = (struct vote_builder){.key = key};
    read_symbols(loader, vote);
    vote->title = tidy_cell(loader, COLUMN_TITLE);
    read_date(loader, vote);
    for (int i = 0; i < VETO_TOTALS; i++)
        vote->totals[i] = read_total(loader, vote, i);
    read_outcome(loader, vote);
    return vote;
}

/* ---- ballots ---- */

static int ballot_of(const char *text) {
    static const struct {
        const char *text;
        int ballot;
    } ballots[] = {
        {"Y", VETO_YES},
        {"A", VETO_ABSTAIN},
        {"N", VETO_NO},
        {"X", VETO_NOT_PARTICIPATING},
        {"NV", VETO_NOT_PARTICIPATING},
        {"?", VETO_BALLOT_UNKNOWN},
    };
    size_t length = trimmed(&text);
    for (size_t i = 0; i < sizeof ballots / sizeof *ballots; i++) {
        const char *wanted = ballots[i].text;
        size_t at = 0;
        while (at < length && toupper((unsigned char)text[at]) == wanted[at])
            at++;
        if (at == length && wanted[at] == '\0')
            return ballots[i].ballot;
    }
    return -1;
}

static void note_twice(struct vote_builder *builder, size_t at, int ballot) {
    if (at >= 64)
        return;
    builder->twice |= (uint64_t)1 << at;
    if (builder->ballots[at].ballot != ballot)
        builder->conflicting |= (uint64_t)1 << at;
}

void vote_add_ballot(struct loader *loader, size_t index, const char *state, const char *name,
                     const char *text) {
    struct veto_history_vote *vote = &loader->votes[index];
    struct vote_builder *builder = &loader->builders[index];
    int ballot = ballot_of(text);
    if (ballot == -1) {
        if (trimmed(&text) == 0)
            return;
        ballot = VETO_BALLOT_UNREADABLE;
        problem_note(&loader->problems, VETO_PROBLEM_UNKNOWN_BALLOT, vote, state,
                     "the ballot of %s is '%s', none of Y, N, A, NV, X and ?", name, text);
    }
    if (*state == '\0') {
        problem_note(&loader->problems, VETO_PROBLEM_UNKNOWN_STATE, vote, "",
                     "'%s' is no state that ever sat in the Council, and has a ballot", name);
        return;
    }
    for (size_t i = 0; i < builder->count; i++)
        if (memcmp(builder->ballots[i].code, state, 4) == 0) {
            note_twice(builder, i, ballot);
            return;
        }
    if (builder->count == builder->capacity) {
        size_t room = builder->capacity ? 2 * builder->capacity : 15; /* a Council fits exactly */
        builder->ballots = arena_regrow(loader->arena, builder->ballots, builder->count, room,
                                        sizeof *builder->ballots);
        builder->capacity = room;
    }
    struct veto_history_ballot *added = &builder->ballots[builder->count++];
    memcpy(added->code, state, 4);
    added->ballot = (unsigned char)ballot;
}

/* ---- the end ---- */

static void report_twice(struct loader *loader, const struct veto_history_vote *vote,
                         const struct vote_builder *builder) {
    uint64_t all = builder->count < 64 ? ((uint64_t)1 << builder->count) - 1 : ~(uint64_t)0;
    if (builder->twice == all && builder->count > 1 && !builder->conflicting) {
        problem_note(&loader->problems, VETO_PROBLEM_DUPLICATE, vote, "",
                     "every ballot of this vote stands twice");
        return;
    }
    for (size_t i = 0; i < builder->count && i < 64; i++)
        if (builder->twice >> i & 1)
            problem_note(&loader->problems, VETO_PROBLEM_DUPLICATE, vote, builder->ballots[i].code,
                         builder->conflicting >> i & 1
                             ? "%s has two different ballots in this vote; the first counts"
                             : "%s has its ballot twice in this vote",
                         builder->ballots[i].code);
}

static unsigned count_ballots(const struct veto_history_vote *vote, unsigned ballot) {
    unsigned count = 0;
    for (unsigned i = 0; i < vote->ballot_count; i++)
        count += vote->ballots[i].ballot == ballot;
    return count;
}

/* Sciences Po says that nobody voted; UNDL gives everybody as in favour, and in the totals as not
 * voting. */
static bool is_without_vote(const struct veto_history_vote *vote) {
    const int *totals = vote->totals;
    unsigned all = vote->ballot_count;
    if (vote->without_vote)
        return true;
    if (vote->recorded != VETO_ADOPTED || all == 0)
        return false;
    if (count_ballots(vote, VETO_NOT_PARTICIPATING) == all)
        return true;
    return count_ballots(vote, VETO_YES) == all && totals[VETO_TOTAL_YES] == 0 &&
           totals[VETO_TOTAL_NO] == 0 && totals[VETO_TOTAL_ABSTAIN] == 0 &&
           totals[VETO_TOTAL_NOT_VOTING] == (int)all;
}

void vote_end(struct loader *loader, size_t index) {
    struct veto_history_vote *vote = &loader->votes[index];
    const struct vote_builder *builder = &loader->builders[index];
    vote->ballots = builder->ballots;
    vote->ballot_count = (unsigned)builder->count;
    vote->without_vote = is_without_vote(vote);
    if (builder->twice)
        report_twice(loader, vote, builder);
}
