/* From any bytes to a scenario that is valid, however odd: what the bytes say is done, and where
 * they end all choices are the first. */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct generated {
    char *text; /* YAML */
    size_t length;
    char override[320]; /* that is valid too, of a number */
    unsigned choice;    /* for whoever uses it */
};

/* The caller frees the text. */
struct generated generate_scenario(const uint8_t *data, size_t size);
