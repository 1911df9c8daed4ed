using System.Security.Cryptography;
using FaceFusion.Inference.Models;

namespace FaceFusion.Inference.Tests.Models;

/// <summary>A manifest of one small model that is not in the shared material.</summary>
internal static class TestManifest
{
    public const string Id = "tiny";
    public const string FileName = "tiny.onnx";

    /// <summary>The content of the model's file.</summary>
    public static byte[] Content { get; } = [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 31))];

    /// <summary>The manifest.</summary>
    public static ModelManifest Create(string? source = null) => new(
        ModelManifest.CurrentSchema,
        [
            new ModelEntry(
                Id,
                "tiny face detector",
                ModelTask.Detector,
                "tiny",
                FileName,
                Content.Length,
                Convert.ToHexStringLower(SHA256.HashData(Content)),
                source,
                new ModelLicence("CC0-1.0", "Commercial use is allowed."),
                [],
                []),
        ]);
}
