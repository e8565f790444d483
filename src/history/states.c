/* From the names and codes of the files to the codes of the roster. */
#include <string.h>

#include "base/text.h"
#include "history/record.h"

/* The next letter, small, passing over everything else, accented letters too; 0 at the end. */
static char state_next_letter(const char **text) {
    while (**text && !ascii_letter(**text))
        ++*text;
    return **text ? (char)text_lower((unsigned char)*(*text)++) : '\0';
}

bool same_letters(const char *a, const char *b) {
    char from_a, from_b;
    do {
        from_a = state_next_letter(&a);
        from_b = state_next_letter(&b);
    } while (from_a == from_b && from_a);
    return from_a == from_b;
}

/* Of the states that a word names, the first that ever sat. */
bool veto_history_state(const char *name, char code[4]) {
    char codes[VETO_STATES_NAMED][4];
    unsigned count = veto_state_named(name, codes);
    for (unsigned i = 0; i < count; i++) {
        const char *short_name, *formal;
        if (veto_state_find(codes[i], &short_name, &formal)) {
            memcpy(code, codes[i], sizeof codes[i]);
            return true;
        }
    }
    return false;
}

/* What heads a column in two letters, as "No" and "ID", is rather a word than a state. */
bool state_by_name(const char *name, char found[4]) {
    return strlen(name) > 2 && veto_history_state(name, found);
}
