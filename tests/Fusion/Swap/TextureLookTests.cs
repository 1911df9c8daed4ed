using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Swap;

public class TextureLookTests
{
    private static readonly NetworkSpace Display = NetworkSpace.Working;

    [SkippableFact]
    public void A_blurred_plate_gets_a_blurred_face_and_a_sharp_one_keeps_its_detail()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer sharp = Working(target), blurred = sharp.Clone();
        GaussianBlur.Apply(blurred, 2.5f, blurred);
        Face face = engine.FindFaces(new FrameView(sharp.AsView(), Display, false))[0];
        double onSharp = Detail(engine, sharp, face, new SwapOptions { Grain = 0 }), onBlurred = Detail(engine, blurred, face, new SwapOptions { Grain = 0 });
        double half = Detail(engine, blurred, face, new SwapOptions { Grain = 0, Sharpness = 0.5f }), off = Detail(engine, blurred, face, new SwapOptions { Grain = 0, Sharpness = 0 });
        Assert.True(onBlurred < 0.3 * onSharp, $"{onBlurred} beside {onSharp}");
        Assert.InRange(half, 1.1 * onBlurred, 0.95 * off);
    }

    [SkippableFact]
    public void A_noisy_plate_gets_a_noisy_face_whose_grain_changes_with_the_frame()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer clean = Working(target), first = Noisy(clean, 1), second = Noisy(clean, 2);
        Face face = engine.FindFaces(new FrameView(clean.AsView(), Display, false))[0];
        using SwappedFace a = Swap(engine, first, face, new SwapOptions()), again = Swap(engine, first, face, new SwapOptions()), b = Swap(engine, second, face, new SwapOptions()), none = Swap(engine, first, face, new SwapOptions { Grain = 0 });
        Assert.True(a.Result.Pixels.SequenceEqual(again.Result.Pixels), "the same frame gives the same grain");

        float plate = Noise(a.Original, a.Matte), added = Noise(a.Result, a.Matte), without = Noise(none.Result, a.Matte);
        Assert.InRange(added, 0.75f * plate, 1.1f * plate);
        Assert.True(without < 0.6f * plate, $"{without} without grain, {plate} in the plate");

        // The grain of two frames has nothing in common.
        using SwappedFace smooth = Swap(engine, second, face, new SwapOptions { Grain = 0 });
        double product = 0, squares = 0;
        for (int i = 0; i < a.Result.Length; i++)
        {
            float one = a.Result.Pixels[i].Y - none.Result.Pixels[i].Y, other = b.Result.Pixels[i].Y - smooth.Result.Pixels[i].Y;
            product += one * other;
            squares += one * one;
        }

        Assert.True(squares > 0);
        Assert.InRange(product / squares, -0.1, 0.1);
    }

    [SkippableFact]
    public void A_clean_plate_gets_no_grain()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer clean = Working(target);
        GaussianBlur.Apply(clean, 3, clean);
        Face face = engine.FindFaces(new FrameView(clean.AsView(), Display, false))[0];
        using SwappedFace with = Swap(engine, clean, face, new SwapOptions()), without = Swap(engine, clean, face, new SwapOptions { Grain = 0 });
        Assert.True(with.Result.Pixels.SequenceEqual(without.Result.Pixels));
    }

    // The mean magnitude of what a small blur takes away.
    private static double Detail(FaceEngine engine, ImageBuffer frame, Face face, SwapOptions options)
    {
        using SwappedFace swapped = Swap(engine, frame, face, options);
        using ImageBuffer smooth = swapped.Result.Clone();
        GaussianBlur.Apply(smooth, 1, smooth);
        double sum = 0;
        for (int i = 0; i < smooth.Length; i++)
            sum += swapped.Matte.Values[i] * Math.Abs(swapped.Result.Pixels[i].Y - smooth.Pixels[i].Y);
        return sum;
    }

    private static float Noise(ImageBuffer image, Plane matte)
    {
        using ImageBuffer lab = image.Clone();
        Lab.FromWorking(lab, lab);
        return NoiseProfile.Measure(lab, matte).Deviation(60).X;
    }

    private static SwappedFace Swap(FaceEngine engine, ImageBuffer frame, Face face, SwapOptions options)
    {
        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("f_white"));
        SwappedFace? swapped = engine.Swap(new FrameView(frame.AsView(), Display, false), face, identity, options with { Shape = 0 });
        Assert.NotNull(swapped);
        return swapped;
    }

    private static ImageBuffer Noisy(ImageBuffer clean, int seed)
    {
        ImageBuffer noisy = clean.Clone();
        Random random = new(seed);
        foreach (ref Vector4 pixel in noisy.Pixels)
        {
            float noise = 0.05f * (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2);
            pixel += new Vector4(noise, noise, noise, 0);
        }

        return noisy;
    }

    private static ImageBuffer Working(Still still)
    {
        ImageBuffer image = new(still.Width, still.Height);
        PixelReader.Read(still.View, still.View.Bounds, Display, still.Premultiplied, image);
        return image;
    }
}
