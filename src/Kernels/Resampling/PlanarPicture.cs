using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// An image sampled once as a network takes it, for a network that looks at several parts of it: where they overlap no
/// pixel is read or sampled twice. Owns its memory.
/// </summary>
public sealed unsafe class PlanarPicture : IDisposable
{
    private const int RowGrain = 64;
    private const int Channels = 3;

    private readonly int _height;
    private readonly Plane _planes;

    /// <summary>Samples an image as <see cref="AreaSampler"/> does; transparent black lies beyond its sides.</summary>
    /// <param name="source">The host's image. One of no pixels reads as black.</param>
    /// <param name="pictureToSource">Continuous picture to continuous source coordinates; may be singular.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">The picture's rows.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite, or the picture's size is negative or too large.</exception>
    public PlanarPicture(
        PixelView source, Affine2D pictureToSource, NetworkSpace space, bool premultiplied, in TensorFormat format, int width, int height)
    {
        FootprintFilter.RequireFinite(pictureToSource);
        _height = height;
        _planes = Room(width, height);
        AreaSampler.SampleTensor(source, pictureToSource, space, premultiplied, format, width, height, Planes, EdgeMode.Zero);
    }

    /// <summary>Room for a picture that somebody else samples; its content is undefined.</summary>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">The picture's rows.</param>
    /// <exception cref="ArgumentException">The picture's size is negative or too large.</exception>
    public PlanarPicture(int width, int height)
    {
        _height = height;
        _planes = Room(width, height);
    }

    /// <summary>The picture as the network takes it: 3 × height × width floats.</summary>
    public Span<float> Planes => _planes.Values;

    /// <summary>The picture's pixels.</summary>
    public RectI Bounds => RectI.FromSize(_planes.Width, _height);

    /// <summary>Copies a part into a tensor: planes of rows (CHW).</summary>
    /// <param name="part">The pixels, inside <see cref="Bounds"/>.</param>
    /// <param name="planar">3 × height × width floats.</param>
    /// <exception cref="ArgumentException">The part isn't inside the picture, or the tensor's size is wrong.</exception>
    public void Copy(RectI part, Span<float> planar)
    {
        if (!Bounds.Contains(part))
            throw new ArgumentOutOfRangeException(nameof(part), part, $"The part isn't inside the picture of {Bounds.Width}×{Bounds.Height} pixels; cut it to them.");
        AreaSampler.RequireTensor(part.Width, part.Height, planar);
        fixed (float* first = planar)
            Executor.For(0, Channels * part.Height, RowGrain, new CopyBody(_planes.Pointer, _planes.Width, _height, part, first));
    }

    /// <inheritdoc/>
    public void Dispose() => _planes.Dispose();

    private static Plane Room(int width, int height) => Plane.Uninitialized(width, checked(Channels * height));

    private readonly struct CopyBody(float* planes, nint width, int height, RectI part, float* destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int row = from; row < to; row++)
            {
                nint y = ((nint)(row / part.Height) * height) + part.Y1 + (row % part.Height);
                new ReadOnlySpan<float>(planes + (y * width) + part.X1, part.Width).CopyTo(new Span<float>(destination + ((nint)row * part.Width), part.Width));
            }
        }
    }
}
