using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Training.Teachers;

/// <summary>
/// What a segmenter says of a head when it looks at it several times, a little from further away and turned either way:
/// where it contradicts itself, it doesn't know. All looks lie on the grid of the first, plain one. Owns them.
/// </summary>
internal sealed class SeveralLooks : IDisposable
{
    // Turned by this, a square of that many sides still covers the plain one: cos 8° + sin 8° = 1.13.
    private const double Turn = 8 * Math.PI / 180;
    private const float Distance = 1.14f;

    private readonly List<ImageBuffer> _others = [];

    private SeveralLooks(FaceSegmentation plain) => Plain = plain;

    /// <summary>The plain look.</summary>
    public FaceSegmentation Plain { get; }

    /// <summary>The maps of the plain look and of the others, on one grid; W means nothing.</summary>
    public IEnumerable<ImageBuffer> Maps => _others.Prepend(Plain.Maps);

    /// <summary>Looks at a head.</summary>
    public static SeveralLooks At(IFaceSegmenter segmenter, in FrameView frame, FaceMesh mesh)
    {
        SeveralLooks looks = new(segmenter.Segment(frame, mesh));
        foreach (double turn in new[] { -Turn, Turn })
        {
            using FaceSegmentation look = segmenter.Segment(frame, Moved(mesh, turn));
            foreach (ref Vector4 pixel in look.Maps.Pixels)
                pixel.W = 1;
            ImageBuffer maps = ImageBuffer.Uninitialized(look.Maps.Width, look.Maps.Height);
            AreaSampler.Sample(look.Maps.AsView(), looks.Plain.GridToRaster.Then(look.GridToRaster.Invert()), NetworkSpace.Working, premultiplied: false, maps);
            looks._others.Add(maps);
        }

        return looks;
    }

    /// <summary>The mean of all looks, and how far they lie apart, a value a map.</summary>
    /// <param name="pixel">The pixel's number.</param>
    public (Vector4 Mean, Vector4 Spread) this[int pixel]
    {
        get
        {
            Vector4 sum = Vector4.Zero, low = Vector4.One, high = Vector4.Zero;
            foreach (ImageBuffer maps in Maps)
            {
                Vector4 value = maps.Pixels[pixel];
                (sum, low, high) = (sum + value, Vector4.Min(low, value), Vector4.Max(high, value));
            }

            return (sum / (1 + _others.Count), high - low);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Plain.Dispose();
        foreach (ImageBuffer maps in _others)
            maps.Dispose();
    }

    // The points, turned about their middle and larger, so that the crop around them is.
    private static FaceMesh Moved(FaceMesh mesh, double turn)
    {
        Vector3[] points = mesh.ToSquare();
        Vector2 middle = mesh.Bounds.Centre * new Vector2((float)mesh.PixelAspect, 1);
        Affine2D move = Affine2D.Translation(-middle.X, -middle.Y).Then(Affine2D.Similarity(Distance, turn, middle.X, middle.Y));
        for (int i = 0; i < points.Length; i++)
        {
            Vector2 moved = move.Apply(new Vector2(points[i].X, points[i].Y));
            points[i] = new Vector3(moved.X / (float)mesh.PixelAspect, moved.Y, points[i].Z * Distance);
        }

        return new FaceMesh(points, mesh.Presence, mesh.PixelAspect);
    }
}
