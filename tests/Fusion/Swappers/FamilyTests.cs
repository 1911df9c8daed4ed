using System.Numerics;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Geometry;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Swappers;

/// <summary>Every other family: a small network of its names and shapes, and what it makes of a plate.</summary>
[Family(ContractNames.HyperSwap, ContractNames.SimSwap, ContractNames.Ghost, ContractNames.HifiFace, ContractNames.BlendSwap, ContractNames.UniFace, ContractNames.Dfm, ContractNames.CrossFace)]
public sealed class FamilyTests : IDisposable
{
    private static readonly Vector3 Half = new(0.5f), MeanOfImageNet = new(0.485f, 0.456f, 0.406f), DeviationOfImageNet = new(0.229f, 0.224f, 0.225f);

    private readonly SwapperRig _rig = new();

    private static float[] Identity => SwapperRig.Embedding(SwapperRig.IdentityColour);

    [Fact]
    public void HyperSwap_takes_the_embedding_as_it_is_and_gives_its_own_matte()
    {
        float[] mask = new float[256 * 256];
        for (int i = 0; i < mask.Length; i++)
            mask[i] = (i % 256) / 255f;
        _rig.Write("hyperswap_1b_256.onnx", SwapperGraph.OfVector(256).End().Output("mask", 1, 1, 256, 256)
            .Constant("matte", [1, 1, 256, 256], mask).Node("Identity", ["matte"], "mask"));
        NetworkOptions options = new(Swapper.HyperSwap1b) { PlateDetail = 0, Masks = new NetworkMasks(MaskKinds.Network) };
        using SwappedFace swapped = _rig.Swap(options);
        Vector3 offset = SwapperGraph.Offset(Identity);
        Expect(swapped, Templates.Arcface128, 256, Half, Half, offset);

        RectI region = swapped.Region;
        for (int y = region.Y1; y < region.Y2; y += 9)
        {
            for (int x = region.X1; x < region.X2; x += 9)
            {
                Vector2 crop = _rig.InCrop(Templates.Arcface128, 256, new Vector2(x + 0.5f, y + 0.5f));
                if (Math.Min(Math.Min(crop.X, crop.Y), Math.Min(256 - crop.X, 256 - crop.Y)) > 10)
                    Assert.Equal(Math.Clamp((crop.X - 0.5f) / 255, 0, 1), swapped.Matte.Row(y - region.Y1)[x - region.X1], 5e-3f);
                else if (Math.Min(Math.Min(crop.X, crop.Y), Math.Min(256 - crop.X, 256 - crop.Y)) < -2)
                    Assert.Equal(0, swapped.Matte.Row(y - region.Y1)[x - region.X1]);
            }
        }
    }

    [Fact]
    public void SimSwap_256_takes_ImageNets_numbers_and_gives_0_to_1()
    {
        // The network's values reach below 0: what it gives is brought to the middle.
        _rig.Write("simswap_256.onnx", ToMiddle(SwapperGraph.OfVector(256)));
        _rig.Write("crossface_simswap.onnx", SwapperGraph.Converter());
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.SimSwap256) { PlateDetail = 0 });
        Vector3 offset = SwapperGraph.Offset(Unit(SwapperGraph.Moved(Identity)));
        _rig.Expect(swapped, Templates.Arcface112V1, 256, (place, crop) => Half
            + (0.2f * SwapperGraph.Answer((SwapperRig.Plate(place).AsVector3() - MeanOfImageNet) / DeviationOfImageNet, crop / 256, offset)), 2e-3f);
    }

    [Fact]
    public void SimSwap_512_takes_and_gives_0_to_1()
    {
        _rig.Write("simswap_unofficial_512.onnx", SwapperGraph.OfVector(512).End());
        _rig.Write("crossface_simswap.onnx", SwapperGraph.Converter());
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.SimSwap512) { PlateDetail = 0 });
        Expect(swapped, Templates.Arcface112V1, 512, Vector3.Zero, Vector3.One, SwapperGraph.Offset(Unit(SwapperGraph.Moved(Identity))));
    }

    [Theory]
    [InlineData(Swapper.Ghost1, "ghost_1_256.onnx")]
    [InlineData(Swapper.Ghost2, "ghost_2_256.onnx")]
    [InlineData(Swapper.Ghost3, "ghost_3_256.onnx")]
    public void Ghost_takes_the_converters_answer_with_its_length(Swapper swapper, string name)
    {
        _rig.Write(name, SwapperGraph.OfVector(256).End());
        _rig.Write("crossface_ghost.onnx", SwapperGraph.Converter());
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(swapper) { PlateDetail = 0 });
        Expect(swapped, Templates.Arcface112V1, 256, Half, Half, SwapperGraph.Offset(SwapperGraph.Moved(Identity)));
    }

    [Fact]
    public void HifiFace_takes_the_converters_answer_at_length_1()
    {
        _rig.Write("hififace_unofficial_256.onnx", SwapperGraph.OfVector(256).End());
        _rig.Write("crossface_hififace.onnx", SwapperGraph.Converter());
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.HifiFace) { PlateDetail = 0 });
        Expect(swapped, Templates.Mtcnn512, 256, Half, Half, SwapperGraph.Offset(Unit(SwapperGraph.Moved(Identity))));
    }

    [Fact]
    public void BlendSwap_takes_the_identity_as_a_picture()
    {
        _rig.Write("blendswap_256.onnx", SwapperGraph.OfPicture(256, 112).End());
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.BlendSwap) { PlateDetail = 0 });
        Expect(swapped, Templates.Ffhq512, 256, Vector3.Zero, Vector3.One, 0.1f * SwapperRig.IdentityColour);
    }

    [Fact]
    public void UniFace_takes_the_identitys_picture_from_0_and_the_target_from_minus_1()
    {
        _rig.Write("uniface_256.onnx", SwapperGraph.OfPicture(256, 256).End());
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.UniFace) { PlateDetail = 0 });
        Expect(swapped, Templates.Ffhq512, 256, Half, Half, 0.1f * SwapperRig.IdentityColour);
    }

    [Theory]
    [InlineData(0.5f, 1f)]
    [InlineData(0.1f, 0.2f)]
    public void A_DeepFaceLive_model_is_one_person_with_masks_and_a_morph(float amount, float morph)
    {
        const int Side = 64;
        // The face is the plate with its blue raised and red lowered by the morph: BGR, channels side by side.
        OnnxGraph graph = new OnnxGraph()
            .Input("in_face:0", 1, Side, Side, 3).Input("morph_value:0", 1)
            .Output("target_mask", 1, Side, Side, 1).Output("face", 1, Side, Side, 3).Output("face_mask", 1, Side, Side, 1)
            .Constant("change", [1, 1, 1, 3], 0.2f, 0f, -0.1f)
            .Constant("most", [1, Side, Side, 1], [.. Enumerable.Repeat(0.75f, Side * Side)])
            .Constant("all", [1, Side, Side, 1], [.. Enumerable.Repeat(1f, Side * Side)])
            .Node("Mul", ["change", "morph_value:0"], "morphed").Node("Add", ["in_face:0", "morphed"], "face")
            .Node("Identity", ["most"], "target_mask").Node("Identity", ["all"], "face_mask");
        _rig.Write("someone_64.dfm", graph);
        NetworkOptions options = new(Swapper.File, _rig.PathOf("someone_64.dfm")) { PlateDetail = 0, Amount = amount, Masks = new NetworkMasks(MaskKinds.Network) };
        using SwappedFace swapped = _rig.Swap(options);
        _rig.Expect(swapped, Templates.DflWholeFace, Side, (place, _) => SwapperRig.Plate(place).AsVector3() + new Vector3(-0.1f * morph, 0, 0.2f * morph), 2e-3f);
        Assert.Equal(0.75f, swapped.Matte.Values.ToArray().Max(), 1e-3f);
    }

    [Fact]
    public void A_file_is_recognised_by_what_it_takes_and_gives()
    {
        _rig.Write("my own.onnx", SwapperGraph.OfVector(128).End().Constant("emap", [512, 512], SwapperGraph.Moving()));
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.File, _rig.PathOf("my own.onnx")) { PlateDetail = 0 });
        Expect(swapped, Templates.Arcface128, 128, Vector3.Zero, Vector3.One, SwapperGraph.Offset(SwapperGraph.Moved(Identity)));
    }

    [Fact]
    public void Families_of_the_same_shapes_are_told_by_the_files_name()
    {
        _rig.Write("a ghost of mine.onnx", SwapperGraph.OfVector(256).End());
        _rig.Write("crossface_ghost.onnx", SwapperGraph.Converter());
        using SwappedFace swapped = _rig.Swap(new NetworkOptions(Swapper.File, _rig.PathOf("a ghost of mine.onnx")) { PlateDetail = 0 });
        Expect(swapped, Templates.Arcface112V1, 256, Half, Half, SwapperGraph.Offset(SwapperGraph.Moved(Identity)));

        _rig.Write("mine.onnx", SwapperGraph.OfVector(256).End());
        Inference.ModelException refusal = Assert.Throws<Inference.ModelException>(() => _rig.Swap(new NetworkOptions(Swapper.File, _rig.PathOf("mine.onnx"))));
        Assert.Contains("simswap or ghost or hififace", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _rig.Dispose();

    private void Expect(SwappedFace swapped, Vector2[] template, int side, Vector3 mean, Vector3 deviation, Vector3 offset) => _rig.Expect(
        swapped, template, side,
        (place, crop) => (SwapperGraph.Answer((SwapperRig.Plate(place).AsVector3() - mean) / deviation, crop / side, offset) * deviation) + mean, 2e-3f);

    private static OnnxGraph ToMiddle(OnnxGraph graph) => graph
        .Constant("fifth", [1], 0.2f).Constant("middle", [1], 0.5f)
        .Node("Add", ["sloped", "offset"], "sum").Node("Mul", ["sum", "fifth"], "small").Node("Add", ["small", "middle"], "output");

    private static float[] Unit(float[] vector)
    {
        float length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }
}
