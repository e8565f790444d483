#include "council/dates.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"

enum { DIGITS = 8, PARTS = 3, FIRST_YEAR = 1900, LAST_YEAR = 2099 };

int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

const char *month_name(int month) {
    static const char *const names[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December",
    };
    return names[month - 1];
}

bool date_is_day(struct veto_date date) {
    return date.year > 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

/* At most DIGITS digits of a text. */
static bool parse_digits(const char *text, size_t count, int *number) {
    char copy[DIGITS + 1] = "";
    uint64_t value;
    if (count > DIGITS)
        return false;
    memcpy(copy, text, count);
    if (!number_parse_u64(copy, &value))
        return false;
    *number = (int)value;
    return true;
}

bool veto_date_parse(const char *text, struct veto_date *date) {
    struct veto_date read;
    if (strlen(text) != strlen("2016-10-08") || text[4] != '-' || text[7] != '-')
        return false;
    if (!parse_digits(text, 4, &read.year) || !parse_digits(text + 5, 2, &read.month) ||
        !parse_digits(text + 8, 2, &read.day) || !date_is_day(read))
        return false;
    *date = read;
    return true;
}

int veto_date_compare(struct veto_date a, struct veto_date b) {
    int apart = a.year != b.year     ? a.year - b.year
                : a.month != b.month ? a.month - b.month
                                     : a.day - b.day;
    return (apart > 0) - (apart < 0);
}

/* ---- other ways of writing one ---- */

/* What stands in a text: up to three numbers in their order, and a month by its name. */
struct pieces {
    int numbers[PARTS], month;
    size_t digits[PARTS], count;
};

/* By its first three letters. */
static int month_of(const char *word, size_t length) {
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    char start[4] = "";
    if (length < 3)
        return 0;
    for (size_t i = 0; i < 3; i++)
        start[i] = (char)text_lower((unsigned char)word[i]);
    const char *found = strstr(months, start);
    return found && (found - months) % 3 == 0 ? (int)(found - months) / 3 + 1 : 0;
}

/* False for too many numbers, or too long ones. A time of the day behind a whole date is no part of
 * it. */
static bool take_pieces(const char *text, struct pieces *pieces) {
    static const char digits[] = "0123456789",
                      letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (size_t length; *text; text += length) {
        if ((length = strspn(text, digits)) > 0) {
            size_t dated = pieces->count + (pieces->month != 0);
            if (dated >= PARTS) /* more, where a month stands behind three numbers */
                return true;
            if (!parse_digits(text, length, &pieces->numbers[pieces->count]))
                return false;
            pieces->digits[pieces->count++] = length;
        } else if ((length = strspn(text, letters)) > 0) {
            int month = month_of(text, length);
            pieces->month = month ? month : pieces->month;
        } else {
            length = 1;
        }
    }
    return true;
}

static unsigned add_day(struct veto_date dates[DATES_MEANT], unsigned count, int year, int month,
                        int day) {
    struct veto_date date = {year, month, day};
    if (!date_is_day(date) || count == DATES_MEANT ||
        (count > 0 && veto_date_compare(dates[0], date) == 0))
        return count;
    dates[count] = date;
    return count + 1;
}

unsigned dates_meant(const char *text, struct veto_date dates[DATES_MEANT]) {
    struct pieces pieces = {.count = 0};
    const int *numbers = pieces.numbers;
    unsigned count = 0;
    if (strlen(text) > 64 || !take_pieces(text, &pieces))
        return 0;
    if (pieces.month && pieces.count == 2) {
        size_t year = pieces.digits[0] == 4 ? 0 : 1;
        return pieces.digits[year] == 4
                   ? add_day(dates, 0, numbers[year], pieces.month, numbers[1 - year])
                   : 0;
    }
    if (pieces.count == 1 && pieces.digits[0] == DIGITS)
        return add_day(dates, 0, numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
    if (pieces.count != PARTS)
        return 0;
    if (pieces.digits[0] == 4) {
        count = add_day(dates, count, numbers[0], numbers[1], numbers[2]);
        return count ? count : add_day(dates, count, numbers[0], numbers[2], numbers[1]);
    }
    if (pieces.digits[2] != 4)
        return 0;
    count = add_day(dates, count, numbers[2], numbers[1], numbers[0]);
    return add_day(dates, count, numbers[2], numbers[0], numbers[1]);
}

bool date_meant(const char *text, struct veto_date *date) {
    struct veto_date dates[DATES_MEANT];
    if (dates_meant(text, dates) > 0) {
        *date = dates[0];
        return true;
    }
    for (size_t length; *text; text += length ? length : 1) {
        int year = 0;
        length = strspn(text, "0123456789");
        if (length == 4 && parse_digits(text, length, &year) && year >= FIRST_YEAR &&
            year <= LAST_YEAR) {
            *date = (struct veto_date){year, 1, 1};
            return true;
        }
    }
    return false;
}
