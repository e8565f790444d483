/* What a word was probably meant to be that the format does not have at this place. */
#include <string.h>

#include "base/text.h"
#include "scenario/schema.h"

/* What people say, and what is written. */
struct saying {
    const char *said, *meant;
};

/* ---- words of the format ---- */

static const struct saying words_said[] = {
    {"passed", "adopted"},     {"approved", "adopted"},
    {"accepted", "adopted"},   {"carried", "adopted"},
    {"rejected", "failed"},    {"defeated", "failed"},
    {"lost", "failed"},        {"blocked", "vetoed"},
    {"stopped", "vetoed"},     {"withdrawn", "not_put"},
    {"postponed", "not_put"},  {"for", "yes"},
    {"favour", "yes"},         {"in favour", "yes"},
    {"in_favour", "yes"},      {"aye", "yes"},
    {"against", "no"},         {"nay", "no"},
    {"opposed", "no"},         {"abstention", "abstain"},
    {"abstaining", "abstain"}, {"abstentions", "abstain"},
    {"away", "absent"},        {"missing", "absent"},
};

static const char *meant_by(const struct saying *sayings, size_t count, const char *word) {
    for (size_t i = 0; i < count; i++)
        if (text_compare_names(sayings[i].said, word) == 0)
            return sayings[i].meant;
    return NULL;
}

static bool is_among(const char *word, const char *const *words) {
    while (*words && strcmp(*words, word) != 0)
        words++;
    return *words != NULL;
}

void hint_word(struct decoder *decoder, struct diagnostic *entry, const char *word,
               const char *const *words) {
    const char *meant = meant_by(words_said, sizeof words_said / sizeof *words_said, word);
    if (meant && is_among(meant, words))
        diagnose_hint(decoder->list, entry, "did you mean '%s'?", meant);
    else
        diagnose_nearest(decoder->list, entry, word, words);
}

/* ---- states ---- */

/* Names that are not those of the roster, and codes of other lists than ISO's. */
static const struct saying states_said[] = {
    {"UK", "GBR"},          {"U.K.", "GBR"},          {"Britain", "GBR"},
    {"England", "GBR"},     {"Great Britain", "GBR"}, {"US", "USA"},
    {"U.S.", "USA"},        {"U.S.A.", "USA"},        {"America", "USA"},
    {"Russia", "RUS"},      {"USSR", "RUS"},          {"Soviet Union", "RUS"},
    {"PRC", "CHN"},         {"UAE", "ARE"},           {"Holland", "NLD"},
    {"South Korea", "KOR"}, {"Ivory Coast", "CIV"},   {"GER", "DEU"},
    {"NED", "NLD"},         {"SUI", "CHE"},           {"POR", "PRT"},
    {"DEN", "DNK"},         {"CRO", "HRV"},           {"GRE", "GRC"},
    {"RSA", "ZAF"},         {"ALG", "DZA"},           {"CHI", "CHL"},
    {"INA", "IDN"},         {"MAS", "MYS"},           {"PHI", "PHL"},
    {"NGR", "NGA"},         {"BUL", "BGR"},           {"KUW", "KWT"},
};

static const char *code_said(const char *word) {
    return meant_by(states_said, sizeof states_said / sizeof *states_said, word);
}

const char *code_of_name(const struct decoder *decoder, const char *name) {
    const char *said = decode_is_code(name) ? NULL : code_said(name);
    for (unsigned i = 0; i < decoder->scenario->members_count; i++) {
        const struct veto_member *member = &decoder->members[i];
        if ((member->name && text_compare_names(member->name, name) == 0) ||
            (member->formal && text_compare_names(member->formal, name) == 0) ||
            (said && strcmp(said, member->code) == 0))
            return member->code;
    }
    return NULL;
}

/* The code of a state that sat at some time, by its code here or elsewhere, or by its name. */
static const char *code_of_state(const char *word) {
    const char *said = code_said(word), *name, *formal;
    if (said)
        return said;
    for (const char *const *code = veto_state_codes(); *code; code++)
        if (strcmp(*code, word) == 0 ||
            (veto_state_find(*code, &name, &formal) && text_compare_names(name, word) == 0))
            return *code;
    return NULL;
}

void hint_member(struct decoder *decoder, struct diagnostic *entry, const char *word) {
    const char *code = code_of_state(word), *name, *formal;
    if (!code)
        diagnose_nearest(decoder->list, entry, word, decoder->codes);
    else if (veto_scenario_member(decoder->scenario, code) != VETO_NONE)
        diagnose_hint(decoder->list, entry, "did you mean '%s'?", code);
    else if (veto_state_find(code, &name, &formal))
        diagnose_hint(decoder->list, entry, "%s (%s) does not sit in this Council", name, code);
}

/* ---- keys ---- */

/* Whether a table of the scenario format has this key. */
static bool has_key(const struct record *record, const char *key) {
    for (size_t i = 0; i < record->count; i++)
        if (strcmp(record->fields[i].key, key) == 0)
            return true;
    return false;
}

static bool is_of_scenarios(const struct record *record) {
    for (size_t i = 0; schema_records[i]; i++)
        if (schema_records[i] == record)
            return true;
    return false;
}

bool hint_elsewhere(struct decoder *decoder, struct diagnostic *entry, const char *key,
                    const struct record *here) {
    enum { FEW = 3 };
    const char *places[FEW + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; is_of_scenarios(here) && schema_records[i]; i++) {
        if (!has_key(schema_records[i], key))
            continue;
        if (count == FEW)
            return false; /* a word as common as that tells nothing */
        places[count++] =
            schema_records[i] == &scenario_record
                ? "at the top of the file"
                : arena_printf(decoder->scratch, "under '%s'", schema_records[i]->path);
    }
    if (count > 0)
        diagnose_hint(decoder->list, entry, "'%s' belongs %s", key, decode_join(decoder, places));
    return count > 0;
}
