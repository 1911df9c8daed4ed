namespace FaceFusion.Inference.Models;

/// <summary>How a model of the manifest stands on this machine.</summary>
/// <param name="Entry">The model.</param>
/// <param name="State">How it stands.</param>
/// <param name="Path">The file's full path; null when it is missing.</param>
public sealed record ModelStatus(ModelEntry Entry, ModelState State, string? Path);
