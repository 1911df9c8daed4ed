namespace FaceFusion.Host.Devices;

/// <summary>A graphics card that a host's images lie on while a plug-in renders. May be called from any thread, one at a time.</summary>
public interface IImageDevice
{
    /// <summary>What its handles are.</summary>
    DeviceApi Api { get; }

    /// <summary>The order in which things are done: CUDA's stream, 0 for none; OpenCL's queue.</summary>
    nint Order { get; }

    /// <summary>Takes memory of the card.</summary>
    /// <param name="bytes">How much, above 0.</param>
    /// <returns>CUDA's address or OpenCL's memory object.</returns>
    /// <exception cref="HostException">The card has no more.</exception>
    nint Allocate(long bytes);

    /// <summary>Gives memory back.</summary>
    /// <param name="memory">As it was taken.</param>
    void Release(nint memory);

    /// <summary>Copies to the card.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="memory">Where they go.</param>
    void Upload(ReadOnlySpan<byte> source, nint memory);

    /// <summary>Copies from the card once all before is done.</summary>
    /// <param name="memory">Where the bytes are.</param>
    /// <param name="target">Where they go.</param>
    void Download(nint memory, Span<byte> target);

    /// <summary>Does something on this thread with the card's context current, as plug-ins expect it.</summary>
    /// <param name="work">What to do.</param>
    void Run(Action work);
}
