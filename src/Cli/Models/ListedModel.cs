using FaceFusion.Inference.Models;

namespace FaceFusion.Cli.Models;

/// <summary>A line of <c>facefusion models list</c>.</summary>
/// <param name="Entry">The model.</param>
/// <param name="Use">What the plugin does with it.</param>
/// <param name="State">How it stands on this machine.</param>
/// <param name="Path">The file's full path; null when it is missing.</param>
internal sealed record ListedModel(ModelEntry Entry, ModelUse Use, ModelState State, string? Path);
