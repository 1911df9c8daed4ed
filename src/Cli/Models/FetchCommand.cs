using System.CommandLine;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using Spectre.Console;

namespace FaceFusion.Cli.Models;

/// <summary>
/// <c>facefusion models fetch</c>: the one thing in the project that uses the network. It shows the licence first and
/// keeps nothing whose hash is not the manifest's.
/// </summary>
internal static class FetchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Argument<string[]> ids = new("ID") { Description = "Ids of models; 'facefusion models list' shows them.", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> used = ModelsTerminal.UsedOption();
        Option<bool> accept = new("--accept-licence") { Description = "Accept the licences shown, without a question." };
        Option<string?> source = new("--source") { Description = "Another address of the same file, http or https (one ID only)." };
        Command command = new("fetch", "Download models into your models folder, after showing their size and licence.") { ids, used, accept, source };
        command.SetAction((parsed, cancellation) => ModelsTerminal.Run(parsed, () =>
        {
            ModelsContext models = context();
            IReadOnlyList<string> chosen = models.Select(parsed.GetValue(ids), parsed.GetValue(used));
            return Fetch(models, parsed, chosen, parsed.GetValue(accept), parsed.GetValue(source), cancellation);
        }));
        return command;
    }

    private static async Task<int> Fetch(
        ModelsContext context, ParseResult parsed, IReadOnlyList<string> ids, bool accepted, string? source, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return ModelsTerminal.Misuse(parsed, "Nothing to fetch was named; give IDs of models, or --used.");
        if (ModelsTerminal.FindUnknown(context.Library.Manifest, ids) is { } unknown)
            return ModelsTerminal.Unknown(parsed, unknown);
        if (source is not null && ids.Count > 1)
            return ModelsTerminal.Misuse(parsed, "--source is the address of one file; give one ID with it.");
        if (source is not null && !IsWebAddress(source))
            return ModelsTerminal.Misuse(parsed, $"'{source}' is no http or https address; for a file on this machine run 'facefusion models add FILE'.");

        int exitCode = ExitCode.Done;
        foreach (ModelEntry entry in ids.Select(context.Library.Manifest.Require))
        {
            int one = await FetchOne(context, parsed, entry, accepted, source ?? entry.Source, cancellation).ConfigureAwait(false);
            if (one == ExitCode.Cancelled)
                return one;
            exitCode = Math.Max(exitCode, one);
        }

        return exitCode;
    }

    private static async Task<int> FetchOne(
        ModelsContext context, ParseResult parsed, ModelEntry entry, bool accepted, string? source, CancellationToken cancellation)
    {
        IAnsiConsole console = ModelsTerminal.Console(parsed);
        if (context.Library.TryFind(entry.Id, out ModelFile? present))
        {
            console.WriteLine($"{entry.Id}: '{present.Path}' is there already");
            return ExitCode.Done;
        }

        if (source is null)
            return ModelsTerminal.Fail(parsed, $"No public address of the {entry.Name} is known; get '{entry.File}' yourself and run 'facefusion models add FILE', or give its address with --source.");

        if (entry.Sha256 is null)
            return ModelsTerminal.Fail(parsed, $"What the {entry.Name} holds is not known here, so that what comes could not be verified; get '{entry.File}' yourself and run 'facefusion models add FILE'.");

        Describe(console, context, entry, source);
        if (!accepted && !ModelsTerminal.Confirm(parsed, context, "Fetch it under this licence?"))
            return ModelsTerminal.Fail(parsed, $"The {entry.Name} was not fetched: its licence was not accepted; answer 'y' or pass --accept-licence.");

        try
        {
            ModelDownload download = new(entry, new Uri(source), context.UserFolder, context.RetryDelay, context.StallTimeout);
            ModelFile file = await WithProgress(console, entry, progress => download.Run(progress, cancellation)).ConfigureAwait(false);
            console.WriteLine($"{entry.Id}: '{file.Path}'");
            return ExitCode.Done;
        }
        catch (ModelException failure)
        {
            return ModelsTerminal.Fail(parsed, failure.Message);
        }
        catch (OperationCanceledException)
        {
            ModelsTerminal.Fail(parsed, $"Fetching the {entry.Name} was stopped; run the command again to go on where it stopped.");
            return ExitCode.Cancelled;
        }
    }

    private static void Describe(IAnsiConsole console, ModelsContext context, ModelEntry entry, string source)
    {
        Grid grid = new Grid().AddColumn().AddColumn();
        grid.AddRow("Model", Markup.Escape($"{entry.Name} ({entry.Id})"));
        grid.AddRow("Licence", Markup.Escape($"{entry.Licence.Id}. {entry.Licence.Commercial}"));
        grid.AddRow("Size", ModelsTerminal.Size(entry.Bytes));
        grid.AddRow("From", Markup.Escape(source));
        grid.AddRow("To", Markup.Escape(Path.Combine(context.UserFolder, entry.File)));
        console.Write(grid);
    }

    private static Task<ModelFile> WithProgress(IAnsiConsole console, ModelEntry entry, Func<IProgress<long>, Task<ModelFile>> download)
        => console.Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new DownloadedColumn(),
                new TransferSpeedColumn(),
                new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                ProgressTask task = progress.AddTask(Markup.Escape(entry.File), maxValue: entry.Bytes ?? 0);
                return download(new TaskProgress(task));
            });

    private static bool IsWebAddress(string source)
        => Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>Hands the bytes there are so far to a progress bar, at once and in order.</summary>
    private sealed class TaskProgress(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }
}
