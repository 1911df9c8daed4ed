using System.Globalization;
using System.Text.RegularExpressions;
using FaceFusion.Fusion;

namespace FaceFusion.Node.Reporting;

/// <summary>The file that a rendered frame leaves what is known of it in; written aside and renamed.</summary>
internal static partial class FrameDataFile
{
    /// <summary>Writes it, over one that is there.</summary>
    /// <param name="pattern">The file's name; a run of # or %04d stands for the frame number with at least as many digits.</param>
    /// <param name="json">What to write.</param>
    /// <param name="time">The frame.</param>
    /// <exception cref="FaceException">It can't be written.</exception>
    public static void Write(string pattern, ReadOnlyMemory<byte> json, double time)
    {
        string path = For(pattern, time);
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            AsideFile.Write(path, file => file.Write(json.Span));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FaceException($"The frame data '{path}' can't be written ({failure.Message.TrimEnd('.')}); choose another Frame data file, or empty it.", failure);
        }
    }

    /// <summary>The file's name at a frame.</summary>
    /// <param name="pattern">As for <see cref="Write"/>.</param>
    /// <param name="time">The frame; between two frames the earlier one counts.</param>
    public static string For(string pattern, double time)
    {
        string name = Path.GetFileName(pattern), number = ((long)Math.Floor(time)).ToString(CultureInfo.InvariantCulture);
        string numbered = Placeholder().Replace(name, match => number.PadLeft(match.Groups["digits"].Success
            ? int.Parse(match.Groups["digits"].ValueSpan, CultureInfo.InvariantCulture)
            : match.Value[0] == '#' ? match.Length : 1, '0'));
        return Path.Combine(Path.GetDirectoryName(pattern) ?? "", numbered);
    }

    [GeneratedRegex("#+|%(0(?<digits>[0-9]{1,2}))?d")]
    private static partial Regex Placeholder();
}
