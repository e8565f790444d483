#include "report/roles.h"

#include "words/words.h"

enum role role_of_ballot(enum veto_ballot ballot) {
    static const enum role roles[VETO_BALLOTS] = {
        [VETO_YES] = ROLE_YES,         [VETO_NO] = ROLE_NO,
        [VETO_ABSTAIN] = ROLE_ABSTAIN, [VETO_NOT_PARTICIPATING] = ROLE_NOT_PARTICIPATING,
        [VETO_ABSENT] = ROLE_ABSENT,
    };
    return roles[ballot];
}

enum role role_of_outcome(enum veto_outcome outcome) {
    static const enum role roles[VETO_OUTCOMES + 1] = {
        [VETO_ADOPTED] = ROLE_ADOPTED, [VETO_VETOED] = ROLE_VETOED,  [VETO_FAILED] = ROLE_FAILED,
        [VETO_NOT_PUT] = ROLE_NOT_PUT, [VETO_OUTCOMES] = ROLE_PLAIN,
    };
    return roles[outcome];
}

struct page_cell cell_of_ballot(enum veto_ballot ballot) {
    return (struct page_cell){.text = words_ballot(ballot),
                              .data = veto_ballot_word(ballot),
                              .role = role_of_ballot(ballot)};
}

struct page_cell cell_of_chance(struct page *page, double chance, const long long *percent) {
    long long alone;
    words_percentages(&chance, 1, CELL_DECIMALS, &alone);
    return (struct page_cell){
        .text = words_rounded(page->arena, chance, percent ? *percent : alone, CELL_DECIMALS),
        .data = page_number(page, chance)};
}
