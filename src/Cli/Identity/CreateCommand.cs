using System.CommandLine;
using System.Globalization;
using System.Reflection;
using FaceFusion.Cli.Commands;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Identity.Files;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Cli.Identity;

/// <summary><c>facefusion identity create</c>: makes an identity file of photos.</summary>
internal static class CreateCommand
{
    private static readonly Argument<string[]> Photos = new("PHOTO") { Description = "JPEG or PNG photos of one person.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Output = new("-o", "--output") { Description = "The identity file.", Required = true };
    private static readonly Option<string?> Name = new("--name") { Description = "What to call the identity; the file's name where not given." };
    private static readonly Option<string> Subject = new("--consent-of") { Description = "Whose face it is and who gave the consent.", Required = true };
    private static readonly Option<string> Purpose = new("--consent-for") { Description = "What it may be used for.", Required = true };
    private static readonly Option<string?> Until = new("--until") { Description = "The last day of use, such as 2027-12-31; no end where not given." };
    private static readonly Option<string?> Reference = new("--reference") { Description = "Where the consent is kept, such as a contract's number." };
    private static readonly Option<float[]> Weights = new("--weight") { Description = "How much a photo counts, above 0, in the photos' order; 1 for those that have none.", Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Provider = ProviderOption.Create();
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace an identity file that exists." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("create", "Make an identity file of photos of one person.") { Photos, Output, Name, Subject, Purpose, Until, Reference, Weights, Provider, Overwrite };
        command.SetAction(parsed => IdentityCommand.Run(() => Make(parsed)));
        return command;
    }

    private static int Make(ParseResult parsed)
    {
        string path = Path.GetFullPath(parsed.GetRequiredValue(Output));
        if (!IdentityFile.IsPath(path))
            throw CliException.Usage($"The identity file '{path}' doesn't end in {IdentityFile.Extension}; name it so.");
        if (File.Exists(path) && !parsed.GetValue(Overwrite))
            throw CliException.Usage($"The identity file '{path}' exists; give another name or --overwrite.");

        ConsentRecord consent = new(Text(parsed, Subject), Text(parsed, Purpose), Day(parsed.GetValue(Until)), parsed.GetValue(Reference) ?? "");
        FaceEngine engine = new(ModelLibrary.Default(resourceFolder: null).RunBy(ProviderOption.Of(parsed.GetValue(Provider))));
        string product = "FaceFusion OFX " + typeof(CreateCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        IdentityFile file = engine.MakeIdentityFile(parsed.GetValue(Name) ?? Path.GetFileNameWithoutExtension(path), product, consent, Weighed(parsed));
        Write(path, file);
        parsed.InvocationConfiguration.Output.WriteLine($"{file.Record.Name}: '{path}'");
        FaceIdentity identity = engine.LoadIdentity(file);
        foreach (IdentityPhoto photo in identity.Photos)
        {
            IdentityQuality quality = photo.Portrait.Quality;
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"photo '{photo.Name}': eyes {quality.InterOcular:0} px, yaw {quality.Yaw:0}, sharpness {quality.Sharpness:0.000}, unlike good photos {quality.Unnaturalness:0.0}"));
        }

        foreach (string note in ProviderNotes.All)
            parsed.InvocationConfiguration.Error.WriteLine($"facefusion: note: {note}");
        foreach (string warning in identity.Warnings)
            parsed.InvocationConfiguration.Error.WriteLine($"facefusion: {warning}");
        return ExitCode.Done;
    }

    /// <summary>Writes an identity file aside and renames it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">What it is to hold.</param>
    internal static void Write(string path, IdentityFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string aside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(aside, file.Bytes.Span);
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private static List<(string Path, float Weight)> Weighed(ParseResult parsed)
    {
        string[] photos = parsed.GetRequiredValue(Photos);
        float[] weights = parsed.GetValue(Weights) ?? [];
        if (photos.Length > IdentityFile.MostPhotos)
            throw CliException.Usage($"An identity file holds {IdentityFile.MostPhotos} photos at most, and {photos.Length} were given; choose the best.");
        if (weights.Length > photos.Length)
            throw CliException.Usage($"{weights.Length} weights were given for {photos.Length} photos; give one a photo at most.");
        if (!Array.TrueForAll(weights, weight => weight is > 0 and < float.PositiveInfinity))
            throw CliException.Usage("A weight is not above 0; give a positive number, or leave the photo out.");
        return [.. photos.Select((photo, i) => (photo, i < weights.Length ? weights[i] : 1f))];
    }

    private static string Text(ParseResult parsed, Option<string> option) => parsed.GetRequiredValue(option).Trim() is { Length: > 0 } text
        ? text
        : throw CliException.Usage($"{option.Name} is empty; say who, or what for.");

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw CliException.Usage($"'{text}' is no day; write it as 2027-12-31.");
}
