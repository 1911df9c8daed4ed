using System.Numerics;
using FaceFusion.Basis;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;
using FaceFusion.Training.Synthesis;

namespace FaceFusion.Training.Tests;

public sealed class SynthesisTests
{
    private const int Side = 256;

    [SkippableFact]
    public void A_vertex_shows_its_own_pixel_of_the_photo()
    {
        using PhotoFace face = Photo("f_multi");
        FaceView view = Frontal();
        Vector3[] projected = [.. face.Vertices.Select(view.Project)];
        using ImageBuffer picture = Draw(face, projected);
        foreach (int index in (ReadOnlySpan<int>)[5, 50, 280, 101, 330, 151, 199])
        {
            Vector4 drawn = At(picture, new Vector2(projected[index].X, projected[index].Y)), photographed = At(face.Texture, face.Places[index]);
            Assert.InRange(Vector4.Distance(drawn, photographed), 0, 0.03f);
        }
    }

    [SkippableFact]
    public void The_teacher_sees_the_points_where_they_were_drawn()
    {
        using PhotoFace face = Photo("m_multi");
        FaceView view = Frontal();
        Vector3[] projected = [.. face.Vertices.Select(view.Project)], drawn = FaceView.Landmarks(projected);
        using ImageBuffer picture = Draw(face, projected);
        Vector3[] seen = new Vector3[FaceMeshIndices.Count];
        float certainty = Teacher().Look(new FrameView(picture.AsView(), NetworkSpace.Working, false), FaceCrop.Around(drawn), seen);
        Assert.InRange(certainty, 10, 100);
        Assert.InRange(Synthesiser.Disagreement(seen, drawn), 0, 0.02f);
        for (int iris = FaceMeshIndices.LeftIris; iris < FaceMeshIndices.Count; iris++)
            Assert.InRange(Vector2.Distance(new(seen[iris].X, seen[iris].Y), new(drawn[iris].X, drawn[iris].Y)), 0, 0.06f * view.Scale);
    }

    [SkippableFact]
    public void A_second_skin_shows_the_other_faces_pixels_in_the_first_ones_colour_and_leaves_its_hair()
    {
        using PhotoFace face = Photo("f_african"), other = Photo("m_white");
        FaceView view = Frontal();
        Vector3[] projected = [.. face.Vertices.Select(view.Project)];
        Vector4 gain = new(0.5f, 0.6f, 0.7f, 1);
        float[] shares = [.. Enumerable.Range(0, FaceTopology.Count).Select(i => i >= FaceTopology.FirstRing && i < FaceTopology.FirstMouth ? 0 : 0.75f)];
        using ImageBuffer mixed = Draw(face, projected, Plain, new SecondSkin(other, shares, gain)), alone = Draw(face, projected);
        foreach (int index in (ReadOnlySpan<int>)[5, 50, 280, 101, 330, 151, 199])
        {
            Vector4 expected = Vector4.Lerp(At(face.Texture, face.Places[index]), At(other.Texture, other.Places[index]) * gain, 0.75f);
            Assert.InRange(Vector4.Distance(At(mixed, new Vector2(projected[index].X, projected[index].Y)), expected), 0, 0.03f);
        }

        int beside = FaceTopology.FirstRing + FaceMeshIndices.Oval.Length / 4;
        Vector3 ring = (projected[beside] + projected[beside + FaceMeshIndices.Oval.Length]) / 2;
        Assert.Equal(At(alone, new Vector2(ring.X, ring.Y)), At(mixed, new Vector2(ring.X, ring.Y)));
    }

    [SkippableFact]
    public void Of_two_photographed_people_many_are_mixed_and_none_with_oneself()
    {
        using PhotoFace one = Photo("f_african"), other = Photo("m_white");
        PhotoFace[] faces = [one, other];
        SecondSkin?[] skins = [.. Enumerable.Range(0, 200).Select(seed => SecondSkin.For(one, faces, new Random(seed)))];
        Assert.InRange(skins.Count(skin => skin is not null), 40, 80);
        Assert.All(skins.OfType<SecondSkin>(), skin =>
        {
            Assert.Same(other, skin.Face);
            Assert.All(skin.Shares, share => Assert.InRange(share, 0, 1));
            Assert.InRange(Vector4.Distance(other.Skin() * skin.Gain, one.Skin()), 0, 0.01f);
        });
    }

    [SkippableFact]
    public void A_hazy_mouth_comes_near_the_skin_and_a_soft_picture_loses_its_detail()
    {
        using PhotoFace face = Photo("m_multi");
        FaceView view = Frontal();
        Vector3[] vertices = [.. face.Vertices];
        Expressions.Part(vertices, 0.2f, 0.4f, [.. Enumerable.Range(0, FaceMeshIndices.SurfaceCount).Select(_ => Array.Empty<int>())]);
        for (int i = 0; i < FaceTopology.Mouth.Length; i++)
            vertices[FaceTopology.FirstMouth + i] = vertices[FaceTopology.Mouth[i]];
        Vector3[] projected = [.. vertices.Select(view.Project)];
        FaceLook look = new([1, 1, 1], InventsMouth: true, Teeth: 0, MouthLight: 1, MouthHaze: 0, Softness: 0);
        using ImageBuffer plain = Draw(face, projected, look), hazy = Draw(face, projected, look with { MouthHaze = 1 }), soft = Draw(face, projected, look with { Softness = 0.06f });
        Vector2 inside = new Vector2(projected[13].X + projected[14].X, projected[13].Y + projected[14].Y) / 2, chin = new(projected[200].X, projected[200].Y);
        Vector4 skin = At(plain, chin);
        Assert.InRange(Vector4.Distance(At(plain, inside), skin), 0.4f, 2);
        Assert.InRange(Vector4.Distance(At(hazy, inside), skin), 0, 0.15f);
        Assert.InRange(Vector4.Distance(At(soft, inside), skin), 0.1f, Vector4.Distance(At(plain, inside), skin) - 0.02f);
    }

    [SkippableFact]
    public void The_same_seed_draws_the_same_faces()
    {
        using TemporaryFolder folder = new();
        using PhotoFace one = Photo("f_african"), other = Photo("m_white");
        PhotoFace[] faces = [one, other];
        Expressions expressions = new(SharedMaterial.Require("heads/ict/ict_facekit.npz"), new FaceMeasurer(1, Library()));
        using Still background = StillDecoder.Load(SharedMaterial.Require("pictures/zoom/60cm.jpg"));
        Synthesiser synthesiser = new(faces, new FaceVariation(faces, expressions), [background.View], Teacher());
        byte[] Drawn(int seed, string name)
        {
            synthesiser.Draw(seed, 2).Save(folder.File(name));
            return [.. File.ReadAllBytes(Path.Combine(folder.File(name), "pictures.npy")), .. File.ReadAllBytes(Path.Combine(folder.File(name), "meshes.npy"))];
        }

        byte[] first = Drawn(3, "first");
        Assert.Equal(first, Drawn(3, "second"));
        Assert.NotEqual(first, Drawn(4, "third"));
    }

    [Fact]
    public void A_closed_eyes_lids_meet_and_its_corners_stay()
    {
        Vector3[] points = CanonicalFace.Points.ToArray(), before = [.. points];
        int[][] neighbours = [.. Enumerable.Range(0, FaceMeshIndices.SurfaceCount).Select(_ => Array.Empty<int>())];
        Expressions.Close(points, 0, 1, neighbours);
        Assert.InRange(Vector3.Distance(points[159], points[145]), 0, 1e-4f);
        Assert.InRange(Vector3.Distance(points[158], points[153]), 0, 1e-4f);
        Assert.Equal(before[FaceMeshIndices.LeftEyeOuter], points[FaceMeshIndices.LeftEyeOuter]);
        Assert.Equal(before[386], points[386]);
    }

    [Fact]
    public void Parted_lips_stand_as_far_apart_as_they_were_told_and_their_corners_stay()
    {
        Vector3[] points = CanonicalFace.Points.ToArray(), before = [.. points];
        Expressions.Part(points, 0.2f, 0.4f, [.. Enumerable.Range(0, FaceMeshIndices.SurfaceCount).Select(_ => Array.Empty<int>())]);
        Assert.Equal(0.2f, points[14].Y - before[14].Y - (points[13].Y - before[13].Y), 1e-5f);
        Assert.Equal(-0.08f, points[13].Y - before[13].Y, 1e-5f);
        Assert.Equal(before[FaceMeshIndices.LeftMouthCorner], points[FaceMeshIndices.LeftMouthCorner]);
        Assert.Equal(before[78], points[78]);
    }

    private static readonly FaceLook Plain = new([1, 1, 1], InventsMouth: false, 1, 1, MouthHaze: 0, Softness: 0);

    private static FaceView Frontal() => new(Rotation3.Identity, 58, new Vector2(Side / 2), 0);

    private static ImageBuffer Draw(PhotoFace face, Vector3[] projected) => Draw(face, projected, Plain);

    private static ImageBuffer Draw(PhotoFace face, Vector3[] projected, FaceLook look, SecondSkin? second = null)
    {
        using FaceRenderer renderer = new(Side);
        ImageBuffer picture = new(Side, Side);
        renderer.Draw(face, second, projected, look, picture);
        return picture;
    }

    private static PhotoFace Photo(string name)
    {
        using Still still = StillDecoder.Load(SharedMaterial.Require($"pictures/composite/{name}.jpg"));
        FaceMesh mesh = new FaceMeshLandmarker(Session("mediapipe-landmarks-478")).Locate(
            still.Frame,
            new Fusion.Detection.YuNetDetector(Session("yunet-2023mar")).Detect(still.Frame)[0]);
        return PhotoFace.Make(still, mesh);
    }

    private static FaceMeshLandmarker Teacher() => new(Session("mediapipe-landmarks-478"));

    private static InferenceSession Session(string id) =>
        SessionCache.Get(Library().Require(id));

    private static ModelLibrary Library() => new([SharedMaterial.Require("models")], ModelManifest.BuiltIn);

    // Bilinear, which is what the drawing does.
    private static Vector4 At(ImageBuffer image, Vector2 place)
    {
        float x = place.X - 0.5f, y = place.Y - 0.5f;
        int column = (int)x, row = (int)y;
        return Vector4.Lerp(
            Vector4.Lerp(image.Row(row)[column], image.Row(row)[column + 1], x - column),
            Vector4.Lerp(image.Row(row + 1)[column], image.Row(row + 1)[column + 1], x - column),
            y - row);
    }
}
