/* Which faults the plug-in has: those that BAD_PLUGIN_FAULTS names, separated by commas. Without any it is a good one. */
#ifndef BAD_FAULTS_H
#define BAD_FAULTS_H

#include <stdbool.h>

bool has_fault(const char *name);

#endif
