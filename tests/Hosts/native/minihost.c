/*
 * A small OpenFX host that treats a plug-in as the roughest of the real ones do: scan, dlclose, re-open, instances per
 * frame, instances on several threads, empty property sets, missing suites, rows that run downwards.
 *
 *   minihost PLUGIN.ofx [--rounds N] [--threads N] [--frames N] [--context Filter|General] [--depth byte|short|half|float]
 *            [--size WxH] [--set NAME=VALUE]... [--without SUITE]... [--negative-rows] [--bare] [--churn]
 *            [--expect-source] [--expect-failure] [--measure] [--list-opened]
 *
 * Exit code 0 and "ok" when nothing was amiss; what was, is told on stderr.
 */
#include <dlfcn.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "minihost.h"

Options options = {
    .context = "OfxImageEffectContextFilter",
    .depth = "OfxBitDepthFloat",
    .width = 96,
    .height = 54,
    .rounds = 1,
    .threads = 1,
    .frames = 1,
};

atomic_int complaints;

void complain(const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (complaints++ < 20)
        fprintf(stderr, "minihost: %s\n", text);
}

static Host host;

static void expect(const Plugin *plugin, const char *action, Effect *effect, PropertySet *in, PropertySet *out, bool default_is_fine)
{
    Status status = plugin->main_entry(action, effect, in, out);
    if (status != STATUS_OK && !(default_is_fine && status == STATUS_REPLY_DEFAULT))
        complain("%s answered %d", action, status);
}

/* Load, describe, describe in both contexts; the description of the wanted one. */
static Effect *describe(const Plugin *plugin)
{
    expect(plugin, "OfxActionLoad", NULL, NULL, NULL, false);
    Effect *general = effect_create();
    expect(plugin, "OfxActionDescribe", general, NULL, NULL, false);
    static const char *const contexts[] = { "OfxImageEffectContextFilter", "OfxImageEffectContextGeneral" };
    Effect *wanted = NULL;
    for (int i = 0; i < 2; i++) {
        Effect *effect = effect_create();
        properties_copy(effect->properties, general->properties);
        PropertySet *in = properties_create();
        property_suite.set_string(in, "OfxImageEffectPropContext", 0, contexts[i]);
        expect(plugin, "OfxImageEffectActionDescribeInContext", effect, in, NULL, false);
        properties_destroy(in);
        if (strcmp(contexts[i], options.context) == 0)
            wanted = effect;
        else
            effect_destroy(effect);
    }
    effect_destroy(general);
    return wanted;
}

static Effect *create_instance(const Plugin *plugin, Effect *description)
{
    Effect *instance = effect_instantiate(plugin, description, options.context);
    may_write = true;
    expect(plugin, "OfxActionCreateInstance", instance, NULL, NULL, false);
    may_write = false;
    PropertySet *out = properties_create();
    expect(plugin, "OfxImageEffectActionGetClipPreferences", instance, NULL, out, true);
    properties_destroy(out);
    return instance;
}

static void destroy_instance(const Plugin *plugin, Effect *instance)
{
    expect(plugin, "OfxActionSyncPrivateData", instance, NULL, NULL, true);
    expect(plugin, "OfxActionPurgeCaches", instance, NULL, NULL, true);
    expect(plugin, "OfxActionDestroyInstance", instance, NULL, NULL, false);
    effect_destroy(instance);
}

/* What a host asks before a frame; the answers are legal, that is all that matters here. */
static void ask(const Plugin *plugin, Effect *instance, PropertySet *in)
{
    static const char *const questions[] = {
        "OfxImageEffectActionGetRegionOfDefinition", "OfxImageEffectActionGetRegionsOfInterest",
        "OfxImageEffectActionGetFramesNeeded", "OfxImageEffectActionIsIdentity", "OfxImageEffectActionGetTimeDomain",
        "net.facefusion-ofx.NoSuchAction",
    };
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        PropertySet *out = properties_create();
        expect(plugin, questions[i], instance, in, out, true);
        properties_destroy(out);
    }
}

static void render_frame(const Plugin *plugin, Effect *instance, double time)
{
    PropertySet *in = properties_create();
    const double scale[2] = { 1, 1 }, range[2] = { time, time }, region[4] = { 0, 0, options.width, options.height };
    const int window[4] = { 0, 0, options.width, options.height };
    property_suite.set_double(in, "OfxPropTime", 0, time);
    property_suite.set_ints(in, "OfxImageEffectPropRenderWindow", 4, window);
    if (!options.bare) {
        property_suite.set_doubles(in, "OfxImageEffectPropRenderScale", 2, scale);
        property_suite.set_doubles(in, "OfxImageEffectPropRegionOfInterest", 4, region);
        property_suite.set_doubles(in, "OfxImageEffectPropFrameRange", 2, range);
        property_suite.set_double(in, "OfxImageEffectPropFrameStep", 0, 1);
        property_suite.set_string(in, "OfxImageEffectPropFieldToRender", 0, "OfxFieldNone");
        property_suite.set_int(in, "OfxImageEffectPropSequentialRenderStatus", 0, 0);
    }
    ask(plugin, instance, in);
    expect(plugin, "OfxImageEffectActionBeginSequenceRender", instance, in, NULL, true);
    int messages = instance->messages;
    image_watch_begin(instance, time);
    Status status = plugin->main_entry("OfxImageEffectActionRender", instance, in, NULL);
    image_watch_end(instance, status);
    bool can_speak = suite_fetch(NULL, "OfxMessageSuite", 2) != NULL;
    if (options.expect_failure && status != STATUS_FAILED)
        complain("render answered %d where it should fail", status);
    if (options.expect_failure && can_speak && !instance->has_persistent_message && instance->messages == messages)
        complain("render failed without a message");
    if (!options.expect_failure && status != STATUS_OK)
        complain("render answered %d", status);
    if (status == STATUS_OK && instance->has_persistent_message)
        complain("render succeeded and left its error message up");
    expect(plugin, "OfxImageEffectActionEndSequenceRender", instance, in, NULL, true);
    properties_destroy(in);
}

typedef struct {
    Plugin *plugin;
    Effect *instance; /* null when the thread makes its own for every frame */
    int first;
} Worker;

static void *work(void *given)
{
    const Worker *worker = given;
    for (int i = 0; i < options.frames; i++) {
        if (worker->instance != NULL) {
            render_frame(worker->plugin, worker->instance, worker->first + i);
            continue;
        }
        worker->plugin->set_host(&host);
        Effect *description = describe(worker->plugin);
        Effect *instance = create_instance(worker->plugin, description);
        render_frame(worker->plugin, instance, worker->first + i);
        destroy_instance(worker->plugin, instance);
        effect_destroy(description);
    }
    return NULL;
}

static void render(Plugin *plugin)
{
    enum { MOST_THREADS = 64 };
    pthread_t threads[MOST_THREADS];
    Worker workers[MOST_THREADS];
    Effect *description = options.churn ? NULL : describe(plugin);
    for (int i = 0; i < options.threads && i < MOST_THREADS; i++)
        workers[i] = (Worker){ plugin, options.churn ? NULL : create_instance(plugin, description), i * 10 };
    for (int i = 0; i < options.threads && i < MOST_THREADS; i++)
        pthread_create(&threads[i], NULL, work, &workers[i]);
    for (int i = 0; i < options.threads && i < MOST_THREADS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < options.threads && i < MOST_THREADS; i++) {
        if (workers[i].instance != NULL)
            destroy_instance(plugin, workers[i].instance);
    }
    if (description != NULL)
        effect_destroy(description);
    expect(plugin, "OfxActionUnload", NULL, NULL, NULL, true);
}

static void *symbol(void *library, const char *name)
{
    void *found = dlsym(library, name);
    if (found == NULL)
        complain("'%s' does not export %s", options.binary, name);
    return found;
}

static void *open_binary(Plugin **plugin)
{
    *plugin = NULL;
    void *library = dlopen(options.binary, RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) {
        complain("'%s' cannot be loaded: %s", options.binary, dlerror());
        return NULL;
    }
    int (*count)(void) = (int (*)(void))symbol(library, "OfxGetNumberOfPlugins");
    Plugin *(*get)(int) = (Plugin * (*)(int)) symbol(library, "OfxGetPlugin");
    Status (*set_host)(const Host *) = (Status (*)(const Host *))symbol(library, "OfxSetHost");
    if (count == NULL || get == NULL || set_host == NULL || count() < 1)
        return library;
    if (set_host(&host) != STATUS_OK || get(count()) != NULL || get(-1) != NULL)
        complain("OfxSetHost or an index out of range was answered wrongly");
    *plugin = get(0);
    if (*plugin == NULL || strcmp((*plugin)->api, "OfxImageEffectPluginAPI") != 0 || (*plugin)->api_version != 1)
        complain("the plug-in is no OpenFX image effect");
    else
        (*plugin)->set_host(&host);
    return library;
}

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static long status_kb(const char *field)
{
    char line[256];
    long value = 0;
    FILE *status = fopen("/proc/self/status", "re");
    while (status != NULL && fgets(line, sizeof line, status) != NULL) {
        if (strncmp(line, field, strlen(field)) == 0)
            value = strtol(line + strlen(field) + 1, NULL, 10);
    }
    if (status != NULL)
        fclose(status);
    return value;
}

/* From dlopen to described, in this fresh process: milliseconds, resident and virtual memory added. */
static void measure(void)
{
    Plugin *plugin;
    bool list = options.list_opened;
    options.list_opened = false;
    long resident = status_kb("VmRSS"), virtual = status_kb("VmSize");
    options.list_opened = list;
    double start = milliseconds();
    open_binary(&plugin);
    if (plugin != NULL) {
        Effect *description = describe(plugin);
        double end = milliseconds();
        options.list_opened = false;
        printf("%.3f %ld %ld %ld\n", end - start, status_kb("VmRSS") - resident, status_kb("VmSize") - virtual, status_kb("Threads"));
        effect_destroy(description);
    }
}

static const char *full_name(const char *prefix, const char *name)
{
    size_t size = strlen(prefix) + strlen(name) + 1;
    char *full = malloc(size); /* lives as long as the options */
    snprintf(full, size, "%s%s", prefix, name);
    full[strlen(prefix)] = (char)(full[strlen(prefix)] & ~0x20);
    return full;
}

static bool parse(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i], *value = i + 1 < count ? arguments[i + 1] : "";
        if (strcmp(name, "--negative-rows") == 0) options.negative_rows = true;
        else if (strcmp(name, "--bare") == 0) options.bare = true;
        else if (strcmp(name, "--churn") == 0) options.churn = true;
        else if (strcmp(name, "--expect-source") == 0) options.expect_source = true;
        else if (strcmp(name, "--expect-failure") == 0) options.expect_failure = true;
        else if (strcmp(name, "--measure") == 0) options.measure = true;
        else if (strcmp(name, "--list-opened") == 0) options.list_opened = true;
        else if (strcmp(name, "--rounds") == 0) options.rounds = atoi(value), i++;
        else if (strcmp(name, "--threads") == 0) options.threads = atoi(value), i++;
        else if (strcmp(name, "--frames") == 0) options.frames = atoi(value), i++;
        else if (strcmp(name, "--context") == 0) options.context = full_name("OfxImageEffectContext", value), i++;
        else if (strcmp(name, "--depth") == 0) options.depth = full_name("OfxBitDepth", value), i++;
        else if (strcmp(name, "--size") == 0 && sscanf(value, "%dx%d", &options.width, &options.height) == 2) i++;
        else if (strcmp(name, "--set") == 0 && options.setting_count < MAX_SETTINGS) options.settings[options.setting_count++] = value, i++;
        else if (strcmp(name, "--without") == 0 && options.without_count < MAX_WITHOUT) options.without[options.without_count++] = value, i++;
        else if (name[0] != '-' && options.binary == NULL) options.binary = name;
        else return false;
    }
    return options.binary != NULL;
}

int main(int count, char **arguments)
{
    if (!parse(count, arguments)) {
        fprintf(stderr, "usage: minihost PLUGIN.ofx [options]; see the top of minihost.c\n");
        return 2;
    }
    host = (Host){ properties_create(), suite_fetch };
    if (!options.bare) {
        property_suite.set_string(host.properties, "OfxPropName", 0, "net.facefusion-ofx.MiniHost");
        property_suite.set_string(host.properties, "OfxPropLabel", 0, "Mini host");
        property_suite.set_int(host.properties, "OfxPropAPIVersion", 0, 1);
        property_suite.set_int(host.properties, "OfxPropAPIVersion", 1, 4);
        property_suite.set_int(host.properties, "OfxImageEffectHostPropIsBackground", 0, 1);
    }
    if (options.measure) {
        measure();
        return complaints == 0 ? 0 : 1;
    }
    for (int i = 0; i < options.rounds && complaints == 0; i++) {
        Plugin *plugin;
        void *library = open_binary(&plugin);
        if (plugin != NULL)
            render(plugin);
        if (library != NULL && dlclose(library) != 0)
            complain("dlclose failed: %s", dlerror());
    }
    properties_destroy(host.properties);
    if (complaints == 0)
        printf("ok\n");
    return complaints == 0 ? 0 : 1;
}
