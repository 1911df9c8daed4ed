using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Arithmetic on whole images, all four channels alike; a destination may be one of the operands.</summary>
public static unsafe class ImageMath
{
    private const int RowGrain = 16;

    /// <summary>destination = a + share·(b − a); exactly <paramref name="a"/> at 0 and exactly <paramref name="b"/> at 1.</summary>
    /// <param name="a">What is there at 0.</param>
    /// <param name="b">What is there at 1; same size.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Lerp(ImageBuffer a, ImageBuffer b, float share, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(a);
        BufferShape.RequireSize(b, a.Width, a.Height);
        BufferShape.RequireSize(destination, a.Width, a.Height);
        if (share is 0 or 1)
        {
            ImageBuffer only = share == 0 ? a : b;
            if (only != destination)
                only.Pixels.CopyTo(destination.Pixels);
            return;
        }

        Executor.For(0, a.Height, RowGrain, new LerpBody(a.Pointer, b.Pointer, share, destination.Pointer, a.Width));
    }

    /// <summary>destination = a − b.</summary>
    /// <param name="a">What is taken from.</param>
    /// <param name="b">What is taken; same size.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Subtract(ImageBuffer a, ImageBuffer b, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(a);
        BufferShape.RequireSize(b, a.Width, a.Height);
        BufferShape.RequireSize(destination, a.Width, a.Height);
        Executor.For(0, a.Height, RowGrain, new SubtractBody(a.Pointer, b.Pointer, destination.Pointer, a.Width));
    }

    /// <summary>Brings every channel between 0 and 1.</summary>
    /// <param name="image">The image; changed in place.</param>
    public static void Clamp(ImageBuffer image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Executor.For(0, image.Height, RowGrain, new ClampBody(image.Pointer, image.Width));
    }

    /// <summary>Copies one channel.</summary>
    /// <param name="source">The image.</param>
    /// <param name="channel">0 to 3.</param>
    /// <param name="destination">A plane of the same size.</param>
    public static void Channel(ImageBuffer source, int channel, Plane destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        Channel(source, source.Bounds, channel, destination);
    }

    /// <summary>Copies one channel of a part.</summary>
    /// <param name="source">The image.</param>
    /// <param name="part">Which pixels of it, inside its bounds.</param>
    /// <param name="channel">0 to 3.</param>
    /// <param name="destination">A plane of the part's size.</param>
    /// <exception cref="ArgumentException">The part isn't inside, or the plane is of another size.</exception>
    public static void Channel(ImageBuffer source, RectI part, int channel, Plane destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)channel, 3u, nameof(channel));
        BufferShape.RequireSize(destination, part.Width, part.Height);
        if (!source.Bounds.Contains(part))
            throw new ArgumentOutOfRangeException(nameof(part), part, $"The part isn't inside the {source.Width}×{source.Height} pixels; cut it to them.");
        var first = (float*)(source.Pointer + ((nint)part.Y1 * source.Width) + part.X1);
        Executor.For(0, part.Height, RowGrain, new ChannelBody(first + channel, 4 * (nint)source.Width, destination.Pointer, part.Width));
    }

    private readonly struct ChannelBody(float* source, nint stride, float* destination, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint y = from; y < to; y++)
            {
                float* row = source + (y * stride), values = destination + (y * width);
                for (nint x = 0; x < width; x++)
                    values[x] = row[4 * x];
            }
        }
    }

    private readonly struct ClampBody(Vector4* image, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                image[i] = Vector4.Clamp(image[i], Vector4.Zero, Vector4.One);
        }
    }

    private readonly struct SubtractBody(Vector4* a, Vector4* b, Vector4* destination, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint i = (nint)from * width;
            nint end = (nint)to * width;
            for (; i <= end - 2; i += 2)
                (Vector256.Load((float*)(a + i)) - Vector256.Load((float*)(b + i))).Store((float*)(destination + i));
            if (i < end)
                destination[i] = a[i] - b[i];
        }
    }

    private readonly struct LerpBody(Vector4* a, Vector4* b, float share, Vector4* destination, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint i = (nint)from * width;
            nint end = (nint)to * width;
            for (; i <= end - 2; i += 2)
            {
                Vector256<float> first = Vector256.Load((float*)(a + i));
                (first + ((Vector256.Load((float*)(b + i)) - first) * share)).Store((float*)(destination + i));
            }

            if (i < end)
                destination[i] = a[i] + ((b[i] - a[i]) * share);
        }
    }
}
