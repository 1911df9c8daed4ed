namespace FaceFusion.Fusion.Swappers;

/// <summary>How a network swaps a face.</summary>
/// <param name="Swapper">Which network; not <see cref="Swappers.Swapper.Mesh"/>.</param>
/// <param name="File">The network's file where <paramref name="Swapper"/> is <see cref="Swappers.Swapper.File"/>; else not looked at.</param>
public sealed record NetworkOptions(Swapper Swapper, string File = "")
{
    /// <summary>The amount at which the identity is taken as it is.</summary>
    public const float NeutralAmount = 0.5f;

    /// <summary>The greatest side of a crop in pixels.</summary>
    public const int MostSide = 1024;

    /// <summary>
    /// How much of the identity is taken, 0 to 1: 0.5 as it is, less goes back towards the target's own, more away from it.
    /// Networks whose identity is a picture don't know amounts; a DeepFaceLive model with a morph input takes twice the
    /// amount, 1 at most, as its morph.
    /// </summary>
    public float Amount { get; init; } = NeutralAmount;

    /// <summary>
    /// The side of the crop in pixels, up to 1024: the largest multiple of the network's own side up to it is taken, and
    /// the network looks at the crop once for each of its phases. 0 is the network's own side.
    /// </summary>
    public int Side { get; init; }

    /// <summary>
    /// How much of the plate's detail that is finer than the network sees stays on the face, 0 to 1. At 1 what the network
    /// changes is added to the plate (where it changes nothing the plate stays as it is); at 0 its picture takes the plate's place.
    /// </summary>
    public float PlateDetail { get; init; } = 1;

    /// <summary>Where the network's face is seen.</summary>
    public NetworkMasks Masks { get; init; } = NetworkMasks.Default;

    /// <summary>The folder of the artist's file, where its converter and recogniser may lie too; <see langword="null"/> for a network of a models folder.</summary>
    internal string? Folder => Swapper == Swapper.File ? Path.GetDirectoryName(Path.GetFullPath(File)) : null;

    /// <summary>Refuses values that mean nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The swapper is none or the mesh, Amount or PlateDetail lies outside 0 to 1, or Side outside 0 to 1024.</exception>
    internal void Validate()
    {
        if (!Enum.IsDefined(Swapper) || Swapper == Swapper.Mesh)
            throw new ArgumentOutOfRangeException(nameof(Swapper), Swapper, "The swapper is a network.");
        if (Amount is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Amount), Amount, "Amount lies between 0 and 1.");
        if (PlateDetail is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(PlateDetail), PlateDetail, "PlateDetail lies between 0 and 1.");
        if (Side is not (>= 0 and <= MostSide))
            throw new ArgumentOutOfRangeException(nameof(Side), Side, "Side lies between 0 and 1024.");
        Masks.Validate();
    }
}
