namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A menu; its value is the index of the chosen option.</summary>
public sealed class ChoiceParam : Param
{
    internal ChoiceParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current option.</summary>
    public int Get() => Access.GetOne<int>();

    /// <summary>The option at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public int GetAt(double time) => Access.GetOneAt<int>(time);

    /// <summary>Chooses an option.</summary>
    /// <param name="option">Its index.</param>
    public void Set(int option) => Access.Set([option]);
}
