/* What the sheets of a handout share. */
#ifndef REPORT_HANDOUT_PARTS_H
#define REPORT_HANDOUT_PARTS_H

#include "report/handout.h"
#include "report/minutes.h"

/* A sheet as minutes whose meeting has been shown to its end. `meeting` must live as long. */
struct minutes handout_minutes(struct page *page, const struct veto_meeting *meeting);

/* The title, when and where, and whose sheet it is. With what was changed only where `all` is:
 * an override may be a ballot. */
void handout_head(const struct minutes *minutes, const char *sheet, bool all);

/* Where the numbers come from. */
void handout_foot(const struct minutes *minutes);

#endif
