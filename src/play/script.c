#include "play/script.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"

enum { MOST_NAMES = 64 };

struct script_reading {
    struct arena *arena;
    struct veto_diagnostics *list;
    struct script script;
};

static void push_press(struct script_reading *reading, struct press press) {
    struct script *script = &reading->script;
    arena_push(reading->arena, script->presses, script->count, script->capacity);
    script->presses[script->count++] = press;
}

/* Characters as keys. */
static void read_typed(struct script_reading *reading, struct span at) {
    uint32_t code;
    for (uint32_t i = at.start; i < at.end;) {
        size_t bytes = text_decode(at.source->text + i, at.end - i, &code);
        struct span one = {at.source, i, i + (bytes ? (uint32_t)bytes : 1)};
        if (bytes == 0 || text_forbidden(code) || code == '\t')
            diagnose(reading->list, one, "this is no character that a key could type");
        else
            push_press(reading, (struct press){.key = code});
        i = one.end;
    }
}

/* "Click 12 5" */
static bool read_click(struct script_reading *reading, const char *word) {
    static const char name[] = "Click ";
    uint64_t column, row;
    if (strncmp(word, name, strlen(name)) != 0)
        return false;
    const char *first = word + strlen(name), *second = strchr(first, ' ');
    if (!second || !number_parse_u64(second + 1, &row) || row > INT16_MAX ||
        !number_parse_u64(arena_copy(reading->arena, first, (size_t)(second - first)), &column) ||
        column > INT16_MAX)
        return false;
    push_press(reading, (struct press){.key = PRESS_CLICK, .column = (int)column, .row = (int)row});
    return true;
}

static void read_name(struct script_reading *reading, struct span at) {
    const char *words[MOST_NAMES] = {NULL};
    size_t length = at.end - at.start;
    char *word = arena_copy(reading->arena, at.source->text + at.start, length);
    uint32_t key = key_named(word, length);
    if (read_click(reading, word))
        return;
    if (key != PRESS_NONE) {
        push_press(reading, (struct press){.key = key});
        return;
    }
    for (size_t i = 0; i + 1 < MOST_NAMES && key_name_at(i); i++)
        words[i] = key_name_at(i);
    diagnose(reading->list, at, "there is no key '%s'", word);
    if (text_nearest(word, words))
        diagnose_nearest(reading->list, word, words);
    else
        diagnose_hint(
            reading->list,
            "a line is one character, a key such as Space, Enter, Esc, Left or Page-Down, "
            "'text:' and what to type, or Click with a column and a row, from 0");
}

static bool is_script_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static void read_line(struct script_reading *reading, struct span at) {
    static const char typed[] = "text:";
    const char *text = at.source->text;
    while (at.start < at.end && is_script_blank(text[at.start]))
        at.start++;
    while (at.end > at.start && is_script_blank(text[at.end - 1]))
        at.end--;
    uint32_t length = at.end - at.start, code;
    if (length == 0 || text[at.start] == '#')
        return;
    if (length >= strlen(typed) && strncmp(text + at.start, typed, strlen(typed)) == 0) {
        at.start += (uint32_t)strlen(typed);
        while (at.start < at.end && is_script_blank(text[at.start]))
            at.start++;
        read_typed(reading, at);
    } else if (text_decode(text + at.start, length, &code) == length) {
        read_typed(reading, at);
    } else {
        read_name(reading, at);
    }
}

struct script script_read(struct arena *arena, struct veto_diagnostics *list,
                          struct source *source) {
    struct script_reading reading = {.arena = arena, .list = list};
    source_keep(&list->arena, source);
    for (uint32_t line = 0; line < source->lines; line++) {
        uint32_t length;
        const char *text = source_line_text(source, line, &length);
        uint32_t start = (uint32_t)(text - source->text);
        read_line(&reading, (struct span){source, start, start + length});
    }
    return reading.script;
}
