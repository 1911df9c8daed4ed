using System.Globalization;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>
/// Writes one file for all frames, with the source's sound. It is written under a hidden name beside the output and
/// gets its own name when it is complete.
/// </summary>
internal sealed class VideoWriter : IFrameWriter
{
    private readonly OutputTarget _target;
    private readonly string _fileAside;
    private readonly FramePipe _pipe;

    /// <summary>Starts writing.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="request">The pictures that will come.</param>
    /// <param name="sound">The sound to go with them, if any.</param>
    /// <param name="tools">The programs.</param>
    /// <param name="token">Ends the writing.</param>
    /// <exception cref="CliException">The folder can't be written to.</exception>
    public VideoWriter(OutputTarget target, EncodingRequest request, SoundTrack? sound, FfmpegTools tools, CancellationToken token)
    {
        _target = target;
        target.MakeFolder();
        _fileAside = Path.GetFullPath(target.NameAside());
        try
        {
            File.Create(_fileAside).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw target.CannotWrite(failure.Message.TrimEnd('.'), failure);
        }

        SoundTrack? heard = target.Format.AudioFallback is null ? null : sound;
        try
        {
            _pipe = new(target, request, Inputs(heard), [.. Audio(heard), "-f", target.Format.Container, "file:" + _fileAside], tools, token);
        }
        catch
        {
            File.Delete(_fileAside);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Write(FrameBuffer picture, int frame, int ticks) => _pipe.Send(picture, ticks);

    /// <inheritdoc/>
    public void Complete()
    {
        _pipe.Finish();
        try
        {
            File.Move(_fileAside, _target.Path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw _target.CannotWrite(failure.Message.TrimEnd('.'), failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pipe.Dispose();
        File.Delete(_fileAside);
    }

    private static IEnumerable<string> Inputs(SoundTrack? sound) => sound is null
        ? ["-map", "0:v"]
        :
        [
            "-ss", Seconds(sound.Start), "-t", Seconds(sound.Duration), "-i", "file:" + sound.File,
            "-map", "0:v", "-map", string.Create(CultureInfo.InvariantCulture, $"1:{sound.StreamIndex}"), "-map_metadata", "1",
        ];

    private IEnumerable<string> Audio(SoundTrack? sound)
    {
        if (sound is null)
            return [];

        bool copied = _target.Format.CopiedAudio is null || _target.Format.CopiedAudio.Contains(sound.Codec);
        if (!copied)
            return ["-c:a", _target.Format.AudioFallback!, "-af", "aresample"];

        // Packets from before the first frame, which seeking may land on, would delay the pictures. At the very start
        // such packets are the codec's run-up and stay.
        return sound.Start > 0 ? ["-c:a", "copy", "-copypriorss:a", "0"] : ["-c:a", "copy"];
    }

    private static string Seconds(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
