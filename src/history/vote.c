/* One vote, from the texts of its fields. */
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "history/layout.h"

/* ---- texts ---- */

static bool is_plain_text(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || (unsigned char)*text > '~' ||
            (*text == ' ' && text[1] == ' '))
            return false;
    return true;
}

static const char space[] = " \t\r\n\v\f";

/* Without space at the ends, of which `text` shows the first byte that is none. */
static size_t trimmed(const char **text) {
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
    if (is_plain_text(text))
        return arena_copy(loader->arena, text, length);
    char *line = arena_alloc(&loader->scratch, length + 1), *to = line;
    for (size_t i = 0; i < length; i++)
        if (!strchr(space, text[i]))
            *to++ = text[i];
        else if (to[-1] != ' ')
            *to++ = ' ';
    *to = '\0';
    if (!is_plain_text(line))
        line = text_visible(&loader->scratch, line, (size_t)(to - line));
    return arena_copy(loader->arena, line, strlen(line));
}

static const char *tidy_cell(struct loader *loader, enum column column) {
    return tidy(loader, table_cell(&loader->table, loader->columns[column]));
}

/* No symbol and no date is longer than this; what is would be written with every problem. */
static const char *tidy_short(struct loader *loader, enum column column) {
    enum { LONGEST = 160 };
    return problem_cut(&loader->problems, tidy_cell(loader, column), LONGEST);
}

static const char *or_null(const char *text) {
    return *text ? text : NULL;
}

/* ---- symbols ---- */

/* Without what some files have twice: "S/PV.S/PV.2". */
static const char *meeting_symbol(struct loader *loader, const char *text) {
    struct symbol symbol;
    const char *rest = text;
    if (!symbol_next(&rest, &symbol) || strncmp(symbol.text, "S/PV.", 5) != 0 ||
        symbol.text[5] == 'V' || *rest || *symbol.part)
        return text;
    return arena_copy(loader->arena, symbol.text, strlen(symbol.text));
}

/* ---- outcome and totals ---- */

/* The files' words, in the order in which they are looked for: "not adopted (veto)". */
static enum veto_outcome vote_outcome_of(const char *text) {
    static const struct {
        const char *part;
        enum veto_outcome outcome;
    } words[] = {
        {"veto", VETO_VETOED},   {"lack", VETO_FAILED},   {"not adopted", VETO_FAILED},
        {"failed", VETO_FAILED}, {"reject", VETO_FAILED}, {"adopted", VETO_ADOPTED},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (bytes_hold(text, strlen(text), words[i].part))
            return words[i].outcome;
    return VETO_OUTCOMES;
}

static void read_outcome(struct loader *loader, struct veto_history_vote *vote) {
    const char *text = table_cell(&loader->table, loader->columns[COLUMN_OUTCOME]);
    const char *more = table_cell(&loader->table, loader->columns[COLUMN_OUTCOME_TOO]);
    vote->without_vote = bytes_hold(text, strlen(text), "without");
    vote->recorded = vote_outcome_of(text);
    if (vote->recorded == VETO_OUTCOMES && *text && loader->layout == VETO_SCIENCES_PO)
        problem_note(&loader->problems, VETO_PROBLEM_OUTCOME, vote, "",
                     "the outcome is none of adopted, vetoed and lack of maj.",
                     "the outcome '%s' is none of adopted, vetoed and lack of maj.",
                     problem_quote(&loader->problems, text));
    if (vote->recorded == VETO_OUTCOMES)
        vote->recorded = vote_outcome_of(more);
    if (vote->recorded == VETO_OUTCOMES && vote->resolution > 0)
        vote->recorded = VETO_ADOPTED; /* that is what a number of a resolution says */
    if (vote->recorded == VETO_OUTCOMES && !(*text && loader->layout == VETO_SCIENCES_PO))
        problem_note(&loader->problems, VETO_PROBLEM_OUTCOME, vote, "", "no outcome is stated",
                     "no outcome is stated");
}

/* "12", "12.0", and as spreadsheets of other countries write it, "12,0". */
static bool parse_total(const char *text, int *total) {
    enum { MOST = 1000, DIGITS = 15 };
    char point[DIGITS + 1] = "";
    double number;
    size_t length = strlen(text);
    if (length <= 2 && strspn(text, "0123456789") == length) { /* most of them */
        *total = length == 1 ? *text - '0' : 10 * (*text - '0') + (text[1] - '0');
        return true;
    }
    if (length > DIGITS)
        return false;
    for (size_t i = 0; text[i]; i++)
        point[i] = text[i] == ',' ? '.' : text[i];
    if (!number_parse(point, &number) || number < 0 || number > MOST || number != (int)number)
        return false;
    *total = (int)number;
    return true;
}

static int read_total(struct loader *loader, const struct veto_history_vote *vote, int total) {
    int column = loader->columns[COLUMN_TOTAL + total], found = -1;
    const char *text = table_cell(&loader->table, column);
    if (*text && strcmp(text, "?") != 0 && strcmp(text, "-") != 0 && !parse_total(text, &found))
        problem_note(&loader->problems, VETO_PROBLEM_TOTALS, vote, "", "a total is no whole number",
                     "'%s' is '%s', no whole number",
                     problem_quote(&loader->problems, loader->table.names[column]),
                     problem_quote(&loader->problems, text));
    return found;
}

/* ---- the vote ---- */

/* What the text leaves open waits for the whole file. */
static void read_date(struct loader *loader, struct veto_history_vote *vote,
                      struct vote_builder *builder) {
    struct veto_date days[VETO_DATE_ORDERS];
    const char *text = tidy_short(loader, COLUMN_DATE);
    size_t size = strlen(text) + 1;
    builder->date = arena_alloc(loader->arena, size < DATE_ROOM ? DATE_ROOM : size);
    memcpy(builder->date, text, size);
    vote->date_text = builder->date;
    unsigned orders = date_read(text, days);
    vote->date = days[VETO_DATES_BY_FILE];
    if (vote->date.year)
        date_write(vote->date, builder->date);
    else if (orders)
        loader->date_orders &= orders;
}

/* The one day that a date is by some of the orders; all zeros where it is none or several. */
static struct veto_date only_day(const struct veto_date days[VETO_DATE_ORDERS], unsigned orders) {
    struct veto_date found = {0, 0, 0};
    for (int i = VETO_DATES_DMY; i < VETO_DATE_ORDERS; i++) {
        if (!(orders >> i & 1))
            continue;
        if (found.year != 0 && veto_date_compare(found, days[i]) != 0)
            return (struct veto_date){0, 0, 0};
        found = days[i];
    }
    return found;
}

/* By the one order in which all dates of the file are days, or by the one that was asked for. */
static void end_date(struct loader *loader, struct veto_history_vote *vote, char *text) {
    struct veto_date days[VETO_DATE_ORDERS];
    unsigned all = loader->dates ? 1u << loader->dates : loader->date_orders;
    unsigned orders = date_read(text, days);
    vote->date = only_day(days, orders & all);
    if (vote->date.year)
        date_write(vote->date, text);
    else
        problem_note(&loader->problems, VETO_PROBLEM_DATE, vote, "",
                     *text == '\0'   ? "no date is stated"
                     : orders == 0   ? "the date is no day of the calendar"
                     : loader->dates ? "the date is no day in the order that was asked for"
                                     : "the date is a day in more than one order",
                     *text == '\0'   ? "no date is stated%s"
                     : orders == 0   ? "'%s' is no day of the calendar"
                     : loader->dates ? "'%s' is no day in the order that was asked for"
                                     : "'%s' is a day in more than one order",
                     problem_quote(&loader->problems, text));
}

static void read_symbols(struct loader *loader, struct veto_history_vote *vote) {
    const char *symbol = tidy_short(loader, COLUMN_SYMBOL);
    struct symbol parsed;
    vote->draft = or_null(tidy_short(loader, COLUMN_DRAFT));
    vote->meeting = or_null(meeting_symbol(loader, tidy_short(loader, COLUMN_MEETING)));
    if (symbol_parse(symbol, &parsed)) {
        vote->resolution = parsed.resolution;
        vote->symbol_year = parsed.year;
    }
    if (!vote->meeting && strncmp(symbol, "S/PV.", 5) == 0)
        vote->meeting = symbol; /* a vote without a draft is named after its meeting */
    vote->symbol = *symbol         ? symbol
                   : vote->draft   ? vote->draft
                   : vote->meeting ? vote->meeting
                                   : "";
}

void vote_begin(struct loader *loader, const char *key) {
    arena_push(&loader->scratch, loader->votes, loader->count, loader->capacity);
    arena_push(&loader->scratch, loader->builders, loader->count, loader->builder_capacity);
    struct veto_history_vote *vote = &loader->votes[loader->count];
    struct vote_builder *builder = &loader->builders[loader->count++];
    *vote = (struct veto_history_vote){.row = loader->table.row, .date_text = ""};
    *builder = (struct vote_builder){.key = key};
    read_symbols(loader, vote);
    vote->title = tidy_cell(loader, COLUMN_TITLE);
    vote->agenda = or_null(tidy_cell(loader, COLUMN_AGENDA));
    read_date(loader, vote, builder);
    for (int i = 0; i < VETO_TOTALS; i++)
        vote->totals[i] = read_total(loader, vote, i);
    read_outcome(loader, vote);
}

/* ---- ballots ---- */

static void note_unreadable(struct loader *loader, const struct veto_history_vote *vote,
                            const char *state, const char *name, const char *text) {
    const char *quoted = problem_quote(&loader->problems, text);
    problem_note(
        &loader->problems, VETO_PROBLEM_UNKNOWN_BALLOT, vote, state,
        arena_printf(loader->arena, "a ballot is '%s', none of Y, N, A, NV, X and ?", quoted),
        "the ballot of %s is '%s', none of Y, N, A, NV, X and ?",
        problem_quote(&loader->problems, name), quoted);
}

static void note_stranger(struct loader *loader, const struct veto_history_vote *vote,
                          const char *name) {
    const char *quoted = problem_quote(&loader->problems, name);
    problem_note(&loader->problems, VETO_PROBLEM_UNKNOWN_STATE, vote, "",
                 arena_printf(loader->arena,
                              "'%s' has a ballot, and is no state that ever sat in the Council",
                              quoted),
                 "'%s' is no state that ever sat in the Council, and has a ballot", quoted);
}

static struct veto_history_ballot *new_ballot(struct loader *loader, struct vote_builder *builder) {
    if (builder->count == builder->capacity) {
        size_t room = builder->capacity ? 2 * builder->capacity : 15; /* a Council fits exactly */
        builder->ballots = arena_regrow(loader->arena, builder->ballots, builder->count, room,
                                        sizeof *builder->ballots);
        builder->capacity = room;
    }
    return &builder->ballots[builder->count++];
}

void vote_add_ballot(struct loader *loader, size_t index, const char *state, const char *name,
                     const char *text) {
    struct veto_history_vote *vote = &loader->votes[index];
    struct vote_builder *builder = &loader->builders[index];
    int ballot = ballot_by_word(text);
    if (ballot == VETO_BALLOT_UNREADABLE) {
        if (trimmed(&text) == 0)
            return;
        note_unreadable(loader, vote, state, name, text);
    }
    if (*state == '\0') {
        note_stranger(loader, vote, name);
        return;
    }
    for (size_t i = 0; i < builder->count; i++)
        if (memcmp(builder->ballots[i].code, state, 4) == 0) {
            uint64_t bit = i < 64 ? (uint64_t)1 << i : 0;
            builder->twice |= bit;
            builder->conflicting |= builder->ballots[i].ballot != ballot ? bit : 0;
            return;
        }
    struct veto_history_ballot *added = new_ballot(loader, builder);
    memcpy(added->code, state, 4);
    added->ballot = (unsigned char)ballot;
}

/* ---- the end ---- */

static void report_twice(struct loader *loader, const struct veto_history_vote *vote,
                         const struct vote_builder *builder) {
    uint64_t all = builder->count < 64 ? ((uint64_t)1 << builder->count) - 1 : ~(uint64_t)0;
    if (builder->twice == all && builder->count > 1 && !builder->conflicting) {
        problem_note(&loader->problems, VETO_PROBLEM_DUPLICATE, vote, "",
                     "every ballot stands twice", "every ballot of this vote stands twice");
        return;
    }
    for (size_t i = 0; i < builder->count && i < 64; i++)
        if (builder->twice >> i & 1)
            problem_note(&loader->problems, VETO_PROBLEM_DUPLICATE, vote, builder->ballots[i].code,
                         builder->conflicting >> i & 1 ? "a member has two different ballots"
                                                       : "a member has its ballot twice",
                         builder->conflicting >> i & 1
                             ? "%s has two different ballots in this vote; the first counts"
                             : "%s has its ballot twice in this vote",
                         builder->ballots[i].code);
}

static unsigned count_vote_ballots(const struct veto_history_vote *vote, unsigned ballot) {
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
    if (count_vote_ballots(vote, VETO_NOT_PARTICIPATING) == all)
        return true;
    return count_vote_ballots(vote, VETO_YES) == all && totals[VETO_TOTAL_YES] == 0 &&
           totals[VETO_TOTAL_NO] == 0 && totals[VETO_TOTAL_ABSTAIN] == 0 &&
           totals[VETO_TOTAL_NOT_VOTING] == (int)all;
}

void vote_end(struct loader *loader, size_t index) {
    struct veto_history_vote *vote = &loader->votes[index];
    const struct vote_builder *builder = &loader->builders[index];
    if (vote->date.year == 0)
        end_date(loader, vote, builder->date);
    vote->ballots = builder->ballots;
    vote->ballot_count = (unsigned)builder->count;
    vote->without_vote = is_without_vote(vote);
    use_known_ballots(vote, builder->ballots);
    const struct council *council = council_of(&loader->councils, vote->date);
    if (council)
        infer_ballots(loader->arena, council, vote);
    if (builder->twice)
        report_twice(loader, vote, builder);
}
