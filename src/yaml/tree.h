/*
 * YAML as a tree of nodes that keep their places. Built from libyaml's events: its document API
 * loses the places, loops on self-containing aliases and takes quadratic time.
 *
 * The YAML accepted is the part that a scenario needs: one document of mappings, sequences and
 * scalars. Aliases, anchors, tags, merge keys, duplicate keys, keys that are no scalars, second
 * documents, and characters that a text may not hold are errors. Scalars stay texts: what they mean
 * is the reader's business, and so `NO` is never a boolean.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/source.h"

struct arena;
struct tree_parser;
struct veto_diagnostics;

enum { TREE_DEPTH = 32 }; /* collections within collections */

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

struct pair {
    struct node *key; /* a scalar */
    struct node *value;
};

/* Small on purpose: a long text has a hundred thousand of them. */
struct node {
    uint8_t kind;       /* enum node_kind */
    bool plain;         /* a scalar without quotes; a plain empty scalar is no value at all */
    bool refused : 1;   /* inside tree.c only: reported, and not to be kept */
    bool cut_short : 1; /* a collection whose end a syntax error hides: more may be missing */
    bool indexed : 1;   /* inside override.c only: its pairs are found by their keys, ... */
    bool holed : 1;     /* ... and some of them were taken away */
    union {
        uint32_t length; /* bytes of the text */
        uint32_t count;  /* of the items */
        uint32_t pair_count;
    };
    struct span at; /* a scalar as it is written; a collection from its first byte */
    union {
        const char *text; /* without NUL inside, and NUL behind */
        struct node **items;
        struct pair *pairs; /* in the order of the file */
    };
};

/*
 * Reads `source` from byte `offset` to its end. Every mistake goes to `list`; the tree holds what
 * could be read, and is NULL where nothing could. Nodes live in `arena`. Under arenas_try with both
 * arenas. The call holds libyaml's parser while it runs; tree_read_end frees it should memory run
 * out, and has to be called in any case, with the same reader.
 */
struct tree_reader {
    struct arena *arena;
    struct veto_diagnostics *list;
    struct source *source;
    uint32_t offset;
    struct tree_parser *parser; /* NULL before and after */
    /* for tree_mend: the text, and how many mistakes there were when its characters were checked */
    const char *checked;
    size_t count, errors;
    const struct mended *mended; /* what tree_read reads instead of the text; or NULL */
};

struct node *tree_read(struct tree_reader *reader);

/*
 * After mistakes were found, by tree_read or in what it read: where the text has spaces, colons,
 * quotes that only look right, takes back all mistakes but those of its characters, reports these,
 * and is true: tree_read then reads the text as it was meant. For a reader that tree_read has had.
 */
bool tree_mend(struct tree_reader *reader);
void tree_read_end(struct tree_reader *reader);

/* A node without anything in it, and a scalar of this text: not `plain`, so that it is a text. */
struct node *node_new(struct arena *arena, enum node_kind kind, struct span at);
struct node *node_scalar(struct arena *arena, const char *text, struct span at);

/* The pair of a key, and the value behind it; NULL where there is none, or no mapping. */
struct pair *node_pair(const struct node *node, const char *key);
struct node *node_get(const struct node *node, const char *key);

/* No value: `key:` with nothing behind it, or `~`, or `null`. */
bool node_is_null(const struct node *node);

/* "a mapping", "a list", "a text": for messages. */
const char *node_kind_name(const struct node *node);
