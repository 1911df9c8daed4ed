using System.Text.RegularExpressions;

namespace FaceFusion.Cli.Media.Ffmpeg;

/// <summary>What a program of FFmpeg wrote to its error stream, kept short and boiled down to one clause.</summary>
internal sealed partial class FfmpegLog
{
    private const int Kept = 60;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _lines.Count == 0;
        }
    }

    /// <summary>Whether it tells that a file could not be written; FFmpeg may still exit with 0 then.</summary>
    public bool TellsOfWriteFailure =>
        Contains("Error writing") || Contains("Error closing") || Contains("av_interleaved_write_frame") || Contains("No space left");

    /// <summary>Whether it tells that the input ends before its own index says so.</summary>
    public bool TellsOfTruncation => Contains("ended prematurely") || Contains("partial file") || Contains("moov atom not found");

    /// <summary>Takes a line; addresses, repetition notes and empty lines are left out.</summary>
    public void Add(string? line)
    {
        string text = Tag().Replace(line ?? "", "").Trim();
        if (text.Length == 0 || text.StartsWith("Last message repeated", StringComparison.Ordinal))
            return;

        lock (_gate)
        {
            if (_lines.Count < Kept && !_lines.Contains(text))
                _lines.Add(text);
        }
    }

    /// <summary>
    /// The reason in one clause without a full stop: the operating system's word where there is one (disk full, no
    /// permission), else the first line, which is the cause of those after it.
    /// </summary>
    public string Reason
    {
        get
        {
            lock (_gate)
            {
                string? line = _lines.Find(candidate => SystemError().IsMatch(candidate)) ?? _lines.FirstOrDefault();
                if (line is null)
                    return "it gave no reason";

                Match system = SystemError().Match(line);
                return (system.Success ? system.Value.ToLowerInvariant() : line).TrimEnd('.', ' ');
            }
        }
    }

    private bool Contains(string part)
    {
        lock (_gate)
            return _lines.Exists(line => line.Contains(part, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(\[[^\]]*@ 0x[0-9a-f]+\] *)+")]
    private static partial Regex Tag();

    [GeneratedRegex("No space left on device|Permission denied|File too large|Read-only file system|Disk quota exceeded|Too many open files|Cannot allocate memory")]
    private static partial Regex SystemError();
}
