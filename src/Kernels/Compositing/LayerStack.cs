using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Makes one weight of two layers that lie over each other.</summary>
public static unsafe class LayerStack
{
    private const int RowGrain = 32;

    /// <summary>
    /// weight = 1 − (1 − weight)·(1 − above), and share = above / weight, so that mixing the layers' pictures by the share and
    /// laying the mixture over something by the weight is laying one after the other over it. The weight keeps its own bits
    /// where there is nothing above; the share is 0 there.
    /// </summary>
    /// <param name="weight">The lower layer's weight, 0 to 1; becomes that of both.</param>
    /// <param name="above">The upper layer's weight, 0 to 1.</param>
    /// <param name="share">Gets the upper layer's share of the mixture, 0 to 1.</param>
    /// <exception cref="ArgumentException">Sizes differ.</exception>
    public static void Over(Plane weight, Plane above, Plane share)
    {
        ArgumentNullException.ThrowIfNull(weight);
        BufferShape.RequireSize(above, weight.Width, weight.Height);
        BufferShape.RequireSize(share, weight.Width, weight.Height);
        Executor.For(0, weight.Height, RowGrain, new Body(weight.Pointer, above.Pointer, share.Pointer, weight.Width));
    }

    private readonly struct Body(float* weight, float* above, float* share, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint end = (nint)to * width;
            for (nint i = (nint)from * width; i < end; i++)
            {
                if (!(above[i] > 0))
                {
                    share[i] = 0;
                    continue;
                }

                weight[i] = 1 - ((1 - weight[i]) * (1 - above[i]));
                share[i] = Math.Min(1, above[i] / weight[i]);
            }
        }
    }
}
