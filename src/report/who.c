/* Who sits in the Council on a day. */
#include "base/arena.h"
#include "report/build.h"
#include "report/lessons.h"
#include "words/words.h"

static void add_seats(struct page *page, const struct veto_composition *council) {
    enum { ID, NAME, PERMANENT, SEAT, GROUP, COLUMNS };
    static const struct page_column columns[COLUMNS] = {
        [ID] = {.key = "id", .head = {"Code"}},
        [NAME] = {.key = "name", .head = {"Member"}},
        [PERMANENT] = {.key = "permanent", .audience = FOR_DATA},
        [SEAT] = {.head = {"Seat"}, .audience = FOR_READERS},
        [GROUP] = {.key = "group", .head = {"Group"}},
    };
    struct page_table *table = page_table_with(page, columns, COLUMNS, .headed = true);
    for (unsigned i = 0; i < council->count; i++) {
        const struct veto_seat *seat = &council->seats[i];
        table_texts(table, seat->code, seat->name, seat->permanent ? "true" : "false",
                    seat->permanent ? "permanent" : "elected", words_group(seat->group))[GROUP]
            .data = veto_group_word(seat->group);
    }
}

static void build_who(struct page *page, const void *context) {
    enum { LABEL = 19 };
    const struct who_subject *subject = context;
    struct arena *arena = page->arena;
    const struct veto_composition *council = subject->council;
    const char *president =
        subject->president
            ? arena_printf(arena, "%s, by Rule 18", words_name(arena, subject->president->name))
            : "not known";
    page_titlef(page, "The Council on %s", words_date(arena, council->date));
    page_fact(page, 0, LABEL, "President", ROLE_PLAIN, president);
    page_fact(page, 0, LABEL, "Required majority", ROLE_PLAIN,
              words_required(arena, council->required, council->count));
    page_gap(page);
    add_seats(page, council);
}

static json_t *who_json(struct build *build, const void *context) {
    const struct who_subject *subject = context;
    const struct veto_composition *council = subject->council;
    json_t *members = json_array();
    for (unsigned i = 0; i < council->count; i++) {
        const struct veto_seat *seat = &council->seats[i];
        build_push(build, members,
                   json_pack("{s:s, s:s, s:b, s:s}", "id", seat->code, "name", seat->name,
                             "permanent", seat->permanent, "group", veto_group_word(seat->group)));
    }
    return json_pack("{s:s, s:I, s:s?, s:o}", "date", subject->date, "required",
                     (json_int_t)council->required, "president",
                     subject->president ? subject->president->code : NULL, "members", members);
}

const struct report report_who = {build_who, who_json, 12, 0};
