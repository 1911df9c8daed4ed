using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Changes single pixels of a host's image so that what doesn't change keeps its bits.</summary>
internal static unsafe class HostPixel
{
    /// <summary>The red, green, blue and alpha of an RGB, RGBA or BGRA pixel; RGB has an alpha of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load<TCodec>(byte* pixel, PixelLayout layout)
        where TCodec : struct, ISampleCodec
    {
        if (layout != PixelLayout.Rgb)
            return layout == PixelLayout.Bgra ? RowCodec.SwapRedAndBlue(TCodec.Load4(pixel)) : TCodec.Load4(pixel);
        return Vector128.Create(TCodec.Load1(pixel), TCodec.Load1(pixel + TCodec.Bytes), TCodec.Load1(pixel + (2 * TCodec.Bytes)), 1);
    }

    /// <summary>
    /// Stores before + change. A channel keeps its bits whose change is exactly 0, or where it or the sum isn't finite.
    /// Integers round to nearest and clamp; binary16 clamps to ±65504.
    /// </summary>
    /// <param name="target">The pixel, of the layout RGB, RGBA or BGRA.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="before">Red, green, blue and alpha of the source.</param>
    /// <param name="change">What is added to them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TCodec>(byte* target, PixelLayout layout, Vector128<float> before, Vector128<float> change)
        where TCodec : struct, ISampleCodec
    {
        Vector128<float> after = before + change;
        Vector128<float> infinity = Vector128.Create(float.PositiveInfinity);
        Vector128<float> isFinite =
            Vector128.LessThan(Vector128.Abs(before), infinity) & Vector128.LessThan(Vector128.Abs(after), infinity);
        Vector128<float> changes = Vector128.AndNot(isFinite, Vector128.Equals(change, Vector128<float>.Zero));
        Vector128<float> most = Vector128.Create(TCodec.MostMagnitude);
        after = Vector128.MaxNative(Vector128.MinNative(after, most), -most);
        if (layout == PixelLayout.Bgra)
        {
            after = RowCodec.SwapRedAndBlue(after);
            changes = RowCodec.SwapRedAndBlue(changes);
        }

        int channels = layout == PixelLayout.Rgb ? 3 : 4;
        if (typeof(TCodec) == typeof(Float32Codec) && channels == 4)
            Vector128.ConditionalSelect(changes, after, Vector128.Load((float*)target)).Store((float*)target);
        else
            StoreChannels<TCodec>(target, after, changes.ExtractMostSignificantBits(), channels);
    }

    /// <summary>As <see cref="Add{TCodec}"/>, of two RGBA pixels of floats.</summary>
    /// <param name="target">The first of them.</param>
    /// <param name="before">Those of the source.</param>
    /// <param name="change">What is added to them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddPair(float* target, Vector256<float> before, Vector256<float> change)
    {
        Vector256<float> after = before + change;
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity);
        Vector256<float> isFinite =
            Vector256.LessThan(Vector256.Abs(before), infinity) & Vector256.LessThan(Vector256.Abs(after), infinity);
        Vector256<float> changes = Vector256.AndNot(isFinite, Vector256.Equals(change, Vector256<float>.Zero));
        Vector256.ConditionalSelect(changes, after, Vector256.Load(target)).Store(target);
    }

    /// <summary>Stores the channels whose bits are set, and leaves the others' bytes alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreChannels<TCodec>(byte* target, Vector128<float> value, uint changes, int channels)
        where TCodec : struct, ISampleCodec
    {
        Vector128<byte> memory;
        var stored = (byte*)&memory;
        TCodec.Store4(stored, value);
        for (int channel = 0; channel < channels; channel++)
        {
            if ((changes & (1u << channel)) != 0)
                CopySample<TCodec>(stored + (channel * TCodec.Bytes), target + (channel * TCodec.Bytes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopySample<TCodec>(byte* from, byte* to)
        where TCodec : struct, ISampleCodec
    {
        if (TCodec.Bytes == 1)
            *to = *from;
        else if (TCodec.Bytes == 2)
            Unsafe.WriteUnaligned(to, Unsafe.ReadUnaligned<ushort>(from));
        else
            Unsafe.WriteUnaligned(to, Unsafe.ReadUnaligned<uint>(from));
    }
}
