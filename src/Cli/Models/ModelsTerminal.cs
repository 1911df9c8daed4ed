using System.CommandLine;
using System.Globalization;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using Spectre.Console;

namespace FaceFusion.Cli.Models;

/// <summary>What the <c>models</c> commands share: the console they write to, their words.</summary>
internal static class ModelsTerminal
{
    /// <summary>Wide enough for any table: a file or a pipe has no right margin.</summary>
    private const int UnboundedWidth = 1000;

    /// <summary>A console over the command's output: colours, animation and wrapped lines only where there is a terminal.</summary>
    public static IAnsiConsole Console(ParseResult command)
    {
        AnsiConsoleOutput output = new(command.InvocationConfiguration.Output);
        if (output.IsTerminal)
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = output });

        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        plain.Profile.Width = UnboundedWidth;
        return plain;
    }

    /// <summary>Runs a command; a failure that the user can mend becomes a sentence on standard error and exit code 1.</summary>
    public static async Task<int> Run(ParseResult command, Func<Task<int>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (ModelException failure)
        {
            return Fail(command, failure.Message);
        }
    }

    /// <summary>Asks a question; anything but a yes is a no.</summary>
    public static bool Confirm(ParseResult command, ModelsContext context, string question)
    {
        IAnsiConsole console = Console(command);
        console.Write($"{question} [y/N] ");
        string? answer = context.Input.ReadLine();
        // At a terminal the answer's own line end is on the screen already.
        if (!console.Profile.Out.IsTerminal)
            console.WriteLine();
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>Says what failed.</summary>
    public static int Fail(ParseResult command, string sentence)
    {
        command.InvocationConfiguration.Error.WriteLine($"facefusion: {sentence}");
        return ExitCode.Failed;
    }

    /// <summary>Says what the command line asks for that can't be.</summary>
    public static int Misuse(ParseResult command, string sentence)
    {
        command.InvocationConfiguration.Error.WriteLine($"facefusion: {sentence}");
        return ExitCode.Usage;
    }

    /// <summary>An option that stands for the ids of <see cref="ModelsContext.Needed"/> and <see cref="ModelsContext.Optional"/>.</summary>
    public static Option<bool> UsedOption() => new("--used") { Description = "The models that the plugin runs, the optional ones too, besides those given by ID." };

    /// <summary>The first of some ids that the manifest does not have, or null.</summary>
    public static string? FindUnknown(ModelManifest manifest, IEnumerable<string> ids)
        => ids.FirstOrDefault(id => manifest.Find(id) is null);

    /// <summary>Says that an id is none of the manifest's.</summary>
    public static int Unknown(ParseResult command, string id)
        => Misuse(command, $"There is no model '{id}'; 'facefusion models list' shows those there are.");

    /// <summary>A length in bytes for people, such as "3.8 MiB".</summary>
    public static string Size(long? bytes) => bytes switch
    {
        null => "–",
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:F1} KiB"),
        < 1024 * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):F1} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):F2} GiB"),
    };

    /// <summary>How a model stands, in a word or two.</summary>
    public static string Word(ModelState state) => state switch
    {
        ModelState.Present => "present",
        ModelState.Missing => "missing",
        ModelState.Unsigned => "unsigned",
        _ => "wrong hash",
    };

    /// <summary>The word in the colour of good, neutral or bad news.</summary>
    public static string Markup(ModelState state) => state switch
    {
        ModelState.Present => $"[green]{Word(state)}[/]",
        ModelState.Missing => $"[yellow]{Word(state)}[/]",
        _ => $"[red]{Word(state)}[/]",
    };
}
