/* The parts of the report on power. */
#ifndef REPORT_POWER_PARTS_H
#define REPORT_POWER_PARTS_H

#include "report/power.h"

struct build;
struct json_t;

/* What was found, in a sentence or two: how often those decide who do so most and least, and how
 * often a draft is adopted. "" where that is not known. */
const char *power_lead(struct arena *arena, const struct power_council *council);

/* The same of several side by side: under which power is most unequal, and a draft is adopted most
 * often. */
const char *power_compared(struct arena *arena, const struct power_report *report);

/* Who decides the drafts of a scenario. */
void power_add_in(struct page *page, const struct power_in *in, bool exact);

/* Every measure of every member, for CSV. */
void power_add_data(struct page *page, const struct power_report *report);

struct json_t *power_json(struct build *build, const void *report);

#endif
