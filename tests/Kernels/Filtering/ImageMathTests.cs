using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Filtering;

public class ImageMathTests
{
    [Fact]
    public void A_blend_is_linear_and_exact_at_its_ends()
    {
        using ImageBuffer a = TestBuffers.Random(33, 41, 1, low: -2, high: 2), b = TestBuffers.Random(33, 41, 2, low: -2, high: 2);
        using var actual = new ImageBuffer(33, 41);
        foreach (float share in (float[])[0, 0.3f, 1])
        {
            Threads.AssertSameBits<Vector4>(() =>
            {
                ImageMath.Lerp(a, b, share, actual);
                return actual.Pixels;
            });
            for (int i = 0; i < a.Length; i++)
                TestBuffers.AssertClose(Vector4.Lerp(a.Pixels[i], b.Pixels[i], share), actual.Pixels[i], 1e-6, "blend");
        }

        Assert.True(actual.Pixels.SequenceEqual(b.Pixels));
        ImageMath.Lerp(a, actual, 0, actual);
        Assert.True(actual.Pixels.SequenceEqual(a.Pixels));
        Assert.Throws<ArgumentException>(() => ImageMath.Lerp(a, new ImageBuffer(1, 1), 0.5f, actual));
    }
}
