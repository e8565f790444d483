/* Which votes somebody asked for. */
#include <string.h>

#include "base/text.h"
#include "history/record.h"

/* ---- by name ---- */

/* What somebody typed for a vote: one of its symbols, else its day or month, else words. */
struct asked {
    const char *text;
    bool is_symbol;
    struct symbol symbol;
    struct veto_date day;
};

/* "2016-12" */
static bool is_month(const char *text) {
    return strspn(text, "0123456789") == 4 && text[4] == '-' &&
           strspn(text + 5, "0123456789") == 2 && text[7] == '\0';
}

static struct asked asked_by(const char *text) {
    struct asked asked = {.text = text};
    struct veto_date days[VETO_DATE_ORDERS];
    if (date_read(text, days) == 1u << VETO_DATES_BY_FILE)
        asked.day = days[VETO_DATES_BY_FILE];
    else if (!is_month(text))
        asked.is_symbol = symbol_parse(text, &asked.symbol);
    return asked;
}

static bool is_resolution(const struct veto_history_vote *vote, const struct symbol *asked) {
    if (asked->resolution == 0 || vote->resolution != asked->resolution)
        return false;
    int year = vote->symbol_year ? vote->symbol_year : vote->date.year;
    return !asked->year || !year || year == asked->year;
}

static bool answers(const struct veto_history_vote *vote, const struct asked *asked) {
    if (asked->day.year)
        return veto_date_compare(vote->date, asked->day) == 0;
    if (asked->is_symbol)
        return is_resolution(vote, &asked->symbol) || symbol_is_in(&asked->symbol, vote->symbol) ||
               symbol_is_in(&asked->symbol, vote->draft) ||
               symbol_is_in(&asked->symbol, vote->meeting);
    return is_month(asked->text) && strncmp(vote->date_text, asked->text, 7) == 0;
}

bool veto_history_names_meeting(const char *name) {
    struct asked asked = asked_by(name);
    return asked.day.year || (asked.is_symbol && strncmp(asked.symbol.text, "S/PV.", 5) == 0);
}

static const char *skip_spaces(const char *text) {
    return text + strspn(text, " ");
}

static bool same_text(const char *a, const char *b) {
    if (!a)
        return false;
    for (a = skip_spaces(a), b = skip_spaces(b); *a && *b; a = skip_spaces(a), b = skip_spaces(b))
        if (text_lower((unsigned char)*a++) != text_lower((unsigned char)*b++))
            return false;
    return *a == *b;
}

size_t veto_history_find(const struct veto_history *history, const char *name, size_t from) {
    struct asked asked = asked_by(name);
    for (size_t i = from; i < history->count; i++)
        if (answers(&history->votes[i], &asked) || same_text(history->votes[i].symbol, name) ||
            same_text(history->votes[i].draft, name) || same_text(history->votes[i].meeting, name))
            return i;
    return history->count;
}

/* ---- by what it is like ---- */

/* Any ballot where `ballot` is 0, any state where `code` is NULL. Nobody cast a ballot on what was
 * adopted without a vote. */
static bool has_ballot(const struct veto_history_vote *vote, const char *code, int ballot) {
    if (ballot != 0 && vote->without_vote)
        return false;
    for (unsigned i = 0; i < vote->ballot_count; i++)
        if ((!code || strcmp(vote->ballots[i].code, code) == 0) &&
            (ballot == 0 || vote->ballots[i].ballot == ballot - 1))
            return true;
    return false;
}

static bool holds_text(const char *text, const char *part) {
    return text && text_find(text, part);
}

static bool has_text(const struct veto_history_vote *vote, const char *text) {
    struct asked asked = asked_by(text);
    return answers(vote, &asked) || holds_text(vote->title, text) ||
           holds_text(vote->agenda, text) || holds_text(vote->symbol, text) ||
           holds_text(vote->draft, text) || holds_text(vote->meeting, text);
}

static bool asks_for_something(const struct veto_history_filter *filter) {
    return filter->from_year || filter->to_year || filter->member || filter->ballot ||
           filter->outcome || filter->vetoed_by || filter->topic || filter->text;
}

bool veto_history_matches(const struct veto_history_vote *vote,
                          const struct veto_history_filter *filter) {
    if (asks_for_something(filter) && !veto_history_usable(vote))
        return false;
    if (filter->from_year && vote->date.year < filter->from_year)
        return false;
    if (filter->to_year && vote->date.year > filter->to_year)
        return false;
    if ((filter->member || filter->ballot) && !has_ballot(vote, filter->member, filter->ballot))
        return false;
    if (filter->outcome && (int)vote->recorded != filter->outcome - 1)
        return false;
    if (filter->vetoed_by &&
        (vote->recorded != VETO_VETOED || !veto_state_is_permanent(filter->vetoed_by) ||
         !has_ballot(vote, filter->vetoed_by, 1 + VETO_NO)))
        return false;
    if (filter->text && !has_text(vote, filter->text))
        return false;
    return !filter->topic || veto_history_topic(vote) == filter->topic; /* dear, and so the last */
}
