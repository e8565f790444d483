/* A meeting as JSON. */
#include "council/words.h"
#include "report/build.h"
#include "report/minutes.h"

/* ---- scenario ---- */

static json_t *members(struct build *build) {
    const struct veto_scenario *scenario = build->scenario;
    json_t *array = json_array();
    for (unsigned i = 0; i < scenario->members_count; i++) {
        json_t *member = json_object();
        build_set(build, member, "id", build_code(build, (int)i));
        build_set(build, member, "name", json_string(scenario->members[i].name));
        build_set(build, member, "permanent", json_boolean(scenario->members[i].permanent));
        build_set(build, member, "veto",
                  json_boolean(veto_set_has(scenario->rules.veto_holders, i)));
        build_push(build, array, member);
    }
    return array;
}

static json_t *majorities(struct build *build, uint32_t which) {
    const struct veto_rules *rules = &build->scenario->rules;
    json_t *array = json_array();
    for (unsigned i = 0; i < rules->majority_count; i++) {
        if (!(which >> i & 1))
            continue;
        json_t *majority = json_object();
        build_set(build, majority, "name", build_text(rules->majorities[i].name));
        build_set(build, majority, "of", build_codes(build, rules->majorities[i].group));
        build_set(build, majority, "needed", json_integer((json_int_t)rules->majorities[i].needed));
        build_push(build, array, majority);
    }
    return array;
}

static json_t *rules_object(struct build *build) {
    const struct veto_rules *rules = &build->scenario->rules;
    json_t *object = json_object();
    build_set(build, object, "required_majority", json_integer(rules->required));
    build_set(build, object, "veto", build_codes(build, rules->veto_holders));
    build_set(build, object, "veto_needs", json_integer(rules->veto_needs));
    build_set(build, object, "override_at", json_integer(rules->override_at));
    build_set(build, object, "majorities", majorities(build, ~(uint32_t)0));
    build_set(build, object, "obligatory_abstention",
              json_string(abstention_words[build->scenario->obligatory_abstention]));
    return object;
}

json_t *build_scenario(struct build *build) {
    const struct veto_scenario *scenario = build->scenario;
    json_t *object = json_object();
    build_set(build, object, "title", json_string(scenario->title));
    build_set(build, object, "date", build_text(scenario->date_text));
    build_set(build, object, "meeting", build_text(scenario->meeting));
    build_set(build, object, "president", build_code(build, scenario->president));
    build_set(build, object, "president_by_rule", json_boolean(scenario->president_by_rule));
    build_set(build, object, "members", members(build));
    build_set(build, object, "rules", rules_object(build));
    return object;
}

/* ---- drafts ---- */

static json_t *tally_object(struct build *build, const struct veto_vote *vote) {
    json_t *object = json_object();
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        build_set(build, object, veto_ballot_word((enum veto_ballot)ballot),
                  json_integer(vote ? vote->result.tally[ballot] : 0));
    return object;
}

static json_t *meeting_ballots_object(struct build *build, const struct veto_vote *vote) {
    json_t *object = json_object();
    for (unsigned member = 0; vote && vote->casts && member < build->scenario->members_count;
         member++)
        build_set(build, object, build->scenario->members[member].code,
                  json_string(veto_ballot_word(vote->casts[member].ballot)));
    return object;
}

static json_t *recorded_object(struct build *build, const enum veto_ballot *recorded) {
    if (!recorded)
        return json_null();
    json_t *object = json_object();
    for (unsigned member = 0; member < build->scenario->members_count; member++)
        build_set(build, object, build->scenario->members[member].code,
                  json_string(veto_ballot_word(recorded[member])));
    return object;
}

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
    json_t *chances = json_object();
    for (int ballot = 0; ballot < 3; ballot++)
        build_set(build, chances, veto_ballot_word((enum veto_ballot)ballot),
                  json_real(cast->chance[ballot]));
    json_t *object = json_object();
    build_set(build, object, "reason", json_string(reasons[cast->reason]));
    build_set(build, object, "given", json_string(veto_ballot_word(cast->given)));
    build_set(build, object, "obliged", json_boolean(cast->obliged));
    build_set(build, object, "base", leaning_or_null(cast, cast->base));
    build_set(build, object, "leaning", leaning_or_null(cast, cast->leaning));
    build_set(build, object, "cut_no", leaning_or_null(cast, cast->cut_no));
    build_set(build, object, "cut_yes", leaning_or_null(cast, VETO_CUT_YES));
    build_set(build, object, "chances", chances);
    return object;
}

static json_t *why_object(struct build *build, const struct veto_vote *vote) {
    json_t *object = json_object();
    for (unsigned member = 0; vote && vote->casts && member < build->scenario->members_count;
         member++)
        build_set(build, object, build->scenario->members[member].code,
                  cast_object(build, &vote->casts[member]));
    return object;
}

static json_t *meeting_draft_object(struct build *build, int index) {
    const struct veto_draft *draft = &build->scenario->drafts[index];
    const struct veto_vote *vote = veto_meeting_vote(build->meeting, index);
    const struct veto_result none = {.required = build->scenario->rules.required};
    const struct veto_result *result = vote ? &vote->result : &none;
    enum veto_outcome outcome = veto_meeting_outcome(build->meeting, index);
    enum veto_question question = veto_meeting_question(build->meeting, index);
    json_t *object = json_object();
    build_set(build, object, "id", json_string(draft->id));
    build_set(build, object, "symbol", build_text(draft->symbol));
    build_set(build, object, "title", json_string(draft->title));
    build_set(build, object, "sponsors", build_codes(build, draft->sponsors));
    build_set(build, object, "bearing", build_text(veto_bearing_word(draft->bearing)));
    build_set(build, object, "upon",
              build_draft(build, draft->bearing == VETO_PRINCIPAL ? VETO_NONE : draft->upon));
    build_set(build, object, "question", json_string(veto_question_word(question)));
    build_set(build, object, "without_vote", json_boolean(vote && vote->without_vote));
    build_set(build, object, "outcome", json_string(veto_outcome_word(outcome)));
    build_set(build, object, "not_put", build_text(veto_meeting_not_put(build->meeting, index)));
    build_set(build, object, "required", json_integer(result->required));
    build_set(build, object, "tally", tally_object(build, vote));
    build_set(build, object, "vetoed_by", build_codes(build, result->vetoed_by));
    build_set(build, object, "short_by", json_integer(result->short_by));
    build_set(build, object, "no_without_veto", build_codes(build, result->no_without_veto));
    build_set(build, object, "missed", majorities(build, result->missed));
    build_set(build, object, "ballots", meeting_ballots_object(build, vote));
    if (draft->kind_count)
        build_set(build, object, "kind",
                  build_text(vote && vote->kind != VETO_NONE ? draft->kinds[vote->kind].id : NULL));
    build_set(build, object, "recorded", recorded_object(build, draft->recorded));
    build_set(build, object, "why", why_object(build, vote));
    return object;
}

/* ---- events ---- */

static void add_words(struct build *build, json_t *object, const struct veto_item *item) {
    bool statement = item->kind == VETO_ITEM_STATEMENT;
    if (statement) {
        const struct veto_speaker *speaker = &item->speaker;
        build_set(build, object, "by",
                  speaker->name ? json_string(speaker->name) : build_code(build, speaker->member));
        build_set(build, object, "role", build_text(speaker->role));
        build_set(build, object, "for", build_code(build, speaker->speaks_for));
        build_set(build, object, "on", build_draft(build, item->draft));
        build_set(build, object, "explains_vote", json_boolean(item->explains_vote));
        build_set(build, object, "quoting",
                  json_string(item->quoting == VETO_QUOTATION ? "quotation" : "paraphrase"));
    }
    build_set(build, object, "text", json_string(item->text));
    build_set(build, object, "source", build_text(item->source ? item->source->id : NULL));
}

static json_t *moves_array(struct build *build, const struct veto_event *event) {
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(build->meeting, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < event->move_count; i++) {
        const struct veto_move *move = &moves[event->first_move + i];
        json_t *object = json_object();
        build_set(build, object, "draft", build_draft(build, move->draft));
        build_set(build, object, "member", build_code(build, move->member));
        build_set(build, object, "from", json_real(move->from));
        build_set(build, object, "to", json_real(move->to));
        build_push(build, array, object);
    }
    return array;
}

static void add_item(struct build *build, json_t *object, const struct veto_event *event) {
    if (event->kind == VETO_EVENT_BRANCH) {
        build_set(build, object, "taken", json_boolean(event->taken));
        return;
    }
    add_words(build, object, event->item);
    build_set(build, object, "moves", moves_array(build, event));
}

static void add_result(struct build *build, json_t *object, const struct veto_event *event) {
    build_set(build, object, "outcome",
              json_string(veto_outcome_word(event->vote->result.outcome)));
    build_set(build, object, "moves", moves_array(build, event));
}

static void add_ballot(struct build *build, json_t *object, const struct veto_event *event) {
    const struct veto_cast *cast = &event->vote->casts[event->member];
    build_set(build, object, "member", build_code(build, event->member));
    build_set(build, object, "ballot", json_string(veto_ballot_word(cast->ballot)));
    build_set(build, object, "given", json_string(veto_ballot_word(cast->given)));
    build_set(build, object, "obliged", json_boolean(cast->obliged));
}

static void add_motion(struct build *build, json_t *object, const struct veto_event *event) {
    const char *motion = event->item->kind == VETO_ITEM_WITHDRAW ? "withdraw"
                         : event->item->kind == VETO_ITEM_REVIVE ? "revive"
                                                                 : "objection";
    build_set(build, object, "motion", json_string(motion));
    build_set(build, object, "by", build_code(build, event->member));
}

static void add_question(struct build *build, json_t *object, const struct veto_event *event) {
    build_set(build, object, "before", build_draft(build, event->question->draft));
    build_set(build, object, "ask", json_string(event->question->ask));
}

static void add_why(struct build *build, json_t *object, const struct veto_event *event) {
    build_set(build, object, "why", build_text(event->why));
    build_set(build, object, "by", build_code(build, event->member));
}

static json_t *event_object(struct build *build, const struct veto_event *event) {
    static void (*const add[VETO_EVENT_KINDS])(struct build *, json_t *,
                                               const struct veto_event *) = {
        [VETO_EVENT_STATEMENT] = add_item, [VETO_EVENT_HAPPENING] = add_item,
        [VETO_EVENT_BRANCH] = add_item,    [VETO_EVENT_QUESTION] = add_question,
        [VETO_EVENT_BALLOT] = add_ballot,  [VETO_EVENT_RESULT] = add_result,
        [VETO_EVENT_NOT_PUT] = add_why,    [VETO_EVENT_OBLIGATION] = add_ballot,
        [VETO_EVENT_MOTION] = add_motion,  [VETO_EVENT_WITHOUT_VOTE] = add_result,
    };
    json_t *object = json_object();
    build_set(build, object, "kind", json_string(veto_event_word(event->kind)));
    if (event->draft != VETO_NONE)
        build_set(build, object, "draft", build_draft(build, event->draft));
    if (add[event->kind])
        add[event->kind](build, object, event);
    return object;
}

/* ---- the whole ---- */

json_t *build_drafts(struct build *build) {
    json_t *drafts = json_array();
    for (size_t i = 0; i < build->scenario->draft_count; i++)
        build_push(build, drafts, meeting_draft_object(build, (int)i));
    return drafts;
}

json_t *meeting_json(struct build *build, const void *subject) {
    build->meeting = ((const struct meeting_subject *)subject)->meeting;
    build->scenario = veto_meeting_scenario(build->meeting);
    json_t *events = json_array(), *object = json_object();
    for (size_t i = 0; i < veto_meeting_event_count(build->meeting); i++)
        build_push(build, events, event_object(build, veto_meeting_event(build->meeting, i)));
    build_set(build, object, "scenario", build_scenario(build));
    build_set(build, object, "mode",
              json_string(veto_mode_word(veto_meeting_mode(build->meeting))));
    build_set(build, object, "seed", json_integer((json_int_t)veto_meeting_seed(build->meeting)));
    build_set(build, object, "drafts", build_drafts(build));
    build_set(build, object, "events", events);
    return object;
}
