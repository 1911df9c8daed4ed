namespace FaceFusion.Quality.Pairs;

/// <summary>What was measured of one pair.</summary>
/// <param name="Pair">Who onto whom.</param>
/// <param name="Before">The cosine between the identity and the untouched target.</param>
/// <param name="Texture">The swap that leaves the target's shape.</param>
/// <param name="Shape">The swap with the identity's shape, the target's neutral one taken from the frame alone.</param>
/// <param name="Known">The swap with the identity's shape, the target's neutral one taken from its neutral photo.</param>
/// <param name="TextureSmile">How much of the smile texture alone keeps; smiling targets only, as the next two.</param>
/// <param name="KnownSmile">How much shape and texture keep when the target's neutral photo is known.</param>
/// <param name="ModelSmile">How much they keep from the frame alone.</param>
/// <param name="Remarks">What went wrong, if anything.</param>
internal sealed record PairFigures(
    FacePair Pair, double Before, SwapFigures Texture, SwapFigures Shape, SwapFigures Known, double? TextureSmile, double? KnownSmile, double? ModelSmile, string Remarks);
