using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Tests.Stills;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Identity;

public class IdentityTests
{
    private static readonly NetworkSpace Display = NetworkSpace.Working;

    [SkippableFact]
    public void One_person_is_like_himself_and_unlike_another()
    {
        FaceEngine engine = Material.Engine();
        IdentityPortrait neutral = engine.LoadIdentity(Material.London("001"));
        IdentityPortrait smiling = engine.LoadIdentity(SharedMaterial.Require("pictures/london_smiling/001.jpg"));
        IdentityPortrait other = engine.LoadIdentity(Material.London("002"));
        Assert.InRange(neutral.Embedding.Cosine(smiling.Embedding), 0.69, 1);
        Assert.InRange(neutral.Embedding.Cosine(other.Embedding), -1, 0.53);
    }

    [SkippableFact]
    public void A_portrait_says_what_it_is_worth()
    {
        IdentityPortrait portrait = Material.Engine().LoadIdentity(Material.Composite("f_multi"));
        Assert.InRange(portrait.Quality.InterOcular, 150, 300);
        Assert.InRange(portrait.Quality.Yaw, -8, 8);
        Assert.True(portrait.Quality.Sharpness > 0);
        Assert.Empty(portrait.Warnings);
        RectF bounds = portrait.Mesh.Bounds;
        Assert.True(bounds.X1 > 0 && bounds.Y1 > 0 && bounds.X2 < portrait.Image.Width && bounds.Y2 < portrait.Image.Height);
    }

    [SkippableFact]
    public void The_same_content_is_one_portrait_whatever_its_name()
    {
        FaceEngine engine = Material.Engine();
        string original = Material.Composite("m_multi"), copy = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        File.Copy(original, copy);
        try
        {
            Assert.Same(engine.LoadIdentity(original), engine.LoadIdentity(copy));
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [SkippableFact]
    public void A_file_is_read_again_when_it_was_written_to_and_only_then()
    {
        FaceEngine engine = Material.Engine();
        using TemporaryFolder folder = new();
        string path = folder.File("identity.jpg");
        DateTime old = DateTime.UtcNow.AddMinutes(-1);
        Write("m_multi", "f_multi", old);
        IdentityPortrait man = engine.LoadIdentity(path);

        // Nothing but the content tells: it isn't looked at.
        Write("f_multi", "m_multi", old);
        Assert.Same(man, engine.LoadIdentity(path));

        // Another time of writing, then another length.
        Write("f_multi", "m_multi", old.AddSeconds(1));
        IdentityPortrait woman = engine.LoadIdentity(path);
        Assert.Equal(1, engine.LoadIdentity(Material.Composite("f_multi")).Embedding.Cosine(woman.Embedding), 1e-6);
        File.Copy(Material.Composite("m_multi"), path, overwrite: true);
        File.SetLastWriteTimeUtc(path, old.AddSeconds(1));
        Assert.Same(engine.LoadIdentity(Material.Composite("m_multi")), engine.LoadIdentity(path));

        // The two pictures get the same length: what follows a JPEG's end doesn't count.
        void Write(string picture, string other, DateTime time)
        {
            byte[] bytes = File.ReadAllBytes(Material.Composite(picture));
            Array.Resize(ref bytes, (int)Math.Max(bytes.Length, new FileInfo(Material.Composite(other)).Length) + 1);
            File.WriteAllBytes(path, bytes);
            File.SetLastWriteTimeUtc(path, time);
        }
    }

    [SkippableFact]
    public void A_file_written_to_a_moment_ago_is_not_believed_to_be_settled()
    {
        FaceEngine engine = Material.Engine();
        using TemporaryFolder folder = new();
        string path = folder.File("identity.jpg");
        byte[] man = File.ReadAllBytes(Material.Composite("m_multi")), woman = File.ReadAllBytes(Material.Composite("f_multi"));
        int length = Math.Max(man.Length, woman.Length);
        Array.Resize(ref man, length);
        Array.Resize(ref woman, length);
        DateTime tick = DateTime.UtcNow.AddMinutes(5);
        File.WriteAllBytes(path, man);
        File.SetLastWriteTimeUtc(path, tick);
        IdentityPortrait before = engine.LoadIdentity(path);
        File.WriteAllBytes(path, woman);
        File.SetLastWriteTimeUtc(path, tick);
        Assert.NotSame(before, engine.LoadIdentity(path));
    }

    [SkippableFact]
    public void A_clips_frame_is_an_identity_too()
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(Material.Composite("m_multi"));
        IdentityPortrait fromFrame = engine.LoadIdentity(still.Frame), fromFile = engine.LoadIdentity(Material.Composite("m_multi"));
        Assert.Equal(1, fromFrame.Embedding.Cosine(fromFile.Embedding), 1e-6);
        Assert.Same(fromFrame, engine.LoadIdentity(still.Frame));
        Assert.NotSame(fromFrame, engine.LoadIdentity(still.Frame with { Premultiplied = true }));
    }

    [SkippableFact]
    public void A_huge_picture_gives_a_portrait_of_bounded_size_with_its_points_in_place()
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(Material.Composite("f_multi"));
        IdentityPortrait normal = engine.LoadIdentity(still.Frame);
        double enlargement = 1.3 * PortraitMaker.LongestSide / Math.Max(normal.Image.Width, normal.Image.Height);
        using ImageBuffer huge = ImageBuffer.Uninitialized((int)(enlargement * still.Width), (int)(enlargement * still.Height));
        AreaSampler.Sample(still.View, Affine2D.Scaling(1 / enlargement, 1 / enlargement), Display, false, huge);
        IdentityPortrait large = engine.LoadIdentity(new FrameView(huge.AsView(), Display, false));
        PortraitCache.Trim(0);

        Assert.Equal(PortraitMaker.LongestSide, Math.Max(large.Image.Width, large.Image.Height));
        float scale = (float)(large.Quality.InterOcular / normal.Quality.InterOcular);
        for (int i = 0; i < 468; i++)
            Assert.InRange(Vector3.Distance(large.Mesh.Points[i], normal.Mesh.Points[i] * scale), 0, 0.1 * large.Quality.InterOcular);
        Vector2 nose = large.Mesh.FivePoints()[2], normalNose = normal.Mesh.FivePoints()[2];
        Assert.InRange(Vector4.Distance(large.Image.Row((int)nose.Y)[(int)nose.X], normal.Image.Row((int)normalNose.Y)[(int)normalNose.X]), 0, 0.1f);
    }

    [SkippableFact]
    public void Broken_pixels_of_a_float_identity_are_no_light()
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(Material.Composite("f_multi"));
        using ImageBuffer image = new(still.Width, still.Height);
        PixelReader.Read(still.View, still.View.Bounds, Display, false, image);
        Face face = engine.FindFaces(new FrameView(image.AsView(), Display, false))[0];
        Vector2 cheek = (face.Detection.Points[0] + face.Detection.Points[3]) / 2;
        image.Row((int)cheek.Y)[(int)cheek.X] = new Vector4(float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1);
        IdentityPortrait portrait = engine.LoadIdentity(new FrameView(image.AsView(), Display, false));
        foreach (Vector4 pixel in portrait.Image.Pixels)
            Assert.Equal(Vector4.Clamp(pixel, Vector4.Zero, Vector4.One), pixel);
    }

    [SkippableFact]
    public void Of_several_faces_the_largest_is_taken_with_a_warning()
    {
        FaceEngine engine = Material.Engine();
        using Still large = Material.Open(Material.Composite("m_multi")), small = Material.Open(Material.Composite("f_white"));
        using ImageBuffer both = new(1000, 600), half = new(600, 600);
        both.Fill(new Vector4(0.5f, 0.5f, 0.5f, 1));
        AreaSampler.Sample(large.View, Affine2D.Scaling(1350 / 600.0, 1350 / 600.0), Display, false, half);
        CopyInto(half, both, 0, 0);
        using ImageBuffer third = new(400, 400);
        AreaSampler.Sample(small.View, Affine2D.Scaling(1350 / 400.0, 1350 / 400.0), Display, false, third);
        CopyInto(third, both, 600, 100);

        IdentityPortrait portrait = engine.LoadIdentity(new FrameView(both.AsView(), Display, false));
        Assert.Contains("2 faces", Assert.Single(portrait.Warnings), StringComparison.Ordinal);
        Assert.InRange(portrait.Embedding.Cosine(engine.LoadIdentity(Material.Composite("m_multi")).Embedding), 0.8, 1);
    }

    [SkippableFact]
    public void No_face_or_a_tiny_one_is_one_sentence()
    {
        FaceEngine engine = Material.Engine();
        string folder = Directory.CreateTempSubdirectory("facefusion-identity").FullName;
        try
        {
            string flat = Path.Combine(folder, "flat.png");
            File.WriteAllBytes(flat, PngWriter.Encode(64, 64, PngColour.Grey, 8, new ushort[64 * 64]));
            StillDecoderTests.AssertSentence(Assert.Throws<FaceException>(() => engine.LoadIdentity(flat)), "flat.png");

            string text = Path.Combine(folder, "text.jpg");
            File.WriteAllText(text, "no picture");
            StillDecoderTests.AssertSentence(Assert.Throws<FaceException>(() => engine.LoadIdentity(text)), "text.jpg");

            using Still still = Material.Open(Material.Composite("m_multi"));
            using ImageBuffer tiny = new(100, 100);
            AreaSampler.Sample(still.View, Affine2D.Scaling(13.5, 13.5), Display, false, tiny);
            FrameView frame = new(tiny.AsView(), Display, false);
            StillDecoderTests.AssertSentence(Assert.Throws<FaceException>(() => engine.LoadIdentity(frame, "tiny clip")), "tiny clip");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_missing_model_is_named()
    {
        FaceEngine engine = new(new ModelLibrary([Path.GetTempPath()], ModelManifest.BuiltIn));
        using ImageBuffer grey = new(64, 64);
        FrameView frame = new(grey.AsView(), Display, false);
        ModelException error = Assert.Throws<ModelException>(() => engine.FindFaces(frame));
        Assert.Contains("face_detection_yunet_2023mar.onnx", error.Message, StringComparison.Ordinal);
    }

    private static void CopyInto(ImageBuffer from, ImageBuffer to, int x, int y)
    {
        for (int row = 0; row < from.Height; row++)
            from.Row(row).CopyTo(to.Row(y + row)[x..]);
    }
}
