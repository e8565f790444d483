/* The names of keys: in a script of keys and in the table of keys, in the help, and in the bar. */
#include <string.h>

#include "base/arena.h"
#include "play/keys.h"

static const struct name {
    const char *name;
    uint32_t key;
    const char *help; /* NULL: not told there */
    const char *bar;
} names[] = {
    {"Space", ' ', "Space", "Space"},
    {"Enter", PRESS_ENTER, "Enter", "Enter"},
    {"Esc", PRESS_ESCAPE, "Esc", "Esc"},
    {"Tab", PRESS_TAB, "Tab", "Tab"},
    {"Shift-Tab", PRESS_BACK_TAB, "Shift-Tab", "Shift-Tab"},
    {"Backspace", PRESS_BACKSPACE, "Backspace", "Backspace"},
    {"Left", PRESS_LEFT, "Left", "←"},
    {"Right", PRESS_RIGHT, "Right", "→"},
    {"Up", PRESS_UP, "Up", "Up"},
    {"Down", PRESS_DOWN, "Down", "Down"},
    {"Page-Up", PRESS_PAGE_UP, "Page Up", "PgUp"},
    {"Page-Down", PRESS_PAGE_DOWN, "Page Down", "PgDn"},
    {"Home", PRESS_HOME, "Home", "Home"},
    {"End", PRESS_END, "End", "End"},
    {"Delete", PRESS_DELETE, "Delete", "Delete"},
    {"Ctrl-L", PRESS_CTRL_L, "Ctrl-L", "Ctrl-L"},
    {"Ctrl-R", PRESS_CTRL_R, "Ctrl-R", "Ctrl-R"},
    {"Ctrl-U", PRESS_CTRL_U, "Ctrl-U", "Ctrl-U"},
    {"Wheel-Up", PRESS_WHEEL_UP, NULL, "Wheel"},
    {"Wheel-Down", PRESS_WHEEL_DOWN, NULL, "Wheel"},
    {"Ctrl-N", PRESS_CTRL_N, "Ctrl-N", "Ctrl-N"},
    {"Ctrl-P", PRESS_CTRL_P, "Ctrl-P", "Ctrl-P"},
    {"Tick", PRESS_TICK, NULL, "Tick"},
};

enum { NAMES = sizeof names / sizeof *names };

const char *key_name_at(size_t index) {
    return index < NAMES ? names[index].name : NULL;
}

static const struct name *find_key_name(const char *word, size_t length) {
    for (size_t i = 0; i < NAMES; i++)
        if (strlen(names[i].name) == length && memcmp(names[i].name, word, length) == 0)
            return &names[i];
    return NULL;
}

uint32_t key_named(const char *word, size_t length) {
    const struct name *name = find_key_name(word, length);
    return name ? name->key : PRESS_NONE;
}

/* ---- the keys of a row ---- */

/* "1-9": any of these. */
static bool is_range(const char *word, size_t length) {
    return length == 3 && word[1] == '-';
}

static const char *next_word(const char *word) {
    word += strcspn(word, " ");
    return word + strspn(word, " ");
}

uint32_t key_at(const struct binding *binding, int index) {
    for (const char *word = binding->keys; *word; word = next_word(word)) {
        size_t length = strcspn(word, " ");
        int count = is_range(word, length) ? word[2] - word[0] + 1 : 1;
        if (index < count)
            return length == 1 || count > 1 ? (uint32_t)(word[0] + index) : key_named(word, length);
        index -= count;
    }
    return PRESS_NONE;
}

bool key_is_many(const struct binding *binding) {
    return is_range(binding->keys, strlen(binding->keys));
}

bool key_finds(const struct binding *binding, uint32_t key, int *argument) {
    uint32_t at;
    for (int i = 0; (at = key_at(binding, i)) != PRESS_NONE; i++)
        if (at == key) {
            *argument = binding->argument + (key_is_many(binding) ? i : 0);
            return true;
        }
    return false;
}

const char *key_help(struct arena *arena, const struct binding *binding) {
    const char *comma = strpbrk(binding->keys, ".,") ? " or " : ", ", *text = "";
    for (const char *word = binding->keys; *word; word = next_word(word)) {
        size_t length = strcspn(word, " ");
        const struct name *name = find_key_name(word, length);
        const char *shown = name ? name->help : arena_copy(arena, word, length);
        if (is_range(word, length))
            shown = arena_printf(arena, "%c to %c", word[0], word[2]);
        if (shown)
            text = arena_printf(arena, "%s%s%s", text, *text ? comma : "", shown);
    }
    return text;
}

const char *key_bar(struct arena *arena, const struct binding *binding) {
    size_t length = strcspn(binding->keys, " ");
    const struct name *name = find_key_name(binding->keys, length);
    if (binding->shown)
        return binding->shown;
    return name ? name->bar : arena_copy(arena, binding->keys, length);
}
