namespace FaceFusion.Fusion.Stills;

/// <summary>
/// Where the native JPEG and PNG libraries come from: <see cref="Folder"/> under the bundle's own names, else the
/// system's. Nothing is loaded before the first still is read.
/// </summary>
public static class StillCodecs
{
    private static readonly Lazy<TurboJpegApi> LazyJpeg = new(() => TurboJpegApi.Load(Candidates("turbojpeg", "libturbojpeg.so.0")));
    private static readonly Lazy<PngApi> LazyPng = new(() => PngApi.Load(Candidates("png", "libpng16.so.16")));

    /// <summary>
    /// The absolute path of the folder that holds <c>libfacefusion_turbojpeg</c> and <c>libfacefusion_png</c>, or
    /// <see langword="null"/> for the system's libraries alone. Takes effect until the first still is read.
    /// </summary>
    public static string? Folder { get; set; }

    internal static TurboJpegApi Jpeg => LazyJpeg.Value;

    internal static PngApi Png => LazyPng.Value;

    private static IReadOnlyList<string> Candidates(string name, string systemName)
    {
        string ending = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string ownName = "libfacefusion_" + name + ending;
        return Folder is { } folder ? [Path.Combine(folder, ownName), systemName] : [systemName];
    }
}
