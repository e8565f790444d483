/* The pages of the large layout, one for what is said and one for votes, and what they share: a
 * page is filled from its top, with lines of the terminal's letters and with large ones. */
#pragma once

#include "view/letters.h"
#include "view/parts.h"

struct large {
    const struct scene *scene;
    struct frame *frame; /* the scene's */
    struct area area;
    int row;    /* the first that is free */
    bool floor; /* somebody has it: the cursor goes to where that is in words */
};

enum {
    LARGE_GRID = 21,  /* rows of the smallest page, which shares are of */
    LARGE_COUNTS = 5, /* lines of counts, at most */
};

int large_share(const struct large *large, int rows);
struct area large_rest(const struct large *large); /* what is free */

/* Whether the screen is narrow and tall: what else stands side by side is stacked there. */
bool large_tall(const struct large *large);

/* One line of the terminal's letters, in the midst of its row; and a text for it, or a shorter one
 * where that has no room. */
void large_line(struct large *large, enum style style, const char *text);
const char *large_short(const struct large *large, const char *text, const char *shorter);

/* Who voted how: the counts and the members, all in letters of one size, the counts on the left or,
 * in a size of their own, above. */
struct large_votes {
    const struct large *large;
    const char *counts[LARGE_COUNTS];
    enum style styles[LARGE_COUNTS];
    int count;
    struct dots dots;       /* of the size at which all fits */
    struct letters numbers; /* the size of counts above */
    struct lines others;    /* in words, what such counts leave open */
    int head;               /* rows of such counts; or 0 */
    int left, cell;         /* columns of counts on the left, and of a member */
    int each;               /* members in a row; 0: a list of names below such counts */
    int lines, rows;        /* that all take; 0 where there is no room for letters */
};

/* As large as it fits into so many rows. */
struct large_votes large_votes_of(const struct large *large, int rows);

/* At the bottom of what is free, above so many rows; in lines, which scroll, where there is no room
 * for letters. */
void large_votes_draw(const struct large_votes *votes, int below);

/* What is said, asked, put or done. */
void large_words(struct large *large, const struct veto_event *event);
