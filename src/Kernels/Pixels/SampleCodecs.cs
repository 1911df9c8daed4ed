using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Turns stored samples into floats and back, one or four at a time.</summary>
internal unsafe interface ISampleCodec
{
    static abstract int Bytes { get; }

    /// <summary>The largest magnitude worth storing: beyond it there is only infinity or nothing.</summary>
    static abstract float MostMagnitude { get; }

    static abstract Vector128<float> Load4(byte* source);

    static abstract float Load1(byte* source);

    static abstract void Store4(byte* destination, Vector128<float> value);

    static abstract void Store1(byte* destination, float value);
}

/// <summary>255 = 1.0; stores round to nearest (ties to even) and clamp; NaN becomes 0.</summary>
internal readonly unsafe struct UInt8Codec : ISampleCodec
{
    public static int Bytes => 1;

    public static float MostMagnitude => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load4(byte* source)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(source)).AsByte();
        Vector128<int> wide = Vector128.WidenLower(Vector128.WidenLower(bytes)).AsInt32();
        return Vector128.ConvertToSingle(wide) * (1 / 255f);
    }

    public static float Load1(byte* source) => *source * (1 / 255f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store4(byte* destination, Vector128<float> value)
    {
        Vector128<int> wide = IntegerRounding.Round(value, 255);
        Vector128<ushort> half = Vector128.Narrow(wide, wide).AsUInt16();
        Unsafe.WriteUnaligned(destination, Vector128.Narrow(half, half).AsUInt32().ToScalar());
    }

    public static void Store1(byte* destination, float value) =>
        *destination = (byte)IntegerRounding.Round(Vector128.CreateScalar(value), 255).ToScalar();
}

/// <summary>65535 = 1.0; stores round to nearest (ties to even) and clamp; NaN becomes 0.</summary>
internal readonly unsafe struct UInt16Codec : ISampleCodec
{
    public static int Bytes => 2;

    public static float MostMagnitude => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load4(byte* source)
    {
        Vector128<ushort> shorts = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source)).AsUInt16();
        return Vector128.ConvertToSingle(Vector128.WidenLower(shorts).AsInt32()) * (1 / 65535f);
    }

    public static float Load1(byte* source) => Unsafe.ReadUnaligned<ushort>(source) * (1 / 65535f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store4(byte* destination, Vector128<float> value)
    {
        Vector128<uint> wide = IntegerRounding.Round(value, 65535).AsUInt32();
        Unsafe.WriteUnaligned(destination, Vector128.Narrow(wide, wide).AsUInt64().ToScalar());
    }

    public static void Store1(byte* destination, float value) => Unsafe.WriteUnaligned(
        destination, (ushort)IntegerRounding.Round(Vector128.CreateScalar(value), 65535).ToScalar());
}

/// <summary>IEEE binary16; stores round to nearest, ties to even, beyond 65504 to infinity.</summary>
internal readonly unsafe struct Float16Codec : ISampleCodec
{
    public static int Bytes => 2;

    public static float MostMagnitude => 65504;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load4(byte* source)
    {
        Vector128<ushort> shorts = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source)).AsUInt16();
        return HalfBits.ToSingle(Vector128.WidenLower(shorts));
    }

    public static float Load1(byte* source) =>
        HalfBits.ToSingle(Vector128.CreateScalar((uint)Unsafe.ReadUnaligned<ushort>(source))).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store4(byte* destination, Vector128<float> value)
    {
        Vector128<uint> wide = HalfBits.FromSingle(value);
        Unsafe.WriteUnaligned(destination, Vector128.Narrow(wide, wide).AsUInt64().ToScalar());
    }

    public static void Store1(byte* destination, float value) =>
        Unsafe.WriteUnaligned(destination, (ushort)HalfBits.FromSingle(Vector128.CreateScalar(value)).ToScalar());
}

/// <summary>IEEE binary32, as it is.</summary>
internal readonly unsafe struct Float32Codec : ISampleCodec
{
    public static int Bytes => 4;

    public static float MostMagnitude => float.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load4(byte* source) => Unsafe.ReadUnaligned<Vector128<float>>(source);

    public static float Load1(byte* source) => Unsafe.ReadUnaligned<float>(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store4(byte* destination, Vector128<float> value) => Unsafe.WriteUnaligned(destination, value);

    public static void Store1(byte* destination, float value) => Unsafe.WriteUnaligned(destination, value);
}
