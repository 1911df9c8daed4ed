/* A driver of CUDA without a card, in which kernels do nothing: it keeps book. Each thread has a stack of contexts, memory is
 * the process's own, and every call is a line of $FAKE_CUDA_LOG with the context and the stream it was made in. $FAKE_CUDA_FAIL, NAME:CODE,
 * makes a function fail. Types as in cuda.h. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int CUresult;
typedef uintptr_t Handle;

static _Thread_local Handle stack[64];
static _Thread_local int depth;

static Handle current(void)
{
    return depth > 0 ? stack[depth - 1] : 0;
}

static CUresult call(const char *name, Handle stream, const char *text)
{
    const char *path = getenv("FAKE_CUDA_LOG"), *fail = getenv("FAKE_CUDA_FAIL");
    FILE *log = path ? fopen(path, "a") : NULL;
    size_t length = strlen(name);
    int code = fail && strncmp(fail, name, length) == 0 && fail[length] == ':' ? atoi(fail + length + 1) : 0;
    if (log)
    {
        fprintf(log, "%s %ld %ld %d %s\n", name, (long)current(), (long)stream, code, text);
        fclose(log);
    }
    return code;
}

CUresult cuInit(unsigned flags)
{
    (void)flags;
    return call("cuInit", 0, "");
}

CUresult cuDeviceGet(int *device, int ordinal)
{
    *device = ordinal;
    return call("cuDeviceGet", 0, "");
}

CUresult cuDeviceGetName(char *name, int length, int device)
{
    (void)device;
    snprintf(name, (size_t)length, "fake card");
    return call("cuDeviceGetName", 0, "");
}

CUresult cuDevicePrimaryCtxRetain(Handle *context, int device)
{
    *context = 1000 + (Handle)device;
    return call("cuDevicePrimaryCtxRetain", 0, "");
}

CUresult cuDevicePrimaryCtxRelease_v2(int device)
{
    (void)device;
    return call("cuDevicePrimaryCtxRelease_v2", 0, "");
}

CUresult cuCtxGetCurrent(Handle *context)
{
    *context = current();
    return call("cuCtxGetCurrent", 0, "");
}

CUresult cuCtxGetDevice(int *device)
{
    *device = 0;
    return call("cuCtxGetDevice", 0, "");
}

CUresult cuCtxSetCurrent(Handle context)
{
    if (depth > 0)
        depth--;
    if (context)
        stack[depth++] = context;
    return call("cuCtxSetCurrent", 0, "");
}

CUresult cuCtxPushCurrent_v2(Handle context)
{
    if (!context || depth == 64)
        return 201;
    stack[depth++] = context;
    return call("cuCtxPushCurrent_v2", 0, "");
}

CUresult cuCtxPopCurrent_v2(Handle *context)
{
    if (depth == 0)
        return 201;
    *context = stack[--depth];
    return call("cuCtxPopCurrent_v2", 0, "");
}

CUresult cuModuleLoadData(Handle *module, const char *image)
{
    CUresult result = strncmp(image, ".version", 8) == 0 ? call("cuModuleLoadData", 0, "") : 218;
    *module = (Handle)strdup(image);
    return result;
}

CUresult cuModuleUnload(Handle module)
{
    free((void *)module);
    return call("cuModuleUnload", 0, "");
}

CUresult cuModuleGetFunction(Handle *function, Handle module, const char *name)
{
    const char *entry = strstr((const char *)module, name);
    *function = (Handle)entry;
    return entry ? call("cuModuleGetFunction", 0, name) : 500;
}

CUresult cuMemAlloc_v2(Handle *address, size_t bytes)
{
    CUresult result = call("cuMemAlloc_v2", 0, "");
    *address = result == 0 ? (Handle)calloc(1, bytes) : 0;
    return result;
}

CUresult cuMemFree_v2(Handle address)
{
    free((void *)address);
    return call("cuMemFree_v2", 0, "");
}

CUresult cuMemcpyHtoDAsync_v2(Handle target, const void *source, size_t bytes, Handle stream)
{
    CUresult result = call("cuMemcpyHtoDAsync_v2", stream, "");
    if (result == 0)
        memcpy((void *)target, source, bytes);
    return result;
}

CUresult cuMemcpyDtoHAsync_v2(void *target, Handle source, size_t bytes, Handle stream)
{
    CUresult result = call("cuMemcpyDtoHAsync_v2", stream, "");
    if (result == 0)
        memcpy(target, (const void *)source, bytes);
    return result;
}

typedef struct
{
    size_t source_x, source_y;
    int source_kind;
    const void *source_host;
    Handle source_device, source_array;
    size_t source_pitch, target_x, target_y;
    int target_kind;
    void *target_host;
    Handle target_device, target_array;
    size_t target_pitch, bytes, rows;
} Copy;

CUresult cuMemcpy2DAsync_v2(const Copy *copy, Handle stream)
{
    char text[64];
    CUresult result;
    const char *source = copy->source_kind == 1 ? copy->source_host : (const char *)copy->source_device;
    char *target = copy->target_kind == 1 ? copy->target_host : (char *)copy->target_device;
    snprintf(text, sizeof text, "%c%c %zux%zu", copy->source_kind == 1 ? 'H' : 'D', copy->target_kind == 1 ? 'H' : 'D', copy->bytes, copy->rows);
    result = call("cuMemcpy2DAsync_v2", stream, text);
    for (size_t y = 0; result == 0 && y < copy->rows; y++)
        memcpy(target + y * copy->target_pitch, source + y * copy->source_pitch, copy->bytes);
    return result;
}

CUresult cuMemsetD2D8Async(Handle target, size_t pitch, unsigned char value, size_t bytes, size_t rows, Handle stream)
{
    CUresult result = call("cuMemsetD2D8Async", stream, "");
    for (size_t y = 0; result == 0 && y < rows; y++)
        memset((char *)target + y * pitch, value, bytes);
    return result;
}

CUresult cuStreamSynchronize(Handle stream)
{
    return call("cuStreamSynchronize", stream, "");
}

CUresult cuLaunchKernel(Handle function, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by, unsigned bz,
                        unsigned shared, Handle stream, void **parameters, void **extra)
{
    char text[256];
    const char *name = (const char *)function;
    (void)shared;
    (void)extra;
    snprintf(text, sizeof text, "%.*s %ux%ux%u of %ux%ux%u for %dx%d", (int)strcspn(name, "("), name, gx, gy, gz, bx, by, bz,
             *(int *)parameters[0], *(int *)parameters[1]);
    return call("cuLaunchKernel", stream, text);
}
