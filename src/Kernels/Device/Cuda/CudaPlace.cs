namespace FaceFusion.Kernels.Device.Cuda;

/// <summary>An address, and whose it is.</summary>
internal readonly struct CudaPlace
{
    // CU_MEMORYTYPE_HOST and CU_MEMORYTYPE_DEVICE.
    private const int HostKind = 1, DeviceKind = 2;

    private CudaPlace(int kind, nint host, nint device) => (Kind, Host, Device) = (kind, host, device);

    /// <summary>A CUmemorytype.</summary>
    public int Kind { get; }

    /// <summary>The address in the processor's memory, or 0.</summary>
    public nint Host { get; }

    /// <summary>The address in the card's memory, or 0.</summary>
    public nint Device { get; }

    /// <summary>A place in the processor's memory.</summary>
    /// <param name="address">The address.</param>
    public static CudaPlace OfHost(nint address) => new(HostKind, address, 0);

    /// <summary>A place in the card's memory.</summary>
    /// <param name="rows">The rows that begin there.</param>
    public static CudaPlace Of(DeviceRows rows) => new(DeviceKind, 0, (nint)(rows.Memory.Handle + rows.OffsetBytes));
}
