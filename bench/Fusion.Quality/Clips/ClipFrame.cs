using System.Diagnostics;
using System.Globalization;
using FaceFusion.Fusion.Frames;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Quality.Clips;

/// <summary>A frame of a clip, read through ffmpeg's raw pipe as 8-bit RGBA.</summary>
internal sealed unsafe class ClipFrame
{
    private readonly byte[] _pixels;
    private readonly int _width;
    private readonly int _height;

    private ClipFrame(byte[] pixels, int width, int height)
    {
        _pixels = pixels;
        _width = width;
        _height = height;
    }

    public FrameView Frame
    {
        get
        {
            fixed (byte* start = _pixels)
                return new FrameView(new PixelView((nint)start, 4 * _width, _width, _height, SampleFormat.UInt8, PixelLayout.Rgba), NetworkSpace.Working, false);
        }
    }

    public static IEnumerable<ClipFrame> ReadAll(string clip)
    {
        using Process probe = Start("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "csv=p=0", clip);
        string[] size = probe.StandardOutput.ReadToEnd().Trim().Split(',');
        int width = int.Parse(size[0], CultureInfo.InvariantCulture), height = int.Parse(size[1], CultureInfo.InvariantCulture);
        using Process decoder = Start("ffmpeg", "-v", "error", "-i", clip, "-f", "rawvideo", "-pix_fmt", "rgba", "-");
        Stream stream = decoder.StandardOutput.BaseStream;
        while (true)
        {
            byte[] pixels = GC.AllocateUninitializedArray<byte>(4 * width * height, pinned: true);
            if (stream.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) < pixels.Length)
                yield break;
            yield return new ClipFrame(pixels, width, height);
        }
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"'{program}' does not start; install ffmpeg.");
}
