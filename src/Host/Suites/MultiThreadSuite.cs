using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Threading;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The multi-thread suite.</summary>
internal static unsafe class MultiThreadSuite
{
    /// <summary>The suite's functions.</summary>
    public static OfxMultiThreadSuiteV1 Create() => new()
    {
        multiThread = &MultiThread,
        multiThreadNumCPUs = &NumCpus,
        multiThreadIndex = &Index,
        multiThreadIsSpawnedThread = &IsSpawned,
        mutexCreate = &MutexCreate,
        mutexDestroy = &MutexDestroy,
        mutexLock = &MutexLock,
        mutexUnLock = &MutexUnlock,
        mutexTryLock = &MutexTryLock,
    };

    /// <summary>As many threads as asked for, but no more than processors; none asked for means all of them.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MultiThread(delegate* unmanaged[Cdecl]<uint, uint, void*, void> function, uint count, void* argument) => Guard.Run(() =>
    {
        if (function is null)
            return OfxStatus.kOfxStatFailed;
        if (SpawnedThreads.IsSpawned)
            return OfxStatus.kOfxStatErrExists;

        uint threads = count == 0 ? SpawnedThreads.Granted : Math.Min(count, SpawnedThreads.Granted);
        SpawnedThreads.Run(threads, index => function(index, threads, argument));
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus NumCpus(uint* count)
    {
        if (count is null)
            return OfxStatus.kOfxStatFailed;

        *count = SpawnedThreads.Granted;
        return OfxStatus.kOfxStatOK;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Index(uint* index)
    {
        if (index is null)
            return OfxStatus.kOfxStatFailed;

        *index = SpawnedThreads.Index;
        return OfxStatus.kOfxStatOK;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IsSpawned() => SpawnedThreads.IsSpawned ? 1 : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MutexCreate(OfxMutexHandle* mutex, int lockCount) => Guard.Run(() =>
    {
        if (mutex is null)
            return OfxStatus.kOfxStatErrValue;

        *mutex = new OfxMutexHandle(HandleTable.Add(new HostMutex(lockCount)));
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MutexDestroy(OfxMutexHandle mutex) => Guard.Run(() =>
        HandleTable.TryTake(mutex.Value, out HostMutex? _) ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatErrBadHandle);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MutexLock(OfxMutexHandle mutex) => With(mutex, found =>
    {
        found.Lock();
        return true;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MutexUnlock(OfxMutexHandle mutex) => With(mutex, found => found.Unlock());

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MutexTryLock(OfxMutexHandle mutex) => With(mutex, found => found.TryLock());

    private static OfxStatus With(OfxMutexHandle mutex, Func<HostMutex, bool> body) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet(mutex.Value, out HostMutex? found))
            return OfxStatus.kOfxStatErrBadHandle;

        return body(found) ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatFailed;
    });
}
