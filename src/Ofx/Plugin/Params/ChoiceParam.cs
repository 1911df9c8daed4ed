namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A menu; its value is the index of the chosen option.</summary>
public sealed class ChoiceParam : Param
{
    internal ChoiceParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current option.</summary>
    public int Get()
    {
        Span<int> value = stackalloc int[1];
        Access.Get(value);
        return value[0];
    }

    /// <summary>The option at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public int GetAt(double time)
    {
        Span<int> value = stackalloc int[1];
        Access.GetAt(time, value);
        return value[0];
    }

    /// <summary>Chooses an option.</summary>
    /// <param name="option">Its index.</param>
    public void Set(int option) => Access.Set([option]);
}
