/* Dates in the forms that files have. */
#include <string.h>

#include "base/text.h"
#include "council/dates.h"
#include "history/record.h"

struct part {
    const char *text;
    size_t length;
    int number; /* -1: a word */
};

/* A date in its parts: a day of the week, an "of", signs and blanks are left out. */
struct parts {
    struct part all[3];
    size_t count;
};

/* ---- words ---- */

static const char *const months[] = {"january",  "february", "march",  "april",     "may",
                                     "june",     "july",     "august", "september", "october",
                                     "november", "december", NULL};
static const char *const passed_over[] = {"monday",   "tuesday", "wednesday", "thursday", "friday",
                                          "saturday", "sunday",  "of",        NULL};

/* Which of the words a part is, or begins with three letters or more; -1: none of them. */
static int date_word_of(const struct part *part, const char *const *words) {
    for (int i = 0; words[i]; i++) {
        size_t at = 0;
        while (at < part->length && text_lower((unsigned char)part->text[at]) == words[i][at])
            at++;
        if (at == part->length && (at >= 3 || words[i][at] == '\0'))
            return i;
    }
    return -1;
}

/* ---- parts ---- */

/* "1st", "2nd", "3rd", "4th" */
static size_t ordinal(const char *text) {
    static const char ends[][3] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (text_lower((unsigned char)text[0]) == ends[i][0] &&
            text_lower((unsigned char)text[1]) == ends[i][1] && !ascii_letter(text[2]))
            return 2;
    return 0;
}

static struct part take_date_part(const char **text) {
    struct part part = {.text = *text, .number = -1};
    if (!ascii_digit(**text)) {
        while (ascii_letter(**text))
            ++*text;
        part.length = (size_t)(*text - part.text);
        return part;
    }
    for (part.number = 0; ascii_digit(**text) && part.length < 9; ++*text, part.length++)
        part.number = 10 * part.number + (**text - '0');
    *text += ordinal(*text);
    return part;
}

/* The text up to a time of day, as in "2016-12-23T00:00:00"; all of it where there is none. */
static size_t without_time(const char *text) {
    size_t colon = strcspn(text, ":"), at = colon;
    if (text[colon] == '\0')
        return colon;
    while (at > 0 && ascii_digit(text[at - 1]))
        at--;
    return at > 0 && strchr("Tt ", text[at - 1]) ? at - 1 : colon;
}

static bool split_date(const char *text, struct parts *parts) {
    const char *end = text + without_time(text);
    parts->count = 0;
    while (text < end) {
        if (strchr(" ,./-", *text)) {
            text++;
            continue;
        }
        const char *start = text;
        struct part part = take_date_part(&text);
        bool idle = part.number < 0 && date_word_of(&part, passed_over) >= 0;
        if (text == start || text > end || (parts->count == 3 && !idle))
            return false;
        if (!idle)
            parts->all[parts->count++] = part;
    }
    return parts->count > 0;
}

/* ---- days ---- */

/* The year that two digits mean, of those in which there is a Council. */
static int year_of(const struct part *part) {
    if (part->length == 4)
        return part->number;
    if (part->length > 2 || part->number < 0)
        return 0;
    return part->number + (part->number < VETO_ROSTER_FIRST % 100 ? 2000 : 1900);
}

void date_write(struct veto_date date, char text[DATE_ROOM]) {
    const int numbers[] = {date.year / 100 % 100, date.year % 100, date.month, date.day};
    memcpy(text, "0000-00-00", DATE_ROOM);
    for (int i = 0; i < 4; i++) {
        char *at = text + 2 * i + (i > 1) + (i > 2);
        at[0] = (char)('0' + numbers[i] / 10);
        at[1] = (char)('0' + numbers[i] % 10);
    }
}

/* All zeros where the calendar has no such day. */
static struct veto_date day_of(const struct part *year, int month, const struct part *day) {
    struct veto_date date = {year_of(year), month, day->number};
    return day->length <= 2 && date_is_day(date) ? date : (struct veto_date){0, 0, 0};
}

/* With the month as a word: the day before it or behind it. */
static struct veto_date with_word(const struct part *parts, size_t word) {
    int month = 1 + date_word_of(&parts[word], months);
    const struct part *first = &parts[word == 0 ? 1 : 0], *last = &parts[word == 2 ? 1 : 2];
    return first->length == 4 ? day_of(first, month, last) : day_of(last, month, first);
}

static struct veto_date in_order(const struct part *parts, enum veto_history_dates order) {
    static const int places[VETO_DATE_ORDERS][3] = {
        [VETO_DATES_DMY] = {2, 1, 0}, [VETO_DATES_MDY] = {2, 0, 1}, [VETO_DATES_YMD] = {0, 1, 2}};
    const struct part *month = &parts[places[order][1]];
    return day_of(&parts[places[order][0]], month->length <= 2 ? month->number : 0,
                  &parts[places[order][2]]);
}

static unsigned sure(struct veto_date day, struct veto_date days[VETO_DATE_ORDERS]) {
    days[VETO_DATES_BY_FILE] = day;
    return day.year ? 1u << VETO_DATES_BY_FILE : 0;
}

unsigned date_read(const char *text, struct veto_date days[VETO_DATE_ORDERS]) {
    struct parts parts;
    unsigned orders = 0;
    memset(days, 0, VETO_DATE_ORDERS * sizeof *days);
    if (veto_date_parse(text, &days[VETO_DATES_BY_FILE]))
        return 1u << VETO_DATES_BY_FILE;
    if (!split_date(text, &parts))
        return 0;
    if (parts.count == 1 && parts.all[0].length == 8) { /* "20161223" */
        int number = parts.all[0].number;
        struct part year = {.length = 4, .number = number / 10000};
        struct part day = {.length = 2, .number = number % 100};
        return sure(day_of(&year, number / 100 % 100, &day), days);
    }
    if (parts.count != 3)
        return 0;
    for (size_t i = 0; i < 3; i++)
        if (parts.all[i].number < 0)
            return sure(with_word(parts.all, i), days);
    if (parts.all[0].length == 4)
        return sure(in_order(parts.all, VETO_DATES_YMD), days);
    for (int order = VETO_DATES_DMY; order < VETO_DATE_ORDERS; order++) {
        days[order] = in_order(parts.all, (enum veto_history_dates)order);
        orders |= days[order].year ? 1u << order : 0;
    }
    return orders;
}
