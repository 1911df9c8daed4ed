using FaceFusion.Host.Properties;

namespace FaceFusion.Host.Suites;

/// <summary>Action names as C strings that live with the process.</summary>
internal static unsafe class ActionNames
{
    private static readonly NativeStrings Names = new();

    /// <summary>The C string of an action.</summary>
    public static byte* Native(string action) => Names.Get(action);
}
