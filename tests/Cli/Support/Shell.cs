using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Support;

/// <summary>Runs whole command lines in this process.</summary>
internal static class Shell
{
    /// <summary>A plug-in in C that multiplies floats by its parameter <c>gain</c>: the one of the host's tests.</summary>
    public static string GainBundle { get; } = Path.Combine(
        SharedMaterial.RepositoryRoot, "tests", "Host", Path.GetRelativePath(Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Cli"), AppContext.BaseDirectory), "HostProbe.ofx.bundle");

    public static async Task<Outcome> Run(params string[] arguments) => await Run(default, arguments);

    public static async Task<Outcome> Run(CancellationToken token, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, output, error, token);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>What a command answered and printed.</summary>
    internal sealed record Outcome(int Code, string Output, string Error);
}
