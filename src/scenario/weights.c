#include "scenario/weights.h"

#include <string.h>

#include "base/diagnostics.h"
#include "base/lookalike.h"
#include "base/number.h"
#include "base/text.h"
#include "yaml/tree.h"

struct job {
    struct arena *arena;
    struct veto_diagnostics *list;
    const struct veto_text *text;
    struct tree_reader reader;
    struct weights *weights;
    struct rules_keys *keys;
};

/* Keeps within what a scenario may hold. */
static bool start_reader(struct job *job) {
    const struct veto_text *text = job->text;
    bool small = text->length <= SOURCE_LIMIT;
    job->reader = (struct tree_reader){.arena = job->arena, .list = job->list};
    if (small) /* diagnostics point into it */
        job->reader.source = source_new(
            &job->list->arena, arena_copy(&job->list->arena, text->name, strlen(text->name)),
            text->bytes, text->length);
    return small;
}

static struct node *read_root(struct job *job) {
    struct node *root = tree_read(&job->reader);
    return root && root->kind == NODE_MAPPING ? root : NULL;
}

/* ---- the keys ---- */

static void find_keys(void *context) {
    struct job *job = context;
    if (!start_reader(job))
        return;
    const struct node *root = read_root(job);
    if (tree_mend(&job->reader))
        root = read_root(job);
    *job->keys = (struct rules_keys){
        .weights = node_get(root, "weights") != NULL,
        .title = node_get(root, "title") != NULL,
        .drafts = node_get(root, "drafts") != NULL,
        .read = root != NULL,
    };
}

enum veto_status rules_keys_find(struct rules_keys *keys, const struct veto_text *text) {
    struct arena arena = {0};
    struct job job = {.arena = &arena, .list = veto_diagnostics_new(), .text = text, .keys = keys};
    *keys = (struct rules_keys){.read = false};
    bool done = job.list && arenas_try(&arena, &job.list->arena, find_keys, &job);
    tree_read_end(&job.reader);
    arena_free(&arena);
    veto_diagnostics_free(job.list);
    return done ? VETO_OK : VETO_SYSTEM;
}

/* ---- a weighted game ---- */

static void decode_number(struct job *job, const struct node *node, const char *what,
                          uint64_t *number) {
    if (node->kind == NODE_SCALAR && number_parse_u64(node->text, number))
        return;
    bool text = node->kind == NODE_SCALAR;
    char plain[LOOKALIKE_PLAIN];
    if (text && lookalike_plain(node->text, plain))
        diagnose_first_lookalike(job->list, node->at, lookalike_word(plain));
    else
        diagnose(job->list, node->at,
                 text ? "%s must be a whole number from 0 to 18446744073709551615, not '%s'"
                      : "%s must be a whole number from 0 to 18446744073709551615, not %s",
                 what, text ? node->text : node_kind_name(node));
}

static void decode_weight_table(struct job *job, const struct node *node) {
    struct weights *weights = job->weights;
    if (node->kind != NODE_MAPPING || node->pair_count == 0) {
        diagnose(job->list, node->at, "'weights' must be a mapping of member to weight, not %s",
                 node->kind == NODE_MAPPING ? "an empty one" : node_kind_name(node));
        return;
    }
    weights->count = (unsigned)node->pair_count;
    weights->ids = arena_array(job->arena, const char *, node->pair_count);
    weights->weights = arena_array(job->arena, uint64_t, node->pair_count);
    for (size_t i = 0; i < node->pair_count; i++) {
        const struct node *key = node->pairs[i].key;
        weights->ids[i] = arena_copy(job->arena, key->text, key->length);
        /* names that look the same on screen must not be two */
        if (key->length == 0 || key->text[0] == ' ' || key->text[key->length - 1] == ' ')
            diagnose(job->list, key->at,
                     "a member's name must not be empty, begin or end with a space");
        else if (strpbrk(key->text, "\t\n"))
            diagnose(job->list, key->at,
                     "a member's name must be a text of one line, without tabs");
        decode_number(job, node->pairs[i].value,
                      arena_printf(job->arena, "the weight of '%s'", key->text),
                      &weights->weights[i]);
    }
}

static void decode_pair(struct job *job, const struct pair *pair) {
    static const char *const keys[] = {"title", "quota", "weights", NULL};
    const char *key = pair->key->text;
    const struct node *value = pair->value;
    bool line = value->kind == NODE_SCALAR && value->length > 0 && !strchr(value->text, '\n');
    if (strcmp(key, "title") == 0 && line) {
        job->weights->title = arena_copy(job->arena, value->text, value->length);
    } else if (strcmp(key, "title") == 0) {
        diagnose(job->list, value->at, "'title' must be a text of one line");
    } else if (strcmp(key, "quota") == 0) {
        decode_number(job, value, "'quota'", &job->weights->quota);
    } else if (strcmp(key, "weights") == 0) {
        decode_weight_table(job, value);
    } else {
        diagnose(job->list, pair->key->at, "unknown key '%s'", key);
        diagnose_nearest(job->list, key, keys);
    }
}

/* From the text, as it is or as it was mended. */
static void read_weights(struct job *job) {
    const struct node *root = read_root(job);
    if (!root)
        return;
    bool quota = root->cut_short; /* one that is misspelt has been reported */
    for (size_t i = 0; i < root->pair_count; i++) {
        decode_pair(job, &root->pairs[i]);
        quota = quota || text_distance(root->pairs[i].key->text, "quota", 2) <= 2;
    }
    if (!quota)
        diagnose(job->list, root->at,
                 "'quota' is missing: the sum of weights in favour that adopts");
}

static void load_game(void *context) {
    struct job *job = context;
    if (!start_reader(job))
        return;
    read_weights(job);
    if (tree_mend(&job->reader))
        read_weights(job);
    diagnostics_sort(job->list);
}

enum veto_status weights_load(struct weights *weights, struct veto_diagnostics *diagnostics,
                              const struct veto_text *text) {
    *weights = (struct weights){.count = 0};
    struct job job = {
        .arena = &weights->arena, .list = diagnostics, .text = text, .weights = weights};
    bool done = arenas_try(&weights->arena, &diagnostics->arena, load_game, &job);
    tree_read_end(&job.reader);
    if (!done)
        return VETO_SYSTEM;
    return diagnostics->errors > 0 ? VETO_INPUT : VETO_OK;
}
