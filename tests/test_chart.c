/* What is drawn on a page: charts, and the chamber. */
#include "page/plot.h"
#include "page_surfaces.h"

/* ---- charts ---- */

static const char *const listed[] = {"yes", "no", "not_participating"};

static const double rising[] = {0, 0.5, 1}, falling[] = {1, 0.5, 0}, never[] = {0, 0, 0};

static struct page_chart lines_along(const char *const *labels, bool list) {
    static const struct page_chart_series series[] = {
        {.name = "adopted", .role = ROLE_ADOPTED, .mark = 'A', .values = rising},
        {.name = "vetoed", .role = ROLE_VETOED, .mark = 'V', .values = falling},
        {.name = "failed", .role = ROLE_FAILED, .mark = 'F', .values = never},
    };
    return (struct page_chart){
        .kind = CHART_LINES,
        .title = "A \"title\"",
        .alternative = "In <words>.",
        .x = {"a.path", labels, 3, list},
        .y = {.name = "Chance"},
        .series = series,
        .series_count = 3,
        .most = 1,
        .chances = true,
    };
}

/* Those in which something happens, as text has them. */
static const char *drawn_apart(size_t gap) {
    static const int lines[] = {100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0};
    const char *text = "Chance\n";
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const char *first = lines[i] == 100 ? "V" : lines[i] == 0 ? "A" : "";
        const char *last = lines[i] == 100 ? "A" : lines[i] == 0 ? "V" : "";
        text = arena_printf(&arena, "%s%4d%% |%s%*s%s\n", text, lines[i], first,
                            *last ? (int)(2 * gap - 1) : 0, "", last);
        if (lines[i] == 50)
            text = arena_printf(&arena, "%.*s%*s*\n", (int)strlen(text) - 1, text, (int)gap, "");
    }
    return text;
}

START_TEST(lines_of_a_list_have_every_label) {
    struct page page = new_page();
    struct page_chart chart = lines_along(listed, true);
    page_chart(&page, &chart);
    const char *text = arena_printf(&arena, "%s%s", drawn_apart(17),
                                    "       yes              no               not_participating\n"
                                    "       a.path\n"
                                    "* several in one place\n");
    ck_assert_str_eq(as(&page, PAGE_TEXT), text);
    ck_assert_str_eq(
        as(&page, PAGE_MARKDOWN),
        arena_printf(&arena, "```\n%s```\n",
                     write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 78})));
    const char *body = body_of(&page);
    ck_assert_ptr_nonnull(strstr(body, "<title id=\"t1\">A &quot;title&quot;</title>\n"
                                       "<desc id=\"d1\">In &lt;words&gt;.</desc>\n"));
    for (size_t i = 0; i < 3; i++)
        ck_assert_ptr_nonnull(strstr(body, arena_printf(&arena, ">%s</text>", listed[i])));
    ck_assert_ptr_nonnull(strstr(body, ">Chance</text>"));
    ck_assert_ptr_null(strchr(body, '*'));
    ck_assert_ptr_nonnull(strstr(body, ">a.path</text>"));
    ck_assert_ptr_nonnull(strstr(body, "<polyline class=\"line adopted d0\" points=\"58.0,172.0 "
                                       "195.0,97.0 332.0,22.0\"/>"));
    ck_assert_ptr_nonnull(strstr(body, "<text class=\"letter vetoed\" x=\"205.0\" y=\"101.0\">V<"));
}
END_TEST

START_TEST(lines_of_a_range_have_its_ends) {
    static const char *const range[] = {"0", "0.5", "1"};
    struct page page = new_page();
    struct page_chart chart = lines_along(range, false);
    page_chart(&page, &chart);
    ck_assert_str_eq(as(&page, PAGE_TEXT), arena_printf(&arena, "%s%s", drawn_apart(6),
                                                        "       0           1\n       a.path\n"
                                                        "* several in one place\n"));
}
END_TEST

/* Five labels of a list where there is room for two beside each other. */
START_TEST(labels_without_room_stand_below_each_other) {
    static const char *const names[] = {"abstain", "not_participating", "yes", "no", "absent"};
    static const double values[] = {1, 1, 1, 1, 1};
    static const struct page_chart_series series = {.name = "A", .mark = 'A', .values = values};
    struct page page = new_page();
    struct page_chart chart = {.kind = CHART_LINES,
                               .x = {"p", names, 5, true},
                               .series = &series,
                               .series_count = 1,
                               .most = 1};
    page_chart(&page, &chart);
    const char *text = write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 32});
    ck_assert_ptr_nonnull(strstr(text, "    1 |A    A    A    A    A\n  0.9 |\n"));
    ck_assert_str_eq(strstr(text, "    0 |"), "    0 |\n"
                                              "       abstain   yes  no  absent\n"
                                              "            not_participating\n"
                                              "       p\n");
}
END_TEST

static const struct page_chart_series cells = {
    .name = "adopted", .mark = 'A', .values = (const double[]){0, 0.2, 0.39, 0.6, 0.8, 1}};

START_TEST(maps_have_shades_and_whole_labels) {
    static const char *const down[] = {"0.0625", "no"};
    struct page page = new_page();
    struct page_chart scale = {.kind = CHART_SCALE};
    struct page_chart map = {.kind = CHART_MAP,
                             .title = "A map",
                             .x = {"across", (const char *const[]){"0", "0.5", "1"}, 3, false},
                             .y = {"down", down, 2, true},
                             .series = &cells,
                             .series_count = 1,
                             .most = 1,
                             .chances = true};
    page_chart(&page, &scale);
    page_chart(&page, &map);
    ck_assert_str_eq(as(&page, PAGE_TEXT),
                     "Shades: [  ] below 20% [\u2591\u2591] from 20% [\u2592\u2592] from 40% "
                     "[\u2593\u2593] from\n60% [\u2588\u2588] from 80%\n"
                     "    no |\u2593\u2593\u2588\u2588\u2588\u2588|\n"
                     "0.0625 |  \u2591\u2591\u2591\u2591|\n"
                     "        0    1\n        across\n");
    ck_assert_str_eq(write_page(&page, PAGE_TEXT, &(struct page_look){.ascii = true}),
                     "Shades: [  ] below 20% [..] from 20% [++] from 40% [##] from 60% [@@] from "
                     "80%\n    no |##@@@@|\n0.0625 |  ....|\n        0    1\n        across\n");
    const char *body = body_of(&page);
    ck_assert_ptr_nonnull(strstr(body, "<p class=\"shades\">Shades:\n"));
    static const char *const numbers[] = {"0%", "20%", "39%", "60%", "80%", "100%"};
    for (size_t i = 0; i < 6; i++)
        ck_assert_ptr_nonnull(strstr(body, arena_printf(&arena, ">%s</text>", numbers[i])));
    ck_assert_ptr_nonnull(strstr(body, ">0.0625</text>"));
    ck_assert_ptr_nonnull(strstr(body, ">across</text>"));
    ck_assert_ptr_nonnull(strstr(body, ">down</text>"));
}
END_TEST

/* No vote that two members shared: a dash, and not the shade of 0. */
START_TEST(maps_show_where_there_is_nothing) {
    struct page page = new_page();
    const struct page_chart_series some = {.name = "alike",
                                           .values = (const double[]){0, PAGE_NO_VALUE, 1}};
    struct page_chart map = {.kind = CHART_MAP,
                             .title = "A map",
                             .x = {NULL, (const char *const[]){"1", "2", "3"}, 3, true},
                             .y = {NULL, (const char *const[]){"CHN-FRA"}, 1, true},
                             .series = &some,
                             .series_count = 1,
                             .most = 1,
                             .chances = true};
    page_chart(&page, &map);
    ck_assert_str_eq(as(&page, PAGE_TEXT),
                     "CHN-FRA |   ---\u2588\u2588\u2588|\n         1  2  3\n");
    const char *body = body_of(&page), *none = strstr(body, ">\u2013</text>");
    ck_assert_ptr_nonnull(none);
    ck_assert_ptr_nonnull(strstr(none, "<rect class=\"shade s4\""));
    ck_assert_ptr_null(strstr(none + 1, ">\u2013</text>"));
    ck_assert_ptr_nonnull(strstr(body, ">0%</text>"));
}
END_TEST

/* A series that is 0 beside another has no bar there; where all are, each says so. */
START_TEST(bars_of_nothing_are_left_out_beside_others) {
    static const char *const who[] = {"one", "both", "neither"};
    const struct page_chart_series series[] = {
        {.name = "vetoed",
         .mark = 'V',
         .values = (const double[]){0, 2, 0},
         .texts = (const char *const[]){"0", "2", "0"}},
        {.name = "failed",
         .mark = 'F',
         .values = (const double[]){1, 1, 0},
         .texts = (const char *const[]){"1", "1", "0"}},
    };
    struct page_chart chart = {.kind = CHART_BARS,
                               .title = "Drafts",
                               .x = {.labels = who, .count = 3},
                               .series = series,
                               .series_count = 2,
                               .most = 2};
    struct page page = new_page();
    page_chart(&page, &chart);
    ck_assert_str_eq(write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 20}),
                     "one      F \u2588\u2588\u2588\u2588 1\n"
                     "both     V \u2588\u2588\u2588\u2588\u2588\u2588\u2588 2\n"
                     "         F \u2588\u2588\u2588\u2588 1\n"
                     "neither  V 0\n"
                     "         F 0\n");
    const char *body = body_of(&page);
    ck_assert_ptr_nonnull(strstr(body, "<svg viewBox=\"0 0 360 132\""));
    ck_assert_ptr_nonnull(strstr(body, ">neither</text>\n<text class=\"start strong\" x=\"0.0\""));
}
END_TEST

START_TEST(bars_have_labels_and_numbers) {
    static const char *const who[] = {"Russian Federation", "Egypt", "Nobody"};
    static const char *const texts[] = {"120", "1", "none"};
    static const double values[] = {120, 1, 0};
    static const struct page_chart_series series[] = {
        {.name = "then", .role = ROLE_NO, .mark = 'T', .values = values, .texts = texts},
        {.name = "now", .mark = 'N', .values = values, .texts = texts},
    };
    struct page_chart chart = {.kind = CHART_BARS,
                               .title = "Vetoes",
                               .x = {.labels = who, .count = 3},
                               .series = series,
                               .series_count = 1,
                               .most = 120};
    struct page page = new_page();
    page_chart(&page, &chart);
    check(&page,
          "Russian Federation  \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588"
          "\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588"
          "\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588 120\n"
          "Egypt               \u2588 1\n"
          "Nobody              none\n",
          "<figure class=\"chart\">\n"
          "<svg viewBox=\"0 0 360 104\" role=\"img\" aria-labelledby=\"t1\" "
          "aria-describedby=\"d1\">\n<title id=\"t1\">Vetoes</title>\n<desc id=\"d1\"></desc>\n"
          "<text class=\"start\" x=\"0.0\" y=\"11.0\">Russian Federation</text>\n"
          "<rect class=\"box no\" x=\"0.5\" y=\"15.0\" width=\"314.80\" height=\"9\"/>"
          "<text class=\"start strong\" x=\"320.8\" y=\"24.0\">120</text>\n"
          "<text class=\"start\" x=\"0.0\" y=\"44.0\">Egypt</text>\n"
          "<rect class=\"box no\" x=\"0.5\" y=\"48.0\" width=\"2.62\" height=\"9\"/>"
          "<text class=\"start strong\" x=\"8.6\" y=\"57.0\">1</text>\n"
          "<text class=\"start\" x=\"0.0\" y=\"77.0\">Nobody</text>\n"
          "<text class=\"start strong\" x=\"6.0\" y=\"90.0\">none</text>\n"
          "</svg>\n</figure>\n",
          arena_printf(&arena, "```\n%s```\n",
                       write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 78})));
    chart.series_count = 2;
    page = new_page();
    page_chart(&page, &chart);
    const char *text = write_page(&page, PAGE_TEXT, &(struct page_look){.columns = 40});
    ck_assert_str_eq(text, "Russian Federation  T \u2588\u2588\u2588\u2588\u2588\u2588\u2588"
                           "\u2588\u2588\u2588\u2588\u2588\u2588 120\n"
                           "                    N \u2588\u2588\u2588\u2588\u2588\u2588\u2588"
                           "\u2588\u2588\u2588\u2588\u2588\u2588 120\n"
                           "Egypt               T \u2588 1\n                    N \u2588 1\n"
                           "Nobody              T none\n                    N none\n");
}
END_TEST

/* ---- the chamber ---- */

static struct chamber chamber_of(unsigned members, unsigned president) {
    struct chamber_seat *seats = arena_array(&arena, struct chamber_seat, members);
    for (unsigned i = 0; i < members; i++)
        seats[i] = (struct chamber_seat){
            .code = arena_printf(&arena, "M%02u", i),
            .name = "A <member>",
            .badge = i % 2 ? "Y+" : "VETO",
            .ballot = i % 2 ? "in favour" : "against",
            .role = i % 2 ? ROLE_YES : ROLE_VETOED,
            .veto = i % 2 == 0,
            .president = i == president,
        };
    return (struct chamber){
        .title = "The vote",
        .alternative = "Vetoed.",
        .seats = seats,
        .seat_count = members,
        .required = (members + 1) / 2,
        .outcome = "vetoed",
        .outcome_role = ROLE_VETOED,
    };
}

/* The tally, with its mark behind the second of three boxes. */
START_TEST(the_chamber_is_a_drawing) {
    static const struct chamber_count counts[] = {{"In favour", ROLE_YES, 1},
                                                  {"Against", ROLE_NO, 2}};
    struct page page = new_page();
    struct chamber chamber = chamber_of(3, 1);
    chamber.counts = counts;
    chamber.count_count = 2;
    page_chamber(&page, &chamber);
    ck_assert_str_eq(as(&page, PAGE_TEXT), "");
    ck_assert_str_eq(as(&page, PAGE_MARKDOWN), "");
    const char *body = body_of(&page);
    static const char *const parts[] = {
        "<figure class=\"chamber\">\n<svg viewBox=\"0 0 360 223\" role=\"img\" "
        "aria-labelledby=\"t1\" aria-describedby=\"d1\">\n<title id=\"t1\">The vote</title>\n"
        "<desc id=\"d1\">Vetoed.</desc>\n"
        "<text class=\"dim\" x=\"180.0\" y=\"15.0\">President</text>\n",
        "<g class=\"seat yes\"><title>A &lt;member&gt;: in favour</title>"
        "<circle cx=\"180.0\" cy=\"41.0\" r=\"21\"/>\n"
        "<text x=\"180.0\" y=\"39.0\">M01</text>\n<text x=\"180.0\" y=\"52.0\">Y+</text>\n</g>\n"
        "<g class=\"seat vetoed\"><title>A &lt;member&gt;: against</title>"
        "<circle cx=\"337.0\" cy=\"198.0\" r=\"21\"/>\n"
        "<text x=\"337.0\" y=\"196.0\">M02*</text>\n",
        "<g class=\"vetoed\"><text class=\"outcome\"",
        "In favour <tspan class=\"strong\">1</tspan>",
        "<path class=\"mark\" d=\"M215.2 ",
        ">2 needed</text>",
        "<rect class=\"box no\" x=\"144.00\"",
        "<figcaption><div>The vote</div>\n"
        "<span class=\"key\"><b class=\"vetoed\">VETO</b> against: a veto</span>\n"
        "<span class=\"key\"><b class=\"yes\">Y+</b> in favour</span>\n"
        "<span class=\"key\"><b class=\"\">*</b> has the veto</span>\n"
        "</figcaption>\n</figure>\n",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ck_assert_msg(strstr(body, parts[i]) != NULL, "%s\nis not in\n%s", parts[i], body);
        body = strstr(body, parts[i]);
    }
}
END_TEST

START_TEST(before_the_vote_the_chamber_shows_who_sits_there) {
    struct page page = new_page();
    struct chamber_seat seats[] = {{.code = "CHN", .name = "China", .badge = "", .veto = true}};
    struct chamber chamber = {.seats = seats, .seat_count = 1};
    page_chamber(&page, &chamber);
    const char *body = body_of(&page);
    ck_assert_ptr_nonnull(strstr(body, "<g class=\"seat \"><title>China</title>"));
    ck_assert_ptr_nonnull(strstr(body, "y=\"45.0\">CHN*</text>\n</g>"));
    ck_assert_ptr_null(strstr(body, "President"));
    ck_assert_ptr_null(strstr(body, "outcome"));
    ck_assert_ptr_null(strstr(body, "needed"));
}
END_TEST

struct circle {
    double x, y;
};

/* No seat touches another or the edge; the President sits at the head, the others follow. */
START_TEST(there_is_a_seat_for_each_of_64) {
    unsigned members = (unsigned)_i + 1, count = 0;
    struct page page = new_page();
    struct chamber chamber = chamber_of(members, members / 2);
    struct circle seats[64];
    double height;
    page_chamber(&page, &chamber);
    const char *at = body_of(&page);
    ck_assert_int_eq(sscanf(strstr(at, "viewBox"), "viewBox=\"0 0 360 %lf\"", &height), 1);
    for (; (at = strstr(at, "<circle ")) != NULL; at++, count++) {
        struct circle *seat = &seats[count];
        ck_assert_int_eq(sscanf(at, "<circle cx=\"%lf\" cy=\"%lf\"", &seat->x, &seat->y), 2);
        ck_assert(seat->x >= 21 && seat->x <= 339 && seat->y >= 33 && seat->y <= height - 21);
        for (unsigned i = 0; i < count; i++) {
            double x = seats[i].x - seat->x, y = seats[i].y - seat->y;
            ck_assert_msg(x * x + y * y >= 42 * 42, "seats %u and %u of %u", i, count, members);
        }
    }
    ck_assert_uint_eq(count, members);
    ck_assert_msg(height < 640, "%u members are %g high", members, height); /* two thirds of A4 */
    ck_assert(members > 27 || (seats[0].x == 180 && seats[0].y == 41));
    ck_assert(members < 2 || seats[1].x > seats[0].x);
    ck_assert_ptr_nonnull(
        strstr(strstr(body_of(&page), "<circle"), arena_printf(&arena, ">M%02u", members / 2)));
}
END_TEST

static const struct suite_entry entries[] = {
    {lines_of_a_list_have_every_label, 0},
    {lines_of_a_range_have_its_ends, 0},
    {labels_without_room_stand_below_each_other, 0},
    {maps_have_shades_and_whole_labels, 0},
    {bars_have_labels_and_numbers, 0},
    {maps_show_where_there_is_nothing, 0},
    {bars_of_nothing_are_left_out_beside_others, 0},
    {the_chamber_is_a_drawing, 0},
    {before_the_vote_the_chamber_shows_who_sits_there, 0},
    {there_is_a_seat_for_each_of_64, 64},
};

SUITE("chart", entries)
