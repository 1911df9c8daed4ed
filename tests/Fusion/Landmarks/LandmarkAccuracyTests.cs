using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Landmarks;

public class LandmarkAccuracyTests
{
    // The first two of the 189 points are the pupils.
    private const int LeftPupil = 0, RightPupil = 1;

    [SkippableFact]
    public void Pupils_lie_where_people_put_them()
    {
        string[] pictures = [.. Directory.GetFiles(SharedMaterial.Require("pictures/london_neutral"), "*.jpg").Order(StringComparer.Ordinal).Where((_, i) => i % 8 == 0)];
        FaceEngine engine = Material.Engine();
        List<double> errors = [];
        foreach (string picture in pictures)
        {
            using Still still = Material.Open(picture);
            Face face = Assert.Single(engine.FindFaces(still.Frame));
            Vector2[] human = Material.Template(picture, 0.5f);
            float between = Vector2.Distance(human[LeftPupil], human[RightPupil]);
            errors.Add(Distance(face, FaceMeshIndices.LeftIris, human[LeftPupil]) / between);
            errors.Add(Distance(face, FaceMeshIndices.RightIris, human[RightPupil]) / between);

            Assert.InRange(face.Mesh.Presence, 0.9f, 1);
            Assert.InRange(face.Pose.Yaw, -12, 12);
            Assert.InRange(face.Pose.InterOcular / between, 0.9, 1.12);
        }

        // Over all 82 pictures: mean 1.3 %, worst 2.8 %.
        Assert.InRange(errors.Average(), 0, 0.016);
        Assert.InRange(errors.Max(), 0, 0.04);
    }

    [SkippableFact]
    public void A_detectors_eyes_lie_where_people_put_them()
    {
        FaceEngine engine = Material.Engine();
        foreach (string name in new[] { "f_multi", "m_african", "m_white" })
        {
            string picture = Material.Composite(name);
            using Still still = Material.Open(picture);
            Face face = Assert.Single(engine.FindFaces(still.Frame));
            Vector2[] human = Material.Template(picture, 1);
            float between = Vector2.Distance(human[LeftPupil], human[RightPupil]);
            Assert.InRange(Vector2.Distance(face.Detection.Points[0], human[LeftPupil]) / between, 0, 0.09);
            Assert.InRange(Vector2.Distance(face.Detection.Points[1], human[RightPupil]) / between, 0, 0.09);
        }
    }

    [SkippableTheory]
    [InlineData(90)]
    [InlineData(-90)]
    [InlineData(180)]
    [InlineData(75)]
    [InlineData(-130)]
    public void A_turned_face_is_found_as_it_lies(int degrees)
    {
        FaceEngine engine = Material.Engine();
        using Still still = Material.Open(Material.London("002"));
        NetworkSpace display = NetworkSpace.Working;
        using ImageBuffer turned = ImageBuffer.Uninitialized(900, 900);
        double angle = degrees * Math.PI / 180, middle = turned.Width / 2.0;
        Affine2D toUpright = Affine2D.Translation(-middle, -middle)
            .Then(Affine2D.Similarity(1, -angle, still.Width / 2.0, still.Height / 2.0));
        AreaSampler.Sample(still.View, toUpright, display, false, turned);

        Face upright = engine.FindFaces(still.Frame)[0], found = engine.FindFaces(new FrameView(turned.AsView(), display, false))[0];
        double distance = 0;
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            Vector3 expected = upright.Mesh.Points[i], actual = found.Mesh.Points[i];
            distance += Vector2.Distance(new(expected.X, expected.Y), toUpright.Apply(new Vector2(actual.X, actual.Y)));
        }

        Assert.InRange(distance / FaceMeshIndices.SurfaceCount / upright.Pose.InterOcular, 0, 0.03);
    }

    [SkippableFact]
    public void A_detection_that_shivers_hardly_moves_the_points()
    {
        FaceMeshLandmarker landmarker = new(SessionCache.Get(Material.Library().Require(FaceNetwork.Landmarks.Public)));
        double squares = 0;
        int count = 0;
        foreach (string name in new[] { "001", "041", "107" })
        {
            using Still still = Material.Open(Material.London(name));
            Face face = Assert.Single(Material.Engine().FindFaces(still.Frame));
            foreach ((float x, float y) in new[] { (0.04f, 0f), (-0.04f, 0.02f), (0.02f, -0.04f), (-0.02f, 0.04f) })
            {
                RectF box = face.Detection.Box;
                Vector2 shift = box.Width * new Vector2(x, y);
                RectF shifted = new(box.X1 + shift.X, box.Y1 + shift.Y, box.X2 + shift.X, box.Y2 + shift.Y);
                FaceMesh mesh = landmarker.Locate(still.Frame, new DetectedFace(shifted, 1, face.Detection.Points));
                for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
                {
                    Vector3 moved = (mesh.Points[i] - face.Mesh.Points[i]) / (float)face.Pose.InterOcular;
                    squares += moved.X * moved.X + moved.Y * moved.Y;
                    count++;
                }
            }
        }

        Assert.InRange(Math.Sqrt(squares / count), 0, 0.004);
    }

    private static float Distance(Face face, int index, Vector2 human) =>
        Vector2.Distance(new Vector2(face.Mesh.Points[index].X, face.Mesh.Points[index].Y), human);
}
