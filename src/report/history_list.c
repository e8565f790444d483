/* Votes of a record: a table, CSV and JSON. */
#include <string.h>

#include "base/text.h"
#include "report/history.h"
#include "report/history_words.h"
#include "words/words.h"

/* ---- the table ---- */

struct list {
    struct page page;
    const struct veto_history *history;
    const struct veto_history_filter *filter;
    size_t widths[2]; /* of symbol and outcome */
    size_t count;
};

/* What fits on the rest of the line. */
static char *cut(struct list *list, const char *text, size_t columns) {
    struct arena *arena = &list->page.arena;
    size_t length = strlen(text);
    if (text_width(text) <= columns)
        return arena_copy(arena, text, length);
    size_t fit = text_fit(text, length, columns > 3 ? columns - 3 : 0);
    while (fit > 0 && text[fit - 1] == ' ')
        fit--;
    return arena_printf(arena, "%.*s...", (int)fit, text);
}

/* Few symbols are longer than this ("S/3995 (incorporating the amendment)S/3998"), and they would
 * take the room of all titles. CSV and JSON have them whole. */
enum { LONGEST_SYMBOL = 21 };

static void measure(struct list *list, const struct veto_history_vote *vote) {
    size_t symbol = text_width(history_symbol(vote)),
           outcome = text_width(history_brief_outcome(&list->page.arena, vote));
    symbol = symbol < LONGEST_SYMBOL ? symbol : LONGEST_SYMBOL;
    list->widths[0] = symbol > list->widths[0] ? symbol : list->widths[0];
    list->widths[1] = outcome > list->widths[1] ? outcome : list->widths[1];
    list->count++;
}

enum { DATE = 12, TALLY = 11, GAP = 2, LEAST_TITLE = 10 };

static void write_cells(struct list *list, const char *const *texts, enum prose_ink ink) {
    const struct prose *prose = &list->page.prose;
    size_t used = DATE + list->widths[0] + GAP + list->widths[1] + GAP + TALLY;
    size_t left = prose->columns > used + LEAST_TITLE ? prose->columns - used : LEAST_TITLE;
    struct prose_cell cells[] = {
        {texts[0], DATE, INK_PLAIN},
        {texts[1], list->widths[0] + GAP, INK_PLAIN},
        {texts[2], list->widths[1] + GAP, ink},
        {texts[3], TALLY, INK_PLAIN},
        {cut(list, texts[4], left), 0, INK_PLAIN},
    };
    prose_row(prose, 0, cells, 5);
}

static void write_vote(struct list *list, const struct veto_history_vote *vote) {
    const char *texts[] = {vote->date_text, cut(list, history_symbol(vote), list->widths[0]),
                           history_brief_outcome(&list->page.arena, vote),
                           history_brief_tally(&list->page.arena, vote),
                           history_brief_title(&list->page.arena, vote->title)};
    write_cells(list, texts,
                vote->recorded == VETO_OUTCOMES ? INK_PLAIN : prose_outcome_ink(vote->recorded));
}

static void for_each(struct list *list,
                     void (*use)(struct list *, const struct veto_history_vote *)) {
    for (size_t i = 0; i < list->history->count; i++)
        if (veto_history_matches(&list->history->votes[i], list->filter))
            use(list, &list->history->votes[i]);
}

static void list_work(void *context) {
    static const char *const heads[] = {"date", "symbol", "outcome", "votes", "on"};
    struct list *list = context;
    list->page.prose.arena = &list->page.arena;
    list->widths[0] = strlen(heads[1]);
    list->widths[1] = strlen(heads[2]);
    for_each(list, measure);
    if (list->count > 0)
        write_cells(list, heads, INK_PLAIN);
    for_each(list, write_vote);
    fprintf(list->page.prose.file, "%s%zu vote%s\n", list->count ? "\n" : "", list->count,
            list->count == 1 ? "" : "s");
    if (list->count == 0)
        prose_paragraph(&list->page.prose, INK_PLAIN, 0, 0,
                        history_layout_limits(list->history->layout));
}

enum veto_status report_votes_text(FILE *file, const struct veto_history *history,
                                   const struct veto_history_filter *filter,
                                   const struct text_options *options) {
    struct list list = {.page = page_open(file, options), .history = history, .filter = filter};
    return page_close(&list.page, arenas_try(&list.page.arena, NULL, list_work, &list));
}

/* ---- CSV ---- */

struct table {
    struct arena arena;
    FILE *file;
    const struct veto_history *history;
    const struct veto_history_filter *filter;
};

/* Texts of a history are on one line. */
static void put_field(FILE *file, const char *text, char behind) {
    bool quoted = text && strpbrk(text, ",\"") != NULL;
    if (quoted)
        putc('"', file);
    for (; text && *text; text++) {
        if (*text == '"')
            putc('"', file);
        putc(*text, file);
    }
    if (quoted)
        putc('"', file);
    putc(behind, file);
}

static void put_row(struct table *table, const struct veto_history_vote *vote) {
    FILE *file = table->file;
    unsigned tally[VETO_BALLOTS];
    bool known = history_tally(vote, tally);
    fprintf(file, "%u,", vote->row);
    put_field(file, vote->date_text, ',');
    put_field(file, vote->symbol, ',');
    put_field(file, vote->draft, ',');
    put_field(file, vote->meeting, ',');
    put_field(file, vote->recorded == VETO_OUTCOMES ? NULL : veto_outcome_word(vote->recorded),
              ',');
    for (int i = VETO_YES; i <= VETO_NOT_PARTICIPATING; i++) {
        if (known)
            fprintf(file, "%u", tally[i]);
        putc(',', file);
    }
    put_field(file, history_vetoers(&table->arena, vote, " "), ',');
    put_field(file, vote->title, '\n');
}

static void csv_work(void *context) {
    struct table *table = context;
    fputs("row,date,symbol,draft,meeting,outcome,yes,no,abstain,not_voting,vetoed_by,title\n",
          table->file);
    for (size_t i = 0; i < table->history->count; i++)
        if (veto_history_matches(&table->history->votes[i], table->filter))
            put_row(table, &table->history->votes[i]);
}

enum veto_status report_votes_csv(FILE *file, const struct veto_history *history,
                                  const struct veto_history_filter *filter) {
    struct table table = {.file = file, .history = history, .filter = filter};
    bool done = arenas_try(&table.arena, NULL, csv_work, &table);
    arena_free(&table.arena);
    return done ? VETO_OK : VETO_SYSTEM;
}

/* ---- JSON ---- */

enum veto_status report_votes_json(FILE *file, const struct veto_history *history,
                                   const struct veto_history_filter *filter) {
    json_t *votes = json_array();
    for (size_t i = 0; votes && i < history->count; i++)
        if (veto_history_matches(&history->votes[i], filter))
            votes = json_with(votes, json_vote(&history->votes[i]));
    return json_finish(file, votes);
}
