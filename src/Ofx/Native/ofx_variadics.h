/*
 * The C variadic calls of OpenFX, in both directions, without variadics on the managed side.
 *
 * Status values, handles and argument lists are those of the OpenFX 1.5 headers ofxParam.h and ofxMessage.h: a status
 * is an int, a handle a pointer, a time a double.
 */
#ifndef OFX_VARIADICS_H
#define OFX_VARIADICS_H

#include <stddef.h>

#if defined(_WIN32)
#define OFX_VARIADICS_API __declspec(dllexport)
#elif defined(OFX_VARIADICS_SHARED)
#define OFX_VARIADICS_API __attribute__((visibility("default")))
#else
#define OFX_VARIADICS_API __attribute__((visibility("hidden")))
#endif

/* The most values one parameter holds: RGBA. */
enum { OFX_VARIADICS_MAX_VALUES = 4 };

/* What travels in the variable part of paramSetValue. A string, custom or bytes value is a pointer. */
enum ofx_variadics_kind {
    OFX_VARIADICS_NONE = 0,
    OFX_VARIADICS_INT = 1,
    OFX_VARIADICS_DOUBLE = 2,
    OFX_VARIADICS_POINTER = 3
};

typedef union ofx_variadics_value {
    int as_int;
    double as_double;
    void *as_pointer;
} ofx_variadics_value;

/*
 * Plug-in to host: each calls `function`, the address found in the host's suite.
 * Values lie one after the other at `values`, `count` (1 to 4) of them, `size` bytes each.
 */
OFX_VARIADICS_API int ofx_variadics_param_get_value(void *function, void *param, void *values, size_t size, int count);
/* paramGetValueAtTime and paramGetDerivative, which have one signature. */
OFX_VARIADICS_API int ofx_variadics_param_get_value_at_time(void *function, void *param, double time, void *values, size_t size, int count);
OFX_VARIADICS_API int ofx_variadics_param_get_integral(void *function, void *param, double from, double to, void *values, size_t size, int count);
OFX_VARIADICS_API int ofx_variadics_param_set_ints(void *function, void *param, const int *values, int count);
OFX_VARIADICS_API int ofx_variadics_param_set_doubles(void *function, void *param, const double *values, int count);
OFX_VARIADICS_API int ofx_variadics_param_set_pointer(void *function, void *param, const void *value);
OFX_VARIADICS_API int ofx_variadics_param_set_ints_at_time(void *function, void *param, double time, const int *values, int count);
OFX_VARIADICS_API int ofx_variadics_param_set_doubles_at_time(void *function, void *param, double time, const double *values, int count);
OFX_VARIADICS_API int ofx_variadics_param_set_pointer_at_time(void *function, void *param, double time, const void *value);
/* message and setPersistentMessage, which have one signature; `text` is passed as the argument of "%s". */
OFX_VARIADICS_API int ofx_variadics_message(void *function, void *handle, const char *type, const char *id, const char *text);

/*
 * Host to plug-in: what the host must supply. Every callback may be called on any thread.
 * `describe_param` tells what the parameter's values are; any status but 0 (OK) is handed to the plug-in as the answer.
 * `targets` are the addresses the plug-in passed; `text` is the formatted message.
 */
typedef struct ofx_variadics_callbacks {
    int (*describe_param)(void *param, int *kind, int *count);
    int (*param_get_value)(void *param, void **targets, int count);
    int (*param_get_value_at_time)(void *param, double time, void **targets, int count);
    int (*param_get_derivative)(void *param, double time, void **targets, int count);
    int (*param_get_integral)(void *param, double from, double to, void **targets, int count);
    int (*param_set_value)(void *param, const ofx_variadics_value *values, int count);
    int (*param_set_value_at_time)(void *param, double time, const ofx_variadics_value *values, int count);
    int (*message)(void *handle, const char *type, const char *id, const char *text);
    int (*set_persistent_message)(void *handle, const char *type, const char *id, const char *text);
} ofx_variadics_callbacks;

/* Addresses for the fields of OfxParameterSuiteV1 and OfxMessageSuiteV1/V2. */
typedef struct ofx_variadics_functions {
    int (*param_get_value)(void *param, ...);
    int (*param_get_value_at_time)(void *param, double time, ...);
    int (*param_get_derivative)(void *param, double time, ...);
    int (*param_get_integral)(void *param, double from, double to, ...);
    int (*param_set_value)(void *param, ...);
    int (*param_set_value_at_time)(void *param, double time, ...);
    int (*message)(void *handle, const char *type, const char *id, const char *format, ...);
    int (*set_persistent_message)(void *handle, const char *type, const char *id, const char *format, ...);
} ofx_variadics_functions;

/*
 * Registers the process's one host (the callbacks are copied; a second call replaces the first) and hands out the
 * functions to put into its suites. Register before any plug-in is called.
 */
OFX_VARIADICS_API void ofx_variadics_offer(const ofx_variadics_callbacks *callbacks, ofx_variadics_functions *functions);

#endif
