/*
 * Ballots that the public files have otherwise. From 1971 to 1981 China took no part in the votes
 * on peacekeeping and on some others, and now and then a member with it: the resolutions say so in
 * a footnote, "One member (China) did not participate in the voting", or by figures below the text
 * that leave no abstention for it, while the files have it as abstaining. What could not be found
 * in any source is not listed. Two sources of one ballot are independent of each other: the
 * footnote and the figures of a resolution are one.
 */
#include <string.h>

#include "history/record.h"

#define NOT_VOTING VETO_NOT_PARTICIPATING, "did not take part in the vote"
#define ABSTAINED  VETO_ABSTAIN, "abstained"

#define FOOTNOTE   "footnote to the resolution"
#define FIGURES    "the figures below the resolution"
#define ARTICLE    "Wikipedia, article on the resolution"
#define LIST       "Wikipedia, List of United Nations Security Council Resolutions 401 to 500"
#define JAPANESE   "issue.net, resolution in Japanese, with its vote"
#define FORCE                                                                                      \
    "letter of the President of the Council of 30 November 1979, on resolution 350 (1974) and "    \
    "those that followed it (Resolutions and Decisions of the Security Council 1979)"
#define ONE(source)        source, true
#define TWO(source, other) source "; " other, false
#define CABLE(number)      "cable of the United States Mission to the United Nations, " number

static const struct veto_known_ballot known[] = {
    {309, 1972, "CHN", NOT_VOTING, TWO(FIGURES, ARTICLE)},
    {338, 1973, "CHN", NOT_VOTING, TWO(FOOTNOTE, "Wikipedia in French, article on the resolution")},
    {339, 1973, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {340, 1973, "CHN", NOT_VOTING, TWO(FOOTNOTE, ARTICLE)},
    {346, 1974, "CHN IRQ", NOT_VOTING, ONE(FIGURES)},
    {347, 1974, "CHN IRQ", NOT_VOTING, ONE(FOOTNOTE)},
    {348, 1974, "CHN", NOT_VOTING, ONE(FOOTNOTE)},
    {350, 1974, "CHN", NOT_VOTING, TWO(FORCE, FIGURES)},
    {350, 1974, "IRQ", NOT_VOTING, TWO(FIGURES, ARTICLE)},
    {359, 1974, "CHN", NOT_VOTING, ONE(FIGURES)},
    {362, 1974, "CHN IRQ", NOT_VOTING, TWO(FIGURES, ARTICLE)},
    {363, 1974, "CHN", NOT_VOTING, TWO(FORCE, JAPANESE)},
    {363, 1974, "IRQ", NOT_VOTING, TWO(JAPANESE, ARTICLE)},
    {364, 1974, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {368, 1975, "CHN IRQ", NOT_VOTING, TWO(FOOTNOTE, ARTICLE)},
    {370, 1975, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {371, 1975, "CHN IRQ", NOT_VOTING, ONE(FIGURES)},
    {378, 1975, "CHN IRQ", NOT_VOTING, ONE(ARTICLE)},
    {381, 1975, "CHN", NOT_VOTING, TWO(FORCE, FOOTNOTE)},
    {381, 1975, "IRQ", NOT_VOTING, ONE(FOOTNOTE)},
    {383, 1975, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {387, 1976, "CHN", NOT_VOTING, TWO(FIGURES, ARTICLE)},
    {387, 1976, "USA", ABSTAINED, TWO(FIGURES, ARTICLE)},
    {389, 1976, "BEN", NOT_VOTING, TWO(FOOTNOTE, JAPANESE)},
    {390, 1976, "CHN", NOT_VOTING, TWO(FOOTNOTE, FORCE)},
    {390, 1976, "LBY", NOT_VOTING, ONE(FOOTNOTE)},
    {391, 1976, "CHN BEN", NOT_VOTING, ONE(ARTICLE)},
    {396, 1976, "CHN LBY", NOT_VOTING, ONE(FOOTNOTE)},
    {397, 1976, "CHN", NOT_VOTING, ONE(CABLE("1976 USUN 5518"))},
    {397, 1976, "USA", ABSTAINED, ONE(CABLE("1976 USUN 5518"))},
    {398, 1976, "CHN LBY BEN", NOT_VOTING,
     TWO(CABLE("1976 USUN 5785"), "Jewish Telegraphic Agency, 2 December 1976")},
    {401, 1976, "CHN BEN", NOT_VOTING, ONE(LIST)},
    {408, 1977, "CHN LBY BEN", NOT_VOTING,
     TWO("statement of the President of the Council at the 2010th meeting (S/PV.2010)", LIST)},
    {410, 1977, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {415, 1977, "CHN", NOT_VOTING, ONE(LIST)},
    {416, 1977, "CHN LBY", NOT_VOTING, ONE(LIST)},
    {420, 1977, "CHN", NOT_VOTING, TWO(FORCE, ARTICLE)},
    {420, 1977, "LBY BEN", NOT_VOTING, ONE(ARTICLE)},
    {425, 1978, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {426, 1978, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {427, 1978, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {429, 1978, "CHN", NOT_VOTING, ONE(FORCE)},
    {430, 1978, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {434, 1978, "CHN", NOT_VOTING, ONE(FIGURES)},
    {435, 1978, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {438, 1978, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {441, 1978, "CHN", NOT_VOTING, ONE(FORCE)},
    {443, 1978, "CHN", NOT_VOTING, TWO(FOOTNOTE, ARTICLE)},
    {444, 1979, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {449, 1979, "CHN", NOT_VOTING, ONE(FORCE)},
    {450, 1979, "CHN", NOT_VOTING, TWO(FIGURES, ARTICLE)},
    {456, 1979, "CHN", NOT_VOTING, ONE(FORCE)},
    {458, 1979, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {459, 1979, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {472, 1980, "CHN", NOT_VOTING, TWO(FIGURES, ARTICLE)},
    {474, 1980, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {481, 1980, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {483, 1980, "CHN", NOT_VOTING, ONE(ARTICLE)},
    {493, 1981, "CHN", NOT_VOTING, ONE(ARTICLE)},
};

enum { KNOWN_BALLOTS = sizeof known / sizeof *known };

const struct veto_known_ballot *veto_known_ballots(size_t *count) {
    *count = KNOWN_BALLOTS;
    return known;
}

/* The first row of a resolution; NULL where there is none. */
static const struct veto_known_ballot *first_known(const struct veto_history_vote *vote) {
    for (size_t i = 0; i < KNOWN_BALLOTS && known[i].resolution <= vote->resolution; i++)
        if (known[i].resolution == vote->resolution && known[i].year == vote->date.year)
            return &known[i];
    return NULL;
}

const struct veto_known_ballot *veto_history_known(const struct veto_history_vote *vote,
                                                   const char *code) {
    const struct veto_known_ballot *row = first_known(vote);
    for (; row && row < known + KNOWN_BALLOTS && row->resolution == vote->resolution; row++)
        if (strstr(row->members, code))
            return row;
    return NULL;
}

void use_known_ballots(struct veto_history_vote *vote, struct veto_history_ballot *ballots) {
    if (vote->without_vote || vote->resolution > known[KNOWN_BALLOTS - 1].resolution ||
        !first_known(vote))
        return;
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        const struct veto_known_ballot *as = veto_history_known(vote, ballots[i].code);
        unsigned char stated = ballots[i].ballot;
        bool absent = stated == VETO_ABSENT; /* no file tells that from not taking part */
        if (!as || stated >= VETO_BALLOTS || as->ballot == stated ||
            (as->ballot == VETO_NOT_PARTICIPATING && absent))
            continue;
        ballots[i].stated = stated;
        ballots[i].ballot = (unsigned char)as->ballot;
        ballots[i].origin = VETO_BALLOT_CORRECTED;
        if (vote->totals[stated] > 0 && vote->totals[as->ballot] >= 0) {
            vote->totals[stated]--; /* the totals have it with the ballot */
            vote->totals[as->ballot]++;
        }
    }
}
