using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Tests.Swap;

[Collection(nameof(TextureSwapTests))]
public class TextureSwapTests
{
    private static readonly NetworkSpace Display = NetworkSpace.Working;

    // Where the shape stays, everything is where the plate has it.
    private static readonly SwapOptions TextureOnly = new(Shape: 0);

    [SkippableFact]
    public void The_result_looks_like_the_identity()
    {
        FaceEngine engine = Material.Engine();
        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("m_easian"));
        using Still target = Material.Open(Material.London("001"));
        using ImageBuffer frame = Working(target);
        FrameView view = new(frame.AsView(), Display, false);
        Face face = engine.FindFaces(view)[0];
        double before = engine.Embed(view, face).Cosine(identity.Embedding);
        using SwappedFace swapped = engine.Swap(view, face, identity, new SwapOptions())!;
        PasteInto(frame, swapped);
        double after = engine.Embed(view, engine.FindFaces(view)[0]).Cosine(identity.Embedding);
        Assert.True(after > before + 0.2, $"the cosine to the identity went from {before:0.00} to {after:0.00}");
    }

    [SkippableFact]
    public void Outside_the_matte_nothing_changes_and_the_matte_ends_in_zero()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using SwappedFace swapped = Swap(engine, target.Frame, new SwapOptions());
        RectI region = swapped.Region;
        Assert.True(target.View.Bounds.Contains(region));
        for (int y = 0; y < region.Height; y++)
        {
            for (int x = 0; x < region.Width; x++)
            {
                float matte = swapped.Matte.Row(y)[x];
                Assert.InRange(matte, 0, 1);
                if (x == 0 || y == 0 || x == region.Width - 1 || y == region.Height - 1)
                    Assert.Equal(0, matte);
                Assert.True(float.IsFinite(Vector4.Dot(swapped.Result.Row(y)[x], Vector4.One)));
                Assert.Equal(swapped.Original.Row(y)[x].W, swapped.Result.Row(y)[x].W);
            }
        }
    }

    [SkippableFact]
    public void A_wider_feather_shows_less_and_never_reaches_further()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using SwappedFace hard = Swap(engine, target.Frame, Feathered(0));
        using SwappedFace soft = Swap(engine, target.Frame, Feathered(20));
        using SwappedFace softer = Swap(engine, target.Frame, Feathered(60));
        Assert.Equal(hard.Region, soft.Region);
        for (int i = 0; i < hard.Matte.Length; i++)
        {
            Assert.True(hard.Matte.Values[i] >= soft.Matte.Values[i]);
            Assert.True(soft.Matte.Values[i] >= softer.Matte.Values[i]);
        }

        Assert.True(Sum(hard.Matte) > 1.1 * Sum(soft.Matte));
        Assert.True(Sum(soft.Matte) > 1.1 * Sum(softer.Matte));
    }

    [SkippableFact]
    public void Each_side_of_the_head_has_its_own_feather()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using SwappedFace even = Swap(engine, target.Frame, Feathered(10));
        using SwappedFace top = Swap(engine, target.Frame, new SwapOptions { Feather = new FeatherOptions(60, 10, 10, 10) });
        Face face = engine.FindFaces(target.Frame)[0];
        Vector3 forehead = face.Mesh.Points[151], chin = face.Mesh.Points[199];
        Assert.Equal(MatteAt(even, chin), MatteAt(top, chin), 1e-3);
        Assert.InRange(MatteAt(top, forehead), 0.05, MatteAt(even, forehead) - 0.2);
        for (int i = 0; i < even.Matte.Length; i++)
            Assert.True(even.Matte.Values[i] > 0 || top.Matte.Values[i] == 0);
    }

    [SkippableFact]
    public void The_targets_light_stays()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using SwappedFace swapped = Swap(engine, target.Frame, new SwapOptions(), identity: "m_african");
        Vector4 original = WeightedMean.Of(swapped.Original, swapped.Matte), result = WeightedMean.Of(swapped.Result, swapped.Matte);
        Assert.InRange(Vector4.Distance(original, result), 0, 0.06f);
    }

    [SkippableFact]
    public void The_mouth_and_by_default_the_eyes_stay_the_targets()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        Face face = engine.FindFaces(target.Frame)[0];
        Vector3 iris = face.Mesh.Points[Fusion.Landmarks.FaceMeshIndices.LeftIris];
        using SwappedFace own = Swap(engine, target.Frame, TextureOnly), half = Swap(engine, target.Frame, TextureOnly with { Eyes = 0.5f }), swapped = Swap(engine, target.Frame, TextureOnly with { Eyes = 1 });
        Assert.InRange(MatteAt(own, iris), 0, 0.05);
        Assert.InRange(MatteAt(half, iris), 0.4, 0.6);
        Assert.InRange(MatteAt(swapped, iris), 0.95, 1);

        // An open mouth: the lower half of the face moved down.
        Vector3[] points = face.Mesh.Points.ToArray();
        foreach (int index in Fusion.Landmarks.FaceMeshIndices.InnerLowerLip[1..^1])
            points[index].Y += 0.3f * (float)face.Pose.InterOcular;
        Vector3 between = (points[13] + points[14]) / 2;
        Face open = face with { Mesh = new Fusion.Landmarks.FaceMesh(points, 1) };
        using SwappedFace speaking = engine.Swap(target.Frame, open, engine.LoadIdentity(Material.Composite("f_white")), TextureOnly)!;
        Assert.InRange(MatteAt(speaking, between), 0, 0.05);
    }

    [SkippableFact]
    public void Scene_linear_pixels_give_the_same_swap_as_display_ones()
    {
        FaceEngine engine = Material.Engine();
        NetworkSpace linear = new(TransferCurve.SceneLinear, false);
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer display = Working(target), scene = display.Clone();
        foreach (ref Vector4 pixel in scene.Pixels)
            pixel = linear.Decode(pixel);

        FrameView displayView = new(display.AsView(), Display, false), sceneView = new(scene.AsView(), linear, false);
        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("f_white"));
        Face displayFace = engine.FindFaces(displayView)[0], sceneFace = engine.FindFaces(sceneView)[0];
        for (int i = 0; i < displayFace.Mesh.Points.Length; i++)
            Assert.InRange(Vector3.Distance(displayFace.Mesh.Points[i], sceneFace.Mesh.Points[i]), 0, 0.5f);

        using SwappedFace expected = engine.Swap(displayView, displayFace, identity, TextureOnly)!;
        using SwappedFace actual = engine.Swap(sceneView, displayFace, identity, TextureOnly)!;
        Assert.Equal(expected.Region, actual.Region);
        for (int i = 0; i < expected.Result.Length; i++)
            Assert.InRange(Vector4.Distance(expected.Result.Pixels[i], actual.Result.Pixels[i]), 0, 1e-3f);
    }

    [SkippableFact]
    public void An_over_exposed_plate_keeps_its_exposure()
    {
        FaceEngine engine = Material.Engine();
        NetworkSpace linear = new(TransferCurve.SceneLinear, true);
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer normal = Working(target), over = normal.Clone();
        foreach (ref Vector4 pixel in over.Pixels)
            pixel = (4 * linear.Decode(pixel)) with { W = pixel.W };

        Face face = engine.FindFaces(new FrameView(normal.AsView(), Display, false))[0];
        using SwappedFace swapped = engine.Swap(new FrameView(over.AsView(), linear, false), face, engine.LoadIdentity(Material.Composite("f_white")), new SwapOptions())!;
        Vector4 original = WeightedMean.Of(swapped.Original, swapped.Matte), result = WeightedMean.Of(swapped.Result, swapped.Matte);
        Assert.True(original.X > 1, "the skin is brighter than display white");
        Assert.InRange(Vector4.Distance(original, result) / original.Length(), 0, 0.05f);
    }

    [SkippableTheory]
    [InlineData(-6)]
    [InlineData(6)]
    public void A_plate_graded_by_stops_gives_the_swap_graded_by_them(int stops)
    {
        FaceEngine engine = Material.Engine();
        NetworkSpace linear = new(TransferCurve.SceneLinear, true);
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer normal = Working(target), edge = normal.Clone(), beyond = normal.Clone();
        Face face = engine.FindFaces(new FrameView(normal.AsView(), Display, false))[0];
        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("f_white"));

        // Both plates lie on the same side of the normal range, two stops apart.
        float first = MathF.Pow(2, stops), second = first * (stops < 0 ? 0.25f : 4);
        for (int i = 0; i < normal.Length; i++)
        {
            Vector4 light = (linear with { HighlightRollOff = false }).Decode(normal.Pixels[i]);
            edge.Pixels[i] = (first * light) with { W = 1 };
            beyond.Pixels[i] = (second * light) with { W = 1 };
        }

        using SwappedFace a = engine.Swap(new FrameView(edge.AsView(), linear, false), face, identity, TextureOnly)!;
        using SwappedFace b = engine.Swap(new FrameView(beyond.AsView(), linear, false), face, identity, TextureOnly)!;
        float skin = a.Space.Decode(WeightedMean.Of(a.Original, a.Matte)).X;
        for (int i = 0; i < a.Result.Length; i++)
        {
            Vector4 expected = a.Space.Decode(a.Result.Pixels[i]), actual = b.Space.Decode(b.Result.Pixels[i]) * (first / second);
            Assert.InRange((expected - actual).AsVector3().Length(), 0, 1e-3f * skin);
            Assert.True(Math.Min(expected.X, Math.Min(expected.Y, expected.Z)) >= 0, "there is no less light than none");
        }
    }

    [SkippableFact]
    public void Glints_stay_the_plates_and_spread_no_glow()
    {
        FaceEngine engine = Material.Engine();
        NetworkSpace linear = new(TransferCurve.SceneLinear, true);
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer display = Working(target), matt = display.Clone();
        foreach (ref Vector4 pixel in matt.Pixels)
            pixel = (linear with { HighlightRollOff = false }).Decode(pixel);

        Face face = engine.FindFaces(new FrameView(display.AsView(), Display, false))[0];
        Vector2 cheek = (face.Detection.Points[0] + face.Detection.Points[3]) / 2;
        using ImageBuffer glossy = matt.Clone();
        RectI glint = new((int)cheek.X - 3, (int)cheek.Y - 3, (int)cheek.X + 3, (int)cheek.Y + 3);
        for (int y = glint.Y1; y < glint.Y2; y++)
            glossy.Row(y)[glint.X1..glint.X2].Fill(new Vector4(40, 30, 20, 1));

        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("f_white"));
        using SwappedFace expected = engine.Swap(new FrameView(matt.AsView(), linear, false), face, identity, TextureOnly)!;
        using SwappedFace actual = engine.Swap(new FrameView(glossy.AsView(), linear, false), face, identity, TextureOnly)!;
        for (int y = 0; y < actual.Region.Height; y++)
        {
            for (int x = 0; x < actual.Region.Width; x++)
            {
                if (glint.Contains(x + actual.Region.X1, y + actual.Region.Y1))
                    Assert.Equal(actual.Original.Row(y)[x], actual.Result.Row(y)[x]);
                else
                    Assert.InRange(Vector4.Distance(expected.Result.Row(y)[x], actual.Result.Row(y)[x]), 0, 0.02f);
            }
        }
    }

    [SkippableFact]
    public void Transparent_parts_of_a_premultiplied_plate_colour_nothing_and_empty_straight_alpha_does_not_matter()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer whole = Working(target), keyed = whole.Clone(), empty = whole.Clone();
        Face face = engine.FindFaces(new FrameView(whole.AsView(), Display, false))[0];
        int edge = (int)(face.Mesh.Bounds.Centre.X + 0.6 * face.Pose.InterOcular);
        for (int y = 0; y < whole.Height; y++)
        {
            keyed.Row(y)[edge..].Clear();
            foreach (ref Vector4 pixel in empty.Row(y))
                pixel.W = 0;
        }

        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("f_white"));
        using SwappedFace expected = engine.Swap(new FrameView(whole.AsView(), Display, false), face, identity, TextureOnly)!;
        using SwappedFace actual = engine.Swap(new FrameView(keyed.AsView(), Display, true), face, identity, TextureOnly)!;
        using SwappedFace straight = engine.Swap(new FrameView(empty.AsView(), Display, false), face, identity, TextureOnly)!;
        float sum = 0, most = 0;
        int count = 0;
        for (int y = 0; y < expected.Region.Height; y++)
        {
            for (int x = 0; x < expected.Region.Width; x++)
            {
                Vector3 colour = expected.Result.Row(y)[x].AsVector3();
                Assert.Equal(colour, straight.Result.Row(y)[x].AsVector3());
                if (x + expected.Region.X1 >= edge)
                    continue;
                float distance = Vector3.Distance(colour, actual.Result.Row(y)[x].AsVector3());
                (sum, most, count) = (sum + distance, Math.Max(most, distance), count + 1);
            }
        }

        // Half a face tells the light of the whole less well, most of all where it is cut.
        Assert.InRange(most, 0, 0.13f);
        Assert.InRange(sum / count, 0, 0.012f);
    }

    [SkippableFact]
    public void A_sliver_too_small_to_tell_its_colour_is_left_alone()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        Face whole = engine.FindFaces(target.Frame)[0];
        int left = (int)whole.Mesh.Bounds.X2 - 2;
        FrameView sliver = target.Frame with { Pixels = target.View.Crop(new RectI(left, 0, target.Width, target.Height)) };
        Face cut = new(whole.Detection, whole.Mesh.Translate(-left, 0), whole.Pose);
        Assert.Null(engine.Swap(sliver, cut, engine.LoadIdentity(Material.Composite("f_white")), new SwapOptions()));
    }

    [SkippableFact]
    public void Options_out_of_range_are_refused()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        foreach (SwapOptions options in new SwapOptions[] { Feathered(-1), Feathered(101), Feathered(float.NaN), new(-0.1f), new(1.1f), new(float.NaN), new(Shape: -0.1f), new(Shape: 1.6f), new(Shape: float.NaN), new() { ColourStrength = 1.5f }, new() { Grain = -0.1f }, new() { Sharpness = float.NaN }, new() { Colour = (ColourMethod)9 } })
            Assert.Throws<ArgumentOutOfRangeException>(() => Swap(engine, target.Frame, options));
    }

    [SkippableFact]
    public void Rubbish_in_a_pixel_stays_in_its_pixel()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer clean = Working(target), dirty = clean.Clone();
        Face face = engine.FindFaces(new FrameView(clean.AsView(), Display, false))[0];
        Vector2 cheek = (face.Detection.Points[0] + face.Detection.Points[3]) / 2;
        float[] rubbish = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e20f, -3];
        for (int i = 0; i < rubbish.Length; i++)
            dirty.Row((int)cheek.Y + 3 * i)[(int)cheek.X] = new Vector4(new Vector3(rubbish[i]), 1);

        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("f_white"));
        using SwappedFace expected = engine.Swap(new FrameView(clean.AsView(), Display, false), face, identity, new SwapOptions())!;
        using SwappedFace actual = engine.Swap(new FrameView(dirty.AsView(), Display, false), face, identity, new SwapOptions())!;
        for (int i = 0; i < expected.Result.Length; i++)
        {
            // The rubbish itself is no part of the face: the paste leaves such a pixel as it is.
            if (Vector4.Abs(actual.Original.Pixels[i]).X <= 1)
                Assert.InRange(Vector4.Distance(expected.Result.Pixels[i], actual.Result.Pixels[i]), 0, 0.02f);
        }

        // The network that tells what hides the face sees five black pixels, and changes its mind a little along its edges: by 0.03
        // to 0.063, as its picture comes to lie.
        for (int i = 0; i < expected.Matte.Length; i++)
            Assert.InRange(Math.Abs(expected.Matte.Values[i] - actual.Matte.Values[i]), 0, 0.07f);
    }

    [SkippableFact]
    public void A_face_cut_by_the_frames_edge_is_swapped_up_to_it()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        Face whole = engine.FindFaces(target.Frame)[0];
        int middle = (int)whole.Mesh.Bounds.Centre.X;
        FrameView right = target.Frame with { Pixels = target.View.Crop(new RectI(middle - 40, 0, target.Width, target.Height)) };
        Face cut = new(whole.Detection, whole.Mesh.Translate(40 - middle, 0), whole.Pose);
        using SwappedFace swapped = engine.Swap(right, cut, engine.LoadIdentity(Material.Composite("f_white")), new SwapOptions())!;
        Assert.Equal(0, swapped.Region.X1);
        Assert.True(swapped.Matte.Row(swapped.Region.Height / 2)[0] > 0.9f);

        Face outside = new(whole.Detection, whole.Mesh.Translate(2000, 0), whole.Pose);
        Assert.Null(engine.Swap(target.Frame, outside, engine.LoadIdentity(Material.Composite("f_white")), new SwapOptions()));
    }

    private static SwapOptions Feathered(float percent) => new() { Feather = FeatherOptions.Uniform(percent) };

    private static SwappedFace Swap(FaceEngine engine, in FrameView frame, SwapOptions options, string identity = "f_white")
    {
        Face face = engine.FindFaces(frame)[0];
        SwappedFace? swapped = engine.Swap(frame, face, engine.LoadIdentity(Material.Composite(identity)), options);
        Assert.NotNull(swapped);
        return swapped;
    }

    private static ImageBuffer Working(Still still)
    {
        ImageBuffer image = new(still.Width, still.Height);
        PixelReader.Read(still.View, still.View.Bounds, Display, still.Premultiplied, image);
        return image;
    }

    private static void PasteInto(ImageBuffer frame, SwappedFace swapped)
    {
        for (int y = 0; y < swapped.Region.Height; y++)
        {
            Span<Vector4> row = frame.Row(swapped.Region.Y1 + y)[swapped.Region.X1..];
            for (int x = 0; x < swapped.Region.Width; x++)
                row[x] += swapped.Weight.Row(y)[x] * (swapped.Result.Row(y)[x] - swapped.Original.Row(y)[x]);
        }
    }

    private static double MatteAt(SwappedFace swapped, Vector3 place) =>
        swapped.Matte.Row((int)place.Y - swapped.Region.Y1)[(int)place.X - swapped.Region.X1];

    private static double Sum(Kernels.Pixels.Plane plane)
    {
        double sum = 0;
        foreach (float value in plane.Values)
            sum += value;
        return sum;
    }
}
