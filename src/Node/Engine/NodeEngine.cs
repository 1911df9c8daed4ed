using System.Collections.Concurrent;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.DeviceImages;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Engine;

/// <summary>
/// The face engines of the process, one for each way of running networks: instances come and go, some hosts make one per frame, so what is heavy lives
/// here. Touches no file before the first render.
/// </summary>
internal static class NodeEngine
{
    // A failure, such as a manifest that can't be read, isn't remembered: the next render tries again.
    private static readonly Lazy<FaceEngine> LazyEngine = new(Start, LazyThreadSafetyMode.PublicationOnly);

    private static readonly ConcurrentDictionary<ExecutionProvider, FaceEngine> Others = new();

    /// <summary>The engine whose networks the processor runs, started on first use.</summary>
    public static FaceEngine Instance => LazyEngine.Value;

    /// <summary>The engine whose networks something else runs, with the same models.</summary>
    /// <param name="provider">What runs them, where the environment doesn't say.</param>
    public static FaceEngine For(ExecutionProvider provider) => provider == ExecutionProvider.Cpu
        ? Instance
        : Others.GetOrAdd(provider, static provider => new FaceEngine(Instance.Models.RunBy(provider)));

    /// <summary>Lets go of what can be made again and nobody is using.</summary>
    public static void Purge()
    {
        SwapCache.Purge();
        DevicePool.Purge();
        FaceEngine.Purge();
        SessionCache.Purge();
        BufferPool.Trim();
    }

    /// <summary>
    /// Lets go of that and of the collector's own reserve: a host that loads and unloads plug-ins a thousand times keeps
    /// this library mapped, and the nursery would grow to the size of the processor's cache first.
    /// </summary>
    public static void LetGo()
    {
        Purge();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private static FaceEngine Start()
    {
        // Inside a bundle the native libraries lie beside the plugin's binary. Elsewhere (tests in a managed process)
        // the rooms below find their own.
        string runtime = Path.Combine(PluginFiles.Folder, OnnxRuntime.LibraryFileName);
        if (File.Exists(runtime))
        {
            OnnxRuntime.LibraryPath = runtime;
            StillCodecs.Folder = PluginFiles.Folder;
        }

        return new FaceEngine(ModelLibrary.Default(PluginFiles.Resources));
    }
}
