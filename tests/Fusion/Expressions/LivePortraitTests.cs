using System.Numerics;
using FaceFusion.Fusion.Expressions;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.Fusion.Tests.Swappers;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Geometry;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Expressions;

/// <summary>The whole way of a swapped face through LivePortrait, place by place and number by number.</summary>
[Family(
    ContractNames.LivePortraitFeature, ContractNames.LivePortraitMotion, ContractNames.LivePortraitGenerator,
    ContractNames.LivePortraitEyes, ContractNames.LivePortraitLips, ContractNames.LivePortraitStitcher)]
public sealed class LivePortraitTests : IDisposable
{
    private const float Swapped = 0.05f;
    private const int Side = 512;

    // What the filter that carries the box may reach beyond the crop, in its sides.
    private const float FilterReach = 0.01f;

    // A cheek in either crop.
    private static readonly PortraitGraphs OnFace = new(92, 148, new Vector3(5, -8, 3)), OnHead = new(109, 154, new Vector3(5, -8, -24));

    // Which point an edit moves along which axis and by how much, for a slider above 0 and for one at or below it: of the
    // face editor of FaceFusion.
    private static readonly Dictionary<string, ((int Point, int Axis, float By)[] Above, (int Point, int Axis, float By)[] Below)> Deltas = new()
    {
        [nameof(FaceEdits.Brows)] = ([(1, 1, 0.015f), (2, 1, -0.020f)], [(1, 0, -0.015f), (2, 0, 0.020f), (1, 1, 0.005f), (2, 1, -0.005f)]),
        [nameof(FaceEdits.GazeHorizontal)] = ([(11, 0, 0.015f), (15, 0, 0.020f)], [(11, 0, 0.020f), (15, 0, 0.015f)]),
        [nameof(FaceEdits.GazeVertical)] = Both((1, 1, 0.0025f), (2, 1, -0.0025f), (11, 1, -0.010f), (13, 1, -0.005f), (15, 1, -0.010f), (16, 1, -0.005f)),
        [nameof(FaceEdits.Grim)] = ([(17, 2, -0.005f), (19, 2, 0.01f), (20, 1, -0.06f), (20, 2, -0.03f)], [(19, 1, -0.05f), (19, 2, -0.02f), (20, 2, -0.03f)]),
        [nameof(FaceEdits.MouthHorizontal)] = Both((19, 0, 0.05f), (20, 0, 0.04f)),
        [nameof(FaceEdits.MouthVertical)] = ([(19, 1, -0.04f), (20, 1, -0.02f)], [(19, 1, -0.05f), (20, 1, -0.04f)]),
        [nameof(FaceEdits.Pout)] = ([(19, 1, -0.022f), (19, 2, 0.025f), (20, 2, -0.002f)], [(19, 1, 0.022f), (19, 2, 0.025f), (20, 2, -0.002f)]),
        [nameof(FaceEdits.Purse)] = ([(19, 1, -0.04f), (19, 2, -0.02f)], [(14, 1, -0.02f), (17, 2, 0.01f), (19, 2, -0.015f), (20, 2, -0.002f)]),
        [nameof(FaceEdits.Smile)] = (
            [(20, 1, -0.015f), (14, 1, -0.025f), (17, 1, 0.01f), (17, 2, 0.004f), (3, 1, -0.0045f), (7, 1, -0.0045f)],
            [(14, 1, -0.02f), (17, 1, 0.003f), (19, 1, 0.02f), (19, 2, -0.005f), (20, 2, 0.01f), (3, 1, 0.0045f), (7, 1, 0.0045f)]),
    };

    private readonly SwapperRig _rig = new(interOcular: 44);

    public LivePortraitTests() => _rig.Write("plus_blendswap.onnx", new OnnxGraph()
        .Input("source", 1, 3, 112, 112).Input("target", 1, 3, 256, 256).Output("output", 1, 3, 256, 256)
        .Constant("more", [1, 3, 1, 1], Swapped, 0f, 0f).Constant("none", [1], 0f)
        .Node("ReduceMean", ["source"], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 1)).Node("Mul", ["mean", "none"], "nothing")
        .Node("Add", ["target", "more"], "redder").Node("Add", ["redder", "nothing"], "output"));

    [Theory]
    [InlineData(0.8f, true, true)]
    [InlineData(0.25f, true, false)]
    [InlineData(1f, false, true)]
    public void The_plates_expression_is_put_back(float amount, bool upper, bool lower)
    {
        WriteAnimator(OnFace);
        using SwappedFace swapped = Swap(new SwapOptions { Expression = new ExpressionOptions(amount) { UpperFace = upper, LowerFace = lower } });
        Vector3 plate = At(Templates.Arcface128, OnFace.Place), seen = plate + new Vector3(Swapped, 0, 0);
        int[] kept = [0, 4, 5, 8, 9, .. upper ? Array.Empty<int>() : [1, 2, 6, 10, 11, 12, 13, 15, 16], .. lower ? Array.Empty<int>() : [3, 7, 14, 17, 18, 19, 20]];
        float share = 1.2f * amount;
        Vector3[] own = Expression(seen), mixed = [.. Expression(plate).Select((wanted, i) => kept.Contains(i) ? own[i] : (share * wanted) + ((1 - share) * own[i]))];
        Vector3[] from = Placed(own, OnFace.Turn), to = Placed(Limited(mixed), OnFace.Turn);
        Expect(swapped, Templates.Arcface128, place => PortraitGraphs.Generated(seen, place, to, from));
    }

    [Theory]
    [InlineData(0.7f)]
    [InlineData(-0.6f)]
    public void Every_slider_edits_what_it_is_for(float value)
    {
        WriteAnimator(OnHead);
        WriteRetargeters();
        FaceEdits edits = new()
        {
            Brows = value, GazeHorizontal = -value, GazeVertical = value / 2, EyesOpen = value, LipsOpen = -value / 2, Grim = -value, Pout = value, Purse = -value / 3,
            Smile = value, MouthHorizontal = value, MouthVertical = -value, Pitch = -value / 2, Yaw = value, Roll = value / 4,
        };
        using SwappedFace swapped = Swap(new SwapOptions { Edits = edits });
        Expect(swapped, Spread, place => Edited(edits, place));
    }

    [Fact]
    public void A_single_slider_edits_nothing_else()
    {
        WriteAnimator(OnHead);
        WriteRetargeters();
        FaceEdits edits = new() { Pout = -1 };
        using SwappedFace swapped = Swap(new SwapOptions { Edits = edits });
        Expect(swapped, Spread, place => Edited(edits, place));
    }

    [Fact]
    public void Beyond_the_box_the_plate_keeps_its_bits_and_the_box_has_soft_sides()
    {
        WriteAnimator(OnHead);
        WriteRetargeters();
        using SwappedFace swapped = Swap(new SwapOptions { Edits = new FaceEdits { Yaw = 0.5f } });
        int untouched = 0, soft = 0;
        for (int y = 0; y < swapped.Region.Height; y++)
        {
            for (int x = 0; x < swapped.Region.Width; x++)
            {
                Vector2 place = _rig.InCrop(Spread, 1, new Vector2(swapped.Region.X1 + x + 0.5f, swapped.Region.Y1 + y + 0.5f));
                float weight = swapped.Weight.Row(y)[x];
                if (Math.Min(Math.Min(place.X, place.Y), Math.Min(1 - place.X, 1 - place.Y)) <= -FilterReach)
                {
                    Assert.Equal(0, weight);
                    Assert.Equal(swapped.Original.Row(y)[x], swapped.Result.Row(y)[x]);
                    untouched++;
                }

                soft += weight is > 0.01f and < 0.99f ? 1 : 0;
            }
        }

        Assert.True(untouched > 1000 && soft > 1000, $"{untouched} untouched, {soft} soft");
    }

    [Fact]
    public void Nothing_asked_for_asks_for_no_network()
    {
        using SwappedFace swapped = Swap(new SwapOptions());
        Assert.True(swapped.Weight.Values.ToArray().Max() > 0.9f);
    }

    [Fact]
    public void What_is_missing_wrong_or_no_number_is_told_of()
    {
        SwapOptions options = new() { Expression = new ExpressionOptions(0.8f) };
        Assert.Contains("live_portrait_feature_extractor.onnx", Assert.Throws<ModelException>(() => Swap(options)).Message, StringComparison.Ordinal);
        WriteAnimator(OnFace);
        Assert.Contains("live_portrait_eye_retargeter.onnx", Assert.Throws<ModelException>(() => Swap(new SwapOptions { Edits = new FaceEdits { Smile = 1 } })).Message, StringComparison.Ordinal);
        _rig.Write("live_portrait_generator.onnx", PortraitGraphs.Generator(float.NaN));
        Assert.Contains("no finite numbers", Assert.Throws<ModelException>(() => Swap(options)).Message, StringComparison.Ordinal);
        _rig.Write("live_portrait_generator.onnx", PortraitGraphs.Stitcher());
        Assert.Contains("is not LivePortrait's generator", Assert.Throws<ModelException>(() => Swap(options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Swap(new SwapOptions { Edits = new FaceEdits { Smile = 1.5f } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Swap(new SwapOptions { Expression = new ExpressionOptions(float.NaN) }));
    }

    public void Dispose() => _rig.Dispose();

    // The editor's template: its points spread about the nose in the frame are the template's drawn together in the crop.
    private static Vector2[] Spread => [.. Templates.Ffhq512.Select(point => Templates.Ffhq512[2] + ((point - Templates.Ffhq512[2]) / 1.5f))];

    private static ((int, int, float)[], (int, int, float)[]) Both(params (int, int, float)[] deltas) => (deltas, deltas);

    private Vector3 Edited(FaceEdits edits, Vector2 place)
    {
        Vector3 seen = At(Spread, OnHead.Place) + new Vector3(Swapped, 0, 0), turn = OnHead.Turn;
        Vector3[] own = Expression(seen), expression = [.. own], from = Placed(own, turn);
        foreach ((string name, ((int Point, int Axis, float By)[] above, (int Point, int Axis, float By)[] below)) in Deltas)
        {
            float slider = (float)typeof(FaceEdits).GetProperty(name)!.GetValue(edits)!;
            foreach ((int point, int axis, float by) in slider > 0 ? above : below)
                expression[point][axis] += by * slider;
        }

        // The roll of −24 degrees is beyond its limit of 20 already, and goes no further.
        Vector3 turned = new(Math.Clamp(turn.X - 20 * edits.Pitch, -30, 30), Math.Clamp(turn.Y - 60 * edits.Yaw, -60, 60), Math.Clamp(turn.Z + 15 * edits.Roll, -24, 20));
        Vector3[] to = Placed(Limited(expression), turned);
        Vector3[] points = [.. _rig.Face.Mesh.Points];
        float left = Ratio(160, 153, 133, 33), right = Ratio(385, 380, 263, 362), lips = Ratio(13, 14, 291, 61);
        Vector3[] eyes = PortraitGraphs.Moves(from, left, right, edits.EyesOpen < 0 ? 0 : 0.6f), mouth = PortraitGraphs.Moves(from, lips, edits.LipsOpen < 0 ? 0 : 1);
        to = [.. to.Select((point, i) => point + (Math.Abs(edits.EyesOpen) * eyes[i]) + (Math.Abs(edits.LipsOpen) * mouth[i]))];
        return PortraitGraphs.Generated(seen, place, PortraitGraphs.Stitch(to, from), from);

        float Ratio(int top, int bottom, int right, int left) => Distance(top, bottom) / Distance(right, left);

        float Distance(int a, int b) => new Vector2(points[a].X - points[b].X, points[a].Y - points[b].Y).Length();
    }

    private static Vector3[] Expression(Vector3 colour) => [.. Enumerable.Range(0, PortraitGraphs.Count).Select(i => PortraitGraphs.Expression(i, colour))];

    // About x, then y, then z.
    private static Vector3[] Placed(Vector3[] expression, Vector3 turn)
    {
        const float Degree = MathF.PI / 180;
        Matrix4x4 rotation = Matrix4x4.CreateRotationX(turn.X * Degree) * Matrix4x4.CreateRotationY(turn.Y * Degree) * Matrix4x4.CreateRotationZ(turn.Z * Degree);
        return [.. expression.Select((move, i) => (PortraitGraphs.Scale * (Vector3.Transform(PortraitGraphs.Point(i), rotation) + move)) + PortraitGraphs.Translation)];
    }

    // Spot checks of the table are below; here it is the engine's own.
    private static Vector3[] Limited(Vector3[] expression)
    {
        Vector3[] limited = [.. expression];
        ExpressionLimits.Clamp(limited);
        Assert.NotEqual(expression, limited);
        return limited;
    }

    [Theory]
    [InlineData(0, -0.028807f, -0.081273f, -0.0017054f, 0.044668f, 0.070877f, 0.00040834f)]
    [InlineData(6, -0.030271f, -0.03932f, -8.2409e-06f, 0.016113f, 0.029291f, 3.4473e-06f)]
    [InlineData(12, -0.0083427f, -0.0039978f, -3.2748e-05f, 0.00087575f, 0.0068221f, 2.761e-05f)]
    [InlineData(17, -0.018644f, -0.024854f, -0.027442f, 0.017211f, 0.030163f, 0.013656f)]
    [InlineData(20, -0.019037f, -0.037436f, -0.013474f, 0.021745f, 0.086681f, 0.033424f)]
    public void Expressions_are_kept_within_what_the_networks_know(int point, float leastX, float leastY, float leastZ, float mostX, float mostY, float mostZ)
    {
        Vector3[] low = [.. Enumerable.Repeat(new Vector3(-1), PortraitGraphs.Count)], high = [.. Enumerable.Repeat(new Vector3(1), PortraitGraphs.Count)];
        ExpressionLimits.Clamp(low);
        ExpressionLimits.Clamp(high);
        Assert.Equal(new Vector3(leastX, leastY, leastZ), low[point]);
        Assert.Equal(new Vector3(mostX, mostY, mostZ), high[point]);
    }

    private SwappedFace Swap(SwapOptions options) => _rig.Engine().Swap(_rig.Frame, _rig.Face, SwapperRig.Identity(), options with
    {
        Network = new NetworkOptions(Swapper.File, _rig.PathOf("plus_blendswap.onnx")) { Masks = new NetworkMasks(MaskKinds.Hull) },
        Colour = ColourMethod.Off, Grain = 0, Sharpness = 0,
    })!;

    private void WriteAnimator(PortraitGraphs graphs)
    {
        _rig.Write("live_portrait_feature_extractor.onnx", graphs.Features());
        _rig.Write("live_portrait_motion_extractor.onnx", graphs.Motion());
        _rig.Write("live_portrait_generator.onnx", PortraitGraphs.Generator());
    }

    private void WriteRetargeters()
    {
        _rig.Write("live_portrait_eye_retargeter.onnx", PortraitGraphs.Retargeter(66));
        _rig.Write("live_portrait_lip_retargeter.onnx", PortraitGraphs.Retargeter(65));
        _rig.Write("live_portrait_stitcher.onnx", PortraitGraphs.Stitcher());
    }

    // The plate's colour at a place of a crop: the place is looked for on the raster.
    private Vector3 At(Vector2[] template, Vector2 place)
    {
        Vector2 origin = _rig.InCrop(template, 1, default), right = _rig.InCrop(template, 1, Vector2.UnitX) - origin, down = _rig.InCrop(template, 1, Vector2.UnitY) - origin;
        float determinant = (right.X * down.Y) - (right.Y * down.X);
        Vector2 wanted = place - origin;
        return SwapperRig.Plate(new Vector2((wanted.X * down.Y) - (wanted.Y * down.X), (right.X * wanted.Y) - (right.Y * wanted.X)) / determinant).AsVector3();
    }

    // Inside the face's matte and the box.
    private void Expect(SwappedFace swapped, Vector2[] template, Func<Vector2, Vector3> expected)
    {
        int compared = 0;
        RectI region = swapped.Region;
        for (int y = region.Y1; y < region.Y2; y += 3)
        {
            for (int x = region.X1; x < region.X2; x += 3)
            {
                Vector2 inCrop = _rig.InCrop(template, Side, new Vector2(x + 0.5f, y + 0.5f)) / Side;
                if (Math.Min(Math.Min(inCrop.X, inCrop.Y), Math.Min(1 - inCrop.X, 1 - inCrop.Y)) < 0.25f || swapped.Matte.Row(y - region.Y1)[x - region.X1] < 0.9999f)
                    continue;
                Vector3 wanted = Vector3.Clamp(expected(inCrop), Vector3.Zero, Vector3.One), difference = swapped.Result.Row(y - region.Y1)[x - region.X1].AsVector3() - wanted;
                Assert.True(difference.Length() < 2e-3f, $"off by {difference} at {inCrop} of the crop, where {wanted} is expected");
                Assert.InRange(wanted.X, 0.02f, 0.98f);
                compared++;
            }
        }

        Assert.True(compared > 150, $"only {compared} places were compared");
    }
}
