using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Filtering;

/// <summary>
/// Finds areas in a noisy map: a high threshold and a least size decide which areas count, a low threshold how far they
/// reach. After J. Canny, "A Computational Approach to Edge Detection", PAMI 8 (1986).
/// </summary>
public static unsafe class HysteresisThreshold
{
    private const int RowGrain = 32;
    private const int Lanes = 8;
    private const uint AllLanes = (1 << Lanes) - 1;

    // No run is under way.
    private const int Closed = -1;

    /// <summary>
    /// Gives each area of connected pixels (8 neighbours) at or above <paramref name="low"/> one value: smoothstep of
    /// its size between <paramref name="noSize"/> and <paramref name="fullSize"/>, its size being the sum of the weights
    /// of its pixels at or above <paramref name="high"/>. So an area that grows over time doesn't appear from one frame
    /// to the next. Pixels below <paramref name="low"/>, and not-a-number ones, get 0.
    /// </summary>
    /// <param name="values">The map.</param>
    /// <param name="low">What belongs to an area.</param>
    /// <param name="high">What counts for its size; at least <paramref name="low"/>.</param>
    /// <param name="weights">Of the same size; finite, at least 0; null where all pixels weigh 1.</param>
    /// <param name="noSize">Up to this size an area gets 0.</param>
    /// <param name="fullSize">From this size on it gets 1.</param>
    /// <param name="areas">Of the same size; may be <paramref name="values"/> or <paramref name="weights"/>.</param>
    /// <returns>Whether any area gets more than 0.</returns>
    public static bool Apply(Plane values, float low, float high, Plane? weights, float noSize, float fullSize, Plane areas)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (weights is not null)
            BufferShape.RequireSize(weights, values.Width, values.Height);
        BufferShape.RequireSize(areas, values.Width, values.Height);

        // Between two runs of a row lies at least one pixel.
        long most = ((values.Width + 1L) / 2) * values.Height;
        using Scratch runs = Scratch.Of<Run>(most);
        using Scratch rows = Scratch.Of<int>(values.Height + 1L);
        using Scratch sizes = Scratch.Of<double>(most);
        int count = Join(values, low, (Run*)runs.Pointer, (int*)rows.Pointer);
        Measure(values, high, weights, (Run*)runs.Pointer, (int*)rows.Pointer, (double*)sizes.Pointer);

        var sums = (double*)sizes.Pointer;
        bool isAny = false;
        for (int i = 0; i < count; i++)
        {
            sums[i] = Feather.Smoothstep((float)sums[i], noSize, fullSize);
            isAny |= sums[i] > 0;
        }

        Executor.For(0, areas.Height, RowGrain, new ValueBody((Run*)runs.Pointer, (int*)rows.Pointer, sums, areas.Pointer, areas.Width));
        return isAny;
    }

    /// <summary>Neighbouring pixels of a row that belong to an area, and an earlier run of that area, or the run itself.</summary>
    private struct Run
    {
        public int From;
        public int To;
        public int Parent;
    }

    private readonly struct ValueBody(Run* runs, int* rows, double* values, float* areas, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                Span<float> row = new(areas + ((nint)y * width), width);
                row.Clear();
                for (int i = rows[y]; i < rows[y + 1]; i++)
                    row[runs[i].From..runs[i].To].Fill((float)values[runs[i].Parent]);
            }
        }
    }

    // The runs of all rows, each leading to an earlier one of its area, the first to itself, and each row's first.
    private static int Join(Plane values, float low, Run* runs, int* rows)
    {
        int count = 0, above = 0;
        for (int y = 0; y < values.Height; y++)
        {
            int first = rows[y] = count;
            float* row = values.Pointer + ((nint)y * values.Width);
            int open = Closed;
            for (int x = 0; x < values.Width; x += Lanes)
            {
                // Eight pixels at a time, most of which are like the one before them.
                uint bits = AtLeast(row + x, values.Width - x, low);
                int from = 0;
                while ((open == Closed ? bits : ~bits & AllLanes) >> from << from is var others and not 0)
                {
                    from = BitOperations.TrailingZeroCount(others);
                    if (open == Closed)
                    {
                        open = x + from;
                        continue;
                    }

                    Add(runs, open, x + from, count++, first, ref above);
                    open = Closed;
                }
            }

            if (open != Closed)
                Add(runs, open, values.Width, count++, first, ref above);
            above = first;
        }

        rows[values.Height] = count;
        return count;
    }

    // A run of the row whose first is `first`; `above` goes along the row above it.
    private static void Add(Run* runs, int from, int to, int count, int first, ref int above)
    {
        runs[count] = new Run { From = from, To = to, Parent = count };

        // Runs touch at their corners too; the last one above may touch the next run of this row.
        while (above < first && runs[above].To < from)
            above++;
        for (int i = above; i < first && runs[i].From <= to; i++)
            Unite(runs, count, i);
    }

    // Which of eight numbers are at least as large; what lies after the last of them isn't.
    private static uint AtLeast(float* values, int count, float least)
    {
        if (count >= Lanes)
            return Vector256.GreaterThanOrEqual(Vector256.Load(values), Vector256.Create(least)).ExtractMostSignificantBits();
        uint bits = 0;
        for (int i = 0; i < count; i++)
            bits |= values[i] >= least ? 1u << i : 0;
        return bits;
    }

    // Every run gets its area's first run as its parent, and that one the sum. It is begun before anything is added.
    private static void Measure(Plane values, float high, Plane? weights, Run* runs, int* rows, double* sums)
    {
        for (int y = 0; y < values.Height; y++)
        {
            nint row = (nint)y * values.Width;
            for (int i = rows[y]; i < rows[y + 1]; i++)
            {
                int root = runs[i].Parent = runs[runs[i].Parent].Parent;
                double sum = (root == i ? 0 : sums[root]) + Weigh(values.Pointer + row, high, weights is null ? null : weights.Pointer + row, runs[i].From, runs[i].To);

                sums[i] = 0;
                sums[root] = sum;
            }
        }
    }

    // The weights of a run's pixels that count.
    private static double Weigh(float* values, float high, float* weights, int from, int to)
    {
        Vector256<double> low = Vector256<double>.Zero, up = low;
        double sum = 0;
        int x = from;
        for (; x <= to - Lanes; x += Lanes)
        {
            Vector256<float> counts = Vector256.GreaterThanOrEqual(Vector256.Load(values + x), Vector256.Create(high));
            if (weights == null)
            {
                sum += BitOperations.PopCount(counts.ExtractMostSignificantBits());
                continue;
            }

            Vector256<float> counted = Vector256.Load(weights + x) & counts;
            low += Vector256.WidenLower(counted);
            up += Vector256.WidenUpper(counted);
        }

        for (; x < to; x++)
            sum += values[x] >= high ? weights == null ? 1 : weights[x] : 0;
        low += up;
        return sum + (low[0] + low[1] + low[2] + low[3]);
    }

    private static void Unite(Run* runs, int run, int neighbour)
    {
        int a = Root(runs, run), b = Root(runs, neighbour);
        if (a < b)
            runs[b].Parent = a;
        else
            runs[a].Parent = b;
    }

    // Halves the way for whoever comes next.
    private static int Root(Run* runs, int i)
    {
        while (runs[i].Parent != i)
            i = runs[i].Parent = runs[runs[i].Parent].Parent;
        return i;
    }
}
