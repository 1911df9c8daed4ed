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
        using Scratch labels = Scratch.Of<int>(values.Length);
        using Scratch sizes = Scratch.Of<double>(values.Length);
        var parents = (int*)labels.Pointer;
        var sums = (double*)sizes.Pointer;
        Join(values, low, parents);

        // A root is its area's first pixel, so that its sum is begun before anything is added.
        for (int i = 0; i < values.Length; i++)
        {
            if (parents[i] < 0)
                continue;
            int root = parents[i] = parents[parents[i]];
            if (root == i)
                sums[i] = 0;
            if (values.Pointer[i] >= high)
                sums[root] += weights.Pointer[i];
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (parents[i] == i)
                sums[i] = Feather.Smoothstep((float)sums[i], noSize, fullSize);
        }

        Executor.For(0, areas.Height, RowGrain, new ValueBody(parents, sums, areas.Pointer, areas.Width));
    }

    private readonly struct ValueBody(int* parents, double* values, float* areas, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                areas[i] = parents[i] < 0 ? 0 : (float)values[parents[i]];
        }
    }

    // A forest in which every pixel of an area leads to an earlier pixel of it, the first to itself; −1 elsewhere.
    private static void Join(Plane values, float low, int* parents)
    {
        int width = values.Width;
        for (int y = 0, i = 0; y < values.Height; y++)
        {
            for (int x = 0; x < width; x++, i++)
            {
                parents[i] = -1;
                if (!(values.Pointer[i] >= low))
                    continue;
                parents[i] = i;
                if (x > 0)
                    Unite(parents, i, i - 1);
                if (y == 0)
                    continue;
                Unite(parents, i, i - width);
                if (x > 0)
                    Unite(parents, i, i - width - 1);
                if (x + 1 < width)
                    Unite(parents, i, i - width + 1);
            }
        }
    }

    private static void Unite(int* parents, int i, int neighbour)
    {
        if (parents[neighbour] < 0)
            return;
        int a = Root(parents, i), b = Root(parents, neighbour);
        if (a < b)
            parents[b] = a;
        else
            parents[a] = b;
    }

    // Halves the way for whoever comes next.
    private static int Root(int* parents, int i)
    {
        while (parents[i] != i)
            i = parents[i] = parents[parents[i]];
        return i;
    }
}
