/* The class predicts a vote: the members and what is expected of each on the left, the outcome and
 * the score on the right. */
#include "play/guess.h"
#include "view/parts.h"
#include "words/words.h"

enum { LIST = 34, LABEL = 12 };

const char *score_line(const struct scene *scene, int draft) {
    const struct veto_event *fate = state_fate(scene->state, draft);
    if (!fate || !fate->vote)
        return NULL;
    struct session_guess guess = guess_said(scene->arena, scene->state, draft);
    struct session_score score = session_score(&guess, scene->meeting, draft);
    const char *words = words_score(scene->arena, &score, scene->stage->override_count > 0);
    return *words ? words : NULL;
}

/* Its guess, and its ballot as soon as that is shown. */
static void draw_guess(const struct scene *scene, struct area row, int draft, int place) {
    unsigned member = scene->seats[place];
    int guess = scene->state->guesses[draft].ballots[member] + VETO_NONE;
    int ballot = scene->vote.draft == draft ? shown_ballot(scene, member) : VETO_NONE;
    if (guess == VETO_NONE)
        frame_put(scene->frame, row, 1, 0, STYLE_PENDING, "  ? ");
    else
        draw_ballot(scene->frame, row, 1, guess);
    if (ballot != VETO_NONE)
        draw_ballot(scene->frame, row, 6, ballot);
    list_member(scene, row, 11, place);
    frame_spot(scene->frame, row, ACTION_MEMBER, place);
}

/* What there is to say, behind a label. */
static void add_guess_fact(struct lines *lines, const char *label, enum style style,
                           const char *text) {
    lines_add_led(lines, STYLE_DIM, label, LABEL, style, text);
}

/* What the rules make of the ballots that the class expects, whatever outcome it named. */
static const char *came_to(const struct scene *scene, int draft, const struct guess *guess) {
    enum veto_ballot ballots[VETO_MAX_MEMBERS];
    for (unsigned i = 0; i < scene->scenario->members_count; i++)
        ballots[i] = (enum veto_ballot)(guess->ballots[i] + VETO_NONE);
    struct veto_result result =
        veto_decide(&scene->scenario->rules, veto_meeting_question(scene->meeting, draft), ballots);
    bool other = guess->outcome && guess->outcome + VETO_NONE != (int)result.outcome;
    return arena_printf(scene->arena, "%s by these ballots%s", words_outcome(result.outcome),
                        other ? ", not as predicted above" : "");
}

static void add_guess_counts(struct lines *lines, const struct scene *scene, int draft,
                             const struct guess *guess) {
    unsigned tally[VETO_BALLOTS] = {0}, none = 0;
    for (unsigned i = 0; i < scene->scenario->members_count; i++) {
        if (guess->ballots[i])
            tally[guess->ballots[i] + VETO_NONE]++;
        else
            none++;
    }
    char *text = words_tally(scene->arena, tally);
    add_guess_fact(lines, "Ballots", STYLE_PLAIN,
                   none ? arena_printf(scene->arena, "%s, %u open", text, none) : text);
    add_guess_fact(
        lines, "Needed", STYLE_PLAIN,
        words_needs(scene->arena, scene->scenario, veto_meeting_question(scene->meeting, draft)));
    if (!none)
        add_guess_fact(lines, "So it is", STYLE_PLAIN, came_to(scene, draft, guess));
    else if (guess_contradicts(scene->state, draft))
        add_guess_fact(
            lines, "But", STYLE_STRONG,
            arena_printf(scene->arena, "not %s by these ballots",
                         words_outcome((enum veto_outcome)(guess->outcome + VETO_NONE))));
}

static void add_class_groups(struct lines *lines, const struct scene *scene,
                             const struct guess *guess) {
    const unsigned short *hands = guess->hands;
    const char *teams = ""; /* "1 vetoed, 2 failed" */
    for (int team = 0; team < SESSION_TEAMS; team++)
        if (guess->teams[team])
            teams =
                arena_printf(scene->arena, "%s%s%d %s", teams, *teams ? ", " : "", team + 1,
                             words_outcome((enum veto_outcome)(guess->teams[team] + VETO_NONE)));
    if (hands[VETO_ADOPTED] + hands[VETO_VETOED] + hands[VETO_FAILED] > 0)
        add_guess_fact(lines, "Hands", STYLE_PLAIN, words_hands(scene->arena, hands));
    if (*teams)
        add_guess_fact(lines, "Teams", STYLE_PLAIN, teams);
    if (scene->state->team)
        add_guess_fact(lines, "Entering", STYLE_KEY,
                       arena_printf(scene->arena, "team %d; 0: the class", scene->state->team));
}

static void add_prediction(struct lines *lines, const struct scene *scene, int draft) {
    const struct guess *guess = &scene->state->guesses[draft];
    const struct veto_draft *about = &scene->scenario->drafts[draft];
    lines_add(lines, STYLE_KEY, 0, "What the class expects");
    lines_add(lines, STYLE_TITLE, 0, words_capital(scene->arena, words_named(scene->arena, about)));
    lines_add(lines, STYLE_PLAIN, 0, about->title);
    lines_gap(lines);
    add_guess_fact(lines, "Outcome", STYLE_STRONG,
                   guess->outcome ? words_outcome((enum veto_outcome)(guess->outcome + VETO_NONE))
                                  : "?");
    add_class_groups(lines, scene, guess);
    add_guess_counts(lines, scene, draft, guess);
    lines_gap(lines);
    const char *score = score_line(scene, draft);
    if (state_fate(scene->state, draft))
        add_guess_fact(lines, "It came to", STYLE_STRONG,
                       stage_outcome(scene->arena, scene->stage, scene->state->mode, draft));
    if (score)
        lines_add(lines, STYLE_STRONG, 0, score);
    bool begun = scene->vote.draft == draft && scene->vote.cast;
    if (!begun && !state_fate(scene->state, draft))
        lines_add(
            lines, STYLE_DIM, 0,
            "A, V and F: adopted, vetoed, failed. y, n and a: in favour, against, abstaining, "
            "and on to the next member. #: a show of hands. 1 to 9: teams. Esc goes back to the "
            "meeting.");
    lines_gap(lines);
    struct told told = state_told(scene->state);
    for (size_t i = 0; i < scene->scenario->question_count; i++)
        if (scene->scenario->questions[i].draft == draft)
            lines_add_led(lines, STYLE_KEY, "?", 2, STYLE_PLAIN,
                          told_question(&told, &scene->scenario->questions[i]));
}

void draw_predict(const struct scene *scene, struct area area) {
    int draft = guess_draft(scene->state);
    struct halves halves = halves_draw(scene, area, LIST, (int)scene->scenario->members_count + 1);
    if (draft == VETO_NONE) {
        lines_add(&halves.lines, STYLE_PLAIN, 0, "No draft is put to a vote in this meeting.");
    } else {
        struct area list = area_part(halves.list, 0, 1, halves.list.columns, halves.list.rows);
        int count = (int)scene->scenario->members_count;
        int first = list_stand(scene->state->member, count, list.rows);
        frame_put(scene->frame, halves.list, 1, 0, STYLE_DIM, "guess vote");
        for (int row = 0; row < list.rows && first + row < count; row++)
            draw_guess(scene, area_part(list, 0, row, list.columns, 1), draft, first + row);
        add_prediction(&halves.lines, scene, draft);
    }
    lines_scroll(&halves.lines, halves.text);
}
