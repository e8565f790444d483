#include "scenario/text.h"

#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/text.h"
#include "scenario/naming.h"
#include "scenario/room.h"
#include "yaml/override.h"

struct source *scenario_source(struct veto_diagnostics *list, const char *name, const char *bytes,
                               size_t length, size_t rank) {
    struct arena *arena = &list->arena; /* diagnostics outlive the load */
    name = text_visible(arena, name, strlen(name));
    struct source *source = source_new(arena, name, bytes, length);
    source->rank = (uint32_t)rank;
    return source;
}

bool scenario_too_large(struct veto_diagnostics *list, const char *name, size_t length) {
    if (length <= SOURCE_LIMIT)
        return false;
    diagnose_file(list, name, "is larger than 1 MiB, the most that a scenario may be");
    return true;
}

/* ---- overrides ---- */

bool scenario_override(struct tree_reader *reader, struct node *root, const char *const *overrides,
                       size_t count) {
    struct tree_reader fresh = {.arena = reader->arena, .list = reader->list};
    struct overrides run = {.root = root, .reader = reader, .known_as = decode_member_key};
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(overrides[i]);
        if (scenario_too_large(reader->list, "--set", length))
            return false;
        *reader = fresh;
        leave_room_for_path(reader->arena, root, overrides[i]);
        reader->source = scenario_source(reader->list, "--set", overrides[i], length, i + 1);
        override_apply(&run);
    }
    overrides_end(&run);
    if (count > 0)
        leave_room_for_overrides(reader->arena, root);
    return true;
}

/* Whether one of the names in a path is this one. */
static bool path_has(const char *override, const char *name) {
    size_t length = strlen(name), part;
    for (const char *at = override; *at != '='; at += part + (at[part] == '.')) {
        part = strcspn(at, ".=");
        if (part == length && strncmp(at, name, length) == 0)
            return true;
        if (at[part] == '\0')
            break;
    }
    return false;
}

bool scenario_sets_numbers(const char *override) {
    static const char *const names[] = {"members", "ties",  "blocs",    "leanings", "changes",
                                        "kinds",   "moves", "position", "ballots"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (path_has(override, names[i]))
            return true;
    return strncmp(override, "beforehand", strlen("beforehand")) == 0 ||
           strncmp(override, "programme=", strlen("programme=")) == 0;
}
