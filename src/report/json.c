#include "report/json.h"

#include <jansson.h>
#include <stdlib.h>

/* Jansson's calls fail one by one, when memory runs out. What fails is missed once, at the end. */
struct build {
    const struct veto_meeting *meeting;
    const struct veto_scenario *scenario;
    bool failed;
};

static void set(struct build *build, json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, value) != 0)
        build->failed = true;
}

static void push(struct build *build, json_t *array, json_t *value) {
    if (json_array_append_new(array, value) != 0)
        build->failed = true;
}

static json_t *text_or_null(const char *text) {
    return text ? json_string(text) : json_null();
}

static json_t *code(const struct build *build, int member) {
    return member == VETO_NONE ? json_null() : json_string(build->scenario->members[member].code);
}

static json_t *draft_id(const struct build *build, int draft) {
    return draft == VETO_NONE ? json_null() : json_string(build->scenario->drafts[draft].id);
}

static json_t *codes(struct build *build, veto_set set) {
    json_t *array = json_array();
    for (unsigned member = 0; member < build->scenario->members_count; member++)
        if (veto_set_has(set, member))
            push(build, array, code(build, (int)member));
    return array;
}

/* ---- scenario ---- */

static json_t *members(struct build *build) {
    const struct veto_scenario *scenario = build->scenario;
    json_t *array = json_array();
    for (unsigned i = 0; i < scenario->members_count; i++) {
        json_t *member = json_object();
        set(build, member, "id", code(build, (int)i));
        set(build, member, "name", json_string(scenario->members[i].name));
        set(build, member, "permanent", json_boolean(scenario->members[i].permanent));
        set(build, member, "veto", json_boolean(veto_set_has(scenario->rules.veto_holders, i)));
        push(build, array, member);
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
        set(build, majority, "name", text_or_null(rules->majorities[i].name));
        set(build, majority, "of", codes(build, rules->majorities[i].group));
        set(build, majority, "needed", json_integer((json_int_t)rules->majorities[i].needed));
        push(build, array, majority);
    }
    return array;
}

static json_t *rules_object(struct build *build) {
    static const char *const words[] = {
        [VETO_ABSTENTION_OFF] = "off",
        [VETO_ABSTENTION_WARN] = "warn",
        [VETO_ABSTENTION_ENFORCE] = "enforce",
    };
    const struct veto_rules *rules = &build->scenario->rules;
    json_t *object = json_object();
    set(build, object, "required_majority", json_integer(rules->required));
    set(build, object, "veto", codes(build, rules->veto_holders));
    set(build, object, "veto_needs", json_integer(rules->veto_needs));
    set(build, object, "override_at", json_integer(rules->override_at));
    set(build, object, "majorities", majorities(build, ~(uint32_t)0));
    set(build, object, "obligatory_abstention",
        json_string(words[build->scenario->obligatory_abstention]));
    return object;
}

static json_t *scenario_object(struct build *build) {
    const struct veto_scenario *scenario = build->scenario;
    json_t *object = json_object();
    set(build, object, "title", json_string(scenario->title));
    set(build, object, "date", text_or_null(scenario->date_text));
    set(build, object, "meeting", text_or_null(scenario->meeting));
    set(build, object, "president", code(build, scenario->president));
    set(build, object, "members", members(build));
    set(build, object, "rules", rules_object(build));
    return object;
}

/* ---- drafts ---- */

static json_t *tally_object(struct build *build, const struct veto_vote *vote) {
    json_t *object = json_object();
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++)
        set(build, object, veto_ballot_word((enum veto_ballot)ballot),
            json_integer(vote ? vote->result.tally[ballot] : 0));
    return object;
}

static json_t *ballots_object(struct build *build, const struct veto_vote *vote) {
    json_t *object = json_object();
    for (unsigned member = 0; vote && vote->casts && member < build->scenario->members_count;
         member++)
        set(build, object, build->scenario->members[member].code,
            json_string(veto_ballot_word(vote->casts[member].ballot)));
    return object;
}

static json_t *recorded_object(struct build *build, const enum veto_ballot *recorded) {
    if (!recorded)
        return json_null();
    json_t *object = json_object();
    for (unsigned member = 0; member < build->scenario->members_count; member++)
        set(build, object, build->scenario->members[member].code,
            json_string(veto_ballot_word(recorded[member])));
    return object;
}

static json_t *cast_object(struct build *build, const struct veto_cast *cast) {
    static const char *const reasons[] = {
        [VETO_WHY_MODEL] = "model",
        [VETO_WHY_CHANCES] = "chances",
        [VETO_WHY_FIXED] = "fixed",
        [VETO_WHY_RECORDED] = "recorded",
    };
    json_t *chances = json_object();
    for (int ballot = 0; ballot < 3; ballot++)
        set(build, chances, veto_ballot_word((enum veto_ballot)ballot),
            json_real(cast->chance[ballot]));
    json_t *object = json_object();
    set(build, object, "reason", json_string(reasons[cast->reason]));
    set(build, object, "given", json_string(veto_ballot_word(cast->given)));
    set(build, object, "obliged", json_boolean(cast->obliged));
    set(build, object, "base", json_real(cast->base));
    set(build, object, "leaning", json_real(cast->leaning));
    set(build, object, "cut_no", json_real(cast->cut_no));
    set(build, object, "cut_yes", json_real(VETO_CUT_YES));
    set(build, object, "chances", chances);
    return object;
}

static json_t *why_object(struct build *build, const struct veto_vote *vote) {
    json_t *object = json_object();
    for (unsigned member = 0; vote && vote->casts && member < build->scenario->members_count;
         member++)
        set(build, object, build->scenario->members[member].code,
            cast_object(build, &vote->casts[member]));
    return object;
}

static json_t *draft_object(struct build *build, int index) {
    const struct veto_draft *draft = &build->scenario->drafts[index];
    const struct veto_vote *vote = veto_meeting_vote(build->meeting, index);
    const struct veto_result none = {.required = build->scenario->rules.required};
    const struct veto_result *result = vote ? &vote->result : &none;
    enum veto_outcome outcome = veto_meeting_outcome(build->meeting, index);
    enum veto_question question = veto_meeting_question(build->meeting, index);
    json_t *object = json_object();
    set(build, object, "id", json_string(draft->id));
    set(build, object, "symbol", text_or_null(draft->symbol));
    set(build, object, "title", json_string(draft->title));
    set(build, object, "sponsors", codes(build, draft->sponsors));
    set(build, object, "bearing", text_or_null(veto_bearing_word(draft->bearing)));
    set(build, object, "upon",
        draft_id(build, draft->bearing == VETO_PRINCIPAL ? VETO_NONE : draft->upon));
    set(build, object, "question", json_string(veto_question_word(question)));
    set(build, object, "without_vote", json_boolean(vote && vote->without_vote));
    set(build, object, "outcome", json_string(veto_outcome_word(outcome)));
    set(build, object, "not_put", text_or_null(veto_meeting_not_put(build->meeting, index)));
    set(build, object, "required", json_integer(result->required));
    set(build, object, "tally", tally_object(build, vote));
    set(build, object, "vetoed_by", codes(build, result->vetoed_by));
    set(build, object, "short_by", json_integer(result->short_by));
    set(build, object, "no_without_veto", codes(build, result->no_without_veto));
    set(build, object, "missed", majorities(build, result->missed));
    set(build, object, "ballots", ballots_object(build, vote));
    set(build, object, "recorded", recorded_object(build, draft->recorded));
    set(build, object, "why", why_object(build, vote));
    return object;
}

/* ---- events ---- */

static void add_words(struct build *build, json_t *object, const struct veto_item *item) {
    bool statement = item->kind == VETO_ITEM_STATEMENT;
    if (statement) {
        const struct veto_speaker *speaker = &item->speaker;
        set(build, object, "by",
            speaker->name ? json_string(speaker->name) : code(build, speaker->member));
        set(build, object, "role", text_or_null(speaker->role));
        set(build, object, "for", code(build, speaker->speaks_for));
        set(build, object, "on", draft_id(build, item->draft));
        set(build, object, "explains_vote", json_boolean(item->explains_vote));
        set(build, object, "quoting",
            json_string(item->quoting == VETO_QUOTATION ? "quotation" : "paraphrase"));
    }
    set(build, object, "text", json_string(item->text));
    set(build, object, "source", text_or_null(item->source ? item->source->id : NULL));
}

static json_t *moves_array(struct build *build, const struct veto_event *event) {
    size_t count;
    const struct veto_move *moves = veto_meeting_moves(build->meeting, &count);
    json_t *array = json_array();
    for (size_t i = 0; i < event->move_count; i++) {
        const struct veto_move *move = &moves[event->first_move + i];
        json_t *object = json_object();
        set(build, object, "draft", draft_id(build, move->draft));
        set(build, object, "member", code(build, move->member));
        set(build, object, "from", json_real(move->from));
        set(build, object, "to", json_real(move->to));
        push(build, array, object);
    }
    return array;
}

static void add_item(struct build *build, json_t *object, const struct veto_event *event) {
    if (event->kind == VETO_EVENT_BRANCH) {
        set(build, object, "taken", json_boolean(event->taken));
        return;
    }
    add_words(build, object, event->item);
    set(build, object, "moves", moves_array(build, event));
}

static void add_result(struct build *build, json_t *object, const struct veto_event *event) {
    set(build, object, "outcome", json_string(veto_outcome_word(event->vote->result.outcome)));
    set(build, object, "moves", moves_array(build, event));
}

static void add_ballot(struct build *build, json_t *object, const struct veto_event *event) {
    const struct veto_cast *cast = &event->vote->casts[event->member];
    set(build, object, "member", code(build, event->member));
    set(build, object, "ballot", json_string(veto_ballot_word(cast->ballot)));
    set(build, object, "given", json_string(veto_ballot_word(cast->given)));
    set(build, object, "obliged", json_boolean(cast->obliged));
}

static void add_motion(struct build *build, json_t *object, const struct veto_event *event) {
    const char *motion = event->item->kind == VETO_ITEM_WITHDRAW ? "withdraw"
                         : event->item->kind == VETO_ITEM_REVIVE ? "revive"
                                                                 : "objection";
    set(build, object, "motion", json_string(motion));
    set(build, object, "by", code(build, event->member));
}

static void add_question(struct build *build, json_t *object, const struct veto_event *event) {
    set(build, object, "before", draft_id(build, event->question->draft));
    set(build, object, "ask", json_string(event->question->ask));
}

static void add_why(struct build *build, json_t *object, const struct veto_event *event) {
    set(build, object, "why", text_or_null(event->why));
    set(build, object, "by", code(build, event->member));
}

static json_t *event_object(struct build *build, const struct veto_event *event) {
    static const struct {
        const char *word;
        void (*add)(struct build *, json_t *, const struct veto_event *);
    } kinds[VETO_EVENT_KINDS] = {
        [VETO_EVENT_OPEN] = {"open", NULL},
        [VETO_EVENT_STATEMENT] = {"statement", add_item},
        [VETO_EVENT_HAPPENING] = {"event", add_item},
        [VETO_EVENT_BRANCH] = {"when", add_item},
        [VETO_EVENT_QUESTION] = {"question", add_question},
        [VETO_EVENT_PUT] = {"put", NULL},
        [VETO_EVENT_BALLOT] = {"ballot", add_ballot},
        [VETO_EVENT_RESULT] = {"result", add_result},
        [VETO_EVENT_NOT_PUT] = {"not_put", add_why},
        [VETO_EVENT_CLOSE] = {"close", NULL},
        [VETO_EVENT_OBLIGATION] = {"obligation", add_ballot},
        [VETO_EVENT_MOTION] = {"motion", add_motion},
        [VETO_EVENT_WITHOUT_VOTE] = {"without_vote", add_result},
        [VETO_EVENT_ASSEMBLY_DEBATE] = {"assembly_debate", NULL},
        [VETO_EVENT_UNITING_FOR_PEACE] = {"uniting_for_peace", NULL},
    };
    json_t *object = json_object();
    set(build, object, "kind", json_string(kinds[event->kind].word));
    if (event->draft != VETO_NONE)
        set(build, object, "draft", draft_id(build, event->draft));
    if (kinds[event->kind].add)
        kinds[event->kind].add(build, object, event);
    return object;
}

/* ---- the whole ---- */

static json_t *meeting_object(struct build *build) {
    json_t *drafts = json_array(), *events = json_array(), *object = json_object();
    for (size_t i = 0; i < build->scenario->draft_count; i++)
        push(build, drafts, draft_object(build, (int)i));
    for (size_t i = 0; i < veto_meeting_event_count(build->meeting); i++)
        push(build, events, event_object(build, veto_meeting_event(build->meeting, i)));
    set(build, object, "scenario", scenario_object(build));
    set(build, object, "mode", json_string(veto_mode_word(veto_meeting_mode(build->meeting))));
    set(build, object, "seed", json_integer((json_int_t)veto_meeting_seed(build->meeting)));
    set(build, object, "drafts", drafts);
    set(build, object, "events", events);
    return object;
}

enum veto_status report_json(FILE *file, const struct veto_meeting *meeting) {
    struct build build = {.meeting = meeting, .scenario = veto_meeting_scenario(meeting)};
    json_t *object = meeting_object(&build);
    size_t flags = JSON_INDENT(2) | JSON_REAL_PRECISION(12);
    bool written = !build.failed && json_dumpf(object, file, flags) == 0;
    json_decref(object);
    return written && fputc('\n', file) != EOF ? VETO_OK : VETO_SYSTEM;
}
