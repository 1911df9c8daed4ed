using System.CommandLine;
using System.Security.Cryptography;
using FaceFusion.Fusion.Identity.Files;

namespace FaceFusion.Cli.Identity;

/// <summary><c>facefusion identity sign</c>: signs an identity file with a private key.</summary>
internal static class SignCommand
{
    private static readonly Argument<string> Path = new("FILE") { Description = "The identity file." };
    private static readonly Option<string> Key = new("--key") { Description = "A private key on the curve P-256, as PEM.", Required = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("sign", "Sign an identity file with a private key (ECDSA, P-256); a signature that it has is replaced.") { Path, Key };
        command.SetAction(parsed => IdentityCommand.Run(() => Sign(parsed)));
        return command;
    }

    private static int Sign(ParseResult parsed)
    {
        string path = System.IO.Path.GetFullPath(parsed.GetRequiredValue(Path));
        IdentityFile file = IdentityFile.Open(path);
        using ECDsa key = SigningKey.Open(parsed.GetRequiredValue(Key));
        try
        {
            CreateCommand.Write(path, file.WithSignature(key.SignData(file.SignedBytes.Span, HashAlgorithmName.SHA256)));
        }
        catch (CryptographicException failure)
        {
            throw new CliException($"The key '{parsed.GetRequiredValue(Key)}' can't sign ({failure.Message.TrimEnd('.')}); give a private key.", ExitCode.Failed, failure);
        }

        parsed.InvocationConfiguration.Output.WriteLine($"{file.Record.Name}: signed");
        return ExitCode.Done;
    }
}
