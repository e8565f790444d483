/* Symbols of resolutions, documents and meetings in their many spellings. */
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "history/record.h"

/* Moves behind a word in capitals where the text begins with it, whatever its case. */
static bool take_word(const char **text, const char *word) {
    const char *at = *text;
    for (; *word; word++, at++)
        if (text_upper((unsigned char)*at) != *word)
            return false;
    *text = at;
    return true;
}

static void push(char *to, size_t room, char c) {
    size_t used = strlen(to);
    if (used + 1 < room)
        to[used] = (char)text_upper((unsigned char)c);
}

/* A number without the zeros before it; 0 where there is none, or none that fits. */
static unsigned take_number(const char **text) {
    enum { MOST_DIGITS = 7 };
    unsigned number = 0;
    size_t length = strspn(*text, "0123456789");
    for (size_t i = 0; i < length && length <= MOST_DIGITS; i++)
        number = 10 * number + (unsigned)((*text)[i] - '0');
    *text += length;
    return number;
}

/* ---- resolutions ---- */

/* "(2016)" behind the number, with blanks or without; 0 where there is none. */
static int take_symbol_year(const char **text) {
    const char *at = *text;
    at += strspn(at, " ");
    if (*at++ != '(')
        return 0;
    at += strspn(at, " ");
    const char *digits = at;
    int year = (int)take_number(&at);
    bool four = at - digits == 4;
    at += strspn(at, " ");
    if (!four || *at != ')')
        return 0;
    *text = at + 1;
    return year;
}

static bool take_resolution(const char **text, struct symbol *symbol) {
    const char *at = *text;
    at += strspn(at, " ");
    if (!ascii_digit(*at))
        return false;
    symbol->resolution = take_number(&at);
    symbol->year = take_symbol_year(&at);
    *text = at;
    return symbol->resolution > 0;
}

/* "SCR 2334", "UNSC resolution 2334 (2016)", "Res. 2334", "RES/2334" */
static bool take_named_resolution(const char **text, struct symbol *symbol) {
    static const struct {
        const char *word;
        bool names_it;
    } words[] = {
        {"UNITED NATIONS", false},
        {"UNSCR", true},
        {"UNSC", false},
        {"UN", false},
        {"SECURITY COUNCIL", false},
        {"SCR", true},
        {"SC", false},
        {"RESOLUTION", true},
        {"RES", true},
        {"NO", false},
    };
    const char *at = *text;
    bool named = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!take_word(&at, words[i].word))
            continue;
        named |= words[i].names_it;
        at += strspn(at, " ./");
    }
    if (!named || !take_resolution(&at, symbol))
        return false;
    *text = at;
    return true;
}

/* ---- meetings and documents ---- */

/* "(Part I)", "(Resumption 1)": in capitals, without blanks */
static void take_symbol_part(const char **text, struct symbol *symbol) {
    const char *at = *text;
    at += strspn(at, " ");
    at += *at == '(';
    const char *start = at;
    if (!take_word(&at, "PART") && !take_word(&at, "RESUMPTION"))
        return;
    for (at = start; *at && *at != ')'; at++)
        if (ascii_letter(*at) || ascii_digit(*at))
            push(symbol->part, sizeof symbol->part, *at);
    *text = at + (*at == ')');
}

/* Behind "S/PV.": the number of the meeting, of which some files have the prefix twice. A V before
 * it counts the video conferences of 2020, which are no meetings. */
static bool take_meeting(const char **text, struct symbol *symbol) {
    const char *at = *text;
    while (take_word(&at, "S/PV") || take_word(&at, "PV"))
        at += strspn(at, " ./");
    bool video = take_word(&at, "V");
    if (!ascii_digit(*at))
        return false;
    strcpy(symbol->text, video ? "S/PV.V" : "S/PV.");
    at += strspn(at, "0");
    for (; ascii_digit(*at); at++)
        push(symbol->text, sizeof symbol->text, *at);
    take_symbol_part(&at, symbol);
    *text = at;
    return true;
}

static bool is_sign(char c) {
    return ascii_digit(c) || ascii_letter(c);
}

static bool is_number_next(const char *at) {
    return ascii_digit(at[strspn(at, " ")]);
}

/* Whether a character goes on with the symbol. Blanks do in "Rev. 1" and round a stroke, where a
 * number follows. */
static bool is_of_document(const char *at) {
    size_t blanks = strspn(at, " ");
    if (blanks > 0)
        return at[-1] == ' ' || at[-1] == '.' || at[-1] == '/'
                   ? is_number_next(at) || at[blanks] == '/'
                   : at[blanks] == '/' && is_number_next(at + blanks + 1);
    bool joins = *at == '.' || *at == '/' || *at == '-';
    return is_sign(*at) || (joins && (is_sign(at[1]) || (at[1] == ' ' && is_number_next(at + 1))));
}

/* Behind "S/"; a dash stands for a stroke. */
static bool take_document(const char **text, struct symbol *symbol) {
    const char *at = *text;
    strcpy(symbol->text, "S/");
    for (; *at && is_of_document(at); at++)
        if (*at != ' ')
            push(symbol->text, sizeof symbol->text, *at == '-' ? '/' : *at);
    bool sound = at > *text && is_sign(**text) && strlen(symbol->text) < sizeof symbol->text - 1;
    *text = at;
    return sound;
}

/* "S/..." */
static bool take_symbol(const char **text, struct symbol *symbol) {
    const char *at = *text, *behind;
    if (!take_word(&at, "S"))
        return false;
    at += strspn(at, " ");
    if (*at++ != '/')
        return false;
    at += strspn(at, " ");
    behind = at;
    *text = at;
    if (take_word(&behind, "RES") && (behind += strspn(behind, " ./")) &&
        take_resolution(&behind, symbol)) {
        *text = behind;
        return true;
    }
    if (take_word(&at, "PV") && take_meeting(text, symbol))
        return true;
    return take_document(text, symbol);
}

bool symbol_next(const char **cell, struct symbol *symbol) {
    const char *start = *cell;
    for (const char *at = start; *at; at++) {
        *symbol = (struct symbol){.resolution = 0};
        const char *behind = at;
        bool in_word = at > start && (is_sign(at[-1]) || at[-1] == '/');
        if (!in_word && (take_symbol(&behind, symbol) || take_named_resolution(&behind, symbol))) {
            *cell = behind;
            return true;
        }
    }
    return false;
}

/* ---- what somebody typed ---- */

/* "7785th meeting", "meeting 7785", "PV.7785" */
static bool take_named_meeting(const char **text, struct symbol *symbol) {
    const char *at = *text;
    bool named = take_word(&at, "MEETING") || take_word(&at, "PV");
    at += strspn(at, " ./");
    const char *number = at;
    at += strspn(at, "0123456789");
    if (at == number)
        return false;
    if (!named) {
        named = take_word(&at, "ST") || take_word(&at, "ND") || take_word(&at, "RD") ||
                take_word(&at, "TH");
        at += strspn(at, " ");
        named = named && take_word(&at, "MEETING");
    }
    if (!named || !take_meeting(&number, symbol))
        return false;
    *text = at > number ? at : number;
    return true;
}

bool symbol_parse(const char *text, struct symbol *symbol) {
    *symbol = (struct symbol){.resolution = 0};
    text += strspn(text, " ");
    const char *at = text;
    if (take_resolution(&at, symbol) && !*(at + strspn(at, " ")))
        return true;
    *symbol = (struct symbol){.resolution = 0};
    return take_named_meeting(&text, symbol) || symbol_next(&text, symbol);
}

uint64_t symbol_meeting(const struct symbol *symbol) {
    uint64_t number;
    bool numbered =
        strncmp(symbol->text, "S/PV.", 5) == 0 && number_parse_u64(symbol->text + 5, &number);
    return numbered ? number : 0;
}

bool symbol_is_in(const struct symbol *symbol, const char *cell) {
    struct symbol found;
    while (cell && symbol_next(&cell, &found))
        if (found.resolution == symbol->resolution && strcmp(found.text, symbol->text) == 0 &&
            (!found.year || !symbol->year || found.year == symbol->year) &&
            (!*found.part || !*symbol->part || strcmp(found.part, symbol->part) == 0))
            return true;
    return false;
}
