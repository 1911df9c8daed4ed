using System.Globalization;
using System.Text.RegularExpressions;

namespace FaceFusion.Node.Parameters;

/// <summary>Frames as an artist writes them: numbers and ranges, such as "12-19, 40".</summary>
internal sealed partial class FrameList
{
    // Ascending, without overlaps.
    private readonly (long First, long Last)[] _ranges;

    private FrameList(IEnumerable<(long First, long Last)> ranges) => _ranges = [.. ranges];

    /// <summary>No frame.</summary>
    public static FrameList Empty { get; } = new([]);

    /// <summary>Whether there is no frame in it.</summary>
    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>Reads a list.</summary>
    /// <param name="text">Numbers and ranges with commas, semicolons or blanks between them; "" for none.</param>
    /// <param name="label">The parameter that holds it, for the message.</param>
    /// <exception cref="NodeException">A part is neither.</exception>
    public static FrameList Parse(string text, string label = "Frames left out")
    {
        List<(long First, long Last)> ranges = [];
        string gapless = AroundDash().Replace(text, "-");
        foreach (string part in gapless.Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            Match match = Part().Match(part);
            Group end = match.Groups[match.Groups["last"].Success ? "last" : "first"];
            if (!TryRead(match.Groups["first"], out long first) || !TryRead(end, out long last) || first > last)
                throw new NodeException($"'{part}' in {label} is no frame; write frames and ranges such as 12-19, 40.");
            ranges.Add((first, last));
        }

        return Joined(ranges);
    }

    /// <summary>The list of some frames.</summary>
    /// <param name="frames">In any order.</param>
    public static FrameList Of(IEnumerable<int> frames) => Joined(frames.Select(frame => ((long)frame, (long)frame)));

    /// <summary>Whether it holds the frame at a time; between two frames the earlier one counts.</summary>
    /// <param name="time">The time, in frames.</param>
    public bool Contains(double time)
    {
        double frame = Math.Floor(time);
        return Array.Exists(_ranges, range => frame >= range.First && frame <= range.Last);
    }

    /// <summary>The list without the frame at a time.</summary>
    /// <param name="time">The time, in frames.</param>
    public FrameList Without(double time)
    {
        long frame = (long)Math.Floor(time);
        return new FrameList(_ranges.SelectMany<(long First, long Last), (long First, long Last)>(range => frame < range.First || frame > range.Last
            ? [range]
            : [(range.First, frame - 1), (frame + 1, range.Last)]).Where(range => range.First <= range.Last));
    }

    /// <summary>The list as <see cref="Parse"/> reads it, in its shortest form.</summary>
    public override string ToString() => string.Join(", ", _ranges.Select(range => range.First == range.Last
        ? range.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}")));

    private static FrameList Joined(IEnumerable<(long First, long Last)> ranges)
    {
        List<(long First, long Last)> joined = [];
        foreach ((long first, long last) in ranges.Order())
        {
            if (joined.Count > 0 && first <= joined[^1].Last + 1)
                joined[^1] = (joined[^1].First, Math.Max(joined[^1].Last, last));
            else
                joined.Add((first, last));
        }

        return new FrameList(joined);
    }

    private static bool TryRead(Group number, out long frame)
    {
        bool isRead = int.TryParse(number.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int read);
        frame = read;
        return isRead;
    }

    [GeneratedRegex("^(?<first>-?[0-9]+)(-(?<last>-?[0-9]+))?$")]
    private static partial Regex Part();

    // Only between two numbers: a sign has no number before it.
    [GeneratedRegex("(?<=[0-9])\\s*-\\s*(?=-?[0-9])")]
    private static partial Regex AroundDash();
}
