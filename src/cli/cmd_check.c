#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "report/build.h"
#include "words/words.h"

struct check_line {
    struct arena arena;
    FILE *out;
    const struct given *given;
    const struct veto_scenario *scenario;
};

static char *safe(struct check_line *line, const char *text) {
    return text_visible(&line->arena, text, strlen(text));
}

static void write_line(void *context) {
    struct check_line *line = context;
    const struct veto_scenario *scenario = line->scenario;
    const char *president = words_president(&line->arena, scenario);
    const struct session *session = line->given->session;
    const char *about =
        session ? arena_printf(&line->arena, "a session of '%s', ", safe(line, session->scenario))
                : "";
    fprintf(line->out, "%s: ok, %s%u member%s, %zu draft%s%s%s\n", safe(line, line->given->name),
            about, scenario->members_count, text_plural(scenario->members_count),
            scenario->draft_count, text_plural(scenario->draft_count),
            scenario->president_by_rule ? ", President: " : "",
            scenario->president_by_rule ? president : "");
}

static enum veto_status say_ok(const struct veto_scenario *scenario, const struct given *given,
                               FILE *out) {
    struct check_line line = {.out = out, .given = given, .scenario = scenario};
    bool done = arenas_try(&line.arena, NULL, write_line, &line);
    arena_free(&line.arena);
    return done ? VETO_OK : out_of_memory();
}

/* Goes on behind a mistake, and comes to the worst that there was. */
static enum veto_status check_text(const struct settings *settings, FILE *out) {
    enum veto_status worst = VETO_OK;
    for (size_t i = 0; i < settings->operand_count; i++) {
        enum veto_status status = with_scenario(settings->operands[i], settings, out, say_ok);
        worst = status > worst ? status : worst;
    }
    return worst;
}

/* ---- as JSON ---- */

struct checked {
    struct build build;
    struct arena arena;
    const char *word;
    bool ok;
    json_t *files, *mistakes; /* of all, and of the one that is checked */
};

static json_t *place_json(unsigned place) {
    return place > 0 ? json_integer(place) : json_null();
}

static void set_place(struct build *build, json_t *row, const struct veto_diagnostic *at) {
    build_set(build, row, "file", json_string(at->file));
    build_set(build, row, "line", place_json(at->line));
    build_set(build, row, "column", place_json(at->column));
}

static json_t *note_json(struct build *build, const struct veto_diagnostics *list, size_t index) {
    struct veto_diagnostic note = diagnostics_note(list, index);
    if (!note.message)
        return json_null();
    json_t *object = json_object();
    set_place(build, object, &note);
    build_set(build, object, "text", json_string(note.message));
    return object;
}

static void hear_mistakes(void *context, const struct veto_diagnostics *list) {
    struct checked *checked = context;
    struct build *build = &checked->build;
    for (size_t i = 0; i < veto_diagnostics_count(list); i++) {
        struct veto_diagnostic mistake = veto_diagnostics_get(list, i);
        const char *kind = mistake.severity == VETO_ERROR ? "error" : "warning";
        json_t *row = json_object();
        set_place(build, row, &mistake);
        build_set(build, row, "kind", json_string(kind));
        build_set(build, row, "text", json_string(mistake.message));
        build_set(build, row, "hint", build_text(mistake.hint));
        build_set(build, row, "note", note_json(build, list, i));
        build_push(build, checked->mistakes, row);
    }
}

static void work_checked(void *context) {
    struct checked *checked = context;
    const char *path = text_visible(&checked->arena, checked->word, strlen(checked->word));
    json_t *row = json_object();
    build_set(&checked->build, row, "path", json_string(path));
    build_set(&checked->build, row, "ok", json_boolean(checked->ok));
    build_set(&checked->build, row, "mistakes", json_incref(checked->mistakes));
    build_push(&checked->build, checked->files, row);
}

static enum veto_status say_nothing(const struct veto_scenario *scenario, const struct given *given,
                                    FILE *out) {
    (void)scenario;
    (void)given;
    (void)out;
    return VETO_OK;
}

static enum veto_status check_one(struct checked *checked, const struct settings *settings) {
    checked->mistakes = json_array();
    enum veto_status status = with_scenario(checked->word, settings, NULL, say_nothing);
    checked->ok = status == VETO_OK;
    if (!arenas_try(&checked->arena, NULL, work_checked, checked))
        status = out_of_memory();
    json_decref(checked->mistakes);
    return status;
}

static enum veto_status check_json(const struct settings *settings, FILE *out) {
    struct checked checked = {.files = json_array()};
    struct settings heard = *settings;
    enum veto_status worst = VETO_OK;
    heard.hear = hear_mistakes;
    heard.hearer = &checked;
    for (size_t i = 0; i < settings->operand_count; i++) {
        checked.word = settings->operands[i];
        enum veto_status status = check_one(&checked, &heard);
        worst = status > worst ? status : worst;
    }
    json_t *object = json_object();
    build_set(&checked.build, object, "files", checked.files);
    enum veto_status written = build_write(&checked.build, object, out, 0);
    arena_free(&checked.arena);
    return written == VETO_OK ? worst : out_of_memory();
}

enum veto_status cmd_check(const struct settings *settings, FILE *out) {
    return (settings->format == REPORT_JSON ? check_json : check_text)(settings, out);
}
