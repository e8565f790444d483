#include <jansson.h>

#include "base/arena.h"
#include "report/build.h"
#include "report/report.h"

/* ---- pages ---- */

struct writing {
    FILE *file;
    const struct report *report;
    const void *subject;
    const struct report_look *look;
    struct arena arena;
};

static void write_page(void *context) {
    struct writing *writing = context;
    const struct report_look *look = writing->look;
    struct page page = {
        .arena = &writing->arena, .changes = look->set, .change_count = look->set_count};
    writing->report->page(&page, writing->subject);
    page_write(writing->file, &page, (enum page_format)look->format, &look->page);
}

/* ---- JSON ---- */

static enum veto_status write_json(const struct writing *writing) {
    struct build build = {.failed = false};
    json_t *object = writing->report->json(&build, writing->subject);
    bool says_so = !json_is_object(object) || json_object_get(object, "set");
    if (!says_so && writing->look->set_count > 0)
        build_set(&build, object, "set",
                  build_texts(&build, writing->look->set, writing->look->set_count));
    if (build.scenario && build.scenario->hypothetical)
        build_set(&build, object, "hypothetical", json_true());
    return build_write(&build, object, writing->file, writing->report->digits);
}

enum veto_status report_write(FILE *file, const struct report *report, const void *subject,
                              const struct report_look *look) {
    struct writing writing = {file, report, subject, look, {0}};
    if (look->format == REPORT_JSON)
        return write_json(&writing);
    bool done = arenas_try(&writing.arena, NULL, write_page, &writing);
    arena_free(&writing.arena);
    return done ? VETO_OK : VETO_SYSTEM;
}
