#include "words/history.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "expect/answer.h"
#include "words/words.h"

const char *history_outcome(enum veto_outcome outcome) {
    return outcome == VETO_OUTCOMES ? "not known" : words_outcome(outcome);
}

bool history_tally(const struct veto_history_vote *vote, unsigned tally[VETO_BALLOTS]) {
    unsigned unknown = 0;
    memset(tally, 0, VETO_BALLOTS * sizeof *tally);
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        int ballot = vote->ballots[i].ballot;
        if (ballot < VETO_BALLOTS)
            tally[ballot == VETO_ABSENT ? VETO_NOT_PARTICIPATING : ballot]++;
        else
            unknown++;
    }
    bool stated = true;
    for (int i = VETO_TOTAL_YES; i <= VETO_TOTAL_NOT_VOTING; i++) {
        if (vote->totals[i] >= 0)
            tally[i] = (unsigned)vote->totals[i];
        stated = stated && vote->totals[i] >= 0;
    }
    return stated || (unknown == 0 && vote->ballot_count > 0);
}

veto_set history_veto(const struct veto_history_vote *vote, struct veto_history_seating *seating) {
    veto_set set = 0;
    if (vote->recorded != VETO_VETOED || !veto_history_seat(vote, seating))
        return set;
    for (unsigned i = 0; i < seating->composition.count; i++)
        if (seating->composition.seats[i].permanent && seating->ballots[i] == VETO_NO &&
            !veto_set_has(seating->unknown, i))
            set |= veto_set_of(i);
    return set;
}

char *history_vetoers(struct arena *arena, const struct veto_history_vote *vote,
                      const char *between) {
    struct veto_history_seating seating;
    veto_set set = history_veto(vote, &seating);
    char *text = arena_copy(arena, "", 0);
    for (unsigned i = 0; set && i < seating.composition.count; i++)
        if (veto_set_has(set, i))
            text = arena_printf(arena, "%s%s%s", text, *text ? between : "",
                                seating.composition.seats[i].code);
    return text;
}

char *history_inferred(struct arena *arena, const struct veto_history_vote *vote) {
    char *text = arena_copy(arena, "", 0);
    for (unsigned i = 0; i < vote->ballot_count; i++)
        if (vote->ballots[i].origin != VETO_BALLOT_STATED)
            text = arena_printf(arena, "%s%s%s", text, *text ? " " : "", vote->ballots[i].code);
    return text;
}

char *history_known(struct arena *arena, const struct veto_history_vote *vote,
                    const struct veto_history_ballot *ballot, const char *name) {
    const struct veto_known_ballot *known = veto_history_known(vote, ballot->code);
    return arena_printf(arena, "%s %s (%s%s); the file has it as %s%s",
                        words_capital(arena, words_name(arena, name)), known->says, known->source,
                        known->one_source ? ", the only source" : "",
                        ballot->stated <= VETO_NO ? "voting " : "",
                        words_ballot((enum veto_ballot)ballot->stated));
}

char *history_cause(struct arena *arena, const struct veto_history_cause *cause) {
    bool one = cause->count == 1;
    const char *s = one ? "" : "s";
    if (cause->kind == VETO_PROBLEM_MISSING)
        return arena_printf(arena, "%zu number%s missing in the sequence of resolutions",
                            cause->count, one ? " is" : "s are");
    if (cause->clause)
        return arena_printf(arena, "in %zu vote%s %s", cause->count, s, cause->clause);
    const char *name = words_name(arena, cause->name);
    if (cause->kind == VETO_PROBLEM_SWAP)
        return arena_printf(arena, "in %zu vote%s of %d the ballot%s of %s stand%s under %s",
                            cause->count, s, cause->year, s, name, one ? "s" : "",
                            words_name(arena, cause->under_name));
    return arena_printf(arena, "in %zu vote%s of %d %s %s", cause->count, s, cause->year, name,
                        cause->kind == VETO_PROBLEM_NO_BALLOT ? "sat, and has no ballot"
                                                              : "has a ballot, and did not sit");
}

/* One more of what is asked for. */
static void add_choice(struct arena *arena, char **text, const char *what, const char *of) {
    *text = arena_printf(arena, "%s%s %s%s", *text, **text ? "," : "", what, of);
}

static const char *state_today(struct arena *arena, const char *code) {
    const char *name = code, *formal;
    veto_state_find(code, &name, &formal);
    return words_name(arena, name);
}

static const char *quoted_choice(struct arena *arena, const char *text) {
    return arena_printf(arena, "'%s'", text_visible(arena, text, strlen(text)));
}

char *history_choice(struct arena *arena, const struct veto_history_filter *filter) {
    char *text = "", *years = "";
    int from = filter->from_year, to = filter->to_year;
    if (from || to)
        years = arena_printf(arena, from == to ? " of %d" : " of %d to %d", from, to);
    const char *member = filter->member ? state_today(arena, filter->member) : "a member";
    if (filter->outcome)
        add_choice(arena, &text, words_outcome((enum veto_outcome)(filter->outcome - 1)), "");
    if (filter->vetoed_by)
        add_choice(arena, &text, "vetoed by ", state_today(arena, filter->vetoed_by));
    if (filter->ballot)
        add_choice(arena, &text, arena_printf(arena, "with %s ", member),
                   words_ballot((enum veto_ballot)(filter->ballot - 1)));
    else if (filter->member)
        add_choice(arena, &text, "with a ballot of ", member);
    if (filter->topic)
        add_choice(arena, &text, "topic ", filter->topic->name);
    if (filter->name)
        add_choice(arena, &text, "by the name ", quoted_choice(arena, filter->name));
    if (filter->text)
        add_choice(arena, &text, "with ", quoted_choice(arena, filter->text));
    return arena_printf(arena, "%s%s%s", years, *text ? ":" : "", text);
}

const char *history_symbol(const struct veto_history_vote *vote) {
    return *vote->symbol ? vote->symbol : "(no symbol)";
}

char *history_brief_outcome(struct arena *arena, const struct veto_history_vote *vote) {
    char *by = history_vetoers(arena, vote, " ");
    return arena_printf(arena, "%s%s%s", history_outcome(vote->recorded), *by ? " " : "", by);
}

char *history_brief_tally(struct arena *arena, const struct veto_history_vote *vote) {
    unsigned tally[VETO_BALLOTS];
    if (vote->without_vote)
        return arena_printf(arena, "no vote");
    if (!history_tally(vote, tally))
        return arena_printf(arena, "not known");
    char *text =
        arena_printf(arena, "%u-%u-%u", tally[VETO_YES], tally[VETO_NO], tally[VETO_ABSTAIN]);
    unsigned silent = tally[VETO_NOT_PARTICIPATING];
    return silent ? arena_printf(arena, "%s-%u", text, silent) : text;
}

const char *history_safe_title(struct arena *arena, const struct veto_history_vote *vote) {
    size_t length;
    const char *about = veto_history_about(vote, &length);
    return length ? words_capital(arena, arena_copy(arena, about, length))
                  : "Its title is told after the vote";
}

const char *history_brief_title(struct arena *arena, const char *title) {
    unsigned depth;
    const char *within = veto_history_title(title, &depth);
    size_t length = strlen(within);
    bool closed = depth > 0 && length > 0 && within[length - 1] == ']';
    return arena_copy(arena, within, closed ? length - 1 : length);
}

/* ---- a forecast: its kinds ---- */

static const char *elected_members(unsigned count, unsigned of) {
    static const char *const words[] = {
        [NONE_OF_THEM] = NULL,
        [SOME_OF_THEM] = "some elected members",
        [MOST_OF_THEM] = "most elected members",
    };
    return count > 0 && count == of ? "all elected members" : words[how_many(count, of)];
}

/* Who most likely casts this ballot: permanent members by name; empty where nobody does. */
static char *who_casts(struct arena *arena, const struct veto_expectation *found,
                       const struct veto_expect_kind *kind, enum veto_ballot ballot,
                       size_t *count) {
    const char *names[VETO_MAX_MEMBERS + 1];
    *count = 0;
    for (unsigned i = 0; i < found->council.count; i++)
        if (found->council.seats[i].permanent && kind->most[i] == ballot)
            names[(*count)++] = words_name(arena, found->council.seats[i].name);
    const char *others =
        elected_members(ballot == VETO_NO ? kind->against : kind->abstaining, kind->elected);
    if (others)
        names[(*count)++] = others;
    return words_list(arena, names, *count);
}

char *expect_kind(struct arena *arena, const struct veto_expectation *found,
                  const struct veto_expect_kind *kind) {
    size_t against_count, abstaining_count;
    char *against = who_casts(arena, found, kind, VETO_NO, &against_count);
    char *abstaining = who_casts(arena, found, kind, VETO_ABSTAIN, &abstaining_count);
    bool alone = against_count == 1 && kind->against == 0;
    if (against_count == 0 && abstaining_count == 0)
        return arena_printf(arena, "all in favour");
    return arena_printf(
        arena, "%s%s%s%s%s%s", against,
        against_count == 0 ? ""
        : alone            ? " alone "
                           : " ",
        against_count == 0 ? "" : words_ballot(VETO_NO),
        against_count > 0 && abstaining_count > 0 ? ", " : "", abstaining,
        abstaining_count == 0 ? "" : arena_printf(arena, " %s", words_ballot(VETO_ABSTAIN)));
}

/* ---- and its ground ---- */

/* What chances they are, by the fit. */
static char *words_fit(struct arena *arena, const struct veto_expectation *found) {
    if (found->ask.fit == VETO_FIT_CONTESTED)
        return arena_printf(arena, "In each somebody was against or abstained. So these are the "
                                   "chances of a draft that not all will be in favour of.");
    return arena_printf(
        arena,
        "In %zu of them nobody was against or abstained. So these are the chances of whatever "
        "comes to a vote; of a draft that not all will be in favour of, "
        "--contested knows more.",
        found->votes - found->contested);
}

char *expect_ground(struct arena *arena, const struct veto_expectation *found) {
    char *like = arena_copy(arena, "", 0);
    if (found->ask.like)
        like = arena_printf(arena, " It is taken to be like %s of %s.", found->ask.like->symbol,
                            words_date(arena, found->ask.like->date));
    char *topic = found->topic ? arena_printf(arena, ", %zu of them on its topic, %s",
                                              found->on_topic, found->topic->name)
                               : " on any topic";
    return arena_printf(arena, "Fitted to the %zu %s from %s to %s%s.%s %s", found->votes,
                        found->ask.fit == VETO_FIT_CONTESTED ? "contested votes" : "votes",
                        words_date(arena, found->first), words_date(arena, found->last), topic,
                        like, words_fit(arena, found));
}

char *expect_given(struct arena *arena, const struct veto_expectation *found) {
    size_t count = found->ask.given_count;
    const char **given = arena_array(arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        for (unsigned seat = 0; seat < found->council.count; seat++)
            if (text_same(found->council.seats[seat].code, found->ask.given[i].code))
                given[i] =
                    arena_printf(arena, "%s %s", words_name(arena, found->council.seats[seat].name),
                                 words_ballot(found->ask.given[i].ballot));
    if (count == 0)
        return arena_copy(arena, "", 0);
    return arena_printf(arena, "Given: %s, which by itself had a chance of %s.",
                        words_list(arena, given, count), words_chance(arena, found->given));
}

const char *expect_limits(void) {
    return "The record knows who voted how, when and on what. It does not know drafts that were "
           "never put to a vote, often because a veto was expected; nor the text of this one, nor "
           "what is agreed on before the vote. What became of drafts it has told hardly better than "
           "how often they came out so on the topic of late: 'calibrate' shows how well.";
}
