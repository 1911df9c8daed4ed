/*
 * Keeps the library loadable on glibc 2.28 (Rocky 8, VFX Reference Platform CY2023) although it is linked on a newer
 * system: glibc 2.34 moved pthread and dl functions into libc under a new version, 2.32 did so with two others, 2.29
 * and 2.38 gave some mathematical functions a new one. Their old versions are still there and do the same; the linker sends the
 * calls here by --wrap (FaceFusion.NativeExport.csproj), and here they are bound to the old versions.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>

#define AT(version, result, name, parameters, arguments)                       \
    result floor_##name parameters;                                            \
    __asm__(".symver floor_" #name "," #name "@GLIBC_" version);               \
    result __wrap_##name parameters;                                           \
    result __wrap_##name parameters { return floor_##name arguments; }

#define ONE(version, name, type) AT(version, int, name, (type * a), (a))
#define TWO(version, name, first, second) AT(version, int, name, (first a, second b), (a, b))

typedef void (*floor_once)(void);

AT("2.2.5", int, pthread_create, (pthread_t * thread, const pthread_attr_t *attr, void *(*start)(void *), void *argument), (thread, attr, start, argument))
TWO("2.2.5", pthread_join, pthread_t, void **)
AT("2.2.5", int, pthread_detach, (pthread_t thread), (thread))
TWO("2.2.5", pthread_kill, pthread_t, int)
AT("2.2.5", int, pthread_sigmask, (int how, const sigset_t *set, sigset_t *old), (how, set, old))
TWO("2.2.5", pthread_getattr_np, pthread_t, pthread_attr_t *)
AT("2.2.5", int, pthread_attr_getstack, (const pthread_attr_t *attr, void **address, size_t *size), (attr, address, size))
TWO("2.2.5", pthread_attr_setstacksize, pthread_attr_t *, size_t)
TWO("2.3.3", pthread_condattr_setclock, pthread_condattr_t *, clockid_t)
AT("2.2.5", int, pthread_key_create, (pthread_key_t * key, void (*end)(void *)), (key, end))
AT("2.2.5", int, pthread_key_delete, (pthread_key_t key), (key))
TWO("2.2.5", pthread_setspecific, pthread_key_t, const void *)
AT("2.2.5", void *, pthread_getspecific, (pthread_key_t key), (key))
TWO("2.2.5", pthread_once, pthread_once_t *, floor_once)
ONE("2.2.5", pthread_mutexattr_init, pthread_mutexattr_t)
ONE("2.2.5", pthread_mutexattr_destroy, pthread_mutexattr_t)
TWO("2.2.5", pthread_mutexattr_settype, pthread_mutexattr_t *, int)
ONE("2.2.5", pthread_mutex_trylock, pthread_mutex_t)
ONE("2.2.5", pthread_rwlock_rdlock, pthread_rwlock_t)
ONE("2.2.5", pthread_rwlock_wrlock, pthread_rwlock_t)
ONE("2.2.5", pthread_rwlock_unlock, pthread_rwlock_t)
TWO("2.12", pthread_setname_np, pthread_t, const char *)

AT("2.2.5", void *, dlopen, (const char *file, int mode), (file, mode))
AT("2.2.5", void *, dlsym, (void *restrict library, const char *restrict name), (library, name))
AT("2.2.5", int, dlclose, (void *library), (library))
AT("2.2.5", char *, dlerror, (void), ())
TWO("2.2.5", dladdr, const void *, Dl_info *)

double exp(double), exp2(double), log(double), log2(double), pow(double, double), fmod(double, double);
AT("2.2.5", double, exp, (double x), (x))
AT("2.2.5", double, exp2, (double x), (x))
AT("2.2.5", double, log, (double x), (x))
AT("2.2.5", double, log2, (double x), (x))
AT("2.2.5", double, pow, (double x, double y), (x, y))
AT("2.2.5", double, fmod, (double x, double y), (x, y))
