using System.Globalization;
using System.Text.RegularExpressions;
using FaceFusion.Cli.Media;

namespace FaceFusion.Cli.Rendering;

/// <summary>Frames asked for on the command line: <c>A</c>, <c>A-B</c> or <c>A-BxN</c>, both ends included.</summary>
/// <param name="First">The first frame's number.</param>
/// <param name="Last">The last frame's number.</param>
/// <param name="Step">How far the next one is; at least 1.</param>
internal sealed partial record FrameRange(int First, int Last, int Step)
{
    /// <summary>Reads a range.</summary>
    /// <exception cref="CliException">It isn't one.</exception>
    public static FrameRange Parse(string text)
    {
        Match match = Grammar().Match(text);
        if (match.Success && TryNumber(match.Groups["first"], null, out int first)
            && TryNumber(match.Groups["last"], first, out int last) && TryNumber(match.Groups["step"], 1, out int step)
            && first <= last && step >= 1)
            return new(first, last, step);

        throw CliException.Usage($"The frame range '{text}' can't be read; write a frame (12), a range (1-48) or every Nth of it (1-48x2).");
    }

    /// <summary>The frames of a source that a range names; all of them without a range.</summary>
    /// <exception cref="CliException">The range reaches beyond the source, or falls into a gap of it.</exception>
    public static IReadOnlyList<int> Choose(FrameRange? range, MediaSource source)
    {
        if (range is null)
            return source.Frames;

        if (range.First < source.Frames[0] || range.Last > source.Frames[^1])
            throw CliException.Usage($"The frame range {range} reaches outside '{source.Path}', whose frames are {source.Frames[0]}-{source.Frames[^1]}; choose --frames within them.");

        int[] chosen = [.. source.Frames.Where(frame => frame >= range.First && frame <= range.Last && (frame - range.First) % range.Step == 0)];
        return chosen.Length > 0
            ? chosen
            : throw CliException.Usage($"The frame range {range} names no frame that '{source.Path}' has; choose other --frames.");
    }

    /// <summary>The range as it is written.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{First}{(Last == First ? "" : $"-{Last}")}{(Step == 1 ? "" : $"x{Step}")}");

    private static bool TryNumber(Group group, int? otherwise, out int number)
    {
        number = otherwise ?? 0;
        return !group.Success ? otherwise is not null : int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    [GeneratedRegex("^(?<first>[0-9]+)(-(?<last>[0-9]+)(x(?<step>[0-9]+))?)?$")]
    private static partial Regex Grammar();
}
