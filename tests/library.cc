// The public headers in C++: each compiles and declares what the library has under its C name.
#include <dirent.h>

#include <cstdio>
#include <cstring>

#include "veto/council.h"
#include "veto/diagnostic.h"
#include "veto/expect.h"
#include "veto/flips.h"
#include "veto/history.h"
#include "veto/meeting.h"
#include "veto/odds.h"
#include "veto/power.h"
#include "veto/presets.h"
#include "veto/roster.h"
#include "veto/scenario.h"
#include "veto/status.h"
#include "veto/sweep.h"
#include "veto/topics.h"
#include "veto/trends.h"

namespace {

// One function of each header; status.h has none.
const struct {
    const char *header;
    void (*function)();
} headers[] = {
    {"council.h", reinterpret_cast<void (*)()>(veto_decide)},
    {"diagnostic.h", reinterpret_cast<void (*)()>(veto_diagnostics_new)},
    {"expect.h", reinterpret_cast<void (*)()>(veto_expect)},
    {"flips.h", reinterpret_cast<void (*)()>(veto_flips_find)},
    {"history.h", reinterpret_cast<void (*)()>(veto_history_read)},
    {"meeting.h", reinterpret_cast<void (*)()>(veto_meeting_play)},
    {"odds.h", reinterpret_cast<void (*)()>(veto_odds_exact)},
    {"power.h", reinterpret_cast<void (*)()>(veto_power_find)},
    {"presets.h", reinterpret_cast<void (*)()>(veto_rule_sets)},
    {"roster.h", reinterpret_cast<void (*)()>(veto_composition_of)},
    {"scenario.h", reinterpret_cast<void (*)()>(veto_scenario_load)},
    {"status.h", nullptr},
    {"sweep.h", reinterpret_cast<void (*)()>(veto_sweep_new)},
    {"topics.h", reinterpret_cast<void (*)()>(veto_topics)},
    {"trends.h", reinterpret_cast<void (*)()>(veto_trends_find)},
};

bool is_known(const char *name) {
    for (const auto &header : headers)
        if (std::strcmp(header.header, name) == 0)
            return header.function || std::strcmp(name, "status.h") == 0;
    return false;
}

} // namespace

int main() {
    int number = 0;
    DIR *folder = opendir("include/veto");
    for (const dirent *entry; folder && (entry = readdir(folder)) != nullptr;)
        if (entry->d_name[0] != '.')
            std::printf("%sok %d - C++ takes %s\n", is_known(entry->d_name) ? "" : "not ", ++number,
                        entry->d_name);
    std::printf("1..%d\n", number);
    return number == 0;
}
