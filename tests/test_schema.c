/*
 * scenarios/scenario.schema.json, the format for editors, is made from the loader's own tables:
 * VETO_UPDATE=1 writes it, the test compares it.
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "scenario/schema.h"
#include "suite.h"

#define CODE  "{\"type\": \"string\", \"pattern\": \"^[A-Z]{3}$\"}"
#define CODES "{\"type\": \"array\", \"items\": " CODE "}"
#define NUMBERS(low, high)                                                                         \
    "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"number\", \"minimum\": " low    \
    ", \"maximum\": " high "}}"
#define MAP_OF(name)                                                                               \
    "{\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/$defs/" name "\"}}"
#define MOVES  "{\"type\": \"object\", \"additionalProperties\": " NUMBERS("-2", "2") "}"
#define BALLOT "{\"enum\": [\"yes\", \"no\", \"abstain\", \"not_participating\", \"absent\"]}"

/* What the tables leave to functions: keys whose shape is their own. */
static const struct {
    const char *path, *key, *shape;
} own_shapes[] = {
    {"the scenario", "veto", "{\"const\": 1}"},
    {"the scenario", "date",
     "{\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"}"},
    {"the scenario", "sources", MAP_OF("sources.NAME")},
    {"the scenario", "council", "{\"$ref\": \"#/$defs/council\"}"},
    {"the scenario", "members", MAP_OF("members.CODE")},
    {"the scenario", "ties",
     "{\"type\": \"object\", \"additionalProperties\": " NUMBERS("0", "1") "}"},
    {"the scenario", "blocs", MAP_OF("blocs.NAME")},
    {"the scenario", "drafts", MAP_OF("drafts.NAME")},
    {"the scenario", "beforehand", "{\"$ref\": \"#/$defs/beforehand\"}"},
    {"the scenario", "programme", "{\"$ref\": \"#/$defs/programme\"}"},
    {"the scenario", "recorded", MAP_OF("recorded.NAME")},
    {"the scenario", "questions",
     "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/questions\"}}"},
    {"the scenario", "lesson", "{\"$ref\": \"#/$defs/lesson\"}"},
    {"lesson", "change", "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/lesson.change\"}}"},
    {"lesson.change", "set", "{\"type\": \"string\"}"},
    {"council", "composition", "{\"anyOf\": [{\"type\": [\"integer\", \"string\"]}, " CODES "]}"},
    {"council", "rules", "{\"type\": \"string\"}"},
    {"council", "majorities",
     "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/council.majorities\"}}"},
    {"council.majorities", "of", "{\"anyOf\": [{\"type\": \"string\"}, " CODES "]}"},
    {"council.majorities", "needed", "{\"type\": [\"number\", \"string\"]}"},
    {"council.majorities", "weights", NUMBERS("0", "4294967295")},
    {"drafts.NAME", "sponsors", "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}"},
    {"drafts.NAME", "decides", "{\"type\": \"string\"}"},
    {"drafts.NAME", "amends", "{\"type\": \"string\"}"},
    {"drafts.NAME", "part_of", "{\"type\": \"string\"}"},
    {"drafts.NAME", "changes", NUMBERS("-2", "2")},
    {"drafts.NAME", "leanings", NUMBERS("-1", "1")},
    {"drafts.NAME", "ballots",
     "{\"type\": \"object\", \"additionalProperties\": {\"anyOf\": [" BALLOT
     ", {\"$ref\": \"#/$defs/drafts.NAME.ballots.CODE\"}]}}"},
    {"programme.statement", "by", "{\"type\": \"string\"}"},
    {"programme.statement", "for", CODE},
    {"programme.statement", "source", "{\"type\": \"string\"}"},
    {"programme.statement", "position", "{\"type\": \"number\", \"minimum\": -1, \"maximum\": 1}"},
    {"programme.statement", "moves", MOVES},
    {"programme.event", "source", "{\"type\": \"string\"}"},
    {"programme.event", "moves", MOVES},
    {"recorded.NAME", "yes", CODES},
    {"recorded.NAME", "no", CODES},
    {"recorded.NAME", "abstain", CODES},
    {"recorded.NAME", "not_participating", CODES},
    {"recorded.NAME", "absent", CODES},
};

/* The items of a programme, and of what is beforehand, which no table holds. */
static const char beforehand_shape[] =
    "{\"type\": \"array\", \"items\": {\"type\": \"object\", \"additionalProperties\": false,"
    " \"properties\": {"
    "\"statement\": {\"$ref\": \"#/$defs/programme.statement\"},"
    "\"event\": {\"$ref\": \"#/$defs/programme.event\"},"
    "\"withdraw\": {\"$ref\": \"#/$defs/programme.withdraw\"},"
    "\"revive\": {\"$ref\": \"#/$defs/programme.revive\"}}}}";

static const char programme_shape[] =
    "{\"type\": \"array\", \"items\": {\"type\": \"object\", \"additionalProperties\": false,"
    " \"properties\": {"
    "\"statement\": {\"$ref\": \"#/$defs/programme.statement\"},"
    "\"event\": {\"$ref\": \"#/$defs/programme.event\"},"
    "\"vote\": {\"type\": \"string\"},"
    "\"without_vote\": {\"type\": \"string\"},"
    "\"withdraw\": {\"$ref\": \"#/$defs/programme.withdraw\"},"
    "\"revive\": {\"$ref\": \"#/$defs/programme.revive\"},"
    "\"objection\": {\"$ref\": \"#/$defs/programme.objection\"},"
    "\"when\": {\"type\": \"object\"},"
    "\"then\": {\"$ref\": \"#/$defs/programme\"},"
    "\"else\": {\"$ref\": \"#/$defs/programme\"}}}}";

static json_t *parse(const char *text) {
    json_error_t error;
    json_t *value = json_loads(text, 0, &error);
    ck_assert_msg(value != NULL, "%s: %s", text, error.text);
    return value;
}

static json_t *own_shape(const char *path, const char *key) {
    for (size_t i = 0; i < sizeof own_shapes / sizeof *own_shapes; i++)
        if (strcmp(own_shapes[i].path, path) == 0 && strcmp(own_shapes[i].key, key) == 0)
            return parse(own_shapes[i].shape);
    ck_abort_msg("no shape for %s of %s", key, path);
    return NULL;
}

static json_t *words(const struct field *field) {
    json_t *list = json_array();
    for (size_t i = 0; field->words[i]; i++)
        json_array_append_new(list, json_string(field->words[i]));
    return json_pack("{s:o}", "enum", list);
}

static json_t *shape_of(const struct record *record, const struct field *field) {
    switch (field->type) {
    case FIELD_NUMBER:
        return json_pack("{s:s, s:f, s:f}", "type", "number", "minimum", field->low, "maximum",
                         field->high);
    case FIELD_COUNT:
        return json_pack("{s:s, s:i, s:i}", "type", "integer", "minimum", (int)field->low,
                         "maximum", (int)field->high);
    case FIELD_FLAG:
        return json_pack("{s:s}", "type", "boolean");
    case FIELD_WORD:
        return words(field);
    case FIELD_MEMBER:
        return parse(CODE);
    case FIELD_SET:
        return parse(CODES);
    case FIELD_OTHER:
        return own_shape(record->path, field->key);
    default:
        return json_pack("{s:s}", "type", "string");
    }
}

static json_t *record_shape(const struct record *record) {
    json_t *properties = json_object(), *required = json_array();
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        json_t *shape = shape_of(record, field);
        json_object_set_new(shape, "description", json_string(field->about));
        json_object_set_new(properties, field->key, shape);
        if (field->required)
            json_array_append_new(required, json_string(field->key));
    }
    return json_pack("{s:s, s:b, s:o, s:o}", "type", "object", "additionalProperties", 0,
                     "required", required, "properties", properties);
}

START_TEST(schema_follows_the_tables) {
    json_t *schema =
        json_pack("{s:s, s:s}", "$schema", "https://json-schema.org/draft/2020-12/schema", "title",
                  "A scenario of veto, version 1");
    json_t *parts = json_object(), *whole = record_shape(schema_records[0]);
    json_object_update_missing(schema, whole);
    json_decref(whole);
    for (size_t i = 1; schema_records[i]; i++)
        json_object_set_new(parts, schema_records[i]->path, record_shape(schema_records[i]));
    json_object_set_new(parts, "beforehand", parse(beforehand_shape));
    json_object_set_new(parts, "programme", parse(programme_shape));
    json_object_set_new(schema, "$defs", parts);
    char *text = json_dumps(schema, JSON_INDENT(2) | JSON_REAL_PRECISION(6));
    char *lines = malloc(strlen(text) + 2);
    strcat(strcpy(lines, text), "\n");
    golden_compare("scenarios/scenario.schema.json", lines);
    free(lines);
    free(text);
    json_decref(schema);
}
END_TEST

static const struct suite_entry entries[] = {
    {schema_follows_the_tables, 0},
};

SUITE("schema", entries)
