/*
 * The C functions of FaceFusion.ofx, in front of the managed ones.
 *
 * The managed code is compiled for x86-64-v3: one code path on every machine means the same bits on every machine. The
 * .NET runtime would end the process of a host on an older processor when it starts; here the plug-in just isn't there.
 */
#include <fenv.h>
#include <stddef.h>

typedef struct OfxHost OfxHost;
typedef struct OfxPlugin OfxPlugin;

enum { STATUS_OK = 0, STATUS_FAILED = 1 };

typedef int MainEntry(const char *action, const void *handle, void *in_arguments, void *out_arguments);

/* Managed, in Exports.cs. */
OfxPlugin *facefusion_get_plugin(int index, MainEntry *main_entry, MainEntry *overlay_entry);
MainEntry facefusion_main_entry;
MainEntry facefusion_overlay_entry;

/*
 * Every action. Hosts render on threads that flush denormals to zero or round otherwise; threads that are started there
 * inherit it, those of ONNX Runtime too. The same bits everywhere need the default floating-point environment.
 */
static int guarded(MainEntry *entry, const char *action, const void *handle, void *in_arguments, void *out_arguments)
{
    fenv_t of_host;
    fegetenv(&of_host);
    fesetenv(FE_DFL_ENV);
    int status = entry(action, handle, in_arguments, out_arguments);
    fesetenv(&of_host);
    return status;
}

static int guarded_main_entry(const char *action, const void *handle, void *in_arguments, void *out_arguments)
{
    return guarded(facefusion_main_entry, action, handle, in_arguments, out_arguments);
}

static int guarded_overlay_entry(const char *action, const void *handle, void *in_arguments, void *out_arguments)
{
    return guarded(facefusion_overlay_entry, action, handle, in_arguments, out_arguments);
}

static int processor_suffices(void)
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("lzcnt")
        && __builtin_cpu_supports("movbe");
#else
    return 1;
#endif
}

int OfxGetNumberOfPlugins(void)
{
    return processor_suffices() ? 1 : 0;
}

OfxPlugin *OfxGetPlugin(int index)
{
    return index >= 0 && index < OfxGetNumberOfPlugins()
        ? facefusion_get_plugin(index, guarded_main_entry, guarded_overlay_entry) : NULL;
}

/* Optional since OpenFX 1.5: lets a binary choose its plug-ins by host. Ours suit every host. */
int OfxSetHost(const OfxHost *host)
{
    return host != NULL && processor_suffices() ? STATUS_OK : STATUS_FAILED;
}
