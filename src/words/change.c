#include "words/change.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "words/scale.h"
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
    for (size_t i = 0; i < changed->scenario->draft_count; i++)
        if (strcmp(changed->scenario->drafts[i].id, id) == 0)
            return words_named(changed->arena, &changed->scenario->drafts[i]);
    return arena_printf(changed->arena, "draft '%s'", id);
}

static const char *owner(const struct changed *changed, const char *word) {
    const char *name = member_called(changed, word);
    size_t length = strlen(name);
    return arena_printf(changed->arena, "%s%s", name,
                        length > 0 && name[length - 1] == 's' ? "'" : "'s");
}

/* A subject with the parts of the path in it: @ and the index of one that is an owner, & a member,
 * # a draft, % any. */
static const char *subject_of(const struct changed *changed, const char *pattern) {
    const char *text = "";
    for (; *pattern; pattern++) {
        bool part = strchr("@&#%", *pattern) != NULL;
        const char *word = part ? changed->parts[pattern[1] - '0'] : NULL;
        const char *next = *pattern == '@'   ? owner(changed, word)
                           : *pattern == '&' ? member_called(changed, word)
                           : *pattern == '#' ? draft_called(changed, word)
                           : *pattern == '%' ? word
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
    return *changed->value
               ? arena_printf(changed->arena, "%s is now %s", changed->subject, changed->value)
               : arena_printf(changed->arena, "%s is not given any more", changed->subject);
}

/* The number, and in brackets the word for it; where there is no number, what there is. */
static char *say_scaled(const struct changed *changed, const char *(*word)(double number)) {
    double number;
    if (!number_parse(changed->value, &number))
        return say_value(changed);
    return arena_printf(changed->arena, "%s is now %s (%s)", changed->subject, changed->value,
                        word(number));
}

/* "Egypt now leans strongly in favour of draft S/2016/846 (french), at 0.80" */
static char *say_stance(const struct changed *changed) {
    double leaning;
    if (!number_parse(changed->value, &leaning))
        return say_value(changed);
    const char *stance = words_stance(leaning);
    const char *joint = strstr(stance, "favour") ? " of" : strstr(stance, "way") ? " on" : "";
    return arena_printf(changed->arena, "%s now leans %s%s %s, at %s",
                        member_called(changed, changed->parts[3]), stance, joint,
                        draft_called(changed, changed->parts[1]), changed->value);
}

static char *say_degree(const struct changed *changed) {
    return say_scaled(changed, words_degree);
}

static char *say_certainty(const struct changed *changed) {
    return say_scaled(changed, words_certainty);
}

static char *say_readiness(const struct changed *changed, bool veto) {
    double number;
    if (!number_parse(changed->value, &number))
        return say_value(changed);
    return arena_printf(changed->arena, "%s is now %s (%s)", changed->subject, changed->value,
                        words_tendency(changed->arena, number, veto));
}

static char *say_tendency(const struct changed *changed) {
    return say_readiness(changed, true);
}

static char *say_opposition(const struct changed *changed) {
    return say_readiness(changed, false);
}

static char *say_ballot(const struct changed *changed) {
    static const char *const verbs[VETO_BALLOTS] = {
        [VETO_YES] = "votes in favour of",
        [VETO_NO] = "votes against",
        [VETO_ABSTAIN] = "abstains on",
        [VETO_NOT_PARTICIPATING] = "does not participate in the vote on",
        [VETO_ABSENT] = "is absent from the vote on",
    };
    enum veto_ballot ballot;
    if (!*changed->value)
        return arena_printf(changed->arena, "%s is left to the model now", changed->subject);
    if (!veto_ballot_parse(changed->value, &ballot))
        return arena_printf(changed->arena, "%s has given chances now", changed->subject);
    return arena_printf(changed->arena, "%s now %s %s", member_called(changed, changed->parts[3]),
                        verbs[ballot], draft_called(changed, changed->parts[1]));
}

static const struct veto_kind *kind_called(const struct changed *changed) {
    int draft = veto_scenario_draft(changed->scenario, changed->parts[1]);
    for (size_t i = 0; draft != VETO_NONE && i < changed->scenario->drafts[draft].kind_count; i++) {
        const struct veto_kind *kind = &changed->scenario->drafts[draft].kinds[i];
        if (strcmp(kind->id, changed->parts[3]) == 0)
            return kind;
    }
    return NULL;
}

static char *say_kind(const struct changed *changed) {
    const struct veto_kind *kind = kind_called(changed);
    double weight;
    if (!kind || !number_parse(changed->value, &weight) || (weight > 0 && weight < 1))
        return say_value(changed);
    return arena_printf(changed->arena, "%s is %s the kind \u201c%s\u201d now",
                        draft_called(changed, changed->parts[1]), weight > 0 ? "of" : "not of",
                        kind->name);
}

static char *say_given(const struct changed *changed) {
    enum veto_ballot ballot;
    if (!veto_ballot_parse(changed->value, &ballot))
        return say_value(changed);
    return arena_printf(changed->arena, "it is known now that on %s %s is %s",
                        draft_called(changed, changed->parts[1]),
                        member_called(changed, changed->parts[3]), words_ballot(ballot));
}

static char *say_majority(const struct changed *changed) {
    return arena_printf(changed->arena, "%s is now %s of %u vote%s", changed->subject,
                        changed->value, changed->scenario->rules.members,
                        text_plural(changed->scenario->rules.members));
}

/* The members whose codes stand in a list. */
static veto_set set_of(const struct changed *changed) {
    const struct veto_scenario *scenario = changed->scenario;
    veto_set set = 0;
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (strstr(changed->value, scenario->members[i].code))
            set |= veto_set_of(i);
    return set;
}

static char *say_veto(const struct changed *changed) {
    veto_set set = set_of(changed);
    if (strcmp(changed->value, "[]") == 0)
        return arena_printf(changed->arena, "nobody has a veto now");
    if (!set)
        return say_value(changed);
    return arena_printf(changed->arena, "%s is now held by %s", changed->subject,
                        words_names(changed->arena, changed->scenario, set));
}

static char *say_rules(const struct changed *changed) {
    return arena_printf(changed->arena, "the Council decides by the rules %s now", changed->value);
}

static char *say_president(const struct changed *changed) {
    return arena_printf(changed->arena, "the President is now from %s",
                        member_called(changed, changed->value));
}

static char *say_veto_needs(const struct changed *changed) {
    return arena_printf(changed->arena, "a veto now takes %s against", changed->value);
}

static char *say_override_at(const struct changed *changed) {
    return strcmp(changed->value, "0") == 0
               ? arena_printf(changed->arena, "nothing overrides a veto now")
               : arena_printf(changed->arena, "%s in favour now override a veto", changed->value);
}

static char *say_put(const struct changed *changed) {
    bool put = strcmp(changed->value, "true") == 0;
    return arena_printf(changed->arena, "%s is %sput to the vote now",
                        draft_called(changed, changed->parts[1]), put ? "" : "not ");
}

static char *say_firm(const struct changed *changed) {
    bool firm = strcmp(changed->value, "true") == 0;
    return arena_printf(changed->arena, "%s is now %s", member_called(changed, changed->parts[1]),
                        firm ? "firm: nothing moves it" : "open to what it hears");
}

/* ---- the table ---- */

static const struct changeable {
    const char *path;    /* *: any part */
    const char *subject; /* see subject_of */
    char *(*say)(const struct changed *changed);
} changeables[] = {
    {"members.*.veto_tendency", "@1 veto tendency", say_tendency},
    {"members.*.opposition", "@1 opposition", say_opposition},
    {"members.*.openness", "@1 openness", say_degree},
    {"members.*.volatility", "@1 volatility", say_certainty},
    {"members.*.firm", "@1 firmness", say_firm},
    {"ties.*.*", "how far &1 listens to &2", say_degree},
    {"drafts.*.leanings.*", "@3 leaning on #1", say_stance},
    {"drafts.*.ballots.*", "@3 ballot on #1", say_ballot},
    {"drafts.*.kinds.*.weight", "the weight of kind '%3' of #1", say_kind},
    {"drafts.*.given.*", "@3 known ballot on #1", say_given},
    {"drafts.*.put", "whether #1 is put to the vote", say_put},
    {"council.required_majority", "the required majority", say_majority},
    {"council.veto", "the veto", say_veto},
    {"council.veto_needs", "what a veto takes", say_veto_needs},
    {"council.override_at", "what overrides a veto", say_override_at},
    {"council.rules", "what the Council decides by", say_rules},
    {"council.president", "the presidency", say_president},
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

char *words_change(struct arena *arena, const struct veto_scenario *scenario, const char *path,
                   const char *value) {
    struct changed changed = {.arena = arena, .scenario = scenario, .value = value};
    const struct changeable *found = NULL;
    split_path(&changed, path);
    for (size_t i = 0; i < sizeof changeables / sizeof *changeables && !found; i++)
        if (has_path(&changed, changeables[i].path))
            found = &changeables[i];
    changed.subject = found ? subject_of(&changed, found->subject) : subject_of_any(&changed);
    if (!value)
        return arena_printf(arena, "%s is as at the start again", changed.subject);
    return found && *value                     ? found->say(&changed)
           : found && found->say == say_ballot ? say_ballot(&changed)
                                               : say_value(&changed);
}

char *words_override(struct arena *arena, const struct veto_scenario *scenario,
                     const char *override) {
    size_t length = strcspn(override, "=");
    const char *value = override[length] ? override + length + 1 : "";
    return words_change(arena, scenario, arena_copy(arena, override, length), value);
}
