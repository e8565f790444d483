#include "base/lookalike.h"

#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/text.h"

/* Runs of code points that look like a run of ASCII, or all like one character. */
struct run {
    uint32_t first, last;
    char ascii;
    bool alike; /* all like that one */
    const char *name;
};

static const struct run signs[] = {
    {0xA0, 0xA0, ' ', true, "a no-break space"},
    {0x2000, 0x200A, ' ', true, "a typographic space"},
    {0x202F, 0x202F, ' ', true, "a narrow no-break space"},
    {0x205F, 0x205F, ' ', true, "a typographic space"},
    {0x3000, 0x3000, ' ', true, "an ideographic space"},
    {0x1680, 0x1680, ' ', true, "a typographic space"},
    {0xFF1A, 0xFF1A, ':', true, "a full-width colon"},
    {0xFE55, 0xFE55, ':', true, "a small colon"},
    {0xFE13, 0xFE13, ':', true, "a vertical colon"},
    {0x2236, 0x2236, ':', true, "a ratio sign"},
    {0xA789, 0xA789, ':', true, "a modifier colon"},
    {0x02D0, 0x02D0, ':', true, "a length mark"},
    {0x0589, 0x0589, ':', true, "an Armenian full stop"},
    {0x05C3, 0x05C3, ':', true, "a Hebrew punctuation mark"},
    {0x2010, 0x2011, '-', true, "a typographic hyphen"},
    {0x2012, 0x2013, '-', true, "an en dash"},
    {0x2014, 0x2015, '-', true, "an em dash"},
    {0x2212, 0x2212, '-', true, "a minus sign"},
    {0x02D7, 0x02D7, '-', true, "a modifier minus"},
    {0x2796, 0x2796, '-', true, "a heavy minus sign"},
    {0xFE58, 0xFE58, '-', true, "a small dash"},
    {0x2022, 0x2023, '-', true, "a bullet"},
    {0x2043, 0x2043, '-', true, "a bullet"},
    {0x25CF, 0x25CF, '-', true, "a bullet"},
    {0x25AA, 0x25AA, '-', true, "a bullet"},
    {0x060C, 0x060C, ',', true, "an Arabic comma"},
    {0x3001, 0x3001, ',', true, "an ideographic comma"},
    {0x066B, 0x066B, '.', true, "an Arabic decimal point"},
    {0x3002, 0x3002, '.', true, "an ideographic full stop"},
    {0x00B7, 0x00B7, '.', true, "a middle dot"},
    {0x2018, 0x201B, '\'', true, "a curly quote"},
    {0x2032, 0x2032, '\'', true, "a prime"},
    {0x00B4, 0x00B4, '\'', true, "an acute accent"},
    {0x2039, 0x203A, '\'', true, "an angle quote"},
    {0x201C, 0x201F, '"', true, "a curly quote"},
    {0x2033, 0x2033, '"', true, "a double prime"},
    {0x301D, 0x301F, '"', true, "a curly quote"},
    {0x00AB, 0x00AB, '"', true, "an angle quote"},
    {0x00BB, 0x00BB, '"', true, "an angle quote"},
    {0x2044, 0x2044, '/', true, "a fraction slash"},
    {0x2215, 0x2215, '/', true, "a division slash"},
    {0x0660, 0x0669, '0', false, "an Arabic digit"},
    {0x06F0, 0x06F9, '0', false, "a Persian digit"},
    {0x0966, 0x096F, '0', false, "a Devanagari digit"},
    {0x09E6, 0x09EF, '0', false, "a Bengali digit"},
    {0x0A66, 0x0A6F, '0', false, "a Gurmukhi digit"},
    {0x0AE6, 0x0AEF, '0', false, "a Gujarati digit"},
    {0x0BE6, 0x0BEF, '0', false, "a Tamil digit"},
    {0x0E50, 0x0E59, '0', false, "a Thai digit"},
    {0x0ED0, 0x0ED9, '0', false, "a Lao digit"},
    {0x1040, 0x1049, '0', false, "a Burmese digit"},
    {0x17E0, 0x17E9, '0', false, "a Khmer digit"},
    {0xFF10, 0xFF19, '0', false, "a full-width digit"},
    {0xFF21, 0xFF3A, 'A', false, "a full-width letter"},
    {0xFF41, 0xFF5A, 'a', false, "a full-width letter"},
    {0xFF01, 0xFF5E, '!', false, "a full-width sign"},
};

/* Letters of other alphabets, each followed by the one that it looks like. */
static const struct alphabet {
    const char *name, *letters;
} alphabets[] = {
    {"a Cyrillic letter",
     "\u0410A\u0412B\u0421C\u0415E\u041dH\u0406I\u0408J\u041aK\u041cM\u041eO\u0420P"
     "\u0405S\u0422T\u0425X\u0423Y\u0430a\u0441c\u0435e\u04bbh\u0456i\u0458j\u043ak"
     "\u043eo\u0440p\u0455s\u0445x\u0443y\u0501d\u051bq\u051dw\u0475v\u04cfl\u050cG"},
    {"a Greek letter",
     "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P"
     "\u03a4T\u03a5Y\u03a7X\u03f9C\u03b1a\u03b9i\u03bak\u03bdv\u03bfo\u03c1p\u03c5u"
     "\u03c7x\u03b3y\u03f2c\u03f3j\u03c9w"},
    {"an Armenian letter", "\u054dU\u0555O\u0585o\u057du\u0570h\u0578n\u0581g"},
    {"a Turkish letter", "\u0130I\u0131i"},
};

static char letter_of(uint32_t code, const char **name) {
    for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
        const char *at = alphabets[i].letters;
        for (uint32_t letter; *at; at++) {
            at += text_decode(at, strlen(at), &letter);
            if (letter != code)
                continue;
            *name = alphabets[i].name;
            return *at;
        }
    }
    return '\0';
}

/* Bold, slanted, in a circle, raised: what Unicode itself says is the same in another dress. */
static char styled_of(uint32_t code, const char **name) {
    utf8proc_int32_t parts[8];
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code, parts, 8,
                                                     UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, NULL);
    if (count != 1 || parts[0] <= ' ' || parts[0] >= 0x7F)
        return '\0';
    *name = "a styled character";
    return (char)parts[0];
}

char lookalike_of(uint32_t code, const char **name) {
    if (code < 0x80)
        return '\0';
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const struct run *run = &signs[i];
        if (code < run->first || code > run->last)
            continue;
        *name = run->name;
        return (char)(run->ascii + (run->alike ? 0 : (int)(code - run->first)));
    }
    char letter = letter_of(code, name);
    return letter ? letter : styled_of(code, name);
}

bool lookalike_plain(const char *text, char plain[LOOKALIKE_PLAIN]) {
    const char *name, *end = text + strnlen(text, LOOKALIKE_PLAIN - 1);
    size_t bytes = 1;
    bool any = false;
    for (uint32_t code; text < end; text += bytes) {
        bytes = text_decode(text, (size_t)(end - text), &code);
        char ascii = bytes == 0 ? '\0' : code < 0x80 ? *text : lookalike_of(code, &name);
        if (!ascii)
            return false;
        any = any || code >= 0x80;
        *plain++ = ascii;
    }
    if (*end != '\0')
        return false;
    *plain = '\0';
    return any;
}

char *lookalike_word(char *plain) {
    static const char about[] = " '\"";
    plain += strspn(plain, about);
    for (size_t end = strlen(plain); end > 0 && strchr(about, plain[end - 1]);)
        plain[--end] = '\0';
    return plain;
}

void diagnose_lookalike(struct veto_diagnostics *list, struct span at, const char *whole) {
    const char *name = "";
    uint32_t code = 0;
    text_decode(at.source->text + at.start, at.end - at.start, &code);
    char like[] = {'\'', lookalike_of(code, &name), '\'', '\0'};
    const char *shown = like[1] == ' ' ? "a space" : like[1] == '\'' ? "an apostrophe" : like;
    diagnose(list, at, "U+%04X is %s, which looks like %s", (unsigned)code, name, shown);
    bool quote = like[1] == '\'' || like[1] == '"';
    if (whole && quote)
        diagnose_hint(list, "write %s", whole);
    else
        diagnose_hint(list, whole ? "type %s, as in %s" : "type %s", shown, whole);
}

void diagnose_first_lookalike(struct veto_diagnostics *list, struct span at, const char *whole) {
    const char *name, *text = at.source->text;
    size_t bytes = 1;
    for (; at.start < at.end; at.start += (uint32_t)bytes) {
        uint32_t code = 0;
        bytes = text_decode(text + at.start, at.end - at.start, &code);
        if (bytes > 0 && lookalike_of(code, &name))
            break;
        bytes = bytes ? bytes : 1;
    }
    at.end = at.start + (uint32_t)bytes;
    diagnose_lookalike(list, at, whole);
}
