using FaceFusion.Fusion.Swap;
using FaceFusion.Node.Parameters;

namespace FaceFusion.Node.Debug;

/// <summary>What the debug view says of a frame's swaps: a line of settings, and what became of each face.</summary>
internal static class SwapReport
{
    /// <summary>The lines; none where nothing was swapped.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="swaps">The swapped faces.</param>
    public static IEnumerable<string> Lines(SwapOptions options, IReadOnlyList<SwappedFace> swaps)
    {
        if (swaps.Count == 0)
            yield break;

        yield return Text($"Asked: swapper {NetworkParameters.Label(options.Network)}, shape {options.Shape:0.00}, eyes {options.Eyes:0.00}, feather {Feather(options.Feather)}, colour {SwapParameters.Label(options.Colour)} {options.ColourStrength:0.00}, grain {options.Grain:0.00}, sharpness {options.Sharpness:0.00}");
        foreach (SwappedFace swapped in swaps)
        {
            string fit = swapped.FitResidual is { } residual ? Text($" (off the model {100 * residual:0.0}%)") : "";
            string hair = swapped.IsSegmented ? "hair and hands told by network" : "no network that tells hair and hands";
            yield return Text($"Swap: shape {swapped.Shape:0.00}{fit}, plate's grain {swapped.PlateGrain:0.00}, {hair}");
            if (swapped.ShapeNote.Length > 0)
                yield return swapped.ShapeNote;
            foreach (string note in swapped.IdentityNotes)
                yield return note;
        }
    }

    private static string Feather(FeatherOptions feather)
    {
        string unit = feather.Unit == FeatherUnit.Pixels ? " px" : "%";
        bool isUniform = feather.Top == feather.Bottom && feather.Top == feather.Left && feather.Top == feather.Right;
        return isUniform
            ? Text($"{feather.Top:0.#}{unit}")
            : Text($"{feather.Top:0.#}/{feather.Bottom:0.#}/{feather.Left:0.#}/{feather.Right:0.#}{unit}");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
