/* The words of modes and of kinds of events, NULL at the end: for tables that decode them. */
#ifndef MEETING_WORDS_H
#define MEETING_WORDS_H

#include "veto/meeting.h"

extern const char *const mode_words[VETO_MODES + 1], *const event_words[VETO_EVENT_KINDS + 1];

#endif
