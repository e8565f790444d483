/* The format of a session as tables, as scenario/schema.h has them for a scenario. */
#ifndef SESSION_SCHEMA_H
#define SESSION_SCHEMA_H

#include "scenario/schema.h"

extern const struct record session_record, place_record, guess_record;

/* All of them, in the order of the documentation; NULL at the end. */
extern const struct record *const session_records[];

#endif
