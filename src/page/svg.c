/* What drawings are made of, and the chamber. */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "page/html.h"

enum {
    MIDDLE = SVG_WIDE / 2,
    SEAT = 21,                        /* radius of a seat */
    APART = 2 * SEAT + 3,             /* from seat to seat, at least */
    BEND = MIDDLE - SEAT - 2,         /* radius of the horseshoe, where the members sit */
    EDGE = BEND - SEAT - 6,           /* and of the table before them */
    ABOVE = 18,                       /* room for the word President */
    CENTRE = ABOVE + SEAT + 2 + BEND, /* of the bend, from the top */
    HORSESHOE = 27,                   /* members that it has room for; more sit in rows ... */
    ACROSS = 8,                       /* ... of so many */
    TALLY = 216,                      /* units across */
    COUNT = 27,                       /* units down that a line of the tally takes, ... */
    OUTCOME = 38,                     /* ... and the outcome */
};

/* Half the way round the bend. */
static const double quarter = 1.5707963267948966 * BEND;

/* ---- elements ---- */

void svg_open(struct html *html, const char *title, const char *shows, double height) {
    unsigned id = ++html->drawings;
    fprintf(html->file,
            "<svg viewBox=\"0 0 %d %.0f\" role=\"img\" aria-labelledby=\"t%u\" "
            "aria-describedby=\"d%u\">\n<title id=\"t%u\">",
            SVG_WIDE, height, id, id, id);
    html_text(html, title ? title : "", " ");
    fprintf(html->file, "</title>\n<desc id=\"d%u\">", id);
    html_text(html, shows ? shows : "", " ");
    fputs("</desc>\n", html->file);
}

double svg_width(const char *text) {
    double units = 6.5 * (double)text_width(text);
    for (; *text; text++)
        units += *text >= 'A' && *text <= 'Z'   ? 1.5 /* capitals are wider, ... */
                 : *text >= '0' && *text <= '9' ? 0.5 /* ... and so are figures */
                 : *text == '%'                 ? 4
                                                : 0;
    return units;
}

void svg_squeezed(const struct html *html, const char *class, double x, double y, double room,
                  const char *text) {
    fputs("<text", html->file);
    if (*class)
        fprintf(html->file, " class=\"%s\"", class);
    fprintf(html->file, " x=\"%.1f\" y=\"%.1f\"", x, y);
    if (svg_width(text) > room)
        fprintf(html->file, " textLength=\"%.0f\" lengthAdjust=\"spacingAndGlyphs\"", room);
    putc('>', html->file);
    html_text(html, text, " ");
    fputs("</text>\n", html->file);
}

void svg_words(const struct html *html, const char *class, double x, double y, const char *text) {
    svg_squeezed(html, class, x, y, SVG_WIDE, text);
}

void svg_key(const struct html *html, const char *drawn, const char *class, const char *sign,
             const char *meaning) {
    fprintf(html->file, "<span class=\"key\">%s<b class=\"%s\">", drawn, class);
    html_text(html, sign, " ");
    fputs("</b> ", html->file);
    html_text(html, meaning, " ");
    fputs("</span>\n", html->file);
}

/* ---- seats ---- */

struct place {
    double x, y;
};

struct hall {
    struct html *html;
    const struct chamber *chamber;
    size_t first;      /* who sits at the head */
    double leg;        /* of the horseshoe, below the bend */
    double top;        /* of the tally */
    double height;     /* of the whole */
    bool rows, chairs; /* there is no horseshoe; somebody presides */
};

static double tally_height(const struct chamber *chamber) {
    return (chamber->outcome ? OUTCOME : 0) + (double)chamber->count_count * COUNT;
}

/* As many to the right of the head as to its left, or one more. */
static void lay_horseshoe(struct hall *hall) {
    double half = (double)(hall->chamber->seat_count / 2) * APART, tally;
    double bottom = tally_height(hall->chamber) / 2;
    hall->leg = half > quarter ? half - quarter : 0;
    tally = CENTRE + (hall->leg - BEND / 2.0) / 2 - bottom + 10;
    hall->top = tally > CENTRE - EDGE * 0.62 ? tally : CENTRE - EDGE * 0.62;
    double lowest = hall->top + 2 * bottom, legs = CENTRE + hall->leg + SEAT;
    hall->height = (lowest > legs ? lowest : legs) + 4;
}

static void lay_rows(struct hall *hall) {
    size_t rows = (hall->chamber->seat_count + ACROSS - 1) / ACROSS;
    hall->top = ABOVE + (double)rows * APART + 12;
    hall->height = hall->top + tally_height(hall->chamber) + 4;
}

static struct hall lay_hall(struct html *html, const struct chamber *chamber) {
    struct hall hall = {.html = html, .chamber = chamber};
    hall.rows = chamber->seat_count > HORSESHOE;
    for (size_t i = 0; i < chamber->seat_count; i++)
        if (chamber->seats[i].president) {
            hall.first = i;
            hall.chairs = true;
        }
    (hall.rows ? lay_rows : lay_horseshoe)(&hall);
    return hall;
}

/* Of the horseshoe, the left half mirrors the right one, which is gone along from its head on. */
static struct place place_of(const struct hall *hall, size_t i) {
    size_t count = hall->chamber->seat_count, half = count / 2;
    if (hall->rows)
        return (struct place){MIDDLE + ((double)(i % ACROSS) - (ACROSS - 1) / 2.0) * APART,
                              ABOVE + SEAT + 1 + (double)(i / ACROSS) * APART};
    double step = half ? (quarter + hall->leg) / (double)half : 0;
    double along = step * (double)(i <= half ? i : count - i);
    struct place place = {MIDDLE + BEND, CENTRE + along - quarter};
    if (along <= quarter)
        place =
            (struct place){MIDDLE + BEND * sin(along / BEND), CENTRE - BEND * cos(along / BEND)};
    if (i > half)
        place.x = SVG_WIDE - place.x;
    return place;
}

static void put_seat(const struct hall *hall, size_t i) {
    const struct chamber *chamber = hall->chamber;
    const struct chamber_seat *seat = &chamber->seats[(hall->first + i) % chamber->seat_count];
    const struct html *html = hall->html;
    struct place at = place_of(hall, i);
    bool badge = *seat->badge != '\0';
    fprintf(html->file, "<g class=\"seat %s\"><title>", html_class(seat->role));
    html_text(html, seat->name, " ");
    if (seat->ballot)
        fputs(": ", html->file);
    html_text(html, seat->ballot ? seat->ballot : "", " ");
    fprintf(html->file, "</title><circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>\n", at.x, at.y, SEAT);
    svg_squeezed(html, "", at.x, at.y + (badge ? -2 : 4), 2 * SEAT - 4,
                 seat->veto ? arena_printf(html->arena, "%s*", seat->code) : seat->code);
    if (badge)
        svg_squeezed(html, "", at.x, at.y + 11, 2 * SEAT - 4, seat->badge);
    fputs("</g>\n", html->file);
}

/* ---- the tally ---- */

/* With a box a member, so that they can be counted. */
static void put_count(const struct hall *hall, const struct chamber_count *count, double y) {
    const struct html *html = hall->html;
    double left = MIDDLE - TALLY / 2.0, step = (double)TALLY / (double)hall->chamber->seat_count;
    double box = step > 4 ? step - 1.5 : step * 0.7;
    fprintf(html->file, "<text class=\"start\" x=\"%.1f\" y=\"%.1f\">", left, y);
    html_text(html, count->label, " ");
    fprintf(html->file, " <tspan class=\"strong\">%u</tspan></text>\n", count->count);
    fprintf(html->file, "<path class=\"track\" d=\"M%.1f %.1fh%d\"/>", left, y + 14, TALLY);
    for (unsigned i = 0; i < count->count; i++)
        fprintf(html->file,
                "<rect class=\"box %s\" x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"8\"/>",
                html_class(count->role), left + i * step, y + 4, box);
    putc('\n', html->file);
}

/* A mark behind the last vote that is needed, across the votes in favour, which come first. What it
 * means stands before it, or behind it where the label leaves no room. */
static void put_required(const struct hall *hall, double y) {
    enum { LABEL = 80, NEEDED = 54 };
    const struct chamber *chamber = hall->chamber;
    double share = (double)chamber->required / (double)chamber->seat_count;
    double left = MIDDLE - TALLY / 2.0, mark = TALLY * (share > 1 ? 1 : share);
    bool before = mark > LABEL + NEEDED;
    double text = before ? mark - 3 : mark + 4 > LABEL ? mark + 4 : LABEL;
    fprintf(hall->html->file, "<path class=\"mark\" d=\"M%.1f %.1fv14\"/>\n", left + mark - 0.75,
            y + 1);
    svg_words(hall->html, before ? "end" : "start", left + text, y,
              arena_printf(hall->html->arena, "%u needed", chamber->required));
}

static void put_tally(const struct hall *hall) {
    const struct chamber *chamber = hall->chamber;
    double y = hall->top;
    if (chamber->outcome) {
        fprintf(hall->html->file, "<g class=\"%s\">", html_class(chamber->outcome_role));
        svg_words(hall->html, "outcome", MIDDLE, y + 20, chamber->outcome);
        fputs("</g>\n", hall->html->file);
        y += OUTCOME;
    }
    for (size_t i = 0; i < chamber->count_count; i++, y += COUNT) {
        put_count(hall, &chamber->counts[i], y + 10);
        if (i == 0 && chamber->required > 0)
            put_required(hall, y + 10);
    }
}

/* ---- the figure ---- */

/* Each sign once, in the order of the seats. */
static void put_keys(const struct html *html, const struct chamber *chamber) {
    bool veto = false;
    for (size_t i = 0; i < chamber->seat_count; i++) {
        const struct chamber_seat *seat = &chamber->seats[i];
        bool known = !seat->ballot || !*seat->badge;
        for (size_t j = 0; j < i && !known; j++)
            known = strcmp(chamber->seats[j].badge, seat->badge) == 0;
        if (!known)
            svg_key(html, "", html_class(seat->role), seat->badge,
                    seat->role == ROLE_VETOED ? "against: a veto" : seat->ballot);
        veto = veto || seat->veto;
    }
    if (veto)
        svg_key(html, "", "", "*", "has the veto");
}

void svg_chamber(struct html *html, const struct chamber *chamber) {
    struct hall hall = lay_hall(html, chamber);
    fputs("<figure class=\"chamber\">\n", html->file);
    svg_open(html, chamber->title, chamber->alternative, hall.height);
    if (hall.chairs) {
        struct place head = place_of(&hall, 0);
        svg_words(html, hall.rows ? "dim start" : "dim", hall.rows ? head.x - SEAT : head.x,
                  head.y - SEAT - 5, "President");
    }
    double end = CENTRE + hall.leg + SEAT / 2.0;
    if (!hall.rows)
        fprintf(html->file, "<path class=\"edge\" d=\"M%d %.1fV%dA%d %d 0 0 1 %d %dV%.1f\"/>\n",
                MIDDLE - EDGE, end, CENTRE, EDGE, EDGE, MIDDLE + EDGE, CENTRE, end);
    for (size_t i = 0; i < chamber->seat_count; i++)
        put_seat(&hall, i);
    put_tally(&hall);
    fputs("</svg>\n<figcaption><div>", html->file);
    html_text(html, chamber->title ? chamber->title : "", " ");
    fputs("</div>\n", html->file);
    put_keys(html, chamber);
    fputs("</figcaption>\n</figure>\n", html->file);
}
