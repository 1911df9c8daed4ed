using System.Diagnostics;
using System.Globalization;

namespace FaceFusion.HostsBench;

/// <summary>The parts of the bench. A part runs in a process of its own and prints a figure a line: a word, a tab, a number.</summary>
internal static class Part
{
    public const string Matrix = "matrix", Cycles = "cycles", Churn = "churn";

    /// <summary>What a figure's line begins with.</summary>
    private const string Mark = "figure\t";

    /// <summary>Runs a part in this process.</summary>
    public static int Run(string part, Shot shot)
    {
        switch (part)
        {
            case Matrix:
                MatrixPart.Run(shot);
                return 0;
            case Cycles:
                CyclesPart.Run(shot);
                return 0;
            default:
                ChurnPart.Run(shot);
                return 0;
        }
    }

    /// <summary>Tells a figure.</summary>
    public static void Tell(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Mark}{name}\t{value:R}"));

    /// <summary>Runs a part in a process of its own, shows what it prints and gathers its figures; its end counts as a crash.</summary>
    public static void InProcessOfItsOwn(string part, string bundle, Figures figures)
    {
        Console.WriteLine(part);
        ProcessStartInfo start = new(Environment.ProcessPath!, ["exec", Environment.GetCommandLineArgs()[0], bundle, "--part", part])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
                Take(part, line.Split('\t'), figures);
            else
                Console.WriteLine("  " + line);
        }

        process.WaitForExit();
        int crashes = process.ExitCode == 0 ? 0 : 1;
        Take(part, [Mark, "crashes", crashes.ToString(CultureInfo.InvariantCulture)], figures);
    }

    private static void Take(string part, string[] words, Figures figures)
    {
        double value = double.Parse(words[2], CultureInfo.InvariantCulture);
        figures.Add(part, words[1], value);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {words[1],-22} {value,10:0.###}"));
    }
}
