/* Host to plug-in: the variadic suite functions a host offers, unpacked into plain callbacks. */
#include "ofx_variadics.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { STATUS_OK = 0, STATUS_ERR_MISSING_HOST_FEATURE = 4, STATUS_ERR_FORMAT = 7, STATUS_ERR_MEMORY = 8, STATUS_ERR_VALUE = 11 };

static ofx_variadics_callbacks host;

static int describe(void *param, int *kind, int *count)
{
    *kind = OFX_VARIADICS_NONE;
    *count = 0;
    if (host.describe_param == NULL)
        return STATUS_ERR_MISSING_HOST_FEATURE;
    int status = host.describe_param(param, kind, count);
    if (status != STATUS_OK)
        return status;
    return *count >= 0 && *count <= OFX_VARIADICS_MAX_VALUES ? STATUS_OK : STATUS_ERR_VALUE;
}

/* A va_list handed to another function is indeterminate afterwards: each caller reads it here once and ends it. */
static int read_targets(void *param, va_list arguments, void **targets, int *count)
{
    int kind;
    int status = describe(param, &kind, count);
    for (int i = 0; status == STATUS_OK && i < *count; i++)
        targets[i] = va_arg(arguments, void *);
    return status;
}

static int read_values(void *param, va_list arguments, ofx_variadics_value *values, int *count)
{
    int kind;
    int status = describe(param, &kind, count);
    for (int i = 0; status == STATUS_OK && i < *count; i++) {
        switch (kind) {
        case OFX_VARIADICS_INT: values[i].as_int = va_arg(arguments, int); break;
        case OFX_VARIADICS_DOUBLE: values[i].as_double = va_arg(arguments, double); break;
        case OFX_VARIADICS_POINTER: values[i].as_pointer = va_arg(arguments, void *); break;
        default: return STATUS_ERR_VALUE;
        }
    }
    return status;
}

static int param_get_value(void *param, ...)
{
    void *targets[OFX_VARIADICS_MAX_VALUES];
    int count;
    va_list arguments;
    va_start(arguments, param);
    int status = read_targets(param, arguments, targets, &count);
    va_end(arguments);
    return status == STATUS_OK ? host.param_get_value(param, targets, count) : status;
}

static int param_get_value_at_time(void *param, double time, ...)
{
    void *targets[OFX_VARIADICS_MAX_VALUES];
    int count;
    va_list arguments;
    va_start(arguments, time);
    int status = read_targets(param, arguments, targets, &count);
    va_end(arguments);
    return status == STATUS_OK ? host.param_get_value_at_time(param, time, targets, count) : status;
}

static int param_get_derivative(void *param, double time, ...)
{
    void *targets[OFX_VARIADICS_MAX_VALUES];
    int count;
    va_list arguments;
    va_start(arguments, time);
    int status = read_targets(param, arguments, targets, &count);
    va_end(arguments);
    return status == STATUS_OK ? host.param_get_derivative(param, time, targets, count) : status;
}

static int param_get_integral(void *param, double from, double to, ...)
{
    void *targets[OFX_VARIADICS_MAX_VALUES];
    int count;
    va_list arguments;
    va_start(arguments, to);
    int status = read_targets(param, arguments, targets, &count);
    va_end(arguments);
    return status == STATUS_OK ? host.param_get_integral(param, from, to, targets, count) : status;
}

static int param_set_value(void *param, ...)
{
    ofx_variadics_value values[OFX_VARIADICS_MAX_VALUES];
    int count;
    va_list arguments;
    va_start(arguments, param);
    int status = read_values(param, arguments, values, &count);
    va_end(arguments);
    return status == STATUS_OK ? host.param_set_value(param, values, count) : status;
}

static int param_set_value_at_time(void *param, double time, ...)
{
    ofx_variadics_value values[OFX_VARIADICS_MAX_VALUES];
    int count;
    va_list arguments;
    va_start(arguments, time);
    int status = read_values(param, arguments, values, &count);
    va_end(arguments);
    return status == STATUS_OK ? host.param_set_value_at_time(param, time, values, count) : status;
}

/* Formats into the heap: a message may be any length. The caller frees *text. */
static int format_text(const char *format, va_list arguments, char **text)
{
    *text = NULL;
    if (format == NULL)
        format = "";
    va_list measured;
    va_copy(measured, arguments);
    int length = vsnprintf(NULL, 0, format, measured);
    va_end(measured);
    if (length < 0)
        return STATUS_ERR_FORMAT;
    *text = malloc((size_t)length + 1);
    if (*text == NULL)
        return STATUS_ERR_MEMORY;
    vsnprintf(*text, (size_t)length + 1, format, arguments);
    return STATUS_OK;
}

typedef int (*show)(void *handle, const char *type, const char *id, const char *text);

static int show_formatted(show callback, void *handle, const char *type, const char *id, const char *format, va_list arguments)
{
    if (callback == NULL)
        return STATUS_ERR_MISSING_HOST_FEATURE;
    char *text;
    int status = format_text(format, arguments, &text);
    if (status == STATUS_OK)
        status = callback(handle, type, id, text);
    free(text);
    return status;
}

static int message(void *handle, const char *type, const char *id, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int status = show_formatted(host.message, handle, type, id, format, arguments);
    va_end(arguments);
    return status;
}

static int set_persistent_message(void *handle, const char *type, const char *id, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int status = show_formatted(host.set_persistent_message, handle, type, id, format, arguments);
    va_end(arguments);
    return status;
}

void ofx_variadics_offer(const ofx_variadics_callbacks *callbacks, ofx_variadics_functions *functions)
{
    host = *callbacks;
    functions->param_get_value = param_get_value;
    functions->param_get_value_at_time = param_get_value_at_time;
    functions->param_get_derivative = param_get_derivative;
    functions->param_get_integral = param_get_integral;
    functions->param_set_value = param_set_value;
    functions->param_set_value_at_time = param_set_value_at_time;
    functions->message = message;
    functions->set_persistent_message = set_persistent_message;
}
