/* A lesson with a scenario: what it teaches, and what a class does with it. */
#include <string.h>

#include "scenario/schema.h"

#define AT(member) offsetof(struct veto_lesson_change, member)

static void decode_set_to(struct decoder *decoder, const struct node *node, void *target) {
    const char **set = target;
    if (decode_text(decoder, node, "set", false, set) && (!strchr(*set, '=') || **set == '='))
        decode_refuse(decoder, node, "set", "PATH=VALUE");
}

static const struct field change_fields[] = {
    {"set", FIELD_OTHER, true, AT(set), .decode = decode_set_to, .json = JSON_TEXT,
     .shape = "PATH=VALUE", .example = "drafts.french.ballots.CHN=yes",
     .about = "what is set, as with `--set`"},
    {"shows", FIELD_PROSE, true, AT(shows), .example = "\"It falls all the same.\"",
     .about = "what is to be seen then"},
};

const struct record change_record = RECORD("lesson.change", change_fields);

static void decode_changes_of(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_lesson *lesson = target;
    struct veto_lesson_change *changes =
        arena_array(decoder->arena, struct veto_lesson_change, node->count + 1);
    lesson->changes = changes;
    lesson->change_count = node->count;
    for (size_t i = 0; i < node->count; i++)
        if (decode_item_of(decoder, node->items[i], "change", "{set: PATH=VALUE, shows: ...}"))
            decode_record(decoder, node->items[i], &change_record, &changes[i]);
}

#undef AT
#define AT(member) offsetof(struct veto_lesson, member)

static const struct field lesson_fields[] = {
    {"title", FIELD_TEXT, true, AT(title), .example = "Is a vote against a veto?",
     .about = "the question that it turns on"},
    {"teaches", FIELD_PROSE, true, AT(teaches),
     .example = "\"A draft needs nine votes before anybody can veto it.\"",
     .about = "what the class knows at the end"},
    {"audience", FIELD_TEXT, true, AT(audience), .example = "from age 15, no previous knowledge",
     .about = "for whom it is"},
    {"minutes", FIELD_COUNT, true, AT(minutes), .low = 5, .high = 480, .example = "45",
     .about = "how long it takes"},
    {"predict", FIELD_PROSE, true, AT(predict), .example = "\"Who will vote against?\"",
     .about = "what the class says before the votes"},
    {"change", FIELD_LIST, .decode = decode_changes_of, .nest = NEST_LIST, .of = &change_record,
     .shape = "list of changes",
     .example = "[{set: drafts.french.ballots.CHN=yes, shows: \"It falls all the same.\"}]",
     .about = "what to change after the votes, and what that shows"},
    {"ask", FIELD_PROSE, true, AT(ask), .example = "\"When is it one?\"",
     .about = "what to ask at the end"},
};

const struct record lesson_record = RECORD("lesson", lesson_fields);

void decode_lesson(struct decoder *decoder, const struct node *node, void *target) {
    struct veto_scenario *scenario = target;
    struct veto_lesson *lesson = arena_new(decoder->arena, struct veto_lesson);
    scenario->lesson = lesson;
    decode_record(decoder, node, &lesson_record, lesson);
}
