namespace FaceFusion.Fusion.Geometry;

/// <summary>A rotation of space, its matrix by rows.</summary>
/// <param name="M11">Row 1, column 1.</param>
/// <param name="M12">Row 1, column 2.</param>
/// <param name="M13">Row 1, column 3.</param>
/// <param name="M21">Row 2, column 1.</param>
/// <param name="M22">Row 2, column 2.</param>
/// <param name="M23">Row 2, column 3.</param>
/// <param name="M31">Row 3, column 1.</param>
/// <param name="M32">Row 3, column 2.</param>
/// <param name="M33">Row 3, column 3.</param>
public readonly record struct Rotation3(
    double M11, double M12, double M13,
    double M21, double M22, double M23,
    double M31, double M32, double M33)
{
    /// <summary>No rotation.</summary>
    public static Rotation3 Identity => new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// <summary>+1 for every rotation, up to rounding.</summary>
    public double Determinant =>
        M11 * (M22 * M33 - M23 * M32) - M12 * (M21 * M33 - M23 * M31) + M13 * (M21 * M32 - M22 * M31);

    /// <summary>The rotation of a unit quaternion w + xi + yj + zk.</summary>
    /// <param name="w">Real part.</param>
    /// <param name="x">First imaginary part.</param>
    /// <param name="y">Second imaginary part.</param>
    /// <param name="z">Third imaginary part.</param>
    public static Rotation3 FromQuaternion(double w, double x, double y, double z) => new(
        1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
        2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
        2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y));

    /// <summary>The image of a point.</summary>
    /// <param name="point">Any point.</param>
    public Double3 Apply(Double3 point) => new(
        M11 * point.X + M12 * point.Y + M13 * point.Z,
        M21 * point.X + M22 * point.Y + M23 * point.Z,
        M31 * point.X + M32 * point.Y + M33 * point.Z);

    /// <summary>The inverse rotation.</summary>
    public Rotation3 Transpose() => new(M11, M21, M31, M12, M22, M32, M13, M23, M33);
}
