/*
 * One Check suite per program. A test file defines its tests, lists them in a table and ends with
 * SUITE(name, table). Results come out as TAP, one line a test.
 */
#pragma once

#include <check.h>
#include <stdlib.h>

/* Check's own makes `name` a pointer variable, which no static table can hold; here it is an array,
 * which is its own address. */
#undef START_TEST
#define START_TEST(name)                                                                           \
    static void name##_fn(int _i CK_ATTRIBUTE_UNUSED);                                             \
    static const TTest name[1] = {{#name, name##_fn, __FILE__, __LINE__}};                         \
    static void name##_fn(int _i CK_ATTRIBUTE_UNUSED)

/* Check writes every assertion that holds to a file, so as to know where a test was when it
 * crashed: in a loop that is most of the work. The furthest line reached says as much. */
static inline void suite_mark(const char *file, int line) {
    static int furthest;
    if (line > furthest)
        _mark_point(file, line);
    furthest = line > furthest ? line : furthest;
}
#define _mark_point suite_mark

struct suite_entry {
    const TTest *test;
    int last; /* a loop test runs for _i = 0 to last - 1; 0: a plain test */
};

static inline int suite_run(const char *name, const struct suite_entry *entries, size_t count) {
    Suite *suite = suite_create(name);
    for (size_t i = 0; i < count; i++) {
        TCase *tcase = tcase_create(entries[i].test->name);
        tcase_set_timeout(tcase, 3600); /* what hangs ends; what is slow does not */
        if (entries[i].last > 0)
            tcase_add_loop_test(tcase, entries[i].test, 0, entries[i].last);
        else
            tcase_add_test(tcase, entries[i].test);
        suite_add_tcase(suite, tcase);
    }
    SRunner *runner = srunner_create(suite);
    srunner_set_tap(runner, "-");
    srunner_run_all(runner, CK_SILENT);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#define SUITE(name, entries)                                                                       \
    int main(void) {                                                                               \
        return suite_run((name), (entries), sizeof(entries) / sizeof *(entries));                  \
    }
