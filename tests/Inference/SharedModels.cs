using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests;

/// <summary>The models of the shared material.</summary>
internal static class SharedModels
{
    public const string Yunet = "yunet-2023mar";
    public const string YunetDynamic = "yunet-n-dynamic";
    public const string Landmarks = "mediapipe-landmarks-478";
    public const string Recogniser = "mobilefacenet-128";

    /// <summary>Every id of the built-in manifest whose file the shared material has: those that it describes in full.</summary>
    public static TheoryData<string> Ids => [.. ModelManifest.BuiltIn.Models.Where(model => model.Training is null && model.Inputs.Count > 0).Select(model => model.Id)];

    /// <summary>The built-in manifest over the shared folder alone; skips the test where there is none.</summary>
    public static ModelLibrary Library() => new([SharedMaterial.Require("models")], ModelManifest.BuiltIn);

    /// <summary>The bytes of a model's file.</summary>
    public static byte[] Bytes(string id) => File.ReadAllBytes(Library().Require(id).Path);
}
