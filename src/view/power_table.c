/* The power that each member has under the rules at hand, as numbers and bars: counted with two
 * ballots, and beside it with three. */
#include <string.h>

#include "report/power_measures.h"
#include "view/parts.h"

enum {
    ROOMY = 40,      /* rows from which the measures stand apart, ... */
    ROOMY_HELD = 56, /* ... where there are twice as many numbers */
    LABEL = 17,
    NUMBER = 9,
    DECIMALS = 5, /* of a percentage, at most */
};

/* ---- members that are shown together ---- */

struct group {
    unsigned first, count;
    const char *label;
};

/* One column of a measure now, and what it is held against. */
struct power_sheet {
    const struct scene *scene;
    struct lines *lines;
    struct arena *arena;
    struct power_council now, before;
    bool held; /* `before` is there, with the same members */
    struct group groups[VETO_MAX_MEMBERS];
    unsigned group_count;
    int cell;
    double most; /* of all measures: the longest bar */
};

static bool is_roomy(const struct power_sheet *sheet) {
    return sheet->scene->state->rows >= (sheet->held ? ROOMY_HELD : ROOMY);
}

static struct power_council council_of(struct arena *arena, const struct stage *stage) {
    unsigned count = stage->scenario->members_count;
    struct power_member *members = arena_array(arena, struct power_member, count);
    for (unsigned i = 0; i < count; i++) {
        const struct veto_member *member = &stage->scenario->members[i];
        bool veto = veto_set_has(stage->scenario->rules.veto_holders, i);
        members[i] = (struct power_member){member->code, member->name, member->permanent, veto};
    }
    return (struct power_council){.count = count, .members = members, .power = stage->power};
}

static bool same_members(const struct power_council *a, const struct power_council *b) {
    bool same = a->count == b->count;
    for (unsigned i = 0; same && i < a->count; i++)
        same = strcmp(a->members[i].id, b->members[i].id) == 0;
    return same;
}

/* They have the same power, and had; and all are permanent members or none is. */
static bool share_row(const struct power_sheet *sheet, unsigned a, unsigned b) {
    const unsigned *now = sheet->now.power->kinds.of;
    const unsigned *before = sheet->held ? sheet->before.power->kinds.of : now;
    return now[a] == now[b] && before[a] == before[b] &&
           sheet->now.members[a].permanent == sheet->now.members[b].permanent;
}

/* "5 permanent" where these are all of them, else "CHN +2". */
static const char *group_label(const struct power_sheet *sheet, const struct group *group) {
    const struct power_member *first = &sheet->now.members[group->first];
    unsigned alike = 0;
    for (unsigned i = 0; i < sheet->now.count; i++)
        alike += sheet->now.members[i].permanent == first->permanent;
    if (group->count == 1)
        return first->id;
    if (group->count < alike)
        return arena_printf(sheet->arena, "%s +%u", first->id, group->count - 1);
    const char *what = alike == sheet->now.count ? "members"
                       : first->permanent        ? "permanent"
                                                 : "elected";
    return arena_printf(sheet->arena, "%u %s", group->count, what);
}

static void add_table_member(struct power_sheet *sheet, unsigned member) {
    unsigned at = 0;
    while (at < sheet->group_count && !share_row(sheet, sheet->groups[at].first, member))
        at++;
    if (at == sheet->group_count)
        sheet->groups[sheet->group_count++] = (struct group){.first = member};
    sheet->groups[at].count++;
}

/* Permanent members first. */
static void find_groups(struct power_sheet *sheet) {
    for (int permanent = 1; permanent >= 0; permanent--)
        for (unsigned i = 0; i < sheet->now.count; i++)
            if (sheet->now.members[i].permanent == permanent)
                add_table_member(sheet, i);
    for (unsigned i = 0; i < sheet->group_count; i++)
        sheet->groups[i].label = group_label(sheet, &sheet->groups[i]);
}

/* ---- measures ---- */

/* A measure counted with two ballots, and its like with three; a key may be NULL. */
static const struct power_block {
    const char *heading, *about;
    const char *keys[2];
    bool of_vetoes; /* only those who have any of it have a row */
} blocks[] = {
    {"Shapley-Shubik",
     "In a random order, whose ballot settles it?",
     {"shapley_shubik", "ternary_shapley_shubik"},
     false},
    {"Banzhaf",
     "All others at random: does its yes or no decide?",
     {"banzhaf", "ternary_banzhaf"},
     false},
    {"of that, yes against abstaining",
     "Does its yes adopt where abstaining would not?",
     {NULL, "yes_against_abstain"},
     false},
    {"and abstaining against no",
     "What only a no can do: the veto.",
     {NULL, "abstain_against_no"},
     true},
    {"Banzhaf, normalised",
     "As a part of what all members have together.",
     {"banzhaf_normalized", NULL},
     false},
};

static struct power_number number_of(const struct power_council *council, const char *key,
                                     unsigned member) {
    if (!key)
        return (struct power_number){.known = false};
    return power_of_member(council, power_measure_find(key), member);
}

/* Bars have one scale: what is as long is as much, whatever it is a measure of. */
static double most_of(const struct power_sheet *sheet, const struct power_block *block) {
    double most = 0;
    for (unsigned i = 0; i < sheet->group_count; i++)
        for (int side = 0; side < 2; side++) {
            unsigned first = sheet->groups[i].first;
            double now = number_of(&sheet->now, block->keys[side], first).value, before = 0;
            if (sheet->held)
                before = number_of(&sheet->before, block->keys[side], first).value;
            most = now > most ? now : most;
            most = before > most ? before : most;
        }
    return most;
}

/* Some power at all is at least one sign long. */
static char *bar_text(const struct lines *lines, double part, int room) {
    int count = (int)(part * room + 0.5);
    char *text = arena_printf(lines->frame->arena, "%s", "");
    for (int i = 0; i < room && (i < count || (i == 0 && part > 0)); i++)
        text = arena_printf(lines->frame->arena, "%s%s", text, frame_sign(lines->frame, SIGN_FULL));
    return text;
}

/* "19.6%", "0.187%": three digits that count, which is what can be read out. */
static const char *share_text(struct arena *arena, double share) {
    static const double least = 0.000001; /* some power is not none */
    double percent = share * 100, tens = 1;
    int decimals = 0;
    if (share == 0)
        return "0%";
    if (share < least)
        return "<0.0001%";
    while (decimals < DECIMALS && percent * tens < 99.95) {
        tens *= 10;
        decimals++;
    }
    return arena_printf(arena, "%.*f%%", decimals, percent);
}

/* A number and its bar, `cell` columns wide; a most of 0 is no bar. */
static char *cell_text(const struct power_sheet *sheet, const struct power_number *number,
                       double most) {
    const char *text = number->known ? share_text(sheet->arena, number->value) : "";
    const char *bar = bar_text(sheet->lines, number->known && most > 0 ? number->value / most : 0,
                               sheet->cell - NUMBER - 1);
    int blank = sheet->cell - NUMBER - frame_width(sheet->lines->frame, bar);
    return arena_printf(sheet->arena, "%-*s%s%*s", NUMBER, text, bar, blank, "");
}

static void add_table_row(const struct power_sheet *sheet, enum style style, const char *label,
                          const struct power_number numbers[2], double most) {
    lines_add_led(sheet->lines, style, arena_printf(sheet->arena, " %s", label), LABEL, style,
                  arena_printf(sheet->arena, "%s%s", cell_text(sheet, &numbers[0], most),
                               cell_text(sheet, &numbers[1], most)));
}

static const char *before_words(const struct power_sheet *sheet) {
    return sheet->scene->stage->marked ? " at the mark" : " before";
}

/* A row, and below it what it is held against, where that differs. */
static void add_table_pair(const struct power_sheet *sheet, const char *label,
                           const struct power_number *now, const struct power_number *before,
                           double most) {
    bool differs = false;
    for (int side = 0; side < 2 && before; side++)
        differs = differs || now[side].known != before[side].known ||
                  (now[side].known && now[side].value != before[side].value);
    add_table_row(sheet, differs ? STYLE_STRONG : STYLE_PLAIN, label, now, most);
    if (differs)
        add_table_row(sheet, STYLE_DIM, before_words(sheet), before, most);
}

static void add_group(const struct power_sheet *sheet, const struct power_block *block,
                      const struct group *group) {
    struct power_number now[2], before[2];
    bool any = false;
    for (int side = 0; side < 2; side++) {
        now[side] = number_of(&sheet->now, block->keys[side], group->first);
        before[side] = now[side];
        if (sheet->held)
            before[side] = number_of(&sheet->before, block->keys[side], group->first);
        any = any || now[side].value > 0 || before[side].value > 0;
    }
    if (any || !block->of_vetoes)
        add_table_pair(sheet, group->label, now, sheet->held ? before : NULL, sheet->most);
}

static void add_share(const struct power_sheet *sheet, const struct power_block *block) {
    struct power_number now[2] = {{.known = false}}, before[2] = {{.known = false}};
    for (int side = 0; side < 2; side++) {
        const struct power_measure *measure =
            block->keys[side] ? power_measure_find(block->keys[side]) : NULL;
        if (measure)
            now[side] = power_permanent_share(&sheet->now, measure);
        if (measure && sheet->held)
            before[side] = power_permanent_share(&sheet->before, measure);
    }
    if (now[0].known || now[1].known)
        add_table_pair(sheet, "permanent share", now, sheet->held ? before : NULL, 0);
}

static void add_table_block(const struct power_sheet *sheet, const struct power_block *block) {
    if (most_of(sheet, block) == 0) /* left out, or nobody has any: no veto */
        return;
    lines_add(sheet->lines, STYLE_STRONG, 0, block->heading);
    lines_add(sheet->lines, STYLE_DIM, 0, block->about);
    for (unsigned i = 0; i < sheet->group_count; i++)
        add_group(sheet, block, &sheet->groups[i]);
    if (block->keys[0])
        add_share(sheet, block);
    if (is_roomy(sheet))
        lines_gap(sheet->lines);
}

static void find_act(const struct power_council *council, struct power_number act[2]) {
    const struct veto_fraction *fractions[] = {power_act(council), power_ternary_act(council)};
    for (int side = 0; side < 2; side++)
        act[side] = fractions[side] ? power_number_of(fractions[side])
                                    : (struct power_number){.known = false};
}

static void add_table_act(const struct power_sheet *sheet) {
    struct power_number now[2], before[2];
    find_act(&sheet->now, now);
    if (sheet->held)
        find_act(&sheet->before, before);
    if (!now[0].known && !now[1].known)
        return;
    lines_add(sheet->lines, STYLE_STRONG, 0, "Power of the Council to act");
    lines_add(sheet->lines, STYLE_DIM, 0, "All vote at random: how often is a draft adopted?");
    add_table_pair(sheet, "adopted", now, sheet->held ? before : NULL, 0);
}

static void add_columns(const struct power_sheet *sheet) {
    static const char *const heads[][2] = {{"an abstention", "an abstention"},
                                           {"counts as a no", "is not a no"}};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        lines_add_led(sheet->lines, STYLE_TITLE, i ? "" : "Power, where", LABEL, STYLE_STRONG,
                      arena_printf(sheet->arena, "%-*s%s", sheet->cell, heads[i][0], heads[i][1]));
}

static void add_left_out(const struct power_sheet *sheet, unsigned left_out) {
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
            lines_add(sheet->lines, STYLE_PLAIN, 0,
                      arena_printf(sheet->arena,
                                   "%stoo many of the members are unlike each other to count them "
                                   "between two keys. 'veto power' takes the time.",
                                   parts[i].what));
}

void add_power(struct lines *lines, const struct scene *scene) {
    const struct stage *stage = scene->stage, *before = stage->before;
    struct power_sheet sheet = {.scene = scene, .lines = lines, .arena = lines->frame->arena};
    sheet.cell = (lines->columns - LABEL) / 2;
    if (!stage->power) {
        lines_add(
            lines, STYLE_PLAIN, 0,
            arena_printf(sheet.arena, "Power is not computed here: %s.", stage->no_power.text));
        return;
    }
    sheet.now = council_of(sheet.arena, stage);
    if (before && before->power) {
        sheet.before = council_of(sheet.arena, before);
        sheet.held = same_members(&sheet.now, &sheet.before);
    }
    find_groups(&sheet);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        double most = most_of(&sheet, &blocks[i]);
        sheet.most = most > sheet.most ? most : sheet.most;
    }
    add_columns(&sheet);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        add_table_block(&sheet, &blocks[i]);
    add_table_act(&sheet);
    add_left_out(&sheet, stage->power->left_out);
}
