/* Files that are no text, or a text of another kind, by how they begin. */
#ifndef YAML_FOREIGN_H
#define YAML_FOREIGN_H

#include <stdbool.h>

#include "base/source.h"

struct veto_diagnostics;

/* Says once what the file is and how to make a text of it; false where it may be YAML. */
bool foreign_report(struct veto_diagnostics *list, const struct source *source);

#endif
