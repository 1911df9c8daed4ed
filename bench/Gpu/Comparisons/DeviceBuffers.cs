using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Kernels.Device;

namespace FaceFusion.Gpu.Comparisons;

/// <summary>Pixels and floats to a card and back.</summary>
internal static class DeviceBuffers
{
    public static DeviceMemory Upload<T>(this KernelDevice device, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(values);
        DeviceMemory memory = device.Rent(bytes.Length);
        device.Upload(bytes, memory);
        return memory;
    }

    public static T[] Take<T>(this KernelDevice device, DeviceMemory memory, int count)
        where T : unmanaged
    {
        T[] values = new T[count];
        device.Download(memory, MemoryMarshal.AsBytes(values.AsSpan()));
        device.Return(memory);
        return values;
    }

    public static DeviceMemory RentPixels(this KernelDevice device, int count) => device.Rent((long)count * Marshal.SizeOf<Vector4>());
}
