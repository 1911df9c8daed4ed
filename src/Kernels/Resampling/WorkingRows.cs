using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>A host's rows, decoded into the working space.</summary>
internal readonly unsafe struct WorkingRows(PixelView source, NetworkSpace space, bool premultiplied) : IRowSource
{
    private readonly bool _divide = premultiplied && source.HasAlpha;

    // Rows that lie in the host's memory as they are averaged.
    private bool IsInPlace => source is { Format: SampleFormat.Float32, Layout: PixelLayout.Rgba };

    public int Width => source.Width;

    public int Height => source.Height;

    /// <inheritdoc/>
    public void Decode(int y, int x, int count, Vector4* destination)
    {
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
    public void Finish(Vector4* averages, int count) => space.EncodeRow(averages, count, _divide);
}
