using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Rows of interleaved floats, wherever they come from.</summary>
internal unsafe interface IRowSource
{
    /// <summary>Floats of a pixel: 1 or 4.</summary>
    int Channels { get; }

    /// <summary>Pixels x … x + count − 1 of row y, all inside the image: in <paramref name="scratch"/> or where they lie.</summary>
    float* Row(int y, int x, int count, float* scratch);
}

/// <summary>A host's image, decoded into the working space.</summary>
internal readonly unsafe struct ViewRows(PixelView source, NetworkSpace space, bool premultiplied) : IRowSource
{
    private readonly bool divide = premultiplied && source.HasAlpha;

    public int Channels => 4;

    public float* Row(int y, int x, int count, float* scratch)
    {
        RowCodec.Load(source, x, y, count, (Vector4*)scratch);
        space.EncodeRow((Vector4*)scratch, count, divide);
        return scratch;
    }
}

/// <summary>Working memory.</summary>
internal readonly unsafe struct MemoryRows(float* first, int width, int channels) : IRowSource
{
    public int Channels => channels;

    public float* Row(int y, int x, int count, float* scratch) => first + ((((nint)y * width) + x) * channels);
}
