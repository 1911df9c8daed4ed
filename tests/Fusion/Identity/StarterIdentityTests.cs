using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Identity;

/// <summary>What pictures that make no good identity bring where the project's own detector looks at them: a sentence each.</summary>
public sealed class StarterIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void A_photo_without_a_face_is_told_of()
    {
        FaceEngine engine = Engine();
        using Still still = Material.Open(SharedMaterial.Require("backgrounds/marcusklasson+GroceryStoreDataset/059.jpg"));
        Assert.Equal("There is no face in the identity 'goods'; bring a picture that shows one face from the front.", Refusal(engine, still.Frame, "goods"));
    }

    [SkippableFact]
    public void A_drawing_that_is_taken_for_a_face_is_told_of()
    {
        FaceEngine engine = Engine();
        using ImageBuffer drawing = Drawing();
        Assert.Equal(["looks drawn, for its face is one shade; bring a photo"], engine.LoadIdentity(View(drawing), "drawing").Warnings);
        using Still photo = Material.Open(Material.London("126"));
        Assert.Empty(engine.LoadIdentity(photo.Frame, "photo").Warnings);
    }

    [SkippableFact]
    public void Of_two_faces_the_larger_is_taken_and_it_is_said_so()
    {
        FaceEngine engine = Engine();
        using Still large = Material.Open(Material.London("126")), small = Material.Open(Material.London("141"));
        using ImageBuffer both = new(large.Width + large.Width / 2, large.Height);
        Place(large, both, 0, 1);
        Place(small, both, large.Width, 2);
        IdentityPortrait portrait = engine.LoadIdentity(View(both), "couple");
        Assert.Equal(["shows 2 faces, of which the largest is used; bring a photo of one face if it is another"], portrait.Warnings);
        Assert.True(portrait.Embedding.Cosine(engine.LoadIdentity(large.Frame, "alone").Embedding) > portrait.Embedding.Scale.SamePerson);
    }

    public void Dispose() => _folder.Dispose();

    private static string Refusal(FaceEngine engine, FrameView frame, string name) =>
        Assert.Throws<FaceException>(() => engine.LoadIdentity(frame, name)).Message;

    private static FrameView View(ImageBuffer image) => new(image.AsView(), NetworkSpace.Working, Premultiplied: false);

    // A picture, made smaller by a factor, with its upper left corner at x.
    private static void Place(Still still, ImageBuffer image, int x, double factor)
    {
        using ImageBuffer small = ImageBuffer.Uninitialized((int)(still.Width / factor), (int)(still.Height / factor));
        AreaSampler.Sample(still.Frame.Pixels, Affine2D.Scaling(factor, factor), still.Frame.Space, still.Frame.Premultiplied, small);
        for (int row = 0; row < small.Height; row++)
            small.Pixels.Slice(row * small.Width, small.Width).CopyTo(image.Pixels.Slice(row * image.Width + x, small.Width));
    }

    // What a child draws: an outline, two dots, a stroke and a curve.
    private static ImageBuffer Drawing()
    {
        const int side = 400;
        ImageBuffer image = new(side, side);
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            Vector2 p = new Vector2(i % side + 0.5f, i / side + 0.5f) / side;
            bool isLine = Math.Abs(Vector2.Distance(p, new Vector2(0.5f)) - 0.35f) < 0.008f
                || Vector2.Distance(p, new Vector2(0.38f, 0.42f)) < 0.025f || Vector2.Distance(p, new Vector2(0.62f, 0.42f)) < 0.025f
                || Math.Abs(p.X - 0.5f) < 0.008f && p.Y is > 0.45f and < 0.56f
                || Math.Abs(Vector2.Distance(p, new Vector2(0.5f, 0.52f)) - 0.16f) < 0.008f && p.Y > 0.6f;
            image.Pixels[i] = isLine ? new Vector4(0, 0, 0, 1) : Vector4.One;
        }

        return image;
    }

    private FaceEngine Engine() => new(Material.LibraryWithStarter(FaceNetwork.Detector, _folder));
}
