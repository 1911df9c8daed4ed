using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// What a face's points and its picture's lightness tell of what can be in front of it, before a network has said what the
/// picture shows. Owns its memory.
/// </summary>
internal sealed class FaceGround : IDisposable
{
    // Softness of the edges of eyes, brows and lips, which may look like no skin, in inter-ocular distances.
    private const float FeatureBlur = 0.03f;

    private static readonly int[] FeatureTriangles =
    [
        .. CanonicalFace.EyeTriangles, .. CanonicalFace.BrowTriangles, .. CanonicalFace.LipTriangles, .. CanonicalFace.MouthTriangles,
    ];

    private FaceGround(Plane plainSkin, Plane? frames, float unit)
    {
        PlainSkin = plainSkin;
        Frames = frames;
        Unit = unit;
    }

    /// <summary>The face without eyes, brows, lips and mouth, 0 to 1.</summary>
    public Plane PlainSkin { get; }

    /// <summary>The frames of glasses, 0 to 1; null where there are none.</summary>
    public Plane? Frames { get; }

    /// <summary>The inter-ocular distance in pixels.</summary>
    public float Unit { get; }

    /// <summary>Looks at a face.</summary>
    /// <param name="mesh">The face's points in the picture.</param>
    /// <param name="lightness">The picture's lightness, 0 to 1.</param>
    /// <param name="coverage">Where the picture shows the face's surface: 1 there, else 0. The result's from now on.</param>
    public static FaceGround Of(FaceMesh mesh, Plane lightness, Plane coverage)
    {
        float unit = (float)HeadPose.Fit(mesh).InterOcular;
        TargetSurface surface = new(mesh, lightness.Bounds);
        using Plane eyes = surface.SoftArea(CanonicalFace.EyeTriangles, FeatureBlur * unit, out RectI lids);
        TakeOutFeatures(surface, unit, coverage);
        return new FaceGround(coverage, GlassesFrames.Find(lightness, mesh, eyes, lids, unit), unit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        PlainSkin.Dispose();
        Frames?.Dispose();
    }

    private static void TakeOutFeatures(TargetSurface surface, float unit, Plane skin)
    {
        using Plane feature = surface.SoftArea(FeatureTriangles, FeatureBlur * unit, out RectI place);
        Feather.Smoothstep(feature, 0.5f, 0, feature);
        PlaneMath.Multiply(feature, place, skin);
    }
}
