/* One vote as a scenario, or all those of a meeting. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/gather.h"
#include "base/text.h"
#include "history/record.h"

/*
 * A leaning from which a ballot follows as the most likely one, by the model of veto/meeting.h with
 * its usual cut points (0.1 and -0.5) and volatility: in favour far above the upper, against far
 * below the lower, and an abstention between them. Assumptions, not data.
 */
static const char *const leanings[] = {
    [VETO_YES] = "0.8", [VETO_NO] = "-0.95", [VETO_ABSTAIN] = "-0.2"};

/* Texts of a history are on one line and safe to print: two signs are left to escape. */
static void write_escaped(FILE *file, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"' || text[i] == '\\')
            putc('\\', file);
        putc(text[i], file);
    }
}

static void write_pair(FILE *file, const char *key, const char *text) {
    if (!text || !*text)
        return;
    fprintf(file, "%s: \"", key);
    write_escaped(file, text, strlen(text));
    fputs("\"\n", file);
}

/* A vote without a draft is named after its meeting, and that is no symbol of a draft. */
static const char *symbol_of_draft(const struct veto_history_vote *vote) {
    bool of_draft = vote->resolution == 0 && *vote->symbol && vote->symbol != vote->meeting;
    return vote->draft ? vote->draft : of_draft ? vote->symbol : NULL;
}

const char *veto_history_called(const struct veto_history_vote *vote) {
    const char *draft = symbol_of_draft(vote);
    return draft ? draft : vote->meeting ? vote->meeting : vote->date_text;
}

/* A scenario has to be called something. */
static void write_title(FILE *file, const char *indent, const struct veto_history_vote *vote) {
    size_t length;
    const char *about = veto_history_about(vote, &length);
    const char *called = veto_history_called(vote);
    if (length == 0)
        about = *called ? called : "A vote without a symbol";
    length = length ? length : strlen(about);
    fprintf(file, "%stitle: \"", indent);
    if (length > 0 && *about >= 'a' && *about <= 'z') { /* as those of no resolution begin */
        putc(*about++ - 'a' + 'A', file);
        length--;
    }
    write_escaped(file, about, length);
    fputs("\"\n", file);
}

/* Ballots that the file of votes does not state, or not there. `named`: there are other votes in
 * the scenario. */
static void write_inferred(FILE *file, const struct veto_history_vote *vote, bool named) {
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        const struct veto_history_ballot *ballot = &vote->ballots[i];
        const struct veto_known_ballot *known = veto_history_known(vote, ballot->code);
        if (ballot->origin == VETO_BALLOT_STATED)
            continue;
        if (named)
            fprintf(file, "# Of the vote on %s:\n", vote->symbol);
        named = false;
        if (ballot->origin == VETO_BALLOT_CORRECTED)
            fprintf(file, "# %s %s (%s%s); the file has '%s'.\n", ballot->code, known->says,
                    known->source, known->one_source ? ", the only source" : "",
                    veto_ballot_word((enum veto_ballot)ballot->stated));
        else if (ballot->origin == VETO_BALLOT_MOVED)
            fprintf(file, "# In the file the ballot of %s stands under %s, which did not sit.\n",
                    ballot->code, ballot->under);
        else
            fprintf(file,
                    "# The ballot of %s is not in the file: only %s agrees with the totals.\n",
                    ballot->code, veto_ballot_word((enum veto_ballot)ballot->ballot));
    }
}

/* ---- what is written ---- */

/* A draft of the scenario. */
struct exported {
    const struct veto_history_item *item;
    const char *why_not; /* it is left out: a clause */
    struct veto_history_seating seating;
    char id[32 + 1];
};

struct exporting {
    FILE *file;
    const struct veto_history_meeting *meeting; /* NULL: of one vote */
    const struct veto_history_vote *first;      /* that is not left out */
    struct exported drafts[VETO_MAX_DRAFTS];
    size_t count;
};

static void write_remarks(const struct exporting *exporting) {
    FILE *file = exporting->file;
    bool several = exporting->count > 1;
    fprintf(
        file,
        "# Made from the record of one %s. The ballots are data; the leanings are assumptions,\n"
        "# chosen so that the most likely ballots are the recorded ones.\n\n",
        several ? "meeting" : "vote");
    if (several && !exporting->meeting->symbol)
        fputs("# The file names no meeting: these are its votes of that day.\n", file);
    for (size_t i = 0; i < exporting->count; i++) {
        const struct exported *draft = &exporting->drafts[i];
        if (draft->why_not)
            fprintf(file, "# Left out: %s, since %s.\n", draft->item->vote->symbol, draft->why_not);
        else
            write_inferred(file, draft->item->vote, several);
    }
}

static void write_head(const struct exporting *exporting) {
    const struct veto_history_vote *vote = exporting->first;
    FILE *file = exporting->file;
    write_remarks(exporting);
    fputs("veto: 1\n", file);
    if (exporting->count == 1)
        write_title(file, "", vote);
    else if (exporting->meeting->symbol)
        fprintf(file, "title: \"The meeting %s of the Security Council\"\n",
                exporting->meeting->symbol);
    else
        fprintf(file, "title: \"Votes of the Security Council on %s\"\n", vote->date_text);
    fprintf(file, "date: %s\n", vote->date_text);
    write_pair(file, "meeting", vote->meeting);
    fputs("numbers: record\n", file);
    fprintf(file, "\ncouncil:\n  composition: %s\n", vote->date_text);
    struct veto_seat seat;
    if (veto_president_of(vote->date, &seat))
        fprintf(file,
                "  # The record does not say who presided; by Rule 18 it was the turn of %s.\n",
                seat.code);
}

/* The leanings of those that voted, or the ballots of those that did not: these are fixed, as no
 * leaning leads to an empty chair. */
static void write_members(FILE *file, const struct veto_history_seating *seating, bool voted) {
    const char *before = voted ? "    leanings: {" : "    ballots: {";
    for (unsigned i = 0; i < seating->composition.count; i++) {
        enum veto_ballot ballot = seating->ballots[i];
        if ((ballot <= VETO_ABSTAIN) != voted)
            continue;
        fprintf(file, "%s%s: %s", before, seating->composition.seats[i].code,
                voted ? leanings[ballot] : veto_ballot_word(ballot));
        before = ", ";
    }
    if (*before == ',')
        fputs("}\n", file);
    else if (voted)
        fprintf(file, "%s}\n", before);
}

/* As resolutions are cited: "S/RES/2334 (2016)", and not "S/RES/2334(2016)". */
static void write_result(FILE *file, const struct veto_history_vote *vote) {
    size_t number = strcspn(vote->symbol, "(");
    const char *year = vote->symbol + number;
    if (vote->resolution == 0)
        return;
    fputs("    result: \"", file);
    write_escaped(file, vote->symbol, number);
    if (*year && number > 0 && year[-1] != ' ')
        putc(' ', file);
    write_escaped(file, year, strlen(year));
    fputs("\"\n", file);
}

/* What the decision is on, by the titles of the public files, where it is not on peace and
 * security: it tells what may follow a veto. */
static const char *matter_of(const struct veto_history_vote *vote) {
    static const struct {
        const char *phrase, *matter;
    } matters[] = {
        {"admission of", "membership"},
        {"for admission", "membership"},
        {"for membership", "membership"},
        {"appointment of the secretary-general", "appointment"},
        {"appointment of secretary-general", "appointment"},
        {"appointed secretary-general", "appointment"},
        {"as secretary-general", "appointment"},
        {"as the secretary-general", "appointment"},
        {"as acting secretary-general", "appointment"},
    };
    for (size_t i = 0; i < sizeof matters / sizeof *matters; i++)
        if (text_find(vote->title, matters[i].phrase))
            return matters[i].matter;
    return NULL;
}

/* The draft that an amendment or a paragraph is of, as far as the file tells. */
static void write_part(const struct exporting *exporting, const struct exported *draft) {
    const struct veto_history_item *item = draft->item;
    bool amends = item->part == VETO_PART_AMENDMENT;
    if (item->part == VETO_PART_UNTOLD)
        fputs("    # One of several votes on this draft: the file does not say on what.\n",
              exporting->file);
    if (item->part != VETO_PART_AMENDMENT && item->part != VETO_PART_PARAGRAPH)
        return;
    for (size_t i = 0; item->of && i < exporting->count; i++)
        if (exporting->drafts[i].item->vote == item->of && !exporting->drafts[i].why_not) {
            fprintf(exporting->file, "    %s: %s\n", amends ? "amends" : "part_of",
                    exporting->drafts[i].id);
            return;
        }
    fprintf(exporting->file, "    # %s: the file does not say of which draft.\n",
            amends ? "An amendment" : "A part of a draft, voted on separately");
}

static void write_draft(const struct exporting *exporting, const struct exported *draft) {
    const struct veto_history_vote *vote = draft->item->vote;
    FILE *file = exporting->file;
    fprintf(file, "  %s:\n", draft->id);
    write_pair(file, "    symbol", symbol_of_draft(vote));
    write_title(file, "    ", vote);
    write_result(file, vote);
    if (exporting->meeting)
        write_part(exporting, draft);
    const char *matter = matter_of(vote);
    if (matter)
        fprintf(file, "    matter: %s\n", matter);
    if (veto_history_procedural(vote))
        fputs("    question: procedural\n", file);
    write_members(file, &draft->seating, true);
    write_members(file, &draft->seating, false);
}

static void write_record(FILE *file, const struct exported *draft) {
    const struct veto_history_seating *seating = &draft->seating;
    fprintf(file, "  %s:\n", draft->id);
    for (int ballot = 0; ballot < VETO_BALLOTS; ballot++) {
        const char *comma = "";
        for (unsigned i = 0; i < seating->composition.count; i++) {
            if ((int)seating->ballots[i] != ballot)
                continue;
            if (!*comma)
                fprintf(file, "    %s: [", veto_ballot_word((enum veto_ballot)ballot));
            fprintf(file, "%s%s", comma, seating->composition.seats[i].code);
            comma = ", ";
        }
        if (*comma)
            fputs("]\n", file);
    }
}

/* ---- which drafts ---- */

const char *veto_history_why_not(const struct veto_history_vote *vote,
                                 struct veto_history_seating *seating) {
    if (vote->without_vote)
        return "it was adopted without a vote, and there are no ballots";
    if (!veto_history_seat(vote, seating))
        return "no Council is known for its date";
    if (seating->unknown)
        return "not all ballots are on record";
    return NULL;
}

/* What a vote without a document was on need not be a draft. Of several, each is called by its
 * place in the meeting. */
static void take_drafts(struct exporting *exporting, const struct veto_history_item *items,
                        size_t count) {
    exporting->count = count;
    for (size_t i = 0; i < count; i++) {
        struct exported *draft = &exporting->drafts[i];
        const struct veto_history_vote *vote = items[i].vote;
        draft->item = &items[i];
        draft->why_not = veto_history_why_not(vote, &draft->seating);
        if (!draft->why_not && exporting->first && vote->date.year != exporting->first->date.year)
            draft->why_not = "it is of another year, and so of another Council";
        const char *what = symbol_of_draft(vote) || vote->resolution > 0 ? "draft" : "proposal";
        snprintf(draft->id, sizeof draft->id, count == 1 ? "%s" : "%s-%d", what, (int)i + 1);
        if (!draft->why_not && !exporting->first)
            exporting->first = vote;
    }
}

static enum veto_status export_items(char **yaml, const char **why, struct exporting *exporting,
                                     const struct veto_history_item *items, size_t count) {
    struct gather gather;
    if (count > VETO_MAX_DRAFTS) {
        *why = "there were more votes than a scenario holds drafts";
        return VETO_INPUT;
    }
    take_drafts(exporting, items, count);
    if (!exporting->first) {
        *why = exporting->drafts[0].why_not;
        return VETO_INPUT;
    }
    if (!gather_open(&gather))
        return VETO_SYSTEM;
    exporting->file = gather.file;
    write_head(exporting);
    fputs("\ndrafts:\n", exporting->file);
    for (size_t i = 0; i < count; i++)
        if (!exporting->drafts[i].why_not)
            write_draft(exporting, &exporting->drafts[i]);
    fputs("\nrecorded:\n", exporting->file);
    for (size_t i = 0; i < count; i++)
        if (!exporting->drafts[i].why_not)
            write_record(exporting->file, &exporting->drafts[i]);
    if (!gather_close(&gather))
        return VETO_SYSTEM;
    *yaml = gather.bytes;
    return VETO_OK;
}

static enum veto_status export_all(char **yaml, const char **why,
                                   const struct veto_history_meeting *meeting,
                                   const struct veto_history_item *items, size_t count) {
    struct exporting *exporting = calloc(1, sizeof *exporting);
    if (!exporting)
        return VETO_SYSTEM;
    exporting->meeting = meeting;
    enum veto_status status = export_items(yaml, why, exporting, items, count);
    free(exporting);
    return status;
}

enum veto_status veto_history_export(char **yaml, const char **why,
                                     const struct veto_history_vote *vote) {
    struct veto_history_item item = {.vote = vote};
    return export_all(yaml, why, NULL, &item, 1);
}

enum veto_status veto_history_export_meeting(char **yaml, const char **why,
                                             const struct veto_history_meeting *meeting) {
    return export_all(yaml, why, meeting, meeting->items, meeting->count);
}
