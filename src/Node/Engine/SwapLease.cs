namespace FaceFusion.Node.Engine;

/// <summary>A share in a frame's swaps; the last one to be disposed of frees them.</summary>
internal sealed class SwapLease : IDisposable
{
    private readonly Shares _shares;
    private bool _isDisposed;

    /// <summary>The first share.</summary>
    /// <param name="swaps">The swaps; belong to their shares from now on.</param>
    public SwapLease(FrameSwaps swaps)
        : this(new Shares(swaps))
    {
    }

    private SwapLease(Shares shares) => _shares = shares;

    /// <summary>The swaps.</summary>
    public FrameSwaps Swaps => _shares.Swaps;

    /// <summary>Another share, of one that isn't disposed of.</summary>
    public SwapLease Share()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Interlocked.Increment(ref _shares.Count);
        return new SwapLease(_shares);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        if (Interlocked.Decrement(ref _shares.Count) == 0)
            _shares.Swaps.Dispose();
    }

    private sealed class Shares(FrameSwaps swaps)
    {
        public int Count = 1;

        public FrameSwaps Swaps => swaps;
    }
}
