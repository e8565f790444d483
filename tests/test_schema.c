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

static json_t *parse(const char *text) {
    json_error_t error;
    json_t *value = json_loads(text, 0, &error);
    ck_assert_msg(value != NULL, "%s: %s", text, error.text);
    return value;
}

/* What stands below a key, by its table. */
static json_t *shape_of_nest(const struct field *field) {
    char name[128];
    snprintf(name, sizeof name, "#/$defs/%s", field->of->path);
    json_t *of = json_pack("{s:s}", "$ref", name);
    return field->nest == NEST_ONE ? of
           : field->nest == NEST_MAP
               ? json_pack("{s:s, s:o}", "type", "object", "additionalProperties", of)
               : json_pack("{s:s, s:o}", "type", "array", "items", of);
}

static json_t *words(const struct field *field) {
    json_t *list = json_array();
    for (size_t i = 0; field->words[i]; i++)
        json_array_append_new(list, json_string(field->words[i]));
    return json_pack("{s:o}", "enum", list);
}

static json_t *shape_of(const struct field *field) {
    if (field->of)
        return shape_of_nest(field);
    if (field->json || field->type->json)
        return parse(field->json ? field->json : field->type->json);
    if (field->type == FIELD_WORD)
        return words(field);
    ck_assert_msg(field->type == FIELD_NUMBER || field->type == FIELD_COUNT, "%s", field->key);
    return field->type == FIELD_NUMBER ? json_pack("{s:s, s:f, s:f}", "type", "number", "minimum",
                                                   field->low, "maximum", field->high)
                                       : json_pack("{s:s, s:i, s:i}", "type", "integer", "minimum",
                                                   (int)field->low, "maximum", (int)field->high);
}

static json_t *record_shape(const struct record *record) {
    json_t *properties = json_object(), *required = json_array();
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        json_t *shape = shape_of(field);
        if (field->about)
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
    json_object_set_new(parts, early_record.path, record_shape(&early_record));
    json_object_set_new(parts, item_record.path, record_shape(&item_record));
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
