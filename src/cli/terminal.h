/* The program's ways out: standard output, which is written in one piece and checked, and
 * complaints on standard error. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "base/gather.h"
#include "cli/options.h"
#include "veto/status.h"

/* One line on standard error: "veto: ", and the text made safe for a terminal. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Writes diagnostics to standard error, or where else the settings have them. */
void print_mistakes(const struct veto_diagnostics *list, const struct settings *settings);

/* The same, or says that memory ran out where `status` is VETO_SYSTEM: not all mistakes are found
 * then. Frees the list, which may be NULL for that, and returns `status`. */
enum veto_status close_mistakes(struct veto_diagnostics *list, enum veto_status status,
                                const struct settings *settings);

/* Says that memory ran out, and returns VETO_SYSTEM. */
enum veto_status out_of_memory(void);

/* Writes what a command gathered to standard output, if `status` is not VETO_SYSTEM, so that a
 * failure leaves no half of it behind; or to a file, if `status` is VETO_OK, whole or not at all.
 * Returns `status`, or VETO_SYSTEM when gathering or the write failed; a pipe that nobody reads any
 * more is no news. */
enum veto_status output_close(struct gather *output, enum veto_status status, const char *path);

/* Whether a path, or standard input for "-", is the file of --output, which has been said: whoever
 * opens what a command reads asks first, since what was read must not be written over. */
bool reads_its_output(const struct settings *settings, const char *path);

/* Whether to write in colour to this file descriptor. */
bool wants_color(enum color when, int descriptor);

/* How many columns lines may have there: `most`, or fewer on a narrower terminal. */
unsigned columns_for(int descriptor, unsigned most);

/* Whether the locale's characters are UTF-8. */
bool locale_is_utf8(void);
