using System.Globalization;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>The raw pipe into the one <c>ffmpeg</c> that encodes a render.</summary>
internal sealed class FramePipe : IDisposable
{
    private const int LargestWrite = 1 << 26;

    private readonly OutputTarget _target;
    private readonly FrameEncoding _encoding;
    private readonly RawLayout _layout;
    private readonly FfmpegProcess _process;
    private readonly NativeBuffer _raw;
    private readonly FrameBuffer? _converted;
    private readonly bool _encodeSrgb;

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
        _target = target;
        PixelDepth depth = target.Format.DepthFor(request.Depth);
        AlphaMode alpha = target.Format.AlphaFor(request);
        _encoding = target.Format.Encode(request with { Depth = depth, Alpha = alpha });
        _encodeSrgb = request.Depth == PixelDepth.Float && depth != PixelDepth.Float;
        if (request.Depth != depth || (alpha != AlphaMode.Opaque && alpha != request.Alpha))
            _converted = new(request.Width, request.Height, depth, alpha);

        _layout = RawLayout.Get(_encoding.Layout);
        _raw = new(_layout.FrameBytes(request.Width, request.Height));
        _process = FfmpegProcess.Start(tools.Ffmpeg, [.. RawInput(request), .. inputs, .. Coding(request), .. output], token);
    }

    /// <summary>Sends a picture.</summary>
    /// <param name="picture">The picture, as the request described it.</param>
    /// <param name="times">How many frames it makes.</param>
    /// <exception cref="CliException">The encoder ended, for lack of space for instance.</exception>
    public void Send(FrameBuffer picture, int times)
    {
        if (_converted is not null)
            PictureConverter.Convert(picture, _converted, _encodeSrgb);
        RawFrameConverter.Pack(_converted ?? picture, _layout, _raw, _encoding.RoundToHalf);

        try
        {
            for (int i = 0; i < times; i++)
                SendRaw();
        }
        catch (IOException failure)
        {
            _process.WaitForExit();
            throw _target.CannotWrite(_process.Log.Reason, failure);
        }
    }

    /// <summary>Ends the stream and waits until the encoder has written everything.</summary>
    /// <exception cref="CliException">It could not write everything.</exception>
    public void Finish()
    {
        try
        {
            _process.Input.Close();
        }
        catch (IOException)
        {
            // It ended already; its exit code tells how.
        }

        // FFmpeg 5 ends with 0 even when the disk was full while it wrote a video's index.
        if (_process.WaitForExit() != 0 || _process.Log.TellsOfWriteFailure)
            throw _target.CannotWrite(_process.Log.Reason);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        _raw.Dispose();
        _converted?.Dispose();
    }

    private string[] RawInput(EncodingRequest request) =>
    [
        "-hide_banner", "-v", "error", "-xerror", "-noauto_conversion_filters", "-y",
        "-f", "rawvideo", "-pix_fmt", _encoding.Layout,
        "-video_size", string.Create(CultureInfo.InvariantCulture, $"{request.Width}x{request.Height}"),
        "-framerate", request.Rate.ToString(), "-i", "pipe:0",
    ];

    private string[] Coding(EncodingRequest request)
    {
        string aspect = string.Create(CultureInfo.InvariantCulture, $"setsar={request.PixelAspect.Numerator}/{request.PixelAspect.Denominator}");
        string filters = _encoding.Filter is null ? aspect : $"{_encoding.Filter},{aspect}";
        return ["-vf", filters, .. _encoding.Codec, "-fflags", "+bitexact", "-flags:v", "+bitexact"];
    }

    private void SendRaw()
    {
        for (long done = 0; done < _raw.Length;)
        {
            int length = (int)Math.Min(LargestWrite, _raw.Length - done);
            _process.Input.Write(_raw.Slice(done, length));
            done += length;
        }
    }
}
