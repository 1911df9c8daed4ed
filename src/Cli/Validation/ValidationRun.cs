using System.Diagnostics;
using System.Globalization;
using FaceFusion.Cli.Commands;
using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>Runs the parts of a validation, each in a process of its own, and gathers what they found.</summary>
internal static class ValidationRun
{
    private const int PollMilliseconds = 200;

    /// <summary>Characters of what a plug-in printed that are shown.</summary>
    private const int ShownOutput = 200;

    /// <summary>Runs everything that was ordered.</summary>
    /// <param name="order">What to run.</param>
    /// <param name="progress">Hears of each part before it runs.</param>
    /// <param name="token">Ends the process under way.</param>
    public static ValidationReport Run(ValidationOrder order, Action<string> progress, CancellationToken token)
    {
        ValidationReport report = new(order.Bundle, order.Hosts);
        foreach ((string host, ValidationPart part) in order.Parts())
        {
            progress($"{host}: {part.ToString().ToLowerInvariant()}");
            RunPart(order, host, part, report, token);
        }

        return report;
    }

    private static void RunPart(ValidationOrder order, string host, ValidationPart part, ValidationReport report, CancellationToken token)
    {
        string file = Path.GetTempFileName();
        try
        {
            using Process process = Process.Start(StartOf(order, host, part, file))
                ?? throw new CliException("The program can't start itself; check that 'dotnet' is on PATH.");
            Task<string> output = process.StandardOutput.ReadToEndAsync(token), error = process.StandardError.ReadToEndAsync(token);
            bool ended = WaitFor(process, new FileInfo(file), order.Timeout, token);
            ChildOutcome outcome = ChildReport.Read(file);
            foreach (Finding finding in outcome.Findings)
                report.Add(host, finding);

            if (!ended)
                report.Add(host, Crash("hang", $"It didn't come back for {order.Timeout.TotalSeconds:0} s, at this point: {outcome.Where}."));
            else if (!outcome.IsDone)
                report.Add(host, Crash("crash", $"It ended the process ({Reason(process.ExitCode)}), at this point: {outcome.Where}."));
            else if ((output.Result + error.Result).Trim() is { Length: > 0 } printed)
                report.Add(host, new Finding(Severity.Warning, "prints", "", $"It prints to the host's output ('{Shorten(printed)}'); write a log file, and only when asked to."));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Waits for the end, or until the report hasn't grown for so long; false when the process had to be ended.</summary>
    private static bool WaitFor(Process process, FileInfo report, TimeSpan silence, CancellationToken token)
    {
        try
        {
            var quiet = Stopwatch.StartNew();
            long told = 0;
            while (!process.WaitForExit(PollMilliseconds))
            {
                token.ThrowIfCancellationRequested();
                report.Refresh();
                if (report.Length != told)
                    (told, quiet) = (report.Length, Stopwatch.StartNew());
                else if (quiet.Elapsed > silence)
                    return false;
            }

            return true;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo StartOf(ValidationOrder order, string host, ValidationPart part, string file)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "FaceFusion.Cli.dll");
        string runtime = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        ProcessStartInfo start = new(runtime)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (ReadOnlySpan<string>)
            ["exec", program, ValidationChild.CommandName, order.Bundle, HostOption.Name, host, "--part", part.ToString(), "--report", file])
            start.ArgumentList.Add(argument);
        if (order.Plate is { } plate)
            Append(start, "--plate", plate);
        foreach (ParameterSetting setting in order.Parameters)
            Append(start, "--set", $"{setting.Name}={setting.Value}");
        return start;
    }

    private static void Append(ProcessStartInfo start, string option, string value)
    {
        start.ArgumentList.Add(option);
        start.ArgumentList.Add(value);
    }

    private static Finding Crash(string rule, string text) => new(Severity.Error, rule, "", text);

    private static string Reason(int exitCode) => exitCode > 128
        ? string.Create(CultureInfo.InvariantCulture, $"signal {exitCode - 128}")
        : string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}");

    private static string Shorten(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= ShownOutput ? line : line[..ShownOutput] + "…";
    }
}
