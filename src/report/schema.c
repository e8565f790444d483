#include "report/schema.h"

#include "report/build.h"
#include "scenario/schema.h"

/* The tables hold parts of it as text. */
static json_t *parsed(const char *text) {
    return json_loads(text, 0, NULL);
}

/* What stands below a key, by its table. */
static json_t *shape_of_nest(struct build *build, const struct field *field) {
    json_t *of = json_object(), *shape = field->nest == NEST_ONE ? of : json_object();
    build_set(build, of, "$ref", json_sprintf("#/$defs/%s", field->of->path));
    if (field->nest == NEST_ONE)
        return shape;
    bool map = field->nest == NEST_MAP;
    build_set(build, shape, "type", json_string(map ? "object" : "array"));
    build_set(build, shape, map ? "additionalProperties" : "items", of);
    return shape;
}

static json_t *shape_of_words(struct build *build, const struct field *field) {
    json_t *shape = json_object();
    size_t count = 0;
    while (field->words[count])
        count++;
    build_set(build, shape, "enum", build_texts(build, field->words, count));
    return shape;
}

static json_t *shape_of_number(struct build *build, const struct field *field) {
    bool whole = field->type == FIELD_COUNT;
    json_t *shape = json_object();
    build_set(build, shape, "type", json_string(whole ? "integer" : "number"));
    build_set(build, shape, "minimum",
              whole ? json_integer((json_int_t)field->low) : json_real(field->low));
    build_set(build, shape, "maximum",
              whole ? json_integer((json_int_t)field->high) : json_real(field->high));
    return shape;
}

static json_t *shape_of(struct build *build, const struct field *field) {
    const char *json = field->json ? field->json : field->type->json;
    return field->of                   ? shape_of_nest(build, field)
           : json                      ? parsed(json)
           : field->type == FIELD_WORD ? shape_of_words(build, field)
                                       : shape_of_number(build, field);
}

static void add_record_shape(struct build *build, json_t *object, const struct record *record) {
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
}

static void add_schema_part(struct build *build, json_t *parts, const struct record *record) {
    json_t *part = json_object();
    add_record_shape(build, part, record);
    build_set(build, parts, record->path, part);
}

enum veto_status schema_write(FILE *file) {
    struct build build = {.failed = false};
    json_t *schema = json_object(), *parts = json_object();
    build_set(&build, schema, "$schema",
              json_string("https://json-schema.org/draft/2020-12/schema"));
    build_set(&build, schema, "title", json_string("A scenario of veto, version 1"));
    add_record_shape(&build, schema, schema_records[0]);
    for (size_t i = 1; schema_records[i]; i++)
        add_schema_part(&build, parts, schema_records[i]);
    add_schema_part(&build, parts, &early_record);
    add_schema_part(&build, parts, &item_record);
    build_set(&build, schema, "$defs", parts);
    return build_write(&build, schema, file, 6);
}
