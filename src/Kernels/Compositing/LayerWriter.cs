using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Writes what a compositor goes on with instead of the finished picture.</summary>
public static unsafe class LayerWriter
{
    private const int RowGrain = 8;

    /// <summary>
    /// The changed face as a premultiplied layer: with w = matte·mix clamped to [0, 1], w·(what
    /// <see cref="ResidualPaste"/> gives at w = 1) and alpha w; a colour that is not finite becomes 0. 0 in all channels
    /// where w is 0, and where a premultiplied pixel is and stays transparent. Laid over an opaque source it gives what
    /// <see cref="ResidualPaste"/> gives, within rounding; in values of a log, PQ or HLG where both are turned into light
    /// before.
    /// </summary>
    /// <param name="source">The host's image.</param>
    /// <param name="destination">Of any format and layout, in the source's coordinates; RGB has no place for alpha, and
    /// Alpha takes only it. Not the source's memory.</param>
    /// <param name="window">The pixels to write; cut to both images.</param>
    /// <param name="face">The changed face, in the same coordinates.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    public static void FaceLayer(
        PixelView source, PixelView destination, RectI window, FaceResidual face, bool premultiplied)
    {
        window = window.Intersect(source.Bounds).Intersect(destination.Bounds);
        Executor.For(window.Y1, window.Y2, RowGrain, new FaceBody(
            source, destination, window, window.Intersect(face.Region), face, premultiplied && source.HasAlpha));
    }

    /// <summary>matte·mix, clamped to [0, 1], in every channel; 0 outside the face's region.</summary>
    /// <param name="destination">Of any format and layout.</param>
    /// <param name="window">The pixels to write; cut to the image.</param>
    /// <param name="face">The changed face, in the same coordinates.</param>
    public static void Matte(PixelView destination, RectI window, FaceResidual face)
    {
        window = window.Intersect(destination.Bounds);
        Executor.For(window.Y1, window.Y2, RowGrain, new MatteBody(destination, window, window.Intersect(face.Region), face));
    }

    private static float Unit(float weight) => weight > 0 ? MathF.Min(weight, 1) : 0;

    private readonly struct FaceBody(
        PixelView source, PixelView destination, RectI window, RectI changed, FaceResidual face, bool premultiplied) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(window.Width);
            Vector4* line = scratch.Vectors;
            for (int y = from; y < to; y++)
            {
                new Span<Vector4>(line, window.Width).Clear();
                if (y >= changed.Y1 && y < changed.Y2)
                {
                    Vector4* pixels = line + (changed.X1 - window.X1);
                    RowCodec.Load(source, changed.X1, y, changed.Width, pixels);
                    for (int x = changed.X1; x < changed.X2; x++)
                        pixels[x - changed.X1] = Layer(x, y, pixels[x - changed.X1]);
                }

                RowCodec.Store(destination, window.X1, y, window.Width, line);
            }
        }

        private Vector4 Layer(int x, int y, Vector4 pixel)
        {
            float weight = Unit(face.Weight(x, y));
            if (weight == 0)
                return Vector4.Zero;

            Vector128<float> change = face.Change(x, y, pixel.W, 1, premultiplied);
            bool isNothing = premultiplied && !(pixel.W > 0) && Vector128.EqualsAll(change, Vector128<float>.Zero);
            if (isNothing)
                return Vector4.Zero;

            Vector128<float> colour = pixel.AsVector128() + change;
            Vector128<float> isFinite = Vector128.LessThan(Vector128.Abs(colour), Vector128.Create(float.PositiveInfinity));
            return ((colour & isFinite) * weight).WithElement(3, weight).AsVector4();
        }
    }

    private readonly struct MatteBody(PixelView destination, RectI window, RectI changed, FaceResidual face) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(window.Width);
            Vector4* line = scratch.Vectors;
            for (int y = from; y < to; y++)
            {
                new Span<Vector4>(line, window.Width).Clear();
                if (y >= changed.Y1 && y < changed.Y2)
                {
                    for (int x = changed.X1; x < changed.X2; x++)
                        line[x - window.X1] = new Vector4(Unit(face.Weight(x, y)));
                }

                RowCodec.Store(destination, window.X1, y, window.Width, line);
            }
        }
    }
}
