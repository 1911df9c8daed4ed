using FaceFusion.Ofx.Abi;

namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A colour with alpha, display-referred, nominally 0 to 1.</summary>
public sealed class RgbaParam : Param
{
    internal RgbaParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current colour.</summary>
    public OfxRGBAColourF Get()
    {
        Span<double> values = stackalloc double[4];
        Access.Get(values);
        return Colour(values);
    }

    /// <summary>The colour at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public OfxRGBAColourF GetAt(double time)
    {
        Span<double> values = stackalloc double[4];
        Access.GetAt(time, values);
        return Colour(values);
    }

    /// <summary>Sets the current colour.</summary>
    /// <param name="value">The colour.</param>
    public void Set(OfxRGBAColourF value) => Access.Set([value.r, value.g, value.b, value.a]);

    private static OfxRGBAColourF Colour(ReadOnlySpan<double> values) =>
        new() { r = (float)values[0], g = (float)values[1], b = (float)values[2], a = (float)values[3] };
}
