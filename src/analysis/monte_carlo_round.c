#include <math.h>
#include <string.h>

#include "analysis/monte_carlo.h"
#include "analysis/monte_carlo_lanes.h"

static const double two_to_32 = 4294967296.0;

struct sample_room {
    struct lanes_random random;
    lanes *reach;    /* a node: the trials that come to its vote */
    lanes *outcomes; /* [node * VETO_NOT_PUT + outcome] */
    lanes yes[VETO_MAX_MEMBERS], no[VETO_MAX_MEMBERS];
    lanes words[LANES / 16]; /* a random number of 32 bits for each trial */
    double shared[LANES];
};

struct sample_room *sample_room_new(struct arena *arena, const struct sample *sample) {
    struct sample_room *room = arena_new(arena, struct sample_room);
    room->reach = arena_array(arena, lanes, sample->plan->node_count);
    room->outcomes = arena_array(arena, lanes, sample->plan->node_count * VETO_NOT_PUT);
    return room;
}

size_t sample_room_size(const struct sample *sample) {
    return sizeof(struct sample_room) +
           sample->plan->node_count * (1 + VETO_NOT_PUT) * sizeof(lanes);
}

/* ---- what to draw ---- */

static struct sample_single cuts_of(const struct odds_single *single) {
    uint64_t yes = (uint64_t)floor(single->chance[VETO_YES] * two_to_32);
    uint64_t no = (uint64_t)floor(single->chance[VETO_NO] * two_to_32);
    return (struct sample_single){single->voter.member, single->voter.holder, yes,
                                  ((uint64_t)1 << 32) - no};
}

static void table_rules(struct sample_node *node) {
    const struct odds_vote *vote = &node->node->vote;
    const struct veto_rules *rules = &vote->scenario->rules;
    node->veto_from = odds_shape_of(rules, vote->holders, rules->members).top;
    for (unsigned veto = 0; veto < 2; veto++)
        for (unsigned y = 0; y <= rules->members; y++)
            node->outcome[veto][y] = (unsigned char)veto_outcome_of(rules, vote->question, y,
                                                                    veto * node->veto_from, true);
}

/* The last part that has a weight takes all that is left. */
static void cut_parts(struct sample_node *node, struct arena *arena) {
    const struct odds_vote *vote = &node->node->vote;
    double left = 1; /* of all trials */
    size_t last = 0;
    node->part_count = odds_vote_parts(vote);
    node->parts = arena_array(arena, struct sample_part, node->part_count);
    for (size_t i = 0; i < node->part_count; i++) {
        struct sample_part *part = &node->parts[i];
        double weight = odds_vote_part(vote, i);
        part->cut = weight < left ? (uint64_t)floor(weight / left * two_to_32) : 0;
        left -= weight;
        last = weight > 0 ? i : last;
        part->singles = arena_array(arena, struct sample_single, vote->single_count);
        for (unsigned j = 0; j < vote->single_count; j++)
            part->singles[j] = cuts_of(&vote->singles[j]);
    }
    node->parts[last].cut = (uint64_t)1 << 32;
}

void sample_prepare(struct sample *sample, struct arena *arena, const struct veto_odds_plan *plan,
                    uint64_t seed) {
    bool blocs = false;
    *sample = (struct sample){.plan = plan, .seed = seed, .jointly = odds_plan_jointly(plan)};
    sample->nodes = arena_array(arena, struct sample_node, plan->node_count);
    for (size_t i = 0; i < plan->node_count; i++) {
        sample->nodes[i].node = &plan->nodes[i];
        if (!odds_node_votes(&plan->nodes[i]))
            continue;
        table_rules(&sample->nodes[i]);
        cut_parts(&sample->nodes[i], arena);
        blocs |= plan->nodes[i].vote.bloc_count > 0;
    }
    if (blocs)
        sample->normal = normal_table_new(arena);
}

static size_t row_count(const struct sample *sample) {
    const struct veto_odds_plan *plan = sample->plan;
    return !sample->jointly ? 0 : plan->node_count == 0 ? 1 : (size_t)plan->nodes[0].histories;
}

size_t counts_size(const struct sample *sample) {
    const struct veto_odds_plan *plan = sample->plan;
    return plan->scenario.draft_count * (VETO_NOT_PUT + odds_plan_draft_numbers(plan)) +
           row_count(sample);
}

struct counts counts_new(struct arena *arena, const struct sample *sample) {
    size_t drafts = sample->plan->scenario.draft_count;
    struct counts counts = {.size = counts_size(sample)};
    counts.all = arena_array(arena, uint64_t, counts.size);
    counts.outcomes = (uint64_t(*)[VETO_NOT_PUT])(void *)counts.all;
    counts.votes = counts.all + drafts * VETO_NOT_PUT;
    counts.rows = counts.all + counts.size - row_count(sample);
    return counts;
}

/* ---- ballots ---- */

LANES_WORK static void draw_singles(struct sample_room *room, const struct sample_node *node,
                                    const struct sample_part *part, const lanes *within) {
    struct lanes_random random = room->random;
    for (unsigned i = 0; i < node->node->vote.single_count; i++) {
        const struct sample_single *single = &part->singles[i];
        lanes yes, no = {0};
        if (!single->holder) { /* against or abstaining is the same to the outcome */
            lanes_below(&random, single->yes, &yes);
        } else {
            lanes_below_both(&random, single->yes, single->no_from, &yes, &no);
            no = ~no;
        }
        room->yes[single->member] |= yes & *within;
        room->no[single->member] |= no & *within;
    }
    room->random = random;
}

/* Each trial is of one part. Where there is one, nothing is drawn for it. */
LANES_WORK static void draw_parts(struct sample_room *room, const struct sample_node *node,
                                  const lanes *within) {
    lanes left = *within, some;
    for (unsigned i = 0; i < node->node->vote.single_count; i++) {
        unsigned member = node->parts[0].singles[i].member;
        room->yes[member] = room->no[member] = (lanes){0};
    }
    for (size_t i = 0; i < node->part_count && lanes_any(&left); i++) {
        lanes_below(&room->random, node->parts[i].cut, &some);
        some &= left;
        left &= ~some;
        if (lanes_any(&some))
            draw_singles(room, node, &node->parts[i], &some);
    }
}

static void draw_words(struct sample_room *room) {
    for (int i = 0; i < LANES / 16; i++)
        lanes_next(&room->random, &room->words[i]);
}

static uint32_t word_of(const struct sample_room *room, unsigned lane) {
    return (uint32_t)(room->words[lane / 16][lane / 2 % 8] >> lane % 2 * 32);
}

/* Latent opinions, trial by trial, against the two cut points. */
static void draw_voter(const struct sample *sample, struct sample_room *room, const lanes *within,
                       const struct odds_bloc *bloc, const struct odds_voter *voter) {
    double common = voter->volatility * sqrt(bloc->cohesion);
    double own = voter->volatility * sqrt(1 - bloc->cohesion);
    double cut_no = model_cut_no(voter->tendency);
    draw_words(room);
    for (unsigned i = 0; i < LANE_WORDS; i++) {
        uint64_t yes = 0, no = 0;
        for (unsigned j = 0; j < 64; j++) {
            if (!((*within)[i] >> j & 1))
                continue;
            double z = normal_from_word(sample->normal, word_of(room, 64 * i + j));
            double opinion = voter->leaning + common * room->shared[64 * i + j] + own * z;
            yes |= (uint64_t)(opinion > VETO_CUT_YES) << j;
            no |= (uint64_t)(opinion < cut_no) << j;
        }
        room->yes[voter->member][i] = yes;
        room->no[voter->member][i] = no;
    }
}

static void draw_bloc(const struct sample *sample, struct sample_room *room, const lanes *within,
                      const struct odds_bloc *bloc) {
    draw_words(room);
    for (unsigned i = 0; i < LANES; i++)
        if ((*within)[i / 64] >> i % 64 & 1)
            room->shared[i] = normal_from_word(sample->normal, word_of(room, i));
    for (unsigned i = 0; i < bloc->count; i++)
        draw_voter(sample, room, within, bloc, &bloc->voters[i]);
}

/* ---- outcomes ---- */

/* Trials in which enough veto holders voted against. */
static inline void find_vetoes(const struct sample_room *room, const struct sample_node *node,
                               const lanes *within, lanes *vetoes) {
    const struct odds_vote *vote = &node->node->vote;
    struct lanes_counter against;
    lanes some;
    *vetoes = (lanes){0};
    if (!node->veto_from)
        return;
    lanes_counter_start(&against);
    for (unsigned i = 0; i < vote->scenario->members_count; i++)
        if (veto_set_has(vote->holders, i))
            lanes_counter_add(&against, &room->no[i]);
    for (unsigned k = node->veto_from; k <= against.added; k++) {
        lanes_counter_is(&against, k, within, &some);
        *vetoes |= some;
    }
}

/* By counting, in all trials at once: rules without further majorities. */
LANES_WORK static void decide_all(const struct sample_room *room, const struct sample_node *node,
                                  const lanes *within, lanes *outcomes, uint64_t *yes_counts) {
    unsigned members = node->node->vote.scenario->rules.members;
    struct lanes_counter in_favour;
    lanes some, vetoes, found[VETO_NOT_PUT] = {{0}};
    lanes_counter_start(&in_favour);
    find_vetoes(room, node, within, &vetoes);
    for (unsigned i = 0; i < members; i++)
        lanes_counter_add(&in_favour, &room->yes[i]);
    for (unsigned y = 0; y <= members; y++) {
        lanes_counter_is(&in_favour, y, within, &some);
        yes_counts[y] += lanes_count(&some);
        found[node->outcome[0][y]] |= some & ~vetoes;
        found[node->outcome[1][y]] |= some & vetoes;
    }
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        outcomes[i] = found[i];
}

/* Trial by trial: any rules. */
static void decide_each(const struct sample_room *room, const struct sample_node *node,
                        const lanes *within, lanes *outcomes, uint64_t *yes_counts) {
    const struct odds_vote *vote = &node->node->vote;
    const struct veto_scenario *scenario = vote->scenario;
    enum veto_ballot ballots[VETO_MAX_MEMBERS] = {VETO_YES};
    memset(outcomes, 0, VETO_NOT_PUT * sizeof *outcomes);
    for (unsigned lane = 0; lane < LANES; lane++) {
        unsigned word = lane / 64, bit = lane % 64;
        if (!((*within)[word] >> bit & 1))
            continue;
        for (unsigned i = 0; i < scenario->members_count; i++) {
            bool no = veto_set_has(vote->holders, i) && (room->no[i][word] >> bit & 1);
            ballots[i] = room->yes[i][word] >> bit & 1 ? VETO_YES : no ? VETO_NO : VETO_ABSTAIN;
        }
        struct veto_result result = veto_decide(&scenario->rules, vote->question, ballots);
        outcomes[result.outcome][word] |= (uint64_t)1 << bit;
        yes_counts[result.tally[VETO_YES]]++;
    }
}

static void take_vote(const struct sample *sample, struct sample_room *room, size_t index,
                      struct counts *counts) {
    const struct sample_node *node = &sample->nodes[index];
    const struct odds_vote *vote = &node->node->vote;
    const struct veto_scenario *scenario = vote->scenario;
    const lanes *within = &room->reach[index];
    lanes *outcomes = &room->outcomes[index * VETO_NOT_PUT];
    uint64_t *veto_by = counts->votes + (size_t)vote->draft * odds_plan_draft_numbers(sample->plan);
    uint64_t *yes = veto_by + scenario->members_count;
    draw_parts(room, node, within);
    for (size_t i = 0; i < vote->bloc_count; i++)
        draw_bloc(sample, room, within, &vote->blocs[i]);
    (scenario->rules.majority_count ? decide_each : decide_all)(room, node, within, outcomes, yes);
    for (unsigned i = 0; i < VETO_NOT_PUT; i++)
        counts->outcomes[vote->draft][i] += lanes_count(&outcomes[i]);
    for (unsigned i = 0; i < scenario->members_count; i++) {
        if (!veto_set_has(vote->holders, i))
            continue;
        lanes both = room->no[i] & outcomes[VETO_VETOED];
        veto_by[i] += lanes_count(&both);
    }
}

/* ---- histories ---- */

static void count_rows(const struct sample *sample, const struct sample_room *room, int index,
                       const lanes *within, size_t row, struct counts *counts) {
    if (!lanes_any(within))
        return;
    if (index == VETO_NONE) {
        counts->rows[row] += lanes_count(within);
        return;
    }
    const struct odds_node *node = sample->nodes[index].node;
    for (unsigned i = 0; i < node->outcomes; i++) {
        lanes both = *within & room->outcomes[(size_t)index * VETO_NOT_PUT + i];
        count_rows(sample, room, node->next[i], &both, row + (size_t)node->row[i], counts);
    }
}

/* The trials `all`, up to LANES of them, through the whole meeting. */
static void sample_lanes(const struct sample *sample, struct sample_room *room, const lanes *all,
                         struct counts *counts) {
    size_t count = sample->plan->node_count;
    memset(room->reach, 0, count * sizeof *room->reach);
    if (count)
        room->reach[0] = *all;
    for (size_t i = 0; i < count; i++) {
        const struct odds_node *node = sample->nodes[i].node;
        lanes *outcomes = &room->outcomes[i * VETO_NOT_PUT];
        if (!lanes_any(&room->reach[i]))
            continue;
        if (odds_node_votes(node)) {
            take_vote(sample, room, i, counts);
        } else { /* adopted in every trial that comes to it */
            outcomes[VETO_ADOPTED] = room->reach[i];
            counts->outcomes[node->draft][VETO_ADOPTED] += lanes_count(&room->reach[i]);
        }
        for (unsigned j = 0; j < node->outcomes; j++)
            if (node->next[j] != VETO_NONE)
                room->reach[node->next[j]] |= outcomes[j];
    }
    if (sample->jointly)
        count_rows(sample, room, count ? 0 : VETO_NONE, all, 0, counts);
}

void sample_round(const struct sample *sample, struct sample_room *room, uint64_t round,
                  unsigned trials, struct counts *counts) {
    lanes_seed(&room->random, sample->seed, round);
    for (unsigned done = 0; done < trials; done += LANES) {
        lanes all = {0};
        for (unsigned i = 0; i < LANE_WORDS && done + 64 * i < trials; i++) {
            unsigned left = trials - done - 64 * i;
            all[i] = left < 64 ? ((uint64_t)1 << left) - 1 : ~(uint64_t)0;
        }
        sample_lanes(sample, room, &all, counts);
    }
}
