#include "faults.h"

#include <stdlib.h>
#include <string.h>

bool has_fault(const char *name)
{
    const char *list = getenv("BAD_PLUGIN_FAULTS");
    size_t length = strlen(name);
    while (list != NULL && *list != '\0') {
        size_t word = strcspn(list, ",");
        if (word == length && strncmp(list, name, length) == 0)
            return true;
        list += word;
        list += *list == ',';
    }
    return false;
}
