/* The program's code is compiled with -fsanitize-coverage=trace-pc and calls the first function at
 * every branch; its calls of the C library are wrapped by the linker. */
#include "cost/counted.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"

static struct cost total;

struct cost counted_cost(void) {
    return total;
}

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) {
    total.steps++;
}

#define WRAPPED(type, name, ...)                                                                   \
    type __real_##name(__VA_ARGS__);                                                               \
    type __wrap_##name(__VA_ARGS__);                                                               \
    type __wrap_##name(__VA_ARGS__)

/* ---- memory ---- */

/* What is taken of arenas, and not their blocks: each of those is twice as large as the last, and
 * one more or less would say nothing. Their strings are made by vsnprintf. */
WRAPPED(void *, arena_take, struct arena *arena, size_t size) {
    total.bytes += size;
    return __real_arena_take(arena, size);
}

WRAPPED(void *, arena_alloc, struct arena *arena, size_t size) {
    total.bytes += size;
    total.steps += size;
    return __real_arena_alloc(arena, size);
}

WRAPPED(void *, arena_regrow, struct arena *arena, const void *old, size_t used, size_t count,
        size_t size) {
    total.bytes += count * size;
    total.steps += count * size;
    return __real_arena_regrow(arena, old, used, count, size);
}

WRAPPED(char *, arena_copy, struct arena *arena, const char *text, size_t length) {
    total.bytes += length + 1;
    total.steps += length + 1;
    return __real_arena_copy(arena, text, length);
}

WRAPPED(void *, calloc, size_t count, size_t size) {
    total.bytes += count * size;
    return __real_calloc(count, size);
}

WRAPPED(void *, realloc, void *old, size_t size) {
    total.bytes += size;
    return __real_realloc(old, size);
}

/* ---- functions that go over bytes, whose number is known beforehand ---- */

WRAPPED(void *, memcpy, void *to, const void *from, size_t length) {
    total.steps += length;
    return __real_memcpy(to, from, length);
}

WRAPPED(void *, memmove, void *to, const void *from, size_t length) {
    total.steps += length;
    return __real_memmove(to, from, length);
}

WRAPPED(void *, memset, void *to, int byte, size_t length) {
    total.steps += length;
    return __real_memset(to, byte, length);
}

WRAPPED(int, memcmp, const void *a, const void *b, size_t length) {
    total.steps += length;
    return __real_memcmp(a, b, length);
}

/* ---- and those that find out ---- */

WRAPPED(void *, memchr, const void *text, int byte, size_t length) {
    char *found = __real_memchr(text, byte, length);
    total.steps += found ? (size_t)(found - (const char *)text) + 1 : length;
    return found;
}

WRAPPED(size_t, strlen, const char *text) {
    size_t length = __real_strlen(text);
    total.steps += length + 1;
    return length;
}

WRAPPED(size_t, strnlen, const char *text, size_t most) {
    size_t length = __real_strnlen(text, most);
    total.steps += length + 1;
    return length;
}

WRAPPED(char *, strchr, const char *text, int byte) {
    char *found = __real_strchr(text, byte);
    total.steps += found ? (size_t)(found - text) + 1 : strlen(text) + 1;
    return found;
}

WRAPPED(char *, strrchr, const char *text, int byte) {
    total.steps += strlen(text) + 1;
    return __real_strrchr(text, byte);
}

WRAPPED(char *, strstr, const char *text, const char *part) {
    char *found = __real_strstr(text, part);
    total.steps += found ? (size_t)(found - text) + 1 : strlen(text) + 1;
    return found;
}

WRAPPED(size_t, strspn, const char *text, const char *bytes) {
    size_t length = __real_strspn(text, bytes);
    total.steps += length + 1;
    return length;
}

WRAPPED(size_t, strcspn, const char *text, const char *bytes) {
    size_t length = __real_strcspn(text, bytes);
    total.steps += length + 1;
    return length;
}

WRAPPED(int, strcmp, const char *a, const char *b) {
    for (size_t i = 0; a[i] && a[i] == b[i]; i++)
        total.steps++;
    return __real_strcmp(a, b);
}

WRAPPED(int, strncmp, const char *a, const char *b, size_t most) {
    for (size_t i = 0; i < most && a[i] && a[i] == b[i]; i++)
        total.steps++;
    return __real_strncmp(a, b, most);
}

WRAPPED(char *, strcpy, char *to, const char *from) {
    total.steps += strlen(from) + 1;
    return __real_strcpy(to, from);
}

WRAPPED(char *, stpcpy, char *to, const char *from) {
    total.steps += strlen(from) + 1;
    return __real_stpcpy(to, from);
}

WRAPPED(int, vsnprintf, char *to, size_t size, const char *format, va_list arguments) {
    int length = __real_vsnprintf(to, size, format, arguments);
    total.steps += length > 0 ? (size_t)length : 1;
    total.bytes += to && length > 0 ? (size_t)length + 1 : 0;
    return length;
}

/* ---- libyaml ---- */

/* Its own code is not counted, but it is known: at every token it looks at all brackets that are
 * open, and it holds every directive against all others. */
WRAPPED(int, yaml_parser_parse, yaml_parser_t *parser, yaml_event_t *event) {
    int good = __real_yaml_parser_parse(parser, event);
    size_t tags = (size_t)(parser->tag_directives.top - parser->tag_directives.start);
    total.steps += (size_t)parser->flow_level;
    if (good && event->type == YAML_DOCUMENT_START_EVENT)
        total.steps += tags * tags;
    return good;
}
