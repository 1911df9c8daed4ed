namespace FaceFusion.Ofx.Variadic;

/// <summary>
/// Calls a host's variadic suite functions and offers variadic functions to a plug-in, by way of a few lines of C
/// (<c>Native/ofx_variadics.c</c>): neither a C# function pointer nor P/Invoke can express a C variadic call portably.
/// </summary>
public static unsafe partial class OfxVariadics
{
}
