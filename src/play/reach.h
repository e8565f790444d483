/*
 * What a state needs to know of whatever shows it: numbers, and nothing of what is drawn.
 */
#pragma once

enum charset { CHARSET_UTF8, CHARSET_ASCII };

/* From the usual columns on a list stands beside what there is to read of it, and not above; on a
 * wide screen there is more beside each other. */
enum { LEAST_COLUMNS = 50, USUAL_COLUMNS = 80, WIDE_COLUMNS = 120, LEAST_ROWS = 24 };

enum { PAGE = 1000 }; /* as a number of lines: as many as are shown */

/* How far the part that scrolls can go from where it stands by itself, in lines: down (least, 0 or
 * negative) and up (most). */
struct reach {
    int least, most;
    int page;  /* lines that it shows */
    int found; /* where it stands so that what was looked for is at the top */
};

/* The nearest to `scroll` that is within reach. */
int reach_within(const struct reach *reach, int scroll);

/* So many lines further up or, negative, down. */
int reach_by(const struct reach *reach, int scroll, int lines);
