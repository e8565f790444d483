/* The state that a word was probably meant to name that names none. */
#ifndef COUNCIL_NAMES_H
#define COUNCIL_NAMES_H

/* Its code, by the nearest code or name, permanent members first; NULL for none. */
const char *state_nearest(const char *word);

#endif
