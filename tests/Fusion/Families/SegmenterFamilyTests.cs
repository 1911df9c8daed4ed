using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Swap;
using FaceFusion.Inference.Contracts;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport.Onnx;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Families;

[Family(ContractNames.BiSeNet, ContractNames.XSeg, ContractNames.SkinClothesHair)]
public sealed class SegmenterFamilyTests
{
    private const int Skin = 1, Clothes = 16, Hair = 17;

    [Fact]
    public void BiSeNet_sees_red_green_blue_less_imagenet_s_mean_and_its_largest_logit_counts()
    {
        using SmallNetwork network = new(BiSeNet());
        using ImageBuffer crop = SmallNetwork.Places(512, 512);
        byte[] classes = new BiSeNetSegmenter(network.Session).Classes(SmallNetwork.View(crop));
        for (int i = 0; i < classes.Length; i += 997)
        {
            // Hair by red above a half, skin by green above a half, clothes by blue, which is a quarter.
            float red = crop.Pixels[i].X - 0.5f, green = crop.Pixels[i].Y - 0.5f;
            int expected = red < 0 && green < 0 ? 0 : red > green ? Hair : Skin;
            Assert.Equal(expected, classes[i]);
        }
    }

    [Fact]
    public void BiSeNet_s_classes_become_skin_clothes_and_hair()
    {
        using SmallNetwork network = new(BiSeNet());
        using FaceSegmentation found = Segment(new BiSeNetSegmenter(network.Session), AlignmentTemplate.Ffhq512, 512);
        foreach (Vector4 pixel in found.Maps.Pixels)
            Assert.True(pixel.AsVector3() == Vector3.UnitX || pixel.AsVector3() == Vector3.UnitZ || pixel.AsVector3() == Vector3.Zero || pixel.AsVector3() == Vector3.UnitY);
    }

    [Fact]
    public void XSeg_takes_blue_green_red_side_by_side_and_gives_what_is_seen_of_the_face()
    {
        using SmallNetwork network = new(new OnnxGraph().Input("input", 1, 256, 256, 3).Constant("weights", [3, 1], 0.5f, 0.25f, 2f)
            .Node("MatMul", ["input", "weights"], "output").Output("output", 1, 256, 256, 1));
        using ImageBuffer crop = SmallNetwork.Places(256, 256);
        XSegSegmenter segmenter = new(network.Session);
        float[] visible = segmenter.Visible(SmallNetwork.View(crop));
        for (int i = 0; i < visible.Length; i += 101)
            Assert.Equal(Math.Min(1, 0.125f + 0.25f * crop.Pixels[i].Y + 2 * crop.Pixels[i].X), visible[i], 1e-5f);

        using FaceSegmentation found = Segment(segmenter, AlignmentTemplate.DflWholeFace, 256);
        Assert.All(found.Maps.Pixels.ToArray(), pixel => Assert.True(pixel.X is >= 0 and <= 1 && pixel.Y == 0 && pixel.Z == 0));
    }

    [Fact]
    public void Skin_clothes_and_hair_are_the_three_planes_in_this_order()
    {
        using SmallNetwork network = new(new OnnxGraph().Input("x.1", 1, 3, 512, 512)
            .Constant("deviation", [1, 3, 1, 1], 0.229f, 0.224f, 0.225f).Constant("mean", [1, 3, 1, 1], 0.485f, 0.456f, 0.406f)
            .Node("Mul", ["x.1", "deviation"], "scaled").Node("Add", ["scaled", "mean"], "1273").Output("1273", 1, 3, 512, 512));
        (FaceMesh mesh, ImageBuffer frame) = Face();
        using ImageBuffer owned = frame;
        using FaceSegmentation found = new SkinHairSegmenter(network.Session).Segment(SmallNetwork.View(frame), mesh);

        // The network gives its picture back: the lightness is that of the planes, and they are red, green and blue.
        foreach (Vector4 pixel in found.Maps.Pixels)
            Assert.Equal(pixel.W, Math.Clamp(Vector3.Dot(pixel.AsVector3(), Rec709.LumaWeights), 0, 1), 0.02f);
    }

    [Fact]
    public void What_is_drafted_of_a_face_s_visibility_before_the_network_looks_is_finished_to_the_same()
    {
        using SmallNetwork network = new(new OnnxGraph().Input("x.1", 1, 3, 512, 512).Node("Sigmoid", ["x.1"], "1273").Output("1273", 1, 3, 512, 512));
        (FaceMesh mesh, ImageBuffer frame) = Face();
        using ImageBuffer owned = frame;
        TargetSurface surface = new(mesh, RectI.FromBounds(mesh.Bounds).Inflate(2));
        SwapScale scale = new(HeadPose.Fit(mesh), 1);
        using FaceLook look = new SkinHairSegmenter(network.Session).Look(SmallNetwork.View(frame), mesh);
        using VisibilityDraft draft = Assert.IsType<VisibilityDraft>(look.Draft(surface));
        using FaceSegmentation found = look.Tell();
        using Plane expected = FaceVisibility.On(surface, found, scale), finished = draft.Finish(found, scale);
        Assert.True(expected.Values.SequenceEqual(finished.Values));

        // Maps that are pixels already say the same.
        using FaceSegmentation pixels = new(found.Maps.Clone(), found.Mesh, found.GridToRaster);
        using Plane again = FaceVisibility.On(surface, pixels, scale);
        for (int i = 0; i < again.Length; i++)
            Assert.Equal(expected.Values[i], again.Values[i], 1e-3f);
    }

    private static OnnxGraph BiSeNet()
    {
        float[] weights = new float[19 * 3], bias = new float[19];
        Vector3 mean = new(0.485f, 0.456f, 0.406f), deviation = new(0.229f, 0.224f, 0.225f);
        Set(Hair, 0);
        Set(Skin, 1);
        Set(Clothes, 2);
        return new OnnxGraph().Input("input", 1, 3, 512, 512).Constant("weights", [19, 3, 1, 1], weights).Constant("bias", [19], bias)
            .Node("Conv", ["input", "weights", "bias"], "output").Output("output", 1, 19, 512, 512);

        // Ten times what the plane is above a half.
        void Set(int kind, int plane)
        {
            weights[3 * kind + plane] = 10 * deviation[plane];
            bias[kind] = 10 * (mean[plane] - 0.5f);
        }
    }

    // Segments the canonical face; the grid is where the template's five points lie on the face's.
    private static FaceSegmentation Segment(IFaceSegmenter segmenter, AlignmentTemplate template, int size)
    {
        (FaceMesh mesh, ImageBuffer frame) = Face();
        using ImageBuffer owned = frame;
        FaceSegmentation found = segmenter.Segment(SmallNetwork.View(frame), mesh);
        Affine2D expected = template.CropToFace(mesh.FivePoints(), size);
        SparseProbe.Near(expected.Apply(new Vector2(100, 200)), found.GridToRaster.Apply(new Vector2(100, 200)));
        Assert.Equal(size, found.Maps.Width);
        return found;
    }

    private static (FaceMesh Mesh, ImageBuffer Frame) Face()
    {
        Vector3[] points = [.. CanonicalFace.Points.ToArray().Select(point => 60 * point + new Vector3(250, 180, 0))];
        return (new FaceMesh(points, 1), SmallNetwork.Places(SparseProbe.FrameWidth, SparseProbe.FrameHeight));
    }
}
