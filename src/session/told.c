#include "session/told.h"

#include <string.h>

bool told_draft(const struct told *told, int draft) {
    return told->open || told->shown >= veto_meeting_event_count(told->meeting) ||
           session_settled(told->meeting, told->shown) >> draft & 1;
}

bool told_all(const struct told *told) {
    for (size_t i = told->shown; i < veto_meeting_event_count(told->meeting) && !told->open; i++)
        if (session_settles(veto_meeting_event(told->meeting, i)))
            return false;
    return true;
}

/* Dates that can be told apart from others begin with a year: "2016", "2016-10" or "2016-10-08".
 * The year that the meeting is in may be the end of that year. */
static bool is_before(const char *date, const char *day) {
    enum { YEAR = sizeof "2016" - 1 };
    bool dated = strspn(date, "0123456789") == YEAR && (date[YEAR] == '\0' || date[YEAR] == '-');
    return dated && strncmp(date, day, strlen(date)) < 0;
}

bool told_source(const struct told *told, const struct veto_reference *source) {
    const char *day = veto_meeting_scenario(told->meeting)->date_text;
    return (source->date && day && is_before(source->date, day)) || told_all(told);
}

const char *told_question(const struct told *told, const struct veto_class_question *question) {
    bool may = question->safe ||
               (question->draft == VETO_NONE ? told_all(told) : told_draft(told, question->draft));
    return may ? question->ask
               : "A question for after the result; the sheet for the teacher has it now.";
}
