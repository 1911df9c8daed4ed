using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Tests.Support;

/// <summary>Hands the source through, bit for bit.</summary>
internal sealed class CopyRenderer : IFrameRenderer
{
    public List<double> Times { get; } = [];

    public void Render(FrameBuffer source, FrameBuffer output, double time)
    {
        Times.Add(time);
        for (int y = 0; y < source.Height; y++)
            source.Row(y).CopyTo(output.Row(y));
    }
}

/// <summary>Turns the colours of 8-bit pictures round.</summary>
internal sealed class InvertRenderer : IFrameRenderer
{
    public void Render(FrameBuffer source, FrameBuffer output, double time)
    {
        for (int y = 0; y < source.Height; y++)
        {
            Span<byte> from = source.Row(y), to = output.Row(y);
            for (int i = 0; i < from.Length; i++)
                to[i] = i % FrameBuffer.Channels == 3 ? from[i] : (byte)(255 - from[i]);
        }
    }
}

/// <summary>Does something of the test's at each frame and copies it.</summary>
internal sealed class ActionRenderer(Action<double> action) : IFrameRenderer
{
    private readonly CopyRenderer _copy = new();

    public void Render(FrameBuffer source, FrameBuffer output, double time)
    {
        action(time);
        _copy.Render(source, output, time);
    }
}
