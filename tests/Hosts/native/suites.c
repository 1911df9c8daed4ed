/* The small suites, and the function that hands all of them out. */
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minihost.h"

static Status allocate(void *effect, size_t size, void **memory)
{
    (void)effect;
    *memory = malloc(size);
    return *memory == NULL ? STATUS_ERR_MEMORY : STATUS_OK;
}

static Status deallocate(void *memory)
{
    free(memory);
    return STATUS_OK;
}

static const MemorySuite memory_suite = { allocate, deallocate };

typedef struct {
    void (*call)(unsigned int, unsigned int, void *);
    unsigned int index, count;
    void *argument;
} Job;

static _Thread_local unsigned int job_index;
static _Thread_local int spawned;

static void *run_job(void *given)
{
    const Job *job = given;
    job_index = job->index;
    spawned = 1;
    job->call(job->index, job->count, job->argument);
    return NULL;
}

static Status multi_thread(void (*call)(unsigned int, unsigned int, void *), unsigned int count, void *argument)
{
    enum { MOST = 4 };
    pthread_t threads[MOST];
    Job jobs[MOST];
    if (count == 0 || count > MOST)
        count = MOST;
    for (unsigned int i = 0; i < count; i++) {
        jobs[i] = (Job){ call, i, count, argument };
        pthread_create(&threads[i], NULL, run_job, &jobs[i]);
    }
    for (unsigned int i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
    return STATUS_OK;
}

static Status num_cpus(unsigned int *count)
{
    *count = 4;
    return STATUS_OK;
}

static Status current_index(unsigned int *index)
{
    *index = job_index;
    return STATUS_OK;
}

static int is_spawned(void)
{
    return spawned;
}

static Status mutex_create(void **mutex, int locked)
{
    pthread_mutex_t *made = malloc(sizeof *made);
    pthread_mutexattr_t recursive;
    pthread_mutexattr_init(&recursive);
    pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(made, &recursive);
    pthread_mutexattr_destroy(&recursive);
    if (locked)
        pthread_mutex_lock(made);
    *mutex = made;
    return STATUS_OK;
}

static Status mutex_destroy(void *mutex)
{
    pthread_mutex_destroy(mutex);
    free(mutex);
    return STATUS_OK;
}

static Status mutex_lock(void *mutex) { return pthread_mutex_lock(mutex) == 0 ? STATUS_OK : STATUS_FAILED; }
static Status mutex_unlock(void *mutex) { return pthread_mutex_unlock(mutex) == 0 ? STATUS_OK : STATUS_FAILED; }
static Status mutex_try_lock(void *mutex) { return pthread_mutex_trylock(mutex) == 0 ? STATUS_OK : STATUS_FAILED; }

static const MultiThreadSuite multi_thread_suite = {
    multi_thread, num_cpus, current_index, is_spawned, mutex_create, mutex_destroy, mutex_lock, mutex_unlock, mutex_try_lock,
};

static void show(Effect *effect, const char *type, const char *format, va_list arguments)
{
    char text[1024];
    vsnprintf(text, sizeof text, format, arguments);
    if (effect == NULL || effect->messages++ == 0)
        fprintf(stderr, "%s: %s\n", type, text);
}

static Status message(void *effect, const char *type, const char *id, const char *format, ...)
{
    (void)id;
    va_list arguments;
    va_start(arguments, format);
    show(effect, type, format, arguments);
    va_end(arguments);
    return STATUS_OK;
}

static Status set_persistent(void *effect, const char *type, const char *id, const char *format, ...)
{
    (void)id;
    va_list arguments;
    va_start(arguments, format);
    show(effect, type, format, arguments);
    va_end(arguments);
    if (effect != NULL)
        ((Effect *)effect)->has_persistent_message = true;
    return STATUS_OK;
}

static Status clear_persistent(void *effect)
{
    if (effect == NULL)
        return STATUS_ERR_BAD_HANDLE;
    ((Effect *)effect)->has_persistent_message = false;
    return STATUS_OK;
}

static const MessageSuite message_suite = { message, set_persistent, clear_persistent };

static Status progress_start_1(void *effect, const char *label)
{
    (void)effect, (void)label;
    return STATUS_OK;
}

static Status progress_start_2(void *effect, const char *label, const char *id)
{
    (void)effect, (void)label, (void)id;
    return STATUS_OK;
}

static Status progress_update(void *effect, double done)
{
    (void)effect, (void)done;
    return STATUS_OK;
}

static Status progress_end(void *effect)
{
    (void)effect;
    return STATUS_OK;
}

static const ProgressSuiteV1 progress_suite_1 = { progress_start_1, progress_update, progress_end };
static const ProgressSuiteV2 progress_suite_2 = { progress_start_2, progress_update, progress_end };

static Status get_time(void *effect, double *time)
{
    (void)effect;
    *time = 0;
    return STATUS_OK;
}

static Status go_to_time(void *effect, double time)
{
    (void)effect, (void)time;
    return STATUS_OK;
}

static Status get_time_bounds(void *effect, double *first, double *last)
{
    (void)effect;
    *first = 0;
    *last = 100;
    return STATUS_OK;
}

static const TimeLineSuite time_line_suite = { get_time, go_to_time, get_time_bounds };

static const struct {
    const char *name;
    int version;
    const void *suite;
} suites[] = {
    { "OfxPropertySuite", 1, &property_suite },       { "OfxImageEffectSuite", 1, &image_effect_suite },
    { "OfxParameterSuite", 1, &parameter_suite },     { "OfxMemorySuite", 1, &memory_suite },
    { "OfxMultiThreadSuite", 1, &multi_thread_suite }, { "OfxMessageSuite", 1, &message_suite },
    { "OfxMessageSuite", 2, &message_suite },         { "OfxProgressSuite", 1, &progress_suite_1 },
    { "OfxProgressSuite", 2, &progress_suite_2 },     { "OfxTimeLineSuite", 1, &time_line_suite },
};

const void *suite_fetch(PropertySet *host, const char *name, int version)
{
    (void)host;
    for (int i = 0; i < options.without_count; i++) {
        if (strcmp(options.without[i], name) == 0)
            return NULL;
    }
    for (size_t i = 0; i < sizeof suites / sizeof *suites; i++) {
        if (suites[i].version == version && strcmp(suites[i].name, name) == 0)
            return suites[i].suite;
    }
    return NULL;
}
