using FaceFusion.Ofx.Abi;

namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A parameter of two integers. Some hosts crash on it; prefer two <see cref="IntParam"/>.</summary>
public sealed class Int2DParam : Param
{
    internal Int2DParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current value.</summary>
    public OfxPointI Get()
    {
        Span<int> values = stackalloc int[2];
        Access.Get(values);
        return new OfxPointI { x = values[0], y = values[1] };
    }

    /// <summary>The value at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public OfxPointI GetAt(double time)
    {
        Span<int> values = stackalloc int[2];
        Access.GetAt(time, values);
        return new OfxPointI { x = values[0], y = values[1] };
    }

    /// <summary>Sets the current value.</summary>
    /// <param name="value">The value.</param>
    public void Set(OfxPointI value) => Access.Set([value.x, value.y]);
}
