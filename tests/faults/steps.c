/*
 * Every allocation of a step of a meeting fails in turn: what has happened before stays as it was,
 * and no step follows. Usage: steps SCENARIO; speaks TAP.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "failmalloc.h"
#include "veto/meeting.h"

static char bytes[1 << 20];

static struct veto_scenario *load(const char *path) {
    struct veto_scenario *scenario = NULL;
    struct veto_diagnostics *list = veto_diagnostics_new();
    FILE *file = fopen(path, "r");
    if (!file || !list)
        exit(EXIT_FAILURE);
    struct veto_text text = {path, bytes, fread(bytes, 1, sizeof bytes, file)};
    fclose(file);
    if (veto_scenario_load(&scenario, list, &text, NULL, 0) != VETO_OK)
        exit(EXIT_FAILURE);
    return scenario;
}

/* What can be read of a meeting. */
struct seen {
    size_t events, moves;
    struct veto_event last;
};

static struct seen look(const struct veto_meeting *meeting) {
    struct seen seen = {.events = veto_meeting_event_count(meeting)};
    veto_meeting_moves(meeting, &seen.moves);
    if (seen.events)
        seen.last = *veto_meeting_event(meeting, seen.events - 1);
    return seen;
}

static bool same(const struct seen *a, const struct seen *b) {
    return a->events == b->events && a->moves == b->moves &&
           (a->events == 0 ||
            (a->last.kind == b->last.kind && a->last.first_move == b->last.first_move &&
             a->last.move_count == b->last.move_count));
}

/* Plays until this allocation fails. False: none did; *held says whether all stood as it was. */
static bool play(const struct veto_scenario *scenario, size_t failing, bool *held, bool *moved) {
    struct veto_meeting *meeting = NULL;
    const struct veto_event *event = NULL;
    if (veto_meeting_open(&meeting, scenario, VETO_EXPECTED, 1) != VETO_OK)
        exit(EXIT_FAILURE);
    enum veto_status status = VETO_OK;
    failmalloc_start(failing);
    for (;;) {
        struct seen before = look(meeting);
        status = veto_meeting_step(meeting, &event);
        struct seen after = look(meeting);
        *moved |= after.moves > 0;
        *held &= status == VETO_OK || same(&before, &after);
        if (status != VETO_OK || !event)
            break;
    }
    failmalloc_start(0);
    *held &= status == VETO_OK || veto_meeting_step(meeting, &event) == VETO_SYSTEM;
    veto_meeting_free(meeting);
    return status != VETO_OK;
}

int main(int count, char **words) {
    struct veto_scenario *scenario = count == 2 ? load(words[1]) : NULL;
    bool held = true, moved = false;
    size_t failing = 1;
    if (!scenario)
        return EXIT_FAILURE;
    while (play(scenario, failing, &held, &moved))
        failing++;
    printf("%sok 1 - nothing half-done stays of a step that fails, in %zu ways\n",
           held && moved && failing > 2 ? "" : "not ", failing - 1);
    printf("1..1\n");
    return held && moved ? EXIT_SUCCESS : EXIT_FAILURE;
}
