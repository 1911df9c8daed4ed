using System.Text.RegularExpressions;

namespace FaceFusion.KernelGenerator;

/// <summary>Names that ILGPU makes from a counter which all kernels share: numbered anew, one kernel doesn't change the next.</summary>
internal static partial class GeneratedNames
{
    /// <summary>The text with its names numbered in the order in which they occur, without comments and empty lines.</summary>
    /// <param name="text">What ILGPU wrote, line ends as in the repository.</param>
    public static string Number(string text)
    {
        Dictionary<string, string> names = [];
        string numbered = Name().Replace(text, match =>
        {
            if (!names.TryGetValue(match.Value, out string? renamed))
                names[match.Value] = renamed = $"{match.Groups[1].Value}{names.Count}";
            return renamed;
        });
        return string.Join('\n', numbered.Split('\n').Where(IsKept)) + "\n";
    }

    private static bool IsKept(string line) => line.Trim() is not ("" or ";") && !line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?!sm_)(_?[A-Za-z]+_)(\d+)")]
    private static partial Regex Name();
}
