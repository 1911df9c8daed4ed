using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Segmentation;

public class SkinHairSegmenterTests
{
    private static readonly NetworkSpace Display = NetworkSpace.Working;

    // Hair reaches into these faces.
    private static readonly string[] Fringes = ["003", "037", "067", "101", "143"];

    [SkippableFact]
    public void Faces_without_a_fringe_have_no_holes_whatever_their_complexion()
    {
        FaceEngine engine = Material.Engine();
        string[] pictures = Directory.GetFiles(SharedMaterial.Require("pictures/london_neutral"), "*.jpg").Order(StringComparer.Ordinal).ToArray();
        foreach (string picture in pictures.Where((_, i) => i % 4 == 0).Where(file => !Fringes.Contains(Path.GetFileNameWithoutExtension(file))))
        {
            using Still still = Material.Open(picture);
            double hidden = HiddenShare(still.Frame, engine.FindFaces(still.Frame)[0]);
            Assert.True(hidden < 0.005, $"{hidden:0.0000} of the face in '{picture}' is held to be hidden");
        }
    }

    [SkippableFact]
    public void A_fringe_stays_in_front_of_the_new_forehead()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("003"));
        Face face = engine.FindFaces(target.Frame)[0];
        using SwappedFace swapped = engine.Swap(target.Frame, face, engine.LoadIdentity(Material.Composite("m_white")), new SwapOptions())!;
        Assert.Equal(0, MatteAt(swapped, Place(face, 151)));
        Assert.Equal(1, MatteAt(swapped, Place(face, 205)), 1e-3f);
    }

    [SkippableFact]
    public void An_identitys_fringe_is_not_swapped_in()
    {
        FaceEngine engine = Material.Engine();
        IdentityPortrait identity = engine.LoadIdentity(Material.London("003"));
        Vector3 forehead = identity.Mesh.Points[151], cheek = identity.Mesh.Points[205];
        Assert.Equal(0, identity.Image.Row((int)forehead.Y)[(int)forehead.X].W, 1e-3f);
        Assert.Equal(1, identity.Image.Row((int)cheek.Y)[(int)cheek.X].W, 1e-3f);

        using Still target = Material.Open(Material.London("002"));
        Face face = engine.FindFaces(target.Frame)[0];
        using SwappedFace swapped = engine.Swap(target.Frame, face, identity, new SwapOptions())!;
        Assert.Equal(0, MatteAt(swapped, Place(face, 151)), 1e-3f);
        Assert.Equal(1, MatteAt(swapped, Place(face, 205)), 1e-3f);
    }

    [SkippableFact]
    public void A_bar_in_front_of_the_cheek_stays_in_front()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer frame = Working(target);
        Face face = engine.FindFaces(new FrameView(frame.AsView(), Display, false))[0];
        Vector2 cheek = Place(face, 205);
        float unit = (float)face.Pose.InterOcular;
        for (int y = (int)(cheek.Y - 0.3f * unit); y < frame.Height; y++)
            frame.Row(y).Slice((int)(cheek.X - 0.2f * unit), (int)(0.4f * unit)).Fill(new Vector4(0.1f, 0.12f, 0.15f, 1));

        using SwappedFace swapped = engine.Swap(new FrameView(frame.AsView(), Display, false), face, engine.LoadIdentity(Material.Composite("f_white")), new SwapOptions())!;
        Assert.InRange(MatteAt(swapped, cheek), 0, 0.05f);
        Assert.InRange(MatteAt(swapped, Place(face, 425)), 0.95f, 1);
    }

    [SkippableTheory]
    [InlineData("002")]
    [InlineData("043")]
    public void Dark_frames_of_glasses_stay_in_front_and_what_lies_behind_their_lenses_is_swapped(string picture)
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London(picture));
        using ImageBuffer frame = Working(target);
        FrameView view = new(frame.AsView(), Display, false);
        Face face = engine.FindFaces(view)[0];
        float unit = (float)face.Pose.InterOcular;
        Vector2 left = face.Detection.Points[0], right = face.Detection.Points[1], middle = (left + right) / 2;
        DrawFrames(frame, left, right, unit);

        using SwappedFace swapped = engine.Swap(view, face, engine.LoadIdentity(Material.Composite("f_white")), new SwapOptions { Shape = 0 })!;
        Assert.InRange(MatteAt(swapped, middle), 0, 0.1f);
        foreach (Vector2 eye in new[] { left, right })
        {
            Assert.InRange(MatteAt(swapped, eye + new Vector2(0, 0.35f * unit)), 0, 0.1f);
            Assert.InRange(MatteAt(swapped, eye + new Vector2(0, 0.2f * unit)), 0.9f, 1);
            Assert.InRange(MatteAt(swapped, eye + new Vector2(0, 0.5f * unit)), 0.9f, 1);
        }
    }

    [SkippableFact]
    public void A_plate_six_stops_down_or_up_is_seen_as_at_normal_exposure()
    {
        FaceEngine engine = Material.Engine();
        NetworkSpace linear = new(TransferCurve.SceneLinear, true);
        using Still target = Material.Open(Material.London("003"));
        using ImageBuffer frame = Working(target), graded = frame.Clone();
        Face face = engine.FindFaces(new FrameView(frame.AsView(), Display, false))[0];
        RectI window = RectI.FromBounds(face.Mesh.Bounds);
        using Plane expected = Visible(new FrameView(frame.AsView(), Display, false), face, window);
        foreach (int stops in new[] { -6, 6 })
        {
            for (int i = 0; i < frame.Length; i++)
                graded.Pixels[i] = (MathF.Pow(2, stops) * (linear with { HighlightRollOff = false }).Decode(frame.Pixels[i])) with { W = 1 };
            using Plane actual = Visible(new FrameView(graded.AsView(), linear, false), face, window);
            double difference = 0;
            for (int i = 0; i < actual.Length; i++)
                difference += Math.Abs(actual.Values[i] - expected.Values[i]);
            Assert.InRange(difference / actual.Length, 0, 0.05);
        }
    }

    [SkippableFact]
    public void Without_the_network_a_swap_takes_the_whole_face()
    {
        FaceEngine with = Material.Engine();
        using TemporaryFolder folder = new();
        FaceEngine without = new(Material.LibraryWithout(FaceNetwork.Segmenter.Public, folder));
        using Still target = Material.Open(Material.London("003"));
        Face face = with.FindFaces(target.Frame)[0];
        using SwappedFace swapped = without.Swap(target.Frame, face, without.LoadIdentity(Material.Composite("m_white")), new SwapOptions(Shape: 0))!;
        Assert.InRange(MatteAt(swapped, Place(face, 151)), 0.9f, 1);

        // The portrait made without the network isn't the one made with it.
        IdentityPortrait bare = without.LoadIdentity(Material.London("003")), cut = with.LoadIdentity(Material.London("003"));
        Vector3 forehead = bare.Mesh.Points[151];
        Assert.Equal(1, bare.Image.Row((int)forehead.Y)[(int)forehead.X].W);
        Assert.Equal(0, cut.Image.Row((int)forehead.Y)[(int)forehead.X].W, 1e-3f);
    }

    // Round dark frames of 0.35 inter-ocular distances around both eyes and a bridge, each line 0.05 wide.
    private static void DrawFrames(ImageBuffer image, Vector2 left, Vector2 right, float unit)
    {
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                Vector2 at = new(x + 0.5f, y + 0.5f), middle = at - (left + right) / 2;
                float ring = Math.Abs(Math.Min(Vector2.Distance(at, left), Vector2.Distance(at, right)) - 0.35f * unit);
                float bridge = Math.Abs(middle.X) < 0.16f * unit ? Math.Abs(middle.Y) : unit;
                float cover = Math.Clamp(0.025f * unit - Math.Min(ring, bridge) + 0.5f, 0, 1);
                image.Row(y)[x] = Vector4.Lerp(image.Row(y)[x], new Vector4(0.06f, 0.05f, 0.05f, 1), cover);
            }
        }
    }

    // How much of a face's plain inside, a tenth of a unit away from its outline, is hidden.
    private static double HiddenShare(in FrameView frame, Face face)
    {
        RectI window = RectI.FromBounds(face.Mesh.Bounds).Inflate(2);
        using Plane visible = Visible(frame, face, window), inside = new TargetSurface(face.Mesh, window).Coverage();
        DistanceTransform.Inside(inside, inside);
        double hidden = 0, all = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            if (inside.Values[i] < 0.1 * face.Pose.InterOcular)
                continue;
            hidden += 1 - visible.Values[i];
            all++;
        }

        return hidden / all;
    }

    private static Plane Visible(in FrameView frame, Face face, RectI window)
    {
        SkinHairSegmenter segmenter = new(SessionCache.Get(Material.Library().Require(FaceNetwork.Segmenter.Public)));
        using FaceSegmentation segmentation = segmenter.Segment(frame, face.Mesh);
        using FaceVisibility visibility = FaceVisibility.Of(segmentation);
        return visibility.Sample(Affine2D.Translation(window.X1, window.Y1), window.Width, window.Height);
    }

    private static Vector2 Place(Face face, int index) => new(face.Mesh.Points[index].X, face.Mesh.Points[index].Y);

    private static float MatteAt(SwappedFace swapped, Vector2 place) =>
        swapped.Matte.Row((int)place.Y - swapped.Region.Y1)[(int)place.X - swapped.Region.X1];

    private static ImageBuffer Working(Still still)
    {
        ImageBuffer image = new(still.Width, still.Height);
        PixelReader.Read(still.View, still.View.Bounds, Display, still.Premultiplied, image);
        return image;
    }
}
