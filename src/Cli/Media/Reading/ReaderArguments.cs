using System.Globalization;

namespace FaceFusion.Cli.Media.Reading;

/// <summary>The command line with which <c>ffmpeg</c> sends the frames of a source through its standard output.</summary>
internal static class ReaderArguments
{
    /// <summary>Exact rounding and full chroma resolution, the same on every processor.</summary>
    public const string ScalerFlags = "flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp+bitexact";

    /// <summary>The arguments.</summary>
    /// <param name="source">What is read.</param>
    /// <param name="span">Which frames of a video are sent.</param>
    public static IEnumerable<string> For(MediaSource source, VideoSpan span)
    {
        List<string> arguments = ["-hide_banner", "-v", "error", "-xerror", "-noauto_conversion_filters"];
        arguments.AddRange(source.Kind == MediaKind.Video
            ? ["-nostdin", "-i", "file:" + source.Path]
            : ["-protocol_whitelist", "file,pipe", "-f", "concat", "-safe", "0", "-i", "pipe:0"]);
        arguments.AddRange(["-map", Invariant($"0:{source.StreamIndex}"), "-vf", Filters(source, span), "-r", "25", "-f", "rawvideo", "pipe:1"]);
        return arguments;
    }

    /// <summary>One line of the list of files that <c>ffmpeg</c> gets through its standard input.</summary>
    public static string ListLine(string file)
    {
        string path = Path.GetFullPath(file);
        return $"file 'file:{path.Replace("'", "'\\''", StringComparison.Ordinal)}'\n";
    }

    private static string Filters(MediaSource source, VideoSpan span)
    {
        List<string> filters = [];
        if (source.Kind == MediaKind.Video)
        {
            filters.Add(Invariant($"trim=start_frame={span.First}:end_frame={span.End}"));
            if (span.Step > 1)
                filters.Add(Invariant($"select='not(mod(n,{span.Step}))'"));
        }

        // A frame of another size would be scaled without a word: crop refuses it instead.
        filters.Add(Invariant($"crop=w='if(eq(iw,{source.Width})*eq(ih,{source.Height}),{source.Width},-1)':h={source.Height}:x=0:y=0:exact=1"));
        if (source.IsConverted)
            filters.Add(Conversion(source));
        filters.Add("format=" + source.Layout.Name);

        // Counted, not timed: no frame may be dropped or doubled on the way.
        filters.Add("settb=1/25,setpts=N");
        return string.Join(',', filters);
    }

    private static string Conversion(MediaSource source) =>
        $"scale=in_color_matrix={ColourTags.ScaleName(source.Colour.MatrixFor(source.Height))}:in_range={source.Colour.Range ?? "auto"}:out_range=pc:{ScalerFlags}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
