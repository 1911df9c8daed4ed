using System.Collections.Concurrent;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Swappers.Families;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Swappers;

/// <summary>
/// The swappers of this process, by their sessions: whoever asks for the same network, run alike, gets the same object.
/// </summary>
internal static class SwapperLoader
{
    private static readonly string[] ArcFaceNames = ["arcface_w600k_r50.onnx", "w600k_r50.onnx"];

    private static readonly ConcurrentDictionary<(string Contract, InferenceSession Network, InferenceSession? Converter), FaceSwapper> Swappers = new();
    private static readonly ConcurrentDictionary<InferenceSession, NamedRecogniser> Recognisers = new();

    /// <summary>The network that options ask for.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <param name="options">Which one.</param>
    /// <exception cref="ModelException">A file is missing or can't be loaded, or it is no swapper.</exception>
    public static FaceSwapper Load(ModelLibrary models, NetworkOptions options)
    {
        if (options.Swapper == Swapper.File)
        {
            if (options.File.Length == 0)
                throw new ModelException("No swapper file is set; choose an ONNX or DFM file in Swapper file, or another Swapper.");
            ModelFile given = NetworkFiles.Open(models, options.File);
            return Get(models, given, ContractOf(given), options.Folder);
        }

        SwapperFile wanted = SwapperFile.Of(options.Swapper);
        return Get(models, NetworkFiles.Require(models, wanted.Title, null, wanted.Name), wanted.Contract, null);
    }

    /// <summary>The recogniser that swappers take identities from.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <param name="options">The swapper: where it is a file of the artist's, the recogniser may lie beside it.</param>
    /// <exception cref="ModelException">Its file is missing or another network's.</exception>
    public static NamedRecogniser ArcFace(ModelLibrary models, NetworkOptions options) =>
        ArcFace(NetworkFiles.Require(models, "ArcFace recogniser, which swapping networks take identities from,", options.Folder, ArcFaceNames));

    /// <summary>The recogniser that swappers take identities from; <see langword="null"/> where no models folder has it.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <exception cref="ModelException">Its file is another network's.</exception>
    public static NamedRecogniser? TryArcFace(ModelLibrary models) => NetworkFiles.Find(models, null, ArcFaceNames) is { } file ? ArcFace(file) : null;

    private static NamedRecogniser ArcFace(ModelFile file)
    {
        // Asked for even where the recogniser is known: the file may lie elsewhere by now, which the session learns here.
        InferenceSession session = SessionCache.Get(file);
        return Recognisers.GetOrAdd(session, static (session, file) => new NamedRecogniser(new ArcFaceRecogniser(session), file.Name, file.Sha256), file);
    }

    private static FaceSwapper Get(ModelLibrary models, ModelFile file, string contract, string? beside)
    {
        ModelFile? converter = SwapperFile.ConverterOf(contract) is { } name ? NetworkFiles.Require(models, "converter that the swapper needs,", beside, name) : null;

        // Asked for even where the swapper is known: the files may lie elsewhere by now, which the sessions learn here.
        InferenceSession session = SessionCache.Get(file);
        InferenceSession? conversion = converter is null ? null : SessionCache.Get(converter);
        return Swappers.GetOrAdd((contract, session, conversion), static (key, file) => Make(key.Network, file, key.Contract, key.Converter), file);
    }

    private static FaceSwapper Make(InferenceSession session, ModelFile file, string contract, InferenceSession? conversion) =>
        contract switch
        {
            ContractNames.InSwapper => new InSwapper(session, file),
            ContractNames.HyperSwap => new HyperSwap(session),
            ContractNames.SimSwap => new SimSwap(session, new CrossFace(conversion!)),
            ContractNames.Ghost => new Ghost(session, new CrossFace(conversion!)),
            ContractNames.HifiFace => new HifiFace(session, new CrossFace(conversion!)),
            ContractNames.BlendSwap => new BlendSwap(session),
            ContractNames.UniFace => new UniFace(session),
            ContractNames.Dfm => new DeepFaceLive(session),
            _ => throw new ArgumentOutOfRangeException(nameof(contract), contract, "Not a family of swappers."),
        };

    // The manifest knows, else what it takes and gives; where several families take and give the same, its name.
    private static string ContractOf(ModelFile file)
    {
        if (file.Entry is { Task: ModelTask.Swapper } entry)
            return entry.Contract;
        InferenceSession session = SessionCache.Get(file);
        string[] families = [.. KnownContracts.Recognise(session.Inputs, session.Outputs).Where(contract => contract.Task == ModelTask.Swapper).Select(contract => contract.Id).Distinct()];
        if (families.Length == 0)
            throw new ModelException($"The file '{file.Path}' is no swapping network that is known here; 'facefusion models inspect FILE' shows what it looks like.");
        return families.Length == 1 ? families[0]
            : Array.Find(families, family => Path.GetFileName(file.Path).Contains(family, StringComparison.OrdinalIgnoreCase))
            ?? throw new ModelException($"The swapping network '{file.Path}' can be of the family {string.Join(" or ", families)}; put the family's name into the file's.");
    }
}
