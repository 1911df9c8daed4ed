using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Stills;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Tests.Detection;

public class DetectionTests
{
    private static readonly NetworkSpace Display = NetworkSpace.Working;

    [SkippableFact]
    public void An_empty_frame_has_no_face()
    {
        using ImageBuffer grey = new(640, 360);
        grey.Fill(new Vector4(0.4f, 0.4f, 0.4f, 1));
        Assert.Empty(Material.Engine().FindFaces(new FrameView(grey.AsView(), Display, false)));
    }

    [SkippableTheory]
    [InlineData(3840, 2160, 60)]
    [InlineData(3840, 2160, 400)]
    [InlineData(4448, 3096, 700)]
    [InlineData(1920, 1080, 400)]
    [InlineData(200, 300, 150)]
    public void Small_and_large_faces_are_found_where_they_are(int width, int height, int faceSize)
    {
        using Still picture = Material.Open(Material.London("001"));
        FaceEngine engine = Material.Engine();
        Face original = Assert.Single(engine.FindFaces(picture.Frame));
        double scale = faceSize / original.Detection.Box.Height;
        Vector2 corner = new(0.61f * width - (float)(scale * original.Detection.Box.Centre.X), 0.55f * height - (float)(scale * original.Detection.Box.Centre.Y));

        using ImageBuffer frame = Place(picture, width, height, scale, corner);
        Face found = Assert.Single(engine.FindFaces(new FrameView(frame.AsView(), Display, false)));
        for (int i = 0; i < found.Mesh.Points.Length; i++)
        {
            Vector2 expected = corner + (float)scale * new Vector2(original.Mesh.Points[i].X, original.Mesh.Points[i].Y);
            Vector2 actual = new(found.Mesh.Points[i].X, found.Mesh.Points[i].Y);
            Assert.InRange(Vector2.Distance(expected, actual), 0, 0.06f * faceSize);
        }
    }

    [SkippableFact]
    public void Chosen_faces_are_those_chosen_from_all()
    {
        using ImageBuffer frame = new(1100, 420);
        (string Person, float Scale, Vector2 Corner)[] cast = [("001", 0.6f, new(0, 10)), ("002", 0.5f, new(400, 60)), ("003", 0.55f, new(720, 0))];
        foreach ((string person, float scale, Vector2 corner) in cast)
        {
            using Still picture = Material.Open(Material.London(person));
            using ImageBuffer placed = ImageBuffer.Uninitialized((int)(scale * picture.Width), (int)(scale * picture.Height));
            AreaSampler.Sample(picture.View, Affine2D.Scaling(1 / scale, 1 / scale), Display, false, placed);
            PixelCopy.Copy(placed.AsView(), frame.AsView().Crop(placed.Bounds.Offset((int)corner.X, (int)corner.Y)));
        }

        FrameView view = new(frame.AsView(), Display, false);
        FaceEngine engine = Material.Engine();
        IReadOnlyList<Face> all = engine.FindFaces(view);
        Assert.Equal(cast.Length, all.Count);
        foreach (FaceOrder order in (ReadOnlySpan<FaceOrder>)[FaceOrder.FromRight, FaceOrder.All])
        {
            for (int number = 1; number <= cast.Length + 1; number++)
            {
                FaceSelection selection = new(order, number);
                IReadOnlyList<Face> expected = selection.Choose(all, view), chosen = engine.FindFaces(view, selection);
                Assert.Equal(expected.Count, chosen.Count);
                for (int i = 0; i < chosen.Count; i++)
                {
                    Assert.Equal(expected[i].Detection.Box, chosen[i].Detection.Box);
                    Assert.True(expected[i].Mesh.Points.SequenceEqual(chosen[i].Mesh.Points));
                }
            }
        }
    }

    [SkippableFact]
    public void The_largest_face_is_found_without_a_closer_look_where_that_could_not_change_it()
    {
        using ImageBuffer frame = new(1920, 1080);
        (string Person, int Face, Vector2 Middle)[] cast = [("001", 130, new(500, 500)), ("002", 110, new(1000, 400)), ("003", 40, new(1500, 800))];
        FaceEngine engine = Material.Engine();
        foreach ((string person, int face, Vector2 middle) in cast)
        {
            using Still picture = Material.Open(Material.London(person));
            double scale = face / Assert.Single(engine.FindFaces(picture.Frame)).Detection.Box.Height;
            using ImageBuffer placed = ImageBuffer.Uninitialized((int)(scale * picture.Width), (int)(scale * picture.Height));
            AreaSampler.Sample(picture.View, Affine2D.Scaling(1 / scale, 1 / scale), Display, false, placed);
            PixelCopy.Copy(placed.AsView(), frame.AsView().Crop(placed.Bounds.Offset((int)middle.X - placed.Width / 2, (int)middle.Y - placed.Height / 2)));
        }

        FrameView view = new(frame.AsView(), Display, false);
        FaceSelection largest = new(FaceOrder.Largest);
        IReadOnlyList<Face> all = engine.FindFaces(view);
        Assert.Equal(cast.Length, all.Count);
        Assert.NotEqual(engine.Detect(view).Select(face => face.Box), engine.Detect(view, largest.Goal).Select(face => face.Box));
        Face expected = Assert.Single(largest.Choose(all, view)), found = Assert.Single(engine.FindFaces(view, largest));
        Assert.Equal(expected.Detection.Box, found.Detection.Box);
        Assert.True(expected.Mesh.Points.SequenceEqual(found.Mesh.Points));
    }

    [SkippableFact]
    public void A_face_that_fills_the_frame_is_found()
    {
        using Still picture = Material.Open(Material.London("001"));
        FaceEngine engine = Material.Engine();
        Face original = Assert.Single(engine.FindFaces(picture.Frame));
        RectI close = RectI.FromBounds(original.Detection.Box.Inflate(-0.06f * original.Detection.Box.Width));
        Assert.Single(engine.FindFaces(picture.Frame with { Pixels = picture.View.Crop(close) }));
    }

    [SkippableFact]
    public void An_anamorphic_frame_gives_the_face_of_the_square_one()
    {
        using Still picture = Material.Open(Material.London("001"));
        FaceEngine engine = Material.Engine();
        Face square = Assert.Single(engine.FindFaces(picture.Frame));
        using ImageBuffer squeezed = new(picture.Width / 2, picture.Height);
        AreaSampler.Sample(picture.View, Affine2D.Scaling(2, 1), Display, false, squeezed);
        Face found = Assert.Single(engine.FindFaces(new FrameView(squeezed.AsView(), Display, false, PixelAspect: 2)));
        Assert.Equal(square.Pose.InterOcular, found.Pose.InterOcular, 0.02 * square.Pose.InterOcular);
        Assert.Equal(square.Mesh.Points[4].X / 2, found.Mesh.Points[4].X, 2f);
    }

    // The picture at a scale on a grey frame; its replicated edges surround it.
    private static ImageBuffer Place(Still picture, int width, int height, double scale, Vector2 corner)
    {
        ImageBuffer frame = new(width, height);
        AreaSampler.Sample(picture.View, new Affine2D(scale, 0, corner.X, 0, scale, corner.Y).Invert(), Display, false, frame);
        return frame;
    }
}
