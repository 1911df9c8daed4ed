using FaceFusion.Host.Effects;

namespace FaceFusion.Host.Threading;

/// <summary>Runs a function on real threads, each of which knows its index, and waits for them.</summary>
internal static class SpawnedThreads
{
    /// <summary>A host grants what plug-ins are used to from a main thread.</summary>
    private const int StackBytes = 8 << 20;

    [ThreadStatic]
    private static bool _isSpawned;

    [ThreadStatic]
    private static uint _index;

    /// <summary>Whether the calling thread was spawned here.</summary>
    public static bool IsSpawned => _isSpawned;

    /// <summary>Index of the calling thread; 0 for one that wasn't spawned here.</summary>
    public static uint Index => _index;

    /// <summary>Number of processors granted.</summary>
    public static uint Granted => (uint)Environment.ProcessorCount;

    /// <summary>Runs the body with indices 0…count−1, all at once.</summary>
    /// <exception cref="OutOfMemoryException">A thread couldn't be started; those started have ended.</exception>
    public static void Run(uint count, Action<uint> body)
    {
        ActionFrame? frame = ActionFrame.Current;
        var threads = new List<Thread>((int)count);
        try
        {
            for (uint i = 0; i < count; i++)
            {
                uint own = i;
                var thread = new Thread(() => Enter(own, frame, body), StackBytes) { IsBackground = true, Name = $"OFX multiThread {own}" };
                thread.Start();
                threads.Add(thread);
            }
        }
        finally
        {
            foreach (Thread thread in threads)
                thread.Join();
        }
    }

    private static void Enter(uint own, ActionFrame? frame, Action<uint> body)
    {
        _isSpawned = true;
        _index = own;
        ActionFrame.Inherit(frame, () => body(own));
    }
}
