#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "report/power_measures.h"

struct job {
    FILE *file;
    const struct power_report *report;
    struct arena *arena;
};

/* RFC 4180: in quotation marks where it must be. */
static void put_text(FILE *file, const char *text) {
    if (text[strcspn(text, ",\"\r\n")] == '\0') {
        fputs(text, file);
        return;
    }
    putc('"', file);
    for (; *text; text++) {
        if (*text == '"')
            putc('"', file);
        putc(*text, file);
    }
    putc('"', file);
}

static void put_number(const struct job *job, const struct power_number *number) {
    putc(',', job->file);
    if (!number->known)
        return;
    if (job->report->exact && number->exact)
        fputs(power_number_text(job->arena, number, true), job->file);
    else
        fprintf(job->file, "%.17g", number->value);
}

static void put_act(const struct job *job, const struct veto_fraction *act) {
    struct power_number number = {.known = false};
    if (act)
        number = power_number_of(act);
    put_number(job, &number);
}

static const char *flag(bool set) {
    return set ? "true" : "false";
}

static void write_member(const struct job *job, const struct power_council *council,
                         unsigned member) {
    const struct power_member *who = &council->members[member];
    put_text(job->file, council->name);
    putc(',', job->file);
    put_text(job->file, who->id);
    putc(',', job->file);
    put_text(job->file, who->name);
    fprintf(job->file, ",%s,%s", flag(who->permanent), flag(who->veto));
    for (size_t i = 0; i < power_measure_count; i++) {
        struct power_number number = power_of_member(council, &power_measures[i], member);
        put_number(job, &number);
    }
    put_act(job, power_act(council));
    put_act(job, power_ternary_act(council));
    putc('\n', job->file);
}

static void write_members(const struct job *job) {
    fputs("council,id,name,permanent,veto", job->file);
    for (size_t i = 0; i < power_measure_count; i++)
        fprintf(job->file, ",%s", power_measures[i].key);
    fputs(",power_to_act,ternary_power_to_act\n", job->file);
    for (size_t i = 0; i < job->report->count; i++)
        for (unsigned member = 0; member < job->report->councils[i].count; member++)
            write_member(job, &job->report->councils[i], member);
}

static void write_in(const struct job *job) {
    const struct power_in *in = job->report->in;
    const struct veto_scenario *scenario = in->scenario;
    fputs("draft,id,name,decisive\n", job->file);
    for (size_t draft = 0; draft < scenario->draft_count; draft++)
        for (unsigned member = 0; member < scenario->members_count; member++) {
            const struct veto_flips *flips = in->flips[draft];
            struct power_number number = {.known = flips && flips->has_decisive};
            if (number.known)
                number.value = flips->decisive[member];
            fprintf(job->file, "%s,%s,", scenario->drafts[draft].id,
                    scenario->members[member].code);
            put_text(job->file, scenario->members[member].name);
            put_number(job, &number);
            putc('\n', job->file);
        }
}

static void write_csv(void *context) {
    const struct job *job = context;
    if (job->report->in)
        write_in(job);
    else
        write_members(job);
}

enum veto_status report_power_csv(FILE *file, const struct power_report *report) {
    struct arena arena = {0};
    struct job job = {file, report, &arena};
    bool done = arenas_try(&arena, NULL, write_csv, &job);
    arena_free(&arena);
    return done && !ferror(file) ? VETO_OK : VETO_SYSTEM;
}
