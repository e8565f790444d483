#include <stdio.h>
#include <string.h>

#include "suite.h"
#include "veto/roster.h"

enum { YEARS = VETO_ROSTER_LAST - VETO_ROSTER_FIRST + 1 };

static struct veto_composition council_on(int year, int month, int day) {
    struct veto_composition composition = {0};
    if (!veto_composition_of((struct veto_date){year, month, day}, &composition))
        ck_abort_msg("no Council on %d-%d-%d", year, month, day);
    return composition;
}

static const struct veto_seat *seat_of(const struct veto_composition *composition,
                                       const char *code) {
    for (unsigned i = 0; i < composition->count; i++)
        if (strcmp(composition->seats[i].code, code) == 0)
            return &composition->seats[i];
    return NULL;
}

/* Dates */

START_TEST(dates_read) {
    static const struct {
        const char *text;
        struct veto_date date;
    } cases[] = {
        {"2016-10-08", {2016, 10, 8}},  {"1946-01-17", {1946, 1, 17}},
        {"1991-12-24", {1991, 12, 24}}, {"2016-02-29", {2016, 2, 29}},
        {"2000-02-29", {2000, 2, 29}},  {"2015-02-28", {2015, 2, 28}},
        {"2016-04-30", {2016, 4, 30}},  {"2016-12-31", {2016, 12, 31}},
        {"0001-01-01", {1, 1, 1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct veto_date date;
        ck_assert_msg(veto_date_parse(cases[i].text, &date), "%s", cases[i].text);
        ck_assert_int_eq(veto_date_compare(date, cases[i].date), 0);
    }
}
END_TEST

START_TEST(dates_refused) {
    static const char *const cases[] = {
        "",           "2016",        "2016-10",    "2016-10-8",   "2016-1-08",
        "16-10-08",   "2016/10/08",  "2016-10/08", "2016-10-08 ", " 2016-10-08",
        "20161008",   "2016-10-08T", "2016-00-08", "2016-13-08",  "2016-10-00",
        "2016-10-32", "2016-04-31",  "2016-06-31", "2016-09-31",  "2016-11-31",
        "2015-02-29", "1900-02-29",  "2100-02-29", "2016-02-30",  "0000-01-01",
        "-016-10-08", "+016-10-08",  "2016--1-08", "2016-1a-08",  "2016-10-+8",
        "2016-10- 8", "2016- 1-08",  "201x-10-08", "2016-10-0x",  "2016\342\200\22310-0",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct veto_date date = {1, 2, 3};
        ck_assert_msg(!veto_date_parse(cases[i], &date), "'%s' was taken for a date", cases[i]);
        ck_assert_int_eq(veto_date_compare(date, (struct veto_date){1, 2, 3}), 0);
    }
}
END_TEST

/* Every day of the Gregorian cycle of 400 years, and no other, is read. */
START_TEST(dates_of_a_whole_cycle) {
    unsigned days = 0;
    for (int year = 1800; year < 2200; year++) {
        for (int month = 0; month <= 19; month++) {
            for (int day = 0; day <= 39; day++) {
                char text[64];
                struct veto_date date;
                snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                days += veto_date_parse(text, &date);
            }
        }
    }
    ck_assert_uint_eq(days, 146097);
}
END_TEST

START_TEST(dates_compare) {
    static const struct veto_date ordered[] = {
        {0, 0, 0},      {1945, 12, 31}, {1946, 1, 1},  {1991, 12, 23}, {1991, 12, 24},
        {1991, 12, 31}, {1992, 1, 1},   {1992, 1, 31}, {1992, 2, 1},   {2027, 1, 1},
    };
    const int count = sizeof ordered / sizeof *ordered;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++)
            ck_assert_int_eq(veto_date_compare(ordered[i], ordered[j]), (i > j) - (i < j));
}
END_TEST

/* Groups and states */

START_TEST(groups_have_words) {
    static const char *const words[] = {
        "none",
        "african",
        "asia_pacific",
        "eastern_european",
        "latin_american_caribbean",
        "western_european_others",
    };
    ck_assert_uint_eq(sizeof words / sizeof *words, VETO_GROUPS);
    for (int i = 0; i < VETO_GROUPS; i++) {
        enum veto_group group = VETO_GROUPS;
        ck_assert_str_eq(veto_group_word((enum veto_group)i), words[i]);
        ck_assert(veto_group_parse(words[i], &group));
        ck_assert_int_eq(group, i);
    }
    enum veto_group group = VETO_AFRICAN;
    ck_assert(!veto_group_parse("", &group));
    ck_assert(!veto_group_parse("African", &group));
    ck_assert(!veto_group_parse("african ", &group));
    ck_assert(!veto_group_parse("asia", &group));
    ck_assert_int_eq(group, VETO_AFRICAN);
}
END_TEST

START_TEST(states_are_found) {
    static const struct {
        const char *code, *name, *formal;
    } cases[] = {
        {"VEN", "Venezuela", "Venezuela (Bolivarian Republic of)"},
        {"GBR", "United Kingdom", "United Kingdom of Great Britain and Northern Ireland"},
        {"USA", "United States", "United States of America"},
        {"RUS", "Russian Federation", "Russian Federation"},
        {"CHN", "China", "China"},
        {"CIV", "Côte d'Ivoire", "Côte d'Ivoire"},
        {"TUR", "Türkiye", "Türkiye"},
        {"SYR", "Syria", "Syrian Arab Republic"},
        {"CSK", "Czechoslovakia", "Czechoslovakia"},
        {"DDR", "German Democratic Republic", "German Democratic Republic"},
        {"YUG", "Yugoslavia", "Yugoslavia"},
        {"LKA", "Sri Lanka", "Sri Lanka"},
        {"AGO", "Angola", "Angola"},
        {"ZWE", "Zimbabwe", "Zimbabwe"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *name = NULL, *formal = NULL;
        ck_assert_msg(veto_state_find(cases[i].code, &name, &formal), "%s", cases[i].code);
        ck_assert_str_eq(name, cases[i].name);
        ck_assert_str_eq(formal, cases[i].formal);
    }
}
END_TEST

START_TEST(other_states_are_not_found) {
    /* Never sat, not a code, or a code that the project does not use. */
    static const char *const cases[] = {"ISR", "ISL", "SUN", "TWN", "YMD", "", "ven", "VE", "VENE"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *name = "name", *formal = "formal";
        ck_assert_msg(!veto_state_find(cases[i], &name, &formal), "'%s' was found", cases[i]);
        ck_assert_str_eq(name, "name");
        ck_assert_str_eq(formal, "formal");
    }
}
END_TEST

START_TEST(codes_are_those_that_sat) {
    const char *const *codes = veto_state_codes();
    size_t count = 0;
    for (; codes[count]; count++) {
        const char *name, *formal;
        ck_assert_uint_eq(strlen(codes[count]), 3);
        ck_assert(veto_state_find(codes[count], &name, &formal));
        ck_assert(name[0] != '\0' && formal[0] != '\0');
        if (count > 0)
            ck_assert_str_lt(codes[count - 1], codes[count]);
        bool sat = false;
        for (int year = VETO_ROSTER_FIRST; year <= VETO_ROSTER_LAST && !sat; year++) {
            struct veto_composition council = council_on(year, 1, 1);
            sat = seat_of(&council, codes[count]) != NULL;
        }
        ck_assert_msg(sat, "%s never sat", codes[count]);
    }
    ck_assert_uint_eq(count, 137);
}
END_TEST

/* Names */

static void names_two(const char *word, const char *first, const char *second) {
    char codes[VETO_STATES_NAMED][4];
    ck_assert_msg(veto_state_named(word, codes) == 2, "%s", word);
    ck_assert_str_eq(codes[0], first);
    ck_assert_str_eq(codes[1], second);
}

static void names_one(const char *word, const char *code) {
    char codes[VETO_STATES_NAMED][4];
    unsigned count = veto_state_named(word, codes);
    ck_assert_msg(count == 1 && strcmp(codes[0], code) == 0, "'%s' is no %s", word, code);
}

START_TEST(names_of_states) {
    static const char *const cases[][2] = {
        {"FRA", "FRA"},
        {"fra", "FRA"},
        {"FR", "FRA"},
        {"France", "FRA"},
        {"FRANCE", "FRA"},
        {"CN", "CHN"},
        {"NO", "NOR"},
        {"no", "NOR"},
        {"GB", "GBR"},
        {"UK", "GBR"},
        {"U.K.", "GBR"},
        {"US", "USA"},
        {"U.S.A.", "USA"},
        {"USSR", "RUS"},
        {"SU", "RUS"},
        {"SUN", "RUS"},
        {"DRC", "COD"},
        {"ZR", "COD"},
        {"Zaire", "COD"},
        {"Za\u00efre", "COD"},
        {"Burma", "MMR"},
        {"BU", "MMR"},
        {"Ivory Coast", "CIV"},
        {"C\u00f4te d'Ivoire", "CIV"},
        {"Cote d\u2019Ivoire", "CIV"},
        {"T\u00fcrkiye", "TUR"},
        {"Turkey", "TUR"},
        {"the Gambia", "GMB"},
        {"Gambia (The)", "GMB"},
        {"Republic of Korea", "KOR"},
        {"Korea, Republic of", "KOR"},
        {"Congo, Dem. Rep. of the", "COD"},
        {"Democratic Republic of Congo", "COD"},
        {"Congo (Brazzaville)", "COG"},
        {"Republic of the Congo", "COG"},
        {"St. Vincent & the Grenadines", "VCT"},
        {"Iran (Islamic Republic of)", "IRN"},
        {"Islamic Republic of Iran", "IRN"},
        {"Trinidad and Tobago", "TTO"},
        {"  united   kingdom ", "GBR"},
        {"GER", "DEU"},
        {"KSA", "SAU"},
        {"Saudi Arabia", "SAU"},
        {"IL", "ISR"},
        {"Holy See", "VAT"},
        {"Guinea", "GIN"},
        {"Guinea-Bissau", "GNB"},
        {"Equatorial Guinea", "GNQ"},
        {"Niger", "NER"},
        {"Nigeria", "NGA"},
        {"AND", "AND"},
        {"Dominica", "DMA"},
        {"United Arab Republic", "EGY"},
        {"Byelorussian Soviet Socialist Republic", "BLR"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        names_one(cases[i][0], cases[i][1]);
    names_two("Congo", "COG", "COD");
    names_two("Korea", "KOR", "PRK");
    names_two("BUR", "MMR", "BFA");
}
END_TEST

START_TEST(names_of_no_state) {
    static const char *const cases[] = {
        "",
        " ",
        "the",
        "Atlantis",
        "XYZ",
        "XX",
        "FR\u0410",
        "F R A",
        "Fran",
        "-",
        "Sergei Ryabkov",
        "a very long name of a state that is none and goes on and on and on and on and on and on",
        "a b c d e f g h i j k l m n o p q r s t",
    };
    char codes[VETO_STATES_NAMED][4];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(veto_state_named(cases[i], codes) == 0, "'%s' is a state", cases[i]);
}
END_TEST

/* What the roster calls a state, today or on any day, is in the table of names. */
START_TEST(every_name_of_the_roster_names_its_state) {
    for (int year = VETO_ROSTER_FIRST; year <= VETO_ROSTER_LAST; year++)
        for (int month = 1; month <= 12; month++) {
            struct veto_composition council = council_on(year, month, 28);
            for (unsigned i = 0; i < council.count; i++) {
                const struct veto_seat *seat = &council.seats[i];
                ck_assert_ptr_nonnull(veto_state_name(seat->code));
                names_one(seat->code, seat->code);
                if (strcmp(seat->name, "Congo") != 0)
                    names_one(seat->name, seat->code);
                if (strcmp(seat->formal, "Congo") != 0)
                    names_one(seat->formal, seat->code);
            }
        }
}
END_TEST

/* Both parts of the table: sorted, and of states there are. */
START_TEST(the_table_of_names_is_sorted) {
    static const char *const keys[] =
        {
#define NAME(key, code) key,
#include "council/names.def"
#undef NAME
        },
                             *const codes[] =
                                 {
#define NAME(key, code) #code,
#include "council/names.def"
#undef NAME
                                 },
                             *const others[][2] = {
#define OTHER(code, name) {#code, name},
#include "council/names.def"
#undef OTHER
                             };
    char named[VETO_STATES_NAMED][4];
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (i > 0)
            ck_assert_str_le(keys[i - 1], keys[i]);
        ck_assert_msg(veto_state_name(codes[i]) != NULL, "%s", codes[i]);
        unsigned count = veto_state_named(keys[i], named);
        ck_assert_msg((count > 0 && strcmp(named[0], codes[i]) == 0) ||
                          (count == 2 && strcmp(named[1], codes[i]) == 0),
                      "%s", keys[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (i > 0)
            ck_assert_str_lt(others[i - 1][0], others[i][0]);
        names_one(others[i][1], others[i][0]);
        ck_assert_str_eq(veto_state_name(others[i][0]), others[i][1]);
    }
    ck_assert_uint_eq(137 - 3 + sizeof others / sizeof *others, 193 + 2);
}
END_TEST

/* Compositions */

START_TEST(no_council_is_known_before_or_after) {
    struct veto_composition council = {.count = 99};
    ck_assert(!veto_composition_of((struct veto_date){0, 0, 0}, &council));
    ck_assert(!veto_composition_of((struct veto_date){1945, 12, 31}, &council));
    ck_assert(!veto_composition_of((struct veto_date){2028, 1, 1}, &council));
    ck_assert_uint_eq(council.count, 99);
}
END_TEST

START_TEST(every_year_has_its_seats) {
    int year = VETO_ROSTER_FIRST + _i;
    const int days[][2] = {{1, 1}, {7, 15}, {12, 31}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct veto_composition council = council_on(year, days[i][0], days[i][1]);
        ck_assert_int_eq(
            veto_date_compare(council.date, (struct veto_date){year, days[i][0], days[i][1]}), 0);
        ck_assert_uint_eq(council.count, year < 1966 ? 11 : 15);
        ck_assert_uint_eq(council.required, year < 1966 ? 7 : 9);
        unsigned permanent = 0;
        for (unsigned a = 0; a < council.count; a++) {
            const struct veto_seat *seat = &council.seats[a];
            const char *name, *formal;
            ck_assert_msg(veto_state_find(seat->code, &name, &formal), "%s", seat->code);
            ck_assert_int_eq(seat->group == VETO_GROUP_NONE, year < 1966);
            permanent += seat->permanent;
            for (unsigned b = 0; b < a; b++)
                if (strcmp(seat->code, council.seats[b].code) == 0)
                    ck_abort_msg("%s sits twice", seat->code);
        }
        ck_assert_uint_eq(permanent, 5);
        static const char *const five[] = {"CHN", "FRA", "GBR", "RUS", "USA"};
        for (int p = 0; p < 5; p++)
            ck_assert(seat_of(&council, five[p])->permanent);
    }
}
END_TEST

/* The first letter that differs, all letters plain and small. */
static int alphabetical(const char *a, const char *b) {
    char plain[2][128];
    const char *from[2] = {a, b};
    for (int i = 0; i < 2; i++) {
        size_t n = 0;
        for (const char *c = from[i]; *c; c++) {
            if (strncmp(c, "ô", 2) == 0 || strncmp(c, "ü", 2) == 0) {
                plain[i][n++] = *c == "ô"[0] && c[1] == "ô"[1] ? 'o' : 'u';
                c++;
            } else {
                if ((unsigned char)*c >= 0x80)
                    ck_abort_msg("another accent: %s", from[i]);
                plain[i][n++] = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
            }
        }
        plain[i][n] = '\0';
    }
    return strcmp(plain[0], plain[1]);
}

START_TEST(seats_are_in_alphabetical_order) {
    for (int month = 1; month <= 12; month++) {
        struct veto_composition council = council_on(VETO_ROSTER_FIRST + _i, month, 28);
        for (unsigned i = 1; i < council.count; i++) {
            const char *before = council.seats[i - 1].formal, *after = council.seats[i].formal;
            if (alphabetical(before, after) >= 0)
                ck_abort_msg("%d: %s before %s", council.date.year, before, after);
        }
    }
}
END_TEST

/* The short names in order, with a comma after each. */
static const char *names_of(const struct veto_composition *council, char *line, size_t size) {
    size_t used = 0;
    line[0] = '\0';
    for (unsigned i = 0; i < council->count; i++)
        used += (size_t)snprintf(line + used, size - used, "%s,", council->seats[i].name);
    return line;
}

START_TEST(councils_by_name) {
    static const struct {
        struct veto_date date;
        const char *names;
    } cases[] = {
        {{1946, 1, 17},
         "Australia,Brazil,China,Egypt,France,Mexico,Netherlands,Poland,"
         "Soviet Union,United Kingdom,United States,"},
        {{1950, 6, 25},
         "China,Cuba,Ecuador,Egypt,France,India,Norway,"
         "Soviet Union,United Kingdom,United States,Yugoslavia,"},
        {{1961, 6, 1},
         "Ceylon,Chile,China,Ecuador,France,Liberia,Turkey,"
         "Soviet Union,United Arab Republic,United Kingdom,United States,"},
        {{1965, 12, 31},
         "Bolivia,China,France,Ivory Coast,Jordan,Malaysia,Netherlands,"
         "Soviet Union,United Kingdom,United States,Uruguay,"},
        {{1966, 1, 1},
         "Argentina,Bulgaria,China,France,Japan,Jordan,Mali,Netherlands,New Zealand,"
         "Nigeria,Uganda,Soviet Union,United Kingdom,United States,Uruguay,"},
        {{1975, 7, 1},
         "Byelorussian SSR,China,Costa Rica,France,Guyana,Iraq,Italy,Japan,"
         "Mauritania,Sweden,Soviet Union,United Kingdom,Cameroon,Tanzania,"
         "United States,"},
        {{1987, 7, 20},
         "Argentina,Bulgaria,China,Congo,France,Federal Republic of Germany,Ghana,"
         "Italy,Japan,Soviet Union,United Arab Emirates,United Kingdom,"
         "United States,Venezuela,Zambia,"},
        {{1990, 3, 1},
         "Canada,China,Colombia,Côte d'Ivoire,Cuba,Democratic Yemen,Ethiopia,"
         "Finland,France,Malaysia,Romania,Soviet Union,United Kingdom,"
         "United States,Zaire,"},
        {{1990, 11, 29},
         "Canada,China,Colombia,Côte d'Ivoire,Cuba,Ethiopia,Finland,France,"
         "Malaysia,Romania,Soviet Union,United Kingdom,United States,Yemen,"
         "Zaire,"},
        {{2016, 10, 8},
         "Angola,China,Egypt,France,Japan,Malaysia,New Zealand,Russian Federation,"
         "Senegal,Spain,Ukraine,United Kingdom,United States,Uruguay,Venezuela,"},
        {{2017, 1, 1},
         "Bolivia,China,Egypt,Ethiopia,France,Italy,Japan,Kazakhstan,"
         "Russian Federation,Senegal,Sweden,Ukraine,United Kingdom,United States,"
         "Uruguay,"},
        {{2018, 1, 1},
         "Bolivia,China,Côte d'Ivoire,Equatorial Guinea,Ethiopia,France,Kazakhstan,"
         "Kuwait,Netherlands,Peru,Poland,Russian Federation,Sweden,United Kingdom,"
         "United States,"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[1024];
        struct veto_composition council;
        ck_assert(veto_composition_of(cases[i].date, &council));
        ck_assert_str_eq(names_of(&council, line, sizeof line), cases[i].names);
    }
}
END_TEST

START_TEST(names_of_the_day) {
    static const struct {
        struct veto_date date;
        const char *code, *name, *formal;
    } cases[] = {
        {{1991, 12, 23}, "RUS", "Soviet Union", "Union of Soviet Socialist Republics"},
        {{1991, 12, 24}, "RUS", "Russian Federation", "Russian Federation"},
        {{1971, 10, 24}, "CHN", "China", "China"},
        {{1971, 10, 26}, "CHN", "China", "China"},
        {{1984, 8, 3}, "BFA", "Upper Volta", "Upper Volta"},
        {{1984, 8, 4}, "BFA", "Burkina Faso", "Burkina Faso"},
        {{1990, 5, 21}, "YEM", "Democratic Yemen", "Democratic Yemen"},
        {{1990, 5, 22}, "YEM", "Yemen", "Yemen"},
        {{1971, 9, 13}, "SYR", "Syria", "Syria"},
        {{1971, 9, 14}, "SYR", "Syria", "Syrian Arab Republic"},
        {{1977, 3, 1}, "LBY", "Libya", "Libyan Arab Republic"},
        {{1977, 3, 2}, "LBY", "Libya", "Libyan Arab Jamahiriya"},
        {{2008, 1, 1}, "LBY", "Libya", "Libyan Arab Jamahiriya"},
        {{1950, 1, 1}, "EGY", "Egypt", "Egypt"},
        {{1962, 12, 31}, "EGY", "United Arab Republic", "United Arab Republic"},
        {{1984, 1, 1}, "EGY", "Egypt", "Egypt"},
        {{1964, 1, 1}, "CIV", "Ivory Coast", "Ivory Coast"},
        {{1990, 1, 1}, "CIV", "Côte d'Ivoire", "Côte d'Ivoire"},
        {{1983, 1, 1}, "COD", "Zaire", "Zaire"},
        {{1991, 12, 31}, "COD", "Zaire", "Zaire"},
        {{2026, 1, 1},
         "COD",
         "Democratic Republic of the Congo",
         "Democratic Republic of the Congo"},
        {{1985, 1, 1}, "UKR", "Ukrainian SSR", "Ukrainian Soviet Socialist Republic"},
        {{2000, 1, 1}, "UKR", "Ukraine", "Ukraine"},
        {{1988, 1, 1}, "DEU", "Federal Republic of Germany", "Germany, Federal Republic of"},
        {{1995, 1, 1}, "DEU", "Germany", "Germany"},
        {{1980, 1, 1}, "DDR", "German Democratic Republic", "German Democratic Republic"},
        {{1974, 1, 1}, "CMR", "Cameroon", "United Republic of Cameroon"},
        {{2002, 1, 1}, "CMR", "Cameroon", "Cameroon"},
        {{1955, 1, 1}, "IRN", "Iran", "Iran"},
        {{1979, 1, 1}, "BOL", "Bolivia", "Bolivia"},
        {{2017, 1, 1}, "BOL", "Bolivia", "Bolivia (Plurinational State of)"},
        {{1992, 1, 1}, "VEN", "Venezuela", "Venezuela"},
        {{2016, 1, 1}, "VEN", "Venezuela", "Venezuela (Bolivarian Republic of)"},
        {{1992, 1, 1}, "CPV", "Cape Verde", "Cape Verde"},
        {{1994, 1, 1}, "CZE", "Czech Republic", "Czech Republic"},
        {{2009, 1, 1}, "TUR", "Turkey", "Turkey"},
        {{2018, 1, 1}, "NLD", "Netherlands", "Netherlands"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct veto_composition council;
        ck_assert(veto_composition_of(cases[i].date, &council));
        const struct veto_seat *seat = seat_of(&council, cases[i].code);
        ck_assert_msg(seat != NULL, "%s did not sit", cases[i].code);
        ck_assert_str_eq(seat->name, cases[i].name);
        ck_assert_str_eq(seat->formal, cases[i].formal);
    }
}
END_TEST

START_TEST(groups_keep_their_seats) {
    /* General Assembly resolution 1991 A (XVIII): five from Africa and Asia, one from Eastern
     * Europe, two from Latin America, two from Western Europe and others. */
    struct veto_composition council = council_on(VETO_ROSTER_FIRST + _i, 1, 1);
    unsigned seats[VETO_GROUPS] = {0};
    for (unsigned i = 0; i < council.count; i++)
        if (!council.seats[i].permanent)
            seats[council.seats[i].group]++;
    if (council.date.year < 1966) {
        ck_assert_uint_eq(seats[VETO_GROUP_NONE], 6);
        return;
    }
    ck_assert_uint_eq(seats[VETO_AFRICAN] + seats[VETO_ASIA_PACIFIC], 5);
    ck_assert_uint_eq(seats[VETO_EASTERN_EUROPEAN], 1);
    ck_assert_uint_eq(seats[VETO_LATIN_AMERICAN_CARIBBEAN], 2);
    ck_assert_uint_eq(seats[VETO_WESTERN_EUROPEAN_OTHERS], 2);
}
END_TEST

/* Against a published list: year,iso3,code,name,permanent,regional_group */

static char *next_field(char **line) {
    char *field = *line;
    *line += strcspn(field, ",\n");
    if (**line != '\0')
        *(*line)++ = '\0';
    return field;
}

static void check_row(char *line, unsigned *seen) {
    int year = atoi(next_field(&line));
    const char *code = next_field(&line);
    next_field(&line);
    next_field(&line);
    bool permanent = next_field(&line)[0] == '1';
    const char *group = next_field(&line);
    struct veto_composition council = council_on(year, 7, 1);
    const struct veto_seat *seat = seat_of(&council, code);
    ck_assert_msg(seat != NULL, "%d: %s is missing", year, code);
    ck_assert_msg(seat->permanent == permanent, "%d: %s permanent", year, code);
    /* Before 1966 the list tells the kind of seat, not the group of the state; afterwards it tells
     * the group of the permanent members for one year only. */
    if (year >= 1966 && group[0] != '\0')
        ck_assert_msg(strcmp(veto_group_word(seat->group), group) == 0, "%d: %s is %s, not %s",
                      year, code, veto_group_word(seat->group), group);
    seen[year - VETO_ROSTER_FIRST]++;
}

START_TEST(membership_is_that_of_the_list) {
    const char *folder = getenv("VETO_HISTORY");
    if (!folder) {
        puts("# skipped: VETO_HISTORY does not name the folder of the membership list");
        return;
    }
    char path[1024], line[512];
    snprintf(path, sizeof path, "%s/council-membership-1946-2027.csv", folder);
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "cannot read %s", path);
    unsigned seen[YEARS] = {0};
    ck_assert(fgets(line, sizeof line, file) != NULL);
    ck_assert_str_eq(line, "year,iso3,iso3_source,name,permanent,regional_group\n");
    while (fgets(line, sizeof line, file))
        check_row(line, seen);
    fclose(file);
    /* As many rows as seats, and every row a seat: the two are the same set. */
    for (int i = 0; i < YEARS; i++)
        ck_assert_uint_eq(seen[i], council_on(VETO_ROSTER_FIRST + i, 7, 1).count);
}
END_TEST

static const struct suite_entry entries[] = {
    {dates_read, 0},
    {dates_refused, 0},
    {dates_of_a_whole_cycle, 0},
    {dates_compare, 0},
    {groups_have_words, 0},
    {states_are_found, 0},
    {other_states_are_not_found, 0},
    {codes_are_those_that_sat, 0},
    {names_of_states, 0},
    {names_of_no_state, 0},
    {every_name_of_the_roster_names_its_state, 0},
    {the_table_of_names_is_sorted, 0},
    {no_council_is_known_before_or_after, 0},
    {every_year_has_its_seats, YEARS},
    {seats_are_in_alphabetical_order, YEARS},
    {councils_by_name, 0},
    {names_of_the_day, 0},
    {groups_keep_their_seats, YEARS},
    {membership_is_that_of_the_list, 0},
};

SUITE("roster", entries)
