/*
 * What files a plug-in opens: these functions of the program come before the C library's for every library that the
 * program loads, so each call of the plug-in, and of the runtime inside it, goes by here.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <dirent.h>

#include "minihost.h"

#define EXPORTED __attribute__((visibility("default")))

static void note(const char *what, const char *path)
{
    if (options.list_opened)
        fprintf(stderr, "opened by %s: %s\n", what, path == NULL ? "(this program)" : path);
}

#define OPEN(name)                                                             \
    EXPORTED int name(const char *path, int flags, ...)                        \
    {                                                                          \
        va_list arguments;                                                     \
        va_start(arguments, flags);                                            \
        mode_t mode = va_arg(arguments, mode_t);                               \
        va_end(arguments);                                                     \
        note(#name, path);                                                     \
        int (*next)(const char *, int, mode_t) = (int (*)(const char *, int, mode_t))dlsym(RTLD_NEXT, #name); \
        return next(path, flags, mode);                                        \
    }

OPEN(open)
OPEN(open64)

#define FOPEN(name)                                                            \
    EXPORTED FILE *name(const char *restrict path, const char *restrict mode)  \
    {                                                                          \
        note(#name, path);                                                     \
        FILE *(*next)(const char *, const char *) = (FILE * (*)(const char *, const char *)) dlsym(RTLD_NEXT, #name); \
        return next(path, mode);                                               \
    }

FOPEN(fopen)
FOPEN(fopen64)

EXPORTED DIR *opendir(const char *path)
{
    note("opendir", path);
    DIR *(*next)(const char *) = (DIR * (*)(const char *)) dlsym(RTLD_NEXT, "opendir");
    return next(path);
}

EXPORTED void *dlopen(const char *path, int mode)
{
    note("dlopen", path);
    void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");
    return next(path, mode);
}
