#include "report/report.h"

#include <stdlib.h>
#include <string.h>

#include "report/build.h"
#include "scenario/schema.h"

/* What stands in a table as text. Jansson leaves out what it finds no memory for when it reads a
 * string, and sets no error: so it has to come back as it was. */
static json_t *shape_as_text(const char *json) {
    json_t *shape = json_loads(json, 0, NULL);
    char *back = shape ? json_dumps(shape, 0) : NULL;
    bool whole = back && strcmp(back, json) == 0;
    free(back);
    if (!whole)
        json_decref(shape);
    return whole ? shape : NULL;
}

static json_t *shape_of(struct build *build, const struct field *field) {
    const char *json = field->json ? field->json : field->type->json; /* a part of it as text */
    size_t count = 0;
    if (field->of) { /* what stands below it has a table of its own */
        json_t *of = json_pack("{s:o}", "$ref", json_sprintf("#/$defs/%s", field->of->path));
        bool map = field->nest == NEST_MAP;
        return field->nest == NEST_ONE ? of
                                       : json_pack("{s:s, s:o}", "type", map ? "object" : "array",
                                                   map ? "additionalProperties" : "items", of);
    }
    if (json)
        return shape_as_text(json);
    if (field->type == FIELD_WORD) {
        while (field->words[count])
            count++;
        return json_pack("{s:o}", "enum", build_texts(build, field->words, count));
    }
    return field->type == FIELD_COUNT
               ? json_pack("{s:s, s:I, s:I}", "type", "integer", "minimum", (json_int_t)field->low,
                           "maximum", (json_int_t)field->high)
               : json_pack("{s:s, s:f, s:f}", "type", "number", "minimum", field->low, "maximum",
                           field->high);
}

/* Adds to an object what a table takes. */
static json_t *shape_of_record(struct build *build, json_t *object, const struct record *record) {
    json_t *properties = json_object(), *required = json_array();
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        json_t *shape = shape_of(build, field);
        if (field->about)
            build_set(build, shape, "description", json_string(field->about));
        build_set(build, properties, field->key, shape);
        if (field->required)
            build_push(build, required, json_string(field->key));
    }
    build_set(build, object, "type", json_string("object"));
    build_set(build, object, "additionalProperties", json_false());
    build_set(build, object, "required", required);
    build_set(build, object, "properties", properties);
    return object;
}

static void add_schema_part(struct build *build, json_t *parts, const struct record *record) {
    build_set(build, parts, record->path, shape_of_record(build, json_object(), record));
}

enum veto_status schema_write(FILE *file) {
    struct build build = {.failed = false};
    json_t *parts = json_object();
    json_t *schema =
        json_pack("{s:s, s:s}", "$schema", "https://json-schema.org/draft/2020-12/schema", "title",
                  "A scenario of veto, version 1");
    shape_of_record(&build, schema, schema_records[0]);
    for (size_t i = 1; schema_records[i]; i++)
        add_schema_part(&build, parts, schema_records[i]);
    add_schema_part(&build, parts, &early_record);
    add_schema_part(&build, parts, &item_record);
    build_set(&build, schema, "$defs", parts);
    return build_write(&build, schema, file, 6);
}
