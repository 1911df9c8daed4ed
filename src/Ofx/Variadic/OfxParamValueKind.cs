// Values as in Native/ofx_variadics.h.
namespace FaceFusion.Ofx.Variadic;

/// <summary>How the values of a parameter travel in the variable part of a suite call.</summary>
public enum OfxParamValueKind
{
    /// <summary>The parameter has no value (group, page, push button).</summary>
    None = 0,

    /// <summary>A C <c>int</c>: integer, boolean and choice parameters.</summary>
    Int = 1,

    /// <summary>A C <c>double</c>: double and colour parameters.</summary>
    Double = 2,

    /// <summary>A pointer: a string or custom parameter's UTF-8 text, a bytes parameter's <see cref="Abi.OfxBytes"/>.</summary>
    Pointer = 3,
}
