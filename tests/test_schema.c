/*
 * scenarios/scenario.schema.json, the format for editors, is what the program writes: VETO_UPDATE=1
 * writes the file, the test compares it.
 */
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "report/report.h"
#include "suite.h"

START_TEST(the_file_is_what_the_program_writes) {
    static char text[1 << 18];
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(schema_write(file), VETO_OK);
    rewind(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    golden_compare("scenarios/scenario.schema.json", text);
}
END_TEST

START_TEST(a_disk_that_is_full_is_told) {
    FILE *file = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(file);
    setvbuf(file, NULL, _IONBF, 0);
    ck_assert_int_eq(schema_write(file), VETO_SYSTEM);
    fclose(file);
}
END_TEST

static const struct suite_entry entries[] = {
    {the_file_is_what_the_program_writes, 0},
    {a_disk_that_is_full_is_told, 0},
};

SUITE("schema", entries)
