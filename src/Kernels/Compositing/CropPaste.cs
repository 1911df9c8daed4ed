using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Puts a changed crop back into a host's pixels, by the map that it was sampled through.</summary>
public static unsafe class CropPaste
{
    /// <summary>
    /// Adds matte·mix·(decode(result) − decode(original)), brought from the crop to the frame, to the colours of an image
    /// that holds the plate. The residual is computed at the crop's resolution and sampled as <see cref="AreaSampler"/>
    /// samples: bicubic where the crop is enlarged and low-passed where it is reduced, 0 beyond the crop's sides. Pixels
    /// whose centre lies outside the crop keep their bits, and so do alpha and every channel whose change is exactly 0 or
    /// whose plate is NaN or infinite. Premultiplied colours change by alpha times that. Integers round to nearest and
    /// clamp; binary16 clamps to ±65504. Float error against double precision: 1e-5 of the largest decoded value.
    /// </summary>
    /// <param name="image">The host's image, already holding the plate; changed in place.</param>
    /// <param name="window">The pixels that may change; cut to the image. A pixel's bits don't depend on it.</param>
    /// <param name="crop">The changed crop.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    public static void Apply(PixelView image, RectI window, in ChangedCrop crop, bool premultiplied)
    {
        if (image.Layout == PixelLayout.Alpha || !crop.ToFrame.TryInvert(out Affine2D toCrop))
            return;

        RectF covered = crop.ToFrame.Bounds(RectI.FromSize(crop.Width, crop.Height).ToRectF());
        RectI part = RectI.FromBounds(covered).Inflate(1).Intersect(window).Intersect(image.Bounds);
        switch (image.Format)
        {
            case SampleFormat.UInt8:
                Add<UInt8Codec>(image, part, crop, toCrop, premultiplied);
                break;
            case SampleFormat.UInt16:
                Add<UInt16Codec>(image, part, crop, toCrop, premultiplied);
                break;
            case SampleFormat.Float16:
                Add<Float16Codec>(image, part, crop, toCrop, premultiplied);
                break;
            default:
                Add<Float32Codec>(image, part, crop, toCrop, premultiplied);
                break;
        }
    }

    private static void Add<TCodec>(PixelView image, RectI part, in ChangedCrop crop, Affine2D toCrop, bool premultiplied)
        where TCodec : struct, ISampleCodec =>
        FootprintFilter.Run(
            crop, toCrop, EdgeMode.Zero, part,
            new Sink<TCodec>(image, toCrop, crop.Width, crop.Height, premultiplied && image.HasAlpha));

    // Inlined, so that a layout that is known needs no telling apart at every pixel.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TCodec>(byte* target, nint pixelBytes, PixelLayout layout, int count, Vector4* changes, bool premultiplied)
        where TCodec : struct, ISampleCodec
    {
        for (int i = 0; i < count; i++, target += pixelBytes)
        {
            Vector128<float> before = HostPixel.Load<TCodec>(target, layout), change = changes[i].AsVector128();
            HostPixel.Add<TCodec>(target, layout, before, premultiplied ? change * before.GetElement(3) : change);
        }
    }

    // Two RGBA pixels at a time.
    private static void AddFloats(float* target, int count, Vector4* changes, bool premultiplied)
    {
        int i = 0;
        for (; i <= count - 2; i += 2, target += Vector256<float>.Count)
        {
            Vector256<float> before = Vector256.Load(target), change = Vector256.Load((float*)(changes + i));
            HostPixel.AddPair(target, before, premultiplied ? change * PixelPairs.Alpha(before) : change);
        }

        if (i < count)
            Add<Float32Codec>((byte*)target, 0, PixelLayout.Rgba, 1, changes + i, premultiplied);
    }

    private readonly struct Sink<TCodec>(PixelView image, Affine2D toCrop, int width, int height, bool premultiplied) : IPixelSink
        where TCodec : struct, ISampleCodec
    {
        private readonly byte* _first = (byte*)image.PixelAddress(0, 0);
        private readonly nint _rowBytes = image.RowBytes;
        private readonly nint _pixelBytes = image.BytesPerPixel;
        private readonly PixelLayout _layout = image.Layout;

        /// <summary>The pixels whose centres lie inside the crop.</summary>
        public (int From, int To) Wanted(int y, int from, int to)
        {
            (double u, double v) = toCrop.Apply(0.5, y + 0.5);
            Narrow(u, toCrop.Xx, width, ref from, ref to);
            Narrow(v, toCrop.Yx, height, ref from, ref to);
            return (from, to);
        }

        public Vector4* Place(int x, int y, Vector4* room) => room;

        public void Store(int x, int y, int count, Vector4* values)
        {
            byte* target = _first + (y * _rowBytes) + (x * _pixelBytes);
            if (typeof(TCodec) == typeof(Float32Codec) && _layout == PixelLayout.Rgba)
                AddFloats((float*)target, count, values, premultiplied);
            else
                Add<TCodec>(target, _pixelBytes, _layout, count, values, premultiplied);
        }

        // Keeps the columns where 0 ≤ start + step·x < length.
        private static void Narrow(double start, double step, double length, ref int from, ref int to)
        {
            if (step == 0)
            {
                to = start >= 0 && start < length ? to : from;
                return;
            }

            double a = -start / step, b = (length - start) / step;
            from = (int)Math.Clamp(Math.Ceiling(Math.Min(a, b)), from, Math.Max(from, to));
            to = (int)Math.Clamp(Math.Ceiling(Math.Max(a, b)), from, Math.Max(from, to));
        }
    }
}
