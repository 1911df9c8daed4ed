using System.CommandLine;
using System.Text.Json;
using FaceFusion.Inference.Models;
using Spectre.Console;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models list</c>: every model of the manifest, and how it stands on this machine.</summary>
internal static class ListCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Option<bool> json = new("--json") { Description = "Print a JSON array instead of a table." };
        Command command = new("list", "List the models: task, file, size, licence, and whether each is on this machine.") { json };
        command.SetAction((parsed, _) => ModelsTerminal.Run(parsed, () =>
        {
            ModelStatus[] statuses = [.. context().Library.List()];
            if (parsed.GetValue(json))
                PrintJson(parsed, statuses);
            else
                PrintTable(parsed, statuses);
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static void PrintJson(ParseResult parsed, ModelStatus[] statuses)
        => parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(statuses, ModelStatusJson.Default.ModelStatusArray));

    private static void PrintTable(ParseResult parsed, ModelStatus[] statuses)
    {
        Table table = new Table().RoundedBorder().AddColumns("Id", "Task", "File", "Size", "Licence", "State", "Folder");
        table.Columns[3].RightAligned();
        foreach ((ModelEntry entry, ModelState state, string? path) in statuses)
        {
            table.AddRow(
                Markup.Escape(entry.Id),
                entry.Task.ToString().ToLowerInvariant(),
                Markup.Escape(entry.File),
                ModelsTerminal.Size(entry.Bytes),
                Markup.Escape(entry.Licence.Id),
                ModelsTerminal.Markup(state),
                Markup.Escape(Path.GetDirectoryName(path) ?? "–"));
        }

        ModelsTerminal.Console(parsed).Write(table);
    }
}
