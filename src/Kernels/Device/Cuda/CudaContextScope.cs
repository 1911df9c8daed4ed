namespace FaceFusion.Kernels.Device.Cuda;

/// <summary>
/// Makes a context the thread's current one and gives the thread's own back at the end, whatever happened in between.
/// </summary>
public readonly unsafe ref struct CudaContextScope
{
    private readonly nint _context;

    /// <summary>Begins.</summary>
    /// <param name="context">The context that is to be current.</param>
    /// <exception cref="DeviceException">The driver refuses.</exception>
    public CudaContextScope(nint context)
    {
        CudaError.Require(CudaApi.ContextPush(context), "make the context current");
        _context = context;
    }

    /// <summary>Ends: what lies above the pushed context is taken away too.</summary>
    public void Dispose()
    {
        // A library may have pushed without popping, or set another context in our place.
        nint popped;
        const int mostPushed = 16;
        for (int i = 0; i < mostPushed && CudaApi.ContextPop(&popped) == CudaApi.Success && popped != _context; i++)
        {
        }
    }
}
