using FaceFusion.Fusion;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;

namespace FaceFusion.Node.Engine;

/// <summary>
/// Everything but the plate's pixels that decides what a frame's faces are swapped into. (The networks decide too: with
/// others an identity's portraits are others.)
/// </summary>
/// <param name="Time">The frame; it decides nothing, but spares comparing the pixels of frames that can't be the same.</param>
/// <param name="Width">The plate's columns.</param>
/// <param name="Height">The plate's rows.</param>
/// <param name="Selection">Which faces.</param>
/// <param name="FindsAll">Whether the others are asked for too.</param>
/// <param name="Goal">Whether the detector tells of others.</param>
/// <param name="Networks">What looks at them, and what runs networks.</param>
/// <param name="Options">How they are swapped.</param>
/// <param name="Identities">Who is to be seen, by person.</param>
internal sealed record SwapKey(double Time, int Width, int Height, FaceSelection Selection, bool FindsAll, SearchGoal Goal, AnalysisNetworks Networks, SwapOptions Options, IReadOnlyList<FaceIdentity> Identities)
{
    /// <inheritdoc/>
    public bool Equals(SwapKey? other) => other is not null
        && Time == other.Time && Width == other.Width && Height == other.Height
        && Selection == other.Selection && FindsAll == other.FindsAll && Goal == other.Goal && Networks == other.Networks && Options == other.Options
        && Identities.Count == other.Identities.Count
        && Identities.Zip(other.Identities).All(pair => pair.First.Photos.SequenceEqual(pair.Second.Photos));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Time, Width, Height, Selection, FindsAll, Options);
}
