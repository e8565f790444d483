/* The question, its answer by the fit, and the intervals. */
#include <string.h>

#include "base/diagnostics.h"
#include "base/owned.h"
#include "base/philox.h"
#include "base/text.h"
#include "expect/answer.h"
#include "veto/topics.h"

/* A draft like another one is of the kinds of that one for this part: see docs/expect.md. */
static const double like_weight = 0.3, least_given = 1e-6;

enum {
    FEWEST = 20,      /* votes, below which there is nothing to fit to */
    ROUNDS_AGAIN = 3, /* of a resampled record: more change nothing in the third decimal */
};

struct work {
    struct veto_expectation *found;
    struct arena scratch;
    struct veto_diagnostics *list;
    struct matrix matrix;
    struct sample sample;
    struct fit fit;
    struct question question;
    enum veto_status status;
};

const char *veto_expect_fit_word(enum veto_expect_fit fit) {
    return fit == VETO_FIT_ALL ? "all" : "contested";
}

/* ---- what cannot be asked ---- */

static const char *text_of_day(struct work *work, struct veto_date date) {
    return arena_printf(&work->scratch, "%04d-%02d-%02d", date.year, date.month, date.day);
}

#define REFUSE(work, ...)                                                                          \
    ((work)->status = VETO_INPUT,                                                                  \
     diagnose_file((work)->list, (work)->found->history->name, __VA_ARGS__))

/* A Council, and nothing from after the day that is asked about. */
static bool has_day(struct work *work) {
    struct veto_expect_ask *ask = &work->found->ask;
    if (ask->before.year == 0)
        ask->before = ask->date;
    if (!veto_composition_of(ask->date, &work->found->council))
        REFUSE(work, "no Council is known for %s: the roster goes from %d to %d",
               text_of_day(work, ask->date), VETO_ROSTER_FIRST, VETO_ROSTER_LAST);
    else if (veto_date_compare(ask->before, ask->date) > 0)
        REFUSE(
            work,
            "votes before %s include some from after %s, the day of the vote that is asked about",
            text_of_day(work, ask->before), text_of_day(work, ask->date));
    else if (ask->like && veto_date_compare(ask->like->date, ask->before) >= 0)
        REFUSE(work, "%s was voted on on %s, and only votes before %s are used", ask->like->symbol,
               ask->like->date_text, text_of_day(work, ask->before));
    return work->status == VETO_OK;
}

static bool has_votes(struct work *work) {
    struct veto_expectation *found = work->found;
    bool contested = found->ask.fit == VETO_FIT_CONTESTED;
    const char *kind = contested ? "contested votes" : "votes";
    if (found->votes == 0)
        REFUSE(work, "there are no %s before %s to go by", kind,
               text_of_day(work, found->ask.before));
    else if (found->votes < FEWEST)
        REFUSE(work, "only %zu %s before %s: too few to go by, it takes %d", found->votes, kind,
               text_of_day(work, found->ask.before), FEWEST);
    else if (found->topic && found->on_topic == 0)
        REFUSE(work, "there are no %s on '%s' before %s", kind, found->topic->id,
               text_of_day(work, found->ask.before));
    bool refused = work->status != VETO_OK;
    if (refused && found->votes >= FEWEST)
        diagnose_hint(work->list, "without a topic, all %s before that day count", kind);
    else if (refused && work->matrix.count >= FEWEST)
        diagnose_hint(work->list, "with those in which all are in favour there are %zu",
                      work->matrix.count);
    return !refused;
}

/* ---- the question ---- */

static void choose_votes(struct work *work) {
    struct veto_expectation *found = work->found;
    const struct matrix *matrix = &work->matrix;
    size_t *votes = arena_array(&work->scratch, size_t, matrix->count + 1);
    for (size_t i = 0; i < matrix->count; i++) {
        const struct roll_call *call = &matrix->calls[i];
        if (found->ask.fit == VETO_FIT_CONTESTED && !call->contested)
            continue;
        votes[found->votes++] = i;
        found->contested += call->contested;
        found->on_topic += call->topic == work->question.topic;
        found->first = found->votes == 1 ? call->vote->date : found->first;
        found->last = call->vote->date;
    }
    work->sample = (struct sample){.matrix = matrix, .votes = votes, .count = found->votes};
}

static void ask_council(struct work *work) {
    const struct veto_expectation *found = work->found;
    size_t count;
    struct question *question = &work->question;
    question->topic = found->topic ? (int)(found->topic - veto_topics(&count)) : ANY_TOPIC;
    question->count = found->council.count;
    question->required = found->council.required;
    for (unsigned i = 0; i < question->count; i++) {
        const struct veto_seat *seat = &found->council.seats[i];
        question->actors[i] = matrix_actor(&work->matrix, seat->code, found->ask.date);
        question->groups[i] = group_of_seat(seat);
        question->given[i] = OPEN;
    }
}

static bool put_given(struct work *work, const struct veto_expect_given *given) {
    struct veto_expectation *found = work->found;
    for (unsigned i = 0; i < found->council.count; i++)
        if (strcmp(found->council.seats[i].code, given->code) == 0) {
            work->question.given[i] = (unsigned char)given->ballot;
            return true;
        }
    REFUSE(work, "%s did not sit in the Council on %s, and has no ballot to be given",
           veto_state_name(given->code), text_of_day(work, found->ask.date));
    return false;
}

/* The roll call of a vote that the draft is to be like. */
static bool find_like_call(struct work *work) {
    const struct veto_history_vote *like = work->found->ask.like;
    for (size_t i = 0; i < work->matrix.count; i++)
        if (like && work->matrix.calls[i].vote == like) {
            work->question.like = &work->matrix.calls[i];
            work->question.like_weight = like_weight;
        }
    if (like && !work->question.like)
        REFUSE(work, "there is no roll call of %s, so nothing is like it", like->symbol);
    return work->status == VETO_OK;
}

/* ---- the answer ---- */

/* So many votes drawn from as many, each as often as it comes: its weights are multiplied. */
static void draw_record(struct sample *again, const struct work *work, unsigned *times,
                        unsigned resample) {
    memset(times, 0, work->sample.count * sizeof *times);
    for (size_t i = 0; i < work->sample.count; i++) {
        uint32_t counter[4] = {(uint32_t)(i / 4), resample, 0, 1};
        uint64_t word = philox(work->fit.settings.seed, counter).word[i % 4];
        times[word * work->sample.count >> 32]++;
    }
    for (size_t i = 0; i < work->sample.count; i++) {
        again->weights[i] = times[i] * work->sample.weights[i];
        again->mix_weights[i] = times[i] * work->sample.mix_weights[i];
    }
}

/* False where it was stopped. */
static bool resample_record(struct work *work, struct answers *answers) {
    const struct veto_expect_ask *ask = &work->found->ask;
    struct arena *arena = &work->scratch;
    unsigned *times = arena_array(arena, unsigned, work->sample.count);
    struct sample again = work->sample;
    struct fit fit;
    again.weights = arena_array(arena, double, again.count);
    again.mix_weights = arena_array(arena, double, again.count);
    fit_room(&fit, arena, &again, &work->fit.settings);
    for (unsigned i = 0; i < ask->resamples; i++) {
        if (ask->stop && ask->stop(ask->context, i, ask->resamples))
            return false;
        draw_record(&again, work, times, i);
        fit_again(&fit, &work->fit, ROUNDS_AGAIN);
        answers_add(answers, &fit, &work->question);
    }
    return true;
}

static void find_answer(struct work *work) {
    struct veto_expectation *found = work->found;
    struct answers answers;
    answers_begin(&answers, &work->scratch, &work->fit, found->ask.resamples + 1);
    answers_add(&answers, &work->fit, &work->question);
    found->given = answers_first(&answers)->given;
    if (found->given < least_given)
        REFUSE(work, "the ballots given come about less than once in a million such votes: the "
                     "record does not say what the others would be");
    else if (resample_record(work, &answers))
        answers_write(&answers, found, owned_arena(found), &work->fit, &work->question);
    else
        work->status = VETO_SYSTEM;
}

static void expect_work(void *context) {
    struct work *work = context;
    struct veto_expectation *found = work->found;
    work->scratch.landing = owned_arena(found)->landing; /* out of memory is the same for all */
    if (!has_day(work))
        return;
    found->topic = found->ask.like ? veto_history_topic(found->ask.like) : found->ask.topic;
    matrix_make(&work->matrix, &work->scratch, found->history, found->ask.before);
    ask_council(work);
    for (size_t i = 0; i < found->ask.given_count; i++)
        if (!put_given(work, &found->ask.given[i]))
            return;
    choose_votes(work);
    if (!has_votes(work) || !find_like_call(work))
        return;
    sample_weigh(&work->sample, &work->scratch, &fit_chosen, matrix_time(found->ask.date));
    fit_make(&work->fit, &work->scratch, &work->sample, &fit_chosen);
    find_answer(work);
}

enum veto_status veto_expect(struct veto_expectation **expectation,
                             struct veto_diagnostics *diagnostics,
                             const struct veto_history *history,
                             const struct veto_expect_ask *ask) {
    const struct veto_expectation begun = {.history = history, .ask = *ask};
    struct veto_diagnostics *list = diagnostics_or_new(diagnostics);
    struct work work = {.found = owned_new(&begun, sizeof begun), .list = list};
    if (!list || !owned_try(work.found, &list->arena, expect_work, &work))
        work.status = VETO_SYSTEM;
    arena_free(&work.scratch);
    diagnostics_unless_given(list, diagnostics);
    return owned_give(expectation, work.found, work.status);
}

void veto_expectation_free(struct veto_expectation *expectation) {
    owned_free(expectation);
}
