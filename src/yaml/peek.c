#include "yaml/peek.h"

#include <string.h>
#include <yaml.h>

#include "base/text.h"
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

static void peek_ahead(struct peek *peek) {
    yaml_event_type_t type = peek->event.type;
    if (type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT) {
        peek->done = peek->depth++ == 0 && type == YAML_SEQUENCE_START_EVENT; /* without keys */
        return;
    }
    if (type == YAML_MAPPING_END_EVENT || type == YAML_SEQUENCE_END_EVENT) {
        peek->done = --peek->depth == 0;
    } else if (type == YAML_SCALAR_EVENT) {
        if (peek->depth == 1 && !peek->value)
            peek->kind = peek->tells((const char *)peek->event.data.scalar.value);
        peek->word = peek->depth == 0;
        peek->done = peek->word || peek->kind;
    } else if (type != YAML_ALIAS_EVENT) {
        peek->done = type == YAML_STREAM_END_EVENT;
        return;
    }
    if (peek->depth == 1) /* a key or a value, whatever it is, has come to its end */
        peek->value = !peek->value;
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

/* By the word that a line starts with, in quotes or not. */
static int kind_of_line(const struct peek *peek, const char *line, const char *end) {
    enum { MOST = 64 };
    char word[MOST + 1];
    size_t length = 0;
    while (line < end && strchr("\"'{ ", *line) && *line != '\0')
        line++;
    while (line + length < end && length < MOST && text_in_word(line[length]) &&
           !(line[length] >= '0' && line[length] <= '9')) {
        word[length] = line[length];
        length++;
    }
    word[length] = '\0';
    return peek->tells(word);
}

static int kind_by_lines(const struct peek *peek, const struct veto_text *text) {
    const char *line = text->bytes + text_mark(text->bytes, text->length);
    const char *end = text->bytes + text->length;
    int kind = 0;
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
    if (rest < text->length && text->bytes[rest] == '%') { /* libyaml takes the square of these */
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
