using System.CommandLine;
using System.Security.Cryptography;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Signing;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models sign</c>: a studio signs the manifest of a models folder with its private key.</summary>
internal static class SignCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Func<ModelsContext> context)
    {
        Option<string> key = new("--key") { Description = "The private key: ECDSA on P-256, PEM ('openssl ecparam -name prime256v1 -genkey').", Required = true };
        Option<string?> folder = new("--folder") { Description = "The models folder; your own when not given." };
        Argument<string[]> ids = new("ID") { Description = "Listed models that the manifest is to allow besides what was added to it.", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("sign", $"Sign a models folder's manifest: machines whose {StudioKey.Variable} names the public key run nothing else.") { ids, key, folder };
        command.SetAction((parsed, _) => ModelsTerminal.Run(parsed, () =>
        {
            ModelsContext models = context();
            Sign(models, parsed.GetValue(folder) ?? models.UserFolder, parsed.GetRequiredValue(key), parsed.GetValue(ids) ?? [], parsed);
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static void Sign(ModelsContext context, string folder, string keyFile, string[] ids, ParseResult parsed)
    {
        using ECDsa key = Open(keyFile);
        foreach (ModelEntry entry in ids.Select(context.Library.Manifest.Require))
            FolderManifest.Put(folder, entry.Sha256 is null ? throw new ModelException($"What the {entry.Name} holds is not known here; add the file with 'facefusion models add FILE' first.") : entry);

        string path = FolderManifest.PathOf(folder);
        try
        {
            byte[] signature = key.SignData(File.ReadAllBytes(path), HashAlgorithmName.SHA256);
            File.WriteAllText(path + StudioKey.SignatureSuffix, Convert.ToBase64String(signature) + '\n');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The manifest '{path}' can't be signed ({failure.Message.TrimEnd('.')}); add models to the folder first, and make it writable.", failure);
        }

        parsed.InvocationConfiguration.Output.WriteLine($"'{path + StudioKey.SignatureSuffix}' signs {FolderManifest.Read(folder).Count} models");
    }

    private static ECDsa Open(string file)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            if (key.ExportParameters(includePrivateParameters: true) is { D: not null, Curve.Oid.Value: "1.2.840.10045.3.1.7" })
                return key;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw NoKey(file, failure);
        }

        key.Dispose();
        throw NoKey(file, null);
    }

    private static ModelException NoKey(string file, Exception? failure) =>
        new($"The file '{file}' is no private key on the curve P-256 in PEM; give one with --key.", failure!);
}
