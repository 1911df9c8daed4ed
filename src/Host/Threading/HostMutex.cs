namespace FaceFusion.Host.Threading;

/// <summary>A mutex that its owner may lock again, released by as many unlocks.</summary>
internal sealed class HostMutex
{
    private readonly object _monitor = new();

    /// <summary>Creates the mutex, locked by the calling thread as often as said; not at all for a count below 1.</summary>
    public HostMutex(int lockCount)
    {
        for (int i = 0; i < lockCount; i++)
            Monitor.Enter(_monitor);
    }

    /// <summary>Waits for the mutex.</summary>
    public void Lock() => Monitor.Enter(_monitor);

    /// <summary>Takes the mutex if it is free or the caller's.</summary>
    public bool TryLock() => Monitor.TryEnter(_monitor);

    /// <summary>Releases one lock; false when the caller holds none.</summary>
    public bool Unlock()
    {
        if (!Monitor.IsEntered(_monitor))
            return false;

        Monitor.Exit(_monitor);
        return true;
    }
}
