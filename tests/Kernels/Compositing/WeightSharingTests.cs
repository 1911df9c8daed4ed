using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Compositing;

public class WeightSharingTests
{
    [Fact]
    public void Shared_pixels_count_no_more_than_before_and_mattes_win()
    {
        RectI first = new(2, 3, 22, 18), second = new(10, -4, 40, 12);
        using Plane weightA = TestBuffers.RandomPlane(first.Width, first.Height, 1, low: -0.3f), matteA = TestBuffers.RandomCoverage(first.Width, first.Height, 2, 0.5);
        using Plane weightB = TestBuffers.RandomPlane(second.Width, second.Height, 3, low: -0.3f), matteB = TestBuffers.RandomCoverage(second.Width, second.Height, 4, 0.5);
        foreach (Plane plane in new[] { weightA, weightB })
        {
            foreach (ref float value in plane.Values)
                value = Math.Max(value, 0);
        }

        using Plane beforeA = weightA.Clone(), beforeB = weightB.Clone();
        WeightSharing.Share(first, weightA, matteA, second, weightB, matteB);
        RectI both = first.Intersect(second);
        for (int y = -4; y < 18; y++)
        {
            for (int x = 2; x < 40; x++)
            {
                float a = At(weightA, first, x, y), b = At(weightB, second, x, y), oldA = At(beforeA, first, x, y), oldB = At(beforeB, second, x, y);
                if (!both.Contains(x, y) || oldA == 0 || oldB == 0)
                {
                    Assert.Equal((oldA, oldB), (a, b));
                    continue;
                }

                Assert.InRange(a + b, 0, Math.Max(oldA, oldB) * 1.00001f);
                if (oldA > 0.1f && At(matteA, first, x, y) > At(matteB, second, x, y))
                    Assert.InRange(a, 0.95f * oldA, oldA);
            }
        }
    }

    private static float At(Plane plane, RectI region, int x, int y) =>
        region.Contains(x, y) ? plane.Row(y - region.Y1)[x - region.X1] : 0;
}
