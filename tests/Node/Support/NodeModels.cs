using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Support;

/// <summary>The shared models for the node of this process.</summary>
internal static class NodeModels
{
    /// <summary>To be called before the node looks for networks; skips the test where there are none.</summary>
    public static void Use() => Environment.SetEnvironmentVariable(ModelFolders.Variable, SharedMaterial.Require("models"));
}
