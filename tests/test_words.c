/* What the words of the program mean: the glossary itself, and that it has what stands on screens.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "on_screen.h"
#include "play/now.h"
#include "report/power.h"
#include "view/parts.h"
#include "words/glossary.h"
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
    for (size_t i = 0; i < GLOSSARY_GROUPS; i++)
        for (size_t j = 0; j < glossary_groups[i].count; j++, terms++) {
            check_term(&glossary_groups[i].terms[j]);
            check_forms(&glossary_groups[i].terms[j]);
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

START_TEST(tendencies_have_words) {
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
    ck_assert(strstr(
        frame_of(&state),
        "Leanings: from -1, against, to 1, in favour; all others from 0 to 1, volatility to 2"));
    state = press_all(state, "I");
    ck_assert(strstr(frame_of(&state), "0.70") == NULL);
    ck_assert(strstr(frame_of(&state), "Words in the place of numbers; I shows the numbers again"));
    close_desk();
}
END_TEST

/* ---- changes ---- */

static const struct {
    const char *override, *words; /* without "=": as at the start */
} overrides[] = {
    {"members.RUS.veto_tendency=0", "the Russian Federation's veto tendency is now 0 (vetoes only "
                                    "what it is wholly against)"},
    {"members.Egypt.opposition=0.9", "Egypt's opposition is now 0.9 (quick to vote against)"},
    {"members.USA.openness=1", "the United States' openness is now 1 (wholly)"},
    {"members.RUS.volatility=0", "the Russian Federation's volatility is now 0 (certain)"},
    {"members.EGY.firm=true", "Egypt is now firm: nothing moves it"},
    {"members.EGY.firm=false", "Egypt is now open to what it hears"},
    {"ties.CHN.RUS=0.5", "how far China listens to the Russian Federation is now 0.5 (in part)"},
    {"drafts.first.leanings.CHN=-0.2",
     "China now leans slightly against draft S/2016/1 (first), at -0.2"},
    {"drafts.first.leanings.USA=0.8",
     "the United States now leans strongly in favour of draft S/2016/1 (first), at 0.8"},
    {"drafts.first.leanings.USA=0",
     "the United States now leans neither way on draft S/2016/1 (first), at 0"},
    {"drafts.first.leanings.CHN=x", "China's leaning on draft S/2016/1 (first) is now x"},
    {"drafts.first.leanings.CHN=",
     "China's leaning on draft S/2016/1 (first) is not given any more"},
    {"drafts.first.ballots.CHN=no", "China now votes against draft S/2016/1 (first)"},
    {"drafts.first.ballots.CHN=", "China's ballot on draft S/2016/1 (first) is left to the model "
                                  "now"},
    {"drafts.first.ballots.CHN={yes: 0.5, no: 0.5}",
     "China's ballot on draft S/2016/1 (first) has given chances now"},
    {"drafts.first.ballots.CHN",
     "China's ballot on draft S/2016/1 (first) is as at the start again"},
    {"drafts.third.put=true", "draft 'third' is put to the vote now"},
    {"drafts.first.put=false", "draft S/2016/1 (first) is not put to the vote now"},
    {"drafts.first.question=procedural",
     "the question of draft S/2016/1 (first) is now procedural"},
    {"drafts.other.title=T", "the title of draft 'other' is now T"},
    {"council.required_majority=8", "the required majority is now 8 of 15 votes"},
    {"council.veto=[]", "nobody has a veto now"},
    {"council.veto=[CHN, FRA]", "the veto is now held by China and France"},
    {"council.veto=none", "the veto is now none"},
    {"council.veto", "the veto is as at the start again"},
    {"council.veto_needs=2", "a veto now takes 2 against"},
    {"council.override_at=13", "13 in favour now override a veto"},
    {"council.override_at=0", "nothing overrides a veto now"},
    {"council.rules=no-veto", "the Council decides by the rules no-veto now"},
    {"council.president=EGY", "the President is now from Egypt"},
    {"council.obligatory_abstention=enforce",
     "the obligatory abstention of the council is now enforce"},
    {"members.EGY.delegate=Somebody", "the delegate of Egypt is now Somebody"},
    {"programme.3.text=Else.", "the text of entry 4 of the programme is now Else."},
    {"title=T", "the title is now T"},
    {"a.b.c.d.e.f.g.h.i=1", "the h.i of the g of the f of the e of the d of the c of the b of the "
                            "a is now 1"},
    {"=1", "the  is now 1"},
};

START_TEST(changes_are_sentences) {
    open_example();
    const struct veto_scenario *scenario = desk_stage(desk)->scenario;
    for (size_t i = 0; i < sizeof overrides / sizeof *overrides; i++) {
        const char *override = overrides[i].override;
        char *words = strchr(override, '=') ? words_override(&arena, scenario, override)
                                            : words_change(&arena, scenario, override, NULL);
        ck_assert_str_eq(words, overrides[i].words);
    }
    close_desk();
}
END_TEST

/* No path stands on a screen but where one is typed or copied. */
START_TEST(no_paths_on_screen) {
    static const char *const keys[] = {"1 w+", "1 wa",  "1 w<",   "1(",  "1!", "1 (o",
                                       "1 !f", "1 waC", "1W__\n", "1!d", "G!"};
    open_example();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct state state = press_all(start(120, 60, CHARSET_UTF8), keys[i]);
        const char *text = frame_of(&state);
        ck_assert_msg(!strstr(text, "council.") && !strstr(text, "members.") &&
                          !strstr(text, "drafts."),
                      "%s", text);
        state = press_all(state, "c");
        ck_assert_ptr_nonnull(strstr(frame_of(&state), "--set"));
        press_all(state, "cX");
    }
    close_desk();
}
END_TEST

/* ---- what stands on screens ---- */

/* Labels that are plain words. */
static bool is_plain(const char *label) {
    static const char *const plain[] = {"Under",   "Order",        "Before it",
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

/* ---- what can be done now ---- */

static void check_now(const struct state *state) {
    struct now now[NOW_MOST];
    size_t count = now_find(&arena, state, now);
    ck_assert_uint_ge(count, 2);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            ck_assert_str_ne(now[i].keys, now[j].keys);
}

/* In every view and at every point of the meeting there is something, and a key for it. */
START_TEST(something_can_be_done_everywhere) {
    static const char views[] = " wdPWofCDci";
    open_desk(PROCEDURE, NULL, 0);
    struct state at = start(80, 24, CHARSET_UTF8);
    for (size_t shown = 0; shown <= veto_meeting_event_count(state_meeting(&at)); shown++) {
        state_show(&at, shown);
        for (const char *view = views; *view; view++) {
            char keys[2] = {*view, '\0'};
            struct state state = *view == ' ' ? at : press_all(at, keys);
            state = press_all(state, "?");
            ck_assert_int_eq(state_view(&state), VIEW_HELP);
            check_now(&state);
        }
    }
    close_desk();
}
END_TEST

START_TEST(the_help_begins_with_now) {
    static const struct {
        const char *keys, *first;
    } helps[] = {
        {"", "  What you can do now\n  Space                       open the meeting\n"},
        {"1 ", "  What you can do now\n"
               "  w                           look at a member: why it votes as it does"},
        {"1 w", "  What you can do now\n  Down                        select another member\n"
                "  y, n, a                     let it vote otherwise"},
        {"G", "  What you can do now\n  C                           hold it against the record"},
    };
    open_example();
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++) {
        struct state state = press_all(start(80, 24, CHARSET_UTF8), helps[i].keys);
        state = press_all(state, "?");
        ck_assert_msg(strstr(frame_of(&state), helps[i].first) != NULL, "%s", frame_of(&state));
    }
    close_desk();
}
END_TEST

static const struct suite_entry entries[] = {
    {every_term_is_found, 0},
    {terms_stand_as_words_of_their_own, 0},
    {numbers_have_words, 0},
    {tendencies_have_words, 0},
    {numbers_come_on_request, 0},
    {changes_are_sentences, 0},
    {no_paths_on_screen, 0},
    {something_can_be_done_everywhere, 0},
    {the_help_begins_with_now, 0},
    {labels_are_in_the_glossary, sizeof scenarios / sizeof *scenarios},
    {names_are_in_the_glossary, 0},
    {the_words_of_the_screen_come_first, 0},
};

SUITE("words", entries)
