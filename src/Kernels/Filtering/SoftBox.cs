using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>The matte of a crop: a rectangle with Gaussian edges.</summary>
public static unsafe class SoftBox
{
    private const int RowGrain = 32;

    /// <summary>
    /// A Gaussian blur of a rectangle that is 1 inside and 0 outside, computed as the product of its two profiles: the
    /// cost hardly depends on the width of the edge. The Gaussian is cut at 4σ, and on each axis at the nearer of the
    /// rectangle's distances from the plane's two sides, so that the matte is exactly 0 from the sides on. Within 1e-6 of
    /// the same sums in double precision.
    /// </summary>
    /// <param name="left">Where the rectangle begins, in continuous coordinates of the plane; at least 0.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="right">Where it ends; at most the plane's width. Not after its beginning, it is empty.</param>
    /// <param name="bottom">Where it ends.</param>
    /// <param name="sigma">The Gaussian's standard deviation in pixels, ≥ 0; 0 gives hard edges, whose pixels count by their area.</param>
    /// <param name="matte">Written whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side lies outside the plane or isn't finite, or sigma is negative or not finite.</exception>
    public static void Fill(double left, double top, double right, double bottom, float sigma, Plane matte)
    {
        ArgumentNullException.ThrowIfNull(matte);
        if (!(sigma >= 0 && float.IsFinite(sigma)))
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "A soft edge's sigma is a finite number of pixels, at least 0.");
        RequireInside(left, right, matte.Width);
        RequireInside(top, bottom, matte.Height);

        using Scratch columns = Scratch.Of<float>(matte.Width);
        using Scratch rows = Scratch.Of<float>(matte.Height);
        FillProfile(left, right, sigma, new Span<float>(columns.Floats, matte.Width));
        FillProfile(top, bottom, sigma, new Span<float>(rows.Floats, matte.Height));
        Executor.For(0, matte.Height, RowGrain, new Body(columns.Floats, rows.Floats, matte.Pointer, matte.Width));
    }

    private static void RequireInside(double from, double to, int length)
    {
        if (!(from >= 0 && from <= length && to >= 0 && to <= length))
            throw new ArgumentOutOfRangeException(nameof(from), $"A box from {from} to {to} isn't inside the {length} pixels; cut it to them.");
    }

    /// <summary>An interval's indicator, blurred, at the pixels' centres: the blurred step at its beginning less that at its end.</summary>
    internal static void FillProfile(double from, double to, float sigma, Span<float> profile)
    {
        if (!(to > from))
        {
            profile.Clear();
            return;
        }

        // A sample reaches half a pixel to either side, and so does the outermost pixel, which is to be 0.
        double room = Math.Min(from, profile.Length - to);
        using GaussianKernel kernel = GaussianKernel.Create(sigma, Math.Max(0, (int)room - 1));
        int samples = (2 * kernel.Radius) + 1;
        using Scratch memory = Scratch.Of<double>(samples + 1);
        var sums = new Span<double>(memory.Pointer, samples + 1);
        sums[0] = 0;
        for (int k = 0; k < samples; k++)
            sums[k + 1] = sums[k] + kernel.Weights[k];
        for (int i = 0; i < profile.Length; i++)
            profile[i] = (float)(Step(sums, i + 0.5 - from) - Step(sums, i + 0.5 - to));
    }

    // The blurred step so many pixels after its edge: the samples whose pixels lie wholly after it, and a part of one.
    private static double Step(ReadOnlySpan<double> sums, double distance)
    {
        double whole = Math.Clamp(distance + (sums.Length / 2.0) - 0.5, 0, sums.Length - 1);
        int count = Math.Min((int)whole, sums.Length - 2);
        return sums[count] + ((sums[count + 1] - sums[count]) * (whole - count));
    }

    private readonly struct Body(float* columns, float* rows, float* matte, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
                FlatMath.Scale(columns, rows[y], matte + ((nint)y * width), width);
        }
    }
}
