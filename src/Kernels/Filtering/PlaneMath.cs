using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Arithmetic on whole planes; a destination may be one of the operands.</summary>
public static unsafe class PlaneMath
{
    private const int RowGrain = 32;

    private interface IOperation
    {
        static abstract Vector256<float> Apply(Vector256<float> a, Vector256<float> b);
    }

    /// <summary>destination = a·b.</summary>
    /// <param name="a">One operand.</param>
    /// <param name="b">The other, of the same size.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Multiply(Plane a, Plane b, Plane destination) => Run<Product>(a, b, 0, destination);

    /// <summary>destination = destination·factor, in a place alone.</summary>
    /// <param name="factor">The operand.</param>
    /// <param name="place">Where it lies: of its size, inside the destination.</param>
    /// <param name="destination">Changed in place.</param>
    /// <exception cref="ArgumentException">The place has another size, or isn't inside.</exception>
    public static void Multiply(Plane factor, RectI place, Plane destination)
    {
        BufferShape.RequireSize(factor, place.Width, place.Height);
        ArgumentNullException.ThrowIfNull(destination);
        if (!destination.Bounds.Contains(place))
            throw new ArgumentOutOfRangeException(nameof(place), place, $"The place isn't inside the {destination.Width}×{destination.Height} pixels; cut it to them.");
        for (int y = 0; y < place.Height; y++)
        {
            float* row = destination.Pointer + ((nint)(place.Y1 + y) * destination.Width) + place.X1;
            new Body<Product>(row, factor.Pointer + ((nint)y * place.Width), 0, row, place.Width).Run(0, 1);
        }
    }

    /// <summary>destination = max(a, b); a not-a-number in either gives b.</summary>
    /// <param name="a">One operand.</param>
    /// <param name="b">The other, of the same size.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Max(Plane a, Plane b, Plane destination) => Run<Greater>(a, b, 0, destination);

    /// <summary>destination = min(a, b); a not-a-number in either gives b.</summary>
    /// <param name="a">One operand.</param>
    /// <param name="b">The other, of the same size.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Min(Plane a, Plane b, Plane destination) => Run<Lesser>(a, b, 0, destination);

    /// <summary>destination = a + b.</summary>
    /// <param name="a">One operand.</param>
    /// <param name="b">The other, of the same size.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Add(Plane a, Plane b, Plane destination) => Run<Addition>(a, b, 0, destination);

    /// <summary>destination = source·factor.</summary>
    /// <param name="source">The operand.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Scale(Plane source, float factor, Plane destination) => Run<Product>(source, null, factor, destination);

    /// <summary>destination = 1 − source: a matte turned inside out.</summary>
    /// <param name="source">The operand.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Invert(Plane source, Plane destination) => Run<Difference>(source, null, 1, destination);

    /// <summary>destination = min(max(source, least), most).</summary>
    /// <param name="source">Finite values.</param>
    /// <param name="least">The least value.</param>
    /// <param name="most">The largest, at least <paramref name="least"/>.</param>
    /// <param name="destination">Of the same size.</param>
    public static void Clamp(Plane source, float least, float most, Plane destination)
    {
        Run<Greater>(source, null, least, destination);
        Run<Lesser>(destination, null, most, destination);
    }

    /// <summary>The sum of all values, in double precision and in a fixed order.</summary>
    /// <param name="source">The values.</param>
    public static double Sum(Plane source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Vector256<double> sum = default;
        float* values = source.Pointer;
        int i = 0;
        for (; i <= source.Length - Vector128<float>.Count; i += Vector128<float>.Count)
        {
            Vector128<float> four = Vector128.Load(values + i);
            sum += Vector256.Create(Vector128.WidenLower(four), Vector128.WidenUpper(four));
        }

        double rest = 0;
        for (; i < source.Length; i++)
            rest += values[i];
        return sum[0] + sum[1] + sum[2] + sum[3] + rest;
    }

    /// <summary>The smallest rectangle that holds every value above a threshold; empty where there is none.</summary>
    /// <param name="source">The values.</param>
    /// <param name="threshold">What a value exceeds.</param>
    public static RectI BoundsAbove(Plane source, float threshold)
    {
        ArgumentNullException.ThrowIfNull(source);
        int left = source.Width, right = 0, top = source.Height, bottom = 0;
        for (int y = 0; y < source.Height; y++)
        {
            ReadOnlySpan<float> row = source.Row(y);
            int first = FirstAbove(row, threshold);
            if (first < 0)
                continue;
            int last = row.Length - 1;
            while (!(row[last] > threshold))
                last--;
            (left, right) = (Math.Min(left, first), Math.Max(right, last + 1));
            (top, bottom) = (Math.Min(top, y), y + 1);
        }

        return bottom == 0 ? RectI.Empty : new RectI(left, top, right, bottom);
    }

    private static int FirstAbove(ReadOnlySpan<float> row, float threshold)
    {
        Vector256<float> limit = Vector256.Create(threshold);
        int x = 0;
        while (x <= row.Length - Vector256<float>.Count && !Vector256.GreaterThanAny(Vector256.Create(row[x..]), limit))
            x += Vector256<float>.Count;
        while (x < row.Length && !(row[x] > threshold))
            x++;
        return x < row.Length ? x : -1;
    }

    private static void Run<TOperation>(Plane a, Plane? b, float constant, Plane destination)
        where TOperation : struct, IOperation
    {
        ArgumentNullException.ThrowIfNull(a);
        BufferShape.RequireSize(destination, a.Width, a.Height);
        if (b is not null)
            BufferShape.RequireSize(b, a.Width, a.Height);
        Executor.For(0, a.Height, RowGrain, new Body<TOperation>(
            a.Pointer, b is null ? null : b.Pointer, constant, destination.Pointer, a.Width));
    }

    private readonly struct Product : IOperation
    {
        public static Vector256<float> Apply(Vector256<float> a, Vector256<float> b) => a * b;
    }

    private readonly struct Addition : IOperation
    {
        public static Vector256<float> Apply(Vector256<float> a, Vector256<float> b) => a + b;
    }

    private readonly struct Difference : IOperation
    {
        public static Vector256<float> Apply(Vector256<float> a, Vector256<float> b) => b - a;
    }

    private readonly struct Greater : IOperation
    {
        public static Vector256<float> Apply(Vector256<float> a, Vector256<float> b) =>
            Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);
    }

    private readonly struct Lesser : IOperation
    {
        public static Vector256<float> Apply(Vector256<float> a, Vector256<float> b) =>
            Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);
    }

    private readonly struct Body<TOperation>(float* a, float* b, float constant, float* destination, int width) : IRangeBody
        where TOperation : struct, IOperation
    {
        public void Run(int from, int to)
        {
            nint i = (nint)from * width;
            nint end = (nint)to * width;
            Vector256<float> other = Vector256.Create(constant);
            for (; i <= end - Vector256<float>.Count; i += Vector256<float>.Count)
                TOperation.Apply(Vector256.Load(a + i), b == null ? other : Vector256.Load(b + i)).Store(destination + i);
            for (; i < end; i++)
                destination[i] = TOperation.Apply(Vector256.Create(a[i]), b == null ? other : Vector256.Create(b[i])).ToScalar();
        }
    }
}
