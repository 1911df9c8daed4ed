using System.Numerics;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Compositing;

public class LayerMixTests
{
    [Fact]
    public void Layers_add_up_by_their_weights()
    {
        using ImageBuffer first = TestBuffers.Random(37, 21, 1), second = TestBuffers.Random(37, 21, 2);
        using Plane a = TestBuffers.RandomCoverage(37, 21, 3, 0.7), b = TestBuffers.RandomCoverage(37, 21, 4, 0.7);
        using ImageBuffer sum = new(37, 21);
        LayerMix.Add(first, a, sum);
        LayerMix.Add(second, b, sum);
        for (int i = 0; i < sum.Length; i++)
            TestBuffers.AssertClose(a.Values[i] * first.Pixels[i] + b.Values[i] * second.Pixels[i], sum.Pixels[i], 1e-5, "sum");
    }

    [Fact]
    public void Another_light_is_a_factor_within_its_limit_and_leaves_alpha()
    {
        using ImageBuffer layer = new(1, 1), own = new(1, 1), wanted = new(1, 1), sum = new(1, 1);
        using Plane weight = new(1, 1);
        weight.Fill(0.5f);
        layer.Fill(new Vector4(0.4f, 0.4f, 0.4f, 0.8f));
        own.Fill(new Vector4(0.18f, 0.18f, 0.78f, 1));
        wanted.Fill(new Vector4(0.28f, 0.98f, 0.02f, 0));
        LayerMix.AddRelit(layer, weight, own, wanted, 3, sum);
        TestBuffers.AssertClose(new Vector4(0.2f * 1.5f, 0.2f * 3, 0.2f / 3, 0.4f), sum.Pixels[0], 1e-6, "relit");
    }

    [Fact]
    public void Normalised_weights_add_up_to_one_where_there_are_any()
    {
        using Plane a = TestBuffers.RandomCoverage(40, 33, 5, 0.5), b = TestBuffers.RandomCoverage(40, 33, 6, 0.5), c = TestBuffers.RandomCoverage(40, 33, 7, 0.5);
        bool[] any = [.. Enumerable.Range(0, a.Length).Select(i => a.Values[i] + b.Values[i] + c.Values[i] > 0)];
        LayerMix.Normalise([a, b, c]);
        for (int i = 0; i < a.Length; i++)
            Assert.Equal(any[i] ? 1 : 0, a.Values[i] + b.Values[i] + c.Values[i], 1e-6f);
        Assert.Contains(false, any);
    }

    [Fact]
    public void Sizes_must_agree()
    {
        using ImageBuffer layer = new(3, 3), sum = new(3, 2);
        using Plane weight = new(3, 3);
        Assert.Throws<ArgumentException>(() => LayerMix.Add(layer, weight, sum));
        Assert.Throws<ArgumentException>(() => LayerMix.AddRelit(layer, weight, layer, layer, 2, sum));
    }
}
