using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Pictures whose channels lie in planes of a network's tensor (CHW), pixel by pixel.</summary>
public static unsafe class PlanarPixels
{
    private const int RowGrain = 16;

    private static readonly NetworkSpace Linear = new(TransferCurve.SceneLinear, HighlightRollOff: false);

    /// <summary>Turns working-space planes of red, green and blue into what a network wants, in place.</summary>
    /// <param name="planar">3 × height × width finite floats.</param>
    /// <param name="gain">A factor on the light behind the values first.</param>
    /// <param name="format">Normalisation; the order is red, green, blue.</param>
    /// <param name="luma">Of the picture's size: receives the luma (Rec. 709) of the values with the gain, clamped to [0, 1].</param>
    /// <exception cref="ArgumentException">The tensor's size is wrong, or the format of another order.</exception>
    public static void Normalise(Span<float> planar, float gain, in TensorFormat format, Plane luma)
    {
        ArgumentNullException.ThrowIfNull(luma);
        if (format.Order != ChannelOrder.Rgb)
            throw new ArgumentException("The planes are red, green and blue; give a format of that order.", nameof(format));
        int plane = AreaSampler.RequireTensor(luma.Width, luma.Height, planar);
        fixed (float* first = planar)
            Executor.For(0, luma.Height, RowGrain, new NormaliseBody(first, plane, luma.Width, gain, format, luma.Pointer));
    }

    /// <summary>Makes pixels of a part of four planes: the three of a tensor, and one that becomes alpha.</summary>
    /// <param name="planar">3 × height × width floats.</param>
    /// <param name="alpha">The fourth, of the picture's size.</param>
    /// <param name="part">Which pixels, inside the picture.</param>
    /// <param name="destination">Of the part's size.</param>
    /// <exception cref="ArgumentException">A size is wrong, or the part isn't inside.</exception>
    public static void Load(ReadOnlySpan<float> planar, Plane alpha, RectI part, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(alpha);
        BufferShape.RequireSize(destination, part.Width, part.Height);
        int plane = AreaSampler.RequireTensor(alpha.Width, alpha.Height, planar);
        if (!alpha.Bounds.Contains(part))
            throw new ArgumentOutOfRangeException(nameof(part), part, $"The part isn't inside the {alpha.Width}×{alpha.Height} pixels; cut it to them.");
        fixed (float* first = planar)
            Executor.For(0, part.Height, RowGrain, new LoadBody(first, plane, alpha.Pointer, alpha.Width, part, destination.Pointer));
    }

    private readonly struct NormaliseBody(float* planes, nint plane, int width, float gain, TensorFormat format, float* luma) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint i = (nint)from * width, end = (nint)to * width;
            for (; i <= end - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                float* pixel = planes + i;
                Vector256<float> red = Vector256.Load(pixel), green = Vector256.Load(pixel + plane), blue = Vector256.Load(pixel + (2 * plane));
                Normalise(ref red, ref green, ref blue).Store(luma + i);
                red.Store(pixel);
                green.Store(pixel + plane);
                blue.Store(pixel + (2 * plane));
            }

            for (; i < end; i++)
            {
                float* pixel = planes + i;
                Vector256<float> red = Vector256.Create(*pixel), green = Vector256.Create(pixel[plane]), blue = Vector256.Create(pixel[2 * plane]);
                luma[i] = Normalise(ref red, ref green, ref blue).ToScalar();
                *pixel = red.ToScalar();
                pixel[plane] = green.ToScalar();
                pixel[2 * plane] = blue.ToScalar();
            }
        }

        // Eight pixels; returns their luma.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector256<float> Normalise(ref Vector256<float> red, ref Vector256<float> green, ref Vector256<float> blue)
        {
            if (gain != 1)
            {
                red = Linear.EncodeLanes(Linear.DecodeLanes(red) * gain);
                green = Linear.EncodeLanes(Linear.DecodeLanes(green) * gain);
                blue = Linear.EncodeLanes(Linear.DecodeLanes(blue) * gain);
            }

            Vector256<float> sum = Rec709.Luma(red, green, blue);
            red = Wanted(red, format.Scale.X, format.Offset.X);
            green = Wanted(green, format.Scale.Y, format.Offset.Y);
            blue = Wanted(blue, format.Scale.Z, format.Offset.Z);
            return Unit(sum);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector256<float> Wanted(Vector256<float> values, float factor, float added) =>
            ((format.ClampToUnit ? Unit(values) : values) * factor) + Vector256.Create(added);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Unit(Vector256<float> values) => Vector256.MinNative(Vector256.MaxNative(values, Vector256<float>.Zero), Vector256<float>.One);
    }

    private readonly struct LoadBody(float* planes, nint plane, float* alpha, nint stride, RectI part, Vector4* destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                nint first = ((part.Y1 + y) * stride) + part.X1;
                float* red = planes + first, green = red + plane, blue = green + plane, fourth = alpha + first;
                Vector4* row = destination + ((nint)y * part.Width);
                for (int x = 0; x < part.Width; x++)
                    row[x] = new Vector4(red[x], green[x], blue[x], fourth[x]);
            }
        }
    }
}
