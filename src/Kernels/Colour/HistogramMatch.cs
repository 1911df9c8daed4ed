using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// Histogram matching, channel by channel: each value becomes the one that as large a share of the target's pixels lies
/// below (R. Gonzalez and R. Woods, "Digital Image Processing", histogram specification).
/// </summary>
/// <remarks>
/// Both histograms are smoothed first, so that a step in one is none in the picture. The map is monotone. Beyond the
/// outermost <see cref="Trimmed"/> of the source's pixels it goes on with slope 1: the few brightest and darkest say
/// nothing. Alpha is passed on.
/// </remarks>
public static unsafe class HistogramMatch
{
    /// <summary>The share of pixels at either end that isn't listened to.</summary>
    public const double Trimmed = 0.005;

    private const int Channels = 3;
    private const int Levels = 1024;

    // Whole numbers, so that the sums don't depend on any order.
    private const float WeightUnit = 4096;

    // Three boxes of 2·4 + 1 levels: all but a Gaussian of 4.5.
    private const int SmoothingRounds = 3;
    private const int SmoothingRadius = 4;

    private const int RowGrain = 16;

    /// <summary>Maps an image so that the histograms of what is seen agree.</summary>
    /// <param name="source">The image to map.</param>
    /// <param name="target">What it is to look like; same size. Both finite.</param>
    /// <param name="weights">Which pixels of both are compared; 0 and less is not seen. Nowhere leaves the image as it is.</param>
    /// <param name="low">Where each channel's levels begin; values below count as the lowest.</param>
    /// <param name="high">Where they end.</param>
    /// <param name="destination">Same size; may be <paramref name="source"/>.</param>
    public static void Apply(ImageBuffer source, ImageBuffer target, Plane weights, Vector4 low, Vector4 high, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        BufferShape.RequireSize(target, source.Width, source.Height);
        BufferShape.RequireSize(weights, source.Width, source.Height);
        BufferShape.RequireSize(destination, source.Width, source.Height);

        using Scratch memory = Scratch.Of<float>(Channels * (Levels + 1));
        Executor.For(0, Channels, 1, new TableBody(source, target, weights, low, high, memory.Floats));
        Executor.For(0, source.Height, RowGrain, new MapBody(source.Pointer, destination.Pointer, source.Width, low, high, memory.Floats));
    }

    /// <summary>Makes one channel's map: the result at each level's edge.</summary>
    private readonly struct TableBody(ImageBuffer source, ImageBuffer target, Plane weights, Vector4 low, Vector4 high, float* tables) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch sourceMemory = Scratch.Of<double>(2 * (Levels + 1));
            using Scratch targetMemory = Scratch.Of<double>(2 * (Levels + 1));
            Span<double> sourceShares = new(sourceMemory.Pointer, Levels + 1), targetShares = new(targetMemory.Pointer, Levels + 1);
            Span<double> spare = new((double*)sourceMemory.Pointer + Levels + 1, Levels);
            for (int channel = from; channel < to; channel++)
            {
                Cumulate(source, channel, sourceShares, spare);
                Cumulate(target, channel, targetShares, spare);
                Fill(sourceShares, targetShares, new Span<float>(tables + (channel * (Levels + 1)), Levels + 1), low[channel], (high[channel] - low[channel]) / Levels);
            }
        }

        /// <summary>The share of pixels below each level's edge.</summary>
        private void Cumulate(ImageBuffer image, int channel, Span<double> shares, Span<double> spare)
        {
            Span<double> counts = shares[..Levels];
            counts.Clear();
            float start = low[channel], scale = Levels / (high[channel] - start);
            float* value = (float*)image.Pointer + channel, weight = weights.Pointer;
            for (int i = 0; i < image.Length; i++, value += 4)
            {
                if (weight[i] > 0)
                    counts[(int)Math.Clamp((*value - start) * scale, 0, Levels - 1)] += MathF.Round(weight[i] * WeightUnit);
            }

            for (int round = 0; round < SmoothingRounds; round++)
            {
                counts.CopyTo(spare);
                Smooth(spare, counts);
            }

            double sum = 0;
            for (int i = 0; i < Levels; i++)
            {
                double count = counts[i];
                shares[i] = sum;
                sum += count;
            }

            shares[Levels] = sum;
            for (int i = 0; i <= Levels && sum > 0; i++)
                shares[i] /= sum;
        }

        private static void Smooth(ReadOnlySpan<double> counts, Span<double> smoothed)
        {
            for (int i = 0; i < counts.Length; i++)
            {
                double sum = 0;
                for (int k = -SmoothingRadius; k <= SmoothingRadius; k++)
                    sum += counts[Math.Clamp(i + k, 0, counts.Length - 1)];
                smoothed[i] = sum / ((2 * SmoothingRadius) + 1);
            }
        }

        private static void Fill(ReadOnlySpan<double> sourceShares, ReadOnlySpan<double> targetShares, Span<float> table, float low, float step)
        {
            bool comparable = sourceShares[Levels] > 0 && targetShares[Levels] > 0;
            int first = -1, last = -1, level = 0;
            for (int i = 0; i <= Levels && comparable; i++)
            {
                double share = sourceShares[i];
                if (share is < Trimmed or > 1 - Trimmed)
                    continue;
                while (level < Levels - 1 && targetShares[level + 1] < share)
                    level++;
                double inside = targetShares[level + 1] - targetShares[level];
                double part = inside > 0 ? Math.Clamp((share - targetShares[level]) / inside, 0, 1) : 0;
                table[i] = low + (step * (float)(level + part));
                first = first < 0 ? i : first;
                last = i;
            }

            // Nothing in between (or nothing at all): the middle level's shift decides.
            if (first < 0)
            {
                first = last = comparable ? Median(sourceShares) : 0;
                table[first] = low + (step * (comparable ? Median(targetShares) : 0));
            }

            for (int i = 0; i < first; i++)
                table[i] = table[first] + (step * (i - first));
            for (int i = last + 1; i <= Levels; i++)
                table[i] = table[last] + (step * (i - last));
        }

        private static int Median(ReadOnlySpan<double> shares)
        {
            int level = 0;
            while (shares[level] < 0.5)
                level++;
            return level;
        }
    }

    private readonly struct MapBody(Vector4* source, Vector4* destination, int width, Vector4 low, Vector4 high, float* tables) : IRangeBody
    {
        public void Run(int from, int to)
        {
            Vector4 scale = new Vector4(Levels) / (high - low);
            Vector4 most = new(Levels - 1);
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
            {
                Vector4 place = (source[i] - low) * scale;
                Vector4 level = Vector4.Clamp(Vector4.Truncate(place), Vector4.Zero, most);
                destination[i] = new Vector4(
                    Map(0, place.X, level.X), Map(1, place.Y, level.Y), Map(2, place.Z, level.Z), source[i].W);
            }
        }

        // Below the first and above the last level the map goes on with slope 1.
        private float Map(int channel, float place, float level)
        {
            float* at = tables + (channel * (Levels + 1)) + (int)level;
            float t = place - level, inside = Math.Clamp(t, 0, 1);
            return at[0] + ((at[1] - at[0]) * inside) + ((t - inside) * ((high[channel] - low[channel]) / Levels));
        }
    }
}
