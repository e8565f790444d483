#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/terminal.h"
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
enum veto_status cmd_check(const struct settings *settings, FILE *out) {
    enum veto_status worst = VETO_OK;
    for (size_t i = 0; i < settings->operand_count; i++) {
        enum veto_status status = with_scenario(settings->operands[i], settings, out, say_ok);
        worst = status > worst ? status : worst;
    }
    return worst;
}
