#include "yaml/tree.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/text.h"
#include "yaml/causes.h"
#include "yaml/characters.h"
#include "yaml/mend.h"

/* A collection that is still open. What it has so far is on top of the builder's pile. */
struct frame {
    struct node *node;
    size_t bottom;  /* of its part of the pile */
    uint32_t start; /* its first byte in the text */
};

struct builder {
    struct tree_reader *reader;
    struct arena *arena; /* the reader's, ... */
    struct veto_diagnostics *list;
    struct syntax text; /* what libyaml reads: the checked text */
    uint32_t byte;      /* a place in the text, */
    size_t character;   /* how many characters stand before it, as libyaml counts, */
    uint32_t ascii;     /* and how many of ASCII from there on */
    struct node *last;  /* the list or mapping that was closed last, by its bracket */
    struct node *root;
    struct frame open[TREE_DEPTH];
    size_t depth;
    struct node **pile; /* items of sequences; of mappings their keys and values in turn */
    size_t count, capacity;
    bool stop;
};

/* ---- places ---- */

static uint32_t ascii_run(const char *bytes, uint32_t length) {
    uint32_t run = 0;
    for (uint64_t word; length - run >= sizeof word; run += sizeof word) {
        memcpy(&word, bytes + run, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (run < length && (unsigned char)bytes[run] < 0x80)
        run++;
    return run;
}

/* Over the run of ASCII and the one character behind it. */
static void step_on(struct builder *builder) {
    uint32_t length = builder->text.length;
    builder->byte += builder->ascii + 1;
    builder->character += builder->ascii + 1;
    while (builder->byte < length &&
           ((unsigned char)builder->text.bytes[builder->byte] & 0xC0) == 0x80)
        builder->byte++;
    builder->ascii = ascii_run(builder->text.bytes + builder->byte, length - builder->byte);
}

/* Back byte by byte, on run by run. */
static uint32_t leave_run(struct builder *builder, size_t character) {
    const struct tree_reader *reader = builder->reader;
    for (; builder->character > character && builder->byte > reader->offset; builder->ascii = 0)
        builder->character -= ((unsigned char)builder->text.bytes[--builder->byte] & 0xC0) != 0x80;
    while (character > builder->character + builder->ascii &&
           builder->byte + builder->ascii < builder->text.length)
        step_on(builder);
    size_t on = character > builder->character ? character - builder->character : 0;
    return builder->byte + (on < builder->ascii ? (uint32_t)on : builder->ascii);
}

/* libyaml tells places in characters. Events come in order, so going on from run to run looks at
 * each byte once; most places are in the run where the last one was. */
static uint32_t to_offset(struct builder *builder, yaml_mark_t mark) {
    size_t on = mark.index - builder->character; /* what is before the run comes out as huge */
    return on <= builder->ascii ? builder->byte + (uint32_t)on : leave_run(builder, mark.index);
}

static struct span tree_span_of(struct builder *builder, const yaml_event_t *event) {
    builder->text.last_start = to_offset(builder, event->start_mark);
    builder->text.last_end = to_offset(builder, event->end_mark);
    return syntax_span(&builder->text, builder->text.last_start, builder->text.last_end);
}

static void refuse(struct builder *builder, struct span at, const char *message, const char *hint) {
    diagnose(builder->list, at, "%s", message);
    diagnose_hint(builder->list, "%s", hint);
}

/* ---- keys ---- */

static int by_text_then_place(const void *a, const void *b) {
    const struct node *x = *(struct node *const *)a, *y = *(struct node *const *)b;
    int order = strcmp(x->text, y->text);
    return order ? order : (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

/* A look at each two of a few keys: nearly every mapping is done with it. */
static bool surely_distinct(const struct node *mapping) {
    enum { FEW = 16 };
    if (mapping->pair_count > FEW)
        return false;
    for (size_t i = 1; i < mapping->pair_count; i++) {
        const struct node *key = mapping->pairs[i].key;
        for (size_t j = 0; j < i; j++) {
            const struct node *other = mapping->pairs[j].key;
            if (key->length == other->length && memcmp(key->text, other->text, key->length) == 0)
                return false;
        }
    }
    return true;
}

/* Where the first key without a value stands. What is behind it was probably meant to be under it,
 * which is an error of its own, and the same key again under the next one. */
static uint32_t first_empty(const struct node *mapping) {
    for (size_t i = 0; i < mapping->pair_count; i++)
        if (node_is_null(mapping->pairs[i].value))
            return mapping->pairs[i].key->at.start;
    return UINT32_MAX;
}

/* Sorting finds the duplicates of a mapping of any size in n log n. */
static void check_duplicates(struct builder *builder, const struct node *mapping) {
    size_t count = mapping->pair_count;
    if (surely_distinct(mapping))
        return;
    struct node **keys = arena_array(builder->arena, struct node *, count);
    uint32_t empty = first_empty(mapping);
    for (size_t i = 0; i < count; i++)
        keys[i] = mapping->pairs[i].key;
    qsort(keys, count, sizeof *keys, by_text_then_place);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcmp(keys[i]->text, keys[first]->text) != 0) {
            first = i;
            continue;
        }
        if (keys[i]->at.start > empty)
            continue;
        diagnose(builder->list, keys[i]->at, "key '%s' is given twice", keys[i]->text);
        diagnose_other(builder->list, keys[first]->at, "it was first given here");
    }
}

/* A key that is no word is reported and left out, with its value. */
static bool good_key(struct builder *builder, const struct node *key) {
    bool word = key->kind == NODE_SCALAR, merges = word && key->plain && text_same(key->text, "<<");
    if (!word)
        diagnose(builder->list, key->at, "a key must be a word, not a list or a mapping");
    if (merges)
        refuse(builder, key->at, "merge keys are not allowed",
               "write the keys out where they belong");
    return word && !merges;
}

/* ---- nodes ---- */

static void close_mapping(struct builder *builder, struct node *node, struct node **items,
                          size_t count) {
    node->pairs = arena_take(builder->arena, count / 2 * sizeof *node->pairs);
    for (size_t i = 0; i + 1 < count; i += 2) { /* a key alone is what a syntax error left */
        struct pair pair = {items[i], items[i + 1]};
        if (!pair.key->refused && !pair.value->refused && good_key(builder, pair.key))
            node->pairs[node->pair_count++] = pair;
    }
    check_duplicates(builder, node);
}

static void close_frame(struct builder *builder) {
    const struct frame *frame = &builder->open[--builder->depth];
    struct node *node = frame->node;
    struct node **items = builder->pile ? builder->pile + frame->bottom : NULL; /* as in {} */
    size_t count = builder->count - frame->bottom;
    if (node->kind == NODE_MAPPING)
        close_mapping(builder, node, items, count);
    else
        node->items = arena_take(builder->arena, count * sizeof *node->items);
    for (size_t i = 0; node->kind == NODE_SEQUENCE && i < count; i++)
        if (!items[i]->refused)
            node->items[node->count++] = items[i];
    builder->count = frame->bottom;
}

static void add_tree_node(struct builder *builder, struct node *node) {
    if (builder->depth == 0) {
        builder->root = node;
        return;
    }
    *arena_add(builder->arena, builder->pile, builder->count, builder->capacity) = node;
}

static void open_frame(struct builder *builder, enum node_kind kind, struct span at) {
    struct node *node = node_new(builder->arena, kind, at);
    add_tree_node(builder, node);
    if (builder->depth == TREE_DEPTH) {
        diagnose(builder->list, at, "more than %d lists and mappings within each other",
                 TREE_DEPTH);
        diagnose_hint(builder->list, "no scenario needs so many");
        builder->stop = true;
        return;
    }
    builder->open[builder->depth++] =
        (struct frame){node, builder->count, builder->text.last_start};
}

/* Escapes in double quotes can bring in what the file itself may not hold. */
static void check_scalar(struct builder *builder, const struct node *node) {
    size_t bytes;
    for (size_t at = 0; at < node->length; at += bytes) {
        uint32_t code = 0;
        bytes = text_decode(node->text + at, node->length - at, &code);
        if (bytes > 0 && !text_forbidden(code))
            continue;
        diagnose(builder->list, node->at,
                 "an escape gives character U+%04X, which a text may not hold", (unsigned)code);
        diagnose_hint(builder->list, "take the escape out");
        return;
    }
}

static void add_scalar(struct builder *builder, const yaml_event_t *event, struct span at) {
    static const enum last_read styles[] = {
        [YAML_PLAIN_SCALAR_STYLE] = LAST_PLAIN,
        [YAML_SINGLE_QUOTED_SCALAR_STYLE] = LAST_SINGLE_QUOTES,
        [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = LAST_DOUBLE_QUOTES,
        [YAML_LITERAL_SCALAR_STYLE] = LAST_OTHER,
        [YAML_FOLDED_SCALAR_STYLE] = LAST_OTHER,
    };
    size_t length = event->data.scalar.length;
    struct node *node = arena_take(builder->arena, sizeof *node + length + 1);
    char *text = memcpy(node + 1, event->data.scalar.value, length + 1); /* with its NUL */
    builder->text.last = styles[event->data.scalar.style];
    *node = (struct node){
        .kind = NODE_SCALAR,
        .plain = builder->text.last == LAST_PLAIN,
        .length = (uint32_t)length,
        .at = at,
    };
    node->text = text;
    if (builder->text.last == LAST_DOUBLE_QUOTES)
        check_scalar(builder, node);
    add_tree_node(builder, node);
}

/* ---- events ---- */

static void refuse_decoration(struct builder *builder, struct span at, const yaml_char_t *anchor,
                              const yaml_char_t *tag) {
    if (anchor) {
        diagnose(builder->list, at, "anchors are not allowed");
        diagnose_hint(builder->list, "take '&%s' out", (const char *)anchor);
    }
    if (tag)
        refuse(builder, at, "tags are not allowed", "take it out: every key knows what it takes");
}

/* What stands for an alias until its collection is closed without it. */
static void refuse_alias(struct builder *builder, struct span at) {
    refuse(builder, at, "aliases are not allowed", "write the value out");
    struct node *node = node_scalar(builder->arena, "", at);
    node->refused = true;
    add_tree_node(builder, node);
}

static void refuse_document(struct builder *builder, struct span at) {
    refuse(builder, at, "a second document", "one file holds one scenario");
    builder->stop = true;
}

/* Behind the end of the document: what is left is another one, or comments. Directives of another
 * one are not even looked at, for libyaml takes the square of their number. */
static void end_document(struct builder *builder) {
    const struct syntax *text = &builder->text;
    uint32_t rest = characters_rest(text->bytes, text->last_end, text->length);
    builder->stop = rest == text->length;
    if (!builder->stop && text->bytes[rest] == '%')
        refuse_document(builder, syntax_span(text, rest, rest + 1));
}

static void start_collection(struct builder *builder, enum node_kind kind, struct span at,
                             const yaml_char_t *anchor, const yaml_char_t *tag) {
    builder->text.last = LAST_OTHER;
    refuse_decoration(builder, at, anchor, tag);
    open_frame(builder, kind, at);
}

/* Brackets and braces have an end of their own; a block ends where the next thing begins. */
static void end_collection(struct builder *builder) {
    const struct frame *frame = &builder->open[builder->depth - 1];
    bool brackets = builder->text.last_end > builder->text.last_start;
    builder->text.last = brackets ? LAST_BRACKETS : LAST_OTHER;
    builder->text.last_start = frame->start;
    builder->last = frame->node;
    close_frame(builder);
}

static void handle(struct builder *builder, const yaml_event_t *event) {
    struct span at = tree_span_of(builder, event);
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (builder->root)
            refuse_document(builder, at);
        break;
    case YAML_ALIAS_EVENT:
        refuse_alias(builder, at);
        break;
    case YAML_SCALAR_EVENT:
        refuse_decoration(builder, at, event->data.scalar.anchor, event->data.scalar.tag);
        add_scalar(builder, event, at);
        break;
    case YAML_SEQUENCE_START_EVENT:
        start_collection(builder, NODE_SEQUENCE, at, event->data.sequence_start.anchor,
                         event->data.sequence_start.tag);
        break;
    case YAML_MAPPING_START_EVENT:
        start_collection(builder, NODE_MAPPING, at, event->data.mapping_start.anchor,
                         event->data.mapping_start.tag);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        end_collection(builder);
        break;
    case YAML_DOCUMENT_END_EVENT:
        end_document(builder);
        break;
    default:
        builder->stop = event->type == YAML_STREAM_END_EVENT;
        break;
    }
}

/* ---- syntax errors ---- */

static void report_syntax(struct builder *builder, const yaml_parser_t *parser) {
    struct syntax *text = &builder->text;
    text->problem = parser->problem ? parser->problem : "cannot read on";
    text->context = parser->context;
    text->at = to_offset(builder, parser->problem_mark);
    text->context_at = parser->context ? to_offset(builder, parser->context_mark) : text->at;
    if (syntax_goes_on(text))
        builder->last->cut_short = true;
    syntax_report(text);
}

/* What libyaml holds: freed by tree_read_end, wherever the work ended. */
struct tree_parser {
    yaml_parser_t parser;
    yaml_event_t event;
};

static _Noreturn void tree_out_of_memory(struct tree_reader *reader) {
    longjmp(*reader->arena->landing, 1);
}

static void read_events(struct builder *builder, struct tree_parser *held) {
    while (!builder->stop) {
        if (!yaml_parser_parse(&held->parser, &held->event)) {
            if (held->parser.error == YAML_MEMORY_ERROR)
                tree_out_of_memory(builder->reader);
            report_syntax(builder, &held->parser);
            break;
        }
        handle(builder, &held->event);
        yaml_event_delete(&held->event);
    }
    while (builder->depth > 0) { /* whatever is open now lacks what comes behind */
        builder->open[builder->depth - 1].node->cut_short = true;
        close_frame(builder);
    }
}

static struct tree_parser *start_parser(struct tree_reader *reader) {
    reader->parser = calloc(1, sizeof *reader->parser);
    if (!reader->parser)
        tree_out_of_memory(reader);
    if (!yaml_parser_initialize(&reader->parser->parser)) {
        free(reader->parser); /* libyaml has freed what it had */
        reader->parser = NULL;
        tree_out_of_memory(reader);
    }
    return reader->parser;
}

/* The text that libyaml is to read: as it was mended, or as it is, once its characters are checked.
 * False where it is nothing to be read. */
static bool find_bytes(struct builder *builder) {
    struct tree_reader *reader = builder->reader;
    if (!reader->mended) {
        if (reader->offset == 0 && foreign_report(reader->list, reader->source))
            return false;
        reader->checked =
            characters_check(reader->arena, reader->list, reader->source, reader->offset);
        reader->count = reader->list->count;
        reader->errors = reader->list->errors;
    }
    builder->text = (struct syntax){
        .list = reader->list,
        .source = reader->source,
        .mended = reader->mended,
        .bytes = reader->mended ? reader->mended->bytes : reader->checked,
        .length = reader->mended ? reader->mended->length : reader->source->length,
    };
    return builder->text.bytes != NULL;
}

struct node *tree_read(struct tree_reader *reader) {
    enum { TREE_TO_TEXT = 4 }; /* as many times longer than its text is the tree of a scenario */
    arena_reserve(reader->arena, TREE_TO_TEXT * (reader->source->length - reader->offset));
    struct builder *builder = arena_new(reader->arena, struct builder);
    builder->reader = reader;
    builder->arena = reader->arena;
    builder->list = reader->list;
    if (!find_bytes(builder))
        return NULL;
    size_t length = builder->text.length - reader->offset;
    const char *start = builder->text.bytes + reader->offset;
    builder->byte = reader->offset + text_mark(start, length); /* no character to libyaml */
    struct tree_parser *held = start_parser(reader);
    yaml_parser_set_input_string(&held->parser, (const unsigned char *)start, length);
    read_events(builder, held);
    tree_read_end(reader);
    return builder->root && !builder->root->refused ? builder->root : NULL;
}

bool tree_mend(struct tree_reader *reader) {
    struct veto_diagnostics *list = reader->list;
    size_t count = list->count, errors = list->errors;
    if (!reader->checked || reader->mended || errors == reader->errors)
        return false;
    diagnostics_rewind(list, reader->count, reader->errors);
    reader->mended = mend_text(reader->arena, list, reader->source, reader->checked);
    if (!reader->mended)
        diagnostics_rewind(list, count, errors); /* nothing was reported in their place */
    return reader->mended != NULL;
}

void tree_read_end(struct tree_reader *reader) {
    if (!reader->parser)
        return;
    yaml_event_delete(&reader->parser->event);
    yaml_parser_delete(&reader->parser->parser);
    free(reader->parser);
    reader->parser = NULL;
}

/* ---- nodes by themselves ---- */

struct node *node_new(struct arena *arena, enum node_kind kind, struct span at) {
    struct node *node = arena_take(arena, sizeof *node);
    *node = (struct node){.kind = (uint8_t)kind, .at = at};
    return node;
}

struct node *node_scalar(struct arena *arena, const char *text, struct span at) {
    struct node *node = node_new(arena, NODE_SCALAR, at);
    node->text = text;
    node->length = (uint32_t)strlen(text);
    return node;
}

struct pair *node_pair(const struct node *node, const char *key) {
    if (!node || node->kind != NODE_MAPPING)
        return NULL;
    for (size_t i = 0; i < node->pair_count; i++)
        if (text_same(node->pairs[i].key->text, key))
            return &node->pairs[i];
    return NULL;
}

struct node *node_get(const struct node *node, const char *key) {
    struct pair *pair = node_pair(node, key);
    return pair ? pair->value : NULL;
}

bool node_is_null(const struct node *node) {
    return node->kind == NODE_SCALAR && node->plain &&
           (node->length == 0 || strcmp(node->text, "~") == 0 || strcmp(node->text, "null") == 0);
}

const char *node_kind_name(const struct node *node) {
    static const char *const names[] = {"a text", "a list", "a mapping"};
    return node_is_null(node) ? "nothing" : names[node->kind];
}
