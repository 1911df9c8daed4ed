using System.Globalization;
using System.Text;

namespace FaceFusion.Ofx.Plugin;

/// <summary>
/// A text file that grows by a line a call and starts anew when it is full: <c>name</c> is the present one,
/// <c>name.1</c> … <c>name.3</c> those before it. Several threads and processes may write to one file. What can't be
/// written is left out: a log never fails what it tells of.
/// </summary>
/// <param name="path">The file; its folder is made when it isn't there.</param>
/// <param name="mostBytes">At this length the file is full.</param>
public sealed class LogFile(string path, long mostBytes = LogFile.DefaultMostBytes)
{
    /// <summary>When a file is full unless told otherwise.</summary>
    public const long DefaultMostBytes = 4 << 20;

    private const int Kept = 3;

    // Another process holds the file for a line's time; a log that has to wait longer goes without the line.
    private const int Attempts = 50;

    private static readonly Lock Gate = new();

    /// <summary>Adds a line: the time (UTC), the process, the thread and a text, whose line breaks become spaces.</summary>
    /// <param name="text">The text.</param>
    public void Write(string text)
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ} {Environment.ProcessId} {Environment.CurrentManagedThreadId} {text.ReplaceLineEndings(" ")}\n");
        try
        {
            lock (Gate)
                Append(Encoding.UTF8.GetBytes(line));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
        }
    }

    private void Append(byte[] line)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        if (File.Exists(path) && new FileInfo(path).Length + line.Length > mostBytes)
            Rotate();

        using FileStream file = Open();
        file.Write(line);
    }

    // For every line anew, so that another process may rotate the file, and alone, so that lines don't mix.
    private FileStream Open()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(1);
            }
        }
    }

    private void Rotate()
    {
        for (int i = Kept - 1; i >= 0; i--)
        {
            string from = i == 0 ? path : Numbered(i);
            if (File.Exists(from))
                File.Move(from, Numbered(i + 1), overwrite: true);
        }
    }

    private string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
}
