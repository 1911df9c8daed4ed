using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Pixels;

public unsafe class EightPixelsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(19)]
    public void Channels_go_apart_and_together_again(int width)
    {
        using ImageBuffer image = TestBuffers.Random(width, 2, 1), result = new(width, 2);
        using Plane plane = TestBuffers.RandomPlane(width, 2, 2);
        for (int x = 0; x < width; x += EightPixels.Count)
        {
            EightPixels pixels = EightPixels.Load(image.Pointer, x, width);
            Vector256<float> values = EightPixels.Load(plane.Pointer, x, width);
            for (int i = 0; i < EightPixels.Count; i++)
            {
                int at = Math.Min(x + i, width - 1);
                Assert.Equal(image.Pixels[at].AsVector3(), new Vector3(pixels.X[i], pixels.Y[i], pixels.Z[i]));
                Assert.Equal(plane.Values[at], values[i]);
            }

            pixels.Store(result.Pointer, x, width, values);
        }

        for (int x = 0; x < width; x++)
            Assert.Equal(image.Pixels[x] with { W = plane.Values[x] }, result.Pixels[x]);
        Assert.True(result.Row(1).IndexOfAnyExcept(Vector4.Zero) < 0);
    }
}
