using System.Globalization;
using System.Runtime.CompilerServices;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>
/// A menu whose choice survives another order of its options. Projects store the number of an option; beside each menu a
/// hidden string keeps the option's name with the number it had then, such as <c>FaceMatte 4</c>. While the menu still
/// has that number, the name decides, so that an old project gets what it was saved with. When the numbers differ, a
/// host has changed the menu without telling the node (MLT, scripts), and the menu decides.
/// </summary>
/// <remarks>
/// OpenFX 1.5's own string choices would be the simpler way, but the hosts built on HostSupport and Natron refuse them.
/// The names are those of the options' enumeration; a test holds the list of them.
/// </remarks>
internal static class StoredChoice
{
    /// <summary>The name of a menu's string.</summary>
    /// <param name="menu">The menu.</param>
    public static string StringOf(string menu) => menu + "Name";

    /// <summary>Defines a menu's string.</summary>
    /// <param name="descriptor">Gets it.</param>
    /// <param name="menu">The menu.</param>
    public static void Define(EffectDescriptor descriptor, string menu) =>
        descriptor.DefineString(StringOf(menu)).Label(menu).Secret().Animates(false).EvaluateOnChange(false).CanUndo(false)
            .Hint("The choice by name, kept for projects of other versions.");

    /// <summary>What a menu says.</summary>
    /// <typeparam name="T">The options, numbered from 0 in the menu's order.</typeparam>
    /// <param name="effect">The instance.</param>
    /// <param name="menu">The menu.</param>
    /// <param name="time">The time, in frames.</param>
    public static T Read<T>(Effect effect, string menu, double time)
        where T : struct, Enum =>
        Resolve<T>(effect.ChoiceParam(menu).GetAt(time), effect.TryStringParam(StringOf(menu))?.GetAt(time) ?? "");

    /// <summary>Keeps a menu's present choice by name.</summary>
    /// <inheritdoc cref="Read"/>
    public static void Store<T>(Effect effect, string menu)
        where T : struct, Enum
    {
        if (effect.TryStringParam(StringOf(menu)) is not { } kept)
            return;

        int number = effect.ChoiceParam(menu).Get();
        string text = Text(Option<T>(number), number);
        if (kept.Get() != text)
            kept.Set(text);
    }

    /// <summary>Makes a choice, in the menu and by name.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="effect">The instance.</param>
    /// <param name="menu">The menu.</param>
    /// <param name="option">What to choose.</param>
    public static void Choose<T>(Effect effect, string menu, T option)
        where T : struct, Enum
    {
        effect.ChoiceParam(menu).Set(Unsafe.As<T, int>(ref option));
        Store<T>(effect, menu);
    }

    /// <summary>The option that is meant by a menu's number and what was kept of it.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="number">The number.</param>
    /// <param name="kept">The string; "" for none.</param>
    public static T Resolve<T>(int number, string kept)
        where T : struct, Enum
    {
        int space = kept.LastIndexOf(' ');
        bool isOfThisNumber = space > 0
            && int.TryParse(kept.AsSpan(space + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out int then) && then == number;
        return isOfThisNumber && Enum.TryParse(kept.AsSpan(0, space), out T named) && Enum.IsDefined(named) ? named : Option<T>(number);
    }

    private static string Text<T>(T option, int number)
        where T : struct, Enum => string.Create(CultureInfo.InvariantCulture, $"{option} {number}");

    // A number that this version has no option for is the first one.
    private static T Option<T>(int number)
        where T : struct, Enum
    {
        T option = Unsafe.As<int, T>(ref number);
        return Enum.IsDefined(option) ? option : default;
    }
}
