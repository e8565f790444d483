#include "history/layout.h"

#include <string.h>

/* The headers, by the letters in them. The first name of each list is the one that messages use. */
static const char *const header_names[][COLUMNS][3] = {
    [VETO_SCIENCES_PO] =
        {
            [COLUMN_VOTE] = {"Vote in the DB"},
            [COLUMN_SYMBOL] = {"UN classification"},
            [COLUMN_TITLE] = {"Official full title"},
            [COLUMN_DATE] = {"Date"},
            [COLUMN_OUTCOME] = {"Vote outcome"},
            [COLUMN_OUTCOME_TOO] = {"Vote outcome typology-Observable"},
            [COLUMN_MEETING] = {"Meeting"}, /* which it lacks as published */
            [COLUMN_TOTAL + VETO_TOTAL_YES] = {"Yes"},
            [COLUMN_TOTAL + VETO_TOTAL_NO] = {"No"},
            [COLUMN_TOTAL + VETO_TOTAL_ABSTAIN] = {"Abstentions", "Abstention"},
            [COLUMN_TOTAL + VETO_TOTAL_NOT_VOTING] = {"Non-Voting"},
            [COLUMN_TOTAL + VETO_TOTAL_MEMBERS] = {"Total"},
            [COLUMN_TOTAL + VETO_TOTAL_VETOES] = {"(of which veto)"},
        },
    [VETO_UNDL] =
        {
            [COLUMN_VOTE] = {"undl_id"},
            [COLUMN_SYMBOL] = {"resolution"},
            [COLUMN_DRAFT] = {"draft"},
            [COLUMN_MEETING] = {"meeting"},
            [COLUMN_TITLE] = {"description", "title"},
            [COLUMN_AGENDA] = {"agenda", "agenda_title"},
            [COLUMN_DATE] = {"date"},
            [COLUMN_OUTCOME] = {"modality"},
            [COLUMN_CODE] = {"ms_code"},
            [COLUMN_NAME] = {"ms_name"},
            [COLUMN_BALLOT] = {"ms_vote"},
            [COLUMN_TOTAL + VETO_TOTAL_YES] = {"total_yes"},
            [COLUMN_TOTAL + VETO_TOTAL_NO] = {"total_no"},
            [COLUMN_TOTAL + VETO_TOTAL_ABSTAIN] = {"total_abstentions"},
            [COLUMN_TOTAL + VETO_TOTAL_NOT_VOTING] = {"total_non_voting"},
            [COLUMN_TOTAL + VETO_TOTAL_MEMBERS] = {"total_ms"},
        },
};

/* What a layout is known by, and what no vote can be told without. */
static const enum column known_by[] = {
    [VETO_SCIENCES_PO] = COLUMN_SYMBOL, [VETO_UNDL] = COLUMN_BALLOT};

static const enum column needed[][3] = {
    [VETO_SCIENCES_PO] = {COLUMN_SYMBOL, COLUMN_DATE, COLUMN_OUTCOME},
    [VETO_UNDL] = {COLUMN_CODE, COLUMN_BALLOT, COLUMN_DATE},
};

/* ---- the header ---- */

static int find_column(const struct table *table, const char *const names[3]) {
    for (size_t name = 0; name < 3 && names[name]; name++)
        for (size_t i = 0; i < table->columns; i++)
            if (same_letters(table->names[i], names[name]))
                return (int)i;
    return TABLE_NONE;
}

/* Columns that only files of the General Assembly have. */
static const char *const of_assembly[3] = {"committee_report", "rcid", "unres"};

void layout_refuse_assembly(struct veto_diagnostics *list, const char *name) {
    diagnose_file(list, name, "these are votes of the General Assembly");
    diagnose_hint(list, "'veto history' reads those of the Security Council");
}

/* "'year', 'state' and 3 more" */
static const char *columns_found(struct loader *loader) {
    enum { SHOWN = 6 };
    const struct table *table = &loader->table;
    const char *text = "";
    size_t shown = table->columns <= SHOWN + 1 ? table->columns : SHOWN;
    for (size_t i = 0; i < shown; i++)
        text = arena_printf(&loader->scratch, "%s%s'%s'", text,
                            i == 0                    ? ""
                            : i + 1 == table->columns ? " and "
                                                      : ", ",
                            problem_quote(&loader->problems, table->names[i]));
    return shown == table->columns
               ? text
               : arena_printf(&loader->scratch, "%s and %zu more", text, table->columns - shown);
}

static void refuse_layout(struct loader *loader) {
    diagnose_file(loader->list, loader->name,
                  "is in none of the known layouts of votes: its column%s %s",
                  loader->table.columns == 1 ? " is" : "s are", columns_found(loader));
    diagnose_hint(loader->list,
                  "the first row must name the columns: '%s' (Sciences Po) or '%s' (United Nations "
                  "Digital Library)",
                  header_names[VETO_SCIENCES_PO][COLUMN_SYMBOL][0],
                  header_names[VETO_UNDL][COLUMN_BALLOT][0]);
}

static bool recognise(struct loader *loader) {
    if (find_column(&loader->table, of_assembly) != TABLE_NONE) {
        layout_refuse_assembly(loader->list, loader->name);
        return false;
    }
    for (int layout = VETO_SCIENCES_PO; layout <= VETO_UNDL; layout++) {
        if (find_column(&loader->table, header_names[layout][known_by[layout]]) == TABLE_NONE)
            continue;
        loader->layout = (enum veto_history_layout)layout;
        return true;
    }
    refuse_layout(loader);
    return false;
}

static bool find_columns(struct loader *loader) {
    const char *const(*names)[3] = header_names[loader->layout];
    for (int i = 0; i < COLUMNS; i++)
        loader->columns[i] = find_column(&loader->table, names[i]);
    bool complete = true;
    for (int i = 0; i < 3; i++) {
        enum column column = needed[loader->layout][i];
        if (loader->columns[column] != TABLE_NONE)
            continue;
        diagnose_file(loader->list, loader->name, "has no column '%s'", names[column][0]);
        complete = false;
    }
    return complete;
}

/* Every other column may be a state; at least one is. */
static bool find_ballot_columns(struct loader *loader) {
    struct table *table = &loader->table;
    bool found = false;
    loader->ballot_columns =
        arena_array(&loader->scratch, struct ballot_column, table->columns + 1);
    for (size_t i = 0; i < table->columns; i++) {
        if (table->keep[i] != TABLE_SKIP || same_letters(table->names[i], "Resolution number") ||
            same_letters(table->names[i], "Title-Observable"))
            continue; /* those say again what others say */
        struct ballot_column *column = &loader->ballot_columns[i];
        column->holds_ballots = true;
        found |= state_by_name(table->names[i], column->state);
        table->keep[i] = TABLE_KEEP;
    }
    if (!found)
        diagnose_file(loader->list, loader->name,
                      "has no column of a state, as 'FRANCE', and so no ballots");
    return found;
}

static bool choose_columns(struct loader *loader) {
    struct table *table = &loader->table;
    bool a_row_a_ballot = loader->layout == VETO_UNDL;
    for (int i = 0; i < COLUMNS; i++)
        if (loader->columns[i] != TABLE_NONE)
            table->keep[loader->columns[i]] = a_row_a_ballot ? TABLE_KEEP_FIRST : TABLE_KEEP;
    if (a_row_a_ballot) {
        for (int i = COLUMN_CODE; i <= COLUMN_BALLOT; i++)
            if (loader->columns[i] != TABLE_NONE)
                table->keep[loader->columns[i]] = TABLE_KEEP;
        bool numbered = loader->columns[COLUMN_VOTE] != TABLE_NONE;
        table->key = loader->columns[numbered ? COLUMN_VOTE : COLUMN_SYMBOL];
        return true;
    }
    return find_ballot_columns(loader);
}

bool layout_header(struct table *table) {
    struct loader *loader = table->context;
    if (!recognise(loader) || !find_columns(loader) || !choose_columns(loader))
        return false;
    loader->header_found = true;
    loader->date_orders = ~0u;
    return !loader->header_alone;
}

/* ---- Sciences Po: one row a vote ---- */

/* In a column that is no state, only what can be nothing but a ballot is one: its letters. */
static void sciences_po_row(struct loader *loader) {
    const struct table *table = &loader->table;
    vote_begin(loader, "");
    for (size_t i = 0; i < table->kept_count; i++) {
        const struct ballot_column *column = &loader->ballot_columns[table->kept[i]];
        if (!column->holds_ballots)
            continue;
        const char *text = table_cell(table, table->kept[i]);
        if (*column->state ||
            (*text <= 'Z' && strlen(text) <= 2 && ballot_by_word(text) != VETO_BALLOT_UNREADABLE))
            vote_add_ballot(loader, loader->count - 1, column->state, table->names[table->kept[i]],
                            text);
    }
}

/* ---- UNDL: one row a ballot ---- */

static size_t *find_slot(struct loader *loader, const char *key) {
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (const char *c = key; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 1099511628211u;
    size_t at = (size_t)hash & (loader->slot_count - 1);
    while (loader->slots[at] && strcmp(loader->builders[loader->slots[at] - 1].key, key) != 0)
        at = (at + 1) & (loader->slot_count - 1);
    return &loader->slots[at];
}

static void grow_slots(struct loader *loader) {
    if (loader->slot_count > 2 * loader->count)
        return;
    loader->slot_count = loader->slot_count ? 4 * loader->slot_count : 1024;
    loader->slots = arena_array(&loader->scratch, size_t, loader->slot_count);
    for (size_t i = 0; i < loader->count; i++)
        *find_slot(loader, loader->builders[i].key) = i + 1;
}

/* Where there is no number of the vote, its symbols and its date tell it. */
static void find_vote(struct loader *loader) {
    const struct table *table = &loader->table;
    const char *key = table_cell(table, loader->columns[COLUMN_VOTE]);
    if (!*key)
        key = arena_printf(&loader->scratch, "%s|%s|%s",
                           table_cell(table, loader->columns[COLUMN_SYMBOL]),
                           table_cell(table, loader->columns[COLUMN_DRAFT]),
                           table_cell(table, loader->columns[COLUMN_DATE]));
    grow_slots(loader);
    size_t *slot = find_slot(loader, key);
    if (*slot == 0) {
        vote_begin(loader, arena_copy(&loader->scratch, key, strlen(key)));
        *slot = loader->count;
    }
    loader->current = *slot - 1;
}

static const char *find_layout_state(struct loader *loader, const char *code, const char *name) {
    static const char none[4] = "";
    const unsigned char *c = (const unsigned char *)code;
    bool three = c[0] && c[1] && c[2] && !c[3];
    size_t at = three ? (c[0] * 7u + c[1] * 31u + c[2]) % 256 : 0;
    if (three && memcmp(loader->known_codes[at].from, code, 4) == 0)
        return loader->known_codes[at].to;
    char found[4];
    if (three && veto_history_state(code, found)) {
        memcpy(loader->known_codes[at].from, code, 4);
        memcpy(loader->known_codes[at].to, found, 4);
        return loader->known_codes[at].to;
    }
    if (state_by_name(name, found))
        return arena_copy(&loader->scratch, found, 3);
    return none;
}

static void undl_row(struct loader *loader) {
    const struct table *table = &loader->table;
    if (!table->same)
        find_vote(loader);
    const char *code = table_cell(table, loader->columns[COLUMN_CODE]);
    const char *name = table_cell(table, loader->columns[COLUMN_NAME]);
    const char *text = table_cell(table, loader->columns[COLUMN_BALLOT]);
    if (*text)
        vote_add_ballot(loader, loader->current, find_layout_state(loader, code, name),
                        *code ? code : name, text);
}

/* ---- both ---- */

void layout_row(struct table *table) {
    struct loader *loader = table->context;
    if (loader->layout == VETO_UNDL)
        undl_row(loader);
    else
        sciences_po_row(loader);
    if (table->fields == table->columns)
        return;
    size_t at = loader->layout == VETO_UNDL ? loader->current : loader->count - 1;
    problem_note(&loader->problems, VETO_PROBLEM_FIELDS, &loader->votes[at], "",
                 "a row has more or fewer fields than the header",
                 "the row has %zu fields, and the header %zu", table->fields, table->columns)
        ->row = table->row;
}

bool layout_is_of_assembly(const struct loader *loader) {
    size_t count = 0;
    for (size_t i = 0; i < loader->count; i++)
        count += strncmp(loader->votes[i].symbol, "A/", 2) == 0;
    return count > 0 && count == loader->count;
}
