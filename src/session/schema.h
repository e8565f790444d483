/* The format of a session as tables, as decode/schema.h has them. */
#ifndef SESSION_SCHEMA_H
#define SESSION_SCHEMA_H

#include "decode/schema.h"

extern const struct record session_record, place_record, guess_record;

/* All of them, in the order of the documentation; NULL at the end. */
extern const struct record *const session_records[];

#endif
