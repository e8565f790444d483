#include "play/keys.h"

#include <stdbool.h>

#include "base/text.h"
#include "play/key_groups.h"

/* In the order in which the bar has them. */
static const struct {
    const char *title; /* in the help */
    const struct binding *bindings;
    const size_t *count;
} groups[] = {
    {"Through the meeting", keys_meeting, &keys_meeting_count},
    {"Views", keys_look, &keys_look_count},
    {"With a member (w)", keys_member, &keys_member_count},
    {"With a prediction (P)", keys_predict, &keys_predict_count},
    {"With rules and power (W)", keys_rules, &keys_rules_count},
    {"With the drafts (d)", keys_drafts, &keys_drafts_count},
    {"With two runs (C)", keys_compare, &keys_compare_count},
    {"Changes, wherever you are", keys_change, &keys_change_count},
    {"Everywhere", keys_general, &keys_general_count},
    {"Choosing what to play", keys_browser, &keys_browser_count},
};

enum { GROUPS = sizeof groups / sizeof *groups };

size_t key_binding_count(void) {
    size_t count = 0;
    for (size_t i = 0; i < GROUPS; i++)
        count += *groups[i].count;
    return count;
}

const struct binding *key_binding(size_t index) {
    size_t group = 0;
    for (; index >= *groups[group].count; group++)
        index -= *groups[group].count;
    return &groups[group].bindings[index];
}

const char *key_group(size_t index) {
    size_t group = 0;
    for (; index >= *groups[group].count; group++)
        index -= *groups[group].count;
    return index == 0 ? groups[group].title : NULL;
}

static bool counts_on(const struct binding *binding) {
    return binding->action == ACTION_DRAFT || binding->action == ACTION_PICK_NUMBER;
}

enum action key_action(enum view view, uint32_t key, int *argument) {
    size_t count = key_binding_count();
    for (size_t i = 0; key != PRESS_NONE && i < count; i++) {
        const struct binding *binding = key_binding(i);
        for (int k = 0; (binding->views & view) && k < BINDING_KEYS; k++) {
            if (binding->keys[k] != key)
                continue;
            *argument = binding->argument + (counts_on(binding) ? k : 0);
            return binding->action;
        }
    }
    return ACTION_NONE;
}

const char *key_notice(uint32_t key) {
    return key < PRESS_ENTER && text_other_script(key)
               ? "the keyboard layout is not Latin; switch to a Latin one for the keys to work"
               : NULL;
}
