/* A tree that was changed, as YAML again: what is as it was stands as written, comments too. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "yaml/tree.h"

/* Whether two trees say the same, wherever they are from. */
bool tree_same(const struct node *a, const struct node *b);

/*
 * Writes `now`, which was made of `was` by changes; both are mappings, and `text` is what `was` was
 * read from. Comments stay but on what is written anew. What it makes of a text of an unusual
 * layout need not be the tree again: whoever calls it reads it back, and takes tree_write then.
 */
void tree_rewrite(FILE *file, const struct source *text, const struct node *was,
                  const struct node *now);

/* Writes a mapping, all of it anew. */
void tree_write(FILE *file, const struct node *root);
