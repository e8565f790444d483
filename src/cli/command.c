#include "cli/command.h"

#define ANY          SIZE_MAX
#define ONE_SCENARIO "SCENARIO", 1, 1

const struct command command_table[] = {
    {"play", FOR_PLAY, cmd_play, "[SCENARIO|HISTORY...]", 0, ANY,
     .summary = "play a meeting on screen, step by step",
     .details = "SCENARIO is the name of one that ships ('veto list'), a file, a session that was\n"
                "saved, or - for standard input; HISTORY a public voting file (see 'veto\n"
                "history'). Without any, with several, and with a history, a list comes first, to\n"
                "choose from. On screen Space goes on, ? shows what the keys do, and q leaves.\n\n"
                "With --keys no terminal is needed: a line of FILE is a key, by its name (Space,\n"
                "Enter, Esc, Tab, Shift-Tab, Backspace, Delete, Left, Right, Up, Down, Page-Up,\n"
                "Page-Down, Home, End, Ctrl-L, Ctrl-N, Ctrl-P, Ctrl-R, Ctrl-U, Wheel-Up,\n"
                "Wheel-Down; Tick is the time from one ballot to the next) or by its character;\n"
                "or 'text:' and characters to type; or Click with a column and a row, from 0. A\n"
                "line that begins with # is passed over; 'text: #' types that. The last screen is\n"
                "written, or all by --screens.\n",
     .examples = "  veto play\n"
                 "  veto play aleppo-2016\n"
                 "  veto play votes.csv\n"
                 "  veto play aleppo-2016 --mode recorded\n"
                 "  veto play aleppo-2016 --set drafts.evacuation.put=true\n"
                 "  veto play aleppo-2016 --keys my-keys --size 120x40 --screens my-screens\n"},
    {"run", FOR_RUN, cmd_run, ONE_SCENARIO, .summary = "the whole meeting as text, or as JSON",
     .details = "SCENARIO is the name of one that ships, a file, or - for standard input. Here\n"
                "and with the other commands it may be a session: its scenario is taken with its\n"
                "overrides, mode and seed, and what the command line says comes over them.\n",
     .examples = "  veto run aleppo-2016\n"
                 "  veto run aleppo-2016 --why\n"
                 "  veto run aleppo-2016 --mode sampled --seed 7\n"
                 "  veto run aleppo-2016 --set members.RUS.veto_tendency=0\n"
                 "  veto run ukraine-2022 --set drafts.session.question=substantive\n"
                 "  veto run my-scenario.yaml --json\n"},
    {"handout", FOR_HANDOUT, cmd_handout, ONE_SCENARIO,
     .summary = "paper for a lesson: for the class, the teacher, the roles",
     .details = "SCENARIO is the name of one that ships, a file, a session, or - for standard\n"
                "input. Each sheet is a page of HTML that prints, or of Markdown:\n"
                "  class    who sits, who has the veto, the drafts, a roll call to fill in, and\n"
                "           questions; it tells nothing of what is to come\n"
                "  teacher  a plan of the hour, all questions, what to change, the answers\n"
                "  roles    a card for each member, with what it said before the votes\n"
                "  board    the chamber and the result\n",
     .examples = "  veto handout aleppo-2016 --sheet class > class.html\n"
                 "  veto handout aleppo-2016 --sheet teacher --markdown\n"
                 "  veto handout lesson.session.yaml --sheet board --output board.html\n"},
    {"odds", FOR_ODDS, cmd_odds, ONE_SCENARIO, .summary = "how likely each outcome is",
     .details = "SCENARIO is the name of one that ships, a file, or - for standard input. The\n"
                "odds are exact where they can be, else from Monte Carlo, each with its 95%\n"
                "interval. Ctrl-C ends Monte Carlo with what it has. The answer is the same for\n"
                "any number of threads.\n",
     .examples = "  veto odds aleppo-2016\n"
                 "  veto odds aleppo-2016 --set members.RUS.veto_tendency=0.2\n"
                 "  veto odds aleppo-2016 --method monte-carlo --precision 0.001\n"
                 "  veto odds kinds.yaml --given USA=no,RUS=abstain\n"
                 "  veto odds aleppo-2016 --json | jq '.joint'\n"},
    {"whatif", FOR_WHATIF, cmd_whatif, ONE_SCENARIO,
     .summary = "what a change does: before and after, side by side",
     .details = "SCENARIO is the name of one that ships, a file, or - for standard input. The\n"
                "changes are those of --set, all of them together. What changed has a *.\n"
                "With --yaml the changed scenario is written, comments and all.\n",
     .examples = "  veto whatif aleppo-2016 --set members.RUS.veto_tendency=0\n"
                 "  veto whatif aleppo-2016 --set ties.CHN.RUS=1 --set members.CHN.openness=1\n"
                 "  veto whatif aleppo-2016 --set council.rules=no-veto --yaml > my.yaml\n"},
    {"flips", FOR_FLIPS, cmd_flips, ONE_SCENARIO,
     .summary = "the fewest ballots that would change an outcome",
     .details = "SCENARIO is the name of one that ships, a file, or - for standard input. The\n"
                "changes are ranked by how likely the model holds the new ballots.\n",
     .examples = "  veto flips aleppo-2016\n"
                 "  veto flips aleppo-2016 --mode recorded\n"},
    {"sweep", FOR_SWEEP, cmd_sweep, ONE_SCENARIO, .streams = true,
     .summary = "the odds as a value goes up, one row for each step",
     .details = "SCENARIO is the name of one that ships, a file, or - for standard input. Each\n"
                "--vary takes a path as --set does, and its values; several make a grid, the\n"
                "last one changing fastest. Rows are CSV, or with --json one object a line, and\n"
                "name the method: a point that has no exact answer has that of Monte Carlo, by\n"
                "the same seed as all.\n",
     .examples = "  veto sweep aleppo-2016 --vary members.RUS.veto_tendency=0:1:0.1\n"
                 "  veto sweep aleppo-2016 --vary members.RUS.veto_tendency=0:1:0.02 --chart\n"
                 "  veto sweep aleppo-2016 --vary drafts.french.ballots.CHN=yes,no,abstain\n"},
    {"check", FOR_CHECK, cmd_check, "SCENARIO...", 1, ANY,
     .summary = "look for mistakes in scenarios",
     .details = "SCENARIO is a file, - for standard input, or the name of one that ships. All\n"
                "mistakes of all of them are shown, on standard error. Of a session it is looked\n"
                "at itself and at its scenario with its overrides. With --json they are on\n"
                "standard output, with their places and how to mend them.\n",
     .examples = "  veto check my-scenario.yaml\n"
                 "  veto check scenarios/*.yaml\n"
                 "  veto list --source korea-1950 | veto check - --set council.president=USA\n"},
    {"list", FOR_LIST, cmd_list, "", 0, 0, .summary = "the scenarios that ship with the program",
     .details = "With --source, the file of one of them, to start your own from; with --schema,\n"
                "the format as JSON Schema, for editors and other programs.\n",
     .examples = "  veto list\n"
                 "  veto list --source aleppo-2016 > my-scenario.yaml\n"
                 "  veto list --schema > scenario.schema.json\n"},
    {"new", FOR_NEW, cmd_new, "[YEAR|DATE]", 0, 1,
     .summary = "a scenario to fill in, with the members of a day",
     .details = "The scenario has the members of that day or year, with their names as notes,\n"
                "drafts on which nobody leans, a programme and a question.\n",
     .examples = "  veto new --date 2027-03-15 > my-scenario.yaml\n"
                 "  veto new 1950 --drafts 2 | veto check -\n"},
    {"lesson", FOR_LESSON, cmd_lesson, "", 0, 0,
     .summary = "the lessons: what each teaches, for whom, how long",
     .details = "Those of the scenarios that ship, lessons with one title together.\n",
     .examples = "  veto lesson\n"
                 "  veto handout aleppo-2016 --sheet teacher > plan.html\n"},
    {"who", FOR_WHO, cmd_who, "DATE", 0, 1,
     .summary = "who sits in the Council on a day, and who presides",
     .details = "DATE is a day, as in 2027-03-15, from 1946 to 2027. The President is counted by\n"
                "Rule 18, from November 1996.\n",
     .examples = "  veto who 2027-03-15\n"
                 "  veto who 1950-06-25 --json | jq '.members[].name'\n"},
    {"power", FOR_POWER, cmd_power, "RULES...", 0, ANY,
     .summary = "who can decide, by these rules and by others",
     .details = "RULES is a scenario (the name of one that ships, a file, or - for standard\n"
                "input), a year or day (1950, 2016-10-08), a file of rules, or one of those\n"
                "below. Several are compared. A file of rules is a scenario without drafts, or\n"
                "has 'quota' and 'weights'.\n",
     .more = power_help,
     .examples = "  veto power charter-1965\n"
                 "  veto power charter-1965 g4 ufc african-union two-vetoes --bars\n"
                 "  veto power 1950 2016 --exact\n"
                 "  veto power 2016 --set council.required_majority=8\n"
                 "  veto power --in aleppo-2016\n"},
    {"history", FOR_HISTORY, cmd_history, "FILE ACTION [NAME|FILE|RULES]", 0, ANY,
     .summary = "recorded votes: show, check, compare, replay, under other rules",
     .details = "FILE is a public voting file, Sciences Po's or the UN Digital Library's, as it\n"
                "comes, or - for standard input.\n",
     .more = history_help,
     .examples = "  veto history votes.csv check\n"
                 "  veto history votes.csv list --vetoed-by USA --year 1970-1989\n"
                 "  veto history votes.csv show S/2016/846\n"
                 "  veto history votes.csv replay 2334\n"
                 "  veto history votes.csv compare others.csv --csv\n"
                 "  veto history votes.csv export S/2016/846 > my-scenario.yaml\n"
                 "  veto history votes.csv under two-vetoes --json\n"},
    {"help", FOR_HELP, cmd_help, "[COMMAND|words [WORD]]", 0, ANY,
     .summary = "help, for one command, or on what words mean",
     .details = "With 'words', what the words mean that the program uses, all of them or one.\n",
     .examples = "  veto help run\n"
                 "  veto help words\n"
                 "  veto help words double veto\n"
                 "  veto help words --html > words.html\n"},
};
const size_t command_count = sizeof command_table / sizeof *command_table;
