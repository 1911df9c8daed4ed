using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Swap;

public class ColourMatchTests
{
    public static TheoryData<ColourMethod> Matching => new(ColourMethod.Bands, ColourMethod.Histogram, ColourMethod.MeanStd, ColourMethod.Linear);

    [SkippableTheory]
    [MemberData(nameof(Matching))]
    public void Every_method_brings_dark_skin_to_fair_skins_colour(ColourMethod method)
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using SwappedFace matched = Swap(engine, target.Frame, new SwapOptions { Colour = method });
        using SwappedFace off = Swap(engine, target.Frame, new SwapOptions { Colour = ColourMethod.Off });
        Vector4 wanted = WeightedMean.Of(matched.Original, matched.Matte);
        Assert.InRange(Vector4.Distance(wanted, WeightedMean.Of(matched.Result, matched.Matte)), 0, 0.06f);
        Assert.True(Vector4.Distance(wanted, WeightedMean.Of(off.Result, off.Matte)) > 0.2f, "off leaves the identity as dark as it is");
    }

    [SkippableTheory]
    [MemberData(nameof(Matching))]
    public void Strength_goes_from_off_to_the_whole_match(ColourMethod method)
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using SwappedFace off = Swap(engine, target.Frame, new SwapOptions { Colour = ColourMethod.Off });
        using SwappedFace none = Swap(engine, target.Frame, new SwapOptions { Colour = method, ColourStrength = 0 });
        using SwappedFace half = Swap(engine, target.Frame, new SwapOptions { Colour = method, ColourStrength = 0.5f });
        using SwappedFace whole = Swap(engine, target.Frame, new SwapOptions { Colour = method });
        Assert.True(off.Result.Pixels.SequenceEqual(none.Result.Pixels));
        Vector4 a = MeanLab(none), b = MeanLab(half), c = MeanLab(whole);
        Assert.InRange(Vector4.Distance((a + c) / 2, b), 0, 1);
        Assert.True(Vector4.Distance(a, c) > 15);
    }

    [SkippableTheory]
    [MemberData(nameof(Matching))]
    public void A_few_pixels_of_skin_still_tell_its_colour(ColourMethod method)
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        Face whole = engine.FindFaces(target.Frame)[0];
        int left = (int)whole.Mesh.Bounds.X2 - 22;
        FrameView sliver = target.Frame with { Pixels = target.View.Crop(new RectI(left, 0, target.Width, target.Height)) };
        Face cut = new(whole.Detection, whole.Mesh.Translate(-left, 0), whole.Pose);
        using SwappedFace? swapped = engine.Swap(sliver, cut, engine.LoadIdentity(Material.Composite("m_african")), new SwapOptions { Colour = method });
        Assert.NotNull(swapped);
        foreach (Vector4 pixel in swapped.Result.Pixels)
            Assert.InRange(Vector3.Distance(pixel.AsVector3(), Vector3.Zero), 0, 2);
    }

    [SkippableFact]
    public void Black_brows_stay_black_on_fair_skin_and_turn_neither_green_nor_blue()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        IdentityPortrait noor = engine.LoadIdentity(Path.Combine(SharedMaterial.RepositoryRoot, "demo-shot", "people", "noor.jpg"));
        Face face = engine.FindFaces(target.Frame)[0];
        using SwappedFace swapped = engine.Swap(target.Frame, face, noor, new SwapOptions { Shape = 0, Grain = 0 })!;
        using Plane brows = new TargetSurface(face.Mesh, swapped.Region).SoftArea(CanonicalFace.BrowTriangles, 1);
        using ImageBuffer lab = swapped.Result.Clone();
        Lab.FromWorking(lab, lab);
        Vector4[] inside = [.. Enumerable.Range(0, lab.Length).Where(i => brows.Values[i] > 0.9f && swapped.Matte.Values[i] > 0.9f).Select(i => lab.Pixels[i]).OrderBy(pixel => pixel.X)];
        Vector4 darkest = inside.Take(inside.Length / 5).Aggregate(Vector4.Zero, (sum, pixel) => sum + pixel) / (inside.Length / 5);
        Assert.InRange(darkest.X, 0, 20);
        Assert.InRange(darkest.Y, -2, 15);
        Assert.InRange(darkest.Z, -2, 20);
    }

    private static SwappedFace Swap(FaceEngine engine, in FrameView frame, SwapOptions options)
    {
        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("m_african"));
        SwappedFace? swapped = engine.Swap(frame, engine.FindFaces(frame)[0], identity, options);
        Assert.NotNull(swapped);
        return swapped;
    }

    private static Vector4 MeanLab(SwappedFace swapped)
    {
        using ImageBuffer lab = swapped.Result.Clone();
        Lab.FromWorking(lab, lab);
        return WeightedMean.Of(lab, swapped.Matte);
    }
}
