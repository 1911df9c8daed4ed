using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Stills;

namespace FaceFusion.Fusion.Tests.Shape;

public sealed class ShapeModelTests
{
    private static readonly ShapeBasis Basis = ShapeBasis.ReadBuiltIn();
    private static readonly ShapeModel Model = ShapeModel.BuiltIn;

    [Fact]
    public void The_mean_face_is_its_own_neutral_shape()
    {
        FaceShape mean = Compose([]);
        NeutralFit fit = Model.FitNeutral(mean);

        Assert.True(fit.IsReliable);
        Assert.True(fit.Residual < 1e-6);
        Assert.True(Distance(mean, fit.Neutral) < 1e-6);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_an_identity_and_an_expression_the_expression_is_taken_away(int seed)
    {
        // As people and their expressions are spread: normal coefficients.
        Random random = new(seed);
        double[] coefficients = [.. Basis.Components.Select(_ => Normal(random))];
        FaceShape neutral = Compose(coefficients.AsSpan(0, Basis.IdentityCount)), shape = Compose(coefficients);

        NeutralFit fit = Model.FitNeutral(shape);

        Assert.True(fit.IsReliable);
        Assert.True(Distance(fit.Neutral, neutral) < 0.5 * Distance(shape, neutral));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_neutral_face_of_the_model_stays_more_itself_than_it_changes(int seed)
    {
        Random random = new(seed);
        FaceShape neutral = Compose([.. Enumerable.Range(0, Basis.IdentityCount).Select(_ => Normal(random))]);

        NeutralFit fit = Model.FitNeutral(neutral);

        // Less than half of the energy: some people look as others smile.
        Assert.True(Distance(fit.Neutral, neutral) < 0.7 * Distance(neutral, Compose([])));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_fit_is_linear(int seed)
    {
        Random random = new(seed);
        FaceShape shape = Compose([.. Basis.Components.Select(_ => Normal(random))]), mean = Compose([]);
        FaceShape half = Blend(mean, shape, 0.5f), whole = Model.FitNeutral(shape).Neutral;

        Assert.True(Distance(Blend(mean, whole, 0.5f), Model.FitNeutral(half).Neutral) < 1e-6);
    }

    [Fact]
    public void The_same_face_gives_the_same_bits_on_every_thread()
    {
        FaceShape shape = Compose([.. Basis.Components.Select((_, i) => i % 5 * 0.3)]);
        Vector3[] first = Model.FitNeutral(shape).Neutral.Points.ToArray();

        Parallel.For(0, 8, _ => Assert.Equal(first, new ShapeModel(Basis).FitNeutral(shape).Neutral.Points.ToArray()));
    }

    [Fact]
    public void A_neutral_face_looks_ahead()
    {
        Vector3[] points = Compose([]).Points.ToArray();
        for (int i = FaceMeshIndices.LeftIris; i < FaceMeshIndices.Count; i++)
            points[i] += new Vector3(0.05f, 0.02f, 0);

        FaceShape aside = Model.FitNeutral(new FaceShape(points)).Neutral, ahead = Model.FitNeutral(Compose([])).Neutral;

        Assert.Equal(ahead.Points[FaceMeshIndices.LeftIris], aside.Points[FaceMeshIndices.LeftIris]);
        Assert.Equal(ahead.Points[FaceMeshIndices.RightIris], aside.Points[FaceMeshIndices.RightIris]);
    }

    [Fact]
    public void What_is_no_face_is_not_relied_on()
    {
        Random random = new(1);
        Vector3[] points = Compose([]).Points.ToArray();
        for (int i = 0; i < points.Length; i++)
            points[i] += 0.3f * new Vector3(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, 0);

        Assert.Equal("the points found are no face's", Model.FitNeutral(new FaceShape(points)).Doubt);
    }

    [Theory]
    [InlineData(0, 0, 1, "")]
    [InlineData(25, -15, 1, "")]
    [InlineData(60, 0, 1, "the face is turned too far away")]
    [InlineData(0, -50, 1, "the face is turned too far away")]
    [InlineData(0, 0, 0.2, "only five points of the face are known")]
    public void Poses_and_points_that_the_network_cannot_tell_are_not_relied_on(double yaw, double pitch, float presence, string doubt)
    {
        Matrix4x4 turn = Matrix4x4.CreateFromYawPitchRoll((float)(yaw * Math.PI / 180), (float)(pitch * Math.PI / 180), 0) * Matrix4x4.CreateScale(80);
        Vector3[] points = [.. CanonicalFace.Points.ToArray().Select(point => Vector3.Transform(point, turn) + new Vector3(300, 200, 0))];
        FaceMesh mesh = new(points, presence);

        NeutralFit fit = Model.FitNeutral(mesh, HeadPose.Fit(mesh));

        Assert.Equal(doubt, fit.Doubt);
        Assert.Equal(doubt.Length == 0, fit.IsReliable);
    }

    // People the basis was not made of.
    [SkippableTheory]
    [InlineData("001")]
    [InlineData("062")]
    [InlineData("119")]
    public void A_smile_is_told_from_the_person(string person)
    {
        FaceEngine engine = Material.Engine();
        FaceShape neutral = Shape(engine, Material.London(person)), smiling = Shape(engine, Material.London(person).Replace("london_neutral", "london_smiling", StringComparison.Ordinal));

        FaceShape found = Model.FitNeutral(smiling).Neutral, still = Model.FitNeutral(neutral).Neutral;

        Assert.True(Distance(found, neutral) < 0.6 * Distance(smiling, neutral));
        Assert.True(Distance(found, still) < 0.5 * Distance(smiling, neutral));
    }

    [SkippableFact]
    public void People_stay_different_without_their_expressions()
    {
        FaceEngine engine = Material.Engine();
        FaceShape one = Shape(engine, Material.London("001")), other = Shape(engine, Material.London("062"));

        double before = Distance(one, other), after = Distance(Model.FitNeutral(one).Neutral, Model.FitNeutral(other).Neutral);

        Assert.InRange(after, 0.6 * before, 1.1 * before);
    }

    [SkippableFact]
    public void An_identity_has_a_neutral_shape()
    {
        IdentityPortrait portrait = Material.Engine().LoadIdentity(Material.Composite("f_multi"));
        FaceShape shape = FaceShape.Of(portrait.Mesh, portrait.Pose);
        Assert.Equal(
            RestingShape.Of(shape, Model.FitNeutral(portrait.Mesh, portrait.Pose).Neutral).Points.ToArray(),
            portrait.Neutral.Points.ToArray());
    }

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6, 7, 8];

    private static FaceShape Shape(FaceEngine engine, string picture)
    {
        using Still still = Material.Open(picture);
        Face face = engine.FindFaces(still.Frame)[0];
        return FaceShape.Of(face.Mesh, face.Pose);
    }

    // The mean face with components added; the irises are the canonical face's.
    private static FaceShape Compose(ReadOnlySpan<double> coefficients)
    {
        Vector3[] points = CanonicalFace.Points.ToArray();
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            double x = Basis.Mean[3 * i], y = Basis.Mean[3 * i + 1], z = Basis.Mean[3 * i + 2];
            for (int j = 0; j < coefficients.Length; j++)
            {
                x += coefficients[j] * Basis.Components[j][3 * i];
                y += coefficients[j] * Basis.Components[j][3 * i + 1];
                z += coefficients[j] * Basis.Components[j][3 * i + 2];
            }

            points[i] = new Vector3((float)x, (float)y, (float)z);
        }

        return new FaceShape(points);
    }

    private static FaceShape Blend(FaceShape a, FaceShape b, float share)
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = Vector3.Lerp(a.Points[i], b.Points[i], share);
        return new FaceShape(points);
    }

    // Root mean square over the surface, seen from the front.
    private static double Distance(FaceShape a, FaceShape b)
    {
        double sum = 0;
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            Vector3 difference = a.Points[i] - b.Points[i];
            sum += difference.X * difference.X + difference.Y * difference.Y;
        }

        return Math.Sqrt(sum / FaceMeshIndices.SurfaceCount);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
