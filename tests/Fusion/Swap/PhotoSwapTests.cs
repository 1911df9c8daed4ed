using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Tests.Identity;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Swap;

[Collection(nameof(TextureSwapTests))]
public class PhotoSwapTests
{
    [SkippableTheory]
    [InlineData("london_neutral/011")]
    [InlineData("london_smiling/011")]
    public void At_every_point_the_photos_shares_add_up_to_one_and_change_softly(string target)
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(SharedMaterial.Require($"pictures/{target}.jpg"));
        Face face = engine.FindFaces(still.Frame)[0];
        (IdentityPortrait neutral, IdentityPortrait smiling) = FaceIdentityTests.Person(engine, "019");
        FaceIdentity identity = new([new(neutral), new(smiling), new(engine.LoadIdentity(SharedMaterial.Require("pictures/lisa/lisa1.jpg")))]);
        PhotoWeights weights = PhotoWeights.Make(identity, face, null);
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            float sum = 0;
            for (int k = 0; k < 3; k++)
            {
                Assert.InRange(weights.Of(k)[i], 0, 1);
                sum += weights.Of(k)[i];
            }

            Assert.Equal(1, sum, 1e-5f);
        }

        ReadOnlySpan<int> triangles = CanonicalFace.Triangles;
        for (int i = 0; i < triangles.Length; i += 3)
        {
            for (int k = 0; k < 3; k++)
                Assert.InRange(Math.Abs(weights.Of(k)[triangles[i]] - weights.Of(k)[triangles[i + 1]]), 0, 0.3f);
        }
    }

    [SkippableTheory]
    [InlineData("london_neutral/011", false)]
    [InlineData("london_smiling/011", true)]
    public void The_mouth_comes_from_the_photo_with_the_frames_expression(string target, bool smiles)
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(SharedMaterial.Require($"pictures/{target}.jpg"));
        (IdentityPortrait neutral, IdentityPortrait smiling) = FaceIdentityTests.Person(engine, "019");
        FaceIdentity identity = new([new(neutral), new(smiling)]);
        PhotoWeights weights = PhotoWeights.Make(identity, engine.FindFaces(still.Frame)[0], null);
        int wanted = identity.Photos[0].Portrait == (smiles ? smiling : neutral) ? 0 : 1;
        Assert.InRange(weights.Of(wanted)[FaceMeshIndices.LeftMouthCorner], 0.6f, 1);
        Assert.InRange(weights.Of(wanted)[FaceMeshIndices.RightMouthCorner], 0.6f, 1);
    }

    [SkippableFact]
    public void Shares_follow_a_face_that_hardly_moves_without_a_jump()
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(SharedMaterial.Require("pictures/london_smiling/017.jpg"));
        Face face = engine.FindFaces(still.Frame)[0];
        (IdentityPortrait neutral, IdentityPortrait smiling) = FaceIdentityTests.Person(engine, "041");
        FaceIdentity identity = new([new(neutral), new(smiling)]);
        PhotoWeights before = PhotoWeights.Make(identity, face, null);

        // The mouth opens by half a pixel.
        Vector3[] points = face.Mesh.Points.ToArray();
        foreach (int lip in FaceMeshIndices.OuterLips)
            points[lip].Y += 0.5f;
        FaceMesh mesh = new(points, face.Mesh.Presence);
        PhotoWeights after = PhotoWeights.Make(identity, face with { Mesh = mesh, Pose = HeadPose.Fit(mesh) }, null);
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
            Assert.InRange(Math.Abs(after.Of(0)[i] - before.Of(0)[i]), 0, 0.05f);
    }

    [SkippableFact]
    public void A_photo_given_twice_is_that_photo_and_the_order_of_photos_changes_no_bit()
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(SharedMaterial.Require("pictures/london_smiling/011.jpg"));
        Face face = engine.FindFaces(still.Frame)[0];
        (IdentityPortrait neutral, IdentityPortrait smiling) = FaceIdentityTests.Person(engine, "019");
        using SwappedFace alone = Swap(neutral), twice = Swap(new FaceIdentity([new(neutral, "a"), new(neutral, "b", 3)]));
        Assert.True(Bytes(alone).SequenceEqual(Bytes(twice)));

        using SwappedFace ab = Swap(new FaceIdentity([new(neutral), new(smiling, "", 0.5f)])), ba = Swap(new FaceIdentity([new(smiling, "", 0.5f), new(neutral)]));
        Assert.True(Bytes(ab).SequenceEqual(Bytes(ba)));
        Assert.False(Bytes(ab).SequenceEqual(Bytes(alone)));

        SwappedFace Swap(FaceIdentity identity) => engine.Swap(still.Frame, face, identity, new SwapOptions())!;
    }

    [SkippableFact]
    public void Several_photos_give_the_same_bits_on_any_number_of_threads()
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(Material.London("007"));
        Face face = engine.FindFaces(still.Frame)[0];
        FaceIdentity identity = engine.LoadIdentity([Material.London("019"), SharedMaterial.Require("pictures/london_smiling/019.jpg")]);
        int before = Executor.ThreadCount;
        try
        {
            Executor.ThreadCount = 1;
            using SwappedFace one = engine.Swap(still.Frame, face, identity, new SwapOptions())!;
            Executor.ThreadCount = 5;
            using SwappedFace five = engine.Swap(still.Frame, face, identity, new SwapOptions())!;
            Assert.True(Bytes(one).SequenceEqual(Bytes(five)));
        }
        finally
        {
            Executor.ThreadCount = before;
        }
    }

    [SkippableFact]
    public void A_photo_from_the_other_side_fills_what_a_turned_one_does_not_show()
    {
        using TemporaryFolder folder = new();
        FaceEngine engine = Material.Engine();
        string left = ClipStill.Write("head-pose-face-detection-female.gif", 0, 3, folder), right = ClipStill.Write("head-pose-face-detection-female.gif", 12, 3, folder);
        using Still still = Material.Open(Material.London("007"));
        Face face = engine.FindFaces(still.Frame)[0];
        using SwappedFace one = Swap(engine.LoadIdentity(left)), other = Swap(engine.LoadIdentity(right)), both = Swap(engine.LoadIdentity([left, right]));
        double Shown(SwappedFace swapped) => PlaneMath.Sum(swapped.Matte);
        Assert.True(Shown(both) > 1.25 * Math.Max(Shown(one), Shown(other)), $"{Shown(one):0} and {Shown(other):0} pixels alone, {Shown(both):0} together");

        SwappedFace Swap(FaceIdentity identity) => engine.Swap(still.Frame, face, identity, new SwapOptions(Shape: 0))!;
    }

    [SkippableFact]
    public void Photos_that_do_not_suit_the_frame_are_named()
    {
        using TemporaryFolder folder = new();
        FaceEngine engine = Material.Engine();
        string profile = ClipStill.Write("head-pose-face-detection-female.gif", 0, 3, folder), front = ClipStill.Write("head-pose-face-detection-female.gif", 18, 1, folder);
        using Still still = Material.Open(Material.London("007"));
        Face face = engine.FindFaces(still.Frame)[0];

        string alone = Assert.Single(Notes([profile]));
        Assert.StartsWith("The identity picture shows the head turned", alone, StringComparison.Ordinal);
        Assert.Contains("bring a photo turned like it", alone, StringComparison.Ordinal);

        IReadOnlyList<string> together = Notes([profile, front]);
        Assert.Contains(together, note => note.Contains($"'{Path.GetFileName(profile)}' shows the head turned", StringComparison.Ordinal) && note.Contains("only for what the others don't show", StringComparison.Ordinal));
        Assert.Contains(together, note => note.Contains($"'{Path.GetFileName(front)}' has", StringComparison.Ordinal) && note.Contains("bring a larger one", StringComparison.Ordinal));
        Assert.Empty(Notes([Material.London("019")]));

        IReadOnlyList<string> Notes(string[] paths)
        {
            using SwappedFace swapped = engine.Swap(still.Frame, face, engine.LoadIdentity(paths), new SwapOptions(Shape: 0))!;
            return swapped.IdentityNotes;
        }
    }

    private static byte[] Bytes(SwappedFace swapped) =>
        [.. MemoryMarshal.AsBytes(swapped.Result.Pixels), .. MemoryMarshal.AsBytes(swapped.Weight.Values)];
}
