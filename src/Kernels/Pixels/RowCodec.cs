using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Pixels;

/// <summary>
/// Runs of pixels of any format and layout to and from RGBA floats, without any colour conversion. A format is decided
/// once per run, so that the loops inside are straight.
/// </summary>
internal static unsafe class RowCodec
{
    /// <summary>Reads <paramref name="count"/> pixels from (x, y) on. Integers map full scale to 1.0.</summary>
    public static void Load(in PixelView view, int x, int y, int count, Vector4* destination)
    {
        byte* source = (byte*)view.PixelAddress(x, y);
        switch (view.Format)
        {
            case SampleFormat.UInt8:
                Load<UInt8Codec>(source, view.Layout, count, destination);
                break;
            case SampleFormat.UInt16:
                Load<UInt16Codec>(source, view.Layout, count, destination);
                break;
            case SampleFormat.Float16:
                Load<Float16Codec>(source, view.Layout, count, destination);
                break;
            default:
                Load<Float32Codec>(source, view.Layout, count, destination);
                break;
        }
    }

    /// <summary>Writes <paramref name="count"/> pixels from (x, y) on, rounded as the format's codec says.</summary>
    public static void Store(in PixelView view, int x, int y, int count, Vector4* source)
    {
        byte* destination = (byte*)view.PixelAddress(x, y);
        switch (view.Format)
        {
            case SampleFormat.UInt8:
                Store<UInt8Codec>(destination, view.Layout, count, source);
                break;
            case SampleFormat.UInt16:
                Store<UInt16Codec>(destination, view.Layout, count, source);
                break;
            case SampleFormat.Float16:
                Store<Float16Codec>(destination, view.Layout, count, source);
                break;
            default:
                Store<Float32Codec>(destination, view.Layout, count, source);
                break;
        }
    }

    private static void Load<TCodec>(byte* source, PixelLayout layout, int count, Vector4* destination)
        where TCodec : struct, ISampleCodec
    {
        int bytes = TCodec.Bytes;
        switch (layout)
        {
            case PixelLayout.Rgba:
                for (int i = 0; i < count; i++)
                    destination[i] = TCodec.Load4(source + ((nint)i * 4 * bytes)).AsVector4();
                break;
            case PixelLayout.Bgra:
                for (int i = 0; i < count; i++)
                    destination[i] = SwapRedAndBlue(TCodec.Load4(source + ((nint)i * 4 * bytes))).AsVector4();
                break;
            case PixelLayout.Rgb:
                for (int i = 0; i < count; i++)
                {
                    byte* pixel = source + ((nint)i * 3 * bytes);
                    destination[i] = new Vector4(
                        TCodec.Load1(pixel), TCodec.Load1(pixel + bytes), TCodec.Load1(pixel + (2 * bytes)), 1);
                }

                break;
            default:
                for (int i = 0; i < count; i++)
                    destination[i] = new Vector4(TCodec.Load1(source + ((nint)i * bytes)));
                break;
        }
    }

    private static void Store<TCodec>(byte* destination, PixelLayout layout, int count, Vector4* source)
        where TCodec : struct, ISampleCodec
    {
        int bytes = TCodec.Bytes;
        switch (layout)
        {
            case PixelLayout.Rgba:
                for (int i = 0; i < count; i++)
                    TCodec.Store4(destination + ((nint)i * 4 * bytes), source[i].AsVector128());
                break;
            case PixelLayout.Bgra:
                for (int i = 0; i < count; i++)
                    TCodec.Store4(destination + ((nint)i * 4 * bytes), SwapRedAndBlue(source[i].AsVector128()));
                break;
            case PixelLayout.Rgb:
                for (int i = 0; i < count; i++)
                {
                    byte* pixel = destination + ((nint)i * 3 * bytes);
                    TCodec.Store1(pixel, source[i].X);
                    TCodec.Store1(pixel + bytes, source[i].Y);
                    TCodec.Store1(pixel + (2 * bytes), source[i].Z);
                }

                break;
            default:
                for (int i = 0; i < count; i++)
                    TCodec.Store1(destination + ((nint)i * bytes), source[i].W);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SwapRedAndBlue(Vector128<float> value) =>
        Vector128.Shuffle(value, Vector128.Create(2, 1, 0, 3));
}
