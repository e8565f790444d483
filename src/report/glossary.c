#include "report/glossary.h"

#include "base/arena.h"
#include "report/build.h"
#include "words/words.h"

enum { LABEL = 24 };

/* ---- each term that a subject asks for ---- */

struct term_walk {
    const struct glossary_subject *subject;
    size_t group, term;
};

static const struct term *next_term(struct term_walk *walk) {
    while (walk->group < GLOSSARY_GROUPS) {
        const struct term_group *group = &glossary_groups[walk->group];
        while (walk->term < group->count) {
            const struct term *term = &group->terms[walk->term++];
            if (!walk->subject->only || walk->subject->only == term)
                return term;
        }
        walk->group++;
        walk->term = 0;
    }
    return NULL;
}

/* ---- the page ---- */

static void add_data(struct page *page, const struct glossary_subject *subject) {
    struct page_table *table = page_data(page, "term", "meaning", "source");
    struct term_walk walk = {subject, 0, 0};
    for (const struct term *term; (term = next_term(&walk)) != NULL;)
        table_texts(table, term->word, term->meaning, term->source);
}

static void add_term(struct page *page, const struct term *term) {
    const char *text = term->meaning;
    if (term->source)
        text = arena_printf(page->arena, "%s (%s)", text, term->source);
    page_fact(page, 0, LABEL, words_capital(page->arena, term->word), ROLE_PLAIN, text);
}

static bool on_screen(const struct glossary_subject *subject, const struct term *term) {
    return subject->screen && glossary_stands(term, subject->screen);
}

/* Of a group what stands on the screen, or all the rest. */
static void add_term_group(struct page *page, const struct glossary_subject *subject,
                           const struct term_group *group, bool shown) {
    for (size_t i = 0; i < group->count; i++)
        if (on_screen(subject, &group->terms[i]) == shown)
            add_term(page, &group->terms[i]);
}

static void add_all(struct page *page, const struct glossary_subject *subject) {
    page_title(page, "Words");
    page_gap(page);
    if (subject->screen) {
        page_heading(page, 2, "On this screen");
        for (size_t i = GLOSSARY_GROUPS; i > 0; i--) /* those that need it most first */
            add_term_group(page, subject, &glossary_groups[i - 1], true);
    }
    for (size_t i = 0; i < GLOSSARY_GROUPS; i++) {
        page_section(page, "%s", glossary_groups[i].title);
        add_term_group(page, subject, &glossary_groups[i], false);
    }
}

static void build_glossary(struct page *page, const void *context) {
    const struct glossary_subject *subject = context;
    const struct term *only = subject->only;
    if (only) {
        page_title(page, words_capital(page->arena, only->word));
        page_paragraph(page, ROLE_PLAIN, 0, only->meaning);
        if (only->source)
            page_paragraph(page, ROLE_DIM, 0, arena_printf(page->arena, "%s.", only->source));
    } else {
        add_all(page, subject);
    }
    add_data(page, subject);
}

static json_t *glossary_json(struct build *build, const void *context) {
    struct term_walk walk = {context, 0, 0};
    json_t *array = json_array();
    for (const struct term *term; (term = next_term(&walk)) != NULL;)
        build_push(build, array,
                   json_pack("{s:s, s:s, s:s?}", "term", term->word, "meaning", term->meaning,
                             "source", term->source));
    return array;
}

const struct report report_glossary = {build_glossary, glossary_json, 12, 0};
