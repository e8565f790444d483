/* What words mean: those of the screen that this one lies over, and all others. */
#include "report/glossary.h"
#include "view/parts.h"

void draw_words(const struct scene *scene, struct area area) {
    struct lines lines = {.frame = scene->frame, .columns = area.columns};
    struct page page = {.arena = lines.frame->arena};
    report_glossary.page(&page, &(struct glossary_subject){.screen = scene->under});
    lines_page(&lines, &page);
    lines_scroll(&lines, area, 0, scene->state->scroll, 0);
}
