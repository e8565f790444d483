/* What day somebody meant who did not write it as YYYY-MM-DD. */
#pragma once

#include "veto/roster.h"

/*
 * The days that a text can mean: 15/03/2027, 3.15.2027, 2027/3/15, 20270315, 15 March 2027, March
 * 15th, 2027, 2027-03-15T10:00. Returns how many: 2 where day and month could be either way.
 */
enum { DATES_MEANT = 2 };
unsigned dates_meant(const char *text, struct veto_date dates[DATES_MEANT]);

/* The first of them; else, where a text names no day of the calendar, 1 January of the year that is
 * in it. False for no year. */
bool date_meant(const char *text, struct veto_date *date);

/* Whether the calendar has it. */
bool date_is_day(struct veto_date date);

/* 28 to 31. `month` is 1 to 12. */
int days_in_month(int year, int month);

/* "January". `month` is 1 to 12. */
const char *month_name(int month);
