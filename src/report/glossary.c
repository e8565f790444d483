#include "report/glossary.h"

#include "base/arena.h"
#include "report/build.h"
#include "words/words.h"

enum { LABEL = 24 };

/* Of a group what stands on the screen, or all the rest. */
static void add_term_group(struct page *page, const struct glossary_subject *subject,
                           const struct term_group *group, bool shown) {
    for (size_t i = 0; i < group->count; i++) {
        const struct term *term = &group->terms[i];
        const char *text = term->meaning;
        if ((subject->screen && glossary_stands(term, subject->screen)) != shown)
            continue;
        if (term->source)
            text = arena_printf(page->arena, "%s (%s)", text, term->source);
        page_fact(page, 0, LABEL, words_capital(page->arena, term->word), ROLE_PLAIN, text);
    }
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
    struct page_table *table = page_data(page, "term", "meaning", "source");
    for (size_t i = 0; i < GLOSSARY_GROUPS; i++)
        for (size_t j = 0; j < glossary_groups[i].count; j++) {
            const struct term *term = &glossary_groups[i].terms[j];
            if (!only || only == term)
                table_texts(table, term->word, term->meaning, term->source);
        }
}

static json_t *glossary_json(struct build *build, const void *context) {
    const struct glossary_subject *subject = context;
    json_t *array = json_array();
    for (size_t i = 0; i < GLOSSARY_GROUPS; i++)
        for (size_t j = 0; j < glossary_groups[i].count; j++) {
            const struct term *term = &glossary_groups[i].terms[j];
            if (!subject->only || subject->only == term)
                build_push(build, array,
                           json_pack("{s:s, s:s, s:s?}", "term", term->word, "meaning",
                                     term->meaning, "source", term->source));
        }
    return array;
}

const struct report report_glossary = {build_glossary, glossary_json, 12, 0};
