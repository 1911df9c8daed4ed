using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Kernels.Geometry;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Detection;

/// <summary>The project's own detector, in the engine of a machine that lacks the public one.</summary>
public sealed class StarterDetectorTests
{
    [SkippableTheory]
    [InlineData("pictures/london_neutral/126.jpg")]
    [InlineData("pictures/london_smiling/141.jpg")]
    [InlineData("pictures/london_neutral/173.jpg")]
    public void It_sees_where_the_public_one_does_those_whom_it_never_learnt(string picture)
    {
        using TemporaryFolder folder = new();
        ModelLibrary models = Material.LibraryWithStarter(FaceNetwork.Detector, folder);
        Assert.Equal(FaceNetwork.Detector.Starter, FaceNetwork.Detector.Require(models).Name);
        using Still still = Material.Open(SharedMaterial.Require(picture));
        DetectedFace ours = Assert.Single(new FaceEngine(models).Detect(still.Frame)), theirs = Assert.Single(Material.Engine().Detect(still.Frame));
        RectF a = ours.Box, b = theirs.Box;
        float shared = (Math.Min(a.X2, b.X2) - Math.Max(a.X1, b.X1)) * (Math.Min(a.Y2, b.Y2) - Math.Max(a.Y1, b.Y1));
        Assert.InRange(shared / (a.Area + b.Area - shared), 0.6f, 1);
    }

    [SkippableFact]
    public void It_sees_no_face_among_goods()
    {
        using TemporaryFolder folder = new();
        ModelLibrary models = Material.LibraryWithStarter(FaceNetwork.Detector, folder);
        using Still still = Material.Open(SharedMaterial.Require("backgrounds/marcusklasson+GroceryStoreDataset/059.jpg"));
        Assert.Empty(new FaceEngine(models).FindFaces(still.Frame));
    }
}
