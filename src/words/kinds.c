/* Drafts that may be of several kinds, in sentences. */
#include "base/arena.h"
#include "words/words.h"

enum { KINDS_TOLD = 6 };

/* "the United States alone against; or nobody against" */
static char *kinds_told(struct arena *arena, const struct veto_draft *draft) {
    size_t told = draft->kind_count <= KINDS_TOLD ? draft->kind_count : KINDS_TOLD - 1;
    char *text = arena_copy(arena, "", 0);
    for (size_t i = 0; i < told; i++)
        text = arena_printf(arena, "%s%s%s", text,
                            i == 0                      ? ""
                            : i + 1 < draft->kind_count ? "; "
                                                        : "; or ",
                            draft->kinds[i].name);
    if (told < draft->kind_count)
        text = arena_printf(arena, "%s; or one of %zu others", text, draft->kind_count - told);
    return text;
}

char *words_kinds_asked(struct arena *arena, const struct veto_draft *draft) {
    if (draft->kind_count == 0)
        return arena_copy(arena, "", 0);
    return arena_printf(arena, "What sort of %s is it? %s.", words_noun(draft),
                        words_capital(arena, kinds_told(arena, draft)));
}

char *words_unmoved(struct arena *arena, const struct veto_draft *draft) {
    if (draft->kind_count == 0)
        return arena_copy(arena, "", 0);
    return arena_printf(arena,
                        "Nothing in the debate moves the chances on %s: its kinds give them.",
                        words_named(arena, draft));
}

char *words_kind_of_vote(struct arena *arena, const struct veto_meeting *meeting,
                         const struct veto_vote *vote) {
    if (vote->kind == VETO_NONE)
        return arena_copy(arena, "", 0);
    const struct veto_scenario *scenario = veto_meeting_scenario(meeting);
    const char *name = scenario->drafts[vote->draft].kinds[vote->kind].name;
    return arena_printf(arena,
                        veto_meeting_mode(meeting) == VETO_SAMPLED
                            ? "The draft was of the kind \u201c%s\u201d."
                            : "These are the likeliest ballots of the kind \u201c%s\u201d.",
                        name);
}

char *words_given(struct arena *arena, const struct veto_scenario *scenario,
                  const struct veto_draft *draft) {
    char *text = arena_copy(arena, "", 0);
    for (unsigned i = 0; i < scenario->members_count; i++)
        if (veto_set_has(draft->given, i))
            text = arena_printf(arena, "%s%s%s %s", text, *text ? ", " : "",
                                words_name(arena, scenario->members[i].name),
                                words_ballot(draft->ballots[i].ballot));
    return text;
}
