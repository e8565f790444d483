#include "report/build.h"

#include "report/report.h"

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

void build_changed(struct build *build, json_t *object, const char *const *set, size_t count) {
    if (count > 0)
        build_set(build, object, "set", build_texts(build, set, count));
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

/* ---- a report ---- */

struct writing {
    FILE *file;
    const struct report *report;
    const void *subject;
    const struct report_look *look;
    struct arena arena;
    struct build build;
    json_t *json;
};

static void write_page(void *context) {
    struct writing *writing = context;
    const struct report_look *look = writing->look;
    struct page page = {
        .arena = &writing->arena, .changes = look->set, .change_count = look->set_count};
    writing->report->page(&page, writing->subject);
    page_write(writing->file, &page, (enum page_format)look->format, &look->page);
}

static void make_json(void *context) {
    struct writing *writing = context;
    struct build *build = &writing->build;
    const struct report_look *look = writing->look;
    json_t *object = writing->json = writing->report->json(build, writing->subject);
    bool says_so = !json_is_object(object) || json_object_get(object, "set");
    if (!says_so)
        build_changed(build, object, look->set, look->set_count);
    if (build->scenario && build->scenario->hypothetical)
        build_set(build, object, "hypothetical", json_true());
}

enum veto_status report_write(FILE *file, const struct report *report, const void *subject,
                              const struct report_look *look) {
    struct writing writing = {.file = file, .report = report, .subject = subject, .look = look};
    bool json = look->format == REPORT_JSON;
    writing.build.arena = &writing.arena;
    bool done = arenas_try(&writing.arena, NULL, json ? make_json : write_page, &writing);
    arena_free(&writing.arena);
    if (!done)
        return VETO_SYSTEM;
    return json ? build_write(&writing.build, writing.json, file, report->digits) : VETO_OK;
}
