using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Light;

namespace FaceFusion.Fusion.Tests.Light;

public class LightHarmonicsTests
{
    private static readonly Vector3[] Normals = FaceSurface.Normals(CanonicalFace.Points[..FaceMeshIndices.SurfaceCount]);

    [Fact]
    public void Even_light_is_one_everywhere()
    {
        float[] light = Fit(_ => 40, _ => 1);
        Assert.All(light, value => Assert.Equal(1, value, 1e-5f));
    }

    [Fact]
    public void A_lamp_from_the_side_is_found_again_though_pores_and_moles_lie_over_it()
    {
        Random random = new(7);
        float[] light = Fit(normal => 50 + 20 * normal.X + (float)random.NextDouble() - 0.5f, _ => 1);
        for (int i = 0; i < light.Length; i++)
            Assert.Equal((50 + 20 * Normals[i].X) / 50, light[i], 0.06f);
    }

    [Fact]
    public void What_is_not_known_does_not_count()
    {
        float[] light = Fit(normal => normal.X > 0 ? 50 : 1e6f, normal => normal.X > 0 ? 1 : 0);
        for (int i = 0; i < light.Length; i++)
        {
            if (Normals[i].X > 0)
                Assert.Equal(1, light[i], 1e-4f);
        }
    }

    [Fact]
    public void Where_nothing_is_known_the_light_is_one() => Assert.All(Fit(_ => 3, _ => 0), value => Assert.Equal(1, value));

    private static float[] Fit(Func<Vector3, float> value, Func<Vector3, float> weight)
    {
        float[] values = [.. Normals.Select(value)], weights = [.. Normals.Select(weight)];
        LightHarmonics.Fit(values, weights, values);
        return values;
    }
}
