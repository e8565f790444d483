#include "report/roles.h"

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
