/* A small OpenFX host: what its parts share. */
#ifndef MINIHOST_H
#define MINIHOST_H

#include <stdatomic.h>
#include <stdbool.h>

#include "ofx_abi.h"

enum { MAX_PARAMS = 256, MAX_CLIPS = 16, MAX_WITHOUT = 8, MAX_SETTINGS = 32 };

/* How the host behaves; read-only once the first plug-in runs. */
typedef struct {
    const char *binary;
    const char *context;
    const char *depth;
    const char *without[MAX_WITHOUT];
    const char *settings[MAX_SETTINGS]; /* "name=value" */
    int without_count, setting_count;
    int width, height, rounds, threads, frames;
    bool negative_rows, churn, bare, expect_source, expect_failure, measure, list_opened;
} Options;

extern Options options;

/* Something that no plug-in may do, or that went wrong in one; counted, told on stderr, and fatal to the verdict. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
extern atomic_int complaints;

/* properties.c */
PropertySet *properties_create(void);
void properties_destroy(PropertySet *set);
void properties_copy(PropertySet *to, PropertySet *from);
extern const PropertySuite property_suite;

/* effects.c */
struct Param {
    Effect *effect;
    char name[64], type[48];
    PropertySet *properties;
    int ints[4];
    double doubles[4];
    char *text;
};

struct Clip {
    Effect *effect;
    char name[64];
    PropertySet *properties;
};

struct Effect {
    PropertySet *properties;
    Param params[MAX_PARAMS];
    Clip clips[MAX_CLIPS];
    int param_count, clip_count;
    const Plugin *plugin; /* null while describing */
    atomic_int images;    /* out and not yet released */
    atomic_int messages;
    bool has_persistent_message;
};

Effect *effect_create(void);
void effect_destroy(Effect *effect);
/* An instance of what was described, with the parameters' defaults and the settings of the options. */
Effect *effect_instantiate(const Plugin *plugin, Effect *description, const char *context);
extern const ImageEffectSuite image_effect_suite;

/* params.c */
void param_reset(Param *param);
bool param_set_text(Param *param, const char *value);
extern const ParameterSuite parameter_suite;
/* Whether this thread may write parameters now. */
extern _Thread_local bool may_write;

/* images.c */
Status image_fetch(Clip *clip, double time, PropertySet **image);
Status image_release(PropertySet *image);
/* Between these the output of the effect is watched: every pixel written, none beside, the source untouched. */
void image_watch_begin(Effect *effect, double time);
void image_watch_end(Effect *effect, Status rendered);

/* suites.c */
const void *suite_fetch(PropertySet *host, const char *name, int version);

#endif
