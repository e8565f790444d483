/*
 * The numbers of the model in words: what is read at first sight, where the number itself is shown
 * on request. They go by two decimals, as numbers are shown, so that word and number agree; only
 * the cut point of a vote in favour is exact. docs/model.md has the table.
 */
#ifndef WORDS_SCALE_H
#define WORDS_SCALE_H

#include <stdbool.h>

struct arena;

/* A leaning, -1 to 1: "strongly in favour", "in favour", "slightly in favour", "neither way", and
 * so on against: what stands behind "leans". */
const char *words_stance(double leaning);

/* A veto tendency, 0 to 1, where `veto`, else an opposition: "slow to veto", "quick to vote
 * against". */
char *words_tendency(struct arena *arena, double tendency, bool veto);

/* Openness, ties and cohesion, 0 to 1: "not at all", "a little", "in part", "largely", "wholly".
 */
const char *words_degree(double number);

/* Volatility, 0 to 2: "certain", "fairly certain", "uncertain", "very uncertain". */
const char *words_certainty(double volatility);

/* What makes up a move from one leaning to another: "a little towards", "far away from". */
const char *words_course(double from, double to);

#endif
