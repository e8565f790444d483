/* What the record says about a draft before it is put, as JSON. */
#include "report/build.h"
#include "report/history_expect.h"
#include "report/history_parts.h"
#include "words/expect.h"

static json_t *json_chance(const struct veto_expect_chance *chance) {
    return json_pack("{s:f, s:f, s:f}", "p", chance->p, "low", chance->low, "high", chance->high);
}

static json_t *json_given(struct build *build, const struct veto_expectation *found) {
    json_t *object = json_object();
    for (size_t i = 0; i < found->ask.given_count; i++)
        build_set(build, object, found->ask.given[i].code,
                  json_string(veto_ballot_word(found->ask.given[i].ballot)));
    return object;
}

/* The chances as numbers, and their intervals beside them. */
static json_t *json_member(const struct veto_expect_chance *chances) {
    const struct veto_expect_chance *yes = &chances[VETO_YES], *no = &chances[VETO_NO],
                                    *abstain = &chances[VETO_ABSTAIN];
    return json_pack("{s:f, s:f, s:f, s:{s:f, s:f, s:f}, s:{s:f, s:f, s:f}}", "yes", yes->p, "no",
                     no->p, "abstain", abstain->p, "low", "yes", yes->low, "no", no->low, "abstain",
                     abstain->low, "high", "yes", yes->high, "no", no->high, "abstain",
                     abstain->high);
}

static json_t *json_members_expected(struct build *build, const struct veto_expectation *found) {
    json_t *object = json_object();
    for (unsigned i = 0; i < found->council.count; i++)
        build_set(build, object, found->council.seats[i].code, json_member(found->members[i]));
    return object;
}

static json_t *json_veto_by(struct build *build, const struct veto_expectation *found) {
    json_t *object = json_object();
    for (unsigned i = 0; i < found->council.count; i++)
        if (found->council.seats[i].permanent)
            build_set(build, object, found->council.seats[i].code, json_chance(&found->veto_by[i]));
    return object;
}

static json_t *json_in_favour(struct build *build, const struct veto_expectation *found) {
    json_t *array = json_array();
    for (unsigned n = 0; n <= found->council.count; n++)
        build_push(build, array, json_real(found->yes[n].p));
    return array;
}

static json_t *json_draft_kinds(struct build *build, const struct veto_expectation *found) {
    json_t *array = json_array();
    for (size_t i = 0; i < found->kind_count; i++) {
        const struct veto_expect_kind *kind = &found->kinds[i];
        build_push(build, array,
                   json_pack("{s:f, s:f, s:f, s:s}", "weight", kind->weight.p, "low",
                             kind->weight.low, "high", kind->weight.high, "text",
                             expect_kind(build->arena, found, kind)));
    }
    return array;
}

static json_t *json_sources(struct build *build, const struct veto_expectation *found) {
    json_t *array = json_array();
    for (size_t i = 0; i < found->source_count; i++)
        build_push(
            build, array,
            json_pack("{s:o, s:o, s:I, s:f}", "symbol", json_text(found->sources[i].vote->symbol),
                      "date", json_text(found->sources[i].vote->date_text), "row",
                      (json_int_t)found->sources[i].vote->row, "share", found->sources[i].share));
    return array;
}

static json_t *json_day(struct arena *arena, struct veto_date date) {
    return json_string(arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day));
}

json_t *expect_json(struct build *build, const void *expectation) {
    const struct veto_expectation *found = expectation;
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:s, s:o, s:I, s:I, s:I, s:f, s:{s:o, s:o, s:o}, s:o, s:o, s:o, s:o, s:o}",
        "date", json_day(build->arena, found->ask.date), "topic",
        json_text(found->topic ? found->topic->id : NULL), "like",
        json_text(found->ask.like ? found->ask.like->symbol : NULL), "given",
        json_given(build, found), "fit", veto_expect_fit_word(found->ask.fit), "before",
        json_day(build->arena, found->ask.before), "votes", (json_int_t)found->votes, "on_topic",
        (json_int_t)found->on_topic, "resamples", (json_int_t)found->ask.resamples, "given_chance",
        found->given, "outcomes", "adopted", json_chance(&found->outcomes[VETO_ADOPTED]), "vetoed",
        json_chance(&found->outcomes[VETO_VETOED]), "failed",
        json_chance(&found->outcomes[VETO_FAILED]), "veto_by", json_veto_by(build, found),
        "members", json_members_expected(build, found), "yes", json_in_favour(build, found),
        "kinds", json_draft_kinds(build, found), "sources", json_sources(build, found));
}
