#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "report/words.h"

struct line {
    struct arena arena;
    FILE *out;
    const char *name;
    const struct veto_scenario *scenario;
};

static const char *plural(size_t count) {
    return count == 1 ? "" : "s";
}

static void write_line(void *context) {
    struct line *line = context;
    const struct veto_scenario *scenario = line->scenario;
    const char *president = words_president(&line->arena, scenario);
    fprintf(line->out, "%s: ok, %u member%s, %zu draft%s%s%s\n",
            text_visible(&line->arena, line->name, strlen(line->name)), scenario->members_count,
            plural(scenario->members_count), scenario->draft_count, plural(scenario->draft_count),
            scenario->president_by_rule ? ", President: " : "",
            scenario->president_by_rule ? president : "");
}

static enum veto_status check(const char *word, const struct settings *settings, FILE *out) {
    struct veto_scenario *scenario = NULL;
    enum veto_status status = load_scenario(&scenario, word, settings);
    if (status != VETO_OK)
        return status;
    struct line line = {
        .out = out,
        .name = strcmp(word, "-") == 0 ? "standard input" : word,
        .scenario = scenario,
    };
    if (!arenas_try(&line.arena, NULL, write_line, &line))
        status = out_of_memory();
    arena_free(&line.arena);
    veto_scenario_free(scenario);
    return status;
}

/* Goes on behind a mistake, and comes to the worst that there was. */
enum veto_status cmd_check(const struct settings *settings, FILE *out) {
    enum veto_status worst = VETO_OK;
    for (size_t i = 0; i < settings->operand_count; i++) {
        enum veto_status status = check(settings->operands[i], settings, out);
        worst = status > worst ? status : worst;
    }
    return worst;
}
