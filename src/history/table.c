#include "history/table.h"

#include <string.h>

enum {
    LARGEST_FIELD = 1 << 20, /* a quoted text that long is one that nobody closed */
    MOST_COLUMNS = 4096,
};

static void stop(struct table *table, const char *trouble) {
    table->stopped = true;
    table->trouble = trouble;
}

/* Notes whether the key is that of the row before; then the rest of the row is known. */
static void compare_key(struct table *table, const char *text, size_t length) {
    bool short_enough = length < sizeof table->last_key;
    table->same =
        short_enough && length == table->last_length && memcmp(table->last_key, text, length) == 0;
    table->last_length = short_enough ? length : 0; /* no key is of length 0 */
    memcpy(table->last_key, text, table->last_length);
    if (table->same)
        table->wanted = TABLE_KEEP;
}

static void keep_text(struct table *table, size_t column, const char *text, size_t length) {
    if (table->used + length >= table->size) {
        size_t size = 2 * (table->used + length + 1);
        table->bytes = arena_regrow(table->arena, table->bytes, table->used, size, 1);
        table->size = size;
    }
    memcpy(table->bytes + table->used, text, length);
    table->bytes[table->used + length] = '\0';
    table->starts[column] = (uint32_t)table->used;
    table->used += length + 1;
    table->kept[table->kept_count++] = (int)column;
}

static void take_field(struct table *table, const char *text, size_t length)
    __attribute__((noinline)); /* or every empty field pays for its registers */

static void take_field(struct table *table, const char *text, size_t length) {
    size_t column = table->fields++;
    for (size_t i = 0; i < length && !table->filled; i++)
        table->filled = text[i] != ' ' && text[i] != '\t' && text[i] != '\n';
    if (table->has_header) {
        if (column >= table->columns || !(table->keep[column] & table->wanted))
            return;
        if ((int)column == table->key)
            compare_key(table, text, length);
        keep_text(table, column, text, length);
    } else if (!table->stopped && table->columns == MOST_COLUMNS) {
        stop(table, "has more than 4096 columns");
    } else if (!table->stopped) {
        *arena_add(table->arena, table->names, table->columns, table->names_capacity) =
            arena_copy(table->arena, text, length);
    }
}

static void on_field(void *text, size_t length, void *context) {
    struct table *table = context;
    if (length == 0 && table->has_header) /* most of them */
        table->fields++;
    else
        take_field(table, text, length);
}

static void take_header(struct table *table) {
    table->keep = arena_array(table->arena, unsigned char, table->columns + 1);
    table->starts = arena_array(table->arena, uint32_t, table->columns + 1);
    table->kept = arena_array(table->arena, int, table->columns + 1);
    table->size = 4096;
    table->bytes = arena_alloc(table->arena, table->size);
    table->has_header = true;
    table->key = TABLE_NONE;
    if (!table->on_header(table))
        table->stopped = true;
}

/* Before the header, what empty cells there were were taken for names. */
static void on_row_end(int character, void *context) {
    struct table *table = context;
    (void)character;
    table->row++;
    if (table->stopped)
        return;
    if (!table->filled && !table->has_header)
        table->columns = 0;
    else if (!table->has_header)
        take_header(table);
    else if (table->filled)
        table->on_row(table);
    table->fields = table->kept_count = 0;
    table->used = 1; /* 0 is "no text" */
    table->same = table->filled = false;
    table->wanted = TABLE_KEEP | TABLE_KEEP_FIRST;
    if (table->has_header)
        memset(table->starts, 0, table->columns * sizeof *table->starts);
}

static enum veto_status finish_table(struct table *table) {
    csv_set_opts(&table->parser, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&table->parser, on_field, on_row_end, table) == 0)
        return VETO_OK;
    if (csv_error(&table->parser) != CSV_EPARSE)
        return VETO_SYSTEM;
    stop(table, arena_printf(table->arena, "row %u: a quoted text is not closed", table->row + 1));
    return VETO_OK;
}

enum veto_status table_read(struct table *table, struct pieces *input) {
    const char *text;
    size_t length;
    if (csv_init(&table->parser, CSV_REPALL_NL) != 0)
        return VETO_SYSTEM;
    table->parsing = true;
    csv_set_blk_size(&table->parser, 4096);
    while (!table->stopped && pieces_next(input, table->arena, &text, &length)) {
        csv_set_delim(&table->parser, (unsigned char)input->separator);
        if (input->kind)
            stop(table, input->kind);
        else
            csv_parse(&table->parser, text, length, on_field, on_row_end, table);
        if (csv_get_buffer_size(&table->parser) > LARGEST_FIELD && !table->stopped)
            stop(table, arena_printf(table->arena,
                                     "row %u: a text is longer than 1 MiB; is its quotation mark "
                                     "closed?",
                                     table->row + 1));
        if (csv_error(&table->parser) != CSV_SUCCESS)
            return VETO_SYSTEM;
    }
    if (input->file && ferror(input->file))
        return VETO_SYSTEM;
    return table->stopped ? VETO_OK : finish_table(table);
}

void table_end(struct table *table) {
    if (table->parsing)
        csv_free(&table->parser);
    table->parsing = false;
}

const char *table_cell(const struct table *table, int column) {
    if (column == TABLE_NONE || table->starts[column] == 0)
        return "";
    return table->bytes + table->starts[column];
}
