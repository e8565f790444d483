/* Which votes somebody asked for. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "history/record.h"

/* ---- by name ---- */

/* What somebody typed for a vote: its day or month, one of its symbols, or its topic. */
struct asked {
    const char *text;
    struct veto_date days[2]; /* the second where day and month could be either */
    char month[sizeof "2016-12"];
    bool is_symbol;
    struct symbol symbol;
    const struct veto_topic *topic;
};

/* "08/10/2016" is the 8th of October or the 10th of August: both are looked for. */
static bool ask_day(struct asked *asked) {
    struct veto_date days[VETO_DATE_ORDERS];
    if (date_read(asked->text, days) == 1u << VETO_DATES_BY_FILE)
        asked->days[0] = days[VETO_DATES_BY_FILE];
    else
        memcpy(asked->days, &days[VETO_DATES_DMY], sizeof asked->days);
    return asked->days[0].year || asked->days[1].year;
}

/* "2016-12", "December 2016" */
static bool ask_month(struct asked *asked) {
    const char *text = asked->text;
    struct veto_date days[VETO_DATE_ORDERS];
    char first[40], written[DATE_ROOM];
    bool digits = strspn(text, "0123456789") == 4 && text[4] == '-';
    int length = snprintf(first, sizeof first, digits ? "%s-01" : "1 %s", text);
    if (length < 0 || (size_t)length >= sizeof first || (!digits && *text <= '9') ||
        date_read(first, days) != 1u << VETO_DATES_BY_FILE)
        return false;
    date_write(days[VETO_DATES_BY_FILE], written);
    memcpy(asked->month, written, sizeof asked->month - 1);
    return true;
}

static struct asked asked_by(const char *text) {
    struct asked asked = {.text = text + strspn(text, " ")};
    if (!ask_day(&asked) && !ask_month(&asked)) {
        asked.is_symbol = symbol_parse(text, &asked.symbol);
        asked.topic = asked.is_symbol ? NULL : veto_topic_find(asked.text);
    }
    return asked;
}

/* By anything but its topic, which titles have words of as well. */
static bool answers(const struct veto_history_vote *vote, const struct asked *asked) {
    const struct symbol *symbol = &asked->symbol;
    int year = vote->symbol_year ? vote->symbol_year : vote->date.year;
    if (asked->is_symbol)
        return (symbol->resolution && vote->resolution == symbol->resolution &&
                (!symbol->year || !year || year == symbol->year)) ||
               symbol_is_in(symbol, vote->symbol) || symbol_is_in(symbol, vote->draft) ||
               symbol_is_in(symbol, vote->meeting);
    for (int i = 0; i < 2; i++)
        if (asked->days[i].year && veto_date_compare(vote->date, asked->days[i]) == 0)
            return true;
    return *asked->month && strncmp(vote->date_text, asked->month, strlen(asked->month)) == 0;
}

bool veto_history_names_meeting(const char *name) {
    struct asked asked = asked_by(name);
    bool one_day = !asked.days[0].year != !asked.days[1].year;
    return one_day || (asked.is_symbol && strncmp(asked.symbol.text, "S/PV.", 5) == 0);
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

static bool vote_goes_by(const struct veto_history_vote *vote, const struct asked *asked) {
    return answers(vote, asked) || same_text(vote->symbol, asked->text) ||
           same_text(vote->draft, asked->text) || same_text(vote->meeting, asked->text) ||
           (asked->topic && veto_history_topic(vote) == asked->topic);
}

bool veto_history_is_name(const char *text) {
    struct asked asked = asked_by(text);
    return asked.is_symbol || asked.topic || *asked.month || asked.days[0].year ||
           asked.days[1].year;
}

bool veto_history_goes_by(const struct veto_history_vote *vote, const char *name) {
    struct asked asked = asked_by(name);
    return vote_goes_by(vote, &asked);
}

size_t veto_history_find(const struct veto_history *history, const char *name, size_t from) {
    struct asked asked = asked_by(name);
    while (from < history->count && !vote_goes_by(&history->votes[from], &asked))
        from++;
    return from < history->count ? from : history->count;
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

bool veto_history_matches(const struct veto_history_vote *vote,
                          const struct veto_history_filter *filter) {
    bool asks = filter->from_year || filter->to_year || filter->member || filter->ballot ||
                filter->outcome || filter->vetoed_by || filter->topic || filter->name ||
                filter->text;
    if (asks && !veto_history_usable(vote))
        return false;
    return (!filter->from_year || vote->date.year >= filter->from_year) &&
           (!filter->to_year || vote->date.year <= filter->to_year) &&
           (!(filter->member || filter->ballot) ||
            has_ballot(vote, filter->member, filter->ballot)) &&
           (!filter->outcome || (int)vote->recorded == filter->outcome - 1) &&
           (!filter->vetoed_by ||
            (vote->recorded == VETO_VETOED && veto_state_is_permanent(filter->vetoed_by) &&
             has_ballot(vote, filter->vetoed_by, 1 + VETO_NO))) &&
           (!filter->text || has_text(vote, filter->text)) &&
           (!filter->name || veto_history_goes_by(vote, filter->name)) &&
           (!filter->topic ||
            veto_history_topic(vote) == filter->topic); /* dear, and so the last */
}
