using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Reading;
using FaceFusion.Cli.Media.Writing;

namespace FaceFusion.Cli.Rendering;

/// <summary>
/// Renders the frames of a plan: one thread reads, the calling one renders, one writes, with a few frames between them
/// so that none waits for long.
/// </summary>
/// <param name="plan">What to render.</param>
/// <param name="renderer">What renders it.</param>
/// <param name="outputAlpha">What the alpha of rendered pictures means.</param>
/// <param name="tools">The programs.</param>
internal sealed class RenderJob(RenderPlan plan, IFrameRenderer renderer, AlphaMode outputAlpha, FfmpegTools tools)
{
    private const int FramesAhead = 2;

    private readonly record struct Item(FrameBuffer Picture, int Frame);

    /// <summary>Renders.</summary>
    /// <param name="progress">Is told of every frame, on the calling thread.</param>
    /// <param name="token">Ends the render; nothing half-written stays.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CliException">It failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public RenderReport Run(IRenderProgress progress, CancellationToken token)
    {
        if (plan.Frames.Count == 0)
            return new(0, plan.Skipped, TimeSpan.Zero, plan.Notes);

        Stopwatch watch = Stopwatch.StartNew();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using FrameReader reader = new(plan.Source, plan.Frames, tools, stop.Token);
        using IFrameWriter writer = plan.OpenWriter(outputAlpha, tools, stop.Token);
        using FramePool sources = new(plan.Source, plan.Source.Alpha);
        using FramePool outputs = new(plan.Rendered, outputAlpha);
        using BlockingCollection<Item> read = new(FramesAhead);
        using BlockingCollection<Item> rendered = new(FramesAhead);

        Failure failure = new(stop);
        Task reading = Task.Run(() => failure.Guard(() => Read(reader, sources, read, stop.Token)), CancellationToken.None);
        Task writing = Task.Run(() => failure.Guard(() => Write(writer, outputs, rendered, stop.Token)), CancellationToken.None);
        int done = 0;
        failure.Guard(() => Render(sources, outputs, read, rendered, progress, stop.Token, ref done));
        Task.WaitAll([reading, writing], CancellationToken.None);
        failure.Throw(token);

        List<string> notes = [.. plan.Notes];
        if (!reader.Log.IsEmpty)
            notes.Add($"While reading '{plan.Source.Path}' ffmpeg said: {reader.Log.Reason}.");
        return new(done, plan.Skipped, watch.Elapsed, notes);
    }

    private static void Read(FrameReader reader, FramePool pool, BlockingCollection<Item> read, CancellationToken token)
    {
        while (true)
        {
            FrameBuffer picture = pool.Rent();
            if (reader.Read(picture) is not { } frame)
            {
                pool.Return(picture);
                read.CompleteAdding();
                return;
            }

            read.Add(new(picture, frame), token);
        }
    }

    private void Render(
        FramePool sources, FramePool outputs, BlockingCollection<Item> read, BlockingCollection<Item> rendered,
        IRenderProgress progress, CancellationToken token, ref int done)
    {
        foreach (Item item in read.GetConsumingEnumerable(token))
        {
            FrameBuffer output = outputs.Rent();
            renderer.Render(item.Picture, output, item.Frame);
            sources.Return(item.Picture);
            rendered.Add(new(output, item.Frame), token);
            progress.Rendered(item.Frame, ++done, plan.Frames.Count);
        }

        rendered.CompleteAdding();
    }

    private void Write(IFrameWriter writer, FramePool pool, BlockingCollection<Item> rendered, CancellationToken token)
    {
        IReadOnlyList<int> ticks = plan.Target.Format.IsVideo ? plan.Timeline().Ticks : [.. plan.Frames.Select(_ => 1)];
        int position = 0;
        foreach (Item item in rendered.GetConsumingEnumerable(token))
        {
            writer.Write(item.Picture, item.Frame, ticks[position++]);
            pool.Return(item.Picture);
        }

        writer.Complete();
    }

    /// <summary>Keeps the first failure of three threads and stops the other two.</summary>
    private sealed class Failure(CancellationTokenSource stop)
    {
        private ExceptionDispatchInfo? _first;

        public void Guard(Action work)
        {
            try
            {
                work();
            }
            catch (Exception failure)
            {
                Interlocked.CompareExchange(ref _first, ExceptionDispatchInfo.Capture(failure), null);
                stop.Cancel();
            }
        }

        public void Throw(CancellationToken asked)
        {
            // Ctrl-C reaches ffmpeg too: what it then says is not a failure.
            if (_first is not null)
                asked.ThrowIfCancellationRequested();
            _first?.Throw();
        }
    }
}
