#include "play/browser.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* ---- matching ---- */

/* "vetoed by usa" asks who vetoed, and not for a veto and for "usa" in any place: it becomes one
 * word, which an entry has for each veto. */
static void join_vetoes(char *words) {
    static const char said[] = "vetoed by ", meant[] = "vetoed:";
    for (char *at = words; (at = strstr(at, said)) != NULL; at++) {
        char *name = at + strlen(said) + strspn(at + strlen(said), " ");
        if (*name == '\0')
            return; /* it is still to be typed */
        memcpy(at, meant, strlen(meant));
        memmove(at + strlen(meant), name, strlen(name) + 1);
    }
}

struct finder browser_finder(const struct browser *browser) {
    struct finder finder = {.catalogue = browser->catalogue};
    text_fold(finder.words, sizeof finder.words, browser->typed);
    join_vetoes(finder.words);
    if (veto_history_is_name(browser->typed))
        memcpy(finder.name, browser->typed, sizeof finder.name);
    return finder;
}

static bool matches(const struct finder *finder, size_t entry) {
    const struct entry *about = &finder->catalogue->entries[entry];
    if (*finder->words && about->shelf == SHELF_TOPICS)
        return false; /* what it is about is found below */
    return text_has_words(about->search, finder->words) ||
           (*finder->name && about->vote && veto_history_goes_by(about->vote, finder->name));
}

size_t finder_next(const struct finder *finder, size_t from) {
    while (from < finder->catalogue->count && !matches(finder, from))
        from++;
    return from;
}

size_t finder_previous(const struct finder *finder, size_t from) {
    while (from-- > 0)
        if (matches(finder, from))
            return from;
    return finder->catalogue->count;
}

enum view browser_view(const struct browser *browser) {
    if (browser->size.columns < LEAST_COLUMNS || browser->size.rows < LEAST_ROWS)
        return VIEW_SMALL;
    if (browser->help)
        return VIEW_HELP;
    return *browser->typed ? VIEW_SEARCH : VIEW_BROWSE;
}

/* ---- what the list shows ---- */

/* The first entry that the list can begin with to show `last` in its last row: in the first stands
 * the name of a shelf, and so it does above each entry that begins one. */
static size_t top_for(const struct finder *finder, size_t last, int rows) {
    const struct entry *entries = finder->catalogue->entries;
    size_t top = last;
    for (int used = 2;;) {
        size_t before = finder_previous(finder, top);
        if (before == finder->catalogue->count)
            return top;
        used += strcmp(entry_heading(&entries[before]), entry_heading(&entries[top])) ? 2 : 1;
        if (used > rows)
            return top;
        top = before;
    }
}

/* Lets the list show what is selected, moving it no more than it takes, and no further down than
 * leaves it full. */
static void reveal(struct browser *browser) {
    struct finder finder = browser_finder(browser);
    size_t selected = browser->selected, none = browser->catalogue->count;
    int rows = browser->size.list;
    if (selected == none) {
        browser->top = none;
        return;
    }
    size_t least = top_for(&finder, selected, rows);
    size_t most = top_for(&finder, finder_previous(&finder, none), rows);
    size_t top = finder_next(&finder, browser->top);
    top = top > selected ? selected : top < least ? least : top;
    browser->top = top < most ? top : most;
}

static void select_entry(struct browser *browser, size_t entry) {
    browser->selected = entry;
    browser->scroll = 0;
    reveal(browser);
}

/* ---- actions ---- */

static void entry_by(struct browser *browser, int by) {
    struct finder finder = browser_finder(browser);
    size_t to = browser->selected, none = browser->catalogue->count;
    int count = abs(by) == PAGE ? browser->size.list - 2 : abs(by);
    for (size_t next; count-- > 0 && to < none; to = next) {
        next = by < 0 ? finder_previous(&finder, to) : finder_next(&finder, to + 1);
        if (next == none)
            break;
    }
    select_entry(browser, to);
}

static void to_edge(struct browser *browser, int end) {
    struct finder finder = browser_finder(browser);
    select_entry(browser, end ? finder_previous(&finder, browser->catalogue->count)
                              : finder_next(&finder, 0));
}

/* Why a recorded vote cannot be played may be how it came out. */
static void browser_play(struct browser *browser, int argument) {
    (void)argument;
    if (browser->selected == browser->catalogue->count) {
        browser->notice = "nothing matches: Esc clears the search";
        return;
    }
    const struct entry *entry = &browser->catalogue->entries[browser->selected];
    browser->chosen = entry->closed == NULL;
    if (entry->closed)
        browser->notice =
            entry->vote && !browser->open ? "there is no roll call to play" : entry->closed;
}

static void browser_forget(struct browser *browser, int argument) {
    size_t selected = browser->selected;
    (void)argument;
    browser->forget = selected < browser->catalogue->count &&
                      browser->catalogue->entries[selected].shelf == SHELF_UNFINISHED;
    if (!browser->forget)
        browser->notice = "only a session that was left unfinished can be forgotten";
}

/* A click selects, and on what is selected it plays. */
static void to_entry(struct browser *browser, int entry) {
    if (entry < 0 || (size_t)entry >= browser->catalogue->count)
        return;
    if (browser->selected == (size_t)entry)
        browser_play(browser, 0);
    else
        select_entry(browser, (size_t)entry);
}

/* Where letters are taken back more matches, and what is selected still does. */
static void untype(struct browser *browser, int all) {
    if (all)
        browser->typed[0] = '\0';
    else
        text_drop_cluster(browser->typed);
    if (browser->selected == browser->catalogue->count)
        to_edge(browser, 0);
    else
        reveal(browser);
}

static void browser_scroll(struct browser *browser, int lines) {
    browser->scroll = reach_by(&browser->reach, browser->scroll, lines);
}

static void toggle_help(struct browser *browser, int argument) {
    (void)argument;
    browser->help = !browser->help;
    browser->scroll = 0;
}

static void browser_quit(struct browser *browser, int argument) {
    (void)argument;
    browser->quit = true;
}

static struct browser without_answers(struct browser browser) {
    browser.notice = NULL;
    browser.chosen = browser.forget = false;
    return browser;
}

struct browser browser_act(struct browser browser, enum action action, int argument) {
    static void (*const actions[ACTIONS])(struct browser *, int) = {
        [ACTION_ENTRY] = to_entry,        [ACTION_ENTRY_BY] = entry_by,
        [ACTION_EDGE] = to_edge,          [ACTION_PLAY] = browser_play,
        [ACTION_FORGET] = browser_forget, [ACTION_UNTYPE] = untype,
        [ACTION_SCROLL] = browser_scroll, [ACTION_VIEW] = toggle_help,
        [ACTION_CLOSE] = toggle_help,     [ACTION_QUIT] = browser_quit,
    };
    browser = without_answers(browser);
    if (action == ACTION_ROW) { /* of the help, which it closes */
        const struct binding *row = &key_bindings[argument];
        toggle_help(&browser, 0);
        action = row->action;
        argument = row->argument;
    }
    if (actions[action])
        actions[action](&browser, argument);
    return browser;
}

struct browser browser_without(struct browser browser, size_t index) {
    struct finder finder = browser_finder(&browser);
    browser.selected -= browser.selected > index;
    browser.top -= browser.top > index;
    size_t next = finder_next(&finder, browser.selected);
    if (next == browser.catalogue->count)
        next = finder_previous(&finder, next);
    select_entry(&browser, next);
    return browser;
}

struct browser browser_again(struct browser browser, const struct entry *chosen) {
    struct finder finder = browser_finder(&browser);
    const struct catalogue *catalogue = browser.catalogue;
    size_t first = finder_next(&finder, 0), at = first;
    while (at < catalogue->count &&
           (catalogue->entries[at].shelf != chosen->shelf || !chosen->word ||
            strcmp(catalogue->entries[at].word, chosen->word) != 0))
        at = finder_next(&finder, at + 1);
    select_entry(&browser, at < catalogue->count ? at : first);
    return browser;
}

/* ---- typing ---- */

static bool types(const struct browser *browser) {
    return browser_view(browser) & (VIEW_BROWSE | VIEW_SEARCH);
}

/* A blank that nothing stands before searches for nothing. */
struct browser browser_type(struct browser browser, uint32_t code) {
    char bytes[5];
    size_t length = strlen(browser.typed), more = text_encode(code, bytes);
    browser = without_answers(browser);
    if (code < 0x20 || text_forbidden(code) || more == 0 || !types(&browser))
        return browser;
    if (code == ' ' && length == 0) {
        browser.notice = "Enter plays what is selected; letters search";
    } else if (length + more >= sizeof browser.typed) {
        browser.notice = "that is as long as a search can be";
    } else {
        memcpy(browser.typed + length, bytes,
               more + 1); /* with the NUL: what was cleared is behind */
        to_edge(&browser, 0);
    }
    return browser;
}

struct browser browser_press(struct browser browser, uint32_t key) {
    int argument = 0;
    enum action action = key_action(browser_view(&browser), key, &argument);
    if (action == ACTION_NONE && types(&browser))
        return browser_type(browser, key);
    browser = browser_act(browser, action, argument);
    if (action == ACTION_NONE)
        browser.notice = key_notice(key);
    return browser;
}

/* ---- from outside ---- */

struct browser browser_start(const struct catalogue *catalogue, enum charset charset,
                             struct browser_size size) {
    return (struct browser){.catalogue = catalogue, .size = size, .charset = charset};
}

struct browser browser_resize(struct browser browser, struct browser_size size) {
    browser.size = size;
    reveal(&browser);
    return browser;
}

struct browser browser_settle(struct browser browser, const struct reach *reach) {
    browser.reach = *reach;
    browser.scroll = reach_within(reach, browser.scroll);
    return browser;
}
