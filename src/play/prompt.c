#include "play/prompt.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "play/acts.h"
#include "play/guess.h"

/* ---- answers: each leaves the prompt open, with a notice, where it cannot take the text ---- */

static bool take_change(struct state *state) {
    if (!strchr(state->prompt.text, '=')) {
        state->notice = "a change is PATH=VALUE, as in council.required_majority=8";
        return false;
    }
    state->wish = (struct wish){.kind = WISH_OVERRIDE};
    return true;
}

/* The leaning of the member selected, or its tendency. */
static bool take_typed_number(struct state *state) {
    bool leaning = state->prompt.kind == PROMPT_LEANING;
    struct wish wish = wish_tendency(state);
    if (leaning && !wish_leaning(state, &wish))
        return false;
    if (number_parse(state->prompt.text, &wish.number) && wish.number >= (leaning ? -1 : 0) &&
        wish.number <= 1)
        state->wish = wish;
    else
        state->notice = leaning ? "a leaning is a number from -1 to 1, as in -0.35"
                                : "this is a number from 0 to 1, as in 0.85";
    return !state->notice;
}

static bool take_search(struct state *state) {
    size_t length = strlen(state->prompt.text);
    if (length >= SEARCH_BYTES) {
        state->notice = "that is too long to look for";
        return false;
    }
    memcpy(state->search, state->prompt.text, length + 1);
    search_again(state, 0);
    return true;
}

/* To its vote; where drafts are looked at, to the draft. */
static bool take_draft(struct state *state) {
    uint64_t number, count = state->stage->scenario->draft_count;
    bool there = number_parse_u64(state->prompt.text, &number) && number >= 1 && number <= count;
    int draft = (int)(there ? number - 1 : count); /* behind the last one is none */
    if (state_view(state) & VIEWS_OF(HAS_DRAFT))
        pick_number(state, draft);
    else
        place_to_draft(state, draft);
    return there;
}

static const struct {
    const char *label;
    const char *example;
    bool (*take)(struct state *state); /* NULL: of a file, ... */
    const char *ending;                /* ... how the name that is proposed ends, ... */
    enum wish_kind wish;               /* ... and what is wished of it */
} prompts[PROMPTS] = {
    [PROMPT_CHANGE] = {"Change", "PATH=VALUE, as in council.veto=[]; Tab helps",
                       .take = take_change},
    [PROMPT_LEANING] = {"Leaning", "from -1, against, to 1, in favour", .take = take_typed_number},
    [PROMPT_TENDENCY] = {"Tendency", "from 0 to 1", .take = take_typed_number},
    [PROMPT_GIVEN] = {"Known ballot", "MEMBER=BALLOT, as in USA=no", .take = narrow_by_ballot},
    [PROMPT_SEARCH] = {"Find", "a word, or a member's name", .take = take_search},
    [PROMPT_HANDS] = {"Hands", "for adopted, vetoed and failed, as in 3 17 8", .take = guess_hands},
    [PROMPT_DRAFT] = {"Draft", "its number, as in 12", .take = take_draft},
    [PROMPT_SESSION] = {"Save as", "a file's name", .ending = ".session.yaml",
                        .wish = WISH_SESSION},
    [PROMPT_TRANSCRIPT] = {"Transcript to", "a file's name", .ending = ".txt",
                           .wish = WISH_TRANSCRIPT},
    [PROMPT_SCENARIO] = {"Scenario to", "a file's name", .ending = ".changed.yaml",
                         .wish = WISH_SCENARIO},
};

const char *prompt_label(enum prompt_kind kind) {
    return prompts[kind].label;
}

const char *prompt_example(enum prompt_kind kind) {
    return prompts[kind].example;
}

/* ---- typing ---- */

/* What is proposed is a file's name after that of the scenario: "aleppo-2016.txt". */
void prompt_open(struct state *state, int kind) {
    struct wish leaning;
    if (kind == PROMPT_LEANING && !wish_leaning(state, &leaning))
        return;
    state->prompt = (struct prompt){.kind = (enum prompt_kind)kind};
    if (!prompts[kind].ending)
        return;
    const char *word = state->stage->word;
    word = word && strcmp(word, "-") != 0 ? word : "meeting";
    const char *slash = strrchr(word, '/');
    const char *name = slash ? slash + 1 : word, *point = strrchr(name, '.');
    int length = point && point > name ? (int)(point - name) : (int)strlen(name);
    snprintf(state->prompt.text, PROMPT_BYTES, "%.*s%s", length < 64 ? length : 64, name,
             prompts[kind].ending);
}

static void prompt_type(struct state *state, uint32_t code) {
    char encoded[5];
    size_t length = strlen(state->prompt.text), bytes = text_encode(code, encoded);
    if (length + bytes < PROMPT_BYTES)
        memcpy(state->prompt.text + length, encoded, bytes + 1);
    else
        state->notice = "that is as long as it can be";
}

const char *prompt_says(struct arena *arena, const struct state *state) {
    if (!state->notice && state->prompt.kind != PROMPT_NONE && state->prompt.offers)
        return complete_says(arena, state->stage->scenario, state->prompt.text);
    return state->notice;
}

struct state prompt_press(struct state state, uint32_t key) {
    state.notice = NULL;
    state.wish = (struct wish){.kind = WISH_NONE};
    state.prompt.offers = false;
    enum prompt_kind kind = state.prompt.kind;
    if (key == PRESS_ENTER) {
        if (*state.prompt.text && !prompts[kind].take)
            state.wish = (struct wish){.kind = prompts[kind].wish};
        else if (*state.prompt.text && !prompts[kind].take(&state))
            return state;
        state.prompt.kind = PROMPT_NONE;
    } else if (key == PRESS_TAB && kind == PROMPT_CHANGE)
        /* where it can go on in several ways, or in none, that is told */
        state.prompt.offers =
            complete_path(state.stage->scenario, state.prompt.text, PROMPT_BYTES) != 1;
    else if (key == PRESS_ESCAPE)
        state.prompt.kind = PROMPT_NONE;
    else if (key == PRESS_BACKSPACE && !text_drop_cluster(state.prompt.text))
        state.prompt.kind = PROMPT_NONE; /* an empty line is given up */
    else if (key == PRESS_CTRL_U)
        state.prompt.text[0] = '\0';
    else if (key >= ' ' && key < PRESS_ENTER && !text_forbidden(key))
        prompt_type(&state, key);
    return state;
}
