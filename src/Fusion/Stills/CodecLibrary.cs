using System.Runtime.InteropServices;

namespace FaceFusion.Fusion.Stills;

/// <summary>A loaded native codec; it stays loaded as long as the process lives.</summary>
internal readonly struct CodecLibrary
{
    private readonly nint _handle;
    private readonly string _name;

    private CodecLibrary(nint handle, string name)
    {
        _handle = handle;
        _name = name;
    }

    /// <summary>Loads the first of the candidates that can be loaded.</summary>
    /// <param name="candidates">Absolute paths, and at last a name the system's loader knows.</param>
    /// <param name="purpose">What the library is for, for the message.</param>
    /// <exception cref="FaceException">None can be loaded.</exception>
    public static CodecLibrary Load(IReadOnlyList<string> candidates, string purpose)
    {
        foreach (string candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle))
                return new CodecLibrary(handle, candidate);
        }

        throw new FaceException($"{purpose} cannot be read because none of {string.Join(", ", candidates)} can be loaded; install the plugin's folder again or the library from the system's packages.");
    }

    /// <summary>The address of an exported function.</summary>
    /// <param name="name">Its name in the native header.</param>
    /// <exception cref="FaceException">The library doesn't export it.</exception>
    public nint Export(string name) => NativeLibrary.TryGetExport(_handle, name, out nint address)
        ? address
        : throw new FaceException($"The library '{_name}' lacks {name}; replace it by the one that comes with the plugin.");
}
