namespace FaceFusion.Quality.Pairs;

/// <summary>What was measured of one pair.</summary>
/// <param name="Pair">Who onto whom.</param>
/// <param name="Before">The cosine between the identity and the untouched target.</param>
/// <param name="Texture">The swap that leaves the target's shape.</param>
/// <param name="TextureSmile">How much of the smile texture alone keeps; smiling targets only.</param>
/// <param name="Remarks">What went wrong, if anything.</param>
internal sealed record PairFigures(
    FacePair Pair, double Before, SwapFigures Texture, double? TextureSmile, string Remarks);
