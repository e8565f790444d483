/* Building JSON, and the parts that several reports share. */
#pragma once

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "veto/meeting.h"
#include "veto/odds.h"

/* Jansson's calls fail one by one, when memory runs out. What fails is missed once, at the end: a
 * value that is NULL makes what it goes into fail, be that an array, an object or json_pack. */
struct build {
    const struct veto_meeting *meeting; /* or NULL, where nothing below needs it */
    const struct veto_scenario *scenario;
    struct arena *arena; /* for texts on their way into it, in report_write */
    bool failed;
};

void build_set(struct build *build, json_t *object, const char *key, json_t *value);
void build_more(struct build *build, json_t *object, json_t *more); /* all that is in `more` */
void build_push(struct build *build, json_t *array, json_t *value);
json_t *build_code(const struct build *build, int member); /* null for VETO_NONE */
json_t *build_draft(const struct build *build, int draft); /* null for VETO_NONE */
json_t *build_texts(struct build *build, const char *const *texts, size_t count);
json_t *build_codes(struct build *build, veto_set set);

/* "set": PATH=VALUE, what was changed in what an object is about; nothing where nothing was. */
void build_changed(struct build *build, json_t *object, const char *const *set, size_t count);

/* By the codes of the members, what each cast on a draft; and how likely each ballot of one was,
 * null for NULL. */
json_t *build_ballots(struct build *build, const struct veto_vote *vote);
json_t *build_chances(struct build *build, const struct veto_cast *cast);

/* As `veto run --json` has them: the scenario in short, and the drafts with all ballots. */
json_t *build_scenario(struct build *build);
json_t *build_drafts(struct build *build);

/* As `veto odds --json` has them. */
json_t *build_odds(struct build *build, const struct veto_odds *odds);

/* Writes and frees `value`, numbers with so many digits. VETO_SYSTEM when something failed. */
enum veto_status build_write(struct build *build, json_t *value, FILE *file, unsigned digits);
