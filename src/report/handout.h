/*
 * Paper to go with a lesson, one page a sheet: for the class, which tells nothing of what is to
 * come; for the teacher, which tells all; a card for each member; and the board, with the chamber
 * and the result. They are for readers only: there is no JSON and no CSV.
 *
 * What the class gets, its sheet and the cards, is made from the scenario alone and never looks at
 * ballots, leanings, outcomes, the record, sources or what was changed by an override.
 */
#pragma once

#include "report/report.h"
#include "veto/flips.h"
#include "veto/meeting.h"

struct handout_subject {
    const struct veto_meeting *meeting; /* played to its end */
    const char *word;                   /* for the scenario on a command line */
    /* One a draft, NULL where there is none: what to change where no lesson says it. Or NULL. */
    const struct veto_flips *const *flips;
};

extern const struct report report_handout_class, report_handout_teacher, report_handout_roles,
    report_handout_board;

/* ---- what the sheets share ---- */

struct minutes;

/* Begins a sheet, as minutes whose meeting has been shown to its end: the title, when and where,
 * and whose sheet it is. With what was changed only where `all` is: an override may be a ballot. */
struct minutes handout_begin(struct page *page, const struct handout_subject *subject,
                             const char *sheet, bool all);

/* Where the numbers come from. */
void handout_foot(const struct minutes *minutes);
