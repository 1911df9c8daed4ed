using System.Globalization;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Shape;
using FaceFusion.Inference.Signing;

namespace FaceFusion.Fusion.Identity.Files;

/// <summary>
/// An identity as one file (<c>.ffid</c>): what the photos show, so that they needn't travel along, who gave consent for what,
/// and a signature if somebody answers for it. It is used wherever a photo is. Immutable.
/// </summary>
public sealed class IdentityFile
{
    /// <summary>How such files' names end.</summary>
    public const string Extension = ".ffid";

    /// <summary>The most photos.</summary>
    public const int MostPhotos = IdentityFileFormat.MostPhotos;

    private const long MostBytes = 1L << 29;

    private readonly byte[] _bytes;
    private readonly int _signed;

    private IdentityFile(byte[] bytes, IdentityRecord record, IReadOnlyList<PhotoContent> contents, FaceShape? neutral)
    {
        _bytes = bytes;
        _signed = IdentityFileFormat.SignedBytes(bytes);
        Record = record;
        Contents = contents;
        Neutral = neutral;
    }

    /// <summary>What it says of itself.</summary>
    public IdentityRecord Record { get; }

    /// <summary>The person's face without pose and expression, as the photos together showed it when the file was made; null where the file has none.</summary>
    public FaceShape? Neutral { get; }

    /// <summary>The file's bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Whether it has a signature; who made it is for a key to tell.</summary>
    public bool IsSigned => _bytes.Length > _signed;

    /// <summary>What a signature covers: the file without it.</summary>
    public ReadOnlyMemory<byte> SignedBytes => _bytes.AsMemory(0, _signed);

    /// <summary>The signature, r and s of ECDSA over P-256 of the SHA-256 of <see cref="SignedBytes"/>; none for a file without.</summary>
    public ReadOnlyMemory<byte> Signature => _bytes.AsMemory(_signed);

    internal IReadOnlyList<PhotoContent> Contents { get; }

    /// <summary>Whether a path names an identity file.</summary>
    /// <param name="path">The path.</param>
    public static bool IsPath(string path) => string.Equals(Path.GetExtension(path), Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FaceException">It can't be read, is no identity file, of a later version, cut short or altered.</exception>
    public static IdentityFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            FileInfo file = new(path);
            if (!file.Exists)
                throw new FaceException($"There is no identity file '{path}'; make one with 'facefusion identity create'.");
            return file.Length <= MostBytes ? Parse(File.ReadAllBytes(path)) : throw new InvalidDataException("it is larger than 512 MiB");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new FaceException($"The identity file '{path}' can't be used ({failure.Message.TrimEnd('.')}); make it again with 'facefusion identity create'.", failure);
        }
    }

    /// <summary>Makes sure that the file is signed with a key.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="key">The studio's key; nothing is asked without one.</param>
    /// <exception cref="FaceException">It isn't signed, or with another key.</exception>
    public void Require(string path, StudioKey? key)
    {
        if (key is null)
            return;
        if (!IsSigned)
            throw new FaceException($"The identity file '{path}' is not signed, but {StudioKey.Variable} asks for the signature of '{key.Path}'; have it signed with 'facefusion identity sign'.");
        if (!key.Signed(SignedBytes.Span, Signature.Span))
            throw new FaceException($"The identity file '{path}' was altered since it was signed, or signed with another key than '{key.Path}'; have it signed with 'facefusion identity sign'.");
    }

    /// <summary>What to know of it beside its photos: signature and consent, one sentence.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="key">The key that it was held against; null for none.</param>
    internal string Provenance(string path, StudioKey? key)
    {
        ConsentRecord consent = Record.Consent;
        string signature = key is not null ? "signed by the studio" : IsSigned ? "signed, by whom isn't checked here" : "not signed";
        string until = consent.Until is { } last ? last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no end";
        return $"Identity file '{Path.GetFileName(path)}': {signature}; consent of {consent.Subject} for {consent.Purpose}, until {until}.";
    }

    /// <summary>The same file with a signature.</summary>
    /// <param name="signature">64 bytes: r and s of ECDSA over P-256 of the SHA-256 of <see cref="SignedBytes"/>.</param>
    /// <exception cref="ArgumentException">Not 64 bytes.</exception>
    public IdentityFile WithSignature(ReadOnlySpan<byte> signature)
    {
        if (signature.Length != IdentityFileFormat.SignatureBytes)
            throw new ArgumentException($"A signature has {IdentityFileFormat.SignatureBytes} bytes, not {signature.Length}.", nameof(signature));
        return new IdentityFile([.. SignedBytes.Span, .. signature], Record, Contents, Neutral);
    }

    /// <summary>A file of photos that were looked at.</summary>
    /// <param name="record">What it says of itself.</param>
    /// <param name="contents">What it holds of each photo.</param>
    /// <param name="neutral">The face without pose and expression; null where it isn't known.</param>
    internal static IdentityFile Make(IdentityRecord record, IReadOnlyList<PhotoContent> contents, FaceShape? neutral = null)
    {
        IdentityRecord whole = record with { NeutralPoints = neutral?.Points.Length ?? 0 };
        return new IdentityFile(IdentityFileFormat.Write(whole, contents, neutral), whole, contents, neutral);
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="InvalidDataException">It is no identity file, of a later version, cut short or altered.</exception>
    internal static IdentityFile Parse(byte[] bytes)
    {
        (IdentityRecord record, IReadOnlyList<PhotoContent> contents, FaceShape? neutral) = IdentityFileFormat.Read(bytes);
        return new IdentityFile(bytes, record, contents, neutral);
    }

    /// <summary>One of the portraits.</summary>
    /// <param name="index">Which.</param>
    /// <param name="recogniserSha256">The recogniser whose embedding is wanted.</param>
    /// <param name="embed">Makes it where the file has none of that recogniser.</param>
    internal IdentityPortrait Portrait(int index, string recogniserSha256, Func<Kernels.Pixels.ImageBuffer, FaceMesh, FaceEmbedding> embed)
    {
        StoredPhoto photo = Record.Photos[index];
        PhotoContent content = Contents[index];
        Dictionary<string, FaceEmbedding> known = [];
        for (int i = 0; i < photo.Embeddings.Count; i++)
            known[photo.Embeddings[i].Sha256] = content.Embeddings[i];
        Kernels.Pixels.ImageBuffer image = content.ToImage(photo.Width, photo.Height);
        FaceMesh mesh = new(content.Points, photo.Presence);
        return new IdentityPortrait(image, mesh, known.TryGetValue(recogniserSha256, out FaceEmbedding? embedding) ? embedding : embed(image, mesh), Warnings(index))
        {
            KnownEmbeddings = known,
        };
    }

    // A consent that has ended is told once, with the first photo.
    private IReadOnlyList<string> Warnings(int index) => index == 0 && Record.Consent.HasEnded(DateOnly.FromDateTime(DateTime.Today))
        ? [.. Record.Photos[index].Warnings, FormattableString.Invariant($"may not be used any more: the consent of {Record.Consent.Subject} ended on {Record.Consent.Until:yyyy-MM-dd}; ask for another")]
        : Record.Photos[index].Warnings;
}
