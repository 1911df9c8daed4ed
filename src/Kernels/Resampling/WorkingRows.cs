using System.Numerics;
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
}
