#include "yaml/foreign.h"

#include <string.h>

#include "base/diagnostics.h"
#include "base/text.h"

static const char plain[] = "save it as plain text, in UTF-8",
                  page[] = "download the file itself, "
                           "or copy its text into an "
                           "editor of plain text",
                  unpack[] = "unpack it first", other[] = "open the file of which it is a copy",
                  picture[] = "a scenario is a text";

#define BYTES(text) (text), sizeof(text) - 1

static const struct kind {
    const char *begins;
    size_t length;
    const char *what, *hint;
} kinds[] = {
    {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "an old Word or Excel document (.doc, .xls)",
     plain},
    {BYTES("{\\rtf"), "a document with formatting (.rtf)", plain},
    {BYTES("%PDF-"), "a PDF document", plain},
    {BYTES("b0VIM "), "the swap file of an editor", other},
    {BYTES("b0nano"), "the swap file of an editor", other},
    {BYTES("\x1F\x8B"), "compressed (gzip)", unpack},
    {BYTES("BZh"), "compressed (bzip2)", unpack},
    {BYTES("\xFD"
           "7zXZ"),
     "compressed (xz)", unpack},
    {BYTES("7z\xBC\xAF\x27\x1C"), "compressed (7z)", unpack},
    {BYTES("\x28\xB5\x2F\xFD"), "compressed (zstd)", unpack},
    {BYTES("\x89PNG"), "a picture (PNG)", picture},
    {BYTES("\xFF\xD8\xFF"), "a picture (JPEG)", picture},
    {BYTES("GIF8"), "a picture (GIF)", picture},
    {BYTES("bplist00"), "a property list or a web archive", page},
    {BYTES("version https://git-lfs"), "a Git LFS pointer and not the file itself",
     "'git lfs pull' fetches that"},
};

/* The kinds of zip archive, by the name of a file in it. */
static const struct kind archives[] = {
    {BYTES("word/"), "a Word document (.docx)", plain},
    {BYTES("xl/"), "a spreadsheet (.xlsx)", plain},
    {BYTES("ppt/"), "a presentation (.pptx)", plain},
    {BYTES("opendocument"), "a document of an office program (.odt)", plain},
    {BYTES("Index/Document.iwa"), "a Pages document (.pages)", plain},
    {BYTES(""), "a zip archive", unpack},
};

/* A text in another language, by how it begins behind blanks; capitals do not matter. */
static const struct kind languages[] = {
    {BYTES("<!doctype html"), "a web page (HTML)", page},
    {BYTES("<html"), "a web page (HTML)", page},
    {BYTES("<head"), "a web page (HTML)", page},
    {BYTES("<body"), "a web page (HTML)", page},
    {BYTES("<meta"), "a web page (HTML)", page},
    {BYTES("<p>"), "a web page (HTML)", page},
    {BYTES("<pre"), "a web page (HTML)", page},
    {BYTES("<div"), "a web page (HTML)", page},
    {BYTES("<?xml"), "XML", page},
    {BYTES("<!--"), "HTML or XML", page},
    {BYTES("mime-version:"), "a saved web page or message (.mht, .eml)", page},
};

static bool kind_holds(const char *text, size_t length, const struct kind *kind) {
    for (size_t at = 0; at + kind->length <= length; at++)
        if (memcmp(text + at, kind->begins, kind->length) == 0)
            return true;
    return false;
}

static bool kind_begins(const char *text, size_t length, const struct kind *kind) {
    if (length < kind->length)
        return false;
    for (size_t i = 0; i < kind->length; i++)
        if (text_lower((unsigned char)text[i]) != text_lower((unsigned char)kind->begins[i]))
            return false;
    return true;
}

static const struct kind *kind_of(const char *text, size_t length) {
    if (length >= 4 && memcmp(text, "PK\x03\x04", 4) == 0) {
        const struct kind *kind = archives;
        while (!kind_holds(text, length, kind))
            kind++;
        return kind;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (length >= kinds[i].length && memcmp(text, kinds[i].begins, kinds[i].length) == 0)
            return &kinds[i];
    size_t mark = text_mark(text, length);
    text += mark;
    length -= mark;
    for (; length > 0 && strchr(" \t\r\n", *text) && *text; text++)
        length--;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (kind_begins(text, length, &languages[i]))
            return &languages[i];
    return NULL;
}

bool foreign_report(struct veto_diagnostics *list, const struct source *source) {
    const struct kind *kind = kind_of(source->text, source->length);
    if (!kind)
        return false;
    diagnose_file(list, source->name, "is %s", kind->what);
    diagnose_hint(list, "%s", kind->hint);
    return true;
}
