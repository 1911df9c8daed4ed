using System.Diagnostics;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests;

/// <summary>Runs this assembly's <see cref="Program"/> in a process of its own.</summary>
internal static class FreshProcess
{
    /// <summary>What a run said and what it printed.</summary>
    internal sealed record Outcome(int ExitCode, string[] Report, string StandardOutput, string StandardError);

    /// <summary>Has a fresh process run some models.</summary>
    /// <param name="models">Paths of model files.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static Outcome Run(IEnumerable<string> models, params (string Name, string Value)[] environment)
    {
        using TemporaryFolder folder = new();
        string report = folder.File("report");
        ProcessStartInfo start = new(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add(report);
        foreach (string model in models)
            start.ArgumentList.Add(model);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, File.Exists(report) ? File.ReadAllLines(report) : [], output, error.Result);
    }
}
