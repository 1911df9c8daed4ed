using System.Security.Cryptography;
using System.Text;

namespace FaceFusion.KernelGenerator;

/// <summary>What the generated kernels are made from.</summary>
internal static class KernelSources
{
    /// <summary>The file beside the kernels that says from which sources they were made.</summary>
    public const string HashFile = "sources.sha256";

    private static readonly string[] Folders = ["src/Kernels/Device/Functions", "src/KernelGenerator"];

    /// <summary>SHA-256 of all sources, in the order of their paths, line ends as in the repository.</summary>
    /// <param name="root">The repository's root.</param>
    public static string Hash(string root)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Folders.SelectMany(folder => Sources(root, folder)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(root, file)).ReplaceLineEndings("\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(string root, string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(root, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        select path;
}
