/* A font of large letters, to be drawn with cells: five dots high, as wide as each needs. */
#ifndef VIEW_FONT_H
#define VIEW_FONT_H

enum { GLYPH_ROWS = 5 };

struct glyph {
    char letter;
    const char *rows[GLYPH_ROWS]; /* '#' is a dot; all of one length */
};

/* NULL where there is none: small letters have none. */
const struct glyph *font_glyph(char letter);

#endif
