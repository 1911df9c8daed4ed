using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.MediaPipe468, ContractNames.MediaPipe478, ContractNames.MediaPipeIris)]
public sealed class MediaPipeMeshFamilyTests
{
    // The first crop is 1.7 of the box; the points' own box is two thirds of it, so that every further crop is the same.
    private const float Margin = 1.7f;

    [Fact]
    public void The_468_points_come_back_from_an_upright_crop_of_red_green_blue()
    {
        using SmallNetwork network = Mesh(192, 468, logit: 2, "points", "flag");
        using ImageBuffer frame = SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight);
        FaceMesh mesh = new MediaPipe468Landmarker(network.Session).Locate(SmallNetwork.View(frame), SparseProbe.Level);
        Matches(mesh, 192);
        Assert.Equal(1 / (1 + MathF.Exp(-2)), mesh.Presence, 1e-5f);

        // Without the iris network a pupil lies between the lids.
        Vector2 lids = default;
        foreach (int index in FaceMeshIndices.LeftEye)
            lids += Flat(mesh, index) / FaceMeshIndices.LeftEye.Length;
        SparseProbe.Near(lids, Flat(mesh, FaceMeshIndices.LeftIris));
    }

    [Fact]
    public void The_478_points_come_back_from_an_upright_crop_of_red_green_blue()
    {
        using SmallNetwork network = Mesh(256, 478, logit: 20, "Identity", "Identity_1");
        using ImageBuffer frame = SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight);
        FaceMesh mesh = new FaceMeshLandmarker(network.Session).Locate(SmallNetwork.View(frame), SparseProbe.Level);
        Matches(mesh, 256);
        Assert.Equal(1, mesh.Presence, 1e-5f);
    }

    [Fact]
    public void Who_asks_is_told_of_the_last_square_before_the_network_looks_at_it()
    {
        using SmallNetwork network = Mesh(256, 478, logit: 20, "Identity", "Identity_1");
        using ImageBuffer frame = SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight);
        FaceMesh expected = new FaceMeshLandmarker(network.Session).Locate(SmallNetwork.View(frame), SparseProbe.Level);
        List<FaceCrop> told = [];
        IFaceLandmarker single = new FaceMeshLandmarker(network.Session), several = new FaceMeshLandmarker(network.Session, views: 2);
        FaceMesh mesh = single.Locate(SmallNetwork.View(frame), SparseProbe.Level, told.Add);
        Assert.Equal(expected.Points.ToArray(), mesh.Points.ToArray());
        Assert.Equal(expected.Crop, mesh.Crop);
        FaceCrop last = Assert.Single(told);
        Assert.Equal(mesh.Crop, last);
        SparseProbe.Near(new Vector2(250, 180), last.Centre);
        Assert.Equal(Margin * 130, last.Side, 0.1f);
        Assert.Equal(last.Centre + new Vector2(3, -4), mesh.Translate(3, -4).Crop!.Value.Centre);

        Assert.Null(several.Locate(SmallNetwork.View(frame), SparseProbe.Level, told.Add).Crop);
        Assert.Single(told);
    }

    [Fact]
    public void The_iris_network_sees_the_left_eye_mirrored()
    {
        const int size = 64, plane = size * size;
        long pixel = 20 * size + 10;
        using SmallNetwork network = Mesh(192, 468, logit: 2, "points", "flag"), eye = new(new OnnxGraph().Input("input", 1, 3, size, size)
            .Constant("size", [1], 64f).Node("Mul", ["input", "size"], "pixels")
            .FirstRowSeen("pixels", "rows", [1, 5, 3], SparseProbe.Points(5, 3, 20, 30, 4, 1), pixel, pixel + plane).Constant("flat", [2], [1L, 15L])
            .Node("Reshape", ["rows", "flat"], "iris").Rows("contours", [1, 213], new float[213])
            .Output("contours", 1, 213).Output("iris", 1, 15));
        using ImageBuffer frame = SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight);
        FaceMesh mesh = new MediaPipe468Landmarker(network.Session, new MediaPipeIris(eye.Session)).Locate(SmallNetwork.View(frame), SparseProbe.Level);
        Check(FaceMeshIndices.RightIris, FaceMeshIndices.RightEyeInner, FaceMeshIndices.RightEyeOuter, mirrored: false);
        Check(FaceMeshIndices.LeftIris, FaceMeshIndices.LeftEyeOuter, FaceMeshIndices.LeftEyeInner, mirrored: true);

        void Check(int iris, int left, int right, bool mirrored)
        {
            // The eyes are level; the crop is 2.3 of their width.
            Vector2 middle = (Flat(mesh, left) + Flat(mesh, right)) / 2;
            float scale = 2.3f * (Flat(mesh, right).X - Flat(mesh, left).X) / size;
            Vector2 ToFrame(Vector2 place) => middle + scale * new Vector2(mirrored ? size / 2 - place.X : place.X - size / 2, place.Y - size / 2);
            for (int i = 1; i < 5; i++)
                SparseProbe.Near(ToFrame(new Vector2(20 + 4 * i, 30 + i)), Flat(mesh, iris + i));
            SparseProbe.Near(ToFrame(size * ToFrame(new Vector2(10.5f, 20.5f)) / new Vector2(SparseProbe.FrameWidth, SparseProbe.FrameHeight)), Flat(mesh, iris));
        }
    }

    // The first point is (size / 4 + size / 2 · red, size / 4 + size / 2 · green); see SparseProbe.
    private static SmallNetwork Mesh(int size, int count, float logit, string points, string presence)
    {
        int plane = size * size;
        long pixel = SparseProbe.Pixel(size);
        float[] places = new float[3 * count];
        for (int i = 0; i < count; i++)
            (places[3 * i], places[3 * i + 1], places[3 * i + 2]) = (size * (0.4f + 0.0004f * i), size * (0.6f - 0.0004f * i), 0.01f * i);
        Put(FaceMeshIndices.LeftEyeOuter, 0.35f, 0.4f);
        Put(FaceMeshIndices.LeftEyeInner, 0.45f, 0.4f);
        Put(FaceMeshIndices.RightEyeInner, 0.55f, 0.4f);
        Put(FaceMeshIndices.RightEyeOuter, 0.65f, 0.4f);
        Put(FaceMeshIndices.ForeheadTop, 0.5f, 1f / 6);
        Put(FaceMeshIndices.Chin, 0.5f, 5f / 6);
        Put(234, 1f / 6, 0.5f);
        Put(454, 5f / 6, 0.5f);
        return new SmallNetwork(new OnnxGraph().Input("input", 1, 3, size, size)
            .Constant("half", [1], size / 2f).Constant("quarter", [1], size / 4f).Node("Mul", ["input", "half"], "halves").Node("Add", ["halves", "quarter"], "shifted")
            .FirstRowSeen("shifted", "rows", [1, count, 3], places, pixel, pixel + plane).Constant("flat", [4], [1L, 1L, 1L, 3L * count])
            .Node("Reshape", ["rows", "flat"], points).Rows(presence, [1, 1, 1, 1], [logit])
            .Output(points, 1, 1, 1, 3 * count).Output(presence, 1, 1, 1, 1));

        void Put(int index, float x, float y) => (places[3 * index], places[3 * index + 1]) = (size * x, size * y);
    }

    private static void Matches(FaceMesh mesh, int size)
    {
        Vector2 At(Vector2 share) => SparseProbe.ToFrame(size * share, size, Margin);
        SparseProbe.Near(At(new Vector2(0.35f, 0.4f)), Flat(mesh, FaceMeshIndices.LeftEyeOuter));
        SparseProbe.Near(At(new Vector2(0.5f, 5f / 6)), Flat(mesh, FaceMeshIndices.Chin));
        SparseProbe.Near(At(new Vector2(0.44f, 0.56f)), Flat(mesh, 100));
        Assert.Equal(1 * Margin * 130 / size, mesh.Points[100].Z, 1e-3f);
        SparseProbe.Near(At(new Vector2(0.25f) + 0.5f * SparseProbe.Seen(size, Margin)), Flat(mesh, 0));
    }

    private static Vector2 Flat(FaceMesh mesh, int index) => new(mesh.Points[index].X, mesh.Points[index].Y);
}
