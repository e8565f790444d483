/*
 * The sentences that the program says about a meeting: the one place for what text and screen
 * share. Everything comes out in the arena given, under arenas_try. Plain UTF-8 without markup;
 * sentences end with a full stop, phrases do not.
 *
 * Leanings are shown with two decimals. A change is shown as the difference of the two rounded
 * leanings about it, not as a rounded difference, so that what is printed adds up. Where two
 * decimals would hide a move, or on which side of a cut point a leaning lies, all leanings of an
 * account of a ballot have more. Percentages are rounded so that their sum is 100.
 */
#pragma once

#include "session/session.h"
#include "veto/meeting.h"

struct arena;

/* "in favour", "against", "abstaining", "not participating", "absent" */
const char *words_ballot(enum veto_ballot ballot);

/* As it stands at a seat, told apart by letter and by sign: "Y+", "N-", "A=", "/", "x". */
const char *words_badge(enum veto_ballot ballot);

/* "adopted", "vetoed", "failed", "not put" */
const char *words_outcome(enum veto_outcome outcome);

/* "the United States" -> "The United States": for the start of a sentence. */
char *words_capital(struct arena *arena, const char *text);

/* A state's name as it stands in a sentence: "Egypt", "the United Kingdom". */
char *words_name(struct arena *arena, const char *name);

/* A list of names: "", "A", "A and B", "A, B and C". */
char *words_list(struct arena *arena, const char *const *names, size_t count);

/* Members of a set: "China, France and the United Kingdom"; empty for an empty set. */
char *words_names(struct arena *arena, const struct veto_scenario *scenario, veto_set set);

/* Who presides: "Spain", and "Japan, by Rule 18" where the file does not say; empty where nobody
 * knows. */
char *words_president(struct arena *arena, const struct veto_scenario *scenario);

/* "The President, from Spain, opens the meeting." Names nobody where that is only counted. */
char *words_opening(struct arena *arena, const struct veto_scenario *scenario);

/* All sponsors of a draft, members and others; empty where there are none. */
char *words_sponsors(struct arena *arena, const struct veto_scenario *scenario,
                     const struct veto_draft *draft);

/* "8 October 2016"; an empty string where there is no date. */
char *words_date(struct arena *arena, struct veto_date date);

/* "Security Council, 8 October 2016, meeting S/PV.7785" */
char *words_sitting(struct arena *arena, const struct veto_scenario *scenario);

/* "Asia-Pacific"; empty where there is none. */
const char *words_group(enum veto_group group);

/* Where the numbers of the model come from, a sentence; where some of `changes`, PATH=VALUE, set
 * one of them, they no longer follow from it in everything. */
char *words_numbers(struct arena *arena, const struct veto_scenario *scenario,
                    const char *const *changes, size_t count);

/* "S/2016/846 (french)", or "'french'" where the draft has no symbol, or the symbol alone where the
 * id is "draft". */
char *words_draft(struct arena *arena, const struct veto_draft *draft);

/* On paper, where nobody types it: "S/2016/846: An end to the bombing", or the title alone. */
char *words_titled(struct arena *arena, const struct veto_draft *draft);

/* What a proposal is called: "draft", "amendment", "part" of a text, and "motion" for a preliminary
 * question and for a procedural one without a document. */
const char *words_noun(const struct veto_draft *draft);

/* The two together: "draft S/2016/846 (french)", "amendment 'oral'"; "the part" where the id says
 * no more than that. */
char *words_named(struct arena *arena, const struct veto_draft *draft);

/* "The President puts draft S/2016/846 (french) to the vote" */
char *words_puts(struct arena *arena, const struct veto_draft *draft);

/* "11 in favour, 2 against, 2 abstaining"; members not participating and absent where there are. */
char *words_tally(struct arena *arena, const unsigned tally[VETO_BALLOTS]);

/* ---- rules and procedure ---- */

/* The permanent members. */
veto_set words_permanent(const struct veto_scenario *scenario);

/* "held by each permanent member; it takes 2 of them voting against; 13 votes in favour override
 * it" */
char *words_veto(struct arena *arena, const struct veto_scenario *scenario);

/* What overrides a veto, with the verb: "13 votes in favour override". */
char *words_overriding(struct arena *arena, const struct veto_rules *rules);

/* Further majorities, those of the bits: "two thirds of Africa; 3 in favour among China and
 * France"; empty where there are none. */
char *words_majorities(struct arena *arena, const struct veto_scenario *scenario, uint32_t which);

/* What a party to the dispute is held to: "shall abstain (Article 27 (3)); ..."; empty where
 * nothing. */
const char *words_abstention(const struct veto_scenario *scenario);

/* What a draft is before any vote: "An amendment to draft S/2016/846 (french). A procedural
 * question: no veto is possible."; empty for a substantive draft that stands by itself. */
char *words_nature(struct arena *arena, const struct veto_scenario *scenario, int draft);

/* The first half of that: what it is to another draft; empty for one that stands by itself. */
char *words_bearing(struct arena *arena, const struct veto_scenario *scenario, int draft);

/* "9 of 15 votes in favour" */
char *words_required(struct arena *arena, unsigned required, unsigned members);

/* What a vote needs: "9 of 15 votes in favour, and no veto of China, France, ..."; without a veto
 * where the question is procedural. */
char *words_needs(struct arena *arena, const struct veto_scenario *scenario,
                  enum veto_question question);

/* What a member's vote can do by itself, and what it takes others for: sentences, on a question of
 * substance. */
char *words_alone(struct arena *arena, const struct veto_scenario *scenario, int member);
char *words_together(struct arena *arena, const struct veto_scenario *scenario, int member);

/* As it is put: "The question is procedural: it cannot be vetoed."; empty for a substantive one. */
const char *words_question(enum veto_question question);

/* "France withdraws draft S/2016/846 (french) (Rule 35)." */
char *words_motion(struct arena *arena, const struct veto_scenario *scenario,
                   const struct veto_item *item);

/* Whether a member that shall abstain voted in favour or against; and what becomes of that. */
bool words_obliged(const struct veto_cast *cast);
char *words_obligation(struct arena *arena, const struct veto_scenario *scenario,
                       const struct veto_vote *vote, int member);

/* What follows a veto. */
char *words_sequel(struct arena *arena, const struct veto_scenario *scenario,
                   const struct veto_event *event);

/* ---- results ---- */

/* What the President declares, and why: "The draft has not been adopted, owing to the negative vote
 * of a permanent member: the Russian Federation." Says also which ballots of permanent members did
 * not count for what a reader might take them. */
char *words_verdict(struct arena *arena, const struct veto_scenario *scenario,
                    const struct veto_vote *vote);

/* "11 in favour, 2 against, 2 abstaining. " and the verdict; just that where there was no vote. */
char *words_result(struct arena *arena, const struct veto_scenario *scenario,
                   const struct veto_vote *vote);

/* "vetoed 11-2-2", "adopted without a vote"; NULL: "not put". */
const char *words_brief_outcome(struct arena *arena, const struct veto_vote *vote);

/* What a ballot, called behind those of `before`, made of a vote: "The Russian Federation's vote
 * against: a veto if nine are in favour.", "Certain from here, by the ninth vote in favour: vetoed,
 * with the Russian Federation against."; NULL where as much is possible as before. */
char *words_turn(struct arena *arena, const struct veto_scenario *scenario,
                 const struct veto_vote *vote, veto_set before, int member);

/* Which ballot had made it so: whose, and which in the order of the roll call, from 1. */
char *words_certain_from(struct arena *arena, const struct veto_scenario *scenario, int member,
                         unsigned place);

/* "certain to fail" */
const char *words_certain(enum veto_outcome outcome);

/* Why a draft that was not put was not, a clause that names who saw to it: "France withdrew it". */
char *words_why_not_put(struct arena *arena, const struct veto_meeting *meeting, int draft);

/* "The draft was not put to the vote: Fatah al-Sham refused the offer." */
char *words_not_put(struct arena *arena, const struct veto_draft *draft, const char *why);

/* What the President declares of a draft that a meeting has settled: its result, or that. */
char *words_declared(struct arena *arena, const struct veto_meeting *meeting, int draft);

/* Who makes a statement: "Jean-Marc Ayrault, Foreign Minister of France", "Egypt". */
char *words_speaker(struct arena *arena, const struct veto_scenario *scenario,
                    const struct veto_item *item);

/* A source whose title is not to be told before the votes, or not before the last of them. */
char *words_untitled(struct arena *arena, const struct veto_reference *source);

/* A statement as it is to be read: in quotation marks if it is a quotation. */
char *words_said(struct arena *arena, const struct veto_item *item);

/* "Egypt moves a little towards the draft, and now leans in favour", and where numbers are told
 * " (0.28 to 0.33)", or " (by less than 0.01, at 0.40)". The draft is named where it is not
 * `about`, the one that is being talked about (or VETO_NONE). */
char *words_move(struct arena *arena, const struct veto_scenario *scenario,
                 const struct veto_move *move, int about, bool numbers);

/* What made a move: "openness 0.50, tie 0.40, speaker at 1.00", or "stated: -0.10". */
char *words_cause(struct arena *arena, const struct veto_move *move);

/* "draft S/2016/846 (french) was vetoed" */
char *words_came_out(struct arena *arena, const struct veto_scenario *scenario, int draft,
                     enum veto_outcome outcome);

/* The same as a heading: "Draft S/2016/846 (french): vetoed" */
char *words_fate(struct arena *arena, const struct veto_draft *draft, enum veto_outcome outcome);

/* "91% in favour, 1% against, 8% abstaining", or briefly "Y 91% N 1% A 8%": the same numbers, with
 * as many decimals as it takes to tell why the ballot was likely. */
char *words_chances(struct arena *arena, const double chance[3], enum veto_ballot ballot);
char *words_chances_brief(struct arena *arena, const double chance[3], enum veto_ballot ballot);

/* Percentages in units of 10^-decimals, rounded so that they add up to what the chances do: those
 * that lack the most are rounded up. */
void words_percentages(const double *chance, size_t count, int decimals, long long *percent);

/* One of them: "8.2%", "98.20%". What is possible and not sure never reads 0 or 100: "below 0.1%",
 * "above 99.99%". */
const char *words_rounded(struct arena *arena, double chance, long long percent, int decimals);

/* The chances of outcomes of which one comes true, rounded together, with one decimal. */
void words_odds(struct arena *arena, const double *chance, size_t count, const char **texts);

/* One chance by itself, likewise. */
const char *words_chance(struct arena *arena, double chance);

/* A number that is no chance, or how far one moved: "98.20%" */
char *words_percent(struct arena *arena, long long percent, int decimals);

/* "-0.25" */
char *words_leaning(struct arena *arena, double leaning);

/* A word for it (see below), and behind it its number where numbers are shown: "in favour (0.40)".
 */
char *words_scaled(struct arena *arena, const char *word, double number, bool numbers);

/* A move of a vote's own draft counts only until the vote is taken. True where `move` did. */
bool words_move_counts(const struct veto_meeting *meeting, const struct veto_move *move);

/* "What sort of draft is it? The United States alone against; or nobody against."; "" where it has
 * no kinds. */
char *words_kinds_asked(struct arena *arena, const struct veto_draft *draft);

/* That the debate does not move its chances; "" where it has no kinds, which may move. */
char *words_unmoved(struct arena *arena, const struct veto_draft *draft);

/* Of which kind the draft was in this vote; "" where that was not asked for. */
char *words_kind_of_vote(struct arena *arena, const struct veto_meeting *meeting,
                         const struct veto_vote *vote);

/* The ballots that are given: "the United Kingdom abstaining, the United States against". */
char *words_given(struct arena *arena, const struct veto_scenario *scenario,
                  const struct veto_draft *draft);

/* Why a member voted as it did: the leaning it started from, each move, the leaning at the vote and
 * chances; where numbers are told, what made each move and the cut points too. One reason a line,
 * lines divided by line feeds. */
char *words_why(struct arena *arena, const struct veto_meeting *meeting,
                const struct veto_vote *vote, int member, bool numbers);

/* The same in a sentence or two. */
char *words_why_brief(struct arena *arena, const struct veto_meeting *meeting,
                      const struct veto_vote *vote, int member);

/* The model held against the record of a draft: "Draft S/2016/846 (french): as recorded, vetoed,
 * all 15 ballots alike." or which members differ and how. NULL where there is no record. */
char *words_record(struct arena *arena, const struct veto_meeting *meeting, int draft);

/* The same where the draft has been named: "Against the record: as recorded, ..." */
char *words_against_record(struct arena *arena, const struct veto_meeting *meeting, int draft);

/* Two roll calls: "14 of 15 ballots are the same. Not the same: Angola." */
char *words_alike(struct arena *arena, const struct veto_scenario *scenario, veto_set differ);

/* A show of hands: "3 adopted, 17 vetoed, 8 failed". */
char *words_hands(struct arena *arena, const unsigned short hands[SESSION_HANDS]);

/* "The class: the outcome as predicted, 12 of 15 ballots as predicted, 17 of 28 hands right.";
 * empty where nothing was. With `changed` it says that the vote is another than the scenario's. */
char *words_score(struct arena *arena, const struct session_score *score, bool changed);

/* "each member casts its most likely ballot": what the mode of a meeting means; where something was
 * changed, a record is no longer followed in everything. */
char *words_mode(struct arena *arena, const struct veto_meeting *meeting, bool changed);

/* The places of numbers as they are listed: that of the largest first, those of like ones in their
 * order. */
size_t *words_largest_first(struct arena *arena, const double *numbers, size_t count);

/* ---- the numbers of the model, in words ---- */

/* What is read at first sight, where the number itself is shown on request. They go by two
 * decimals, as numbers are shown, so that word and number agree; only the cut point of a vote in
 * favour is exact. docs/model.md has the table. */

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

/* ---- what a change of the scenario is called ---- */

/* A sentence for what a class sees, where PATH=VALUE is for whoever types it, without a full stop:
 * "Russia's veto tendency is now 0.20 (slow to veto)", of members and drafts as they are called in
 * the scenario. An empty value leaves the key out, NULL gives back the one at the start: "the
 * required majority is as at the start again". */
char *words_change(struct arena *arena, const struct veto_scenario *scenario, const char *path,
                   const char *value);

/* The same of an override, "PATH=VALUE". */
char *words_override(struct arena *arena, const struct veto_scenario *scenario,
                     const char *override);
