#include <string.h>

#include "base/diagnostics.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/steps.h"
#include "report/build.h"
#include "words/words.h"

/* ---- as text ---- */

struct check_line {
    struct arena arena;
    const struct loaded *loaded;
};

static char *safe(struct check_line *line, const char *text) {
    return text_visible(&line->arena, text, strlen(text));
}

static void write_line(void *context) {
    struct check_line *line = context;
    const struct given *given = line->loaded->given;
    const struct veto_scenario *scenario = line->loaded->scenario;
    const char *president = words_president(&line->arena, scenario);
    const char *about = "";
    if (given->session)
        about =
            arena_printf(&line->arena, "a session of '%s', ", safe(line, given->session->scenario));
    fprintf(given->settings.out, "%s: ok, %s%u member%s, %zu draft%s%s%s", safe(line, given->name),
            about, scenario->members_count, text_plural(scenario->members_count),
            scenario->draft_count, text_plural(scenario->draft_count),
            scenario->president_by_rule ? ", President: " : "",
            scenario->president_by_rule ? president : "");
    for (size_t i = 0; i < given->settings.override_count; i++)
        fprintf(given->settings.out, "%s%s", i == 0 ? "; changed: " : ", ",
                safe(line, given->settings.overrides[i]));
    fputc('\n', given->settings.out);
}

static enum veto_status say_ok(const struct loaded *loaded) {
    struct check_line line = {.loaded = loaded};
    bool done = arenas_try(&line.arena, NULL, write_line, &line);
    arena_free(&line.arena);
    return done ? VETO_OK : out_of_memory();
}

/* ---- as JSON ---- */

struct checked {
    struct build build;
    struct arena arena;
    const char *word;
    struct given given; /* by that word */
    bool ok;
    json_t *files, *mistakes; /* of all, and of the one that is checked */
};

static json_t *place_json(unsigned place) {
    return place > 0 ? json_integer(place) : json_null();
}

static json_t *note_json(const struct veto_diagnostics *list, size_t index) {
    struct veto_diagnostic note = diagnostics_note(list, index);
    if (!note.message)
        return json_null();
    return json_pack("{s:s, s:o, s:o, s:s}", "file", note.file, "line", place_json(note.line),
                     "column", place_json(note.column), "text", note.message);
}

static void hear_mistakes(void *context, const struct veto_diagnostics *list) {
    struct checked *checked = context;
    for (size_t i = 0; i < veto_diagnostics_count(list); i++) {
        struct veto_diagnostic mistake = veto_diagnostics_get(list, i);
        build_push(&checked->build, checked->mistakes,
                   json_pack("{s:s, s:o, s:o, s:s, s:s, s:s?, s:o}", "file", mistake.file, "line",
                             place_json(mistake.line), "column", place_json(mistake.column), "kind",
                             mistake.severity == VETO_ERROR ? "error" : "warning", "text",
                             mistake.message, "hint", mistake.hint, "note", note_json(list, i)));
    }
}

static void work_checked(void *context) {
    struct checked *checked = context;
    const struct settings *settings = &checked->given.settings;
    const char *path = text_visible(&checked->arena, checked->word, strlen(checked->word));
    json_t *file = json_pack("{s:s, s:b, s:O}", "path", path, "ok", checked->ok, "mistakes",
                             checked->mistakes);
    build_changed(&checked->build, file, settings->overrides, settings->override_count);
    build_push(&checked->build, checked->files, file);
}

static enum veto_status check_one(struct checked *checked, const struct settings *settings) {
    checked->mistakes = json_array();
    enum veto_status status = given_open(&checked->given, checked->word, settings);
    if (status == VETO_OK)
        status = use_given(&checked->given, false, NULL);
    checked->ok = status == VETO_OK;
    if (!arenas_try(&checked->arena, NULL, work_checked, checked))
        status = out_of_memory();
    given_close(&checked->given);
    json_decref(checked->mistakes);
    return status;
}

/* Goes on behind a mistake, and comes to the worst that there was. */
enum veto_status cmd_check(const struct settings *settings) {
    bool json = settings->format == REPORT_JSON;
    struct checked checked = {.files = json ? json_array() : NULL};
    struct settings how = *settings;
    enum veto_status worst = VETO_OK;
    how.hear = json ? hear_mistakes : NULL;
    how.hearer = &checked;
    for (size_t i = 0; i < settings->operand_count; i++) {
        checked.word = settings->operands[i];
        enum veto_status status =
            json ? check_one(&checked, &how) : use_word(checked.word, &how, false, say_ok);
        worst = status > worst ? status : worst;
    }
    json_t *object = json ? json_pack("{s:o}", "files", checked.files) : NULL;
    if (json && build_write(&checked.build, object, settings->out, 0) != VETO_OK)
        worst = out_of_memory();
    arena_free(&checked.arena);
    return worst;
}
