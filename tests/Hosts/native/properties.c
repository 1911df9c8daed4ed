/* Property sets. Strings are handed out as some hosts do: valid until the thread's next call only. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minihost.h"

enum { KIND_POINTER, KIND_STRING, KIND_DOUBLE, KIND_INT };

typedef struct {
    void *pointer;
    double number;
    int integer;
    char *copy;
    const char *given; /* the plug-in's own pointer, which some hosts keep */
} Value;

typedef struct {
    char *name;
    int kind, count;
    Value *values;
} Property;

struct PropertySet {
    Property *all;
    int count;
};

static _Thread_local char *lent;

PropertySet *properties_create(void)
{
    return calloc(1, sizeof(PropertySet));
}

static void clear(Property *property)
{
    for (int i = 0; i < property->count; i++) {
        Value *value = &property->values[i];
        if (value->given != NULL && strcmp(value->given, value->copy) != 0)
            complain("the text '%s' that was set as '%s' did not stay alive", value->copy, property->name);
        free(value->copy);
    }
    free(property->values);
    property->values = NULL;
    property->count = 0;
}

void properties_destroy(PropertySet *set)
{
    if (set == NULL)
        return;
    for (int i = 0; i < set->count; i++) {
        clear(&set->all[i]);
        free(set->all[i].name);
    }
    free(set->all);
    free(set);
}

static Property *find(PropertySet *set, const char *name)
{
    for (int i = 0; set != NULL && name != NULL && i < set->count; i++) {
        if (strcmp(set->all[i].name, name) == 0)
            return &set->all[i];
    }
    return NULL;
}

static Status value_to_write(PropertySet *set, const char *name, int kind, int index, Value **value)
{
    if (set == NULL || name == NULL)
        return STATUS_ERR_BAD_HANDLE;
    Property *property = find(set, name);
    if (property == NULL) {
        set->all = realloc(set->all, sizeof(Property) * (size_t)(set->count + 1));
        property = &set->all[set->count++];
        *property = (Property){ .name = strdup(name), .kind = kind };
    }
    if (property->kind != kind)
        return STATUS_ERR_VALUE;
    if (index < 0 || index > property->count)
        return STATUS_ERR_BAD_INDEX;
    if (index == property->count) {
        property->values = realloc(property->values, sizeof(Value) * (size_t)(index + 1));
        property->values[index] = (Value){ 0 };
        property->count++;
    }
    *value = &property->values[index];
    return STATUS_OK;
}

static Status value_to_read(PropertySet *set, const char *name, int kind, int index, Value **value)
{
    free(lent);
    lent = NULL;
    if (set == NULL || name == NULL)
        return STATUS_ERR_BAD_HANDLE;
    Property *property = find(set, name);
    if (property == NULL)
        return STATUS_ERR_UNKNOWN;
    if (property->kind != kind)
        return STATUS_ERR_VALUE;
    if (index < 0 || index >= property->count)
        return STATUS_ERR_BAD_INDEX;
    *value = &property->values[index];
    return STATUS_OK;
}

static Status set_pointer(PropertySet *set, const char *name, int index, void *given)
{
    Value *value;
    Status status = value_to_write(set, name, KIND_POINTER, index, &value);
    if (status == STATUS_OK)
        value->pointer = given;
    return status;
}

static Status set_string(PropertySet *set, const char *name, int index, const char *given)
{
    Value *value;
    if (given == NULL)
        return STATUS_ERR_VALUE;
    Status status = value_to_write(set, name, KIND_STRING, index, &value);
    if (status == STATUS_OK) {
        free(value->copy);
        value->copy = strdup(given);
        value->given = given;
    }
    return status;
}

static Status set_double(PropertySet *set, const char *name, int index, double given)
{
    Value *value;
    Status status = value_to_write(set, name, KIND_DOUBLE, index, &value);
    if (status == STATUS_OK)
        value->number = given;
    return status;
}

static Status set_int(PropertySet *set, const char *name, int index, int given)
{
    Value *value;
    Status status = value_to_write(set, name, KIND_INT, index, &value);
    if (status == STATUS_OK)
        value->integer = given;
    return status;
}

static Status get_pointer(PropertySet *set, const char *name, int index, void **result)
{
    Value *value;
    Status status = value_to_read(set, name, KIND_POINTER, index, &value);
    if (status == STATUS_OK)
        *result = value->pointer;
    return status;
}

static Status get_string(PropertySet *set, const char *name, int index, char **result)
{
    Value *value;
    Status status = value_to_read(set, name, KIND_STRING, index, &value);
    if (status == STATUS_OK)
        *result = lent = strdup(value->copy);
    return status;
}

static Status get_double(PropertySet *set, const char *name, int index, double *result)
{
    Value *value;
    Status status = value_to_read(set, name, KIND_DOUBLE, index, &value);
    if (status == STATUS_OK)
        *result = value->number;
    return status;
}

static Status get_int(PropertySet *set, const char *name, int index, int *result)
{
    Value *value;
    Status status = value_to_read(set, name, KIND_INT, index, &value);
    if (status == STATUS_OK)
        *result = value->integer;
    return status;
}

#define EACH(call)                                                             \
    Status status = STATUS_OK;                                                 \
    for (int i = 0; i < count && status == STATUS_OK; i++)                     \
        status = call;                                                         \
    return status

static Status set_pointers(PropertySet *set, const char *name, int count, void *const *given) { EACH(set_pointer(set, name, i, given[i])); }
static Status set_strings(PropertySet *set, const char *name, int count, const char *const *given) { EACH(set_string(set, name, i, given[i])); }
static Status set_doubles(PropertySet *set, const char *name, int count, const double *given) { EACH(set_double(set, name, i, given[i])); }
static Status set_ints(PropertySet *set, const char *name, int count, const int *given) { EACH(set_int(set, name, i, given[i])); }
static Status get_pointers(PropertySet *set, const char *name, int count, void **result) { EACH(get_pointer(set, name, i, &result[i])); }
static Status get_strings(PropertySet *set, const char *name, int count, char **result) { EACH(get_string(set, name, i, &result[i])); }
static Status get_doubles(PropertySet *set, const char *name, int count, double *result) { EACH(get_double(set, name, i, &result[i])); }
static Status get_ints(PropertySet *set, const char *name, int count, int *result) { EACH(get_int(set, name, i, &result[i])); }

static Status reset(PropertySet *set, const char *name)
{
    Property *property = find(set, name);
    if (property == NULL)
        return STATUS_ERR_UNKNOWN;
    clear(property);
    return STATUS_OK;
}

static Status get_dimension(PropertySet *set, const char *name, int *count)
{
    Property *property = find(set, name);
    if (property == NULL)
        return STATUS_ERR_UNKNOWN;
    *count = property->count;
    return STATUS_OK;
}

void properties_copy(PropertySet *to, PropertySet *from)
{
    for (int i = 0; i < from->count; i++) {
        const Property *property = &from->all[i];
        for (int n = 0; n < property->count; n++) {
            const Value *value = &property->values[n];
            switch (property->kind) {
            case KIND_POINTER: set_pointer(to, property->name, n, value->pointer); break;
            case KIND_DOUBLE: set_double(to, property->name, n, value->number); break;
            case KIND_INT: set_int(to, property->name, n, value->integer); break;
            default: set_string(to, property->name, n, value->given); break;
            }
        }
    }
}

const PropertySuite property_suite = {
    set_pointer, set_string, set_double, set_int, set_pointers, set_strings, set_doubles, set_ints,
    get_pointer, get_string, get_double, get_int, get_pointers, get_strings, get_doubles, get_ints,
    reset, get_dimension,
};
