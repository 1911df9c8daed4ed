namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A check box.</summary>
public sealed class BoolParam : Param
{
    internal BoolParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current value.</summary>
    public bool Get() => Access.GetOne<int>() != 0;

    /// <summary>The value at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public bool GetAt(double time) => Access.GetOneAt<int>(time) != 0;

    /// <summary>Sets the current value.</summary>
    /// <param name="value">The value.</param>
    public void Set(bool value) => Access.Set([value ? 1 : 0]);
}
