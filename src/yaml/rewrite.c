#include "yaml/rewrite.h"

#include <string.h>
#include <strings.h>

/* Of a mapping or a list. */
static const struct node *value_of_node(const struct node *node, uint32_t index) {
    return node->kind == NODE_MAPPING ? node->pairs[index].value : node->items[index];
}

bool tree_same(const struct node *a, const struct node *b) {
    if (a->kind != b->kind || a->length != b->length || node_is_null(a) != node_is_null(b))
        return false;
    if (a->kind == NODE_SCALAR)
        return memcmp(a->text, b->text, a->length) == 0;
    for (uint32_t i = 0; i < a->count; i++)
        if ((a->kind == NODE_MAPPING && !tree_same(a->pairs[i].key, b->pairs[i].key)) ||
            !tree_same(value_of_node(a, i), value_of_node(b, i)))
            return false;
    return true;
}

/* ---- what is written anew ---- */

/* Nothing in it that YAML could take for something else, be it in a list or not; what had quotes
 * keeps them where it would mean something else without: a number, or no value. */
static bool needs_no_quotes(const struct node *node) {
    const char *text = node->text;
    static const char all[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=+- ";
    size_t length = strlen(text);
    return length > 0 && text[strspn(text, all)] == '\0' && text[0] != ' ' &&
           text[length - 1] != ' ' && text[0] != '=' && !strstr(text, "---") &&
           (text[0] != '-' || (length > 1 && text[1] != ' ')) &&
           (node->plain || (!strchr("-+.0123456789", text[0]) && strcasecmp(text, "null") != 0));
}

static void write_scalar(FILE *file, const struct node *node) {
    if (node_is_null(node)) {
        fputc('~', file);
        return;
    }
    if (needs_no_quotes(node)) {
        fputs(node->text, file);
        return;
    }
    fputc('"', file);
    for (const char *at = node->text; *at; at++) {
        if (*at == '\n' || *at == '\t')
            fputs(*at == '\n' ? "\\n" : "\\t", file);
        else
            fprintf(file, *at == '"' || *at == '\\' ? "\\%c" : "%c", *at);
    }
    fputc('"', file);
}

/* On one line. */
static void write_flow(FILE *file, const struct node *node) {
    if (node->kind == NODE_SCALAR) {
        write_scalar(file, node);
        return;
    }
    fputc(node->kind == NODE_MAPPING ? '{' : '[', file);
    for (uint32_t i = 0; i < node->count; i++) {
        if (i > 0)
            fputs(", ", file);
        if (node->kind == NODE_MAPPING) {
            write_scalar(file, node->pairs[i].key);
            fputs(": ", file);
        }
        write_flow(file, value_of_node(node, i));
    }
    fputc(node->kind == NODE_MAPPING ? '}' : ']', file);
}

static bool fits_one_line(const struct node *node) {
    size_t length = 0;
    if (node->kind == NODE_SCALAR)
        return true;
    for (uint32_t i = 0; i < node->count; i++) {
        const struct node *value = value_of_node(node, i);
        length += value->length + (node->kind == NODE_MAPPING ? node->pairs[i].key->length : 0) + 4;
        if (value->kind != NODE_SCALAR)
            return false;
    }
    return length <= 80;
}

static void write_pairs(FILE *file, const struct node *node, unsigned indent, bool begun);

/* Behind its key or the dash of its item, with the end of the line. */
static void write_value(FILE *file, const struct node *node, unsigned indent, bool item) {
    if (fits_one_line(node)) {
        fputc(' ', file);
        write_flow(file, node);
        fputc('\n', file);
    } else if (node->kind == NODE_MAPPING) {
        fputc(item ? ' ' : '\n', file);
        write_pairs(file, node, indent, item);
    } else {
        fputc('\n', file);
        for (uint32_t i = 0; i < node->count; i++) {
            fprintf(file, "%*s-", (int)indent, "");
            write_value(file, node->items[i], indent + 2, true);
        }
    }
}

/* `begun`: behind a dash. */
static void write_node_pair(FILE *file, const struct pair *pair, unsigned indent, bool begun) {
    fprintf(file, "%*s", begun ? 0 : (int)indent, "");
    write_scalar(file, pair->key);
    fputc(':', file);
    write_value(file, pair->value, indent + 2, false);
}

static void write_pairs(FILE *file, const struct node *node, unsigned indent, bool begun) {
    for (uint32_t i = 0; i < node->pair_count; i++)
        write_node_pair(file, &node->pairs[i], indent, begun && i == 0);
}

void tree_write(FILE *file, const struct node *root) {
    write_pairs(file, root, 0, false);
}

/* ---- what stays ---- */

struct rewriter {
    FILE *file;
    const char *text; /* of the file as it was */
};

static void copy(const struct rewriter *rewriter, size_t from, size_t to) {
    if (to > from)
        fwrite(rewriter->text + from, 1, to - from, rewriter->file);
}

static size_t line_of(const struct rewriter *rewriter, size_t at) {
    while (at > 0 && rewriter->text[at - 1] != '\n')
        at--;
    return at;
}

/* Where the comments and empty lines begin that stand above a line; not before `least`. */
static size_t above(const struct rewriter *rewriter, size_t start, size_t least) {
    while (start > least) {
        size_t line = line_of(rewriter, start - 1), at = line;
        while (rewriter->text[at] == ' ')
            at++;
        if (line < least || !strchr("#\n\r", rewriter->text[at]))
            break;
        start = line;
    }
    return start;
}

static bool begins_block(const struct rewriter *rewriter, const struct node *key,
                         const struct node *value) {
    return value->kind == NODE_MAPPING && value->pair_count > 0 &&
           rewriter->text[value->at.start] != '{' &&
           line_of(rewriter, value->pairs[0].key->at.start) > line_of(rewriter, key->at.start);
}

static unsigned column_of(const struct rewriter *rewriter, const struct node *key) {
    return (unsigned)(key->at.start - line_of(rewriter, key->at.start));
}

static void rewrite_mapping(const struct rewriter *rewriter, const struct node *was,
                            const struct node *now, size_t from, size_t to);

/* One pair, from `from` to `to` as it was. */
static void rewrite_pair(const struct rewriter *rewriter, const struct pair *was,
                         const struct pair *now, size_t from, size_t to) {
    if (tree_same(was->value, now->value)) {
        copy(rewriter, from, to);
    } else if (begins_block(rewriter, was->key, was->value) && now->value->kind == NODE_MAPPING) {
        size_t inside = line_of(rewriter, was->value->pairs[0].key->at.start);
        copy(rewriter, from, inside);
        rewrite_mapping(rewriter, was->value, now->value, inside, to);
    } else {
        copy(rewriter, from, line_of(rewriter, was->key->at.start));
        bool flow =
            was->value->kind == NODE_SCALAR || strchr("{[", rewriter->text[was->value->at.start]);
        unsigned indent = column_of(rewriter, was->key);
        if (!flow || now->value->kind == NODE_SCALAR) {
            write_node_pair(rewriter->file, now, indent, false);
            return;
        }
        fprintf(rewriter->file, "%*s", (int)indent, "");
        write_scalar(rewriter->file, now->key);
        fputs(": ", rewriter->file);
        write_flow(rewriter->file, now->value);
        fputc('\n', rewriter->file);
    }
}

static void rewrite_mapping(const struct rewriter *rewriter, const struct node *was,
                            const struct node *now, size_t from, size_t to) {
    size_t at = from, end = line_of(rewriter, to) == to ? above(rewriter, to, from) : to;
    uint32_t stay = 0; /* those of `now` that were there stand first, in their order */
    for (uint32_t i = 0; i < was->pair_count; i++) {
        const struct pair *pair = &was->pairs[i];
        size_t next = end;
        if (i + 1 < was->pair_count)
            next = above(rewriter, line_of(rewriter, was->pairs[i + 1].key->at.start), at);
        if (stay < now->pair_count && tree_same(pair->key, now->pairs[stay].key))
            rewrite_pair(rewriter, pair, &now->pairs[stay++], at, next);
        at = next;
    }
    if (end > from && rewriter->text[end - 1] != '\n')
        fputc('\n', rewriter->file);
    for (uint32_t i = stay; i < now->pair_count; i++)
        write_node_pair(rewriter->file, &now->pairs[i],
                        was->pair_count ? column_of(rewriter, was->pairs[0].key) : 0, false);
    copy(rewriter, end, to);
}

void tree_rewrite(FILE *file, const struct source *text, const struct node *was,
                  const struct node *now) {
    struct rewriter rewriter = {file, text->text};
    rewrite_mapping(&rewriter, was, now, 0, text->length);
}
