using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>
/// Finds areas in a noisy map: a high threshold and a least size decide which areas count, a low threshold how far they
/// reach. After J. Canny, "A Computational Approach to Edge Detection", PAMI 8 (1986).
/// </summary>
public static unsafe class HysteresisThreshold
{
    private const int RowGrain = 32;

    /// <summary>
    /// Gives each area of connected pixels (8 neighbours) at or above <paramref name="low"/> one value: smoothstep of
    /// its size between <paramref name="noSize"/> and <paramref name="fullSize"/>, its size being the sum of the weights
    /// of its pixels at or above <paramref name="high"/>. So an area that grows over time doesn't appear from one frame
    /// to the next. Pixels below <paramref name="low"/>, and not-a-number ones, get 0.
    /// </summary>
    /// <param name="values">The map.</param>
    /// <param name="low">What belongs to an area.</param>
    /// <param name="high">What counts for its size; at least <paramref name="low"/>.</param>
    /// <param name="weights">Of the same size; finite, at least 0.</param>
    /// <param name="noSize">Up to this size an area gets 0.</param>
    /// <param name="fullSize">From this size on it gets 1.</param>
    /// <param name="areas">Of the same size; may be <paramref name="values"/> or <paramref name="weights"/>.</param>
    public static void Apply(Plane values, float low, float high, Plane weights, float noSize, float fullSize, Plane areas)
    {
        ArgumentNullException.ThrowIfNull(values);
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
        for (int i = 0; i < count; i++)
            sums[i] = Feather.Smoothstep((float)sums[i], noSize, fullSize);
        Executor.For(0, areas.Height, RowGrain, new ValueBody((Run*)runs.Pointer, (int*)rows.Pointer, sums, areas.Pointer, areas.Width));
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
            for (int x = 0; x < values.Width; x++)
            {
                if (!(row[x] >= low))
                    continue;
                int from = x;
                while (x < values.Width && row[x] >= low)
                    x++;
                runs[count] = new Run { From = from, To = x, Parent = count };

                // Runs touch at their corners too; the last one above may touch the next run of this row.
                while (above < first && runs[above].To < from)
                    above++;
                for (int i = above; i < first && runs[i].From <= x; i++)
                    Unite(runs, count, i);
                count++;
            }

            above = first;
        }

        rows[values.Height] = count;
        return count;
    }

    // Every run gets its area's first run as its parent, and that one the sum. It is begun before anything is added.
    private static void Measure(Plane values, float high, Plane weights, Run* runs, int* rows, double* sums)
    {
        for (int y = 0; y < values.Height; y++)
        {
            nint row = (nint)y * values.Width;
            for (int i = rows[y]; i < rows[y + 1]; i++)
            {
                int root = runs[i].Parent = runs[runs[i].Parent].Parent;
                double sum = root == i ? 0 : sums[root];
                for (nint x = row + runs[i].From; x < row + runs[i].To; x++)
                {
                    if (values.Pointer[x] >= high)
                        sum += weights.Pointer[x];
                }

                sums[i] = 0;
                sums[root] = sum;
            }
        }
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
