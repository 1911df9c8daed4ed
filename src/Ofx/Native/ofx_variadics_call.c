/* Plug-in to host: plain functions that call a host's variadic suite functions. */
#include "ofx_variadics.h"

enum { STATUS_ERR_VALUE = 11 };

typedef int (*param_values)(void *param, ...);
typedef int (*param_values_at_time)(void *param, double time, ...);
typedef int (*param_values_over_time)(void *param, double from, double to, ...);
typedef int (*message)(void *handle, const char *type, const char *id, const char *format, ...);

/* Where the i-th value goes, and the i-th value itself. */
#define TARGET(i) ((char *)values + size * (i))
#define VALUE(i) values[i]

/* Calls `function` as a `type` with the fixed arguments and `count` further ones. */
#define SPREAD(type, item, ...)                                                \
    type call = (type)function;                                                \
    switch (count) {                                                           \
    case 1: return call(__VA_ARGS__, item(0));                                 \
    case 2: return call(__VA_ARGS__, item(0), item(1));                        \
    case 3: return call(__VA_ARGS__, item(0), item(1), item(2));               \
    case 4: return call(__VA_ARGS__, item(0), item(1), item(2), item(3));      \
    default: return STATUS_ERR_VALUE;                                          \
    }

int ofx_variadics_param_get_value(void *function, void *param, void *values, size_t size, int count)
{
    SPREAD(param_values, TARGET, param)
}

int ofx_variadics_param_get_value_at_time(void *function, void *param, double time, void *values, size_t size, int count)
{
    SPREAD(param_values_at_time, TARGET, param, time)
}

int ofx_variadics_param_get_integral(void *function, void *param, double from, double to, void *values, size_t size, int count)
{
    SPREAD(param_values_over_time, TARGET, param, from, to)
}

int ofx_variadics_param_set_ints(void *function, void *param, const int *values, int count)
{
    SPREAD(param_values, VALUE, param)
}

int ofx_variadics_param_set_doubles(void *function, void *param, const double *values, int count)
{
    SPREAD(param_values, VALUE, param)
}

int ofx_variadics_param_set_pointer(void *function, void *param, const void *value)
{
    return ((param_values)function)(param, value);
}

int ofx_variadics_param_set_ints_at_time(void *function, void *param, double time, const int *values, int count)
{
    SPREAD(param_values_at_time, VALUE, param, time)
}

int ofx_variadics_param_set_doubles_at_time(void *function, void *param, double time, const double *values, int count)
{
    SPREAD(param_values_at_time, VALUE, param, time)
}

int ofx_variadics_param_set_pointer_at_time(void *function, void *param, double time, const void *value)
{
    return ((param_values_at_time)function)(param, time, value);
}

int ofx_variadics_message(void *function, void *handle, const char *type, const char *id, const char *text)
{
    return ((message)function)(handle, type, id, "%s", text);
}
