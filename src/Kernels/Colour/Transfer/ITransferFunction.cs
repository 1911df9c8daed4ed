using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// A curve between code value and linear light, lane by lane, for every finite number: where its publication ends it is
/// continued so that it stays rising and can be undone. 1 in light is display white, and a perfect reflector in scene light.
/// </summary>
internal interface ITransferFunction
{
    /// <summary>Code value to light.</summary>
    /// <param name="code">Magnitudes up to 65504.</param>
    static abstract Vector256<float> ToLight(Vector256<float> code);

    /// <summary>Light to code value.</summary>
    /// <param name="light">Magnitudes up to 1e13.</param>
    static abstract Vector256<float> FromLight(Vector256<float> light);
}
