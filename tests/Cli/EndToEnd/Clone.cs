using System.Diagnostics;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.EndToEnd;

/// <summary>The command line as a user of a clone types it: <c>./facefusion</c>, in a process of its own.</summary>
internal static class Clone
{
    /// <summary>An identity of no real person.</summary>
    public static string Identity => SharedMaterial.Require("pictures/composite/m_easian.jpg");

    /// <summary>A man who talks, smiles, blinks and turns his head a little: 62 frames of 480 × 270.</summary>
    public static string Clip => SharedMaterial.Require("clips/head-pose-face-detection-male.gif");

    /// <summary>Runs it to its end.</summary>
    /// <param name="models">The folder of the networks.</param>
    /// <param name="arguments">The command's arguments.</param>
    public static Outcome Run(string models, params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(SharedMaterial.RepositoryRoot, "facefusion"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FACEFUSION_MODELS"] = models;
        start.Environment["XDG_DATA_HOME"] = models;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output.Result, error);
    }

    /// <summary>Runs it with the shared networks and expects success.</summary>
    public static void Render(params string[] arguments)
    {
        Outcome outcome = Run(SharedMaterial.Require("models"), ["render", .. arguments, "--identity", Identity, "--quiet"]);
        Assert.True(outcome.Code == 0, outcome.Error);
    }

    internal sealed record Outcome(int Code, string Output, string Error);
}
