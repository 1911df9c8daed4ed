namespace FaceFusion.Ofx.Abi;

/// <summary>The host's opaque handle of a mutex; the same size and layout as the native pointer.</summary>
/// <param name="Value">The native pointer; zero is the null handle.</param>
public readonly record struct OfxMutexHandle(nint Value)
{
    /// <summary>Whether this is the null handle.</summary>
    public bool IsNull => Value == 0;
}
