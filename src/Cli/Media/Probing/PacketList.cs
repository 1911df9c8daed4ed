using System.Globalization;

namespace FaceFusion.Cli.Media.Probing;

/// <summary>The coded frames of a video, in the order they are shown.</summary>
/// <param name="Count">Frames that are shown.</param>
/// <param name="Total">Frames that are stored, those before an edit list's start included.</param>
/// <param name="Starts">Presentation times in the stream's time base, rising; <see langword="null"/> when the file has none.</param>
/// <param name="End">When the last frame ends.</param>
/// <param name="IsTruncated">Whether the file broke off.</param>
internal sealed record PacketList(int Count, int Total, IReadOnlyList<long>? Starts, long End, bool IsTruncated)
{
    /// <summary>Reads the lines <c>pts,duration,flags</c> of ffprobe; <c>D</c> among the flags marks frames not shown.</summary>
    public static PacketList Parse(string text, bool truncated)
    {
        List<(long Start, long Duration)> shown = [];
        int total = 0, untimed = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            string[] fields = raw.ToString().Split(',');
            if (fields.Length < 3)
                continue;

            total++;
            if (fields[2].Contains('D', StringComparison.Ordinal))
                continue;

            bool timed = long.TryParse(fields[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long start);
            untimed += timed ? 0 : 1;
            _ = long.TryParse(fields[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long duration);
            shown.Add((start, duration));
        }

        if (shown.Count == 0 || untimed > 0)
            return new(shown.Count, total, null, 0, truncated);

        shown.Sort();
        long last = shown[^1].Duration > 0 || shown.Count < 2 ? shown[^1].Duration : shown[^1].Start - shown[^2].Start;
        return new(shown.Count, total, [.. shown.Select(packet => packet.Start)], shown[^1].Start + last, truncated);
    }
}
