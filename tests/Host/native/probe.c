/*
 * A plug-in that checks its host from the C side: true variadic calls, threads, statuses. Each push button runs a
 * check; a check that fails answers FAILED and says in an error message which line it was.
 */
#include "ofx_abi.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

static Host *host;
static const PropertySuite *props;
static const ImageEffectSuite *effects;
static const ParameterSuite *params;
static const MemorySuite *memory;
static const MultiThreadSuite *threads;
static const MessageSuite *messages;

/* Checks run with `effect` in scope and return a status. */
#define EXPECT(condition)                                                                                                    \
    do {                                                                                                                     \
        if (!(condition)) {                                                                                                  \
            messages->message(effect, "OfxMessageError", "probe", "line %d: %s", __LINE__, #condition);                      \
            return FAILED;                                                                                                   \
        }                                                                                                                    \
    } while (0)

static const struct { const char *name, *type; } definitions[] = {
    {"int1", "OfxParamTypeInteger"},     {"int2", "OfxParamTypeInteger2D"},  {"int3", "OfxParamTypeInteger3D"},
    {"double1", "OfxParamTypeDouble"},   {"double2", "OfxParamTypeDouble2D"}, {"double3", "OfxParamTypeDouble3D"},
    {"rgb", "OfxParamTypeRGB"},          {"rgba", "OfxParamTypeRGBA"},       {"bool", "OfxParamTypeBoolean"},
    {"choice", "OfxParamTypeChoice"},    {"strchoice", "OfxParamTypeStrChoice"}, {"string", "OfxParamTypeString"},
    {"custom", "OfxParamTypeCustom"},    {"bytes", "OfxParamTypeBytes"},     {"group", "OfxParamTypeGroup"},
    {"page", "OfxParamTypePage"},        {"gain", "OfxParamTypeDouble"},     {"fail", "OfxParamTypeBoolean"},
    {"echo", "OfxParamTypeInteger"},     {"changes", "OfxParamTypeInteger"},
    {"checkValues", "OfxParamTypePushButton"},  {"checkKeys", "OfxParamTypePushButton"},
    {"checkThreads", "OfxParamTypePushButton"}, {"checkHandles", "OfxParamTypePushButton"},
    {"checkMessages", "OfxParamTypePushButton"}, {"checkMemory", "OfxParamTypePushButton"},
};

static void *param(void *effect, const char *name)
{
    void *set = NULL, *handle = NULL;
    effects->getParamSet(effect, &set);
    params->getHandle(set, name, &handle, NULL);
    return handle;
}

static Status check_values(void *effect)
{
    int a = 0, b = 0, c = 0;
    double x = 0, y = 0, z = 0, w = 0;
    char *text = NULL;

    EXPECT(params->setValue(param(effect, "int1"), -7) == OK);
    EXPECT(params->getValue(param(effect, "int1"), &a) == OK && a == -7);
    EXPECT(params->setValue(param(effect, "int2"), 1, -2) == OK);
    EXPECT(params->getValue(param(effect, "int2"), &a, &b) == OK && a == 1 && b == -2);
    EXPECT(params->setValue(param(effect, "int3"), 3, 4, 5) == OK);
    EXPECT(params->getValue(param(effect, "int3"), &a, &b, &c) == OK && a == 3 && b == 4 && c == 5);

    EXPECT(params->setValue(param(effect, "double1"), 0.1) == OK);
    EXPECT(params->getValue(param(effect, "double1"), &x) == OK && x == 0.1);
    EXPECT(params->setValue(param(effect, "double2"), -1e300, 1e-300) == OK);
    EXPECT(params->getValue(param(effect, "double2"), &x, &y) == OK && x == -1e300 && y == 1e-300);
    EXPECT(params->setValue(param(effect, "double3"), 1.5, 2.5, 3.5) == OK);
    EXPECT(params->getValue(param(effect, "double3"), &x, &y, &z) == OK && x == 1.5 && y == 2.5 && z == 3.5);
    EXPECT(params->setValue(param(effect, "rgb"), 0.25, 0.5, 0.75) == OK);
    EXPECT(params->getValue(param(effect, "rgb"), &x, &y, &z) == OK && x == 0.25 && y == 0.5 && z == 0.75);
    EXPECT(params->setValue(param(effect, "rgba"), 0.1, 0.2, 0.3, 0.4) == OK);
    EXPECT(params->getValueAtTime(param(effect, "rgba"), 12.5, &x, &y, &z, &w) == OK && x == 0.1 && y == 0.2 && z == 0.3 && w == 0.4);

    EXPECT(params->setValue(param(effect, "bool"), 1) == OK);
    EXPECT(params->getValue(param(effect, "bool"), &a) == OK && a == 1);
    EXPECT(params->setValue(param(effect, "choice"), 2) == OK);
    EXPECT(params->getValue(param(effect, "choice"), &a) == OK && a == 2);
    EXPECT(params->setValue(param(effect, "choice"), 3) == ERR_VALUE);

    EXPECT(params->setValue(param(effect, "string"), "Gr\xc3\xbc\xc3\x9f""e") == OK);
    EXPECT(params->getValue(param(effect, "string"), &text) == OK && strcmp(text, "Gr\xc3\xbc\xc3\x9f""e") == 0);
    EXPECT(params->setValue(param(effect, "strchoice"), "second") == OK);
    EXPECT(params->getValue(param(effect, "strchoice"), &text) == OK && strcmp(text, "second") == 0);
    EXPECT(params->setValue(param(effect, "strchoice"), "none of them") == ERR_VALUE);
    EXPECT(params->setValue(param(effect, "custom"), "x;y;z") == OK);
    EXPECT(params->getValue(param(effect, "custom"), &text) == OK && strcmp(text, "x;y;z") == 0);

    const unsigned char data[] = {0, 255, 0, 7};
    Bytes given = {data, sizeof data}, got = {NULL, 0};
    EXPECT(params->setValue(param(effect, "bytes"), &given) == OK);
    EXPECT(params->getValue(param(effect, "bytes"), &got) == OK && got.length == sizeof data && memcmp(got.data, data, sizeof data) == 0);

    EXPECT(params->setValue(param(effect, "group"), 1) == ERR_UNSUPPORTED);
    EXPECT(params->getValue(param(effect, "checkValues"), &a) == ERR_UNSUPPORTED);
    return OK;
}

static Status check_keys(void *effect)
{
    void *gain = param(effect, "gain"), *copy = param(effect, "double1");
    unsigned int count = 0;
    double value = 0, time = 0;
    int index = -2;

    EXPECT(params->setValueAtTime(gain, 10.0, 1.0) == OK);
    EXPECT(params->setValueAtTime(gain, 20.0, 2.0) == OK);
    EXPECT(params->getNumKeys(gain, &count) == OK && count == 2);
    EXPECT(params->getKeyTime(gain, 1, &time) == OK && time == 20);
    EXPECT(params->getKeyTime(gain, 2, &time) == ERR_BAD_INDEX);
    EXPECT(params->getKeyIndex(gain, 15, 1, &index) == OK && index == 1);
    EXPECT(params->getKeyIndex(gain, 15, -1, &index) == OK && index == 0);
    EXPECT(params->getKeyIndex(gain, 15, 0, &index) == FAILED && index == -1);
    EXPECT(params->getValueAtTime(gain, 15.0, &value) == OK && value == 1.5);
    EXPECT(params->getDerivative(gain, 15.0, &value) == OK && value > 0.0999 && value < 0.1001);
    EXPECT(params->getIntegral(gain, 10.0, 20.0, &value) == OK && value > 14.999 && value < 15.001);
    EXPECT(params->copy(copy, gain, 100, NULL) == OK);
    EXPECT(params->getValueAtTime(copy, 115.0, &value) == OK && value == 1.5);
    EXPECT(params->copy(param(effect, "int1"), gain, 0, NULL) == ERR_VALUE);
    EXPECT(params->deleteKey(gain, 15) == ERR_BAD_INDEX);
    EXPECT(params->deleteKey(gain, 10) == OK);
    EXPECT(params->deleteAllKeys(gain) == OK);
    EXPECT(params->deleteAllKeys(copy) == OK);
    EXPECT(params->getNumKeys(gain, &count) == OK && count == 0);
    return OK;
}

typedef struct { void *mutex; int entered; int bad; } Gathering;

static void gather(unsigned int index, unsigned int count, void *argument)
{
    Gathering *gathering = argument;
    unsigned int own = 999;
    threads->index(&own);
    int nested = threads->multiThread(gather, 2, argument) == ERR_EXISTS;
    threads->mutexLock(gathering->mutex);
    threads->mutexLock(gathering->mutex);
    gathering->entered++;
    if (own != index || index >= count || !threads->isSpawned() || !nested)
        gathering->bad++;
    threads->mutexUnLock(gathering->mutex);
    threads->mutexUnLock(gathering->mutex);
}

static Status check_threads(void *effect)
{
    Gathering gathering = {NULL, 0, 0};
    unsigned int processors = 0, index = 7;
    EXPECT(threads->numCPUs(&processors) == OK && processors >= 1);
    EXPECT(threads->isSpawned() == 0 && threads->index(&index) == OK && index == 0);
    EXPECT(threads->mutexCreate(&gathering.mutex, 0) == OK);
    EXPECT(threads->multiThread(gather, processors, &gathering) == OK);
    EXPECT(gathering.entered == (int)processors && gathering.bad == 0);
    EXPECT(threads->mutexTryLock(gathering.mutex) == OK);
    EXPECT(threads->mutexUnLock(gathering.mutex) == OK);
    EXPECT(threads->mutexUnLock(gathering.mutex) == FAILED);
    EXPECT(threads->mutexDestroy(gathering.mutex) == OK);
    EXPECT(threads->mutexDestroy(gathering.mutex) == ERR_BAD_HANDLE);
    return OK;
}

static Status check_handles(void *effect)
{
    void *set = NULL, *handle = &set, *image = &set;
    int number = 0;
    void *wrong[] = {NULL, (void *)1, (void *)(intptr_t)-1, &number};
    EXPECT(effects->getParamSet(effect, &set) == OK);
    for (int i = 0; i < 4; i++) {
        EXPECT(props->getInt(wrong[i], "OfxPropType", 0, &number) == ERR_BAD_HANDLE);
        EXPECT(effects->getPropertySet(wrong[i], &handle) == ERR_BAD_HANDLE && handle == NULL);
        EXPECT(effects->clipGetImage(wrong[i], 0, NULL, &image) == ERR_BAD_HANDLE && image == NULL);
        EXPECT(effects->clipReleaseImage(wrong[i]) == ERR_BAD_HANDLE);
        EXPECT(params->getHandle(wrong[i], "gain", &handle, NULL) == ERR_BAD_HANDLE);
        EXPECT(params->getValue(wrong[i], &number) == ERR_BAD_HANDLE);
        EXPECT(threads->mutexLock(wrong[i]) == ERR_BAD_HANDLE);
        EXPECT(effects->imageMemoryFree(wrong[i]) == ERR_BAD_HANDLE);
    }
    /* The right handle for another kind of thing. */
    EXPECT(params->getValue(effect, &number) == ERR_BAD_HANDLE);
    EXPECT(effects->getPropertySet(set, &handle) == ERR_BAD_HANDLE);
    EXPECT(effects->clipGetPropertySet(effect, &handle) == ERR_BAD_HANDLE);
    EXPECT(effects->clipDefine(effect, "Late", &handle) == ERR_BAD_HANDLE);
    EXPECT(params->define(set, "OfxParamTypeDouble", "late", &handle) == ERR_BAD_HANDLE);
    EXPECT(params->getHandle(set, "unheard of", &handle, NULL) == ERR_UNKNOWN && handle == NULL);
    EXPECT(effects->clipGetHandle(effect, "unheard of", &handle, NULL) == ERR_BAD_HANDLE && handle == NULL);
    return OK;
}

static Status check_messages(void *effect)
{
    EXPECT(messages->message(effect, "OfxMessageMessage", "sum", "%d%s%.2f %c", 42, "|", 0.125, 'x') == OK);
    EXPECT(messages->setPersistentMessage(effect, "OfxMessageWarning", "stay", "%5.1f%%", 99.5) == OK);
    EXPECT(messages->clearPersistentMessage(effect) == OK);
    EXPECT(messages->setPersistentMessage(effect, "OfxMessageError", NULL, "%s", "it stays") == OK);
    EXPECT(messages->message(effect, "OfxMessageQuestion", "ask", "really?") == REPLY_YES);
    EXPECT(messages->clearPersistentMessage((void *)1) == ERR_BAD_HANDLE);
    return OK;
}

static Status check_memory(void *effect)
{
    void *block = NULL, *image = NULL, *address = NULL;
    EXPECT(memory->alloc(effect, 1 << 20, &block) == OK && block != NULL);
    memset(block, 1, 1 << 20);
    EXPECT(memory->free(block) == OK);
    EXPECT(memory->free(block) == ERR_BAD_HANDLE);
    EXPECT(memory->alloc(NULL, SIZE_MAX / 2, &block) == 8 && block == NULL);
    EXPECT(effects->imageMemoryAlloc(effect, 4096, &image) == OK);
    EXPECT(effects->imageMemoryLock(image, &address) == OK && address != NULL);
    memset(address, 2, 4096);
    EXPECT(effects->imageMemoryUnlock(image) == OK);
    EXPECT(effects->imageMemoryUnlock(image) == FAILED);
    EXPECT(effects->imageMemoryFree(image) == OK);
    EXPECT(effects->imageMemoryLock(image, &address) == ERR_BAD_HANDLE && address == NULL);
    return OK;
}

static Status changed(void *effect, void *in)
{
    static const struct { const char *button; Status (*check)(void *); } checks[] = {
        {"checkValues", check_values}, {"checkKeys", check_keys},         {"checkThreads", check_threads},
        {"checkHandles", check_handles}, {"checkMessages", check_messages}, {"checkMemory", check_memory},
    };
    char *name = NULL, *reason = NULL;
    props->getString(in, "OfxPropName", 0, &name);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (strcmp(name, checks[i].button) == 0)
            return checks[i].check(effect);

    /* "echo" sets "changes", whose change arrives here again before setValue returns. */
    props->getString(in, "OfxPropChangeReason", 0, &reason);
    if (strcmp(name, "echo") == 0) {
        int value = 0;
        params->getValue(param(effect, "echo"), &value);
        return params->setValue(param(effect, "changes"), value * 2);
    }
    if (strcmp(name, "changes") == 0)
        messages->message(effect, "OfxMessageLog", "changes", "%s", reason);
    return REPLY_DEFAULT;
}

typedef struct {
    int window[4], from[4], to[4], from_row, to_row;
    char *source, *target;
    double gain;
} Job;

/* Rows of the window by thread: float RGBA, multiplied. */
static void multiply(unsigned int index, unsigned int count, void *argument)
{
    const Job *job = argument;
    for (int y = job->window[1] + (int)index; y < job->window[3]; y += (int)count) {
        const float *from = (const float *)(job->source + (ptrdiff_t)(y - job->from[1]) * job->from_row) + 4 * (job->window[0] - job->from[0]);
        float *to = (float *)(job->target + (ptrdiff_t)(y - job->to[1]) * job->to_row) + 4 * (job->window[0] - job->to[0]);
        for (int i = 0; i < 4 * (job->window[2] - job->window[0]); i++)
            to[i] = (float)(from[i] * job->gain);
    }
}

static Status render(void *effect, void *in)
{
    double time = 0;
    int fail = 0;
    Job job;
    void *clip = NULL, *source = NULL, *target = NULL;
    EXPECT(props->getDouble(in, "OfxPropTime", 0, &time) == OK);
    EXPECT(props->getIntN(in, "OfxImageEffectPropRenderWindow", 4, job.window) == OK);
    EXPECT(params->getValueAtTime(param(effect, "fail"), time, &fail) == OK);
    EXPECT(params->getValueAtTime(param(effect, "gain"), time, &job.gain) == OK);
    EXPECT(params->setValue(param(effect, "gain"), 5.0) == FAILED);
    if (fail) {
        messages->setPersistentMessage(effect, "OfxMessageError", "probe", "Frame %g is refused; untick 'fail'.", time);
        return FAILED;
    }

    EXPECT(effects->clipGetHandle(effect, "Source", &clip, NULL) == OK);
    if (effects->clipGetImage(clip, time, NULL, &source) != OK)
        return FAILED;
    EXPECT(effects->clipGetHandle(effect, "Output", &clip, NULL) == OK);
    EXPECT(effects->clipGetImage(clip, time, NULL, &target) == OK);
    EXPECT(props->getPointer(source, "OfxImagePropData", 0, (void **)&job.source) == OK);
    EXPECT(props->getPointer(target, "OfxImagePropData", 0, (void **)&job.target) == OK);
    EXPECT(props->getInt(source, "OfxImagePropRowBytes", 0, &job.from_row) == OK);
    EXPECT(props->getInt(target, "OfxImagePropRowBytes", 0, &job.to_row) == OK);
    EXPECT(props->getIntN(source, "OfxImagePropBounds", 4, job.from) == OK);
    EXPECT(props->getIntN(target, "OfxImagePropBounds", 4, job.to) == OK);
    EXPECT(threads->multiThread(multiply, 4, &job) == OK);
    EXPECT(effects->clipReleaseImage(source) == OK);
    EXPECT(effects->clipReleaseImage(source) == ERR_BAD_HANDLE);
    EXPECT(effects->clipReleaseImage(target) == OK);
    return effects->abort(effect) ? FAILED : OK;
}

static Status describe(void *effect)
{
    void *set = NULL;
    EXPECT(effects->getPropertySet(effect, &set) == OK);
    EXPECT(props->setString(set, "OfxPropLabel", 0, "Host probe") == OK);
    EXPECT(props->setString(set, "OfxImageEffectPropSupportedContexts", 0, "OfxImageEffectContextFilter") == OK);
    EXPECT(props->setString(set, "OfxImageEffectPropSupportedContexts", 1, "OfxImageEffectContextGeneral") == OK);
    EXPECT(props->setString(set, "OfxImageEffectPropSupportedPixelDepths", 0, "OfxBitDepthFloat") == OK);
    EXPECT(props->setString(set, "OfxImageEffectPluginRenderThreadSafety", 0, "OfxImageEffectRenderFullySafe") == OK);
    EXPECT(props->setString(set, "unheard of", 0, "x") == ERR_UNKNOWN);
    EXPECT(props->setInt(set, "OfxPropLabel", 0, 1) == ERR_UNKNOWN);
    EXPECT(props->setString(set, "OfxPropLabel", 1, "x") == ERR_BAD_INDEX);
    return OK;
}

static Status describe_in_context(void *effect)
{
    void *set = NULL, *clip = NULL, *bag = NULL;
    const char *options[] = {"first", "second", "third"};
    EXPECT(effects->clipDefine(effect, "Source", &clip) == OK);
    EXPECT(props->setString(clip, "OfxImageEffectPropSupportedComponents", 0, "OfxImageComponentRGBA") == OK);
    EXPECT(effects->clipDefine(effect, "Source", &clip) == ERR_EXISTS);
    EXPECT(effects->clipDefine(effect, "Output", &clip) == OK);
    EXPECT(props->setString(clip, "OfxImageEffectPropSupportedComponents", 0, "OfxImageComponentRGBA") == OK);
    EXPECT(effects->getParamSet(effect, &set) == OK);
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++) {
        EXPECT(params->define(set, definitions[i].type, definitions[i].name, &bag) == OK);
        if (strcmp(definitions[i].name, "choice") == 0)
            EXPECT(props->setStringN(bag, "OfxParamPropChoiceOption", 3, options) == OK);
        if (strcmp(definitions[i].name, "strchoice") == 0)
            EXPECT(props->setStringN(bag, "OfxParamPropChoiceEnum", 3, options) == OK);
        if (strcmp(definitions[i].name, "gain") == 0) {
            EXPECT(props->setDouble(bag, "OfxParamPropDefault", 0, 1.0) == OK);
            EXPECT(props->setDouble(bag, "OfxParamPropMin", 0, 0.0) == OK);
            EXPECT(props->setDouble(bag, "OfxParamPropMax", 0, 10.0) == OK);
        }
    }
    EXPECT(params->define(set, "OfxParamTypeDouble", "gain", &bag) == ERR_EXISTS && bag == NULL);
    EXPECT(params->define(set, "OfxParamTypeParametric", "curve", &bag) == ERR_UNSUPPORTED);
    EXPECT(params->define(set, "unheard of", "x", &bag) == ERR_UNKNOWN);
    return OK;
}

static Status main_entry(const char *action, const void *handle, void *in, void *out)
{
    void *effect = (void *)handle;
    (void)out;
    if (strcmp(action, "OfxActionLoad") == 0) {
        props = host->fetchSuite(host->host, "OfxPropertySuite", 1);
        effects = host->fetchSuite(host->host, "OfxImageEffectSuite", 1);
        params = host->fetchSuite(host->host, "OfxParameterSuite", 1);
        memory = host->fetchSuite(host->host, "OfxMemorySuite", 1);
        threads = host->fetchSuite(host->host, "OfxMultiThreadSuite", 1);
        messages = host->fetchSuite(host->host, "OfxMessageSuite", 2);
        int missing = host->fetchSuite(host->host, "OfxPropertySuite", 2) != NULL || host->fetchSuite(NULL, "OfxPropertySuite", 1) != NULL
            || host->fetchSuite(host->host, "unheard of", 1) != NULL;
        return props && effects && params && memory && threads && messages && !missing ? OK : 4;
    }
    if (strcmp(action, "OfxActionUnload") == 0 || strcmp(action, "OfxActionCreateInstance") == 0 || strcmp(action, "OfxActionDestroyInstance") == 0)
        return OK;
    if (strcmp(action, "OfxActionDescribe") == 0)
        return describe(effect);
    if (strcmp(action, "OfxImageEffectActionDescribeInContext") == 0)
        return describe_in_context(effect);
    if (strcmp(action, "OfxActionInstanceChanged") == 0)
        return changed(effect, in);
    if (strcmp(action, "OfxImageEffectActionRender") == 0)
        return render(effect, in);
    return REPLY_DEFAULT;
}

static void set_host(Host *given) { host = given; }

static Plugin plugin = {"OfxImageEffectPluginAPI", 1, "org.facefusion.test.HostProbe", 1, 2, set_host, main_entry};

EXPORT int OfxGetNumberOfPlugins(void) { return 1; }
EXPORT Plugin *OfxGetPlugin(int nth) { return nth == 0 ? &plugin : NULL; }
