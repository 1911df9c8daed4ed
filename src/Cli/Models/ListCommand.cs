using System.CommandLine;
using System.Text.Json;
using FaceFusion.Inference.Models;
using Spectre.Console;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models list</c>: every model of the manifests, and how it stands on this machine.</summary>
internal static class ListCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Option<bool> json = new("--json") { Description = "Print a JSON array instead of a table." };
        Command command = new("list", "List the models: task, name, use, size, licence, commercial use, and whether each is on this machine.") { json };
        command.SetAction((parsed, _) => ModelsTerminal.Run(parsed, () =>
        {
            ModelsContext models = context();
            ListedModel[] listed = [.. models.Library.List().Select(status => new ListedModel(status.Entry, models.UseOf(status.Entry.Id), status.State, status.Path))];
            if (parsed.GetValue(json))
                PrintJson(parsed, listed);
            else
                PrintTable(parsed, listed);
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static void PrintJson(ParseResult parsed, ListedModel[] listed)
        => parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(listed, ListedModelJson.Default.ListedModelArray));

    private static void PrintTable(ParseResult parsed, ListedModel[] listed)
    {
        Table table = new Table().RoundedBorder().AddColumns("Id", "Task", "Name", "Use", "Size", "Licence", "Commercial use", "Present", "Verified", "Folder");
        table.Columns[4].RightAligned();
        foreach ((ModelEntry entry, ModelUse use, ModelState state, string? path) in listed)
        {
            table.AddRow(
                Markup.Escape(entry.Id),
                entry.Task.ToString().ToLowerInvariant(),
                Markup.Escape(entry.Name),
                use.ToString().ToLowerInvariant(),
                ModelsTerminal.Size(entry.Bytes),
                Markup.Escape(entry.Licence.Id),
                entry.Licence.Use.ToString().ToLowerInvariant(),
                ModelsTerminal.Markup(state),
                state switch { ModelState.Present => "yes", ModelState.WrongHash => "[red]no[/]", _ => "–" },
                Markup.Escape(Path.GetDirectoryName(path) ?? "–"));
        }

        ModelsTerminal.Console(parsed).Write(table);
    }
}
