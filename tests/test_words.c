/* What the words of the program mean: the glossary itself, and that it has what stands on screens.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "on_screen.h"
#include "report/power_measures.h"
#include "view/parts.h"
#include "words/glossary.h"
#include "words/scale.h"
#include "words/words.h"

/* ---- the table ---- */

static void check_term(const struct term *term) {
    size_t length = strlen(term->meaning);
    ck_assert_msg(glossary_find(term->word) == term, "'%s' is found as another", term->word);
    ck_assert_msg(term->meaning[length - 1] == '.', "no full stop: %s", term->meaning);
    ck_assert_msg(length < 260, "too long: %s", term->meaning);
    ck_assert(!term->source || term->source[strlen(term->source) - 1] != '.');
}

/* Each form of a term stands for it, and for no other one. */
static void check_forms(const struct term *term) {
    for (const char *form = term->forms; form && *form;) {
        char word[64] = "";
        size_t length = strcspn(form, "|");
        memcpy(word, form, length);
        ck_assert_msg(glossary_find(word) == term, "'%s' is found as another", word);
        form += length + (form[length] == '|');
    }
}

START_TEST(every_term_is_found) {
    size_t terms = 0;
    for (size_t i = 0; i < glossary_count(); i++)
        for (size_t j = 0; j < glossary_group(i)->count; j++, terms++) {
            check_term(&glossary_group(i)->terms[j]);
            check_forms(&glossary_group(i)->terms[j]);
        }
    ck_assert_uint_gt(terms, 60);
    ck_assert_str_eq(glossary_find("Double VETO")->word, "double veto");
    ck_assert_str_eq(glossary_find("abstaining")->word, "abstention");
    ck_assert_ptr_null(glossary_find("vet"));
    ck_assert_ptr_null(glossary_find(""));
    ck_assert_str_eq(glossary_nearest("abstantion"), "abstention");
    ck_assert_ptr_null(glossary_nearest("parliament"));
}
END_TEST

START_TEST(terms_stand_as_words_of_their_own) {
    const struct term *tie = glossary_find("tie"), *flip = glossary_find("flip");
    ck_assert(glossary_stands(tie, "openness 0.50, tie 0.40"));
    ck_assert(glossary_stands(tie, "ties"));
    ck_assert(!glossary_stands(tie, "parties tied"));
    ck_assert(glossary_stands(flip, "the flips."));
    ck_assert(!glossary_stands(flip, ""));
}
END_TEST

/* ---- numbers in words ---- */

/* As docs/model.md has them: the least and the most of each word, in hundredths. */
START_TEST(numbers_have_words) {
    static const struct {
        const char *word;
        int least, most;
    } stances[] = {
        {"strongly against", -100, -70}, {"against", -69, -30},
        {"slightly against", -29, -11},  {"neither way", -10, 10},
        {"slightly in favour", 11, 29},  {"in favour", 30, 69},
        {"strongly in favour", 70, 100},
    };
    static const double degrees[] = {0, 0.01, 0.29, 0.30, 0.60, 0.61, 0.99, 1};
    static const char *const degree_words[] = {"not at all", "a little", "a little", "in part",
                                               "in part",    "largely",  "largely",  "wholly"};
    for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
        for (int number = stances[i].least; number <= stances[i].most; number++)
            ck_assert_str_eq(words_stance(number / 100.0), stances[i].word);
    ck_assert_str_eq(words_stance(0.1004), "slightly in favour"); /* and it votes in favour */
    for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++)
        ck_assert_str_eq(words_degree(degrees[i]), degree_words[i]);
    ck_assert_str_eq(words_certainty(0), "certain");
    ck_assert_str_eq(words_certainty(0.15), "fairly certain");
    ck_assert_str_eq(words_certainty(0.25), "uncertain");
    ck_assert_str_eq(words_certainty(0.5), "very uncertain");
    ck_assert_str_eq(words_course(0.40, 0.49), "a little towards");
    ck_assert_str_eq(words_course(0.40, 0.30), "away from");
    ck_assert_str_eq(words_course(0.40, 0.70), "far towards");
    ck_assert_str_eq(words_course(0.40, 0.4001), "a little towards");
}
END_TEST

static void work_tendencies(void *context) {
    (void)context;
    static const struct {
        double tendency;
        bool veto;
        const char *words;
    } tendencies[] = {
        {0, true, "vetoes only what it is wholly against"},
        {0, false, "votes against only what it is wholly against"},
        {0.39, true, "slow to veto"},
        {0.40, false, "neither slow nor quick to vote against"},
        {0.60, true, "neither slow nor quick to veto"},
        {0.61, false, "quick to vote against"},
        {1, true, "vetoes whatever it leans against"},
        {1, false, "votes against whatever it leans against"},
    };
    for (size_t i = 0; i < sizeof tendencies / sizeof *tendencies; i++)
        ck_assert_str_eq(words_tendency(&arena, tendencies[i].tendency, tendencies[i].veto),
                         tendencies[i].words);
    ck_assert_str_eq(words_scaled(&arena, "in part", 0.5, false), "in part");
    ck_assert_str_eq(words_scaled(&arena, "in part", 0.5, true), "in part (0.50)");
}

START_TEST(tendencies_have_words) {
    ck_assert(arenas_try(&arena, NULL, work_tendencies, NULL));
    arena_free(&arena);
}
END_TEST

/* One key shows the numbers behind the words, with their scale. */
START_TEST(numbers_come_on_request) {
    open_example();
    struct state state = press_all(start(120, 60, CHARSET_UTF8), "1 w^^^^^");
    ck_assert(strstr(frame_of(&state), "Base leaning   leans strongly in favour\n") != NULL);
    ck_assert(strstr(frame_of(&state), "0.70") == NULL);
    state = press_all(state, "I");
    ck_assert(strstr(frame_of(&state), "Base leaning   leans strongly in favour (0.70)") != NULL);
    ck_assert(strstr(frame_of(&state),
                     "Leanings go from -1, against, to 1, in favour; the others from 0 to 1"));
    state = press_all(state, "I");
    ck_assert(strstr(frame_of(&state), "0.70") == NULL);
    ck_assert(strstr(frame_of(&state), "Words in the place of numbers; I shows the numbers again"));
    close_desk();
}
END_TEST

/* ---- what stands on screens ---- */

/* Labels that are plain words. */
static bool is_plain(const char *label) {
    static const char *const plain[] = {"Under",   "Order",        "Before it", "It is",
                                        "Parties", "Command line", "The record"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strcmp(plain[i], label) == 0)
            return true;
    return false;
}

static unsigned labels; /* that were looked at */

static void check_label(char *label) {
    while (*label == ' ')
        label++;
    size_t length = strlen(label);
    while (length > 0 && label[length - 1] == ' ')
        label[--length] = '\0';
    char *colon = strstr(label, ": "); /* "Odds: adopted" */
    if (colon) {
        *colon = '\0';
        ck_assert_msg(glossary_find(colon + 2) != NULL, "not in the glossary: '%s'", colon + 2);
    }
    labels++;
    ck_assert_msg(is_plain(label) || glossary_find(label), "not in the glossary: '%s'", label);
}

/* Whatever is drawn as a label. */
static void check_labels(const struct frame *frame) {
    for (int row = 0; row < frame->rows; row++) {
        char label[256] = "";
        size_t length = 0;
        for (int column = 0; column < frame->columns; column++) {
            const struct cell *cell = &frame->cells[row * frame->columns + column];
            if (cell->style != STYLE_LABEL)
                continue;
            memcpy(label + length, cell->bytes, cell->length);
            length += cell->length;
        }
        if (strspn(label, " ") < length)
            check_label(label);
    }
}

static const char *const scenarios[] = {EXAMPLE, PROCEDURE, "scenarios/aleppo-2016.yaml",
                                        "scenarios/iraq-2003.yaml", "scenarios/spain-1946.yaml"};

START_TEST(labels_are_in_the_glossary) {
    static const char *const stages[] = {"", " ", "1", "1....", "1 ", "2 ", "G"};
    static const char views[] = " wdPWofCD";
    labels = 0;
    open_desk(scenarios[_i], NULL, 0);
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        for (const char *view = views; *view; view++) {
            char keys[2] = {*view, '\0'};
            struct state state = press_all(start(120, 60, CHARSET_UTF8), stages[i]);
            state = *view == ' ' ? state : press_all(state, keys);
            check_labels(show(&state).frame);
        }
    close_desk();
    ck_assert_uint_gt(labels, 50);
}
END_TEST

/* What ballots, outcomes, questions and modes are called, and the measures of power. */
START_TEST(names_are_in_the_glossary) {
    const char *names[64], *heads[2];
    char head[64];
    size_t count = 0;
    for (int i = 0; i < VETO_BALLOTS; i++)
        names[count++] = words_ballot((enum veto_ballot)i);
    for (int i = 0; i < VETO_OUTCOMES; i++)
        names[count++] = words_outcome((enum veto_outcome)i);
    for (int i = 0; i < VETO_MODES; i++)
        names[count++] = veto_mode_word((enum veto_mode)i);
    names[count++] = "procedural";
    names[count++] = "substantive";
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(glossary_find(names[i]) != NULL, "not in the glossary: '%s'", names[i]);
    for (size_t i = 0; i < power_measure_count; i++) {
        memcpy(heads, power_measures[i].head, sizeof heads);
        size_t length = strlen(heads[0]);
        bool joined = length == 0 || strchr("-/", heads[0][length - 1]);
        snprintf(head, sizeof head, "%s%s%s", heads[0], joined ? "" : " ", heads[1]);
        ck_assert_msg(glossary_find(head) != NULL, "not in the glossary: '%s'", head);
    }
}
END_TEST

/* ---- the view ---- */

/* It begins at the words of the screen that it lies over; the others come behind them. */
START_TEST(the_words_of_the_screen_come_first) {
    open_example();
    struct state state = press_all(start(120, 60, CHARSET_UTF8), "1 w");
    state = press_all(state, "i");
    char *text = frame_of(&state), *leaning = strstr(text, "Leaning");
    ck_assert(strstr(text, "On this screen") < leaning);
    ck_assert_ptr_nonnull(leaning);
    ck_assert_ptr_nonnull(strstr(text, "Veto tendency"));
    ck_assert_ptr_null(strstr(text, "Deegan-Packel"));
    state = press_all(state, "$~~~~~~~~~");
    ck_assert_ptr_nonnull(strstr(frame_of(&state), "Deegan-Packel"));
    state = press_all(state, "\033");
    ck_assert_int_eq(state_view(&state), VIEW_WHY);
    close_desk();
}
END_TEST

static const struct suite_entry entries[] = {
    {every_term_is_found, 0},
    {terms_stand_as_words_of_their_own, 0},
    {numbers_have_words, 0},
    {tendencies_have_words, 0},
    {numbers_come_on_request, 0},
    {labels_are_in_the_glossary, sizeof scenarios / sizeof *scenarios},
    {names_are_in_the_glossary, 0},
    {the_words_of_the_screen_come_first, 0},
};

SUITE("words", entries)
