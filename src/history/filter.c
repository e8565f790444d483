/* Which votes somebody asked for. */
#include <string.h>

#include "base/number.h"
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

bool veto_history_matches(const struct veto_history_vote *vote,
                          const struct veto_history_filter *filter) {
    if (filter->from_year && vote->date.year < filter->from_year)
        return false;
    if (filter->to_year && (vote->date.year == 0 || vote->date.year > filter->to_year))
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

static bool same_symbol(const char *a, const char *b) {
    if (!a)
        return false;
    for (a = skip_spaces(a), b = skip_spaces(b); *a && *b; a = skip_spaces(a), b = skip_spaces(b))
        if (text_lower((unsigned char)*a++) != text_lower((unsigned char)*b++))
            return false;
    return *a == *b;
}

/* "S/RES/2623" without its year is resolution 2623, too. */
static uint64_t resolution_asked(const char *symbol) {
    static const char prefix[] = "S/RES/";
    uint64_t number;
    if (starts_with(symbol, prefix))
        symbol += strlen(prefix);
    return number_parse_u64(symbol, &number) ? number : 0;
}

size_t veto_history_find(const struct veto_history *history, const char *symbol, size_t from) {
    uint64_t resolution = resolution_asked(symbol);
    for (size_t i = from; i < history->count; i++) {
        const struct veto_history_vote *vote = &history->votes[i];
        if ((resolution != 0 && vote->resolution == resolution) ||
            same_symbol(vote->symbol, symbol) || same_symbol(vote->draft, symbol) ||
            same_symbol(vote->meeting, symbol))
            return i;
    }
    return history->count;
}
