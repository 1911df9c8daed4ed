using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;
using FaceFusion.Kernels.Warping;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// The plate moved so that the target's face has its new outline: hair, ears, neck and background beside it move along
/// and come to rest some way out. Eyes, mouth and whatever else stays the target's ride on it.
/// </summary>
internal sealed class PlateWarp : IDisposable
{
    // How far from the new outline the plate moves, and how soft the field is, in inter-ocular distances.
    private const float Reach = 0.9f;
    private const float Blur = 0.025f;

    // The field is made on a grid as fine as its softness asks for: its cost doesn't depend on the face's size.
    private const int CellsPerInterOcular = 32;

    // What the grid's spline leaves of the blur, in cells, and how far that reaches (a Gaussian ends at 4σ).
    private static readonly float BlurOfCells = MathF.Sqrt(Blur * CellsPerInterOcular * Blur * CellsPerInterOcular - 1f / 3);
    private static readonly int Margin =
        (int)Math.Ceiling(Reach * CellsPerInterOcular) + (int)Math.Ceiling(4 * BlurOfCells) + DisplacementGrid.SplineReach + 1;

    // What lies further below black is a defect.
    private const float LowestValue = -0.5f;

    private PlateWarp(RectI region, ImageBuffer original, ImageBuffer warped, Plane weight)
    {
        Region = region;
        Original = original;
        Warped = warped;
        Weight = weight;
    }

    /// <summary>The part of the frame that moves; inside the frame.</summary>
    public RectI Region { get; }

    /// <summary>The plate there, in the working space.</summary>
    public ImageBuffer Original { get; }

    /// <summary>The moved plate.</summary>
    public ImageBuffer Warped { get; }

    /// <summary>1 where the plate moves, falling to exactly 0 where it comes to rest.</summary>
    public Plane Weight { get; }

    /// <summary>Moves a plate.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="face">The face as it is in the frame.</param>
    /// <param name="mesh">The face as it shall be.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="space">The working space.</param>
    public static PlateWarp Make(in FrameView frame, Face face, FaceMesh mesh, SwapScale scale, NetworkSpace space)
    {
        using DisplacementGrid grid = Field(face.Mesh, mesh, scale, frame.PixelAspect);
        RectI region = grid.Pixels.Intersect(frame.Pixels.Bounds);
        ImageBuffer original = ImageBuffer.Uninitialized(region.Width, region.Height);
        frame.Read(region, space, original);
        ImageBuffer warped = ImageBuffer.Uninitialized(region.Width, region.Height);
        Plane weight = Plane.Uninitialized(region.Width, region.Height);
        bool weighByAlpha = frame.Premultiplied && frame.Pixels.HasAlpha;
        bool isWideGamut = space.Primaries != ColourPrimaries.Rec709;
        PixelView pixels = frame.PixelsOf(region);
        if (frame.Pixels.Format is SampleFormat.Float16 or SampleFormat.Float32 && MissingPixels.Any(pixels, region, LowestValue, isWideGamut, original))
        {
            using ImageBuffer usable = original.Clone();
            MissingPixels.Mark(pixels, region, LowestValue, isWideGamut, usable);
            DisplacementWarp.Apply(grid, region, original, usable, weighByAlpha, warped, weight);
        }
        else
        {
            DisplacementWarp.Apply(grid, region, original, original, weighByAlpha, warped, weight);
        }

        return new PlateWarp(region, original, warped, weight);
    }

    /// <summary>The moved plate in another window of the frame; beyond the region its nearest pixels are repeated. The caller disposes of it.</summary>
    /// <param name="window">The window.</param>
    public ImageBuffer In(RectI window)
    {
        ImageBuffer part = ImageBuffer.Uninitialized(window.Width, window.Height);
        PixelReader.Read(Warped.AsView(), window.Offset(-Region.X1, -Region.Y1), NetworkSpace.Working, premultiplied: false, part);
        return part;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Original.Dispose();
        Warped.Dispose();
        Weight.Dispose();
    }

    // From each place of the new face to where it is in the frame, continued outwards.
    private static DisplacementGrid Field(FaceMesh from, FaceMesh to, SwapScale scale, double pixelAspect)
    {
        double cellHeight = scale.InterOcular / CellsPerInterOcular, cellWidth = cellHeight / pixelAspect;
        RectF bounds = to.Bounds;
        DisplacementGrid grid = new(
            2 * Margin + (int)Math.Ceiling(bounds.Width / cellWidth), 2 * Margin + (int)Math.Ceiling(bounds.Height / cellHeight),
            bounds.X1 - Margin * cellWidth, bounds.Y1 - Margin * cellHeight, cellWidth, cellHeight);

        int count = FaceMeshIndices.SurfaceCount;
        Span<Vector3> vertices = stackalloc Vector3[count];
        Span<Vector4> moves = stackalloc Vector4[count];
        for (int i = 0; i < count; i++)
        {
            vertices[i] = grid.ToCells(to.Points[i]);
            Vector3 move = from.Points[i] - to.Points[i];
            moves[i] = new Vector4(move.X, move.Y, 0, 0);
        }

        using Plane coverage = Plane.Uninitialized(grid.Cells.Width, grid.Cells.Height);
        ReadOnlySpan<int> triangles = CanonicalFace.Triangles;
        ReadOnlySpan<int> seen = FaceSurface.FacingViewer(vertices, to.SurfaceNormals, triangles, stackalloc int[triangles.Length]);
        MeshRasteriser.Rasterise(vertices, seen, moves, MeshWinding.Clockwise, grid.Cells.Bounds, coverage, grid.Cells);
        SilhouetteExtension.Apply(coverage, grid.Cells, Reach * CellsPerInterOcular);
        GaussianBlur.Apply(grid.Cells, BlurOfCells, grid.Cells, EdgeMode.Zero);
        return grid;
    }
}
