#include "veto/scenario.h"

#include <string.h>

#include "base/owned.h"
#include "base/text.h"
#include "scenario/schema.h"
#include "scenario/text.h"
#include "yaml/override.h"

/* ---- the file as a whole ---- */

static void decode_version(struct decoder *decoder, const struct node *node, void *target) {
    (void)target;
    if ((node->kind == NODE_SCALAR && strcmp(node->text, "1") == 0) || decode_plain(decoder, node))
        return;
    bool text = node->kind == NODE_SCALAR;
    diagnose(decoder->list, node->at, "this program reads version 1 of the format, not '%s'",
             text ? node->text : node_kind_name(node));
    diagnose_hint(decoder->list,
                  text && memchr(node->text, ' ', node->length)
                      ? "the next line is indented: all keys start in the same column"
                      : "veto: 1");
}

static void decode_date(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_scenario *scenario = target;
    if (node->kind == NODE_SCALAR && veto_date_parse(node->text, &scenario->date)) {
        scenario->date_text = arena_copy(decoder->arena, node->text, node->length);
        return;
    }
    if (decode_plain(decoder, node))
        return;
    decode_refuse(decoder, node, "date", "a day as YYYY-MM-DD");
    struct veto_date meant;
    if (node->kind == NODE_SCALAR)
        hint_date(decoder, node->text, &meant);
    else if (node->kind == NODE_SEQUENCE)
        diagnose_hint(decoder->list, "as in 2016-10-08");
}

static const char *const numbers_words[] = {
    [VETO_NUMBERS_UNSAID] = "unsaid",
    [VETO_NUMBERS_RECORD] = "record",
    [VETO_NUMBERS_ASSUMED] = "assumed",
    [VETO_NUMBERS_FITTED] = "fitted",
    NULL,
};

#define AT(member) offsetof(struct veto_scenario, member)

static const struct field fields[] = {
    {"veto", FIELD_OTHER, true, .decode = decode_version, .json = "{\"const\": 1}", .shape = "1",
     .example = "1", .about = "version of the format"},
    {"title", FIELD_TEXT, true, AT(title), .example = "Two drafts on Aleppo",
     .about = "what the scenario is called"},
    {"about", FIELD_PROSE, .offset = AT(about), .example = "\"What was at stake.\"",
     .about = "a paragraph for the title screen"},
    {"date", FIELD_OTHER, .decode = decode_date, .json = JSON_DAY, .shape = "day, YYYY-MM-DD",
     .example = "2016-10-08", .about = "day of the meeting"},
    {"meeting", FIELD_TEXT, .offset = AT(meeting), .example = "S/PV.7785",
     .about = "symbol of the meeting's record"},
    {"hypothetical", FIELD_FLAG, .offset = AT(hypothetical), .fallback = "false", .example = "true",
     .about = "whether its drafts are made up; its title says so then"},
    {"numbers", FIELD_WORD, .offset = AT(numbers), .words = numbers_words, .fallback = "unsaid",
     .example = "record",
     .about =
         "where leanings, kinds, tendencies and ties come from: set so that the recorded ballots "
         "are the most likely ones, assumed, or fitted to data; `unsaid` where nobody has said it"},
    {"sources", FIELD_MAPPING, .decode = decode_sources, .nest = NEST_MAP, .of = &reference_record,
     .shape = "mapping of name to source",
     .example = "{record: {title: \"Record of the 7785th meeting\"}}",
     .about = "where statements and events come from"},
    {"council", FIELD_OTHER, .decode = decode_council, .nest = NEST_ONE, .of = &council_record,
     .shape = "mapping", .fallback = "the Council of `date`",
     .example = "{composition: 2016, president: RUS}",
     .about = "who sits, and by which rules it decides"},
    {"members", FIELD_OTHER, .decode = decode_elsewhere, .nest = NEST_MAP, .of = &member_record,
     .shape = "mapping of code to member", .example = "{RUS: {veto_tendency: 0.98}}",
     .about = "what this scenario says about members of the composition"},
    {"ties", FIELD_MAPPING, .decode = decode_ties, .json = JSON_MAP(JSON_NUMBERS("0", "1")),
     .shape = "mapping of listener to speaker to number, 0 to 1", .fallback = "0",
     .example = "{SEN: {FRA: 0.5}}", .about = "how far the first listens to the second"},
    {"blocs", FIELD_MAPPING, .decode = decode_blocs, .nest = NEST_MAP, .of = &bloc_record,
     .shape = "mapping of name to bloc",
     .example = "{p3: {members: [FRA, GBR, USA], cohesion: 0.8}}",
     .about = "members whose opinions vary together"},
    {"drafts", FIELD_MAPPING, true, .decode = decode_drafts, .nest = NEST_MAP, .of = &draft_record,
     .shape = "mapping of name to draft",
     .example = "{french: {title: \"Cessation of bombardment\"}}",
     .about = "the draft resolutions, at most 32"},
    {"beforehand", FIELD_OTHER, .decode = decode_beforehand, .nest = NEST_LIST, .of = &early_record,
     .shape = "list of statements, events, withdrawals and revivals",
     .example = "[{event: {text: \"The cease-fire breaks down.\"}}]",
     .about = "what was said and what happened before the President opens the meeting"},
    {"programme", FIELD_OTHER, .decode = decode_programme, .nest = NEST_LIST, .of = &item_record,
     .shape = "list of items",
     .fallback = "a vote on each draft in the order of the file, after those on what bears on it",
     .example = "[{vote: french}]", .about = "the meeting, in order"},
    {"recorded", FIELD_MAPPING, .decode = decode_recorded, .nest = NEST_MAP, .of = &recorded_record,
     .shape = "mapping of draft to recorded vote", .example = "{french: {yes: [FRA], no: [RUS]}}",
     .about = "how the members really voted"},
    {"questions", FIELD_LIST, .decode = decode_questions, .nest = NEST_LIST, .of = &question_record,
     .shape = "list of questions", .example = "[{before: french, ask: \"Who will veto?\"}]",
     .about = "for the class, asked before a vote"},
    {"lesson", FIELD_OTHER, .decode = decode_lesson, .nest = NEST_ONE, .of = &lesson_record,
     .shape = "mapping", .example = "{title: \"Is a vote against a veto?\"}",
     .about = "a lesson with this scenario"},
};

const struct record scenario_record = RECORD("the scenario", fields);

const struct record *const schema_records[] = {
    &scenario_record,
    &reference_record,
    &council_record,
    &majority_record,
    &member_record,
    &bloc_record,
    &draft_record,
    &chances_record,
    &kind_record,
    &statement_record,
    &event_record,
    &withdraw_record,
    &revive_record,
    &objection_record,
    &recorded_record,
    &question_record,
    &lesson_record,
    &change_record,
    NULL,
};

/* ---- loading ---- */

struct load {
    struct veto_scenario *scenario;
    struct veto_diagnostics *list;
    const struct veto_text *text;
    const char *const *overrides;
    size_t override_count;
    bool decoded;              /* it came to that */
    struct veto_draft *drafts; /* the scenario's, while they can be changed */
    struct arena scratch;      /* the tree */
    struct tree_reader reader;
};

/* Reports a text that is no mapping. */
static bool is_mapping(struct load *load, const struct node *root) {
    if (root && root->kind == NODE_MAPPING)
        return true;
    if (!root && load->list->errors == 0) {
        diagnose_file(load->list, load->text->name, "is empty");
    } else if (root && load->list->errors == 0) {
        diagnose(load->list, root->at, "a scenario is a mapping, and this is %s",
                 node_kind_name(root));
        hint_value(&(struct decoder){.list = load->list, .scratch = &load->scratch}, root);
    }
    return false;
}

static void decode(struct load *load, struct node *root) {
    struct veto_scenario *scenario = load->scenario;
    struct known known = {.scenario = scenario};
    struct decoder decoder = {
        .arena = owned_arena(scenario),
        .scratch = &load->scratch,
        .list = load->list,
        .tables = schema_records,
        .cut_short = root->cut_short,
        .known = &known,
    };
    load->decoded = true;
    indent_missing(&decoder, root);
    for (size_t i = 0; i < root->pair_count && !node_get(root, "sources"); i++)
        known.no_sources |= text_distance(root->pairs[i].key->text, "sources", 2) <= 2;
    decode_members(&decoder, root);
    decode_record(&decoder, root, &scenario_record, scenario);
    if (scenario->hypothetical && scenario->title) /* wherever the title stands it says so */
        scenario->title = arena_printf(decoder.arena, "Hypothetical: %s", scenario->title);
    if (!node_get(root, "programme"))
        default_programme(&decoder);
    load->drafts = known.drafts;
}

/* From the text, as it is or as it was mended, to the scenario. */
static void read_scenario(struct load *load) {
    struct node *root = tree_read(&load->reader);
    struct tree_reader reader = load->reader; /* the overrides have their own */
    *load->scenario = (struct veto_scenario){.title = NULL};
    if (is_mapping(load, root) &&
        scenario_override(&load->reader, root, load->overrides, load->override_count) &&
        !diagnostics_full(load->list))
        decode(load, root);
    load->reader = reader;
}

static void load_in_arena(void *context) {
    struct load *load = context;
    const struct veto_text *text = load->text;
    load->scratch.landing =
        owned_arena(load->scenario)->landing; /* out of memory is the same for all */
    load->reader = (struct tree_reader){.arena = &load->scratch, .list = load->list};
    if (!scenario_too_large(load->list, text->name, text->length)) {
        load->reader.source = scenario_source(load->list, text->name, text->bytes, text->length, 0);
        read_scenario(load);
        if (tree_mend(&load->reader))
            read_scenario(load);
    }
    diagnostics_sort(load->list);
}

/* What the recorded ballots came to, by the rules and the questions of `file`: the scenario without
 * the overrides. What only an override made has no other rules than its own. */
static void settle_record(const struct veto_scenario *scenario, const struct veto_scenario *file,
                          struct veto_draft *drafts) {
    enum veto_outcome outcomes[VETO_MAX_DRAFTS];
    bool alike = file->members_count == scenario->members_count;
    for (size_t i = 0; i < VETO_MAX_DRAFTS; i++)
        outcomes[i] = VETO_NOT_PUT;
    for (size_t i = 0; i < 2 * scenario->draft_count; i++) { /* twice: preliminary questions */
        struct veto_draft *draft = &drafts[i % scenario->draft_count];
        int there = alike ? veto_scenario_draft(file, draft->id) : VETO_NONE;
        if (!draft->recorded)
            continue;
        if (there == VETO_NONE)
            draft->recorded_outcome =
                veto_decide(&scenario->rules, draft->question, draft->recorded).outcome;
        else
            outcomes[there] = draft->recorded_outcome =
                veto_decide(&file->rules, veto_scenario_question(file, outcomes, there),
                            draft->recorded)
                    .outcome;
    }
}

/* Loads the file once more without its overrides, where there are any. */
static enum veto_status settle_scenario(struct load *load) {
    const struct veto_scenario *own = load->scenario;
    if (!own->has_record || load->override_count == 0) {
        settle_record(own, own, load->drafts);
        return VETO_OK;
    }
    struct veto_scenario *file = NULL;
    enum veto_status status = veto_scenario_load(&file, NULL, load->text, NULL, 0);
    if (status != VETO_SYSTEM)
        settle_record(own, file ? file : own, load->drafts);
    veto_scenario_free(file);
    return status == VETO_SYSTEM ? VETO_SYSTEM : VETO_OK;
}

enum veto_status veto_scenario_load(struct veto_scenario **scenario,
                                    struct veto_diagnostics *diagnostics,
                                    const struct veto_text *text, const char *const *overrides,
                                    size_t override_count) {
    struct load load = {
        .scenario = owned_new(&(struct veto_scenario){.title = NULL}, sizeof *load.scenario),
        .list = diagnostics_or_new(diagnostics),
        .text = text,
        .overrides = overrides,
        .override_count = override_count};
    size_t errors = veto_diagnostics_errors(load.list);
    enum veto_status status = VETO_SYSTEM;
    if (load.list && owned_try(load.scenario, &load.list->arena, load_in_arena, &load))
        status = load.decoded && load.list->errors == errors ? VETO_OK : VETO_INPUT;
    tree_read_end(&load.reader);
    arena_free(&load.scratch);
    if (status == VETO_OK)
        status = settle_scenario(&load);
    diagnostics_unless_given(load.list, diagnostics);
    return owned_give(scenario, load.scenario, status);
}

void veto_scenario_free(struct veto_scenario *scenario) {
    owned_free(scenario);
}
