/* The words of modes and of kinds of events, NULL at the end: for tables that decode them. */
#pragma once

#include "veto/meeting.h"

extern const char *const mode_words[VETO_MODES + 1], *const event_words[VETO_EVENT_KINDS + 1];
