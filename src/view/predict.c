/* The class predicts a vote: the members and what is expected of each on the left, the outcome and
 * the score on the right. */
#include "play/guess.h"
#include "view/parts.h"
#include "words/words.h"

enum { LIST = 34, LABEL = 12 };

const char *score_line(const struct scene *scene, int draft) {
    struct arena *arena = scene->arena;
    const struct veto_event *fate = state_fate(scene->state, draft);
    if (!fate || !fate->vote)
        return NULL;
    struct session_guess guess = guess_said(arena, scene->state, draft);
    struct session_score score = session_score(&guess, scene->meeting, draft);
    const char *words = words_score(arena, &score);
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

static void draw_members(const struct scene *scene, struct area area, int draft) {
    int first = list_first(scene, area.rows - 1), count = (int)scene->scenario->members_count;
    frame_put(scene->frame, area, 1, 0, STYLE_DIM, "guess vote");
    area = area_part(area, 0, 1, area.columns, area.rows);
    for (int row = 0; row < area.rows && first + row < count; row++)
        draw_guess(scene, area_part(area, 0, row, area.columns, 1), draft, first + row);
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
    struct arena *arena = scene->arena;
    for (unsigned i = 0; i < scene->scenario->members_count; i++) {
        if (guess->ballots[i])
            tally[guess->ballots[i] + VETO_NONE]++;
        else
            none++;
    }
    char *text = words_tally(arena, tally);
    lines_add_led(lines, STYLE_DIM, "Ballots", LABEL, STYLE_PLAIN,
                  none ? arena_printf(arena, "%s, %u open", text, none) : text);
    lines_add_led(
        lines, STYLE_DIM, "Needed", LABEL, STYLE_PLAIN,
        words_needs(arena, scene->scenario, veto_meeting_question(scene->meeting, draft)));
    if (!none)
        lines_add_led(lines, STYLE_DIM, "So it is", LABEL, STYLE_PLAIN,
                      came_to(scene, draft, guess));
    else if (guess_contradicts(scene->state, draft))
        lines_add_led(lines, STYLE_DIM, "But", LABEL, STYLE_STRONG,
                      arena_printf(arena, "not %s by these ballots",
                                   words_outcome((enum veto_outcome)(guess->outcome + VETO_NONE))));
}

/* "1 vetoed, 2 failed"; the one whose outcome is entered is marked. */
static const char *teams_said(struct arena *arena, const struct guess *guess) {
    const char *text = "";
    for (int team = 0; team < SESSION_TEAMS; team++)
        if (guess->teams[team])
            text = arena_printf(arena, "%s%s%d %s", text, *text ? ", " : "", team + 1,
                                words_outcome((enum veto_outcome)(guess->teams[team] + VETO_NONE)));
    return text;
}

static void add_class_groups(struct lines *lines, const struct scene *scene,
                             const struct guess *guess) {
    struct arena *arena = scene->arena;
    const unsigned short *hands = guess->hands;
    const char *teams = teams_said(arena, guess);
    if (hands[VETO_ADOPTED] + hands[VETO_VETOED] + hands[VETO_FAILED] > 0)
        lines_add_led(lines, STYLE_DIM, "Hands", LABEL, STYLE_PLAIN, words_hands(arena, hands));
    if (*teams)
        lines_add_led(lines, STYLE_DIM, "Teams", LABEL, STYLE_PLAIN, teams);
    if (scene->state->team)
        lines_add_led(lines, STYLE_DIM, "Entering", LABEL, STYLE_KEY,
                      arena_printf(arena, "team %d; 0: the class", scene->state->team));
}

static void add_prediction(struct lines *lines, const struct scene *scene, int draft) {
    struct arena *arena = scene->arena;
    const struct guess *guess = &scene->state->guesses[draft];
    const struct veto_draft *about = &scene->scenario->drafts[draft];
    lines_add(lines, STYLE_KEY, 0, "What the class expects");
    lines_add(lines, STYLE_TITLE, 0, words_capital(arena, words_named(arena, about)));
    lines_add(lines, STYLE_PLAIN, 0, about->title);
    lines_gap(lines);
    lines_add_led(lines, STYLE_DIM, "Outcome", LABEL, STYLE_STRONG,
                  guess->outcome ? words_outcome((enum veto_outcome)(guess->outcome + VETO_NONE))
                                 : "?");
    add_class_groups(lines, scene, guess);
    add_guess_counts(lines, scene, draft, guess);
    lines_gap(lines);
    const char *score = score_line(scene, draft);
    if (state_fate(scene->state, draft))
        lines_add_led(lines, STYLE_DIM, "It came to", LABEL, STYLE_STRONG,
                      stage_outcome(arena, scene->stage, scene->state->mode, draft));
    if (score)
        lines_add(lines, STYLE_STRONG, 0, score);
    bool begun = scene->vote.draft == draft && scene->vote.cast;
    if (!begun && !state_fate(scene->state, draft))
        lines_add(
            lines, STYLE_DIM, 0,
            "A, V and F: adopted, vetoed, failed. y, n and a: in favour, against, abstaining, "
            "and on to the next member. Esc goes back to the meeting.");
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
        draw_members(scene, halves.list, draft);
        add_prediction(&halves.lines, scene, draft);
    }
    lines_scroll(&halves.lines, halves.text);
}
