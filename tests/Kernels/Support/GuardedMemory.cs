using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Tests.Support;

/// <summary>
/// Memory between two pages that may not be touched, so that a read or write beyond it ends the test run. Elsewhere
/// than on Unix it is plain memory.
/// </summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly nint _mapping;
    private readonly nuint _mapped;

    /// <param name="bytes">Size.</param>
    /// <param name="atEnd">Whether the last byte touches the guard behind; else the first touches the one before.</param>
    public GuardedMemory(int bytes, bool atEnd)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        nuint inner = ((nuint)bytes + page - 1) / page * page;
        if (!OperatingSystem.IsLinux())
        {
            _mapping = (nint)NativeMemory.AllocZeroed(inner);
            Start = _mapping;
            return;
        }

        _mapped = inner + (2 * page);
        _mapping = Map(0, _mapped, ReadWrite, PrivateAnonymous, -1, 0);
        if (_mapping == -1 || Protect(_mapping, page, 0) != 0 || Protect(_mapping + (nint)(page + inner), page, 0) != 0)
            throw new InvalidOperationException("The guard pages could not be mapped.");
        Start = _mapping + (nint)page + (atEnd ? (nint)inner - bytes : 0);
    }

    public nint Start { get; }

    public void Dispose()
    {
        if (_mapped == 0)
            NativeMemory.Free((void*)_mapping);
        else
            _ = Unmap(_mapping, _mapped);
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
