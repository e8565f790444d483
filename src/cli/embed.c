/* Runs when the program is built: writes the files named on the command line to standard output, as
 * the C source that shipped.h declares. Numbers, not strings: C sets a limit to those. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char ending[] = ".yaml";

static _Noreturn void die(const char *path) {
    perror(path);
    exit(EXIT_FAILURE);
}

static void write_bytes(const char *path, int index) {
    FILE *file = fopen(path, "rb");
    if (!file)
        die(path);
    printf("static const unsigned char bytes_%d[] = {", index);
    size_t count = 0;
    for (int byte; (byte = getc(file)) != EOF; count++)
        printf("%s%d,", count % 20 == 0 ? "\n    " : " ", byte);
    if (ferror(file) || fclose(file) != 0)
        die(path);
    printf("\n};\n\n");
}

/* scenarios/aleppo-2016.yaml -> aleppo-2016 */
static void write_entry(const char *path, int index) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strlen(name), cut = sizeof ending - 1;
    if (length > cut && strcmp(name + length - cut, ending) == 0)
        length -= cut;
    printf("    {\"%.*s\", (const char *)bytes_%d, sizeof bytes_%d},\n", (int)length, name, index,
           index);
}

int main(int argc, char **argv) {
    printf("#include \"cli/shipped.h\"\n\n");
    for (int i = 1; i < argc; i++)
        write_bytes(argv[i], i);
    printf("const struct veto_text shipped[] = {\n");
    for (int i = 1; i < argc; i++)
        write_entry(argv[i], i);
    printf("};\n\nconst size_t shipped_count = sizeof shipped / sizeof *shipped;\n");
    if (fflush(stdout) != 0 || ferror(stdout))
        die("standard output");
    return EXIT_SUCCESS;
}
