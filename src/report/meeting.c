#include "report/meeting.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "council/words.h"
#include "report/build.h"
#include "report/minutes.h"

struct minutes minutes_of(struct page *page, const struct told *told) {
    return (struct minutes){
        .page = page,
        .arena = page->arena,
        .meeting = told->meeting,
        .scenario = veto_meeting_scenario(told->meeting),
        .shown = told->shown,
        .numbers = true,
        .told = *told,
    };
}

/* ---- what was played ---- */

static void add_overrides(const struct minutes *minutes, const char *label,
                          const char *const *overrides, size_t count) {
    for (size_t i = 0; i < count; i++)
        minutes_fact(minutes, i == 0 ? label : "",
                     text_visible(minutes->arena, overrides[i], strlen(overrides[i])));
}

static void add_head(const struct minutes *minutes) {
    const struct session *session = minutes->session;
    struct arena *arena = minutes->arena;
    enum veto_mode mode = veto_meeting_mode(minutes->meeting);
    page_subsection(minutes->page, "Transcript");
    minutes_fact(minutes, "Scenario",
                 text_visible(arena, session->scenario, strlen(session->scenario)));
    minutes_fact(minutes, "Mode", veto_mode_word(mode));
    if (mode == VETO_SAMPLED)
        minutes_fact(
            minutes, "Seed",
            arena_printf(arena, "%llu", (unsigned long long)veto_meeting_seed(minutes->meeting)));
    if (told_all(&minutes->told)) {
        add_overrides(minutes, "Set at the start", session->set, session->set_count);
        add_overrides(minutes, "Changed by hand", session->changes, session->change_count);
    } else if (session->set_count + session->change_count > 0) {
        minutes_fact(minutes, "Changed", "something; it is told after the last vote");
    }
}

/* ---- the two reports ---- */

static void add_minutes(struct page *page, const struct meeting_subject *subject, bool transcript) {
    size_t count = veto_meeting_event_count(subject->meeting);
    struct told told = {subject->meeting, subject->shown < count ? subject->shown : count,
                        subject->session && !subject->session->blind};
    struct minutes minutes = minutes_of(page, &told);
    minutes.session = subject->session;
    minutes.why = subject->why;
    minutes_title(&minutes);
    if (transcript)
        add_head(&minutes);
    minutes_council(&minutes);
    minutes_drafts(&minutes, true);
    minutes_events(&minutes);
    if (transcript && minutes.shown < count) {
        page_gap(page);
        minutes_say(&minutes, 0, "The transcript ends here, before the end of the meeting.");
    }
    minutes_outcomes(&minutes);
    if (!transcript)
        minutes_ballots(&minutes);
    minutes_guesses(&minutes);
    minutes_record(&minutes);
    minutes_sources(&minutes);
}

static void build_meeting(struct page *page, const void *subject) {
    add_minutes(page, subject, false);
}

static void build_transcript(struct page *page, const void *subject) {
    add_minutes(page, subject, true);
}

/* ---- the scenario as JSON ---- */

static json_t *members(struct build *build) {
    const struct veto_scenario *scenario = build->scenario;
    json_t *array = json_array();
    for (unsigned i = 0; i < scenario->members_count; i++)
        build_push(build, array,
                   json_pack("{s:s, s:s, s:b, s:b}", "id", scenario->members[i].code, "name",
                             scenario->members[i].name, "permanent", scenario->members[i].permanent,
                             "veto", veto_set_has(scenario->rules.veto_holders, i)));
    return array;
}

static json_t *majorities(struct build *build, uint32_t which) {
    const struct veto_rules *rules = &build->scenario->rules;
    json_t *array = json_array();
    for (unsigned i = 0; i < rules->majority_count; i++)
        if (which >> i & 1)
            build_push(build, array,
                       json_pack("{s:s?, s:o, s:i}", "name", rules->majorities[i].name, "of",
                                 build_codes(build, rules->majorities[i].group), "needed",
                                 (int)rules->majorities[i].needed));
    return array;
}

json_t *build_scenario(struct build *build) {
    const struct veto_scenario *scenario = build->scenario;
    const struct veto_rules *rules = &scenario->rules;
    json_t *all = json_pack(
        "{s:i, s:o, s:i, s:i, s:o, s:s}", "required_majority", (int)rules->required, "veto",
        build_codes(build, rules->veto_holders), "veto_needs", (int)rules->veto_needs,
        "override_at", (int)rules->override_at, "majorities", majorities(build, ~(uint32_t)0),
        "obligatory_abstention", abstention_words[scenario->obligatory_abstention]);
    return json_pack("{s:s, s:s?, s:s?, s:o, s:b, s:o, s:o}", "title", scenario->title, "date",
                     scenario->date_text, "meeting", scenario->meeting, "president",
                     build_code(build, scenario->president), "president_by_rule",
                     scenario->president_by_rule, "members", members(build), "rules", all);
}

/* ---- drafts as JSON ---- */

/* On a draft with kinds nobody leans. */
static json_t *leaning_or_null(const struct veto_cast *cast, double number) {
    return cast->leans ? json_real(number) : json_null();
}

static json_t *cast_object(struct build *build, const struct veto_cast *cast) {
    static const char *const reasons[] = {
        [VETO_WHY_MODEL] = "model", [VETO_WHY_CHANCES] = "chances",
        [VETO_WHY_FIXED] = "fixed", [VETO_WHY_RECORDED] = "recorded",
        [VETO_WHY_KINDS] = "kinds",
    };
    return json_pack("{s:s, s:s, s:b, s:o, s:o, s:o, s:o, s:o}", "reason", reasons[cast->reason],
                     "given", veto_ballot_word(cast->given), "obliged", cast->obliged, "base",
                     leaning_or_null(cast, cast->base), "leaning",
                     leaning_or_null(cast, cast->leaning), "cut_no",
                     leaning_or_null(cast, cast->cut_no), "cut_yes",
                     leaning_or_null(cast, VETO_CUT_YES), "chances", build_chances(build, cast));
}

/* What became of a draft. */
static json_t *result_object(struct build *build, int index, const struct veto_vote *vote) {
    const struct veto_result none = {.required = build->scenario->rules.required};
    const struct veto_result *result = vote ? &vote->result : &none;
    json_t *tally = json_object();
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        build_set(build, tally, veto_ballot_word((enum veto_ballot)ballot),
                  json_integer(result->tally[ballot]));
    return json_pack("{s:s, s:b, s:s, s:s?, s:i, s:o, s:o, s:i, s:o, s:o, s:o}", "question",
                     veto_question_word(veto_meeting_question(build->meeting, index)),
                     "without_vote", vote && vote->without_vote, "outcome",
                     veto_outcome_word(veto_meeting_outcome(build->meeting, index)), "not_put",
                     veto_meeting_not_put(build->meeting, index), "required", (int)result->required,
                     "tally", tally, "vetoed_by", build_codes(build, result->vetoed_by), "short_by",
                     (int)result->short_by, "no_without_veto",
                     build_codes(build, result->no_without_veto), "missed",
                     majorities(build, result->missed), "ballots",
                     vote && vote->casts ? build_ballots(build, vote) : json_object());
}

static json_t *meeting_draft_object(struct build *build, int index) {
    const struct veto_scenario *scenario = build->scenario;
    const struct veto_draft *draft = &scenario->drafts[index];
    const struct veto_vote *vote = veto_meeting_vote(build->meeting, index);
    json_t *why = json_object(), *recorded = draft->recorded ? json_object() : json_null();
    json_t *object =
        json_pack("{s:s, s:s?, s:s, s:o, s:s?, s:o}", "id", draft->id, "symbol", draft->symbol,
                  "title", draft->title, "sponsors", build_codes(build, draft->sponsors), "bearing",
                  veto_bearing_word(draft->bearing), "upon",
                  build_draft(build, draft->bearing == VETO_PRINCIPAL ? VETO_NONE : draft->upon));
    build_more(build, object, result_object(build, index, vote));
    for (unsigned i = 0; i < scenario->members_count; i++) {
        const char *code = scenario->members[i].code;
        if (draft->recorded)
            build_set(build, recorded, code, json_string(veto_ballot_word(draft->recorded[i])));
        if (vote && vote->casts)
            build_set(build, why, code, cast_object(build, &vote->casts[i]));
    }
    if (draft->kind_count)
        build_set(build, object, "kind",
                  vote && vote->kind != VETO_NONE ? json_string(draft->kinds[vote->kind].id)
                                                  : json_null());
    build_set(build, object, "recorded", recorded);
    build_set(build, object, "why", why);
    return object;
}

/* ---- events as JSON ---- */

static json_t *moves_array(struct build *build, const struct veto_event *event) {
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(build->meeting, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < event->move_count; i++) {
        const struct veto_move *move = &moves[event->first_move + i];
        build_push(build, array,
                   json_pack("{s:o, s:o, s:f, s:f}", "draft", build_draft(build, move->draft),
                             "member", build_code(build, move->member), "from", move->from, "to",
                             move->to));
    }
    return array;
}

static json_t *more_of_item(struct build *build, const struct veto_event *event) {
    const struct veto_item *item = event->item;
    const struct veto_speaker *speaker = &item->speaker;
    json_t *object = json_object();
    if (event->kind == VETO_EVENT_STATEMENT)
        build_more(build, object,
                   json_pack("{s:o, s:s?, s:o, s:o, s:b, s:s}", "by",
                             speaker->name ? json_string(speaker->name)
                                           : build_code(build, speaker->member),
                             "role", speaker->role, "for", build_code(build, speaker->speaks_for),
                             "on", build_draft(build, item->draft), "explains_vote",
                             item->explains_vote, "quoting",
                             item->quoting == VETO_QUOTATION ? "quotation" : "paraphrase"));
    build_more(build, object,
               json_pack("{s:s, s:s?, s:o}", "text", item->text, "source",
                         item->source ? item->source->id : NULL, "moves",
                         moves_array(build, event)));
    return object;
}

static const char *motion_word(const struct veto_item *item) {
    return item->kind == VETO_ITEM_WITHDRAW ? "withdraw"
           : item->kind == VETO_ITEM_REVIVE ? "revive"
                                            : "objection";
}

/* What an event has besides its kind and its draft. */
static json_t *more_of(struct build *build, const struct veto_event *event) {
    const struct veto_cast *cast;
    switch (event->kind) {
    case VETO_EVENT_STATEMENT:
    case VETO_EVENT_HAPPENING:
        return more_of_item(build, event);
    case VETO_EVENT_BRANCH:
        return json_pack("{s:b}", "taken", event->taken);
    case VETO_EVENT_QUESTION:
        return json_pack("{s:o, s:s}", "before", build_draft(build, event->question->draft), "ask",
                         event->question->ask);
    case VETO_EVENT_BALLOT:
    case VETO_EVENT_OBLIGATION:
        cast = &event->vote->casts[event->member];
        return json_pack("{s:o, s:s, s:s, s:b}", "member", build_code(build, event->member),
                         "ballot", veto_ballot_word(cast->ballot), "given",
                         veto_ballot_word(cast->given), "obliged", cast->obliged);
    case VETO_EVENT_RESULT:
    case VETO_EVENT_WITHOUT_VOTE:
        return json_pack("{s:s, s:o}", "outcome", veto_outcome_word(event->vote->result.outcome),
                         "moves", moves_array(build, event));
    case VETO_EVENT_NOT_PUT:
        return json_pack("{s:s?, s:o}", "why", event->why, "by", build_code(build, event->member));
    case VETO_EVENT_MOTION:
        return json_pack("{s:s, s:o}", "motion", motion_word(event->item), "by",
                         build_code(build, event->member));
    default:
        return json_object();
    }
}

/* ---- the whole ---- */

json_t *build_drafts(struct build *build) {
    json_t *drafts = json_array();
    for (size_t i = 0; i < build->scenario->draft_count; i++)
        build_push(build, drafts, meeting_draft_object(build, (int)i));
    return drafts;
}

static json_t *build_meeting_json(struct build *build, const void *subject) {
    build->meeting = ((const struct meeting_subject *)subject)->meeting;
    build->scenario = veto_meeting_scenario(build->meeting);
    json_t *events = json_array();
    for (size_t i = 0; i < veto_meeting_event_count(build->meeting); i++) {
        const struct veto_event *event = veto_meeting_event(build->meeting, i);
        json_t *object = json_pack("{s:s}", "kind", veto_event_word(event->kind));
        if (event->draft != VETO_NONE)
            build_set(build, object, "draft", build_draft(build, event->draft));
        build_more(build, object, more_of(build, event));
        build_push(build, events, object);
    }
    return json_pack("{s:o, s:s, s:I, s:o, s:o}", "scenario", build_scenario(build), "mode",
                     veto_mode_word(veto_meeting_mode(build->meeting)), "seed",
                     (json_int_t)veto_meeting_seed(build->meeting), "drafts", build_drafts(build),
                     "events", events);
}

const struct report report_meeting = {build_meeting, build_meeting_json, 12, 0};
const struct report report_transcript = {build_transcript, build_meeting_json, 12, 0};
