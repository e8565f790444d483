#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "words/words.h"

enum { PARTS = 8 };

/* A path in its parts, and what is to stand behind it. */
struct changed {
    struct arena *arena;
    const struct veto_scenario *scenario;
    const char *parts[PARTS]; /* the last one holds all that is left */
    size_t count;
    const char *value;
    const char *subject; /* "Russia's veto tendency" */
};

/* ---- what is changed ---- */

static const char *member_called(const struct changed *changed, const char *word) {
    int member = veto_scenario_member_named(changed->scenario, word);
    return member == VETO_NONE
               ? word
               : words_name(changed->arena, changed->scenario->members[member].name);
}

static const char *draft_called(const struct changed *changed, const char *id) {
    int draft = veto_scenario_draft(changed->scenario, id);
    return draft == VETO_NONE ? arena_printf(changed->arena, "draft '%s'", id)
                              : words_named(changed->arena, &changed->scenario->drafts[draft]);
}

static const char *owner(const struct changed *changed, const char *word) {
    const char *name = member_called(changed, word);
    size_t length = strlen(name);
    return arena_printf(changed->arena, "%s%s", name,
                        length > 0 && name[length - 1] == 's' ? "'" : "'s");
}

/* A phrase with parts of the path in it, by their index: @ one that is an owner, & a member, # a
 * draft, % any; and without an index ^ the subject, $ the value, ~ the member that the value names.
 */
static char *fill_in(const struct changed *changed, const char *pattern) {
    char *text = arena_copy(changed->arena, "", 0);
    for (; *pattern; pattern++) {
        bool part = strchr("@&#%", *pattern) != NULL;
        const char *word = part ? changed->parts[pattern[1] - '0'] : NULL;
        const char *next = *pattern == '@'   ? owner(changed, word)
                           : *pattern == '&' ? member_called(changed, word)
                           : *pattern == '#' ? draft_called(changed, word)
                           : *pattern == '%' ? word
                           : *pattern == '^' ? changed->subject
                           : *pattern == '$' ? changed->value
                           : *pattern == '~' ? member_called(changed, changed->value)
                                             : arena_copy(changed->arena, pattern, 1);
        text = arena_printf(changed->arena, "%s%s", text, next);
        pattern += part;
    }
    return text;
}

/* A key of the file as words: "obligatory abstention"; the place in a list counted from 1. */
static const char *key_words(const struct changed *changed, const char *key) {
    uint64_t place;
    if (number_parse_u64(key, &place))
        return arena_printf(changed->arena, "entry %llu", (unsigned long long)place + 1);
    char *words = arena_copy(changed->arena, key, strlen(key));
    for (char *c = words; *c; c++)
        *c = (char)(*c == '_' ? ' ' : *c);
    return words;
}

/* Of any other path: "the text of entry 4 of the programme", "the delegate of Egypt". */
static const char *subject_of_any(const struct changed *changed) {
    const char *text = "the ";
    for (size_t i = changed->count; i > 0; i--) {
        const char *part = changed->parts[i - 1], *before = i > 1 ? changed->parts[i - 2] : "";
        bool list = number_parse_u64(part, &(uint64_t){0});
        bool draft = i == 2 && strcmp(before, "drafts") == 0;
        bool member = i == 2 && (strcmp(before, "members") == 0 || strcmp(before, "ties") == 0);
        const char *called = draft    ? draft_called(changed, part)
                             : member ? member_called(changed, part)
                                      : key_words(changed, part);
        const char *of = i == changed->count ? "" : draft || member || list ? " of " : " of the ";
        text = arena_printf(changed->arena, "%s%s%s", text, of, called);
        if (draft || member)
            break;
    }
    return text;
}

/* ---- what it is now ---- */

static char *say_value(const struct changed *changed) {
    return fill_in(changed, *changed->value ? "^ is now $" : "^ is not given any more");
}

/* What it is now, and in brackets the word for the number that it is. */
static char *say_word(const struct changed *changed, const char *word) {
    return arena_printf(changed->arena, "%s (%s)", say_value(changed), word);
}

static char *say_readiness(const struct changed *changed) {
    double number;
    bool veto = strcmp(changed->parts[2], "veto_tendency") == 0;
    return number_parse(changed->value, &number)
               ? say_word(changed, words_tendency(changed->arena, number, veto))
               : say_value(changed);
}

/* "Egypt now leans strongly in favour of draft S/2016/846 (french), at 0.80" */
static char *say_stance(const struct changed *changed) {
    double leaning;
    if (!number_parse(changed->value, &leaning))
        return say_value(changed);
    const char *stance = words_stance(leaning);
    const char *joint = strstr(stance, "favour") ? " of" : strstr(stance, "way") ? " on" : "";
    return arena_printf(changed->arena, "%s %s%s %s", fill_in(changed, "&3 now leans"), stance,
                        joint, fill_in(changed, "#1, at $"));
}

static char *say_kind(const struct changed *changed) {
    const struct veto_kind *kind = NULL;
    int draft = veto_scenario_draft(changed->scenario, changed->parts[1]);
    double weight;
    for (size_t i = 0; draft != VETO_NONE && i < changed->scenario->drafts[draft].kind_count; i++)
        if (strcmp(changed->scenario->drafts[draft].kinds[i].id, changed->parts[3]) == 0)
            kind = &changed->scenario->drafts[draft].kinds[i];
    if (!kind || !number_parse(changed->value, &weight) || (weight > 0 && weight < 1))
        return say_value(changed);
    return arena_printf(changed->arena, "%s the kind \u201c%s\u201d now",
                        fill_in(changed, weight > 0 ? "#1 is of" : "#1 is not of"), kind->name);
}

static char *say_given(const struct changed *changed) {
    enum veto_ballot ballot;
    if (!veto_ballot_parse(changed->value, &ballot))
        return say_value(changed);
    return arena_printf(changed->arena, "%s %s",
                        fill_in(changed, "it is known now that on #1 &3 is"), words_ballot(ballot));
}

static char *say_majority(const struct changed *changed) {
    return arena_printf(changed->arena, "%s of %u vote%s", say_value(changed),
                        changed->scenario->rules.members,
                        text_plural(changed->scenario->rules.members));
}

static char *say_veto(const struct changed *changed) {
    const struct veto_scenario *scenario = changed->scenario;
    veto_set set = 0; /* the members whose codes stand in the list */
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (strstr(changed->value, scenario->members[i].code))
            set |= veto_set_of(i);
    return set ? arena_printf(changed->arena, "%s %s", fill_in(changed, "^ is now held by"),
                              words_names(changed->arena, scenario, set))
               : say_value(changed);
}

/* ---- the table ---- */

static const struct changeable {
    const char *path;    /* *: any part */
    const char *subject; /* as fill_in takes it, and so is what is said: */
    struct {
        const char *value; /* where the value is this one; NULL: any other */
        const char *now;
    } says[8];
    const char *(*scale)(double number);         /* else a number is said by that, ... */
    char *(*say)(const struct changed *changed); /* ... or a value so */
} changeables[] = {
    {"members.*.veto_tendency", "@1 veto tendency", .say = say_readiness},
    {"members.*.opposition", "@1 opposition", .say = say_readiness},
    {"members.*.openness", "@1 openness", .scale = words_degree},
    {"members.*.volatility", "@1 volatility", .scale = words_certainty},
    {"members.*.firm", "@1 firmness",
     .says = {{"true", "&1 is now firm: nothing moves it"},
              {NULL, "&1 is now open to what it hears"}}},
    {"ties.*.*", "how far &1 listens to &2", .scale = words_degree},
    {"drafts.*.leanings.*", "@3 leaning on #1", .say = say_stance},
    {"drafts.*.ballots.*", "@3 ballot on #1",
     .says = {{"yes", "&3 now votes in favour of #1"},
              {"no", "&3 now votes against #1"},
              {"abstain", "&3 now abstains on #1"},
              {"not_participating", "&3 now does not participate in the vote on #1"},
              {"absent", "&3 now is absent from the vote on #1"},
              {"", "^ is left to the model now"},
              {NULL, "^ has given chances now"}}},
    {"drafts.*.leanings", "the leanings of #1", .says = {{NULL, "the leanings of #1 are now $"}}},
    {"drafts.*.ballots", "the ballots of #1", .says = {{NULL, "the ballots of #1 are now $"}}},
    {"drafts.*.kinds.*.weight", "the weight of kind '%3' of #1", .say = say_kind},
    {"drafts.*.given.*", "@3 known ballot on #1", .say = say_given},
    {"drafts.*.put", "whether #1 is put to the vote",
     .says = {{"true", "#1 is put to the vote now"}, {NULL, "#1 is not put to the vote now"}}},
    {"council.required_majority", "the required majority", .say = say_majority},
    {"council.veto", "the veto", .says = {{"[]", "nobody has a veto now"}}, .say = say_veto},
    {"council.veto_needs", "what a veto takes", .says = {{NULL, "a veto now takes $ against"}}},
    {"council.override_at", "what overrides a veto",
     .says = {{"0", "nothing overrides a veto now"}, {NULL, "$ in favour now override a veto"}}},
    {"council.rules", "what the Council decides by",
     .says = {{NULL, "the Council decides by the rules $ now"}}},
    {"council.president", "the presidency", .says = {{NULL, "the President is now from ~"}}},
};

static bool has_path(const struct changed *changed, const char *path) {
    for (size_t i = 0; i < changed->count; i++) {
        size_t length = strcspn(path, ".");
        bool any = length == 1 && *path == '*';
        if (!any &&
            (strlen(changed->parts[i]) != length || strncmp(changed->parts[i], path, length) != 0))
            return false;
        path += length;
        if ((*path == '.') != (i + 1 < changed->count))
            return false;
        path += *path == '.';
    }
    return changed->count > 0;
}

static void split_path(struct changed *changed, const char *path) {
    while (changed->count < PARTS) {
        bool last = changed->count + 1 == PARTS;
        size_t length = last ? strlen(path) : strcspn(path, ".");
        changed->parts[changed->count++] = arena_copy(changed->arena, path, length);
        if (path[length] != '.')
            return;
        path += length + 1;
    }
}

static char *say_change(const struct changed *changed, const struct changeable *row) {
    for (size_t i = 0; row && row->says[i].now; i++)
        if (row->says[i].value ? strcmp(row->says[i].value, changed->value) == 0 : *changed->value)
            return fill_in(changed, row->says[i].now);
    double number;
    if (row && row->scale && number_parse(changed->value, &number))
        return say_word(changed, row->scale(number));
    return row && row->say && *changed->value ? row->say(changed) : say_value(changed);
}

char *words_change(struct arena *arena, const struct veto_scenario *scenario, const char *path,
                   const char *value) {
    struct changed changed = {.arena = arena, .scenario = scenario, .value = value};
    const struct changeable *found = NULL;
    split_path(&changed, path);
    for (size_t i = 0; i < sizeof changeables / sizeof *changeables && !found; i++)
        if (has_path(&changed, changeables[i].path))
            found = &changeables[i];
    changed.subject = found ? fill_in(&changed, found->subject) : subject_of_any(&changed);
    return value ? say_change(&changed, found) : fill_in(&changed, "^ is as at the start again");
}

char *words_override(struct arena *arena, const struct veto_scenario *scenario,
                     const char *override) {
    size_t length = strcspn(override, "=");
    const char *value = override[length] ? override + length + 1 : "";
    return words_change(arena, scenario, arena_copy(arena, override, length), value);
}
