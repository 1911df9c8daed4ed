using System.Globalization;
using System.Text;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Cli.Models;

/// <summary>What is said in a manifest of a file that nobody knows but by its shapes.</summary>
internal static class UnknownModel
{
    /// <summary>Its family.</summary>
    /// <param name="manifest">The models there are: a file of one's name whose content isn't known is taken for it.</param>
    /// <param name="file">The file.</param>
    /// <param name="session">The network in it.</param>
    /// <param name="named">The family that the user named; null to recognise it.</param>
    /// <exception cref="ModelException">It is of no family, of several that only its origin tells apart, or not of the one named.</exception>
    public static NetworkContract Family(ModelManifest manifest, ModelFile file, InferenceSession session, string? named)
    {
        if (named is not null)
        {
            KnownContracts.Require(named, session);
            return KnownContracts.Of(named)[0];
        }

        IReadOnlyList<NetworkContract> families = KnownContracts.Recognise(session.Inputs, session.Outputs);
        if (families.Count == 0)
            throw new ModelException($"The file '{file.Path}' looks like no network of a family known here (it takes {Describe(session.Inputs)} and gives {Describe(session.Outputs)}); it can't be used.");
        if (families.Select(family => family.Id).Distinct().Count() == 1)
            return families[0];
        return Expected(manifest, file, families) is { } expected
            ? families.First(family => family.Id == expected.Contract)
            : throw new ModelException($"The file '{file.Path}' may be {string.Join(" or ", families.Select(family => family.Title).Distinct())}, which look alike; say which with --as {string.Join(" or --as ", families.Select(family => family.Id).Distinct())}.");
    }

    /// <summary>Its entry: the known one that it completes, or one of its own.</summary>
    /// <param name="manifest">The models there are.</param>
    /// <param name="file">The file.</param>
    /// <param name="session">The network in it.</param>
    /// <param name="contract">Its family.</param>
    public static ModelEntry Entry(ModelManifest manifest, ModelFile file, InferenceSession session, NetworkContract contract)
    {
        if (Expected(manifest, file, [contract]) is { } expected)
            return expected with { Bytes = file.Bytes, Sha256 = file.Sha256 };

        string extension = Path.GetExtension(file.Path).Equals(".dfm", StringComparison.OrdinalIgnoreCase) ? ".dfm" : ".onnx";
        string name = Path.GetFileNameWithoutExtension(file.Path), id = FreeId(manifest, name, extension);
        return new ModelEntry(
            id, $"{contract.Title[(contract.Title.IndexOf(' ') + 1)..]} '{name}'", contract.Task, contract.Id, id + extension, file.Bytes, file.Sha256, Source: null,
            ModelLicence.Unknown, Tensors(session.Inputs), Tensors(session.Outputs));
    }

    /// <summary>Tensors in a line, such as "target 1×3×128×128, source 1×512".</summary>
    /// <param name="tensors">The tensors.</param>
    public static string Describe(IEnumerable<TensorInfo> tensors) =>
        string.Join(", ", tensors.Select(tensor => $"{tensor.Name} {string.Join('×', tensor.Shape.Select(size => size?.ToString(CultureInfo.InvariantCulture) ?? "?"))}"));

    // A network that is listed without its content, of one of the families and the file's name.
    private static ModelEntry? Expected(ModelManifest manifest, ModelFile file, IReadOnlyList<NetworkContract> families) =>
        manifest.Models.FirstOrDefault(entry =>
            entry.Sha256 is null && entry.File.Equals(Path.GetFileName(file.Path), StringComparison.OrdinalIgnoreCase) && families.Any(family => family.Id == entry.Contract)
            && (entry.Bytes is null || entry.Bytes == file.Bytes));

    private static string FreeId(ModelManifest manifest, string name, string extension)
    {
        StringBuilder plain = new();
        foreach (char character in name.ToLowerInvariant())
            plain.Append(char.IsAsciiLetterOrDigit(character) ? character : '-');
        string stem = plain.ToString().Trim('-');
        stem = stem.Length == 0 ? "model" : stem;
        string id = stem;
        for (int number = 2; manifest.Find(id) is not null || manifest.Models.Any(entry => entry.File.Equals(id + extension, StringComparison.OrdinalIgnoreCase)); number++)
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        return id;
    }

    private static ModelTensor[] Tensors(IEnumerable<TensorInfo> tensors) =>
        [.. tensors.Select(tensor => new ModelTensor(tensor.Name, tensor.Element.ToString().ToLowerInvariant(), tensor.Shape, ""))];
}
