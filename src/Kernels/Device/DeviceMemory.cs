namespace FaceFusion.Kernels.Device;

/// <summary>Memory of a graphics card, its own or a host's.</summary>
/// <param name="Handle">What the card's driver knows it by: CUDA's address, OpenCL's memory object.</param>
/// <param name="Bytes">How large it is.</param>
public readonly record struct DeviceMemory(nint Handle, long Bytes)
{
    /// <summary>A view of all of it.</summary>
    /// <param name="elementBytes">Bytes of an element.</param>
    public DeviceView Of(int elementBytes) => new(this, 0, elementBytes);
}
