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

    private readonly MediaSource _source;
    private readonly IReadOnlyList<int> _frames;
    private readonly MediaProbe _probe;
    private readonly FfmpegProcess _process;
    private readonly NativeBuffer _raw;
    private readonly Task _listWriter;
    private readonly int _firstSent;
    private readonly int _step;
    private int _sent;
    private int _next;

    /// <summary>Starts reading.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="frames">Which of its frames, rising; at least one.</param>
    /// <param name="tools">The programs.</param>
    /// <param name="token">Ends the reading.</param>
    public FrameReader(MediaSource source, IReadOnlyList<int> frames, FfmpegTools tools, CancellationToken token)
    {
        _source = source;
        _frames = frames;
        _probe = new(tools, token);
        VideoSpan span = VideoSpan.Around([.. frames.Select(frame => frame - source.Frames[0])]);
        _firstSent = span.First + source.Frames[0];
        _step = span.Step;
        _raw = new(source.Layout.FrameBytes(source.Width, source.Height));
        _process = FfmpegProcess.Start(tools.Ffmpeg, ReaderArguments.For(source, span), token);
        // Taken now: the task may begin only after the process has been disposed of.
        Stream input = _process.Input;
        _listWriter = Task.Run(() => SendList(input), CancellationToken.None);
    }

    /// <summary>What ffmpeg said while reading, for a note when all frames came nevertheless.</summary>
    public FfmpegLog Log => _process.Log;

    /// <summary>Reads the next frame.</summary>
    /// <param name="picture">Where it goes: of the source's size and depth.</param>
    /// <returns>Its number, or <see langword="null"/> after the last one.</returns>
    /// <exception cref="CliException">The source is damaged, truncated, or a frame differs in size or layout.</exception>
    public int? Read(FrameBuffer picture)
    {
        while (_next < _frames.Count)
        {
            int frame = _source.Kind == MediaKind.Video ? _firstSent + (_sent * _step) : _frames[_next];
            if (!Receive())
                return EndEarly();

            _sent++;
            if (frame != _frames[_next])
                continue;

            if (_source.Kind != MediaKind.Video && !PictureFile.IsComplete(_source.FileOf(frame)))
                throw new CliException($"The picture '{_source.FileOf(frame)}' is truncated; copy or render it again.");

            _next++;
            RawFrameConverter.Unpack(_raw, _source.Layout, picture);
            return frame;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        _listWriter.Wait(CancellationToken.None);
        _raw.Dispose();
    }

    /// <summary>Fills the raw frame from the pipe; false when the pipe ends instead.</summary>
    private bool Receive()
    {
        long done = 0;
        while (done < _raw.Length)
        {
            int count = _process.Output.Read(_raw.Slice(done, (int)Math.Min(LargestRead, _raw.Length - done)));
            if (count == 0)
                return false;

            done += count;
        }

        return true;
    }

    /// <summary>Ffmpeg stopped before the last frame: tells why, or takes it that the video's index counts too many.</summary>
    private int? EndEarly()
    {
        int code = _process.WaitForExit();
        if (_source.Kind != MediaKind.Video)
            throw SequenceFailure();
        if (_next > 0 && code == 0 && _process.Log.IsEmpty && !_source.IsTruncated)
            return null;

        int last = _next > 0 ? _frames[_next - 1] : 0;
        string cause = _process.Log.IsEmpty ? "it is truncated" : _process.Log.Reason;
        string remedy = _next > 0 ? $"render what is there with --frames {_frames[0]}-{last}, or copy the video again" : "copy or export it again";
        throw new CliException($"The video '{_source.Path}' breaks off after frame {last} of {_source.Frames[^1]} ({cause}); {remedy}.");
    }

    private CliException SequenceFailure()
    {
        foreach (int frame in _frames.Skip(_next).Take(SuspectFiles))
        {
            string file = _source.FileOf(frame);
            if (!File.Exists(file))
                return new($"The picture '{file}' is missing; it was there when the render began.");
            if (!PictureFile.IsComplete(file))
                return new($"The picture '{file}' is truncated; copy or render it again.");
            if (!_probe.Matches(file, _source))
                return new($"The picture '{file}' can't be decoded, or differs in size or channels from '{_source.FileOf(_source.Frames[0])}'; render such frames on their own.");
        }

        return new($"The pictures '{_source.Path}' can't be read on from frame {_frames[_next]} ({_process.Log.Reason}); check that file.");
    }

    private void SendList(Stream pipe)
    {
        try
        {
            using Stream input = pipe;
            if (_source.Kind == MediaKind.Video)
                return;

            foreach (int frame in _frames)
                input.Write(Encoding.UTF8.GetBytes(ReaderArguments.ListLine(_source.FileOf(frame))));
        }
        catch (IOException)
        {
            // Ffmpeg ended before it had read the list; its exit code and its words tell why.
        }
    }
}
