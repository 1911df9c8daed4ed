using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Sequences;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>
/// Writes one file a frame. The encoder works in a hidden folder beside the output; each file gets its name as soon as
/// it is complete, so that a render that ends early leaves whole frames only and can be resumed.
/// </summary>
internal sealed class SequenceWriter : IFrameWriter
{
    private readonly OutputTarget _target;
    private readonly string _folderAside;
    private readonly FramePipe _pipe;
    private readonly Queue<(string Aside, string Final)> _pending = new();
    private int _sent;

    /// <summary>Starts writing.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="request">The pictures that will come.</param>
    /// <param name="tools">The programs.</param>
    /// <param name="token">Ends the writing.</param>
    /// <exception cref="CliException">The folder can't be written to.</exception>
    public SequenceWriter(OutputTarget target, EncodingRequest request, FfmpegTools tools, CancellationToken token)
    {
        _target = target;
        target.MakeFolder();
        _folderAside = Path.GetFullPath(target.NameAside());
        try
        {
            Directory.CreateDirectory(_folderAside);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw target.CannotWrite(failure.Message.TrimEnd('.'), failure);
        }

        string names = _folderAside.Replace("%", "%%", StringComparison.Ordinal) + Path.DirectorySeparatorChar + "%d" + target.Format.Extension;
        try
        {
            _pipe = new(target, request, [], ["-f", "image2", "-atomic_writing", "1", "-start_number", "0", "file:" + names], tools, token);
        }
        catch
        {
            Directory.Delete(_folderAside);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Write(FrameBuffer picture, int frame, int ticks)
    {
        _pipe.Send(picture, times: 1);
        _pending.Enqueue((Path.Combine(_folderAside, $"{_sent}{_target.Format.Extension}"), _target.FileOf(frame)));
        _sent++;
        Publish();
    }

    /// <inheritdoc/>
    public void Complete()
    {
        _pipe.Finish();
        Publish();
        if (_pending.TryPeek(out var missing))
            throw _target.CannotWrite($"'{missing.Final}' did not come out of the encoder");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pipe.Dispose();
        if (Directory.Exists(_folderAside))
            Directory.Delete(_folderAside, recursive: true);
    }

    /// <summary>Gives the frames that the encoder has finished their names, in order.</summary>
    private void Publish()
    {
        while (_pending.TryPeek(out var frame) && File.Exists(frame.Aside))
        {
            // A full disk can leave a file that is cut off although the encoder renamed it.
            if (!PictureFile.IsComplete(frame.Aside))
                throw _target.CannotWrite("the disk may be full");

            try
            {
                File.Move(frame.Aside, frame.Final, overwrite: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw _target.CannotWrite(failure.Message.TrimEnd('.'), failure);
            }

            _pending.Dequeue();
        }
    }
}
