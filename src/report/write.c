#include <jansson.h>

#include "base/arena.h"
#include "report/build.h"
#include "report/report.h"

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
    if (!says_so && look->set_count > 0)
        build_set(build, object, "set", build_texts(build, look->set, look->set_count));
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
