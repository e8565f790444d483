/* The power that each member has under the rules at hand, and had before: the bars of "veto power".
 */

#include "report/power_measures.h"
#include "view/parts.h"
#include "words/words.h"

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

static void add_acts(struct lines *lines, const struct power_report *report) {
    enum { LABEL = 28 };
    struct arena *arena = lines->frame->arena;
    lines_gap(lines);
    lines_add(lines, STYLE_TITLE, 0, "Power of the Council to act");
    lines_add(lines, STYLE_DIM, 0, "All vote at random: how often is a draft adopted?");
    lines_add_led(lines, STYLE_PLAIN, "an abstention counts as a no", LABEL + 2, STYLE_STRONG,
                  act_text(arena, report, power_act));
    lines_add_led(lines, STYLE_PLAIN, "an abstention is not a no", LABEL + 2, STYLE_STRONG,
                  act_text(arena, report, power_ternary_act));
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
            lines_add(lines, STYLE_PLAIN, 0,
                      arena_printf(lines->frame->arena,
                                   "%stoo many of the members are unlike each other to count them "
                                   "between two keys. 'veto power' takes the time.",
                                   parts[i].what));
}

void add_power(struct lines *lines, const struct scene *scene) {
    const struct stage *stage = scene->stage, *before = stage->before;
    struct arena *arena = lines->frame->arena;
    if (!stage->power) {
        lines_add(lines, STYLE_PLAIN, 0,
                  arena_printf(arena, "Power is not computed here: %s.", stage->no_power.text));
        return;
    }
    struct power_council councils[2] = {council_of(arena, stage, "now")};
    struct power_report report = {.councils = councils, .count = 1};
    if (before && before->power)
        councils[report.count++] = council_of(arena, before, then_words(scene));
    struct page page = {.arena = arena};
    report_power_bars.page(&page, &report);
    lines_page(lines, &page);
    add_acts(lines, &report);
    add_left_out(lines, stage->power->left_out);
}
