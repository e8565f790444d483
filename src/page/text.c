/* The surface of text, and all of them. */
#include "base/text.h"
#include "base/arena.h"
#include "page/layout.h"
#include "page/surface.h"

enum { COLUMNS = 80 };

static const char *const codes[ROLES] = {
    [ROLE_TITLE] = "1",   [ROLE_STRONG] = "1",  [ROLE_DIM] = NULL,     [ROLE_NOTE] = "33",
    [ROLE_YES] = "32",    [ROLE_NO] = "31",     [ROLE_ABSTAIN] = "33", [ROLE_ADOPTED] = "32",
    [ROLE_VETOED] = "31", [ROLE_FAILED] = "33",
};

void layout_write(FILE *file, const struct layout_line *line, bool color) {
    size_t at = 0;
    for (size_t i = 0; i < line->count; i++) {
        const struct layout_run *run = &line->runs[i];
        if (run->column > at)
            fprintf(file, "%*s", (int)(run->column - at), "");
        const char *code = color ? codes[run->role] : NULL;
        if (code)
            fprintf(file, "\033[%sm", code);
        fputs(run->text, file);
        fputs(code ? "\033[0m" : "", file);
        at = (run->column > at ? run->column : at) + text_width(run->text);
    }
    fputc('\n', file);
}

void page_write_text(FILE *file, const struct page *page, const struct page_look *look) {
    struct layout layout = {
        .arena = page->arena,
        .columns = look->columns ? look->columns : COLUMNS,
        .ascii = look->ascii,
        .rules = true,
    };
    layout_page(&layout, page);
    for (size_t i = 0; i < layout.count; i++)
        layout_write(file, &layout.lines[i], look->color);
}

void page_write(FILE *file, const struct page *page, enum page_format format,
                const struct page_look *look) {
    static void (*const write[PAGE_FORMATS])(FILE *, const struct page *) = {
        [PAGE_HTML] = page_write_html,
        [PAGE_MARKDOWN] = page_write_markdown,
        [PAGE_CSV] = page_write_csv,
    };
    if (format == PAGE_TEXT)
        page_write_text(file, page, look);
    else
        write[format](file, page);
}
