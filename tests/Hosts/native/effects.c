/* Effects: descriptors and instances, and the image effect suite. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minihost.h"

Effect *effect_create(void)
{
    Effect *effect = calloc(1, sizeof(Effect));
    effect->properties = properties_create();
    return effect;
}

void effect_destroy(Effect *effect)
{
    if (effect->images != 0)
        complain("%d images were not released", effect->images);
    for (int i = 0; i < effect->param_count; i++) {
        properties_destroy(effect->params[i].properties);
        free(effect->params[i].text);
    }
    for (int i = 0; i < effect->clip_count; i++)
        properties_destroy(effect->clips[i].properties);
    properties_destroy(effect->properties);
    free(effect);
}

static void apply_settings(Effect *effect)
{
    for (int i = 0; i < options.setting_count; i++) {
        const char *setting = options.settings[i];
        size_t length = strcspn(setting, "=");
        bool found = false;
        for (int n = 0; n < effect->param_count; n++) {
            Param *param = &effect->params[n];
            if (strlen(param->name) == length && strncmp(param->name, setting, length) == 0)
                found = param_set_text(param, setting + length + (setting[length] == '='));
        }
        if (!found)
            complain("there is no parameter for '%s'", setting);
    }
}

Effect *effect_instantiate(const Plugin *plugin, Effect *description, const char *context)
{
    Effect *effect = effect_create();
    effect->plugin = plugin;
    if (!options.bare) {
        property_suite.set_string(effect->properties, "OfxPropType", 0, "OfxTypeImageEffectInstance");
        property_suite.set_double(effect->properties, "OfxImageEffectPropProjectSize", 0, options.width);
        property_suite.set_double(effect->properties, "OfxImageEffectPropProjectSize", 1, options.height);
        property_suite.set_double(effect->properties, "OfxImageEffectPropFrameRate", 0, 24);
        property_suite.set_int(effect->properties, "OfxPropIsInteractive", 0, 0);
    }
    property_suite.set_string(effect->properties, "OfxImageEffectPropContext", 0, context);

    effect->param_count = description->param_count;
    for (int i = 0; i < description->param_count; i++) {
        Param *param = &effect->params[i];
        *param = (Param){ .effect = effect, .properties = properties_create() };
        memcpy(param->name, description->params[i].name, sizeof param->name);
        memcpy(param->type, description->params[i].type, sizeof param->type);
        properties_copy(param->properties, description->params[i].properties);
        param_reset(param);
    }
    apply_settings(effect);

    effect->clip_count = description->clip_count;
    for (int i = 0; i < description->clip_count; i++) {
        Clip *clip = &effect->clips[i];
        *clip = (Clip){ .effect = effect, .properties = properties_create() };
        memcpy(clip->name, description->clips[i].name, sizeof clip->name);
        properties_copy(clip->properties, description->clips[i].properties);
        int optional = 0;
        property_suite.get_int(clip->properties, "OfxImageClipPropOptional", 0, &optional);
        property_suite.set_int(clip->properties, "OfxImageClipPropConnected", 0, !optional);
        property_suite.set_string(clip->properties, "OfxImageEffectPropPixelDepth", 0, optional ? "OfxBitDepthNone" : options.depth);
        property_suite.set_string(clip->properties, "OfxImageEffectPropComponents", 0, optional ? "OfxImageComponentNone" : "OfxImageComponentRGBA");
    }
    return effect;
}

static Status get_property_set(Effect *effect, PropertySet **properties)
{
    if (effect == NULL)
        return STATUS_ERR_BAD_HANDLE;
    *properties = effect->properties;
    return STATUS_OK;
}

static Status get_param_set(Effect *effect, Effect **params)
{
    if (effect == NULL)
        return STATUS_ERR_BAD_HANDLE;
    *params = effect;
    return STATUS_OK;
}

static Status clip_define(Effect *effect, const char *name, PropertySet **properties)
{
    if (effect == NULL || effect->plugin != NULL || effect->clip_count == MAX_CLIPS)
        return STATUS_ERR_BAD_HANDLE;
    Clip *clip = &effect->clips[effect->clip_count++];
    clip->effect = effect;
    snprintf(clip->name, sizeof clip->name, "%s", name);
    clip->properties = properties_create();
    if (properties != NULL)
        *properties = clip->properties;
    return STATUS_OK;
}

static Status clip_get_handle(Effect *effect, const char *name, Clip **result, PropertySet **properties)
{
    if (effect == NULL)
        return STATUS_ERR_BAD_HANDLE;
    if (effect->plugin == NULL)
        complain("clip '%s' was asked for while describing", name);
    for (int i = 0; i < effect->clip_count; i++) {
        if (strcmp(effect->clips[i].name, name) == 0) {
            *result = &effect->clips[i];
            if (properties != NULL)
                *properties = effect->clips[i].properties;
            return STATUS_OK;
        }
    }
    return STATUS_ERR_BAD_HANDLE;
}

static Status clip_get_property_set(Clip *clip, PropertySet **properties)
{
    *properties = clip->properties;
    return STATUS_OK;
}

static Status clip_get_region_of_definition(Clip *clip, double time, RectD *bounds)
{
    (void)clip, (void)time;
    *bounds = (RectD){ 0, 0, options.width, options.height };
    return STATUS_OK;
}

static Status clip_get_image(Clip *clip, double time, const RectD *region, PropertySet **image)
{
    (void)region;
    return image_fetch(clip, time, image);
}

static int aborted(Effect *effect)
{
    (void)effect;
    return 0;
}

static Status memory_alloc(Effect *effect, size_t size, void **memory)
{
    (void)effect;
    *memory = malloc(size);
    return *memory == NULL ? STATUS_ERR_MEMORY : STATUS_OK;
}

static Status memory_free(void *memory)
{
    free(memory);
    return STATUS_OK;
}

static Status memory_lock(void *memory, void **address)
{
    *address = memory;
    return STATUS_OK;
}

static Status memory_unlock(void *memory)
{
    (void)memory;
    return STATUS_OK;
}

const ImageEffectSuite image_effect_suite = {
    get_property_set, get_param_set, clip_define, clip_get_handle, clip_get_property_set, clip_get_image, image_release,
    clip_get_region_of_definition, aborted, memory_alloc, memory_free, memory_lock, memory_unlock,
};
