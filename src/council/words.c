#include "council/words.h"

#include "base/text.h"
#include "veto/council.h"
#include "veto/roster.h"

const char *const ballot_words[] = {
    [VETO_YES] = "yes",         [VETO_NO] = "no",
    [VETO_ABSTAIN] = "abstain", [VETO_NOT_PARTICIPATING] = "not_participating",
    [VETO_ABSENT] = "absent",   [VETO_BALLOTS] = NULL,
};

const char *const question_words[] = {
    [VETO_SUBSTANTIVE] = "substantive", [VETO_PROCEDURAL] = "procedural", NULL};

const char *const outcome_words[] = {
    [VETO_ADOPTED] = "adopted", [VETO_VETOED] = "vetoed", [VETO_FAILED] = "failed",
    [VETO_NOT_PUT] = "not_put", [VETO_OUTCOMES] = NULL,
};

const char *const abstention_words[] = {[VETO_ABSTENTION_OFF] = "off",
                                        [VETO_ABSTENTION_WARN] = "warn",
                                        [VETO_ABSTENTION_ENFORCE] = "enforce",
                                        NULL};

const char *const group_words[] = {[VETO_GROUP_NONE] = "none",
                                   [VETO_AFRICAN] = "african",
                                   [VETO_ASIA_PACIFIC] = "asia_pacific",
                                   [VETO_EASTERN_EUROPEAN] = "eastern_european",
                                   [VETO_LATIN_AMERICAN_CARIBBEAN] = "latin_american_caribbean",
                                   [VETO_WESTERN_EUROPEAN_OTHERS] = "western_european_others",
                                   [VETO_GROUPS] = NULL};

const char *veto_ballot_word(enum veto_ballot ballot) {
    return ballot_words[ballot];
}

const char *veto_question_word(enum veto_question question) {
    return question_words[question];
}

const char *veto_outcome_word(enum veto_outcome outcome) {
    return outcome_words[outcome];
}

bool veto_ballot_parse(const char *word, enum veto_ballot *ballot) {
    int found = text_among(word, ballot_words);
    if (found >= 0)
        *ballot = (enum veto_ballot)found;
    return found >= 0;
}

const char *veto_group_word(enum veto_group group) {
    return group_words[group];
}

bool veto_group_parse(const char *word, enum veto_group *group) {
    int found = text_among(word, group_words);
    if (found >= 0)
        *group = (enum veto_group)found;
    return found >= 0;
}
