using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace FaceFusion.Host.Handles;

/// <summary>
/// Maps the opaque handles given to plug-ins to the host's objects. A handle is a number, never an address, and is
/// never given twice in a process: a stale, foreign or mistyped handle is found out by a look-up and answered with
/// <c>kOfxStatErrBadHandle</c> where a pointer would crash.
/// </summary>
internal static class HandleTable
{
    private const long Stride = 16;

    private static readonly ConcurrentDictionary<nint, object> Objects = new();
    private static long _lastHandle = 0x1000;

    /// <summary>Number of live handles; tests use it to find leaks.</summary>
    public static int Count => Objects.Count;

    /// <summary>Gives an object a handle.</summary>
    public static nint Add(object value)
    {
        nint handle = (nint)Interlocked.Add(ref _lastHandle, Stride);
        Objects[handle] = value;
        return handle;
    }

    /// <summary>Finds the live object of a handle, if it is of the wanted kind.</summary>
    public static bool TryGet<T>(nint handle, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = Objects.TryGetValue(handle, out object? found) ? found as T : null;
        return value is not null;
    }

    /// <summary>Withdraws a handle; every later use of it answers "bad handle".</summary>
    public static void Remove(nint handle) => Objects.TryRemove(handle, out _);

    /// <summary>Withdraws a handle if it belongs to an object of the wanted kind, exactly once among racing callers.</summary>
    public static bool TryTake<T>(nint handle, [NotNullWhen(true)] out T? value)
        where T : class
    {
        if (TryGet(handle, out value) && Objects.TryRemove(handle, out _))
            return true;

        value = null;
        return false;
    }
}
