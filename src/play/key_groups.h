/* The groups that the table of keys is made of, each in the file of its subject. */
#ifndef PLAY_KEY_GROUPS_H
#define PLAY_KEY_GROUPS_H

#include "play/keys.h"

#define TABLES (VIEW_ODDS | VIEW_FLIPS | VIEW_DEBATE)
#define SHOW   (VIEW_TITLE | VIEW_MEETING | VIEW_WHY | TABLES | VIEW_POWER)
#define PICK   (VIEW_DRAFTS | VIEW_COMPARE) /* where a draft is picked */
#define READ   (VIEW_TITLE | VIEW_MEETING | VIEW_HELP | VIEW_COMMAND | TABLES)
#define BROWSE (VIEW_BROWSE | VIEW_SEARCH)
/* Where one goes from one view to another. */
#define FROM (VIEW_MEETING | VIEW_WHY | VIEW_PREDICT | TABLES | PICK | VIEW_POWER)

extern const struct binding keys_meeting[];
extern const size_t keys_meeting_count;
extern const struct binding keys_member[];
extern const size_t keys_member_count;
extern const struct binding keys_predict[];
extern const size_t keys_predict_count;
extern const struct binding keys_rules[];
extern const size_t keys_rules_count;
extern const struct binding keys_drafts[];
extern const size_t keys_drafts_count;
extern const struct binding keys_compare[];
extern const size_t keys_compare_count;
extern const struct binding keys_look[];
extern const size_t keys_look_count;
extern const struct binding keys_change[];
extern const size_t keys_change_count;
extern const struct binding keys_general[];
extern const size_t keys_general_count;
extern const struct binding keys_browser[];
extern const size_t keys_browser_count;

#endif
