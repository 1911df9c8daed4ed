using System.Runtime.InteropServices;
using FaceFusion.Inference.Native;

namespace FaceFusion.Inference;

/// <summary>
/// The ONNX Runtime of this process: which library it is, loaded on the first session and never unloaded. It is loaded
/// by its absolute path under a name of our own, so that neither a host's own ONNX Runtime nor one on the system's
/// library path is ever taken for it. Any build from ONNX Runtime 1.17 on drops in, GPU builds included.
/// </summary>
public static class OnnxRuntime
{
    /// <summary>The environment variable that overrides <see cref="LibraryPath"/>: the full path of an ONNX Runtime library.</summary>
    public const string LibraryVariable = "FACEFUSION_ONNXRUNTIME";

    private static readonly Lock Gate = new();
    private static volatile OrtRuntime? _loaded;
    private static string? _libraryPath;

    /// <summary>The name our library has on this operating system.</summary>
    public static string LibraryFileName =>
        OperatingSystem.IsWindows() ? "facefusion_onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libfacefusion_onnxruntime.dylib"
        : "libfacefusion_onnxruntime.so";

    /// <summary>
    /// The full path of the library to load. A plugin sets it, before the first session, to the file in its own bundle.
    /// When it is null the library is looked for beside the program, then in <c>build/native/&lt;rid&gt;</c> of the
    /// clone the program was built in. <c>$FACEFUSION_ONNXRUNTIME</c> comes before all of these.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another library has been loaded already.</exception>
    public static string? LibraryPath
    {
        get
        {
            lock (Gate)
                return _libraryPath;
        }

        set
        {
            lock (Gate)
            {
                if (_loaded is not null && value != _libraryPath)
                    throw new InvalidOperationException($"ONNX Runtime is loaded from '{_loaded.Path}' already; set LibraryPath before the first session.");

                _libraryPath = value;
            }
        }
    }

    /// <summary>Whether the library has been loaded.</summary>
    public static bool IsLoaded => _loaded is not null;

    /// <summary>The version of the loaded library, such as "1.30.0"; loads it when that has not been done.</summary>
    /// <exception cref="ModelException">The library can't be loaded.</exception>
    public static string Version => Load().Version;

    /// <summary>The names of the execution providers that the library was built with, as ONNX Runtime has them; loads it when that has not been done.</summary>
    /// <exception cref="ModelException">The library can't be loaded.</exception>
    public static IReadOnlyList<string> Providers => Load().Providers;

    /// <summary>The loaded runtime; loads it on the first call. A failure is not remembered: the next call tries again.</summary>
    /// <exception cref="ModelException">The library is missing, is no ONNX Runtime, is too old or doesn't start.</exception>
    internal static OrtRuntime Load()
    {
        if (_loaded is { } loaded)
            return loaded;

        lock (Gate)
            return _loaded ??= OrtRuntime.Open(FindLibrary());
    }

    private static string FindLibrary()
    {
        string? given = Environment.GetEnvironmentVariable(LibraryVariable);
        if (!string.IsNullOrEmpty(given))
        {
            return File.Exists(given)
                ? Path.GetFullPath(given)
                : throw new ModelException($"The ONNX Runtime library '{given}' that {LibraryVariable} names does not exist; correct or unset the variable.");
        }

        if (_libraryPath is { } set)
        {
            return File.Exists(set)
                ? Path.GetFullPath(set)
                : throw new ModelException($"The ONNX Runtime library '{set}' is missing; install the plugin's bundle again, whole, or set {LibraryVariable} to a library.");
        }

        string beside = Path.Combine(AppContext.BaseDirectory, LibraryFileName);
        if (File.Exists(beside))
            return beside;

        return FindInClone()
            ?? throw new ModelException($"The ONNX Runtime library '{LibraryFileName}' is not beside the program; run 'native/stage' in a clone, or set {LibraryVariable} to a library.");
    }

    private static string? FindInClone()
    {
        if (SourceTree.Root is not { } root)
            return null;

        string staged = Path.Combine(root, "build", "native", RuntimeInformation.RuntimeIdentifier, LibraryFileName);
        return File.Exists(staged) ? staged : null;
    }
}
