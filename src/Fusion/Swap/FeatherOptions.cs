using FaceFusion.Kernels.Filtering;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// The soft edge of a swap: its widths inwards from the face's outline, towards each side of the head however it is
/// tilted. In between they go over smoothly. 0 is a hard, anti-aliased edge.
/// </summary>
/// <param name="Top">Towards the forehead.</param>
/// <param name="Bottom">Towards the chin.</param>
/// <param name="Left">Towards the side that is the viewer's left when the head is upright.</param>
/// <param name="Right">Towards the other side.</param>
/// <param name="Unit">What the widths are measured in.</param>
public sealed record FeatherOptions(float Top, float Bottom, float Left, float Right, FeatherUnit Unit = FeatherUnit.InterOcularPercent)
{
    /// <summary>The width at which neither edges nor the identity's outline show, in percent of the distance between the eyes.</summary>
    public const float DefaultPercent = 5;

    /// <summary>
    /// The width compositors are used to at a height of 1080 pixels. It looks like <see cref="DefaultPercent"/> on a face
    /// with 300 pixels between its eyes, a close-up.
    /// </summary>
    public const float DefaultPixels = 15;

    /// <summary>The widest feather in percent of the distance between the eyes.</summary>
    public const float MostPercent = 100;

    /// <summary>The widest feather in pixels.</summary>
    public const float MostPixels = 1000;

    // Below this width in pixels an edge is a staircase.
    private const float HardEdge = 1.5f;

    /// <summary>The default: <see cref="DefaultPercent"/> all round.</summary>
    public static FeatherOptions Default { get; } = Uniform(DefaultPercent);

    /// <summary>Pixels of the frame for a pixel at full resolution: 0.5 when a host renders at half of it; above 0. Percents don't need it.</summary>
    public float RenderScale { get; init; } = 1;

    /// <summary>The same width all round.</summary>
    /// <param name="width">The width.</param>
    /// <param name="unit">Its unit.</param>
    public static FeatherOptions Uniform(float width, FeatherUnit unit = FeatherUnit.InterOcularPercent) => new(width, width, width, width, unit);

    /// <summary>The widths in pixels of the frame.</summary>
    /// <param name="scale">The unit of widths.</param>
    internal FeatherWidths Widths(SwapScale scale)
    {
        float factor = Unit == FeatherUnit.Pixels ? RenderScale : scale.Pixels / 100;
        return new FeatherWidths(
            Math.Max(HardEdge, factor * Top), Math.Max(HardEdge, factor * Bottom),
            Math.Max(HardEdge, factor * Left), Math.Max(HardEdge, factor * Right));
    }

    /// <summary>Refuses values that mean nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A width is outside 0 to 100 percent or 0 to 1000 pixels, the unit is none, or the scale is not above 0.</exception>
    internal void Validate()
    {
        if (!Enum.IsDefined(Unit))
            throw new ArgumentOutOfRangeException(nameof(Unit), Unit, "A feather is measured in percent of the distance between the eyes or in pixels.");
        bool inPixels = Unit == FeatherUnit.Pixels;
        foreach (float width in (ReadOnlySpan<float>)[Top, Bottom, Left, Right])
        {
            if (!(width >= 0 && width <= (inPixels ? MostPixels : MostPercent)))
                throw new ArgumentOutOfRangeException(nameof(width), width, inPixels ? "Feather lies between 0 and 1000 pixels." : "Feather lies between 0 and 100 percent.");
        }

        if (!(RenderScale > 0 && float.IsFinite(RenderScale)))
            throw new ArgumentOutOfRangeException(nameof(RenderScale), RenderScale, "The render scale lies above 0.");
    }
}
