/* The format of scenarios for editors and other programs: JSON Schema, made from the tables that
 * the loader reads files by. */
#ifndef REPORT_SCHEMA_H
#define REPORT_SCHEMA_H

#include <stdio.h>

#include "veto/status.h"

/* Writes it. VETO_SYSTEM when memory runs out or a write fails. */
enum veto_status schema_write(FILE *file);

#endif
