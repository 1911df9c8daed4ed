using System.Security.Cryptography;
using System.Text;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests.Models;

public class ModelManifestTests
{
    [Fact]
    public void The_built_in_manifest_is_the_repository_s()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(SharedMaterial.RepositoryRoot, "models", "manifest.json"));
        Assert.Equal(ModelManifest.Parse(file).ToJson(), ModelManifest.BuiltIn.ToJson());
        Assert.NotEmpty(ModelManifest.BuiltIn.Models);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        byte[] json = ModelManifest.BuiltIn.ToJson();
        Assert.Equal(json, ModelManifest.Parse(json).ToJson());
    }

    [SkippableFact]
    public void Lengths_and_hashes_are_those_of_the_shared_models()
    {
        Dictionary<string, string> sums = File.ReadLines(SharedMaterial.Require("models/SHA256SUMS"))
            .Select(line => line.Split("  ", 2))
            .ToDictionary(parts => parts[1], parts => parts[0]);
        ModelEntry[] shared = [.. ModelManifest.BuiltIn.Models.Where(entry => sums.ContainsKey(entry.File))];
        Assert.NotEmpty(shared);
        foreach (ModelEntry entry in shared)
        {
            Assert.Equal(sums[entry.File], entry.Sha256);
            Assert.Equal(new FileInfo(SharedMaterial.Require($"models/{entry.File}")).Length, entry.Bytes);
        }
    }

    [Fact]
    public void The_project_s_own_networks_are_the_repository_s_files_and_small()
    {
        ModelEntry[] own = [.. ModelManifest.BuiltIn.Models.Where(entry => entry.Training is not null)];
        foreach (ModelEntry entry in own)
        {
            byte[] file = File.ReadAllBytes(Path.Combine(SharedMaterial.RepositoryRoot, "models", "starter", entry.File));
            Assert.Equal(entry.Bytes, file.Length);
            Assert.Equal(entry.Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
            Assert.All(entry.Training!.Teachers, teacher => ModelManifest.BuiltIn.Require(teacher));
            Assert.True(File.Exists(Path.Combine(SharedMaterial.RepositoryRoot, entry.Training.Tool, "README.md")), entry.Training.Tool);
            Assert.NotEmpty(entry.Training.Sources);
        }

        Assert.True(own.Sum(entry => entry.Bytes ?? 0) <= 4_000_000, "The project's own networks are to take 4 MB at most.");
    }

    [Fact]
    public void Sources_are_pinned_https_addresses()
    {
        foreach (ModelEntry entry in ModelManifest.BuiltIn.Models.Where(entry => entry.Source is not null))
        {
            Assert.True(Uri.TryCreate(entry.Source, UriKind.Absolute, out Uri? address), entry.Id);
            Assert.Equal(Uri.UriSchemeHttps, address!.Scheme);
            Assert.Matches("/[0-9a-f]{40}/|/releases/download/models-[0-9.]+/", address.AbsolutePath);
        }
    }

    [Fact]
    public void Every_network_is_of_a_known_family_and_its_task()
    {
        foreach (ModelEntry entry in ModelManifest.BuiltIn.Models)
            Assert.Contains(KnownContracts.Of(entry.Contract), contract => contract.Task == entry.Task);
        Assert.Equal(
            KnownContracts.All.Select(contract => contract.Id).Distinct().Except([ContractNames.Dfm]).Order(StringComparer.Ordinal),
            ModelManifest.BuiltIn.Models.Select(entry => entry.Contract).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_licence_that_forbids_commercial_use_says_so_in_a_word()
    {
        foreach (ModelEntry entry in ModelManifest.BuiltIn.Models)
        {
            bool saysNo = entry.Licence.Commercial.StartsWith("No commercial use", StringComparison.Ordinal);
            Assert.Equal(saysNo, entry.Licence.Use == CommercialUse.Forbidden);
            Assert.False(entry.Licence.Use == CommercialUse.Allowed && !entry.Licence.Commercial.StartsWith("Commercial use is allowed", StringComparison.Ordinal), entry.Id);
        }
    }

    [Fact]
    public void Resources_are_the_repository_s_files()
    {
        Assert.NotEmpty(ModelManifest.BuiltIn.Resources);
        foreach (ResourceEntry entry in ModelManifest.BuiltIn.Resources)
        {
            byte[] file = File.ReadAllBytes(Path.Combine(SharedMaterial.RepositoryRoot, entry.File));
            Assert.Equal(entry.Bytes, file.Length);
            Assert.Equal(entry.Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
            Assert.True(File.Exists(Path.Combine(SharedMaterial.RepositoryRoot, entry.Tool, "README.md")), entry.Tool);
            Assert.NotEmpty(entry.Sources);
        }
    }

    [Fact]
    public void A_model_is_found_by_its_id_and_by_its_content()
    {
        ModelEntry entry = ModelManifest.BuiltIn.Require(SharedModels.Recogniser);
        Assert.Same(entry, ModelManifest.BuiltIn.FindByContent(entry.Sha256!));
        Assert.Null(ModelManifest.BuiltIn.Find("inswapper"));
        Assert.Equal(
            "There is no model 'inswapper'; 'facefusion models list' shows those there are.",
            Assert.Throws<ModelException>(() => ModelManifest.BuiltIn.Require("inswapper")).Message);
    }

    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 2", "has the schema 2")]
    [InlineData("\"id\": \"mobilefacenet-128\"", "\"id\": \"yunet-2023mar\"", "'yunet-2023mar' twice")]
    [InlineData("\"file\": \"mobilefacenet_128.onnx\"", "\"file\": \"../mobilefacenet_128.onnx\"", "'mobilefacenet-128' has a malformed")]
    [InlineData("\"sha256\": \"b7", "\"sha256\": \"B7", "'mobilefacenet-128' has a malformed")]
    [InlineData("\"task\": \"recogniser\"", "\"task\": \"oracle\"", "can't be read")]
    [InlineData("\"contract\": \"arcface-112\"", "\"kontract\": \"arcface-112\"", "can't be read")]
    [InlineData("{", "", "can't be read")]
    public void A_malformed_manifest_is_refused_with_one_sentence(string part, string replacement, string expected)
    {
        string json = Encoding.UTF8.GetString(ModelManifest.BuiltIn.ToJson());
        int at = json.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0);
        string malformed = string.Concat(json.AsSpan(0, at), replacement, json.AsSpan(at + part.Length));
        ModelException failure = Assert.Throws<ModelException>(() => ModelManifest.Parse(Encoding.UTF8.GetBytes(malformed)));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
