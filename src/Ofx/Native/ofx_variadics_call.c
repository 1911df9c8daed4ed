/* Plug-in to host: plain functions that call a host's variadic suite functions. */
#include "ofx_variadics.h"

enum { STATUS_ERR_VALUE = 11 };

typedef int (*param_values)(void *param, ...);
typedef int (*param_values_at_time)(void *param, double time, ...);
typedef int (*param_values_over_time)(void *param, double from, double to, ...);
typedef int (*message)(void *handle, const char *type, const char *id, const char *format, ...);

static void *target(void *values, size_t size, int index)
{
    return (char *)values + size * (size_t)index;
}

int ofx_variadics_param_get_value(void *function, void *param, void *values, size_t size, int count)
{
    param_values call = (param_values)function;
    void *a = target(values, size, 0), *b = target(values, size, 1), *c = target(values, size, 2), *d = target(values, size, 3);
    switch (count) {
    case 1: return call(param, a);
    case 2: return call(param, a, b);
    case 3: return call(param, a, b, c);
    case 4: return call(param, a, b, c, d);
    default: return STATUS_ERR_VALUE;
    }
}

int ofx_variadics_param_get_value_at_time(void *function, void *param, double time, void *values, size_t size, int count)
{
    param_values_at_time call = (param_values_at_time)function;
    void *a = target(values, size, 0), *b = target(values, size, 1), *c = target(values, size, 2), *d = target(values, size, 3);
    switch (count) {
    case 1: return call(param, time, a);
    case 2: return call(param, time, a, b);
    case 3: return call(param, time, a, b, c);
    case 4: return call(param, time, a, b, c, d);
    default: return STATUS_ERR_VALUE;
    }
}

int ofx_variadics_param_get_integral(void *function, void *param, double from, double to, void *values, size_t size, int count)
{
    param_values_over_time call = (param_values_over_time)function;
    void *a = target(values, size, 0), *b = target(values, size, 1), *c = target(values, size, 2), *d = target(values, size, 3);
    switch (count) {
    case 1: return call(param, from, to, a);
    case 2: return call(param, from, to, a, b);
    case 3: return call(param, from, to, a, b, c);
    case 4: return call(param, from, to, a, b, c, d);
    default: return STATUS_ERR_VALUE;
    }
}

int ofx_variadics_param_set_ints(void *function, void *param, const int *v, int count)
{
    param_values call = (param_values)function;
    switch (count) {
    case 1: return call(param, v[0]);
    case 2: return call(param, v[0], v[1]);
    case 3: return call(param, v[0], v[1], v[2]);
    case 4: return call(param, v[0], v[1], v[2], v[3]);
    default: return STATUS_ERR_VALUE;
    }
}

int ofx_variadics_param_set_doubles(void *function, void *param, const double *v, int count)
{
    param_values call = (param_values)function;
    switch (count) {
    case 1: return call(param, v[0]);
    case 2: return call(param, v[0], v[1]);
    case 3: return call(param, v[0], v[1], v[2]);
    case 4: return call(param, v[0], v[1], v[2], v[3]);
    default: return STATUS_ERR_VALUE;
    }
}

int ofx_variadics_param_set_pointer(void *function, void *param, const void *value)
{
    return ((param_values)function)(param, value);
}

int ofx_variadics_param_set_ints_at_time(void *function, void *param, double time, const int *v, int count)
{
    param_values_at_time call = (param_values_at_time)function;
    switch (count) {
    case 1: return call(param, time, v[0]);
    case 2: return call(param, time, v[0], v[1]);
    case 3: return call(param, time, v[0], v[1], v[2]);
    case 4: return call(param, time, v[0], v[1], v[2], v[3]);
    default: return STATUS_ERR_VALUE;
    }
}

int ofx_variadics_param_set_doubles_at_time(void *function, void *param, double time, const double *v, int count)
{
    param_values_at_time call = (param_values_at_time)function;
    switch (count) {
    case 1: return call(param, time, v[0]);
    case 2: return call(param, time, v[0], v[1]);
    case 3: return call(param, time, v[0], v[1], v[2]);
    case 4: return call(param, time, v[0], v[1], v[2], v[3]);
    default: return STATUS_ERR_VALUE;
    }
}

int ofx_variadics_param_set_pointer_at_time(void *function, void *param, double time, const void *value)
{
    return ((param_values_at_time)function)(param, time, value);
}

int ofx_variadics_message(void *function, void *handle, const char *type, const char *id, const char *text)
{
    return ((message)function)(handle, type, id, "%s", text);
}
