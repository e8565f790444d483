/*
 * Votes in which a permanent member voted against a text that was adopted all the same, because the
 * majority alone decided. Article 27 (2): a procedural matter; once Article 109 (3), which has a
 * majority of its own. Only what stands in two places is listed here; a vote that is not listed is
 * reported as unexplained.
 *
 * On the class as a whole: Repertoire of the Practice of the Security Council, chapter IV, part I A
 * ("Cases in which the vote indicated the procedural character of the matter"), which has headings
 * for the removal of an item from the list of matters, for invitations and for the convocation of
 * an emergency special session; and Repertory of Practice of United Nations Organs, Article 27.
 */
#include "history/record.h"

#define EMERGENCY_SESSION                                                                          \
    "to call an emergency special session of the General Assembly is a procedural decision"
#define UNITING_FOR_PEACE                                                                          \
    "General Assembly resolution 377 A (V), section A (by any seven, later nine members); Lowe, "  \
    "Roberts, Welsh and Zaum (eds.), The United Nations Security Council and War (2008), "         \
    "appendix 6"

static const struct veto_procedural_vote votes[] = {
    {34, 1947,
     "to take a question off the list of matters of which the Council is seized "
     "is procedural",
     "the resolution (S/555); Repertoire of the Practice of the Security Council, chapter IV, part "
     "I A, removal of an item from the list of matters"},
    {87, 1950,
     "the Council decided at its 507th meeting that the vote on this invitation had been "
     "on a question of procedure",
     "Resolutions and Decisions of the Security Council 1950 (decision of 29 September); Foreign "
     "Relations of the United States, 1950, volume VI, document 319"},
    {88, 1950, "an invitation under Rule 39 of the Provisional Rules of Procedure is procedural",
     "Foreign Relations of the United States, 1950, volume VII, document 785; Repertoire of the "
     "Practice of the Security Council, chapter IV, part I A, invitation to participate"},
    {110, 1955,
     "Article 109 (3) of the Charter asks for the vote of any seven members of "
     "the Council",
     "Charter, Article 109 (3); the resolution (S/3504), which invokes it"},
    {119, 1956, EMERGENCY_SESSION, UNITING_FOR_PEACE},
    {120, 1956, EMERGENCY_SESSION, UNITING_FOR_PEACE},
    {132, 1959,
     "the Council, by a vote, and its President held this draft, which set up a "
     "sub-committee, to be procedural",
     "Foreign Relations of the United States, 1958-1960, volume XVI, document 261; The "
     "Question of Laos and the Double Veto in the Security Council, American Journal of "
     "International Law, 1960"},
    {157, 1960, EMERGENCY_SESSION, UNITING_FOR_PEACE},
    {462, 1980, EMERGENCY_SESSION,
     UNITING_FOR_PEACE "; Maley, The Afghanistan Wars, on this resolution"},
    {2623, 2022, EMERGENCY_SESSION,
     "General Assembly resolution 377 A (V), section A; United Nations press release on the 8980th "
     "meeting, 27 February 2022"},
};

enum { PROCEDURAL_VOTES = sizeof votes / sizeof *votes };

const struct veto_procedural_vote *veto_procedural_votes(size_t *count) {
    *count = PROCEDURAL_VOTES;
    return votes;
}

const struct veto_procedural_vote *veto_history_procedural(const struct veto_history_vote *vote) {
    for (size_t i = 0; i < PROCEDURAL_VOTES; i++)
        if (votes[i].resolution == vote->resolution && votes[i].year == vote->date.year)
            return &votes[i];
    return NULL;
}
