/* Which votes somebody asked for. */
#include <string.h>

#include "base/text.h"
#include "history/record.h"

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

static bool starts_with(const char *text, const char *part) {
    while (*part && text_lower((unsigned char)*text) == text_lower((unsigned char)*part)) {
        text++;
        part++;
    }
    return *part == '\0';
}

static bool holds(const char *text, const char *part) {
    for (; text; text = *text ? text + 1 : NULL)
        if (starts_with(text, part))
            return true;
    return false;
}

static bool asks_for_something(const struct veto_history_filter *filter) {
    return filter->from_year || filter->to_year || filter->member || filter->ballot ||
           filter->outcome || filter->vetoed_by || filter->text;
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
    return !filter->text || holds(vote->title, filter->text) || holds(vote->symbol, filter->text) ||
           holds(vote->draft, filter->text) || holds(vote->meeting, filter->text);
}

/* ---- by symbol ---- */

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

static bool is_resolution(const struct veto_history_vote *vote, const struct symbol *asked) {
    struct symbol own;
    if (asked->resolution == 0 || vote->resolution != asked->resolution)
        return false;
    int year = symbol_parse(vote->symbol, &own) && own.year ? own.year : vote->date.year;
    return !asked->year || !year || year == asked->year;
}

static bool bears(const struct veto_history_vote *vote, const struct symbol *asked) {
    return is_resolution(vote, asked) || symbol_is_in(asked, vote->symbol) ||
           symbol_is_in(asked, vote->draft) || symbol_is_in(asked, vote->meeting);
}

size_t veto_history_find(const struct veto_history *history, const char *symbol, size_t from) {
    struct symbol asked;
    bool parsed = symbol_parse(symbol, &asked);
    for (size_t i = from; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        if (parsed ? bears(vote, &asked)
                   : same_text(vote->symbol, symbol) || same_text(vote->draft, symbol))
            return i;
    }
    return history->count;
}
