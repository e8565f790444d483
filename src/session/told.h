/*
 * What may be told of a meeting before it has happened there: the one rule for whatever a class
 * gets to see, on a screen or in a file. Until the result of a draft is shown, nothing tells it or
 * hints at it: no odds, leaning, move of a leaning or ballot that is expected, no outcome, and no
 * word of what was written when the outcome was known.
 */
#pragma once

#include "session/session.h"

struct told {
    const struct veto_meeting *meeting;
    size_t shown; /* so many of its events have been shown */
    bool open;    /* somebody asked for everything: nothing is hidden */
};

/* Whether anything but its text may be told of a draft: its result has been shown, or the meeting
 * is over. */
bool told_draft(const struct told *told, int draft);

/* Whether it may be told what depends on how all votes came out: none is to come. */
bool told_all(const struct told *told);

/* Whether title, note and address of a source may be told: those of a source that is known to be
 * from before the day of the meeting always, the others with the last result. */
bool told_source(const struct told *told, const struct veto_reference *source);

/* A question for the class, or where it tells something before the result that it is about, that
 * there is one. */
const char *told_question(const struct told *told, const struct veto_class_question *question);
