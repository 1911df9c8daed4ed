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

    /// <summary>
    /// Keeps a menu's choice by name once it has changed. A string that is of the menu's number stays as it is: a host
    /// that restores a project tells of every menu too, and that string may be another version's.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    public static void Follow<T>(Effect effect, string menu)
        where T : struct, Enum
    {
        int number = effect.ChoiceParam(menu).Get();
        if (effect.TryStringParam(StringOf(menu)) is { } kept && NumberOf(kept.Get()) != number)
            kept.Set(Text(Option<T>(number), number));
    }

    /// <summary>Makes a choice, in the menu and by name.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="effect">The instance.</param>
    /// <param name="menu">The menu.</param>
    /// <param name="option">What to choose.</param>
    public static void Choose<T>(Effect effect, string menu, T option)
        where T : struct, Enum
    {
        int number = Unsafe.As<T, int>(ref option);
        effect.ChoiceParam(menu).Set(number);
        effect.TryStringParam(StringOf(menu))?.Set(Text(option, number));
    }

    /// <summary>The option that is meant by a menu's number and what was kept of it.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="number">The number.</param>
    /// <param name="kept">The string; "" for none.</param>
    public static T Resolve<T>(int number, string kept)
        where T : struct, Enum
    {
        return NumberOf(kept) == number && Enum.TryParse(kept.AsSpan(0, kept.LastIndexOf(' ')), out T named) && Enum.IsDefined(named)
            ? named
            : Option<T>(number);
    }

    // The number that a choice was kept with; null where nothing was.
    private static int? NumberOf(string kept) =>
        kept.LastIndexOf(' ') is > 0 and var space && int.TryParse(kept.AsSpan(space + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

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
