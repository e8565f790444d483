#include "yaml/characters.h"

#include <string.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/text.h"

/* ---- files of another kind ---- */

static const char plain[] = "save it as plain text, in UTF-8",
                  page[] =
                      "download the file itself, or copy its text into an editor of plain text",
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
    {BYTES("\xFD\x37zXZ"), "compressed (xz)", unpack},
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

/* ---- characters ---- */

enum { REPORTED = 10 }; /* after so many, one entry says that there are more */

struct check {
    struct arena *arena;
    struct veto_diagnostics *list;
    struct source *source;
    char *copy; /* made when the first bad character is met */
    size_t found;
    bool foreign; /* a byte that is not UTF-8 has been reported, */
    bool refused; /* and a directive */
};

enum { NOT_UTF8 = 0x7FFFFFFF }; /* in place of a code point */

static void explain(struct check *check, struct span at, uint32_t code) {
    if (code == NOT_UTF8) {
        diagnose(check->list, at, "byte 0x%02x is not UTF-8",
                 (unsigned)(unsigned char)check->source->text[at.start]);
        diagnose_hint(check->list, "save the file as UTF-8");
    } else if (code == 0) {
        diagnose(check->list, at, "a NUL byte: this is no text file");
    } else if (code == '\r') {
        diagnose(check->list, at, "a carriage return without a line feed");
        diagnose_hint(check->list, "end lines with LF or CRLF");
    } else if (code < 0xA0) {
        diagnose(check->list, at, "control character U+%04X", (unsigned)code);
    } else {
        diagnose(check->list, at, "invisible character U+%04X", (unsigned)code);
        diagnose_hint(check->list, "it can make a text look other than it is; take it out");
    }
}

static void replace(struct check *check, struct span at, uint32_t code) {
    static const char *const harmless[] = {"x", "\xC2\xBF", "\xEF\xBF\xBD", "\xF0\x9F\x97\xB3"};
    if (!check->copy)
        check->copy = arena_copy(check->arena, check->source->text, check->source->length);
    size_t bytes = at.end - at.start;
    memcpy(check->copy + at.start, code == '\r' ? "\n" : harmless[bytes - 1], bytes);
    if (code == NOT_UTF8 && check->foreign)
        return; /* one says of all that the encoding is another one */
    check->foreign |= code == NOT_UTF8;
    if (++check->found <= REPORTED)
        explain(check, at, code);
    else if (check->found == REPORTED + 1)
        diagnose(check->list, at, "more characters that a text may not hold");
}

/* All but printable ASCII and line feeds. What is no ASCII is negative in a signed byte. */
static bool is_odd(char byte) {
    signed char c = (signed char)byte;
    return ((c < 0x20) & (c != '\n')) | (c == 0x7F);
}

enum { MANY = 32 };

/* No branch and a known length: compilers make vectors of it. */
static bool any_odd(const char text[MANY]) {
    unsigned char odd = 0;
    for (size_t i = 0; i < MANY; i++)
        odd |= is_odd(text[i]);
    return odd;
}

/* Most of a text is not odd: skip that in one go. */
static uint32_t skip_plain(const char *text, uint32_t at, uint32_t length) {
    while (length - at >= MANY && !any_odd(text + at))
        at += MANY;
    while (at < length && !is_odd(text[at]))
        at++;
    return at;
}

/* ---- directives ---- */

uint32_t characters_rest(const char *bytes, uint32_t at, uint32_t length) {
    while (at < length) {
        bool start = at == 0 || bytes[at - 1] == '\n';
        if (memchr(" \t\r\n", bytes[at], 4))
            at++;
        else if (bytes[at] == '#')
            while (at < length && bytes[at] != '\n')
                at++;
        else if (start && length - at >= 3 && memcmp(bytes + at, "...", 3) == 0)
            at += 3;
        else
            return at;
    }
    return length;
}

/* Makes comments of the directives that a text begins with, and reports the first. */
static void refuse_directives(struct check *check, uint32_t from) {
    uint32_t length = check->source->length;
    const char *text = check->copy ? check->copy : check->source->text;
    for (uint32_t at = from; (at = characters_rest(text, at, length)) < length;) {
        if (text[at] != '%')
            return;
        if (!check->refused) {
            diagnose(check->list, (struct span){check->source, at, at + 1},
                     "directives are not allowed");
            diagnose_hint(check->list,
                          "take the line out, or put quotes round a text that starts with '%%'");
        }
        check->refused = true;
        if (!check->copy)
            text = check->copy = arena_copy(check->arena, text, length);
        check->copy[at] = '#';
    }
}

/* ---- the whole ---- */

static bool is_utf16(const char *text, uint32_t length) {
    return length >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0 ||
                           (text[0] == '\0') != (text[1] == '\0'));
}

const char *characters_check(struct arena *arena, struct veto_diagnostics *list,
                             struct source *source, uint32_t from) {
    struct check check = {.arena = arena, .list = list, .source = source};
    const char *text = source->text;
    uint32_t length = source->length, at = text_mark(text, length); /* welcome at the very start */
    if (is_utf16(text, length)) {
        diagnose(list, (struct span){source, 0, 2}, "this text is in UTF-16");
        diagnose_hint(list, "save the file as UTF-8");
        return NULL;
    }
    from = from > at ? from : at;
    while ((at = skip_plain(text, at, length)) < length) {
        uint32_t code = NOT_UTF8, bytes = (uint32_t)text_decode(text + at, length - at, &code);
        bytes = bytes ? bytes : 1;
        bool line_end = code == '\r' && at + 1 < length && text[at + 1] == '\n';
        if (code == NOT_UTF8 || (text_forbidden(code) && !line_end))
            replace(&check, (struct span){source, at, at + bytes}, code);
        at += bytes;
    }
    refuse_directives(&check, from);
    return check.copy ? check.copy : text;
}
