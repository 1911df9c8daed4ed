using FaceFusion.Ofx.Abi;

namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A parameter of two real numbers: a point or a size.</summary>
public sealed class Double2DParam : Param
{
    internal Double2DParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current value.</summary>
    public OfxPointD Get()
    {
        Span<double> values = stackalloc double[2];
        Access.Get(values);
        return new OfxPointD { x = values[0], y = values[1] };
    }

    /// <summary>The value at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public OfxPointD GetAt(double time)
    {
        Span<double> values = stackalloc double[2];
        Access.GetAt(time, values);
        return new OfxPointD { x = values[0], y = values[1] };
    }

    /// <summary>Sets the current value.</summary>
    /// <param name="value">The value.</param>
    public void Set(OfxPointD value) => Access.Set([value.x, value.y]);

    /// <summary>Sets a key.</summary>
    /// <param name="time">The time, in frames.</param>
    /// <param name="value">The value.</param>
    public void SetAt(double time, OfxPointD value) => Access.SetAt(time, [value.x, value.y]);
}
