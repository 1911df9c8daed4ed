using System.Security.Cryptography;

namespace FaceFusion.Cli.Identity;

/// <summary>Keys on the curve P-256, as PEM files.</summary>
internal static class SigningKey
{
    private const int Bits = 256;

    /// <summary>A key; the caller disposes of it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CliException">It can't be read or is no such key.</exception>
    public static ECDsa Open(string path)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            if (key.KeySize == Bits)
                return key;
            throw new CryptographicException($"it has {key.KeySize} bits");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CliException($"The key '{path}' can't be used ({failure.Message.TrimEnd('.')}); give a key on the curve P-256 as a PEM file.", ExitCode.Failed, failure);
        }
    }
}
