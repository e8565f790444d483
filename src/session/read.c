#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/owned.h"
#include "base/text.h"
#include "council/words.h"
#include "decode/decode.h"
#include "decode/hints.h"
#include "decode/schema.h"
#include "meeting/words.h"
#include "scenario/naming.h"
#include "session/bytes.h"
#include "session/session.h"
#include "yaml/peek.h"

/* ---- strings ---- */

static bool decode_bytes(struct decoder *decoder, const struct node *node, const char *what,
                         const char **bytes, size_t *length) {
    if (!decode_expect(decoder, node, NODE_SCALAR, what))
        return false;
    *bytes = bytes_read(decoder->arena, node->text, node->length, length);
    return true;
}

/* One that ends at its first NUL, and so must not hold one. */
static bool decode_string(struct decoder *decoder, const struct node *node, const char *what,
                          const char **string) {
    size_t length;
    const char *bytes;
    if (!decode_bytes(decoder, node, what, &bytes, &length))
        return false;
    if (memchr(bytes, '\0', length)) {
        diagnose(decoder->list, node->at, "'%s' must not hold a NUL byte", what);
        return false;
    }
    *string = bytes;
    return true;
}

static void decode_string_field(struct decoder *decoder, const struct node *node,
                                const struct field *field, void *target) {
    decode_string(decoder, node, field->key, target);
}

static const struct field_type field_string = {decode_string_field, NULL, NULL};

static void decode_scenario(struct decoder *decoder, const struct node *node, void *target) {
    const char **scenario = target;
    if (decode_string(decoder, node, "scenario", scenario) && **scenario == '\0')
        decode_refuse(decoder, node, "scenario", "the name of one that ships, or of a file");
}

/* A code, of a state or of the scenario's own. What else names a state gets the hint that it gets
 * in a scenario; what names none stays, and no member will answer to it. */
static bool decode_of(struct decoder *decoder, const struct node *node, const char *what,
                      const char **member) {
    char code[4], named[VETO_STATES_NAMED][4];
    if (!decode_string(decoder, node, what, member))
        return false;
    if (decode_is_code(*member) || veto_state_named(*member, named) == 0)
        return true;
    if (!decode_code(decoder, node, NULL, code))
        return false;
    *member = arena_copy(decoder->arena, code, strlen(code));
    return true;
}

static void decode_of_member(struct decoder *decoder, const struct node *node, void *target) {
    decode_of(decoder, node, "member", target);
}

/* The scenario as a text, or as a copy of a file. */
static void decode_whole(struct decoder *decoder, const struct node *node,
                         const struct field *field, void *target) {
    struct session *session = target;
    session->copied = session->copied || strcmp(field->key, "copy") == 0;
    if (session->text)
        diagnose(decoder->list, node->at, "a session holds one scenario, in 'text' or in 'copy'");
    else
        decode_bytes(decoder, node, field->key, &session->text, &session->text_length);
}

static const struct field_type field_whole = {decode_whole, "a whole scenario", NULL};

/* ---- overrides ---- */

static void decode_overrides(struct decoder *decoder, const struct node *node,
                             const struct field *field, void *target) {
    struct session *session = target;
    if (!decode_expect(decoder, node, NODE_SEQUENCE, field->key))
        return;
    if (node->count > SESSION_CHANGES) {
        diagnose(decoder->list, node->at, "'%s' can have at most %d overrides, not %u", field->key,
                 SESSION_CHANGES, node->count);
        return;
    }
    const char **list = arena_array(decoder->arena, const char *, node->count + 1);
    for (size_t i = 0; i < node->count; i++) {
        const struct node *item = node->items[i];
        bool scalar = item->kind == NODE_SCALAR;
        if (scalar && (!decode_string(decoder, item, field->key, &list[i]) || strchr(list[i], '=')))
            continue;
        decode_refuse(decoder, item, field->key, "a list of PATH=VALUE");
        if (scalar)
            diagnose_hint(decoder->list, "as in members.RUS.veto_tendency=0");
        else if (item->kind == NODE_MAPPING)
            diagnose_hint(decoder->list, "put quotes round an override with a colon in it");
    }
    bool given = strcmp(field->key, "set") == 0;
    *(given ? &session->set : &session->changes) = list;
    *(given ? &session->set_count : &session->change_count) = node->count;
}

static const struct field_type field_overrides = {decode_overrides, "list of `PATH=VALUE`", NULL};

/* ---- where the meeting stood ---- */

#define AT(member) offsetof(struct session_place, member)

static const struct field place_fields[] = {
    {"shown", FIELD_COUNT, true, AT(shown), .high = SESSION_SHOWN, .example = "17",
     .about = "how many events of the meeting had been shown"},
    {"event", FIELD_WORD, true, AT(kind), .words = event_words, .example = "ballot",
     .about = "what the last of them was"},
    {"item", &field_string, .offset = AT(item), .shape = "path of an item of the programme",
     .example = "programme.3", .about = "the item that it came from"},
    {"draft", &field_string, .offset = AT(draft), .shape = "name of a draft", .example = "french",
     .about = "the draft that it was about"},
    {"member", FIELD_OTHER, .offset = AT(member), .decode = decode_of_member,
     .shape = "code of a member", .example = "RUS", .about = "the member that acted"},
};

#undef AT

static const struct record place_record = RECORD("place", place_fields);

static void decode_place(struct decoder *decoder, const struct node *node, void *target) {
    decode_record(decoder, node, &place_record, target);
}

/* ---- what the class expected ---- */

struct reading {
    struct session_guess guess;
    struct session_ballot ballots[VETO_MAX_MEMBERS];
    const struct node *places[VETO_MAX_MEMBERS]; /* of the ballots */
};

static void decode_ballot(struct decoder *decoder, const struct node *node, enum veto_ballot ballot,
                          struct reading *reading) {
    struct session_ballot new = {.ballot = ballot};
    size_t count = reading->guess.ballot_count;
    if (!decode_of(decoder, node, ballot_words[ballot], &new.member))
        return;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(reading->ballots[i].member, new.member) != 0)
            continue;
        diagnose(decoder->list, node->at, "'%s' stands twice in this guess", new.member);
        diagnose_other(decoder->list, reading->places[i]->at, "it first stands here");
        return;
    }
    if (count == VETO_MAX_MEMBERS) {
        diagnose(decoder->list, node->at, "there can be at most %d ballots in a guess",
                 VETO_MAX_MEMBERS);
        return;
    }
    reading->places[count] = node;
    reading->ballots[count] = new;
    reading->guess.ballot_count++;
}

/* Those who are thought to cast the ballot that the key is. */
static void decode_thought(struct decoder *decoder, const struct node *node,
                           const struct field *field, void *target) {
    int ballot = VETO_YES;
    while (strcmp(ballot_words[ballot], field->key) != 0)
        ballot++;
    if (!decode_expect(decoder, node, NODE_SEQUENCE, field->key))
        return;
    for (size_t i = 0; i < node->count; i++)
        decode_ballot(decoder, node->items[i], (enum veto_ballot)ballot, target);
}

static const struct field_type field_voters = {decode_thought, "list of codes", NULL};

static void decode_hands(struct decoder *decoder, const struct node *list, void *target) {
    struct reading *reading = target;
    if (!decode_expect(decoder, list, NODE_SEQUENCE, "hands"))
        return;
    if (list->count != SESSION_HANDS)
        diagnose(decoder->list, list->at, "a show of hands has %d numbers, not %u", SESSION_HANDS,
                 list->count);
    for (size_t i = 0; list->count == SESSION_HANDS && i < SESSION_HANDS; i++) {
        double number = 0;
        if (!decode_number(decoder, list->items[i], "hands", 0, SESSION_CLASS, &number))
            continue;
        if (number != (double)(unsigned)number)
            diagnose(decoder->list, list->items[i]->at, "hands are a whole number");
        reading->guess.hands[i] = (unsigned short)number;
    }
}

static void decode_teams(struct decoder *decoder, const struct node *list, void *target) {
    static const char *const words[] = {"none", "adopted", "vetoed", "failed", NULL};
    struct reading *reading = target;
    if (!decode_expect(decoder, list, NODE_SEQUENCE, "teams"))
        return;
    if (list->count > SESSION_TEAMS) {
        diagnose(decoder->list, list->at, "there can be at most %d teams, not %u", SESSION_TEAMS,
                 list->count);
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        unsigned word = 0;
        if (decode_word(decoder, list->items[i], "teams", words, &word))
            reading->guess.teams[i] = (unsigned char)word;
    }
}

static const struct field guess_fields[] = {
    {"outcome", FIELD_WORD, .offset = offsetof(struct reading, guess.outcome),
     .words = outcome_words, .fallback = "no guess", .example = "vetoed",
     .about = "what was thought to come of the vote"},
    {"yes", &field_voters, .fallback = "[]", .example = "[FRA, GBR]",
     .about = "thought to vote in favour"},
    {"no", &field_voters, .fallback = "[]", .example = "[RUS]", .about = "thought to vote against"},
    {"abstain", &field_voters, .fallback = "[]", .example = "[CHN]", .about = "thought to abstain"},
    {"not_participating", &field_voters, .fallback = "[]", .example = "[CHN]",
     .about = "thought to take no part in the vote"},
    {"absent", &field_voters, .fallback = "[]", .example = "[RUS]",
     .about = "thought not to be there"},
    {"hands", FIELD_OTHER, .decode = decode_hands, .shape = "list of three whole numbers, 0 to 999",
     .fallback = "[0, 0, 0]", .example = "[3, 17, 8]",
     .about = "a show of hands: for adopted, for vetoed, for failed"},
    {"teams", FIELD_OTHER, .decode = decode_teams,
     .shape = "list of up to nine words: `adopted`, `vetoed`, `failed`, `none`", .fallback = "[]",
     .example = "[vetoed, none, failed]", .about = "what each team expects, the first one first"},
};

static const struct record guess_record = RECORD("guesses.NAME", guess_fields);

static void decode_guesses(struct decoder *decoder, const struct node *node, void *target) {
    struct session *session = target;
    if (!decode_expect(decoder, node, NODE_MAPPING, "guesses"))
        return;
    if (node->pair_count > VETO_MAX_DRAFTS) {
        diagnose(decoder->list, node->at, "there can be guesses about at most %d drafts, not %u",
                 VETO_MAX_DRAFTS, node->pair_count);
        return;
    }
    struct session_guess *guesses =
        arena_array(decoder->arena, struct session_guess, node->pair_count + 1);
    for (size_t i = 0; i < node->pair_count; i++) {
        struct reading *reading = arena_new(decoder->arena, struct reading);
        reading->guess = (struct session_guess){.outcome = VETO_NONE, .ballots = reading->ballots};
        decode_string(decoder, node->pairs[i].key, "guesses", &reading->guess.draft);
        decode_record(decoder, node->pairs[i].value, &guess_record, reading);
        guesses[i] = reading->guess;
    }
    session->guesses = guesses;
    session->guess_count = node->pair_count;
}

/* ---- the file as a whole ---- */

static void decode_session_version(struct decoder *decoder, const struct node *node, void *target) {
    (void)target;
    if (node->kind == NODE_SCALAR && strcmp(node->text, "1") == 0)
        return;
    diagnose(decoder->list, node->at, "this program reads version 1 of sessions, not '%s'",
             node->kind == NODE_SCALAR ? node->text : node_kind_name(node));
    diagnose_hint(decoder->list, "veto_session: 1");
}

static void decode_seed(struct decoder *decoder, const struct node *node, void *target) {
    uint64_t seed;
    if (node->kind == NODE_SCALAR && number_parse_u64(node->text, &seed) && seed <= INT64_MAX)
        *(uint64_t *)target = seed;
    else if (!decode_plain(decoder, node))
        decode_refuse(decoder, node, "seed", "a whole number from 0 to 9223372036854775807");
}

#define AT(member) offsetof(struct session, member)

static const struct field session_fields[] = {
    {"veto_session", FIELD_OTHER, true, .decode = decode_session_version, .shape = "1",
     .example = "1", .about = "version of the format"},
    {"scenario", FIELD_OTHER, true, AT(scenario), .decode = decode_scenario,
     .shape = "name of one that ships, or path", .example = "aleppo-2016",
     .about = "what is played; a path is meant from the folder of the session. With `copy`, where "
              "that is from; with `text`, what the text is called"},
    {"set", &field_overrides, .fallback = "[]", .example = "[members.RUS.veto_tendency=0.2]",
     .about = "the overrides of the command line, in order"},
    {"changes", &field_overrides, .fallback = "[]", .example = "[drafts.french.ballots.CHN=yes]",
     .about = "those made by hand afterwards, in order"},
    {"mode", FIELD_WORD, .offset = AT(mode), .words = mode_words, .fallback = "expected",
     .example = "sampled", .about = "how the meeting is played"},
    {"seed", FIELD_OTHER, .offset = AT(seed), .decode = decode_seed,
     .shape = "whole number, 0 to 9223372036854775807", .fallback = "1", .example = "7",
     .about = "the draw of mode `sampled`"},
    {"blind", FIELD_FLAG, .offset = AT(blind), .fallback = "true", .example = "false",
     .about = "what gives a vote away is hidden until its result is shown"},
    {"place", FIELD_OTHER, .offset = AT(place), .decode = decode_place, .shape = "mapping",
     .fallback = "before the meeting", .example = "{shown: 17, event: ballot, draft: french}",
     .about = "where the meeting stood"},
    {"guesses", FIELD_OTHER, .decode = decode_guesses, .shape = "mapping of draft to guess",
     .fallback = "{}", .example = "{french: {outcome: vetoed, no: [RUS]}}",
     .about = "what the class expected of the votes"},
    {"text", &field_whole, .fallback = "that of `scenario`", .example = "\"veto: 1 ...\"",
     .about = "the scenario itself, where it came through standard input or from a file of votes"},
    {"copy", &field_whole, .fallback = "that of `scenario`", .example = "\"veto: 1 ...\"",
     .about = "the scenario itself, as the file `scenario` had it"},
};

#undef AT

static const struct record session_record = RECORD("the session", session_fields);

const struct record *const session_records[] = {&session_record, &place_record, &guess_record,
                                                NULL};

/* ---- reading ---- */

struct reader {
    struct session *session;
    struct veto_diagnostics *list;
    const struct veto_text *text;
    bool decoded;         /* it came to that */
    struct arena scratch; /* the tree */
    struct tree_reader tree;
};

/* From the text, as it is or as it was mended, to the session. */
static void read_and_check(struct reader *reader) {
    const struct node *root = tree_read(&reader->tree);
    bool mapping = root && root->kind == NODE_MAPPING;
    if (!mapping && reader->list->errors == 0)
        diagnose_file(reader->list, reader->text->name, "is no session: that is a mapping of keys");
    if (!mapping || diagnostics_full(reader->list))
        return;
    struct decoder decoder = {
        .arena = owned_arena(reader->session),
        .scratch = &reader->scratch,
        .list = reader->list,
        .tables = session_records,
        .cut_short = root->cut_short,
    };
    reader->decoded = true;
    *reader->session = (struct session){.seed = 1, .blind = true};
    decode_record(&decoder, root, &session_record, reader->session);
}

static void read_work(void *context) {
    struct reader *reader = context;
    const struct veto_text *text = reader->text;
    /* out of memory is the same for all */
    reader->scratch.landing = owned_arena(reader->session)->landing;
    reader->tree = (struct tree_reader){.arena = &reader->scratch, .list = reader->list};
    if (text->length > SESSION_LIMIT) {
        diagnose_file(reader->list, text->name,
                      "is larger than 16 MiB, the most that a session may be");
        return;
    }
    struct arena *arena = &reader->list->arena; /* diagnostics outlive the reading */
    const char *name = text_visible(arena, text->name, strlen(text->name));
    reader->tree.source = source_new(arena, name, text->bytes, text->length);
    read_and_check(reader);
    if (tree_mend(&reader->tree))
        read_and_check(reader);
    diagnostics_sort(reader->list);
}

enum veto_status session_read(struct session **session, struct veto_diagnostics *diagnostics,
                              const struct veto_text *text) {
    const struct session begun = {.seed = 1};
    struct reader reader = {
        .session = owned_new(&begun, sizeof begun), .list = diagnostics, .text = text};
    size_t errors = diagnostics->errors;
    enum veto_status status = VETO_SYSTEM;
    if (owned_try(reader.session, &diagnostics->arena, read_work, &reader))
        status = reader.decoded && diagnostics->errors == errors ? VETO_OK : VETO_INPUT;
    tree_read_end(&reader.tree);
    arena_free(&reader.scratch);
    if (status == VETO_OK)
        *session = reader.session;
    else
        owned_free(reader.session);
    return status;
}

void session_free(struct session *session) {
    owned_free(session);
}

/* ---- which of the two a text is ---- */

enum { SCENARIO = 1, SESSION };

/* A slip in the longer of the two words is one all the same. */
static int tells(const char *key) {
    enum { SLIPS = 2 };
    if (strcmp(key, "veto") == 0)
        return SCENARIO;
    return text_distance(key, "veto_session", SLIPS) <= SLIPS ? SESSION : 0;
}

enum veto_status session_is(bool *is, const struct veto_text *text) {
    int kind = 0;
    enum veto_status status = peek_kind(&kind, text, tells);
    if (status == VETO_OK)
        *is = kind == SESSION;
    return status;
}
