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
                Vector4* row = below + ((nint)y * stride);
                nint first = (nint)y * width;
                for (int x = 0; x < width; x++)
                {
                    float share = matte[first + x];
                    if (share > 0)
                        row[x] = (share < 1 ? Mix(row[x], above[first + x], share) : above[first + x]) with { W = row[x].W };
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector4 Mix(Vector4 from, Vector4 to, float share)
        {
            Vector256<float> decoded = space.DecodeLanes(Vector256.Create(from.AsVector128(), to.AsVector128()));
            Vector128<float> mixed = decoded.GetLower() + ((decoded.GetUpper() - decoded.GetLower()) * share);
            return space.EncodeLanes(Vector256.Create(mixed, mixed)).GetLower().AsVector4();
        }
    }
}
