/* The parameter suite, with true C variadic functions. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minihost.h"

_Thread_local bool may_write;

typedef enum { NO_VALUE, INTS, DOUBLES, TEXT } Kind;

static const struct {
    const char *type;
    Kind kind;
    int count;
} types[] = {
    { "OfxParamTypeInteger", INTS, 1 },    { "OfxParamTypeBoolean", INTS, 1 },   { "OfxParamTypeChoice", INTS, 1 },
    { "OfxParamTypeInteger2D", INTS, 2 },  { "OfxParamTypeInteger3D", INTS, 3 }, { "OfxParamTypeDouble", DOUBLES, 1 },
    { "OfxParamTypeDouble2D", DOUBLES, 2 }, { "OfxParamTypeDouble3D", DOUBLES, 3 }, { "OfxParamTypeRGB", DOUBLES, 3 },
    { "OfxParamTypeRGBA", DOUBLES, 4 },    { "OfxParamTypeString", TEXT, 1 },    { "OfxParamTypeCustom", TEXT, 1 },
    { "OfxParamTypeGroup", NO_VALUE, 0 },  { "OfxParamTypePage", NO_VALUE, 0 },  { "OfxParamTypePushButton", NO_VALUE, 0 },
};

static int type_index(const char *type)
{
    for (int i = 0; i < (int)(sizeof types / sizeof *types); i++) {
        if (strcmp(types[i].type, type) == 0)
            return i;
    }
    return -1;
}

static Status define(Effect *effect, const char *type, const char *name, PropertySet **properties)
{
    if (effect == NULL || type == NULL || name == NULL)
        return STATUS_ERR_BAD_HANDLE;
    /* As in real hosts of today: the 1.5 types fail. */
    if (type_index(type) < 0)
        return STATUS_ERR_UNSUPPORTED;
    for (int i = 0; i < effect->param_count; i++) {
        if (strcmp(effect->params[i].name, name) == 0)
            return STATUS_ERR_EXISTS;
    }
    if (effect->param_count == MAX_PARAMS)
        return STATUS_ERR_MEMORY;
    Param *param = &effect->params[effect->param_count++];
    param->effect = effect;
    snprintf(param->name, sizeof param->name, "%s", name);
    snprintf(param->type, sizeof param->type, "%s", type);
    param->properties = properties_create();
    property_suite.set_string(param->properties, "OfxPropType", 0, "OfxTypeParameter");
    if (properties != NULL)
        *properties = param->properties;
    return STATUS_OK;
}

static Status get_handle(Effect *effect, const char *name, Param **result, PropertySet **properties)
{
    for (int i = 0; effect != NULL && i < effect->param_count; i++) {
        Param *param = &effect->params[i];
        if (strcmp(param->name, name) == 0) {
            *result = param;
            if (properties != NULL)
                *properties = param->properties;
            return STATUS_OK;
        }
    }
    return STATUS_ERR_UNKNOWN;
}

static Status set_get_property_set(Effect *effect, PropertySet **properties)
{
    *properties = effect->properties;
    return STATUS_OK;
}

static Status get_property_set(Param *param, PropertySet **properties)
{
    *properties = param->properties;
    return STATUS_OK;
}

static Status read_into(Param *param, va_list targets)
{
    if (param == NULL)
        return STATUS_ERR_BAD_HANDLE;
    int type = type_index(param->type);
    for (int i = 0; i < types[type].count; i++) {
        switch (types[type].kind) {
        case INTS: *va_arg(targets, int *) = param->ints[i]; break;
        case DOUBLES: *va_arg(targets, double *) = param->doubles[i]; break;
        default: *va_arg(targets, char **) = param->text; break;
        }
    }
    return STATUS_OK;
}

static void tell_change(Param *param)
{
    const Plugin *plugin = param->effect->plugin;
    if (plugin == NULL)
        return;
    PropertySet *in = properties_create();
    property_suite.set_string(in, "OfxPropType", 0, "OfxTypeParameter");
    property_suite.set_string(in, "OfxPropName", 0, param->name);
    property_suite.set_string(in, "OfxPropChangeReason", 0, "OfxChangePluginEdited");
    property_suite.set_double(in, "OfxPropTime", 0, 0);
    plugin->main_entry("OfxActionInstanceChanged", param->effect, in, NULL);
    properties_destroy(in);
}

static Status write_from(Param *param, va_list values)
{
    if (param == NULL)
        return STATUS_ERR_BAD_HANDLE;
    if (!may_write)
        complain("parameter '%s' was written outside InstanceChanged and CreateInstance", param->name);
    int type = type_index(param->type);
    for (int i = 0; i < types[type].count; i++) {
        switch (types[type].kind) {
        case INTS: param->ints[i] = va_arg(values, int); break;
        case DOUBLES: param->doubles[i] = va_arg(values, double); break;
        default: {
            const char *text = va_arg(values, const char *);
            free(param->text);
            param->text = strdup(text);
            break;
        }
        }
    }
    tell_change(param);
    return STATUS_OK;
}

#define VARIADIC(last, call)                                                   \
    va_list arguments;                                                         \
    va_start(arguments, last);                                                 \
    Status status = call(param, arguments);                                    \
    va_end(arguments);                                                         \
    return status

static Status get_value(Param *param, ...) { VARIADIC(param, read_into); }
static Status get_value_at_time(Param *param, double time, ...) { VARIADIC(time, read_into); }
static Status set_value(Param *param, ...) { VARIADIC(param, write_from); }
static Status set_value_at_time(Param *param, double time, ...) { VARIADIC(time, write_from); }

static Status get_derivative(Param *param, double time, ...)
{
    (void)param, (void)time;
    return STATUS_ERR_UNSUPPORTED;
}

static Status get_integral(Param *param, double from, double to, ...)
{
    (void)param, (void)from, (void)to;
    return STATUS_ERR_UNSUPPORTED;
}

static Status get_num_keys(Param *param, unsigned int *count)
{
    (void)param;
    *count = 0;
    return STATUS_OK;
}

static Status get_key_time(Param *param, unsigned int index, double *time)
{
    (void)param, (void)index, (void)time;
    return STATUS_ERR_BAD_INDEX;
}

static Status get_key_index(Param *param, double time, int direction, int *index)
{
    (void)param, (void)time, (void)direction, (void)index;
    return STATUS_FAILED;
}

static Status delete_key(Param *param, double time)
{
    (void)param, (void)time;
    return STATUS_ERR_BAD_INDEX;
}

static Status delete_all_keys(Param *param)
{
    (void)param;
    return STATUS_OK;
}

static Status copy(Param *to, Param *from, double offset, const RangeD *range)
{
    (void)to, (void)from, (void)offset, (void)range;
    return STATUS_ERR_UNSUPPORTED;
}

static Status edit_begin(Effect *effect, const char *name)
{
    (void)effect, (void)name;
    return STATUS_OK;
}

static Status edit_end(Effect *effect)
{
    (void)effect;
    return STATUS_OK;
}

void param_reset(Param *param)
{
    char *text = NULL;
    for (int i = 0; i < 4; i++) {
        property_suite.get_int(param->properties, "OfxParamPropDefault", i, &param->ints[i]);
        property_suite.get_double(param->properties, "OfxParamPropDefault", i, &param->doubles[i]);
    }
    property_suite.get_string(param->properties, "OfxParamPropDefault", 0, &text);
    free(param->text);
    param->text = strdup(text == NULL ? "" : text);
}

bool param_set_text(Param *param, const char *value)
{
    switch (types[type_index(param->type)].kind) {
    case INTS: param->ints[0] = atoi(value); return true;
    case DOUBLES: param->doubles[0] = strtod(value, NULL); return true;
    case TEXT:
        free(param->text);
        param->text = strdup(value);
        return true;
    default: return false;
    }
}

const ParameterSuite parameter_suite = {
    define, get_handle, set_get_property_set, get_property_set, get_value, get_value_at_time, get_derivative, get_integral,
    set_value, set_value_at_time, get_num_keys, get_key_time, get_key_index, delete_key, delete_all_keys, copy,
    edit_begin, edit_end,
};
