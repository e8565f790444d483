#include <string.h>

#include "cli/command.h"
#include "cli/steps.h"
#include "veto/roster.h"
#include "words/words.h"

/* What a scenario starts from: a day, or a year without one. */
struct start {
    FILE *out;
    const char *date; /* "2027-03-15" or "2027" */
    struct veto_composition council;
    unsigned drafts;
};

enum { START_ID = 16 };

/* ---- what was asked for ---- */

static enum veto_status start_find(struct start *start) {
    struct veto_date date;
    if (!day_or_year(start->date, &date)) {
        complain("no day and no year '%s': it is to be like 2027-03-15 or 2027", start->date);
        return VETO_USAGE;
    }
    if (!veto_composition_of(date, &start->council)) {
        complain("who sat in %s is not known: only from %d to %d", start->date, VETO_ROSTER_FIRST,
                 VETO_ROSTER_LAST);
        return VETO_INPUT;
    }
    return VETO_OK;
}

/* ---- what is written ---- */

static void start_head(const struct start *start) {
    struct veto_seat president;
    fputs(
        "# A scenario to start from. What stands behind a # is a note: veto does not read it.\n"
        "# 'veto check FILE' finds mistakes, 'veto play FILE' plays it, and docs/scenarios.md has\n"
        "# all keys.\n\n"
        "veto: 1\n"
        "title: A title of your own\n"
        "about: What is at stake, in a few sentences.\n"
        "hypothetical: true  # its drafts are made up\n"
        "numbers: assumed    # where the leanings come from: no record has set them\n",
        start->out);
    if (strlen(start->date) == strlen("2027")) {
        fprintf(start->out,
                "\n# Who sits. Without a day nobody presides unless 'president' says who."
                "\ncouncil: {composition: %s}\n",
                start->date);
        return;
    }
    fprintf(start->out,
            "\n# The day says who sits, and by which rules the Council decides.\n"
            "date: %s\n",
            start->date);
    if (veto_president_of(start->council.date, &president))
        fprintf(start->out, "# By Rule 18 %s presides: %s.\n", president.code, president.name);
}

/* Permanent members first, with what counts for each. */
static void start_members(const struct start *start, bool permanent) {
    for (unsigned i = 0; i < start->council.count; i++) {
        const struct veto_seat *seat = &start->council.seats[i];
        const char *group = words_group(seat->group);
        if (seat->permanent == permanent)
            fprintf(start->out, "  %s: {%s: 0.5, openness: 0.5}  # %s%s%s\n", seat->code,
                    permanent ? "veto_tendency" : "opposition", seat->name, *group ? ", " : "",
                    group);
    }
}

/* One draft has no number. */
static const char *start_id(const struct start *start, unsigned draft, char id[START_ID]) {
    snprintf(id, START_ID, "draft-%u", draft);
    if (start->drafts == 1)
        id[strlen("draft")] = '\0';
    return id;
}

static void start_draft(const struct start *start, unsigned draft) {
    char id[START_ID];
    fprintf(start->out,
            "  %s:\n    title: What the draft is about\n"
            "    about: What it asks for, in two sentences.\n"
            "    sponsors: []\n"
            "    leanings:\n",
            start_id(start, draft, id));
    for (unsigned i = 0; i < start->council.count; i++)
        fprintf(start->out, "      %s: 0  # %s\n", start->council.seats[i].code,
                start->council.seats[i].name);
}

static void start_write(const struct start *start) {
    char id[START_ID];
    start_head(start);
    fputs("\n# How readily a member that is against votes so, rather than abstain, and how far it\n"
          "# follows those it listens to: 0 to 1.\n"
          "members:\n",
          start->out);
    start_members(start, true);
    start_members(start, false);
    fprintf(
        start->out,
        "\n# Who listens to whom, 0 to 1: the listener first.\n"
        "ties:\n  %s: {%s: 0.1}\n"
        "\n# Leanings: from -1, against, to 1, in favour. Above 0.1 a member is likely in favour.\n"
        "drafts:\n",
        start->council.seats[1].code, start->council.seats[0].code);
    for (unsigned draft = 1; draft <= start->drafts; draft++)
        start_draft(start, draft);
    fputs(
        "\n# The meeting, in order. A statement 'on' a draft moves those who listen to its speaker.\n"
        "programme:\n",
        start->out);
    for (unsigned draft = 1; draft <= start->drafts; draft++)
        fprintf(start->out,
                "  - statement: {by: %s, on: %s, text: What this member says of it.}\n"
                "  - vote: %s\n",
                start->council.seats[0].code, start_id(start, draft, id), id);
    fputs("\n# For the class. A 'safe' one tells nothing of a result, and stands on its sheet.\n"
          "questions:\n"
          "  - {ask: \"Who can stop a draft alone, and who will?\", safe: true}\n",
          start->out);
}

enum veto_status cmd_new(const struct settings *settings) {
    bool named = settings->operand_count > 0;
    struct start start = {.out = settings->out,
                          .date = named ? settings->operands[0] : settings->date,
                          .drafts = (unsigned)settings->drafts};
    if (!start.date || (named && settings->date)) {
        complain("'veto new' needs one day or year, as in 'veto new 2027' or "
                 "'veto new --date 2027-03-15'");
        return VETO_USAGE;
    }
    enum veto_status status = start_find(&start);
    if (status == VETO_OK)
        start_write(&start);
    return status;
}
