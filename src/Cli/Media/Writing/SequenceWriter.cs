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
    private readonly OutputTarget target;
    private readonly string folderAside;
    private readonly FramePipe pipe;
    private readonly Queue<(string Aside, string Final)> pending = new();
    private int sent;

    /// <summary>Starts writing.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="request">The pictures that will come.</param>
    /// <param name="tools">The programs.</param>
    /// <param name="token">Ends the writing.</param>
    /// <exception cref="CliException">The folder can't be written to.</exception>
    public SequenceWriter(OutputTarget target, EncodingRequest request, FfmpegTools tools, CancellationToken token)
    {
        this.target = target;
        target.MakeFolder();
        folderAside = Path.GetFullPath(target.NameAside());
        try
        {
            Directory.CreateDirectory(folderAside);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw target.CannotWrite(failure.Message.TrimEnd('.'), failure);
        }

        string names = folderAside.Replace("%", "%%", StringComparison.Ordinal) + Path.DirectorySeparatorChar + "%d" + target.Format.Extension;
        try
        {
            pipe = new(target, request, [], ["-f", "image2", "-atomic_writing", "1", "-start_number", "0", "file:" + names], tools, token);
        }
        catch
        {
            Directory.Delete(folderAside);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Write(FrameBuffer picture, int frame, int ticks)
    {
        pipe.Send(picture, times: 1);
        pending.Enqueue((Path.Combine(folderAside, $"{sent}{target.Format.Extension}"), target.FileOf(frame)));
        sent++;
        Publish();
    }

    /// <inheritdoc/>
    public void Complete()
    {
        pipe.Finish();
        Publish();
        if (pending.TryPeek(out var missing))
            throw target.CannotWrite($"'{missing.Final}' did not come out of the encoder");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pipe.Dispose();
        if (Directory.Exists(folderAside))
            Directory.Delete(folderAside, recursive: true);
    }

    /// <summary>Gives the frames that the encoder has finished their names, in order.</summary>
    private void Publish()
    {
        while (pending.TryPeek(out var frame) && File.Exists(frame.Aside))
        {
            // A full disk can leave a file that is cut off although the encoder renamed it.
            if (!PictureFile.IsComplete(frame.Aside))
                throw target.CannotWrite("the disk may be full");

            try
            {
                File.Move(frame.Aside, frame.Final, overwrite: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw target.CannotWrite(failure.Message.TrimEnd('.'), failure);
            }

            pending.Dequeue();
        }
    }
}
