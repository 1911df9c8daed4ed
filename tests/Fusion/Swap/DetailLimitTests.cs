using System.Numerics;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Swap;

public sealed class DetailLimitTests : IDisposable
{
    private const int Side = 160;
    private const float Eyes = 90;

    private readonly Plane _skin = Ones(), _coverage = Ones();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5f)]
    public void No_more_of_the_finest_detail_arrives_than_the_share_whatever_happened_on_the_way(float gain)
    {
        using ImageBuffer given = Texture(), arrived = given.Clone();
        float before = DetailLimit.Measure(given, _skin, Eyes);
        foreach (ref Vector4 pixel in arrived.Pixels)
            pixel.X *= gain;
        DetailLimit.Apply(arrived, _skin, _coverage, Eyes, before, 0.7f);
        float after = DetailLimit.Measure(arrived, _skin, Eyes);
        Assert.Equal(MathF.Min(0.7f, gain) * before, after, 0.1f * before);
        Assert.All(arrived.Pixels.ToArray(), pixel => Assert.Equal(1, pixel.W));

        // What is coarser stays.
        using ImageBuffer coarse = given.Clone(), kept = arrived.Clone();
        GaussianBlur.Apply(coarse, 0.2f * Eyes, coarse);
        GaussianBlur.Apply(kept, 0.2f * Eyes, kept);
        for (int i = 0; i < coarse.Length; i++)
            Assert.Equal(gain * coarse.Pixels[i].X, kept.Pixels[i].X, 0.02f * gain * coarse.Pixels[i].X);
    }

    [Fact]
    public void Where_there_is_no_skin_nothing_changes()
    {
        using ImageBuffer texture = Texture(), before = texture.Clone();
        using Plane none = new(Side, Side);
        DetailLimit.Apply(texture, none, _coverage, Eyes, DetailLimit.Measure(texture, none, Eyes), 0.7f);
        Assert.True(texture.Pixels.SequenceEqual(before.Pixels));
    }

    public void Dispose()
    {
        _skin.Dispose();
        _coverage.Dispose();
    }

    private static Plane Ones()
    {
        Plane plane = new(Side, Side);
        plane.Values.Fill(1);
        return plane;
    }

    // A slope with noise of a pixel's size.
    private static ImageBuffer Texture()
    {
        Random random = new(8);
        ImageBuffer texture = new(Side, Side);
        for (int i = 0; i < texture.Length; i++)
            texture.Pixels[i] = new Vector4(50 + 0.1f * (i % Side) + 6 * (random.NextSingle() - 0.5f), 10, 12, 1);
        return texture;
    }
}
