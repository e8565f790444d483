/* Ballots by their letters and words. */
#include <string.h>

#include "base/text.h"
#include "history/layout.h"

struct spelling {
    const char *text;
    int ballot;
};

static const struct spelling signs[] = {{"Y", VETO_YES},
                                        {"A", VETO_ABSTAIN},
                                        {"N", VETO_NO},
                                        {"X", VETO_NOT_PARTICIPATING},
                                        {"NV", VETO_NOT_PARTICIPATING},
                                        {"?", VETO_BALLOT_UNKNOWN}};

/* By their letters, in any case. */
static const struct spelling words[] = {{"yes", VETO_YES},
                                        {"no", VETO_NO},
                                        {"abstain", VETO_ABSTAIN},
                                        {"absent", VETO_ABSENT},
                                        {"non-voting", VETO_NOT_PARTICIPATING},
                                        {"not voting", VETO_NOT_PARTICIPATING},
                                        {"did not vote", VETO_NOT_PARTICIPATING},
                                        {"no vote", VETO_NOT_PARTICIPATING},
                                        {"not participating", VETO_NOT_PARTICIPATING},
                                        {"did not participate", VETO_NOT_PARTICIPATING},
                                        {"for", VETO_YES},
                                        {"favour", VETO_YES},
                                        {"favor", VETO_YES},
                                        {"in favour", VETO_YES},
                                        {"in favor", VETO_YES},
                                        {"against", VETO_NO},
                                        {"abstained", VETO_ABSTAIN},
                                        {"abstention", VETO_ABSTAIN},
                                        {"abstaining", VETO_ABSTAIN},
                                        {"abst", VETO_ABSTAIN},
                                        {"unknown", VETO_BALLOT_UNKNOWN},
                                        {"not known", VETO_BALLOT_UNKNOWN}};

static bool same_sign(const char *text, size_t length, const char *sign) {
    size_t at = 0;
    while (at < length && text_upper((unsigned char)text[at]) == sign[at])
        at++;
    return at == length && sign[at] == '\0';
}

int vote_ballot(const char *text) {
    static const char blanks[] = " \t\r\n";
    size_t length = 1;
    bool one = text[0] && !text[1]; /* as most are */
    if (!one) {
        text += strspn(text, blanks);
        length = strcspn(text, blanks);
        one = text[length + strspn(text + length, blanks)] == '\0';
    }
    if (one)
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (same_sign(text, length, signs[i].text))
                return signs[i].ballot;
    for (size_t i = 0; i < sizeof words / sizeof *words && length > 1; i++)
        if (same_letters(text, words[i].text))
            return words[i].ballot;
    return VETO_BALLOT_UNREADABLE;
}
