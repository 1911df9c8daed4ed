/* Images: buffers with guard bytes around every row, rows running up or down through memory. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minihost.h"

enum { GUARD = 64, GUARD_BYTE = 0xA5, UNWRITTEN_BYTE = 0xE3 };

typedef struct {
    Clip *clip;
    unsigned char *memory;
    size_t row, stride; /* bytes of a row's pixels; from row to row with its guard */
    PropertySet *properties;
} Buffer;

/* The frame a thread renders: its output lives until it is judged, though the plug-in releases it before. */
static _Thread_local struct {
    Effect *effect;
    Buffer output;
    double time;
} watched;

static size_t bytes_per_component(void)
{
    if (strcmp(options.depth, "OfxBitDepthByte") == 0)
        return 1;
    return strcmp(options.depth, "OfxBitDepthFloat") == 0 ? 4 : 2;
}

/* A smooth picture that moves with time; float goes above 1, as scene-linear pictures do. */
static void paint(Buffer *buffer, double time)
{
    for (int y = 0; y < options.height; y++) {
        unsigned char *row = buffer->memory + GUARD + buffer->stride * (size_t)y;
        for (int i = 0; i < options.width * 4; i++) {
            double value = i % 4 == 3 ? 1.0 : 0.5 + 0.5 * sin(0.11 * (i / 4) + 0.07 * y + 0.3 * time + i % 4);
            if (bytes_per_component() == 4)
                ((float *)row)[i] = (float)(i % 4 == 3 ? 1.0 : value * 3);
            else if (bytes_per_component() == 1)
                row[i] = (unsigned char)(value * 255);
            else if (strcmp(options.depth, "OfxBitDepthHalf") == 0)
                ((uint16_t *)row)[i] = (uint16_t)(0x3000 + (int)(value * 0x0BFF));
            else
                ((uint16_t *)row)[i] = (uint16_t)(value * 65535);
        }
    }
}

static Buffer buffer_create(Clip *clip)
{
    Buffer buffer = { .clip = clip, .row = (size_t)options.width * 4 * bytes_per_component() };
    buffer.stride = buffer.row + GUARD;
    size_t size = buffer.stride * (size_t)options.height + GUARD;
    buffer.memory = aligned_alloc(64, (size + 63) / 64 * 64);
    memset(buffer.memory, GUARD_BYTE, (size + 63) / 64 * 64);
    for (int y = 0; y < options.height; y++)
        memset(buffer.memory + GUARD + buffer.stride * (size_t)y, UNWRITTEN_BYTE, buffer.row);
    return buffer;
}

static void check_guards(const Buffer *buffer)
{
    for (int y = 0; y <= options.height; y++) {
        const unsigned char *guard = buffer->memory + buffer->stride * (size_t)y;
        for (int i = 0; i < GUARD; i++) {
            if (guard[i] != GUARD_BYTE) {
                complain("clip '%s': row %d was overrun", buffer->clip->name, y);
                return;
            }
        }
    }
}

static void describe(Buffer *buffer)
{
    PropertySet *p = buffer->properties = properties_create();
    unsigned char *first = buffer->memory + GUARD;
    size_t last = buffer->stride * (size_t)(options.height - 1);
    property_suite.set_pointer(p, "OfxImagePropData", 0, options.negative_rows ? first + last : first);
    property_suite.set_int(p, "OfxImagePropRowBytes", 0, options.negative_rows ? -(int)buffer->stride : (int)buffer->stride);
    const int bounds[4] = { 0, 0, options.width, options.height };
    property_suite.set_ints(p, "OfxImagePropBounds", 4, bounds);
    property_suite.set_ints(p, "OfxImagePropRegionOfDefinition", 4, bounds);
    property_suite.set_string(p, "OfxImageEffectPropPixelDepth", 0, options.depth);
    property_suite.set_string(p, "OfxImageEffectPropComponents", 0, "OfxImageComponentRGBA");
    property_suite.set_string(p, "OfxImageEffectPropPreMultiplication", 0, "OfxImageOpaque");
    if (!options.bare) {
        const double scale[2] = { 1, 1 };
        property_suite.set_doubles(p, "OfxImageEffectPropRenderScale", 2, scale);
        property_suite.set_double(p, "OfxImagePropPixelAspectRatio", 0, 1);
        property_suite.set_string(p, "OfxImagePropField", 0, "");
        property_suite.set_string(p, "OfxImagePropUniqueIdentifier", 0, "");
    }
    /* The way back from the handle to the buffer. */
    Buffer *self = malloc(sizeof *self);
    *self = *buffer;
    property_suite.set_pointer(p, "minihost.buffer", 0, self);
}

Status image_fetch(Clip *clip, double time, PropertySet **image)
{
    *image = NULL;
    if (clip == NULL)
        return STATUS_ERR_BAD_HANDLE;
    int connected = 0;
    property_suite.get_int(clip->properties, "OfxImageClipPropConnected", 0, &connected);
    if (!connected)
        return STATUS_FAILED;
    bool output = strcmp(clip->name, "Output") == 0;
    Buffer buffer;
    if (output) {
        if (watched.effect != clip->effect)
            return STATUS_FAILED;
        buffer = watched.output;
    } else {
        buffer = buffer_create(clip);
        paint(&buffer, time);
    }
    describe(&buffer);
    clip->effect->images++;
    *image = buffer.properties;
    return STATUS_OK;
}

Status image_release(PropertySet *image)
{
    Buffer *buffer = NULL;
    if (property_suite.get_pointer(image, "minihost.buffer", 0, (void **)&buffer) != STATUS_OK)
        return STATUS_ERR_BAD_HANDLE;
    Clip *clip = buffer->clip;
    check_guards(buffer);
    if (buffer->memory != watched.output.memory)
        free(buffer->memory);
    free(buffer);
    properties_destroy(image);
    clip->effect->images--;
    return STATUS_OK;
}

void image_watch_begin(Effect *effect, double time)
{
    watched.effect = effect;
    watched.time = time;
    for (int i = 0; i < effect->clip_count; i++) {
        if (strcmp(effect->clips[i].name, "Output") == 0)
            watched.output = buffer_create(&effect->clips[i]);
    }
    if (watched.output.memory == NULL)
        complain("the effect has no clip 'Output'");
}

void image_watch_end(Effect *effect, Status rendered)
{
    Buffer *output = &watched.output;
    if (effect->images != 0)
        complain("render left %d images unreleased", effect->images);
    if (output->memory != NULL && rendered == STATUS_OK) {
        check_guards(output);
        Buffer source = buffer_create(output->clip);
        paint(&source, watched.time);
        bool all = true, same = true;
        for (int y = 0; y < options.height; y++) {
            const unsigned char *row = output->memory + GUARD + output->stride * (size_t)y;
            same &= memcmp(row, source.memory + GUARD + source.stride * (size_t)y, output->row) == 0;
            for (size_t i = 0; i + 4 <= output->row; i += 4)
                all &= row[i] != UNWRITTEN_BYTE || row[i + 1] != UNWRITTEN_BYTE || row[i + 2] != UNWRITTEN_BYTE || row[i + 3] != UNWRITTEN_BYTE;
        }
        if (!all)
            complain("render left pixels of frame %g unwritten", watched.time);
        if (options.expect_source && !same)
            complain("frame %g differs from the source", watched.time);
        free(source.memory);
    }
    free(output->memory);
    memset(&watched, 0, sizeof watched);
}
