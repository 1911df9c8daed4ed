using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Stills;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Identity;

public class FaceIdentityTests
{
    private static readonly NetworkSpace Display = NetworkSpace.Working;

    [SkippableFact]
    public void A_single_portrait_is_an_identity_of_its_own()
    {
        IdentityPortrait portrait = Material.Engine().LoadIdentity(Material.London("001"));
        FaceIdentity identity = portrait;
        Assert.Same(identity, (FaceIdentity)portrait);
        Assert.Same(portrait.Embedding, identity.Embedding);
        Assert.Same(portrait.Neutral, identity.Neutral);
        Assert.Equal(1, Assert.Single(identity.Photos).Weight);
        Assert.Empty(identity.Warnings);
    }

    [SkippableFact]
    public void Two_photos_lie_between_them_and_nearer_to_the_one_that_counts_more()
    {
        (IdentityPortrait neutral, IdentityPortrait smiling) = Person(Material.Engine(), "001");
        FaceIdentity both = new([new(neutral), new(smiling)]), mostlyNeutral = new([new(neutral, "", 9), new(smiling)]);
        double between = neutral.Embedding.Cosine(smiling.Embedding);
        Assert.InRange(both.Embedding.Cosine(neutral.Embedding), between + 0.01, 1);
        Assert.Equal(both.Embedding.Cosine(neutral.Embedding), both.Embedding.Cosine(smiling.Embedding), 1e-5);
        Assert.True(mostlyNeutral.Embedding.Cosine(neutral.Embedding) > both.Embedding.Cosine(neutral.Embedding));
        Assert.True(Distance(mostlyNeutral.Neutral!, neutral.Neutral) < Distance(both.Neutral!, neutral.Neutral));
        Assert.InRange(Distance(both.Neutral!, neutral.Neutral), 0, Distance(smiling.Neutral, neutral.Neutral));
        Assert.Equal(1, mostlyNeutral.Photos.Sum(photo => photo.Weight), 1e-6f);
    }

    [SkippableFact]
    public void The_photos_order_changes_nothing_and_one_given_twice_counts_twice()
    {
        (IdentityPortrait neutral, IdentityPortrait smiling) = Person(Material.Engine(), "002");
        FaceIdentity ab = new([new(neutral, "a"), new(smiling, "b")]), ba = new([new(smiling, "b"), new(neutral, "a")]);
        FaceIdentity aab = new([new(neutral, "a"), new(smiling, "b"), new(neutral, "a")]), twoToOne = new([new(smiling, "b"), new(neutral, "a", 2)]);
        AssertSame(ab, ba);
        AssertSame(aab, twoToOne);
        Assert.Equal(2, aab.Photos.Count);
    }

    [SkippableFact]
    public void A_photo_that_is_turned_away_hardly_moves_the_neutral_shape()
    {
        using TemporaryFolder folder = new();
        FaceEngine engine = Material.Engine();
        IdentityPortrait front = engine.LoadIdentity(ClipStill.Write("head-pose-face-detection-female.gif", 18, 3, folder));
        IdentityPortrait turned = engine.LoadIdentity(ClipStill.Write("head-pose-face-detection-female.gif", 0, 3, folder));
        Assert.True(Math.Abs(turned.Quality.Yaw) > Math.Abs(front.Quality.Yaw) + 25);
        FaceShape merged = new FaceIdentity([new(front), new(turned)]).Neutral!;
        Assert.True(Distance(merged, front.Neutral) < 0.35 * Distance(turned.Neutral, front.Neutral));
    }

    [SkippableFact]
    public void What_speaks_against_a_photo_is_said_with_its_name_and_what_to_bring()
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(Material.London("001"));
        using ImageBuffer sharp = new(still.Width, still.Height), blurred = new(still.Width, still.Height), moved = new(still.Width, still.Height), both = new(2 * still.Width, still.Height);
        PixelReader.Read(still.View, still.View.Bounds, Display, false, sharp);
        float interOcular = (float)engine.LoadIdentity(Material.London("001")).Quality.InterOcular;
        GaussianBlur.Apply(sharp, 0.03f * interOcular, blurred);
        Move(sharp, (int)(0.2f * interOcular), moved);
        for (int y = 0; y < sharp.Height; y++)
        {
            sharp.Row(y).CopyTo(both.Row(y));
            sharp.Row(y).CopyTo(both.Row(y)[sharp.Width..]);
        }

        Assert.Empty(Warnings(sharp));
        Assert.Contains("is blurred; bring a sharp photo", Assert.Single(Warnings(blurred)), StringComparison.Ordinal);
        Assert.Contains("is blurred by motion; bring", Assert.Single(Warnings(moved)), StringComparison.Ordinal);
        Assert.Contains("shows 2 faces", Assert.Single(Warnings(both)), StringComparison.Ordinal);

        IReadOnlyList<string> Warnings(ImageBuffer image)
        {
            IReadOnlyList<string> warnings = new FaceIdentity([new(engine.LoadIdentity(new FrameView(image.AsView(), Display, false)), "one.jpg")]).Warnings;
            Assert.All(warnings, warning => Assert.StartsWith("The identity photo 'one.jpg' ", warning, StringComparison.Ordinal));
            Assert.All(warnings, warning => Assert.EndsWith(".", warning, StringComparison.Ordinal));
            return warnings;
        }
    }

    [SkippableFact]
    public void A_face_of_forty_pixels_is_refused_with_what_to_bring()
    {
        using Still still = Material.Open(Material.London("001"));
        using ImageBuffer tiny = new(still.Width / 7, still.Height / 7);
        AreaSampler.Sample(still.View, Affine2D.Scaling(7, 7), Display, false, tiny);
        FaceException error = Assert.Throws<FaceException>(() => Material.Engine().LoadIdentity(new FrameView(tiny.AsView(), Display, false), "tiny.jpg"));
        Assert.Contains("'tiny.jpg' is too small", error.Message, StringComparison.Ordinal);
        Assert.Contains("bring a larger picture", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Photos_of_two_people_are_told()
    {
        FaceEngine engine = Material.Engine();
        FaceIdentity one = engine.LoadIdentity([Material.London("001"), SharedMaterial.Require("pictures/london_smiling/001.jpg")]);
        Assert.Empty(one.Warnings);
        FaceIdentity two = engine.LoadIdentity([Material.London("001"), Material.Composite("f_easian")]);
        string warning = Assert.Single(two.Warnings);
        Assert.Contains("'001.jpg'", warning, StringComparison.Ordinal);
        Assert.Contains("'f_easian.jpg'", warning, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void No_photo_and_no_weight_are_refused()
    {
        IdentityPortrait portrait = Material.Engine().LoadIdentity(Material.London("001"));
        Assert.Throws<ArgumentException>(() => new FaceIdentity([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaceIdentity([new(portrait, "", 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaceIdentity([new(portrait, "", float.NaN)]));
    }

    internal static (IdentityPortrait Neutral, IdentityPortrait Smiling) Person(FaceEngine engine, string name) =>
        (engine.LoadIdentity(Material.London(name)), engine.LoadIdentity(SharedMaterial.Require($"pictures/london_smiling/{name}.jpg")));

    private static void AssertSame(FaceIdentity expected, FaceIdentity actual)
    {
        Assert.True(expected.Embedding.Values.SequenceEqual(actual.Embedding.Values));
        Assert.True(expected.Neutral!.Points.SequenceEqual(actual.Neutral!.Points));
        Assert.Equal(expected.Photos, actual.Photos);
    }

    private static double Distance(FaceShape a, FaceShape b)
    {
        double sum = 0;
        for (int i = 0; i < 468; i++)
            sum += Vector3.DistanceSquared(a.Points[i], b.Points[i]);
        return Math.Sqrt(sum / 468);
    }

    private static void Move(ImageBuffer image, int length, ImageBuffer moved)
    {
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                Vector4 sum = default;
                for (int i = 0; i < length; i++)
                    sum += image.Row(y)[Math.Clamp(x + i, 0, image.Width - 1)];
                moved.Row(y)[x] = sum / length;
            }
        }
    }
}
