namespace FaceFusion.Kernels.Device;

/// <summary>Elements in a card's memory, as kernels are told.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="OffsetBytes">Where the element of index 0 lies in it; others may have negative indices.</param>
/// <param name="ElementBytes">Bytes of an element.</param>
public readonly record struct DeviceView(DeviceMemory Memory, long OffsetBytes, int ElementBytes)
{
    /// <summary>Elements before the first one.</summary>
    public long OffsetElements => OffsetBytes / ElementBytes;

    /// <summary>Elements from the one of index 0 to the memory's end.</summary>
    public long Length => (Memory.Bytes - OffsetBytes) / ElementBytes;
}
