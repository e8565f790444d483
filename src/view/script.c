#include "view/script.h"

#include <string.h>

#include "base/text.h"

static const struct {
    const char *name;
    uint32_t key;
} names[] = {
    {"Space", ' '},
    {"Enter", PRESS_ENTER},
    {"Esc", PRESS_ESCAPE},
    {"Tab", PRESS_TAB},
    {"Shift-Tab", PRESS_BACK_TAB},
    {"Backspace", PRESS_BACKSPACE},
    {"Left", PRESS_LEFT},
    {"Right", PRESS_RIGHT},
    {"Up", PRESS_UP},
    {"Down", PRESS_DOWN},
    {"Page-Up", PRESS_PAGE_UP},
    {"Page-Down", PRESS_PAGE_DOWN},
    {"Home", PRESS_HOME},
    {"End", PRESS_END},
    {"Ctrl-R", PRESS_CTRL_R},
    {"Ctrl-N", PRESS_CTRL_N},
    {"Ctrl-P", PRESS_CTRL_P},
    {"Tick", PRESS_TICK},
};

enum { NAMES = sizeof names / sizeof *names };

struct reading {
    struct arena *arena;
    struct veto_diagnostics *list;
    struct script script;
};

static void push(struct reading *reading, uint32_t key) {
    struct script *script = &reading->script;
    arena_push(reading->arena, script->keys, script->count, script->capacity);
    script->keys[script->count++] = key;
}

/* Characters as keys. */
static void read_typed(struct reading *reading, struct span at) {
    const char *text = at.source->text;
    uint32_t code;
    for (uint32_t i = at.start; i < at.end;) {
        size_t bytes = text_decode(text + i, at.end - i, &code);
        struct span one = {at.source, i, i + (bytes ? (uint32_t)bytes : 1)};
        if (bytes == 0 || text_forbidden(code) || code == '\t')
            diagnose(reading->list, one, "this is no character that a key could type");
        else
            push(reading, code);
        i = one.end;
    }
}

static void read_name(struct reading *reading, struct span at) {
    const char *words[NAMES + 1] = {NULL};
    char *word = arena_copy(reading->arena, at.source->text + at.start, at.end - at.start);
    for (size_t i = 0; i < NAMES; i++) {
        words[i] = names[i].name;
        if (strcmp(word, names[i].name) == 0) {
            push(reading, names[i].key);
            return;
        }
    }
    struct diagnostic *entry = diagnose(reading->list, at, "there is no key '%s'", word);
    if (text_nearest(word, words))
        diagnose_nearest(reading->list, entry, word, words);
    else
        diagnose_hint(
            reading->list, entry,
            "a line is one character, a key such as Space, Enter, Esc, Left or Page-Down, "
            "or 'text:' and what to type");
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static void read_line(struct reading *reading, struct span at) {
    static const char typed[] = "text:";
    const char *text = at.source->text;
    while (at.start < at.end && is_blank(text[at.start]))
        at.start++;
    while (at.end > at.start && is_blank(text[at.end - 1]))
        at.end--;
    uint32_t length = at.end - at.start, code;
    if (length == 0 || text[at.start] == '#')
        return;
    if (length >= strlen(typed) && strncmp(text + at.start, typed, strlen(typed)) == 0) {
        at.start += (uint32_t)strlen(typed);
        while (at.start < at.end && is_blank(text[at.start]))
            at.start++;
        read_typed(reading, at);
    } else if (text_decode(text + at.start, length, &code) == length) {
        read_typed(reading, at);
    } else {
        read_name(reading, at);
    }
}

struct script script_read(struct arena *arena, struct veto_diagnostics *list,
                          const struct source *source) {
    struct reading reading = {.arena = arena, .list = list};
    for (uint32_t line = 0; line < source->lines; line++) {
        uint32_t length;
        const char *text = source_line_text(source, line, &length);
        uint32_t start = (uint32_t)(text - source->text);
        read_line(&reading, (struct span){source, start, start + length});
    }
    return reading.script;
}
