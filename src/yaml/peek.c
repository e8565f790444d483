#include "yaml/peek.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "yaml/characters.h"
#include "yaml/tree.h"

/* What libyaml holds, and how far into the text it is. */
struct peek {
    yaml_parser_t parser;
    yaml_event_t event;
    int (*tells)(const char *key);
    size_t depth; /* of the collections that are open */
    bool value;   /* of the mapping that the text is, a value comes next and not a key */
    int kind;
    bool done, word; /* `word`: the text is no collection, or begins as none */
};

static void open_collection(struct peek *peek) {
    if (peek->depth == 0 && peek->event.type == YAML_SEQUENCE_START_EVENT)
        peek->done = true; /* a list has no keys */
    peek->depth++;
}

/* Something of the mapping has come to its end: a key or a value, whatever it is. */
static void pass(struct peek *peek) {
    if (peek->depth == 1)
        peek->value = !peek->value;
}

static void peek_ahead(struct peek *peek) {
    switch (peek->event.type) {
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
        open_collection(peek);
        break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        peek->depth--;
        peek->done = peek->depth == 0;
        pass(peek);
        break;
    case YAML_SCALAR_EVENT:
        if (peek->depth == 1 && !peek->value)
            peek->kind = peek->tells((const char *)peek->event.data.scalar.value);
        peek->word = peek->depth == 0;
        peek->done = peek->word || peek->kind;
        pass(peek);
        break;
    case YAML_ALIAS_EVENT:
        pass(peek);
        break;
    case YAML_STREAM_END_EVENT:
        peek->done = true;
        break;
    default:
        break;
    }
}

/* VETO_INPUT where a mistake ends it: one is a key without its colon. libyaml takes the square of
 * what is nested. */
static enum veto_status go_through(struct peek *peek) {
    while (!peek->done && peek->depth <= TREE_DEPTH) {
        if (!yaml_parser_parse(&peek->parser, &peek->event))
            return peek->parser.error == YAML_MEMORY_ERROR ? VETO_SYSTEM : VETO_INPUT;
        peek_ahead(peek);
        yaml_event_delete(&peek->event);
    }
    return peek->word || !peek->done ? VETO_INPUT : VETO_OK;
}

/* ---- a text that cannot be read ---- */

static bool is_key_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
           byte == '-';
}

/* By the word that a line starts with, in quotes or not. */
static int kind_of_line(const struct peek *peek, const char *line, const char *end) {
    enum { MOST = 64 };
    char word[MOST + 1];
    size_t length = 0;
    while (line < end && strchr("\"'{ ", *line) && *line != '\0' && length == 0)
        line++;
    while (line + length < end && length < MOST && is_key_letter(line[length])) {
        word[length] = line[length];
        length++;
    }
    word[length] = '\0';
    return peek->tells(word);
}

static int kind_by_lines(const struct peek *peek, const struct veto_text *text) {
    const char *line = text->bytes, *end = text->bytes + text->length;
    int kind = 0;
    if (text->length >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0)
        line += 3; /* a byte order mark */
    while (line && line < end && !kind) {
        if (*line != ' ') /* what is indented belongs to something else */
            kind = kind_of_line(peek, line, end);
        line = memchr(line, '\n', (size_t)(end - line));
        line = line ? line + 1 : NULL;
    }
    return kind;
}

enum veto_status peek_kind(int *kind, const struct veto_text *text, int (*tells)(const char *key)) {
    struct peek peek = {.tells = tells};
    size_t rest =
        text->length <= UINT32_MAX ? characters_rest(text->bytes, 0, (uint32_t)text->length) : 0;
    if (rest < text->length &&
        text->bytes[rest] == '%') { /* libyaml takes the square of directives */
        *kind = kind_by_lines(&peek, text);
        return VETO_OK;
    }
    if (!yaml_parser_initialize(&peek.parser))
        return VETO_SYSTEM;
    yaml_parser_set_input_string(&peek.parser, (const unsigned char *)text->bytes, text->length);
    enum veto_status status = go_through(&peek);
    yaml_parser_delete(&peek.parser);
    if (status == VETO_SYSTEM)
        return status;
    *kind = status == VETO_OK ? peek.kind : kind_by_lines(&peek, text);
    return VETO_OK;
}
