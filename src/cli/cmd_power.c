#include "cli/command.h"
#include "cli/power_load.h"

/* Everything that has to be freed, whatever happens. */
struct work {
    struct arena arena;
    const struct settings *settings;
    struct power_loaded *loaded; /* one an operand, and one for --in */
    size_t count;
    struct veto_meeting *meeting;
    struct veto_flips *flips[VETO_MAX_DRAFTS];
    enum veto_status status;
};

/* ---- wrong usage ---- */

static enum veto_status check_usage(const struct settings *settings) {
    const char *other = settings->format == REPORT_JSON  ? "json"
                        : settings->format == REPORT_CSV ? "csv"
                        : settings->exact                ? "exact"
                                                         : NULL;
    if (settings->operand_count == 0 && !settings->in)
        complain("'veto power' needs rules, as in 'veto power charter-1965' or 'veto power 2016'; "
                 "'veto power --help' shows the rest");
    else if (settings->bars && other)
        complain("'--bars' and '--%s' do not go together", other);
    else if (settings->bars && settings->in)
        complain("'--bars' draws the power under rules, and not that of '--in'");
    else if (settings->format == REPORT_CSV && settings->in && settings->operand_count > 0)
        complain("'--csv' writes one table: with '--in' it takes no other rules");
    else
        return VETO_OK;
    return VETO_USAGE;
}

/* ---- in a scenario ---- */

static enum veto_status find_in(struct work *work, struct power_in *in) {
    const struct power_loaded *loaded = &work->loaded[work->count - 1];
    if (!loaded->has_drafts) {
        complain("'--in' needs a scenario with drafts, and '%s' has none", work->settings->in);
        return VETO_INPUT;
    }
    if (veto_meeting_play(&work->meeting, loaded->scenario, VETO_EXPECTED, 1) != VETO_OK)
        return out_of_memory();
    enum veto_status status = find_all_flips(work->flips, work->meeting, true);
    *in = (struct power_in){loaded->scenario, (const struct veto_flips *const *)work->flips,
                            &loaded->council, loaded->council.said};
    if (work->settings->operand_count == 0)
        in->said.set_count = 0; /* it stands at its own Council */
    return status;
}

/* ---- all of it ---- */

static enum veto_status load_all(struct work *work) {
    const struct settings *settings = work->settings;
    enum veto_status worst = VETO_OK;
    bool changeable = settings->override_count == 0;
    size_t room = settings->operand_count + (settings->in != NULL);
    work->loaded = arena_array(&work->arena, struct power_loaded, room);
    for (size_t i = 0; i < room && worst != VETO_SYSTEM; i++) {
        struct power_loaded *loaded = &work->loaded[work->count++];
        loaded->arena = &work->arena;
        loaded->settings = settings;
        loaded->in = i == settings->operand_count;
        enum veto_status status =
            power_load(loaded, loaded->in ? settings->in : settings->operands[i]);
        worst = status > worst ? status : worst;
        changeable |= loaded->changeable;
    }
    if (worst != VETO_OK || changeable)
        return worst;
    /* an override that nothing takes would be lost in silence */
    complain("'--set' changes scenarios and Councils of a year, and there is none here");
    return VETO_USAGE;
}

static void work_on(void *context) {
    struct work *work = context;
    const struct settings *settings = work->settings;
    struct power_in in;
    work->status = load_all(work);
    if (work->status == VETO_OK && settings->in)
        work->status = find_in(work, &in);
    if (work->status != VETO_OK)
        return;
    /* --in alone is about its own Council too */
    size_t count = settings->operand_count > 0 ? settings->operand_count : 1;
    struct power_council *councils = arena_array(&work->arena, struct power_council, count);
    for (size_t i = 0; i < count; i++)
        councils[i] = work->loaded[i].council;
    if (count == 1 && work->loaded->changeable) { /* the page says it of the whole */
        settings = work->loaded->settings;
        councils->said.set_count = 0;
    }
    struct power_report report = {
        .councils = councils,
        .count = count,
        .in = settings->in ? &in : NULL,
        .exact = settings->exact,
    };
    work->status =
        write_report(settings, settings->bars ? &report_power_bars : &report_power, &report);
}

enum veto_status cmd_power(const struct settings *settings) {
    struct work work = {.settings = settings};
    enum veto_status status = check_usage(settings);
    if (status != VETO_OK)
        return status;
    if (!arenas_try(&work.arena, NULL, work_on, &work))
        work.status = out_of_memory();
    free_flips(work.flips);
    veto_meeting_free(work.meeting);
    for (size_t i = 0; i < work.count; i++)
        power_unload(&work.loaded[i]);
    arena_free(&work.arena);
    return work.status;
}
