using System.Diagnostics;
using FaceFusion.Cli.Media.Ffmpeg;

namespace FaceFusion.Cli.Tests.Support;

/// <summary>Calls the real programs, to make test material and to look at results.</summary>
internal static class Ffmpeg
{
    public static FfmpegTools Tools { get; } = FfmpegTools.Locate();

    /// <summary>Makes material: <c>ffmpeg -v error -y</c> and the given arguments.</summary>
    public static void Make(params string[] arguments) => Run(Tools.Ffmpeg, ["-v", "error", "-y", .. arguments]);

    /// <summary>Makes material from the test pattern: changing pictures of a given size and number.</summary>
    public static void MakePattern(string size, int frames, params string[] arguments) =>
        Make(["-f", "lavfi", "-i", $"testsrc2=s={size}:r=24", "-frames:v", $"{frames}", .. arguments]);

    /// <summary>The raw bytes of all frames of a file, in a pixel format that needs no conversion.</summary>
    public static byte[] Decode(string file, string format) =>
        Run(Tools.Ffmpeg, ["-v", "error", "-i", file, "-noauto_conversion_filters", "-pix_fmt", format, "-f", "rawvideo", "pipe:1"]);

    /// <summary>A file's frames in a format that may not be its own, so that ffmpeg converts.</summary>
    public static byte[] Convert(string file, string format) =>
        Run(Tools.Ffmpeg, ["-v", "error", "-i", file, "-pix_fmt", format, "-f", "rawvideo", "pipe:1"]);

    /// <summary>Makes a picture out of raw bytes.</summary>
    public static void Encode(byte[] raw, string format, int width, int height, params string[] output) =>
        Run(Tools.Ffmpeg, ["-v", "error", "-y", "-noauto_conversion_filters", "-f", "rawvideo", "-pix_fmt", format, "-video_size", $"{width}x{height}", "-i", "pipe:0", .. output], raw);

    /// <summary>One value of the first stream of pictures.</summary>
    public static string Ask(string file, string entry) => System.Text.Encoding.UTF8.GetString(
        Run(Tools.Ffprobe, ["-v", "error", "-select_streams", "v:0", "-count_packets", "-show_entries", $"stream={entry}", "-of", "csv=p=0", file])).Trim().TrimEnd(',');

    public static byte[] Run(string program, string[] arguments, byte[]? input = null)
    {
        ProcessStartInfo start = new(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task feeding = Task.Run(() =>
        {
            using Stream stream = process.StandardInput.BaseStream;
            stream.Write(input ?? []);
        });
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        feeding.Wait();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return output.ToArray();
    }
}
