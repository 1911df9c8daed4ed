namespace FaceFusion.Node.Engine;

/// <summary>
/// The swaps of the last frames, so that looking at one output after the other, the composite, the layer, a matte, costs
/// one swap. It belongs to the process, because some hosts make a node for every frame. A frame is known again by its
/// pixels; that costs reading them once, which a shot that is rendered straight through is spared: see
/// <see cref="Get"/>.
/// </summary>
internal static class SwapCache
{
    /// <summary>The memory that kept frames may take together; a frame that takes more isn't kept.</summary>
    internal const long MostBytes = 256L << 20;

    private const int Capacity = 4;

    private static readonly Lock Gate = new();

    // The most recently used first.
    private static readonly List<Entry> Entries = [];

    /// <summary>The swaps of a frame, made at most once at a time.</summary>
    /// <param name="key">What decides them.</param>
    /// <param name="isLooking">
    /// Whether somebody is looking at the frame from several sides, so that it will be asked for again. If not, it is
    /// looked up where the key fits, but not kept.
    /// </param>
    /// <param name="content">Gives a key of the plate's pixels; only asked for where it is needed.</param>
    /// <param name="make">Makes the swaps. A failure is thrown and not remembered.</param>
    /// <returns>The swaps; to be disposed of, after which they must not be used any more.</returns>
    public static SwapLease Get(SwapKey key, bool isLooking, Func<string> content, Func<FrameSwaps> make)
    {
        if (!isLooking && !Knows(key))
            return new SwapLease(make());

        Entry entry = Touch(key, content());
        lock (entry.Making)
        {
            if (entry.TryLease() is { } known)
                return known;
            SwapLease made = new(make());
            Keep(entry, made);
            return made;
        }
    }

    /// <summary>Forgets every frame; swaps in use stay valid.</summary>
    public static void Purge()
    {
        lock (Gate)
        {
            foreach (Entry entry in Entries)
                entry.Forget();
            Entries.Clear();
        }
    }

    private static bool Knows(SwapKey key)
    {
        lock (Gate)
            return Entries.Exists(entry => entry.Key.Equals(key));
    }

    private static Entry Touch(SwapKey key, string content)
    {
        lock (Gate)
        {
            Entry? entry = Entries.Find(entry => entry.Content == content && entry.Key.Equals(key));
            if (entry is not null)
                Entries.Remove(entry);
            Entries.Insert(0, entry ??= new Entry(key, content));
            Trim();
            return entry;
        }
    }

    private static void Keep(Entry entry, SwapLease made)
    {
        lock (Gate)
        {
            // It may have been pushed out, or purged, meanwhile.
            if (!Entries.Contains(entry) || made.Swaps.Bytes > MostBytes)
                return;
            entry.Keep(made);
            Trim();
        }
    }

    private static void Trim()
    {
        long bytes = 0;
        for (int i = 0; i < Entries.Count; i++)
        {
            bytes += Entries[i].Bytes;
            if (i < Capacity && (i == 0 || bytes <= MostBytes))
                continue;
            Entries[i].Forget();
            Entries.RemoveAt(i--);
        }
    }

    // Fields are read and written under the cache's lock.
    private sealed class Entry(SwapKey key, string content)
    {
        private SwapLease? _kept;

        public SwapKey Key => key;

        public string Content => content;

        public Lock Making { get; } = new();

        public long Bytes => _kept?.Swaps.Bytes ?? 0;

        public SwapLease? TryLease()
        {
            lock (Gate)
                return _kept?.Share();
        }

        public void Keep(SwapLease made) => _kept = made.Share();

        public void Forget()
        {
            _kept?.Dispose();
            _kept = null;
        }
    }
}
