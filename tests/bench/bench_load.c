/*
 * Loading a scenario, validation and places included, against libyaml's bare event loop over the
 * same bytes: an ordinary scenario, and a large one of nearly 1 MiB.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <yaml.h>

#include "bench.h"
#include "veto/scenario.h"

static void bare_events(void *context) {
    const struct veto_text *text = context;
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text->bytes, text->length);
    yaml_event_type_t type = YAML_NO_EVENT;
    while (type != YAML_STREAM_END_EVENT && yaml_parser_parse(&parser, &event)) {
        type = event.type;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static void load(void *context) {
    struct veto_scenario *scenario = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    if (veto_scenario_load(&scenario, list, context, NULL, 0) != VETO_OK) {
        veto_diagnostics_print(list, stderr, 100, false);
        exit(1);
    }
    veto_scenario_free(scenario);
    veto_diagnostics_free(list);
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(1 << 20);
    if (!file || !bytes) {
        fprintf(stderr, "bench_load: cannot read %s; run it from the top of the source\n", path);
        exit(1);
    }
    *length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

/* A long debate: statements and events to nearly 1 MiB. */
static char *make_large(size_t *length) {
    enum { SIZE = 1 << 20 };
    char *bytes = malloc(SIZE);
    size_t used = (size_t)sprintf(bytes, "veto: 1\ntitle: A long debate\ndate: 2016-10-08\n"
                                         "drafts: {french: {title: A draft}}\nprogramme:\n");
    for (unsigned i = 0; used < SIZE - 400; i++)
        used += (size_t)sprintf(bytes + used,
                                "  - statement:\n      by: FRA\n      on: french\n"
                                "      text: >-\n        Statement %u of a long debate, in which "
                                "all has been said, but not yet by all.\n      position: 0.%u\n"
                                "      moves: {french: {EGY: 0.01, SEN: -0.02}}\n",
                                i, i % 10);
    *length = used;
    return bytes;
}

static void compare(const char *name, struct veto_text text, int runs) {
    struct bench_work works[] = {{bare_events, &text, 0}, {load, &text, 0}};
    bench_in_turn(runs, works, 2);
    double bare = works[0].seconds, whole = works[1].seconds;
    printf("load %-10s %7zu bytes: %8.1f us, bare event loop %8.1f us, ratio %.2f\n", name,
           text.length, whole * 1e6, bare * 1e6, whole / bare);
}

int main(void) {
    struct veto_text text = {.name = "bench"};
    text.bytes = read_file("scenarios/aleppo-2016.yaml", &text.length);
    compare("aleppo", text, 400);
    text.bytes = make_large(&text.length);
    compare("large", text, 40);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("load: at most %.1f MB of memory\n", (double)usage.ru_maxrss / 1024);
    return 0;
}
