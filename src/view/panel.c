/* One member before and after what was changed by hand: its numbers, its ballot, and what becomes
 * of the draft. */
#include <string.h>

#include "base/text.h"
#include "view/parts.h"
#include "words/words.h"

enum { LABEL = 15, COLUMN = 17 };

/* What is there now, or what it is held against. */
struct panel_side {
    struct arena *arena;
    const struct stage *stage;
    enum veto_mode mode;
    int draft, member;
    bool numbers; /* behind the words for leanings and the like */
};

enum row {
    LEANING,
    TENDENCY,
    GIVEN_BY, /* from here on a column each for what was and what is */
    CHANCES,
    BALLOT,
    MAJORITY,
    HOLDERS,
    OUTCOME,
    ODDS, /* adopted, vetoed, failed */
    ROWS = ODDS + 3
};

/* Nobody has a ballot where it was adopted without a vote. */
static void panel_cast(const struct panel_side *side, const struct veto_draft *draft,
                       const char *texts[ROWS]) {
    static const char *const givers[] = {
        [VETO_BY_MODEL] = "the model",
        [VETO_FIXED] = "fixed",
        [VETO_CHANCES] = "given chances",
    };
    enum veto_preset kind = draft->ballots[side->member].kind;
    const struct veto_vote *vote =
        veto_meeting_vote(side->stage->meetings[side->mode], side->draft);
    const struct veto_cast *cast = vote && vote->casts ? &vote->casts[side->member] : NULL;
    bool given = veto_set_has(draft->given, (unsigned)side->member);
    bool by_kinds = kind == VETO_BY_MODEL && draft->kind_count;
    texts[GIVEN_BY] = by_kinds ? "the draft's kinds" : given ? "given" : givers[kind];
    texts[BALLOT] = cast ? words_ballot(cast->ballot) : "no vote";
    texts[CHANCES] = kind == VETO_FIXED ? "not asked"
                     : cast ? words_chances_brief(side->arena, cast->chance, cast->given)
                            : "no vote";
}

static void panel_texts(const struct panel_side *side, const char *texts[ROWS]) {
    const struct veto_scenario *scenario = side->stage->scenario;
    const struct veto_draft *draft = &scenario->drafts[side->draft];
    const struct veto_rules *rules = &scenario->rules;
    const struct veto_odds *odds = side->stage->odds;
    const char *chances[VETO_OUTCOMES] = {"not exact", "not exact", "not exact"};
    const struct veto_member *member = &scenario->members[side->member];
    unsigned holders = veto_set_count(rules->veto_holders);
    bool veto = veto_set_has(rules->veto_holders, (unsigned)side->member);
    double tendency = veto ? member->veto_tendency : member->opposition;
    double leaning = draft->leanings[side->member];
    if (odds)
        words_odds(side->arena, odds->drafts[side->draft].outcome, VETO_OUTCOMES, chances);
    texts[LEANING] = words_scaled(side->arena, words_stance(leaning), leaning, side->numbers);
    texts[TENDENCY] = words_scaled(side->arena, words_tendency(side->arena, tendency, veto),
                                   tendency, side->numbers);
    panel_cast(side, draft, texts);
    texts[MAJORITY] = arena_printf(side->arena, "%u of %u", rules->required, rules->members);
    texts[HOLDERS] = arena_printf(side->arena, "%u member%s", holders, text_plural(holders));
    texts[OUTCOME] = stage_outcome(side->arena, side->stage, side->mode, side->draft);
    for (int outcome = VETO_ADOPTED; outcome <= VETO_FAILED; outcome++)
        texts[ODDS + outcome] = chances[outcome];
}

/* When a row is shown. */
enum when {
    HELD,     /* it differs from what it is held against */
    DECIDED,  /* that, or the result is known: before, it would give it away */
    EXPECTED, /* unless what is to be expected is hidden */
};

static const struct {
    const char *label;
    enum when when;
} rows[ROWS] = {
    [LEANING] = {"Base leaning", EXPECTED},
    [TENDENCY] = {"Veto tendency", EXPECTED},
    [GIVEN_BY] = {"Ballot by", EXPECTED},
    [CHANCES] = {"Chances", EXPECTED},
    [BALLOT] = {"Ballot", DECIDED},
    [MAJORITY] = {"Majority", HELD},
    [HOLDERS] = {"Veto held by", HELD},
    [OUTCOME] = {"Outcome", DECIDED},
    [ODDS + VETO_ADOPTED] = {"Odds: adopted", EXPECTED},
    [ODDS + VETO_VETOED] = {"      vetoed", EXPECTED},
    [ODDS + VETO_FAILED] = {"      failed", EXPECTED},
};

static const char *panel_columns(struct arena *arena, const char *before, const char *now) {
    return before ? arena_printf(arena, "%-*s %s", COLUMN - 1, before, now) : now;
}

/* They are too long for columns: "leans against; strongly against at the start". */
static const char *panel_words(struct arena *arena, int row, const char *before, const char *now,
                               const char *then) {
    const char *text = arena_printf(arena, "%s%s", row == LEANING ? "leans " : "", now);
    bool same = !before || strcmp(before, now) == 0;
    return same ? text : arena_printf(arena, "%s; %s %s", text, before, then);
}

static bool is_line_shown(int row, bool differs, bool decided, bool hidden) {
    if (rows[row].when == HELD)
        return differs;
    return !hidden && (rows[row].when == EXPECTED || differs || decided);
}

void add_panel(struct lines *lines, const struct scene *scene, int draft, int member) {
    const struct stage *stage = scene->stage, *before = stage->before;
    enum veto_mode mode = scene->state->mode;
    bool held = before && before->meetings[mode];
    struct panel_side side = {scene->arena, stage, mode, draft, member, scene->state->numbers};
    const char *then = stage->marked ? "at the mark" : "at the start";
    const char *now[ROWS], *was[ROWS] = {NULL};
    panel_texts(&side, now);
    side.stage = before;
    if (held)
        panel_texts(&side, was);
    bool decided = held || state_fate(scene->state, draft);
    bool hidden = state_hides(scene->state, draft);
    bool veto = veto_set_has(scene->scenario->rules.veto_holders, (unsigned)member);
    bool headed = !held;
    int first = scene->scenario->drafts[draft].kind_count ? GIVEN_BY : LEANING; /* nobody leans */
    for (int i = first; i < ROWS; i++) {
        bool differs = was[i] && strcmp(now[i], was[i]) != 0;
        if (!is_line_shown(i, differs, decided, hidden))
            continue;
        if (i >= GIVEN_BY && !headed)
            lines_add_led(lines, STYLE_LABEL, "", LABEL, STYLE_STRONG,
                          panel_columns(scene->arena, then, "now"));
        headed = headed || i >= GIVEN_BY;
        lines_add_led(lines, STYLE_LABEL, i == TENDENCY && !veto ? "Opposition" : rows[i].label,
                      LABEL, differs ? STYLE_STRONG : STYLE_PLAIN,
                      i < GIVEN_BY ? panel_words(scene->arena, i, was[i], now[i], then)
                                   : panel_columns(scene->arena, was[i], now[i]));
    }
    if (hidden)
        lines_add(lines, STYLE_DIM, 0,
                  "Leaning, ballot, outcome and odds are hidden until the result; H shows them.");
}
