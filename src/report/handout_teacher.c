/* The sheet for the teacher: a plan, the answers, the questions, and what to change. */
#include "base/arena.h"
#include "base/text.h"
#include "report/handout.h"
#include "report/minutes.h"
#include "words/flips.h"
#include "words/words.h"

enum { MINUTES = 50 };

struct teacher_sheet {
    struct minutes minutes;
    const struct handout_subject *subject;
    const struct veto_lesson *lesson; /* or NULL */
};

/* ---- the plan ---- */

enum phase { READ, PREDICT, VOTE, CHANGE, ASK, PHASES };

static const char *work_of(const struct teacher_sheet *sheet, enum phase phase) {
    static const char *const works[PHASES] = {
        [READ] = "Hand out the sheet for the class and the role cards. Read what is at stake, and "
                 "who has the veto.",
        [PREDICT] = "For each draft: how many in favour, who against, and is that a veto? It is "
                    "written down before the vote.",
        [VOTE] = "Debate and votes, as the meeting goes. Ask the questions before each vote, and "
                 "hold the result against what was predicted.",
        [CHANGE] = "One change at a time, as below. The class says first what will come of it.",
        [ASK] = "What decided each vote? The questions for the end.",
    };
    if (sheet->lesson && phase == PREDICT)
        return sheet->lesson->predict;
    return sheet->lesson && phase == ASK ? sheet->lesson->ask : works[phase];
}

/* Shares of the time, in fiftieths. */
static void add_plan(const struct teacher_sheet *sheet) {
    enum { FROM, WHAT, KEYS, WORK, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [FROM] = {.head = {"Minutes"}},
        [WHAT] = {.head = {"What"}},
        [KEYS] = {.head = {"On screen"}},
        [WORK] = {.head = {"How"}},
    };
    static const struct {
        const char *what, *keys;
        unsigned share;
    } phases[PHASES] = {[READ] = {"Read", "d", 5},
                        [PREDICT] = {"Predict", "P", 10},
                        [VOTE] = {"Vote", "Space", 15},
                        [CHANGE] = {"Change", ": or w", 12},
                        [ASK] = {"Ask", "w for reasons", 8}};
    struct page *page = sheet->minutes.page;
    struct arena *arena = page->arena;
    unsigned total = sheet->lesson ? sheet->lesson->minutes : MINUTES, shares = 0;
    page_section(page, "A plan of %u minute%s", total, text_plural(total));
    struct page_table *table =
        page_table_with(page, columns, COLUMNS, .audience = FOR_READERS, .headed = true);
    for (int i = 0; i < PHASES; i++) {
        unsigned from = shares * total / MINUTES;
        shares += phases[i].share;
        table_texts(table, arena_printf(arena, "%u-%u", from, shares * total / MINUTES),
                    phases[i].what, phases[i].keys, work_of(sheet, (enum phase)i));
    }
}

/* ---- command lines ---- */

static char *also_set(struct arena *arena, const char *before, const char *set) {
    return arena_printf(arena, "%s --set %s", before, shell_word(arena, set));
}

/* Of this scenario, with what was changed for the sheet, as it was played. */
static char *command_line(const struct teacher_sheet *sheet, const char *command) {
    const struct page *page = sheet->minutes.page;
    char *line = arena_printf(page->arena, "veto %s %s", command,
                              shell_operand(page->arena, sheet->subject->word));
    for (size_t i = 0; i < page->change_count; i++)
        line = also_set(page->arena, line, page->changes[i]);
    enum veto_mode mode = veto_meeting_mode(sheet->minutes.meeting);
    if (mode != VETO_EXPECTED)
        line = arena_printf(page->arena, "%s --mode %s", line, veto_mode_word(mode));
    if (mode == VETO_SAMPLED)
        line = arena_printf(page->arena, "%s --seed %llu", line,
                            (unsigned long long)veto_meeting_seed(sheet->minutes.meeting));
    return line;
}

static void add_lesson(const struct teacher_sheet *sheet) {
    const struct minutes *minutes = &sheet->minutes;
    page_gap(minutes->page);
    if (sheet->lesson) {
        minutes_fact(minutes, "Lesson", sheet->lesson->title);
        minutes_fact(minutes, "Teaches", sheet->lesson->teaches);
        minutes_fact(minutes, "For whom", sheet->lesson->audience);
    }
    minutes_fact(minutes, "On screen", command_line(sheet, "play"));
}

/* ---- questions ---- */

static void add_all_questions(const struct minutes *minutes) {
    const struct veto_scenario *scenario = minutes->scenario;
    if (scenario->question_count == 0)
        return;
    page_section(minutes->page, "Questions");
    page_say(minutes->page, 0,
             "Those marked * stand on the sheet for the class and on screen before the vote. The "
             "others tell something: the screen has them after the result.");
    for (size_t i = 0; i < scenario->question_count; i++) {
        const struct veto_class_question *question = &scenario->questions[i];
        const char *when = question->draft == VETO_NONE
                               ? "At the end"
                               : arena_printf(minutes->arena, "Before the vote on %s",
                                              minutes_name(minutes, question->draft));
        page_itemf(minutes->page, ROLE_PLAIN, 1, "%s%s: %s", question->safe ? "* " : "", when,
                   question->ask);
    }
}

/* ---- what to change ---- */

/* With the command line that shows it. */
static void add_teacher_change(const struct teacher_sheet *sheet, const char *shows,
                               const char *key, const char *set) {
    struct page *page = sheet->minutes.page;
    page_hanging(page, ROLE_STRONG, 0, shows);
    minutes_fact(&sheet->minutes, "Key", key);
    minutes_fact(&sheet->minutes, "Command line",
                 arena_printf(page->arena, "%s%s", command_line(sheet, "whatif"), set));
    page_gap(page);
}

/* The likeliest of the smallest changes that lead to another outcome. */
static void add_flip(const struct teacher_sheet *sheet, int draft, const struct veto_flips_to *to) {
    static const char *const keys[VETO_BALLOTS] = {
        [VETO_YES] = "y", [VETO_NO] = "n", [VETO_ABSTAIN] = "a"};
    const struct veto_scenario *scenario = sheet->minutes.scenario;
    struct arena *arena = sheet->minutes.arena;
    const struct veto_flip *flip = &to->flips[0];
    const char *set = "", *key = "";
    for (size_t i = 0; i < flip->part_count; i++)
        for (unsigned member = 0; member < scenario->members_count; member++) {
            if (!veto_set_has(flip->parts[i].members & flip->likeliest, member))
                continue;
            const struct veto_member *about = &scenario->members[member];
            enum veto_ballot ballot = flip->parts[i].to;
            set =
                also_set(arena, set,
                         arena_printf(arena, "drafts.%s.ballots.%s=%s", scenario->drafts[draft].id,
                                      about->code, veto_ballot_word(ballot)));
            key = arena_printf(arena, "%s%sw %s %s", key, *key ? ", " : "", about->name,
                               keys[ballot]);
        }
    char *name = words_capital(arena, words_named(arena, &scenario->drafts[draft]));
    add_teacher_change(sheet,
                       arena_printf(arena, "%s. %s: %s.", name, words_flips_to(arena, to),
                                    words_flip(arena, scenario, flip)),
                       key, set);
}

static void add_changes(const struct teacher_sheet *sheet) {
    struct arena *arena = sheet->minutes.arena;
    size_t told = sheet->lesson ? sheet->lesson->change_count : 0;
    page_section(sheet->minutes.page, "What to change, and what it shows");
    for (size_t i = 0; i < told; i++) {
        const struct veto_lesson_change *change = &sheet->lesson->changes[i];
        add_teacher_change(sheet, change->shows, arena_printf(arena, ": %s", change->set),
                           also_set(arena, "", change->set));
    }
    for (size_t i = 0; told == 0 && i < sheet->minutes.scenario->draft_count; i++) {
        const struct veto_flips *flips = sheet->subject->flips ? sheet->subject->flips[i] : NULL;
        for (size_t j = 0; flips && j < flips->to_count; j++)
            if (flips->to[j].size > 0)
                add_flip(sheet, (int)i, &flips->to[j]);
    }
}

/* ---- the sheet ---- */

static void build_teacher(struct page *page, const void *context) {
    struct teacher_sheet sheet = {
        handout_begin(page, context, "For the teacher: it tells everything.", true), context, NULL};
    sheet.lesson = sheet.minutes.scenario->lesson;
    sheet.minutes.why = true;
    add_lesson(&sheet);
    add_plan(&sheet);
    add_all_questions(&sheet.minutes);
    add_changes(&sheet);
    minutes_outcomes(&sheet.minutes);
    minutes_votes(&sheet.minutes);
    minutes_record(&sheet.minutes);
    minutes_sources(&sheet.minutes);
    handout_foot(&sheet.minutes);
}

const struct report report_handout_teacher = {.page = build_teacher};
