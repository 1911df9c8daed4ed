using System.Numerics;
using System.Runtime.CompilerServices;

namespace FaceFusion.Kernels.Noise;

/// <summary>One value a channel for each of <see cref="Count"/> tones from black to white.</summary>
[InlineArray(Count)]
public struct NoiseTones
{
    /// <summary>How many tones.</summary>
    public const int Count = 5;

    private Vector4 _first;

    /// <summary>The value at a lightness, between two tones' centres on a straight line.</summary>
    /// <param name="lightness">0 (black) to 1 (white); beyond, the outermost tone's.</param>
    public readonly Vector4 At(float lightness)
    {
        float place = Math.Clamp(lightness * Count - 0.5f, 0, Count - 1);
        int tone = Math.Min((int)place, Count - 2);
        return Vector4.Lerp(this[tone], this[tone + 1], place - tone);
    }

    /// <summary>The tone that a lightness belongs to.</summary>
    /// <param name="lightness">0 (black) to 1 (white); beyond, the outermost.</param>
    public static int Of(float lightness) => (int)Math.Clamp(lightness * Count, 0, Count - 1);
}
