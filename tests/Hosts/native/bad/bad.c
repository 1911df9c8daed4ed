/*
 * A small plug-in, darkening a picture, that is a good one until BAD_PLUGIN_FAULTS names faults: then it does what
 * plug-ins shall not do, for the validator to find.
 */
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"
#include "suites.h"

#define EXPORT __attribute__((visibility("default")))

const PropertySuite *props;
const ImageEffectSuite *effects;
const ParameterSuite *params;
const MessageSuite *messages;

static Host *host;

static void set_host(Host *given)
{
    host = given;
}

/* Every load counts, in this process and beyond dlclose. */
static void count_load(void)
{
    const char *before = getenv("BAD_PLUGIN_LOADS");
    char now[16];
    snprintf(now, sizeof now, "%d", before == NULL ? 1 : atoi(before) + 1);
    setenv("BAD_PLUGIN_LOADS", now, 1);
}

static Status load(void)
{
    count_load();
    props = host->fetch_suite(host->properties, "OfxPropertySuite", 1);
    effects = host->fetch_suite(host->properties, "OfxImageEffectSuite", 1);
    params = host->fetch_suite(host->properties, "OfxParameterSuite", 1);
    messages = host->fetch_suite(host->properties, "OfxMessageSuite", 2);
    if (messages == NULL)
        messages = host->fetch_suite(host->properties, "OfxMessageSuite", 1);
    if (has_fault("needs-progress")) {
        const ProgressSuiteV1 *progress = host->fetch_suite(host->properties, "OfxProgressSuite", 1);
        progress->end(NULL);
    }
    if (props == NULL || effects == NULL || params == NULL)
        return STATUS_ERR_MISSING_HOST_FEATURE;
    return has_fault("load-default") ? STATUS_REPLY_DEFAULT : STATUS_OK;
}

static Status create(Effect *effect)
{
    if (has_fault("write-in-create")) {
        Effect *set = NULL;
        Param *gain = NULL;
        effects->get_param_set(effect, &set);
        params->get_handle(set, "gain", &gain, NULL);
        params->set_value(gain, 0.25);
    }
    if (has_fault("unknown-param")) {
        Effect *set = NULL;
        Param *param = NULL;
        effects->get_param_set(effect, &set);
        params->get_handle(set, "nowhere", &param, NULL);
    }
    return STATUS_OK;
}

static Status get_preferences(PropertySet *in, PropertySet *out)
{
    if (has_fault("null-in-args"))
        return ((const char *)in)[0];
    if (has_fault("read-only"))
        props->set_string(host->properties, "OfxPropName", 0, "another host");
    if (has_fault("clip-preference")) {
        props->set_string(out, "OfxImageClipPropDepth_Source", 0, "OfxBitDepthQuarter");
        return STATUS_OK;
    }
    return STATUS_REPLY_DEFAULT;
}

static Status get_region(PropertySet *out)
{
    if (!has_fault("region-nan"))
        return STATUS_REPLY_DEFAULT;

    const double nowhere[4] = { NAN, 0, NAN, 1 };
    props->set_doubles(out, "OfxImageEffectPropRegionOfDefinition", 4, nowhere);
    return STATUS_OK;
}

static Status is_identity(PropertySet *out)
{
    if (!has_fault("identity-clip"))
        return STATUS_REPLY_DEFAULT;

    props->set_string(out, "OfxPropName", 0, "Nobody");
    return STATUS_OK;
}

static Status main_entry(const char *action, const void *handle, PropertySet *in, PropertySet *out)
{
    Effect *effect = (Effect *)handle;
    if (strcmp(action, "OfxActionLoad") == 0)
        return load();
    if (strcmp(action, "OfxActionUnload") == 0)
        return STATUS_OK;
    if (strcmp(action, "OfxActionDescribe") == 0)
        return describe(effect);
    if (strcmp(action, "OfxImageEffectActionDescribeInContext") == 0)
        return describe_in_context(effect);
    if (strcmp(action, "OfxActionCreateInstance") == 0)
        return create(effect);
    if (strcmp(action, "OfxActionDestroyInstance") == 0)
        return has_fault("destroy-default") ? STATUS_REPLY_DEFAULT : STATUS_OK;
    if (strcmp(action, "OfxImageEffectActionGetClipPreferences") == 0)
        return get_preferences(in, out);
    if (strcmp(action, "OfxImageEffectActionGetRegionOfDefinition") == 0)
        return get_region(out);
    if (strcmp(action, "OfxImageEffectActionIsIdentity") == 0)
        return is_identity(out);
    if (strcmp(action, "OfxImageEffectActionBeginSequenceRender") == 0)
        return has_fault("begin-fails") ? STATUS_ERR_UNSUPPORTED : STATUS_REPLY_DEFAULT;
    if (strcmp(action, "OfxImageEffectActionRender") == 0)
        return render(effect, in);
    if (strcmp(action, "OfxActionSyncPrivateData") == 0)
        return has_fault("bad-status") ? (Status)77 : STATUS_REPLY_DEFAULT;
    if (strcmp(action, "OfxActionPurgeCaches") == 0)
        return has_fault("purge-fails") ? STATUS_FAILED : STATUS_REPLY_DEFAULT;
    return has_fault("unknown-action") && strncmp(action, "Ofx", 3) != 0 ? STATUS_FAILED : STATUS_REPLY_DEFAULT;
}

static Plugin plugin = { "OfxImageEffectPluginAPI", 1, "org.facefusion.test.Bad", 1, 0, set_host, main_entry };

EXPORT int OfxGetNumberOfPlugins(void)
{
    return 1;
}

EXPORT Plugin *OfxGetPlugin(int index)
{
    if (has_fault("wrong-api"))
        plugin.api_version = 2;
    if (has_fault("bad-identifier"))
        plugin.identifier = "two words";
    return index == 0 ? &plugin : NULL;
}
