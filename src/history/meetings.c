/* The votes of one meeting, in their order and as what they were. */
#include <stdlib.h>
#include <string.h>

#include "base/owned.h"
#include "base/text.h"
#include "history/record.h"

const char *veto_history_part_word(enum veto_history_part part) {
    static const char *const words[VETO_PARTS] = {
        [VETO_PART_WHOLE] = "whole",
        [VETO_PART_AMENDMENT] = "amendment",
        [VETO_PART_PARAGRAPH] = "paragraph",
        [VETO_PART_UNTOLD] = "untold",
    };
    return words[part];
}

/* ---- which votes ---- */

/* "S/PV.7785"; false where the file names none. */
static bool meeting_symbol_of(const struct veto_history_vote *vote, struct symbol *symbol) {
    const char *cell = vote->meeting;
    while (cell && symbol_next(&cell, symbol))
        if (strncmp(symbol->text, "S/PV.", 5) == 0)
            return true;
    return false;
}

/* What tells a meeting: its symbol, else the day. */
struct sitting {
    bool named;
    struct symbol symbol;
    const struct veto_history_vote *vote;
};

static bool is_of_sitting(const struct sitting *sitting, const struct veto_history_vote *vote) {
    struct symbol symbol;
    bool named = meeting_symbol_of(vote, &symbol);
    if (vote == sitting->vote)
        return true;
    if (named != sitting->named)
        return false;
    return named ? strcmp(symbol.text, sitting->symbol.text) == 0
                 : vote->date.year && veto_date_compare(vote->date, sitting->vote->date) == 0;
}

/* ---- in which order ---- */

/* Whether the file has the latest day first. */
static bool runs_down(const struct veto_history *history) {
    const struct veto_history_vote *first = NULL, *last = NULL;
    for (size_t i = 0; i < history->count; i++) {
        if (!history->votes[i].date.year)
            continue;
        first = first ? first : &history->votes[i];
        last = &history->votes[i];
    }
    return first && veto_date_compare(first->date, last->date) > 0;
}

/* Resolutions keep their places, and take them by number. */
static void order_resolutions(struct arena *arena, struct veto_history_item *items, size_t count) {
    const struct veto_history_vote **votes =
        arena_array(arena, const struct veto_history_vote *, count + 1);
    size_t found = 0, next = 0;
    for (size_t i = 0; i < count; i++)
        if (items[i].vote->resolution)
            votes[found++] = items[i].vote;
    qsort(votes, found, sizeof *votes, votes_by_number);
    for (size_t i = 0; i < count; i++)
        if (items[i].vote->resolution)
            items[i].vote = votes[next++];
}

/* ---- on what ---- */

static const char *cell_of_draft(const struct veto_history_vote *vote) {
    return vote->draft ? vote->draft : vote->symbol;
}

/* What the words of a cell call it. "S/3710 (as amended)" is a draft. */
static enum veto_history_part part_by(const char *text) {
    static const char *const paragraphs[] = {"paragraph", "para.", "paras.", "separate vote"};
    if (text_find(text, "amendment") && !text_find(text, "incorporating the amendment"))
        return VETO_PART_AMENDMENT;
    for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++)
        if (text_find(text, paragraphs[i]))
            return VETO_PART_PARAGRAPH;
    return VETO_PART_WHOLE;
}

/* A draft by its symbol. */
struct draft {
    struct symbol symbol;
    struct veto_history_item *item;
};

static int by_symbol(const void *a, const void *b) {
    const struct draft *x = a, *y = b;
    int order = strcmp(x->symbol.text, y->symbol.text);
    return order ? order : (x->item > y->item) - (x->item < y->item);
}

static int by_text(const void *text, const void *draft) {
    return strcmp(text, ((const struct draft *)draft)->symbol.text);
}

static const struct veto_history_vote *draft_in(const struct draft *drafts, size_t count,
                                                const char *cell) {
    struct symbol symbol;
    while (symbol_next(&cell, &symbol)) {
        const struct draft *found = bsearch(symbol.text, drafts, count, sizeof *drafts, by_text);
        if (found && *symbol.text)
            return found->item->vote;
    }
    return NULL;
}

static void find_parts(struct arena *arena, struct veto_history_item *items, size_t count) {
    struct draft *drafts = arena_array(arena, struct draft, count + 1);
    size_t found = 0, kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct draft draft = {.item = &items[i]};
        const char *cell = cell_of_draft(items[i].vote);
        if (!items[i].vote->resolution)
            items[i].part = part_by(cell);
        if (!items[i].vote->resolution && items[i].part == VETO_PART_WHOLE)
            items[i].part = part_by(items[i].vote->title);
        if (items[i].part == VETO_PART_WHOLE && symbol_next(&cell, &draft.symbol) &&
            *draft.symbol.text && strncmp(draft.symbol.text, "S/PV.", 5) != 0)
            drafts[found++] = draft;
    }
    qsort(drafts, found, sizeof *drafts, by_symbol);
    for (size_t i = 0; i < found; i++) /* of several the file does not say which was on what */
        if (kept > 0 && strcmp(drafts[i].symbol.text, drafts[kept - 1].symbol.text) == 0)
            drafts[i].item->part = drafts[kept - 1].item->part = VETO_PART_UNTOLD;
        else
            drafts[kept++] = drafts[i];
    for (size_t i = 0; i < count; i++) {
        const struct veto_history_vote *vote = items[i].vote;
        if (items[i].part == VETO_PART_WHOLE || items[i].part == VETO_PART_UNTOLD)
            continue;
        items[i].of = draft_in(drafts, kept, cell_of_draft(vote));
        if (!items[i].of)
            items[i].of = draft_in(drafts, kept, vote->title);
    }
}

/* ---- the meeting ---- */

struct finding_meeting {
    struct veto_history_meeting *meeting;
    const struct veto_history *history;
    size_t vote;
};

static void find_meeting(void *context) {
    const struct finding_meeting *work = context;
    size_t all = work->history->count;
    struct arena *arena = owned_arena(work->meeting);
    struct sitting sitting = {.vote = &work->history->votes[work->vote]};
    sitting.named = meeting_symbol_of(sitting.vote, &sitting.symbol);
    struct veto_history_item *items = arena_array(arena, struct veto_history_item, all + 1);
    bool down = runs_down(work->history);
    for (size_t i = 0; i < all; i++) {
        const struct veto_history_vote *vote = &work->history->votes[down ? all - 1 - i : i];
        if (is_of_sitting(&sitting, vote))
            items[work->meeting->count++].vote = vote;
    }
    order_resolutions(arena, items, work->meeting->count);
    find_parts(arena, items, work->meeting->count);
    work->meeting->items = items;
    if (sitting.named)
        work->meeting->symbol = arena_copy(arena, sitting.symbol.text, strlen(sitting.symbol.text));
}

enum veto_status veto_history_meeting_of(struct veto_history_meeting **meeting,
                                         const struct veto_history *history, size_t vote) {
    const struct veto_history_meeting begun = {.count = 0};
    struct finding_meeting work = {owned_new(&begun, sizeof begun), history, vote};
    bool done = owned_try(work.meeting, NULL, find_meeting, &work);
    return owned_give(meeting, work.meeting, done ? VETO_OK : VETO_SYSTEM);
}

void veto_history_meeting_free(struct veto_history_meeting *meeting) {
    owned_free(meeting);
}

/* ---- the nearest ---- */

void veto_history_meetings_near(const struct veto_history *history, const char *name,
                                size_t nearest[2], size_t *named) {
    struct symbol asked, symbol;
    uint64_t wanted = symbol_parse(name, &asked) ? symbol_meeting(&asked) : 0, best[2] = {0, 0};
    nearest[0] = nearest[1] = history->count;
    *named = 0;
    for (size_t i = 0; i < history->count; i++) {
        if (!meeting_symbol_of(&history->votes[i], &symbol))
            continue;
        uint64_t number = symbol_meeting(&symbol);
        ++*named;
        int side = number > wanted;
        if (wanted && number && number != wanted &&
            (nearest[side] == history->count ||
             (side ? number < best[side] : number > best[side]))) {
            nearest[side] = i;
            best[side] = number;
        }
    }
}
