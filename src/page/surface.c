#include "page/surface.h"

void page_write(FILE *file, const struct page *page, enum page_format format,
                const struct page_look *look) {
    switch (format) {
    case PAGE_HTML:
        page_write_html(file, page);
        break;
    case PAGE_MARKDOWN:
        page_write_markdown(file, page);
        break;
    case PAGE_CSV:
        page_write_csv(file, page);
        break;
    default:
        page_write_text(file, page, look);
    }
}
