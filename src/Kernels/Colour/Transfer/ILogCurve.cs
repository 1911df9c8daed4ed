namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// The numbers of a camera's or a grading log curve: code = Scale·log₂(Gain·light + Offset) + Shift from CutLight on, and
/// code = Slope·light + Intercept below it, to any depth.
/// </summary>
internal interface ILogCurve
{
    /// <summary>Code values a stop.</summary>
    static abstract float Scale { get; }

    /// <summary>Code value at which the logarithm is 0.</summary>
    static abstract float Shift { get; }

    /// <summary>Factor on the light.</summary>
    static abstract float Gain { get; }

    /// <summary>What is added to the light.</summary>
    static abstract float Offset { get; }

    /// <summary>Where the straight part ends, in light.</summary>
    static abstract float CutLight { get; }

    /// <summary>Code values for a unit of light in the straight part.</summary>
    static abstract float Slope { get; }

    /// <summary>The straight part's code value for no light.</summary>
    static abstract float Intercept { get; }

    /// <summary>
    /// The logarithm's value at which the curve is continued by its tangent, because no float holds what the exponential
    /// would give for a code of 65504: a light of 40 000 and more, beyond what the curve is made for.
    /// </summary>
    static abstract int EndLog { get; }
}
