/* From a path of the file to a number of a plan. */
#include <string.h>

#include "base/text.h"
#include "veto/sweep.h"

/* Paths, with D for the name of a draft, M of a member, and B of a bloc. */
static const struct {
    enum veto_knob_kind kind;
    const char *path;
} paths[] = {
    {VETO_KNOB_LEANING, "drafts.D.leanings.M"},
    {VETO_KNOB_VETO_TENDENCY, "members.M.veto_tendency"},
    {VETO_KNOB_OPPOSITION, "members.M.opposition"},
    {VETO_KNOB_OPENNESS, "members.M.openness"},
    {VETO_KNOB_VOLATILITY, "members.M.volatility"},
    {VETO_KNOB_TIE, "ties.M.M"},
    {VETO_KNOB_COHESION, "blocs.B.cohesion"},
};

/* VETO_NONE for a name that is too long to be any. */
static int index_of(const struct veto_scenario *scenario, char what, const char *text,
                    size_t length) {
    char name[40];
    if (length >= sizeof name)
        return VETO_NONE;
    memcpy(name, text, length);
    name[length] = '\0';
    if (what == 'M')
        return veto_scenario_member_named(scenario, name);
    if (what == 'D')
        return veto_scenario_draft(scenario, name);
    return text_named(name, scenario->blocs, scenario->bloc_count, sizeof *scenario->blocs);
}

static bool is_path(const struct veto_scenario *scenario, const char *like, const char *path,
                    struct veto_knob *knob) {
    for (int *index = &knob->a;; like++, path++) {
        size_t part = strcspn(like, "."), length = strcspn(path, ".");
        if (part == 1) {
            *index = index_of(scenario, *like, path, length);
            if (*index == VETO_NONE)
                return false;
            index = &knob->b;
        } else if (part != length || memcmp(like, path, length) != 0) {
            return false;
        }
        like += part;
        path += length;
        if (*like == '\0' || *path == '\0')
            return *like == *path;
    }
}

bool veto_knob_find(const struct veto_scenario *scenario, const char *path,
                    struct veto_knob *knob) {
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct veto_knob found = {.kind = paths[i].kind};
        if (is_path(scenario, paths[i].path, path, &found)) {
            *knob = found;
            return true;
        }
    }
    return false;
}
