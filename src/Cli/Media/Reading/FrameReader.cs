using System.Text;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Media.Probing;
using FaceFusion.Cli.Media.Sequences;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Reading;

/// <summary>Reads chosen frames of a source, in order, through one <c>ffmpeg</c> that lives as long as the reader.</summary>
internal sealed class FrameReader : IDisposable
{
    private const int LargestRead = 1 << 26;

    /// <summary>How many files are looked into for the one that stopped ffmpeg, which decodes a few ahead.</summary>
    private const int SuspectFiles = 48;

    private readonly MediaSource source;
    private readonly IReadOnlyList<int> frames;
    private readonly MediaProbe probe;
    private readonly FfmpegProcess process;
    private readonly NativeBuffer raw;
    private readonly Task listWriter;
    private readonly int firstSent;
    private readonly int step;
    private int sent;
    private int next;

    /// <summary>Starts reading.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="frames">Which of its frames, rising; at least one.</param>
    /// <param name="tools">The programs.</param>
    /// <param name="token">Ends the reading.</param>
    public FrameReader(MediaSource source, IReadOnlyList<int> frames, FfmpegTools tools, CancellationToken token)
    {
        this.source = source;
        this.frames = frames;
        probe = new(tools, token);
        VideoSpan span = VideoSpan.Around([.. frames.Select(frame => frame - source.Frames[0])]);
        firstSent = span.First + source.Frames[0];
        step = span.Step;
        raw = new(source.Layout.FrameBytes(source.Width, source.Height));
        process = FfmpegProcess.Start(tools.Ffmpeg, ReaderArguments.For(source, span), token);
        listWriter = Task.Run(SendList, CancellationToken.None);
    }

    /// <summary>What ffmpeg said while reading, for a note when all frames came nevertheless.</summary>
    public FfmpegLog Log => process.Log;

    /// <summary>Reads the next frame.</summary>
    /// <param name="picture">Where it goes: of the source's size and depth.</param>
    /// <returns>Its number, or <see langword="null"/> after the last one.</returns>
    /// <exception cref="CliException">The source is damaged, truncated, or a frame differs in size or layout.</exception>
    public int? Read(FrameBuffer picture)
    {
        while (next < frames.Count)
        {
            int frame = source.Kind == MediaKind.Video ? firstSent + (sent * step) : frames[next];
            if (!Receive())
                return EndEarly();

            sent++;
            if (frame != frames[next])
                continue;

            if (source.Kind != MediaKind.Video && !PictureFile.IsComplete(source.FileOf(frame)))
                throw new CliException($"The picture '{source.FileOf(frame)}' is truncated; copy or render it again.");

            next++;
            RawFrameConverter.Unpack(raw, source.Layout, picture);
            return frame;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Dispose();
        listWriter.Wait(CancellationToken.None);
        raw.Dispose();
    }

    /// <summary>Fills the raw frame from the pipe; false when the pipe ends instead.</summary>
    private bool Receive()
    {
        long done = 0;
        while (done < raw.Length)
        {
            int count = process.Output.Read(raw.Slice(done, (int)Math.Min(LargestRead, raw.Length - done)));
            if (count == 0)
                return false;

            done += count;
        }

        return true;
    }

    /// <summary>Ffmpeg stopped before the last frame: tells why, or takes it that the video's index counts too many.</summary>
    private int? EndEarly()
    {
        int code = process.WaitForExit();
        if (source.Kind != MediaKind.Video)
            throw SequenceFailure();
        if (next > 0 && code == 0 && process.Log.IsEmpty && !source.IsTruncated)
            return null;

        int last = next > 0 ? frames[next - 1] : 0;
        string cause = process.Log.IsEmpty ? "it is truncated" : process.Log.Reason;
        string remedy = next > 0 ? $"render what is there with --frames {frames[0]}-{last}, or copy the video again" : "copy or export it again";
        throw new CliException($"The video '{source.Path}' breaks off after frame {last} of {source.Frames[^1]} ({cause}); {remedy}.");
    }

    private CliException SequenceFailure()
    {
        foreach (int frame in frames.Skip(next).Take(SuspectFiles))
        {
            string file = source.FileOf(frame);
            if (!File.Exists(file))
                return new($"The picture '{file}' is missing; it was there when the render began.");
            if (!PictureFile.IsComplete(file))
                return new($"The picture '{file}' is truncated; copy or render it again.");
            if (!probe.Matches(file, source))
                return new($"The picture '{file}' can't be decoded, or differs in size or channels from '{source.FileOf(source.Frames[0])}'; render such frames on their own.");
        }

        return new($"The pictures '{source.Path}' can't be read on from frame {frames[next]} ({process.Log.Reason}); check that file.");
    }

    private void SendList()
    {
        try
        {
            using Stream input = process.Input;
            if (source.Kind == MediaKind.Video)
                return;

            foreach (int frame in frames)
                input.Write(Encoding.UTF8.GetBytes(ReaderArguments.ListLine(source.FileOf(frame))));
        }
        catch (IOException)
        {
            // Ffmpeg ended before it had read the list; its exit code and its words tell why.
        }
    }
}
