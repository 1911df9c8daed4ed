using FaceFusion.Kernels.Noise;

namespace FaceFusion.Fusion.Swap;

/// <summary>What was found on the way to a swap.</summary>
/// <param name="Shape">The shape that the face got.</param>
/// <param name="IdentityNotes">Which of the identity's photos don't suit the face.</param>
/// <param name="IsSegmented">Whether a network told what is in front of the face.</param>
/// <param name="Noise">The plate's noise.</param>
internal readonly record struct SwapFindings(ShapePlan Shape, IReadOnlyList<string> IdentityNotes, bool IsSegmented, NoiseProfile Noise);
