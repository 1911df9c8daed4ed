using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FaceFusion.Fusion.Identity.Files;

namespace FaceFusion.Cli.Identity;

/// <summary><c>facefusion identity inspect</c>: what an identity file holds.</summary>
internal static class InspectCommand
{
    private static readonly Argument<string> Path = new("FILE") { Description = "The identity file." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the record as one JSON object." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("inspect", "Show what an identity file holds: photos, neutral shape, recognisers, consent.") { Path, Json };
        command.SetAction(parsed => IdentityCommand.Run(() => Inspect(parsed)));
        return command;
    }

    private static int Inspect(ParseResult parsed)
    {
        IdentityFile file = IdentityFile.Open(parsed.GetRequiredValue(Path));
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json))
        {
            output.WriteLine(JsonSerializer.Serialize(file.Record, IdentityRecordJson.Default.IdentityRecord));
            return ExitCode.Done;
        }

        IdentityRecord record = file.Record;
        ConsentRecord consent = record.Consent;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{record.Name}: made {record.Created:yyyy-MM-dd HH:mm} UTC by {record.Product}, {(file.IsSigned ? "signed" : "not signed")}"));
        output.WriteLine($"consent of {consent.Subject}, for {consent.Purpose}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"until {(consent.Until is { } last ? last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no end")}{(consent.Reference.Length > 0 ? $", reference {consent.Reference}" : "")}"));
        output.WriteLine(record.NeutralPoints > 0
            ? string.Create(CultureInfo.InvariantCulture, $"neutral shape: {record.NeutralPoints} points, of {record.Photos.Count} photo{(record.Photos.Count > 1 ? "s" : "")}")
            : "neutral shape: none, told from the photos' points where it is used");
        foreach (StoredPhoto photo in record.Photos)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"photo '{photo.Name}': weight {photo.Weight}, crop {photo.Width}x{photo.Height}, SHA-256 {photo.Sha256}"));
            foreach (StoredEmbedding embedding in photo.Embeddings)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {embedding.Model}: {embedding.Length} values"));
            foreach (string warning in photo.Warnings)
                output.WriteLine($"  {warning}");
        }

        return ExitCode.Done;
    }
}
