/* What the parts of the report on a draft before it is put share. */
#ifndef REPORT_HISTORY_EXPECT_H
#define REPORT_HISTORY_EXPECT_H

#include <jansson.h>

struct build;

json_t *expect_json(struct build *build, const void *expectation);

#endif
