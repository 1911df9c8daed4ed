/* What the plug-in says of itself, and what it says wrongly. */
#include <stdlib.h>
#include <string.h>

#include "faults.h"
#include "suites.h"

Status describe(Effect *effect)
{
    PropertySet *about = NULL;
    effects->get_property_set(effect, &about);
    const char *label = "Darken";
    if (has_fault("reload"))
        label = getenv("BAD_PLUGIN_LOADS");
    if (!has_fault("no-label"))
        props->set_string(about, "OfxPropLabel", 0, label);
    if (!has_fault("no-grouping"))
        props->set_string(about, "OfxImageEffectPluginPropGrouping", 0, "Tests");
    if (!has_fault("no-contexts"))
        props->set_string(about, "OfxImageEffectPropSupportedContexts", 0, "OfxImageEffectContextFilter");
    if (has_fault("unknown-context"))
        props->set_string(about, "OfxImageEffectPropSupportedContexts", 1, "OfxImageEffectContextTeapot");
    if (!has_fault("no-depths")) {
        props->set_string(about, "OfxImageEffectPropSupportedPixelDepths", 0, "OfxBitDepthByte");
        props->set_string(about, "OfxImageEffectPropSupportedPixelDepths", 1, "OfxBitDepthFloat");
    }
    props->set_string(about, "OfxImageEffectPluginRenderThreadSafety", 0, "OfxImageEffectRenderFullySafe");
    props->set_int(about, "OfxImageEffectPropSupportsTiles", 0, 1);

    if (has_fault("unknown-property"))
        props->set_int(about, "OfxImageEffectPropSuportsTiles", 0, 1);
    if (has_fault("wrong-type"))
        props->set_string(about, "OfxImageEffectPropSupportsTiles", 0, "yes");
    if (has_fault("bad-index"))
        props->set_string(about, "OfxPropLabel", 3, "Darken");
    if (has_fault("null-string"))
        props->set_string(about, "OfxPropPluginDescription", 0, NULL);
    if (has_fault("null-handle"))
        props->set_string(NULL, "OfxPropPluginDescription", 0, "Darkens a picture.");
    if (has_fault("colour"))
        props->set_string(about, "OfxImageEffectPropColourManagementStyle", 0, "OfxImageEffectColourManagementCore");
    return STATUS_OK;
}

static PropertySet *define(Effect *effect, const char *type, const char *name)
{
    PropertySet *about = NULL;
    Effect *set = NULL;
    effects->get_param_set(effect, &set);
    params->define(set, type, name, &about);
    return about;
}

static void define_gain(Effect *effect)
{
    PropertySet *gain = define(effect, "OfxParamTypeDouble", "gain");
    props->set_double(gain, "OfxParamPropDefault", 0, has_fault("default-outside") ? 5 : 0.5);
    props->set_double(gain, "OfxParamPropMin", 0, 0);
    props->set_double(gain, "OfxParamPropMax", 0, 2);
    if (!has_fault("no-display-range")) {
        props->set_double(gain, "OfxParamPropDisplayMin", 0, 0);
        props->set_double(gain, "OfxParamPropDisplayMax", 0, has_fault("slider-beyond") ? 3 : 1);
    }
    if (has_fault("no-parent"))
        props->set_string(gain, "OfxParamPropParent", 0, "nowhere");
}

static void define_faulty_params(Effect *effect)
{
    if (has_fault("duplicate-param"))
        define(effect, "OfxParamTypeDouble", "gain");
    if (has_fault("unknown-type"))
        define(effect, "OfxParamTypeTeapot", "teapot");
    if (has_fault("integer2d"))
        define(effect, "OfxParamTypeInteger2D", "pair");
    if (has_fault("string-choice"))
        props->set_string(define(effect, "OfxParamTypeStrChoice", "style"), "OfxParamPropChoiceOption", 0, "one");
    if (has_fault("empty-choice"))
        define(effect, "OfxParamTypeChoice", "empty");
    if (has_fault("reversed-range")) {
        PropertySet *reversed = define(effect, "OfxParamTypeDouble", "reversed");
        props->set_double(reversed, "OfxParamPropMin", 0, 1);
        props->set_double(reversed, "OfxParamPropMax", 0, -1);
    }
    if (has_fault("mlt-name"))
        define(effect, "OfxParamTypeString", "resource");
    if (has_fault("mlt-default"))
        props->set_string(define(effect, "OfxParamTypeString", "expression"), "OfxParamPropDefault", 0, "@x");
    if (has_fault("page-child"))
        props->set_string(define(effect, "OfxParamTypePage", "page"), "OfxParamPropPageChild", 0, "nowhere");
}

Status describe_in_context(Effect *effect)
{
    PropertySet *source = NULL, *output = NULL;
    effects->clip_define(effect, "Source", &source);
    if (!has_fault("no-components"))
        props->set_string(source, "OfxImageEffectPropSupportedComponents", 0, "OfxImageComponentRGBA");
    if (!has_fault("no-output")) {
        effects->clip_define(effect, "Output", &output);
        props->set_string(output, "OfxImageEffectPropSupportedComponents", 0, "OfxImageComponentRGBA");
    }
    if (has_fault("duplicate-clip"))
        effects->clip_define(effect, "Source", &source);
    if (has_fault("clip-in-describe")) {
        Clip *clip = NULL;
        effects->clip_get_handle(effect, "Source", &clip, NULL);
    }

    define_gain(effect);
    define_faulty_params(effect);
    return STATUS_OK;
}
