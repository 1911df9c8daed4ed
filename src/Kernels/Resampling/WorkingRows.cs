using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>A host's rows, decoded into the working space.</summary>
/// <param name="source">The host's image.</param>
/// <param name="space">What its values mean.</param>
/// <param name="premultiplied">Whether its colours are multiplied by alpha.</param>
internal readonly unsafe struct WorkingRows(PixelView source, NetworkSpace space, bool premultiplied) : IRowSource
{
    // Floats: half a page. The processor itself loses sight of several rows that are read side by side.
    private const int Ahead = 512;

    private readonly bool _divide = premultiplied && source.HasAlpha;

    // Rows that lie in the host's memory as they are averaged.
    private bool IsInPlace => source is { Format: SampleFormat.Float32, Layout: PixelLayout.Rgba };

    public int Width => source.Width;

    public int Height => source.Height;

    /// <inheritdoc/>
    public void Decode(int y, int x, int count, Vector4* destination)
    {
        if (IsInPlace)
        {
            // Rows are pages apart, which the processor doesn't fetch ahead by itself.
            space.EncodeRow((Vector4*)source.PixelAddress(x, y), destination, count, _divide, (Vector4*)source.PixelAddress(x, Math.Min(y + 1, source.Height - 1)));
            return;
        }

        RowCodec.Load(source, x, y, count, destination);
        space.EncodeRow(destination, count, _divide);
    }

    /// <summary>The host's own values: light is averaged as light, and colours by their alpha. NaN counts as 0, infinities as ±65504.</summary>
    public void Load(int y, int x, int count, Vector4* destination)
    {
        if (IsInPlace)
        {
            var values = (float*)source.PixelAddress(x, y);
            nint length = (nint)count * 4, i = 0;
            for (; i <= length - Vector256<float>.Count; i += Vector256<float>.Count)
                NetworkSpace.Finite(Vector256.Load(values + i)).Store((float*)destination + i);
            if (i < length)
                NetworkSpace.Finite(Vector128.Load(values + i).ToVector256()).GetLower().Store((float*)destination + i);
            return;
        }

        RowCodec.Load(source, x, y, count, destination);
        if (source.Format is SampleFormat.UInt8 or SampleFormat.UInt16)
            return;

        for (int i = 0; i < count; i += 2)
            PixelPairs.Store(NetworkSpace.Finite(PixelPairs.Load(destination + i, count - i)), destination + i, count - i);
    }

    /// <inheritdoc/>
    public void Add(int y, int x, int count, float weight, Vector4* sum, Vector4* line)
    {
        if (!IsInPlace)
        {
            Load(y, x, count, line);
            FlatMath.AddScaled((float*)line, weight, (float*)sum, (nint)count * 4);
            return;
        }

        // Straight from the host's memory: a large frame is read at the speed of memory.
        var values = (float*)source.PixelAddress(x, y);
        var sums = (float*)sum;
        nint length = (nint)count * 4, i = 0;
        for (; i <= length - Vector256<float>.Count; i += Vector256<float>.Count)
            (Vector256.Load(sums + i) + (NetworkSpace.Finite(Vector256.Load(values + i)) * weight)).Store(sums + i);
        if (i < length)
            (Vector128.Load(sums + i) + (NetworkSpace.Finite(Vector128.Load(values + i).ToVector256()).GetLower() * weight)).Store(sums + i);
    }

    /// <inheritdoc/>
    public bool TryAverage(int y, int ny, int x, int nx, int count, Vector4* averages)
    {
        if (!IsInPlace || source.RowBytes % sizeof(float) != 0)
            return false;

        // Each number is read once and added in a register: a large frame is read at the speed of memory.
        var first = (float*)source.PixelAddress(x, y);
        nint stride = source.RowBytes / sizeof(float), cellFloats = (nint)nx * 4;
        float share = 1f / ((float)nx * ny);
        for (int i = 0; i < count; i++, first += cellFloats)
        {
            if (Sse.IsSupported)
            {
                for (int j = 0; j < ny; j++)
                    Sse.Prefetch0(first + (j * stride) + Ahead);
            }

            Vector256<float> sum = Sum(first, stride, cellFloats, ny, out Vector256<float> most);
            if (Vector256.GreaterThanAny(most, Vector256.Create(NetworkSpace.MostMagnitude)) || !Vector256.EqualsAll(sum, sum))
                sum = SumFinite(first, stride, cellFloats, ny);
            averages[i] = ((sum.GetLower() + sum.GetUpper()) * share).AsVector4();
        }

        return true;
    }

    // Of numbers as they are. NaN is in the sum then, and may be missing in the largest magnitude.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sum(float* cell, nint stride, nint length, int rows, out Vector256<float> most)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        most = Vector256<float>.Zero;
        for (int j = 0; j < rows; j++, cell += stride)
        {
            nint k = 0;
            for (; k <= length - Vector256<float>.Count; k += Vector256<float>.Count)
            {
                Vector256<float> pair = Vector256.Load(cell + k);
                sum += pair;
                most = Vector256.MaxNative(most, Vector256.Abs(pair));
            }

            if (k < length)
            {
                Vector256<float> last = Vector128.Load(cell + k).ToVector256();
                sum += last;
                most = Vector256.MaxNative(most, Vector256.Abs(last));
            }
        }

        return sum;
    }

    // The same sum of finite numbers.
    private static Vector256<float> SumFinite(float* cell, nint stride, nint length, int rows)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int j = 0; j < rows; j++, cell += stride)
        {
            nint k = 0;
            for (; k <= length - Vector256<float>.Count; k += Vector256<float>.Count)
                sum += NetworkSpace.Finite(Vector256.Load(cell + k));
            if (k < length)
                sum += NetworkSpace.Finite(Vector128.Load(cell + k).ToVector256());
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Finish(Vector4* averages, int count) => space.EncodeRow(averages, count, _divide);

    /// <inheritdoc/>
    public bool TryCells(RectI pixels, out CellGrid cells)
    {
        cells = default;
        return false;
    }
}
