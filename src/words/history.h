/* What is said of recorded votes and of a forecast from them, on paper and on screen. Texts come
 * out in the arena given, under arenas_try. */
#pragma once

#include "veto/expect.h"
#include "veto/history.h"

struct arena;

/* "adopted", "vetoed", "failed", and "not known" for VETO_OUTCOMES. */
const char *history_outcome(enum veto_outcome outcome);

/* How many ballots of each kind, VETO_YES to VETO_NOT_PARTICIPATING: the totals as stated, and
 * where there are none the ballots counted. False where there is neither. */
bool history_tally(const struct veto_history_vote *vote, unsigned tally[VETO_BALLOTS]);

/* The seats of the permanent members whose negative votes were the veto. None, and `seating`
 * untouched, where there was no veto or no Council is known for the date. */
veto_set history_veto(const struct veto_history_vote *vote, struct veto_history_seating *seating);

/* Their codes, divided by `between`; empty where there was none. */
char *history_vetoers(struct arena *arena, const struct veto_history_vote *vote,
                      const char *between);

/* The codes of members whose ballots the file does not state or has under another state, divided by
 * blanks; empty where there is none. */
char *history_inferred(struct arena *arena, const struct veto_history_vote *vote);

/* "China did not take part in the vote (footnote to the resolution; ...); the file has it as
 * abstaining": of a corrected ballot, with the name of its member. */
char *history_known(struct arena *arena, const struct veto_history_vote *vote,
                    const struct veto_history_ballot *ballot, const char *name);

/* "in 68 votes of 2011 the ballots of Portugal stand under Turkey" */
char *history_cause(struct arena *arena, const struct veto_history_cause *cause);

/* Which votes a filter takes: " of 1970 to 1989: vetoed by the United States, on Palestine". Empty
 * where it takes all. */
char *history_choice(struct arena *arena, const struct veto_history_filter *filter);

/* "S/RES/2334(2016)", "2016-10-08": whatever names the vote, for a table. */
const char *history_symbol(const struct veto_history_vote *vote);

/* For a table: "vetoed RUS CHN". */
char *history_brief_outcome(struct arena *arena, const struct veto_history_vote *vote);

/* "11-2-2", and "11-2-1-1" where somebody did not vote; "no vote", "not known". */
char *history_brief_tally(struct arena *arena, const struct veto_history_vote *vote);

/* What a vote was about, or that its title says what became of it. */
const char *history_safe_title(struct arena *arena, const struct veto_history_vote *vote);

/* Both files wrap what a resolution is about, "Security Council resolution 2334 (2016) [on ...]",
 * once or twice: what stands within. */
const char *history_brief_title(struct arena *arena, const char *title);

/* ---- a forecast from the record ---- */

/* How members vote on drafts of one kind, a phrase: "the United States alone against", "Russia and
 * some elected members against, China abstaining", "all in favour". */
char *expect_kind(struct arena *arena, const struct veto_expectation *found,
                  const struct veto_expect_kind *kind);

/* What the fit stands on, and what its chances are chances of: sentences. */
char *expect_ground(struct arena *arena, const struct veto_expectation *found);

/* What is taken for known: "Given: the United States against (12% likely by itself)."; empty where
 * nothing is. */
char *expect_given(struct arena *arena, const struct veto_expectation *found);

/* What it cannot know, sentences. */
const char *expect_limits(void);
