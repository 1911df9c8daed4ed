using FaceFusion.Inference.Models;
using FaceFusion.Quality.Demo;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Quality.Tests;

/// <summary>The whole pipeline, from plate and photo to pixels, against pictures of what should come out.</summary>
public class SupervisedSwapTests
{
    [SkippableFact]
    public void A_swap_comes_nearer_to_the_truth_than_the_plate_is()
    {
        FaceEngine engine = new(new ModelLibrary([SharedMaterial.Require("models")], ModelManifest.BuiltIn));
        IReadOnlyList<SupervisedSwap> swaps = SupervisedSwap.MeasureAll(engine);
        Assert.Equal(DemoShot.Truths.Count, swaps.Count);
        Assert.All(swaps, swap =>
        {
            Assert.True(swap.After.Gradient > swap.Before.Gradient, $"frame {swap.Frame}: contours {swap.After.Gradient:0.000}, the plate's {swap.Before.Gradient:0.000}");
            Assert.True(swap.IdentityAfter > swap.IdentityBefore, $"frame {swap.Frame}: identity {swap.IdentityAfter:0.000}, the plate's {swap.IdentityBefore:0.000}");
        });
        Assert.True(swaps.Average(swap => swap.After.Ssim) > swaps.Average(swap => swap.Before.Ssim));
    }
}
