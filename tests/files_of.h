/* The files that a pattern names, in order; the caller calls globfree. */
#pragma once

#include <check.h>
#include <glob.h>

static inline glob_t files_of(const char *pattern, size_t least) {
    glob_t found;
    ck_assert_int_eq(glob(pattern, 0, NULL, &found), 0);
    ck_assert_uint_gt(found.gl_pathc, least);
    return found;
}
