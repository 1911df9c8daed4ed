using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using FaceFusion.Fusion.Identity.Files;

namespace FaceFusion.Cli.Identity;

/// <summary><c>facefusion identity verify</c>: whether an identity file is whole, signed by a key, and its consent still good.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> Path = new("FILE") { Description = "The identity file." };
    private static readonly Option<string?> Key = new("--key") { Description = "The public key that must have signed it, as PEM." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("verify", "Tell whether an identity file is whole, signed, and its consent still good.") { Path, Key };
        command.SetAction(parsed => IdentityCommand.Run(() => Verify(parsed)));
        return command;
    }

    private static int Verify(ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(Path);
        IdentityFile file = IdentityFile.Open(path);
        string signature = file.IsSigned ? "signed, by whom is not checked without --key" : "not signed";
        if (parsed.GetValue(Key) is { } key)
        {
            using ECDsa signer = SigningKey.Open(key);
            if (!file.IsSigned)
                throw new CliException($"The identity file '{path}' is not signed; ask for one that is, or sign it with 'facefusion identity sign'.");
            if (!signer.VerifyData(file.SignedBytes.Span, file.Signature.Span, HashAlgorithmName.SHA256))
                throw new CliException($"The identity file '{path}' was not signed by the key '{key}'; ask for one that was.");
            signature = $"signed by '{key}'";
        }

        if (file.Record.Consent.HasEnded(DateOnly.FromDateTime(DateTime.Today)))
            throw new CliException(string.Create(CultureInfo.InvariantCulture, $"The consent in '{path}' ended on {file.Record.Consent.Until:yyyy-MM-dd}; ask {file.Record.Consent.Subject} for another."));
        parsed.InvocationConfiguration.Output.WriteLine($"{file.Record.Name}: whole, {signature}, consent good");
        return ExitCode.Done;
    }
}
