using System.CommandLine;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models add</c>: files that the user has become models in the user's folder.</summary>
internal static class AddCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Argument<string[]> files = new("FILE") { Description = "Model files of any name: they are known by their content.", Arity = ArgumentArity.OneOrMore };
        Command command = new("add", "Copy model files into your models folder.") { files };
        command.SetAction((parsed, _) => ModelsTerminal.Run(parsed, () => Task.FromResult(Add(context(), parsed, parsed.GetRequiredValue(files)))));
        return command;
    }

    /// <summary>Adds what can be added; one bad file does not keep the others out.</summary>
    private static int Add(ModelsContext context, ParseResult parsed, string[] files)
    {
        int exitCode = ExitCode.Done;
        foreach (string file in files)
        {
            try
            {
                ModelFile added = ModelInstaller.Add(file, context.Library.Manifest, context.UserFolder);
                parsed.InvocationConfiguration.Output.WriteLine($"{added.Name}: '{added.Path}'");
            }
            catch (ModelException failure)
            {
                exitCode = ModelsTerminal.Fail(parsed, failure.Message);
            }
        }

        return exitCode;
    }
}
