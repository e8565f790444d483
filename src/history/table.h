/*
 * A CSV file, row by row, with only those fields kept that somebody asked for. Encoding, line ends
 * and the sign between fields are what the file shows them to be; a row of empty cells is none.
 * Everything is made in one arena, under arenas_try; the parser is libcsv's.
 */
#pragma once

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "history/pieces.h"
#include "veto/status.h"

/* A field is kept in every row, in the first of those rows that agree in the key, or not at all. */
enum table_keep { TABLE_SKIP = 0, TABLE_KEEP_FIRST = 1, TABLE_KEEP = 2 };

enum { TABLE_NONE = -1 }; /* no such column */

struct table {
    /* set by who reads */
    struct arena *arena;
    bool (*on_header)(struct table *table); /* sets keep[] and key; false: goes no further */
    void (*on_row)(struct table *table);
    void *context;

    /* set by on_header */
    unsigned char *keep; /* enum table_keep, one a column; all TABLE_SKIP at first */
    int key;             /* column that tells which rows belong together, or TABLE_NONE */

    /* to read in the callbacks */
    const char **names; /* the header's fields */
    size_t columns;
    unsigned row;  /* as a spreadsheet counts: from 1, empty ones too */
    size_t fields; /* of this row */
    int *kept;     /* the columns of this row that have a text, in order */
    size_t kept_count;
    bool same; /* its key is that of the row before: fields kept for the first are not here */

    /* why it stopped before the end: a sentence without a full stop, or NULL */
    const char *trouble;

    /* its own */
    struct csv_parser parser;
    bool parsing, stopped, has_header;
    bool filled; /* this row has a cell that is not blank */
    unsigned wanted;
    uint32_t *starts; /* of each column's text in `bytes`; 0: none */
    char *bytes;
    size_t used, size, names_capacity;
    char last_key[64];
    size_t last_length;
};

/* Reads to the end, or until on_header refuses or there is `trouble`. VETO_SYSTEM: reading failed,
 * or memory ran out within libcsv. */
enum veto_status table_read(struct table *table, struct pieces *input);

/* Frees what libcsv holds; also after a jump out of table_read. */
void table_end(struct table *table);

/* The text of a column in this row; "" where it is blank, not kept or TABLE_NONE. */
const char *table_cell(const struct table *table, int column);
