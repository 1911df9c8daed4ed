using System.Text.RegularExpressions;

namespace FaceFusion.KernelGenerator;

/// <summary>Mends PTX that ILGPU wrote.</summary>
internal static partial class PtxText
{
    /// <summary>The mended text.</summary>
    /// <param name="ptx">As it was written.</param>
    /// <param name="name">The kernel's, for messages.</param>
    /// <exception cref="InvalidDataException">It calls a function that isn't there.</exception>
    public static string Clean(string ptx, string name)
    {
        string text = ptx.ReplaceLineEndings("\n");
        if (text.Contains(".extern .func", StringComparison.Ordinal))
            throw new InvalidDataException($"Kernel {name} calls a function that no card has; write it with operators.");

        // Branches that threads take differently are marked as if they took them together.
        text = text.Replace("bra.uni", "bra", StringComparison.Ordinal);

        // Sums and products that the driver may not fuse: the same bits as the processor's.
        return GeneratedNames.Number(Unrounded().Replace(text, "$1.rn.f32"));
    }

    [GeneratedRegex(@"\b(add|sub|mul)\.f32\b")]
    private static partial Regex Unrounded();
}
