namespace FaceFusion.Fusion.Detection;

/// <summary>
/// How small pictures are looked at: a detector trained on faces of photographs is less certain of faces that are a
/// few pixels wide, and sees them better enlarged.
/// </summary>
public static class LowResolution
{
    /// <summary>Pictures whose shorter side, in square pixels, is below this are always enlarged.</summary>
    public const double AlwaysEnlarged = 64;

    /// <summary>Pictures whose shorter side, in square pixels, is below this are enlarged when nothing was found in them.</summary>
    public const double EnlargedOnRetry = 128;

    /// <summary>Below this shorter side, in square pixels, the threshold has reached its least.</summary>
    public const double LeastSize = 48;

    /// <summary>The share of the usual threshold that is asked of the smallest pictures: 0.3 instead of 0.5.</summary>
    public const float LeastShare = 0.6f;

    // The long side that small pictures are enlarged to, as a share of the network's picture: a face that fills the
    // picture then has the size that detectors know best.
    private const double EnlargedShare = 0.5;

    /// <summary>The least score of a face in a picture: falls with the size between the limits above.</summary>
    /// <param name="usual">The least score in large pictures, 0 to 1.</param>
    /// <param name="shortSide">The picture's shorter side in square pixels.</param>
    public static float Threshold(float usual, double shortSide)
    {
        double size = Math.Clamp((shortSide - LeastSize) / (EnlargedOnRetry - LeastSize), 0, 1);
        return (float)(usual * (LeastShare + (1 - LeastShare) * size));
    }

    /// <summary>Square pixels of the picture that one pixel of the network shows when it is enlarged; at most 1.</summary>
    /// <param name="longSide">The picture's longer side in square pixels.</param>
    /// <param name="inputSize">The side of the network's picture.</param>
    internal static double Enlargement(double longSide, int inputSize) => Math.Min(1, longSide / (EnlargedShare * inputSize));
}
