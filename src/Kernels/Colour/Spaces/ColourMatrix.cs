namespace FaceFusion.Kernels.Colour.Spaces;

/// <summary>
/// A 3×3 matrix that turns column vectors of colour, in double precision and by the four operations alone, so that
/// every machine derives the same bits.
/// </summary>
internal readonly record struct ColourMatrix(
    double M11, double M12, double M13,
    double M21, double M22, double M23,
    double M31, double M32, double M33)
{
    /// <summary>A matrix that scales each component.</summary>
    public static ColourMatrix Diagonal(double x, double y, double z) => new(x, 0, 0, 0, y, 0, 0, 0, z);

    /// <summary>First the right one, then the left one.</summary>
    public static ColourMatrix operator *(ColourMatrix a, ColourMatrix b) => new(
        (a.M11 * b.M11) + (a.M12 * b.M21) + (a.M13 * b.M31), (a.M11 * b.M12) + (a.M12 * b.M22) + (a.M13 * b.M32), (a.M11 * b.M13) + (a.M12 * b.M23) + (a.M13 * b.M33),
        (a.M21 * b.M11) + (a.M22 * b.M21) + (a.M23 * b.M31), (a.M21 * b.M12) + (a.M22 * b.M22) + (a.M23 * b.M32), (a.M21 * b.M13) + (a.M22 * b.M23) + (a.M23 * b.M33),
        (a.M31 * b.M11) + (a.M32 * b.M21) + (a.M33 * b.M31), (a.M31 * b.M12) + (a.M32 * b.M22) + (a.M33 * b.M32), (a.M31 * b.M13) + (a.M32 * b.M23) + (a.M33 * b.M33));

    /// <summary>What a colour becomes.</summary>
    public (double X, double Y, double Z) Apply(double x, double y, double z) => (
        (M11 * x) + (M12 * y) + (M13 * z),
        (M21 * x) + (M22 * y) + (M23 * z),
        (M31 * x) + (M32 * y) + (M33 * z));

    /// <summary>The matrix that undoes this one; primaries that span a triangle have one.</summary>
    public ColourMatrix Inverse()
    {
        double c11 = (M22 * M33) - (M23 * M32), c12 = (M23 * M31) - (M21 * M33), c13 = (M21 * M32) - (M22 * M31);
        double scale = 1 / ((M11 * c11) + (M12 * c12) + (M13 * c13));
        return new ColourMatrix(
            c11 * scale, ((M13 * M32) - (M12 * M33)) * scale, ((M12 * M23) - (M13 * M22)) * scale,
            c12 * scale, ((M11 * M33) - (M13 * M31)) * scale, ((M13 * M21) - (M11 * M23)) * scale,
            c13 * scale, ((M12 * M31) - (M11 * M32)) * scale, ((M11 * M22) - (M12 * M21)) * scale);
    }
}
