using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Device.Cuda;

/// <summary>What the driver is told of a copy of rows: CUDA_MEMCPY2D of cuda.h. Places inside the memory are left at 0: the addresses say them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct CudaCopy
{
    private readonly nuint _sourceX, _sourceY;
    private readonly int _sourceKind;
    private readonly nint _sourceHost, _sourceDevice, _sourceArray;
    private readonly nuint _sourcePitch;
    private readonly nuint _targetX, _targetY;
    private readonly int _targetKind;
    private readonly nint _targetHost, _targetDevice, _targetArray;
    private readonly nuint _targetPitch;
    private readonly nuint _bytes, _rows;

    /// <summary>Describes a copy.</summary>
    /// <param name="source">Where the first row is.</param>
    /// <param name="sourceRowBytes">From one row to the next.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="targetRowBytes">From one row to the next.</param>
    /// <param name="bytes">Bytes of a row.</param>
    /// <param name="rows">How many.</param>
    public CudaCopy(CudaPlace source, long sourceRowBytes, CudaPlace target, long targetRowBytes, long bytes, int rows)
    {
        (_sourceKind, _sourceHost, _sourceDevice) = (source.Kind, source.Host, source.Device);
        (_targetKind, _targetHost, _targetDevice) = (target.Kind, target.Host, target.Device);
        (_sourcePitch, _targetPitch) = ((nuint)sourceRowBytes, (nuint)targetRowBytes);
        (_bytes, _rows) = ((nuint)bytes, (nuint)rows);
    }
}
