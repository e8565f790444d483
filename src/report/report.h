/*
 * Reports: what the program found, as a page for readers and as JSON for programs. A report is one
 * row: what builds its page, and what builds its JSON. Neither knows a file or a width.
 */
#pragma once

#include <stdio.h>

#include "page/surface.h"
#include "veto/status.h"

struct build;
struct json_t;

struct report {
    /* Adds the report on a subject, which is of its own type, to a page. */
    void (*page)(struct page *page, const void *subject);
    /* The same as JSON, a new reference; what fails is missed in `build`. */
    struct json_t *(*json)(struct build *build, const void *subject);
    unsigned digits;  /* of numbers in JSON; 0: as many as it takes */
    unsigned columns; /* of text, where there is room; 0: 80 */
};

enum report_format {
    REPORT_TEXT = PAGE_TEXT,
    REPORT_HTML = PAGE_HTML,
    REPORT_MARKDOWN = PAGE_MARKDOWN,
    REPORT_CSV = PAGE_CSV,
    REPORT_JSON = PAGE_FORMATS,
};

struct report_look {
    enum report_format format;
    struct page_look page;
    const char *const *set; /* PATH=VALUE: what was changed; said below the title, and in JSON */
    size_t set_count;
};

/* Writes a report on a subject. VETO_SYSTEM when memory runs out, and for JSON when a write fails;
 * else a failed write stays in the file's error indicator. */
enum veto_status report_write(FILE *file, const struct report *report, const void *subject,
                              const struct report_look *look);

/* Writes the format of scenarios for editors and other programs: JSON Schema, made from the tables
 * that the loader reads files by. VETO_SYSTEM when memory runs out or a write fails. */
enum veto_status schema_write(FILE *file);
