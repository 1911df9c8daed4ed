using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Compositing;

/// <summary>
/// Changes a picture as a coarser version of it was changed. Detail finer than that version stays where it was changed
/// little; where something was moved, the detail belongs to what has gone from there, and is left out.
/// </summary>
public static unsafe class MovedDetail
{
    // A change of the most changed colour that moves nothing, and one that surely does.
    private const float Still = 0.02f, Moved = 0.1f;

    private const int RowGrain = 16;

    /// <summary>
    /// picture += weight · ((after − before) − lost · (picture − before)), the colours, where lost goes from 0 to 1 with the
    /// most changed colour's |after − before|. The picture keeps its own bits where the weight or the change is 0, and its alpha.
    /// </summary>
    /// <param name="before">The picture as it was seen at the other resolution, brought back to the picture's size.</param>
    /// <param name="after">What was made of that, brought back in the same way.</param>
    /// <param name="weight">How much of the change is taken, 0 to 1.</param>
    /// <param name="picture">Working-space pixels; changed in place.</param>
    /// <exception cref="ArgumentException">Sizes differ.</exception>
    public static void Apply(ImageBuffer before, ImageBuffer after, Plane weight, ImageBuffer picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        BufferShape.RequireSize(before, picture.Width, picture.Height);
        BufferShape.RequireSize(after, picture.Width, picture.Height);
        BufferShape.RequireSize(weight, picture.Width, picture.Height);
        Executor.For(0, picture.Height, RowGrain, new Body(before.Pointer, after.Pointer, weight.Pointer, picture.Pointer, picture.Width));
    }

    private readonly struct Body(Vector4* before, Vector4* after, float* weight, Vector4* picture, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint end = (nint)to * width;
            for (nint i = (nint)from * width; i < end; i++)
            {
                Vector4 change = (after[i] - before[i]) with { W = 0 };
                if (!(weight[i] > 0) || change == Vector4.Zero)
                    continue;
                Vector4 size = Vector4.Abs(change);
                float lost = Feather.Smoothstep(Math.Max(size.X, Math.Max(size.Y, size.Z)), Still, Moved);
                picture[i] += (weight[i] * (change - (lost * (picture[i] - before[i])))) with { W = 0 };
            }
        }
    }
}
