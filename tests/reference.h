/*
 * The last part of a document, behind the heading "Reference": what the tables of a format say.
 * With VETO_UPDATE=1 in the environment it is written instead of compared.
 */
#pragma once

#include "decode/schema.h"
#include "golden.h"

static inline const char *reference_type(const struct field *field) {
    return field->shape ? field->shape : field->type->words;
}

static inline void reference_field(FILE *file, const struct field *field) {
    fprintf(file, "| `%s`%s | %s", field->key, field->required ? " *(required)*" : "",
            reference_type(field));
    if (field->type == FIELD_NUMBER || field->type == FIELD_COUNT)
        fprintf(file, ", %g to %g", field->low, field->high);
    for (size_t i = 0; field->type == FIELD_WORD && field->words[i]; i++)
        fprintf(file, "%s`%s`", i == 0 ? ": " : ", ", field->words[i]);
    fprintf(file, " | %s | `%s` | %s |\n", field->fallback ? field->fallback : "", field->example,
            field->about);
}

static inline char *reference_print(const struct record *const *records) {
    char *reference;
    size_t size;
    FILE *file = open_memstream(&reference, &size);
    for (size_t i = 0; records[i]; i++) {
        const struct record *record = records[i];
        fprintf(file,
                "\n### %s\n\n| key | type and range | default | example | what it says |\n"
                "| --- | --- | --- | --- | --- |\n",
                record->path);
        for (size_t j = 0; j < record->count; j++)
            reference_field(file, &record->fields[j]);
    }
    fclose(file);
    return reference;
}

/* `records` ends with NULL. */
static inline void reference_compare(const char *path, const struct record *const *records) {
    static const char heading[] = "\n## Reference\n";
    size_t length;
    char *document = golden_read(path, &length);
    ck_assert_msg(document != NULL, "%s is not there", path);
    char *end = strstr(document, heading);
    ck_assert_ptr_nonnull(end);
    end[sizeof heading - 1] = '\0';
    char *reference = reference_print(records);
    char *whole = malloc(strlen(document) + strlen(reference) + 1);
    strcat(strcpy(whole, document), reference);
    golden_compare(path, whole);
    free(document);
    free(reference);
    free(whole);
}
