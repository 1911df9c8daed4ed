using System.Numerics;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Swappers;

/// <summary>inswapper: RGB 0 to 1, arcface_128, the embedding times the last constant as a row vector.</summary>
[Family(ContractNames.InSwapper)]
public sealed class InSwapperTests : IDisposable
{
    private const int Side = 128;

    private readonly SwapperRig _rig = new();

    [Theory]
    [InlineData(Swapper.InSwapper128, "inswapper_128.onnx", false)]
    [InlineData(Swapper.InSwapper128Half, "inswapper_128_fp16.onnx", true)]
    public void The_whole_path_is_the_networks_arithmetic(Swapper swapper, string name, bool isHalf)
    {
        OnnxGraph graph = SwapperGraph.OfVector(Side).End();
        _rig.Write(name, isHalf ? graph.Constant("emap", [512, 512], [.. SwapperGraph.Moving().Select(value => (Half)value)]) : graph.Constant("emap", [512, 512], SwapperGraph.Moving()));
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(swapper) { PlateDetail = 0 });
        Vector3 offset = SwapperGraph.Offset(SwapperGraph.Moved(SwapperRig.Embedding(SwapperRig.IdentityColour)));
        Assert.True(offset.Length() > 0.02f, "the identity is to be seen");
        _rig.Expect(swapped, Templates.Arcface128, Side, (place, crop) => SwapperGraph.Answer(SwapperRig.Plate(place).AsVector3(), crop / Side, offset), 2e-3f);
    }

    [Fact]
    public void A_network_that_takes_and_gives_halves_does_what_one_of_floats_does()
    {
        _rig.Write("inswapper_128_fp16.onnx", SwapperGraph.OfVector(Side, isHalf: true).End().Constant("emap", [512, 512], SwapperGraph.Moving()));
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.InSwapper128Half) { PlateDetail = 0 });
        Vector3 offset = SwapperGraph.Offset(SwapperGraph.Moved(SwapperRig.Embedding(SwapperRig.IdentityColour)));
        _rig.Expect(swapped, Templates.Arcface128, Side, (place, crop) => SwapperGraph.Answer(SwapperRig.Plate(place).AsVector3(), crop / Side, offset), 3e-3f);
    }

    [Fact]
    public void Several_photos_count_by_their_weights_and_are_normalised_after_averaging()
    {
        _rig.Write("inswapper_128.onnx", SwapperGraph.OfVector(Side).End().Constant("emap", [512, 512], SwapperGraph.Moving()));
        Vector3 other = new(0.2f, 0.6f, 0.55f);
        FaceIdentity identity = new([new IdentityPhoto(SwapperRig.Identity(), "a", 3), new IdentityPhoto(SwapperRig.Identity(other), "b")]);
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.InSwapper128) { PlateDetail = 0 }, identity);
        float[] a = SwapperRig.Embedding(SwapperRig.IdentityColour), b = SwapperRig.Embedding(other);
        float[] mean = new FaceEmbedding([.. a.Zip(b, (x, y) => (0.75f * x) + (0.25f * y))]).Values.ToArray();
        Vector3 offset = SwapperGraph.Offset(SwapperGraph.Moved(mean));
        _rig.Expect(swapped, Templates.Arcface128, Side, (place, crop) => SwapperGraph.Answer(SwapperRig.Plate(place).AsVector3(), crop / Side, offset), 2e-3f);
    }

    [Fact]
    public void Networks_that_were_given_up_are_read_from_where_they_lie_now()
    {
        OnnxGraph graph = SwapperGraph.OfVector(Side).End().Constant("emap", [512, 512], SwapperGraph.Moving());
        using (SwapperRig elsewhere = new())
        {
            elsewhere.Write("inswapper_128.onnx", graph);
            elsewhere.Swap(new NetworkOptions(Swapper.InSwapper128)).Dispose();
        }

        SessionCache.Purge();
        _rig.Write("inswapper_128.onnx", graph);
        _rig.Swap(new NetworkOptions(Swapper.InSwapper128)).Dispose();
    }

    [Theory]
    [InlineData(0f, 0.35f)]
    [InlineData(1f, -0.35f)]
    public void The_amount_goes_towards_the_target_or_away_from_it_in_the_swappers_space(float amount, float share)
    {
        _rig.Write("inswapper_128.onnx", SwapperGraph.OfVector(Side).End().Constant("emap", [512, 512], SwapperGraph.Moving()));
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.InSwapper128) { PlateDetail = 0, Amount = amount });

        // The plate is a ramp: the mean of the recogniser's crop is its value at the crop's middle.
        Vector2 middle = new(56), at = Vector2.Zero;
        Vector2[] template =
            [new(0.34191607f, 0.46157411f), new(0.65653393f, 0.45983393f), new(0.500225f, 0.64050536f), new(0.37097589f, 0.82469196f), new(0.63151696f, 0.82325089f)];
        for (int step = 0; step < 50; step++)
            at += 0.5f * (middle - _rig.InCrop(template, 112, at));
        float[] identity = SwapperGraph.Moved(SwapperRig.Embedding(SwapperRig.IdentityColour)), target = SwapperGraph.Moved(SwapperRig.Embedding(SwapperRig.Plate(at).AsVector3()));
        float[] mixed = [.. identity.Zip(target, (s, t) => s + (share * (t - s)))];
        float scale = 1.5f / MathF.Sqrt(mixed.Sum(value => value * value));
        Vector3 offset = SwapperGraph.Offset([.. mixed.Select(value => scale * value)]);
        _rig.Expect(swapped, Templates.Arcface128, Side, (place, crop) => SwapperGraph.Answer(SwapperRig.Plate(place).AsVector3(), crop / Side, offset), 3e-3f);
    }

    [Fact]
    public void A_file_without_the_matrix_is_refused_by_name()
    {
        _rig.Write("inswapper_128.onnx", SwapperGraph.OfVector(Side).End());
        ModelException refusal = Assert.Throws<ModelException>(() => _rig.Swap(new NetworkOptions(Swapper.InSwapper128)));
        Assert.Contains("inswapper_128.onnx", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("512x512", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named_with_the_folders()
    {
        ModelException refusal = Assert.Throws<ModelException>(() => _rig.Swap(new NetworkOptions(Swapper.HyperSwap1a)));
        Assert.Contains("hyperswap_1a_256.onnx", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_another_family_is_refused()
    {
        _rig.Write("inswapper_128.onnx", SwapperGraph.OfPicture(256, 112).End());
        Assert.Throws<ModelException>(() => _rig.Swap(new NetworkOptions(Swapper.InSwapper128)));
    }

    public void Dispose() => _rig.Dispose();
}
