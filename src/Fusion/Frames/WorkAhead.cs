using FaceFusion.Kernels.Execution;

namespace FaceFusion.Fusion.Frames;

/// <summary>
/// What is made of a frame before it is asked for, while the frame's own work waits for a network: mostly what the masks' network will
/// take of a face. Owns the results that nobody takes. For one thread at a time.
/// </summary>
public sealed class WorkAhead : IDisposable
{
    private readonly List<Begun> _begun = [];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Begun begun in _begun)
            begun.Work.Dispose();
        _begun.Clear();
    }

    /// <summary>Begins to make something; nobody else may look at the frame until <see cref="Finish"/> has returned.</summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="of">What it is made of, by which it is known.</param>
    /// <param name="make">Makes it.</param>
    internal void Begin<T>(object of, Func<T> make)
        where T : class, IDisposable
    {
        PendingWork<T> work = Executor.Begin(make);
        _begun.Add(new Begun(of, work, () => work.Result()));
    }

    /// <summary>Waits until all is made.</summary>
    /// <exception cref="Exception">The first failure.</exception>
    internal void Finish()
    {
        foreach (Begun begun in _begun)
            begun.Finish();
    }

    /// <summary>What was made, the caller's from now on; <see langword="null"/> where nothing of the kind was begun.</summary>
    /// <typeparam name="T">What was made.</typeparam>
    /// <param name="of">What it was made of.</param>
    internal T? TryTake<T>(object of)
        where T : class, IDisposable
    {
        int index = _begun.FindIndex(begun => begun.Work is PendingWork<T> && begun.Of.Equals(of));
        if (index < 0)
            return null;

        using var work = (PendingWork<T>)_begun[index].Work;
        _begun.RemoveAt(index);
        return work.Take();
    }

    private readonly record struct Begun(object Of, IDisposable Work, Action Finish);
}
