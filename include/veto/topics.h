/*
 * Topics of votes: what a draft was about, told by words of its title.
 *
 * Public files call an adopted resolution by its content ("on extension of the mandate of UNIFIL")
 * and a draft that was not adopted by its item of the agenda alone ("The situation in the Middle
 * East"). The table has the words of both, and puts both forms under the same topics, so that the
 * topic of a vote does not give its outcome away: an item that covers several conflicts is one
 * topic, whatever titles of adopted resolutions tell about them.
 */
#ifndef VETO_TOPICS_H
#define VETO_TOPICS_H

#include <stddef.h>

#include "veto/status.h"

VETO_BEGIN_C

struct veto_topic {
    const char *id;    /* "south-africa" */
    const char *name;  /* "South Africa and its neighbours" */
    const char *words; /* "south africa*, apartheid": any of these, divided by ", " */
};

/* All of them, in the order in which they are looked for: a title that has words of several is of
 * the first. The last one, "other", has no words and takes the rest. */
const struct veto_topic *veto_topics(size_t *count);

/* By its id, capitals or not; NULL if there is none. */
const struct veto_topic *veto_topic_find(const char *id);

/* What somebody meant who typed no id: the topic that has the word ("gaza") or nearly the id; NULL
 * where there is none. */
const struct veto_topic *veto_topic_nearest(const char *word);

/*
 * The topic of a title or of an agenda item; never NULL. Words stand in it whole and in their
 * order, whatever signs, capitals and accents there are; where they end in "*" the last of them may
 * go on. A title that is cut off with "[...]" may also break off within that last word, behind its
 * third letter. The first 2,000 bytes count.
 */
const struct veto_topic *veto_topic_of(const char *title);

VETO_END_C

#endif
