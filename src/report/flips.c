#include "report/flips.h"

#include <string.h>

#include "base/arena.h"
#include "report/build.h"
#include "report/roles.h"
#include "words/flips.h"
#include "words/words.h"

enum { SHOWN = 8, NAME = 24, NUMBER = 9, DIGITS = 15 };

/* ---- the fewest ballots ---- */

/* "462"; or "More than 465000000000000000", where a double no longer has every whole number. */
static const char *ways_text(struct arena *arena, double ways) {
    char *digits = arena_printf(arena, "%.0f", ways);
    if (ways <= 0x1p53)
        return digits;
    memset(digits + 3, '0', strlen(digits + 3));
    return arena_printf(arena, "More than %s", digits);
}

static void add_to(struct page *page, const struct veto_scenario *scenario,
                   const struct veto_flips_to *to) {
    struct arena *arena = page->arena;
    char *rest = words_flips_rest(arena, to, SHOWN);
    page_gap(page);
    page_say(page, 0, "%s%s", words_flips_to(arena, to), to->size ? ":" : ".");
    for (size_t i = 0; i < to->flip_count && i < SHOWN; i++) {
        const struct veto_flip *flip = &to->flips[i];
        const char *text = words_flip(arena, scenario, flip);
        /* What the model rules out is not what it holds for hardly possible. */
        const char *chance =
            flip->chance > 0 ? words_chance(arena, flip->chance) : "the model rules it out";
        if (flip->ways > 1)
            page_itemf(page, ROLE_PLAIN, 1, "%s. %s ways; the likeliest (%s): %s.", text,
                       ways_text(arena, flip->ways), chance,
                       words_names(arena, scenario, flip->likeliest));
        else
            page_itemf(page, ROLE_PLAIN, 1, "%s (%s).", text, chance);
    }
    if (to->size && rest)
        page_itemf(page, ROLE_PLAIN, 1, "%s.", rest);
}

/* All of them, for programs: to a table that all drafts share. */
static void add_flips_data(struct page *page, struct page_table *table,
                           const struct veto_scenario *scenario, int draft,
                           const struct veto_flips *flips) {
    for (size_t i = 0; i < flips->to_count; i++)
        for (size_t j = 0; j < flips->to[i].flip_count; j++) {
            const struct veto_flip *flip = &flips->to[i].flips[j];
            table_texts(table, scenario->drafts[draft].id, veto_outcome_word(flips->to[i].outcome),
                        page_count(page, flips->to[i].size), page_number(page, flip->chance),
                        page_number(page, flip->ways), words_flip(page->arena, scenario, flip));
        }
}

/* ---- whose vote decides ---- */

static void add_decisive(struct page *page, const struct veto_scenario *scenario, int draft,
                         const struct veto_flips *flips) {
    enum { CHANCE = 3, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        {.key = "draft", .audience = FOR_DATA},
        {.key = "member", .audience = FOR_DATA},
        {.key = "name", .least = NAME},
        [CHANCE] = {.key = "decisive", .type = COLUMN_CHANCE, .least = NUMBER, .right = true},
    };
    page_gap(page);
    if (!flips->has_decisive) {
        page_say(page, 0, "Which member is decisive would take too long to work out.");
        return;
    }
    page_say(page, 0, "How likely each member's vote, in favour or against, decides on adoption:");
    struct page_table *table =
        page_table_with(page, columns, COLUMNS, .caption = "Whose vote decides", .indent = 1);
    unsigned members = scenario->members_count;
    const size_t *order = words_largest_first(page->arena, flips->decisive, members);
    for (unsigned i = 0; i < members; i++) {
        const struct veto_member *member = &scenario->members[order[i]];
        table_texts(table, scenario->drafts[draft].id, member->code, member->name)[CHANCE] =
            cell_of_chance(page, flips->decisive[order[i]], NULL);
    }
}

/* ---- the page ---- */

static void add_flips_draft(struct page *page, struct page_table *data,
                            const struct veto_meeting *meeting, int index,
                            const struct veto_flips *flips) {
    struct arena *arena = page->arena;
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    const struct veto_vote *vote = veto_meeting_vote(meeting, index);
    const struct veto_draft *draft = &scenario->drafts[index];
    enum veto_outcome outcome = veto_meeting_outcome(meeting, index);
    page_section(page, "%s", words_fate(arena, draft, outcome));
    if (!vote || !flips) {
        page_paragraph(page, ROLE_PLAIN, 0,
                       words_not_put(arena, draft, veto_meeting_not_put(meeting, index)));
        return;
    }
    if (!vote->casts) {
        page_say(page, 0, "No ballot was cast, so none can change.");
        return;
    }
    page_paragraphf(page, ROLE_STRONG, 0, "%s.", words_flips_lead(arena, scenario, flips));
    page_say(page, 0, "%s.", words_tally(arena, vote->result.tally));
    for (size_t i = 0; i < flips->to_count; i++)
        add_to(page, scenario, &flips->to[i]);
    add_flips_data(page, data, scenario, index, flips);
    add_decisive(page, scenario, index, flips);
}

static void build_flips_page(struct page *page, const void *context) {
    const struct flips_subject *subject = context;
    const struct veto_meeting *meeting = subject->meeting;
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    page_titlef(page, "Flips: %s", scenario->title);
    page_say(page, 0,
             "Played so: %s. In brackets: how likely the model holds that those "
             "members cast these ballots.",
             words_mode(page->arena, meeting, page->change_count > 0));
    page_paragraph(page, ROLE_PLAIN, 0,
                   words_numbers(page->arena, scenario, page->changes, page->change_count));
    /* where there is no vote these are empty */
    struct page_table *data = page_data(page, "draft", "to", "size", "chance", "ways", "flip");
    page_data(page, "draft", "member", "name", "decisive");
    for (int i = 0; i < (int)scenario->draft_count; i++)
        if (subject->only == VETO_NONE || subject->only == i)
            add_flips_draft(page, data, meeting, i, subject->flips[i]);
}

/* ---- JSON ---- */

static json_t *flip_object(struct build *build, const struct veto_flip *flip) {
    json_t *parts = json_array();
    for (size_t i = 0; i < flip->part_count; i++) {
        const struct veto_flip_part *part = &flip->parts[i];
        build_push(build, parts,
                   json_pack("{s:o, s:I, s:s, s:s}", "members", build_codes(build, part->members),
                             "needed", (json_int_t)part->needed, "from",
                             veto_ballot_word(part->from), "to", veto_ballot_word(part->to)));
    }
    return json_pack("{s:f, s:f, s:o, s:o}", "chance", flip->chance, "ways", flip->ways,
                     "likeliest", build_codes(build, flip->likeliest), "parts", parts);
}

static json_t *to_array(struct build *build, const struct veto_flips *flips) {
    json_t *array = json_array();
    for (size_t i = 0; i < flips->to_count; i++) {
        const struct veto_flips_to *to = &flips->to[i];
        json_t *rows = json_array();
        for (size_t j = 0; j < to->flip_count; j++)
            build_push(build, rows, flip_object(build, &to->flips[j]));
        build_push(build, array,
                   json_pack("{s:s, s:I, s:b, s:o}", "outcome", veto_outcome_word(to->outcome),
                             "size", (json_int_t)to->size, "more", to->more, "flips", rows));
    }
    return array;
}

static json_t *flips_draft_object(struct build *build, int index, const struct veto_flips *flips) {
    const struct veto_vote *vote = veto_meeting_vote(build->meeting, index);
    bool cast = vote && vote->casts && flips, known = cast && flips->has_decisive;
    json_t *decisive = known ? json_object() : json_null();
    for (unsigned i = 0; known && i < build->scenario->members_count; i++)
        build_set(build, decisive, build->scenario->members[i].code, json_real(flips->decisive[i]));
    return json_pack("{s:o, s:s, s:o, s:o, s:o}", "id", build_draft(build, index), "outcome",
                     veto_outcome_word(veto_meeting_outcome(build->meeting, index)), "ballots",
                     cast ? build_ballots(build, vote) : json_null(), "to",
                     cast ? to_array(build, flips) : json_array(), "decisive", decisive);
}

static json_t *build_flips_json(struct build *build, const void *context) {
    const struct flips_subject *subject = context;
    const struct veto_meeting *meeting = build->meeting = subject->meeting;
    build->scenario = veto_meeting_scenario(meeting);
    json_t *drafts = json_array();
    for (size_t i = 0; i < build->scenario->draft_count; i++)
        build_push(build, drafts, flips_draft_object(build, (int)i, subject->flips[i]));
    return json_pack("{s:s, s:I, s:o}", "mode", veto_mode_word(veto_meeting_mode(meeting)), "seed",
                     (json_int_t)veto_meeting_seed(meeting), "drafts", drafts);
}

const struct report report_flips = {build_flips_page, build_flips_json, DIGITS, 0};
