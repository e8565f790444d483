/* What a ballot, an outcome and a chance are on a page. */
#pragma once

#include "page/page.h"
#include "veto/council.h"

enum role role_of_ballot(enum veto_ballot ballot);
enum role role_of_outcome(enum veto_outcome outcome); /* ROLE_PLAIN for VETO_OUTCOMES */

struct page_cell cell_of_ballot(enum veto_ballot ballot);

/* A chance, which CSV has in all its digits. `percent` is what words_percentages makes of it, with
 * so many decimals, among others; NULL: it stands by itself. */
enum { CELL_DECIMALS = 2 };
struct page_cell cell_of_chance(struct page *page, double chance, const long long *percent);
