using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin;

/// <summary>
/// The plug-in's own files. Found by the address of an own function, because inside a foreign host the process's base
/// folder is the host's, and not every host tells a plug-in its path.
/// </summary>
public static unsafe partial class PluginFiles
{
    /// <summary>
    /// The folder of the plug-in's binary (<c>Contents/Linux-x86-64</c> inside a bundle), where its native libraries
    /// lie; the folder of the managed assemblies in a process on the JIT.
    /// </summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>
    /// The bundle's <c>Contents/Resources</c>, beside <see cref="Folder"/>. It need not exist outside a bundle.
    /// </summary>
    public static string Resources { get; } = Path.GetFullPath(Path.Combine(Folder, "..", "Resources"));

    private static string FindFolder()
    {
        delegate* unmanaged[Cdecl]<void> own = &Landmark;
        Symbol symbol = default;
        if (!RuntimeFeature.IsDynamicCodeSupported && FindSymbol(own, &symbol) != 0 && Utf8.Read(symbol.FileName) is { Length: > 0 } file)
            return Path.GetDirectoryName(Path.GetFullPath(file))!;

        return Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Landmark()
    {
    }

    [LibraryImport("libc", EntryPoint = "dladdr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FindSymbol(void* address, Symbol* symbol);

    /// <summary>Dl_info of dlfcn.h: four pointers, of which the first is the file's name.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 32)]
    private struct Symbol
    {
        public byte* FileName;
    }
}
