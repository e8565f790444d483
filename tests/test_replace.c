/* What permissions a replaced file has when it cannot be given to the owner of the old one; linked
 * with --wrap=fchown. What it holds is a matter of tests/keep.sh. */
#include "suite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/replace.h"

int __real_fchown(int file, uid_t owner, gid_t group);
int __wrap_fchown(int file, uid_t owner, gid_t group);

static bool may_give_away;

int __wrap_fchown(int file, uid_t owner, gid_t group) {
    if (may_give_away)
        return __real_fchown(file, owner, group);
    errno = EPERM;
    return -1;
}

/* The permissions of a file that had these, once it is replaced. */
static mode_t replaced(mode_t mode) {
    char path[] = "/tmp/veto-replace-XXXXXX";
    struct replacement replacement;
    struct stat status;
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(fchmod(file, mode), 0);
    close(file);
    ck_assert(replace_open(&replacement, path));
    fputs("new", replacement.file);
    ck_assert(replace_commit(&replacement, false));
    replace_close(&replacement);
    ck_assert_int_eq(stat(path, &status), 0);
    unlink(path);
    return status.st_mode & 07777;
}

/* Its marks for the owner would apply to another one. */
START_TEST(another_owner_gets_no_marks) {
    ck_assert_uint_eq(replaced(06751), 0751);
    ck_assert_uint_eq(replaced(01640), 0640);
}
END_TEST

START_TEST(the_same_owner_keeps_them) {
    may_give_away = true;
    ck_assert_uint_eq(replaced(06751), 06751);
    ck_assert_uint_eq(replaced(0604), 0604);
}
END_TEST

static const struct suite_entry entries[] = {
    {another_owner_gets_no_marks, 0},
    {the_same_owner_keeps_them, 0},
};

SUITE("replace", entries)
