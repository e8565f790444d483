#include "play/prompt.h"

#include <string.h>

#include "scenario/schema.h"
#include "words/words.h"

/* What the names at one place of a path are. */
enum names {
    NAMES_NONE,
    NAMES_KEYS,
    NAMES_POSITIONS, /* in a list */
    NAMES_MEMBERS,
    NAMES_DRAFTS,
    NAMES_BLOCS,
    NAMES_SOURCES, /* not told: "res303" gives away that a resolution was adopted */
    NAMES_KINDS,   /* of a draft */
};

/* The mappings that have names of the scenario for keys, by the table that they are in. */
static const struct map {
    const struct record *record;
    const char *key;
    enum names names, deeper; /* deeper: of the mapping below each */
    bool others;              /* `default` is one, too */
} maps[] = {
    {&scenario_record, "sources", NAMES_SOURCES, NAMES_NONE, false},
    {&scenario_record, "members", NAMES_MEMBERS, NAMES_NONE, false},
    {&scenario_record, "ties", NAMES_MEMBERS, NAMES_MEMBERS, false},
    {&scenario_record, "blocs", NAMES_BLOCS, NAMES_NONE, false},
    {&scenario_record, "drafts", NAMES_DRAFTS, NAMES_NONE, false},
    {&scenario_record, "recorded", NAMES_DRAFTS, NAMES_NONE, false},
    {&draft_record, "changes", NAMES_MEMBERS, NAMES_NONE, true},
    {&draft_record, "leanings", NAMES_MEMBERS, NAMES_NONE, true},
    {&draft_record, "ballots", NAMES_MEMBERS, NAMES_NONE, false},
    {&draft_record, "kinds", NAMES_KINDS, NAMES_NONE, false},
    {&draft_record, "given", NAMES_MEMBERS, NAMES_NONE, false},
    {&kind_record, "members", NAMES_MEMBERS, NAMES_NONE, true},
};

/* A place in a path. */
struct level {
    enum names names, deeper;
    const struct record *of; /* NAMES_KEYS: whose; else the table below each name, or NULL */
    bool others;
    size_t draft; /* the one that the path has gone through */
};

/* The names at a place one by one; NULL at the end. */
static const char *complete_name(const struct veto_scenario *scenario, const struct level *level,
                                 size_t i) {
    const struct veto_draft *draft;
    switch (level->names) {
    case NAMES_KEYS:
        return i < level->of->count ? level->of->fields[i].key : NULL;
    case NAMES_MEMBERS:
        if (i == scenario->members_count && level->others)
            return "default";
        return i < scenario->members_count ? scenario->members[i].code : NULL;
    case NAMES_DRAFTS:
        return i < scenario->draft_count ? scenario->drafts[i].id : NULL;
    case NAMES_BLOCS:
        return i < scenario->bloc_count ? scenario->blocs[i].id : NULL;
    case NAMES_KINDS:
        draft = &scenario->drafts[level->draft];
        return i < draft->kind_count ? draft->kinds[i].id : NULL;
    default:
        return NULL;
    }
}

/* ---- along the path ---- */

static struct level below_key(const struct level *level, const struct field *field) {
    struct level below = {.draft = level->draft, .of = field->of};
    if (field->nest == NEST_ONE)
        below.names = NAMES_KEYS;
    if (field->nest == NEST_LIST)
        below.names = NAMES_POSITIONS;
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        if (maps[i].record == level->of && strcmp(maps[i].key, field->key) == 0) {
            below.names = maps[i].names;
            below.deeper = maps[i].deeper;
            below.others = maps[i].others;
        }
    return below;
}

/* What is below the name at `i`. */
static struct level complete_below(const struct level *level, size_t i) {
    if (level->names == NAMES_KEYS)
        return below_key(level, &level->of->fields[i]);
    return (struct level){
        .names = level->of ? NAMES_KEYS : level->deeper,
        .of = level->of,
        .draft = level->names == NAMES_DRAFTS ? i : level->draft,
    };
}

static struct level complete_step(const struct veto_scenario *scenario, const struct level *level,
                                  const char *text, size_t length) {
    const char *name;
    bool position = length > 0 && strspn(text, "0123456789") == length;
    if (level->names == NAMES_SOURCES || (level->names == NAMES_POSITIONS && position))
        return complete_below(level, 0);
    for (size_t i = 0; (name = complete_name(scenario, level, i)); i++)
        if (strlen(name) == length && memcmp(name, text, length) == 0)
            return complete_below(level, i);
    return (struct level){.names = NAMES_NONE};
}

/* The place of the last name of a path, which begins at *last. */
static struct level complete_level(const struct veto_scenario *scenario, const char *text,
                                   const char **last) {
    struct level level = {.names = NAMES_KEYS, .of = schema_records[0]};
    for (const char *point; (point = strchr(text, '.')); text = point + 1)
        level = complete_step(scenario, &level, text, (size_t)(point - text));
    *last = text;
    return level;
}

/* ---- completing ---- */

size_t complete_path(const struct veto_scenario *scenario, char *text, size_t size) {
    const char *last, *name, *found = NULL, *sign = "";
    struct level level = complete_level(scenario, text, &last);
    size_t typed = strlen(last), length = 0, count = 0, used = strlen(text);
    for (size_t i = 0; (name = complete_name(scenario, &level, i)); i++) {
        if (strncmp(name, last, typed) != 0)
            continue;
        size_t common = 0; /* bytes that all of them begin with */
        while (name[common] && (!found || (common < length && name[common] == found[common])))
            common++;
        length = common;
        found = name;
        sign = complete_below(&level, i).names == NAMES_NONE ? "=" : ".";
        count++;
    }
    if (count > 0 && used + length - typed + 1 < size) {
        memcpy(text + used, found + typed, length - typed);
        strcpy(text + used + length - typed, count == 1 ? sign : "");
    }
    return count;
}

/* So many bytes of names are told, which fits where a notice stands. */
enum { NAMES_TOLD = 180, NAMES_MOST = 64 };

const char *complete_says(struct arena *arena, const struct veto_scenario *scenario,
                          const char *text) {
    const char *last, *name, *names[NAMES_MOST];
    struct level level = complete_level(scenario, text, &last);
    size_t told = 0, bytes = 0, more = 0;
    if (strchr(text, '='))
        return "Tab completes the path; the value behind = is typed";
    if (level.names == NAMES_POSITIONS && !*last)
        return "this is a list: a position in it goes here, the first is 0";
    if (level.names == NAMES_SOURCES)
        return "names of sources are typed: they may give a vote away";
    for (size_t i = 0; (name = complete_name(scenario, &level, i)); i++) {
        if (strncmp(name, last, strlen(last)) != 0)
            continue;
        bytes += strlen(name) + 2;
        if (more || told == NAMES_MOST - 1 || bytes > NAMES_TOLD)
            more++;
        else
            names[told++] = name;
    }
    if (more)
        names[told++] = arena_printf(arena, "%zu more", more);
    if (told == 0)
        return arena_printf(arena, "no path that is known begins with '%s'", text);
    return *text
               ? arena_printf(arena, "for '%s' there are %s", text, words_list(arena, names, told))
               : arena_printf(arena, "a path begins with %s", words_list(arena, names, told));
}
