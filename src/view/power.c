/* Rules and power: on the left rules by name; beside them the rules at hand, the power that each
 * member has under them, and who decides the draft in question. */
#include <string.h>

#include "report/power.h"
#include "view/parts.h"
#include "words/words.h"

enum {
    LIST = 26,       /* columns of the rules by name, ... */
    SIDE = 38,       /* ... and of who decides, where that stands beside the power */
    VERY_WIDE = 160, /* from there on both have so much more: */
    MORE = 16,
    GAP = 2,
    LABEL = 10,
    CHANCE = 12,
    CODE = 5,
    ABSTENTION = 30,
};

/* ---- the rules at hand ---- */

enum { POWER_RULES = 3 };

static void rules_words(struct arena *arena, const struct veto_scenario *scenario,
                        const char *words[POWER_RULES]) {
    words[0] = words_required(arena, scenario->rules.required, scenario->members_count);
    words[1] = words_veto(arena, scenario);
    words[2] = words_majorities(arena, scenario, UINT32_MAX);
}

static void add_power_rules(struct lines *lines, const struct scene *scene) {
    static const char *const labels[POWER_RULES] = {"Majority", "Veto", "Besides"};
    const struct stage *before = scene->stage->before;
    const char *all[POWER_RULES], *others[POWER_RULES];
    rules_words(scene->arena, scene->scenario, all);
    rules_words(scene->arena, before ? before->scenario : scene->scenario, others);
    lines_add(lines, STYLE_TITLE, 0, "Rules at hand");
    for (int i = 0; i < POWER_RULES; i++) {
        const char *now = all[i], *was = others[i];
        bool same = strcmp(now, was) == 0;
        if (same && *now == '\0')
            continue;
        if (!same)
            now = arena_printf(scene->arena, "%s (%s: %s)", *now ? now : "nothing",
                               then_words(scene), *was ? was : "nothing");
        lines_add_led(lines, STYLE_DIM, labels[i], LABEL, same ? STYLE_PLAIN : STYLE_STRONG, now);
    }
    lines_gap(lines);
}

/* ---- the power that each member has, and had before: the bars of "veto power" ---- */

static struct power_council council_of(struct arena *arena, const struct stage *stage,
                                       const char *name) {
    unsigned count = stage->scenario->members_count;
    struct power_member *members = arena_array(arena, struct power_member, count);
    for (unsigned i = 0; i < count; i++) {
        const struct veto_member *member = &stage->scenario->members[i];
        bool veto = veto_set_has(stage->scenario->rules.veto_holders, i);
        members[i] = (struct power_member){member->code, member->name, member->permanent, veto};
    }
    return (struct power_council){
        .name = name, .count = count, .members = members, .power = stage->power};
}

/* "2.59%, before 1.02%" */
static const char *act_text(struct arena *arena, const struct power_report *report,
                            struct power_number (*act)(const struct power_council *)) {
    const char *text = "";
    for (size_t i = 0; i < report->count; i++) {
        struct power_number number = act(&report->councils[i]);
        const char *chance = number.known ? words_chance(arena, number.value) : "not computed";
        text = i == 0 ? chance
                      : arena_printf(arena, "%s, %s %s", text, report->councils[i].name, chance);
    }
    return text;
}

static void add_left_out(struct lines *lines, unsigned left_out) {
    static const struct {
        unsigned part;
        const char *what;
    } parts[] = {
        {VETO_POWER_YES_NO,
         "The measures that count an abstention as a no are not computed here: "},
        {VETO_POWER_TERNARY, "Those for which an abstention is not a no are not computed here: "},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (left_out & parts[i].part)
            lines_print(lines, STYLE_PLAIN, 0,
                        "%stoo many of the members are unlike each other to count them "
                        "between two keys. 'veto power' takes the time.",
                        parts[i].what);
}

static void add_power(struct lines *lines, const struct scene *scene) {
    const struct stage *stage = scene->stage, *before = stage->before;
    struct arena *arena = scene->arena;
    if (!stage->power) {
        lines_print(lines, STYLE_PLAIN, 0, "Power is not computed here: %s.", stage->no_power.text);
        return;
    }
    struct power_council councils[2] = {council_of(arena, stage, "now")};
    struct power_report report = {.councils = councils, .count = 1};
    if (before && before->power)
        councils[report.count++] = council_of(arena, before, then_words(scene));
    lines_report(lines, stage, &report_power_bars, &report);
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "Power of the Council to act");
    lines_add(lines, STYLE_DIM, 0, "All vote at random: how often is a draft adopted?");
    lines_add_led(lines, STYLE_PLAIN, "an abstention counts as a no", ABSTENTION, STYLE_STRONG,
                  act_text(scene->arena, &report, power_act));
    lines_add_led(lines, STYLE_PLAIN, "an abstention is not a no", ABSTENTION, STYLE_STRONG,
                  act_text(scene->arena, &report, power_ternary_act));
    add_left_out(lines, stage->power->left_out);
}

/* ---- who decides the draft in question ---- */

static void add_chances(struct lines *lines, const struct scene *scene, const double *chance) {
    unsigned count = scene->scenario->members_count;
    const size_t *order = words_largest_first(scene->arena, chance, count);
    int room = lines->columns - CODE - CHANCE;
    for (const size_t *is = order; is < order + count; is++) {
        const char *text =
            arena_printf(scene->arena, "%-*s", CHANCE, words_chance(scene->arena, chance[*is]));
        for (int i = (int)(chance[*is] * room + 0.5); i > 0; i--)
            text = arena_printf(scene->arena, "%s%s", text, frame_sign(lines->frame, SIGN_FULL));
        lines_add_led(lines, STYLE_PLAIN, scene->scenario->members[*is].code, CODE, STYLE_PLAIN,
                      text);
    }
}

/* Why there are no chances; NULL where there are. */
static const char *no_chances(const struct scene *scene, int draft) {
    const struct veto_flips *decisive = scene->stage->decisive[scene->state->mode][draft];
    if (state_hides(scene->state, draft))
        return "Hidden until its result is shown.";
    if (!veto_meeting_vote(scene->meeting, draft))
        return "It is not put to the vote.";
    if (!decisive)
        return "Memory ran out, and this could not be worked out.";
    return decisive->has_decisive
               ? NULL
               : "Not computed: an exact chance would take too long to work out.";
}

static void add_deciders(struct lines *lines, const struct scene *scene) {
    int draft = state_draft(scene->state);
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "Who decides this draft");
    if (draft == VETO_NONE) {
        lines_add(lines, STYLE_PLAIN, 0, "No draft is put to a vote in this meeting.");
        return;
    }
    lines_add(lines, STYLE_STRONG, 0, words_draft(scene->arena, &scene->scenario->drafts[draft]));
    const char *why = no_chances(scene, draft);
    if (why) {
        lines_add(lines, STYLE_PLAIN, 0, why);
        return;
    }
    lines_add(lines, STYLE_DIM, 0,
              "How likely its yes adopts and its no does not, all others voting as the model has "
              "them.");
    const struct veto_vote *vote = veto_meeting_vote(scene->meeting, draft);
    if (vote->question == VETO_PROCEDURAL)
        lines_add(lines, STYLE_PLAIN, 0,
                  "The question is procedural: nobody can veto it. The power shown is that on "
                  "other questions.");
    add_chances(lines, scene, scene->stage->decisive[scene->state->mode][draft]->decisive);
}

/* ---- the view ---- */

void draw_power(const struct scene *scene, struct area area) {
    int more = area.columns >= VERY_WIDE ? MORE : 0, list = LIST + more, side = SIDE + more;
    bool wide = scene->state->columns >= WIDE_COLUMNS;
    struct halves halves =
        halves_draw(scene, area, list + HALVES_GAP, rule_sets_rows(scene, area.columns - 2));
    struct area right = halves.text;
    struct area beside = area_part(area, area.columns - side, 0, side - 1, area.rows);
    if (wide)
        right.columns -= side + GAP;
    struct lines lines = {.frame = scene->frame, .columns = right.columns};
    struct lines deciders = {.frame = scene->frame, .columns = beside.columns};
    draw_rule_sets(scene, area_part(halves.list, 0, 0, halves.list.columns - 1, halves.list.rows));
    add_power_rules(&lines, scene);
    add_power(&lines, scene);
    add_deciders(wide ? &deciders : &lines, scene);
    lines_scroll(&lines, right);
    if (!wide)
        return;
    frame_line(scene->frame, area_part(area, area.columns - side - GAP, 0, 1, area.rows),
               SIGN_VERTICAL);
    lines_draw(&deciders, beside, 0);
}
