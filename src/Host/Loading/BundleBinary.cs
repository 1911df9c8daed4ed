using System.Runtime.InteropServices;

namespace FaceFusion.Host.Loading;

/// <summary>Finds the binary of a bundle (OpenFX packaging: <c>X.ofx.bundle/Contents/&lt;architecture&gt;/X.ofx</c>).</summary>
internal static class BundleBinary
{
    private const string BundleSuffix = ".ofx.bundle";

    /// <summary>The folder names that hold this machine's binary, most exact first.</summary>
    public static IReadOnlyList<string> Architectures { get; } = ThisMachine();

    /// <summary>The full path of the binary that a bundle or a plain file stands for.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public static string Locate(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
            return full;
        if (!Directory.Exists(full))
            throw new HostException($"There is nothing at '{path}'; give the path of an .ofx.bundle folder or an .ofx file.");

        string name = Path.GetFileName(full);
        if (!name.EndsWith(BundleSuffix, StringComparison.Ordinal) || !Directory.Exists(Path.Combine(full, "Contents")))
            throw new HostException($"'{path}' is no bundle; its name must end in '{BundleSuffix}' and it must hold a folder 'Contents'.");

        string binary = name[..^".bundle".Length];
        return Architectures.Select(folder => Path.Combine(full, "Contents", folder, binary)).FirstOrDefault(File.Exists)
            ?? throw new HostException(
                $"Bundle '{path}' has no binary for this platform; it needs 'Contents/{Architectures[0]}/{binary}'.");
    }

    /// <summary>The bundle folder of a binary, or the binary itself where it lies in none.</summary>
    public static string BundleOf(string binary)
    {
        string? bundle = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(binary)));
        return bundle is not null && bundle.EndsWith(BundleSuffix, StringComparison.Ordinal) ? bundle : binary;
    }

    /// <summary>macOS has one folder for every processor; Linux on ARM has no name yet.</summary>
    private static string[] ThisMachine()
    {
        if (OperatingSystem.IsWindows())
            return RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? ["Win-arm64ec"] : ["Win64"];
        if (OperatingSystem.IsMacOS())
            return ["MacOS"];
        return ["Linux-x86-64"];
    }
}
