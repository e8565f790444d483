/*
 * The views of the meeting, a row each: its name, how its page stands on the screen, what draws it,
 * and of which kinds it is. Enums, sets, declarations and the table that draws are made from these
 * rows (see view/view.c).
 */
#pragma once

enum view_kind {
    IS_SHOW = 1,     /* the meeting is gone through in it */
    IS_COVER = 2,    /* it lies over title and chamber, and Esc closes it */
    IS_ASIDE = 4,    /* it may lie over those too, and gives back what was there */
    IS_LATER = 8,    /* there is nothing in it before the meeting has begun */
    HAS_LIST = 16,   /* Up and Down select something, and do not scroll */
    HAS_DRAFT = 32,  /* a draft is picked there */
    HAS_MEMBER = 64, /* a member is selected there, and looked for */
};

#define VIEWS(ROW, of)                                                                             \
    ROW(of, TITLE, whole, draw_title, IS_SHOW)                                                     \
    ROW(of, MEETING, whole, draw_meeting, IS_SHOW)                                                 \
    ROW(of, WHY, list, draw_why, IS_SHOW | IS_COVER | HAS_LIST | HAS_MEMBER)                       \
    ROW(of, HELP, table, draw_help, IS_ASIDE)                                                      \
    ROW(of, COMMAND, prose, draw_command, IS_ASIDE)                                                \
    ROW(of, WORDS, prose, draw_words, IS_ASIDE)                                                    \
    ROW(of, ODDS, prose, draw_odds, IS_SHOW | IS_COVER)                                            \
    ROW(of, FLIPS, prose, draw_flips, IS_SHOW | IS_COVER | IS_LATER)                               \
    ROW(of, PREDICT, list, draw_predict, IS_COVER | HAS_LIST | HAS_MEMBER)                         \
    ROW(of, DRAFTS, list, draw_draft_page, IS_COVER | HAS_LIST | HAS_DRAFT)                        \
    ROW(of, DEBATE, prose, draw_debate, IS_SHOW | IS_COVER | IS_LATER)                             \
    ROW(of, COMPARE, list, draw_compare, IS_COVER | HAS_LIST | HAS_DRAFT | IS_LATER)               \
    ROW(of, KINDS, list, draw_kinds, IS_SHOW | IS_COVER | HAS_LIST)                                \
    ROW(of, POWER, list, draw_power, IS_SHOW | IS_COVER | HAS_LIST)

#define VIEW_PLACE(of, name, page, draw, kinds) PLACE_##name,
#define VIEW_BIT(of, name, page, draw, kinds)   VIEW_##name = 1 << PLACE_##name,
#define VIEW_IF(of, name, page, draw, kinds)    | (((kinds) & (of)) ? VIEW_##name : 0)

enum { VIEWS(VIEW_PLACE, 0) PLACES };

/* What is on screen; also bits of a set. */
enum view {
    VIEWS(VIEW_BIT, 0)             /* those above, and ... */
    VIEW_SMALL = 1 << PLACES,      /* the terminal is too small for any of them */
    VIEW_BROWSE = VIEW_SMALL << 1, /* what can be played, ... */
    VIEW_SEARCH = VIEW_SMALL << 2, /* ... and that part of it that was searched for */
    VIEW_ALL = VIEW_BROWSE - 1,
};

/* The views of a kind, as a set. */
#define VIEWS_OF(kind) (0 VIEWS(VIEW_IF, kind))
