using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Landmarks;

/// <summary>The project's own landmark network, in the engine of a machine that lacks the public one.</summary>
public sealed class StarterLandmarksTests
{
    // Upper and lower inner lip in the middle.
    private const int UpperLip = 13, LowerLip = 14;

    [SkippableTheory]
    [InlineData("london_neutral/126")]
    [InlineData("london_smiling/141")]
    [InlineData("london_neutral/173")]
    public void It_places_points_where_the_public_one_does_on_those_whom_it_never_learnt(string picture)
    {
        using TemporaryFolder folder = new();
        ModelLibrary models = Material.LibraryWithStarter(FaceNetwork.Landmarks, folder);
        Assert.Equal(FaceNetwork.Landmarks.Starter, FaceNetwork.Landmarks.Require(models).Name);
        FaceMesh ours = Look(new FaceEngine(models), picture), theirs = Look(Material.Engine(), picture);
        float unit = Distance(theirs, FaceMeshIndices.LeftEyeOuter, theirs, FaceMeshIndices.RightEyeOuter);

        // Over all sixteen, shut and smiling: mean 1.3 %, worst 1.7 %; the irises 0.6 and 1.5 %.
        Assert.InRange(Enumerable.Range(0, FaceMeshIndices.SurfaceCount).Average(i => Distance(ours, i, theirs, i)) / unit, 0, 0.03);
        Assert.InRange(Distance(ours, FaceMeshIndices.LeftIris, theirs, FaceMeshIndices.LeftIris) / unit, 0, 0.04);
        Assert.InRange(Distance(ours, FaceMeshIndices.RightIris, theirs, FaceMeshIndices.RightIris) / unit, 0, 0.04);
    }

    [SkippableFact]
    public void It_tells_an_open_smile_from_a_shut_mouth()
    {
        using TemporaryFolder folder = new();
        FaceEngine engine = new(Material.LibraryWithStarter(FaceNetwork.Landmarks, folder));
        Assert.InRange(Opening("london_smiling/129") - Opening("london_neutral/129"), 0.08f, 0.3f);

        float Opening(string picture)
        {
            FaceMesh mesh = Look(engine, picture);
            return Distance(mesh, UpperLip, mesh, LowerLip) / Distance(mesh, FaceMeshIndices.LeftEyeOuter, mesh, FaceMeshIndices.RightEyeOuter);
        }
    }

    private static FaceMesh Look(FaceEngine engine, string picture)
    {
        using Still still = Material.Open(SharedMaterial.Require($"pictures/{picture}.jpg"));
        return Assert.Single(engine.FindFaces(still.Frame)).Mesh;
    }

    private static float Distance(FaceMesh a, int i, FaceMesh b, int j) =>
        Vector2.Distance(new(a.Points[i].X, a.Points[i].Y), new(b.Points[j].X, b.Points[j].Y));
}
