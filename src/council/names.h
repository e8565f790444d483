/* The state that a word was probably meant to name that names none. */
#pragma once

/* Its code, by the nearest code or name, permanent members first; NULL for none. */
const char *state_nearest(const char *word);
