/* From a path of the file to a number of a plan. */
#include <string.h>

#include "veto/sweep.h"

enum { MOST_NAMES = 4, MOST_NAME = 40 };

/* The names of a path. False where there are too many, or one is too long to be any. */
static bool split(const char *path, char names[MOST_NAMES][MOST_NAME], size_t *count) {
    for (*count = 0; *count < MOST_NAMES; path++) {
        size_t length = strcspn(path, ".");
        if (length >= MOST_NAME)
            return false;
        memcpy(names[*count], path, length);
        names[(*count)++][length] = '\0';
        path += length;
        if (*path == '\0')
            return true;
    }
    return false;
}

static int find_bloc(const struct veto_scenario *scenario, const char *id) {
    for (size_t i = 0; i < scenario->bloc_count; i++)
        if (strcmp(scenario->blocs[i].id, id) == 0)
            return (int)i;
    return VETO_NONE;
}

/* What stands for a name of the path: itself, or the index of what it names. */
enum part { PART_NONE, PART_MEMBER, PART_DRAFT, PART_BLOC, PART_WORD };

static const struct {
    enum veto_knob_kind kind;
    const char *first;
    enum part parts[3];
    const char *word;
} shapes[] = {
    {VETO_KNOB_LEANING, "drafts", {PART_DRAFT, PART_WORD, PART_MEMBER}, "leanings"},
    {VETO_KNOB_VETO_TENDENCY, "members", {PART_MEMBER, PART_WORD}, "veto_tendency"},
    {VETO_KNOB_OPPOSITION, "members", {PART_MEMBER, PART_WORD}, "opposition"},
    {VETO_KNOB_OPENNESS, "members", {PART_MEMBER, PART_WORD}, "openness"},
    {VETO_KNOB_VOLATILITY, "members", {PART_MEMBER, PART_WORD}, "volatility"},
    {VETO_KNOB_TIE, "ties", {PART_MEMBER, PART_MEMBER}, NULL},
    {VETO_KNOB_COHESION, "blocs", {PART_BLOC, PART_WORD}, "cohesion"},
};

static bool take_path_part(const struct veto_scenario *scenario, enum part part, const char *word,
                           const char *name, struct veto_knob *knob, int *taken) {
    int index = VETO_NONE;
    if (part == PART_WORD)
        return strcmp(name, word) == 0;
    if (part == PART_MEMBER)
        index = veto_scenario_member_named(scenario, name);
    else if (part == PART_DRAFT)
        index = veto_scenario_draft(scenario, name);
    else if (part == PART_BLOC)
        index = find_bloc(scenario, name);
    *(*taken ? &knob->b : &knob->a) = index;
    ++*taken;
    return index != VETO_NONE;
}

bool veto_knob_find(const struct veto_scenario *scenario, const char *path,
                    struct veto_knob *knob) {
    char names[MOST_NAMES][MOST_NAME];
    size_t count;
    if (!split(path, names, &count))
        return false;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct veto_knob found = {.kind = shapes[i].kind};
        int taken = 0;
        size_t part = 0;
        if (strcmp(names[0], shapes[i].first) != 0)
            continue;
        while (part < 3 && part + 1 < count && shapes[i].parts[part] != PART_NONE &&
               take_path_part(scenario, shapes[i].parts[part], shapes[i].word, names[part + 1],
                              &found, &taken))
            part++;
        if (part + 1 == count && (part == 3 || shapes[i].parts[part] == PART_NONE)) {
            *knob = found;
            return true;
        }
    }
    return false;
}
