using System.Diagnostics;

namespace FaceFusion.Cli.Media.Ffmpeg;

/// <summary>A running program of FFmpeg with its pipes; killed when the work is cancelled or the object disposed of.</summary>
internal sealed class FfmpegProcess : IDisposable
{
    /// <summary>How ffmpeg ends on a signal: Ctrl-C at a terminal can reach it before it reaches us.</summary>
    private const int Interrupted = 255;

    private readonly Process process;
    private readonly Task logReader;
    private readonly CancellationTokenRegistration cancellation;
    private readonly CancellationToken token;

    private FfmpegProcess(Process process, CancellationToken token)
    {
        this.process = process;
        this.token = token;
        logReader = Task.Run(ReadLog, CancellationToken.None);
        cancellation = token.Register(Kill);
    }

    /// <summary>What it wrote to its error stream.</summary>
    public FfmpegLog Log { get; } = new();

    /// <summary>Its standard input.</summary>
    public Stream Input => process.StandardInput.BaseStream;

    /// <summary>Its standard output.</summary>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Starts a program with all three streams piped.</summary>
    /// <param name="program">Full path.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="token">Kills it when cancelled.</param>
    public static FfmpegProcess Start(string program, IEnumerable<string> arguments, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        ProcessStartInfo start = new(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new CliException($"The program '{program}' can't be started ({failure.Message}); reinstall ffmpeg (apt-get install ffmpeg).", ExitCode.Failed, failure);
        }

        return new(process!, token);
    }

    /// <summary>Waits for its end, with its error stream read to the last line.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled, or a signal ended the program.</exception>
    public int WaitForExit()
    {
        process.WaitForExit();
        logReader.Wait(CancellationToken.None);
        token.ThrowIfCancellationRequested();
        if (process.ExitCode == Interrupted && Log.IsEmpty)
            throw new OperationCanceledException("ffmpeg was interrupted.");

        return process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        cancellation.Dispose();
        Kill();
        process.WaitForExit();
        logReader.Wait(CancellationToken.None);
        process.Dispose();
    }

    private void Kill()
    {
        try
        {
            if (!process.HasExited)
                process.Kill();
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended between the question and the kill.
        }
    }

    private void ReadLog()
    {
        while (process.StandardError.ReadLine() is { } line)
            Log.Add(line);
    }
}
