namespace FaceFusion.Kernels.Device;

/// <summary>Rows of bytes in a card's memory, one after the other.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="OffsetBytes">Where the first one lies in it.</param>
/// <param name="RowBytes">From one to the next; at least a row's own bytes.</param>
public readonly record struct DeviceRows(DeviceMemory Memory, long OffsetBytes, long RowBytes);
