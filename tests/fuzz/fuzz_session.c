/*
 * Any bytes as a session: what is read is written and read again, and the two texts that are
 * written are the same; what is not has a message. And any bytes in a session, as the text of its
 * scenario and as the strings of the rest: it is read back as it was.
 */
#include "fuzz.h"
#include "session/session.h"

static struct session *read_text(const char *bytes, size_t length) {
    struct veto_text text = {"fuzz", bytes, length};
    struct veto_diagnostics *list = veto_diagnostics_new();
    struct session *session = NULL;
    enum veto_status status = session_read(&session, list, &text);
    expect(status == VETO_OK || status == VETO_INPUT);
    expect((status == VETO_OK) == (veto_diagnostics_errors(list) == 0));
    expect_safe_messages(list);
    veto_diagnostics_free(list);
    return session;
}

/* Written, read and written: the same, and a session. In malloc's memory. */
static struct session *there_and_back(const struct session *session) {
    size_t length, again;
    bool is = false;
    char *text = session_write(session, &length);
    struct veto_text whole = {"fuzz", text, length};
    expect(session_is(&is, &whole) == VETO_OK && is);
    struct session *back = read_text(text, length);
    expect(back != NULL);
    char *second = session_write(back, &again);
    expect(length == again && memcmp(text, second, length) == 0);
    free(second);
    free(text);
    return back;
}

static void as_strings(const uint8_t *data, size_t size) {
    char *string = calloc(1, size + 3);
    memcpy(string + 1, data, size); /* up to its first NUL */
    string[0] = 'x';
    char *override = malloc(strlen(string) + 2);
    strcat(strcpy(override, string), "=");
    const char *const overrides[] = {override};
    struct session_ballot ballot = {string, VETO_NO};
    struct session_guess guess = {string, VETO_VETOED, &ballot, 1};
    struct session session = {.scenario = string,
                              .text = (const char *)data,
                              .text_length = size,
                              .set = overrides,
                              .set_count = 1,
                              .changes = overrides,
                              .change_count = 1,
                              .place = {1, VETO_EVENT_PUT, string, string, string},
                              .guesses = &guess,
                              .guess_count = 1};
    struct session *back = there_and_back(&session);
    expect(back->text_length == size && (size == 0 || memcmp(back->text, data, size) == 0));
    expect(strcmp(back->scenario, string) == 0 && strcmp(back->set[0], override) == 0);
    expect(strcmp(back->guesses[0].draft, string) == 0);
    expect(strcmp(back->guesses[0].ballots[0].member, string) == 0);
    session_free(back);
    free(override);
    free(string);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    bool is;
    struct veto_text text = {"fuzz", (const char *)data, size};
    expect(session_is(&is, &text) == VETO_OK);
    struct session *session = read_text((const char *)data, size);
    if (session)
        session_free(there_and_back(session));
    session_free(session);
    as_strings(data, size);
    return 0;
}
