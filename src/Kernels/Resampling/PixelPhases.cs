using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// A crop finer than the network that looks at it: factor² pictures of the network's size, each moved by a part of its pixel,
/// that together have a value for every pixel of the fine crop. Phase (i, j) holds the fine pixels (x·factor + i,
/// y·factor + j).
/// </summary>
/// <remarks>
/// Every phase is a picture of its own, low-passed for its own pixels (<see cref="Sample"/>), so that no network sees
/// aliases. Networks answer phases a little differently each; what differs has the period of the phases, and
/// <see cref="Even"/> has its zeros exactly there.
/// </remarks>
public static unsafe class PixelPhases
{
    private const int RowGrain = 16;

    /// <summary>Samples all phases of a crop.</summary>
    /// <param name="source">The host's image.</param>
    /// <param name="phaseToSource">Continuous coordinates of a crop of the network's size to those of the image.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <param name="factor">Fine pixels for one of the network's, along a side; at least 1.</param>
    /// <param name="fine">Gets straight working-space pixels; its sides are multiples of <paramref name="factor"/>.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite, or the sides are no multiples.</exception>
    public static void Sample(PixelView source, Affine2D phaseToSource, NetworkSpace space, bool premultiplied, int factor, ImageBuffer fine)
    {
        RequireMultiple(fine, factor);
        if (factor == 1)
        {
            AreaSampler.Sample(source, phaseToSource, space, premultiplied, fine);
            return;
        }

        using ImageBuffer phase = ImageBuffer.Uninitialized(fine.Width / factor, fine.Height / factor);
        for (int j = 0; j < factor; j++)
        {
            for (int i = 0; i < factor; i++)
            {
                Affine2D moved = Affine2D.Translation(((i + 0.5) / factor) - 0.5, ((j + 0.5) / factor) - 0.5);
                AreaSampler.Sample(source, moved.Then(phaseToSource), space, premultiplied, phase);
                Executor.For(0, phase.Height, RowGrain, new Spread(phase.Pointer, phase.Width, fine.Pointer + (j * (nint)fine.Width) + i, fine.Width, factor));
            }
        }
    }

    /// <summary>Writes one phase into a network's tensor: planes of rows.</summary>
    /// <param name="fine">The fine crop.</param>
    /// <param name="factor">Fine pixels for one of the network's, along a side.</param>
    /// <param name="phase">Which phase: j·factor + i.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="planar">Gets 3 planes of the network's size.</param>
    /// <exception cref="ArgumentException">The sides are no multiples of the factor, or the tensor's size is wrong.</exception>
    public static void ToTensor(ImageBuffer fine, int factor, int phase, in TensorFormat format, Span<float> planar)
    {
        (int width, int height) = PhaseSize(fine, factor, planar.Length);
        fixed (float* first = planar)
            Executor.For(0, height, RowGrain, new Pack(First(fine, factor, phase), fine.Width, factor, format, first, width, (nint)width * height));
    }

    /// <summary>Takes one phase of a network's answer, as <see cref="TensorFormat"/> would have written it; alpha becomes 1.</summary>
    /// <param name="planar">3 planes of the network's size.</param>
    /// <param name="format">How the network's values stand for working values, clamped to [0, 1] where it says so; the scales are not 0.</param>
    /// <param name="factor">Fine pixels for one of the network's, along a side.</param>
    /// <param name="phase">Which phase: j·factor + i.</param>
    /// <param name="fine">Gets the phase's pixels.</param>
    /// <exception cref="ArgumentException">The sides are no multiples of the factor, or the tensor's size is wrong.</exception>
    public static void FromTensor(ReadOnlySpan<float> planar, in TensorFormat format, int factor, int phase, ImageBuffer fine)
    {
        (int width, int height) = PhaseSize(fine, factor, planar.Length);
        fixed (float* first = planar)
            Executor.For(0, height, RowGrain, new Unpack(first, width, (nint)width * height, format, First(fine, factor, phase), fine.Width, factor));
    }

    /// <summary>Takes one phase of a network's matte into the alpha of its pixels, clamped to [0, 1].</summary>
    /// <param name="matte">A plane of the network's size.</param>
    /// <param name="factor">Fine pixels for one of the network's, along a side.</param>
    /// <param name="phase">Which phase: j·factor + i.</param>
    /// <param name="fine">Gets the phase's alphas.</param>
    /// <exception cref="ArgumentException">The sides are no multiples of the factor, or the matte's size is wrong.</exception>
    public static void AlphaFromTensor(ReadOnlySpan<float> matte, int factor, int phase, ImageBuffer fine)
    {
        (int width, int height) = PhaseSize(fine, factor, 3 * matte.Length);
        Vector4* target = First(fine, factor, phase);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                target[((nint)y * factor * fine.Width) + ((nint)x * factor)].W = Math.Clamp(matte[(y * width) + x], 0, 1);
        }
    }

    /// <summary>
    /// Averages neighbouring phases, in place: a window one phase wide, so that whatever differs from phase to phase with
    /// their period is gone and what the phases have in common, which changes slowly from one to the next, stays.
    /// </summary>
    /// <param name="fine">The fine crop; its sides are repeated beyond it.</param>
    /// <param name="factor">Fine pixels for one of the network's, along a side; 1 changes nothing.</param>
    public static void Even(ImageBuffer fine, int factor)
    {
        RequireMultiple(fine, factor);
        if (factor == 1)
            return;
        using ImageBuffer between = ImageBuffer.Uninitialized(fine.Width, fine.Height);
        Executor.For(0, fine.Height, RowGrain, new Window(fine.Pointer, between.Pointer, fine.Width, fine.Width, 1, factor));
        Executor.For(0, fine.Height, RowGrain, new Window(between.Pointer, fine.Pointer, fine.Width, fine.Height, fine.Width, factor));
    }

    private static Vector4* First(ImageBuffer fine, int factor, int phase)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)phase, (uint)(factor * factor), nameof(phase));
        return fine.Pointer + (phase / factor * (nint)fine.Width) + (phase % factor);
    }

    private static (int Width, int Height) PhaseSize(ImageBuffer fine, int factor, int length)
    {
        RequireMultiple(fine, factor);
        int width = fine.Width / factor, height = fine.Height / factor;
        if (length != 3L * width * height)
            throw new ArgumentException($"A tensor of 3×{height}×{width} has {3L * width * height} floats, not {length}.", nameof(length));
        return (width, height);
    }

    private static void RequireMultiple(ImageBuffer fine, int factor)
    {
        ArgumentNullException.ThrowIfNull(fine);
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        if (fine.Width % factor != 0 || fine.Height % factor != 0)
            throw new ArgumentException($"A crop of {fine.Width}×{fine.Height} has no {factor}×{factor} phases; give one whose sides are multiples of {factor}.", nameof(fine));
    }

    private readonly struct Spread(Vector4* phase, int width, Vector4* fine, nint stride, int factor) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                Vector4* row = phase + ((nint)y * width), target = fine + (y * factor * stride);
                for (int x = 0; x < width; x++)
                    target[(nint)x * factor] = row[x];
            }
        }
    }

    private readonly struct Pack(Vector4* fine, nint stride, int factor, TensorFormat format, float* planar, int width, nint plane) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                Vector4* row = fine + (y * factor * stride);
                float* target = planar + ((nint)y * width);
                for (int x = 0; x < width; x++)
                {
                    Vector3 value = format.Apply(row[(nint)x * factor].AsVector3());
                    target[x] = value.X;
                    target[plane + x] = value.Y;
                    target[(2 * plane) + x] = value.Z;
                }
            }
        }
    }

    private readonly struct Unpack(float* planar, int width, nint plane, TensorFormat format, Vector4* fine, nint stride, int factor) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                Vector4* row = fine + (y * factor * stride);
                float* source = planar + ((nint)y * width);
                for (int x = 0; x < width; x++)
                    row[(nint)x * factor] = new Vector4(format.Undo(new Vector3(source[x], source[plane + x], source[(2 * plane) + x])), 1);
            }
        }
    }

    /// <summary>The mean of <c>factor</c> neighbours; where that is even, of two such windows half a pixel to either side.</summary>
    private readonly struct Window(Vector4* source, Vector4* destination, int width, int length, nint step, int factor) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int reach = factor / 2;
            float share = 1f / factor, outer = factor % 2 == 0 ? share / 2 : share;
            for (int y = from; y < to; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    // Along the rows the place is the column, along the columns the row.
                    int place = step == 1 ? x : y;
                    Vector4* at = source + ((nint)y * width) + x;
                    Vector4 sum = (At(at, place, -reach) + At(at, place, reach)) * outer;
                    for (int k = 1 - reach; k < reach; k++)
                        sum += At(at, place, k) * share;
                    destination[((nint)y * width) + x] = sum;
                }
            }
        }

        private Vector4 At(Vector4* at, int place, int offset) => at[(Math.Clamp(place + offset, 0, length - 1) - place) * step];
    }
}
