using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Shape;

/// <summary>
/// Tells what of a face's shape is the person's and what is expression: shape = mean + identity + expression + rest,
/// each Gaussian, and the most probable expression is subtracted. Linear, in double precision and in a fixed order.
/// Thread-safe.
/// </summary>
public sealed class ShapeModel
{
    // The landmark network guesses the far half of a turned face. In a clip of a turning head the neutral shape was off
    // its frontal one by 1.2 % of the inter-ocular distance up to 20 degrees, by 3 to 4 % at 30, 5 % at 40 and 6 % at 50; two
    // people differ by 4.5 %.
    private const double MostYaw = 40, MostPitch = 35;

    // Points further than this from every face the model knows are no face's. In the test clips it was 0.005 in half of
    // the frames, 0.014 in one of a hundred and 0.018 at 50 degrees, with hands before the mouth 0.014 to 0.021, and
    // where the network saw no face 0.020 to 0.069.
    internal const double MostResidual = 0.02;

    // The centre and four points around it.
    private const int IrisPoints = 5;

    private static readonly Lazy<ShapeModel> Shipped = new(() => new ShapeModel(ShapeBasis.ReadBuiltIn()));

    private readonly ShapeBasis _basis;
    private readonly CholeskyFactor _normal;

    /// <summary>A model on a basis.</summary>
    /// <param name="basis">The statistics.</param>
    internal ShapeModel(ShapeBasis basis)
    {
        _basis = basis;

        // Ridge regression with the deviations of points and components: (BᵀD⁻²B + 1) c = BᵀD⁻² (shape − mean).
        double[][] components = basis.Components;
        double[][] normal = new double[components.Length][];
        double[] weighted = new double[ShapeBasis.Dimension];
        for (int i = 0; i < normal.Length; i++)
        {
            normal[i] = new double[i + 1];
            for (int k = 0; k < weighted.Length; k++)
                weighted[k] = components[i][k] / (basis.Deviations[k] * basis.Deviations[k]);
            for (int j = 0; j <= i; j++)
                normal[i][j] = Dot(weighted, components[j]) + (i == j ? 1 : 0);
        }

        _normal = new CholeskyFactor(normal);
    }

    /// <summary>The model of this version.</summary>
    public static ShapeModel BuiltIn => Shipped.Value;

    /// <summary>The neutral shape of a face in a frame; unreliable also where its points are.</summary>
    /// <param name="mesh">The face's points.</param>
    /// <param name="pose">Its pose.</param>
    public NeutralFit FitNeutral(FaceMesh mesh, HeadPose pose)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        NeutralFit fit = FitNeutral(FaceShape.Of(mesh, pose));
        if (mesh.Presence < FaceEngine.CertainPresence)
            return fit with { Doubt = "only five points of the face are known" };
        if (Math.Abs(pose.Yaw) > MostYaw || Math.Abs(pose.Pitch) > MostPitch)
            return fit with { Doubt = "the face is turned too far away" };
        return fit;
    }

    /// <summary>The neutral shape of a face whose points can be relied on.</summary>
    /// <param name="shape">The face.</param>
    public NeutralFit FitNeutral(FaceShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Span<double> offsets = stackalloc double[ShapeBasis.Dimension], coefficients = stackalloc double[_basis.Components.Length];
        FillOffsets(shape, offsets);
        Solve(offsets, coefficients);

        Span<double> identity = stackalloc double[ShapeBasis.Dimension], expression = stackalloc double[ShapeBasis.Dimension];
        identity.Clear();
        expression.Clear();
        for (int i = 0; i < coefficients.Length; i++)
            AddScaled(_basis.Components[i], coefficients[i], i < _basis.IdentityCount ? identity : expression);

        AddScaled(identity, -1, offsets);
        AddScaled(expression, -1, offsets);
        double residual = FrontalRms(offsets);
        return new NeutralFit(Subtract(shape, expression), residual, residual <= MostResidual ? "" : "the points found are no face's");
    }

    private void FillOffsets(FaceShape shape, Span<double> offsets)
    {
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            Vector3 point = shape.Points[i];
            offsets[3 * i] = point.X - _basis.Mean[3 * i];
            offsets[3 * i + 1] = point.Y - _basis.Mean[3 * i + 1];
            offsets[3 * i + 2] = point.Z - _basis.Mean[3 * i + 2];
        }
    }

    private void Solve(ReadOnlySpan<double> offsets, Span<double> coefficients)
    {
        Span<double> weighted = stackalloc double[ShapeBasis.Dimension];
        for (int k = 0; k < weighted.Length; k++)
            weighted[k] = offsets[k] / (_basis.Deviations[k] * _basis.Deviations[k]);
        for (int i = 0; i < coefficients.Length; i++)
            coefficients[i] = Dot(weighted, _basis.Components[i]);
        _normal.Solve(coefficients);
    }

    private static FaceShape Subtract(FaceShape shape, ReadOnlySpan<double> expression)
    {
        Vector3[] points = shape.Points.ToArray();
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
            points[i] -= new Vector3((float)expression[3 * i], (float)expression[3 * i + 1], (float)expression[3 * i + 2]);
        LookAhead(points, FaceMeshIndices.LeftEye, FaceMeshIndices.LeftIris);
        LookAhead(points, FaceMeshIndices.RightEye, FaceMeshIndices.RightIris);
        return FaceShape.Owning(points);
    }

    // An iris's five points lie between the lids as in the canonical face.
    private static void LookAhead(Vector3[] points, ReadOnlySpan<int> lids, int iris)
    {
        Vector3 move = default;
        foreach (int lid in lids)
            move += (points[lid] - CanonicalFace.Points[lid]) / lids.Length;
        for (int i = iris; i < iris + IrisPoints; i++)
            points[i] = CanonicalFace.Points[i] + move;
    }

    private static double FrontalRms(ReadOnlySpan<double> offsets)
    {
        double sum = 0;
        for (int i = 0; i < offsets.Length; i += 3)
            sum += offsets[i] * offsets[i] + offsets[i + 1] * offsets[i + 1];
        return Math.Sqrt(sum / FaceMeshIndices.SurfaceCount);
    }

    // Four sums side by side, added up in one order on every machine.
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < ShapeBasis.Dimension; i += Vector256<double>.Count)
            sum += Vector256.Create(a[i..]) * Vector256.Create(b[i..]);
        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }

    private static void AddScaled(ReadOnlySpan<double> from, double factor, Span<double> to)
    {
        for (int i = 0; i < ShapeBasis.Dimension; i += Vector256<double>.Count)
            (Vector256.Create<double>(to[i..]) + factor * Vector256.Create(from[i..])).CopyTo(to[i..]);
    }
}
