using System.Diagnostics;

namespace FaceFusion.Cli.Media.Ffmpeg;

/// <summary>A running program of FFmpeg with its pipes; killed when the work is cancelled or the object disposed of.</summary>
internal sealed class FfmpegProcess : IDisposable
{
    /// <summary>How ffmpeg ends on a signal: Ctrl-C at a terminal can reach it before it reaches us.</summary>
    private const int Interrupted = 255;

    private readonly Process _process;
    private readonly Task _logReader;
    private readonly CancellationTokenRegistration _cancellation;
    private readonly CancellationToken _token;

    private FfmpegProcess(Process process, CancellationToken token)
    {
        _process = process;
        _token = token;
        _logReader = Task.Run(ReadLog, CancellationToken.None);
        _cancellation = token.Register(Kill);
    }

    /// <summary>What it wrote to its error stream.</summary>
    public FfmpegLog Log { get; } = new();

    /// <summary>Its standard input.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Its standard output.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

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
        _process.WaitForExit();
        _logReader.Wait(CancellationToken.None);
        _token.ThrowIfCancellationRequested();
        if (_process.ExitCode == Interrupted && Log.IsEmpty)
            throw new OperationCanceledException("ffmpeg was interrupted.");

        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Dispose();
        Kill();
        _process.WaitForExit();
        _logReader.Wait(CancellationToken.None);
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill();
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended between the question and the kill.
        }
    }

    private void ReadLog()
    {
        while (_process.StandardError.ReadLine() is { } line)
            Log.Add(line);
    }
}
