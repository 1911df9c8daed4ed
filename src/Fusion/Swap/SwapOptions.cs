using FaceFusion.Fusion.Expressions;
using FaceFusion.Fusion.Restorers;
using FaceFusion.Fusion.Swappers;

namespace FaceFusion.Fusion.Swap;

/// <summary>How a face is swapped.</summary>
/// <param name="Eyes">How much of the identity's eyes is shown: 0 keeps the target's, 1 takes the identity's.</param>
/// <param name="Shape">
/// How much of the identity's shape the face gets: 0 keeps the target's, 1 takes the identity's, up to 1.5 overdoes it.
/// </param>
public sealed record SwapOptions(float Eyes = SwapOptions.DefaultEyes, float Shape = SwapOptions.DefaultShape)
{
    /// <summary>
    /// The target's own eyes: gaze, blinks and catch lights stay true. (The identity's would add some 0.02 to the mean
    /// cosine over the pairs of <c>bench/quality</c>; by halves two gazes mix.)
    /// </summary>
    public const float DefaultEyes = 0;

    /// <summary>The identity's own shape.</summary>
    public const float DefaultShape = 1;

    /// <summary>The most shape that still looks like a person.</summary>
    public const float MostShape = 1.5f;

    /// <summary>The soft edge, inwards from the face's outline.</summary>
    public FeatherOptions Feather { get; init; } = FeatherOptions.Default;

    /// <summary>How the identity's texture gets the plate's colours.</summary>
    public ColourMethod Colour { get; init; } = ColourMethod.Bands;

    /// <summary>
    /// How much of the matched colours is taken, 0 to 1: between the texture as it is and as it was matched, along a
    /// straight line in L*a*b*.
    /// </summary>
    public float ColourStrength { get; init; } = 1;

    /// <summary>
    /// How much of the grain that the identity's texture lacks beside the plate is added, 0 to 1. It changes with the
    /// plate's pixels, so from frame to frame, and is the same for the same frame.
    /// </summary>
    public float Grain { get; init; } = 1;

    /// <summary>
    /// How far the texture's sharpness follows the plate's, 0 to 1: it is blurred where the plate is blurred, and
    /// moderately sharpened where the plate is sharper.
    /// </summary>
    public float Sharpness { get; init; } = 1;

    /// <summary>
    /// The network that swaps the face; <see langword="null"/> for the mesh. A network makes shape and eyes itself: it doesn't
    /// look at <see cref="Shape"/> and <see cref="Eyes"/>.
    /// </summary>
    public NetworkOptions? Network { get; init; }

    /// <summary>The plate's expression, put back on the swapped face by a network before a restorer sees it; <see langword="null"/> for nothing of the kind.</summary>
    public ExpressionOptions? Expression { get; init; }

    /// <summary>What a network changes of the swapped face's expression and pose at last.</summary>
    public FaceEdits Edits { get; init; } = FaceEdits.None;

    /// <summary>The network that restores the swapped face before its grain is matched; <see langword="null"/> for none.</summary>
    public RestorerOptions? Restorer { get; init; }

    /// <summary>Refuses values that mean nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Feather means nothing, Eyes, ColourStrength, Grain or Sharpness lies outside 0 to 1, Shape outside 0 to 1.5, Colour is no method, or what networks are asked for is out of its range.</exception>
    internal void Validate()
    {
        Feather.Validate();
        Network?.Validate();
        Restorer?.Validate();
        Expression?.Validate();
        Edits.Validate();
        if (Eyes is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Eyes), Eyes, "Eyes lies between 0 and 1.");
        if (!Enum.IsDefined(Colour))
            throw new ArgumentOutOfRangeException(nameof(Colour), Colour, "Colour is one of the methods.");
        if (ColourStrength is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(ColourStrength), ColourStrength, "ColourStrength lies between 0 and 1.");
        if (Grain is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Grain), Grain, "Grain lies between 0 and 1.");
        if (Sharpness is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Sharpness), Sharpness, "Sharpness lies between 0 and 1.");
        if (Shape is not (>= 0 and <= MostShape))
            throw new ArgumentOutOfRangeException(nameof(Shape), Shape, "Shape lies between 0 and 1.5.");
    }
}
