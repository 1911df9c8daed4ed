using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Identity;

/// <summary>
/// How blurred a portrait is, at the size at which features are told apart: a large photo that is a little soft is none
/// the worse. Second differences of the luma in four directions, as shares of its standard deviation over the face, so
/// that a dim photo counts like a bright one.
/// </summary>
/// <param name="Least">The root mean square in the direction with the least of them: along a motion.</param>
/// <param name="Most">That in the direction with the most.</param>
internal readonly record struct PortraitBlur(double Least, double Most)
{
    // The size, in pixels between the eyes.
    private const double Size = 48;

    // (On averaged and real faces: sharp ones from 0.15 on, bright or dim; blurred by a Gaussian of 0.02 of the distance
    // between the eyes, or moved by 0.1 of it, 0.12 and less.)
    private const double Blurred = 0.07, Sharp = 0.16;

    // Blur that is so much stronger in one direction is motion by 0.1 of the distance between the eyes or more; lenses and
    // enlargement mostly leave 0.7.
    private const double Moved = 0.45;

    // What a blurred photo counts beside a sharp one.
    private const float BlurredShare = 0.05f;

    // Diagonal neighbours are further apart; structure of the kind faces have differs by so much more over them.
    private const double DiagonalExcess = 1.5;

    private static readonly Vector4 Luma = Rec709.LumaWeights.AsVector4();

    /// <summary>What the photo counts for beside sharp ones, above 0 to 1.</summary>
    public float Clarity => BlurredShare + (1 - BlurredShare) * Feather.Smoothstep((float)Least, (float)Blurred, (float)Sharp);

    /// <summary>What to say of it, as the end of a sentence; "" when it is sharp enough.</summary>
    public string Warning =>
        Least >= (Blurred + Sharp) / 2 ? ""
        : Least < Moved * Most ? "is blurred by motion; bring a photo in which the face keeps still"
        : "is blurred; bring a sharp photo of the face";

    /// <summary>Measures a portrait.</summary>
    /// <param name="pyramid">Its picture.</param>
    /// <param name="mesh">The face in it.</param>
    /// <param name="interOcular">The distance between the eyes in it.</param>
    public static PortraitBlur Measure(ImagePyramid pyramid, FaceMesh mesh, double interOcular)
    {
        using ImageBuffer image = pyramid.Scaled(Size / interOcular, out Affine2D toScaled);
        RectF bounds = mesh.Map(toScaled).Bounds;
        RectI box = RectI.FromBounds(bounds).Intersect(image.Bounds.Inflate(-1));
        double level = 0, power = 0, across = 0, down = 0, falling = 0, rising = 0;
        for (int y = box.Y1; y < box.Y2; y++)
        {
            ReadOnlySpan<Vector4> above = image.Row(y - 1), row = image.Row(y), below = image.Row(y + 1);
            for (int x = box.X1; x < box.X2; x++)
            {
                Vector4 twice = 2 * row[x];
                double luma = Vector4.Dot(row[x], Luma);
                level += luma;
                power += luma * luma;
                across += Square(row[x - 1] + row[x + 1] - twice);
                down += Square(above[x] + below[x] - twice);
                falling += Square(above[x - 1] + below[x + 1] - twice);
                rising += Square(above[x + 1] + below[x - 1] - twice);
            }
        }

        double count = Math.Max((double)box.Width * box.Height, 1), variance = power / count - level / count * (level / count);
        if (!(variance > 0))
            return default;
        double diagonal = DiagonalExcess * DiagonalExcess, unit = count * variance;
        return new PortraitBlur(
            Math.Sqrt(Math.Min(Math.Min(across, down), Math.Min(falling, rising) / diagonal) / unit),
            Math.Sqrt(Math.Max(Math.Max(across, down), Math.Max(falling, rising) / diagonal) / unit));
    }

    private static double Square(Vector4 difference)
    {
        double luma = Vector4.Dot(difference, Luma);
        return luma * luma;
    }
}
