using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Compositing;

/// <summary>A weighted sum of images, one after the other.</summary>
public static unsafe class LayerMix
{
    private const int RowGrain = 16;

    // What is added to both sides of a ratio of colours, so that black gives no gain: a few steps of an 8-bit picture.
    private const float Black = 0.02f;

    /// <summary>sum += weight·layer, in all four channels.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="weight">Of the same size.</param>
    /// <param name="sum">Of the same size; another image than the layer.</param>
    public static void Add(ImageBuffer layer, Plane weight, ImageBuffer sum)
    {
        ArgumentNullException.ThrowIfNull(layer);
        BufferShape.RequireSize(weight, layer.Width, layer.Height);
        BufferShape.RequireSize(sum, layer.Width, layer.Height);
        Executor.For(0, layer.Height, RowGrain, new AddBody(layer.Pointer, weight.Pointer, sum.Pointer, layer.Width));
    }

    /// <summary>
    /// sum += weight·gain·layer, where each colour's gain, (wanted + 0.02) / (own + 0.02) within [1/most, most], gives the
    /// layer another light; alpha has none.
    /// </summary>
    /// <param name="layer">The layer; display-referred colours, where another exposure or white balance is nearly a factor.</param>
    /// <param name="weight">Of the same size, as all that follow.</param>
    /// <param name="own">The layer's own light: its low band.</param>
    /// <param name="wanted">The light it gets.</param>
    /// <param name="most">The largest gain, at least 1.</param>
    /// <param name="sum">Another image than the others.</param>
    public static void AddRelit(ImageBuffer layer, Plane weight, ImageBuffer own, ImageBuffer wanted, float most, ImageBuffer sum)
    {
        ArgumentNullException.ThrowIfNull(layer);
        BufferShape.RequireSize(weight, layer.Width, layer.Height);
        BufferShape.RequireSize(own, layer.Width, layer.Height);
        BufferShape.RequireSize(wanted, layer.Width, layer.Height);
        BufferShape.RequireSize(sum, layer.Width, layer.Height);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        Executor.For(0, layer.Height, RowGrain, new RelitBody(
            layer.Pointer, weight.Pointer, own.Pointer, wanted.Pointer, most, sum.Pointer, layer.Width));
    }

    /// <summary>Divides weights by their sum, pixel by pixel; where all are 0 they stay.</summary>
    /// <param name="weights">At least one plane, all of one size; not negative.</param>
    public static void Normalise(IReadOnlyList<Plane> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Plane first = weights[0];
        foreach (Plane weight in weights)
            BufferShape.RequireSize(weight, first.Width, first.Height);
        Executor.For(0, first.Height, RowGrain, (from, to) =>
        {
            for (int i = from * first.Width; i < to * first.Width; i++)
            {
                float sum = 0;
                foreach (Plane weight in weights)
                    sum += weight.Values[i];
                if (!(sum > 0))
                    continue;
                foreach (Plane weight in weights)
                    weight.Values[i] /= sum;
            }
        });
    }

    private readonly struct AddBody(Vector4* layer, float* weight, Vector4* sum, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                sum[i] += weight[i] * layer[i];
        }
    }

    private readonly struct RelitBody(
        Vector4* layer, float* weight, Vector4* own, Vector4* wanted, float most, Vector4* sum, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            Vector4 black = new(Black), least = new(1 / most), highest = new(most);
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
            {
                Vector4 below = Vector4.Max(own[i], Vector4.Zero) + black, above = Vector4.Max(wanted[i], Vector4.Zero) + black;
                Vector4 gain = Vector4.Clamp(above / below, least, highest) with { W = 1 };
                sum[i] += weight[i] * gain * layer[i];
            }
        }
    }
}
