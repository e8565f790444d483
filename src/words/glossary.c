#include "words/glossary.h"

#include <string.h>

#include "base/text.h"

static const char article_23[] = "Charter, Article 23";
static const char article_27_2[] = "Charter, Article 27 (2)";
static const char article_27_3[] = "Charter, Article 27 (3)";
static const char san_francisco[] = "Statement of the four sponsoring Governments, San Francisco, "
                                    "7 June 1945";
static const char model[] = "docs/model.md";
static const char power[] = "docs/power.md";

/* ---- what they mean ---- */

static const struct term the_vote[] = {
    {"veto", "vetoes|veto by|a veto|veto held by",
     "The vote against of a permanent member on a question of substance that has the required "
     "majority: it keeps the draft from being adopted. The Charter does not use the word; it asks "
     "for the concurring votes of the permanent members.",
     article_27_3},
    {"required majority", "majority|needs|needed|adoption takes|and besides|further majorities",
     "The votes in favour without which nothing is adopted: nine of fifteen, and until 1965 seven "
     "of eleven. To abstain or to stay away does not make it smaller.",
     "Charter, Article 27 (2) and (3)"},
    {"in favour", "yes", "A vote for the draft. Only these count towards the required majority.",
     article_27_3},
    {"against", "no|negative vote",
     "A vote against the draft. By itself it stops nothing, unless it is a veto; but it is one vote "
     "less towards the required majority.",
     article_27_3},
    {"abstention", "abstaining|abstain|abstains",
     "A vote neither for nor against. It does not count as in favour; of a permanent member it is "
     "no veto.",
     "Article 27 (3) as the Council applies it; International Court of Justice, Namibia, 1971, "
     "paragraph 22"},
    {"not participating", "not participate",
     "At the table, but taking no part in the vote. It counts as little as an abstention, and is no "
     "veto.",
     "the Council's practice"},
    {"absent", NULL,
     "Not in the chamber when the vote is taken. It counts as little as an abstention, and is no "
     "veto, which the Soviet Union disputed in 1950.",
     "the Council's practice"},
    {"ballot", "ballots|ballot by|vote|votes",
     "How one member votes: in favour, against or abstaining; or that it does not participate, or "
     "is absent.",
     NULL},
    {"roll call", "the roll",
     "The ballots one by one, round the table. The Council itself votes by show of hands.", NULL},
    {"tally", NULL,
     "How many voted how: 11-2-2 is eleven in favour, two against and two abstaining.", NULL},
    {"outcome", "result", "What became of a draft: adopted, vetoed, failed or not put.", NULL},
    {"adopted", "adoption",
     "The required majority was reached, and no veto stands against it: the draft is a resolution.",
     "Charter, Article 27"},
    {"vetoed", NULL,
     "The required majority was reached, but a permanent member voted against: not adopted.",
     article_27_3},
    {"failed", "fails",
     "Too few votes in favour. Whoever voted against did not veto it: there was nothing left to "
     "stop.",
     article_27_3},
    {"not put", NULL,
     "It never came to a vote: it was withdrawn, or something else had settled it before.",
     "Rules 32 and 35"},
    {"adopted without a vote", "without a vote",
     "Nobody asked for a vote, and the President declares that it is so decided.",
     "the Council's practice"},
    {"party to a dispute", "a party|party|parties",
     "A state that the matter is about. In decisions on the peaceful settlement of disputes it "
     "shall abstain.",
     article_27_3},
    {"override", "overrides",
     "Under rules that have it, so many votes in favour that a veto does not count. The Charter has "
     "no such rule.",
     NULL},
    {"Uniting for Peace", NULL,
     "Where a veto keeps the Council from acting, the General Assembly may take the matter up and "
     "recommend measures.",
     "General Assembly resolution 377 A (V), 1950"},
};

static const struct term the_council[] = {
    {"member", "members", "A state with a seat in the Council.", article_23},
    {"permanent member", "permanent|permanent members",
     "China, France, the Russian Federation (until 1991 the Soviet Union), the United Kingdom and "
     "the United States. Each can veto.",
     "Charter, Articles 23 (1) and 27 (3)"},
    {"elected member", "elected|elected members",
     "A member that the General Assembly elects for two years: ten of them, and six until 1965. It "
     "has no veto.",
     "Charter, Article 23 (1) and (2)"},
    {"President", "presides",
     "The member that chairs for a month, each in turn by the English names. It votes like any "
     "other.",
     "Rule 18 of the provisional rules of procedure"},
    {"delegate", NULL, "The person who speaks and votes for a member.", "Rule 13"},
    {"group", "regional group",
     "The states of a region, among which the seats of elected members are shared.",
     "General Assembly resolution 1991 A (XVIII), 1963"},
    {"draft", "drafts|draft resolution",
     "A text that the Council is asked to adopt, before the vote on it. What is said of drafts holds "
     "for amendments, parts and motions too.",
     "Rules 31 to 38"},
    {"resolution", "resolutions",
     "A draft that was adopted. It has a number and a year: resolution 2334 (2016).", NULL},
    {"symbol", NULL,
     "The mark of a document: S/2016/846 is a document of the Council of 2016, S/PV.7785 the record "
     "of its 7785th meeting.",
     NULL},
    {"sponsor", "sponsors|sponsored by",
     "A state that submits a draft. It need not be a member of the Council, but then a member has to "
     "ask for the vote.",
     "Rules 34 and 38"},
    {"seconded", "seconded by|seconds",
     "Supported by a member that may require a vote on it, even where its sponsors withdraw it.",
     "Rule 35"},
    {"amendment", "amendments", "A proposal to change a draft. It is put to the vote first.",
     "Rule 36"},
    {"part", "separate vote",
     "A piece of a draft on which there is a vote of its own, unless the sponsor objects.",
     "Rule 32"},
    {"motion", "motions", "A proposal on how to go on: to adjourn, to put a question first.",
     "Rule 33"},
    {"question", "put to the vote", "What a vote is about: it is procedural or substantive.",
     "Charter, Article 27"},
    {"procedural", "procedural question",
     "About how the Council works: its agenda, its meetings, whom it hears. It takes the required "
     "majority, and no veto is possible.",
     article_27_2},
    {"substantive", "question of substance",
     "About anything else. Here a permanent member can veto.", article_27_3},
    {"preliminary question", "preliminary",
     "Whether a question is procedural at all. This can itself be vetoed, and then the question is "
     "taken for one of substance.",
     san_francisco},
    {"double veto", NULL,
     "Two votes against by one permanent member: the first makes a question substantive, the second "
     "vetoes it.",
     san_francisco},
    {"programme", NULL,
     "What a scenario lists in order: statements, what happens, motions and votes. Its agenda is "
     "another thing: the item of business.",
     NULL},
    {"explanation of vote", NULL, "What a member says of its own ballot, before or after the vote.",
     NULL},
};

static const struct term the_model[] = {
    {"leaning", "leanings|leans|base leaning|lean",
     "Where a member stands on a draft, from -1, fully against, to 1, fully in favour. Above 0.1 it "
     "rather votes in favour, below that it rather abstains, and far enough below 0 it votes "
     "against.",
     model},
    {"veto tendency", "tendency",
     "How soon a member that can veto votes against where it could abstain, from 0 to 1. At 0 it "
     "does so only if it is wholly against, at 1 as soon as it leans against at all.",
     model},
    {"opposition", NULL,
     "The same for a vote against that is no veto, from 0 to 1: of a member without the veto, and "
     "of all of them on a procedural question.",
     model},
    {"openness", "firm",
     "How far a member lets itself be moved by what it hears, from 0, not at all, to 1, all the way "
     "to the speaker. A firm member is not moved by anything.",
     model},
    {"tie", "ties|listens to|is heard by", "How much one member listens to another, from 0 to 1.",
     model},
    {"bloc", "blocs|cohesion|often at one with",
     "Members that change their minds together. Its cohesion, from 0 to 1, says how much of what is "
     "uncertain about them is the same for all.",
     model},
    {"kind of draft", "kinds of draft|kinds|its kinds|the kind|sort of draft",
     "One of the sorts of draft that a draft may be of, without anybody knowing which: in each of "
     "them every member has chances of its own, and nothing in the debate moves these. A ballot "
     "that is known makes some kinds likelier and others less.",
     model},
    {"volatility", NULL,
     "How uncertain it is what a member does on the day, from 0, certain, to 2: how far its opinion "
     "may be from its leaning.",
     model},
    {"move", "moves|moved|moves towards|moves away",
     "A change of a leaning by a statement or by what happens. Moves after a vote do not count for "
     "it.",
     model},
    {"chance", "chances|odds|likely|likelier",
     "How often something would come out so if the meeting were held again and again with these "
     "leanings. It says what follows from them, not what the world will do.",
     model},
    {"expected", "the model",
     "Played so that each member casts its likeliest ballot; on a draft of several kinds, the "
     "likeliest one of the kind that fits best.",
     model},
    {"recorded", "on record|the record|as recorded|record",
     "Played so that each member votes as it did in the Council, by the public record.", NULL},
    {"sampled", "drawn",
     "Played so that chance has a say: each ballot is drawn by its chances. The same seed gives the "
     "same draw.",
     model},
    {"seed", NULL, "The number that a draw comes from. The same seed gives the same result again.",
     NULL},
    {"exact", NULL, "Worked out over everything that can happen, and not estimated.", model},
    {"Monte Carlo", "trials|interval",
     "An estimate where there is no exact answer: many meetings are drawn and counted. Each number "
     "has an interval that holds the true one 95 times in 100.",
     model},
    {"fixed", "given chances",
     "A ballot, or the chances of one, that somebody set by hand: the leaning is not asked.", NULL},
    {"scenario", NULL,
     "The file that a meeting is played from: members, drafts, leanings, and the programme.",
     "docs/scenarios.md"},
    {"hypothetical", NULL, "A meeting that was never held.", NULL},
    {"change", "changes|changed|before the changes|at the start",
     "A value of the scenario that is set to something else, to see what comes of it.", NULL},
    {"mark", "at the mark", "A state of the meeting that later changes are held against.", NULL},
    {"hidden", "hides|open|blind",
     "What would tell how a vote ends, as odds and leanings do, is hidden until its result is shown. "
     "Open, nothing is hidden.",
     NULL},
    {"prediction", "predictions|predicted|predict|the class|guess",
     "What the class expects of a vote; its score is how much came out so.", NULL},
};

static const struct term the_power[] = {
    {"flip", "flips", "The fewest ballots that would have to be others for another outcome.", NULL},
    {"decisive", "decides|decide|swing|who decides",
     "A member is decisive, or has the swing, where its ballot alone makes the outcome: all others "
     "stay as they are.",
     power},
    {"voting power", "power|power, where",
     "How often a member is decisive, by the rules alone: without any leanings.", power},
    {"winning coalition", "winning coalitions|coalition",
     "Members whose votes in favour are enough to adopt. It is minimal where nobody can be spared.",
     power},
    {"Banzhaf", "banzhaf, normalised|banzhaf absolute|banzhaf normalised|banzhaf yes/no",
     "The chance that a member is decisive where all others vote at random. Normalised, the numbers "
     "of all members add up to 1.",
     power},
    {"Shapley-Shubik", NULL,
     "The chance that a member settles the vote where all vote in a random order. The numbers of "
     "all members add up to 1.",
     power},
    {"Coleman", "coleman prevent|coleman initiate",
     "How often a member's vote against would stop what would be adopted (prevent), and how often "
     "its vote in favour would adopt what would fail (initiate).",
     power},
    {"Johnston", NULL,
     "Power shared equally among those who are decisive in a winning coalition, over all of them.",
     power},
    {"Deegan-Packel", NULL,
     "Power shared equally among the members of each minimal winning coalition.", power},
    {"Holler", NULL, "In how many minimal winning coalitions a member is, as a part of all.",
     power},
    {"yes against abstaining",
     "of that, yes against abstaining|yes/abstain|and abstaining against no|abstain/no|"
     "an abstention",
     "With three ballots a member decides in two ways: by voting in favour where it could abstain, "
     "or by voting against where it could. What only a vote against can do is the veto.",
     power},
    {"rules at hand", "rules by name|rules|rules at hand|at hand",
     "Those that the Council of this scenario decides by. Others by name can be put in their place.",
     power},
};

const struct term_group glossary_groups[GLOSSARY_GROUPS] = {
#define GROUP(title, terms)                                                                        \
    { title, terms, sizeof terms / sizeof *terms }
    GROUP("The vote", the_vote),
    GROUP("The Council and its business", the_council),
    GROUP("The model", the_model),
    GROUP("Who decides", the_power),
};

enum { FORM = 64 };

/* ---- looking them up ---- */

/* The next of the forms, without capitals; false behind the last. */
static bool next_form(const char **forms, char form[FORM]) {
    if (!*forms || !**forms)
        return false;
    size_t length = strcspn(*forms, "|");
    char part[FORM];
    memcpy(part, *forms, length);
    part[length] = '\0';
    text_fold(form, FORM, part);
    *forms += length + ((*forms)[length] == '|');
    return true;
}

/* Whether its word or one of its forms is so to a text. */
static bool any_form(const struct term *term, bool (*is)(const char *text, const char *form),
                     const char *text) {
    char form[FORM];
    const char *forms = term->word;
    bool found = next_form(&forms, form) && is(text, form);
    for (forms = term->forms; !found && next_form(&forms, form);)
        found = is(text, form);
    return found;
}

const struct term *glossary_find(const char *word) {
    char folded[FORM];
    text_fold(folded, sizeof folded, word);
    for (size_t i = 0; i < GLOSSARY_GROUPS; i++)
        for (size_t j = 0; j < glossary_groups[i].count; j++)
            if (any_form(&glossary_groups[i].terms[j], text_same, folded))
                return &glossary_groups[i].terms[j];
    return NULL;
}

const char *glossary_nearest(const char *word) {
    enum { MOST = 128 };
    const char *words[MOST + 1];
    size_t count = 0;
    for (size_t i = 0; i < GLOSSARY_GROUPS; i++)
        for (size_t j = 0; j < glossary_groups[i].count && count < MOST; j++)
            words[count++] = glossary_groups[i].terms[j].word;
    words[count] = NULL;
    return text_nearest(word, words);
}

/* ---- in a text ---- */

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool has_whole(const char *text, const char *word) {
    size_t length = strlen(word);
    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        if ((at == text || !is_letter(at[-1])) && !is_letter(at[length]))
            return true;
    return false;
}

bool glossary_stands(const struct term *term, const char *folded) {
    return any_form(term, has_whole, folded);
}
