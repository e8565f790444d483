/* What a file is that is no CSV. */
#include <string.h>

#include "base/text.h"
#include "history/pieces.h"
#include "history/record.h"

#define SHEET(suffix) "this is a spreadsheet (" suffix "): save it as CSV"
#define AS_CSV        "the votes are wanted as CSV"
#define PACKED(name)  "this is compressed (" name "): unpack it first"

static const char workbook[] = SHEET(".xlsx");
static const char archive[] = "this is a zip archive: unpack it and take the CSV file in it";
static const char web_page[] = "this is a web page (HTML): download the CSV file itself";

/* ---- by bytes ---- */

static bool begins(const char *bytes, size_t length, const char *with, size_t size) {
    return length >= size && memcmp(bytes, with, size) == 0;
}

bool bytes_hold(const char *bytes, size_t length, const char *part) {
    size_t size = strlen(part);
    for (size_t at = 0; at + size <= length; at++) {
        size_t i = 0;
        while (i < size && text_lower((unsigned char)bytes[at + i]) == part[i])
            i++;
        if (i == size)
            return true;
    }
    return false;
}

/* By its first entry: workbooks begin with one of a few names, or with one that cannot be read. */
static const char *kind_of_zip(const char *bytes, size_t length) {
    enum { LENGTH_AT = 26, NAME_AT = 30 };
    static const char *const parts[] = {"[Content_Types].xml", "_rels/", "docProps/", "xl/"};
    if (bytes_hold(bytes, length, "opendocument.spreadsheet"))
        return SHEET(".ods");
    if (bytes_hold(bytes, length, "word/document.xml"))
        return "this is a text document (.docx): " AS_CSV;
    if (length < NAME_AT)
        return workbook;
    const char *name = bytes + NAME_AT;
    size_t left = length - NAME_AT,
           size = (unsigned char)bytes[LENGTH_AT] + 256u * (unsigned char)bytes[LENGTH_AT + 1];
    for (size_t i = 0; i < size; i++)
        if (size > left || (unsigned char)name[i] < ' ')
            return workbook;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (begins(name, size, parts[i], strlen(parts[i])))
            return workbook;
    return archive;
}

#define SIGNATURE(bytes) bytes, sizeof bytes - 1

const char *kind_of_bytes(const char *bytes, size_t length) {
    static const struct {
        const char *signature;
        size_t size;
        const char *kind;
    } kinds[] = {
        {SIGNATURE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), SHEET(".xls")},
        {SIGNATURE("\x1F\x8B"), PACKED("gzip")},
        {SIGNATURE("BZh"), PACKED("bzip2")},
        {SIGNATURE("\xFD\x37zXZ"), PACKED("xz")},
        {SIGNATURE("\x28\xB5\x2F\xFD"), PACKED("zstd")},
        {SIGNATURE("7z\xBC\xAF\x27\x1C"), PACKED("7z")},
        {SIGNATURE("%PDF-"), "this is a PDF document: " AS_CSV},
        {SIGNATURE("{\\rtf"), "this is a text document (.rtf): " AS_CSV},
        {SIGNATURE("version https://git-lfs"),
         "this is a Git LFS pointer and not the file itself: 'git lfs pull' fetches that"},
    };
    if (begins(bytes, length, SIGNATURE("PK\x03\x04")))
        return kind_of_zip(bytes, length);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (begins(bytes, length, kinds[i].signature, kinds[i].size))
            return kinds[i].kind;
    return NULL;
}

/* ---- by text ---- */

static void skip_kind_blanks(const char **text, size_t *length) {
    for (; *length > 0 && strchr(" \t\r\n", **text); ++*text)
        --*length;
}

/* A brace or a bracket, and what can stand behind it. */
static bool is_json(const char *text, size_t length) {
    if (length == 0 || (*text != '{' && *text != '['))
        return false;
    text++;
    length--;
    skip_kind_blanks(&text, &length);
    return length > 0 && strchr("\"{[]}-0123456789", *text) != NULL;
}

const char *kind_of_text(const char *text, size_t length) {
    enum { LOOKED_AT = 4096 };
    static const char *const elements[] = {"<!doctype html", "<html",  "<head",
                                           "<body",          "<table", "<meta"};
    skip_kind_blanks(&text, &length);
    if (is_json(text, length))
        return "this is JSON: " AS_CSV;
    if (length == 0 || *text != '<')
        return NULL;
    length = length < LOOKED_AT ? length : LOOKED_AT;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (bytes_hold(text, length, elements[i]))
            return web_page;
    return "this is XML: " AS_CSV;
}
