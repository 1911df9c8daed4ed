namespace FaceFusion.Kernels.Device;

/// <summary>
/// What a driver has made of kernels for a context: shared by all devices of that context, however many streams or queues a host
/// renders in, and given back when the last of them leaves.
/// </summary>
/// <typeparam name="TKey">What tells contexts apart.</typeparam>
/// <typeparam name="TKernel">What the driver made.</typeparam>
internal sealed class KernelCache<TKey, TKernel>
    where TKey : notnull
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<TKey, KernelCache<TKey, TKernel>> All = [];

    private readonly TKey _key;
    private readonly Dictionary<string, TKernel> _kernels = [];
    private int _users;

    private KernelCache(TKey key) => _key = key;

    /// <summary>A context's kernels, for one more device, which gives them back with <see cref="Return"/>.</summary>
    /// <param name="key">The context.</param>
    public static KernelCache<TKey, TKernel> Rent(TKey key)
    {
        lock (Gate)
        {
            if (!All.TryGetValue(key, out KernelCache<TKey, TKernel>? known))
                All.Add(key, known = new KernelCache<TKey, TKernel>(key));
            known._users++;
            return known;
        }
    }

    /// <summary>How many kernels a context has.</summary>
    /// <param name="key">The context.</param>
    public static int CountOf(TKey key)
    {
        lock (Gate)
            return All.TryGetValue(key, out KernelCache<TKey, TKernel>? known) ? known._kernels.Count : 0;
    }

    /// <summary>A kernel; loaded where it isn't yet, once however many threads ask.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="load">Has the driver make it.</param>
    public TKernel Get(string name, Func<string, TKernel> load)
    {
        lock (_kernels)
        {
            if (!_kernels.TryGetValue(name, out TKernel? kernel))
                _kernels.Add(name, kernel = load(name));
            return kernel;
        }
    }

    /// <summary>One device leaves.</summary>
    /// <param name="unload">Has the driver take a kernel back; called where it was the last one.</param>
    public void Return(Action<TKernel> unload)
    {
        lock (Gate)
        {
            if (--_users > 0)
                return;
            All.Remove(_key);
        }

        foreach (TKernel kernel in _kernels.Values)
            unload(kernel);
    }
}
