using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>A host's rows, decoded into the working space.</summary>
internal readonly unsafe struct WorkingRows(PixelView source, NetworkSpace space, bool premultiplied) : IRowSource
{
    private readonly bool _divide = premultiplied && source.HasAlpha;

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
        RowCodec.Load(source, x, y, count, destination);
        if (source.Format is SampleFormat.UInt8 or SampleFormat.UInt16)
            return;

        Vector128<float> most = Vector128.Create(NetworkSpace.MostMagnitude);
        var values = (float*)destination;
        for (nint i = 0; i < (nint)count * 4; i += 4)
        {
            Vector128<float> value = Vector128.Load(values + i);
            value &= Vector128.Equals(value, value);
            Vector128.MaxNative(Vector128.MinNative(value, most), -most).Store(values + i);
        }
    }

    /// <inheritdoc/>
    public void Finish(Vector4* averages, int count) => space.EncodeRow(averages, count, _divide);
}
