namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A parameter of one real number.</summary>
public sealed class DoubleParam : Param
{
    internal DoubleParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current value.</summary>
    public double Get() => Access.GetOne<double>();

    /// <summary>The value at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public double GetAt(double time) => Access.GetOneAt<double>(time);

    /// <summary>Sets the current value.</summary>
    /// <param name="value">The value.</param>
    public void Set(double value) => Access.Set([value]);

    /// <summary>Sets a key.</summary>
    /// <param name="time">The time, in frames.</param>
    /// <param name="value">The value.</param>
    public void SetAt(double time, double value) => Access.SetAt(time, [value]);
}
