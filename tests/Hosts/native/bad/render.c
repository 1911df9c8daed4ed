/* Rendering: half of every sample, whatever the bounds and the order of rows; and what can go wrong there. */
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"
#include "suites.h"

typedef struct {
    PropertySet *handle;
    unsigned char *data;
    RectI bounds;
    int row_bytes, pixel_bytes;
} Image;

static Status fetch(Effect *effect, const char *clip_name, double time, Image *image)
{
    Clip *clip = NULL;
    memset(image, 0, sizeof *image);
    Status status = effects->clip_get_handle(effect, clip_name, &clip, NULL);
    if (status == STATUS_OK)
        status = effects->clip_get_image(clip, time, NULL, &image->handle);
    if (status != STATUS_OK || image->handle == NULL)
        return STATUS_FAILED;

    char *depth = NULL;
    void *data = NULL;
    props->get_pointer(image->handle, "OfxImagePropData", 0, &data);
    props->get_ints(image->handle, "OfxImagePropBounds", 4, &image->bounds.x1);
    props->get_int(image->handle, "OfxImagePropRowBytes", 0, &image->row_bytes);
    props->get_string(image->handle, "OfxImageEffectPropPixelDepth", 0, &depth);
    image->data = data;
    image->pixel_bytes = depth != NULL && strcmp(depth, "OfxBitDepthByte") == 0 ? 4 : 16;
    return STATUS_OK;
}

static unsigned char *at(const Image *image, int x, int y)
{
    return image->data + (ptrdiff_t)(y - image->bounds.y1) * image->row_bytes + (ptrdiff_t)(x - image->bounds.x1) * image->pixel_bytes;
}

static void darken_row(const Image *source, const Image *output, RectI window, int y, double gain)
{
    for (int x = window.x1; x < window.x2; x++) {
        const unsigned char *from = at(source, x, y);
        unsigned char *to = at(output, x, y);
        for (int channel = 0; channel < 4; channel++) {
            if (output->pixel_bytes == 4)
                to[channel] = (unsigned char)(from[channel] * gain);
            else
                ((float *)to)[channel] = (float)(((const float *)from)[channel] * gain);
        }
    }
}

static double gain_of(Effect *effect, double time)
{
    Effect *set = NULL;
    Param *gain = NULL;
    double value = 1;
    effects->get_param_set(effect, &set);
    params->get_handle(set, "gain", &gain, NULL);
    params->get_value_at_time(gain, time, &value);
    if (has_fault("write-in-render"))
        params->set_value(gain, 0.75);
    return value;
}

/* Faults that need no image. */
static Status misbehave(Effect *effect)
{
    if (has_fault("crash"))
        raise(SIGSEGV);
    if (has_fault("exit"))
        _exit(7);
    while (has_fault("hang"))
        usleep(1000);
    if (has_fault("print"))
        printf("rendering\n"), fflush(stdout);
    if (has_fault("persistent-message"))
        messages->set_persistent(effect, "OfxMessageWarning", "", "Darkening");
    return has_fault("silent-failure") ? STATUS_FAILED : STATUS_OK;
}

static void darken(const Image *source, const Image *output, RectI window, double gain)
{
    static atomic_int rendering, frames;
    int together = atomic_fetch_add(&rendering, 1);
    if (has_fault("threads"))
        usleep(50000), together = atomic_load(&rendering) - 1;
    if (has_fault("random"))
        gain *= 1 - 0.25 * (atomic_fetch_add(&frames, 1) % 2);
    if (has_fault("threads") && together > 0)
        gain *= 0.5;
    if (has_fault("tiles"))
        gain *= (window.x2 - window.x1) / 1000.0;

    RectI filled = window;
    if (has_fault("unwritten"))
        filled.y2 -= 1;
    if (has_fault("outside"))
        filled = output->bounds;
    for (int y = filled.y1; y < filled.y2; y++)
        darken_row(source, output, filled, y, gain);
    if (has_fault("overrun"))
        memset(at(output, window.x1, window.y2 - 1) + (window.x2 - window.x1) * output->pixel_bytes, 0, 8);
    atomic_fetch_sub(&rendering, 1);
}

Status render(Effect *effect, PropertySet *in)
{
    double time = 0;
    RectI window = { 0, 0, 0, 0 };
    props->get_double(in, "OfxPropTime", 0, &time);
    props->get_ints(in, "OfxImageEffectPropRenderWindow", 4, &window.x1);
    Status status = misbehave(effect);
    if (status != STATUS_OK)
        return status;

    Image source, output;
    Status got = fetch(effect, "Source", time, &source);
    Status given = fetch(effect, "Output", time, &output);
    if (got == STATUS_OK && given == STATUS_OK)
        darken(&source, &output, window, gain_of(effect, time));
    else if (has_fault("null-image"))
        darken(&source, &output, window, 1);
    else if (messages != NULL)
        messages->message(effect, "OfxMessageError", "", "There is no picture; connect one to Source.");

    if (output.handle != NULL)
        effects->clip_release_image(output.handle);
    if (source.handle != NULL && !has_fault("leak"))
        effects->clip_release_image(source.handle);
    if (source.handle != NULL && has_fault("release-twice"))
        effects->clip_release_image(output.handle);
    return got == STATUS_OK && given == STATUS_OK ? STATUS_OK : STATUS_FAILED;
}
