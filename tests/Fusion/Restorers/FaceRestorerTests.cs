using System.Numerics;
using FaceFusion.Fusion.Restorers;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Fusion.Tests.Swappers;
using FaceFusion.Inference;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Restorers;

/// <summary>Every restorer by a small network of its names and shapes: what it adds to a swapped face, and where.</summary>
public sealed class FaceRestorerTests : IDisposable
{
    // What the swapper adds, in working values, and the restorer, in its own of twice that size.
    private const float Swapped = 0.05f, Slope = 0.2f;

    private readonly SwapperRig _rig = new();

    public FaceRestorerTests() => _rig.Write("plus_blendswap.onnx", new OnnxGraph()
        .Input("source", 1, 3, 112, 112).Input("target", 1, 3, 256, 256).Output("output", 1, 3, 256, 256)
        .Constant("more", [1, 3, 1, 1], Swapped, 0f, 0f).Constant("none", [1], 0f)
        .Node("ReduceMean", ["source"], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 1)).Node("Mul", ["mean", "none"], "nothing")
        .Node("Add", ["target", "more"], "redder").Node("Add", ["redder", "nothing"], "output"));

    [Theory]
    [InlineData(Restorer.Gfpgan12, "gfpgan_1.2.onnx", 512)]
    [InlineData(Restorer.Gfpgan13, "gfpgan_1.3.onnx", 512)]
    [InlineData(Restorer.Gfpgan14, "gfpgan_1.4.onnx", 512)]
    [InlineData(Restorer.Gpen512, "gpen_bfr_512.onnx", 512)]
    [InlineData(Restorer.Gpen1024, "gpen_bfr_1024.onnx", 1024)]
    [InlineData(Restorer.RestoreFormer, "restoreformer_plus_plus.onnx", 512)]
    public void What_it_changes_is_added_where_it_sees_the_face(Restorer restorer, string name, int side)
    {
        _rig.Write(name, Ramp(side));
        Expect(new RestorerOptions(restorer) { Blend = 1 }, Templates.Ffhq512, side, place => new Vector3(0, Slope / 2 * place.X, 0));
        Expect(new RestorerOptions(restorer) { Blend = 0.25f }, Templates.Ffhq512, side, place => new Vector3(0, Slope / 8 * place.X, 0));
    }

    [Fact]
    public void Gpen_256_has_another_template()
    {
        _rig.Write("gpen_bfr_256.onnx", Ramp(256));
        Expect(new RestorerOptions(Restorer.Gpen256) { Blend = 1 }, Templates.Arcface128, 256, place => new Vector3(0, Slope / 2 * place.X, 0));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.7f)]
    public void CodeFormer_takes_its_fidelity(float fidelity)
    {
        const int Side = 512;
        _rig.Write("codeformer.onnx", new OnnxGraph()
            .Input("input", 1, 3, Side, Side).Input("weight", 1).Output("output", 1, 3, Side, Side)
            .Constant("blue", [1, 3, 1, 1], 0f, 0f, 0.2f)
            .Node("Mul", ["blue", "weight"], "more").Node("Add", ["input", "more"], "output"));
        Expect(new RestorerOptions(Restorer.CodeFormer) { Blend = 1, Fidelity = fidelity }, Templates.Ffhq512, Side, _ => new Vector3(0, 0, 0.1f * fidelity));
    }

    [Fact]
    public void It_sees_and_changes_the_mesh_swap_too()
    {
        _rig.Write("gfpgan_1.4.onnx", Ramp(512));
        SwapOptions options = new() { Shape = 0, Eyes = 1, Colour = ColourMethod.Off, Grain = 0, Sharpness = 0 };
        using SwappedFace without = _rig.Engine().Swap(_rig.Frame, _rig.Face, SwapperRig.Identity(), options)!;
        using SwappedFace with = _rig.Engine().Swap(_rig.Frame, _rig.Face, SwapperRig.Identity(), options with { Restorer = new RestorerOptions(Restorer.Gfpgan14) { Blend = 0.5f } })!;
        int compared = 0;
        for (int y = 0; y < with.Region.Height; y++)
        {
            for (int x = 0; x < with.Region.Width; x++)
            {
                if (with.Matte.Row(y)[x] < 0.9999f)
                    continue;
                Vector2 place = _rig.InCrop(Templates.Ffhq512, 1, new Vector2(with.Region.X1 + x + 0.5f, with.Region.Y1 + y + 0.5f));
                Vector3 seen = without.Result.Row(y)[x].AsVector3(), restored = with.Result.Row(y)[x].AsVector3();
                Assert.True((seen - SwapperRig.IdentityColour).Length() < 3e-3f, $"{seen} is not the identity's colour");
                Assert.True((restored - seen - new Vector3(0, Slope / 4 * place.X, 0)).Length() < 3e-3f, $"{restored - seen} was added at {place} of the crop");
                compared++;
            }
        }

        Assert.True(compared > 1000, $"only {compared} places were compared");
    }

    [Fact]
    public void A_network_of_another_family_and_a_missing_one_are_refused_by_name()
    {
        _rig.Write("gfpgan_1.4.onnx", SwapperGraph.Converter());
        Assert.Throws<ModelException>(() => Swap(new RestorerOptions(Restorer.Gfpgan14)));
        Assert.Contains("gpen_bfr_2048.onnx", Assert.Throws<ModelException>(() => Swap(new RestorerOptions(Restorer.Gpen2048))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _rig.Dispose();

    private void Expect(RestorerOptions options, Vector2[] template, int side, Func<Vector2, Vector3> change)
    {
        using SwappedFace swapped = Swap(options);
        _rig.Expect(swapped, Templates.Ffhq512, 256, (place, _) =>
            SwapperRig.Plate(place).AsVector3() + new Vector3(Swapped, 0, 0) + change(_rig.InCrop(template, side, place) / side), 3e-3f);
    }

    private SwappedFace Swap(RestorerOptions options) => _rig.Engine().Swap(
        _rig.Frame, _rig.Face, SwapperRig.Identity(),
        new SwapOptions { Network = new NetworkOptions(Swapper.File, _rig.PathOf("plus_blendswap.onnx")) { Masks = new NetworkMasks(MaskKinds.Hull) }, Restorer = options, Colour = ColourMethod.Off, Grain = 0, Sharpness = 0 })!;

    private static OnnxGraph Ramp(int side)
    {
        float[] ramp = new float[side];
        for (int x = 0; x < side; x++)
            ramp[x] = Slope * (x + 0.5f) / side;
        return new OnnxGraph().Input("input", 1, 3, side, side).Output("output", 1, 3, side, side)
            .Constant("ramp", [1, 1, 1, side], ramp).Constant("green", [1, 3, 1, 1], 0f, 1f, 0f)
            .Node("Mul", ["ramp", "green"], "greener").Node("Add", ["input", "greener"], "output");
    }
}
