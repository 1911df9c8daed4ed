using System.Globalization;
using System.Text.RegularExpressions;

namespace FaceFusion.Cli.Media.Sequences;

/// <summary>
/// The name of an image sequence: <c>name.####.exr</c> or <c>name.%04d.exr</c>. A run of <c>#</c> stands for a frame
/// number with at least that many digits.
/// </summary>
/// <param name="Folder">The folder, as given; empty for the current one.</param>
/// <param name="Prefix">What stands before the number.</param>
/// <param name="Padding">The least number of digits.</param>
/// <param name="Suffix">What stands after the number, extension included.</param>
internal sealed partial record SequencePattern(string Folder, string Prefix, int Padding, string Suffix)
{
    /// <summary>Reads a pattern; a path whose file name holds no <c>#</c> and no <c>%d</c> isn't one.</summary>
    public static SequencePattern? TryParse(string path)
    {
        Match match = Placeholder().Match(Path.GetFileName(path));
        if (!match.Success)
            return null;

        string name = Path.GetFileName(path);
        int padding = match.Groups["hashes"].Success
            ? match.Length
            : match.Groups["digits"].Length == 0 ? 1 : int.Parse(match.Groups["digits"].ValueSpan, CultureInfo.InvariantCulture);
        return new(Path.GetDirectoryName(path) ?? "", name[..match.Index], Math.Max(padding, 1), name[(match.Index + match.Length)..]);
    }

    /// <summary>Reads the sequence and number that a frame's name, such as <c>name.0101.exr</c>, belongs to.</summary>
    /// <returns><see langword="null"/> when no number stands before the extension.</returns>
    public static (SequencePattern Pattern, int Number)? TryParseFrame(string file)
    {
        string name = Path.GetFileName(file);
        Match match = LastNumber().Match(name);
        if (!match.Success || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return null;

        Group digits = match.Groups["number"];
        int padding = digits.Value[0] == '0' ? digits.Length : 1;
        return (new(Path.GetDirectoryName(file) ?? "", name[..digits.Index], padding, name[(digits.Index + digits.Length)..]), number);
    }

    /// <summary>The file of one frame.</summary>
    public string File(int number) =>
        Path.Combine(Folder, Prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(Padding, '0') + Suffix);

    /// <summary>The numbers of the frames that exist, rising.</summary>
    public IReadOnlyList<int> FindFrames()
    {
        string folder = Folder.Length == 0 ? "." : Folder;
        if (!Directory.Exists(folder))
            return [];

        return [.. Directory.EnumerateFiles(folder).Select(NumberOf).OfType<int>().Order()];
    }

    /// <summary>The pattern as a user writes it.</summary>
    public override string ToString() => Path.Combine(Folder, Prefix + new string('#', Padding) + Suffix);

    private int? NumberOf(string file)
    {
        string name = Path.GetFileName(file);
        if (name.Length < Prefix.Length + Padding + Suffix.Length
            || !name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(Suffix, StringComparison.Ordinal))
            return null;

        ReadOnlySpan<char> digits = name.AsSpan(Prefix.Length, name.Length - Prefix.Length - Suffix.Length);
        bool overflows = digits.Length > Padding;
        if ((overflows && digits[0] == '0') || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return null;

        return number;
    }

    [GeneratedRegex("(?<hashes>#+)|%(0(?<digits>[0-9]{1,2}))?d")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<number>[0-9]+)(?=\.[^.0-9][^.]*$)")]
    private static partial Regex LastNumber();
}
