namespace FaceFusion.Fusion.Swappers;

/// <summary>Where a network's face is seen: masks that are taken together.</summary>
/// <param name="Kinds">Which of them; none shows the whole crop, ended by its sides.</param>
public sealed record NetworkMasks(MaskKinds Kinds)
{
    /// <summary>The farthest an edge is moved, in percent of the distance between the eyes.</summary>
    public const float MostGrowth = 50;

    /// <summary>The widest blur, in percent of the distance between the eyes.</summary>
    public const float MostBlur = 50;

    /// <summary>The face's outline without what is in front of it, inside the crop.</summary>
    public static NetworkMasks Default { get; } = new(MaskKinds.Box | MaskKinds.Hull | MaskKinds.Occlusion);

    /// <summary>Which parts of the face <see cref="MaskKinds.Region"/> shows.</summary>
    public FaceRegions Regions { get; init; } = FaceRegions.All;

    /// <summary>Whether masks are multiplied; else the least of them counts, as FaceFusion does.</summary>
    public bool Multiplies { get; init; }

    /// <summary>By how much the masks' edge is moved outwards, in percent of the distance between the eyes; inwards below 0. The crop's sides stay its end.</summary>
    public float Growth { get; init; }

    /// <summary>The standard deviation of a blur of the edge, in percent of the distance between the eyes.</summary>
    public float Blur { get; init; }

    /// <summary>Refuses values that mean nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Growth lies outside −50 to 50 or Blur outside 0 to 50.</exception>
    internal void Validate()
    {
        if (!(Math.Abs(Growth) <= MostGrowth))
            throw new ArgumentOutOfRangeException(nameof(Growth), Growth, "Growth lies between -50 and 50 percent.");
        if (Blur is not (>= 0 and <= MostBlur))
            throw new ArgumentOutOfRangeException(nameof(Blur), Blur, "Blur lies between 0 and 50 percent.");
    }
}
