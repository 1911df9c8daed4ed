/*
 * What the probe needs of the OpenFX 1.5 C interface, declared here from the specification: the probe must not share
 * the project's own declarations, so that an error in those shows.
 */
#ifndef PROBE_OFX_ABI_H
#define PROBE_OFX_ABI_H

#include <stddef.h>

typedef int Status;
enum { OK = 0, FAILED = 1, ERR_UNKNOWN = 3, ERR_UNSUPPORTED = 5, ERR_EXISTS = 6, ERR_BAD_HANDLE = 9, ERR_BAD_INDEX = 10, ERR_VALUE = 11,
       REPLY_YES = 12, REPLY_NO = 13, REPLY_DEFAULT = 14 };

typedef struct { double x1, y1, x2, y2; } RectD;
typedef struct { double min, max; } RangeD;
typedef struct { const unsigned char *data; size_t length; } Bytes;

typedef struct {
    void *host;
    const void *(*fetchSuite)(void *host, const char *name, int version);
} Host;

typedef struct {
    const char *pluginApi;
    int apiVersion;
    const char *pluginIdentifier;
    unsigned int pluginVersionMajor;
    unsigned int pluginVersionMinor;
    void (*setHost)(Host *);
    Status (*mainEntry)(const char *action, const void *handle, void *inArgs, void *outArgs);
} Plugin;

typedef struct {
    Status (*setPointer)(void *, const char *, int, void *);
    Status (*setString)(void *, const char *, int, const char *);
    Status (*setDouble)(void *, const char *, int, double);
    Status (*setInt)(void *, const char *, int, int);
    Status (*setPointerN)(void *, const char *, int, void *const *);
    Status (*setStringN)(void *, const char *, int, const char *const *);
    Status (*setDoubleN)(void *, const char *, int, const double *);
    Status (*setIntN)(void *, const char *, int, const int *);
    Status (*getPointer)(void *, const char *, int, void **);
    Status (*getString)(void *, const char *, int, char **);
    Status (*getDouble)(void *, const char *, int, double *);
    Status (*getInt)(void *, const char *, int, int *);
    Status (*getPointerN)(void *, const char *, int, void **);
    Status (*getStringN)(void *, const char *, int, char **);
    Status (*getDoubleN)(void *, const char *, int, double *);
    Status (*getIntN)(void *, const char *, int, int *);
    Status (*reset)(void *, const char *);
    Status (*getDimension)(void *, const char *, int *);
} PropertySuite;

typedef struct {
    Status (*getPropertySet)(void *effect, void **properties);
    Status (*getParamSet)(void *effect, void **params);
    Status (*clipDefine)(void *effect, const char *name, void **properties);
    Status (*clipGetHandle)(void *effect, const char *name, void **clip, void **properties);
    Status (*clipGetPropertySet)(void *clip, void **properties);
    Status (*clipGetImage)(void *clip, double time, const RectD *region, void **image);
    Status (*clipReleaseImage)(void *image);
    Status (*clipGetRegionOfDefinition)(void *clip, double time, RectD *region);
    int (*abort)(void *effect);
    Status (*imageMemoryAlloc)(void *effect, size_t size, void **memory);
    Status (*imageMemoryFree)(void *memory);
    Status (*imageMemoryLock)(void *memory, void **address);
    Status (*imageMemoryUnlock)(void *memory);
} ImageEffectSuite;

typedef struct {
    Status (*define)(void *set, const char *type, const char *name, void **properties);
    Status (*getHandle)(void *set, const char *name, void **param, void **properties);
    Status (*setGetPropertySet)(void *set, void **properties);
    Status (*getPropertySet)(void *param, void **properties);
    Status (*getValue)(void *param, ...);
    Status (*getValueAtTime)(void *param, double time, ...);
    Status (*getDerivative)(void *param, double time, ...);
    Status (*getIntegral)(void *param, double from, double to, ...);
    Status (*setValue)(void *param, ...);
    Status (*setValueAtTime)(void *param, double time, ...);
    Status (*getNumKeys)(void *param, unsigned int *count);
    Status (*getKeyTime)(void *param, unsigned int nth, double *time);
    Status (*getKeyIndex)(void *param, double time, int direction, int *index);
    Status (*deleteKey)(void *param, double time);
    Status (*deleteAllKeys)(void *param);
    Status (*copy)(void *to, void *from, double offset, const RangeD *range);
    Status (*editBegin)(void *set, const char *label);
    Status (*editEnd)(void *set);
} ParameterSuite;

typedef struct {
    Status (*alloc)(void *handle, size_t size, void **address);
    Status (*free)(void *address);
} MemorySuite;

typedef struct {
    Status (*multiThread)(void (*function)(unsigned int, unsigned int, void *), unsigned int threads, void *argument);
    Status (*numCPUs)(unsigned int *);
    Status (*index)(unsigned int *);
    int (*isSpawned)(void);
    Status (*mutexCreate)(void **mutex, int lockCount);
    Status (*mutexDestroy)(void *mutex);
    Status (*mutexLock)(void *mutex);
    Status (*mutexUnLock)(void *mutex);
    Status (*mutexTryLock)(void *mutex);
} MultiThreadSuite;

typedef struct {
    Status (*message)(void *handle, const char *type, const char *id, const char *format, ...);
    Status (*setPersistentMessage)(void *handle, const char *type, const char *id, const char *format, ...);
    Status (*clearPersistentMessage)(void *handle);
} MessageSuite;

#endif
