using System.CommandLine;
using FaceFusion.Inference.Models;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models remove</c>: deletes model files from the user's folder, and from nowhere else.</summary>
internal static class RemoveCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Argument<string[]> ids = new("ID") { Description = "Ids of models; 'facefusion models list' shows them.", Arity = ArgumentArity.OneOrMore };
        Command command = new("remove", "Delete models from your models folder.") { ids };
        command.SetAction((parsed, _) => ModelsTerminal.Run(parsed, () => Task.FromResult(Remove(context(), parsed, parsed.GetRequiredValue(ids)))));
        return command;
    }

    private static int Remove(ModelsContext context, ParseResult parsed, string[] ids)
    {
        if (ModelsTerminal.FindUnknown(context.Library.Manifest, ids) is { } unknown)
            return ModelsTerminal.Unknown(parsed, unknown);

        int exitCode = ExitCode.Done;
        foreach (ModelEntry entry in ids.Distinct().Select(context.Library.Manifest.Require))
        {
            string path = Path.Combine(context.UserFolder, entry.File);
            try
            {
                // What a fetch left unfinished goes too.
                bool wasThere = Delete(path) | Delete(path + ModelDownload.PartSuffix) | FolderManifest.Remove(context.UserFolder, entry.Id);
                if (wasThere)
                    parsed.InvocationConfiguration.Output.WriteLine($"{entry.Id}: '{path}' is deleted");
                if (context.Library.TryFind(entry.Id, out ModelFile? elsewhere))
                    parsed.InvocationConfiguration.Output.WriteLine($"{entry.Id}: '{elsewhere.Path}' is not in your models folder and stays");
                else if (!wasThere)
                    exitCode = ModelsTerminal.Fail(parsed, $"There is no '{path}' to delete; 'facefusion models list' shows what is there.");
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                exitCode = ModelsTerminal.Fail(parsed, $"The model file '{path}' can't be deleted ({failure.Message.TrimEnd('.')}); close what uses it, or make its folder writable.");
            }
        }

        return exitCode;
    }

    private static bool Delete(string path)
    {
        bool isThere = File.Exists(path);
        File.Delete(path);
        return isThere;
    }
}
