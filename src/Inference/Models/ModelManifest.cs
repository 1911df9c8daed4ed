using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaceFusion.Inference.Signing;

namespace FaceFusion.Inference.Models;

/// <summary>
/// The list of the models this version knows, with each one's content hash, source and licence. The built-in one is
/// <c>models/manifest.json</c> of the repository, carried inside the assembly.
/// </summary>
public sealed class ModelManifest
{
    /// <summary>The version of the format that this class reads and writes.</summary>
    public const int CurrentSchema = 1;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly Lazy<ModelManifest> Embedded = new(ReadEmbedded);

    private readonly Dictionary<string, ModelEntry> _byId;
    private readonly Dictionary<string, ModelEntry> _bySha256;
    private IReadOnlySet<string>? _trusted;

    /// <summary>A manifest of some models.</summary>
    /// <param name="schema">The version of the format: <see cref="CurrentSchema"/>.</param>
    /// <param name="models">The models.</param>
    /// <param name="resources">The data files inside the program that were computed from other people's material; none by default.</param>
    /// <exception cref="ModelException">The version is another, or an id, a file name or a hash is given twice or malformed.</exception>
    [JsonConstructor]
    public ModelManifest(int schema, IReadOnlyList<ModelEntry> models, IReadOnlyList<ResourceEntry>? resources = null)
    {
        if (schema != CurrentSchema)
            throw new ModelException($"The model manifest has the schema {schema}, but {CurrentSchema} is read here; use the manifest of this version.");

        Schema = schema;
        Models = models;
        Resources = resources ?? [];
        _byId = new Dictionary<string, ModelEntry>(StringComparer.Ordinal);
        _bySha256 = new Dictionary<string, ModelEntry>(StringComparer.Ordinal);
        HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);
        foreach (ModelEntry entry in models)
        {
            CheckEntry(entry);
            if (!_byId.TryAdd(entry.Id, entry) || (entry.Sha256 is { } sha256 && !_bySha256.TryAdd(sha256, entry)) || !files.Add(entry.File))
                throw new ModelException($"The model manifest lists the id, the file or the hash of '{entry.Id}' twice; correct it.");
        }
    }

    /// <summary>The manifest of this version.</summary>
    public static ModelManifest BuiltIn => Embedded.Value;

    /// <summary>The version of the format.</summary>
    public int Schema { get; }

    /// <summary>The models, in the order of the file.</summary>
    public IReadOnlyList<ModelEntry> Models { get; }

    /// <summary>The data files inside the program that were computed from other people's material, in the order of the file.</summary>
    public IReadOnlyList<ResourceEntry> Resources { get; }

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="ModelException">It is no manifest of this version.</exception>
    public static ModelManifest Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ModelManifestJson.Default.ModelManifest)
                ?? throw new ModelException("The model manifest is empty; use the manifest of this version.");
        }
        catch (JsonException failure)
        {
            throw new ModelException($"The model manifest can't be read ({failure.Message.TrimEnd('.')}); use the manifest of this version.", failure);
        }
    }

    /// <summary>The manifest as UTF-8 JSON; <see cref="Parse"/> reads it back.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ModelManifestJson.Default.ModelManifest);

    /// <summary>The model of an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ModelException">There is no such model.</exception>
    public ModelEntry Require(string id)
        => Find(id) ?? throw new ModelException($"There is no model '{id}'; 'facefusion models list' shows those there are.");

    /// <summary>The model of an id, or null.</summary>
    /// <param name="id">The id.</param>
    public ModelEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The model whose file has this content, or null.</summary>
    /// <param name="sha256">A SHA-256 in lower-case hexadecimal.</param>
    public ModelEntry? FindByContent(string sha256) => _bySha256.GetValueOrDefault(sha256);

    /// <summary>This manifest with the entries of others, such as those of a user's own files.</summary>
    /// <param name="more">
    /// The entries: new ones, and such as complete one whose content isn't known here. Those whose content is known here
    /// already are left out.
    /// </param>
    /// <param name="origin">Where they come from, for messages.</param>
    /// <exception cref="ModelException">An entry has the id or the file name of another network.</exception>
    public ModelManifest With(IEnumerable<ModelEntry> more, string origin)
    {
        ArgumentNullException.ThrowIfNull(more);
        List<ModelEntry> models = [.. Models];
        foreach (ModelEntry entry in more.Where(entry => entry.Sha256 is { } sha256 && FindByContent(sha256) is null))
        {
            int same = models.FindIndex(model => model.Id == entry.Id);
            bool completes = same >= 0 && models[same].Sha256 is null && models[same].Contract == entry.Contract;
            if ((same >= 0 && !completes) || models.Exists(model => model.Id != entry.Id && model.File.Equals(entry.File, StringComparison.OrdinalIgnoreCase)))
                throw new ModelException($"The model manifest '{origin}' gives '{entry.Id}' the id or the file name of another network; take the entry out and run 'facefusion models add FILE'.");
            if (completes)
                models[same] = entry;
            else
                models.Add(entry);
        }

        return new ModelManifest(Schema, models, Resources);
    }

    /// <summary>This manifest where only some contents may be run, and the project's own networks, which come with the program.</summary>
    /// <param name="key">The key that says so.</param>
    /// <param name="contents">SHA-256 hashes that manifests signed with it list.</param>
    public ModelManifest Trusting(StudioKey key, IReadOnlySet<string> contents) => new(Schema, Models, Resources) { Key = key, _trusted = contents };

    /// <summary>The studio's key that decides what may be run and who may be put in; null where none is configured.</summary>
    [JsonIgnore]
    public StudioKey? Key { get; private init; }

    /// <summary>Whether a model may be run: always, but where a studio's key is configured and no manifest signed with it lists the model.</summary>
    /// <param name="entry">The model.</param>
    public bool Trusts(ModelEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _trusted is null || entry.Training is not null || (entry.Sha256 is { } sha256 && _trusted.Contains(sha256));
    }

    /// <summary>Whether a file may be run that may be none of the models'.</summary>
    /// <param name="file">The file.</param>
    public bool Trusts(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Entry is { } entry ? Trusts(entry) : _trusted is null || _trusted.Contains(file.Sha256);
    }

    private static void CheckEntry(ModelEntry entry)
    {
        bool fileIsName = entry.File.Length > 0 && entry.File == Path.GetFileName(entry.File) && entry.File is not ("." or "..");
        bool hashIsHex = entry.Sha256 is null || (entry.Sha256.Length == 64 && !entry.Sha256.AsSpan().ContainsAnyExcept(HexDigits));
        bool lengthIsKnown = entry.Sha256 is null || entry.Bytes is not null;
        bool idIsPlain = entry.Id.Length > 0 && !entry.Id.AsSpan().ContainsAnyExcept(IdCharacters);
        if (!fileIsName || !hashIsHex || !idIsPlain || !lengthIsKnown || entry.Bytes <= 0)
            throw new ModelException($"The model manifest's entry '{entry.Id}' has a malformed id, file name, length or hash; correct it.");
    }

    private static ModelManifest ReadEmbedded()
    {
        using Stream stream = typeof(ModelManifest).Assembly.GetManifestResourceStream("manifest.json")!;
        byte[] json = new byte[stream.Length];
        stream.ReadExactly(json);
        return Parse(json);
    }
}
