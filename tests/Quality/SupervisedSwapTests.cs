using FaceFusion.Inference.Models;
using FaceFusion.Quality.Demo;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Quality.Tests;

/// <summary>The whole pipeline, from plate and photo to pixels, against pictures of what should come out.</summary>
public class SupervisedSwapTests
{
    // Seen nearly from the front; turned further, the photo's own light and what it doesn't show weigh more than the likeness.
    private const double Frontal = 10;

    private static readonly Lazy<IReadOnlyList<SupervisedSwap>> Swaps = new(
        () => SupervisedSwap.MeasureAll(new FaceEngine(new ModelLibrary([SharedMaterial.Require("models")], ModelManifest.BuiltIn))));

    [SkippableFact]
    public void Every_swap_looks_more_like_the_person_than_the_plate_does()
    {
        Assert.Equal(DemoShot.Truths.Count, Swaps.Value.Count);
        Assert.All(Swaps.Value, swap => Assert.True(
            swap.IdentityAfter > swap.IdentityBefore + 0.005, $"frame {swap.Frame}: {swap.IdentityAfter:0.000}, the plate's {swap.IdentityBefore:0.000}"));
        Assert.InRange(Swaps.Value.Average(swap => swap.IdentityAfter), 0.84, 1);
    }

    [SkippableFact]
    public void Seen_from_the_front_a_swap_s_pixels_come_nearer_to_the_truth_than_the_plate_s_are()
    {
        SupervisedSwap[] frontal = [.. Swaps.Value.Where(swap => Math.Abs(swap.Yaw) < Frontal)];
        Assert.True(frontal.Length >= 3);
        Assert.All(frontal, swap => Assert.True(swap.After.Ssim > swap.Before.Ssim, $"frame {swap.Frame}: {swap.After.Ssim:0.000}, the plate's {swap.Before.Ssim:0.000}"));
        Assert.True(frontal.Average(swap => swap.After.Psnr) > frontal.Average(swap => swap.Before.Psnr));
        Assert.True(frontal.Average(swap => swap.After.Gradient) > frontal.Average(swap => swap.Before.Gradient));
    }

    [SkippableFact]
    public void In_structure_a_swap_comes_nearer_to_the_truth_up_to_thirty_degrees_and_on_the_whole()
    {
        Assert.All(Swaps.Value.Where(swap => Math.Abs(swap.Yaw) < 30), swap => Assert.True(swap.After.Ssim > swap.Before.Ssim, $"frame {swap.Frame}: {swap.After.Ssim:0.000}, the plate's {swap.Before.Ssim:0.000}"));
        Assert.True(Swaps.Value.Average(swap => swap.After.Ssim) > Swaps.Value.Average(swap => swap.Before.Ssim));
    }

    // What the pipeline reaches; when it gets better these follow.
    [SkippableFact]
    public void No_swap_strays_further_from_the_truth_than_it_did()
    {
        Assert.InRange(Swaps.Value.Min(swap => swap.After.Psnr), 19.5, 60);
        Assert.InRange(Swaps.Value.Average(swap => swap.After.Psnr), 20.9, 60);
        Assert.InRange(Swaps.Value.Average(swap => swap.After.Ssim), 0.798, 1);
        Assert.InRange(Swaps.Value.Average(swap => swap.After.Gradient), 0.956, 1);
    }
}
