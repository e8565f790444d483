/*
 * The table of topics, and how a title finds its own in it. The more specific topics come first: a
 * complaint by Angola against South Africa is of the second, a letter "from Libya and Bahrain" of
 * the first. Numbers stand for the resolutions that titles name instead of a country, and dates for
 * the letters that agenda items are called after.
 */
#include "veto/topics.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "veto/history.h"

static const struct veto_topic topics[] = {
    {"membership", "Admission of new members",
     "new members, admission of, admission to membership, admission to the un, "
     "admission to the united nations, membership in the, for membership, become a member"},
    {"organs", "Appointments, elections and procedure",
     "international court of jus*, appointment of the secretary general, "
     "appointment of secretary general, appointed secretary general, appointment of kofi annan, "
     "as secretary general, as acting secretary general, secretary general of the un, "
     "secretary general of the united nations, secreaty general, tribute*, "
     "secretary general ban, secretary general kofi, term of office of the pres*, presidency, "
     "review of the charter, charter review, rules of procedure, working languages, "
     "official languages, trusteeship, trust territory, strategic area*, pacific islands, "
     "military staff committee, credentials, meetings in addis ababa, meetings in panama, "
     "meetings of the security council in, african capital, rapporteur, rejected application, "
     "rules governing, travelling expenses"},
    {"tribunals", "International criminal courts",
     "tribunal*, tirbunal, criminal court*, residual mechanism, ictr, icty, prosecutor, judge, "
     "judges"},
    {"indonesia", "Indonesia", "indonesia*"},
    {"south-east-asia", "South-East Asia, Myanmar, Nepal and Timor-Leste",
     "viet nam, vietnam*, cambodia*, kampuchea*, laos, thailand, timor*, from malaysia, myanmar, "
     "burma, philippines, south east asia, untac, unmit, untaet, unotil, nepal, unmin, "
     "22 november 2006"},
    {"palestine", "Palestine",
     "palestin*, jerusalem, gaza, arab territories, occupied territories, west bank, hebron, "
     "nablus, jenin, bernadotte, deportation, truce, armistice, aqsa, road map, 14 oct 1948"},
    {"libya", "Libya",
     "libya*, lockerbie, pan american, unsmil, migrants, migrant, resolution 1970, "
     "resolution 1973, 2146, 2240, authorizations as set out in paras, resolution 748, aouzou, "
     "20 and 23 december 1991"},
    {"india-pakistan", "India and Pakistan",
     "india*, kashmir, jammu, pakistan*, bangladesh, hyderabad, goa, unmogip"},
    {"middle-east", "The Middle East: Israel, Syria, Lebanon, Yemen, Egypt",
     "middle east, israel*, syria*, leban*, beirut, yemen*, golan, disengagement observer*, "
     "undof, unifil, unef, emergency force, houthi*, hodeidah, hudaydah, "
     "advance team to monitor, suez, egypt*, jordan*, bahrain, 2140, 2165, red sea, "
     "international independent investigation, opcw*, arab"},
    {"terrorism", "Terrorism",
     "terror*, al qaida, isil, islamic state, hijack*, hostage taking, taking hostages, "
     "taking of hostages, plastic or sheet, bomb attack*, 1267, 1373, 1390, 1526, 2253, 2255, "
     "ombudsperson, counter terrorism, promote accountability, focal point for"},
    {"afghanistan", "Afghanistan and Tajikistan",
     "afghan*, aghanistan, taliban, tajik*, kabul, unama, ungomap, unmot, 3 january 1980, "
     "international security assistance, isaf, resolution 1988, "
     "agreement on provisional arrangements, independent assessment"},
    {"korea", "Korea", "korea*, democratic people s, un command, 1718, 1874, 4 july 2006"},
    {"greece", "Greece", "greek*, greece, 24 august 1946"},
    {"ukraine", "Ukraine",
     "ukrain*, crimea, 13 april 2014, mh17, malaysia airlines, donetsk, minsk, 2202"},
    {"non-proliferation", "Non-proliferation",
     "non proliferation, nuclear*, mass destruction, 1540, 1737, 1929, 2231, enrichment"},
    {"iran", "Iran", "iran*, 22 december 1979, uniimog"},
    {"iraq", "Iraq and Kuwait",
     "iraq*, kuwait*, oil for food, petroleum products, goods review, unami, unikom, unmovic, "
     "gulf region, 660, 661, 687, 1242, resolution 1958, compensation commission, "
     "paragraphs 24 25 and 27, unified command to take"},
    {"cold-war", "Incidents between East and West",
     "formosa, taiwan, bombing by air forces, territory of china, u 2 incident, rb 47, "
     "telegrams dated 13 july 1960, military aircraft armed, bacterial*, berlin blockade, "
     "29 september 1948, 1 september 1983, great powers"},
    {"congo", "The Congo",
     "congo*, democratic rep*, 13 july 1960, katanga, zaire, monuc, monusco, un organization m*, "
     "un organization stabilization, 23 march movement, great lakes, 1533, 1493"},
    {"europe", "Europe: Spain, Trieste, Hungary, Czechoslovakia",
     "spain, spanish question, trieste, hungar*, czech*, corfu, albania*, iceland, "
     "northern ireland, turkey"},
    {"yugoslavia", "The former Yugoslavia",
     "yugoslav*, bosnia*, herzegovina, croatia*, kosovo, serbia*, montenegr*, macedonia*, "
     "slavonia, prevlaka, srebrenica, sarajevo, bihac, unprofor, un protection force, "
     "united nations protection force, protected areas, unpredep, preventive deployment, "
     "transitional administration f*, high representative, stabilization force, "
     "multinational stabiliz*, eufor, althea, danube, international police task force, 713, 724, "
     "757, 743, 807, 817, 1160, 1199, commission of experts to examine and"},
    {"cyprus", "Cyprus", "cyprus, cypriot*, unficyp, nicosia"},
    {"caucasus", "Georgia, Armenia and Azerbaijan",
     "georgia*, abkhaz*, unomig, nagorn*, karabakh, azerb*, armenia*"},
    {"disarmament", "Disarmament",
     "armament*, reduction of arm*, disarm*, atomic, small arms, light weapons, outer space, "
     "hydrogen, resolution 192"},
    {"rhodesia", "Southern Rhodesia",
     "southern rhodesia*, rhodesia*, zambia*, unilateral declaration of independence, "
     "breach of sanc*, constitutional conference"},
    {"portuguese-africa", "Portuguese territories in Africa", "portug*"},
    {"namibia", "Namibia", "namibia*, south west afric*, untag, walvis bay, ad hoc subcommittee"},
    {"south-africa", "South Africa and its neighbours",
     "south africa*, apartheid, southern africa*, soweto, sharpeville, "
     "african national congress, homeland, lesotho, botswana, seychelles, swaziland, "
     "race conflict, death sentence*"},
    {"angola", "Angola and Mozambique",
     "angola*, unita, uniao, unavem, monua, mozambi*, onumoz, 1127"},
    {"western-sahara", "Western Sahara", "western sahara*, sahara, minurso"},
    {"central-african-republic", "Central African Republic and Chad",
     "central africa*, chad, minurca, minurcat, minusca, bangui, 2127, 2134, "
     "european union operation, police and correction personnel"},
    {"rwanda", "Rwanda and Burundi", "rwanda*, burundi*, unamir, onub, resolution 918"},
    {"sudan", "Sudan and South Sudan",
     "sudan*, darfur, abyei, unisfa, unmis, unmiss, unamid, hybrid operation, unitams, "
     "panel of experts established pursuant to security council resolution 15, 1591, 2206, 2428, "
     "el fasher, 1054, 9 january 1996"},
    {"west-africa", "Liberia, Sierra Leone, Côte d'Ivoire and their neighbours",
     "liberia*, sierra leone*, ivoire, operation in cote*, guinea*, gambia, west africa, "
     "unomsil, unamsil, unmil, onuci, unoci, minuci, unipsil, ecowas, uniogbis, ecomog, abuja, "
     "togo, benin, senegal*, nigeria*, 1343, 1408, 1521, 1572, "
     "group of experts established pursuant to security council resolution 15, kimberley, "
     "diamond*, 2048"},
    {"somalia", "Somalia",
     "somali*, al shabaab, unosom, unsom, amisom, atmis, aussom, african union mission, "
     "african union transition mission, states of the african union, "
     "intergovernmental authority, mogadishu, resolution 733, 751, 1519, 2142, 2607, 2713, "
     "monitoring group, piracy, ban on illicit trade, ban on char*"},
    {"eritrea", "Eritrea and Ethiopia", "eritrea*, ethiopia*, unmee, djibouti"},
    {"mali", "Mali and the Sahel",
     "mali, minusma, multidimensional integrated stabilization miss*, sahel, 2374"},
    {"africa", "Africa: other questions",
     "africa, african union, tunisia*, morocc*, algeria*, comoros, zimbabwe, mauritius, kenya, "
     "uganda, lord s resistance army, ebola"},
    {"haiti", "Haiti",
     "haiti*, multinational security support, unified command and control, 2653, 2699, minustah, "
     "binuh, minujusth, unmih"},
    {"central-america", "Central America",
     "central america*, nicaragua*, salvador*, guatemala*, panama*, hondura*, costa rica*, "
     "onusal, onuca, minugua"},
    {"americas", "Cuba, Colombia, Venezuela and others in the Americas",
     "cuba*, dominican, santo domingo, venezuela*, colombia*, un verification mission, grenada, "
     "falkland, malvinas, argentin*, eichmann, latin america, punta del este, guyana, "
     "civil aircraft, chile"},
    {"protection", "Women, children and civilians in armed conflict",
     "women, child*, civilian*, youth, sexual, journalists, humanitarian, disabilities, "
     "persons missing, trafficking, hate speech, medical, food insecurity, genocide, "
     "cultural heritage, mine action"},
    {"peace-operations", "Peacekeeping and peacebuilding",
     "peacekeep*, peace operations, peacebuilding, peace building, troop contribut*, police, "
     "policing, security sector reform, united nations operations, un forces, un personnel, "
     "united nations personnel, associated personnel, prosecution cases, medal"},
    {"peace-and-security", "Peace and security in general",
     "international peace, peace and security, maintenance of inte*, climate, "
     "conflict prevention, role in conflict, prevention of, regional organizations, "
     "regional and subregional, rule of law, sanctions, asset freeze, covid*, coronavirus, hiv, "
     "health, settlement of disputes, natural resources, cessation of hostilities, conflicts"},
    {"other", "Other", ""},
};

enum { TOPICS = sizeof topics / sizeof *topics, OTHER = TOPICS - 1 };

const struct veto_topic *veto_topics(size_t *count) {
    *count = TOPICS;
    return topics;
}

const struct veto_topic *veto_topic_find(const char *id) {
    for (size_t i = 0; i < TOPICS; i++) {
        size_t at = 0;
        while (id[at] && text_lower((unsigned char)id[at]) == topics[i].id[at])
            at++;
        if (id[at] == topics[i].id[at])
            return &topics[i];
    }
    return NULL;
}

const struct veto_topic *veto_topic_nearest(const char *word) {
    const char *ids[TOPICS + 1] = {NULL};
    const struct veto_topic *has_it = veto_topic_of(word);
    for (size_t i = 0; i < TOPICS; i++)
        ids[i] = topics[i].id;
    const char *nearest = text_nearest(word, ids);
    return has_it != &topics[OTHER] ? has_it : nearest ? veto_topic_find(nearest) : NULL;
}

/* ---- a title ---- */

enum { LOOKED_AT = 2000, MOST_WORDS = LOOKED_AT / 2, CHARACTERS = 128 };

/* Its words, folded, each behind one blank; those that begin alike are linked. */
struct title {
    char text[LOOKED_AT + 2];
    size_t length;
    bool cut; /* within its last word */
    uint16_t first[CHARACTERS], next[MOST_WORDS + 1], starts[MOST_WORDS + 1]; /* 0: none */
};

static bool is_title_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* From the last word to the first, so that each finds those behind it. */
static void link_words(struct title *title) {
    uint16_t word = 0;
    for (size_t i = title->length - 1; i > 0; i--) {
        unsigned char begins = (unsigned char)title->text[i];
        if (title->text[i - 1] != ' ' || !is_title_sign(title->text[i]))
            continue;
        title->starts[++word] = (uint16_t)i;
        title->next[word] = title->first[begins];
        title->first[begins] = word;
    }
}

static void read_title(struct title *title, const char *text) {
    char folded[LOOKED_AT];
    unsigned depth;
    *title = (struct title){.text = " ", .length = 1};
    text_fold(folded, sizeof folded, veto_history_title(text, &depth));
    char *end = strstr(folded, "[...]");
    title->cut = end && end > folded && is_title_sign(end[-1]);
    if (end)
        *end = '\0';
    for (const char *at = folded; *at; at++)
        if (is_title_sign(*at))
            title->text[title->length++] = *at;
        else if (title->text[title->length - 1] != ' ')
            title->text[title->length++] = ' ';
    if (title->text[title->length - 1] != ' ')
        title->text[title->length++] = ' ';
    link_words(title);
}

/* ---- words in it ---- */

/* Whether the title ends within these words: so much of the last one is left that it is told. */
static bool ends_within(const struct title *title, const char *at, size_t length) {
    enum { TELLING = 3 };
    return title->cut && length >= TELLING && at + length + 1 == title->text + title->length &&
           !memchr(at + length - TELLING, ' ', TELLING);
}

/* The words begin here. */
static bool stand_at(const struct title *title, const char *at, const char *words, size_t length) {
    bool open = words[length - 1] == '*';
    size_t i = 0;
    length -= open;
    while (i < length && at[i] == words[i])
        i++;
    if (i == length)
        return open || at[i] == ' ';
    return open && at[i] == ' ' && words[i] != ' ' && ends_within(title, at, i);
}

static bool is_of(const struct title *title, const struct veto_topic *topic) {
    for (const char *words = topic->words; *words; words += strspn(words, ", ")) {
        size_t length = strcspn(words, ",");
        for (uint16_t i = title->first[(unsigned char)*words]; i; i = title->next[i])
            if (stand_at(title, title->text + title->starts[i], words, length))
                return true;
        words += length;
    }
    return false;
}

const struct veto_topic *veto_topic_of(const char *text) {
    struct title title;
    read_title(&title, text);
    for (size_t i = 0; i < OTHER; i++)
        if (is_of(&title, &topics[i]))
            return &topics[i];
    return &topics[OTHER];
}

const struct veto_topic *veto_history_topic(const struct veto_history_vote *vote) {
    const struct veto_topic *topic = veto_topic_of(vote->title);
    return topic == &topics[OTHER] && vote->agenda ? veto_topic_of(vote->agenda) : topic;
}
