using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Tests;

public class FaceSelectionTests
{
    private static readonly Face Left = Make(10, 60, 30, 80), Middle = Make(80, 10, 120, 50), Right = Make(160, 20, 220, 90);
    private static readonly FrameView Frame = new(new PixelView(64, 800, 200, 100, SampleFormat.UInt8, PixelLayout.Rgba), new NetworkSpace(TransferCurve.Display, false), false);

    public static TheoryData<FaceOrder, string> Orders => new()
    {
        { FaceOrder.Largest, "RML" },
        { FaceOrder.FromLeft, "LMR" },
        { FaceOrder.FromRight, "RML" },
        { FaceOrder.FromTop, "MRL" },
        { FaceOrder.NearestCentre, "MLR" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Faces_are_counted_in_the_order_asked_for_whatever_order_they_come_in(FaceOrder order, string expected)
    {
        foreach (Face[] faces in new Face[][] { [Left, Middle, Right], [Right, Left, Middle], [Middle, Right, Left] })
        {
            string counted = string.Concat(Enumerable.Range(1, 3).Select(number => Name(new FaceSelection(order, number).Choose(faces, Frame).Single())));
            Assert.Equal(expected, counted);
        }
    }

    [Fact]
    public void All_is_every_face_and_a_number_too_high_is_none()
    {
        Assert.Equal("RML", string.Concat(new FaceSelection(FaceOrder.All).Choose([Left, Middle, Right], Frame).Select(Name)));
        Assert.Empty(new FaceSelection(FaceOrder.Largest, 4).Choose([Left, Middle, Right], Frame));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaceSelection(FaceOrder.Largest, 0).Choose([Left], Frame));
    }

    private static string Name(Face face) => face == Left ? "L" : face == Middle ? "M" : "R";

    private static Face Make(float x1, float y1, float x2, float y2)
    {
        FaceMesh mesh = new(CanonicalFace.Points, 1);
        return new Face(new DetectedFace(new RectF(x1, y1, x2, y2), 1, new Vector2[5]), mesh, HeadPose.Fit(mesh));
    }
}
