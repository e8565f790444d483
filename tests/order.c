/*
 * For tests/order.sh: a qsort in the place of the C library's. That of one system leaves elements
 * that compare equal in the order they came in, that of another turns them round; so none may
 * compare equal unless it is the same to the byte. Where two do, it says so and ends the program.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int comparator(const void *a, const void *b);

static void swap(char *a, char *b, size_t size) {
    for (size_t i = 0; i < size; i++) {
        char byte = a[i];
        a[i] = b[i];
        b[i] = byte;
    }
}

/* Heapsort: what is below `at` sinks to its place among the first `count`. */
static void sink(char *all, size_t at, size_t count, size_t size, comparator *compare) {
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && compare(all + child * size, all + (child + 1) * size) < 0)
            child++;
        if (compare(all + at * size, all + child * size) >= 0)
            return;
        swap(all + at * size, all + child * size, size);
    }
}

static void check(const char *all, size_t count, size_t size, comparator *compare) {
    for (size_t i = 1; i < count; i++) {
        const char *a = all + (i - 1) * size, *b = all + i * size;
        int order = compare(a, b);
        if (order < 0 ? compare(b, a) > 0 : order == 0 && memcmp(a, b, size) == 0)
            continue;
        fputs("order: two elements that differ have no order\n", stderr);
        abort();
    }
}

void qsort(void *base, size_t count, size_t size, comparator *compare) {
    char *all = base;
    for (size_t i = count / 2; i-- > 0;)
        sink(all, i, count, size, compare);
    for (size_t i = count; i-- > 1;) {
        swap(all, all + i * size, size);
        sink(all, 0, i, size, compare);
    }
    check(all, count, size, compare);
    fputs("order: sorted\n", stderr);
}
