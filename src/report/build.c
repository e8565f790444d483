#include "report/build.h"

void build_set(struct build *build, json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, value) != 0)
        build->failed = true;
}

void build_more(struct build *build, json_t *object, json_t *more) {
    if (json_object_update(object, more) != 0)
        build->failed = true;
    json_decref(more);
}

void build_push(struct build *build, json_t *array, json_t *value) {
    if (json_array_append_new(array, value) != 0)
        build->failed = true;
}

json_t *build_code(const struct build *build, int member) {
    return member == VETO_NONE ? json_null() : json_string(build->scenario->members[member].code);
}

json_t *build_draft(const struct build *build, int draft) {
    return draft == VETO_NONE ? json_null() : json_string(build->scenario->drafts[draft].id);
}

json_t *build_texts(struct build *build, const char *const *texts, size_t count) {
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        build_push(build, array, json_string(texts[i]));
    return array;
}

json_t *build_codes(struct build *build, veto_set set) {
    json_t *array = json_array();
    for (unsigned member = 0; member < build->scenario->members_count; member++)
        if (veto_set_has(set, member))
            build_push(build, array, build_code(build, (int)member));
    return array;
}

json_t *build_ballots(struct build *build, const struct veto_vote *vote) {
    json_t *object = json_object();
    for (unsigned member = 0; member < build->scenario->members_count; member++)
        build_set(build, object, build->scenario->members[member].code,
                  json_string(veto_ballot_word(vote->casts[member].ballot)));
    return object;
}

json_t *build_chances(struct build *build, const struct veto_cast *cast) {
    json_t *object = cast ? json_object() : json_null();
    for (int i = 0; cast && i < 3; i++)
        build_set(build, object, veto_ballot_word((enum veto_ballot)i), json_real(cast->chance[i]));
    return object;
}

enum veto_status build_write(struct build *build, json_t *value, FILE *file, unsigned digits) {
    size_t flags = JSON_INDENT(2) | JSON_REAL_PRECISION(digits);
    bool written = !build->failed && json_dumpf(value, file, flags) == 0;
    json_decref(value);
    return written && fputc('\n', file) != EOF ? VETO_OK : VETO_SYSTEM;
}
