/*
 * The words of the file format for what the Charter tells apart: the one place of each. By enum,
 * and NULL at the end.
 */
#pragma once

extern const char *const ballot_words[], *const question_words[], *const outcome_words[],
                                                                      *const abstention_words[],
                                                                          *const group_words[];
