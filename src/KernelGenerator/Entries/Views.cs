using FaceFusion.Kernels.Device.Functions;
using ILGPU;

namespace FaceFusion.KernelGenerator.Entries;

/// <summary>8-bit samples in a device's memory.</summary>
internal readonly struct UInt8View(ArrayView<byte> memory) : ISamples
{
    private readonly ArrayView<byte> _memory = memory;

    public float MostMagnitude => 1;

    public float Load(long index) => SampleMath.FromUInt8(_memory[index]);

    public void Store(long index, float value) => _memory[index] = (byte)SampleMath.ToInteger(value, byte.MaxValue);
}

/// <summary>16-bit samples in a device's memory.</summary>
internal readonly struct UInt16View(ArrayView<ushort> memory) : ISamples
{
    private readonly ArrayView<ushort> _memory = memory;

    public float MostMagnitude => 1;

    public float Load(long index) => SampleMath.FromUInt16(_memory[index]);

    public void Store(long index, float value) => _memory[index] = (ushort)SampleMath.ToInteger(value, ushort.MaxValue);
}

/// <summary>binary16 samples in a device's memory.</summary>
internal readonly struct Float16View(ArrayView<ushort> memory) : ISamples
{
    private readonly ArrayView<ushort> _memory = memory;

    public float MostMagnitude => 65504;

    public float Load(long index) => SampleMath.FromFloat16(_memory[index]);

    public void Store(long index, float value) => _memory[index] = (ushort)SampleMath.ToFloat16(value);
}

/// <summary>binary32 samples in a device's memory.</summary>
internal readonly struct Float32View(ArrayView<float> memory) : ISamples
{
    private readonly ArrayView<float> _memory = memory;

    public float MostMagnitude => float.MaxValue;

    public float Load(long index) => _memory[index];

    public void Store(long index, float value) => _memory[index] = value;
}

/// <summary>Pixels of four floats in a device's memory.</summary>
internal readonly struct PixelsView(ArrayView<Rgba> memory) : IPixels
{
    private readonly ArrayView<Rgba> _memory = memory;

    public Rgba Load(long index) => _memory[index];

    public void Store(long index, Rgba value) => _memory[index] = value;
}

/// <summary>Single floats in a device's memory.</summary>
internal readonly struct ValuesView(ArrayView<float> memory) : IValues
{
    private readonly ArrayView<float> _memory = memory;

    public float Load(long index) => _memory[index];

    public void Store(long index, float value) => _memory[index] = value;
}
