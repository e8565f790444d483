#include "cli/known.h"

#include <string.h>

#include "cli/terminal.h"

struct finding {
    struct known_ballots *known;
    const struct settings *settings;
    const char *draft; /* that is meant where none is named, or NULL */
    bool wrong;
};

/* "USA=no" or "french.USA=no" */
static void add_known_ballot(struct finding *finding, const char *text, size_t length) {
    struct known_ballots *known = finding->known;
    const char *equals = memchr(text, '=', length), *point = memchr(text, '.', length);
    bool named = point && equals && point < equals;
    finding->wrong |= !equals || equals == text || (!named && !finding->draft);
    if (finding->wrong)
        return;
    size_t skip = named ? (size_t)(point - text) + 1 : 0;
    known->overrides[known->count++] =
        named ? arena_printf(&known->arena, "drafts.%.*s.given.%.*s", (int)(point - text), text,
                             (int)(length - skip), text + skip)
              : arena_printf(&known->arena, "drafts.%s.given.%.*s", finding->draft, (int)length,
                             text);
}

static void find_known_ballots(void *context) {
    struct finding *finding = context;
    struct known_ballots *known = finding->known;
    const struct settings *settings = finding->settings;
    size_t most = settings->override_count + 1;
    for (const char *at = settings->known; (at = strchr(at, ',')); at++)
        most++;
    known->overrides = arena_array(&known->arena, const char *, most);
    for (; known->count < settings->override_count; known->count++)
        known->overrides[known->count] = settings->overrides[known->count];
    for (const char *at = settings->known; at; at = strchr(at, ','), at = at ? at + 1 : NULL)
        add_known_ballot(finding, at, strcspn(at, ","));
}

/* The one draft with kinds; *count are there. */
static const char *draft_with_kinds(const struct veto_scenario *scenario, size_t *count) {
    const char *id = NULL;
    *count = 0;
    for (size_t i = 0; i < scenario->draft_count; i++)
        if (scenario->drafts[i].kind_count) {
            id = scenario->drafts[i].id;
            ++*count;
        }
    return *count == 1 ? id : NULL;
}

enum veto_status known_ballots_find(struct known_ballots *known, const struct settings *settings,
                                    const struct veto_scenario *scenario) {
    size_t drafts;
    struct finding finding = {known, settings, draft_with_kinds(scenario, &drafts), false};
    if (drafts == 0) {
        complain("option '--given' is about drafts with 'kinds', and there is none here; "
                 "'--set drafts.NAME.ballots.USA=no' fixes a ballot of another");
        return VETO_INPUT;
    }
    if (!arenas_try(&known->arena, NULL, find_known_ballots, &finding))
        return out_of_memory();
    if (!finding.wrong)
        return VETO_OK;
    complain(drafts == 1 ? "option '--given' cannot be '%s': it takes ballots, as in "
                           "USA=no,RUS=abstain"
                         : "option '--given' cannot be '%s': it takes ballots with the draft that "
                           "they are on, as several have kinds: NAME.USA=no,NAME.RUS=abstain",
             settings->known);
    return VETO_USAGE;
}
