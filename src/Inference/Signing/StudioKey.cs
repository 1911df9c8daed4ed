using System.Text;

namespace FaceFusion.Inference.Signing;

/// <summary>
/// The public key of a studio (ECDSA, P-256) that manifests and identity files have to be signed with on this machine: the
/// PEM file that <see cref="Variable"/> names. Without one everything is believed that its hash proves.
/// </summary>
public sealed class StudioKey
{
    /// <summary>The environment variable that names the key's file.</summary>
    public const string Variable = "FACEFUSION_MODELS_KEY";

    /// <summary>What the name of a signature's file ends with.</summary>
    public const string SignatureSuffix = ".sig";

    // SubjectPublicKeyInfo of an uncompressed point on P-256 (RFC 5480): what comes before the point is always the same.
    private static readonly byte[] Header = Convert.FromHexString("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private readonly byte[] _point;

    private StudioKey(string path, byte[] point)
    {
        Path = path;
        _point = point;
    }

    /// <summary>The key's file.</summary>
    public string Path { get; }

    /// <summary>The key of this machine; <see langword="null"/> where none is configured.</summary>
    /// <exception cref="ModelException">The file that the variable names is no such key.</exception>
    public static StudioKey? Configured => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Read(path) : null;

    /// <summary>Reads a key.</summary>
    /// <param name="path">A PEM file with a public key ("BEGIN PUBLIC KEY").</param>
    /// <exception cref="ModelException">It can't be read or is no public key on P-256.</exception>
    public static StudioKey Read(string path)
    {
        try
        {
            string[] lines = [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)];
            if (lines is ["-----BEGIN PUBLIC KEY-----", .. var body, "-----END PUBLIC KEY-----"]
                && Convert.FromBase64String(string.Concat(body)) is var key && key.AsSpan().StartsWith(Header) && EcdsaP256.IsKey(key.AsSpan(Header.Length)))
            {
                return new StudioKey(path, key[Header.Length..]);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw NoKey(path, failure);
        }

        throw NoKey(path, null);
    }

    /// <summary>Makes sure that a file is signed with the key: beside it lies its signature, in base64.</summary>
    /// <param name="file">The file.</param>
    /// <param name="content">What was read from it.</param>
    /// <exception cref="ModelException">It isn't signed, or not with this key, or was altered since.</exception>
    public void Require(string file, ReadOnlySpan<byte> content)
    {
        string path = file + SignatureSuffix;
        if (!File.Exists(path))
            throw new ModelException($"The model manifest '{file}' is not signed, but {Variable} asks for the signature of '{Path}'; have it signed with 'facefusion models sign'.");
        if (!IsSignature(path, content))
            throw new ModelException($"The model manifest '{file}' was altered since it was signed, or signed with another key than '{Path}'; have it signed with 'facefusion models sign'.");
    }

    /// <summary>Whether a signature is this key's.</summary>
    /// <param name="content">What is signed.</param>
    /// <param name="signature">r and s, 32 bytes each.</param>
    public bool Signed(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) => EcdsaP256.Verify(_point, content, signature);

    private bool IsSignature(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            return Signed(content, Convert.FromBase64String(File.ReadAllText(path, Encoding.ASCII).Trim()));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            return false;
        }
    }

    private static ModelException NoKey(string path, Exception? failure) =>
        new($"The file '{path}' that {Variable} names is no public key on the curve P-256 in PEM; correct or unset the variable.", failure!);
}
