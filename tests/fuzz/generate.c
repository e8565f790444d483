#include "generate.h"

#include <stdbool.h>
#include <stdio.h>

#include "veto/scenario.h"

/* What is being made, and of what. Drafts that bear on another one come behind it. */
struct making {
    const uint8_t *next, *end;
    FILE *out;
    unsigned members, drafts, blocs;
    veto_set permanent;
    uint32_t bearing, parts; /* drafts that bear on d0, and those of them that are a part of it */
    uint32_t kinds;          /* drafts of one of several kinds, never d0 */
    bool decided;            /* one is the question whether d0 is procedural */
};

/* Drafts that have been voted on by some place in the programme: whatever happens, or perhaps. */
struct voted {
    uint32_t surely, perhaps;
};

/* ---- choices ---- */

static unsigned take(struct making *making) {
    return making->next < making->end ? *making->next++ : 0;
}

static unsigned below(struct making *making, unsigned n) {
    return take(making) % n;
}

static bool rarely(struct making *making) {
    return take(making) == 0xFF;
}

/* Often one of the ends, or 0. */
static double number(struct making *making, double low, double high) {
    unsigned byte = take(making);
    return byte < 8 ? low : byte > 247 ? high : low + (high - low) * byte / 255;
}

static const char *member(unsigned index) {
    static char codes[VETO_MAX_MEMBERS][4];
    snprintf(codes[index], sizeof codes[index], "Q%c%c", 'A' + index / 26, 'A' + index % 26);
    return codes[index];
}

static const char *any_member(struct making *making) {
    return member(below(making, making->members));
}

/* Texts that mean something elsewhere. */
static const char *any_text(struct making *making) {
    static const char *const texts[] = {
        "A draft",
        "=1+1",
        "<script>alert(1)</script> & \\\" ]]>",
        "| a | *b* _c_ [d](javascript:e) `f` # g",
        "@a, \\\"b\\\"; c",
        "\\U0001F54A \\u4E2D\\u6587 e\\u0301",
        "-",
        "a very long one that goes on and on and on and on and on and on and on and on and on and on",
    };
    return texts[below(making, sizeof texts / sizeof *texts)];
}

static veto_set some_members(struct making *making) {
    unsigned chosen = take(making) | take(making) << 8;
    veto_set set = 0;
    for (unsigned i = 0; i < making->members; i++)
        set |= chosen >> i % 16 & 1 ? veto_set_of(i) : 0;
    return set;
}

static void list_members(struct making *making, veto_set set) {
    const char *before = "";
    fputc('[', making->out);
    for (unsigned i = 0; i < making->members; i++)
        if (veto_set_has(set, i)) {
            fprintf(making->out, "%s%s", before, member(i));
            before = ", ";
        }
    fputc(']', making->out);
}

/* "{default: 0.3, QAB: -1}" */
static void some_numbers(struct making *making, double low, double high) {
    fprintf(making->out, "{default: %.3g", number(making, low, high));
    for (unsigned i = 0; i < making->members; i++)
        if (below(making, 2))
            fprintf(making->out, ", %s: %.3g", member(i), number(making, low, high));
    fputc('}', making->out);
}

/* ---- the Council ---- */

static void make_majority(struct making *making) {
    static const char *const by[] = {"count", "share", "weight"};
    unsigned how = below(making, 3), weights[VETO_MAX_MEMBERS];
    bool all = below(making, 4), weighted = how == 2 || (how == 1 && below(making, 2));
    unsigned long long total = 0;
    for (unsigned i = 0; i < making->members; i++) {
        weights[i] = weighted ? 1 + take(making) * (1 + below(making, 99)) : 1;
        total += all || veto_set_has(making->permanent, i) ? weights[i] : 0;
    }
    fprintf(making->out, "    - {by: %s, of: %s, needed: ", by[how], all ? "all" : "permanent");
    if (how == 1)
        fprintf(making->out, "%u/7", 1 + below(making, 7));
    else
        fprintf(making->out, "%llu", 1 + (total - 1) * take(making) / 255);
    fprintf(making->out, weighted ? ", weights: {default: 1" : "");
    for (unsigned i = 0; i < making->members && weighted; i++)
        fprintf(making->out, ", %s: %u", member(i), weights[i]);
    fprintf(making->out, "%s, name: \"%s\"}\n", weighted ? "}" : "", any_text(making));
}

static void make_council(struct making *making) {
    static const char *const abstention[] = {"'off'", "warn", "enforce"};
    unsigned majorities = below(making, 4) == 3 ? 1 + below(making, 3) : 0;
    veto_set holders = some_members(making);
    unsigned held = veto_set_count(holders);
    fprintf(making->out, "council:\n  composition: [");
    for (unsigned i = 0; i < making->members; i++)
        fprintf(making->out, "%s%s", i ? ", " : "", member(i));
    fprintf(making->out,
            "]\n  required_majority: %u\n  veto: ", 1 + below(making, making->members));
    list_members(making, holders);
    if (held)
        fprintf(making->out, "\n  veto_needs: %u", 1 + below(making, held < 3 ? held : 3));
    fprintf(making->out, "\n  override_at: %u\n",
            below(making, 3) ? 0 : below(making, making->members + 1));
    fprintf(making->out, "  obligatory_abstention: %s\n", abstention[below(making, 3)]);
    if (majorities)
        fprintf(making->out, "  majorities:\n");
    for (unsigned i = 0; i < majorities; i++)
        make_majority(making);
}

static void make_members(struct making *making) {
    fprintf(making->out, "members:\n");
    for (unsigned i = 0; i < making->members; i++)
        fprintf(making->out,
                "  %s: {name: \"%s %u\", permanent: %s, firm: %s, veto_tendency: %.3g, "
                "opposition: %.3g, openness: %.3g, volatility: %.3g}\n",
                member(i), i % 8 == 7 ? any_text(making) : "State", i,
                veto_set_has(making->permanent, i) ? "true" : "false",
                below(making, 5) == 4 ? "true" : "false", number(making, 0, 1),
                number(making, 0, 1), number(making, 0, 1), number(making, 0, 2));
    fprintf(making->out, making->members > 1 ? "ties:\n" : "");
    for (unsigned i = 0; i < making->members && making->members > 1; i++)
        fprintf(making->out, "  %s: {%s: %.3g}\n", member(i), member((i + 1) % making->members),
                number(making, 0, 1));
}

/* One behind the other, of the first members. */
static void make_blocs(struct making *making) {
    unsigned first = 0;
    making->blocs = 0;
    for (unsigned blocs = below(making, 3); blocs > 0 && first < making->members; blocs--) {
        unsigned left = making->members - first, count = 1 + below(making, left);
        fprintf(making->out, making->blocs ? "" : "blocs:\n");
        fprintf(making->out, "  b%u: {cohesion: %.3g, members: [", making->blocs++,
                rarely(making) ? 0.9999 : number(making, 0, 1));
        for (unsigned i = first; i < first + count; i++)
            fprintf(making->out, "%s%s", i > first ? ", " : "", member(i));
        fprintf(making->out, "]}\n");
        first += count;
    }
}

/* ---- drafts ---- */

static void make_ballots(struct making *making) {
    static const char *const ballots[] = {"yes", "no", "abstain", "not_participating", "absent"};
    const char *before = "";
    fprintf(making->out, ", ballots: {");
    for (unsigned i = 0; i < making->members; i++) {
        unsigned kind = below(making, 8);
        if (kind == 6)
            fprintf(making->out, "%s%s: %s", before, member(i), ballots[below(making, 5)]);
        else if (kind == 7)
            fprintf(making->out, "%s%s: {yes: 0.5, no: 0.25, abstain: 0.25}", before, member(i));
        before = kind > 5 ? ", " : before;
    }
    fputc('}', making->out);
}

/* Chances that are exact in binary, of all kinds or of one member. */
static void make_chances(struct making *making) {
    double yes = below(making, 5) / 4.0, no = (1 - yes) * below(making, 3) / 2;
    fprintf(making->out, "{yes: %g, no: %g, abstain: %g}", yes, no, 1 - yes - no);
}

/* The last one weighs what the others leave. */
static void make_kinds(struct making *making, unsigned draft) {
    unsigned count = 1 + below(making, 5);
    making->kinds |= (uint32_t)1 << draft;
    fprintf(making->out, ", kinds: {");
    for (unsigned i = 0; i < count; i++) {
        fprintf(making->out, "%sk%u: {name: \"%s\"", i ? ", " : "", i, any_text(making));
        if (i + 1 < count)
            fprintf(making->out, ", weight: %g", below(making, 3) / 8.0);
        fprintf(making->out, ", members: {default: ");
        make_chances(making);
        fprintf(making->out, ", %s: ", any_member(making));
        make_chances(making);
        fprintf(making->out, "}}");
    }
    fputc('}', making->out);
}

static void make_bearing(struct making *making, unsigned draft) {
    static const char *const bearings[] = {"decides", "amends", "part_of"};
    unsigned bearing = below(making, 6);
    bool again = bearing == 0 && making->decided;
    if (draft == 0 || bearing >= 3 || again)
        return;
    making->decided |= bearing == 0;
    fprintf(making->out, ", %s: d0", bearings[bearing]);
    making->bearing |= (uint32_t)1 << draft;
    making->parts |= (uint32_t)(bearing == 2) << draft;
    if (bearing == 0)
        return;
    fprintf(making->out, ", changes: ");
    some_numbers(making, -2, 2);
}

static void make_drafts(struct making *making) {
    static const char *const under[] = {"other", "chapter_vi", "article_52_3", "chapter_vii"};
    fprintf(making->out, "drafts:\n");
    for (unsigned i = 0; i < making->drafts; i++) {
        fprintf(making->out, "  d%u: {title: \"%s\", sponsors: [%s], seconded_by: [%s], put: %s", i,
                any_text(making), member(0), member(making->members - 1),
                below(making, 9) == 8 ? "false" : "true");
        fprintf(making->out, ", under: %s, parties: ", under[below(making, 4)]);
        list_members(making, some_members(making));
        make_bearing(making, i);
        if (i > 0 && below(making, 3) == 0) {
            make_kinds(making, i);
        } else {
            fprintf(making->out, ", leanings: ");
            some_numbers(making, -1, 1);
        }
        make_ballots(making);
        fprintf(making->out, "}\n");
    }
}

/* ---- the programme ---- */

static void make_items(struct making *making, unsigned count, unsigned depth, struct voted *voted);

/* Afterwards a draft has been voted on if it has in both branches. */
static void make_when(struct making *making, unsigned draft, unsigned depth, struct voted *voted) {
    static const char *const outcomes[] = {"adopted", "vetoed", "failed", "not_put",
                                           "[adopted, failed]"};
    struct voted then = *voted, otherwise = *voted;
    fprintf(making->out, "{when: {d%u: %s}, then: [", draft, outcomes[below(making, 5)]);
    make_items(making, 1 + below(making, 3), depth + 1, &then);
    fprintf(making->out, "], else: [");
    make_items(making, 1 + below(making, 2), depth + 1, &otherwise);
    fprintf(making->out, "]}");
    voted->surely = then.surely & otherwise.surely;
    voted->perhaps = then.perhaps | otherwise.perhaps;
}

static void make_motion(struct making *making, unsigned draft) {
    const char *last = member(making->members - 1);
    if (making->parts >> draft & 1)
        fprintf(making->out, "{objection: {to: d%u, by: %s}}", draft, member(0));
    else
        fprintf(making->out, "{withdraw: {draft: d%u, by: %s}}", draft, member(0));
    if (!(making->parts >> draft & 1) && below(making, 2))
        fprintf(making->out, ", {revive: {draft: d%u, by: %s}}", draft, last);
}

static void make_event(struct making *making, unsigned draft) {
    if (making->kinds >> draft & 1) /* nothing moves it */
        fprintf(making->out, "{event: {text: \"%s\"}}", any_text(making));
    else
        fprintf(making->out, "{event: {text: \"%s\", moves: {d%u: {%s: %.3g}}}}", any_text(making),
                draft, any_member(making), number(making, -2, 2));
}

static void make_vote(struct making *making, unsigned draft, struct voted *voted) {
    fprintf(making->out, "{%s: d%u}", rarely(making) ? "without_vote" : "vote", draft);
    voted->surely |= (uint32_t)1 << draft;
    voted->perhaps |= (uint32_t)1 << draft;
}

/* Once the vote on a draft is over, words on it and motions come too late. */
static void make_item(struct making *making, unsigned depth, struct voted *voted) {
    unsigned draft = below(making, making->drafts), kind = below(making, 9);
    bool bears = making->bearing >> draft & 1;
    bool late = voted->perhaps >> draft & 1 || (bears && voted->perhaps & 1);
    if (late && voted->surely >> draft & 1 && depth < 3)
        make_when(making, draft, depth, voted);
    else if (late)
        fprintf(making->out, "{statement: {by: %s, text: \"%s\"}}", any_member(making),
                any_text(making));
    else if (kind == 2)
        fprintf(making->out, "{statement: {by: %s, on: d%u, text: \"%s\"}}", any_member(making),
                draft, any_text(making));
    else if (kind == 3)
        make_event(making, draft);
    else if (kind == 4)
        make_motion(making, draft);
    else
        make_vote(making, draft, voted);
}

static void make_items(struct making *making, unsigned count, unsigned depth, struct voted *voted) {
    for (unsigned i = 0; i < count; i++) {
        fprintf(making->out, i ? ", " : "");
        make_item(making, depth, voted);
    }
}

static void make_programme(struct making *making) {
    struct voted voted = {0, 0};
    if (below(making, 3) == 0)
        return; /* a vote on each */
    fprintf(making->out, "programme: [");
    make_items(making, 1 + below(making, 12), 0, &voted);
    fprintf(making->out, "]\n");
}

struct generated generate_scenario(const uint8_t *data, size_t size) {
    struct generated made = {.text = NULL};
    struct making making = {.next = data, .end = data + size};
    making.out = open_memstream(&made.text, &made.length);
    making.members = rarely(&making) ? 1 + below(&making, VETO_MAX_MEMBERS) : 1 + below(&making, 7);
    making.permanent = some_members(&making) | 1;
    making.drafts = rarely(&making) ? 1 + below(&making, 12) : 1 + below(&making, 4);
    fprintf(making.out, "veto: 1\ntitle: \"%s\"\nabout: \"%s\"\n", any_text(&making),
            any_text(&making));
    if (below(&making, 2))
        fprintf(making.out, "date: 2022-05-26\n");
    make_council(&making);
    make_members(&making);
    make_blocs(&making);
    make_drafts(&making);
    make_programme(&making);
    unsigned draft = below(&making, making.drafts);
    snprintf(made.override, sizeof made.override, "drafts.d%u.leanings.%s=%.3g",
             making.kinds >> draft & 1 ? 0 : draft, any_member(&making), number(&making, -1, 1));
    made.choice = take(&making);
    fclose(making.out);
    return made;
}
