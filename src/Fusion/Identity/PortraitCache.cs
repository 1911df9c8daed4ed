namespace FaceFusion.Fusion.Identity;

/// <summary>
/// The portraits of the process, by the content they were made from. The least recently used ones are forgotten; who
/// still renders with one keeps it.
/// </summary>
internal static class PortraitCache
{
    private const int Capacity = 16;

    /// <summary>The memory the portraits may take together; the newest is kept whatever it takes.</summary>
    internal const long MostBytes = 1L << 30;

    private static readonly Lock Gate = new();
    private static readonly LinkedList<Entry> Entries = new();

    /// <summary>The portrait of a content, made at most once at a time.</summary>
    /// <param name="key">The content's hash.</param>
    /// <param name="make">Makes it when it isn't there. A failure is thrown and not remembered.</param>
    public static IdentityPortrait Get(string key, Func<IdentityPortrait> make)
    {
        Entry entry = Touch(key);
        lock (entry)
        {
            if (entry.Portrait is not { } portrait)
            {
                entry.Portrait = portrait = make();
                Trim(MostBytes);
            }

            return portrait;
        }
    }

    /// <summary>The portrait of a content, if it is there and made.</summary>
    /// <param name="key">The content's hash.</param>
    public static IdentityPortrait? TryGet(string key)
    {
        lock (Gate)
            return Find(key)?.Portrait;
    }

    /// <summary>Forgets the least recently used portraits until the rest takes no more than so much memory.</summary>
    /// <param name="mostBytes">That much.</param>
    internal static void Trim(long mostBytes)
    {
        lock (Gate)
        {
            long bytes = Entries.Sum(entry => entry.Bytes);
            while (bytes > mostBytes && Entries.Count > 1)
            {
                bytes -= Entries.Last!.Value.Bytes;
                Entries.RemoveLast();
            }
        }
    }

    /// <summary>Forgets every portrait.</summary>
    public static void Purge()
    {
        lock (Gate)
            Entries.Clear();
    }

    private static Entry Touch(string key)
    {
        lock (Gate)
        {
            if (Find(key) is { } known)
                return known;
            if (Entries.Count == Capacity)
                Entries.RemoveLast();
            return Entries.AddFirst(new Entry(key)).Value;
        }
    }

    // Finding one makes it the most recently used.
    private static Entry? Find(string key)
    {
        for (LinkedListNode<Entry>? node = Entries.First; node is not null; node = node.Next)
        {
            if (node.Value.Key != key)
                continue;
            Entries.Remove(node);
            Entries.AddFirst(node);
            return node.Value;
        }

        return null;
    }

    private sealed class Entry(string key)
    {
        // Written under the entry's own lock, read under the cache's.
        private volatile IdentityPortrait? _portrait;

        public string Key { get; } = key;

        public IdentityPortrait? Portrait
        {
            get => _portrait;
            set => _portrait = value;
        }

        public long Bytes => _portrait?.Pyramid.Bytes ?? 0;
    }
}
