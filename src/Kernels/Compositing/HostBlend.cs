using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Lays working-space pixels over others as a host would: they are mixed in its own values, or in light (<see cref="NetworkSpace.ForMixing"/>).</summary>
public static unsafe class HostBlend
{
    private const int RowGrain = 8;

    /// <summary>
    /// below = encode((1 − matte)·decode(below) + matte·decode(above)) per colour channel; below's own bits where the
    /// matte is 0 and above's where it is 1. Alpha stays below's.
    /// </summary>
    /// <param name="below">Working-space pixels, straight; changed in place.</param>
    /// <param name="place">Where the others lie in it; inside it.</param>
    /// <param name="above">Of the place's size.</param>
    /// <param name="matte">Of the place's size, 0 to 1; a not-a-number value counts as 0.</param>
    /// <param name="space">What the host's values mean; decode and encode are those of its <see cref="NetworkSpace.ForMixing"/>.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void Over(ImageBuffer below, RectI place, ImageBuffer above, Plane matte, NetworkSpace space)
    {
        ArgumentNullException.ThrowIfNull(below);
        BufferShape.RequireSize(above, place.Width, place.Height);
        BufferShape.RequireSize(matte, place.Width, place.Height);
        if (!below.Bounds.Contains(place))
            throw new ArgumentException("What is laid over an image lies inside it; cut it to the image.", nameof(place));
        Executor.For(0, place.Height, RowGrain, new Body(
            below.Pointer + ((nint)place.Y1 * below.Width) + place.X1, below.Width, above.Pointer, matte.Pointer, place.Width, space.ForMixing()));
    }

    private readonly struct Body(Vector4* below, int stride, Vector4* above, float* matte, int width, NetworkSpace space) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                Vector4* row = below + ((nint)y * stride), over = above + ((nint)y * width);
                float* shares = matte + ((nint)y * width);
                for (int x = 0; x < width; x += 2)
                {
                    int left = width - x;
                    float first = shares[x], second = left > 1 ? shares[x + 1] : 0;
                    if (!(first > 0 || second > 0))
                        continue;
                    Vector256<float> share = Vector256.Create(Vector128.Create(first), Vector128.Create(second));
                    Vector256<float> under = PixelPairs.Load(row + x, left), top = PixelPairs.Load(over + x, left);
                    bool isWhole = first >= 1 && (second >= 1 || left == 1);
                    PixelPairs.Store(PixelPairs.WithAlpha(isWhole ? top : Mix(under, top, share), under), row + x, left);
                }
            }
        }

        // Not a pixel's own bits come back from the host's values: nothing and all are no mixture.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector256<float> Mix(Vector256<float> from, Vector256<float> to, Vector256<float> share)
        {
            Vector256<float> light = space.DecodeLanes(from);
            Vector256<float> mixed = space.EncodeLanes(light + ((space.DecodeLanes(to) - light) * share));
            mixed = Vector256.ConditionalSelect(Vector256.LessThan(share, Vector256<float>.One), mixed, to);
            return Vector256.ConditionalSelect(Vector256.GreaterThan(share, Vector256<float>.Zero), mixed, from);
        }
    }
}
