using System.CommandLine;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models add</c>: files that the user has become models in the user's folder.</summary>
internal static class AddCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Argument<string[]> files = new("FILE") { Description = "Model files of any name: they are known by their content, else recognised by what they take and give.", Arity = ArgumentArity.OneOrMore };
        Option<bool> yes = new("--yes") { Description = "Add what is recognised without a question." };
        Option<string?> family = new("--as") { Description = "The family of files that aren't known, such as simswap or ghost: where several look alike." };
        Command command = new("add", "Copy model files into your models folder.") { files, yes, family };
        command.SetAction((parsed, _) => ModelsTerminal.Run(parsed, () =>
        {
            Answers answers = new(parsed.GetValue(yes), parsed.GetValue(family));
            if (answers.Family is { } named && KnownContracts.Of(named).Count == 0)
                return Task.FromResult(ModelsTerminal.Misuse(parsed, $"There is no family '{named}'; give one of {string.Join(", ", KnownContracts.All.Select(known => known.Id).Distinct())}."));
            return Task.FromResult(Add(context(), parsed, parsed.GetRequiredValue(files), answers));
        }));
        return command;
    }

    /// <summary>Adds what can be added; one bad file does not keep the others out.</summary>
    private static int Add(ModelsContext context, ParseResult parsed, string[] files, Answers answers)
    {
        int exitCode = ExitCode.Done;
        foreach (string file in files)
        {
            try
            {
                ModelFile given = ModelFile.Open(file, context.Library.Manifest);
                ModelEntry? entry = given.Entry ?? Recognise(context, parsed, given, answers);
                if (entry is null)
                {
                    exitCode = ModelsTerminal.Fail(parsed, $"The file '{file}' was not added: nobody confirmed what it is; answer 'y' or pass --yes.");
                    continue;
                }

                ModelFile added = ModelInstaller.Add(given, entry, context.UserFolder);
                if (given.Entry is null)
                    FolderManifest.Put(context.UserFolder, entry);
                parsed.InvocationConfiguration.Output.WriteLine($"{added.Name}: '{added.Path}'");
            }
            catch (ModelException failure)
            {
                exitCode = ModelsTerminal.Fail(parsed, failure.Message);
            }
        }

        return exitCode;
    }

    // The entry of a file that nobody knows; null when what it looks like wasn't confirmed.
    private static ModelEntry? Recognise(ModelsContext context, ParseResult parsed, ModelFile given, Answers answers)
    {
        InferenceSession session = SessionCache.Get(given);
        NetworkContract contract = UnknownModel.Family(context.Library.Manifest, given, session, answers.Family);
        ModelEntry entry = UnknownModel.Entry(context.Library.Manifest, given, session, contract);
        parsed.InvocationConfiguration.Output.WriteLine($"'{given.Path}' looks like {contract.Title}: takes {UnknownModel.Describe(session.Inputs)}, gives {UnknownModel.Describe(session.Outputs)}.");
        parsed.InvocationConfiguration.Output.WriteLine($"It will be '{entry.Id}'. Licence: {entry.Licence.Id}. {entry.Licence.Commercial}");
        return answers.Yes || ModelsTerminal.Confirm(parsed, context, $"Add it as {contract.Title}?") ? entry : null;
    }

    private readonly record struct Answers(bool Yes, string? Family);
}
