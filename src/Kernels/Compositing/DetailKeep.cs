using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Gives a picture that was made at another resolution the detail that was lost on the way.</summary>
public static unsafe class DetailKeep
{
    private const int RowGrain = 16;

    /// <summary>picture += share·(fine − coarse), the colours; its alpha becomes that of <paramref name="fine"/>.</summary>
    /// <param name="fine">The plate.</param>
    /// <param name="coarse">The plate as it was seen at the other resolution, brought back; of the same size.</param>
    /// <param name="share">How much of the detail, 0 to 1.</param>
    /// <param name="picture">What was made of the coarse plate, brought back; changed in place.</param>
    public static void Apply(ImageBuffer fine, ImageBuffer coarse, float share, ImageBuffer picture)
    {
        ArgumentNullException.ThrowIfNull(fine);
        BufferShape.RequireSize(coarse, fine.Width, fine.Height);
        BufferShape.RequireSize(picture, fine.Width, fine.Height);
        Executor.For(0, fine.Height, RowGrain, new Body(fine.Pointer, coarse.Pointer, share, picture.Pointer, fine.Width));
    }

    private readonly struct Body(Vector4* fine, Vector4* coarse, float share, Vector4* picture, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint end = (nint)to * width;
            for (nint i = (nint)from * width; i < end; i++)
                picture[i] = (picture[i] + (share * (fine[i] - coarse[i]))) with { W = fine[i].W };
        }
    }
}
