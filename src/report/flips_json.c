#include "report/build.h"
#include "report/flips.h"

enum { DIGITS = 15 };

static json_t *flip_object(struct build *build, const struct veto_flip *flip) {
    json_t *object = json_object(), *parts = json_array();
    for (size_t i = 0; i < flip->part_count; i++) {
        const struct veto_flip_part *part = &flip->parts[i];
        json_t *row = json_object();
        build_set(build, row, "members", build_codes(build, part->members));
        build_set(build, row, "needed", json_integer(part->needed));
        build_set(build, row, "from", json_string(veto_ballot_word(part->from)));
        build_set(build, row, "to", json_string(veto_ballot_word(part->to)));
        build_push(build, parts, row);
    }
    build_set(build, object, "chance", json_real(flip->chance));
    build_set(build, object, "ways", json_real(flip->ways));
    build_set(build, object, "likeliest", build_codes(build, flip->likeliest));
    build_set(build, object, "parts", parts);
    return object;
}

static json_t *to_array(struct build *build, const struct veto_flips *flips) {
    json_t *array = json_array();
    for (size_t i = 0; i < flips->to_count; i++) {
        const struct veto_flips_to *to = &flips->to[i];
        json_t *object = json_object(), *rows = json_array();
        for (size_t j = 0; j < to->flip_count; j++)
            build_push(build, rows, flip_object(build, &to->flips[j]));
        build_set(build, object, "outcome", json_string(veto_outcome_word(to->outcome)));
        build_set(build, object, "size", json_integer(to->size));
        build_set(build, object, "more", json_boolean(to->more));
        build_set(build, object, "flips", rows);
        build_push(build, array, object);
    }
    return array;
}

static json_t *decisive_object(struct build *build, const struct veto_flips *flips) {
    if (!flips->has_decisive)
        return json_null();
    json_t *object = json_object();
    for (unsigned i = 0; i < build->scenario->members_count; i++)
        build_set(build, object, build->scenario->members[i].code, json_real(flips->decisive[i]));
    return object;
}

static json_t *draft_object(struct build *build, int index, const struct veto_flips *flips) {
    const struct veto_vote *vote = veto_meeting_vote(build->meeting, index);
    enum veto_outcome outcome = veto_meeting_outcome(build->meeting, index);
    json_t *object = json_object();
    build_set(build, object, "id", build_draft(build, index));
    build_set(build, object, "outcome", json_string(veto_outcome_word(outcome)));
    if (!vote || !vote->casts || !flips)
        return object;
    json_t *ballots = json_object();
    for (unsigned i = 0; i < build->scenario->members_count; i++)
        build_set(build, ballots, build->scenario->members[i].code,
                  json_string(veto_ballot_word(vote->casts[i].ballot)));
    build_set(build, object, "ballots", ballots);
    build_set(build, object, "to", to_array(build, flips));
    build_set(build, object, "decisive", decisive_object(build, flips));
    return object;
}

enum veto_status report_flips_json(FILE *file, const struct veto_meeting *meeting,
                                   const struct veto_flips *const *flips) {
    struct build build = {.meeting = meeting, .scenario = veto_meeting_scenario(meeting)};
    json_t *object = json_object(), *drafts = json_array();
    for (size_t i = 0; i < build.scenario->draft_count; i++)
        build_push(&build, drafts, draft_object(&build, (int)i, flips[i]));
    build_set(&build, object, "mode", json_string(veto_mode_word(veto_meeting_mode(meeting))));
    build_set(&build, object, "seed", json_integer((json_int_t)veto_meeting_seed(meeting)));
    build_set(&build, object, "drafts", drafts);
    return build_write(&build, object, file, DIGITS);
}
