/* One member before and after what was changed by hand: its numbers, its ballot, and what becomes
 * of the draft. */
#include <string.h>

#include "base/text.h"
#include "view/parts.h"
#include "words/words.h"

enum { LABEL = 15, COLUMN = 17 };

/* One of the two columns; or the only one, which has room for words. */
struct panel_side {
    struct arena *arena;
    const struct stage *stage;
    enum veto_mode mode;
    int draft, member;
    bool words, numbers; /* leanings in words, and behind them the numbers */
};

/* NULL also where it was adopted without a vote: nobody has a ballot then. */
static const struct veto_vote *vote_of(const struct panel_side *side) {
    const struct veto_vote *vote =
        veto_meeting_vote(side->stage->meetings[side->mode], side->draft);
    return vote && vote->casts ? vote : NULL;
}

static const char *panel_leaning(const struct panel_side *side) {
    double leaning = side->stage->scenario->drafts[side->draft].leanings[side->member];
    if (!side->words)
        return words_leaning(side->arena, leaning);
    return words_scaled(side->arena, arena_printf(side->arena, "leans %s", words_stance(leaning)),
                        leaning, side->numbers);
}

static const char *tendency(const struct panel_side *side) {
    const struct veto_member *member = &side->stage->scenario->members[side->member];
    bool veto = veto_set_has(side->stage->scenario->rules.veto_holders, (unsigned)side->member);
    double tendency = veto ? member->veto_tendency : member->opposition;
    if (!side->words)
        return words_leaning(side->arena, tendency);
    return words_scaled(side->arena, words_tendency(side->arena, tendency, veto), tendency,
                        side->numbers);
}

static const struct veto_draft *panel_draft(const struct panel_side *side) {
    return &side->stage->scenario->drafts[side->draft];
}

static const char *given_by(const struct panel_side *side) {
    static const char *const words[] = {
        [VETO_BY_MODEL] = "the model",
        [VETO_FIXED] = "fixed",
        [VETO_CHANCES] = "given chances",
    };
    enum veto_preset kind = panel_draft(side)->ballots[side->member].kind;
    return kind == VETO_BY_MODEL && panel_draft(side)->kind_count           ? "the draft's kinds"
           : veto_set_has(panel_draft(side)->given, (unsigned)side->member) ? "given"
                                                                            : words[kind];
}

static const char *panel_chances(const struct panel_side *side) {
    const struct veto_vote *vote = vote_of(side);
    const struct veto_preset_ballot *preset =
        &side->stage->scenario->drafts[side->draft].ballots[side->member];
    if (preset->kind == VETO_FIXED || !vote)
        return preset->kind == VETO_FIXED ? "not asked" : "no vote";
    const struct veto_cast *cast = &vote->casts[side->member];
    return words_chances_brief(side->arena, cast->chance, cast->given);
}

static const char *panel_ballot(const struct panel_side *side) {
    const struct veto_vote *vote = vote_of(side);
    return vote ? words_ballot(vote->casts[side->member].ballot) : "no vote";
}

static const char *majority(const struct panel_side *side) {
    const struct veto_rules *rules = &side->stage->scenario->rules;
    return arena_printf(side->arena, "%u of %u", rules->required, rules->members);
}

static const char *holders(const struct panel_side *side) {
    unsigned count = veto_set_count(side->stage->scenario->rules.veto_holders);
    return arena_printf(side->arena, "%u member%s", count, text_plural(count));
}

static const char *panel_outcome(const struct panel_side *side) {
    return stage_outcome(side->arena, side->stage, side->mode, side->draft);
}

static const char *odds(const struct panel_side *side, enum veto_outcome is) {
    const struct veto_odds *all = side->stage->odds;
    const char *texts[VETO_OUTCOMES];
    if (!all)
        return "not exact";
    words_odds(side->arena, all->drafts[side->draft].outcome, VETO_OUTCOMES, texts);
    return texts[is];
}

static const char *adopted(const struct panel_side *side) {
    return odds(side, VETO_ADOPTED);
}

static const char *vetoed(const struct panel_side *side) {
    return odds(side, VETO_VETOED);
}

static const char *failed(const struct panel_side *side) {
    return odds(side, VETO_FAILED);
}

/* When a row is shown. */
enum when {
    HELD,     /* it differs from what it is held against */
    DECIDED,  /* that, or the result is known: before, it would give it away */
    EXPECTED, /* unless what is to be expected is hidden */
};

static const struct panel_row {
    const char *label;
    const char *(*text)(const struct panel_side *side);
    enum when when;
} rows[] = {
    {"Base leaning", panel_leaning, EXPECTED}, {"Veto tendency", tendency, EXPECTED},
    {"Ballot by", given_by, EXPECTED},         {"Chances", panel_chances, EXPECTED},
    {"Ballot", panel_ballot, DECIDED},         {"Majority", majority, HELD},
    {"Veto held by", holders, HELD},           {"Outcome", panel_outcome, DECIDED},
    {"Odds: adopted", adopted, EXPECTED},      {"      vetoed", vetoed, EXPECTED},
    {"      failed", failed, EXPECTED},
};

static const char *label_of(const struct scene *scene, const struct panel_row *row, int member) {
    bool veto = veto_set_has(scene->scenario->rules.veto_holders, (unsigned)member);
    return row->text == tendency && !veto ? "Opposition" : row->label;
}

static void add_panel_row(struct lines *lines, const char *label, const char *before,
                          const char *now) {
    struct arena *arena = lines->frame->arena;
    bool same = !before || strcmp(before, now) == 0;
    char *text = before ? arena_printf(arena, "%-*s %s", COLUMN - 1, before, now)
                        : arena_printf(arena, "%s", now);
    lines_add_led(lines, STYLE_LABEL, label, LABEL, same ? STYLE_PLAIN : STYLE_STRONG, text);
}

static bool is_line_shown(const struct panel_row *row, bool differs, bool decided, bool hidden) {
    if (row->when == HELD)
        return differs;
    return !hidden && (row->when == EXPECTED || differs || decided);
}

void add_panel(struct lines *lines, const struct scene *scene, int draft, int member) {
    const struct stage *stage = scene->stage;
    struct panel_side now = {
        lines->frame->arena, stage, scene->state->mode, draft, member, true, false};
    bool held = stage->before && stage->before->meetings[now.mode];
    now.words = !held;
    now.numbers = scene->state->numbers;
    struct panel_side before = now;
    before.stage = stage->before;
    bool decided = held || state_fate(stage, scene->state, draft);
    bool hidden = state_hides(stage, scene->state, draft);
    size_t empty = lines->count;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *is = rows[i].text(&now), *was = held ? rows[i].text(&before) : NULL;
        bool differs = was && strcmp(is, was) != 0;
        bool leans = rows[i].text == panel_leaning || rows[i].text == tendency;
        if (leans && panel_draft(&now)->kind_count) /* nobody leans on it */
            continue;
        if (!is_line_shown(&rows[i], differs, decided, hidden))
            continue;
        if (held && lines->count == empty)
            add_panel_row(lines, "", stage->marked ? "at the mark" : "at the start", "now");
        add_panel_row(lines, label_of(scene, &rows[i], member), was, is);
    }
    if (hidden)
        lines_add(lines, STYLE_DIM, 0,
                  "Leaning, ballot, outcome and odds are hidden until the result; H shows them.");
}
