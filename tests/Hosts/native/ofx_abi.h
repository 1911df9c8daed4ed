/* The part of the OpenFX 1.5 C ABI that the mini host offers, declared anew from the specification. */
#ifndef MINIHOST_OFX_ABI_H
#define MINIHOST_OFX_ABI_H

#include <stddef.h>

typedef int Status;
enum {
    STATUS_OK = 0,
    STATUS_FAILED = 1,
    STATUS_ERR_UNKNOWN = 3,
    STATUS_ERR_MISSING_HOST_FEATURE = 4,
    STATUS_ERR_UNSUPPORTED = 5,
    STATUS_ERR_EXISTS = 6,
    STATUS_ERR_MEMORY = 8,
    STATUS_ERR_BAD_HANDLE = 9,
    STATUS_ERR_BAD_INDEX = 10,
    STATUS_ERR_VALUE = 11,
    STATUS_REPLY_DEFAULT = 14
};

typedef struct { int x1, y1, x2, y2; } RectI;
typedef struct { double x1, y1, x2, y2; } RectD;
typedef struct { double min, max; } RangeD;

typedef struct PropertySet PropertySet;
typedef struct Effect Effect;
typedef struct Clip Clip;
typedef struct Param Param;

typedef struct {
    PropertySet *properties;
    const void *(*fetch_suite)(PropertySet *host, const char *name, int version);
} Host;

typedef struct {
    const char *api;
    int api_version;
    const char *identifier;
    unsigned int major, minor;
    void (*set_host)(Host *host);
    Status (*main_entry)(const char *action, const void *handle, PropertySet *in, PropertySet *out);
} Plugin;

typedef struct {
    Status (*set_pointer)(PropertySet *, const char *, int, void *);
    Status (*set_string)(PropertySet *, const char *, int, const char *);
    Status (*set_double)(PropertySet *, const char *, int, double);
    Status (*set_int)(PropertySet *, const char *, int, int);
    Status (*set_pointers)(PropertySet *, const char *, int, void *const *);
    Status (*set_strings)(PropertySet *, const char *, int, const char *const *);
    Status (*set_doubles)(PropertySet *, const char *, int, const double *);
    Status (*set_ints)(PropertySet *, const char *, int, const int *);
    Status (*get_pointer)(PropertySet *, const char *, int, void **);
    Status (*get_string)(PropertySet *, const char *, int, char **);
    Status (*get_double)(PropertySet *, const char *, int, double *);
    Status (*get_int)(PropertySet *, const char *, int, int *);
    Status (*get_pointers)(PropertySet *, const char *, int, void **);
    Status (*get_strings)(PropertySet *, const char *, int, char **);
    Status (*get_doubles)(PropertySet *, const char *, int, double *);
    Status (*get_ints)(PropertySet *, const char *, int, int *);
    Status (*reset)(PropertySet *, const char *);
    Status (*get_dimension)(PropertySet *, const char *, int *);
} PropertySuite;

typedef struct {
    Status (*get_property_set)(Effect *, PropertySet **);
    Status (*get_param_set)(Effect *, Effect **);
    Status (*clip_define)(Effect *, const char *, PropertySet **);
    Status (*clip_get_handle)(Effect *, const char *, Clip **, PropertySet **);
    Status (*clip_get_property_set)(Clip *, PropertySet **);
    Status (*clip_get_image)(Clip *, double, const RectD *, PropertySet **);
    Status (*clip_release_image)(PropertySet *);
    Status (*clip_get_region_of_definition)(Clip *, double, RectD *);
    int (*abort)(Effect *);
    Status (*image_memory_alloc)(Effect *, size_t, void **);
    Status (*image_memory_free)(void *);
    Status (*image_memory_lock)(void *, void **);
    Status (*image_memory_unlock)(void *);
} ImageEffectSuite;

/* The parameter set of an effect is the effect itself here. */
typedef struct {
    Status (*define)(Effect *, const char *, const char *, PropertySet **);
    Status (*get_handle)(Effect *, const char *, Param **, PropertySet **);
    Status (*set_get_property_set)(Effect *, PropertySet **);
    Status (*get_property_set)(Param *, PropertySet **);
    Status (*get_value)(Param *, ...);
    Status (*get_value_at_time)(Param *, double, ...);
    Status (*get_derivative)(Param *, double, ...);
    Status (*get_integral)(Param *, double, double, ...);
    Status (*set_value)(Param *, ...);
    Status (*set_value_at_time)(Param *, double, ...);
    Status (*get_num_keys)(Param *, unsigned int *);
    Status (*get_key_time)(Param *, unsigned int, double *);
    Status (*get_key_index)(Param *, double, int, int *);
    Status (*delete_key)(Param *, double);
    Status (*delete_all_keys)(Param *);
    Status (*copy)(Param *, Param *, double, const RangeD *);
    Status (*edit_begin)(Effect *, const char *);
    Status (*edit_end)(Effect *);
} ParameterSuite;

typedef struct {
    Status (*alloc)(void *, size_t, void **);
    Status (*free)(void *);
} MemorySuite;

typedef struct {
    Status (*multi_thread)(void (*)(unsigned int, unsigned int, void *), unsigned int, void *);
    Status (*num_cpus)(unsigned int *);
    Status (*index)(unsigned int *);
    int (*is_spawned)(void);
    Status (*mutex_create)(void **, int);
    Status (*mutex_destroy)(void *);
    Status (*mutex_lock)(void *);
    Status (*mutex_unlock)(void *);
    Status (*mutex_try_lock)(void *);
} MultiThreadSuite;

typedef struct {
    Status (*message)(void *, const char *, const char *, const char *, ...);
    Status (*set_persistent)(void *, const char *, const char *, const char *, ...);
    Status (*clear_persistent)(void *);
} MessageSuite;

typedef struct {
    Status (*start)(void *, const char *);
    Status (*update)(void *, double);
    Status (*end)(void *);
} ProgressSuiteV1;

typedef struct {
    Status (*start)(void *, const char *, const char *);
    Status (*update)(void *, double);
    Status (*end)(void *);
} ProgressSuiteV2;

typedef struct {
    Status (*get_time)(void *, double *);
    Status (*go_to_time)(void *, double);
    Status (*get_time_bounds)(void *, double *, double *);
} TimeLineSuite;

#endif
