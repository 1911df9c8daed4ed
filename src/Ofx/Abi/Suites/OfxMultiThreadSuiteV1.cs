// Layout as in the OpenFX 1.5 header ofxMultiThread.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>The host's threads and mutexes (<c>OfxMultiThreadSuiteV1</c>, ofxMultiThread.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxMultiThreadSuiteV1
{
    /// <summary>Runs a function on several threads and waits for them.</summary>
    public delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<uint, uint, void*, void>, uint, void*, OfxStatus> multiThread;

    /// <summary>Gets the number of processors that the host grants.</summary>
    public delegate* unmanaged[Cdecl]<uint*, OfxStatus> multiThreadNumCPUs;

    /// <summary>Gets the index of the calling spawned thread.</summary>
    public delegate* unmanaged[Cdecl]<uint*, OfxStatus> multiThreadIndex;

    /// <summary>Says (non-zero) whether the caller runs on a spawned thread.</summary>
    public delegate* unmanaged[Cdecl]<int> multiThreadIsSpawnedThread;

    /// <summary>Creates a mutex with an initial lock count.</summary>
    public delegate* unmanaged[Cdecl]<OfxMutexHandle*, int, OfxStatus> mutexCreate;

    /// <summary>Destroys a mutex.</summary>
    public delegate* unmanaged[Cdecl]<OfxMutexHandle, OfxStatus> mutexDestroy;

    /// <summary>Locks a mutex.</summary>
    public delegate* unmanaged[Cdecl]<OfxMutexHandle, OfxStatus> mutexLock;

    /// <summary>Unlocks a mutex.</summary>
    public delegate* unmanaged[Cdecl]<OfxMutexHandle, OfxStatus> mutexUnLock;

    /// <summary>Tries to lock a mutex.</summary>
    public delegate* unmanaged[Cdecl]<OfxMutexHandle, OfxStatus> mutexTryLock;
}
