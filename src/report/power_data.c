/* Voting power for programs: as JSON, and as tables for CSV. */
#include "base/arena.h"
#include "report/build.h"
#include "report/power.h"

/* ---- numbers ---- */

/* As a decimal, or as the text of a fraction; null where it is not known, or not as one. */
static json_t *number_json(struct power_number number, bool fraction) {
    char text[VETO_FRACTION_TEXT];
    if (!number.known || (fraction && !number.exact))
        return json_null();
    if (!fraction)
        return json_real(number.value);
    veto_fraction_text(&number.fraction, text);
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

static void say(struct build *build, json_t *object, const struct power_said *said) {
    build_changed(build, object, said->set, said->set_count);
    if (said->hypothetical)
        build_set(build, object, "hypothetical", json_true());
}

/* ---- one Council ---- */

static json_t *member_object(struct build *build, const struct power_council *council,
                             unsigned member, bool exactly) {
    const struct power_member *who = &council->members[member];
    json_t *exact = exactly ? json_object() : NULL;
    json_t *object = json_pack("{s:s, s:s, s:b, s:b, s:I}", "id", who->id, "name", who->name,
                               "permanent", who->permanent, "veto", who->veto, "kind",
                               (json_int_t)power_kinds(council)->of[member]);
    for (size_t i = 0; i < power_measure_count; i++) {
        struct power_number number = power_of_member(council, &power_measures[i], member);
        build_set(build, object, power_measures[i].key, number_json(number, false));
        if (exactly)
            build_set(build, exact, power_measures[i].key, number_json(number, true));
    }
    if (exactly)
        build_set(build, object, "exact", exact);
    return object;
}

static void set_act(struct build *build, json_t *object, const char *count, const char *key,
                    const char *exact_key, struct power_number act, bool exactly) {
    build_set(build, object, count, act.known ? natural(&act.fraction.numerator) : json_null());
    build_set(build, object, key, number_json(act, false));
    if (exactly)
        build_set(build, object, exact_key, number_json(act, true));
}

static json_t *each_measure(struct build *build, const struct power_council *council,
                            power_number_of *of, bool fraction) {
    json_t *object = json_object();
    for (size_t i = 0; i < power_measure_count; i++)
        build_set(build, object, power_measures[i].key,
                  number_json(of(council, &power_measures[i]), fraction));
    return object;
}

static json_t *council_object(struct build *build, const struct power_council *council,
                              bool exactly) {
    const struct veto_power *power = council->power;
    bool minimal = power && power->johnston.numerator;
    json_t *members = json_array();
    for (unsigned i = 0; i < council->count; i++)
        build_push(build, members, member_object(build, council, i, exactly));
    json_t *object = json_pack("{s:s, s:s, s:o}", "rules", council->name, "title", council->title,
                               "members", members);
    set_act(build, object, "winning_coalitions", "power_to_act", "power_to_act_exact",
            power_act(council), exactly);
    set_act(build, object, "adopted_profiles", "ternary_power_to_act", "ternary_power_to_act_exact",
            power_ternary_act(council), exactly);
    build_set(build, object, "minimal_winning_coalitions",
              minimal ? natural(&power->minimal) : json_null());
    build_set(build, object, "vulnerable_coalitions",
              minimal ? natural(&power->vulnerable) : json_null());
    build_set(build, object, "gini", each_measure(build, council, power_gini, false));
    build_set(build, object, "permanent_share",
              each_measure(build, council, power_permanent_share, false));
    if (exactly) {
        build_set(build, object, "gini_exact", each_measure(build, council, power_gini, true));
        build_set(build, object, "permanent_share_exact",
                  each_measure(build, council, power_permanent_share, true));
    }
    build_set(build, object, "notes", build_texts(build, council->notes, council->note_count));
    say(build, object, &council->said);
    return object;
}

/* ---- all of it ---- */

static json_t *in_object(struct build *build, const struct power_in *in) {
    const struct veto_scenario *scenario = in->scenario;
    json_t *drafts = json_array();
    for (size_t draft = 0; draft < scenario->draft_count; draft++) {
        json_t *chances = json_object();
        for (unsigned i = 0; i < scenario->members_count; i++)
            build_set(build, chances, scenario->members[i].code,
                      number_json(power_decisive(in->flips[draft], i), false));
        build_push(build, drafts,
                   json_pack("{s:s, s:b, s:o}", "id", scenario->drafts[draft].id, "put",
                             in->flips[draft] != NULL, "decisive", chances));
    }
    json_t *object = json_pack("{s:s, s:o}", "scenario", scenario->title, "drafts", drafts);
    say(build, object, &in->said);
    return object;
}

json_t *power_json(struct build *build, const void *subject) {
    const struct power_report *report = subject;
    json_t *councils = json_array(), *object;
    for (size_t i = 0; i < report->count; i++)
        build_push(build, councils, council_object(build, &report->councils[i], report->exact));
    if (report->count == 1) {
        object = json_incref(json_array_get(councils, 0));
        json_decref(councils);
    } else {
        object = json_pack("{s:o}", "councils", councils);
    }
    if (report->in)
        build_set(build, object, "in", in_object(build, report->in));
    return object;
}

/* ---- CSV ---- */

enum { FIXED = 5 }; /* columns before the measures */

static const char *number_data(struct page *page, struct power_number number, bool exact) {
    if (!number.known)
        return "";
    return exact && number.exact ? power_number_text(page->arena, number, true)
                                 : page_number(page, number.value);
}

static void add_member(struct page *page, struct page_table *table,
                       const struct power_council *council, unsigned member, bool exact) {
    const struct power_member *who = &council->members[member];
    struct page_cell *row =
        table_texts(table, council->name, who->id, who->name, who->permanent ? "true" : "false",
                    who->veto ? "true" : "false") +
        FIXED;
    for (size_t i = 0; i < power_measure_count; i++)
        row[i].text =
            number_data(page, power_of_member(council, &power_measures[i], member), exact);
    row[power_measure_count].text = number_data(page, power_act(council), exact);
    row[power_measure_count + 1].text = number_data(page, power_ternary_act(council), exact);
}

static void add_in(struct page *page, const struct power_in *in) {
    const struct veto_scenario *scenario = in->scenario;
    struct page_table *table = page_data(page, "draft", "id", "name", "decisive");
    for (size_t draft = 0; draft < scenario->draft_count; draft++)
        for (unsigned i = 0; i < scenario->members_count; i++)
            table_texts(table, scenario->drafts[draft].id, scenario->members[i].code,
                        scenario->members[i].name,
                        number_data(page, power_decisive(in->flips[draft], i), false));
}

void power_add_data(struct page *page, const struct power_report *report) {
    static const char *const fixed[FIXED] = {"council", "id", "name", "permanent", "veto"};
    size_t count = FIXED + power_measure_count + 2;
    const char **keys = arena_array(page->arena, const char *, count);
    if (report->in) {
        add_in(page, report->in);
        return;
    }
    for (size_t i = 0; i < FIXED + power_measure_count; i++)
        keys[i] = i < FIXED ? fixed[i] : power_measures[i - FIXED].key;
    keys[count - 2] = "power_to_act";
    keys[count - 1] = "ternary_power_to_act";
    struct page_table *table = page_data_table(page, keys, count);
    for (size_t i = 0; i < report->count; i++)
        for (unsigned member = 0; member < report->councils[i].count; member++)
            add_member(page, table, &report->councils[i], member, report->exact);
}
