using System.CommandLine;
using FaceFusion.Inference.Models;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models verify</c>: reads model files through and compares their hashes.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Argument<string[]> ids = new("ID") { Description = "Models that must be there and whole; without any, those that are there must be whole.", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> used = ModelsTerminal.UsedOption();
        Command command = new("verify", "Read model files through and compare their SHA-256 with the manifest's.") { ids, used };
        command.SetAction((parsed, _) => ModelsTerminal.Run(parsed, () =>
        {
            ModelsContext models = context();
            string[] named = parsed.GetValue(ids) ?? [];
            return Task.FromResult(Verify(models, parsed, models.Select(named, parsed.GetValue(used)), named));
        }));
        return command;
    }

    private static int Verify(ModelsContext context, ParseResult parsed, IReadOnlyList<string> ids, string[] named)
    {
        if (ModelsTerminal.FindUnknown(context.Library.Manifest, ids) is { } unknown)
            return ModelsTerminal.Unknown(parsed, unknown);

        int exitCode = ExitCode.Done;
        foreach (ModelStatus status in context.Library.Verify(ids))
        {
            string id = status.Entry.Id;
            bool canBeMissing = ids.Count == 0 || (!named.Contains(id) && context.UseOf(id) == ModelUse.Optional);
            bool wrong = status.State is ModelState.WrongHash or ModelState.Unsigned || (status.State == ModelState.Missing && !canBeMissing);
            string place = status.Path is { } path ? $" '{path}'" : "";
            parsed.InvocationConfiguration.Output.WriteLine($"{id}: {ModelsTerminal.Word(status.State)}{place}");
            if (wrong)
                exitCode = ExitCode.Failed;
        }

        return exitCode;
    }
}
