using System.Runtime.InteropServices;

namespace FaceFusion.Host.Loading;

/// <summary>
/// The system's library loader, called as hosts call it: <c>dlopen(RTLD_LAZY | RTLD_LOCAL)</c> and <c>dlclose</c> on Unix,
/// <c>LoadLibraryEx</c> on Windows. <see cref="NativeLibrary"/> isn't used on Unix: its flags and search are .NET's own.
/// </summary>
internal static partial class SystemLoader
{
    private const int RtldLazy = 1;

    /// <summary>0 on Linux; on macOS, where RTLD_LOCAL is 4, it is the default.</summary>
    private const int RtldLocal = 0;

    /// <summary>Opens a library.</summary>
    /// <exception cref="HostException">The loader refused it; the sentence carries its reason.</exception>
    public static nint Open(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return NativeLibrary.TryLoad(path, typeof(SystemLoader).Assembly, DllImportSearchPath.UseDllDirectoryForDependencies, out nint module)
                ? module
                : throw Refused(path, $"error {Marshal.GetLastPInvokeError()}");
        }

        nint library = DlOpen(path, RtldLazy | RtldLocal);
        return library != 0
            ? library
            : throw Refused(path, Marshal.PtrToStringUTF8(DlError()) ?? "no reason given");
    }

    /// <summary>The address of an exported symbol; 0 where there is none.</summary>
    public static nint Find(nint library, string symbol)
    {
        if (OperatingSystem.IsWindows())
            return NativeLibrary.TryGetExport(library, symbol, out nint address) ? address : 0;
        return DlSym(library, symbol);
    }

    /// <summary>Closes a library; the system unmaps it when nobody else holds it.</summary>
    public static void Close(nint library)
    {
        if (OperatingSystem.IsWindows())
            NativeLibrary.Free(library);
        else
            _ = DlClose(library);
    }

    private static HostException Refused(string path, string reason) =>
        new($"The system can't load '{path}' ({reason}); give a plug-in built for this machine, with its libraries beside it.");

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint DlOpen(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dlsym", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint DlSym(nint library, string symbol);

    [LibraryImport("libc", EntryPoint = "dlclose")]
    private static partial int DlClose(nint library);

    [LibraryImport("libc", EntryPoint = "dlerror")]
    private static partial nint DlError();
}
