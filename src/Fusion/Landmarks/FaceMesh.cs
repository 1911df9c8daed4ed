using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>The 478 points of one face in a frame; <see cref="FaceMeshIndices"/> says which is which.</summary>
public sealed class FaceMesh
{
    private readonly Vector3[] _points;
    private Vector3[]? _square;
    private Vector3[]? _normals;

    // The same face elsewhere on a raster: its surface looks where this one's does.
    private FaceMesh? _unmoved;

    /// <summary>A mesh from its points.</summary>
    /// <param name="points">478 points: x and y are continuous raster coordinates; z has the scale of y, smaller is nearer to the viewer.</param>
    /// <param name="presence">How certain it is that this is a face, 0 to 1.</param>
    /// <param name="pixelAspect">A pixel's width divided by its height in the frame.</param>
    /// <exception cref="ArgumentException">Not 478 points.</exception>
    public FaceMesh(ReadOnlySpan<Vector3> points, float presence, double pixelAspect = 1)
        : this(points.ToArray(), presence, pixelAspect)
    {
    }

    private FaceMesh(Vector3[] points, float presence, double pixelAspect)
    {
        if (points.Length != FaceMeshIndices.Count)
            throw new ArgumentException($"A face mesh has {FaceMeshIndices.Count} points, not {points.Length}.", nameof(points));
        _points = points;
        Presence = presence;
        PixelAspect = pixelAspect;
    }

    /// <summary>The points: x and y are continuous raster coordinates; z has the scale of y, smaller is nearer to the viewer.</summary>
    public ReadOnlySpan<Vector3> Points => _points;

    /// <summary>How certain it is that this is a face, 0 to 1.</summary>
    public float Presence { get; }

    /// <summary>A pixel's width divided by its height in the frame.</summary>
    public double PixelAspect { get; }

    /// <summary>
    /// The square in which a network found the points, laid around the face as the look before saw it; <see langword="null"/> where
    /// there was no such look, or points of several are averaged. What needs a face's whereabouts and not each point needn't wait for the last look.
    /// </summary>
    internal FaceCrop? Crop { get; private init; }

    /// <summary>The tightest box around the 468 points of the surface, in raster coordinates.</summary>
    public RectF Bounds
    {
        get
        {
            Vector3 low = _points[0], high = _points[0];
            foreach (Vector3 point in _points.AsSpan(0, FaceMeshIndices.SurfaceCount))
            {
                low = Vector3.Min(low, point);
                high = Vector3.Max(high, point);
            }

            return new RectF(low.X, low.Y, high.X, high.Y);
        }
    }

    /// <summary>
    /// The five points that recognisers are aligned by: the centres of the eyes' lids, the tip of the nose and the
    /// corners of the mouth, in raster coordinates and the order of <see cref="Alignment.AlignmentTemplate"/>.
    /// </summary>
    public Vector2[] FivePoints() =>
    [
        Centre(FaceMeshIndices.LeftEye),
        Centre(FaceMeshIndices.RightEye),
        Flat(FaceMeshIndices.NoseTip),
        Flat(FaceMeshIndices.LeftMouthCorner),
        Flat(FaceMeshIndices.RightMouthCorner),
    ];

    /// <summary>The points in square pixels (as high as the frame's own), the space in which angles and lengths mean something.</summary>
    public ReadOnlySpan<Vector3> Square => _square ??= PixelAspect == 1 ? _points : ToSquare();

    /// <summary><see cref="FaceSurface.Normals"/> of the surface's 468 points; computed when they are first asked for.</summary>
    internal ReadOnlySpan<Vector3> SurfaceNormals => Normals();

    /// <summary>A copy of <see cref="Square"/>.</summary>
    public Vector3[] ToSquare()
    {
        Vector3[] square = new Vector3[_points.Length];
        Vector3 stretch = new((float)PixelAspect, 1, 1);
        for (int i = 0; i < square.Length; i++)
            square[i] = _points[i] * stretch;
        return square;
    }

    /// <summary>A mesh that takes its points over: nobody else may change the array any more.</summary>
    /// <inheritdoc cref="FaceMesh(ReadOnlySpan{Vector3}, float, double)"/>
    /// <param name="points">478 points, as there.</param>
    /// <param name="presence">How certain it is that this is a face, 0 to 1.</param>
    /// <param name="pixelAspect">A pixel's width divided by its height in the frame.</param>
    /// <param name="crop">See <see cref="Crop"/>.</param>
    internal static FaceMesh Owning(Vector3[] points, float presence, double pixelAspect = 1, FaceCrop? crop = null) =>
        new(points, presence, pixelAspect) { Crop = crop };

    /// <summary>The same face in a picture whose raster begins elsewhere.</summary>
    /// <param name="x">What to add to every x.</param>
    /// <param name="y">What to add to every y.</param>
    public FaceMesh Translate(float x, float y)
    {
        Vector3[] moved = new Vector3[_points.Length];
        for (int i = 0; i < moved.Length; i++)
            moved[i] = _points[i] + new Vector3(x, y, 0);

        FaceMesh translated = Owning(moved, Presence, PixelAspect, Crop is { } crop ? crop with { Centre = crop.Centre + new Vector2(x * (float)PixelAspect, y) } : null);
        translated._unmoved = _unmoved ?? this;
        return translated;
    }

    /// <summary>The same face in a picture whose raster is finer or coarser.</summary>
    /// <param name="factor">Pixels there for a pixel here, above 0.</param>
    public FaceMesh Scale(float factor)
    {
        Vector3[] scaled = new Vector3[_points.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = factor * _points[i];
        return Owning(scaled, Presence, PixelAspect);
    }

    /// <summary>The same face on another raster of square pixels.</summary>
    /// <param name="squareToOther">A similarity from this frame's square pixels (as high as its own) to the other raster's.</param>
    public FaceMesh Map(Affine2D squareToOther)
    {
        Vector3[] mapped = ToSquare();
        float scale = (float)squareToOther.Scale;
        foreach (ref Vector3 point in mapped.AsSpan())
            point = new Vector3(squareToOther.Apply(new Vector2(point.X, point.Y)), scale * point.Z);
        return Owning(mapped, Presence);
    }

    private Vector3[] Normals() => _normals ??= _unmoved?.Normals() ?? FaceSurface.Normals(Square[..FaceMeshIndices.SurfaceCount]);

    private Vector2 Flat(int index) => new(_points[index].X, _points[index].Y);

    private Vector2 Centre(ReadOnlySpan<int> indices)
    {
        Vector2 sum = default;
        foreach (int index in indices)
            sum += Flat(index);
        return sum / indices.Length;
    }
}
