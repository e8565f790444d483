/*
 * The tables of roster.c, and nothing else includes them. Next year's Council is one more line in
 * `elected` and VETO_ROSTER_LAST; a state that never sat before also gets a line in
 * roster_states.def.
 */
#pragma once

#include "veto/roster.h"

/* Charter, Article 23 (1). It names the Republic of China, whose seat the People's Republic of
 * China holds since General Assembly resolution 2758 (XXVI) of 25 October 1971, and the Union of
 * Soviet Socialist Republics, whose membership the Russian Federation continues since
 * 24 December 1991. The seat of China was called "China" before and after. */
static const char permanent_members[] = "CHN FRA GBR RUS USA";

#define YEAR(year) [(year)-VETO_ROSTER_FIRST]

/* The elected members of each year: first those that stay, then those that come. Who stays one
 * year only had a shorter term: three of the first six, New Zealand and Uganda when the Council
 * was enlarged, and the two halves of each term that was divided (1956 to 1965, 2017 with 2018). */
static const char *const elected[VETO_ROSTER_LAST - VETO_ROSTER_FIRST + 1] = {
    YEAR(1946) = "AUS BRA EGY MEX NLD POL",
    YEAR(1947) = "AUS BRA POL  BEL COL SYR",
    YEAR(1948) = "BEL COL SYR  ARG CAN UKR",
    YEAR(1949) = "ARG CAN UKR  CUB EGY NOR",
    YEAR(1950) = "CUB EGY NOR  ECU IND YUG",
    YEAR(1951) = "ECU IND YUG  BRA NLD TUR",
    YEAR(1952) = "BRA NLD TUR  CHL GRC PAK",
    YEAR(1953) = "CHL GRC PAK  COL DNK LBN",
    YEAR(1954) = "COL DNK LBN  BRA NZL TUR",
    YEAR(1955) = "BRA NZL TUR  BEL IRN PER",
    YEAR(1956) = "BEL IRN PER  AUS CUB YUG",
    YEAR(1957) = "AUS CUB  COL IRQ PHL SWE",
    YEAR(1958) = "COL IRQ SWE  CAN JPN PAN",
    YEAR(1959) = "CAN JPN PAN  ARG ITA TUN",
    YEAR(1960) = "ARG ITA TUN  ECU LKA POL",
    YEAR(1961) = "ECU LKA  CHL EGY LBR TUR",
    YEAR(1962) = "CHL EGY  GHA IRL ROU VEN",
    YEAR(1963) = "GHA VEN  BRA MAR NOR PHL",
    YEAR(1964) = "BRA MAR NOR  BOL CIV CSK",
    YEAR(1965) = "BOL CIV  JOR MYS NLD URY",
    YEAR(1966) = "JOR NLD URY  ARG BGR JPN MLI NGA NZL UGA",
    YEAR(1967) = "ARG BGR JPN MLI NGA  BRA CAN DNK ETH IND",
    YEAR(1968) = "BRA CAN DNK ETH IND  DZA HUN PAK PRY SEN",
    YEAR(1969) = "DZA HUN PAK PRY SEN  COL ESP FIN NPL ZMB",
    YEAR(1970) = "COL ESP FIN NPL ZMB  BDI NIC POL SLE SYR",
    YEAR(1971) = "BDI NIC POL SLE SYR  ARG BEL ITA JPN SOM",
    YEAR(1972) = "ARG BEL ITA JPN SOM  GIN IND PAN SDN YUG",
    YEAR(1973) = "GIN IND PAN SDN YUG  AUS AUT IDN KEN PER",
    YEAR(1974) = "AUS AUT IDN KEN PER  BLR CMR CRI IRQ MRT",
    YEAR(1975) = "BLR CMR CRI IRQ MRT  GUY ITA JPN SWE TZA",
    YEAR(1976) = "GUY ITA JPN SWE TZA  BEN LBY PAK PAN ROU",
    YEAR(1977) = "BEN LBY PAK PAN ROU  CAN DEU IND MUS VEN",
    YEAR(1978) = "CAN DEU IND MUS VEN  BOL CSK GAB KWT NGA",
    YEAR(1979) = "BOL CSK GAB KWT NGA  BGD JAM NOR PRT ZMB",
    YEAR(1980) = "BGD JAM NOR PRT ZMB  DDR MEX NER PHL TUN",
    YEAR(1981) = "DDR MEX NER PHL TUN  ESP IRL JPN PAN UGA",
    YEAR(1982) = "ESP IRL JPN PAN UGA  COD GUY JOR POL TGO",
    YEAR(1983) = "COD GUY JOR POL TGO  MLT NIC NLD PAK ZWE",
    YEAR(1984) = "MLT NIC NLD PAK ZWE  BFA EGY IND PER UKR",
    YEAR(1985) = "BFA EGY IND PER UKR  AUS DNK MDG THA TTO",
    YEAR(1986) = "AUS DNK MDG THA TTO  ARE BGR COG GHA VEN",
    YEAR(1987) = "ARE BGR COG GHA VEN  ARG DEU ITA JPN ZMB",
    YEAR(1988) = "ARG DEU ITA JPN ZMB  BRA DZA NPL SEN YUG",
    YEAR(1989) = "BRA DZA NPL SEN YUG  CAN COL ETH FIN MYS",
    YEAR(1990) = "CAN COL ETH FIN MYS  CIV COD CUB ROU YEM",
    YEAR(1991) = "CIV COD CUB ROU YEM  AUT BEL ECU IND ZWE",
    YEAR(1992) = "AUT BEL ECU IND ZWE  CPV HUN JPN MAR VEN",
    YEAR(1993) = "CPV HUN JPN MAR VEN  BRA DJI ESP NZL PAK",
    YEAR(1994) = "BRA DJI ESP NZL PAK  ARG CZE NGA OMN RWA",
    YEAR(1995) = "ARG CZE NGA OMN RWA  BWA DEU HND IDN ITA",
    YEAR(1996) = "BWA DEU HND IDN ITA  CHL EGY GNB KOR POL",
    YEAR(1997) = "CHL EGY GNB KOR POL  CRI JPN KEN PRT SWE",
    YEAR(1998) = "CRI JPN KEN PRT SWE  BHR BRA GAB GMB SVN",
    YEAR(1999) = "BHR BRA GAB GMB SVN  ARG CAN MYS NAM NLD",
    YEAR(2000) = "ARG CAN MYS NAM NLD  BGD JAM MLI TUN UKR",
    YEAR(2001) = "BGD JAM MLI TUN UKR  COL IRL MUS NOR SGP",
    YEAR(2002) = "COL IRL MUS NOR SGP  BGR CMR GIN MEX SYR",
    YEAR(2003) = "BGR CMR GIN MEX SYR  AGO CHL DEU ESP PAK",
    YEAR(2004) = "AGO CHL DEU ESP PAK  BEN BRA DZA PHL ROU",
    YEAR(2005) = "BEN BRA DZA PHL ROU  ARG DNK GRC JPN TZA",
    YEAR(2006) = "ARG DNK GRC JPN TZA  COG GHA PER QAT SVK",
    YEAR(2007) = "COG GHA PER QAT SVK  BEL IDN ITA PAN ZAF",
    YEAR(2008) = "BEL IDN ITA PAN ZAF  BFA CRI HRV LBY VNM",
    YEAR(2009) = "BFA CRI HRV LBY VNM  AUT JPN MEX TUR UGA",
    YEAR(2010) = "AUT JPN MEX TUR UGA  BIH BRA GAB LBN NGA",
    YEAR(2011) = "BIH BRA GAB LBN NGA  COL DEU IND PRT ZAF",
    YEAR(2012) = "COL DEU IND PRT ZAF  AZE GTM MAR PAK TGO",
    YEAR(2013) = "AZE GTM MAR PAK TGO  ARG AUS KOR LUX RWA",
    YEAR(2014) = "ARG AUS KOR LUX RWA  CHL JOR LTU NGA TCD",
    YEAR(2015) = "CHL JOR LTU NGA TCD  AGO ESP MYS NZL VEN",
    YEAR(2016) = "AGO ESP MYS NZL VEN  EGY JPN SEN UKR URY",
    YEAR(2017) = "EGY JPN SEN UKR URY  BOL ETH ITA KAZ SWE",
    YEAR(2018) = "BOL ETH KAZ SWE  CIV GNQ KWT NLD PER POL",
    YEAR(2019) = "CIV GNQ KWT PER POL  BEL DEU DOM IDN ZAF",
    YEAR(2020) = "BEL DEU DOM IDN ZAF  EST NER TUN VCT VNM",
    YEAR(2021) = "EST NER TUN VCT VNM  IND IRL KEN MEX NOR",
    YEAR(2022) = "IND IRL KEN MEX NOR  ALB ARE BRA GAB GHA",
    YEAR(2023) = "ALB ARE BRA GAB GHA  CHE ECU JPN MLT MOZ",
    YEAR(2024) = "CHE ECU JPN MLT MOZ  DZA GUY KOR SLE SVN",
    YEAR(2025) = "DZA GUY KOR SLE SVN  DNK GRC PAK PAN SOM",
    YEAR(2026) = "DNK GRC PAK PAN SOM  BHR COD COL LBR LVA",
    YEAR(2027) = "BHR COD COL LBR LVA  AUT KGZ PRT TTO ZWE",
};

#undef YEAR

/* From where the presidency is counted: Indonesia presided on 19 November 1996 (S/PV.3714; press
 * release CS/749). The count agrees with the presidencies of 2005, of April and May 2013, of
 * October 2016 to December 2025, and of every scenario since then that ships (test_council,
 * test_record). So the later month adds nothing but speed. The latest one first. */
static const struct {
    struct veto_date month;
    const char *president;
} known_presidencies[] = {
    {{2016, 10, 1}, "RUS"},
    {{1996, 11, 1}, "IDN"},
};

/*
 * The names under which a state sat and no longer bears, sorted by code and then by date. `last`
 * is the last day on which it sat under that name: the day before the name changed or, where it
 * changed between two terms, the last day of the earlier term. Where the United Nations was told
 * only some days later, the day of the change itself counts.
 */
static const struct former_name {
    const char *code;
    struct veto_date last;
    const char *name, *formal; /* formal NULL: as the name */
} former_names[] = {
    {"BFA", {1984, 8, 3}, "Upper Volta", NULL},
    {"BLR", {1975, 12, 31}, "Byelorussian SSR", "Byelorussian Soviet Socialist Republic"},
    {"BOL", {1979, 12, 31}, "Bolivia", NULL},
    {"CIV", {1965, 12, 31}, "Ivory Coast", NULL},
    {"CMR", {1975, 12, 31}, "Cameroon", "United Republic of Cameroon"},
    {"COD", {1991, 12, 31}, "Zaire", NULL},
    {"CPV", {1993, 12, 31}, "Cape Verde", NULL},
    {"CZE", {1995, 12, 31}, "Czech Republic", NULL},
    {"DEU", {1988, 12, 31}, "Federal Republic of Germany", "Germany, Federal Republic of"},
    {"EGY", {1950, 12, 31}, "Egypt", NULL},
    {"EGY", {1962, 12, 31}, "United Arab Republic", NULL},
    {"IRN", {1956, 12, 31}, "Iran", NULL},
    {"LBY", {1977, 3, 1}, "Libya", "Libyan Arab Republic"},
    {"LBY", {2009, 12, 31}, "Libya", "Libyan Arab Jamahiriya"},
    {"LKA", {1961, 12, 31}, "Ceylon", NULL},
    {"NLD", {2018, 12, 31}, "Netherlands", NULL},
    {"RUS", {1991, 12, 23}, "Soviet Union", "Union of Soviet Socialist Republics"},
    {"SYR", {1971, 9, 13}, "Syria", NULL},
    {"TUR", {2010, 12, 31}, "Turkey", NULL},
    {"UKR", {1985, 12, 31}, "Ukrainian SSR", "Ukrainian Soviet Socialist Republic"},
    {"VEN", {1993, 12, 31}, "Venezuela", NULL},
    {"YEM", {1990, 5, 21}, "Democratic Yemen", NULL},
};
