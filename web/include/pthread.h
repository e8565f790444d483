/* No threads: who asks for one is told that there is none, and does the work itself. */
#pragma once

#include <errno.h>
#include <stddef.h>
#include <sys/types.h>

#define PTHREAD_MUTEX_INITIALIZER                                                                  \
    { 0 }
#define PTHREAD_COND_INITIALIZER                                                                   \
    { 0 }

static inline int pthread_create(pthread_t *thread, const void *attributes, void *(*work)(void *),
                                 void *context) {
    (void)thread, (void)attributes, (void)work, (void)context;
    return EAGAIN;
}

static inline int pthread_join(pthread_t thread, void **result) {
    (void)thread, (void)result;
    return ESRCH;
}

/* With one thread a lock is always free, and nobody waits. */
static inline int pthread_nothing(const void *first, const void *second) {
    (void)first, (void)second;
    return 0;
}

#define pthread_mutex_init(mutex, attributes)    pthread_nothing((mutex), (attributes))
#define pthread_mutex_destroy(mutex)             pthread_nothing((mutex), NULL)
#define pthread_mutex_lock(mutex)                pthread_nothing((mutex), NULL)
#define pthread_mutex_unlock(mutex)              pthread_nothing((mutex), NULL)
#define pthread_cond_init(condition, attributes) pthread_nothing((condition), (attributes))
#define pthread_cond_destroy(condition)          pthread_nothing((condition), NULL)
#define pthread_cond_wait(condition, mutex)      pthread_nothing((condition), (mutex))
#define pthread_cond_signal(condition)           pthread_nothing((condition), NULL)
#define pthread_cond_broadcast(condition)        pthread_nothing((condition), NULL)
