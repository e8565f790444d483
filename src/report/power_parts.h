/* The parts of the report on power. */
#ifndef REPORT_POWER_PARTS_H
#define REPORT_POWER_PARTS_H

#include "report/power.h"

struct build;
struct json_t;

/* Who decides the drafts of a scenario. */
void power_add_in(struct page *page, const struct power_in *in, bool exact);

/* Every measure of every member, for CSV. */
void power_add_data(struct page *page, const struct power_report *report);

struct json_t *power_json(struct build *build, const void *report);

#endif
