using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Parameters;

/// <summary>A menu and its options, by whose names its choice is stored.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Read">The chosen option's name at a time.</param>
/// <param name="Follow">Keeps the choice by name once it has changed.</param>
/// <param name="TryChoose">Chooses the option of a name; false when there is none.</param>
/// <param name="ChooseNumber">Chooses the option of a number.</param>
/// <param name="Has">Whether there is an option of a name.</param>
internal sealed record Menu(
    string Name, Func<Effect, double, string> Read, Action<Effect> Follow, Func<Effect, string, bool> TryChoose, Action<Effect, int> ChooseNumber, Func<string, bool> Has)
{
    /// <summary>A menu of an enumeration, whose members are numbered from 0 in the menu's order.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="name">The parameter.</param>
    public static Menu Of<T>(string name)
        where T : struct, Enum => new(
            name,
            (effect, time) => StoredChoice.Read<T>(effect, name, time).ToString(),
            effect => StoredChoice.Follow<T>(effect, name),
            (effect, option) => Choose<T>(effect, name, option),
            (effect, number) => StoredChoice.Choose(effect, name, StoredChoice.Resolve<T>(number, "")),
            option => Enum.TryParse(option, out T named) && Enum.IsDefined(named));

    private static bool Choose<T>(Effect effect, string name, string option)
        where T : struct, Enum
    {
        if (!Enum.TryParse(option, out T named) || !Enum.IsDefined(named))
            return false;

        StoredChoice.Choose(effect, name, named);
        return true;
    }
}
