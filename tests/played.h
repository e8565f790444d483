/* A meeting that was played, and the memory of what is made of it. */
#pragma once

#include "base/arena.h"
#include "scenario_file.h"
#include "suite.h"
#include "veto/meeting.h"

static struct arena arena; /* out of memory, it would jump nowhere: that ends a test just as well */

static struct veto_scenario *scenario;

static struct veto_meeting *meeting;

static inline void end(void) {
    veto_meeting_free(meeting);
    veto_scenario_free(scenario);
    arena_free(&arena);
    meeting = NULL;
    scenario = NULL;
}

static inline void load(const char *yaml) {
    scenario = scenario_of_text("test", yaml, strlen(yaml), NULL, 0);
}

static inline void play(const char *yaml, enum veto_mode mode, uint64_t seed) {
    load(yaml);
    ck_assert_int_eq(veto_meeting_play(&meeting, scenario, mode, seed), VETO_OK);
}

static inline const struct veto_event *event_of(enum veto_event_kind kind, size_t nth) {
    for (size_t i = 0; i < veto_meeting_event_count(meeting); i++) {
        const struct veto_event *event = veto_meeting_event(meeting, i);
        if (event->kind == kind && nth-- == 0)
            return event;
    }
    ck_abort_msg("no such event");
    return NULL;
}

static const char debate[] =
    "veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
    "sources: {s: {title: S}}\n"
    "members: {FRA: {delegate: Jean-Marc Ayrault}, EGY: {openness: 1}, AGO: {openness: 1}}\n"
    "ties: {EGY: {FRA: 0.1}, AGO: {FRA: 0.004}}\n"
    "drafts:\n"
    "  a: {title: A, symbol: S/1, leanings: {default: 0.5, FRA: 0.9, AGO: 0.0985}}\n"
    "  b: {title: B, leanings: {default: -0.9}}\n"
    "  c: {title: C, put: false, not_put: it was withdrawn}\n"
    "programme:\n"
    "  - statement: {by: FRA, on: a, text: One., source: s, quoting: quotation}\n"
    "  - statement: {by: FRA, role: Foreign Minister of France, on: a, text: Two.}\n"
    "  - statement: {by: EGY, text: Three.}\n"
    "  - statement: {by: GBR, role: Ambassador, text: Four.}\n"
    "  - statement: {by: Anna Example, for: USA, text: Five.}\n"
    "  - statement: {by: Anna Example, role: Envoy, text: Six.}\n"
    "  - statement: {by: Syria, text: Seven.}\n"
    "  - event: {text: Eight., moves: {b: {USA: -0.3, EGY: -0.05}}}\n"
    "  - vote: a\n"
    "  - vote: b\n"
    "  - when: {a: adopted}\n"
    "    then: [{event: {text: Nine.}}]\n"
    "  - when: {a: vetoed}\n"
    "    then: [{event: {text: Nine.}}]\n"
    "  - when: {b: [vetoed, failed]}\n    then: []\n"
    "  - when: {b: failed}\n"
    "    then: []\n"
    "    else: [{event: {text: Ten.}}]\n"
    "  - when: {a: failed}\n    then: []\n"
    "    else: [{event: {text: Ten.}}]\n"
    "  - when: {a: adopted, b: adopted}\n    then: []\n"
    "  - when: {c: not_put}\n    then: []\n"
    "  - when: {a: not_put}\n    then: []\n"
    "  - when: {a: [vetoed, failed, not_put]}\n    then: []\n"
    "  - statement: {by: FRA, on: a, text: Too late.}\n";

static const char ways[] =
    "veto: 1\ntitle: T\ncouncil: {composition: 2016}\n"
    "drafts: {d: {title: D, leanings: {AGO: 0.1004}, ballots: {CHN: no,\n"
    "  EGY: {yes: 0.2, no: 0.5, abstain: 0.3}}}}\n"
    "recorded: {d: {yes: [AGO, CHN, EGY, FRA, JPN, MYS, NZL, RUS, SEN, ESP, UKR, GBR, USA],\n"
    "  no: [URY], abstain: [], absent: [VEN]}}\n"
    "programme: [{vote: d}]\n";
