using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Pictures in working memory and their planes in a network's tensor, pixel by pixel.</summary>
public static unsafe class PlanarPixels
{
    private const int RowGrain = 16;

    /// <summary>Writes a picture into a network's tensor: planes of rows (CHW), red, green and blue only.</summary>
    /// <param name="picture">Working-space pixels.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="planar">3 × height × width floats.</param>
    /// <exception cref="ArgumentException">The tensor's size is wrong.</exception>
    public static void Store(ImageBuffer picture, in TensorFormat format, Span<float> planar)
    {
        ArgumentNullException.ThrowIfNull(picture);
        int plane = AreaSampler.RequireTensor(picture.Width, picture.Height, planar);
        fixed (float* first = planar)
            Executor.For(0, picture.Height, RowGrain, new StoreBody(picture.Pointer, picture.Width, format, first, plane));
    }

    /// <summary>Makes pixels of three planes; alpha gets the luma (Rec. 709) of another picture, clamped to [0, 1].</summary>
    /// <param name="planar">3 × height × width floats.</param>
    /// <param name="picture">The other picture.</param>
    /// <param name="destination">Of its size.</param>
    /// <exception cref="ArgumentException">A size is wrong.</exception>
    public static void LoadWithLuma(ReadOnlySpan<float> planar, ImageBuffer picture, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(picture);
        BufferShape.RequireSize(destination, picture.Width, picture.Height);
        int plane = AreaSampler.RequireTensor(picture.Width, picture.Height, planar);
        fixed (float* first = planar)
            Executor.For(0, picture.Height, RowGrain, new LoadBody(first, plane, picture.Pointer, picture.Width, destination.Pointer));
    }

    private readonly struct StoreBody(Vector4* picture, int width, TensorFormat format, float* planes, nint plane) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint first = (nint)from * width;
            format.Store(picture + first, (to - from) * width, planes + first, plane);
        }
    }

    private readonly struct LoadBody(float* planes, nint plane, Vector4* picture, int width, Vector4* destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
            {
                float luma = Vector3.Dot(picture[i].AsVector3(), Colour.Rec709.LumaWeights);
                destination[i] = new Vector4(planes[i], planes[plane + i], planes[(2 * plane) + i], Math.Clamp(luma, 0, 1));
            }
        }
    }
}
