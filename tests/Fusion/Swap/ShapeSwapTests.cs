using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Tests.Swap;

[Collection(nameof(TextureSwapTests))]
public class ShapeSwapTests
{
    private static readonly NetworkSpace Display = NetworkSpace.Working;
    private static readonly NetworkSpace Linear = new(TransferCurve.SceneLinear, false);

    [SkippableFact]
    public void Shape_adds_to_the_likeness_and_lands_where_it_is_meant_to()
    {
        using Scene scene = new("london_neutral/001", "f_white");
        using SwappedFace texture = scene.Swap(0), shaped = scene.Swap(1);
        (double likeness, _) = scene.Score(texture, scene.Face.Mesh);
        (double shapedLikeness, double error) = scene.Score(shaped, ShapePlan.Make(scene.Face, scene.Identity, 1, scene.Neutral).Mesh);
        Assert.True(shapedLikeness > likeness + 0.05, $"the cosine to the identity went from {likeness:0.00} to {shapedLikeness:0.00}");
        Assert.InRange(error, 0, 0.015);
    }

    [SkippableFact]
    public void Without_shape_weight_and_matte_are_the_same()
    {
        using Scene scene = new("london_neutral/002", "m_african");
        using SwappedFace asked = scene.Swap(0);
        Assert.True(asked.Weight.Values.SequenceEqual(asked.Matte.Values));
        Assert.Equal((0, ""), (asked.Shape, asked.ShapeNote));
    }

    [SkippableFact]
    public void A_neutral_that_is_not_known_is_told_from_the_frame()
    {
        using Scene scene = new("london_neutral/002", "m_african");
        using SwappedFace told = scene.Engine.Swap(scene.View, scene.Face, scene.Identity, new SwapOptions(), null)!;
        Assert.Equal((1, ""), (told.Shape, told.ShapeNote));
        FaceMesh known = ShapePlan.Make(scene.Face, scene.Identity, 1, scene.Neutral).Mesh, guessed = ShapePlan.Make(scene.Face, scene.Identity, 1, null).Mesh;
        double sum = 0;
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
            sum += Vector3.Distance(known.Points[i], guessed.Points[i]) / scene.Face.Pose.InterOcular / FaceMeshIndices.SurfaceCount;
        Assert.InRange(sum, 0, 0.05);
    }

    [SkippableFact]
    public void A_face_that_turns_away_loses_its_shape_little_by_little()
    {
        using Scene scene = new("london_neutral/002", "m_african");
        float before = 1;
        for (int yaw = 0; yaw <= 60; yaw++)
        {
            double angle = yaw * Math.PI / 180;
            Vector3[] points = scene.Face.Mesh.Points.ToArray();
            Vector3 centre = points[168];
            foreach (ref Vector3 point in points.AsSpan())
            {
                Vector3 arm = point - centre;
                point = centre + new Vector3((float)(Math.Cos(angle) * arm.X - Math.Sin(angle) * arm.Z), arm.Y, (float)(Math.Sin(angle) * arm.X + Math.Cos(angle) * arm.Z));
            }

            FaceMesh mesh = new(points, 1);
            ShapePlan plan = ShapePlan.Make(new Face(scene.Face.Detection, mesh, HeadPose.Fit(mesh)), scene.Identity, 1, null);
            Assert.InRange(plan.Strength, before - 0.2f, before);
            Assert.Equal(plan.Strength < 1, plan.Note.Length > 0);
            before = plan.Strength;
        }

        Assert.Equal(0, before);
    }

    [SkippableFact]
    public void Five_points_are_too_few_for_a_shape()
    {
        using Scene scene = new("london_neutral/002", "m_african");
        FaceMesh mesh = FivePointMesh.Fit(scene.Face.Detection, 1, 0.2f);
        Face face = scene.Face with { Mesh = mesh, Pose = HeadPose.Fit(mesh) };
        using SwappedFace swapped = scene.Engine.Swap(scene.View, face, scene.Identity, new SwapOptions(), scene.Neutral)!;
        Assert.Equal(0, swapped.Shape);
        Assert.Contains("five points", swapped.ShapeNote, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_plate_moves_without_a_seam_and_comes_to_rest()
    {
        using Scene scene = new("london_neutral/022", "m_easian");

        // A ramp shows by its slope where each pixel was taken from.
        using ImageBuffer ramp = new(scene.Pixels.Width, scene.Pixels.Height);
        for (int i = 0; i < ramp.Length; i++)
            ramp.Pixels[i] = new Vector4(i % ramp.Width * 1e-3f, i / ramp.Width * 1e-3f, 0.5f, 1);
        FaceMesh mesh = ShapePlan.Make(scene.Face, scene.Identity, 1, scene.Neutral).Mesh;
        SwapScale scale = new(scene.Face.Pose, 1);
        using PlateWarp warp = PlateWarp.Make(new FrameView(ramp.AsView(), Display, false), scene.Face, mesh, scale, Display);
        double most = 0, steepest = 0;
        for (int y = 0; y < warp.Region.Height; y++)
        {
            for (int x = 0; x < warp.Region.Width; x++)
            {
                Vector2 move = Move(warp, x, y);
                bool isEdge = x == 0 || y == 0 || x == warp.Region.Width - 1 || y == warp.Region.Height - 1;
                most = Math.Max(most, move.Length());
                if (isEdge)
                    Assert.Equal(Vector2.Zero, move);
                if (warp.Weight.Row(y)[x] == 0)
                    Assert.Equal(warp.Original.Row(y)[x], warp.Warped.Row(y)[x]);
                if (warp.Weight.Row(y)[x] < 1)
                    Assert.InRange(move.Length(), 0, 0.01 * scale.Pixels);
                if (!isEdge)
                    steepest = Math.Max(steepest, Math.Max((Move(warp, x + 1, y) - move).Length(), (Move(warp, x, y + 1) - move).Length()));
            }
        }

        Assert.InRange(most, 3, 0.36 * scale.Pixels);
        Assert.True(steepest < 0.8, $"neighbours move {steepest:0.00} pixels apart: the plate folds or tears");

        // The outline of the face is taken from its old outline.
        foreach (int index in FaceMeshIndices.Oval)
        {
            Vector3 to = mesh.Points[index], from = scene.Face.Mesh.Points[index];
            Vector2 move = Move(warp, (int)to.X - warp.Region.X1, (int)to.Y - warp.Region.Y1);
            Assert.InRange(Vector2.Distance(move, new Vector2(from.X - to.X, from.Y - to.Y)), 0, 0.03 * scale.Pixels);
        }
    }

    [SkippableFact]
    public void The_same_shape_moves_nothing()
    {
        using Scene scene = new("london_neutral/003", "f_multi");
        FaceShape own = scene.Identity.Neutral;
        FaceMesh mesh = ShapePlan.Make(scene.Face, scene.Identity, 1, own).Mesh;
        // Only the lips' motion is emphasised.
        for (int i = 0; i < FaceMeshIndices.Count; i++)
            Assert.InRange(Vector3.Distance(scene.Face.Mesh.Points[i], mesh.Points[i]), 0, 0.015 * scene.Face.Pose.InterOcular);
    }

    [SkippableFact]
    public void A_huge_difference_neither_folds_nor_turns_the_face_inside_out()
    {
        using Scene scene = new("london_neutral/003", "f_multi");
        Vector3[] points = FaceShape.Of(scene.Identity.Mesh, scene.Identity.Pose).Points.ToArray();
        foreach (ref Vector3 point in points.AsSpan())
            point *= new Vector3(0.3f, 1.8f, 1);
        FaceMesh mesh = ShapePlan.Make(scene.Face, scene.Identity, 1.5f, new FaceShape(points)).Mesh;
        double most = (0.35 + 0.05) * scene.Face.Pose.InterOcular;
        for (int i = 0; i < FaceMeshIndices.Count; i++)
            Assert.InRange(Vector3.Distance(scene.Face.Mesh.Points[i], mesh.Points[i]), 0, most);
        using SwappedFace swapped = scene.Engine.Swap(scene.View, scene.Face, scene.Identity, new SwapOptions(Shape: 1.5f), new FaceShape(points))!;
        Assert.True(swapped.Result.Pixels.ToArray().All(pixel => float.IsFinite(Vector4.Dot(pixel, Vector4.One))));
    }

    [SkippableFact]
    public void Closed_lids_stay_closed_and_in_order()
    {
        using Scene scene = new("london_neutral/003", "f_multi");
        Vector3[] points = scene.Face.Mesh.Points.ToArray();
        ReadOnlySpan<int> eye = FaceMeshIndices.LeftEye;
        for (int i = 1; i < eye.Length / 2; i++)
            points[eye[^i]] = points[eye[i]];
        Face blink = scene.Face with { Mesh = new FaceMesh(points, 1) };

        // An identity whose eyes open less than the target's would turn these lids inside out.
        Vector3[] wide = scene.Neutral.Points.ToArray();
        for (int i = 1; i < eye.Length / 2; i++)
            wide[eye[^i]].Y -= 0.05f;
        FaceMesh mesh = ShapePlan.Make(blink, scene.Identity, 1, new FaceShape(wide)).Mesh;
        for (int i = 1; i < eye.Length / 2; i++)
            Assert.InRange(mesh.Points[eye[i]].Y - mesh.Points[eye[^i]].Y, -0.01 * blink.Pose.InterOcular, 0.01 * blink.Pose.InterOcular);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Broken_pixels_spread_to_no_other(bool premultiplied)
    {
        using Scene scene = new("london_neutral/002", "f_white");
        using ImageBuffer clean = scene.Pixels.Clone();
        foreach (ref Vector4 pixel in clean.Pixels)
            pixel = (3 * Linear.Decode(pixel)) with { W = 1 };
        using ImageBuffer dirty = clean.Clone();
        RectF box = scene.Face.Mesh.Bounds;
        float[] rubbish = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e20f, -3];
        HashSet<(int X, int Y)> places = [];
        for (int i = 0; i < rubbish.Length; i++)
        {
            // On the cheek, beside the jaw, and on the shoulder.
            foreach ((int x, int y) in new[] { ((int)box.X1 + 30, (int)box.Centre.Y + 9 * i), ((int)box.X1 - 10, (int)box.Centre.Y + 9 * i), ((int)box.Centre.X + 9 * i, (int)box.Y2 + 20) })
            {
                dirty.Row(y)[x] = new Vector4(new Vector3(rubbish[i]), 1);
                places.Add((x, y));
            }
        }

        using ImageBuffer expected = scene.Composite(clean, Linear, premultiplied), actual = scene.Composite(dirty, Linear, premultiplied);
        for (int y = 0; y < expected.Height; y++)
        {
            for (int x = 0; x < expected.Width; x++)
            {
                Vector4 pixel = actual.Row(y)[x];
                if (places.Contains((x, y)))
                {
                    if (!float.IsFinite(dirty.Row(y)[x].X))
                        Assert.Equal(dirty.Row(y)[x].X, pixel.X);
                }
                else
                {
                    Assert.InRange(Vector4.Distance(expected.Row(y)[x], pixel), 0, 0.35f);
                }
            }
        }
    }

    [SkippableFact]
    public void Light_above_white_moves_and_survives()
    {
        using Scene scene = new("london_neutral/002", "m_african");
        using ImageBuffer plate = scene.Pixels.Clone();
        foreach (ref Vector4 pixel in plate.Pixels)
            pixel = Linear.Decode(pixel) with { W = 1 };
        FaceMesh mesh = ShapePlan.Make(scene.Face, scene.Identity, 1, scene.Neutral).Mesh;
        Vector3 ear = scene.Face.Mesh.Points[234], moved = mesh.Points[234];
        for (int y = -4; y < 5; y++)
            plate.Row((int)ear.Y + y)[((int)ear.X - 12)..((int)ear.X - 3)].Fill(new Vector4(50, 50, 50, 1));
        using ImageBuffer result = scene.Composite(plate, Linear, premultiplied: false);
        Vector4 lamp = result.Row((int)moved.Y)[(int)moved.X - 7];
        Assert.InRange(lamp.X, 49, 50.1);
        Assert.All(result.Pixels.ToArray(), pixel => Assert.InRange(Math.Min(pixel.X, Math.Min(pixel.Y, pixel.Z)), 0, 51));
    }

    [SkippableFact]
    public void A_keyed_plate_moves_its_alpha_with_its_colour()
    {
        using Scene scene = new("london_neutral/032", "f_easian");
        using ImageBuffer keyed = scene.Pixels.Clone();
        FaceMesh mesh = scene.Face.Mesh;
        Vector2[] outline = [.. FaceMeshIndices.Oval.ToArray().Select(index => new Vector2(mesh.Points[index].X, mesh.Points[index].Y))];
        for (int y = 0; y < keyed.Height; y++)
        {
            for (int x = 0; x < keyed.Width; x++)
            {
                if (!Polygon.Contains(outline, new Vector2(x + 0.5f, y + 0.5f)))
                    keyed.Row(y)[x] = default;
            }
        }

        using ImageBuffer result = scene.Composite(keyed, Display, premultiplied: true);
        FaceMesh wanted = ShapePlan.Make(scene.Face, scene.Identity, 1, scene.Neutral).Mesh;
        Vector2[] newOutline = [.. FaceMeshIndices.Oval.ToArray().Select(index => new Vector2(wanted.Points[index].X, wanted.Points[index].Y))];
        double unit = scene.Face.Pose.InterOcular;
        for (int y = 0; y < result.Height; y++)
        {
            for (int x = 0; x < result.Width; x++)
            {
                Vector2 centre = new(x + 0.5f, y + 0.5f);
                Vector4 pixel = result.Row(y)[x];
                Assert.InRange(pixel.W, 0, 1);
                if (Polygon.Distance(newOutline, centre) < 0.05 * unit)
                    continue;
                bool isInside = Polygon.Contains(newOutline, centre);
                Assert.Equal(isInside ? 1 : 0, pixel.W, 0.02);
                if (!isInside)
                    Assert.InRange(pixel.AsVector3().Length(), 0, 0.02);
            }
        }
    }

    [SkippableFact]
    public void A_face_cut_by_the_frames_edge_keeps_the_warp_it_had()
    {
        using Scene scene = new("london_neutral/022", "m_easian");
        int left = (int)scene.Face.Mesh.Bounds.Centre.X - 20, top = (int)scene.Face.Mesh.Bounds.Y1 + 30;
        RectI crop = new(left, top, scene.Pixels.Width, scene.Pixels.Height);
        FrameView cutView = scene.View with { Pixels = scene.View.Pixels.Crop(crop) };
        Face cutFace = scene.Face with { Mesh = scene.Face.Mesh.Translate(-left, -top) };
        cutFace = cutFace with { Pose = HeadPose.Fit(cutFace.Mesh) };
        FaceMesh mesh = ShapePlan.Make(scene.Face, scene.Identity, 1, scene.Neutral).Mesh, cutMesh = mesh.Translate(-left, -top);
        SwapScale scale = new(scene.Face.Pose, 1);
        using PlateWarp whole = PlateWarp.Make(scene.View, scene.Face, mesh, scale, Display), cut = PlateWarp.Make(cutView, cutFace, cutMesh, scale, Display);
        Assert.Equal((0, 0), (cut.Region.X1, cut.Region.Y1));
        for (int y = 30; y < cut.Region.Height - 1; y++)
        {
            for (int x = 30; x < cut.Region.Width - 1; x++)
            {
                Vector4 expected = whole.Warped.Row(y + top + cut.Region.Y1 - whole.Region.Y1)[x + left + cut.Region.X1 - whole.Region.X1];
                Assert.InRange(Vector4.Distance(expected, cut.Warped.Row(y)[x]), 0, 0.02);
            }
        }
    }

    [SkippableFact]
    public void Wide_pixels_give_the_same_face_as_square_ones()
    {
        using Scene scene = new("london_neutral/022", "m_easian");
        using ImageBuffer narrow = new((scene.Pixels.Width + 1) / 2, scene.Pixels.Height);
        for (int y = 0; y < narrow.Height; y++)
        {
            ReadOnlySpan<Vector4> row = scene.Pixels.Row(y);
            for (int x = 0; x < narrow.Width; x++)
                narrow.Row(y)[x] = (row[2 * x] + row[Math.Min(2 * x + 1, row.Length - 1)]) / 2;
        }

        Vector3[] points = scene.Face.Mesh.Points.ToArray();
        foreach (ref Vector3 point in points.AsSpan())
            point.X /= 2;
        Face face = scene.Face with { Mesh = new FaceMesh(points, 1, 2) };
        FaceMesh square = ShapePlan.Make(scene.Face, scene.Identity, 1, scene.Neutral).Mesh, wide = ShapePlan.Make(face, scene.Identity, 1, scene.Neutral).Mesh;
        SwapScale scale = new(face.Pose, 2);
        using PlateWarp expected = PlateWarp.Make(scene.View, scene.Face, square, scale, Display);
        using PlateWarp actual = PlateWarp.Make(new FrameView(narrow.AsView(), Display, false, 2), face, wide, scale, Display);
        double difference = 0;
        int count = 0;
        for (int y = 1; y < actual.Region.Height - 1; y++)
        {
            for (int x = 1; x < actual.Region.Width - 2; x++)
            {
                int column = 2 * (x + actual.Region.X1) - expected.Region.X1, row = y + actual.Region.Y1 - expected.Region.Y1;
                if (column < 0 || column + 1 >= expected.Region.Width || row < 0 || row >= expected.Region.Height)
                    continue;
                Vector4 both = (expected.Warped.Row(row)[column] + expected.Warped.Row(row)[column + 1]) / 2;
                difference += Vector4.Distance(both, actual.Warped.Row(y)[x]);
                count++;
            }
        }

        Assert.InRange(difference / count, 0, 0.01);
    }

    private static Vector2 Move(PlateWarp warp, int x, int y)
    {
        Vector4 move = warp.Warped.Row(y)[x] - warp.Original.Row(y)[x];
        return new Vector2(move.X, move.Y) * 1e3f;
    }

    /// <summary>A target whose neutral shape is known, and an identity.</summary>
    private sealed class Scene : IDisposable
    {
        private readonly Still _still;

        public Scene(string target, string identity)
        {
            Engine = Material.Engine();
            Identity = Engine.LoadIdentity(Material.Composite(identity));
            _still = Material.Open(TestSupport.SharedMaterial.Require($"pictures/{target}.jpg"));
            Pixels = new ImageBuffer(_still.Width, _still.Height);
            PixelReader.Read(_still.View, _still.View.Bounds, Display, _still.Premultiplied, Pixels);
            Face = Engine.FindFaces(View)[0];
            Neutral = FaceShape.Of(Face.Mesh, Face.Pose);
        }

        public FaceEngine Engine { get; }

        public IdentityPortrait Identity { get; }

        public ImageBuffer Pixels { get; }

        public FrameView View => new(Pixels.AsView(), Display, false);

        public Face Face { get; }

        public FaceShape Neutral { get; }

        public SwappedFace Swap(float shape) => Engine.Swap(View, Face, Identity, new SwapOptions(Shape: shape), Neutral)!;

        /// <summary>The frame with the swap at shape 1 in it, in the host's values.</summary>
        public ImageBuffer Composite(ImageBuffer plate, NetworkSpace space, bool premultiplied)
        {
            using SwappedFace swapped = Engine.Swap(new FrameView(plate.AsView(), space, premultiplied), Face, Identity, new SwapOptions(), Neutral)!;
            ImageBuffer result = new(plate.Width, plate.Height);
            ResidualPaste.Composite(plate.AsView(), result.AsView(), plate.Bounds, swapped.Residual(), premultiplied);
            return result;
        }

        /// <summary>The likeness of what comes out, and how far its points are from where they should be, in inter-ocular distances.</summary>
        public (double Likeness, double Error) Score(SwappedFace swapped, FaceMesh wanted)
        {
            using ImageBuffer result = new(Pixels.Width, Pixels.Height);
            ResidualPaste.Composite(Pixels.AsView(), result.AsView(), result.Bounds, swapped.Residual(), premultiplied: false);
            FrameView view = new(result.AsView(), Display, false);
            Face found = Engine.FindFaces(view)[0];
            double sum = 0;
            for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
                sum += Vector2.Distance(new Vector2(found.Mesh.Points[i].X, found.Mesh.Points[i].Y), new Vector2(wanted.Points[i].X, wanted.Points[i].Y));
            return (Engine.Embed(view, found).Cosine(Identity.Embedding), sum / FaceMeshIndices.SurfaceCount / Face.Pose.InterOcular);
        }

        public void Dispose()
        {
            Pixels.Dispose();
            _still.Dispose();
        }
    }
}
