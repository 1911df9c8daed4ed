using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>
/// What a frame shows around one face, as probabilities on a grid of its own that lies square to the head: widths on it
/// hardly depend on how large the face is in the frame. Owns its maps.
/// </summary>
public sealed class FaceSegmentation : IDisposable
{
    private readonly PlanarMaps? _planes;
    private readonly RectI _part;
    private readonly bool _ownsPlanes;
    private ImageBuffer? _maps;

    /// <summary>A segmentation that takes over its maps.</summary>
    /// <param name="maps">X skin, Y clothes, Z hair, each 0 to 1; W the picture's lightness.</param>
    /// <param name="mesh">The face's points on the maps' grid.</param>
    /// <param name="gridToRaster">From continuous coordinates on the grid to those of the frame's raster.</param>
    public FaceSegmentation(ImageBuffer maps, FaceMesh mesh, Affine2D gridToRaster)
    {
        ArgumentNullException.ThrowIfNull(maps);
        ArgumentNullException.ThrowIfNull(mesh);
        _maps = maps;
        _part = maps.Bounds;
        Mesh = mesh;
        GridToRaster = gridToRaster;
    }

    /// <summary>A segmentation that takes over maps as a network gave them.</summary>
    /// <param name="planes">The maps.</param>
    /// <param name="mesh">The face's points on the maps' grid.</param>
    /// <param name="gridToRaster">From continuous coordinates on the grid to those of the frame's raster.</param>
    internal FaceSegmentation(PlanarMaps planes, FaceMesh mesh, Affine2D gridToRaster)
        : this(planes, planes.Bounds, ownsPlanes: true, mesh, gridToRaster)
    {
    }

    private FaceSegmentation(PlanarMaps planes, RectI part, bool ownsPlanes, FaceMesh mesh, Affine2D gridToRaster)
    {
        _planes = planes;
        _part = part;
        _ownsPlanes = ownsPlanes;
        Mesh = mesh;
        GridToRaster = gridToRaster;
    }

    /// <summary>X skin (eyes, brows, lips, beards and glasses included), Y clothes, Z hair, each 0 to 1; W the lightness of the picture at normal exposure, 0 to 1.</summary>
    public ImageBuffer Maps => _maps ??= _planes!.Take(_part);

    /// <summary>The face's points on the maps' grid.</summary>
    public FaceMesh Mesh { get; }

    /// <summary>From continuous coordinates on the grid to those of the frame's raster.</summary>
    public Affine2D GridToRaster { get; }

    /// <summary>The part around the face's points, on a grid of its own: most of the maps shows what is beside the face. The caller disposes of it before this.</summary>
    /// <param name="margin">How much beside the points, by the longer side of their box.</param>
    public FaceSegmentation AroundFace(float margin) => Around(Mesh.Bounds, margin);

    /// <summary>The part around the face's points and around some of the frame. The caller disposes of it before this.</summary>
    /// <param name="part">Pixels of the frame, at least one.</param>
    /// <param name="margin">How much beside them, by the longer side of the points' box.</param>
    public FaceSegmentation Around(RectI part, float margin)
    {
        Affine2D rasterToGrid = GridToRaster.Invert();
        Span<Vector2> corners =
        [
            rasterToGrid.Apply(new Vector2(part.X1, part.Y1)), rasterToGrid.Apply(new Vector2(part.X2, part.Y1)),
            rasterToGrid.Apply(new Vector2(part.X1, part.Y2)), rasterToGrid.Apply(new Vector2(part.X2, part.Y2)),
            new(Mesh.Bounds.X1, Mesh.Bounds.Y1), new(Mesh.Bounds.X2, Mesh.Bounds.Y2),
        ];
        return Around(RectF.Around(corners), margin);
    }

    /// <summary>The pixels that <see cref="AroundFace"/> takes.</summary>
    /// <param name="mesh">The face's points on the maps' grid.</param>
    /// <param name="grid">The maps' pixels.</param>
    /// <param name="margin">As there.</param>
    internal static RectI PartAroundFace(FaceMesh mesh, RectI grid, float margin) => PartAround(mesh.Bounds, mesh, grid, margin);

    private static RectI PartAround(RectF box, FaceMesh mesh, RectI grid, float margin)
    {
        RectF face = mesh.Bounds;
        return RectI.FromBounds(box.Inflate(margin * Math.Max(face.Width, face.Height))).Intersect(grid);
    }

    private FaceSegmentation Around(RectF box, float margin)
    {
        RectI part = PartAround(box, Mesh, RectI.FromSize(_part.Width, _part.Height), margin);
        FaceMesh mesh = Mesh.Translate(-part.X1, -part.Y1);
        Affine2D toRaster = Affine2D.Translation(part.X1, part.Y1).Then(GridToRaster);
        return _planes is null || _maps is not null
            ? new FaceSegmentation(Maps.Crop(part), mesh, toRaster)
            : new FaceSegmentation(_planes, part.Offset(_part.X1, _part.Y1), ownsPlanes: false, mesh, toRaster);
    }

    /// <summary>One of the maps; the caller disposes of it.</summary>
    /// <param name="index">0 skin, 1 clothes, 2 hair, 3 lightness.</param>
    internal Plane Map(int index)
    {
        if (_planes is not null && _maps is null)
            return _planes.Take(index, _part);
        Plane map = Plane.Uninitialized(Maps.Width, Maps.Height);
        ImageMath.Channel(Maps, index, map);
        return map;
    }

    /// <summary>Where the face's surface is seen on the grid: 1 there, else 0; the caller disposes of it.</summary>
    internal Plane Coverage() => _planes?.Picture.CoverageOf(_part) ?? new TargetSurface(Mesh, _part).Coverage();

    /// <inheritdoc/>
    public void Dispose()
    {
        _maps?.Dispose();
        if (_ownsPlanes)
            _planes?.Dispose();
    }
}
