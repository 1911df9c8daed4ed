using System.Globalization;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>The raw pipe into the one <c>ffmpeg</c> that encodes a render.</summary>
internal sealed class FramePipe : IDisposable
{
    private const int LargestWrite = 1 << 26;

    private readonly OutputTarget target;
    private readonly FrameEncoding encoding;
    private readonly RawLayout layout;
    private readonly FfmpegProcess process;
    private readonly NativeBuffer raw;
    private readonly FrameBuffer? converted;
    private readonly bool encodeSrgb;

    /// <summary>Starts the encoder.</summary>
    /// <param name="target">What is written.</param>
    /// <param name="request">The pictures that will be sent.</param>
    /// <param name="inputs">Further inputs and the maps of streams.</param>
    /// <param name="output">Arguments of the muxer, the output's name last.</param>
    /// <param name="tools">The programs.</param>
    /// <param name="token">Kills the encoder.</param>
    public FramePipe(
        OutputTarget target, EncodingRequest request, IEnumerable<string> inputs, IEnumerable<string> output, FfmpegTools tools, CancellationToken token)
    {
        this.target = target;
        PixelDepth depth = target.Format.DepthFor(request.Depth);
        AlphaMode alpha = target.Format.AlphaFor(request);
        encoding = target.Format.Encode(request with { Depth = depth, Alpha = alpha });
        encodeSrgb = request.Depth == PixelDepth.Float && depth != PixelDepth.Float;
        if (request.Depth != depth || (alpha != AlphaMode.Opaque && alpha != request.Alpha))
            converted = new(request.Width, request.Height, depth, alpha);

        layout = RawLayout.Get(encoding.Layout);
        raw = new(layout.FrameBytes(request.Width, request.Height));
        process = FfmpegProcess.Start(tools.Ffmpeg, [.. RawInput(request), .. inputs, .. Coding(request), .. output], token);
    }

    /// <summary>Sends a picture.</summary>
    /// <param name="picture">The picture, as the request described it.</param>
    /// <param name="times">How many frames it makes.</param>
    /// <exception cref="CliException">The encoder ended, for lack of space for instance.</exception>
    public void Send(FrameBuffer picture, int times)
    {
        if (converted is not null)
            PictureConverter.Convert(picture, converted, encodeSrgb);
        RawFrameConverter.Pack(converted ?? picture, layout, raw, encoding.RoundToHalf);

        try
        {
            for (int i = 0; i < times; i++)
                SendRaw();
        }
        catch (IOException failure)
        {
            process.WaitForExit();
            throw target.CannotWrite(process.Log.Reason, failure);
        }
    }

    /// <summary>Ends the stream and waits until the encoder has written everything.</summary>
    /// <exception cref="CliException">It could not write everything.</exception>
    public void Finish()
    {
        try
        {
            process.Input.Close();
        }
        catch (IOException)
        {
            // It ended already; its exit code tells how.
        }

        // FFmpeg 5 ends with 0 even when the disk was full while it wrote a video's index.
        if (process.WaitForExit() != 0 || process.Log.TellsOfWriteFailure)
            throw target.CannotWrite(process.Log.Reason);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Dispose();
        raw.Dispose();
        converted?.Dispose();
    }

    private string[] RawInput(EncodingRequest request) =>
    [
        "-hide_banner", "-v", "error", "-xerror", "-noauto_conversion_filters", "-y",
        "-f", "rawvideo", "-pix_fmt", encoding.Layout,
        "-video_size", string.Create(CultureInfo.InvariantCulture, $"{request.Width}x{request.Height}"),
        "-framerate", request.Rate.ToString(), "-i", "pipe:0",
    ];

    private string[] Coding(EncodingRequest request)
    {
        string aspect = string.Create(CultureInfo.InvariantCulture, $"setsar={request.PixelAspect.Numerator}/{request.PixelAspect.Denominator}");
        string filters = encoding.Filter is null ? aspect : $"{encoding.Filter},{aspect}";
        return ["-vf", filters, .. encoding.Codec, "-fflags", "+bitexact", "-flags:v", "+bitexact"];
    }

    private void SendRaw()
    {
        for (long done = 0; done < raw.Length;)
        {
            int length = (int)Math.Min(LargestWrite, raw.Length - done);
            process.Input.Write(raw.Slice(done, length));
            done += length;
        }
    }
}
