namespace FaceFusion.Fusion.Swap;

/// <summary>How a face is swapped.</summary>
/// <param name="Feather">
/// Width of the soft edge, inwards from the face's outline, in percent of the distance between the eyes: 0 is a hard,
/// anti-aliased edge; 0 to 100.
/// </param>
/// <param name="Eyes">How much of the identity's eyes is shown: 0 keeps the target's, 1 takes the identity's.</param>
public sealed record SwapOptions(float Feather = SwapOptions.DefaultFeather, float Eyes = SwapOptions.DefaultEyes)
{
    /// <summary>The feather at which neither edges nor the identity's outline show, in percent.</summary>
    public const float DefaultFeather = 22;

    /// <summary>Both persons' eyes by halves.</summary>
    public const float DefaultEyes = 0.5f;
}
