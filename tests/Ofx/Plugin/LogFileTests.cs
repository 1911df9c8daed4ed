using System.Globalization;
using FaceFusion.Ofx.Plugin;
using FaceFusion.TestSupport;

namespace FaceFusion.Ofx.Tests.Plugin;

public sealed class LogFileTests : IDisposable
{
    private static readonly string[] OldestFirst = [".3", ".2", ".1", ""];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_line_is_a_line_whatever_it_says()
    {
        string path = Path.Combine(_folder.Path, "not", "yet", "there.log");
        LogFile log = new(path);
        log.Write("first\nstill first\r\nand on");
        log.Write("second");
        string[] lines = File.ReadAllLines(path);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(" first still first and on", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("20", lines[0], StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Z {Environment.ProcessId} "), lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_file_makes_way_and_three_old_ones_stay()
    {
        string path = _folder.File("a.log");
        LogFile log = new(path, mostBytes: 400);
        for (int i = 0; i < 60; i++)
            log.Write(string.Create(CultureInfo.InvariantCulture, $"line {i}"));

        Assert.Equal(["a.log", "a.log.1", "a.log.2", "a.log.3"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(_folder.Path), file => Assert.InRange(new FileInfo(file).Length, 1, 400));
        string[] kept = [.. OldestFirst.SelectMany(end => File.ReadAllLines(path + end))];
        Assert.Equal(Enumerable.Range(60 - kept.Length, kept.Length), kept.Select(line => int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Several_at_once_lose_no_line()
    {
        string path = _folder.File("b.log");
        Parallel.For(0, 8, writer =>
        {
            LogFile log = new(path);
            for (int i = 0; i < 50; i++)
                log.Write(string.Create(CultureInfo.InvariantCulture, $"{writer}.{i}"));
        });
        string[] said = [.. File.ReadAllLines(path).Select(line => line.Split(' ')[^1])];
        Assert.Equal(400, said.Length);
        Assert.Equal(400, said.Distinct().Count());
    }

    [Fact]
    public void What_cannot_be_written_is_left_out() => new LogFile(Path.Combine(_folder.Path, "\0")).Write("nothing");

    public void Dispose() => _folder.Dispose();
}
