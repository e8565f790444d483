#include "report/build.h"
#include "report/power_measures.h"
#include "report/power_parts.h"

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
                             unsigned member, bool exactly) {
    const struct power_member *who = &council->members[member];
    json_t *exact = json_object();
    json_t *object = json_pack("{s:s, s:s, s:b, s:b, s:I}", "id", who->id, "name", who->name,
                               "permanent", who->permanent, "veto", who->veto, "kind",
                               (json_int_t)power_kinds(council)->of[member]);
    for (size_t i = 0; i < power_measure_count; i++) {
        struct power_number number = power_of_member(council, &power_measures[i], member);
        build_set(build, object, power_measures[i].key, decimal(&number));
        build_set(build, exact, power_measures[i].key, fraction(&number));
    }
    if (exactly)
        build_set(build, object, "exact", exact);
    else
        json_decref(exact);
    return object;
}

static void set_act(struct build *build, json_t *object, const char *count, const char *key,
                    const char *exact_key, const struct veto_fraction *act, bool exactly) {
    struct power_number number = {.known = false};
    if (act)
        number = power_number_of(act);
    build_set(build, object, count, act ? natural(&act->numerator) : json_null());
    build_set(build, object, key, decimal(&number));
    if (exactly)
        build_set(build, object, exact_key, fraction(&number));
}

static json_t *each_measure(struct build *build, const struct power_council *council,
                            struct power_number (*of)(const struct power_council *,
                                                      const struct power_measure *),
                            json_t *(*write)(const struct power_number *)) {
    json_t *object = json_object();
    for (size_t i = 0; i < power_measure_count; i++) {
        struct power_number number = of(council, &power_measures[i]);
        build_set(build, object, power_measures[i].key, write(&number));
    }
    return object;
}

static void set_minimal(struct build *build, json_t *object, const struct power_council *council) {
    const struct veto_power *power = council->power;
    bool known = power && power->johnston.numerator;
    build_set(build, object, "minimal_winning_coalitions",
              known ? natural(&power->minimal) : json_null());
    build_set(build, object, "vulnerable_coalitions",
              known ? natural(&power->vulnerable) : json_null());
}

static json_t *council_object(struct build *build, const struct power_council *council,
                              bool exactly) {
    json_t *members = json_array();
    for (unsigned i = 0; i < council->count; i++)
        build_push(build, members, member_object(build, council, i, exactly));
    json_t *object = json_pack("{s:s, s:s, s:o}", "rules", council->name, "title", council->title,
                               "members", members);
    set_act(build, object, "winning_coalitions", "power_to_act", "power_to_act_exact",
            power_act(council), exactly);
    set_act(build, object, "adopted_profiles", "ternary_power_to_act", "ternary_power_to_act_exact",
            power_ternary_act(council), exactly);
    set_minimal(build, object, council);
    build_set(build, object, "gini", each_measure(build, council, power_gini, decimal));
    build_set(build, object, "permanent_share",
              each_measure(build, council, power_permanent_share, decimal));
    if (exactly) {
        build_set(build, object, "gini_exact", each_measure(build, council, power_gini, fraction));
        build_set(build, object, "permanent_share_exact",
                  each_measure(build, council, power_permanent_share, fraction));
    }
    build_set(build, object, "notes", build_texts(build, council->notes, council->note_count));
    return object;
}

/* ---- in a scenario ---- */

static json_t *power_draft_object(struct build *build, const struct power_in *in, size_t draft) {
    const struct veto_scenario *scenario = in->scenario;
    const struct veto_flips *flips = in->flips[draft];
    json_t *chances = json_object();
    for (unsigned i = 0; i < scenario->members_count; i++)
        build_set(build, chances, scenario->members[i].code,
                  flips && flips->has_decisive ? json_real(flips->decisive[i]) : json_null());
    return json_pack("{s:s, s:b, s:o}", "id", scenario->drafts[draft].id, "put", flips != NULL,
                     "decisive", chances);
}

static json_t *in_object(struct build *build, const struct power_in *in) {
    json_t *drafts = json_array();
    for (size_t i = 0; i < in->scenario->draft_count; i++)
        build_push(build, drafts, power_draft_object(build, in, i));
    return json_pack("{s:s, s:o}", "scenario", in->scenario->title, "drafts", drafts);
}

/* ---- all of it ---- */

static json_t *council_array(struct build *build, const struct power_report *report) {
    json_t *councils = json_array();
    for (size_t i = 0; i < report->count; i++)
        build_push(build, councils, council_object(build, &report->councils[i], report->exact));
    return councils;
}

json_t *power_json(struct build *build, const void *subject) {
    const struct power_report *report = subject;
    json_t *object = report->count == 1
                         ? council_object(build, &report->councils[0], report->exact)
                         : json_pack("{s:o}", "councils", council_array(build, report));
    if (report->in)
        build_set(build, object, "in", in_object(build, report->in));
    return object;
}
