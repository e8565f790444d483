/* The allocator of a test program, of which one allocation fails. */
#pragma once

#include <stddef.h>

/* From here on allocations are counted, and number `at`, from 1, fails; none where it is 0. */
void failmalloc_start(size_t at);

/* How many there were. */
size_t failmalloc_count(void);
