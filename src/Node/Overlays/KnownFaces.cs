namespace FaceFusion.Node.Overlays;

/// <summary>
/// The faces of the frames that an instance has rendered or looked at, for its overlay. They are never rendered from:
/// a picture depends on its own frame alone. Thread-safe.
/// </summary>
internal sealed class KnownFaces
{
    // What a playing artist sees again soon; some kilobytes a frame.
    private const int MostFrames = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<double, IReadOnlyList<FaceMark>> _frames = [];
    private readonly Queue<double> _order = new();

    /// <summary>The faces of a frame; <see langword="null"/> when nobody has looked.</summary>
    /// <param name="time">The time, in frames.</param>
    public IReadOnlyList<FaceMark>? At(double time)
    {
        lock (_gate)
            return _frames.GetValueOrDefault(time);
    }

    /// <summary>Somebody has looked.</summary>
    /// <param name="time">The time, in frames.</param>
    /// <param name="faces">What there is.</param>
    public void Set(double time, IReadOnlyList<FaceMark> faces)
    {
        lock (_gate)
        {
            if (!_frames.ContainsKey(time))
                _order.Enqueue(time);
            _frames[time] = faces;
            if (_order.Count > MostFrames)
                _frames.Remove(_order.Dequeue());
        }
    }

    /// <summary>The plate or the choice of the face has changed.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _frames.Clear();
            _order.Clear();
        }
    }
}
