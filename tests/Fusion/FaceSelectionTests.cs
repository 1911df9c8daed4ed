using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Fusion.Tests;

public class FaceSelectionTests
{
    private static readonly Face Left = Make(10, 60, 30, 80, 0.9f), Middle = Make(80, 10, 120, 50, 0.95f), Right = Make(160, 20, 220, 90, 0.6f);
    private static readonly FrameView Frame = new(new PixelView(64, 800, 200, 100, SampleFormat.UInt8, PixelLayout.Rgba), NetworkSpace.Working, false);

    public static TheoryData<FaceOrder, string> Orders => new()
    {
        { FaceOrder.Largest, "RML" },
        { FaceOrder.FromLeft, "LMR" },
        { FaceOrder.FromRight, "RML" },
        { FaceOrder.FromTop, "MRL" },
        { FaceOrder.NearestCentre, "MLR" },
        { FaceOrder.Best, "MLR" },
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

    [Theory]
    [InlineData(38, 55, "L")]
    [InlineData(100, 30, "M")]
    [InlineData(190, 20, "R")]
    [InlineData(125, 30, "M")]
    [InlineData(145, 60, "R")]
    [InlineData(45, 0, "")]
    [InlineData(100, 95, "")]
    public void A_picked_point_takes_the_face_that_it_is_on_or_near_and_nobody_else(float x, float y, string expected)
    {
        FaceSelection selection = new(FaceOrder.Picked, Number: 3) { Point = new Vector2(x, y) };
        foreach (Face[] faces in new Face[][] { [Left, Middle, Right], [Right, Left, Middle] })
            Assert.Equal(expected, string.Concat(selection.Choose(faces, Frame).Select(Name)));
    }

    [Fact]
    public void All_is_every_face_and_a_number_too_high_is_none()
    {
        Assert.Equal("RML", string.Concat(new FaceSelection(FaceOrder.All).Choose([Left, Middle, Right], Frame).Select(Name)));
        Assert.Empty(new FaceSelection(FaceOrder.Largest, 4).Choose([Left, Middle, Right], Frame));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaceSelection(FaceOrder.Largest, 0).Choose([Left], Frame));
    }

    [Fact]
    public void Choosing_before_locating_gives_the_same_faces_and_locates_nothing_after_the_last() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Elements(Enum.GetValues<FaceOrder>()).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (seed, order, number) =>
        {
            Random random = new(seed);
            // A coarse grid, so that boxes often share their edges or all of themselves.
            DetectedFace[] detections = [.. Enumerable.Range(0, random.Next(7)).Select(_ => MakeRandom(random))];
            HashSet<DetectedFace> real = [.. detections.Where(_ => random.Next(3) > 0)];
            FaceSelection selection = new(order, number) { Point = new Vector2(random.Next(200), random.Next(100)) };

            IReadOnlyList<Face> everything = new FaceSelection(FaceOrder.All).Choose(detections, Frame, Locate);
            Assert.Equal(real.Count, everything.Count);
            List<DetectedFace> asked = [];
            IReadOnlyList<Face> chosen = selection.Choose(detections, Frame, detection =>
            {
                asked.Add(detection);
                return Locate(detection);
            });
            Assert.Equal(selection.Choose(everything, Frame).Select(face => face.Detection), chosen.Select(face => face.Detection));
            if (order == FaceOrder.Picked)
                Assert.Equal(chosen.Count, asked.Count(real.Contains));
            else if (order is FaceOrder.All or FaceOrder.Person || chosen.Count == 0)
                Assert.Equal(detections.Length, asked.Count);
            else
                Assert.Equal((number, chosen[0].Detection), (asked.Count(real.Contains), asked[^1]));
            return true;

            Face? Locate(DetectedFace detection) => real.Contains(detection) ? new Face(detection, Left.Mesh, Left.Pose) : null;
        }).QuickCheckThrowOnFailure();

    private static string Name(Face face) => face == Left ? "L" : face == Middle ? "M" : "R";

    private static DetectedFace MakeRandom(Random random)
    {
        float x = 40 * random.Next(-1, 5), y = 20 * random.Next(-1, 5);
        return new DetectedFace(new RectF(x, y, x + (20 * random.Next(1, 4)), y + (20 * random.Next(1, 4))), 1, new Vector2[5]);
    }

    private static Face Make(float x1, float y1, float x2, float y2, float score = 1)
    {
        FaceMesh mesh = new(CanonicalFace.Points, 1);
        return new Face(new DetectedFace(new RectF(x1, y1, x2, y2), score, new Vector2[5]), mesh, HeadPose.Fit(mesh));
    }
}
