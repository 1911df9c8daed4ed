using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Quality;
using FaceFusion.Fusion.Stills;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Quality;

/// <summary>How far photos are from good ones, told without anything to compare them with.</summary>
public class PhotoQualityTests
{
    [Fact]
    public void A_model_comes_back_from_its_file_and_another_file_is_refused()
    {
        Random random = new(3);
        double[][] patches = [.. Enumerable.Range(0, 100).Select(_ => Enumerable.Range(0, NaturalnessModel.Dimension).Select(i => random.NextDouble() * (i + 1)).ToArray())];
        NaturalnessModel fitted = NaturalnessModel.Fit(patches), one = NaturalnessModel.Fit(patches[..2]);
        byte[] file = fitted.ToFile();
        Assert.Equal(fitted.Distance(one), NaturalnessModel.Read(file).Distance(one), 1e-4);
        Assert.Equal(0, fitted.Distance(NaturalnessModel.Read(file)), 1e-3);
        Assert.Throws<InvalidDataException>(() => NaturalnessModel.Read(file.AsSpan(0, file.Length - 4)));
        Assert.Throws<InvalidDataException>(() => NaturalnessModel.Read([1, .. file.AsSpan(1)]));
    }

    [Fact]
    public void The_distance_is_that_of_the_formula_where_covariances_are_diagonal()
    {
        NaturalnessModel a = Diagonal(mean: 1, variance: 3), b = Diagonal(mean: 3, variance: 5);
        Assert.Equal(Math.Sqrt(NaturalnessModel.Dimension * 4 / 4.0), a.Distance(b), 1e-9);
        Assert.Equal(a.Distance(b), b.Distance(a), 1e-9);
    }

    [SkippableTheory]
    [InlineData("pictures/london_neutral/001.jpg")]
    [InlineData("pictures/london_smiling/126.jpg")]
    [InlineData("pictures/composite/f_white.jpg")]
    public void Good_photos_are_near_and_every_fault_takes_them_further(string path)
    {
        FaceEngine engine = Material.Engine();
        IdentityQuality good = Look(engine, path, (_, _) => { });
        Assert.False(good.IsPoor);
        foreach (Action<ImageBuffer, double> fault in (Action<ImageBuffer, double>[])[Noise, Blur, Enlarge])
        {
            IdentityQuality bad = Look(engine, path, fault);
            Assert.True(bad.IsPoor, $"{fault.Method.Name}: {bad.Unnaturalness:0.0} after {good.Unnaturalness:0.0}");
        }
    }

    private static NaturalnessModel Diagonal(double mean, double variance)
    {
        double[][] covariance = [.. Enumerable.Range(0, NaturalnessModel.Dimension).Select(i => new double[i + 1])];
        for (int i = 0; i < covariance.Length; i++)
            covariance[i][i] = variance;
        return new NaturalnessModel([.. Enumerable.Repeat(mean, NaturalnessModel.Dimension)], covariance);
    }

    private static IdentityQuality Look(FaceEngine engine, string path, Action<ImageBuffer, double> fault)
    {
        using Still still = Material.Open(SharedMaterial.Require(path));
        using ImageBuffer picture = ImageBuffer.Uninitialized(still.Width, still.Height);
        PixelReader.Read(still.View, still.View.Bounds, NetworkSpace.Working, premultiplied: false, picture);
        fault(picture, Assert.Single(engine.FindFaces(still.Frame)).Pose.InterOcular);
        return engine.LoadIdentity(new FrameView(picture.AsView(), NetworkSpace.Working, Premultiplied: false)).Quality;
    }

    private static void Noise(ImageBuffer picture, double eyes)
    {
        Random random = new(9);
        foreach (ref Vector4 pixel in picture.Pixels)
            pixel += new Vector4(0.3f * (random.NextSingle() - 0.5f), 0.3f * (random.NextSingle() - 0.5f), 0.3f * (random.NextSingle() - 0.5f), 0);
    }

    private static void Blur(ImageBuffer picture, double eyes) => GaussianBlur.Apply(picture, (float)(0.04 * eyes), picture);

    private static void Enlarge(ImageBuffer picture, double eyes)
    {
        double scale = 24 / eyes;
        using ImageBuffer small = ImageBuffer.Uninitialized((int)Math.Ceiling(scale * picture.Width), (int)Math.Ceiling(scale * picture.Height));
        using ImageBuffer whole = ImageBuffer.Uninitialized(picture.Width, picture.Height);
        AreaSampler.Sample(picture.AsView(), Affine2D.Scaling(1 / scale, 1 / scale), NetworkSpace.Working, false, small);
        AreaSampler.Sample(small.AsView(), Affine2D.Scaling(scale, scale), NetworkSpace.Working, false, whole);
        whole.Pixels.CopyTo(picture.Pixels);
    }
}
