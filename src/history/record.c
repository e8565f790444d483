/* Names, ballots and votes, as all files of this room need them. */
#include "history/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* ---- names ---- */

/* The next letter, small, passing over everything else, accented letters too; 0 at the end. */
static char state_next_letter(const char **text) {
    while (**text && !ascii_letter(**text))
        ++*text;
    return **text ? (char)text_lower((unsigned char)*(*text)++) : '\0';
}

bool same_letters(const char *a, const char *b) {
    char from_a, from_b;
    do {
        from_a = state_next_letter(&a);
        from_b = state_next_letter(&b);
    } while (from_a == from_b && from_a);
    return from_a == from_b;
}

/* Of the states that a word names, the first that ever sat. */
bool veto_history_state(const char *name, char code[4]) {
    char codes[VETO_STATES_NAMED][4];
    unsigned count = veto_state_named(name, codes);
    for (unsigned i = 0; i < count; i++) {
        const char *short_name, *formal;
        if (veto_state_find(codes[i], &short_name, &formal)) {
            memcpy(code, codes[i], sizeof codes[i]);
            return true;
        }
    }
    return false;
}

/* What heads a column in two letters, as "No" and "ID", is rather a word than a state. */
bool state_by_name(const char *name, char found[4]) {
    return strlen(name) > 2 && veto_history_state(name, found);
}

/* ---- ballots, by their letters and words ---- */

static const struct {
    const char *text;
    int ballot;
} ballot_signs[] = {
    {"Y", VETO_YES},
    {"A", VETO_ABSTAIN},
    {"N", VETO_NO},
    {"X", VETO_NOT_PARTICIPATING},
    {"NV", VETO_NOT_PARTICIPATING},
    {"?", VETO_BALLOT_UNKNOWN},
};

/* By their letters, in any case. */
static const char *const ballot_words[VETO_FILE_BALLOTS][7] = {
    [VETO_YES] = {"yes", "for", "favour", "favor", "in favour", "in favor"},
    [VETO_NO] = {"no", "against"},
    [VETO_ABSTAIN] = {"abstain", "abstained", "abstention", "abstaining", "abst"},
    [VETO_NOT_PARTICIPATING] = {"non-voting", "not voting", "did not vote", "no vote",
                                "not participating", "did not participate"},
    [VETO_ABSENT] = {"absent"},
    [VETO_BALLOT_UNKNOWN] = {"unknown", "not known"},
};

int ballot_by_word(const char *text) {
    static const char blanks[] = " \t\r\n";
    size_t length = 1;
    bool one = text[0] && !text[1]; /* as most are */
    if (!one) {
        text += strspn(text, blanks);
        length = strcspn(text, blanks);
        one = text[length + strspn(text + length, blanks)] == '\0';
    }
    for (size_t i = 0; i < sizeof ballot_signs / sizeof *ballot_signs && one; i++) {
        const char *sign = ballot_signs[i].text;
        size_t at = 0;
        while (at < length && text_upper((unsigned char)text[at]) == sign[at])
            at++;
        if (at == length && sign[at] == '\0')
            return ballot_signs[i].ballot;
    }
    for (int ballot = 0; ballot < VETO_FILE_BALLOTS && length > 1; ballot++)
        for (const char *const *word = ballot_words[ballot]; *word; word++)
            if (same_letters(text, *word))
                return ballot;
    return VETO_BALLOT_UNREADABLE;
}

/* ---- votes ---- */

const struct veto_history_ballot *ballot_of(const struct veto_history_vote *vote,
                                            const char *code) {
    for (unsigned i = 0; i < vote->ballot_count; i++)
        if (memcmp(vote->ballots[i].code, code, 4) == 0)
            return &vote->ballots[i];
    return NULL;
}

int votes_by_number(const void *a, const void *b) {
    const struct veto_history_vote *x = *(const struct veto_history_vote *const *)a;
    const struct veto_history_vote *y = *(const struct veto_history_vote *const *)b;
    int order = order_of(x->resolution, y->resolution);
    return order ? order : order_of(x->row, y->row);
}

const struct veto_history_vote **
votes_sorted(struct arena *arena, const struct veto_history *history, enum votes_chosen chosen,
             int (*compare)(const void *, const void *), size_t *count) {
    const struct veto_history_vote **votes =
        arena_array(arena, const struct veto_history_vote *, history->count + 1);
    *count = 0;
    for (size_t i = 0; i < history->count; i++)
        if (chosen == VOTES_ALL || (history->votes[i].resolution > 0) == (chosen == VOTES_NUMBERED))
            votes[(*count)++] = &history->votes[i];
    qsort(votes, *count, sizeof *votes, compare);
    return votes;
}

const char *totals_stated(struct arena *arena, const struct veto_history_vote *vote) {
    static const char *const names[] = {"in favour", "against", "abstaining", "not voting"};
    const char *stated = "";
    for (int i = VETO_TOTAL_YES; i <= VETO_TOTAL_NOT_VOTING; i++)
        if (vote->totals[i] >= 0)
            stated = arena_printf(arena, "%s%s%d %s", stated, *stated ? ", " : "", vote->totals[i],
                                  names[i]);
    return stated;
}
