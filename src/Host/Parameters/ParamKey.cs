namespace FaceFusion.Host.Parameters;

/// <summary>A key of an animated parameter.</summary>
/// <param name="Time">When, in frames.</param>
/// <param name="Value">The value there.</param>
public readonly record struct ParamKey(double Time, ParamValue Value);
