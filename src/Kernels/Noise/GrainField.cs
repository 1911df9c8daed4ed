using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Noise;

/// <summary>White noise as coarse as a measured grain, of unit strength before its filter. Owns its memory.</summary>
public sealed unsafe class GrainField : IDisposable
{
    private const int RowGrain = 16;

    private readonly ImageBuffer _pixels;

    private GrainField(ImageBuffer pixels) => _pixels = pixels;

    /// <summary>In X noise for L*, in Y and Z for a* and b*.</summary>
    internal Vector4* Pointer => _pixels.Pointer;

    /// <summary>A field.</summary>
    /// <param name="grain">What is measured of the grain.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="left">The field's first column in the frame; see <see cref="WhiteNoise.Fill"/>.</param>
    /// <param name="top">Its first row.</param>
    /// <param name="seed">Another seed gives other grain.</param>
    public static GrainField Make(in NoiseProfile grain, int width, int height, int left, int top, uint seed)
    {
        using ImageBuffer white = ImageBuffer.Uninitialized(width, height), lightness = ImageBuffer.Uninitialized(width, height);
        ImageBuffer field = ImageBuffer.Uninitialized(width, height);
        WhiteNoise.Fill(white, left, top, seed);
        GaussianBlur.Apply(white, grain.LightnessGrain, lightness);
        GaussianBlur.Apply(white, grain.ChromaGrain, field);
        Executor.For(0, height, RowGrain, new JoinBody(lightness.Pointer, field.Pointer, width));
        return new GrainField(field);
    }

    /// <inheritdoc/>
    public void Dispose() => _pixels.Dispose();

    private readonly struct JoinBody(Vector4* lightness, Vector4* field, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                field[i].X = lightness[i].X;
        }
    }
}
