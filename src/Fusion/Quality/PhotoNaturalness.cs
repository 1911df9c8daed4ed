using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Quality;

/// <summary>
/// How far a photo's face is from those of good photos, without anything to compare it with: NIQE (A. Mittal,
/// R. Soundararajan and A. Bovik 2013) on faces of one size. Noise, blur, enlargement and compression all raise it.
/// </summary>
internal static class PhotoNaturalness
{
    /// <summary>Measures a face; 0 where it is too narrow to be told, such as in profile.</summary>
    /// <param name="image">The picture, in the working space.</param>
    /// <param name="mesh">The face in it.</param>
    /// <param name="interOcular">The distance between its eyes in pixels of it.</param>
    public static double Measure(ImageBuffer image, FaceMesh mesh, double interOcular)
    {
        IReadOnlyList<double[]> patches = FacePatches.Measure(image, mesh, interOcular);
        return patches.Count < 2 ? 0 : NaturalnessModel.BuiltIn.Distance(NaturalnessModel.Fit(patches));
    }
}
