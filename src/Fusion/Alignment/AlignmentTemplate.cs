using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Alignment;

/// <summary>
/// Where a network expects the five points of a face (viewer-left eye, viewer-right eye, nose tip, viewer-left and
/// viewer-right mouth corner) in its square crop.
/// </summary>
public sealed class AlignmentTemplate
{
    private readonly Vector2[] _points;

    private AlignmentTemplate(string name, params Vector2[] points)
    {
        Name = name;
        _points = points;
    }

    /// <summary>
    /// The template of ArcFace and the recognisers trained after it (InsightFace's 112-pixel template, here divided
    /// by 112).
    /// </summary>
    public static AlignmentTemplate Arcface112V2 { get; } = new(
        "arcface_112_v2",
        new(0.34191607f, 0.46157411f),
        new(0.65653393f, 0.45983393f),
        new(0.50022500f, 0.64050536f),
        new(0.37097589f, 0.82469196f),
        new(0.63151696f, 0.82325089f));

    /// <summary>The older template of ArcFace, of SimSwap and GHOST (facefusion 3.1, <c>arcface_112_v1</c>; the numbers are facts of those networks).</summary>
    public static AlignmentTemplate Arcface112V1 { get; } = new(
        "arcface_112_v1",
        new(0.35473214f, 0.45658929f),
        new(0.64526786f, 0.45658929f),
        new(0.50000000f, 0.61154464f),
        new(0.37913393f, 0.77687500f),
        new(0.62086607f, 0.77687500f));

    /// <summary>The template of inswapper, HyperSwap and GPEN 256: <see cref="Arcface112V2"/> with 8 pixels more on either side of 112.</summary>
    public static AlignmentTemplate Arcface128 { get; } = new(
        "arcface_128",
        new(0.36167656f, 0.40387734f),
        new(0.63696719f, 0.40235469f),
        new(0.50019687f, 0.56044219f),
        new(0.38710391f, 0.72160547f),
        new(0.61507734f, 0.72034453f));

    /// <summary>The template of DeepFaceLab's and DeepFaceLive's "whole face".</summary>
    public static AlignmentTemplate DflWholeFace { get; } = new(
        "dfl_whole_face",
        new(0.35342266f, 0.39285716f),
        new(0.62797622f, 0.39285716f),
        new(0.48660713f, 0.54017860f),
        new(0.38839287f, 0.68750011f),
        new(0.59821427f, 0.68750011f));

    /// <summary>The template of the FFHQ pictures, which restorers, BlendSwap and UniFace were trained on.</summary>
    public static AlignmentTemplate Ffhq512 { get; } = new(
        "ffhq_512",
        new(0.37691676f, 0.46864664f),
        new(0.62285697f, 0.46912813f),
        new(0.50123859f, 0.61331904f),
        new(0.39308822f, 0.72541100f),
        new(0.61150205f, 0.72490465f));

    /// <summary>The template of HifiFace, which comes from MTCNN's points.</summary>
    public static AlignmentTemplate Mtcnn512 { get; } = new(
        "mtcnn_512",
        new(0.36562865f, 0.46733799f),
        new(0.63305391f, 0.46585885f),
        new(0.50019127f, 0.61942959f),
        new(0.39032951f, 0.77598822f),
        new(0.61178945f, 0.77476328f));

    /// <summary>The name by which model documentation refers to the template.</summary>
    public string Name { get; }

    /// <summary>The five points as fractions of the crop's side.</summary>
    public ReadOnlySpan<Vector2> Points => _points;

    /// <summary>The similarity from a crop of <paramref name="size"/> pixels to the place of <paramref name="facePoints"/>.</summary>
    /// <param name="facePoints">Five points of a face, in the template's order.</param>
    /// <param name="size">The crop's side in pixels.</param>
    /// <exception cref="ArgumentException">Not five points, or all of them coincide.</exception>
    public Affine2D CropToFace(ReadOnlySpan<Vector2> facePoints, int size)
    {
        Span<Vector2> scaled = stackalloc Vector2[_points.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = _points[i] * size;
        return SimilarityFit.Solve(facePoints, scaled).Invert();
    }

    /// <summary>The similarity from a crop to a frame's raster, as <see cref="CropToFace"/> in square pixels.</summary>
    /// <param name="rasterPoints">Five points of a face on the raster, in the template's order.</param>
    /// <param name="size">The crop's side in pixels.</param>
    /// <param name="pixelAspect">A pixel's width divided by its height in the frame.</param>
    /// <exception cref="ArgumentException">Not five points, or all of them coincide.</exception>
    public Affine2D CropToRaster(ReadOnlySpan<Vector2> rasterPoints, int size, double pixelAspect)
    {
        Span<Vector2> square = stackalloc Vector2[_points.Length];
        if (rasterPoints.Length != square.Length)
            throw new ArgumentException($"A template is fitted to {square.Length} points, not {rasterPoints.Length}.", nameof(rasterPoints));
        for (int i = 0; i < square.Length; i++)
            square[i] = rasterPoints[i] * new Vector2((float)pixelAspect, 1);
        return CropToFace(square, size).Then(Affine2D.Scaling(1 / pixelAspect, 1));
    }
}
