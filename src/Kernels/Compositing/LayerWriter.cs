using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Compositing;

/// <summary>
/// Writes what a compositor goes on with instead of the finished picture: the changed faces as a layer, and their matte.
/// Whatever the faces do to each other, <c>layer + source · (1 − matte)</c> is what <see cref="ResidualPaste"/> makes of
/// the source when it pastes the same faces one after the other: within 1e-6 of the larger of 1 and the source's
/// magnitude.
/// </summary>
public static unsafe class LayerWriter
{
    private const int RowGrain = 8;

    /// <summary>
    /// Adds a changed face to a layer of the faces before it: with w = matte·mix clamped to [0, 1] and the share
    /// s = w·(1 − matte so far) the layer gains s·source + w·change, and the matte s. A colour gains nothing where that
    /// is not finite. Where the host's colours are multiplied by alpha the layer's alpha is treated like them (so that
    /// it is premultiplied itself); else, where alpha says nothing, it is the matte.
    /// </summary>
    /// <param name="source">The host's image.</param>
    /// <param name="window">The part of it that the layer stands for; inside it.</param>
    /// <param name="face">The changed face, in the source's coordinates; may stick out of the window.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <param name="layer">Of the window's size, in the host's values; transparent black before the first face.</param>
    /// <param name="matte">Of the window's size; 0 before the first face.</param>
    /// <exception cref="ArgumentException">The window sticks out of the source, or sizes don't fit.</exception>
    public static void AddFace(PixelView source, RectI window, FaceResidual face, bool premultiplied, ImageBuffer layer, Plane matte)
    {
        BufferShape.RequireSize(layer, window.Width, window.Height);
        BufferShape.RequireSize(matte, window.Width, window.Height);
        if (!source.Bounds.Contains(window))
            throw new ArgumentException("A layer stands for a part inside the picture; cut the window to it.", nameof(window));
        RectI changed = window.Intersect(face.Region);
        Executor.For(changed.Y1, changed.Y2, RowGrain, new FaceBody(
            source, window, changed, face, premultiplied && source.HasAlpha, layer.Pointer, matte.Pointer));
    }

    /// <summary>Adds a changed face to the matte of the faces before it: the matte gains matte·mix, clamped to [0, 1], of what it lacks.</summary>
    /// <param name="window">The part of the host's image that the matte stands for.</param>
    /// <param name="face">The changed face, in the host's image's coordinates; may stick out of the window.</param>
    /// <param name="matte">Of the window's size; 0 before the first face.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void AddMatte(RectI window, FaceResidual face, Plane matte)
    {
        BufferShape.RequireSize(matte, window.Width, window.Height);
        RectI changed = window.Intersect(face.Region);
        Executor.For(changed.Y1, changed.Y2, RowGrain, new MatteBody(window, changed, face, matte.Pointer));
    }

    /// <summary>Writes pixels as they are.</summary>
    /// <param name="layer">In the host's values.</param>
    /// <param name="region">Where they go, of the layer's size; what sticks out is left away.</param>
    /// <param name="destination">Of any format and layout: RGB has no place for alpha, and Alpha takes only it.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void Write(ImageBuffer layer, RectI region, PixelView destination)
    {
        BufferShape.RequireSize(layer, region.Width, region.Height);
        RectI part = region.Intersect(destination.Bounds);
        Executor.For(part.Y1, part.Y2, RowGrain, new WriteBody(layer.Pointer, region, part, destination));
    }

    /// <summary>Writes a matte into every channel.</summary>
    /// <param name="matte">The matte.</param>
    /// <param name="region">Where it goes, of the matte's size; what sticks out is left away.</param>
    /// <param name="destination">Of any format and layout.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void Write(Plane matte, RectI region, PixelView destination)
    {
        BufferShape.RequireSize(matte, region.Width, region.Height);
        RectI part = region.Intersect(destination.Bounds);
        Executor.For(part.Y1, part.Y2, RowGrain, new SpreadBody(matte.Pointer, region, part, destination));
    }

    private static float Unit(float weight) => weight > 0 ? MathF.Min(weight, 1) : 0;

    private static nint Index(RectI region, int x, int y) => ((nint)(y - region.Y1) * region.Width) + (x - region.X1);

    private readonly struct FaceBody(
        PixelView source, RectI window, RectI changed, FaceResidual face, bool premultiplied, Vector4* layer, float* matte) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(changed.Width);
            Vector4* pixels = scratch.Vectors;
            for (int y = from; y < to; y++)
            {
                RowCodec.Load(source, changed.X1, y, changed.Width, pixels);
                for (int x = changed.X1; x < changed.X2; x++)
                {
                    float weight = Unit(face.Weight(x, y));
                    if (weight == 0)
                        continue;
                    nint i = Index(window, x, y);
                    float share = weight * (1 - matte[i]);
                    layer[i] += Gain(x, y, pixels[x - changed.X1], weight, share);
                    matte[i] += share;
                }
            }
        }

        private Vector4 Gain(int x, int y, Vector4 pixel, float weight, float share)
        {
            Vector128<float> gain = (pixel.AsVector128() * share) + face.Change(x, y, pixel.W, weight, premultiplied);
            gain &= Vector128.LessThan(Vector128.Abs(gain), Vector128.Create(float.PositiveInfinity));
            return (premultiplied ? gain : gain.WithElement(3, share)).AsVector4();
        }
    }

    private readonly struct MatteBody(RectI window, RectI changed, FaceResidual face, float* matte) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                float* row = matte + Index(window, changed.X1, y);
                for (int x = changed.X1; x < changed.X2; x++, row++)
                    *row += Unit(face.Weight(x, y)) * (1 - *row);
            }
        }
    }

    private readonly struct WriteBody(Vector4* layer, RectI region, RectI part, PixelView destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
                RowCodec.Store(destination, part.X1, y, part.Width, layer + Index(region, part.X1, y));
        }
    }

    private readonly struct SpreadBody(float* matte, RectI region, RectI part, PixelView destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(part.Width);
            Vector4* pixels = scratch.Vectors;
            for (int y = from; y < to; y++)
            {
                float* row = matte + Index(region, part.X1, y);
                for (int x = 0; x < part.Width; x++)
                    pixels[x] = new Vector4(row[x]);
                RowCodec.Store(destination, part.X1, y, part.Width, pixels);
            }
        }
    }
}
