/* One vote as a scenario. */
#include <errno.h>
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
    [VETO_YES] = "0.8",
    [VETO_NO] = "-0.95",
    [VETO_ABSTAIN] = "-0.2",
};

/* Texts of a history are on one line and safe to print: two signs are left to escape. */
static void write_escaped(FILE *file, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"' || text[i] == '\\')
            putc('\\', file);
        putc(text[i], file);
    }
}

static void write_text(FILE *file, const char *text) {
    putc('"', file);
    write_escaped(file, text, strlen(text));
    putc('"', file);
}

static void write_pair(FILE *file, const char *key, const char *text) {
    if (!text || !*text)
        return;
    fprintf(file, "%s: ", key);
    write_text(file, text);
    putc('\n', file);
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
    if (length > 0 && *about >= 'a' &&
        *about <= 'z') { /* as titles that name no resolution begin */
        putc(*about++ - 'a' + 'A', file);
        length--;
    }
    write_escaped(file, about, length);
    fputs("\"\n", file);
}

/* What the file of votes does not state, or not there. */
static void write_inferred(FILE *file, const struct veto_history_vote *vote) {
    for (unsigned i = 0; i < vote->ballot_count; i++) {
        const struct veto_history_ballot *ballot = &vote->ballots[i];
        const struct veto_known_ballot *known = veto_history_known(vote, ballot->code);
        if (ballot->origin == VETO_BALLOT_CORRECTED)
            fprintf(file, "# %s %s (%s%s); the file has '%s'.\n", ballot->code, known->says,
                    known->source, known->one_source ? ", the only source" : "",
                    veto_ballot_word((enum veto_ballot)ballot->stated));
        else if (ballot->origin == VETO_BALLOT_MOVED)
            fprintf(file, "# In the file the ballot of %s stands under %s, which did not sit.\n",
                    ballot->code, ballot->under);
        else if (ballot->origin != VETO_BALLOT_STATED)
            fprintf(file,
                    "# The ballot of %s is not in the file: only %s agrees with the totals.\n",
                    ballot->code, veto_ballot_word((enum veto_ballot)ballot->ballot));
    }
    fputs("veto: 1\n", file);
}

static void write_head(FILE *file, const struct veto_history_vote *vote) {
    fputs(
        "# Made from the record of one vote. The ballots are data; the leanings are assumptions,\n"
        "# chosen so that the most likely ballots are the recorded ones.\n\n",
        file);
    write_inferred(file, vote);
    write_title(file, "", vote);
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

static void write_leanings(FILE *file, const struct veto_history_seating *seating) {
    const char *comma = "";
    fputs("    leanings: {", file);
    for (unsigned i = 0; i < seating->composition.count; i++) {
        if (seating->ballots[i] > VETO_ABSTAIN)
            continue;
        fprintf(file, "%s%s: %s", comma, seating->composition.seats[i].code,
                leanings[seating->ballots[i]]);
        comma = ", ";
    }
    fputs("}\n", file);
}

/* Who did not vote is fixed: no leaning leads to an empty chair. */
static void write_ballots(FILE *file, const struct veto_history_seating *seating) {
    const char *open = "    ballots: {";
    for (unsigned i = 0; i < seating->composition.count; i++) {
        if (seating->ballots[i] <= VETO_ABSTAIN)
            continue;
        fprintf(file, "%s%s: %s", open, seating->composition.seats[i].code,
                veto_ballot_word(seating->ballots[i]));
        open = ", ";
    }
    if (*open == ',')
        fputs("}\n", file);
}

/* What a vote without a document was on need not be a draft. */
static void write_id(FILE *file, const struct veto_history_vote *vote) {
    fputs(symbol_of_draft(vote) || vote->resolution > 0 ? "draft" : "proposal", file);
}

/* As resolutions are cited: "S/RES/2334 (2016)", and not "S/RES/2334(2016)". */
static void write_result(FILE *file, const struct veto_history_vote *vote) {
    const char *year = strchr(vote->symbol, '(');
    if (vote->resolution == 0)
        return;
    if (!year || year == vote->symbol || year[-1] == ' ') {
        write_pair(file, "    result", vote->symbol);
        return;
    }
    fputs("    result: \"", file);
    write_escaped(file, vote->symbol, (size_t)(year - vote->symbol));
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

static void write_draft(FILE *file, const struct veto_history_vote *vote,
                        const struct veto_history_seating *seating) {
    fputs("\ndrafts:\n  ", file);
    write_id(file, vote);
    fputs(":\n", file);
    write_pair(file, "    symbol", symbol_of_draft(vote));
    write_title(file, "    ", vote);
    write_result(file, vote);
    const char *matter = matter_of(vote);
    if (matter)
        fprintf(file, "    matter: %s\n", matter);
    if (veto_history_procedural(vote))
        fputs("    question: procedural\n", file);
    write_leanings(file, seating);
    write_ballots(file, seating);
}

static void write_record(FILE *file, const struct veto_history_vote *vote,
                         const struct veto_history_seating *seating) {
    fputs("\nrecorded:\n  ", file);
    write_id(file, vote);
    fputs(":\n", file);
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

enum veto_status veto_history_export(char **yaml, const char **why,
                                     const struct veto_history_vote *vote) {
    struct veto_history_seating seating;
    const char *reason = veto_history_why_not(vote, &seating);
    if (reason) {
        *why = reason;
        return VETO_INPUT;
    }
    struct gather gather;
    if (!gather_open(&gather))
        return VETO_SYSTEM;
    write_head(gather.file, vote);
    write_draft(gather.file, vote, &seating);
    write_record(gather.file, vote, &seating);
    if (!gather_close(&gather))
        return VETO_SYSTEM;
    *yaml = gather.bytes;
    return VETO_OK;
}
