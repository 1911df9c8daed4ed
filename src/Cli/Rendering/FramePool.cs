using System.Collections.Concurrent;
using FaceFusion.Cli.Media;

namespace FaceFusion.Cli.Rendering;

/// <summary>Pictures of one size that go round between threads instead of being allocated for every frame.</summary>
internal sealed class FramePool(MediaSource source, AlphaMode alpha) : IDisposable
{
    private readonly ConcurrentBag<FrameBuffer> _free = [];
    private readonly ConcurrentBag<FrameBuffer> _all = [];

    /// <summary>A picture with any content.</summary>
    public FrameBuffer Rent()
    {
        if (_free.TryTake(out FrameBuffer? picture))
            return picture;

        FrameBuffer fresh = new(source.Width, source.Height, source.Depth, alpha);
        _all.Add(fresh);
        return fresh;
    }

    /// <summary>Takes a picture back.</summary>
    public void Return(FrameBuffer picture) => _free.Add(picture);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FrameBuffer picture in _all)
            picture.Dispose();
    }
}
