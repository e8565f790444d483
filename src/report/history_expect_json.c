/* What the record says about a draft before it is put, as JSON. */
#include "report/build.h"
#include "report/history_parts.h"
#include "words/expect.h"

static json_t *json_chance(const struct veto_expect_chance *chance) {
    return json_pack("{s:f, s:f, s:f}", "p", chance->p, "low", chance->low, "high", chance->high);
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

/* Kinds and sources, the heaviest first. */
static void json_reasons(struct build *build, const struct veto_expectation *found, json_t *kinds,
                         json_t *sources) {
    for (size_t i = 0; i < found->kind_count; i++) {
        const struct veto_expect_kind *kind = &found->kinds[i];
        build_push(build, kinds,
                   json_pack("{s:f, s:f, s:f, s:s}", "weight", kind->weight.p, "low",
                             kind->weight.low, "high", kind->weight.high, "text",
                             expect_kind(build->arena, found, kind)));
    }
    for (size_t i = 0; i < found->source_count; i++) {
        const struct veto_history_vote *vote = found->sources[i].vote;
        build_push(build, sources,
                   json_pack("{s:o, s:o, s:I, s:f}", "symbol", json_text(vote->symbol), "date",
                             json_text(vote->date_text), "row", (json_int_t)vote->row, "share",
                             found->sources[i].share));
    }
}

static json_t *json_day(struct arena *arena, struct veto_date date) {
    return json_string(arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day));
}

json_t *expect_json(struct build *build, const void *expectation) {
    const struct veto_expectation *found = expectation;
    const struct veto_composition *council = &found->council;
    json_t *given = json_object(), *members = json_object(), *vetoes = json_object();
    json_t *yes = json_array(), *kinds = json_array(), *sources = json_array();
    json_reasons(build, found, kinds, sources);
    for (size_t i = 0; i < found->ask.given_count; i++)
        build_set(build, given, found->ask.given[i].code,
                  json_string(veto_ballot_word(found->ask.given[i].ballot)));
    for (unsigned i = 0; i < council->count; i++) {
        build_set(build, members, council->seats[i].code, json_member(found->members[i]));
        if (council->seats[i].permanent)
            build_set(build, vetoes, council->seats[i].code, json_chance(&found->veto_by[i]));
    }
    for (unsigned n = 0; n <= council->count; n++)
        build_push(build, yes, json_real(found->yes[n].p));
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:s, s:o, s:I, s:I, s:I, s:f, s:{s:o, s:o, s:o}, s:o, s:o, s:o, s:o, s:o}",
        "date", json_day(build->arena, found->ask.date), "topic",
        json_text(found->topic ? found->topic->id : NULL), "like",
        json_text(found->ask.like ? found->ask.like->symbol : NULL), "given", given, "fit",
        veto_expect_fit_word(found->ask.fit), "before", json_day(build->arena, found->ask.before),
        "votes", (json_int_t)found->votes, "on_topic", (json_int_t)found->on_topic, "resamples",
        (json_int_t)found->ask.resamples, "given_chance", found->given, "outcomes", "adopted",
        json_chance(&found->outcomes[VETO_ADOPTED]), "vetoed",
        json_chance(&found->outcomes[VETO_VETOED]), "failed",
        json_chance(&found->outcomes[VETO_FAILED]), "veto_by", vetoes, "members", members, "yes",
        yes, "kinds", kinds, "sources", sources);
}
