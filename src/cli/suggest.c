#include "cli/shipped.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "play/entry.h"

const struct command *command_find(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(name, command_table[i].name) == 0)
            return &command_table[i];
    return NULL;
}

const struct command *command_named(const char *word) {
    enum { MOST = 32 };
    const char *names[MOST + 1] = {NULL};
    for (size_t i = 0; i < command_count && i < MOST; i++)
        names[i] = command_table[i].name;
    const struct command *command = command_find(word);
    const char *nearest = text_nearest(word, names);
    if (!command && nearest)
        complain("unknown command '%s'; did you mean '%s'?", word, nearest);
    else if (!command)
        complain("unknown command '%s'; 'veto help' shows those there are", word);
    return command;
}

const struct veto_text *shipped_find(const char *name) {
    for (size_t i = 0; i < shipped_count; i++)
        if (strcmp(name, shipped[i].name) == 0)
            return &shipped[i];
    return NULL;
}

/* Whether a word of a name begins so, capitals or not: "Aleppo" in "aleppo-2016". */
static bool named_with(const char *name, const char *word) {
    size_t length = strlen(word), i;
    for (const char *at = name; at; at = strchr(at, '-')) {
        at += *at == '-';
        for (i = 0; i < length && text_lower((unsigned char)word[i]) == (unsigned char)at[i]; i++)
            continue;
        if (i == length)
            return true;
    }
    return false;
}

const char *shipped_nearest(const char *name) {
    enum { MOST = 64 };
    const char *names[MOST + 1] = {NULL};
    for (size_t i = 0; i < shipped_count && i < MOST; i++) {
        names[i] = shipped[i].name;
        if (*name && named_with(names[i], name))
            return names[i];
    }
    return text_nearest(name, names);
}

/* ---- what has the word ---- */

enum { NAMED = 3, LIST = 512 };

/* The first of those that were found, and how many there are. */
struct found {
    const char *names[NAMED];
    size_t count;
};

struct looked {
    const char *word;
    const struct veto_topic *topic; /* that has the word; or NULL */
    struct found named, on_topic;   /* the word is in name or title; the scenario is on the topic */
};

static void find_add(struct found *found, const char *name) {
    if (found->count < NAMED)
        found->names[found->count] = name;
    found->count++;
}

/* A scenario that ships has no mistakes. */
static enum veto_status look_into(struct looked *looked, const struct veto_text *at) {
    enum { LEAST = 3, ROOM = 1024 }; /* shorter words begin too many */
    char title[ROOM], sought[ROOM];
    struct veto_scenario *scenario = NULL;
    enum veto_status status = veto_scenario_load(&scenario, NULL, at, NULL, 0);
    if (status != VETO_OK)
        return status;
    text_fold(title, sizeof title, scenario->title);
    bool titled =
        text_fold(sought, sizeof sought, looked->word) >= LEAST && text_has_words(title, sought);
    if (*looked->word && (titled || named_with(at->name, looked->word)))
        find_add(&looked->named, at->name);
    if (looked->topic && entry_topic(scenario) == looked->topic)
        find_add(&looked->on_topic, at->name);
    veto_scenario_free(scenario);
    return VETO_OK;
}

/* ---- and what is said of it ---- */

/* "'a', 'b' or 'c'" */
static void list_found(char list[LIST], const struct found *found, const char *last) {
    size_t used = 0, shown = found->count < NAMED ? found->count : NAMED;
    for (size_t i = 0; i < shown && used < LIST; i++) {
        const char *before = i == 0 ? "" : i + 1 == shown ? last : ", ";
        used += (size_t)snprintf(list + used, LIST - used, "%s'%s'", before, found->names[i]);
    }
}

/* Commands are named where there are some: in a browser the list is on screen. */
static void suggest(const struct looked *looked) {
    bool lists = command_find("list") != NULL;
    char list[LIST];
    struct found nearest = {{shipped_nearest(looked->word)}, 1};
    const struct found *meant = looked->named.count > 0 ? &looked->named : &nearest;
    if (meant->names[0]) {
        list_found(list, meant, " or ");
        complain("no scenario '%s'; did you mean %s?%s", looked->word, list,
                 lists ? " 'veto list' shows those that ship" : "");
    } else if (looked->on_topic.count > 0) {
        list_found(list, &looked->on_topic, " and ");
        complain("no scenario '%s'; on the topic '%s' there %s %s%s%s", looked->word,
                 looked->topic->name, looked->on_topic.count == 1 ? "is" : "are",
                 looked->on_topic.count > NAMED ? "among others " : "", list,
                 lists ? "; 'veto list' shows those that ship" : "");
    } else {
        complain("no scenario and no file '%s'%s", looked->word,
                 lists ? "; 'veto list' shows the scenarios that ship, 'veto history FILE list "
                         "--text WORD' looks in the record"
                       : "");
    }
}

enum veto_status no_such_scenario(const char *name) {
    struct looked looked = {.word = name, .topic = veto_topic_nearest(name)};
    enum veto_status status = VETO_OK;
    for (size_t i = 0; i < shipped_count && status == VETO_OK; i++)
        status = look_into(&looked, &shipped[i]);
    if (status == VETO_SYSTEM)
        return out_of_memory();
    suggest(&looked);
    return VETO_INPUT;
}
