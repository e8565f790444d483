/* From the names and codes of the files to the codes of the roster. */
#include <string.h>

#include "history/record.h"

/* Codes that stand for a seat now held under another one. TWN is how the Republic of China, which
 * held China's seat until 1971, is coded in some files. */
static const struct {
    char from[4], to[4];
} former_codes[] = {
    {"BYS", "BLR"}, {"DHY", "BEN"}, {"FRG", "DEU"}, {"GDR", "DDR"}, {"HVO", "BFA"}, {"ROM", "ROU"},
    {"SUN", "RUS"}, {"TWN", "CHN"}, {"UAR", "EGY"}, {"YMD", "YEM"}, {"ZAR", "COD"},
};

/* Names that the roster does not use. Some columns hold two states of which one succeeded the
 * other, and bear both names. */
static const struct {
    const char *name;
    char code[4];
} other_names[] = {
    {"Bolivarian Republic of Venezuela", "VEN"},
    {"Bosnia", "BIH"},
    {"Byelorussian SSR", "BLR"},
    {"Byelorussian Soviet Socialist Republic", "BLR"},
    {"Cape Verde", "CPV"},
    {"Ceylon", "LKA"},
    {"Congo (Brazzaville)", "COG"},
    {"Congo (Democratic Republic of)", "COD"},
    {"Cote d'Ivoire", "CIV"},
    {"Czech Republic", "CZE"},
    {"Czechoslovak Socialist Republic", "CSK"},
    {"Dahomey", "BEN"},
    {"Democratic Yemen", "YEM"},
    {"East Germany", "DDR"},
    {"Egypt / United Arab Republic", "EGY"},
    {"Federal Republic of Germany", "DEU"},
    {"Gambia (The)", "GMB"},
    {"German Democratic Republic", "DDR"},
    {"Germany, Federal Republic of", "DEU"},
    {"Iran (Islamic Republic of)", "IRN"},
    {"Ivory Coast", "CIV"},
    {"Korea", "KOR"},
    {"Korea, Republic of", "KOR"},
    {"Libyan Arab Jamahiriya", "LBY"},
    {"Libyan Arab Republic", "LBY"},
    {"Netherlands", "NLD"},
    {"People's Republic of China", "CHN"},
    {"Republic of China", "CHN"},
    {"Republic of China (Taiwan)", "CHN"},
    {"Republic of Korea", "KOR"},
    {"Republic of the Congo", "COG"},
    {"Russia", "RUS"},
    {"Russian Federation/USSR", "RUS"},
    {"Slovak Republic", "SVK"},
    {"South Korea", "KOR"},
    {"Soviet Union", "RUS"},
    {"Sri Lanka/Ceylan", "LKA"},
    {"Sri Lanka/Ceylon", "LKA"},
    {"Syria", "SYR"},
    {"Tanzania", "TZA"},
    {"The Gambia", "GMB"},
    {"Turkey", "TUR"},
    {"Turkiye", "TUR"},
    {"USSR", "RUS"},
    {"Ukrainian SSR", "UKR"},
    {"Ukrainian Soviet Socialist Republic", "UKR"},
    {"Union of Soviet Socialist Republics", "RUS"},
    {"United Arab Republic", "EGY"},
    {"United Kingdom of Great Britain and Northern Ireland", "GBR"},
    {"United Republic of Cameroon", "CMR"},
    {"United States of America", "USA"},
    {"Upper Volta", "BFA"},
    {"Venezuela (Bolivarian Republic of)", "VEN"},
    {"Vietnam", "VNM"},
    {"West Germany", "DEU"},
    {"Zaire", "COD"},
};

/* The next letter, small, passing over everything else, accented letters too; 0 at the end. */
static char next_letter(const char **text) {
    for (; **text; ++*text) {
        char letter = **text;
        if (letter >= 'A' && letter <= 'Z')
            letter = (char)(letter - 'A' + 'a');
        if (letter >= 'a' && letter <= 'z') {
            ++*text;
            return letter;
        }
    }
    return '\0';
}

bool same_letters(const char *a, const char *b) {
    char from_a, from_b;
    do {
        from_a = next_letter(&a);
        from_b = next_letter(&b);
    } while (from_a == from_b && from_a);
    return from_a == from_b;
}

bool state_by_code(const char *code, char found[4]) {
    const char *name, *formal;
    if (strlen(code) != 3)
        return false;
    memcpy(found, code, 4);
    for (size_t i = 0; i < sizeof former_codes / sizeof *former_codes; i++)
        if (strcmp(former_codes[i].from, code) == 0)
            memcpy(found, former_codes[i].to, 4);
    return veto_state_find(found, &name, &formal);
}

bool state_by_name(const char *name, char found[4]) {
    const char *start = name;
    if (!next_letter(&start))
        return false;
    for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++) {
        if (same_letters(name, other_names[i].name)) {
            memcpy(found, other_names[i].code, 4);
            return true;
        }
    }
    for (const char *const *code = veto_state_codes(); *code; code++) {
        const char *usual, *formal;
        if (veto_state_find(*code, &usual, &formal) &&
            (same_letters(name, usual) || same_letters(name, formal))) {
            memcpy(found, *code, 4);
            return true;
        }
    }
    return false;
}

bool veto_history_state(const char *name, char code[4]) {
    char found[4];
    if (!state_by_code(name, found) && !state_by_name(name, found))
        return false;
    memcpy(code, found, 4);
    return true;
}
