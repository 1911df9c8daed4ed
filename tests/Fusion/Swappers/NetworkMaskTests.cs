using System.Numerics;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;

namespace FaceFusion.Fusion.Tests.Swappers;

/// <summary>Where a network's face is seen.</summary>
public sealed class NetworkMaskTests : IDisposable
{
    private readonly SwapperRig _rig = new();

    public NetworkMaskTests() => _rig.Write("hyperswap_1a_256.onnx", SwapperGraph.OfVector(256).End().Output("mask", 1, 1, 256, 256)
        .Constant("matte", [1, 1, 256, 256], [.. Enumerable.Repeat(0.5f, 256 * 256)]).Node("Identity", ["matte"], "mask"));

    [Fact]
    public void The_least_counts_or_the_product()
    {
        float[] least = Matte(new NetworkMasks(MaskKinds.Hull | MaskKinds.Network)), product = Matte(new NetworkMasks(MaskKinds.Hull | MaskKinds.Network) { Multiplies = true });
        float[] outline = Matte(new NetworkMasks(MaskKinds.Hull));
        for (int i = 0; i < outline.Length; i++)
        {
            Assert.Equal(Math.Min(0.5f, outline[i]), least[i], 2e-3f);
            Assert.Equal(0.5f * outline[i], product[i], 2e-3f);
        }
    }

    [Fact]
    public void Growing_moves_the_edge_by_its_share_of_the_eyes_distance()
    {
        double Radius(float growth) => Math.Sqrt(Matte(new NetworkMasks(MaskKinds.Hull) { Growth = growth }).Sum(value => (double)value) / Math.PI);
        double still = Radius(0.01f), percent = _rig.Face.Pose.InterOcular / 100;
        Assert.InRange(Radius(5) - still, 4 * percent, 7 * percent);
        Assert.InRange(still - Radius(-5), 4 * percent, 7 * percent);
    }

    [Theory]
    [InlineData(50f, 0f)]
    [InlineData(0f, 50f)]
    [InlineData(50f, 50f)]
    public void Nothing_is_seen_beyond_the_crop(float growth, float blur)
    {
        using SwappedFace swapped = Swap(new NetworkMasks(MaskKinds.Box | MaskKinds.Hull) { Growth = growth, Blur = blur });
        int seen = 0;
        for (int y = swapped.Region.Y1; y < swapped.Region.Y2; y++)
        {
            for (int x = swapped.Region.X1; x < swapped.Region.X2; x++)
            {
                Vector2 crop = _rig.InCrop(Templates.Arcface128, 256, new Vector2(x + 0.5f, y + 0.5f));
                float matte = swapped.Matte.Row(y - swapped.Region.Y1)[x - swapped.Region.X1];
                seen += matte > 0.5f ? 1 : 0;
                if (Math.Min(Math.Min(crop.X, crop.Y), Math.Min(256 - crop.X, 256 - crop.Y)) < 0)
                    Assert.Equal(0, matte);
            }
        }

        Assert.True(seen > 1000, "something is seen");
    }

    [Fact]
    public void A_matte_is_a_matte_whatever_is_asked_for()
    {
        for (int kinds = 0; kinds < 32; kinds++)
            Assert.All(Matte(new NetworkMasks((MaskKinds)kinds) { Regions = (FaceRegions)kinds, Growth = kinds - 16, Blur = kinds % 5 }), value => Assert.InRange(value, 0, 1));
    }

    public void Dispose() => _rig.Dispose();

    private float[] Matte(NetworkMasks masks)
    {
        using SwappedFace swapped = Swap(masks);
        float[] matte = new float[SwapperRig.Width * SwapperRig.Height];
        for (int y = 0; y < swapped.Region.Height; y++)
            swapped.Matte.Row(y).CopyTo(matte.AsSpan(((y + swapped.Region.Y1) * SwapperRig.Width) + swapped.Region.X1));
        return matte;
    }

    private SwappedFace Swap(NetworkMasks masks) => _rig.Swap(new NetworkOptions(Swapper.HyperSwap1a) { Masks = masks });
}
