namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A parameter of one integer.</summary>
public sealed class IntParam : Param
{
    internal IntParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current value.</summary>
    public int Get() => Access.GetOne<int>();

    /// <summary>The value at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public int GetAt(double time) => Access.GetOneAt<int>(time);

    /// <summary>Sets the current value.</summary>
    /// <param name="value">The value.</param>
    public void Set(int value) => Access.Set([value]);

    /// <summary>Sets a key.</summary>
    /// <param name="time">The time, in frames.</param>
    /// <param name="value">The value.</param>
    public void SetAt(double time, int value) => Access.SetAt(time, [value]);
}
