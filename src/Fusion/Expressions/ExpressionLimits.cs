using System.Numerics;

namespace FaceFusion.Fusion.Expressions;

/// <summary>How far LivePortrait's 21 points move for expressions that its networks know.</summary>
/// <remarks>Source: the limits of facefusion 3.1 (<c>live_portrait</c>), at the precision of five digits; facts of those networks.</remarks>
internal static class ExpressionLimits
{
    private static readonly Vector3[] Least =
    [
        new(-0.028807f, -0.081273f, -0.0017054f), new(-0.04886f, -0.03322f, -0.00016743f), new(-0.067543f, -0.042868f, -0.00019895f),
        new(-0.07231f, -0.03285f, -0.00073132f), new(-0.038707f, -0.060155f, -0.00055027f), new(-0.063805f, -0.22384f, -0.00071326f),
        new(-0.030271f, -0.03932f, -8.2409e-06f), new(-0.02958f, -0.053932f, -0.00017422f), new(-0.029236f, -0.015305f, -6.3046e-05f),
        new(-0.0055649f, -0.023434f, -0.00012686f), new(-0.043759f, -0.027777f, -0.02705f), new(-0.017693f, -0.019168f, -0.00011509f),
        new(-0.0083427f, -0.0039978f, -3.2748e-05f), new(-0.034016f, -0.028187f, -0.00019668f), new(-0.029186f, -0.039751f, -2.8123e-05f),
        new(-0.01504f, -0.024949f, -9.4257e-05f), new(-0.016794f, -0.020095f, -0.00040075f), new(-0.018644f, -0.024854f, -0.027442f),
        new(-0.0046121f, -0.012166f, -0.00029317f), new(-0.041002f, -0.074382f, -0.044276f), new(-0.019037f, -0.037436f, -0.013474f),
    ];

    private static readonly Vector3[] Greatest =
    [
        new(0.044668f, 0.070877f, 0.00040834f), new(0.021431f, 0.061589f, 4.8532e-05f), new(0.030236f, 0.044504f, 1.283e-05f),
        new(0.030587f, 0.037981f, 0.00065704f), new(0.044567f, 0.039726f, 0.00071097f), new(0.09437f, 0.098593f, 0.00020255f),
        new(0.016113f, 0.029291f, 3.4473e-06f), new(0.052383f, 0.10707f, 0.00066151f), new(0.0028572f, 0.0083232f, 0.00023931f),
        new(0.025795f, 0.016094f, 2.4185e-05f), new(0.049083f, 0.03439f, 0.032235f), new(0.014477f, 0.033925f, 0.00014229f),
        new(0.00087575f, 0.0068221f, 2.761e-05f), new(0.018696f, 0.038402f, 7.3309e-05f), new(0.020171f, 0.049054f, 2.3403e-05f),
        new(0.024652f, 0.032915f, 3.4857e-05f), new(0.022246f, 0.01218f, 0.0001564f), new(0.017211f, 0.030163f, 0.013656f),
        new(0.018346f, 0.016114f, 0.00028744f), new(0.035759f, 0.18055f, 0.027555f), new(0.021745f, 0.086681f, 0.033424f),
    ];

    /// <summary>Brings an expression within the limits, in place.</summary>
    /// <param name="expression">What each of the 21 points moves by.</param>
    public static void Clamp(Span<Vector3> expression)
    {
        for (int i = 0; i < expression.Length; i++)
            expression[i] = Vector3.Clamp(expression[i], Least[i], Greatest[i]);
    }
}
