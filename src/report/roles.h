/* What a ballot and an outcome are on a page. */
#ifndef REPORT_ROLES_H
#define REPORT_ROLES_H

#include "page/page.h"
#include "veto/council.h"

enum role role_of_ballot(enum veto_ballot ballot);
enum role role_of_outcome(enum veto_outcome outcome); /* ROLE_PLAIN for VETO_OUTCOMES */

#endif
