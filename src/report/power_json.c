#include <jansson.h>
#include <stdlib.h>

#include "report/power_measures.h"

/* Jansson's calls fail one by one, when memory runs out. What fails is missed once, at the end. */
struct build {
    const struct power_report *report;
    bool failed;
};

static void set(struct build *build, json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, value) != 0)
        build->failed = true;
}

static void push(struct build *build, json_t *array, json_t *value) {
    if (json_array_append_new(array, value) != 0)
        build->failed = true;
}

/* ---- numbers ---- */

static json_t *decimal(const struct power_number *number) {
    return number->known ? json_real(number->value) : json_null();
}

static json_t *fraction(const struct power_number *number) {
    char text[VETO_FRACTION_TEXT];
    if (!number->known || !number->exact)
        return json_null();
    veto_fraction_text(&number->fraction, text);
    return json_string(text);
}

/* A number as long as every program reads it, which is up to 2^53; above it, its digits as a
 * text. */
static json_t *natural(const struct veto_natural *number) {
    char text[VETO_NATURAL_TEXT];
    if (number->words == 0)
        return json_integer(0);
    if (number->words == 1 && number->word[0] <= (uint64_t)1 << 53)
        return json_integer((json_int_t)number->word[0]);
    veto_natural_text(number, text);
    return json_string(text);
}

/* ---- one Council ---- */

static json_t *member_object(struct build *build, const struct power_council *council,
                             unsigned member) {
    const struct power_member *who = &council->members[member];
    json_t *object = json_object(), *exact = json_object();
    set(build, object, "id", json_string(who->id));
    set(build, object, "name", json_string(who->name));
    set(build, object, "permanent", json_boolean(who->permanent));
    set(build, object, "veto", json_boolean(who->veto));
    set(build, object, "kind", json_integer(power_kinds(council)->of[member]));
    for (size_t i = 0; i < power_measure_count; i++) {
        struct power_number number = power_of_member(council, &power_measures[i], member);
        set(build, object, power_measures[i].key, decimal(&number));
        set(build, exact, power_measures[i].key, fraction(&number));
    }
    if (build->report->exact)
        set(build, object, "exact", exact);
    else
        json_decref(exact);
    return object;
}

static void set_act(struct build *build, json_t *object, const char *count, const char *key,
                    const char *exact_key, const struct veto_fraction *act) {
    struct power_number number = {.known = false};
    if (act)
        number = power_number_of(act);
    set(build, object, count, act ? natural(&act->numerator) : json_null());
    set(build, object, key, decimal(&number));
    if (build->report->exact)
        set(build, object, exact_key, fraction(&number));
}

static json_t *each_measure(struct build *build, const struct power_council *council,
                            struct power_number (*of)(const struct power_council *,
                                                      const struct power_measure *),
                            json_t *(*write)(const struct power_number *)) {
    json_t *object = json_object();
    for (size_t i = 0; i < power_measure_count; i++) {
        struct power_number number = of(council, &power_measures[i]);
        set(build, object, power_measures[i].key, write(&number));
    }
    return object;
}

static void set_minimal(struct build *build, json_t *object, const struct power_council *council) {
    const struct veto_power *power = council->power;
    bool known = power && power->johnston.numerator;
    set(build, object, "minimal_winning_coalitions",
        known ? natural(&power->minimal) : json_null());
    set(build, object, "vulnerable_coalitions", known ? natural(&power->vulnerable) : json_null());
}

static json_t *council_object(struct build *build, const struct power_council *council) {
    json_t *object = json_object(), *members = json_array(), *notes = json_array();
    set(build, object, "rules", json_string(council->name));
    set(build, object, "title", json_string(council->title));
    for (unsigned i = 0; i < council->count; i++)
        push(build, members, member_object(build, council, i));
    set(build, object, "members", members);
    set_act(build, object, "winning_coalitions", "power_to_act", "power_to_act_exact",
            power_act(council));
    set_act(build, object, "adopted_profiles", "ternary_power_to_act", "ternary_power_to_act_exact",
            power_ternary_act(council));
    set_minimal(build, object, council);
    set(build, object, "gini", each_measure(build, council, power_gini, decimal));
    set(build, object, "permanent_share",
        each_measure(build, council, power_permanent_share, decimal));
    if (build->report->exact) {
        set(build, object, "gini_exact", each_measure(build, council, power_gini, fraction));
        set(build, object, "permanent_share_exact",
            each_measure(build, council, power_permanent_share, fraction));
    }
    for (size_t i = 0; i < council->note_count; i++)
        push(build, notes, json_string(council->notes[i]));
    set(build, object, "notes", notes);
    return object;
}

/* ---- in a scenario ---- */

static json_t *draft_object(struct build *build, const struct power_in *in, size_t draft) {
    const struct veto_scenario *scenario = in->scenario;
    const struct veto_flips *flips = in->flips[draft];
    json_t *object = json_object(), *chances = json_object();
    set(build, object, "id", json_string(scenario->drafts[draft].id));
    set(build, object, "put", json_boolean(flips != NULL));
    for (unsigned i = 0; i < scenario->members_count; i++)
        set(build, chances, scenario->members[i].code,
            flips && flips->has_decisive ? json_real(flips->decisive[i]) : json_null());
    set(build, object, "decisive", chances);
    return object;
}

static json_t *in_object(struct build *build, const struct power_in *in) {
    json_t *object = json_object(), *drafts = json_array();
    set(build, object, "scenario", json_string(in->scenario->title));
    for (size_t i = 0; i < in->scenario->draft_count; i++)
        push(build, drafts, draft_object(build, in, i));
    set(build, object, "drafts", drafts);
    return object;
}

/* ---- all of it ---- */

static json_t *report_object(struct build *build) {
    const struct power_report *report = build->report;
    json_t *object;
    if (report->count == 1) {
        object = council_object(build, &report->councils[0]);
    } else {
        json_t *councils = json_array();
        object = json_object();
        for (size_t i = 0; i < report->count; i++)
            push(build, councils, council_object(build, &report->councils[i]));
        set(build, object, "councils", councils);
    }
    if (report->in)
        set(build, object, "in", in_object(build, report->in));
    return object;
}

enum veto_status report_power_json(FILE *file, const struct power_report *report) {
    struct build build = {report, false};
    json_t *object = report_object(&build);
    bool written = !build.failed &&
                   json_dumpf(object, file, JSON_INDENT(2) | JSON_PRESERVE_ORDER) == 0 &&
                   putc('\n', file) != EOF;
    json_decref(object);
    return written ? VETO_OK : VETO_SYSTEM;
}
