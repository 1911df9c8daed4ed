using System.CommandLine;
using System.Security.Cryptography;
using FaceFusion.Cli.Models;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Models;

/// <summary>The <c>models</c> commands over a manifest of two small models and a user folder of the test's own.</summary>
internal sealed class ModelsFixture : IDisposable
{
    public const string Id = "tiny-detector";
    public const string OtherId = "tiny-mesh";
    public const string FileName = "tiny_detector.onnx";

    private readonly TemporaryFolder _folder = new();

    public ModelsFixture(string? source = null)
    {
        Content = MakeContent(300_000, 31);
        OtherContent = MakeContent(5_000, 7);
        Manifest = new ModelManifest(
            ModelManifest.CurrentSchema,
            [
                Entry(Id, "tiny face detector", ModelTask.Detector, FileName, Content, source),
                Entry(OtherId, "tiny face mesh", ModelTask.Landmarks, "tiny_mesh.onnx", OtherContent, null),
            ]);
    }

    public byte[] Content { get; }

    public byte[] OtherContent { get; }

    public ModelManifest Manifest { get; }

    /// <summary>Models that the manifest lists besides.</summary>
    public IReadOnlyList<ModelEntry> More { get; init; } = [];

    /// <summary>What the user answers.</summary>
    public string Answer { get; set; } = "";

    /// <summary>The models that can be done without.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [OtherId];

    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(20);

    public string UserFolder => _folder.File("user");

    public string Target => Path.Combine(UserFolder, FileName);

    public string Part => Target + ".part";

    /// <summary>The names in the user folder; none when it does not exist.</summary>
    public string[] UserFiles => Directory.Exists(UserFolder) ? [.. Directory.GetFiles(UserFolder).Select(file => Path.GetFileName(file))] : [];

    /// <summary>Writes a file outside the user folder.</summary>
    public string Write(string name, byte[] content) => _folder.Write(name, content);

    /// <summary>Puts a file into the user folder.</summary>
    public string Place(string name, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(UserFolder);
        string path = Path.Combine(UserFolder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Runs <c>facefusion models …</c>.</summary>
    public async Task<Outcome> Run(params string[] arguments) => await Run(CancellationToken.None, arguments);

    /// <summary>Runs <c>facefusion models …</c> until it is cancelled.</summary>
    public async Task<Outcome> Run(CancellationToken cancellation, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        InvocationConfiguration configuration = new() { Output = output, Error = error };
        int exitCode = await ModelsCommand.Create(Context).Parse(arguments).InvokeAsync(configuration, cancellation);
        return new Outcome(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] MakeContent(int length, int seed)
    {
        byte[] content = new byte[length];
        new Random(seed).NextBytes(content);
        return content;
    }

    private static ModelEntry Entry(string id, string name, ModelTask task, string file, byte[] content, string? source) => new(
        id,
        name,
        task,
        "tiny",
        file,
        content.Length,
        Convert.ToHexStringLower(SHA256.HashData(content)),
        source,
        new ModelLicence("CC-BY-4.0", "Commercial use is allowed with credit."),
        [],
        []);

    private ModelsContext Context() => new()
    {
        Library = new ModelLibrary([UserFolder], FolderManifest.Merge([UserFolder], new ModelManifest(ModelManifest.CurrentSchema, [.. Manifest.Models, .. More]))),
        Needed = [Id],
        Optional = Optional,
        UserFolder = UserFolder,
        Input = new StringReader(Answer),
        RetryDelay = TimeSpan.Zero,
        StallTimeout = StallTimeout,
    };

    /// <summary>What a command answered and printed.</summary>
    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
