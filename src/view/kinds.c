/* What sort of draft is this? On the left the kinds that it may be of; on the right what the one
 * selected would mean, and what is known. */
#include "meeting/model.h"
#include "view/parts.h"
#include "words/words.h"

enum { LABEL = 13, NUMBER = 7 };

/* What the view is about. */
struct asked {
    const struct scene *scene;
    struct arena *arena;
    int index, kind;
    const struct veto_draft *draft;
    bool hidden;
};

static const char *weight_text(const struct asked *asked, double weight) {
    const char *text;
    words_odds(asked->arena, &weight, 1, &text);
    return text;
}

/* ---- the list ---- */

static void draw_kind(const struct asked *asked, struct area row, int index) {
    const struct veto_kind *kind = &asked->draft->kinds[index];
    bool selected = index == asked->kind, out = kind->weight == 0;
    const char *remark = out ? "out" : asked->hidden ? "" : weight_text(asked, kind->weight);
    list_mark(asked->scene->frame, row, selected);
    frame_put_right(asked->scene->frame, row, 0, out ? STYLE_DIM : STYLE_STRONG, remark);
    frame_put_short(asked->scene->frame, area_part(row, 0, 0, row.columns - NUMBER, 1), 2, 0,
                    selected ? STYLE_SELECTED
                    : out    ? STYLE_DIM
                             : STYLE_PLAIN,
                    words_capital(asked->arena, kind->name));
    frame_spot(asked->scene->frame, row, ACTION_KIND, index - asked->kind);
}

/* ---- the kind selected ---- */

/* Who is likeliest to vote how in a draft of this kind. */
static void add_kind_ballots(struct lines *lines, const struct asked *asked) {
    const struct veto_kind *kind = &asked->draft->kinds[asked->kind];
    lines_gap(lines);
    lines_add(lines, STYLE_DIM, 0, "In such a draft it is likely that these vote");
    for (int ballot = 0; ballot < 3; ballot++) {
        veto_set set = 0;
        for (unsigned i = 0; i < asked->scene->scenario->members_count; i++) {
            bool most = (int)model_expected(kind->chance[i]) == ballot;
            set |= most ? veto_set_of(i) : 0;
        }
        lines_fact(lines, LABEL, words_ballot((enum veto_ballot)ballot),
                   words_names(asked->arena, asked->scene->scenario, set));
    }
}

/* The weight of a kind once the ballots are counted in that have been shown; false where there are
 * none, or no kind has them. */
static bool weight_after_ballots(const struct asked *asked, int index, double *weight) {
    const struct chamber_vote *shown = &asked->scene->vote;
    double sum = 0;
    if (shown->draft != asked->index || !shown->cast)
        return false;
    for (size_t i = 0; i < asked->draft->kind_count; i++) {
        double p = asked->draft->kinds[i].weight;
        for (unsigned member = 0; member < asked->scene->scenario->members_count; member++) {
            enum veto_ballot given = shown->vote->casts[member].given;
            bool counts = asked->draft->ballots[member].kind == VETO_BY_MODEL;
            if (veto_set_has(shown->cast, member) && counts)
                p *= given <= VETO_ABSTAIN ? asked->draft->kinds[i].chance[member][given] : 1;
        }
        *weight = (int)i == index ? p : *weight;
        sum += p;
    }
    *weight = sum > 0 ? *weight / sum : 0;
    return sum > 0;
}

static void add_kind_weight(struct lines *lines, const struct asked *asked) {
    const struct veto_kind *kind = &asked->draft->kinds[asked->kind];
    double after = 0;
    lines_fact(lines, LABEL, "Chance",
               asked->draft->given
                   ? arena_printf(asked->arena, "%s; %s without what is known",
                                  weight_text(asked, kind->weight), weight_text(asked, kind->prior))
                   : weight_text(asked, kind->weight));
    if (weight_after_ballots(asked, asked->kind, &after))
        lines_fact(lines, LABEL, "Ballots cast",
                   arena_printf(asked->arena, "%s after them", weight_text(asked, after)));
}

static void add_known(struct lines *lines, const struct asked *asked) {
    const struct scene *scene = asked->scene;
    const char *odds = odds_line(scene, asked->index);
    lines_gap(lines);
    lines_fact(lines, LABEL, "Known", words_given(asked->arena, scene->scenario, asked->draft));
    if (odds)
        lines_add(lines, STYLE_STRONG, 0, words_capital(asked->arena, odds));
    if (asked->hidden)
        lines_add(lines, STYLE_DIM, 0,
                  "How likely each kind is, and the odds, are hidden until the result; H shows "
                  "them.");
    lines_gap(lines);
    lines_add(lines, STYLE_DIM, 0, words_unmoved(asked->arena, asked->draft));
}

static void add_kind_page(struct lines *lines, const struct asked *asked) {
    const struct veto_kind *kind = &asked->draft->kinds[asked->kind];
    lines_print(lines, STYLE_TITLE, 0, "%s: what sort of %s is this?",
                words_capital(asked->arena, words_named(asked->arena, asked->draft)),
                words_noun(asked->draft));
    lines_gap(lines);
    lines_print(lines, STYLE_STRONG, 0, "%s.", words_capital(asked->arena, kind->name));
    if (!asked->hidden) {
        add_kind_weight(lines, asked);
        add_kind_ballots(lines, asked);
    }
    add_known(lines, asked);
}

void draw_kinds(const struct scene *scene, struct area area) {
    struct asked asked = {.scene = scene, .arena = scene->arena};
    asked.index = narrow_draft(scene->state);
    if (asked.index == VETO_NONE) {
        struct lines lines = {.frame = scene->frame, .columns = area.columns - 1};
        lines_add(&lines, STYLE_PLAIN, 0,
                  "No draft here is of one of several kinds: members lean for or against it.");
        lines_scroll(&lines, area);
        return;
    }
    asked.draft = &scene->scenario->drafts[asked.index];
    asked.kind = narrow_kind(scene->state);
    asked.hidden = state_hides(scene->state, asked.index);
    int count = (int)asked.draft->kind_count;
    struct halves halves = halves_draw(scene, area, area.columns / 2 + HALVES_GAP, count);
    struct area list = halves.list;
    int first = list_stand(asked.kind, count, list.rows);
    for (int row = 0; row < list.rows && first + row < count; row++)
        draw_kind(&asked, area_part(list, 0, row, list.columns - 1, 1), first + row);
    add_kind_page(&halves.lines, &asked);
    lines_scroll(&halves.lines, halves.text);
}
