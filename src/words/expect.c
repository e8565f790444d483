#include "base/arena.h"
#include "base/text.h"
#include "expect/answer.h"
#include "words/history.h"
#include "words/words.h"

/* ---- kinds ---- */

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

/* ---- the ground ---- */

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
