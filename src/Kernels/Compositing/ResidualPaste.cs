using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Puts a changed face back into a host's pixels so that what didn't change keeps its bits.</summary>
public static unsafe class ResidualPaste
{
    private const int RowGrain = 8;

    /// <summary>
    /// The destination becomes the source, bit for bit; then, inside the face's region where w = matte·mix &gt; 0,
    /// out = source + w·(decode(result) − decode(original)) per colour channel and
    /// out = source + w·(result − original) in alpha. Premultiplied colours change by
    /// w·(alpha·(decode(result) − decode(original)) + decode(result)·(result's alpha − original's)). Where the host's
    /// values are a log's, PQ's or HLG's, w mixes the light behind them instead (<see cref="NetworkSpace.ForMixing"/>).
    /// A channel keeps its bits whose change is exactly 0, whose source is NaN or infinite, or whose
    /// original or result is. Integers round to nearest and clamp; binary16 clamps to ±65504. Float error against
    /// double precision: 1e-5 of the larger decoded value.
    /// </summary>
    /// <param name="source">The host's image.</param>
    /// <param name="destination">Of the source's format and layout, in the same coordinates; the same memory or memory
    /// that doesn't overlap.</param>
    /// <param name="window">The pixels to write; cut to both images.</param>
    /// <param name="face">The changed face, in the same coordinates.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <exception cref="ArgumentException">Formats or layouts differ.</exception>
    public static void Composite(
        PixelView source, PixelView destination, RectI window, FaceResidual face, bool premultiplied)
    {
        if (source.Format != destination.Format || source.Layout != destination.Layout)
            throw new ArgumentException($"The source is {source.Format} {source.Layout} and the destination {destination.Format} {destination.Layout}; give images of one format and layout.", nameof(destination));

        window = window.Intersect(source.Bounds).Intersect(destination.Bounds);
        if (window.IsEmpty)
            return;

        PixelCopy.Copy(source.Crop(window), destination.Crop(window));
        RectI changed = source.Layout == PixelLayout.Alpha ? RectI.Empty : window.Intersect(face.Region);
        var paste = new Paste(source, destination, changed, face, premultiplied && source.HasAlpha);
        switch (source.Format)
        {
            case SampleFormat.UInt8:
                Executor.For(changed.Y1, changed.Y2, RowGrain, new Body<UInt8Codec>(paste));
                break;
            case SampleFormat.UInt16:
                Executor.For(changed.Y1, changed.Y2, RowGrain, new Body<UInt16Codec>(paste));
                break;
            case SampleFormat.Float16:
                Executor.For(changed.Y1, changed.Y2, RowGrain, new Body<Float16Codec>(paste));
                break;
            default:
                Executor.For(changed.Y1, changed.Y2, RowGrain, new Body<Float32Codec>(paste));
                break;
        }
    }

    private readonly struct Body<TCodec>(Paste paste) : IRangeBody
        where TCodec : struct, ISampleCodec
    {
        public void Run(int from, int to) => paste.Rows<TCodec>(from, to);
    }

    private readonly struct Paste(PixelView source, PixelView destination, RectI changed, FaceResidual face, bool premultiplied)
    {
        public void Rows<TCodec>(int from, int to)
            where TCodec : struct, ISampleCodec
        {
            using Scratch scratch = Scratch.Of<Vector4>(changed.Width);
            bool inPairs = typeof(TCodec) == typeof(Float32Codec) && source.Layout == PixelLayout.Rgba && !face.IsMixedInLight;
            for (int y = from; y < to; y++)
            {
                (int x, int end) = face.Counted(y, changed.X1, changed.X2);
                if (inPairs && x < end)
                    x = Pairs(y, x, end, y + 1 < to);
                if (x == end)
                    continue;

                // The source's row is read before the destination's is written: the two may be the same memory.
                Vector4* line = scratch.Vectors;
                RowCodec.Load(source, x, y, end - x, line);
                var target = (byte*)destination.PixelAddress(x, y);
                for (; x < end; x++, line++, target += destination.BytesPerPixel)
                {
                    float weight = face.Weight(x, y);
                    if (weight > 0)
                    {
                        Vector128<float> change = face.Change(x, y, line->W, weight, premultiplied);
                        HostPixel.Add<TCodec>(target, destination.Layout, line->AsVector128(), change);
                    }
                }
            }
        }

        // Pixels of floats, two at once; returns where less than two are left. A frame's rows lie far from each other in memory:
        // the next one is asked for meanwhile.
        private int Pairs(int y, int x, int end, bool hasNext)
        {
            var before = (float*)source.PixelAddress(x, y);
            var target = (float*)destination.PixelAddress(x, y);
            nint ahead = hasNext ? source.PixelAddress(x, y + 1) - (nint)before : 0;
            for (; x <= end - 2; x += 2, before += 8, target += 8)
            {
                if (Sse.IsSupported && hasNext)
                    Sse.Prefetch0((byte*)before + ahead);
                if (!(face.Weight(x, y) > 0 || face.Weight(x + 1, y) > 0))
                    continue;
                Vector256<float> pair = Vector256.Load(before);
                HostPixel.AddPair(target, pair, face.ChangeOfPair(x, y, PixelPairs.Alpha(pair), premultiplied));
            }

            return x;
        }
    }
}
