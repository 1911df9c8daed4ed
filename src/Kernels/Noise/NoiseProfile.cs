using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Noise;

/// <summary>
/// The noise of an image in L*a*b*, by channel and lightness: grain, sensor noise, the remains of a codec.
/// </summary>
/// <remarks>
/// The image is cut into cells of 8 pixels; of each, the mean magnitude of what a blur takes away is the noise if the
/// cell shows nothing else. Texture and edges only add to it. So the quietest tenth of a tone's cells decides, as in
/// block-based noise estimation (S. Olsen, "Estimation of Noise in Images: An Evaluation", CVGIP 55, 1993). A tone that
/// shows nothing but texture (skin, hair) still seems noisier than it is: in L* noise hardly changes with lightness, so
/// no tone counts for more than twice the quietest. A tone with too few cells takes its neighbour's value.
/// </remarks>
public readonly unsafe struct NoiseProfile
{
    private const int Cell = 8;
    private const int CellPixels = Cell * Cell;

    // Vectors kept of a cell: magnitudes (and the lightness in W), squares, products with the neighbours.
    private const int CellVectors = 3;

    // The share of cells that decides, and the fewest of a tone that say something.
    private const double Quiet = 0.1;
    private const int LeastCells = 8;

    // Mean magnitude to standard deviation, √(π/2); and how far the quietest tenth of cells of mere noise lies below
    // the mean of all.
    private const float MagnitudeToDeviation = 1.2533141f;
    private const float QuietBias = 1.16f;

    // No tone is noisier than so many times the quietest.
    private const float MostRise = 2;

    // Cells up to this much above the quietest share tell the grain's size.
    private const float LikeQuietest = 1.15f;

    // From this weight on a pixel is seen wholly.
    private const float Whole = 0.99f;

    // In L*: cells as flat as this are clipped, unless they are the larger part of the picture, which is clean then.
    private const float Flat = 1e-3f;

    private readonly NoiseTones _deviations;

    private NoiseProfile(NoiseTones deviations, GrainSize lightness, GrainSize chroma)
    {
        _deviations = deviations;
        Lightness = lightness;
        Chroma = chroma;
    }

    /// <summary>The grain's size in lightness, as σ of the Gaussian that white noise would have to be filtered by; pixels.</summary>
    public float LightnessGrain => Lightness.Sigma;

    /// <summary>The grain's size in both chroma channels.</summary>
    public float ChromaGrain => Chroma.Sigma;

    /// <summary>The noise's standard deviation in L*, a* and b* at a lightness.</summary>
    /// <param name="lightness">L*.</param>
    public Vector4 Deviation(float lightness) => _deviations.At(lightness / 100) * FromHighPass;

    /// <summary>The standard deviation of the white noise that, filtered to <see cref="LightnessGrain"/>, is the noise in L*.</summary>
    /// <param name="lightness">L*.</param>
    public float WhiteLightness(float lightness) => _deviations.At(lightness / 100).X / (float)Math.Sqrt(Lightness.HighPassVariance);

    // From the deviation of the high-pass to that of the noise.
    private Vector4 FromHighPass
    {
        get
        {
            float lightness = (float)Math.Sqrt(Lightness.Variance / Lightness.HighPassVariance);
            float chroma = (float)Math.Sqrt(Chroma.Variance / Chroma.HighPassVariance);
            return new Vector4(lightness, chroma, chroma, 0);
        }
    }

    internal GrainSize Lightness { get; }

    internal GrainSize Chroma { get; }

    internal NoiseTones HighPassDeviations => _deviations;

    /// <summary>Measures an image.</summary>
    /// <param name="lab">Finite L*a*b* values.</param>
    /// <param name="seen">Same size; only cells that are seen wholly (1) count.</param>
    public static NoiseProfile Measure(ImageBuffer lab, Plane seen)
    {
        ArgumentNullException.ThrowIfNull(lab);
        BufferShape.RequireSize(seen, lab.Width, lab.Height);
        int columns = lab.Width / Cell, rows = lab.Height / Cell, cells = columns * rows;
        using Scratch memory = Scratch.Of<Vector4>(((long)CellVectors * cells) + 1);
        RectI part = Seen(seen, columns, rows, memory.Vectors);
        if (!part.IsEmpty)
        {
            RectI pixels = new(part.X1 * Cell, part.Y1 * Cell, part.X2 * Cell, part.Y2 * Cell);
            using ImageBuffer smooth = ImageBuffer.Uninitialized(pixels.Width, pixels.Height);
            using (GaussianKernel kernel = GaussianKernel.Create(GrainSize.HighPassSigma))
                SeparableFilter.Apply((float*)lab.Pointer, lab.Bounds, 4, kernel, (float*)smooth.Pointer, pixels, EdgeMode.Replicate);
            Executor.For(part.Y1, part.Y2, 1, new CellBody(lab.Pointer, lab.Width, smooth.Pointer, part, columns, memory.Vectors));
        }

        using Scratch sorting = Scratch.Of<float>(cells + 1);
        NoiseTones deviations = Deviations(memory.Vectors, cells, sorting.Floats, out Vector4 correlation);
        return new NoiseProfile(deviations, GrainSize.FromCorrelation(correlation.X), GrainSize.FromCorrelation((correlation.Y + correlation.Z) / 2));
    }

    // Cells that count have their lightness in W, others −1.
    private static NoiseTones Deviations(Vector4* cells, int count, float* sorting, out Vector4 correlation)
    {
        NoiseTones tones = default;
        Span<bool> known = stackalloc bool[NoiseTones.Count];
        known.Clear();
        correlation = default;
        if (LeaveClippedOut(cells, count))
            return tones;

        Vector4 least = new(float.PositiveInfinity);
        for (int tone = 0; tone < NoiseTones.Count; tone++)
        {
            known[tone] = TryQuietest(cells, count, tone, sorting, out Vector4 quiet);
            tones[tone] = quiet;
            least = known[tone] ? Vector4.Min(least, quiet) : least;
        }

        for (int tone = 0; tone < NoiseTones.Count; tone++)
            tones[tone] = Vector4.Min(tones[tone], MostRise * least);
        FillUnknown(ref tones, known);
        correlation = Correlation(cells, count, tones);
        for (int tone = 0; tone < NoiseTones.Count; tone++)
            tones[tone] *= MagnitudeToDeviation * QuietBias;
        return tones;
    }

    // True when the picture is clean rather than clipped here and there.
    private static bool LeaveClippedOut(Vector4* cells, int count)
    {
        int flat = 0, seen = 0;
        for (int i = 0; i < count; i++)
        {
            ref Vector4 cell = ref cells[CellVectors * i];
            if (cell.W < 0)
                continue;
            seen++;
            if (cell.X < Flat)
            {
                flat++;
                cell.W = -1;
            }
        }

        return 2 * flat > seen;
    }

    private static bool TryQuietest(Vector4* cells, int count, int tone, float* sorting, out Vector4 quiet)
    {
        quiet = default;
        for (int channel = 0; channel < 3; channel++)
        {
            int found = 0;
            for (int i = 0; i < count; i++)
            {
                Vector4 cell = cells[CellVectors * i];
                if (cell.W >= 0 && NoiseTones.Of(cell.W / 100) == tone)
                    sorting[found++] = cell[channel];
            }

            if (found < LeastCells)
                return false;
            Span<float> sorted = new(sorting, found);
            sorted.Sort();
            quiet[channel] = sorted[(int)(Quiet * found)];
        }

        return true;
    }

    // Of the cells that show noise and nothing else.
    private static Vector4 Correlation(Vector4* cells, int count, in NoiseTones tones)
    {
        Vector4 squares = default, products = default;
        for (int i = 0; i < count; i++)
        {
            Vector4* cell = cells + (CellVectors * i);
            if (cell->W >= 0 && cell->X <= LikeQuietest * tones[NoiseTones.Of(cell->W / 100)].X)
            {
                squares += cell[1];
                products += cell[2];
            }
        }

        return products / Vector4.Max(squares, new Vector4(1e-12f));
    }

    private static void FillUnknown(ref NoiseTones tones, ReadOnlySpan<bool> known)
    {
        NoiseTones measured = tones;
        for (int tone = 0; tone < NoiseTones.Count; tone++)
        {
            for (int distance = 1; !known[tone] && distance < NoiseTones.Count; distance++)
            {
                int below = tone - distance, above = tone + distance;
                int nearest = above < NoiseTones.Count && known[above] ? above : below;
                if (nearest >= 0 && known[nearest])
                {
                    tones[tone] = measured[nearest];
                    break;
                }
            }
        }
    }

    // Marks the cells that are seen by 0 in W and all others by −1; returns the rectangle of cells that holds the seen ones.
    private static RectI Seen(Plane seen, int columns, int rows, Vector4* cells)
    {
        RectI part = RectI.Empty;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float* weights = seen.Pointer + ((nint)row * Cell * seen.Width) + (column * Cell);
                Vector256<float> least = Vector256.Load(weights);
                for (int y = 1; y < Cell; y++)
                    least = Vector256.MinNative(least, Vector256.Load(weights + ((nint)y * seen.Width)));
                bool isSeen = Vector256.GreaterThanOrEqualAll(least, Vector256.Create(Whole));
                cells[CellVectors * ((row * columns) + column)].W = isSeen ? 0 : -1;
                if (isSeen)
                    part = part.Union(new RectI(column, row, column + 1, row + 1));
            }
        }

        return part;
    }

    private readonly struct CellBody(Vector4* image, int width, Vector4* smooth, RectI part, int columns, Vector4* cells) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint smoothWidth = (nint)part.Width * Cell;
            for (int row = from; row < to; row++)
            {
                for (int column = part.X1; column < part.X2; column++)
                {
                    Vector4* cell = cells + ((nint)CellVectors * ((row * columns) + column));
                    if (cell->W == 0)
                        Measure(image + ((nint)row * Cell * width) + (column * Cell), smooth + ((row - part.Y1) * Cell * smoothWidth) + ((column - part.X1) * Cell), smoothWidth, cell);
                }
            }
        }

        // Two pixels at once: a row's noise, times that of the pixels to the right and that of the row above.
        private void Measure(Vector4* pixels, Vector4* lower, nint stride, Vector4* cell)
        {
            Vector256<float> magnitudes = default, squares = default, products = default, sum = default;
            Vector256<float> above0 = default, above1 = default, above2 = default, above3 = default;
            for (int y = 0; y < Cell; y++, pixels += width, lower += stride)
            {
                float* own = (float*)pixels, low = (float*)lower;
                Vector256<float> low0 = Vector256.Load(low), low1 = Vector256.Load(low + 8), low2 = Vector256.Load(low + 16), low3 = Vector256.Load(low + 24);
                Vector256<float> noise0 = Vector256.Load(own) - low0, noise1 = Vector256.Load(own + 8) - low1;
                Vector256<float> noise2 = Vector256.Load(own + 16) - low2, noise3 = Vector256.Load(own + 24) - low3;
                magnitudes += Vector256.Abs(noise0) + Vector256.Abs(noise1) + (Vector256.Abs(noise2) + Vector256.Abs(noise3));
                squares += (noise0 * noise0) + (noise1 * noise1) + ((noise2 * noise2) + (noise3 * noise3));
                sum += low0 + low1 + (low2 + low3);
                products += (noise0 * Next(noise0, noise1)) + (noise1 * Next(noise1, noise2)) + ((noise2 * Next(noise2, noise3)) + (noise3 * Next(noise3, default)));
                products += (noise0 * above0) + (noise1 * above1) + ((noise2 * above2) + (noise3 * above3));
                (above0, above1, above2, above3) = (noise0, noise1, noise2, noise3);
            }

            // Two directions of 8·7 pairs each, for 64 squares.
            cell[0] = (PixelPairs.Sum(magnitudes) / CellPixels) with { W = Math.Max(PixelPairs.Sum(sum).X / CellPixels, 0) };
            cell[1] = PixelPairs.Sum(squares);
            cell[2] = PixelPairs.Sum(products) * (CellPixels / (2f * Cell * (Cell - 1)));
        }

        private static Vector256<float> Next(Vector256<float> pair, Vector256<float> following) => Vector256.Create(pair.GetUpper(), following.GetLower());
    }
}
